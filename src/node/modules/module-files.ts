import { realpathSync } from "node:fs";
import { dirname, relative, resolve as resolvePath, sep } from "node:path";
import { sha256 } from "../sha256.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A module and the local files that it imports. */
export interface ModuleFiles {
  /** Sorted. Paths from the workspace root: as they are named, and as they really are where a symlink makes them others. */
  readonly paths: readonly string[];
  /** Of the text of all these files: `sha256:…`. */
  readonly checksum: string;
  /** False: there are more files than are looked at. */
  readonly whole: boolean;
}

const mostFiles = 500;
const mostBytes = 16 * 1024 * 1024;

/** Imports, exports and `require` of a fixed relative text. What only looks like one does no harm: it names no file. */
const imports =
  /\b(?:from|import|require)(?:\s|\(|\/\*[^*]*\*\/)*(?:"(\.\.?\/[^"\n]*)"|'(\.\.?\/[^'\n]*)'|`(\.\.?\/[^`$\n]*)`)/g;
/** What `require` adds to a name. */
const endings = ["", ".js", ".cjs", ".json", "/index.js"];

/**
 * The code that a module brings along: its own file and all that it imports by a relative path written out, and they by
 * theirs, inside the workspace. Packages, and paths that are computed, are not among it.
 * @param entry from the working directory
 * @param workingDirectory absolute
 */
export function moduleFiles(entry: string, workspace: Workspace, workingDirectory: string): ModuleFiles {
  const working = realpathSync.native(workingDirectory);
  const checksums = new Map<string, string>();
  const names = new Set<string>();
  const waiting = [resolvePath(working, entry)];
  let room = mostBytes;
  let whole = true;
  for (let named = waiting.pop(); named !== undefined; named = waiting.pop()) {
    const found = textOf(named, working, workspace);
    if (!found) continue;
    names.add(named).add(found.real);
    if (checksums.has(found.real)) continue;
    room -= found.text.length;
    if (checksums.size === mostFiles || room < 0) {
      whole = false;
      break;
    }
    checksums.set(found.real, sha256(found.text));
    // Node takes what is behind a symlink, and its imports from there.
    for (const path of importedBy(found.text)) waiting.push(resolvePath(dirname(found.real), path));
  }
  const inside = (path: string): string => relative(workspace.root, path).split(sep).join("/");
  const content = [...checksums].map(([real, sum]) => [inside(real), sum] as const).sort(byPath);
  return {
    paths: [...names].map(inside).sort(),
    checksum: `sha256:${sha256(JSON.stringify({ content, whole }))}`,
    whole,
  };
}

function byPath([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

function importedBy(text: string): readonly string[] {
  return [...text.matchAll(imports)].flatMap(([, double, single, template]) => {
    const named = (double ?? single ?? template ?? "").replace(/[?#].*$/s, "");
    try {
      return endings.map((ending) => decodeURIComponent(named) + ending);
    } catch {
      return [];
    }
  });
}

function textOf(
  path: string,
  working: string,
  workspace: Workspace,
): { readonly real: string; readonly text: string } | undefined {
  let real: string;
  try {
    real = realpathSync.native(path);
  } catch {
    return undefined;
  }
  const read = workspace.read(relative(working, real).split(sep).join("/"), mostBytes);
  return read.ok ? { real, text: new TextDecoder("utf-8").decode(read.value) } : undefined;
}
