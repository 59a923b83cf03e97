import type { Location } from "../diagnostics/diagnostic.ts";
import type { Observation } from "../model/observation.ts";
import type { Facts } from "../model/outcome.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Lifecycle, Retries, ScopeRule, Task } from "../model/task.ts";
import type { KindPlan, TaskProcessor } from "../ports/processor.ts";
import type { Decision } from "./decision.ts";
import type { Desired, Recorded } from "./desired.ts";

/** What a run is going to do with one task, and all that it needs for it. */
export interface PlannedTask {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly location: Location | null;
  /** Of the manifest; undefined when the task left it, or when state alone says what to do. */
  readonly task: Task | undefined;
  /** The entry, also when its spec can't be resolved. */
  readonly entry: TaskState | undefined;
  readonly recorded: Recorded | undefined;
  /** Resolved as far as it is known. */
  readonly desired: Desired | undefined;
  readonly processor: TaskProcessor | undefined;
  readonly recordedProcessor: TaskProcessor | undefined;
  readonly decision: Decision;
  /** What its kind has planned by its own rules. */
  readonly ownPlan?: KindPlan | undefined;
  readonly status: "planned" | "failed" | "skipped";
  /** This run may not look into it: its kind comes from a module, or it waits for hidden values. */
  readonly hidden: boolean;
  /** Names of the tasks that it depends on in this run. */
  readonly dependencies: readonly string[];
  readonly scope: readonly ScopeRule[];
  readonly lifecycle: Lifecycle;
  readonly autoRollback: boolean;
  readonly retries: Retries;
  readonly timeoutMs: number | undefined;
  /** The name under which state holds it. */
  readonly formerName: string | undefined;
  /** Names of tasks whose place it takes, or that stand in its way: it waits until they have left. */
  readonly awaitsPlaceOf: readonly string[];
  readonly facts: Facts | undefined;
  /** What looking found where nothing is recorded yet. */
  readonly found: PresentResource | undefined;
  /** In the manifest's order, or the recorded one. */
  readonly order: number;
}

/** A resource that is there, as it was found. */
export type PresentResource = Extract<Observation, { readonly state: "present" }>;

/** What looking where nothing is recorded found, when there is something. */
export function newlyFound(observation: Observation | undefined): PresentResource | undefined {
  return observation?.state === "present" ? observation : undefined;
}
