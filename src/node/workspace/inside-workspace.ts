import { realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/**
 * How a path goes on once it has entered the workspace: what stands on its way from there may be of the repository's
 * making, symlinks above all.
 * @param root real path of the workspace
 * @returns from the root; undefined: the path does not lead through the workspace
 */
export function insideWorkspace(path: string, root: string): string | undefined {
  const named = resolve(path);
  for (const at of fromTheTop(named)) {
    const entered = entry(at, root);
    if (entered !== undefined)
      return [entered, relative(at, named)].filter(Boolean).join(sep).split(sep).join("/") || ".";
  }
  return undefined;
}

/** A path and the folders above it, the highest first. */
function fromTheTop(path: string): readonly string[] {
  const all = [path];
  for (let at = path; dirname(at) !== at; at = dirname(at)) all.unshift(dirname(at));
  return all;
}

/** Where in the workspace something really is; undefined: elsewhere, or nowhere. */
function entry(path: string, root: string): string | undefined {
  try {
    const within = relative(root, realpathSync.native(path));
    return within === ".." || within.startsWith(`..${sep}`) || isAbsolute(within) ? undefined : within;
  } catch {
    return undefined;
  }
}
