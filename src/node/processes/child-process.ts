import { basename } from "node:path";
import { pipeLingerMs, processPollMs, stopGraceMs } from "../../engine/model/timing.ts";
import type { Redaction } from "../../engine/text/line-buffer.ts";
import type { ProcessEnd, StoppedProcess } from "../../ports/processes.ts";
import { trace } from "../../trace/trace.ts";
import { type CapturedText, OutputTails, TextCapture } from "./captured-text.ts";
import { type ProcessCall, type ProcessGroups, signalProcess, stuckMs } from "./process-groups.ts";
import { markVariable } from "./process-table.ts";
import { runProcess } from "./run-process.ts";

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
  /** It was stopped. `left`: something that it has started still runs; else nothing of it that can be found. */
  | { readonly state: "timed-out" | "aborted"; readonly left?: true }
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

/**
 * Runs a program in a process group of its own, with stdin closed. On abort and timeout the whole group, and what has
 * left it, gets SIGTERM and, after the grace, SIGKILL; when the program itself is gone earlier, the others get the rest
 * of the grace and then SIGKILL. Background programs that outlive a normal end are left alone. Never rejects.
 */
export async function runChild(request: ChildRequest): Promise<ChildResult> {
  const output = new ChildOutput(request);
  if (request.signal.aborted) return output.result({ state: "aborted" });
  let call: ProcessCall;
  try {
    call = request.groups.begin(request.task);
  } catch (error) {
    return output.result({ state: "not-started", code: errorCode(error) });
  }
  const called = `${request.task === undefined ? "" : `task "${request.task}": `}${basename(request.command)}`;
  let after: Aftermath = { stuck: false, left: false };
  const end = await runProcess({
    called,
    command: request.command,
    args: request.args,
    cwd: request.cwd,
    env: { ...request.env, [markVariable]: call.mark },
    signal: request.signal,
    ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
    lingerMs: request.lingerMs ?? pipeLingerMs,
    mayLeaveOthers: true,
    onStart: (pid) => {
      trace(() => `${called}: started as process ${pid}`);
      call.running(pid);
    },
    onOutput: (stream, chunk) => output.take(stream, chunk),
    stop: (running, over) =>
      stopGently(running, call, request, (what) => {
        after = what;
        over();
      }),
  });
  if (after.stuck) call.abandon();
  else call.over();
  return output.result(withoutMessage(end, after.left));
}

/** What stopping a program came to. */
interface Aftermath {
  /** Something of it is known that can't be ended. */
  readonly stuck: boolean;
  /** That, or something that nobody finds still has its pipes open. */
  readonly left: boolean;
}

/** Both streams of a program, as they come. */
class ChildOutput {
  readonly #request: ChildRequest;
  readonly #streams: { readonly stdout: TextCapture; readonly stderr: TextCapture };
  readonly #tails: OutputTails;

  constructor(request: ChildRequest) {
    const { captureBytes, redaction } = request;
    this.#request = request;
    this.#streams = { stdout: new TextCapture(captureBytes), stderr: new TextCapture(captureBytes) };
    this.#tails = new OutputTails(tailCharacters, redaction);
  }

  take(stream: "stdout" | "stderr", chunk: Buffer): void {
    this.#report(stream, this.#streams[stream].push(chunk));
  }

  result(end: ChildEnd): ChildResult {
    const { stdout, stderr } = this.#streams;
    this.#report("stdout", stdout.end());
    this.#report("stderr", stderr.end());
    return { end, stdout: stdout.captured, stderr: stderr.captured, ...this.#tails.end() };
  }

  #report(stream: "stdout" | "stderr", text: string): void {
    if (text === "") return;
    this.#tails.push(stream, text);
    this.#request.onOutput(stream, text);
  }
}

/**
 * Ends the group of a program and what has left it.
 */
function stopGently(
  running: StoppedProcess,
  call: ProcessCall,
  { groups, graceMs = stopGraceMs }: Pick<ChildRequest, "groups" | "graceMs">,
  over: (after: Aftermath) => void,
): void {
  call.signalGroup("SIGTERM");
  let killAt = Date.now() + graceMs;
  let lookedAt = Date.now();
  let quiet = 0;
  const told = new Set<number>();
  const look = (): void => {
    const now = Date.now();
    if (groups.hurried) killAt = Math.min(killAt, now - 1);
    const { group, escaped } = call.remains(lookedAt);
    lookedAt = Date.now();
    quiet = running.exited && !group && escaped.length === 0 ? quiet + 1 : 0;
    // One look may miss a process that was just being forked; and one that dropped its environment may keep the pipes.
    const gone = quiet > 1 && (running.closed || now > killAt);
    if (gone || now > killAt + stuckMs) {
      over({ stuck: !gone, left: !gone || !running.closed });
      return;
    }
    if (now > killAt) call.signalGroup("SIGKILL");
    for (const pid of escaped) {
      if (now > killAt) signalProcess(pid, "SIGKILL");
      else if (!told.has(pid)) signalProcess(pid, "SIGTERM");
      told.add(pid);
    }
    setTimeout(look, processPollMs);
  };
  setTimeout(look, 1);
}

function withoutMessage(end: ProcessEnd, left: boolean): ChildEnd {
  if (end.state === "not-started") return { state: end.state, code: end.code };
  return left && end.state !== "exited" ? { ...end, left } : end;
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
