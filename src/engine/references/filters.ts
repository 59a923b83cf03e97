import { stringify } from "yaml";
import { canonicalJson } from "../json/canonical-json.ts";
import { isObject, type Json } from "../json/json.ts";
import { addedCharactersLimit, sizeWords } from "../model/size-limits.ts";
import { type Filter, formatFilters } from "./filter-syntax.ts";
import type { Reference } from "./references.ts";

/** Why a filter can't make anything of a value; nothing of the value is in it. */
export interface Unfit {
  readonly code: "filter-type" | "value-bomb";
  /** Half a sentence that goes on from the reference. */
  readonly what: string;
  readonly suggestion: string;
}

/**
 * What the filters of a reference make of a value: always a text.
 * @param value what the reference stands for
 */
export function filtered(value: Json, { source, filters = [] }: Pick<Reference, "source" | "filters">): string | Unfit {
  // State keeps outputs with their keys in order: what this run gave has to look as it will when it is recorded.
  let made: Json = source === "VAR" && typeof value === "object" ? (JSON.parse(canonicalJson(value)) as Json) : value;
  for (const filter of filters) {
    const next = applied(filter, made);
    if (typeof next !== "string") return next;
    made = next;
  }
  return String(made);
}

/** What one filter makes of a value. */
export function applied(filter: Filter, value: Json): string | Unfit {
  const { name, argument } = filter;
  if (name === "json") return bounded(JSON.stringify(value, undefined, Number(argument ?? 0)));
  if (name === "yaml") return bounded(yaml(value));
  const text = name === "join" ? joined(value, String(argument)) : textOf(value, filter);
  if (typeof text !== "string") return text;
  switch (name) {
    case "base64":
      return bounded(base64(text));
    case "indent":
      return indented(text, Number(argument));
    case "lower":
      return text.toLowerCase();
    case "upper":
      return text.toUpperCase();
    case "join":
      return bounded(text);
  }
}

/**
 * YAML 1.2 without a line break at its end. What older readers would take for another type (`yes`, `1:30`) is quoted, and
 * lines are never folded.
 */
function yaml(value: Json): string {
  const options = { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0 } as const;
  return stringify(value, options).replace(/\n$/, "");
}

/** Of the text in UTF-8. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // All of them at once are more arguments than a function takes; a third of each piece is whole signs.
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 24_576)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))));
  return pieces.join("");
}

/** All lines but the first one, which stands where the reference does; empty ones stay empty. */
function indented(text: string, spaces: number): string | Unfit {
  const lines = text.match(/\n(?=[^\r\n])/g)?.length ?? 0;
  if (text.length + lines * spaces > addedCharactersLimit) return tooLarge;
  return text.replace(/\n(?=[^\r\n])/g, `\n${" ".repeat(spaces)}`);
}

function joined(value: Json, between: string): string | Unfit {
  if (!Array.isArray(value))
    return unfit(
      `takes a list for \`join\`, and this is ${sortOf(value)}`,
      "Leave out `join`; it puts the members of a list in a row.",
    );
  const wrong = value.find((member) => typeof member === "object");
  if (wrong === undefined) return value.join(between);
  return unfit(
    `takes a list of texts, numbers and booleans for \`join\`, and ${sortOf(wrong)} is in this one`,
    "Write `| json` for a list of such members.",
  );
}

function textOf(value: Json, filter: Filter): string | Unfit {
  if (typeof value !== "object") return String(value);
  const written = formatFilters([filter]).slice(3);
  const way = Array.isArray(value) ? '`| join ", "`, `| json` or `| yaml`' : "`| json` or `| yaml`";
  return unfit(`takes a text for \`${written}\`, and this is ${sortOf(value)}`, `Make a text of it first: ${way}.`);
}

function unfit(what: string, suggestion: string): Unfit {
  return { code: "filter-type", what, suggestion };
}

const tooLarge: Unfit = {
  code: "value-bomb",
  what: `becomes larger than is allowed (${sizeWords(addedCharactersLimit)} of text)`,
  suggestion: "Use fewer filters, or keep large contents in files of their own.",
};

function bounded(text: string): string | Unfit {
  return text.length > addedCharactersLimit ? tooLarge : text;
}

function sortOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : `a ${typeof value === "string" ? "text" : typeof value}`;
}
