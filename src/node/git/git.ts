import { constants } from "node:os";
import type { GitCall, GitEnd } from "../../ports/git.ts";
import type { ProcessEnd } from "../../ports/processes.ts";
import { runProcess } from "../processes/run-process.ts";
import { gitWords } from "./git-words.ts";

const stderrBytes = 64 * 1024;

/**
 * Runs git in a process group of its own, so that Ctrl-C in a terminal does not reach it. Timeout and abort kill the
 * whole group at once; programs that git has left behind (a shared ssh connection) are not waited for. Whatever git
 * answers is a value; never rejects.
 */
export async function runGit({ args, cwd, environment, input = "", timeoutMs, signal }: GitCall): Promise<GitEnd> {
  const output: Buffer[] = [];
  const errors = new BoundedText(stderrBytes);
  const end = await runProcess({
    called: gitWords(args),
    command: "git",
    args,
    cwd,
    env: environment,
    input,
    timeoutMs,
    signal,
    onOutput: (stream, chunk) => {
      if (stream === "stdout") output.push(chunk);
      else errors.add(chunk);
    },
  });
  return gitEnd(end, () => Buffer.concat(output), errors, timeoutMs);
}

function gitEnd(end: ProcessEnd, stdout: () => Uint8Array, { text: stderr }: BoundedText, timeoutMs: number): GitEnd {
  switch (end.state) {
    case "aborted":
      return { state: "aborted" };
    case "timed-out":
      return { state: "timed-out", timeoutMs, stderr };
    case "not-started":
      return { state: "not-started", message: whyNotStarted(end.code, end.message) };
    case "exited": {
      const { exitCode } = end;
      if (exitCode === null) return { state: "killed", signal: end.signal ?? "an unknown signal", stderr };
      // Git passes on that way that a program which it had started was killed.
      const signal = exitCode > 128 + 1 ? signalName(exitCode - 128) : undefined;
      if (signal !== undefined) return { state: "killed", signal, stderr };
      return { state: "exited", code: exitCode, stdout: stdout(), stderr };
    }
  }
}

/** 128 is git's own code for a fatal error, and 129 for a wrong call; 141 is SIGPIPE. */
function signalName(number: number): string | undefined {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}

function whyNotStarted(code: string, message: string): string {
  if (code === "ENOENT") return "git was not found. Install git 2.31 or newer, and put it on the PATH.";
  if (code === "EMFILE" || code === "ENFILE")
    return `git could not be started, as too many files are open (${code}). Raise the limit with \`ulimit -n\`.`;
  if (code === "ERR_ACCESS_DENIED")
    return "git could not be started: Node was started with `--permission`, which does not let opus run programs. Start it without.";
  return `git could not be started (${message}). opus needs git 2.31 or newer on the PATH.`;
}

/** The beginning of a text. */
class BoundedText {
  readonly #most: number;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(chunk: Buffer): void {
    if (this.#bytes < this.#most) this.#chunks.push(chunk.subarray(0, this.#most - this.#bytes));
    this.#bytes += chunk.length;
  }

  get text(): string {
    const kept = Buffer.concat(this.#chunks).toString("utf8");
    // Says to the redactor that a secret may have been halved.
    return this.#bytes > this.#most ? `${kept.replace(/\ufffd+$/, "")}…` : kept;
  }
}
