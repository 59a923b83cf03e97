import type { Json } from "../../engine/json/json.ts";

/** Where a reader stands in a text that ends with a newline. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** Values, keys and lines that were passed. */
  parts = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character code here; NaN at the end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  skipBlanks(): void {
    while (this.text.charCodeAt(this.at) === char.blank) this.at++;
  }
}

/** Codes of the characters that the readers look at. */
export const char = {
  tab: 9,
  newline: 10,
  blank: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  plus: 43,
  comma: 44,
  dash: 45,
  dot: 46,
  zero: 48,
  nine: 57,
  colon: 58,
  greater: 62,
  openList: 91,
  backslash: 92,
  closeList: 93,
  openMapping: 123,
  bar: 124,
  closeMapping: 125,
} as const;

/** Longest key that is read here; YAML allows 1,024 characters. */
const keyLimit = 500;

/** Characters with which unquoted text may begin. Others have a meaning, or only sometimes none. */
const begins = new Uint8Array(128);
for (const each of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$/.+~(<=^;\\)")
  begins[each.charCodeAt(0)] = 1;

function beginsPlain(cursor: Cursor): boolean {
  const code = cursor.code();
  if (code === char.dash) {
    const next = cursor.code(1);
    return next < 128 && begins[next] === 1;
  }
  return code >= 128 || begins[code] === 1;
}

/** A blank, a tab, a newline or the end. */
export function isGap(code: number): boolean {
  return code === char.blank || code === char.newline || code === char.tab || Number.isNaN(code);
}

/** Unquoted text up to the end of its line; undefined where it is unusual. A mapping that begins here is, too. */
export function plainText(cursor: Cursor): string | undefined {
  if (!beginsPlain(cursor)) return undefined;
  const { text, at: start } = cursor;
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.newline) break;
    if (code === char.blank) {
      if (text.charCodeAt(at + 1) === char.hash) break;
      continue;
    }
    if (code === char.tab || (code === char.colon && isGap(text.charCodeAt(at + 1)))) return undefined;
    end = at + 1;
  }
  cursor.at = end;
  return text.slice(start, end);
}

/** Unquoted text inside of brackets, up to what ends it there. */
export function flowText(cursor: Cursor): string | undefined {
  if (!beginsPlain(cursor)) return undefined;
  const { text, at: start } = cursor;
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.blank) continue;
    if (code === char.newline || code === char.comma || code === char.closeList || code === char.closeMapping) break;
    if (code === char.colon) {
      const next = text.charCodeAt(at + 1);
      if (next === char.blank || next === char.newline) break;
      if (endsFlowText(next)) return undefined;
    } else if (code === char.hash) {
      if (text.charCodeAt(at - 1) === char.blank) return undefined;
    } else if (code === char.tab || code === char.openList || code === char.openMapping) return undefined;
    end = at + 1;
  }
  cursor.at = end;
  return text.slice(start, end);
}

function endsFlowText(code: number): boolean {
  return (
    code === char.comma ||
    code === char.tab ||
    code === char.openList ||
    code === char.closeList ||
    code === char.openMapping ||
    code === char.closeMapping
  );
}

/** A key with its colon; undefined where there is none, or an unusual one. */
export function blockKey(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  const first = text.charCodeAt(start);
  if (first === char.doubleQuote || first === char.singleQuote) {
    const key = quotedText(cursor);
    if (key === undefined || cursor.code() !== char.colon || !isGap(cursor.code(1))) return undefined;
    cursor.at++;
    return usualKey(key, cursor.at - start);
  }
  if (!beginsPlain(cursor)) return undefined;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.colon && isGap(text.charCodeAt(at + 1))) {
      if (text.charCodeAt(at - 1) === char.blank) return undefined;
      cursor.at = at + 1;
      return plainKey(text.slice(start, at));
    }
    if (code === char.newline || code === char.tab) return undefined;
    if (code === char.hash && text.charCodeAt(at - 1) === char.blank) return undefined;
  }
}

/** A key inside of brackets, with its colon. */
export function flowKey(cursor: Cursor): string | undefined {
  const start = cursor.at;
  const first = cursor.code();
  const isQuoted = first === char.doubleQuote || first === char.singleQuote;
  const key = isQuoted ? quotedText(cursor) : flowText(cursor);
  if (key === undefined || cursor.code() !== char.colon) return undefined;
  const next = cursor.code(1);
  if (!isQuoted && next !== char.blank && next !== char.newline) return undefined;
  cursor.at++;
  return isQuoted ? usualKey(key, cursor.at - start) : plainKey(key);
}

function plainKey(key: string): string | undefined {
  return plainValue(key) === key && key !== "<<" ? usualKey(key, key.length) : undefined;
}

function usualKey(key: string, written: number): string | undefined {
  return written > keyLimit || key === "__proto__" ? undefined : key;
}

/** Text in quotes on one line, and what it stands for. */
export function quotedText(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  const quote = text.charCodeAt(start);
  let hasEscapes = false;
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === char.newline || code === char.tab) return undefined;
    if (code === char.backslash && quote === char.doubleQuote) {
      hasEscapes = true;
      // A line break stops the reader, escaped or not: the last one is the end of the text.
      if (text.charCodeAt(at + 1) === char.newline) return undefined;
      at++;
    } else if (code === quote) {
      if (quote === char.singleQuote && text.charCodeAt(at + 1) === quote) {
        hasEscapes = true;
        at++;
        continue;
      }
      cursor.at = at + 1;
      const inner = text.slice(start + 1, at);
      if (!hasEscapes) return inner;
      return quote === char.singleQuote ? inner.replaceAll("''", "'") : unescaped(inner);
    }
  }
}

/** What YAML and JSON read in the same way. One at a time: a pattern of all would overflow its stack with much text. */
const jsonEscape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g;

function unescaped(inner: string): string | undefined {
  if (inner.replace(jsonEscape, "").includes("\\")) return undefined;
  const text = JSON.parse(`"${inner}"`) as string;
  return text.isWellFormed() ? text : undefined;
}

/** All that the core schema reads as a number. */
const number =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What unquoted text stands for; undefined for numbers and booleans that are not written as they are shown. */
export function plainValue(text: string): string | number | boolean | null | undefined {
  const first = text.charCodeAt(0);
  // Digits, and among others the signs and the dot, with which numbers begin.
  if (first <= char.nine && first >= char.plus) {
    if (!number.test(text)) return text;
    const value = Number(text);
    const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
    return isExact && String(value) === text ? value : undefined;
  }
  if (text.length > 5) return text;
  switch (text) {
    case "true":
      return true;
    case "false":
      return false;
    case "null":
    case "Null":
    case "NULL":
    case "~":
      return null;
    case "True":
    case "TRUE":
    case "False":
    case "FALSE":
      return undefined;
    default:
      return text;
  }
}

/** A list or mapping that is being filled. */
export type Filled = { [key: string]: Json };
