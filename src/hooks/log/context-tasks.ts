import type { TaskReport } from "../../engine/model/report.ts";
import type { EventOf } from "../../engine/model/run-events.ts";
import { hasFailed, isNoteworthy } from "../rendering/labels.ts";
import type { Progress } from "./log-render.ts";
import { type Segment, TaskBuffer } from "./task-buffer.ts";

/** A task that ended, and what it told until then. */
export interface EndedTask {
  readonly segments: readonly Segment[];
  /** The plan's word on it; undefined where no plan was shown. */
  readonly planned: TaskReport | undefined;
  /** It was planned as unchanged and is, and it printed nothing. */
  readonly isQuiet: boolean;
}

/** The tasks of the context that runs: what was planned, what runs, and how many are done. */
export class ContextTasks {
  readonly action: string;
  /** Tasks were started, so there is an outcome to tell. */
  executed = false;
  readonly #startedAt: number;
  readonly #planned = new Map<string, TaskReport>();
  readonly #buffers = new Map<string, TaskBuffer>();
  readonly #counts = { done: 0, total: 0, succeeded: 0, failed: 0, skipped: 0 };

  /** @param startedAt milliseconds, of the clock that the log uses; so are all times below */
  constructor({ action }: EventOf<"context-started">, startedAt: number) {
    this.action = action;
    this.#startedAt = startedAt;
  }

  planned(tasks: readonly TaskReport[]): void {
    this.#planned.clear();
    for (const task of tasks) this.#planned.set(task.name, task);
    this.#counts.total = tasks.length;
  }

  started(task: string, now: number): void {
    this.executed = true;
    this.#buffers.set(task, new TaskBuffer(now));
  }

  finished({ report, done, total }: EventOf<"task-finished">): EndedTask {
    this.executed = true;
    const counts = this.#counts;
    counts.done = done;
    counts.total = total;
    if (hasFailed(report)) counts.failed++;
    else if (report.status === "skipped" || report.status === "cancelled") counts.skipped++;
    else counts.succeeded++;
    const segments = this.#buffers.get(report.name)?.drain() ?? [];
    this.#buffers.delete(report.name);
    const planned = this.#planned.get(report.name);
    const isQuiet = segments.length === 0 && !isNoteworthy(report) && !(planned && isNoteworthy(planned));
    return { segments, planned, isQuiet };
  }

  /** The buffer of a task that runs; undefined before it starts and after its end. */
  running(task: string): TaskBuffer | undefined {
    return this.#buffers.get(task);
  }

  /** The buffer of a task; also for one whose start was not announced. */
  buffer(task: string, now: number): TaskBuffer {
    const known = this.#buffers.get(task);
    if (known) return known;
    const buffer = new TaskBuffer(now);
    this.#buffers.set(task, buffer);
    return buffer;
  }

  /** Takes out what running tasks printed so far; tasks that printed nothing are left out. */
  drain(): (readonly [task: string, segments: readonly Segment[]])[] {
    const all = [...this.#buffers].map(([task, buffer]) => [task, buffer.drain()] as const);
    return all.filter(([, segments]) => segments.length > 0);
  }

  /** How far it is. */
  progress(now: number): Progress {
    const running = [...this.#buffers].map(([task, { startedAt, doing }]) => {
      return { task, ms: now - startedAt, ...(doing === undefined ? {} : { doing }) };
    });
    return { ...this.#counts, elapsedMs: now - this.#startedAt, running };
  }
}
