import { randomBytes } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { err, explained, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { makeFolders } from "../../node/files/make-folders.ts";

/** Says that the folder is a site's, and which files in it are. */
const markerName = ".opus-site.json";
const markerFormat = "opus-site";
/** A file that is being written; a run that was killed may have left one. */
const temporaryName = /^\.opus-site-[0-9a-f]{12}\.tmp$/;
/** What a site consists of; nothing else is ever removed. */
const ownPath = /^(?:(?!\.\.?\/)[^/\\\0]+\/(?!\.\.?\/)[^/\\\0]+\/)?(?:index\.html|status\.json|badge\.svg)$/;

/**
 * Writes a site: its own files are replaced, those of an earlier one that it does not have any more are removed, and
 * whatever else lies in the folder stays. Each file is whole at any moment, and a run after one that was killed ends what
 * was begun.
 * @param folder absolute; made where it is not there
 * @param shown what to call it
 * @param files by path with `/`
 * @returns why nothing was written
 */
export function writeSite(folder: string, shown: string, files: ReadonlyMap<string, string>): Result<void, Failure> {
  try {
    const before = ownFiles(folder, shown);
    if (!before.ok) return before;
    const inTheWay = foreignAmong(folder, [...files.keys()], new Set(before.value));
    if (inTheWay !== undefined)
      return err(
        refused(`${shown}/${inTheWay} is not of a site that opus made`, "Move it away, or choose another folder."),
      );
    makeFolders(resolve(folder));
    const both = new Set([...before.value, ...files.keys()]);
    writeMarker(folder, [...both]);
    for (const [path, text] of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      replace(join(folder, path), text);
    }
    for (const path of before.value) if (!files.has(path)) remove(folder, path);
    writeMarker(folder, [...files.keys()]);
    return ok(undefined);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return err(refused(`the site can't be written to ${shown}: ${message}`, "Choose another folder with `--out`."));
  }
}

/** The files of the site that is there. */
function ownFiles(folder: string, shown: string): Result<readonly string[], Failure> {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return ok([]);
  if (!stats.isDirectory()) return err(refused(`${shown} is no folder`, "Choose another one with `--out`."));
  const names = readdirSync(folder).filter((name) => !temporaryName.test(name));
  if (names.length === 0) return ok([]);
  const files = names.includes(markerName) ? markedFiles(join(folder, markerName)) : undefined;
  if (files !== undefined) return ok(files);
  const message = `${shown} holds other files than a site that opus made (${names.sort().slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""})`;
  return err(refused(message, "Choose an empty folder with `--out`, or one that is not there yet."));
}

/** Undefined: it is no marker. */
function markedFiles(path: string): readonly string[] | undefined {
  if (!lstatSync(path).isFile()) return undefined;
  try {
    const { format, version, files } = JSON.parse(readFileSync(path, "utf8"));
    if (format !== markerFormat || version !== 1 || !Array.isArray(files)) return undefined;
    return files.filter((file) => typeof file === "string" && ownPath.test(file));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What stands in the place of a file and is not the site's own: a link on the way is not, either. */
function foreignAmong(folder: string, paths: readonly string[], own: ReadonlySet<string>): string | undefined {
  const asked = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/");
    for (const end of parts.keys()) {
      const at = parts.slice(0, end + 1).join("/");
      if (asked.has(at)) continue;
      asked.add(at);
      const stats = lstatSync(join(folder, at), { throwIfNoEntry: false });
      if (stats === undefined) break;
      const last = end === parts.length - 1;
      if (last ? !stats.isFile() || !own.has(path) : !stats.isDirectory()) return at;
    }
  }
  return undefined;
}

function remove(folder: string, path: string): void {
  const parts = path.split("/");
  // Through a link, it would be somebody else's.
  for (const end of parts.slice(1).keys())
    if (!lstatSync(join(folder, ...parts.slice(0, end + 1)), { throwIfNoEntry: false })?.isDirectory()) return;
  const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (stats?.isFile()) unlinkSync(join(folder, path));
  for (let end = parts.length - 1; end > 0; end--) {
    try {
      rmdirSync(join(folder, ...parts.slice(0, end)));
    } catch {
      // Something of others is in it.
      return;
    }
  }
}

function writeMarker(folder: string, files: readonly string[]): void {
  const marker = { format: markerFormat, version: 1, files: [...files].sort() };
  replace(join(folder, markerName), `${JSON.stringify(marker, null, 2)}\n`);
}

function replace(path: string, text: string): void {
  const temporary = join(dirname(path), `.opus-site-${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // It is not there.
    }
    throw error;
  }
}

function refused(message: string, suggestion: string): Failure {
  return explained("invalid-input", message, { suggestion });
}
