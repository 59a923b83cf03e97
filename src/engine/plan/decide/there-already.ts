import { type JsonObject, pointerPath } from "../../json/json.ts";
import { equalJson, touches, valueAt, withoutPointers, withValueAt } from "../../json/json-diff.ts";
import type { FieldDiff } from "../../model/change.ts";
import type { Desired, Recorded } from "../desired.ts";
import type { Situation } from "./decision.ts";
import { differences } from "./live-fields.ts";

/**
 * Has somebody else made of the resource just what the manifest wants by now, so that nothing is left but to record it?
 * Each changed field has to be one that the kind looks at: with its recorded value in its place the resource would differ.
 * @param material what the manifest changes, but for what is only recorded
 */
export function isThereAlready(
  situation: Situation,
  recorded: Recorded,
  desired: Desired,
  material: readonly FieldDiff[],
): boolean {
  const { observation, processor, recordedProcessor, elsewhere, lifecycle } = situation;
  if (observation.state !== "present" || processor !== recordedProcessor) return false;
  // By its new spec it may have another name, and be the same.
  if (elsewhere && (elsewhere.state !== "present" || !equalJson(elsewhere.facts, observation.facts))) return false;
  if (processor.compare?.factFields || situation.onCommand || recorded.entry.status !== "applied") return false;
  if (desired.unknowns.size > 0 || material.some((field) => isUnsure(field, recorded, desired))) return false;
  const { facts } = observation;
  const differs = (spec: JsonObject): boolean =>
    withoutPointers(differences(processor, facts, spec, recorded.entry.observed), lifecycle.ignoreChanges).length > 0;
  try {
    return !differs(desired.value) && material.every(({ path }) => differs(asRecorded(desired, recorded, path)));
  } catch {
    // A kind may not take a spec that nobody has written.
    return false;
  }
}

/** Its value is secret, or not known: nobody can tell what is there. */
function isUnsure(
  { path, knownAfter, otherValues, sensitive }: FieldDiff,
  recorded: Recorded,
  desired: Desired,
): boolean {
  if (knownAfter || otherValues || sensitive) return true;
  return [recorded.secretPointers, desired.secretPointers, recorded.unknown, recorded.outdated].some((pointers) =>
    touches(path, pointers),
  );
}

/** What is wanted, with one field as it was recorded. */
function asRecorded({ value }: Desired, recorded: Recorded, pointer: string): JsonObject {
  const path = pointerPath(pointer);
  return withValueAt(value, path, valueAt(recorded.value, path)) as JsonObject;
}
