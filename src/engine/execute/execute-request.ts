import type { TaskError } from "../model/outcome.ts";
import type { PlanPolicy } from "../model/plan-policy.ts";
import type { Plan } from "../plan/plan-model.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { Hook } from "../ports/hook.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { References } from "../ports/references.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import type { Prepared } from "../prepare/prepare.ts";
import type { ScopeMatcher } from "../prepare/scope.ts";

/** A plan, and what it is carried out with. */
export interface ExecuteRequest {
  readonly plan: Plan;
  readonly prepared: Prepared;
  readonly scope: ScopeMatcher;
  readonly recorder: Recorder;
  readonly references: Pick<References, "output">;
  /** Those that wrap tasks: the repository's own, in order. */
  readonly hooks: readonly Hook[];
  readonly policy: Pick<PlanPolicy, "parallelism" | "failFast">;
  /**
   * Asks whether a task may be changed now that all of its values are known, of which some were not when the plan was agreed
   * to. Absent: nobody has to be asked.
   * @param now the task as it is known by now
   * @returns why it may not
   * @throws Cancelled
   */
  agreeAgain?(now: PlannedTask): Promise<TaskError | undefined>;
  readonly toolbox: Toolbox;
}
