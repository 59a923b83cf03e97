import { sep } from "node:path";
import { moduleCheckMs } from "../../engine/model/timing.ts";
import { isInstance, readThrown } from "../../engine/text/thrown-error.ts";
import { askProgram } from "../processes/run-process.ts";

/** A module and what it imports, as `moduleFiles` finds them. */
export interface ImportedFiles {
  /** Absolute. */
  readonly paths: readonly string[];
  /** Paths are shown from this folder. */
  readonly from: string;
}

/** What is looked through for a mistake, and how long Node may take for it, in milliseconds. */
const mostFiles = 50;

/**
 * What keeps a module from being imported, with the file and the line where Node leaves them out.
 * @param thrown what `import()` rejected with
 * @returns what to throw instead; the same when there is nothing to add
 */
export async function importProblem(thrown: unknown, files: () => ImportedFiles): Promise<unknown> {
  const { message, stack } = readThrown(thrown);
  const code = isInstance(thrown, Error) && "code" in thrown ? thrown.code : undefined;
  if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") {
    const { from } = files();
    // Node names both by their whole paths.
    const said = message.split(/\nRequire stack:/)[0] ?? message;
    const stacked = /\nRequire stack:\n- (.*)/.exec(message)?.[1];
    const by = stacked === undefined || said.includes(" imported from ") ? "" : ` required from ${stacked}`;
    const isPackage = /^Cannot find package |^Cannot find module '[^./\\]/.test(said) && !said.includes(`'${from}`);
    const advice = isPackage ? ". Install it in a step before this one" : "";
    return new Error(`${withoutFolder(said + by, from)}${advice}`);
  }
  const untaken = /^Unknown file extension "\.[cm]?ts" for (.*)$/.exec(message)?.[1];
  if (code === "ERR_UNKNOWN_FILE_EXTENSION" && untaken !== undefined) {
    const { from } = files();
    return new Error(
      `${withoutFolder(untaken, from)} is TypeScript, which this Node (${process.versions.node}) does not take. Run opus with Node 22.18, 24 or newer, as the action does, or write it in JavaScript`,
    );
  }
  if (!isInstance(thrown, SyntaxError)) return thrown;
  const { paths, from } = files();
  const placed = placeIn(stack ?? "") ?? (await findPlace(paths));
  if (!placed) return thrown;
  return new Error(
    `${withoutFolder(placed.file, from)}:${placed.line}: ${message}\n${placed.marked.replace(/^/gm, "    ")}`,
  );
}

interface Place {
  readonly file: string;
  readonly line: string;
  /** The line of code, and the mark below it. */
  readonly marked: string;
}

/** What Node puts before the stack of an error that it has located. */
function placeIn(text: string): Place | undefined {
  const found = /^(?:file:\/\/)?(\/[^\n]*|[A-Za-z]:[^\n]*):(\d+)\r?\n(?:[^\n]*\n){0,3}?([^\n]*\n *\^+)/m.exec(text);
  if (!found) return undefined;
  const [, file = "", line = "", marked = ""] = found;
  return { file: decoded(file), line, marked };
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** Of what a module imports, the first file that Node can't parse: the error of `import()` does not name it. */
async function findPlace(paths: readonly string[]): Promise<Place | undefined> {
  // What a `.ts` is depends on a package; and what is wrong with it, Node locates.
  for (const path of paths.filter((one) => /\.(?:[cm]?js|[cm]ts)$/.test(one)).slice(0, mostFiles)) {
    const place = placeIn(await checked(path));
    if (place) return place;
  }
  return undefined;
}

/** What `node --check` says of a file; it runs nothing of it. */
async function checked(path: string): Promise<string> {
  const { stderr } = await askProgram({
    called: `node --check ${path}`,
    command: process.execPath,
    args: ["--check", path],
    env: {},
    timeoutMs: moduleCheckMs,
    mostBytes: 1024 * 1024,
  });
  return stderr;
}

/** Paths below a folder, from there. */
function withoutFolder(text: string, from: string): string {
  return text.replaceAll(from + sep, "");
}
