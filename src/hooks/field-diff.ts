import { diffArrays } from "diff";
import { anotherValue, waitingFor } from "../engine/events.ts";
import type { Json } from "../engine/json.ts";
import { pointerPath } from "../engine/json.ts";
import type { FieldDiff } from "../engine/model.ts";
import { byteSize, plural } from "./words.ts";

/** One line of a shown difference: added, removed, context, or the head of a longer text. */
export interface DiffLine {
  readonly sign: "+" | "-" | " " | "~";
  readonly text: string;
}

export interface DiffLimits {
  /** Lines per field; the rest is counted. */
  readonly lines: number;
  /** Characters per line; the rest is counted. */
  readonly width: number;
}

const contextLines = 3;
// The time of a line diff grows with the square of the changed lines; above this many it takes milliseconds, and says
// no more than "all of these went, all of those came".
const maxEdits = 200;
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

type Side =
  | { readonly type: "absent" }
  | { readonly type: "marker"; readonly text: string }
  | { readonly type: "value"; readonly value: Json };

/** The field's name as people write it: `/env/A` is `env.A`. */
function fieldName(path: string): string {
  return path === "" ? "(everything)" : visible(pointerPath(path).join("."));
}

/** How a field differs, line by line: one or two lines for short values, a line diff for longer texts. */
export function diffField(field: FieldDiff, limits: DiffLimits): DiffLine[] {
  const name = clip(fieldName(field.path), limits.width);
  const note = field.forcesReplacement ? "  # forces replacement" : "";
  const before = sideOf(field, "before");
  const after = sideOf(field, "after");
  if (before.type === "marker" && after.type === "marker" && before.text === after.text) {
    return [{ sign: "~", text: `${name}: ${before.text}${note}` }];
  }
  const beforeLines = blockOf(before);
  const afterLines = blockOf(after);
  const isBlock = (beforeLines?.length ?? 0) > 1 || (afterLines?.length ?? 0) > 1;
  if (!isBlock || !sideFits(before, beforeLines) || !sideFits(after, afterLines)) {
    return [
      ...inline("-", name, before, after.type === "absent" ? note : "", limits),
      ...inline("+", name, after, note, limits),
    ];
  }
  const sign = before.type === "absent" ? "+" : after.type === "absent" ? "-" : "~";
  return [{ sign, text: `${name}:${note}` }, ...lineDiff(beforeLines ?? [], afterLines ?? [], limits)];
}

/** How a field differs in one line without values: what is left when there is no room for them. */
export function fieldHeadline(field: FieldDiff, width: number): DiffLine {
  const sign = field.before === undefined ? "+" : field.after === undefined && !field.knownAfter ? "-" : "~";
  return {
    sign,
    text: `${clip(fieldName(field.path), width)}${field.forcesReplacement ? "  # forces replacement" : ""}`,
  };
}

/** Text whose control and invisible characters are written as escapes, on one line. */
function visible(text: string): string {
  return text
    .replaceAll("\n", "\\n")
    .replace(unprintable, (character) =>
      character === "\r" ? "\\r" : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
    );
}

/** At most `width` characters, saying how many more there were. */
export function clip(text: string, width: number): string {
  if (text.length <= width) return text;
  // Not between the halves of a character beyond the basic plane.
  const end = /[\ud800-\udbff]/.test(text[width - 1] ?? "") ? width - 1 : width;
  return `${text.slice(0, end)}… (+${text.length - end} characters)`;
}

function sideOf(field: FieldDiff, side: "before" | "after"): Side {
  if (side === "after" && field.knownAfter) {
    return { type: "marker", text: waitingFor(field.knownAfter.map(visible)) };
  }
  if (field.otherValues) return { type: "marker", text: anotherValue(field.otherValues) };
  const value = field[side];
  if (value === undefined) return { type: "absent" };
  return field.sensitive ? { type: "marker", text: "(sensitive)" } : { type: "value", value };
}

/** The lines of a longer text or structure; undefined when there is no value to split. */
function blockOf(side: Side): string[] | undefined {
  if (side.type !== "value") return undefined;
  const { value } = side;
  if (typeof value === "string") {
    const lines = value.split("\n");
    if (lines.at(-1) === "") lines.pop();
    else if (lines.length > 1) lines.push("\\ no newline at the end");
    return lines;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const text = JSON.stringify(value);
  return text.length <= 80 ? [text] : JSON.stringify(value, null, 2).split("\n");
}

/** A side that can stand in a line diff: split into lines, or not there at all. */
function sideFits(side: Side, lines: readonly string[] | undefined): boolean {
  return side.type === "absent" || lines !== undefined;
}

function inline(sign: "+" | "-", name: string, side: Side, note: string, limits: DiffLimits): DiffLine[] {
  if (side.type === "absent") return [];
  const text = side.type === "marker" ? side.text : shortValue(side.value, limits.width);
  return [{ sign, text: `${name}: ${text}${note}` }];
}

function shortValue(value: Json, width: number): string {
  if (typeof value !== "string" || value.length <= width) return clip(visible(JSON.stringify(value)), width);
  return `${visible(JSON.stringify(value.slice(0, width)))}… (${byteSize(value.length)})`;
}

interface Part {
  readonly sign: "+" | "-" | " ";
  readonly lines: readonly string[];
}

function lineDiff(before: readonly string[], after: readonly string[], limits: DiffLimits): DiffLine[] {
  const parts = changedParts(before, after);
  // Neither what went nor what came may use up all the room.
  const rewritten =
    parts.length <= 4 && parts.some(({ sign }) => sign === "-") && parts.some(({ sign }) => sign === "+");
  const most = rewritten ? Math.ceil(limits.lines / 2) : limits.lines;
  const lines: DiffLine[] = [];
  let hidden = 0;
  const push = (sign: DiffLine["sign"], text: string) => {
    if (lines.length >= limits.lines + 2 * contextLines) hidden++;
    else lines.push({ sign, text: text === "" ? "" : `  ${clip(visible(text), limits.width)}` });
  };
  for (const [index, part] of parts.entries()) {
    const { sign } = part;
    if (sign !== " ") {
      for (const line of part.lines.slice(0, most)) push(sign, line);
      if (part.lines.length > most)
        push(" ", `… ${plural(part.lines.length - most, `more ${sign === "+" ? "added" : "removed"} line`)}`);
      continue;
    }
    const head = index === 0 ? 0 : contextLines;
    const tail = index === parts.length - 1 ? 0 : contextLines;
    const size = part.lines.length;
    if (size <= head + tail + 1) {
      for (const line of part.lines) push(" ", line);
      continue;
    }
    for (const line of part.lines.slice(0, head)) push(" ", line);
    push(" ", `… ${plural(size - head - tail, "unchanged line")}`);
    for (const line of part.lines.slice(size - tail)) push(" ", line);
  }
  if (hidden > 0) lines.push({ sign: " ", text: `  … ${plural(hidden, "more line")}` });
  return lines;
}

/** What is common, removed and added, in order. */
function changedParts(before: readonly string[], after: readonly string[]): Part[] {
  const shortest = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shortest && before[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shortest - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix++;
  const removed = before.slice(prefix, before.length - suffix);
  const added = after.slice(prefix, after.length - suffix);
  const found =
    removed.length > 0 && added.length > 0 ? diffArrays(removed, added, { maxEditLength: maxEdits }) : undefined;
  const middle = found?.map((part): Part => ({ sign: part.added ? "+" : part.removed ? "-" : " ", lines: part.value }));
  const all: Part[] = [
    { sign: " ", lines: before.slice(0, prefix) },
    ...(middle ?? [{ sign: "-", lines: removed } as const, { sign: "+", lines: added } as const]),
    { sign: " ", lines: before.slice(before.length - suffix) },
  ];
  // The first and the last part may be short of their neighbours' context, but never empty.
  return all.filter(({ lines }) => lines.length > 0);
}
