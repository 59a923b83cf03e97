import type { JsonObject } from "../json/json.ts";
import type { Change } from "./change.ts";
import type { Facts } from "./outcome.ts";
import type { ReviewRecord } from "./review.ts";
import type { Lifecycle, ScopeRule } from "./task.ts";

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
  /** Text of the kind's own, to the byte: neither parsed, compared, redacted nor shown. Only in sealed state. */
  readonly resource?: string;
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
  readonly resource?: string;
}

/** What state holds of a task, as its processor sees it. */
export interface RecordedTask {
  /** Secrets as references: `${SECRET:name}`. */
  readonly spec: JsonObject;
  /** By name (`KEY`), or bound (`command:context:KEY`). */
  readonly outputs: JsonObject;
  readonly observed?: Facts;
  /** Text of the kind's own, as it was given, to the byte. */
  readonly resource?: string;
  /** Outputs whose values state does not hold: they are sensitive, and it is not sealed. */
  readonly missing: readonly string[];
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
