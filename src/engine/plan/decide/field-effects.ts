import { pointerWithin } from "../../json/json.ts";
import { type Change, effectTimes, type FieldDiff, type FieldEffect } from "../../model/change.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import type { Desired, Recorded } from "../desired.ts";
import type { Decision, Situation } from "./decision.ts";

/**
 * Changed fields with what their change means, as their kind says it, or else: recorded only, for those that count in
 * no comparison, and nothing to add for all others.
 * @param recordOnly pointers of fields that are only recorded
 */
export function withEffects(
  changed: readonly FieldDiff[],
  change: Change,
  { processor, recordedProcessor }: Pick<Situation, "processor" | "recordedProcessor">,
  recorded: Recorded,
  desired: Desired,
  recordOnly: readonly string[] | undefined,
): FieldDiff[] {
  if (changed.length === 0) return [];
  // Another kind reads its fields in another way.
  const said =
    processor === recordedProcessor ? processor.compare?.effects?.(change, recorded.value, desired.value) : undefined;
  const effects = Object.entries(said ?? {}).filter(([, one]) => isEffect(one));
  return changed.map((field) => {
    const effect = effects.find(([pointer]) => pointerWithin(field.path, pointer))?.[1];
    if (effect) return { ...field, effect: effect.effect, ...(effect.runs === undefined ? {} : { runs: effect.runs }) };
    const kept = recordOnly?.some((pointer) => pointerWithin(field.path, pointer));
    return kept ? { ...field, effect: "recorded" } : field;
  });
}

/** A decision whose fields say which of them are written and not compared. */
export function withWriteOnly(decision: Decision, { compare }: TaskProcessor, desired: Desired | undefined): Decision {
  if (!compare?.writeOnly || !desired || decision.fields.length === 0) return decision;
  const pointers = compare.writeOnly(desired.value, desired.secretPointers);
  if (pointers.length === 0) return decision;
  const isIn = ({ path }: FieldDiff): boolean => pointers.some((pointer) => pointerWithin(path, pointer));
  return {
    ...decision,
    fields: decision.fields.map((field) => (isIn(field) ? { ...field, writeOnly: true } : field)),
  };
}

/** Modules may say anything. */
function isEffect(given: unknown): given is FieldEffect {
  const { effect, runs } = (given ?? {}) as Partial<FieldEffect>;
  return effectTimes.some((time) => time === effect) && (runs === undefined || typeof runs === "string");
}
