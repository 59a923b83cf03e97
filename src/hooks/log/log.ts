import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { commandNamed, onlyLooks } from "../../engine/model/commands.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import type { EventOf, RunEvent } from "../../engine/model/run-events.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { oneLine, printableLines } from "../../engine/text/printable.ts";
import type { Surface } from "../../engine/text/surface.ts";
import type { Console, Tone } from "../../ports/console.ts";
import { renderAccepted } from "./accept-render.ts";
import type { LogLine } from "./console.ts";
import { ContextTasks, type EndedTask } from "./context-tasks.ts";
import { lockBrokenWords, lockWaitingWords, retryWords, rollbackWords } from "./event-words.ts";
import {
  renderComparison,
  renderContext,
  renderEnd,
  renderListed,
  renderManifest,
  renderOutcome,
  renderPlan,
  renderStart,
  taskTitle,
} from "./log-render.ts";
import { renderDescribe, renderDrift, renderProjects } from "./log-tables.ts";
import { type Every, ProgressLine } from "./progress-line.ts";
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
  readonly every?: Every;
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

type LockOrTask = Extract<RunEvent["type"], `lock-${string}` | `task-${string}`>;

class Log {
  readonly #options: LogOptions;
  readonly #console: Console;
  readonly #progress: ProgressLine;
  #tasks: ContextTasks | undefined;
  /** The context had more to tell than tasks without changes. */
  #isEventful = false;

  constructor(options: LogOptions) {
    const { console, now, every } = options;
    this.#options = options;
    this.#console = console;
    this.#progress = new ProgressLine({ console, now, every, progress: (at) => this.#tasks?.progress(at) });
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
        this.#progress.observing(event);
        break;
      case "paced":
        this.#progress.paced(event);
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
        this.#progress.stop();
        this.#print([...renderProjects(event.report), ...renderEnd(event, this.#options.surface)]);
        break;
      default:
        this.#ofLockOrTask(event);
    }
  }

  #compared(event: EventOf<"compared">): void {
    this.#progress.clear();
    this.#print(renderComparison(event));
  }

  #told({ task, text }: EventOf<"progress">): void {
    const buffer = task !== undefined && this.#console.live ? this.#tasks?.running(task) : undefined;
    if (!buffer) {
      this.#progress.tell(text);
      return;
    }
    // A line that is written anew all the time has it as long as it is true.
    buffer.doing = text;
    this.#progress.show();
  }

  #ofLockOrTask(event: EventOf<LockOrTask>): void {
    switch (event.type) {
      case "lock-waiting":
        this.#progress.tell(lockWaitingWords(event));
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
        this.#tasks?.buffer(event.task, this.#options.now()).output(event.text);
        break;
      case "task-retrying":
        this.#tasks?.buffer(event.task, this.#options.now()).note(retryWords(event));
        break;
      case "task-rolling-back":
        this.#tasks?.buffer(event.task, this.#options.now()).note(rollbackWords(event));
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
    this.#progress.stop();
    this.#progress.planned([]);
    this.#tasks = new ContextTasks(event, this.#options.now());
    this.#isEventful = false;
    this.#print(renderContext(event));
  }

  #planned({ tasks, counts, action }: EventOf<"planned">): void {
    this.#progress.planned(tasks);
    this.#progress.clear();
    this.#tasks?.planned(tasks);
    if (onlyLooks(commandNamed(action))) return;
    this.#print(renderPlan(tasks, counts, this.#options.verbose, action));
  }

  #taskStarted(task: string): void {
    if (!this.#tasks) return;
    this.#tasks.started(task, this.#options.now());
    this.#progress.started(task);
  }

  #taskFinished(event: EventOf<"task-finished">): void {
    if (!this.#tasks) return;
    const { report, done, total } = event;
    this.#progress.finished(report);
    const ended = this.#tasks.finished(event);
    // What was planned as unchanged and is, was counted in the plan; anything else is told.
    if (!ended.isQuiet || this.#options.verbose) this.#tell(report, ended);
    // A run in which nothing happens has no progress to tell.
    if (!this.#isEventful) return;
    // Where lines stay, a brief log has that of the task alone; how far a long run is, the timer tells.
    if (this.#console.live || (!this.#isBrief && done === total)) this.#progress.show();
    else if (!this.#isBrief) this.#progress.showAtMostOnceIn(1000);
  }

  /** The group of a task that ended. */
  #tell(report: TaskReport, { segments, planned }: EndedTask): void {
    this.#progress.clear();
    if (!this.#isEventful) this.#console.line("");
    this.#isEventful = true;
    const isTold = this.#isBrief && planned !== undefined && isAsPlanned(report, planned);
    this.#group(taskTitle(report), taskPieces(isTold ? { ...report, fields: [] } : report, segments));
  }

  get #isBrief(): boolean {
    return this.#options.brief === true && !this.#options.verbose;
  }

  #contextFinished({ report, elapsedMs }: EventOf<"context-finished">): void {
    this.#progress.stop();
    const tasks = this.#tasks;
    if (tasks?.action === "drift") this.#print(renderDrift(report));
    if (tasks?.action === "describe") this.#print(renderDescribe(report, this.#options.checksums));
    this.#flush("was running when the run ended");
    this.#print(renderOutcome(report, tasks?.executed ?? false, elapsedMs));
    this.#tasks = undefined;
  }

  #cancelling(signal: string): void {
    this.#progress.clear();
    const text = `Cancelled (${oneLine(signal)}): nothing new starts, what runs is stopped, state is saved. A second signal kills what still runs, a third one ends opus at once.`;
    this.#console.line(text, "warning");
    this.#flush("still running");
  }

  #diagnostic(diagnostic: Diagnostic): void {
    this.#progress.clear();
    const tone = diagnosticTones[diagnostic.severity];
    for (const line of printableLines(this.#options.frame(diagnostic))) this.#console.line(line, tone);
  }

  /** Shows what running tasks printed so far. */
  #flush(why: string): void {
    for (const [task, segments] of this.#tasks?.drain() ?? [])
      this.#group({ text: `… ${oneLine(task)}  ${why}`, tone: "warning" }, segments.map(piece));
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
}

/** What a task was to do is what it did: nothing has become known since. */
function isAsPlanned(report: TaskReport, planned: TaskReport): boolean {
  return report.change === planned.change && JSON.stringify(report.fields) === JSON.stringify(planned.fields);
}
