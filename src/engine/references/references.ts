import { distance } from "fastest-levenshtein";
import { type Filter, type FilterProblem, formatFilters, parseFilters } from "./filter-syntax.ts";

/** The kinds of references; see docs/references.md. */
export const referenceSources = ["VAR", "VALUE", "SECRET", "ENV", "GITHUB", "OPUS"] as const;
export type ReferenceSource = (typeof referenceSources)[number];

/** One `${SOURCE:name | filter:-fallback}`. */
export interface Reference {
  readonly source: ReferenceSource;
  /** Everything between the first colon and what follows the name: `task:KEY`, `event.number`. */
  readonly name: string;
  /** What is made of the value, the first one first; absent when there are none. A fallback stands as it is. */
  readonly filters?: readonly Filter[];
  readonly fallback?: string;
  /** Where it stands in the string, in characters; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Literal text or a reference. */
export type TemplatePart = string | Reference;

/** What is wrong with a `${` in a string. */
export interface TemplateProblem {
  readonly code: "bad-reference" | FilterProblem["code"];
  readonly message: string;
  readonly offset: number;
  readonly suggestion?: string;
}

const inside = /^([A-Za-z_]+):([\s\S]+)$/;
const namePatterns: { readonly [source in ReferenceSource]: { readonly pattern: RegExp; readonly form: string } } = {
  VAR: { pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*:[A-Za-z_][A-Za-z0-9_-]*$/, form: "${VAR:task:KEY}" },
  VALUE: { pattern: /^[A-Za-z_][A-Za-z0-9._-]*$/, form: "${VALUE:name}" },
  SECRET: { pattern: /^[A-Za-z_][A-Za-z0-9._-]*$/, form: "${SECRET:name}" },
  ENV: { pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, form: "${ENV:NAME}" },
  GITHUB: { pattern: /^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/, form: "${GITHUB:path}" },
  OPUS: { pattern: /^[a-z][a-z-]*$/, form: "${OPUS:context}" },
};

/**
 * Splits a string into literal text and references. `$${` is a literal `${`.
 * @returns the parts (one literal part for text without references), or every problem in it
 */
export function parseTemplate(text: string): {
  readonly parts: readonly TemplatePart[];
  readonly problems: readonly TemplateProblem[];
} {
  if (!text.includes("${")) return { parts: [text], problems: [] };
  const parts: TemplatePart[] = [];
  const problems: TemplateProblem[] = [];
  let literal = "";
  let position = 0;
  while (position < text.length) {
    const start = text.indexOf("${", position);
    if (start === -1) {
      literal += text.slice(position);
      break;
    }
    if (start > position && text[start - 1] === "$") {
      literal += `${text.slice(position, start - 1)}\${`;
      position = start + 2;
      continue;
    }
    literal += text.slice(position, start);
    const close = closing(text, start);
    const parsed = close === -1 ? undefined : parseReference(text.slice(start + 2, close), start, close + 1);
    if (parsed === undefined || "message" in parsed) {
      if (problems.length >= mostProblems) {
        literal += text.slice(start);
        break;
      }
      problems.push(
        parsed ?? {
          code: "bad-reference",
          message: "this `${` has no closing `}`",
          offset: start,
          suggestion: "Close the reference, or write `$${` for a literal `${`.",
        },
      );
      literal += "${";
      position = start + 2;
      continue;
    }
    if (literal !== "") parts.push(literal);
    literal = "";
    parts.push(parsed);
    position = parsed.end;
  }
  if (literal !== "" || parts.length === 0) parts.push(literal);
  return { parts, problems };
}

/** Longer text after a `${` is no reference; looking further for its end would take too long in hostile text. */
const longestReference = 10_000;
/** After so many problems in one string there is nothing new to say. */
const mostProblems = 20;

function closing(text: string, start: number): number {
  const end = text.slice(start, start + longestReference).indexOf("}");
  return end === -1 ? -1 : start + end;
}

function parseReference(body: string, start: number, end: number): Reference | TemplateProblem {
  const cut = body.indexOf(":-");
  const pipe = body.indexOf("|");
  // A fallback may hold the sign as it is.
  const filtered = pipe !== -1 && (cut === -1 || pipe < cut);
  const head = filtered ? body.slice(0, pipe).trimEnd() : cut === -1 ? body : body.slice(0, cut);
  const match = inside.exec(head);
  const source = match?.[1];
  const name = match?.[2];
  if (source === undefined || name === undefined || !isSource(source)) {
    return {
      code: "bad-reference",
      message: `\`\${${body}}\` is not a reference`,
      offset: start,
      suggestion: suggestReference(head),
    };
  }
  const { pattern, form } = namePatterns[source];
  if (!pattern.test(name)) {
    return {
      code: "bad-reference",
      message: `\`\${${body}}\` is not a reference of the form \`${form}\``,
      offset: start,
      suggestion: `Write it as \`${form}\`, or \`$\${\` for a literal \`\${\`.`,
    };
  }
  if (!filtered)
    return cut === -1 ? { source, name, start, end } : { source, name, fallback: body.slice(cut + 2), start, end };
  const parsed = parseFilters(body.slice(pipe));
  if ("filters" in parsed) return { source, name, ...parsed, start, end };
  const { code, message, suggestion, at } = parsed;
  return { code, message, offset: start + 2 + pipe + at, suggestion };
}

function isSource(text: string): text is ReferenceSource {
  return (referenceSources as readonly string[]).includes(text);
}

function suggestReference(head: string): string {
  const [first = "", ...rest] = head.split(":");
  const near = nearest(first.toUpperCase(), referenceSources, 2);
  if (near && rest.join(":") !== "")
    return `Did you mean \`\${${near}:${rest.join(":")}}\`? Write \`$\${\` for a literal \`\${\`.`;
  return "Write `${VAR:task:KEY}`, `${VALUE:name}`, `${SECRET:name}`, `${ENV:NAME}`, `${GITHUB:path}` or `${OPUS:context}`; `$${` is a literal `${`.";
}

/** Our references inside text that is not a template (a script): `${HOME}` and `${X:0:3}` are the shell's own. */
export function findReferences(text: string): readonly Reference[] {
  const found: Reference[] = [];
  for (const { index, 0: beginning } of text.matchAll(/\$\{(?:VAR|VALUE|SECRET|ENV|GITHUB|OPUS):/g)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const close = closing(text, index + beginning.length);
    const parsed = close === -1 ? undefined : parseReference(text.slice(index + 2, close), index, close + 1);
    if (parsed !== undefined && !("message" in parsed)) found.push(parsed);
  }
  return found;
}

/** Makes text a template that resolves to that text. */
export function escapeText(text: string): string {
  // A replacement text would read `$$` as one `$`.
  return text.replaceAll("${", () => "$${");
}

/** The reference as it is written, in the one form that state has. */
export function formatReference(reference: Pick<Reference, "source" | "name" | "filters" | "fallback">): string {
  const fallback = reference.fallback === undefined ? "" : `:-${reference.fallback}`;
  return `\${${reference.source}:${reference.name}${formatFilters(reference.filters)}${fallback}}`;
}

/** How many names may still be compared; shared by the searches for many words, whose number others choose. */
export interface NameBudget {
  left: number;
}

/** For many words: takes a fraction of a second. */
export function nameBudget(): NameBudget {
  return { left: 300_000 };
}

/** Names that are compared with a single word. */
const namesOfOne = 50_000;

/** Longer words are no slips of names. */
const longestWord = 200;

/**
 * The candidate nearest to `word` by edit distance, if it is near enough to be a slip.
 * @returns undefined also when the budget is used up
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit = Math.max(1, Math.floor(word.length / 3)),
  budget: NameBudget = { left: namesOfOne },
): string | undefined {
  if (word.length > longestWord) return undefined;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (--budget.left < 0) return undefined;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const edits = slips(word.toLowerCase(), candidate.toLowerCase());
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** The edit distance, in which two neighbouring letters that changed places are one slip. */
function slips(word: string, other: string): number {
  const edits = distance(word, other);
  if (edits !== 2 || word.length !== other.length) return edits;
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  const swapped = word[at] === other[at + 1] && word[at + 1] === other[at];
  return swapped && word.slice(at + 2) === other.slice(at + 2) ? 1 : edits;
}
