import { execFile } from "node:child_process";

/** The commit that is checked out, and whether anything else lies beside it. */
export interface WorkspaceCommit {
  readonly sha: string;
  readonly clean: boolean;
}

/**
 * Asks git, with nothing of the repository's configuration that could run a program.
 * @returns undefined when it can't be told
 */
export async function workspaceCommit(root: string): Promise<WorkspaceCommit | undefined> {
  const sha = await git(root, ["rev-parse", "--verify", "HEAD"]);
  const status = await git(root, ["status", "--porcelain", "--ignored", "--untracked-files=all"]);
  return sha === undefined || status === undefined ? undefined : { sha: sha.trim(), clean: status.trim() === "" };
}

function git(root: string, args: readonly string[]): Promise<string | undefined> {
  const safe = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.untrackedCache=false"];
  return new Promise((resolve) => {
    execFile("git", [...safe, "-C", root, ...args], { timeout: 30_000, maxBuffer: 16 * 1024 * 1024 }, (error, stdout) =>
      resolve(error ? undefined : stdout),
    );
  });
}
