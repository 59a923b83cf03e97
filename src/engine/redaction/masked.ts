import { isObject, type Json } from "../json/json.ts";

/** What stands in recorded values where a secret was: of the redactor, and of kinds that hide whole values. */
const marks = ["***", "(sensitive)"];

/**
 * True when a secret was taken out of a recorded value, or out of one of its keys. The live value in its place may be an older
 * value of that secret, or one that this run does not know, and nothing could recognise it.
 */
export function wasMasked(recorded: Json | undefined): boolean {
  if (typeof recorded === "string") return marks.some((mark) => recorded.includes(mark));
  if (typeof recorded !== "object" || recorded === null) return false;
  return (isObject(recorded) && Object.keys(recorded).some(wasMasked)) || Object.values(recorded).some(wasMasked);
}
