import type { Location, Severity } from "../diagnostics/diagnostic.ts";
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

/** A plan of one context before anything of it is carried out. `counts` and `tasks` are as the written report has them. */
export interface PlanForReview {
  /** As it was called: `apply`; `plan` for one that is only shown. */
  readonly command: string;
  /** Of a plan that is only shown, the command that it previews. */
  readonly previews?: string;
  /** What is done, by its built-in name. */
  readonly action: string;
  readonly project: string;
  readonly context: string;
  readonly digest: string;
  readonly order: readonly string[];
  readonly counts: JsonObject;
  readonly tasks: readonly JsonObject[];
  /**
   * Asked once more, in the middle of an apply: the name of the task that comes next, and of which all is known now. Absent:
   * asked about the plan as a whole, before anything is done.
   */
  readonly nowKnown?: string;
}

/** What a policy has against a plan. */
export interface PolicyProblem {
  readonly message: string;
  /** A warning stops nothing. */
  readonly severity: Extract<Severity, "error" | "warning">;
  /** Name of the task that it is about; absent: the plan as a whole. */
  readonly task?: string;
  /** JSON pointer into the spec of the task. */
  readonly pointer?: string;
  readonly hint?: string;
}

/** Wraps tasks, observes events, or does something at the end; called in registration order. */
export interface Hook {
  readonly name: string;
  /** Where the Project names it; absent for built-in ones. */
  readonly location?: Location;
  /** Only for these commands (built-in or custom names); absent: all. */
  readonly commands?: readonly string[];
  /** Wraps each task, inside `update-state` and around `process-task`. Must call `next` once. */
  around?(step: TaskStep, next: Next): Promise<StepResult>;
  /**
   * A policy: asked of each plan that is shown or about to be carried out. What it throws forbids the plan.
   * @param signal aborts when the answer is not waited for any more
   */
  review?(plan: PlanForReview, signal: AbortSignal): Promise<readonly PolicyProblem[]>;
  on?(event: RunEvent): void;
  finish?(report: RunReport, signal: AbortSignal): Promise<void>;
  /** How long that may take, in milliseconds; absent: `hookFinishMs`. Asked when it begins. */
  finishMs?(): number;
}
