import type { Json } from "../json/json.ts";
import type { Redactor } from "../ports/redactor.ts";
import { partsOf } from "../redaction/secret-encodings.ts";
import type { Filter } from "./filter-syntax.ts";
import { applied } from "./filters.ts";
import { formatReference, type Reference } from "./references.ts";

/** Is told what a reference with filters stands for, before anybody sees what becomes of it. */
export type FilterWatch = (found: { readonly type: string; readonly value: Json }, reference: Reference) => void;

/**
 * Hides what filters make of secrets, which nobody would recognise in it.
 * @param conceal hides a text from now on, and is told what it is, for people
 */
export function filterWatch(
  redactor: Pick<Redactor, "held">,
  conceal: (text: string, what: string) => void,
): FilterWatch {
  return (found, reference) => {
    const pieces =
      found.type === "secret" ? [String(found.value)] : textsOf(found.value).flatMap((text) => redactor.held(text));
    if (pieces.length === 0) return;
    const { source, name, filters = [] } = reference;
    const what = source === "SECRET" ? `secret "${name}"` : `what \`${formatReference({ source, name })}\` stands for`;
    for (const form of filteredForms(found.value, pieces, filters)) conceal(form, what);
  };
}

/** What becomes of the secret pieces of a value with each of the filters. */
function filteredForms(value: Json, secret: readonly string[], filters: readonly Filter[]): ReadonlySet<string> {
  const forms = new Set<string>();
  let whole = value;
  let pieces = [...new Set(secret)];
  for (const filter of filters) {
    const made = applied(filter, whole);
    if (typeof made !== "string") break;
    whole = made;
    // Nothing of a piece can be told within it.
    pieces = filter.name === "base64" ? [made] : pieces.flatMap((piece) => formsOf(filter, piece));
    for (const piece of pieces) forms.add(piece);
  }
  for (const piece of secret) forms.delete(piece);
  return forms;
}

/** How a piece of a text reads in what a filter makes of all of it. */
function formsOf(filter: Filter, piece: string): string[] {
  switch (filter.name) {
    case "json":
      return [JSON.stringify(piece).slice(1, -1)];
    case "yaml":
      return yamlForms(piece);
    case "lower":
    case "upper": {
      const each =
        filter.name === "lower" ? (sign: string) => sign.toLowerCase() : (sign: string) => sign.toUpperCase();
      // The form of a letter may depend on those around it.
      return [...new Set([each(piece), [...piece].map(each).join("")])];
    }
    case "indent": {
      const made = applied(filter, piece);
      return typeof made === "string" ? [made] : [];
    }
    default:
      return [piece];
  }
}

/** As it is, between quotes, and as a block, whose lines count one by one: how far they are indented is up to what is around. */
function yamlForms(piece: string): string[] {
  const written = applied({ name: "yaml" }, piece);
  const quoted = applied({ name: "yaml" }, `: ${piece}`);
  const inner = typeof quoted === "string" && /^["']/.test(quoted) ? [quoted.slice(3, -1)] : [];
  return [...new Set([piece, ...partsOf(piece), ...(typeof written === "string" ? [written] : []), ...inner])];
}

/** Every text in a value, numbers and keys too. */
function textsOf(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...textsOf(member)]);
}
