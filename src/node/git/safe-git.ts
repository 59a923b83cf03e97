import { localQuestionMs } from "../../engine/model/timing.ts";
import { askProgram, type ProgramAnswer } from "../processes/run-process.ts";
import { gitWords } from "./git-words.ts";

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
export async function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  const { ok, stdout } = await gitAnswer(folder, args);
  return ok ? stdout : undefined;
}

/** The same, with what it says of its failure. */
export function gitAnswer(folder: string, args: readonly string[]): Promise<ProgramAnswer> {
  return askProgram({
    called: gitWords(args),
    command: "git",
    args: [...safe, "--no-replace-objects", "--no-optional-locks", "-C", folder, ...args],
    timeoutMs: localQuestionMs,
    mostBytes: 256 * 1024 * 1024,
  });
}
