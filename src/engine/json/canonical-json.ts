import canonicalize from "canonicalize";
import type { Hash } from "../ports/digest.ts";
import type { Json } from "./json.ts";

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
  try {
    return canonicalize(value) ?? "null";
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Lone surrogate"))) throw error;
    return canonicalJson(wellFormed(JSON.parse(JSON.stringify(value)) as Json));
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
