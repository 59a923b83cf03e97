import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  firstOf
} from "./chunk-P4WMOHAY.js";
import {
  explained
} from "./chunk-VKSB6RUN.js";

// src/app/pull-request/plan-changed.ts
function planChanged(plan, { digest, word, title, source, told, suggestion }) {
  const sides = `${word} ${shortened(digest)}, now ${shortened(plan.digest)}`;
  const method = (of) => of.slice(0, of.indexOf(":"));
  if (method(digest) !== method(plan.digest)) {
    const message = `the plan can't be held against ${source}: one of them was made with a \`plan-signing-key\`, the other without (${sides})`;
    return refused(message, "Give both steps the same `plan-signing-key`, and plan again.");
  }
  return refused(`the plan is not the one that was ${title} (${sides}): ${told}`, suggestion);
}
function refused(message, suggestion) {
  return explained("plan-changed", message, { suggestion });
}
function doneAlready({ done }) {
  return done.length === 0 ? "" : `; ${done.length} of its changes are done already`;
}
var mostShown = 20;
function listed(differences, word) {
  if (differences.length === 0)
    return "the changes read the same, with other values of secrets, or another version of opus";
  return shown(differences.map((one) => difference(one, word)));
}
function changesOf({ items }) {
  return items.size === 0 ? "no change" : shown([...items.values()].map(({ name, change }) => `${change} "${name}"`));
}
function shown(all) {
  return firstOf(all, mostShown, (more) => `and ${more} more`).join("; ");
}
var sources = {
  manifest: "the manifest or the code of its kind is different",
  state: "its recorded state is different",
  resource: "the live resource is different"
};
function difference({ task, reviewed, now, because }, word) {
  if (reviewed === void 0) return `"${task}": ${word} no change, now ${now}`;
  if (now === void 0) return `"${task}": ${word} ${reviewed}, now no change`;
  const why = because.map((source) => sources[source]).join(", ");
  const what = reviewed === now ? `${now} as ${word}, but` : `${word} ${reviewed}, now ${now}:`;
  return why === "" ? `"${task}": ${word} ${reviewed}, now ${now}` : `"${task}": ${what} ${why}`;
}
function shortened(digest) {
  const [method = "", hex = ""] = digest.split(":");
  return `${method}:${hex.slice(0, 12)}\u2026`;
}

export {
  planChanged,
  doneAlready,
  listed,
  changesOf,
  shortened
};
