import { canonicalJson } from "../../engine/json/canonical-json.ts";
import type { StateBody } from "../../engine/model/state-body.ts";

/** Do two bodies have the same canonical JSON? Entries that are the same object are not looked into. */
export function sameBody(a: StateBody, b: StateBody): boolean {
  const names = Object.keys(a.tasks);
  if (names.length !== Object.keys(b.tasks).length) return false;
  return (
    a.fingerprintKey === b.fingerprintKey &&
    same(a.review, b.review) &&
    names.every((name) => Object.hasOwn(b.tasks, name) && same(a.tasks[name], b.tasks[name])) &&
    sameList(a.undo, b.undo) &&
    sameList(a.pending, b.pending)
  );
}

function sameList(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((entry, index) => same(entry, b[index]));
}

function same(a: object | undefined, b: object | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}
