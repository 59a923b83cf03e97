import { commandLine } from "../../engine/text/command-line.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { ProgramAnswer } from "../processes/run-process.ts";

/**
 * Why git did not answer a question about a checkout: the end of a sentence, with what to do.
 * @param folder that it was asked in
 */
export function whyGitFailed({ code, stderr }: Pick<ProgramAnswer, "code" | "stderr">, folder: string): string {
  if (code === "ENOENT") return "git is not installed, or not on the PATH";
  if (/^E[A-Z_]+$/.test(code)) return `git could not be started (${code})`;
  const said = stderr
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .find((line) => line !== "" && !line.startsWith("warning:"));
  if (said === undefined) return `git ended with exit code ${code || "none"} and no message`;
  const quoted = `"${shortened(oneLine(said), 300)}"`;
  // Git speaks the language of who runs it; the name of the setting is the same in all of them.
  if (/\bsafe\.directory\b/.test(stderr)) {
    const [, owned = folder] = /^[ \t]*git config .*safe\.directory '?([^'\n]+)'?$/m.exec(stderr) ?? [];
    const trusting = commandLine(["git", "config", "--global", "--add", "safe.directory", owned]);
    return `git refuses this folder, as it belongs to another user (${quoted}). If you trust it, say so with \`${trusting}\``;
  }
  if (/not a git repository/.test(said)) return "this folder is in no checkout of git";
  return `git failed (${quoted})`;
}
