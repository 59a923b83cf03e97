import { createHash } from "node:crypto";

/** SHA-256 of bytes (text as UTF-8), as `sha256:` and lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(data).digest("hex")}`;
}
