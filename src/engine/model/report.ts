import type { Diagnostic, Location } from "../diagnostics/diagnostic.ts";
import type { FailureReason } from "../diagnostics/failure-reasons.ts";
import type { JsonObject } from "../json/json.ts";
import type { Change, FieldDiff } from "./change.ts";
import type { Facts, TaskError } from "./outcome.ts";
import type { Reviewable } from "./review.ts";
import type { TaskState } from "./state-body.ts";

export type DriftState =
  | "in-sync"
  | "spec-changed"
  | "resource-changed"
  | "both"
  | "missing"
  | "unobservable"
  | "unknown"
  | "untracked";

/**
 * How a gate stands. `after-changes`: nothing can be said before what it depends on has changed. `in-turn`: this run looks at
 * it when it is its turn. `unknown`: nobody could look, or it was not come to.
 */
export type GateState = "holds" | "does-not-hold" | "after-changes" | "in-turn" | "unknown";

export type TaskStatus =
  | "planned"
  | "done"
  | "failed"
  | "rolled-back"
  | "tainted"
  | "skipped"
  | "cancelled"
  | "observed";

/** Which task a row of the report is about. */
export interface ReportedTask {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly location: Location | null;
  /** Names of the tasks that it depends on in this run. */
  readonly dependencies: readonly string[];
}

/** What was planned for a task. */
export interface ReportedPlan {
  readonly change: Change;
  readonly reason: string;
  readonly drift: DriftState;
  readonly fields: readonly FieldDiff[];
  /** What `before` of the fields is, but for those that drifted: what is there, or what was recorded. Absent: unknown. */
  readonly compared?: "live" | "recorded";
  /** The task is a gate: nothing is made of it, and `reason` says the same in words. Absent: it is none. */
  readonly gate?: GateState;
  /** What of `metadata` is recorded anew: pointers into it (`/name` after a rename). Absent: nothing. */
  readonly metadata?: readonly FieldDiff[];
}

/** What became of a task. */
export interface ReportedOutcome {
  readonly status: TaskStatus;
  /** Of a failure: nothing had been changed that could be rolled back, or nothing can undo what was. */
  readonly rollback?: "needless" | "impossible";
  readonly durationMs: number;
  /** Nothing sensitive. */
  readonly outputs: JsonObject;
  /** Names of outputs that are not shown; absent when there are none. */
  readonly sensitiveOutputs?: readonly string[];
  readonly error: TaskError | null;
}

/** One task in the report. */
export interface TaskReport extends ReportedTask, ReportedPlan, ReportedOutcome {
  /** Of a task that drifted: when it was recorded last, so since when at the earliest. ISO 8601, UTC. */
  readonly recordedAt?: string;
  /** What `describe` shows; absent for other commands. */
  readonly description?: TaskDescription;
}

/** The row of `describe`. */
export interface TaskDescription {
  readonly inManifest: boolean;
  readonly created: boolean;
  /** ISO 8601, or null when it was never created. */
  readonly createdAt: string | null;
  readonly specDrifted: boolean | null;
  readonly resourceDrifted: boolean | null;
  /** `sha256:…` of the canonical JSON; null where there is nothing to hash or it holds a secret. */
  readonly checksums: {
    readonly manifestSpec: string | null;
    readonly resolvedSpec: string | null;
    readonly appliedSpec: string | null;
    readonly resource: string | null;
  };
  /** What state holds of the task; null when it was never recorded. */
  readonly recorded: RecordedDescription | null;
  /** What is really there, as far as its processor looks; null when nothing was found or nobody could look. */
  readonly facts: Facts | null;
}

/** A recorded task as `describe` shows it: nothing secret, and texts as people read them. */
export interface RecordedDescription {
  readonly apiVersion: string;
  readonly kind: string;
  readonly status: TaskState["status"];
  /** Secrets as references: `${SECRET:name}`. */
  readonly spec: JsonObject;
  readonly outputs: JsonObject;
  /** Names of outputs that are not shown. */
  readonly sensitiveOutputs: readonly string[];
  readonly dependencies: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const countNames = [
  "create",
  "update",
  "replace",
  "delete",
  "adopt",
  "forget",
  "noop",
  "failed",
  "skipped",
  "unknown",
  "gate",
] as const;

export type Counts = { readonly [name in (typeof countNames)[number]]: number };

/** One context in the report. */
export interface ContextReport {
  readonly name: string;
  /** The project, where a report joins several. Absent: that of the report. */
  readonly project?: string;
  /** Its place among the contexts of the Project, from 0. Absent: no rule names it. */
  readonly place?: number;
  /** The in-scope tasks, in the order of this command. */
  readonly order: readonly string[];
  /** `sha256:…`, or null when there is no plan. */
  readonly planDigest: string | null;
  readonly state: {
    readonly backend: string;
    /** What is to be known of the backend wherever its name is shown; no part of a written report. */
    readonly label?: string;
    /** What this run stores is encrypted; absent: no. */
    readonly sealed?: boolean;
    readonly lineage: string | null;
    readonly serial: number;
    readonly revision: string | null;
  };
  readonly counts: Counts;
  /** The run was to delete all of these tasks, and none of so many others that are recorded; no part of a written report. */
  readonly deletes?: { readonly others: number };
  readonly tasks: readonly TaskReport[];
  /** What a preview of the plan tells, so that a later run knows whether its own is the same; absent: no review is possible. */
  readonly reviewable?: Reviewable;
  /** Why this context failed, if it did. */
  readonly failureReason: FailureReason | null;
}

/** A project in one of its contexts, as a row of a job matrix. The names are those of the inputs. */
export interface ProjectRow {
  readonly project: string;
  /** Empty: it can't be told, as the manifest has errors. */
  readonly context: string;
  /** Name of a file in the folder. Absent, with the folder: not known to a `report` without a report of `projects`. */
  readonly manifest?: string;
  readonly "working-directory"?: string;
  /** With `changed` alone; null: that can't be told. */
  readonly changed?: true | null;
  /** Why the manifest can't be used. Absent: it can. */
  readonly error?: string;
}

/** A context of a project. */
export type NamedContext = Pick<ProjectRow, "project" | "context">;

/** The report of a run: JSON at `report-path`, and what hooks get at the end. */
export interface RunReport {
  readonly format: "opus-report";
  readonly version: 1;
  readonly command: string;
  /** Of a plan, the command that it previews. */
  readonly previews?: string;
  readonly project: string;
  readonly result: "success" | "failure" | "cancelled";
  readonly failureReason: FailureReason | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly contexts: readonly ContextReport[];
  /** Of `projects`; of `report` over several projects what it was told of, with a row for each. */
  readonly projects?: readonly ProjectRow[];
  /** Of `projects` with `changed`: what was compared, and is as it is recorded. */
  readonly unchanged?: readonly NamedContext[];
}
