import { pointerSegment } from "./json.ts";

/** How a number is written in YAML or JSON, in base ten. */
const form = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;

/**
 * True when JavaScript reads the number in a text exactly, to the last digit. Not for whole numbers
 * that fall between two of JavaScript's, nor for fractions with more digits than it keeps, nor for what is too large.
 */
export function keepsNumber(text: string): boolean {
  const value = Number(text);
  // What is too close to zero for JavaScript has another digit before its exponent.
  if (value === 0) return !/^[^eE]*[1-9]/.test(text);
  return Number.isFinite(value) && decimal(text) === decimal(String(value));
}

/** Whole numbers beyond 2^53 - 1 may be rounded ones: nobody can tell by looking at one. */
export function mayBeRounded(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** One text for all ways to write a number that is not zero; undefined: it is none. */
function decimal(text: string): string | undefined {
  const [whole, sign, before = "", after = "", exponent = "0"] = form.exec(text) ?? [];
  const digits = before + after;
  if (whole === undefined || digits === "") return undefined;
  let start = 0;
  while (digits[start] === "0") start++;
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  const power = BigInt(exponent) - BigInt(after.length) + BigInt(digits.length - end);
  return `${sign === "-" ? "-" : ""}${digits.slice(start, end)}e${power}`;
}

/** A number in JSON text that JavaScript can't hold, or could not tell from its neighbours. */
export interface OddNumber {
  /** As it is written. */
  readonly text: string;
  /** JSON pointer. */
  readonly pointer: string;
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|-?\d[-+.\deE]*|[[\]{},:]/gs;

/**
 * The first number of a JSON text whose value would not be the one that is written, or may be a rounded one.
 * `JSON.parse` says nothing of it, and gives the texts of numbers only from Node 22 on.
 * @param json what `JSON.parse` takes
 */
export function oddNumber(json: string): OddNumber | undefined {
  const path: { readonly list: boolean; key: string | number; atKey: boolean }[] = [];
  for (const [token] of json.matchAll(tokens)) {
    const top = path.at(-1);
    if (token === "{" || token === "[") path.push({ list: token === "[", key: 0, atKey: token === "{" });
    else if (token === "}" || token === "]") path.pop();
    else if (token === ",") {
      if (top?.list) top.key = Number(top.key) + 1;
      else if (top) top.atKey = true;
    } else if (token === ":") {
      if (top) top.atKey = false;
    } else if (token.startsWith('"')) {
      if (top?.atKey) top.key = JSON.parse(token) as string;
    } else if (!keepsNumber(token) || mayBeRounded(Number(token))) {
      return { text: token, pointer: path.map(({ key }) => `/${pointerSegment(key)}`).join("") };
    }
  }
  return undefined;
}

/**
 * Reads JSON. A number that JavaScript can't hold exactly becomes the text that is written there.
 * @throws SyntaxError when it is none
 */
export function parseExactly(json: string): unknown {
  const exact = json.replace(tokens, (token) => (/^[-\d]/.test(token) && !keepsNumber(token) ? `"${token}"` : token));
  return JSON.parse(exact);
}
