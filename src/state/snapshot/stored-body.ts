import { canonicalJson } from "../../engine/json/canonical-json.ts";
import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { mostSealedKeys } from "../../engine/model/size-limits.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { shown } from "../../schema/shape.ts";
import { formerNotSealed, noKey, notSealed, type SealRefusal, wrongKey } from "../seal/refusals.ts";
import type { Sealing } from "../seal/seal.ts";
import { bodyProblem, loadShapesOf } from "./body-shape.ts";
import { sha256 } from "./digest.ts";
import { parseStored, shapeProblem } from "./json-text.ts";

/** The body, and what a recovery file says besides; or why it can't be had. */
export type OpenedBody =
  | { readonly ok: true; readonly body: JsonObject; readonly notes: JsonObject }
  | {
      readonly ok: false;
      /** Half a sentence. */
      readonly why: string;
      /** What to do, in sentences; undefined: what is to be done about any state that can't be used. */
      readonly remedy?: string;
      /** It is broken, whoever reads it; else it may be sound for who has the key. */
      readonly damaged: boolean;
    };

/**
 * Takes the body out of its envelope, and checks it.
 * @param sealing undefined: what is sealed can't be opened
 * @param former it is an earlier version or a file, not what is stored now
 */
export async function bodyIn(envelope: JsonObject, sealing: Sealing | undefined, former: boolean): Promise<OpenedBody> {
  if (envelope.sealed === null) return plainBody(envelope, sealing, former);
  return sealedBody(envelope, sealing);
}

/** Does a text hold something sealed, however broken it is otherwise? */
export function holdsSealed(data: string | Uint8Array): boolean {
  const text = typeof data === "string" ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return text.includes("BEGIN AGE ENCRYPTED FILE") || text.includes("END AGE ENCRYPTED FILE");
}

async function plainBody(
  { digest, body, ...around }: JsonObject,
  sealing: Sealing | undefined,
  former: boolean,
): Promise<OpenedBody> {
  if (!isObject(body)) return broken(`its body is ${shown(body)}, not an object`);
  const computed = digestOf(body, digest);
  if (computed === undefined) return broken("its body is nested too deeply to be checked");
  if (digest !== computed)
    return broken(
      `its digest says ${shown(digest)}, and its body has ${shown(computed)}; it was changed by something else than opus, or damaged`,
    );
  await loadShapesOf(body);
  const problem = bodyProblem(body);
  if (problem !== undefined) return broken(problem);
  if (sealing !== undefined && !sealing.takesPlain)
    return former ? refused(formerNotSealed) : refused(notSealed, "Else put the sealed one back.");
  return { ok: true, body, notes: around };
}

async function sealedBody(envelope: JsonObject, sealing: Sealing | undefined): Promise<OpenedBody> {
  const { sealed, digest, body } = envelope;
  if (typeof sealed !== "string") return broken(`its field "sealed" is ${shown(sealed)}, neither null nor text`);
  // Who has no key is never told that it is damaged: it is not theirs to replace.
  if (sealing === undefined) return refused(noKey);
  if (body !== null) return broken(`it is sealed, and its body is ${shown(body)}, not null`);
  const computed = sha256(sealed);
  if (digest !== computed)
    return broken(
      `its digest says ${shown(digest)}, and its sealed part has ${shown(computed)}; it was changed by something else than opus, or damaged`,
    );
  const opened = await sealing.seal.open(sealed);
  if (opened.ok) return claimedBody(opened.value, envelope);
  if (typeof opened.error === "object") {
    const [keys, most] = [opened.error.keys, mostSealedKeys].map(grouped);
    return { ok: false, why: `it is sealed for ${keys} keys, and at most ${most} are tried`, damaged: false };
  }
  return opened.error === "key" ? refused(wrongKey) : broken("its sealed part is damaged: it is not what was sealed");
}

/** What was sealed, if it is what the envelope says it is. */
async function claimedBody(text: string, envelope: JsonObject): Promise<OpenedBody> {
  const parsed = parseStored(text);
  const content = parsed.ok ? parsed.value : undefined;
  if (!parsed.ok && shapeProblem(text) !== undefined) return broken(`its sealed part can't be read: ${parsed.error}`);
  if (!isObject(content) || !isObject(content.claims) || !isObject(content.body))
    return broken("its sealed part opens, and is not a state");
  const { claims, body } = content;
  for (const field of ["project", "context", "lineage", "serial", "writer", "run", "lockId"] as const) {
    const [outside, inside] = [redactedLikeState(envelope[field]), redactedLikeState(claims[field])];
    if (outside !== inside)
      return broken(
        `it says that its ${field} is ${shortened(outside, 80)}, and what is sealed in it says ${shortened(inside, 80)}; it was swapped with another state, or changed`,
      );
  }
  await loadShapesOf(body);
  const problem = bodyProblem(body);
  return problem === undefined ? { ok: true, body, notes: claims } : broken(problem);
}

/** Canonical JSON, also of what is missing. */
function redactedLikeState(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  try {
    return canonicalJson(value as object);
  } catch {
    return "nested too deeply";
  }
}

function broken(why: string): OpenedBody {
  return { ok: false, why, damaged: true };
}

function refused({ why, remedy }: SealRefusal, ...further: readonly string[]): OpenedBody {
  return { ok: false, why, remedy: [`${remedy}.`, ...further].join(" "), damaged: false };
}

function digestOf(body: JsonObject, claimed: unknown): string | undefined {
  try {
    // Keys are written sorted, so the plain text nearly always is the canonical one; a matching hash proves it.
    const plain = sha256(JSON.stringify(body));
    return plain === claimed ? plain : sha256(canonicalJson(body));
  } catch {
    return undefined;
  }
}
