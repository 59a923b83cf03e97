import { isUtf8 } from "node:buffer";
import { posix } from "node:path";
import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import { pointerSegment } from "../../engine/json/json.ts";
import { folderBytesKept, folderFiles } from "../../engine/model/size-limits.ts";
import type { Expanded } from "../../engine/ports/processor.ts";
import { escapeText } from "../../engine/references/references.ts";
import { escapeGlob, globMatcher, globProblem } from "../../engine/text/glob.ts";
import { grouped } from "../../engine/text/grouped.ts";
import type { FileAccess, FileProblem } from "../../ports/workspace-files.ts";
import { pathProblem, type Sha256 } from "../file/file-access.ts";
import { keptBytes } from "../file/file-spec.ts";
import { type KeptFile, unslashed } from "./folder-spec.ts";

/** Most bytes of a file in which references are filled in. */
const templateBytes = 1024 * 1024;

/** Most files that are named one by one. */
const namedFiles = 5;

/** A file of the source. */
interface SourceFile {
  readonly path: string;
  readonly executable: boolean;
  /** Of a file that is small enough. */
  readonly bytes: Uint8Array | undefined;
  readonly sha256: string;
}

/** Reads the files of the folder that `source` or `template` names into the spec. */
export async function expandFolder(
  access: FileAccess,
  hash: Sha256,
  spec: JsonObject,
): Promise<Result<Expanded, Problem[]>> {
  const { source, template, include, exclude, ...rest } = spec;
  const field = typeof source === "string" ? "source" : "template";
  const folder = spec[field];
  // Two of them at once, none, or what is found by hand, is for `parse` to report.
  if (typeof folder !== "string" || typeof spec.path !== "string") return ok({ spec });
  if ((source !== undefined && template !== undefined) || "files" in spec || "executable" in spec) return ok({ spec });
  const taken = { include: texts(include), exclude: texts(exclude) };
  const listed = listSource(access, { field, folder, path: spec.path, ...taken });
  if (!listed.ok) return listed;
  const read = await readSource(access, hash, { folder, field }, listed.value);
  if (!read.ok) return read;
  const executable =
    spec.mode === undefined ? read.value.filter((file) => file.executable).map(({ path }) => path) : [];
  const whole = {
    ...rest,
    source: folder,
    ...(executable.length > 0 ? { executable: executable.map(escapeText) } : {}),
  };
  if (field === "template") return ok(filledIn(access, folder, read.value, whole));
  const kept = read.value.map(({ path, bytes, sha256 }) => [path, bytes ? contentOf(bytes) : { sha256 }] as const);
  return ok({ spec: { ...whole, files: Object.fromEntries(kept) } });
}

/** Texts are templates as they stand; other files are copied. */
function filledIn(access: FileAccess, folder: string, files: readonly SourceFile[], whole: JsonObject): Expanded {
  const origins: { [pointer: string]: { file: string; text: string } } = {};
  const kept = files.map(({ path, bytes, sha256 }): [string, KeptFile] => {
    if (bytes === undefined || !isUtf8(bytes))
      return [path, bytes && bytes.length <= keptBytes ? contentOf(bytes) : { sha256 }];
    const text = Buffer.from(bytes).toString("utf8");
    origins[`/files/${pointerSegment(path)}`] = { file: access.display(`${folder}/${path}`), text };
    return [path, text];
  });
  return { spec: { ...whole, files: Object.fromEntries(kept) }, origins };
}

/** As literal text, where it is text. */
function contentOf(bytes: Uint8Array): KeptFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(bytes) ? escapeText(buffer.toString("utf8")) : { base64: buffer.toString("base64") };
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}

interface Source {
  readonly field: "source" | "template";
  readonly folder: string;
  /** Where its files go. */
  readonly path: string;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
}

/** The paths of its files, from the folder, sorted. */
function listSource(access: FileAccess, source: Source): Result<readonly string[], Problem[]> {
  const { field, folder, path, include, exclude = [] } = source;
  const pointer = `/${field}`;
  const normal = access.normalize(folder, { folder: true });
  if (!normal.ok) return err([pathProblem(normal.error, pointer)]);
  const target = access.normalize(path, { folder: true });
  if (target.ok && (normal.value === "." || `${target.value}/`.startsWith(`${normal.value}/`)))
    return err([
      {
        code: "bad-path",
        message: `\`${path}\` lies in \`${folder}\`, so each run would copy what the last one has made`,
        pointer: "/path",
        suggestion: "Choose a folder outside of it.",
      },
    ]);
  for (const glob of [...(include ?? []), ...exclude]) {
    const wrong = globProblem(glob);
    if (wrong !== undefined) return err([{ code: "invalid-value", message: `the glob \`${glob}\` ${wrong}`, pointer }]);
  }
  const found = access.glob([allIn(folder)], { anyName: true });
  if (!found.ok) return err([pathProblem(found.error, pointer)]);
  const given = `${unslashed(posix.normalize(folder))}/`;
  const all = found.value.map((file) => {
    const whole = access.normalize(file);
    return whole.ok ? whole.value.slice(normal.value.length + 1) : file.replace(given, "");
  });
  const wanted = include === undefined ? () => true : globMatcher(anywhere(include), { dot: true, path: true });
  const left = globMatcher(anywhere(exclude), { dot: true, path: true });
  const files = all.filter((file) => wanted(file) && !left(file)).sort();
  if (files.length === 0) {
    const there = all.length === 0 ? access.folder(folder) : undefined;
    // Where nothing may be looked at, nothing was found all the same.
    const lacks = there && !there.ok && there.error.code !== "refused";
    return err([lacks ? folderProblem(there.error, pointer) : emptyProblem(source, all.length)]);
  }
  const unfit = files.flatMap((file) => unfitName(access, `${given}${file}`, pointer));
  if (unfit.length > 0) return err(unfit.slice(0, namedFiles));
  if (files.length > folderFiles) return err([tooMany(files.length, folder, pointer)]);
  return ok(files);
}

/** Left out in silence it would be missed where the files go. */
function unfitName(access: FileAccess, place: string, pointer: string): Problem[] {
  const suggestion = "Rename it, or leave it out with `exclude`.";
  const whole = access.normalize(place);
  if (!whole.ok) return [{ ...pathProblem(whole.error, pointer), suggestion }];
  // The system gave the name, and knows nothing by it.
  if (!place.includes("\uFFFD") || access.look(place, -1).state !== "absent") return [];
  const message = `\`${place}\`: the name has bytes that are not UTF-8, shown as �, so nothing can open it`;
  return [{ code: "bad-path", message, pointer, suggestion }];
}

/** A glob without a slash counts at any depth, as in .gitignore, and one of a folder for all in it. */
function anywhere(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => {
    const bare = unslashed(glob.replace(/^\.\//, ""));
    const deep = bare.includes("/") ? bare : `**/${bare}`;
    return deep.endsWith("**") ? [deep] : [deep, `${deep}/**`];
  });
}

function emptyProblem({ field, folder }: Source, all: number): Problem {
  const message =
    all === 0
      ? `the folder \`${folder}\` has no files`
      : `none of the ${grouped(all)} files in \`${folder}\` is taken: \`include\` and \`exclude\` leave out all of them`;
  const suggestion =
    "To delete all files of the task, take it out of the manifest; that no file is left here may be a mistake.";
  return { code: "missing-file", message, pointer: `/${field}`, suggestion };
}

function tooMany(count: number, folder: string, pointer: string): Problem {
  return {
    code: "invalid-value",
    message: `\`${folder}\` has ${grouped(count)} files, and a Folder takes at most ${grouped(folderFiles)}`,
    pointer,
    suggestion: "Take fewer with `include` and `exclude`, or make several tasks of it.",
  };
}

function folderProblem(error: FileProblem, pointer: string): Problem {
  if (error.code === "refused") return pathProblem(error.message, pointer);
  if (error.code === "missing") {
    const suggestion = "Commit the folder, or correct the path; its files must be there before anything runs.";
    return { code: "missing-file", message: error.message, pointer, suggestion };
  }
  const suggestion = error.hint === undefined ? {} : { suggestion: error.hint };
  return { code: "unreadable-file", message: error.message, pointer, ...suggestion };
}

/** All of them, with the bytes of those that are small enough, as long as all together are. */
async function readSource(
  access: FileAccess,
  hash: Sha256,
  { folder, field }: Pick<Source, "folder" | "field">,
  paths: readonly string[],
): Promise<Result<readonly SourceFile[], Problem[]>> {
  const filled = field === "template";
  const files: SourceFile[] = [];
  const runnable = runnableIn(access, folder);
  let room = filled ? Number.POSITIVE_INFINITY : folderBytesKept;
  for (const path of paths) {
    const place = `${unslashed(folder)}/${path}`;
    const found = access.read(place, filled ? templateBytes : keptBytes);
    if (!found.ok && found.error.code !== "too-big") return err([folderProblem(found.error, `/${field}`)]);
    const executable = runnable.has(path);
    if (found.ok) {
      room -= found.value.length;
      files.push({ path, executable, bytes: room < 0 ? undefined : found.value, sha256: hash(found.value) });
      continue;
    }
    if (filled) return err([largeTemplate(place)]);
    const digest = await access.hash(place);
    if (!digest.ok) return err([folderProblem(digest.error, `/${field}`)]);
    files.push({ path, executable, bytes: undefined, sha256: digest.value.sha256 });
  }
  return ok(room < 0 ? files.map((file) => ({ ...file, bytes: undefined })) : files);
}

/** The paths of files that can be run, from the folder. */
function runnableIn(access: FileAccess, folder: string): ReadonlySet<string> {
  const normal = access.normalize(folder, { folder: true });
  const found = access.glob([allIn(folder)], { runnable: true });
  if (!found.ok || !normal.ok) return new Set();
  const paths = found.value.map((file) => access.normalize(file));
  return new Set(paths.flatMap((whole) => (whole.ok ? [whole.value.slice(normal.value.length + 1)] : [])));
}

function allIn(folder: string): string {
  return `${escapeGlob(unslashed(folder))}/**`;
}

function largeTemplate(place: string): Problem {
  return {
    code: "unreadable-file",
    message: `\`${place}\` is larger than ${templateBytes} bytes, so no references are filled in`,
    pointer: "/template",
    suggestion: "Leave it out with `exclude`, and copy it with a File.",
  };
}
