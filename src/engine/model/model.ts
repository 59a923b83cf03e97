import type { Diagnostic, FailureReason, Location } from "../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../json/json.ts";

/** A resource of the manifest: what should be, before any reference in it is resolved. */
export interface Task {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly description?: string;
  /** Names under which state may still hold this task. */
  readonly formerNames: readonly string[];
  readonly dependencies: readonly DependencyRule[];
  /** Absent: every command and context. */
  readonly processingScope?: readonly ScopeRule[];
  readonly autoRollback: boolean;
  readonly lifecycle: Lifecycle;
  /** Bound on one attempt of one operation, in milliseconds. */
  readonly timeoutMs?: number;
  readonly retries: Retries;
  /** As written, references and all. */
  readonly spec: JsonObject;
  /** Where the document begins. */
  readonly location: Location;
  /**
   * Finds the place of a part of the document.
   * @param pointer JSON pointer into the document (`/spec/path`); an unknown one gives its nearest known ancestor
   * @param options `offset`: characters into the string there; `key`: mark the key instead of the value
   */
  locate(pointer: string, options?: LocateOptions): Location;
}

export interface LocateOptions {
  readonly offset?: number;
  readonly key?: boolean;
}

/** Absent `commands` or `contexts` match all. Contexts may be globs. */
export interface ScopeRule {
  readonly commands?: readonly string[];
  readonly contexts?: readonly string[];
}

export interface DependencyRule extends ScopeRule {
  readonly tasks: readonly string[];
}

export interface Lifecycle {
  /** May a resource that opus did not make, and that differs, be taken over and changed? */
  readonly adopt?: boolean;
  /** What happens to the resource when the task leaves the manifest. Default: delete. */
  readonly onRemove?: "delete" | "forget";
  /** Contexts (globs) in which it may be neither deleted nor replaced; `true` is all of them. */
  readonly preventDestroy?: boolean | readonly string[];
  /** JSON pointers into the spec whose differences don't count. */
  readonly ignoreChanges?: readonly string[];
  /** Gone is normal (files on a hosted runner): made again in silence. */
  readonly ephemeral?: boolean;
  /** What to do after a crash that left it unclear whether the task ran. Default: stop. */
  readonly onInterrupted?: "stop" | "rerun";
}

export interface Retries {
  /** Further attempts after the first. */
  readonly limit: number;
  /** Pause before the first further attempt, in milliseconds; doubles each time. */
  readonly delayMs: number;
}

/** What state keeps of a task. Canonical JSON, never a secret's value. */
export interface TaskState {
  readonly apiVersion: string;
  readonly kind: string;
  readonly status: "applied" | "tainted" | "interrupted";
  /** The spec that was applied; `${SECRET:x}` is left in place and every other `${` is written `$${`. */
  readonly spec: JsonObject;
  /** Which environment variable held each secret that `spec` names. */
  readonly secrets?: { readonly [name: string]: string };
  /**
   * Keyed checksum of the value that each secret had when it was applied, and under its reference (`VAR:task:KEY`) of
   * what else `spec` leaves in place because it holds a secret. Only in sealed state.
   */
  readonly fingerprints?: { readonly [name: string]: string };
  /** What the processor saw right after its last create or update. */
  readonly observed?: JsonObject;
  /** By name (`KEY`), or bound (`command:context:KEY`, either part may be empty). */
  readonly outputs: JsonObject;
  /** Names of outputs that are sensitive: never shown, and only in sealed state among `outputs`. */
  readonly sensitiveOutputs?: readonly string[];
  readonly dependencies: readonly string[];
  readonly scope: readonly ScopeRule[];
  readonly lifecycle: Lifecycle;
  /** Place in the order of the run that recorded it. */
  readonly order: number;
  /** The module of the repository that brought its processor; absent for built-in kinds. */
  readonly module?: string;
  /** What a crash interrupted, when `status` is `interrupted`. */
  readonly interrupted?: Change;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type Change = "create" | "update" | "replace" | "delete" | "adopt" | "forget" | "noop" | "none";

/** What state says of the last run that changed something, so that `rollback` can undo it. */
export interface UndoEntry {
  readonly task: string;
  readonly change: Change;
  /** The entry before that run; null when there was none. */
  readonly before: TaskState | null;
}

/** What a run is about to do to a task, in stored state before the first effect of the run. */
export interface Intent {
  readonly task: string;
  readonly change: Change;
  readonly apiVersion: string;
  readonly kind: string;
  /** As in TaskState.spec; `${VAR:…}` of tasks that run before stays in place. */
  readonly spec: JsonObject;
  readonly secrets?: { readonly [name: string]: string };
  /** As in TaskState. */
  readonly fingerprints?: { readonly [name: string]: string };
  readonly dependencies: readonly string[];
  readonly scope: readonly ScopeRule[];
  readonly lifecycle: Lifecycle;
  readonly order: number;
  /** What a run that did not end had made by then. Absent: it said nothing of that. */
  readonly made?: Made;
}

/** What exists already of a change that is under way, as state keeps it. */
export interface Made {
  readonly observed?: Facts;
  /** As in TaskState. */
  readonly outputs: JsonObject;
  readonly sensitiveOutputs?: readonly string[];
}

/** What state holds of a task, as its processor sees it. */
export interface RecordedTask {
  /** Secrets as references: `${SECRET:name}`. */
  readonly spec: JsonObject;
  /** By name (`KEY`), or bound (`command:context:KEY`). */
  readonly outputs: JsonObject;
  readonly observed?: Facts;
  /** Outputs whose values state does not hold: they are sensitive, and it is not sealed. */
  readonly missing: readonly string[];
}

/** A change of a reviewed plan as far as a preview tells it: beginnings of digests, which tell what is different. */
export interface ReviewedChange {
  readonly change: Change;
  readonly wanted: string | null;
  readonly recorded: string | null;
  readonly live: string | null;
}

/** What state keeps of the reviewed plan that was applied last, until all of it is done. */
export interface ReviewRecord {
  /** Of the plan that was reviewed. */
  readonly digest: string;
  /** Its changes by name. */
  readonly items: { readonly [task: string]: ReviewRecordItem };
}

export interface ReviewRecordItem {
  readonly change: Change;
  /** `PlanItem.digest`. */
  readonly digest: string;
  readonly wanted: string | null;
  readonly awaits?: readonly string[];
}

/** The part of state that its digest covers. */
export interface StateBody {
  readonly tasks: { readonly [name: string]: TaskState };
  readonly undo: readonly UndoEntry[];
  readonly pending: readonly Intent[];
  /** 32 random bytes as hex: the key of all `fingerprints`. Only in sealed state. */
  readonly fingerprintKey?: string;
  /** While a reviewed plan is not wholly applied. */
  readonly review?: ReviewRecord;
}

/** State of one project and context at one serial. */
export interface Snapshot {
  /** UUID of this history; two states with different lineages have nothing to do with each other. */
  readonly lineage: string;
  /** Rises by one whenever the body changes. */
  readonly serial: number;
  readonly project: string;
  readonly context: string;
  readonly body: StateBody;
}

/** Which run writes state. */
export interface RunInfo {
  readonly id: string;
  readonly attempt: number;
  readonly sha: string;
  /** Link to the run, or empty. */
  readonly url: string;
}

export type Facts = JsonObject;

/** What looking at a resource found. */
export type Observation =
  | {
      readonly state: "present";
      readonly facts: Facts;
      /** What a task gets as its outputs that is recorded because of this look; all others keep theirs. */
      readonly outputs?: readonly Output[];
    }
  /** `partly`: what it should leave in the workspace is not there, and nobody can look at whatever else there is of it. */
  | { readonly state: "absent"; readonly partly?: true }
  /** The kind or task can't look, or needs values that are not known yet. */
  | { readonly state: "unobservable"; readonly why: string }
  /** It should be able to look and could not. */
  | { readonly state: "failed"; readonly error: TaskError };

/**
 * When a change of a field takes effect: what it holds runs or counts in this change, at a later one, or it is only
 * kept in state.
 */
export const effectTimes = ["now", "later", "recorded"] as const;
export type EffectTime = (typeof effectTimes)[number];

/** What the change of a field means beyond the change of the resource itself. */
export interface FieldEffect {
  readonly effect: EffectTime;
  /** The field is a script or the like, and this is what runs it: a change, `rollback`, or `look`. */
  readonly runs?: string;
}

/** One field that differs. `before`/`after` absent: the field is not there on that side. */
export interface FieldDiff extends Partial<FieldEffect> {
  /** JSON pointer into the spec (or into what `observed` holds: `/observed/…`). */
  readonly path: string;
  /** What is really there, wherever that is known; else what was recorded. */
  readonly before?: Json;
  readonly after?: Json;
  /** `before` is not what opus left: somebody else changed it. */
  readonly drifted?: boolean;
  /** Of a drifted field, what opus left there, where that is not `after`. */
  readonly left?: Json;
  /** Neither side may be shown: the field holds a secret. */
  readonly sensitive?: boolean;
  /** References (`${SECRET:name}`) in this field that stand for other values than when it was applied. */
  readonly otherValues?: readonly string[];
  /** `after` is known only after these tasks ran, as `task:KEY` (or the name of what is hidden). */
  readonly knownAfter?: readonly string[];
  readonly forcesReplacement?: boolean;
}

export interface Output {
  /** `[A-Za-z_][A-Za-z0-9_-]*` */
  readonly name: string;
  readonly value: Json;
  readonly sensitive?: boolean;
  /** Bound to this command and/or context. */
  readonly command?: string;
  readonly context?: string;
}

/** What a create or update leaves behind. */
export interface Outcome {
  readonly outputs: readonly Output[];
  /** Recorded, and handed to `differs` the next time. */
  readonly observed?: Facts;
  readonly warnings?: readonly string[];
}

/** Why a task failed, for people. */
export interface TaskError {
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Further lines: the end of a script's output, a stack. */
  readonly detail?: string;
  /** What led to it, or what failed after it (a rollback). */
  readonly causes?: readonly TaskError[];
}

export type DriftState =
  | "in-sync"
  | "spec-changed"
  | "resource-changed"
  | "both"
  | "missing"
  | "unobservable"
  | "unknown"
  | "untracked";

export type TaskStatus =
  | "planned"
  | "done"
  | "failed"
  | "rolled-back"
  | "tainted"
  | "skipped"
  | "cancelled"
  | "observed";

/** One task in the report: what was planned for it and what became of it. */
export interface TaskReport {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly change: Change;
  readonly reason: string;
  readonly status: TaskStatus;
  /** Of a failure: nothing had been changed that could be rolled back, or nothing can undo what was. */
  readonly rollback?: "needless" | "impossible";
  readonly drift: DriftState;
  readonly fields: readonly FieldDiff[];
  /** What `before` of the fields is, but for those that drifted: what is there, or what was recorded. Absent: unknown. */
  readonly compared?: "live" | "recorded";
  /** What of `metadata` is recorded anew: pointers into it (`/name` after a rename). Absent: nothing. */
  readonly metadata?: readonly FieldDiff[];
  readonly durationMs: number;
  /** Nothing sensitive. */
  readonly outputs: JsonObject;
  /** Names of outputs that are not shown; absent when there are none. */
  readonly sensitiveOutputs?: readonly string[];
  readonly error: TaskError | null;
  readonly location: Location | null;
  /** What `describe` shows; absent for other commands. */
  readonly description?: TaskDescription;
  /** Names of the tasks that it depends on in this run. */
  readonly dependencies: readonly string[];
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
] as const;
export type Counts = { readonly [name in (typeof countNames)[number]]: number };

/** What is known of a plan that somebody may review. */
export interface Reviewable {
  /** Ties the digest to the pull request; null without a signing key. */
  readonly seal: string | null;
  /** The changes, by task. */
  readonly changes: { readonly [task: string]: ReviewedChange };
}

/** One context in the report. */
export interface ContextReport {
  readonly name: string;
  /** The in-scope tasks, in the order of this command. */
  readonly order: readonly string[];
  /** `sha256:…`, or null when there is no plan. */
  readonly planDigest: string | null;
  readonly state: {
    readonly backend: string;
    /** What this run stores is encrypted; absent: no. */
    readonly sealed?: boolean;
    readonly lineage: string | null;
    readonly serial: number;
    readonly revision: string | null;
  };
  readonly counts: Counts;
  readonly tasks: readonly TaskReport[];
  /** What a preview of the plan tells, so that a later run knows whether its own is the same; absent: no review is possible. */
  readonly reviewable?: Reviewable;
  /** Why this context failed, if it did. */
  readonly failureReason: FailureReason | null;
}

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
}
