import { isObject, type Json, type JsonObject, pointerPath, pointerSegment } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Facts } from "../../engine/model/outcome.ts";
import type { Acceptable } from "../../engine/ports/processor.ts";
import type { Sha256 } from "../file/file-access.ts";
import { digestOf, filesOf, type KeptFile, type PartialFolderSpec, placeOf, wantsExecutable } from "./folder-spec.ts";

/** What stands at the place of a file: its text, where that differs or holds a secret; else its digest; or what else it is. */
export type FoundFile = string | { readonly sha256: string } | { readonly type: string };

/** What was seen of a Folder. */
export interface FolderFacts extends Facts {
  readonly path: string;
  /** Without those that are not there. */
  readonly files: { readonly [path: string]: FoundFile & Json };
  /** Those that can be run. */
  readonly executable: readonly string[];
  /** Permissions of those that have others than are declared, in octal digits. */
  readonly modes: { readonly [path: string]: string };
}

/** What differs, file by file. */
export function folderDiffers(given: Facts, spec: PartialFolderSpec, hash: Sha256): FieldDiff[] {
  const facts = given as Partial<FolderFacts>;
  const found = facts.files ?? {};
  const fields = filesOf(spec).flatMap(([path, file]) => {
    const field = fileDiffers(Object.hasOwn(found, path) ? found[path] : undefined, file, hash);
    return field ? [{ path: `/files/${pointerSegment(path)}`, ...field }] : [];
  });
  return [...fields, ...permissionsDiffer(facts, spec)];
}

function fileDiffers(
  found: FoundFile | undefined,
  wanted: KeptFile,
  hash: Sha256,
): Pick<FieldDiff, "before" | "after"> | undefined {
  if (found === undefined) return { after: shownFile(wanted) };
  if (typeof found === "object" && "type" in found) return { before: `(${found.type})`, after: shownFile(wanted) };
  if (typeof found === "string" && typeof wanted === "string")
    return found === wanted ? undefined : { before: found, after: wanted };
  const [is, be] = [typeof found === "string" ? hash(found) : found.sha256, digestOf(wanted, hash)];
  return is === be ? undefined : { before: `sha256:${is}`, after: `sha256:${be}` };
}

function shownFile(file: KeptFile): Json {
  if (typeof file === "string") return file;
  return "sha256" in file ? `sha256:${file.sha256}` : `(${Buffer.byteLength(file.base64, "base64")} bytes)`;
}

function permissionsDiffer(
  { modes, executable = [], files = {} }: Partial<FolderFacts>,
  spec: PartialFolderSpec,
): FieldDiff[] {
  if (spec.mode !== undefined) {
    const others = Object.entries(modes ?? {}).filter(
      ([path, mode]) => Object.hasOwn(spec.files ?? {}, path) && mode !== octal(spec.mode),
    );
    if (others.length === 0) return [];
    return [{ path: "/mode", before: others.map(([path, mode]) => `${mode} ${path}`), after: octal(spec.mode) }];
  }
  const wrong = filesOf(spec).some(([path]) => {
    const wanted = wantsExecutable(spec, path);
    return wanted !== undefined && isFile(files[path]) && wanted !== executable.includes(path);
  });
  return wrong ? [{ path: "/executable", before: [...executable], after: [...(spec.executable ?? [])] }] : [];
}

/** Of what is no file, or is not there, it does not matter who may run it. */
function isFile(found: FoundFile | undefined): boolean {
  return typeof found === "string" || (isObject(found ?? null) && !Object.hasOwn(found as object, "type"));
}

/** A mode in four digits. */
export function octal(mode: string | undefined): string {
  return (mode ?? "").padStart(4, "0");
}

/** The files are made of those of another folder: no manifest says what is in them. */
export function acceptFolder(
  differing: readonly FieldDiff[],
  spec: PartialFolderSpec,
  written: JsonObject,
): readonly Acceptable[] {
  const why = "its files are made of those of another folder";
  return differing.map((field): Acceptable => {
    if (field.path === "/mode") {
      const hint = "Set it by hand; or apply, to have it as it was.";
      return { path: field.path, why: "not all of its files have one mode", hint };
    }
    const [, name] = pointerPath(field.path);
    if (name === undefined) return { path: field.path, why, hint: "Change who may run them there, by hand." };
    const place = `\`${placeOf(spec, name)}\``;
    // As it is there, values stand in place of references, and a value may be one that is not for the repository.
    const hint =
      written.template === undefined
        ? `If it is to stay and nothing secret is in it, copy ${place} to the folder that the task takes its files from.`
        : `Compare ${place} with its template, in which values are filled in, and change that by hand.`;
    return { path: field.path, why, hint };
  });
}
