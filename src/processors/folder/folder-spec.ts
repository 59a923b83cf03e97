import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import { isObject } from "../../engine/json/json.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import { escapeText } from "../../engine/references/references.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { pathProblem, type Sha256, type ValidateSpec } from "../file/file-access.ts";

/** A file as it is recorded: its text; its bytes; or the digest of what is not kept. */
export type KeptFile = string | { readonly base64: string } | { readonly sha256: string };

/** The spec of a Folder as it is recorded: with the files that were found in `source`. */
export interface FolderSpec extends JsonObject {
  readonly path: string;
  /** The folder that files are copied from whose bytes are not kept. */
  readonly source: string;
  readonly mode: string;
  /** By path below the folder, sorted. */
  readonly files: { readonly [path: string]: KeptFile & Json };
  /** Those that can be run, where no `mode` says it. */
  readonly executable: readonly string[];
}

/** Any part may be missing, whatever the index signature of JSON objects says. */
export type PartialFolderSpec = Partial<FolderSpec> & { readonly path: string };

/** The files of a spec, in order. */
export function filesOf({ files }: PartialFolderSpec): readonly (readonly [path: string, file: KeptFile])[] {
  return Object.entries(files ?? {});
}

/** A path without slashes at its end, in linear time. */
export function unslashed(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** The file of a spec, from the working directory. */
export function placeOf({ path }: Pick<PartialFolderSpec, "path">, file: string): string {
  return `${unslashed(path)}/${file}`;
}

/** Lower-case hex. */
export function digestOf(file: KeptFile, hash: Sha256): string {
  if (typeof file === "string") return hash(file);
  return "base64" in file ? hash(Buffer.from(file.base64, "base64")) : file.sha256;
}

/** Is this file one that can be run? Undefined: that is not said, or means nothing here. */
export function wantsExecutable(spec: PartialFolderSpec, file: string): boolean | undefined {
  if (spec.mode !== undefined || process.platform === "win32") return undefined;
  return spec.executable?.includes(file) ?? false;
}

/** Permission bits that a spec declares. */
export function declaredMode({ mode }: PartialFolderSpec): number | undefined {
  return mode === undefined ? undefined : Number.parseInt(mode, 8);
}

/** Checks a spec after `expandFolder`. */
export function parseFolder(
  files: FileAccess,
  validate: ValidateSpec,
  spec: JsonObject,
): Result<FolderSpec, Problem[]> {
  const { files: found, executable, ...written } = spec;
  // What `expand` adds stands beside `source` only: written by hand it is an unknown field.
  const expanded = typeof spec.source === "string" && isObject(found ?? null);
  const problems = validate("opus/v1", "Folder", expanded ? written : spec) ?? [];
  if (problems.length > 0) return err([...problems]);
  const normal = files.normalize(placeOf({ path: String(spec.path) }, "x"));
  return normal.ok ? ok(spec as FolderSpec) : err([pathProblem(normal.error, "/path")]);
}

/**
 * A recorded spec with the texts that were found, to put them back one day.
 * @param stored as state keeps it
 */
export function foundFolder({ files }: Facts, stored: JsonObject): JsonObject | undefined {
  if (!isObject(files ?? null) || !isObject(stored.files ?? null)) return undefined;
  const found = files as JsonObject;
  const changed = Object.entries(stored.files as JsonObject).map(([path, kept]): [string, Json] => {
    const text = found[path];
    return [path, typeof text === "string" ? escapeText(text) : kept];
  });
  return { ...stored, files: Object.fromEntries(changed) };
}
