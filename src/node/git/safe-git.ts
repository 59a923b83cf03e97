import { execFile } from "node:child_process";

/** Nothing of a repository's configuration may run a program, or reach a server. */
const safe = [
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false"],
  // A file that looks unchanged is one.
  ...["core.trustctime=true", "core.checkStat=default"],
  // A partial clone would fetch what it lacks.
  ...["", ".https", ".http", ".ssh", ".git", ".file", ".ext"].map((protocol) => `protocol${protocol}.allow=never`),
].flatMap((setting) => ["-c", setting]);

/**
 * Asks git in a folder.
 * @returns what it printed; undefined when it failed
 */
export function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  const options = { timeout: 30_000, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(
      "git",
      [...safe, "--no-replace-objects", "--no-optional-locks", "-C", folder, ...args],
      options,
      (error, stdout) => resolve(error ? undefined : stdout),
    );
  });
}
