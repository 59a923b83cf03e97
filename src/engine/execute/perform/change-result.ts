import type { Change } from "../../model/change.ts";
import type { Output, TaskError } from "../../model/outcome.ts";
import type { TaskReport } from "../../model/report.ts";
import type { TaskState } from "../../model/state-body.ts";
import type { Decision } from "../../plan/decide/decision.ts";
import type { Desired } from "../../plan/desired.ts";
import type { PlannedTask } from "../../plan/planned-task.ts";
import type { StepResult } from "../../ports/hook.ts";
import type { CallServices } from "../calls/processor-calls.ts";

/** What one task came to. */
export interface ChangeResult {
  readonly status: StepResult["status"];
  /** What was really done. */
  readonly change: Change;
  readonly reason: string;
  /** The new state entry; null removes it, undefined leaves it. */
  readonly entry: TaskState | null | undefined;
  /** All that the task has now, as far as their values are known. */
  readonly outputs: readonly Output[];
  /** Keys of those that it did not give this time. */
  readonly kept?: ReadonlySet<string>;
  readonly error: TaskError | null;
  readonly rollback?: NonNullable<TaskReport["rollback"]>;
  /** Whether `rollback` has something to undo. */
  readonly undoable: boolean;
  /** What `rollback` takes it for, when that is not `change`. */
  readonly undoAs?: Change;
  readonly fields: Decision["fields"];
}

export interface PerformServices extends CallServices {
  /** To be called before the first effect; what it throws stops the task. */
  started(): void;
  /** See `ExecuteRequest.agreeAgain`. */
  readonly agreeAgain?: ((now: PlannedTask) => Promise<TaskError | undefined>) | undefined;
  /** Why the task can't have the resource that it wants, now that it is known which. */
  taken(desired: Desired): TaskError | undefined;
}
