import { createHash, randomUUID } from "node:crypto";
import type { HttpHeaders } from "../../engine/ports/http.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import type { Question } from "./api.ts";

/**
 * The key by which a server knows a creation that it has got already: the same when a killed run's creation is tried again,
 * as long as the same is sent to the same place.
 * @param turn counts the keys that turned out to stand for something else, from 0
 */
export function creationKey(
  { lineage, task }: Pick<Io, "lineage" | "task">,
  { method, url, body }: Question,
  turn: number,
): string {
  if (lineage === undefined) return randomUUID();
  const digest = createHash("sha256").update(JSON.stringify([lineage, task, method, url, body ?? null, turn]));
  const hex = digest.digest("hex");
  // Many servers take nothing but a UUID: this is one of version 8, which is for digests.
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Does the server say that it gives an answer once more, without doing anything? */
export function isReplayed({ headers }: { readonly headers: HttpHeaders }): boolean {
  return ["idempotent-replayed", "idempotency-replayed", "x-idempotent-replayed"].some(
    (name) => headers[name]?.trim().toLowerCase() === "true",
  );
}
