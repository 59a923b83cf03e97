import type { JsonObject } from "../json/json.ts";
import type { Change } from "../model/change.ts";
import type { TaskError } from "../model/outcome.ts";
import type { RunReport, TaskStatus } from "../model/report.ts";
import type { RunEvent } from "../model/run-events.ts";

/** One task on its way through the hooks. */
export interface TaskStep {
  readonly task: string;
  readonly context: string;
  readonly command: string;
  readonly change: Change;
  readonly reason: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** Resolved once the built-in `resolve-variables` has run; holds no secret's value. */
  readonly spec: JsonObject;
}

/** What became of a step. */
export interface StepResult {
  readonly status: Extract<TaskStatus, "done" | "failed" | "rolled-back" | "tainted" | "cancelled">;
  /** What was really done; `noop` where a `may change` turned out the same. */
  readonly change: Change;
  readonly outputs: JsonObject;
  readonly error: TaskError | null;
}

export type Next = (step: TaskStep) => Promise<StepResult>;

/** Wraps tasks, observes events, or does something at the end; called in registration order. */
export interface Hook {
  readonly name: string;
  /** Only for these commands (built-in or custom names); absent: all. */
  readonly commands?: readonly string[];
  /** Wraps each task, inside `update-state` and around `process-task`. Must call `next` once. */
  around?(step: TaskStep, next: Next): Promise<StepResult>;
  on?(event: RunEvent): void;
  finish?(report: RunReport, signal: AbortSignal): Promise<void>;
}
