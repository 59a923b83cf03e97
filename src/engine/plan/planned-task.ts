import type { Location } from "../diagnostics/diagnostic.ts";
import type { Observation } from "../model/observation.ts";
import type { Facts } from "../model/outcome.ts";
import type { StoredRelations, TaskState } from "../model/state-body.ts";
import type { Retries, Task } from "../model/task.ts";
import type { KindPlan, TaskProcessor } from "../ports/processor.ts";
import type { Decision } from "./decide/decision.ts";
import type { Withheld } from "./decide/withheld.ts";
import type { Desired, Recorded } from "./desired.ts";

/** Which task it is. */
export interface PlannedSubject {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly location: Location | null;
  /** The name under which state holds it. */
  readonly formerName: string | undefined;
}

/** What is planned from: the task as it is declared and as it is recorded, and who knows its kind. */
export interface PlannedBasis {
  /** Of the manifest; undefined when the task left it, or when state alone says what to do. */
  readonly task: Task | undefined;
  /** The entry, also when its spec can't be resolved. */
  readonly entry: TaskState | undefined;
  readonly recorded: Recorded | undefined;
  /** Resolved as far as it is known. */
  readonly desired: Desired | undefined;
  readonly processor: TaskProcessor | undefined;
  readonly recordedProcessor: TaskProcessor | undefined;
}

/** What looking at the resource told. */
export interface PlannedLook {
  readonly facts: Facts | undefined;
  /** What looking found where nothing is recorded yet, or what is recorded as it was found (`Decision.foundAsWanted`). */
  readonly found: PresentResource | undefined;
}

/** What came out of planning. */
export interface PlannedResult {
  readonly decision: Decision;
  /** What its kind has planned by its own rules. */
  readonly ownPlan?: KindPlan | undefined;
  readonly status: "planned" | "failed" | "skipped";
  /** This run may not look into it: its kind comes from a module, or it waits for hidden values. */
  readonly hidden: boolean;
  /** What can't be told of it, since secrets are not set here. */
  readonly withheld?: Withheld | undefined;
}

/** How the task stands to others and to commands in this run. `order`: in the manifest's order, or the recorded one. */
export interface PlannedRelations extends StoredRelations {
  /** Those of `dependencies` that it waits for in this run. The others are what gates among them depend on. */
  readonly waitsFor: readonly string[];
  /** Names of tasks whose place it takes, or that stand in its way: it waits until they have left. */
  readonly awaitsPlaceOf: readonly string[];
}

/** How what is done to the task is tried, and whether it is undone when it fails. */
export interface PlannedEffort {
  readonly autoRollback: boolean;
  readonly retries: Retries;
  /** Bound on one attempt, in milliseconds. */
  readonly timeoutMs: number | undefined;
}

/** What a run is going to do with one task, and all that it needs for it. */
export interface PlannedTask
  extends PlannedSubject,
    PlannedBasis,
    PlannedLook,
    PlannedResult,
    PlannedRelations,
    PlannedEffort {}

/** A resource that is there, as it was found. */
export type PresentResource = Extract<Observation, { readonly state: "present" }>;

/** What looking where nothing is recorded found, when there is something. */
export function newlyFound(observation: Observation | undefined): PresentResource | undefined {
  return observation?.state === "present" ? observation : undefined;
}
