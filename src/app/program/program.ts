import { setMaxListeners } from "node:events";
import { harmlessText } from "../../action/harmless.ts";
import { metadata } from "../../action/metadata.generated.ts";
import { leftRunningMs } from "../../engine/model/timing.ts";
import { createRedactor } from "../../engine/redaction/redactor.ts";
import { printableText } from "../../engine/text/printable.ts";
import { type Cancellation, cancellation, type Stray } from "../../node/cancellation.ts";
import { systemClock } from "../../node/clock.ts";
import { outliveTerminal } from "../../node/closed-terminal.ts";
import { ModuleCalls } from "../../node/modules/module-calls.ts";
import { guardProcess, type ProcessGuard } from "../../node/modules/process-guard.ts";
import { guardOutput, guardWarnings } from "../../node/output-guard.ts";
import { type DataOutput, dataOutput, type StandardStream, standardStream } from "../../node/standard-stream.ts";
import { trace } from "../../trace/trace.ts";
import { openTraceLog, type TraceLog } from "../../trace/trace-log.ts";
import { strayWords } from "../stray-errors.ts";

/** What the program is started with. */
export interface Start {
  readonly process: NodeJS.Process;
  /** Of the process. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** Ends the process at once. */
  exit(status: number): void;
}

/** As what the program was started. */
export type Part = "step" | "post-step" | "cache-worker" | "terminal";

/** What a process has once: who knows its secrets, its guarded streams, and what ends it. */
export class Program {
  readonly environment: Start["environment"];
  readonly process: NodeJS.Process;
  /** The one redactor of this process: whoever learns of a secret adds it here. */
  readonly redactor = createRedactor();
  readonly modules = new ModuleCalls();
  readonly stdout: StandardStream;
  /** Standard output, for what others are to read. */
  readonly data: DataOutput;
  /** Makes a text harmless that has no secret any more. */
  readonly shown: (text: string) => string;
  readonly #start: Start;
  readonly #stderr: StandardStream;
  /** There from the moment on at which modules may be called. */
  #guard: ProcessGuard | undefined;

  constructor(start: Start, part: Part) {
    const { process } = start;
    this.#start = start;
    this.environment = start.environment;
    this.process = process;
    this.shown = shownIn(part);
    const guard = {
      redaction: this.redactor,
      shown: this.shown,
      onExit: (flush: () => void): void => void process.on("exit", flush),
    };
    outliveTerminal(process);
    const ownStdout = guardOutput(process.stdout, guard);
    const ownStderr = guardOutput(process.stderr, guard);
    guardWarnings(process);
    // As many tasks as `parallelism` says listen to one signal: no leak, which Node would warn of.
    setMaxListeners(0);
    this.stdout = standardStream(ownStdout);
    this.data = dataOutput(ownStdout);
    this.#stderr = standardStream(ownStderr);
  }

  get version(): string {
    return metadata.version;
  }

  /** Lines on standard error, which nothing that they quote may steer. */
  readonly say = (text: string): void => {
    this.#stderr.write(this.shown(this.redactor.text(`${text}\n`)));
  };

  /** Nobody expected it: here, or in what a module of the repository left running. */
  readonly sayStray = (stray: Stray): void => {
    this.say(`opus: ${strayWords(stray)}`);
  };

  /** What ends a run before its time, from now on. */
  cancelled(): Cancellation {
    return cancellation(this.#start.process, {
      exit: this.#exit,
      stray: this.sayStray,
      by: () => this.modules.current,
    });
  }

  /** The runner's own keys, which what a server answers may hold. */
  addRunnerTokens(): void {
    for (const name of ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "GITHUB_TOKEN"])
      this.redactor.add(this.environment[name] ?? "");
  }

  /** Prints from now on what the process does, for bug reports. Lines are held until `open`, or until the process ends. */
  startTrace(print: (line: string) => void): TraceLog {
    const { process } = this.#start;
    const log = openTraceLog({ redact: (text) => this.redactor.text(text), print, now: systemClock.now });
    process.on("exit", log.open);
    const { version, platform, arch } = process;
    trace(() => `opus ${metadata.version}, Node ${version}, ${platform} ${arch}`);
    return log;
  }

  /** From now on no module ends the process, and none keeps it waiting for ever. */
  guard(ending: Cancellation): void {
    const { modules } = this;
    this.#guard = guardProcess(this.#start.process, {
      calls: modules,
      ended: ending.fail,
      stuck: () => {
        if (ending.stray()) return false;
        ending.fail(new Error("the run waits for something that can't come any more: nothing is left running"));
        return true;
      },
      lost: () => {
        const calls = modules.underWay.map(({ who, doing }) => `${who}, ${doing}`);
        const busy = calls.length === 0 ? "" : ` Under way: ${calls.join("; ")}.`;
        this.say(
          `opus: the process was ended before the run was through, by a way that can't be kept. What was done is in the journal, and the next run goes on from there.${busy}`,
        );
      },
    });
  }

  /** Everything is said and stored: the process ends with this status as soon as it can. */
  end(status: number): void {
    this.#start.process.exitCode = status;
    this.#guard?.over(status);
    // What a module of the repository left running must not keep the job waiting.
    setTimeout(() => this.#exit(status), leftRunningMs).unref();
  }

  readonly #exit = (status: number): void => {
    if (this.#guard) this.#guard.end(status);
    else this.#start.exit(status);
  };
}

function shownIn(part: Part): (text: string) => string {
  if (part === "step" || part === "post-step") return harmlessText;
  return part === "cache-worker" ? (text) => text : printableText;
}
