import { realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const frame = /^\s+at .*$/;
/** The place at the end of a frame: `(file:///a/b.mjs:1:2)`, or the same without brackets. */
const place = /\(?((?:file:\/\/|\/|[A-Za-z]:[\\/]|node:)[^()]*?):(\d+):(\d+)\)?$/;

/** The folder that this program was started from: where its own frames are. */
function programFolder(): string {
  const [, program = ""] = process.argv;
  try {
    return `${dirname(realpathSync.native(program))}${sep}`;
  } catch {
    return `${dirname(program)}${sep}`;
  }
}

/**
 * The frames of a stack that are of modules of the repository and their packages, neither of this program nor of Node.
 * @param stack as an error has it
 * @param options `ours`: the folder of this program, with a separator at the end; `from`: paths below it are shown from there
 * @returns lines `    at make (kind.mjs:1:27)`; empty when there are none
 */
export function moduleFrames(
  stack: string | undefined,
  { ours = programFolder(), from = process.cwd() }: { readonly ours?: string; readonly from?: string } = {},
): readonly string[] {
  return (stack ?? "").split("\n").flatMap((line) => {
    if (!frame.test(line)) return [];
    const [shown, file, row, column] = place.exec(line) ?? [];
    if (shown === undefined || file === undefined || file.startsWith("node:")) return [];
    const path = pathOf(file);
    if (path.startsWith(ours)) return [];
    const where = `${shownPath(path, from)}:${row}:${column}`;
    return [line.replace(shown, shown.startsWith("(") ? `(${where})` : where)];
  });
}

/** The name with which a stack begins: `TypeError`. */
export function errorName(stack: string | undefined): string | undefined {
  return /^[\w$.]+(?= \[|: |\n|$)/.exec(stack ?? "")?.[0];
}

function pathOf(file: string): string {
  try {
    // What is behind a question mark is how modules are imported anew.
    return file.startsWith("file:") ? fileURLToPath(file.replace(/[?#].*$/, "")) : file;
  } catch {
    return file;
  }
}

function shownPath(path: string, from: string): string {
  const short = relative(from, path);
  return short === "" || short.startsWith("..") ? path : short.split(sep).join("/");
}
