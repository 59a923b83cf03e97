import type { Json } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { beginning } from "./cut.ts";

/** Longer values of what opus left are not told in passing. */
const mostLeft = 60;

/** What both sides of a task's differences are: `-` and `+`. */
export interface Sides {
  readonly minus: string;
  readonly plus: string;
}

/** True when a task is shown as drift, from the wanted to the live value. A plan goes the other way. */
export function isDriftView({ status }: Pick<TaskReport, "status">): boolean {
  return status === "observed";
}

/**
 * What the sides of a task's differences are.
 * @param command what carries the plan out: `apply`
 */
export function sidesOf(task: Pick<TaskReport, "status" | "drift" | "fields" | "compared">, command = "apply"): Sides {
  const { status, drift } = task;
  if (isDriftView(task)) {
    const wanted = drift === "resource-changed" ? "recorded" : "manifest";
    return { minus: `wanted (${wanted})`, plus: thereNow(task) };
  }
  if (status === "planned" || status === "skipped") return { minus: thereNow(task), plus: `after ${oneLine(command)}` };
  return { minus: "before", plus: status === "done" ? "after" : "wanted" };
}

function thereNow({ fields, compared }: Pick<TaskReport, "fields" | "compared">): string {
  if (fields.length === 0) return "recorded";
  if (compared === undefined) return "now";
  const drifted = fields.filter((field) => field.drifted).length;
  if (compared === "live" || drifted === fields.length) return "live now";
  return drifted === 0 ? "recorded" : "recorded, or live now";
}

/** All that is to be told of a task's fields, what of its metadata is recorded included. */
export function toldFields({ fields, metadata = [] }: Pick<TaskReport, "fields" | "metadata">): readonly FieldDiff[] {
  if (metadata.length === 0) return fields;
  return [
    ...fields,
    ...metadata.map((field): FieldDiff => ({ ...field, path: `/metadata${field.path}`, effect: "recorded" })),
  ];
}

/** What is to be said of a change of a field beyond its two sides. */
export function changeNotes(field: FieldDiff): readonly string[] {
  const notes: string[] = [];
  if (field.forcesReplacement) notes.push("forces replacement");
  if (field.writeOnly) notes.push("write-only");
  const effect = effectWords(field);
  if (effect !== undefined) notes.push(effect);
  return notes;
}

function effectWords({ effect, runs, after, knownAfter }: FieldDiff): string | undefined {
  const there = after !== undefined || knownAfter !== undefined;
  switch (effect) {
    case undefined:
      return undefined;
    case "recorded":
      return "recorded only";
    case "now":
      if (runs === undefined) return "takes effect now";
      return there ? "runs now" : "no longer runs";
    case "later":
      if (runs === undefined) return "takes effect later";
      return there ? `runs at the next ${oneLine(runs)}` : `will not run at the next ${oneLine(runs)}`;
  }
}

/** Says who changed the resource, and what opus had left there. */
export function driftNotes({ drifted, unfinished, left, before, after }: FieldDiff): readonly string[] {
  if (!drifted) return [];
  const same = before !== undefined && JSON.stringify(before) === JSON.stringify(after);
  const words = unfinished ? unfinishedWords : outsideWords;
  const how = before === undefined ? words.removed : same ? words.wanted : words.changed;
  return left === undefined ? [how] : [`${how}; opus left ${leftWords(left)}`.replace("; opus left …", "")];
}

const outsideWords = {
  removed: "removed outside opus",
  wanted: "as wanted already, by others than opus",
  changed: "changed outside opus",
};

/** Whose doing it was nobody can tell. */
const unfinishedWords = {
  removed: "gone since a change of opus that did not end",
  wanted: "as wanted already, from a change of opus that did not end",
  changed: "changed by opus in a change that did not end, or outside opus",
};

function leftWords(left: Json): string {
  const text = oneLine(JSON.stringify(left));
  const plain = typeof left !== "string" || !left.trimEnd().includes("\n");
  return plain && text.length <= mostLeft ? text : "…";
}

/** `  # forces replacement, runs now`, or nothing. */
export function noteOf(words: readonly string[]): string {
  return words.length === 0 ? "" : `  # ${words.join(", ")}`;
}

/** The name of a recorded-only task's fields, for one line: `update, delete, metadata.name`. */
export function fieldNames(task: Pick<TaskReport, "fields" | "metadata">, width: number): string {
  const names = toldFields(task).map(({ path }) => path.slice(1).replaceAll("/", "."));
  return beginning(oneLine([...new Set(names)].join(", ")), width);
}
