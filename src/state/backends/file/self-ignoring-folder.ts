import { closeSync, lstatSync, openSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import type { FileSystem } from "./file-system.ts";

/** The folder of opus beside a manifest. */
const ownName = ".opus";

/**
 * Files of state, whose folder `.opus` is kept out of git by itself: with the folder comes a `.gitignore` in it. One that
 * an earlier version made gets it with the next write. A folder that others use too, or that has another name, is theirs.
 * @param statePath absolute
 */
export function selfIgnoring(files: FileSystem, statePath: string): FileSystem {
  const folder = ownFolder(statePath);
  if (folder === undefined) return files;
  let done = false;
  return {
    ...files,
    mkdir: (path) => {
      files.mkdir(path);
      if (!done) ignore(folder, statePath);
      done = true;
    },
  };
}

/** The nearest folder `.opus` above the states; undefined: there is none. */
function ownFolder(statePath: string): string | undefined {
  for (let at = statePath; dirname(at) !== at; at = dirname(at)) if (basename(at) === ownName) return at;
  return undefined;
}

/** It is a convenience: what can't be written is left out. */
function ignore(folder: string, statePath: string): void {
  const [states = ""] = relative(folder, statePath).split(sep);
  try {
    if (!lstatSync(folder).isDirectory()) return;
    // Something of the user's is there as well: then git goes on seeing that.
    const shared = states !== "" && readdirSync(folder).some((name) => name !== states && name !== ".gitignore");
    const path = join(folder, shared ? states : "", ".gitignore");
    const file = openSync(path, "wx");
    try {
      writeFileSync(file, "# Made by opus: its state does not belong with the code that it is of.\n*\n");
    } catch {
      // The next write tries again.
      unlinkSync(path);
    } finally {
      closeSync(file);
    }
  } catch {
    // There is one already, or no room for it.
  }
}
