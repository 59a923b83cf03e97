import type { Json } from "../json/json.ts";

export type Change = "create" | "update" | "replace" | "delete" | "adopt" | "forget" | "noop" | "none";

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
  /** Of a drifted field: a change of opus did not end, so it may be that one's, and nobody else's. */
  readonly unfinished?: boolean;
  /** Of a drifted field, what opus left there, where that is not `after`. */
  readonly left?: Json;
  /** Neither side may be shown: the field holds a secret. */
  readonly sensitive?: boolean;
  /** References (`${SECRET:name}`) in this field that stand for other values than when it was applied. */
  readonly otherValues?: readonly string[];
  /** `after` is known only after these tasks ran, as `task:KEY` (or the name of what is hidden). */
  readonly knownAfter?: readonly string[];
  readonly forcesReplacement?: boolean;
  /** It is written and not compared: what is there is not looked at. */
  readonly writeOnly?: boolean;
}
