import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import { programLingerMs } from "../../engine/model/timing.ts";
import type { ProcessEnd, ProcessRequest, StoppedProcess } from "../../ports/processes.ts";
import { stopwatch, trace } from "../../trace/trace.ts";
import { signalGroup } from "./process-groups.ts";
import { windowsTrees } from "./windows-tree.ts";

/**
 * Runs a program in a process group of its own, so that Ctrl-C in a terminal does not reach it. All programs are run by
 * this. Whatever becomes of it is a value; never rejects.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  if (request.signal?.aborted) return Promise.resolve({ state: "aborted" });
  const took = stopwatch();
  return begin(request).then((end) => {
    trace(() => `${request.called}: ${endWords(end, request)} in ${took()}`);
    return end;
  });
}

function begin(request: ProcessRequest): Promise<ProcessEnd> {
  let child: ChildProcess;
  try {
    child = start(request);
  } catch (error) {
    return Promise.resolve(notStarted(error));
  }
  // Errors of pipes tell nothing that the end of the program does not.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on("error", () => undefined);
  const { pid } = child;
  if (pid === undefined) return new Promise((done) => child.once("error", (error) => done(notStarted(error))));
  return new Promise((done) => new RunningProcess(child, pid, request, done));
}

function start({ command, args, cwd, env, input, onMessage }: ProcessRequest): ChildProcess {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe", ...(onMessage ? (["ipc"] as const) : [])],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  // A program may end without reading all of it.
  child.stdin?.end(input);
  return child;
}

class RunningProcess implements StoppedProcess {
  readonly #child: ChildProcess;
  readonly #pid: number;
  readonly #request: ProcessRequest;
  readonly #done: (end: ProcessEnd) => void;
  readonly #deadline: NodeJS.Timeout | undefined;
  #linger: NodeJS.Timeout | undefined;
  #exit: ProcessEnd | undefined;
  #closed = false;
  #stopping: "timed-out" | "aborted" | undefined;
  #settled = false;

  constructor(child: ChildProcess, pid: number, request: ProcessRequest, done: (end: ProcessEnd) => void) {
    this.#child = child;
    this.#pid = pid;
    this.#request = request;
    this.#done = done;
    windowsTrees.begin(pid);
    request.onStart?.(pid);
    const { timeoutMs } = request;
    this.#deadline = timeoutMs === undefined ? undefined : setTimeout(() => this.#stop("timed-out"), timeoutMs);
    request.signal?.addEventListener("abort", this.#abort, { once: true });
    this.#listen();
  }

  get exited(): boolean {
    return this.#exit !== undefined;
  }

  get closed(): boolean {
    return this.#closed;
  }

  #listen(): void {
    const child = this.#child;
    // What a background program writes later is read on, so that it does not die of a full pipe.
    for (const stream of ["stdout", "stderr"] as const)
      child[stream]?.on("data", (chunk: Buffer) => {
        if (!this.#settled) this.#request.onOutput(stream, chunk);
      });
    child.on("message", (message) => {
      if (this.#request.onMessage?.(message)) this.#kill();
    });
    child.on("error", () => undefined);
    child.once("exit", (exitCode, signal) => {
      this.#exit = { state: "exited", exitCode, signal };
      clearTimeout(this.#deadline);
      if (!this.#stoppedByOthers)
        this.#linger = setTimeout(() => this.#end(), this.#request.lingerMs ?? programLingerMs);
    });
    child.once("close", () => {
      this.#closed = true;
      if (!this.#stoppedByOthers) this.#end();
    });
  }

  readonly #abort = (): void => this.#stop("aborted");

  #stop(why: "timed-out" | "aborted"): void {
    if (this.#stopping !== undefined || this.#settled) return;
    this.#stopping = why;
    clearTimeout(this.#deadline);
    if (this.#request.stop === undefined) {
      this.#kill();
      return;
    }
    clearTimeout(this.#linger);
    this.#request.stop(this, () => this.#settle({ state: why }));
  }

  /** Whoever stops it says when it is over. */
  get #stoppedByOthers(): boolean {
    return this.#stopping !== undefined && this.#request.stop !== undefined;
  }

  #kill(): void {
    signalGroup(this.#pid, "SIGKILL");
  }

  #end(): void {
    if (this.#stopping !== undefined) this.#settle({ state: this.#stopping });
    else if (this.#exit !== undefined) this.#settle(this.#exit);
  }

  #settle(end: ProcessEnd): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#deadline);
    clearTimeout(this.#linger);
    if (this.#request.stop === undefined) windowsTrees.forget(this.#pid);
    this.#request.signal?.removeEventListener("abort", this.#abort);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (!this.#request.mayLeaveOthers) stream?.destroy();
      // Reading on must not keep this process alive.
      else (stream as Socket | null)?.unref();
    }
    this.#done(end);
  }
}

function notStarted(error: unknown): ProcessEnd {
  if (!(error instanceof Error)) return { state: "not-started", code: "unknown", message: String(error) };
  return { state: "not-started", code: "code" in error ? String(error.code) : "unknown", message: error.message };
}

function endWords(end: ProcessEnd, { timeoutMs }: ProcessRequest): string {
  switch (end.state) {
    case "exited":
      return end.exitCode === null ? `killed by ${end.signal}` : `exit ${end.exitCode}`;
    case "timed-out":
      return `stopped after its time limit of ${timeoutMs} ms,`;
    case "aborted":
      return "stopped, as the run was cancelled,";
    case "not-started":
      return `not started (${end.code})`;
  }
}

/** What a program answered that was only asked something. */
export interface ProgramAnswer {
  /** It ended with status 0, within the bounds. */
  readonly ok: boolean;
  /** Its exit status, or the code of the system error for which it could not be started; else empty. */
  readonly code: string;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program for what it prints.
 * @param request `mostBytes`: of both streams together; more is no answer
 */
export async function askProgram({
  mostBytes,
  ...request
}: Omit<ProcessRequest, "onOutput" | "signal"> & { readonly mostBytes: number }): Promise<ProgramAnswer> {
  const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const tooMuch = new AbortController();
  let bytes = 0;
  const end = await runProcess({
    ...request,
    signal: tooMuch.signal,
    onOutput: (stream, chunk) => {
      bytes += chunk.length;
      if (bytes > mostBytes) tooMuch.abort();
      else printed[stream].push(chunk);
    },
  });
  const code = end.state === "exited" ? String(end.exitCode ?? "") : end.state === "not-started" ? end.code : "";
  const text = (stream: "stdout" | "stderr"): string => Buffer.concat(printed[stream]).toString("utf8");
  return { ok: code === "0", code, stdout: text("stdout"), stderr: text("stderr") };
}
