import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import type { GitCall, GitEnd } from "../../ports/git.ts";

const stderrBytes = 64 * 1024;
/** How long programs that git left behind (a shared ssh connection) may keep its pipes open after its end. */
const lingerMs = 500;

/**
 * Runs git in a process group of its own, so that Ctrl-C in a terminal does not reach it. Timeout and abort kill the
 * whole group at once. Whatever git answers is a value; never rejects.
 */
export function runGit(call: GitCall): Promise<GitEnd> {
  if (call.signal.aborted) return Promise.resolve({ state: "aborted" });
  const child = spawn("git", call.args, {
    cwd: call.cwd,
    env: call.environment,
    stdio: "pipe",
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  let errorBytes = 0;
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    if (errorBytes < stderrBytes) errors.push(chunk.subarray(0, stderrBytes - errorBytes));
    errorBytes += chunk.length;
  });
  // Git may end without reading all of its input; its exit code tells what that means.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on("error", () => undefined);
  child.stdin.end(call.input ?? "");

  return new Promise((done) => {
    let stopped: "timed-out" | "aborted" | undefined;
    let linger: NodeJS.Timeout | undefined;
    const stop = (why: "timed-out" | "aborted") => {
      stopped ??= why;
      killGroup(child);
    };
    const abort = () => stop("aborted");
    const timer = setTimeout(() => stop("timed-out"), call.timeoutMs);
    call.signal.addEventListener("abort", abort, { once: true });

    let settled = false;
    const settle = (end: GitEnd) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      clearTimeout(linger);
      call.signal.removeEventListener("abort", abort);
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      done(end);
    };
    const ended = () => {
      const said = Buffer.concat(errors).toString("utf8");
      // Says to the redactor that a secret may have been halved.
      const stderr = errorBytes > stderrBytes ? `${said.replace(/\ufffd+$/, "")}…` : said;
      const { exitCode, signalCode } = child;
      if (stopped === "aborted") settle({ state: "aborted" });
      else if (stopped === "timed-out") settle({ state: "timed-out", timeoutMs: call.timeoutMs, stderr });
      else if (exitCode === null) settle({ state: "killed", signal: signalCode ?? "an unknown signal", stderr });
      // Git passes on that way that a program which it had started was killed.
      else if (exitCode > 128 + 1 && signalName(exitCode - 128) !== undefined)
        settle({ state: "killed", signal: signalName(exitCode - 128) ?? "", stderr });
      else settle({ state: "exited", code: exitCode, stdout: Buffer.concat(output), stderr });
    };
    child.once("error", (error) => {
      if (child.pid === undefined) settle({ state: "not-started", message: whyNotStarted(error) });
    });
    child.once("exit", () => {
      linger = setTimeout(ended, lingerMs);
    });
    child.once("close", ended);
  });
}

/** 128 is git's own code for a fatal error, and 129 for a wrong call; 141 is SIGPIPE. */
function signalName(number: number): string | undefined {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended just now.
  }
}

function whyNotStarted(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "git was not found. Install git 2.31 or newer, and put it on the PATH.";
  return `git could not be started (${error.message}). opus needs git 2.31 or newer on the PATH.`;
}
