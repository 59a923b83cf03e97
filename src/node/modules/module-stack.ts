import { realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const frame = /^\s+at .*$/;
/** The end of a frame, behind the file: `:1:2)`. */
const position = /:(\d{1,9}):(\d{1,9})\)?$/;
const fileStart = /file:\/\/|\/|[A-Za-z]:[\\/]|node:/;

/** The place at the end of a frame: `(file:///a/b.mjs:1:2)`, or the same without brackets. */
function placeIn(line: string): readonly string[] {
  const [end, row = "", column = ""] = position.exec(line) ?? [];
  if (end === undefined) return [];
  const before = line.slice(0, -end.length);
  const open = before.lastIndexOf("(");
  const inside = before.slice(open + 1);
  const start = inside.includes(")") ? -1 : inside.search(fileStart);
  if (start === -1) return [];
  const file = inside.slice(start);
  const bracket = open !== -1 && start === 0 ? "(" : "";
  return [`${bracket}${file}${end}`, file, row, column];
}

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
    const [shown, file, row, column] = placeIn(line);
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
    return file.startsWith("file:") ? fileURLToPath(file.replace(/[?#].*$/s, "")) : file;
  } catch {
    return file;
  }
}

function shownPath(path: string, from: string): string {
  const short = relative(from, path);
  return short === "" || short.startsWith("..") ? path : short.split(sep).join("/");
}
