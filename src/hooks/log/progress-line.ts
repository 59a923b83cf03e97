import type { TaskReport } from "../../engine/model/report.ts";
import type { EventOf } from "../../engine/model/run-events.ts";
import { progressStepMs, progressTerminalMs } from "../../engine/model/timing.ts";
import { oneLine } from "../../engine/text/printable.ts";
import type { Console } from "../../ports/console.ts";
import { wholeSeconds } from "../rendering/labels.ts";
import { type Progress, renderProgress } from "./log-render.ts";
import { Pace } from "./pace.ts";

/** Calls again and again, in milliseconds, until the returned function is called. */
export type Every = (ms: number, call: () => void) => () => void;

export interface ProgressLineOptions {
  readonly console: Console;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Default: an interval that keeps no process alive. */
  readonly every?: Every | undefined;
  /** How far the tasks of the context are; undefined while there is none. */
  readonly progress: (now: number) => Progress | undefined;
}

/** The line that tells what goes on right now: rewritten in place where the console is live, seldom where lines stay. */
export class ProgressLine {
  readonly #options: ProgressLineOptions;
  readonly #console: Console;
  readonly #pace = new Pace();
  #stopTimer: (() => void) | undefined;
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(options: ProgressLineOptions) {
    this.#options = options;
    this.#console = options.console;
  }

  /** Tells something else than the progress of tasks. */
  tell(text: string): void {
    this.#console.progress(oneLine(text));
  }

  /** Takes the line away, so that others can be printed. */
  clear(): void {
    this.#console.progress(undefined);
  }

  observing({ done, total, elapsedMs }: EventOf<"observing">): void {
    this.#pace.observing(done, total);
    if (done >= total) {
      this.clear();
      return;
    }
    // Short looks are not worth a line in a log that can't be rewritten.
    if (!this.#console.live && (elapsedMs < 5000 || !this.#due(5000))) return;
    this.#console.progress(this.#pace.with(`Looking at resources: ${done} of ${total} · ${wholeSeconds(elapsedMs)}`));
  }

  paced(event: EventOf<"paced">): void {
    this.#pace.paced(event, (text) => this.#console.progress(text));
  }

  /** Another stage of the run begins with these tasks. */
  planned(tasks: readonly TaskReport[]): void {
    this.#pace.planned(tasks);
  }

  /** A task begins: from now on the line is shown again and again. */
  started(task: string): void {
    this.#pace.started(task);
    this.#startTimer();
    if (this.#console.live) this.show();
  }

  /** A task has ended; the line stays as it is. */
  finished(report: TaskReport): void {
    this.#pace.finished(report);
  }

  /** Shows how far the tasks are. */
  show(): void {
    const now = this.#options.now();
    const progress = this.#options.progress(now);
    if (progress === undefined) return;
    this.#shownAt = now;
    this.#console.progress(this.#pace.with(renderProgress(progress)));
  }

  /** Shows how far the tasks are, where lines stay at most once in `ms`. */
  showAtMostOnceIn(ms: number): void {
    if (this.#console.live || this.#due(ms)) this.show();
  }

  /** Nothing goes on any more. */
  stop(): void {
    this.#pace.over();
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.clear();
  }

  /** True at most once in `ms`. */
  #due(ms: number): boolean {
    const now = this.#options.now();
    if (now - this.#shownAt < ms) return false;
    this.#shownAt = now;
    return true;
  }

  #startTimer(): void {
    if (this.#stopTimer) return;
    const every = this.#options.every ?? interval;
    const ms = this.#console.live ? progressTerminalMs : progressStepMs;
    this.#stopTimer = every(ms, () => this.showAtMostOnceIn(9000));
  }
}

function interval(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  timer.unref();
  return () => clearInterval(timer);
}
