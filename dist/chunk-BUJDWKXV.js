import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  readableTemplate,
  references,
  secretName
} from "./chunk-N35UVQ2N.js";
import {
  valueAt,
  withValueAt
} from "./chunk-CHHS7TI7.js";
import {
  pointerPath
} from "./chunk-RRD47Q5D.js";
import {
  formatReference
} from "./chunk-DGTLEPWR.js";

// src/engine/recorded/recorded-secrets.ts
function keptSecrets(secrets, sealed) {
  const variables = [...secrets].flatMap(([name, { env }]) => env === void 0 ? [] : [[name, env]]);
  return {
    ...variables.length > 0 ? { secrets: Object.fromEntries(variables) } : {},
    ...sealed && secrets.size > 0 ? { fingerprints: fingerprints(secrets, sealed) } : {}
  };
}
function fingerprints(secrets, sealed) {
  return Object.fromEntries([...secrets].map(([name, { value }]) => [name, sealed.fingerprint(value)]));
}
function changedSecrets(entry, secrets, sealed) {
  const { fingerprints: recorded } = entry;
  const changed = /* @__PURE__ */ new Set();
  if (!sealed || !recorded) return changed;
  for (const [name, { value }] of secrets)
    if (Object.hasOwn(recorded, name) && recorded[name] !== sealed.fingerprint(value)) changed.add(name);
  return changed;
}
function pointersOf(names, stored) {
  const found = /* @__PURE__ */ new Map();
  if (names.size === 0) return found;
  for (const { reference, pointer } of references(stored)) {
    if (!names.has(secretName(reference))) continue;
    const { source, name } = reference;
    const written = formatReference({ source, name });
    const there = found.get(pointer) ?? [];
    if (!there.includes(written)) found.set(pointer, [...there, written]);
  }
  return found;
}
function otherValues(entry, { stored, secrets }, sealed) {
  const changed = pointersOf(changedSecrets(entry, secrets, sealed), stored);
  return [...changed].map(([path, otherValues2]) => {
    const template = readableTemplate(valueAt(stored, pointerPath(path)) ?? null);
    return { path, before: template, after: template, sensitive: true, otherValues: otherValues2 };
  });
}
function withoutToday(value, fields) {
  let before = value;
  for (const { path, otherValues: otherValues2 } of fields)
    if (otherValues2) before = withValueAt(before, pointerPath(path), `(not ${otherValues2.join(", ")})`);
  return before;
}

export {
  keptSecrets,
  fingerprints,
  changedSecrets,
  pointersOf,
  otherValues,
  withoutToday
};
