import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { jsonSize } from "../../engine/json/json-size.ts";
import { sizeWords, stateBytes, stateDepth } from "../../engine/model/size-limits.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { jsonErrorOffset } from "./json-error.ts";

/** What is wrong with a stored text before anything is made of it, after its name: it is larger than any state. */
export function sizeProblem(data: string | Uint8Array): string | undefined {
  if (data.length <= stateBytes) return undefined;
  return `it has ${sizeWords(data.length)}, and opus reads at most ${sizeWords(stateBytes)}`;
}

/** JSON nested deeper than opus ever writes, as those who walk over it recurse; or with more values than are taken. */
export function shapeProblem(text: string, mostValues = Number.POSITIVE_INFINITY): string | undefined {
  const { depth, values } = jsonSize(text);
  if (depth > stateDepth) return `it is nested ${grouped(depth)} levels deep, and opus reads at most ${stateDepth}`;
  if (values <= mostValues) return undefined;
  return `it has ${grouped(values)} values, and opus reads at most ${grouped(mostValues)}`;
}

/**
 * A stored JSON text, read; or what is wrong with it, after its name. Without the parser's own words: they quote the text.
 * @param mostValues that are taken: parsed, a short text of many values takes a hundred times its size
 */
export function parseStored(text: string, mostValues?: number): Result<unknown, string> {
  const problem = sizeProblem(text) ?? shapeProblem(text, mostValues);
  if (problem !== undefined) return err(problem);
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(jsonProblem(text));
  }
}

function jsonProblem(text: string): string {
  const offset = jsonErrorOffset(text);
  if (offset >= text.length) return `it is cut off after ${place(text, text.length)} (${text.length} characters)`;
  return `it is not JSON (${place(text, offset)})`;
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}`;
}
