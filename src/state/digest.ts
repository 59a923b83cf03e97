import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Json } from "../engine/json.ts";

/** SHA-256 of bytes (text as UTF-8), as `sha256:` and lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(data).digest("hex")}`;
}

/**
 * Canonical JSON (RFC 8785), the text under every checksum.
 * Half a surrogate pair has no UTF-8 form, so it becomes U+FFFD: a script's odd output must not make state unwritable.
 */
export function canonicalJson(value: object): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Lone surrogate"))) throw error;
    text = canonicalize(wellFormed(JSON.parse(JSON.stringify(value)) as Json));
  }
  if (text === undefined) throw new TypeError("only JSON values have a canonical form");
  return text;
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
