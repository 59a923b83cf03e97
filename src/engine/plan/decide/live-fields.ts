import { type JsonObject, pointerPath, pointerWithin } from "../../json/json.ts";
import {
  declaredDifferences,
  equalJson,
  touches,
  valueAt,
  withoutPointers,
  withValueAt,
} from "../../json/json-diff.ts";
import type { FieldDiff } from "../../model/change.ts";
import type { Observation } from "../../model/observation.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import { wasMasked } from "../../redaction/masked.ts";
import { readableTemplate } from "../../references/templates.ts";
import type { Desired, Recorded } from "../desired.ts";
import type { Situation } from "./decision.ts";

/** Live facts against a spec, by the processor's own comparison or the default one. */
export function differences(
  processor: TaskProcessor,
  facts: JsonObject,
  spec: JsonObject,
  observed: JsonObject | undefined,
): FieldDiff[] {
  return processor.compare?.differs?.(facts, spec, observed) ?? declaredDifferences(facts, spec);
}

/** How the live resource differs from what was applied: `before` is what is there, `after` what opus left. */
export function liveFields(
  { observation, recordedProcessor, lifecycle }: Pick<Situation, "observation" | "recordedProcessor" | "lifecycle">,
  recorded: Recorded,
): FieldDiff[] {
  if (observation.state !== "present") return [];
  // Nothing was recorded to compare with.
  if (recordedProcessor.compare?.factFields && recorded.entry.observed === undefined) return [];
  const fields = differences(recordedProcessor, observation.facts, recorded.value, recorded.entry.observed);
  const known = fields.filter(({ path }) => !touches(path, recorded.unknown) && !touches(path, recorded.outdated));
  const shown = hide(known, recorded.secretPointers).map((field): FieldDiff => {
    const sensitive = isFact(field) && wasMasked(field.after);
    return { ...field, drifted: true, ...(sensitive ? { sensitive } : {}) };
  });
  return withoutPointers(shown, lifecycle.ignoreChanges);
}

/**
 * How the live resource differs from what is wanted now, where the kind compares facts with specs.
 * @returns undefined when nobody can tell
 */
export function wantedFields(
  { observation, processor, recordedProcessor, lifecycle }: Situation,
  recorded: Recorded,
  desired: Desired,
): ReadonlyMap<string, FieldDiff> | undefined {
  if (observation.state !== "present" || processor !== recordedProcessor || processor.compare?.factFields)
    return undefined;
  const fields = differences(processor, observation.facts, desired.value, recorded.entry.observed);
  const unknown = new Set(desired.unknowns.keys());
  const known = hide(hide(fields, desired.secretPointers), recorded.secretPointers).filter(
    (field) => !isFact(field) && !touches(field.path, unknown),
  );
  return new Map(withoutPointers(known, lifecycle.ignoreChanges).map((field) => [field.path, field]));
}

/** What `before` of fields is, for a task that was or was not looked at. */
export function comparedWith(observation: Observation, { compare }: TaskProcessor): "live" | "recorded" {
  return compare?.factFields || (observation.state !== "present" && observation.state !== "absent")
    ? "recorded"
    : "live";
}

/**
 * Fields that the manifest changes, with what is really there as `before` wherever it is known, and behind them what
 * else is not as opus left it.
 * @param changed what was recorded → what is wanted
 * @param live what is there → what opus left
 * @param wanted what is there → what is wanted, by path; undefined: nobody can tell
 */
export function overLive(
  changed: readonly FieldDiff[],
  live: readonly FieldDiff[],
  wanted: ReadonlyMap<string, FieldDiff> | undefined,
  desired: Desired,
): FieldDiff[] {
  const merged: FieldDiff[] = [];
  const told = new Set<FieldDiff>();
  for (const field of changed) {
    const above = live.find(({ path }) => pointerWithin(field.path, path));
    if (above) {
      if (told.has(above)) continue;
      told.add(above);
      merged.push(above.path === field.path ? sameField(field, above, wanted) : wholeField(above, changed, desired));
      continue;
    }
    const below = live.filter(({ path }) => pointerWithin(path, field.path));
    for (const one of below) told.add(one);
    merged.push(below.length > 0 ? patched(field, below) : newlyDeclared(field, wanted));
  }
  const others = live.filter((field) => !told.has(field)).map((field) => towards(field, wanted));
  return [...merged, ...others];
}

/**
 * What goes with a resource, as it really is.
 * @param recorded what opus left, as `before`
 * @param live what is there → what opus left
 */
export function leavingFields(recorded: readonly FieldDiff[], live: readonly FieldDiff[]): FieldDiff[] {
  const told = new Set<FieldDiff>();
  const shown = recorded.flatMap((field): FieldDiff[] => {
    const above = live.find(({ path }) => pointerWithin(field.path, path));
    if (above) {
      if (told.has(above)) return [];
      told.add(above);
      return gone(above);
    }
    const below = live.filter(({ path }) => pointerWithin(path, field.path));
    for (const one of below) told.add(one);
    return [below.length > 0 ? patched(field, below) : field];
  });
  return [...shown, ...live.filter((field) => !told.has(field)).flatMap(gone)];
}

/** A drifted field of which nothing is wanted any more; nothing when nothing is there. */
function gone({ after, ...field }: FieldDiff): FieldDiff[] {
  return field.before === undefined ? [] : [{ ...field, ...leftBehind(after, field) }];
}

/** The same field was changed by the manifest and by somebody else. */
function sameField(field: FieldDiff, live: FieldDiff, wanted: ReadonlyMap<string, FieldDiff> | undefined): FieldDiff {
  const exact = wanted?.get(field.path);
  const { before: _, ...rest } = field;
  const { before } = exact ?? live;
  const sensitive = field.sensitive || live.sensitive || exact?.sensitive;
  // A kind may say the same in other words on both sides (a checksum for a long text).
  const after = exact && !field.knownAfter && !sensitive && exact.after !== undefined ? { after: exact.after } : {};
  return {
    ...rest,
    ...(before === undefined ? {} : { before }),
    ...after,
    drifted: true,
    ...(sensitive ? { sensitive } : {}),
    ...leftBehind(live.after, { sensitive }),
  };
}

/** A list or an object that is another one as a whole, with parts of it changed by the manifest. */
function wholeField(live: FieldDiff, changed: readonly FieldDiff[], desired: Desired): FieldDiff {
  const { before, after: left, path } = live;
  const parts = changed.filter((field) => pointerWithin(field.path, path));
  const after = valueAt(desired.stored, pointerPath(path));
  const knownAfter = [...new Set(parts.flatMap((field) => field.knownAfter ?? []))];
  const sensitive = live.sensitive || parts.some((field) => field.sensitive);
  return {
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after: readableTemplate(after) }),
    ...(knownAfter.length > 0 ? { knownAfter } : {}),
    drifted: true,
    ...(sensitive ? { sensitive } : {}),
    ...leftBehind(left, { sensitive }),
  };
}

/** A field that the manifest changes as a whole, with parts of it changed by somebody else. */
function patched(field: FieldDiff, live: readonly FieldDiff[]): FieldDiff {
  const { before } = field;
  if (before === undefined) return field;
  const found = live.reduce((value, part) => {
    const path = pointerPath(part.path.slice(field.path.length));
    return withValueAt(value, path, part.before);
  }, before);
  const sensitive = field.sensitive || live.some((part) => part.sensitive);
  const marks = { drifted: true, ...(sensitive ? { sensitive } : {}) };
  return { ...field, before: found, ...marks, ...leftBehind(before, { sensitive }) };
}

/** What the spec did not say until now may be there all the same. */
function newlyDeclared(field: FieldDiff, wanted: ReadonlyMap<string, FieldDiff> | undefined): FieldDiff {
  const exact = field.before === undefined && !field.knownAfter ? wanted?.get(field.path) : undefined;
  if (exact?.before === undefined) return field;
  return { ...field, before: exact.before, ...(exact.sensitive ? { sensitive: true } : {}) };
}

/** A field that only somebody else changed: what is wanted may be said in another way than what was left. */
function towards(field: FieldDiff, wanted: ReadonlyMap<string, FieldDiff> | undefined): FieldDiff {
  const exact = isFact(field) ? undefined : wanted?.get(field.path);
  if (!exact || exact.after === undefined || equalJson(exact.after, field.after)) return field;
  return { ...field, after: exact.after, ...leftBehind(field.after, field) };
}

/** Drifted facts of a resource that another spec will change: what they will be is not known, only what they were. */
export function factsBefore(fields: readonly FieldDiff[]): FieldDiff[] {
  return fields.map((field) => {
    if (!isFact(field) || !field.drifted || field.before === undefined) return field;
    const { after, ...rest } = field;
    return { ...rest, ...leftBehind(after, field) };
  });
}

function leftBehind(
  left: FieldDiff["left"],
  { sensitive }: { readonly sensitive?: boolean | undefined },
): Pick<FieldDiff, "left"> {
  return left === undefined || sensitive ? {} : { left };
}

/** Compared with a recorded fact, not with the spec. */
function isFact({ path }: FieldDiff): boolean {
  return pointerWithin(path, "/observed");
}

/** Live values of fields that hold a secret may be older values of it, which nothing could recognise. */
export function hide(fields: readonly FieldDiff[], secretPointers: ReadonlySet<string>): FieldDiff[] {
  if (secretPointers.size === 0) return [...fields];
  return fields.map((field) => (touches(field.path, secretPointers) ? { ...field, sensitive: true } : field));
}
