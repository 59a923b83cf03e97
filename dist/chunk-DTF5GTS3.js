import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  canonicalJson
} from "./chunk-Q4RDUBL5.js";

// src/state/snapshot/same-body.ts
function sameBody(a, b) {
  const names = Object.keys(a.tasks);
  if (names.length !== Object.keys(b.tasks).length) return false;
  return a.fingerprintKey === b.fingerprintKey && sameStored(a.review, b.review) && names.every((name) => Object.hasOwn(b.tasks, name) && sameStored(a.tasks[name], b.tasks[name])) && sameList(a.undo, b.undo) && sameList(a.pending, b.pending);
}
function sameList(a, b) {
  return a.length === b.length && a.every((entry, index) => sameStored(entry, b[index]));
}
function sameStored(a, b) {
  return a === b || a != null && b != null && canonicalJson(a) === canonicalJson(b);
}

export {
  sameBody,
  sameStored
};
