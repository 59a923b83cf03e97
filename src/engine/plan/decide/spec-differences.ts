import { pointerWithin } from "../../json/json.ts";
import { diffJson, memberByMember, withoutPointers } from "../../json/json-diff.ts";
import type { FieldDiff } from "../../model/change.ts";
import { otherValues } from "../../recorded/recorded-secrets.ts";
import { readableTemplate } from "../../references/templates.ts";
import type { Desired, Recorded } from "../desired.ts";
import type { Situation } from "./decision.ts";

/**
 * How the manifest differs from what was applied, fields that wait for other tasks included.
 * @param recordOnly pointers where another value of the same secret does not count
 */
export function specDifferences(
  situation: Situation,
  recorded: Recorded,
  desired: Desired,
  recordOnly: readonly string[] | undefined,
): FieldDiff[] {
  const { ignoreChanges } = situation.lifecycle;
  const fields = memberByMember(diffJson(recorded.entry.spec, desired.stored)).map((field) => ({
    ...field,
    ...(field.before === undefined ? {} : { before: readableTemplate(field.before) }),
    ...(field.after === undefined ? {} : { after: readableTemplate(field.after) }),
  }));
  const written = withNotes(fields, desired);
  const valued = withoutPointers(otherValues(recorded.entry, desired, situation.sealed), recordOnly).filter(
    ({ path }) => !written.some((field) => pointerWithin(path, field.path)),
  );
  return withoutPointers([...written, ...valued], ignoreChanges);
}

/** Fields with what they wait for, and fields that wait for something though their text is the same. */
export function withNotes(fields: readonly FieldDiff[], desired: Desired): FieldDiff[] {
  const noted = fields.map((field) => {
    const waits = [...desired.unknowns]
      .filter(([pointer]) => pointerWithin(pointer, field.path))
      .flatMap(([, labels]) => labels);
    return waits.length > 0 ? { ...field, knownAfter: [...new Set(waits)] } : field;
  });
  // Stored text that equals the recorded text may still resolve to something else.
  const shown = new Set(noted.map((field) => field.path));
  for (const [pointer, labels] of desired.unknowns) {
    if (![...shown].some((path) => pointerWithin(pointer, path)))
      noted.push({ path: pointer, knownAfter: [...new Set(labels)] });
  }
  return noted;
}
