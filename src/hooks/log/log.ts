import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { commandNamed, onlyLooks } from "../../engine/model/commands.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import type { EventOf, RunEvent } from "../../engine/model/run-events.ts";
import { progressStepMs, progressTerminalMs } from "../../engine/model/timing.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { oneLine, printableLines } from "../../engine/text/printable.ts";
import type { Surface } from "../../engine/text/surface.ts";
import type { Console, Tone } from "../../ports/console.ts";
import { hasFailed, isNoteworthy, wholeSeconds } from "../rendering/labels.ts";
import { renderAccepted } from "./accept-render.ts";
import type { LogLine } from "./console.ts";
import { lockBrokenWords, lockWaitingWords, retryWords, rollbackWords } from "./event-words.ts";
import {
  renderComparison,
  renderContext,
  renderEnd,
  renderListed,
  renderManifest,
  renderOutcome,
  renderPlan,
  renderProgress,
  renderStart,
  taskTitle,
} from "./log-render.ts";
import { renderDescribe, renderDrift, renderProjects } from "./log-tables.ts";
import { Pace } from "./pace.ts";
import { TaskBuffer } from "./task-buffer.ts";
import { type Piece, piece, taskPieces } from "./task-pieces.ts";

export interface LogOptions {
  readonly console: Console;
  /** A diagnostic as text with a code frame. */
  readonly frame: (diagnostic: Diagnostic) => string;
  /** List unchanged tasks and tell more of what happens. */
  readonly verbose: boolean;
  /** Show the checksum columns of `describe`. */
  readonly checksums: boolean;
  /** A finished task is one line, where the plan has shown the rest; with \`verbose\` all of it is told. Default: it is not. */
  readonly brief?: boolean;
  /** How it speaks of settings. Default: as in a step. */
  readonly surface?: Surface;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Calls again and again until the returned function is called. Default: an interval that keeps no process alive. */
  readonly every?: (ms: number, call: () => void) => () => void;
}

const diagnosticTones: { readonly [severity in Diagnostic["severity"]]: Tone } = {
  error: "error",
  warning: "warning",
  notice: "muted",
};

/** The log of a run: plan, one group per task with all that it printed, progress, and at the end what to do next. */
export function createLog(options: LogOptions): Hook {
  const log = new Log(options);
  return { name: "log", on: (event) => log.on(event) };
}

/** What is known of the context that runs. */
interface Current {
  readonly context: string;
  readonly action: string;
  readonly planned: Map<string, TaskReport>;
  readonly buffers: Map<string, TaskBuffer>;
  /** Tasks were started, so there is an outcome to tell. */
  executed: boolean;
  /** There was more to tell than tasks without changes. */
  eventful: boolean;
  total: number;
  done: number;
  succeeded: number;
  failed: number;
  skipped: number;
  readonly startedAt: number;
}

type LockOrTask = Extract<RunEvent["type"], `lock-${string}` | `task-${string}`>;

class Log {
  readonly #options: LogOptions;
  readonly #console: Console;
  readonly #pace = new Pace();
  #current: Current | undefined;
  #stopTimer: (() => void) | undefined;
  #progressAt = Number.NEGATIVE_INFINITY;

  constructor(options: LogOptions) {
    this.#options = options;
    this.#console = options.console;
  }

  on(event: RunEvent): void {
    switch (event.type) {
      case "run-started":
        this.#print(renderStart(event, this.#options.verbose));
        break;
      case "manifest-loaded":
        this.#print(renderManifest(event));
        break;
      case "context-started":
        this.#contextStarted(event);
        break;
      case "progress":
        this.#told(event);
        break;
      case "observing":
        this.#observing(event.done, event.total, event.elapsedMs);
        break;
      case "paced":
        this.#pace.paced(event, (text) => this.#console.progress(text));
        break;
      case "planned":
        this.#planned(event);
        break;
      case "state-saved":
        this.#stateSaved(event);
        break;
      case "context-finished":
        this.#contextFinished(event);
        break;
      case "compared":
        this.#compared(event);
        break;
      case "context-listed":
      case "accepted":
        this.#print(event.type === "accepted" ? renderAccepted(event) : renderListed(event));
        break;
      case "diagnostic":
        this.#diagnostic(event.diagnostic);
        break;
      case "cancelling":
        this.#cancelling(event.signal);
        break;
      case "run-finished":
        this.#stop();
        this.#print([...renderProjects(event.report), ...renderEnd(event, this.#options.surface)]);
        break;
      default:
        this.#ofLockOrTask(event);
    }
  }

  #compared(event: EventOf<"compared">): void {
    this.#console.progress(undefined);
    this.#print(renderComparison(event));
  }

  #told({ task, text }: EventOf<"progress">): void {
    const buffer = task !== undefined && this.#console.live ? this.#current?.buffers.get(task) : undefined;
    if (!buffer) {
      this.#console.progress(oneLine(text));
      return;
    }
    // A line that is written anew all the time has it as long as it is true.
    buffer.doing = text;
    this.#progress();
  }

  #ofLockOrTask(event: EventOf<LockOrTask>): void {
    switch (event.type) {
      case "lock-waiting":
        this.#console.progress(lockWaitingWords(event));
        break;
      case "lock-broken":
        this.#console.line(lockBrokenWords(event), "warning");
        break;
      case "lock-unsure":
        this.#console.line(`It can't be told whether that run is over: ${oneLine(event.why)}`, "warning");
        break;
      case "task-started":
        this.#taskStarted(event.task);
        break;
      case "task-output":
        this.#buffer(event.task)?.output(event.text);
        break;
      case "task-retrying":
        this.#buffer(event.task)?.note(retryWords(event));
        break;
      case "task-rolling-back":
        this.#buffer(event.task)?.note(rollbackWords(event));
        break;
      case "task-finished":
        this.#taskFinished(event);
        break;
    }
  }

  #stateSaved({ serial, tasks, pending }: EventOf<"state-saved">): void {
    if (!this.#options.verbose) return;
    this.#console.line(`State saved: serial ${serial}, ${tasks} recorded, ${pending} pending`, "muted");
  }

  #contextStarted(event: EventOf<"context-started">): void {
    this.#stop();
    this.#pace.planned([]);
    this.#current = {
      context: event.context,
      action: event.action,
      planned: new Map(),
      buffers: new Map(),
      executed: false,
      eventful: false,
      total: 0,
      done: 0,
      succeeded: 0,
      failed: 0,
      skipped: 0,
      startedAt: this.#options.now(),
    };
    this.#print(renderContext(event));
  }

  #observing(done: number, total: number, elapsedMs: number): void {
    this.#pace.observing(done, total);
    if (done >= total) {
      this.#console.progress(undefined);
      return;
    }
    // Short looks are not worth a line in a log that can't be rewritten.
    if (!this.#console.live && (elapsedMs < 5000 || !this.#due(5000))) return;
    this.#console.progress(this.#pace.with(`Looking at resources: ${done} of ${total} · ${wholeSeconds(elapsedMs)}`));
  }

  #planned({ tasks, counts, action }: EventOf<"planned">): void {
    this.#pace.planned(tasks);
    this.#console.progress(undefined);
    const current = this.#current;
    if (current) {
      current.planned.clear();
      for (const task of tasks) current.planned.set(task.name, task);
      current.total = tasks.length;
    }
    if (onlyLooks(commandNamed(action))) return;
    this.#print(renderPlan(tasks, counts, this.#options.verbose, action));
  }

  #taskStarted(task: string): void {
    const current = this.#current;
    if (!current) return;
    current.executed = true;
    this.#pace.started(task);
    current.buffers.set(task, new TaskBuffer(this.#options.now()));
    this.#startTimer();
    if (this.#console.live) this.#progress();
  }

  #taskFinished({ report, done, total }: EventOf<"task-finished">): void {
    const current = this.#current;
    if (!current) return;
    current.executed = true;
    current.done = done;
    current.total = total;
    this.#pace.finished(report);
    if (hasFailed(report)) current.failed++;
    else if (report.status === "skipped" || report.status === "cancelled") current.skipped++;
    else current.succeeded++;
    const segments = current.buffers.get(report.name)?.drain() ?? [];
    current.buffers.delete(report.name);
    // What was planned as unchanged and is, was counted in the plan; anything else is told.
    const planned = current.planned.get(report.name);
    const quiet = segments.length === 0 && !isNoteworthy(report) && !(planned && isNoteworthy(planned));
    if (!quiet || this.#options.verbose) {
      this.#console.progress(undefined);
      if (!current.eventful) this.#console.line("");
      current.eventful = true;
      const told = this.#isBrief && planned !== undefined && isAsPlanned(report, planned);
      this.#group(taskTitle(report), taskPieces(told ? { ...report, fields: [] } : report, segments));
    }
    // A run in which nothing happens has no progress to tell.
    if (!current.eventful) return;
    // Where lines stay, a brief log has that of the task alone; how far a long run is, the timer tells.
    if (this.#console.live || (!this.#isBrief && (done === total || this.#due(1000)))) this.#progress();
  }

  get #isBrief(): boolean {
    return this.#options.brief === true && !this.#options.verbose;
  }

  #contextFinished({ report, elapsedMs }: EventOf<"context-finished">): void {
    this.#stop();
    const current = this.#current;
    if (current?.action === "drift") this.#print(renderDrift(report));
    if (current?.action === "describe") this.#print(renderDescribe(report, this.#options.checksums));
    this.#flush("was running when the run ended");
    this.#print(renderOutcome(report, current?.executed ?? false, elapsedMs));
    this.#current = undefined;
  }

  #cancelling(signal: string): void {
    this.#console.progress(undefined);
    const text = `Cancelled (${oneLine(signal)}): nothing new starts, what runs is stopped, state is saved. A second signal kills what still runs, a third one ends opus at once.`;
    this.#console.line(text, "warning");
    this.#flush("still running");
  }

  #diagnostic(diagnostic: Diagnostic): void {
    this.#console.progress(undefined);
    const tone = diagnosticTones[diagnostic.severity];
    for (const line of printableLines(this.#options.frame(diagnostic))) this.#console.line(line, tone);
  }

  /** Shows what running tasks printed so far. */
  #flush(why: string): void {
    for (const [task, buffer] of this.#current?.buffers ?? []) {
      const pieces = buffer.drain().map(piece);
      if (pieces.length === 0) continue;
      this.#group({ text: `… ${oneLine(task)}  ${why}`, tone: "warning" }, pieces);
    }
  }

  /** A group, or just its title when there is nothing inside. */
  #group({ text, tone }: LogLine, pieces: readonly Piece[]): void {
    if (pieces.length === 0) {
      this.#console.line(text, tone);
      return;
    }
    this.#console.group(text, tone);
    for (const inside of pieces) {
      if ("output" in inside) this.#console.output(inside.output);
      else this.#console.line(inside.text, inside.tone);
    }
    this.#console.endGroup();
  }

  #print(lines: readonly LogLine[]): void {
    for (const { text, tone } of lines) this.#console.line(text, tone);
  }

  /** The buffer of a task; also for one whose start was not announced. */
  #buffer(task: string): TaskBuffer | undefined {
    const buffers = this.#current?.buffers;
    if (!buffers) return undefined;
    let buffer = buffers.get(task);
    if (!buffer) {
      buffer = new TaskBuffer(this.#options.now());
      buffers.set(task, buffer);
    }
    return buffer;
  }

  #progress(): void {
    const current = this.#current;
    if (!current) return;
    const now = this.#options.now();
    this.#progressAt = now;
    const { done, total, succeeded, failed, skipped } = current;
    const running = [...current.buffers].map(([task, { startedAt, doing }]) => {
      return { task, ms: now - startedAt, ...(doing === undefined ? {} : { doing }) };
    });
    const elapsedMs = now - current.startedAt;
    const progress = renderProgress({ done, total, succeeded, failed, skipped, elapsedMs, running });
    this.#console.progress(this.#pace.with(progress));
  }

  /** True at most once in `ms`. */
  #due(ms: number): boolean {
    const now = this.#options.now();
    if (now - this.#progressAt < ms) return false;
    this.#progressAt = now;
    return true;
  }

  #startTimer(): void {
    if (this.#stopTimer) return;
    const every = this.#options.every ?? interval;
    this.#stopTimer = every(this.#console.live ? progressTerminalMs : progressStepMs, () => {
      if (this.#console.live || this.#due(9000)) this.#progress();
    });
  }

  #stop(): void {
    this.#pace.over();
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#console.progress(undefined);
  }
}

/** What a task was to do is what it did: nothing has become known since. */
function isAsPlanned(report: TaskReport, planned: TaskReport): boolean {
  return report.change === planned.change && JSON.stringify(report.fields) === JSON.stringify(planned.fields);
}

function interval(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  timer.unref();
  return () => clearInterval(timer);
}
