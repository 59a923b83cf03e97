import canonicalize from "canonicalize";
import type { Hash } from "../ports/digest.ts";
import type { Json, JsonObject } from "./json.ts";

/** `sha256:…` of the canonical JSON (RFC 8785) of a value: independent of key order and spacing. */
export function checksum(hash: Hash, value: Json): string {
  return `sha256:${hash(canonicalJson(value))}`;
}

/**
 * Canonical JSON (RFC 8785), the text under every checksum.
 * Half a surrogate pair has no UTF-8 form, so it becomes U+FFFD. What processors give has none (`storable.ts`); an event
 * of GitHub or a variable may, and must not make state unwritable.
 */
export function canonicalJson(value: unknown): string {
  return sortedJson(value as Json).text;
}

/** A value with sorted keys, and its canonical JSON. */
export interface SortedJson {
  readonly value: Json;
  readonly text: string;
}

/**
 * Sorts the keys of a value at any depth. What is sorted already, as all that was read from a state is, is shared and
 * not copied. Members that are undefined do not exist.
 */
export function sortedJson(given: Json): SortedJson {
  const sorting = new Sorting();
  const value = sorting.sorted(given);
  const text = JSON.stringify(value) ?? "null";
  // The engine's own writer agrees with RFC 8785, but for half a surrogate pair, which it escapes.
  if (!sorting.isOdd && !text.includes("\\ud")) return { value, text };
  const canonical = careful(given);
  return { value: JSON.parse(canonical) as Json, text: canonical };
}

function careful(value: unknown): string {
  try {
    return canonicalize(value) ?? "null";
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Lone surrogate"))) throw error;
    return careful(wellFormed(JSON.parse(JSON.stringify(value)) as Json));
  }
}

/** Objects list members with such names first, whatever their order. */
const listIndex = /^(?:0|[1-9]\d*)$/;

class Sorting {
  /** Something in it is written in another way in canonical JSON, or not at all. */
  isOdd = false;

  sorted(value: Json): Json {
    if (typeof value === "number") this.isOdd ||= !Number.isFinite(value);
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? this.#list(value) : this.#object(value as JsonObject);
  }

  #list(list: readonly Json[]): Json {
    let copied: Json[] | undefined;
    for (let index = 0; index < list.length; index++) {
      const member = list[index] as Json;
      const next = this.sorted(member);
      if (next !== member) copied ??= list.slice(0, index);
      copied?.push(next);
    }
    return copied ?? list;
  }

  #object(object: JsonObject): Json {
    const keys = Object.keys(object);
    const isSorted = this.#check(object, keys);
    if (!isSorted) keys.sort();
    let sorted: { [key: string]: Json } | undefined = isSorted ? undefined : {};
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string;
      const member = object[key] as Json;
      const next = this.sorted(member);
      if (next !== member && !sorted) {
        sorted = {};
        for (const before of keys.slice(0, index)) sorted[before] = object[before] as Json;
      }
      if (sorted) sorted[key] = next;
    }
    return sorted ?? object;
  }

  /** Are the keys sorted? */
  #check(object: JsonObject, keys: readonly string[]): boolean {
    if (typeof object.toJSON === "function") this.isOdd = true;
    let isSorted = true;
    let before = "";
    for (const key of keys) {
      if (before > key) isSorted = false;
      if (key === "__proto__" || (key < ":" && listIndex.test(key))) this.isOdd = true;
      before = key;
    }
    return isSorted;
  }
}

function wellFormed(value: Json): Json {
  if (typeof value === "string") return repaired(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [repaired(key), wellFormed(member)]));
}

/** `String.prototype.toWellFormed`, which the type library of our target does not declare. */
function repaired(text: string): string {
  return text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
