import type { JsonObject } from "../json/json.ts";
import type { TaskError } from "../model/outcome.ts";
import type { TaskState } from "../model/state-body.ts";
import type { RecordedScript } from "../ports/processor.ts";
import type { SecretUses } from "../recorded/recorded-secrets.ts";
import type { MissingSecrets, ValueType } from "../references/found.ts";

/** What a task should be: its spec with references resolved as far as they are known. */
export interface Desired {
  readonly value: JsonObject;
  /** As state would keep it. */
  readonly stored: JsonObject;
  /** Pointers that are known only later → what they wait for. Empty: `value` is whole. */
  readonly unknowns: ReadonlyMap<string, readonly string[]>;
  /** Of `unknowns`, what they will be, where that is known. */
  readonly unknownTypes?: ReadonlyMap<string, ValueType>;
  readonly secretPointers: ReadonlySet<string>;
  readonly secrets: SecretUses;
  /** Of `secrets`, the names of those that were given just now. */
  readonly fresh?: ReadonlySet<string>;
  /** Pointers that hold a note in place of a secret that is not set → the names of these secrets. */
  readonly missing?: ReadonlyMap<string, MissingSecrets>;
  /** Scripts of it of which only state in doubt tells. */
  readonly unvouched?: Unvouched;
}

/** What was applied: the entry, and its spec with secrets filled in. */
export interface Recorded {
  readonly entry: TaskState;
  readonly value: JsonObject;
  readonly secretPointers: ReadonlySet<string>;
  readonly secrets?: SecretUses;
  /** Pointers of what can't be filled in any more: outputs that unsealed state does not hold, secrets that are gone. */
  readonly unknown?: ReadonlySet<string>;
  /** See `Desired`. */
  readonly missing?: ReadonlyMap<string, MissingSecrets>;
  /** Pointers of what holds a secret whose value is another one now: `value` has today's. */
  readonly outdated?: ReadonlySet<string>;
  /** Scripts of it of which only state in doubt tells: none of them runs unless somebody has agreed to this plan. */
  readonly unvouched?: Unvouched;
  /** A value that it needs is not known any more, so that nothing of it can run. */
  readonly lost?: TaskError;
}

/** Scripts of which only state in doubt tells. */
export type Unvouched = ReadonlySet<RecordedScript>;
