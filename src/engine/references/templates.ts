import { isObject, type Json, type JsonObject, mapMembers, pointerSegment } from "../json/json.ts";
import { escapeText, formatReference, parseTemplate, type Reference } from "./references.ts";

/** Does any text in it hold a `${`? */
export function mayRefer(template: Json): boolean {
  if (typeof template === "string") return template.includes("${");
  if (typeof template !== "object" || template === null) return false;
  if (Array.isArray(template)) return template.some(mayRefer);
  for (const key in template) if (mayRefer((template as JsonObject)[key] as Json)) return true;
  return false;
}

/** Makes a value a template that resolves to it. Shares what holds no `${`. */
export function escapeAll<T extends Json>(value: T): T {
  return mapStrings(value, escapeText);
}

/** Stands before a reference that was left in place, where `$` alone would read as its escape. */
function isDollar({ source, name }: Reference): boolean {
  return source === "OPUS" && name === "dollar";
}

/** What is stored, as people read it: `$${` is `${` again; references that were left in place stay. */
export function readableTemplate<T extends Json>(stored: T): T {
  return mapStrings(stored, (text) =>
    parseTemplate(text)
      .parts.map((part) => (typeof part === "string" ? part : isDollar(part) ? "$" : formatReference(part)))
      .join(""),
  );
}

function mapStrings<T extends Json>(value: T, map: (text: string) => string): T {
  if (typeof value === "string") return (value.includes("${") ? map(value) : value) as T;
  if (typeof value !== "object" || value === null) return value;
  return mapMembers(value, (member) => mapStrings(member, map)) as T;
}

/** Every reference in every string at any depth, with its pointer. Strings with errors count for what can be read of them. */
export function references(template: Json, verbatim: readonly string[] = []): Iterable<PlacedReference> {
  return mayRefer(template) ? referencesBelow(template, verbatim, "") : [];
}

interface PlacedReference {
  readonly reference: Reference;
  readonly pointer: string;
}

function* referencesBelow(template: Json, verbatim: readonly string[], pointer: string): Generator<PlacedReference> {
  if (typeof template === "string") {
    if (!template.includes("${")) return;
    for (const part of parseTemplate(template).parts) if (typeof part === "object") yield { reference: part, pointer };
  } else if (Array.isArray(template)) {
    for (const [index, member] of template.entries()) yield* referencesBelow(member, [], `${pointer}/${index}`);
  } else if (isObject(template)) {
    for (const [key, member] of Object.entries(template)) {
      if (!verbatim.includes(key)) yield* referencesBelow(member, [], `${pointer}/${pointerSegment(key)}`);
    }
  }
}
