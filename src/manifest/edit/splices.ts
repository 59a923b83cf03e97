import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { equalJson } from "../../engine/json/json-diff.ts";
import { alignLists } from "./align-lists.ts";
import { blockPair, blockValue, flowValue, jsonValue } from "./collection-text.ts";
import { columnOf, dashesOf, type Held, isFlow, lineAfter, lineStart, pairOf } from "./parsed-text.ts";
import { type Surroundings, scalarTexts, type TextStyle } from "./scalar-text.ts";

/** A stretch of a text, and what is to stand there. Lines end with LF. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is edited, and where a part of it stands. */
interface Place extends Held {
  readonly text: string;
}

const styles: { readonly [type: string]: TextStyle } = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

/**
 * Ways to make one value of another where it is written, the one that touches the least first. Whether a way leads there
 * has to be looked at: a value may be shared with others by its anchor.
 */
export function waysToChange(text: string, held: Held, before: Json, after: Json): readonly (readonly Splice[])[] {
  const place = { ...held, text };
  const parts = isAlias(held.node) ? undefined : changeParts(place, before, after);
  return [...(parts ? [parts] : []), ...changeWhole(place, after).map((splice) => [splice])];
}

/** Changes of what is inside a collection; undefined: it has to be written anew. */
function changeParts(place: Place, before: Json, after: Json): readonly Splice[] | undefined {
  if (equalJson(before, after)) return [];
  const { node } = place;
  if (isMap(node) && isObject(before) && isObject(after)) return changePairs(place, node, before, after);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) return changeItems(place, node, before, after);
  return isCollection(node) ? undefined : changeWhole(place, after).slice(0, 1);
}

function below({ text, node, around }: Place, part: Node, at: string | number): Place {
  return { text, node: part, around: [...around, { node, at }] };
}

function changePairs(place: Place, node: YAMLMap, before: JsonObject, after: JsonObject): Splice[] | undefined {
  const { text } = place;
  const pairs = node.items as Pair<Node, Node | null>[];
  const splices: Splice[] = [];
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  if (kept.length === 0 || (isFlow(node) && kept.length + added.length !== Object.keys(before).length))
    return undefined;
  for (const key of Object.keys(before)) {
    const pair = pairOf(pairs, key) as Pair<Node, Node | null> | undefined;
    const part = pair?.value;
    if (!pair || !part) return undefined;
    const changes = Object.hasOwn(after, key)
      ? changeParts(below(place, part, key), before[key] as Json, after[key] as Json)
      : removal(text, pair.key.range?.[0] ?? 0, part);
    if (!changes) return undefined;
    splices.push(...changes);
  }
  if (added.length === 0) return splices;
  if (isFlow(node)) return undefined;
  const column = columnOf(text, pairs[0]?.key.range?.[0] ?? 0);
  const lines = added.map((key) => " ".repeat(column) + ended(blockPair(key, after[key] as Json, column)));
  return [...splices, insertion(text, lineAfter(text, node), lines.join(""))];
}

function changeItems(
  place: Place,
  node: YAMLSeq,
  before: readonly Json[],
  after: readonly Json[],
): readonly Splice[] | undefined {
  const { text } = place;
  const items = node.items as (Node | null)[];
  const steps = alignLists(before, after);
  const isSame = steps.every((step) => step.was !== undefined && step.is !== undefined);
  if (!isSame && isFlow(node)) return flowItems(place, node, steps, before, after);
  const dashes = isSame ? [] : dashesOf(node);
  if (!dashes || steps.every((step) => step.was === undefined || step.is === undefined)) return undefined;
  const column = dashes.length > 0 ? columnOf(text, dashes[0] as number) : 0;
  const splices: Splice[] = [];
  let last: Node | undefined;
  for (const { was, is } of steps) {
    const item = was === undefined ? undefined : items[was];
    if (was !== undefined && !item) return undefined;
    const value = is === undefined ? undefined : (after[is] as Json);
    let changes: readonly Splice[] | undefined;
    if (item && value !== undefined)
      changes = changeParts(below(place, item, was as number), before[was as number] as Json, value);
    else if (item) changes = removal(text, dashes[was as number] as number, item);
    else {
      const at = last ? lineAfter(text, last) : lineStart(text, dashes[0] as number);
      changes =
        isAlone(text, dashes[0] as number) || last
          ? [insertion(text, at, `${" ".repeat(column)}- ${ended(blockValue(value as Json, column + 2))}`)]
          : undefined;
    }
    if (!changes) return undefined;
    splices.push(...changes);
    if (item) last = item;
  }
  return splices;
}

/** A list in brackets with others in it: those that stay are written as they were. */
function flowItems(
  { text, node }: Place,
  { items }: YAMLSeq,
  steps: ReturnType<typeof alignLists>,
  before: readonly Json[],
  after: readonly Json[],
): readonly Splice[] | undefined {
  const [start = 0, end = 0] = node.range ?? [];
  if (hasComment(text, start, end)) return undefined;
  const spans = (items as Node[]).map(({ range }): readonly [number, number] =>
    range ? [range[0], range[1]] : [0, 0],
  );
  const first = spans[0];
  const last = spans.at(-1);
  const second = spans[1];
  if (!first || !last || (items as Node[]).some((item) => "anchor" in item && item.anchor)) return undefined;
  const between = second ? text.slice(first[1], second[0]) : ", ";
  const writes = /^\s*[[{]/.test(text) ? jsonValue : flowValue;
  const written = steps.flatMap(({ was, is }) => {
    if (is === undefined) return [];
    const span = was === undefined ? undefined : spans[was];
    const isKept = span && equalJson(before[was as number], after[is]);
    return [isKept ? text.slice(span[0], span[1]) : writes(after[is] as Json)];
  });
  return [{ start: first[0], end: last[1], text: written.join(between).replaceAll("\r\n", "\n") }];
}

/** Takes lines away, from that on which something begins. */
function removal(text: string, begin: number, node: Node): readonly Splice[] | undefined {
  return isAlone(text, begin) ? [{ start: lineStart(text, begin), end: lineAfter(text, node), text: "" }] : undefined;
}

/** Does nothing but blanks stand before it on its line? */
function isAlone(text: string, begin: number): boolean {
  return text.slice(lineStart(text, begin), begin).trim() === "";
}

function insertion(text: string, at: number, lines: string): Splice {
  const isOpen = at > 0 && text[at - 1] !== "\n";
  return { start: at, end: at, text: isOpen ? `\n${lines.replace(/\n$/, "")}` : lines };
}

function ended(lines: string): string {
  return lines.endsWith("\n") ? lines : `${lines}\n`;
}

/** Ways to write something else in the place of a node. */
function changeWhole(place: Place, after: Json): readonly Splice[] {
  const { text, node, around } = place;
  const [begin = 0, end = 0] = node.range ?? [];
  // Comments stay.
  if (isCollection(node) && hasComment(text, begin, end)) return [];
  const flow = around.some((one) => isFlow(one.node)) || (isCollection(node) && isFlow(node));
  const column = ownColumn(text, around.at(-1));
  const old = text.slice(begin, end);
  const where = { flow, column, blockColumn: blockColumnOf(old, node, column) };
  const written = wholeValues(place, after, where).filter((value) => fitsBefore(value, old, text.slice(end)));
  const start = begin === end ? emptyPlace(text, around.at(-1), begin) : begin;
  const hadBreak = /\n$/.test(old);
  return written.map((value) => {
    const headed = withHeadComment(value, old);
    const spaced = begin === end && !/\s/.test(text[start - 1] ?? " ") ? ` ${headed}` : headed;
    if (hadBreak && !spaced.endsWith("\n")) return { start, end, text: `${spaced}\n` };
    const until = begin === end ? start : end;
    return { start, end: spaced.endsWith("\n") && !hadBreak ? behindBreak(text, until) : until, text: spaced };
  });
}

/** Ways to write a value in the place of another one. */
function wholeValues({ text, node }: Place, after: Json, where: Surroundings): readonly string[] {
  const isJson = /^\s*[[{]/.test(text);
  const style = isJson ? "double" : isScalar(node) ? (styles[node.type ?? "PLAIN"] ?? "plain") : "plain";
  if (typeof after !== "object" || after === null) return scalarTexts(after, style, where);
  const inPlace = !where.flow && isCollection(node);
  const column = columnOf(text, node.range?.[0] ?? 0);
  return [...(inPlace ? [blockValue(after, column)] : []), isJson ? jsonValue(after) : flowValue(after)];
}

/** A block of text takes the rest of its line, so there must be nothing. */
function fitsBefore(value: string, old: string, rest: string): boolean {
  return !value.endsWith("\n") || old.endsWith("\n") || /^[ \t]*(?:\r?\n|$)/.test(rest);
}

/** Where a value begins that is not written: behind the colon or the dash. */
function emptyPlace(text: string, holder: Held["around"][number] | undefined, begin: number): number {
  if (holder && isMap(holder.node)) {
    const key = pairOf(holder.node.items as Pair[], String(holder.at))?.key as Node | undefined;
    const colon = text.indexOf(":", key?.range?.[1] ?? begin);
    return colon === -1 ? begin : colon + 1;
  }
  const dash = holder && isSeq(holder.node) ? dashesOf(holder.node)?.[Number(holder.at)] : undefined;
  return dash === undefined ? begin : dash + 1;
}

/** A block of text has its line break, so that of the line goes; behind a comment it stays. */
function behindBreak(text: string, end: number): number {
  const [rest = ""] = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200)) ?? [];
  return end + rest.length;
}

/** The comment behind the mark of a block of text stays there. */
function withHeadComment(value: string, before: string): string {
  const comment = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(before)?.[1];
  return comment !== undefined && value.startsWith("|") ? value.replace("\n", () => `${comment}\n`) : value;
}

/** Column of the key or the dash of what stands in a collection. */
function ownColumn(text: string, holder: Held["around"][number] | undefined): number {
  if (holder && isMap(holder.node)) {
    const key = pairOf(holder.node.items as Pair[], String(holder.at))?.key as Node | undefined;
    return columnOf(text, key?.range?.[0] ?? 0);
  }
  if (holder && isSeq(holder.node)) return columnOf(text, dashesOf(holder.node)?.[Number(holder.at)] ?? 0);
  return 0;
}

/**
 * Where lines of a block of text stand: as they do, or two columns further in than what it belongs to.
 * @param old what is written
 */
function blockColumnOf(old: string, node: Node, column: number): number {
  const isBlock = isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
  const lines = isBlock
    ? old
        .split("\n")
        .slice(1)
        .filter((line) => line.trim() !== "")
    : [];
  const indents = lines.map((line) => line.length - line.trimStart().length);
  const least = indents.length > 0 ? Math.min(...indents) : column + 2;
  return Math.max(least, column + 1);
}

function hasComment(text: string, start: number, end: number): boolean {
  return /(?:^|\s)#/.test(text.slice(start, end));
}
