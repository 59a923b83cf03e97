import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  readableTemplate
} from "./chunk-N35UVQ2N.js";
import {
  wasMasked
} from "./chunk-LXV566ZK.js";
import {
  declaredDifferences,
  equalJson,
  touches,
  valueAt,
  withValueAt,
  withoutPointers
} from "./chunk-CHHS7TI7.js";
import {
  pointerPath,
  pointerWithin
} from "./chunk-RRD47Q5D.js";

// src/engine/plan/live-fields.ts
function differences(processor, facts, spec, observed) {
  return processor.compare?.differs?.(facts, spec, observed) ?? declaredDifferences(facts, spec);
}
function liveFields({ observation, recordedProcessor, lifecycle }, recorded) {
  if (observation.state !== "present") return [];
  if (recordedProcessor.compare?.factFields && recorded.entry.observed === void 0) return [];
  const fields = differences(recordedProcessor, observation.facts, recorded.value, recorded.entry.observed);
  const known = fields.filter(({ path }) => !touches(path, recorded.unknown) && !touches(path, recorded.outdated));
  const shown = hide(known, recorded.secretPointers).map((field) => {
    const sensitive = isFact(field) && wasMasked(field.after);
    return { ...field, drifted: true, ...sensitive ? { sensitive } : {} };
  });
  return withoutPointers(shown, lifecycle.ignoreChanges);
}
function wantedFields({ observation, processor, recordedProcessor, lifecycle }, recorded, desired) {
  if (observation.state !== "present" || processor !== recordedProcessor || processor.compare?.factFields)
    return void 0;
  const fields = differences(processor, observation.facts, desired.value, recorded.entry.observed);
  const unknown = new Set(desired.unknowns.keys());
  const known = hide(hide(fields, desired.secretPointers), recorded.secretPointers).filter(
    (field) => !isFact(field) && !touches(field.path, unknown)
  );
  return new Map(withoutPointers(known, lifecycle.ignoreChanges).map((field) => [field.path, field]));
}
function comparedWith(observation, { compare }) {
  return compare?.factFields || observation.state !== "present" && observation.state !== "absent" ? "recorded" : "live";
}
function overLive(changed, live, wanted, desired) {
  const merged = [];
  const told = /* @__PURE__ */ new Set();
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
function leavingFields(recorded, live) {
  const told = /* @__PURE__ */ new Set();
  const shown = recorded.flatMap((field) => {
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
function gone({ after, ...field }) {
  return field.before === void 0 ? [] : [{ ...field, ...leftBehind(after, field) }];
}
function sameField(field, live, wanted) {
  const exact = wanted?.get(field.path);
  const { before: _, ...rest } = field;
  const { before } = exact ?? live;
  const sensitive = field.sensitive || live.sensitive || exact?.sensitive;
  const after = exact && !field.knownAfter && !sensitive && exact.after !== void 0 ? { after: exact.after } : {};
  return {
    ...rest,
    ...before === void 0 ? {} : { before },
    ...after,
    drifted: true,
    ...sensitive ? { sensitive } : {},
    ...leftBehind(live.after, { sensitive })
  };
}
function wholeField(live, changed, desired) {
  const { before, after: left, path } = live;
  const parts = changed.filter((field) => pointerWithin(field.path, path));
  const after = valueAt(desired.stored, pointerPath(path));
  const knownAfter = [...new Set(parts.flatMap((field) => field.knownAfter ?? []))];
  const sensitive = live.sensitive || parts.some((field) => field.sensitive);
  return {
    path,
    ...before === void 0 ? {} : { before },
    ...after === void 0 ? {} : { after: readableTemplate(after) },
    ...knownAfter.length > 0 ? { knownAfter } : {},
    drifted: true,
    ...sensitive ? { sensitive } : {},
    ...leftBehind(left, { sensitive })
  };
}
function patched(field, live) {
  const { before } = field;
  if (before === void 0) return field;
  const found = live.reduce((value, part) => {
    const path = pointerPath(part.path.slice(field.path.length));
    return withValueAt(value, path, part.before);
  }, before);
  const sensitive = field.sensitive || live.some((part) => part.sensitive);
  const marks = { drifted: true, ...sensitive ? { sensitive } : {} };
  return { ...field, before: found, ...marks, ...leftBehind(before, { sensitive }) };
}
function newlyDeclared(field, wanted) {
  const exact = field.before === void 0 && !field.knownAfter ? wanted?.get(field.path) : void 0;
  if (exact?.before === void 0) return field;
  return { ...field, before: exact.before, ...exact.sensitive ? { sensitive: true } : {} };
}
function towards(field, wanted) {
  const exact = isFact(field) ? void 0 : wanted?.get(field.path);
  if (!exact || exact.after === void 0 || equalJson(exact.after, field.after)) return field;
  return { ...field, after: exact.after, ...leftBehind(field.after, field) };
}
function factsBefore(fields) {
  return fields.map((field) => {
    if (!isFact(field) || !field.drifted || field.before === void 0) return field;
    const { after, ...rest } = field;
    return { ...rest, ...leftBehind(after, field) };
  });
}
function leftBehind(left, { sensitive }) {
  return left === void 0 || sensitive ? {} : { left };
}
function isFact({ path }) {
  return pointerWithin(path, "/observed");
}
function hide(fields, secretPointers) {
  if (secretPointers.size === 0) return [...fields];
  return fields.map((field) => touches(field.path, secretPointers) ? { ...field, sensitive: true } : field);
}

export {
  differences,
  liveFields,
  wantedFields,
  comparedWith,
  overLive,
  leavingFields,
  factsBefore,
  hide
};
