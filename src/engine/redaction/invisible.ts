import type { Span } from "./pattern-matcher.ts";

/** What a terminal obeys in the middle of a sequence, for a class of a pattern. */
export const within = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u0017\\u0019\\u001c-\\u001f\\u007f";
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

/** Finds the next character that does not show, from its `lastIndex` on. */
export function invisibleCharacters(): RegExp {
  return new RegExp(character, "gv");
}

/** Readers differ in what they take for a sequence. */
const readings = {
  terminal: new RegExp(`${sequences(eightBits)}|${character}`, "gv"),
  escapes: new RegExp(`${sequences(sevenBits)}|${character}`, "gv"),
  characters: new RegExp(character, "gv"),
} as const;
const introduced = /[\u001b\u0090\u0098\u009b\u009d-\u009f]/;

/** Where the stretches begin that somebody reads: in what was read, and in the text. */
interface Stretches {
  readonly starts: readonly number[];
  readonly origins: readonly number[];
}

/** A text as somebody reads it who does not see what is invisible in it. */
export class Reading {
  readonly text: string;
  readonly #length: number;
  readonly #kept: () => readonly Span[];
  #known: Stretches | undefined;

  /** @param kept asked for once a place is: most texts hold nothing */
  constructor(source: string, text: string, kept: () => readonly Span[]) {
    this.text = text;
    this.#length = source.length;
    this.#kept = kept;
  }

  get #stretches(): Stretches {
    this.#known ??= stretchesOf(this.#kept());
    return this.#known;
  }

  /** Where a stretch stands in the text that was read, with what is invisible inside of it. */
  place({ start, end }: Span): Span {
    return { start: this.placeOf(start), end: end > start ? this.placeOf(end - 1) + 1 : this.placeOf(start) };
  }

  placeOf(at: number): number {
    if (at >= this.text.length) return this.#length;
    const { starts, origins } = this.#stretches;
    const stretch = lastUpTo(starts, at);
    return (origins[stretch] as number) + at - (starts[stretch] as number);
  }

  /** What is left out around a place of the text that was read: the stretch that begins before it. */
  gapAt(place: number): Span | undefined {
    const { starts, origins } = this.#stretches;
    const stretch = lastUpTo(origins, place - 1);
    const from = starts[stretch] ?? 0;
    const length = stretch < 0 ? 0 : (starts[stretch + 1] ?? this.text.length) - from;
    const start = (origins[stretch] ?? 0) + length;
    return start < place ? { start, end: origins[stretch + 1] ?? this.#length } : undefined;
  }
}

function stretchesOf(kept: readonly Span[]): Stretches {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of kept) {
    starts.push(length);
    length += end - start;
  }
  return { starts, origins: kept.map(({ start }) => start) };
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
  const found = [without(text, readings.terminal)];
  const add = (reading: Reading): void => {
    if (found.every((known) => known.text !== reading.text)) found.push(reading);
  };
  if (text.includes("\b")) add(overstruck(text));
  if (introduced.test(text)) {
    add(without(text, readings.escapes));
    add(without(text, readings.characters));
  }
  return found;
}

function without(text: string, pattern: RegExp): Reading {
  return new Reading(text, text.replace(pattern, ""), () => visible(text, pattern));
}

/** As a terminal shows it in which each backspace takes back what stands before it. */
function overstruck(text: string): Reading {
  const kept = visible(text, readings.terminal, () => {});
  return new Reading(text, kept.map(({ start, end }) => text.slice(start, end)).join(""), () => kept);
}

/**
 * For terminals, and for who knows no sequences: at the place of each character that a backspace takes back, where the text
 * goes on after that; 0 at all others.
 */
export function struckOut(text: string): readonly Int32Array[] {
  if (!text.includes("\b")) return [];
  return [readings.terminal, ...(introduced.test(text) ? [readings.characters] : [])].map((pattern) => {
    const ends = new Int32Array(text.length);
    visible(text, pattern, (character, end) => {
      ends[character] = end;
    });
    return ends;
  });
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

type Struck = (character: number, end: number) => void;

/** @param struck given where a backspace takes back what stands before it */
function visible(text: string, pattern: RegExp, struck?: Struck): Span[] {
  const kept: { start: number; end: number }[] = [];
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) kept.push({ start: at, end });
  };
  for (const { index, 0: gap } of text.matchAll(pattern)) {
    keep(index);
    at = index + gap.length;
    const last = kept.at(-1);
    if (struck === undefined || gap !== "\b" || last === undefined) continue;
    last.end -= isLowSurrogate(text.charCodeAt(last.end - 1)) ? 2 : 1;
    struck(last.end, at);
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
