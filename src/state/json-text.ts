import { err, ok, type Result } from "../engine/diagnostic.ts";
import { jsonDepth } from "../engine/json-depth.ts";
import { sizeWords, stateBytes, stateDepth } from "../engine/limits.ts";
import { jsonErrorOffset } from "./json-error.ts";

/** What is wrong with a stored text before anything is made of it, after its name: it is larger than any state. */
export function sizeProblem(data: string | Uint8Array): string | undefined {
  if (data.length <= stateBytes) return undefined;
  return `it has ${sizeWords(data.length)}, and opus reads at most ${sizeWords(stateBytes)}`;
}

/** JSON nested deeper than opus ever writes; those who walk over it recurse. */
export function depthProblem(text: string): string | undefined {
  const depth = jsonDepth(text);
  if (depth <= stateDepth) return undefined;
  return `it is nested ${depth.toLocaleString("en-US")} levels deep, and opus reads at most ${stateDepth}`;
}

/** A stored JSON text, read; or what is wrong with it, after its name. Without the parser's own words: they quote the text. */
export function parseStored(text: string): Result<unknown, string> {
  const problem = sizeProblem(text) ?? depthProblem(text);
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
