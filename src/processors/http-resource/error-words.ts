import { isObject, type Json } from "../../engine/json/json.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { shortened } from "../../engine/text/shorten.ts";

const longestWords = 300;
const mostErrors = 5;
const deepest = 3;

/** Members that are for people who ask why; the first two that are there are told. */
const telling = [
  "title",
  "message",
  "msg",
  "detail",
  "error_description",
  "error",
  "errorMessage",
  "reason",
  "code",
] as const;

/** Members with one entry for each thing that is wrong. */
const listing = ["errors", "error", "detail", "details"] as const;

/**
 * What a server says went wrong: only members that are for that, and no other part of its answer, which may hold anything.
 * @returns undefined: it says nothing, or a page for browsers
 */
export function errorWords(value: Json | undefined): string | undefined {
  const words = [...new Set(wordsOf(value ?? null, deepest))].join("; ");
  return words === "" ? undefined : shortened(oneLine(words), longestWords);
}

function wordsOf(value: Json, depth: number): readonly string[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return listWords(value, depth);
  if (!isObject(value)) return [];
  const own = telling.flatMap((name): string[] => {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof member === "string") return isPage(member) ? [] : [member.trim()];
    return isObject(member) ? [...wordsOf(member, depth - 1)] : [];
  });
  const lists = listing.flatMap((name) => {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (Array.isArray(member)) return listWords(member, depth - 1);
    return name === "errors" && isObject(member) ? byField(member) : [];
  });
  return [...own.filter((words) => words !== "").slice(0, 2), ...lists];
}

function listWords(list: readonly Json[], depth: number): readonly string[] {
  return list.slice(0, mostErrors).flatMap((one): string[] => {
    if (typeof one === "string") return isPage(one) ? [] : [one];
    const words = wordsOf(one, depth).join(" ");
    if (words === "") return [];
    const place = placeOf(one);
    return [place === undefined ? words : `${place}: ${words}`];
  });
}

/** `{"name": ["is taken"]}`. */
function byField(errors: { readonly [field: string]: Json }): readonly string[] {
  return Object.entries(errors)
    .slice(0, mostErrors)
    .flatMap(([field, said]) => {
      const all: readonly Json[] = Array.isArray(said) ? said : [said];
      const words = all.filter((one): one is string => typeof one === "string" && !isPage(one)).slice(0, 2);
      return words.length > 0 ? [`${field}: ${words.join(", ")}`] : [];
    });
}

/** Which field an entry is about, in the words of the server. */
function placeOf(one: Json): string | undefined {
  if (!isObject(one)) return undefined;
  const { field, source, loc } = one;
  if (typeof field === "string") return field;
  if (isObject(source) && typeof source.pointer === "string") return source.pointer;
  if (!Array.isArray(loc)) return undefined;
  return loc.filter((part) => typeof part === "string" || typeof part === "number").join(".");
}

/** Is it a page for browsers? */
function isPage(text: string): boolean {
  return /<!doctype|<\/[a-z]+\s*>|<(?:html|head|body|p|br|h[1-6]|div|span)\b/i.test(text);
}
