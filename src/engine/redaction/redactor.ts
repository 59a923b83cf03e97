import { isObject, type Json, type JsonObject, mapMembers } from "../json/json.ts";
import type { Redactor } from "../ports/redactor.ts";
import type { Redaction } from "../text/line-buffer.ts";
import { hiddenOpen, hiddenSpans } from "./hidden-forms.ts";
import { decoded, mayHide, type Reading, readingsOf, visibleText } from "./invisible.ts";
import { PatternMatcher, type Span } from "./pattern-matcher.ts";
import { base64Pieces, encodingsOf, partsOf } from "./secret-encodings.ts";
import { openBlock, wrappedBlocks } from "./wrapped-base64.ts";

const mask = "***";

/**
 * Takes secrets out of everything that is shown or stored: the value, its lines, and what programs make of them when
 * they write them into other texts (base64, also broken into lines; URLs, JSON, quotes of shells, XML). They are found
 * in the text as it is and as it may be read by who does not see what is invisible: control characters, escape sequences,
 * each of them in any way in which somebody skips it.
 */
export function createRedactor(): Redactor & Redaction {
  const forms = new PatternMatcher();
  const pieces = new PiecesOfBase64();
  const wrappedSpans = (given: string): Span[] =>
    wrappedBlocks(given).flatMap(({ text, place }) => [...forms.spans(text), ...pieces.trie.spans(text)].map(place));
  const spansOnce = (given: string, cut: boolean): readonly Span[] => {
    const readings = readingsOf(given);
    const codes = decoded(given);
    const found = [
      readings.length === 0 ? forms.spans(given, cut) : hiddenSpans(forms, given, cut),
      ...codes.map((text) => hiddenSpans(forms, text, cut)),
      wrappedSpans(given),
      ...[...readings, ...codes.flatMap(readingsOf)].map((reading) =>
        wrappedSpans(reading.text).map((span) => reading.place(span)),
      ),
    ].filter(({ length }) => length > 0);
    const all = joined(found.flat());
    const [first] = readings;
    return first === undefined || all.length === 0 ? all : joined(all.map((span) => withSequences(given, first, span)));
  };
  const spans = (given: string, cut = false): readonly Span[] =>
    forms.longest === 0 ? [] : withUncovered(given, spansOnce(given, cut), (text) => spansOnce(text, cut));
  const open = (given: string): number => {
    const readings = readingsOf(given);
    const form = readings.length === 0 ? forms.open(given) : hiddenOpen(forms, given);
    const blocks = readings.map((reading) => reading.placeOf(openBlock(reading.text)));
    return Math.min(form, openBlock(given), ...blocks);
  };
  const kept = (given: string): string => masked(given, spans(given));
  return {
    get longest() {
      return forms.longest;
    },
    add: (secret, open) => {
      for (const form of encodingsOf(secret, open)) forms.add(form);
      if (partsOf(secret, open).size > 0) pieces.add(secret);
    },
    text: (given) => masked(given, spans(given, true)),
    spans,
    value: (given) => (forms.longest === 0 ? given : (redactJson(given, kept) as typeof given)),
    contains: (given) => forms.longest > 0 && spansOnce(given, false).length > 0,
    held: (given) => spans(given).map(({ start, end }) => given.slice(start, end)),
    open: (given) => (forms.longest === 0 ? given.length : open(given)),
  };
}

/** A stretch with all of the sequences that it holds a part of; what is left of one would swallow the mask. */
function withSequences(text: string, reading: Reading, { start, end }: Span): Span {
  const before = reading.gapAt(start);
  const after = reading.gapAt(end);
  // Asked once for each sequence: of all that begins inside of one, it is the whole anyway.
  const isTaken = before && (start < before.end || visibleText(text.slice(before.start, start) + mask) !== mask);
  return {
    start: isTaken ? before.start : start,
    end: after && end > after.start ? after.end : end,
  };
}

/** How often the rest of a text is searched again; then all of it counts as secret. */
const mostSearches = 8;

/**
 * The secrets of a text, with those that show only once the others are masked: a mask may take the end of a sequence, and
 * what the sequence hid in the middle of a secret is read as text from there on.
 * @param found what stands in the text as it is
 */
function withUncovered(
  text: string,
  found: readonly Span[],
  search: (text: string) => readonly Span[],
): readonly Span[] {
  if (found.length === 0 || !mayHide(text)) return found;
  let known = found;
  for (let searches = 0; searches < mostSearches; searches++) {
    const spans = known;
    known = joined([...spans, ...beforeMasking(spans, search(masked(text, spans)))]);
    if (covered(known) === covered(spans)) return known;
  }
  return [{ start: 0, end: text.length }];
}

function covered(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * Where stretches of the masked text stood before; of a mask, all that it stands for.
 * @param spans what was masked, ascending
 * @param found in the masked text, ascending
 */
function beforeMasking(spans: readonly Span[], found: readonly Span[]): Span[] {
  let next = 0;
  /** How much shorter the masks up to `next` are than what they stand for. */
  let lost = 0;
  const place = (at: number, side: "start" | "end"): number => {
    for (let span = spans[next]; span !== undefined; span = spans[next]) {
      const from = span.start - lost;
      if (at < from + mask.length) return at > from || (side === "start" && at === from) ? span[side] : at + lost;
      lost += span.end - span.start - mask.length;
      next++;
    }
    return at + lost;
  };
  return found.map(({ start, end }) => ({ start: place(start, "start"), end: place(end, "end") }));
}

/** Only needed once there is base64 in lines. */
class PiecesOfBase64 {
  readonly #trie = new PatternMatcher();
  #waiting: string[] = [];

  add(secret: string): void {
    this.#waiting.push(secret);
  }

  get trie(): PatternMatcher {
    for (const secret of this.#waiting) for (const piece of base64Pieces(secret)) this.#trie.add(piece);
    this.#waiting = [];
    return this.#trie;
  }
}

function masked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let shown = "";
  let at = 0;
  for (const { start, end } of spans) {
    shown += text.slice(at, start) + mask;
    at = end;
  }
  return shown + text.slice(at);
}

/** Ascending; those that overlap are one. */
function joined(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Redacts strings, and numbers that read like a secret, at any depth; keys too. Shares what holds nothing. */
function redactJson(value: Json, text: (given: string) => string): Json {
  if (typeof value === "string") return text(value);
  if (typeof value === "number") {
    const shown = text(String(value));
    return shown === String(value) ? value : shown;
  }
  if (typeof value !== "object" || value === null) return value;
  const redacted = mapMembers(value, (member) => redactJson(member, text));
  return isObject(redacted) ? redactKeys(redacted, text) : redacted;
}

/** Keys that become the same are numbered, so that no member is lost: `***`, `*** 2`. Shares what needs no change. */
export function redactKeys(value: JsonObject, text: (given: string) => string): JsonObject {
  const keys = Object.keys(value);
  const taken = new Set(keys.filter((key) => text(key) === key));
  if (taken.size === keys.length) return value;
  const shown = (key: string): string => {
    const redacted = text(key);
    if (redacted === key) return key;
    let free = redacted;
    for (let number = 2; taken.has(free); number++) free = `${redacted} ${number}`;
    taken.add(free);
    return free;
  };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [shown(key), member]));
}
