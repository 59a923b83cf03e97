import type { Span } from "./pattern-matcher.ts";

/** What a terminal obeys in the middle of a sequence. */
const within = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u0017\\u0019\\u001c-\\u001f\\u007f";
const toEnd = "\\u001b\\u0090\\u0098\\u009c-\\u009f\\n\\r";
const end = `\\u001b[${within}]*\\\\|\\u009c`;
const strings = (introducers: (letters: string, codes: string) => string): string[] => [
  `${introducers("\\]", "\\u009d")}[^\\u0007${toEnd}]*(?:\\u0007|${end})`, // titles, links
  `${introducers("[P_^X]", "\\u0090\\u0098\\u009e\\u009f")}[^${toEnd}]*(?:${end})`,
];
const sequences = (introducers: (letters: string, codes: string) => string): string => {
  const cursorAndColours = `${introducers("\\[", "\\u009b")}[0-?${within}]*[ -\\/${within}]*[@-~]?`;
  return [...strings(introducers), cursorAndColours, `\\u001b[ -\\/${within}]*[0-~]?`].join("|");
};
const sevenBits = (letters: string): string => `\\u001b[${within}]*${letters}`;
const eightBits = (letters: string, codes: string): string => `(?:${sevenBits(letters)}|[${codes}])`;

/** Escape sequences of terminals, on one line. A string that is not ended is not swallowed: it would hide text. */
export const escapeSequences = new RegExp(sequences(eightBits), "g");

const character = "[[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Zl}\\p{Zp}\\u2800]--[\\t\\n\\r]]";
const invisible = new RegExp(character, "v");

/** Readers differ in what they take for a sequence. */
const readings = {
  terminal: new RegExp(`${sequences(eightBits)}|${character}`, "gv"),
  escapes: new RegExp(`${sequences(sevenBits)}|${character}`, "gv"),
  characters: new RegExp(character, "gv"),
} as const;
const introduced = /[\u001b\u0090\u0098\u009b\u009d-\u009f]/;

/** A text as somebody reads it who does not see what is invisible in it. */
export class Reading {
  readonly text: string;
  /** Where stretches begin, in this text and in the one that it was made of. */
  readonly #starts: readonly number[];
  readonly #origins: readonly number[];
  readonly #length: number;

  constructor(source: string, kept: readonly Span[]) {
    const starts: number[] = [];
    let length = 0;
    for (const { start, end } of kept) {
      starts.push(length);
      length += end - start;
    }
    this.#starts = starts;
    this.#origins = kept.map(({ start }) => start);
    this.#length = source.length;
    this.text = kept.map(({ start, end }) => source.slice(start, end)).join("");
  }

  /** Where a stretch stands in the text that was read, with what is invisible inside of it. */
  place({ start, end }: Span): Span {
    return { start: this.placeOf(start), end: end > start ? this.placeOf(end - 1) + 1 : this.placeOf(start) };
  }

  placeOf(at: number): number {
    if (at >= this.text.length) return this.#length;
    const stretch = lastUpTo(this.#starts, at);
    return (this.#origins[stretch] as number) + at - (this.#starts[stretch] as number);
  }

  /** What is left out around a place of the text that was read: the stretch that begins before it. */
  gapAt(place: number): Span | undefined {
    const stretch = lastUpTo(this.#origins, place - 1);
    const from = this.#starts[stretch] ?? 0;
    const length = stretch < 0 ? 0 : (this.#starts[stretch + 1] ?? this.text.length) - from;
    const start = (this.#origins[stretch] ?? 0) + length;
    return start < place ? { start, end: this.#origins[stretch + 1] ?? this.#length } : undefined;
  }
}

/** Where the last number stands that is not above another one, in ascending ones; -1: all of them are. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] as number) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The ways in which a text with invisible characters may be read; none when it has none. */
export function readingsOf(text: string): Reading[] {
  if (!invisible.test(text)) return [];
  const found = [new Reading(text, visible(text, readings.terminal))];
  const add = (pattern: RegExp, overstrikes = false): void => {
    const reading = new Reading(text, visible(text, pattern, overstrikes));
    if (found.every((known) => known.text !== reading.text)) found.push(reading);
  };
  if (text.includes("\b")) add(readings.terminal, true);
  if (introduced.test(text)) {
    add(readings.escapes);
    add(readings.characters);
  }
  return found;
}

/** True when something in a text may not show, as it is or once codes in it are decoded. */
export function mayHide(text: string): boolean {
  return text.includes("\\") || invisible.test(text);
}

/** What shows of a text in a terminal. */
export function visibleText(text: string): string {
  return invisible.test(text) ? text.replace(readings.terminal, "") : text;
}

/** JSON in which every character shows, and that says the same. */
export function visibleJson(text: string): string {
  return text.replace(readings.characters, (one) =>
    one.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** @param overstrikes a backspace takes back what stands before it */
function visible(text: string, pattern: RegExp, overstrikes = false): Span[] {
  const kept: { start: number; end: number }[] = [];
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) kept.push({ start: at, end });
  };
  for (const { index, 0: gap } of text.matchAll(pattern)) {
    keep(index);
    at = index + gap.length;
    const last = kept.at(-1);
    if (!overstrikes || gap !== "\b" || last === undefined) continue;
    last.end -= isLowSurrogate(text.charCodeAt(last.end - 1)) ? 2 : 1;
    if (last.end <= last.start) kept.pop();
  }
  keep(text.length);
  return kept;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

const escapeCodes =
  /\\(?:\0*([\\"'/])|u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|([abefnrtv]))/g;
const named: { readonly [letter: string]: string } = {
  ...{ a: "\u0007", b: "\b", e: "\u001b", f: "\f", v: "\v" },
  // They end a sequence.
  ...{ n: "\n", r: "\r", t: "\t" },
};

/**
 * A text in which the invisible characters are there that are written as codes (`\u001b` in JSON, `\x1b`, `\033`), also
 * one in which codes within codes are. Every character stands where it stood: what a code is too long is filled.
 */
export function decoded(text: string): string[] {
  const once = decodedOnce(text);
  const twice = once && decodedOnce(once.text);
  return [once, twice].flatMap((one) => (one?.found ? [one.text] : []));
}

function decodedOnce(text: string): { readonly text: string; readonly found: boolean } | undefined {
  if (!text.includes("\\")) return undefined;
  let found = false;
  const result = text.replace(escapeCodes, (code, itself, high, low, four, two, octal, letter) => {
    if (itself !== undefined) return itself.padStart(code.length, "\0");
    const digits = high ?? four ?? two;
    const first =
      named[letter] ??
      String.fromCharCode(octal === undefined ? Number.parseInt(digits, 16) : Number.parseInt(octal, 8));
    const made = low === undefined ? first : first + String.fromCharCode(Number.parseInt(low, 16));
    const hides = invisible.test(made);
    if (!hides && letter === undefined) return code;
    found ||= hides;
    return made.padEnd(code.length, "\0");
  });
  return { text: result, found };
}
