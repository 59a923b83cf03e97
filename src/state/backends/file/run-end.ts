import type { RunEnd } from "../../../engine/ports/state-store.ts";
import { isoTime } from "../../../engine/text/iso-time.ts";
import type { FileSystem } from "./file-system.ts";
import type { StateFolder } from "./state-folder.ts";

/** What the envelope of an earlier state tells; whether the state is sound is looked at when it is used. */
export function runEnd(files: FileSystem, { history }: StateFolder, serial: number): RunEnd {
  const path = history.path(serial);
  const at = isoTime(files.modified(path));
  const text = Buffer.from(files.readFile(path)).toString("utf8");
  const start = text.indexOf('"run": {');
  const run = start === -1 ? "" : text.slice(start, start + 2_000).split("}")[0];
  return { serial, at, what: changesIn(text), url: /"url": "([^"\\]*)"/.exec(run ?? "")?.[1] ?? "" };
}

const words: readonly (readonly [change: string, word: string])[] = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["adopt", "adopted"],
  ["forget", "forgot"],
];

/** `created 3, updated 1`: what the run has left to be undone. Empty where that is sealed, or nothing. */
function changesIn(text: string): string {
  let undo: unknown;
  try {
    undo = JSON.parse(text)?.body?.undo;
  } catch {
    return "";
  }
  if (!Array.isArray(undo)) return "";
  const counts = words.map(([change, word]): readonly [string, number] => {
    return [word, undo.filter((one: { readonly change?: unknown } | null) => one?.change === change).length];
  });
  return counts.flatMap(([word, count]) => (count === 0 ? [] : [`${word} ${count}`])).join(", ");
}
