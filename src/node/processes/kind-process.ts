import { type ChildProcess, spawn } from "node:child_process";
import { basename } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as sleep } from "node:timers/promises";
import { taskError } from "../../engine/execute/calls/retry-call.ts";
import { programLineLength } from "../../engine/model/size-limits.ts";
import { processPollMs, programLingerMs, stopGraceMs } from "../../engine/model/timing.ts";
import type { KindProcess, KindProcessEnd, KindProcessRequest } from "../../engine/ports/kind-process.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { grouped } from "../../engine/text/grouped.ts";
import type { Redaction } from "../../engine/text/line-buffer.ts";
import { trace } from "../../trace/trace.ts";
import { OutputTails } from "./captured-text.ts";
import { type ProcessCall, type ProcessGroups, signalProcess, stuckMs } from "./process-groups.ts";
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
  /** Called at most once, with why nothing of what the program prints is taken any more: it is being ended. */
  broken(failure: TaskFailure): void;
}

const tailCharacters = 4 * 1024;

/**
 * Starts a program in a process group of its own, with pipes to stdin and from stdout and stderr.
 * @throws TaskFailure when the request is none; Error when it can't be started
 */
export async function startKindProcess(request: KindProcessRequest, options: KindProcessOptions): Promise<KindProcess> {
  checkRequest(request);
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

/** Modules ask, so nothing of it is what its type says. Of all else Node says itself what is wrong. */
function checkRequest(request: unknown): void {
  const given =
    typeof request === "object" && request !== null ? (request as { readonly [name: string]: unknown }) : {};
  const { command, args = [], onLine } = given;
  const isText = (value: unknown): boolean => typeof value === "string";
  const wrong = (what: string): TaskFailure =>
    new TaskFailure(`\`start\` was given ${what}`, {
      hint: "It takes {command, args, cwd, env, onLine}; all but `command` and `onLine` may be left out.",
    });
  if (!isText(command) || command === "") throw wrong("no text as `command`");
  if (!Array.isArray(args) || !args.every(isText)) throw wrong("something else than a list of texts as `args`");
  if (typeof onLine !== "function") throw wrong("no function as `onLine`");
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
  readonly #request: KindProcessRequest;
  #exited = false;
  #broken = false;
  #stopped: Promise<void> | undefined;

  constructor(child: ChildProcess, call: ProcessCall, request: KindProcessRequest, options: KindProcessOptions) {
    this.#child = child;
    this.#call = call;
    this.#options = options;
    this.#request = request;
    this.pid = child.pid as number;
    call.running(this.pid);
    const called = `kind ${options.owner}: ${basename(request.command)}`;
    trace(() => `${called}: started as process ${this.pid}`);
    const tails = new OutputTails(tailCharacters, options.redaction);
    // Errors of pipes tell nothing that the end of the program does not.
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on("error", () => undefined);
    child.on("error", () => undefined);
    this.#readLines(child.stdout);
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

  /** Line breaks alone end a line: JSON may hold all other signs that some readers take for one. */
  #readLines(stream: ChildProcess["stdout"]): void {
    const decoder = new StringDecoder("utf8");
    let rest: string[] = [];
    let length = 0;
    stream?.on("data", (chunk: Buffer) => {
      if (this.#broken) return;
      const parts = decoder.write(chunk).split("\n");
      for (const [index, part] of parts.entries()) {
        if (index > 0) {
          this.#take(rest.join(""));
          rest = [];
          length = 0;
        }
        if (this.#broken) return;
        rest.push(part);
        length += part.length;
        if (length <= programLineLength) continue;
        rest = [];
        this.#break(
          new TaskFailure(`its program printed a line of more than ${grouped(programLineLength)} characters`, {
            hint: "Have it print a line break after each answer, and long answers in parts.",
          }),
        );
      }
    });
  }

  #take(line: string): void {
    try {
      const answer: unknown = this.#request.onLine(line);
      // Modules may write it as an async function, whatever its type says.
      if (answer instanceof Promise) answer.catch((error: unknown) => this.#threw(error));
    } catch (error) {
      this.#threw(error);
    }
  }

  #threw(thrown: unknown): void {
    const { message, hint, detail } = taskError(thrown);
    this.#break(
      new TaskFailure(`\`onLine\` threw: ${message}`, {
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
      }),
    );
  }

  #break(failure: TaskFailure): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#options.broken(failure);
    void this.stop();
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
      if (now > killAt + stuckMs) {
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
