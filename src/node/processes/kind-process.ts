import { type ChildProcess, spawn } from "node:child_process";
import { basename } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as sleep } from "node:timers/promises";
import { killedStuckMs, processPollMs, programLingerMs, stopGraceMs } from "../../engine/model/timing.ts";
import type { KindProcess, KindProcessEnd, KindProcessRequest } from "../../engine/ports/kind-process.ts";
import type { Redaction } from "../../engine/text/line-buffer.ts";
import { trace } from "../../trace/trace.ts";
import { OutputTails } from "./captured-text.ts";
import { type ProcessCall, type ProcessGroups, signalProcess } from "./process-groups.ts";
import { markVariable } from "./process-table.ts";

export interface KindProcessOptions {
  readonly groups: ProcessGroups;
  readonly redaction: Redaction;
  /** What every program gets. */
  readonly env: { readonly [name: string]: string };
  /** Absolute. */
  readonly cwd: string;
  /** Who it runs for, as the ledger has it. */
  readonly owner: string;
  /** Between SIGTERM and SIGKILL, in milliseconds. Default 2,000. */
  readonly graceMs?: number;
}

const tailCharacters = 4 * 1024;

/**
 * Starts a program in a process group of its own, with pipes to stdin and from stdout and stderr.
 * @throws Error when it can't be started
 */
export async function startKindProcess(request: KindProcessRequest, options: KindProcessOptions): Promise<KindProcess> {
  const call = options.groups.begin(options.owner);
  let child: ChildProcess;
  try {
    child = spawn(request.command, request.args ?? [], {
      cwd: request.cwd ?? options.cwd,
      env: { ...options.env, ...request.env, [markVariable]: call.mark },
      stdio: ["pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    await started(child);
  } catch (error) {
    call.over();
    throw error;
  }
  return new RunningKindProcess(child, call, request, options);
}

function started(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined) return Promise.resolve();
  return new Promise((_, reject) => child.once("error", reject));
}

class RunningKindProcess implements KindProcess {
  readonly pid: number;
  readonly ended: Promise<KindProcessEnd>;
  readonly #child: ChildProcess;
  readonly #call: ProcessCall;
  readonly #options: KindProcessOptions;
  #exited = false;
  #stopped: Promise<void> | undefined;

  constructor(child: ChildProcess, call: ProcessCall, request: KindProcessRequest, options: KindProcessOptions) {
    this.#child = child;
    this.#call = call;
    this.#options = options;
    this.pid = child.pid as number;
    call.running(this.pid);
    const called = `kind ${options.owner}: ${basename(request.command)}`;
    trace(() => `${called}: started as process ${this.pid}`);
    const tails = new OutputTails(tailCharacters, options.redaction);
    // Errors of pipes tell nothing that the end of the program does not.
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on("error", () => undefined);
    child.on("error", () => undefined);
    onLines(child.stdout, (line) => request.onLine(line));
    const errors = new StringDecoder("utf8");
    child.stderr?.on("data", (chunk: Buffer) => tails.push("stderr", errors.write(chunk)));
    this.ended = new Promise((done) => {
      child.once("exit", (exitCode, signal) => {
        this.#exited = true;
        trace(() => `${called}: ${exitCode === null ? `killed by ${signal}` : `exit ${exitCode}`}`);
        const end = (): void => done({ exitCode, signal, stderr: tails.end().stderrTail });
        // What it has printed is read first, but for what others have kept the pipes open for.
        const linger = setTimeout(end, programLingerMs);
        child.once("close", () => {
          clearTimeout(linger);
          end();
        });
      });
    });
  }

  write(text: string): void {
    if (this.#child.stdin?.writable) this.#child.stdin.write(text);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    const { groups, graceMs = stopGraceMs } = this.#options;
    this.#call.signalGroup("SIGTERM");
    let killAt = Date.now() + graceMs;
    let lookedAt = Date.now();
    for (let quiet = 0; quiet < 2; ) {
      await sleep(processPollMs);
      const now = Date.now();
      if (groups.hurried) killAt = Math.min(killAt, now - 1);
      const { group, escaped } = this.#call.remains(lookedAt);
      lookedAt = Date.now();
      // One look may miss a process that was just being forked.
      quiet = this.#exited && !group && escaped.length === 0 ? quiet + 1 : 0;
      if (now > killAt + killedStuckMs) {
        this.#call.abandon();
        return;
      }
      if (now <= killAt) continue;
      this.#call.signalGroup("SIGKILL");
      for (const pid of escaped) signalProcess(pid, "SIGKILL");
    }
    this.#call.over();
  }
}

/** Line breaks alone end a line: JSON may hold all other signs that some readers take for one. */
function onLines(stream: ChildProcess["stdout"], take: (line: string) => void): void {
  const decoder = new StringDecoder("utf8");
  let rest: string[] = [];
  stream?.on("data", (chunk: Buffer) => {
    const [first = "", ...others] = decoder.write(chunk).split("\n");
    rest.push(first);
    for (const next of others) {
      take(rest.join(""));
      rest = [next];
    }
  });
}
