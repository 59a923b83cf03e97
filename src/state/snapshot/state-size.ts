import { type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import { sizeWords, stateBytes } from "../../engine/model/size-limits.ts";
import type { Intent, StateBody } from "../../engine/model/state-body.ts";

/** With more than this no run begins: its results must fit beside it, and sealing adds a third. */
const beginBytes = stateBytes / 2;

/** Why a run may not begin with these intents: its state could become larger than what opus reads. Nothing was done yet. */
export function growthProblem(stored: StateBody, intents: readonly Intent[]): Failure | undefined {
  const size = Buffer.byteLength(JSON.stringify(stored, null, 2)) + Buffer.byteLength(JSON.stringify(intents, null, 2));
  if (size <= beginBytes) return undefined;
  const message = `The state would have ${sizeWords(size)} before anything is done, and a run begins with at most ${sizeWords(beginBytes)}: opus reads no state above ${sizeWords(stateBytes)}. Split the project, or keep large texts in files (File.spec.source). Nothing was changed.`;
  return failure("state-unavailable", message);
}
