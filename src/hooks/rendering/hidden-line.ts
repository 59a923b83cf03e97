import { isObject, type JsonObject } from "../../engine/json/json.ts";
import { type Markdown, ours } from "./markdown.ts";

const head = "<!-- opus ";
const tail = " -->";

/** A first line that GitHub does not show, with what programs read. Nothing in it ends the HTML comment. */
export function hiddenLine(value: object): Markdown {
  const text = JSON.stringify(value);
  const closed = text.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("--", "-\\u002d");
  // What is invisible would be kept by nobody who copies the text.
  return ours(head + closed.replace(/[^ -~]/g, escaped) + tail);
}

/** What such a line of a text says; undefined when there is none, or it was damaged. Anybody may have written it. */
export function readHiddenLine(body: string): JsonObject | undefined {
  const line = body.split(/\r?\n/, 1)[0] ?? "";
  if (!line.startsWith(head) || !line.endsWith(tail)) return undefined;
  try {
    const parsed: unknown = JSON.parse(line.slice(head.length, -tail.length));
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
