import { canonicalJson } from "../../engine/json/canonical-json.ts";
import type { StateBody } from "../../engine/model/state-body.ts";

/** Do two bodies have the same canonical JSON? Entries that are the same object are not looked into. */
export function sameBody(a: StateBody, b: StateBody): boolean {
  const names = Object.keys(a.tasks);
  if (names.length !== Object.keys(b.tasks).length) return false;
  return (
    a.fingerprintKey === b.fingerprintKey &&
    sameStored(a.review, b.review) &&
    names.every((name) => Object.hasOwn(b.tasks, name) && sameStored(a.tasks[name], b.tasks[name])) &&
    sameList(a.undo, b.undo) &&
    sameList(a.pending, b.pending)
  );
}

function sameList(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((entry, index) => sameStored(entry, b[index]));
}

/** Are two values the same once they are stored? Members that are undefined do not exist then. */
export function sameStored(a: object | null | undefined, b: object | null | undefined): boolean {
  return a === b || (a != null && b != null && canonicalJson(a) === canonicalJson(b));
}
