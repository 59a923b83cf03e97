import type { PlanPolicy } from "../model/plan-policy.ts";
import type { Plan } from "../plan/plan-model.ts";
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
  readonly toolbox: Toolbox;
}
