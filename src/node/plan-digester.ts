import { createHmac } from "node:crypto";
import { canonicalJson, checksum } from "../engine/json/canonical-json.ts";
import type { Digest } from "../engine/ports/digest.ts";
import { sha256 } from "./sha256.ts";

/**
 * What makes digests of plans.
 * @param key signs them (HMAC-SHA-256), so that nobody without it makes one; undefined: plain checksums
 */
export function planDigester(key: string | undefined): Digest {
  if (key === undefined) return (value) => checksum(sha256, value);
  return (value) => `hmac-sha256:${createHmac("sha256", key).update(canonicalJson(value)).digest("hex")}`;
}
