import type { JsonObject } from "../json/json.ts";
import type { Change } from "./change.ts";
import type { Facts } from "./outcome.ts";
import type { ReviewRecord } from "./review.ts";
import type { Lifecycle, ScopeRule } from "./task.ts";

/** A spec as state keeps it, with its kind. Never a secret's value. */
export interface StoredSpec {
  readonly apiVersion: string;
  readonly kind: string;
  /**
   * `${SECRET:x}` is left in place, and every other `${` is written `$${`. In an intent, `${VAR:…}` of tasks that run
   * before stays in place, too.
   */
  readonly spec: JsonObject;
  /** Which environment variable held each secret that `spec` names. */
  readonly secrets?: { readonly [name: string]: string };
  /**
   * Keyed checksum of the value that each secret had when it was applied, and under its reference (`VAR:task:KEY`) of
   * what else `spec` leaves in place because it holds a secret. Only in sealed state.
   */
  readonly fingerprints?: { readonly [name: string]: string };
}

/** How a task stands to others and to commands, as state keeps it. */
export interface StoredRelations {
  readonly dependencies: readonly string[];
  readonly scope: readonly ScopeRule[];
  readonly lifecycle: Lifecycle;
  /** Place in the order of the run that recorded it. */
  readonly order: number;
}

/** What exists of a task, as state keeps it; of a change that is under way, so much of it as exists already. */
export interface Made {
  /** What the processor saw right after its last create or update. */
  readonly observed?: Facts;
  /** By name (`KEY`), or bound (`command:context:KEY`, either part may be empty). */
  readonly outputs: JsonObject;
  /** Names of outputs that are sensitive: never shown, and only in sealed state among `outputs`. */
  readonly sensitiveOutputs?: readonly string[];
  /** Text of the kind's own, to the byte: neither parsed, compared, redacted nor shown. Only in sealed state. */
  readonly resource?: string;
}

/** What state keeps of a task. Canonical JSON, never a secret's value. */
export interface TaskState extends StoredSpec, Made, StoredRelations {
  readonly status: "applied" | "tainted" | "interrupted";
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
export interface Intent extends StoredSpec, StoredRelations {
  readonly task: string;
  readonly change: Change;
  /** What a run that did not end had made by then. Absent: it said nothing of that. */
  readonly made?: Made;
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
