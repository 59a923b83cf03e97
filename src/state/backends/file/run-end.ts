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
  return { serial, at, what: "", url: /"url": "([^"\\]*)"/.exec(run ?? "")?.[1] ?? "" };
}
