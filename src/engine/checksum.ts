import canonicalize from "canonicalize";
import type { Json } from "./json.ts";
import type { Hash } from "./ports.ts";

/** `sha256:…` of the canonical JSON (RFC 8785) of a value: independent of key order and spacing. */
export function checksum(hash: Hash, value: Json): string {
  return `sha256:${hash(canonicalJson(value))}`;
}

/** Canonical JSON (RFC 8785). */
export function canonicalJson(value: Json): string {
  return canonicalize(value) ?? "null";
}
