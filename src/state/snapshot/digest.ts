// As a whole: before Node 20.12 it has no `hash`, and naming it would keep the program from starting.
import * as crypto from "node:crypto";

/** SHA-256 of bytes (text as UTF-8), as `sha256:` and lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  const { hash } = crypto as Partial<typeof crypto>;
  return `sha256:${hash ? hash("sha256", data, "hex") : crypto.createHash("sha256").update(data).digest("hex")}`;
}
