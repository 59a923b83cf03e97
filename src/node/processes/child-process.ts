import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { Redaction } from "../../engine/text/line-buffer.ts";
import { type CapturedText, OutputTails, TextCapture } from "./captured-text.ts";
import { type ProcessCall, type ProcessGroups, signalProcess } from "./process-groups.ts";
import { markVariable } from "./process-table.ts";

/** How a program is run. */
export interface ChildRequest {
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute; must exist. */
  readonly cwd: string;
  /** The whole environment. */
  readonly env: { readonly [name: string]: string };
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  /** Between SIGTERM and SIGKILL, in milliseconds. Default 2,000. */
  readonly graceMs?: number;
  /** How long to wait, after the program's end, for background programs to close its pipes. Default 1,000. */
  readonly lingerMs?: number;
  /** Bytes of each stream that are kept. */
  readonly captureBytes: number;
  /** For the ends of its output, which are cut. */
  readonly redaction: Redaction;
  /** Gets everything, decoded, in order within each stream. Must not throw. */
  onOutput(stream: "stdout" | "stderr", text: string): void;
  readonly groups: ProcessGroups;
  /** The task that it is run for, if any. */
  readonly task?: string;
}

export type ChildEnd =
  /** `exitCode` is null when a signal ended it. */
  | { readonly state: "exited"; readonly exitCode: number | null; readonly signal: string | null }
  /** It was stopped: nothing that it started is left. */
  | { readonly state: "timed-out" | "aborted" }
  /** It could not be started; a system error's code. */
  | { readonly state: "not-started"; readonly code: string };

export interface ChildResult {
  readonly end: ChildEnd;
  readonly stdout: CapturedText;
  readonly stderr: CapturedText;
  /** The end of both streams, in lines as they came, without secrets; up to 16 Ki characters. */
  readonly tail: string;
  /** The same of stderr alone. */
  readonly stderrTail: string;
}

const tailCharacters = 16 * 1024;
const pollMs = 20;
/** How long a process may survive SIGKILL before it is given up: one inside a hanging system call, or of another user. */
const stuckMs = 1_500;

/**
 * Runs a program in a process group of its own, with stdin closed. On abort and timeout the whole group, and what has
 * left it, gets SIGTERM and, after the grace, SIGKILL; when the program itself is gone earlier, the others get the rest
 * of the grace and then SIGKILL. Background programs that outlive a normal end are left alone. Never rejects.
 */
export function runChild(request: ChildRequest): Promise<ChildResult> {
  const streams = { stdout: new TextCapture(request.captureBytes), stderr: new TextCapture(request.captureBytes) };
  const tails = new OutputTails(tailCharacters, request.redaction);
  const report = (stream: "stdout" | "stderr", text: string) => {
    if (text === "") return;
    tails.push(stream, text);
    request.onOutput(stream, text);
  };
  const result = (end: ChildEnd): ChildResult => {
    for (const stream of ["stdout", "stderr"] as const) report(stream, streams[stream].end());
    return { end, stdout: streams.stdout.captured, stderr: streams.stderr.captured, ...tails.end() };
  };
  if (request.signal.aborted) return Promise.resolve(result({ state: "aborted" }));

  let call: ProcessCall;
  try {
    call = request.groups.begin(request.task);
  } catch (error) {
    return Promise.resolve(result({ state: "not-started", code: errorCode(error) }));
  }
  let child: ChildProcess;
  try {
    child = spawn(request.command, request.args, {
      cwd: request.cwd,
      env: { ...request.env, [markVariable]: call.mark },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (error) {
    call.over();
    return Promise.resolve(result({ state: "not-started", code: errorCode(error) }));
  }
  const leader = child.pid;
  if (leader === undefined) {
    call.over();
    return new Promise((done) => {
      child.once("error", (error) => done(result({ state: "not-started", code: errorCode(error) })));
    });
  }
  call.running(leader);

  let over = false;
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.on("data", (chunk: Buffer) => {
      // What a background program writes later is read on, so that it does not die of a full or closed pipe.
      if (!over) report(stream, streams[stream].push(chunk));
    });
    child[stream]?.on("error", () => undefined);
  }
  child.on("error", () => undefined);

  return new Promise((done) => {
    let exit: ChildEnd | undefined;
    let closed = false;
    let stopping: "timed-out" | "aborted" | undefined;
    let timer: NodeJS.Timeout | undefined;

    const settle = (end: ChildEnd, stuck = false) => {
      if (over) return;
      const settled = result(end);
      over = true;
      clearTimeout(timer);
      request.signal.removeEventListener("abort", abort);
      if (stuck) call.abandon();
      else call.over();
      // Reading on must not keep this process alive.
      for (const stream of [child.stdout, child.stderr]) (stream as Socket | null)?.unref();
      done(settled);
    };

    const stop = (why: "timed-out" | "aborted") => {
      if (stopping !== undefined || over) return;
      stopping = why;
      clearTimeout(timer);
      call.signalGroup("SIGTERM");
      let killAt = Date.now() + (request.graceMs ?? 2_000);
      let lookedAt = Date.now();
      let quiet = 0;
      const told = new Set<number>();
      const look = () => {
        const now = Date.now();
        if (request.groups.hurried) killAt = Math.min(killAt, now - 1);
        const { group, escaped } = call.remains(lookedAt);
        lookedAt = Date.now();
        quiet = exit !== undefined && !group && escaped.length === 0 ? quiet + 1 : 0;
        // One look may miss a process that was just being forked; and one that dropped its environment may keep the pipes.
        if (quiet > 1 && (closed || now > killAt)) return settle({ state: why });
        if (now > killAt + stuckMs) return settle({ state: why }, true);
        if (now > killAt) call.signalGroup("SIGKILL");
        for (const pid of escaped) {
          if (now > killAt) signalProcess(pid, "SIGKILL");
          else if (!told.has(pid)) signalProcess(pid, "SIGTERM");
          told.add(pid);
        }
        timer = setTimeout(look, pollMs);
      };
      timer = setTimeout(look, 1);
    };
    const abort = () => stop("aborted");

    if (request.timeoutMs !== undefined) timer = setTimeout(() => stop("timed-out"), request.timeoutMs);
    request.signal.addEventListener("abort", abort, { once: true });
    child.once("exit", (exitCode, signal) => {
      exit = { state: "exited", exitCode, signal };
      if (stopping !== undefined) return;
      clearTimeout(timer);
      timer = setTimeout(() => exit && settle(exit), request.lingerMs ?? 1_000);
    });
    child.once("close", () => {
      closed = true;
      if (stopping === undefined && exit !== undefined) settle(exit);
    });
  });
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
