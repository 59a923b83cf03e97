import { distance } from "fastest-levenshtein";

/** The filters of references, in the order in which messages list them; see docs/references.md. */
export const filterNames = ["json", "yaml", "base64", "indent", "lower", "upper", "join"] as const;
export type FilterName = (typeof filterNames)[number];

/** One `| name argument` of a reference. */
export interface Filter {
  readonly name: FilterName;
  readonly argument?: string | number;
}

/** What is wrong with filters; `at` counts from the first `|`, in characters. */
export interface FilterProblem {
  readonly code: "unknown-filter" | "bad-filter";
  readonly message: string;
  readonly at: number;
  readonly suggestion: string;
}

/** More of them make nothing clearer, and each may make a text longer. */
const mostFilters = 8;
/** Spaces in front of a line. */
const mostSpaces = 40;

/** Letters that may be wrong in a name. */
const mostSlips = 2;

/** What a filter takes beside the value. */
interface Takes {
  /** For people: `a number of spaces`. */
  readonly what: string;
  readonly type: "number" | "string";
  readonly required: boolean;
  /** As somebody would write it. */
  readonly example: string;
}

const takes: { readonly [name in FilterName]?: Takes } = {
  json: { what: `spaces for each level, 0 to ${mostSpaces}`, type: "number", required: false, example: "json 2" },
  indent: { what: `a number of spaces, 0 to ${mostSpaces}`, type: "number", required: true, example: "indent 4" },
  join: { what: "a text in quotes that stands between", type: "string", required: true, example: 'join ", "' },
};

/** What other tools call it. */
const elsewhere: { readonly [name: string]: FilterName } = {
  b64: "base64",
  b64enc: "base64",
  b64encode: "base64",
  base64encode: "base64",
  downcase: "lower",
  lowercase: "lower",
  tolower: "lower",
  upcase: "upper",
  uppercase: "upper",
  toupper: "upper",
  nindent: "indent",
  quote: "json",
  tojson: "json",
  jsonencode: "json",
  toyaml: "yaml",
  yamlencode: "yaml",
  concat: "join",
};

const word = /[A-Za-z_][A-Za-z0-9_-]*/y;
const blanks = /\s*/y;
const wholeNumber = /[0-9]{1,4}(?![0-9A-Za-z_.])/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;

/**
 * Reads filters.
 * @param text from the first `|` to the closing bracket, without it
 * @returns the filters, and what follows `:-` after them; or the first problem
 */
export function parseFilters(
  text: string,
): { readonly filters: readonly Filter[]; readonly fallback?: string } | FilterProblem {
  const filters: Filter[] = [];
  let position = 0;
  while (text[position] === "|") {
    if (filters.length === mostFilters) return tooManyFilters(position);
    position = end(blanks, text, position + 1);
    const start = position;
    const written = text.slice(start, end(word, text, start));
    const name = filterNames.find((one) => one === written);
    if (name === undefined) return unknownFilter(written, text.slice(start), start);
    position = end(blanks, text, start + written.length);
    const argumentEnd = Math.max(end(wholeNumber, text, position), end(quoted, text, position));
    const argument = argumentOf(text.slice(position, argumentEnd));
    const after = end(blanks, text, argumentEnd);
    const goesOn = after === text.length || text[after] === "|" || text.startsWith(":-", after);
    if (!goesOn || argument === null || !fits(name, argument)) return badArgument(name, text.slice(position), start);
    filters.push(argument === undefined ? { name } : { name, argument });
    position = after;
  }
  return position === text.length ? { filters } : { filters, fallback: text.slice(position + 2) };
}

/** Where a match that begins at a place ends; the place itself where there is none. */
function end(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** @returns undefined: there is none; null: its escapes are no right ones */
function argumentOf(written: string): string | number | undefined | null {
  if (written === "") return undefined;
  if (/^[0-9]/.test(written)) return Number(written);
  const inner = written.slice(1, -1);
  const double = written.startsWith('"') ? inner : inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"');
  try {
    // A line break may stand in it as it is.
    return JSON.parse(`"${double.replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`) as string;
  } catch {
    return null;
  }
}

function fits(name: FilterName, argument: string | number | undefined): boolean {
  const taken = takes[name];
  if (argument === undefined) return taken?.required !== true;
  return taken?.type === typeof argument && (typeof argument === "string" || argument <= mostSpaces);
}

function unknownFilter(written: string, rest: string, at: number): FilterProblem {
  const all = `There are ${filterNames.slice(0, -1).join(", ")} and ${filterNames.at(-1)}.`;
  if (written === "") {
    const message = "the name of a filter is missing after `|`";
    return { code: "bad-filter", message, at, suggestion: `${all} Write \`$\${\` for a literal \`\${\`.` };
  }
  const message = `there is no filter \`${written}\``;
  if (/^default/i.test(written)) {
    const suggestion = "A fallback stands behind the name and its filters: `${VALUE:name:-fallback}`.";
    return { code: "unknown-filter", message, at, suggestion };
  }
  const bare = written.toLowerCase().replaceAll(/[_-]/g, "");
  const near = Object.hasOwn(elsewhere, bare)
    ? elsewhere[bare]
    : filterNames.find((one) => distance(bare, one) <= mostSlips);
  const suggestion = near === undefined ? all : `Did you mean \`${shownFilter(near, rest)}\`?`;
  return { code: "unknown-filter", message, at, suggestion };
}

/** A filter with the number that somebody wrote for it, however. */
function shownFilter(name: FilterName, rest: string): string {
  const given = /^[A-Za-z0-9_-]+[\s(:]*([0-9]{1,2})\b/.exec(rest)?.[1];
  const taken = takes[name];
  if (given !== undefined && taken?.type === "number") return `${name} ${given}`;
  return taken?.required ? taken.example : name;
}

function badArgument(name: FilterName, rest: string, at: number): FilterProblem {
  const taken = takes[name];
  const isOpen = /^["']/.test(rest) && end(quoted, rest, 0) === 0;
  const message = isOpen
    ? `the text that \`${name}\` takes has no closing quote`
    : taken === undefined
      ? `the filter \`${name}\` takes nothing, and \`${shortened(rest)}\` follows it`
      : rest.trim() === "" || /^(?:\||:-)/.test(rest)
        ? `the filter \`${name}\` needs ${taken.what}`
        : `the filter \`${name}\` takes ${taken.what}, not \`${shortened(rest)}\``;
  const suggestion = isOpen
    ? "A reference ends at the first `}`: write one as `\\u007d` in a text."
    : `Write \`| ${taken === undefined ? name : taken.required ? shownFilter(name, `${name} ${rest}`) : taken.example}\`; filters are put in a row with \`|\`.`;
  return { code: "bad-filter", message, at, suggestion };
}

function shortened(text: string): string {
  const line = text.trim().split("\n")[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function tooManyFilters(at: number): FilterProblem {
  const message = `more than ${mostFilters} filters stand in a row`;
  return { code: "bad-filter", message, at, suggestion: "Leave out those that change nothing." };
}

/** Filters as they are written behind a name: ` | json | indent 4`. */
export function formatFilters(filters: readonly Filter[] | undefined): string {
  return (filters ?? [])
    .map(({ name, argument }) => ` | ${name}${argument === undefined ? "" : ` ${formatted(argument)}`}`)
    .join("");
}

function formatted(argument: string | number): string {
  return typeof argument === "number" ? String(argument) : JSON.stringify(argument).replaceAll("}", "\\u007d");
}
