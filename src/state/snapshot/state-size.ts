import { type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { Json } from "../../engine/json/json.ts";
import { sizeWords, stateBytes } from "../../engine/model/size-limits.ts";
import type { Intent, StateBody } from "../../engine/model/state-body.ts";

/** With more than this no run begins: its results must fit beside it, and sealing adds a third. */
const beginBytes = stateBytes / 2;

/** Why a run may not begin with these intents: its state could become larger than what opus reads. Nothing was done yet. */
export function growthProblem(stored: StateBody, intents: readonly Intent[]): Failure | undefined {
  // Nearly every state is far from it, which need not be written out to be known.
  if (mostBytes(stored) + mostBytes(intents) <= beginBytes) return undefined;
  const size = Buffer.byteLength(JSON.stringify(stored, null, 2)) + Buffer.byteLength(JSON.stringify(intents, null, 2));
  if (size <= beginBytes) return undefined;
  const message = `The state would have ${sizeWords(size)} before anything is done, and a run begins with at most ${sizeWords(beginBytes)}: opus reads no state above ${sizeWords(stateBytes)}. Split the project, or keep large texts in files (File.spec.source). Nothing was changed.`;
  return failure("state-unavailable", message);
}

/** At most so many bytes a value takes, written like state: as if each character were an escape. */
function mostBytes(value: unknown, level = 0): number {
  if (typeof value === "string") return 6 * value.length + 2;
  if (typeof value !== "object" || value === null) return 32;
  const line = 2 * level + 6;
  let bytes = line;
  if (Array.isArray(value)) {
    for (const member of value) bytes += line + mostBytes(member, level + 1);
    return bytes;
  }
  for (const key of Object.keys(value))
    bytes += line + 6 * key.length + 4 + mostBytes((value as { readonly [key: string]: Json })[key], level + 1);
  return bytes;
}
