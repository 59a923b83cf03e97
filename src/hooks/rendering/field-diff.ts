import { diffArrays } from "diff";
import { isObject, type Json, pointerPath } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import { anotherValue, waitingFor } from "../../engine/model/run-events.ts";
import { withMarks } from "../../engine/text/printable.ts";
import { beginning, clip, cutPair } from "./cut.ts";
import { changeNotes, driftNotes, noteOf } from "./field-labels.ts";
import { byteSize, plural } from "./labels.ts";

/** One line of a shown difference: added, removed, context, or the head of a longer text. */
export interface DiffLine {
  readonly sign: "+" | "-" | " " | "~";
  readonly text: string;
}

export interface DiffLimits {
  /** Lines per field; the rest is counted. */
  readonly lines: number;
  /** Characters per line, at least 24; the rest is counted. */
  readonly width: number;
}

/** From what is there to what is wanted, or the other way round. */
export type DiffView = "plan" | "drift";

const contextLines = 3;
// The time of a line diff grows with the square of the changed lines; above this many it takes milliseconds, and says
// no more than "all of these went, all of those came".
const maxEdits = 200;
const noNewline = "\\ no newline at the end";

type Side =
  | { readonly type: "absent" }
  | { readonly type: "marker"; readonly text: string }
  | { readonly type: "value"; readonly value: Json };

/** One side of a field, with the sign and the note of its lines. */
interface Shown {
  readonly sign: "+" | "-";
  readonly side: Side;
  /** The lines of a longer text or structure; undefined where there is no value to split. */
  readonly lines: readonly string[] | undefined;
  readonly notes: readonly string[];
}

/** The field's name as people write it: `/env/A` is `env.A`. */
function fieldName(path: string): string {
  return path === "" ? "(everything)" : visible(pointerPath(path).join("."));
}

/** How a field differs, line by line: one or two lines for short values, a line diff for longer texts. */
export function diffField(field: FieldDiff, limits: DiffLimits, view: DiffView = "plan"): DiffLine[] {
  const name = clip(fieldName(field.path), limits.width);
  const [before, after] = [sideOf(field, "before"), sideOf(field, "after")];
  const isAfter = after.type !== "absent";
  const [change, drift] = [changeNotes(field), driftNotes(field)];
  if (isSame(before, after)) {
    const text = before.type === "marker" ? before.text : shortValue(before, limits.width);
    return [{ sign: "~", text: `${name}: ${text}${noteOf([...change, ...drift])}` }];
  }
  const there: Omit<Shown, "sign"> = {
    side: before,
    lines: blockOf(before),
    notes: before.type === "absent" ? [] : isAfter ? drift : [...change, ...drift],
  };
  const wanted: Omit<Shown, "sign"> = {
    side: after,
    lines: blockOf(after),
    notes: before.type === "absent" ? [...change, ...drift] : change,
  };
  const [minus, plus]: [Shown, Shown] =
    view === "plan"
      ? [
          { ...there, sign: "-" },
          { ...wanted, sign: "+" },
        ]
      : [
          { ...wanted, sign: "-" },
          { ...there, sign: "+" },
        ];
  const blocks = isLong(minus) || isLong(plus);
  if (blocks && isWhole(minus) && isWhole(plus)) {
    const sign = minus.side.type === "absent" ? "+" : plus.side.type === "absent" ? "-" : "~";
    const note = noteOf([...change, ...drift]);
    return [{ sign, text: `${name}:${note}` }, ...lineDiff(minus.lines ?? [], plus.lines ?? [], limits)];
  }
  if (blocks) return [...oneSide(name, minus, limits), ...oneSide(name, plus, limits)];
  return inline(name, minus, plus, limits);
}

/** How a field differs in one line without values: what is left when there is no room for them. */
export function fieldHeadline(field: FieldDiff, width: number): DiffLine {
  const sign = field.before === undefined ? "+" : field.after === undefined && !field.knownAfter ? "-" : "~";
  return {
    sign,
    text: `${clip(fieldName(field.path), width)}${noteOf([...changeNotes(field), ...driftNotes(field)])}`,
  };
}

const shortEscapes: { readonly [character: string]: string } = { "\t": "\t", "\n": "\\n", "\r": "\\r" };

/** Text whose control and invisible characters are written as escapes, on one line. */
function visible(text: string): string {
  return withMarks(text, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
    return shortEscapes[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`);
  });
}

function sideOf(field: FieldDiff, side: "before" | "after"): Side {
  if (side === "after" && field.knownAfter) {
    return { type: "marker", text: waitingFor(field.knownAfter.map(visible)) };
  }
  if (field.otherValues) return { type: "marker", text: anotherValue(field.otherValues.map(visible)) };
  const value = field[side];
  if (value === undefined) return { type: "absent" };
  return field.sensitive ? { type: "marker", text: "(sensitive)" } : { type: "value", value };
}

/** True when both sides read the same: neither may be shown, or the resource is already as wanted. */
function isSame(before: Side, after: Side): before is Exclude<Side, { type: "absent" }> {
  if (before.type === "marker") return after.type === "marker" && before.text === after.text;
  return (
    before.type === "value" && after.type === "value" && JSON.stringify(before.value) === JSON.stringify(after.value)
  );
}

function blockOf(side: Side): string[] | undefined {
  if (side.type !== "value") return undefined;
  const { value } = side;
  if (typeof value === "string") return textLines(value);
  if (typeof value !== "object" || value === null) return undefined;
  const text = JSON.stringify(value);
  return text.length <= 80 && !text.includes("\\n") ? [text] : structureLines(value);
}

function textLines(text: string): string[] {
  // A line that reads like the note about the end gets another backslash.
  const lines = text.split("\n").map((line) => (/^\\+ no newline at the end$/.test(line) ? `\\${line}` : line));
  if (lines.at(-1) === "") lines.pop();
  else if (lines.length > 1) lines.push(noNewline);
  return lines;
}

/** JSON with a line for each member, and texts of several lines as lines. */
function structureLines(value: Json): string[] {
  if (typeof value === "string" && value.includes("\n")) return ["|", ...textLines(value).map((line) => `  ${line}`)];
  if (typeof value !== "object" || value === null) return [JSON.stringify(value)];
  const isList = !isObject(value);
  const members = Object.entries(value).flatMap(([key, member]) => {
    const [first = "", ...rest] = structureLines(member as Json);
    return [isList ? first : `${JSON.stringify(key)}: ${first}`, ...rest].map((line) => `  ${line}`);
  });
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return members.length === 0 ? [`${open}${close}`] : [open, ...members, close];
}

function isLong({ lines }: Shown): boolean {
  return (lines?.length ?? 0) > 1;
}

/** A side that can stand in a line diff: split into lines, or not there at all. */
function isWhole({ side, lines }: Shown): boolean {
  return side.type === "absent" || lines !== undefined;
}

/** One side alone, where the other can't be compared with it line by line. */
function oneSide(name: string, shown: Shown, limits: DiffLimits): DiffLine[] {
  const { sign, side, lines, notes } = shown;
  if (side.type === "absent") return [];
  const note = noteOf(notes);
  if (lines === undefined || lines.length <= 1) {
    const text = side.type === "marker" ? side.text : shortValue(side, limits.width);
    return [{ sign, text: `${name}: ${text}${note}` }];
  }
  const [before, after] = sign === "-" ? [lines, []] : [[], lines];
  return [{ sign, text: `${name}:${note}` }, ...lineDiff(before, after, limits)];
}

function inline(name: string, minus: Shown, plus: Shown, { width }: DiffLimits): DiffLine[] {
  const quoted = [minus, plus].every(({ side }) => side.type !== "value" || isPlain(side.value));
  const text = ({ side }: Shown): string => {
    if (side.type === "absent") return "";
    return side.type === "marker" ? side.text : valueText(side.value, quoted);
  };
  const valued = minus.side.type === "value" && plus.side.type === "value";
  const [one, other] = valued
    ? cutPair(text(minus), text(plus), width)
    : [minus, plus].map((shown) => (shown.side.type === "value" ? shortValue(shown.side, width) : text(shown)));
  const lines = [minus, plus].map(
    ({ sign, notes }, at): DiffLine => ({ sign, text: `${name}: ${at === 0 ? one : other}${noteOf(notes)}` }),
  );
  return lines.filter((_, at) => (at === 0 ? minus : plus).side.type !== "absent");
}

/** True when a text may stand in single quotes: nothing in it needs an escape there. */
function isPlain(value: Json): boolean {
  return typeof value !== "string" || (!/['\\\n\t]/.test(value) && value === visible(value));
}

/** A value on one line; a text that holds double quotes in single ones, if it may. */
function valueText(value: Json, plain: boolean): string {
  if (plain && typeof value === "string" && value.includes('"')) return `'${value}'`;
  return visible(JSON.stringify(value));
}

function shortValue(side: Side, width: number): string {
  if (side.type !== "value") return "";
  const { value } = side;
  const text = valueText(value, isPlain(value));
  if (typeof value !== "string" || text.length <= width + 2) return clip(text, width + 2);
  const quote = text[0] ?? "";
  return `${quote}${beginning(text.slice(1, -1), width)}${quote}… (${byteSize(value.length)})`;
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
    else lines.push({ sign, text: text === "" ? "" : `  ${text}` });
  };
  const context = (line: string) => push(" ", clip(visible(line), limits.width));
  for (const [index, part] of parts.entries()) {
    const { sign } = part;
    if (sign !== " ") {
      const others = counterpart(parts, index);
      for (const [at, line] of part.lines.slice(0, most).entries())
        push(sign, besides(line, others?.[at], limits.width));
      if (part.lines.length > most)
        context(`… ${plural(part.lines.length - most, `more ${sign === "+" ? "added" : "removed"} line`)}`);
      continue;
    }
    const head = index === 0 ? 0 : contextLines;
    const tail = index === parts.length - 1 ? 0 : contextLines;
    const size = part.lines.length;
    if (size <= head + tail + 1) {
      for (const line of part.lines) context(line);
      continue;
    }
    for (const line of part.lines.slice(0, head)) context(line);
    context(`… ${plural(size - head - tail, "unchanged line")}`);
    for (const line of part.lines.slice(size - tail)) context(line);
  }
  if (hidden > 0) lines.push({ sign: " ", text: `  … ${plural(hidden, "more line")}` });
  return lines;
}

/** The lines that stand in place of those of a removed or added part. */
function counterpart(parts: readonly Part[], index: number): readonly string[] | undefined {
  const sign = parts[index]?.sign;
  const around = sign === "-" ? [index + 1, index - 1] : [index - 1, index + 1];
  return around.map((at) => parts[at]).find((part) => part && part.sign !== " " && part.sign !== sign)?.lines;
}

/** A line as it is shown beside the one in whose place it stands. */
function besides(line: string, other: string | undefined, width: number): string {
  if (other === undefined) return clip(visible(line), width);
  const [shown, against] = [visible(line), visible(other)];
  if (shown !== against || line === other) return cutPair(shown, against, width)[0];
  // One has the character, the other its escape.
  const literal = (text: string) => visible(text.replaceAll("\\", "\\\\"));
  return cutPair(literal(line), literal(other), width)[0];
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
