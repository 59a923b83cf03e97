import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Json } from "../json/json.ts";
import type { UnknownValue } from "../ports/processor.ts";
import type { FilterWatch } from "./filtered-secrets.ts";
import type { Reference } from "./references.ts";

/** What a reference stands for. */
export type Found =
  | { readonly type: "value"; readonly value: Json }
  /** Known, but for parts at any depth, which a task that runs later gives. `unknowns`: pointers into the value. */
  | { readonly type: "partial"; readonly value: Json; readonly label: string; readonly unknowns: UnknownParts }
  /** Used, masked, and left in place in what is stored. */
  | { readonly type: "secret"; readonly value: string; readonly env: string; readonly missing?: MissingSecrets }
  /** Used, and left in place in what is stored, because it holds a secret. */
  | {
      readonly type: "sensitive";
      readonly value: Json;
      readonly fresh?: boolean;
      readonly missing?: MissingSecrets;
    }
  /** A task that runs later gives it, or it is hidden from this run. `label` says what: `task:KEY`. */
  | { readonly type: "unknown"; readonly label: string; readonly of?: ValueType | undefined }
  /** There is no such thing; a fallback stands in for it, unless this is `final`. */
  | {
      readonly type: "missing";
      readonly code: DiagnosticCode;
      readonly message: string;
      readonly suggestion?: string;
      readonly final?: boolean;
    };

/** What a value is that is not known yet. */
export type ValueType = NonNullable<UnknownValue["type"]>;

/** Pointer → what stands there, if that is known. */
export type UnknownParts = ReadonlyMap<string, ValueType | undefined>;

/** Names of secrets that are not set where a plan is only shown: the value beside them is a note. Never empty. */
export type MissingSecrets = readonly string[];

export interface Lookup {
  (reference: Reference): Found;
  /** See `ReferenceEnvironment`. */
  readonly filtered?: FilterWatch | undefined;
}

/** A lookup, and who is told what filters make of what it finds. */
export function lookupWith(filtered: FilterWatch | undefined, find: (reference: Reference) => Found): Lookup {
  return Object.assign((reference: Reference) => find(reference), filtered && { filtered });
}
