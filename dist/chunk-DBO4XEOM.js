import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  beginning
} from "./chunk-IEAZJNH3.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";

// src/hooks/rendering/field-labels.ts
var mostLeft = 60;
function isDriftView({ status }) {
  return status === "observed";
}
function sidesOf(task, command = "apply") {
  const { status, drift } = task;
  if (isDriftView(task)) {
    const wanted = drift === "resource-changed" ? "recorded" : "manifest";
    return { minus: `wanted (${wanted})`, plus: thereNow(task) };
  }
  if (status === "planned" || status === "skipped") return { minus: thereNow(task), plus: `after ${oneLine(command)}` };
  return { minus: "before", plus: status === "done" ? "after" : "wanted" };
}
function thereNow({ fields, compared }) {
  if (fields.length === 0) return "recorded";
  if (compared === void 0) return "now";
  const drifted = fields.filter((field) => field.drifted).length;
  if (compared === "live" || drifted === fields.length) return "live now";
  return drifted === 0 ? "recorded" : "recorded, or live now";
}
function toldFields({ fields, metadata = [] }) {
  if (metadata.length === 0) return fields;
  return [
    ...fields,
    ...metadata.map((field) => ({ ...field, path: `/metadata${field.path}`, effect: "recorded" }))
  ];
}
function changeNotes(field) {
  const notes = [];
  if (field.forcesReplacement) notes.push("forces replacement");
  if (field.writeOnly) notes.push("write-only");
  const effect = effectWords(field);
  if (effect !== void 0) notes.push(effect);
  return notes;
}
function effectWords({ effect, runs, after, knownAfter }) {
  const there = after !== void 0 || knownAfter !== void 0;
  switch (effect) {
    case void 0:
      return void 0;
    case "recorded":
      return "recorded only";
    case "now":
      if (runs === void 0) return "takes effect now";
      return there ? "runs now" : "no longer runs";
    case "later":
      if (runs === void 0) return "takes effect later";
      return there ? `runs at the next ${oneLine(runs)}` : `will not run at the next ${oneLine(runs)}`;
  }
}
function driftNotes({ drifted, left, before, after }) {
  if (!drifted) return [];
  const same = before !== void 0 && JSON.stringify(before) === JSON.stringify(after);
  const how = before === void 0 ? "removed outside opus" : same ? "as wanted already, by others than opus" : "changed outside opus";
  return left === void 0 ? [how] : [`${how}; opus left ${leftWords(left)}`.replace("; opus left \u2026", "")];
}
function leftWords(left) {
  const text = oneLine(JSON.stringify(left));
  const plain = typeof left !== "string" || !left.trimEnd().includes("\n");
  return plain && text.length <= mostLeft ? text : "\u2026";
}
function noteOf(words) {
  return words.length === 0 ? "" : `  # ${words.join(", ")}`;
}
function fieldNames(task, width) {
  const names = toldFields(task).map(({ path }) => path.slice(1).replaceAll("/", "."));
  return beginning(oneLine([...new Set(names)].join(", ")), width);
}

export {
  isDriftView,
  sidesOf,
  toldFields,
  changeNotes,
  driftNotes,
  noteOf,
  fieldNames
};
