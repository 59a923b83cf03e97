import { type Dirent, existsSync, readdirSync } from "node:fs";
import type { Glob } from "../../engine/text/glob.ts";

/** What of a workspace a walk finds. Paths are relative to its top, with `/`. */
export interface Walk {
  readonly root: string;
  /** Where it begins; empty: at the top. */
  readonly folder: string;
  readonly wanted: Glob;
  readonly ignored: Glob;
  /** Also folders that nothing can open, since their names are not UTF-8. */
  readonly unopenable?: boolean;
}

/** Files that match; no symlinks, and none behind one that lies below `folder`. What can't be listed is left out. */
export function walkFiles({ root, folder, wanted, ignored, unopenable }: Walk): readonly string[] {
  const found: string[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of entries(`${root}/${at}`)) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (ignored.matches(path)) continue;
      if (entry.isFile() && wanted.matches(path)) found.push(path);
      else if (entry.isDirectory() && wanted.leads(`${path}/`)) {
        if (unopenable && entry.name.includes("\uFFFD") && !existsSync(`${root}/${path}`)) found.push(path);
        else folders.push(path);
      }
    }
  }
  return found;
}

function entries(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    // Gone, no folder, or not for this user: nothing in it can be read either.
    return [];
  }
}
