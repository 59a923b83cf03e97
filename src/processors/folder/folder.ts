import type { TaskProcessor } from "../../engine/ports/processor.ts";
import { escapeGlob } from "../../engine/text/glob.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import type { Sha256, ValidateSpec } from "../file/file-access.ts";
import { expandFolder } from "./expand-folder.ts";
import { acceptFolder, folderDiffers } from "./folder-facts.ts";
import { type FolderSpec, filesOf, foundFolder, parseFolder, placeOf, unslashed } from "./folder-spec.ts";
import { FolderWork, foldersOf } from "./folder-work.ts";

export interface FolderDependencies {
  readonly files: FileAccess;
  readonly hash: Sha256;
  readonly validate: ValidateSpec;
}

/** The kind Folder: files in a folder, made of those in another one. */
export function folderProcessor({ files, hash, validate }: FolderDependencies): TaskProcessor<FolderSpec> {
  const work = new FolderWork(files, hash);
  /** With the slash at its end. */
  const realFolder = ({ path }: Pick<FolderSpec, "path">): string | undefined => {
    const real = files.realPath(placeOf({ path }, "x"));
    return real.ok ? real.value.slice(0, -1) : undefined;
  };
  const globs = ({ path }: FolderSpec): readonly string[] => [`${escapeGlob(unslashed(path))}/**`];
  return {
    apiVersion: "opus/v1",
    kind: "Folder",
    parse: (spec) => parseFolder(files, validate, spec),
    observe: (spec, io) => work.observe(spec, io),
    create: (spec, io) => work.create(spec, io),
    update: (before, after, io) => work.update(before, after, io),
    delete: (before) => work.remove(before),
    fields: {
      names: ["path", "files", "executable", "mode"],
      files: ["source", "template", "include", "exclude"],
      expand: (spec) => expandFolder(files, hash, spec),
    },
    compare: {
      differs: (facts, spec) => folderDiffers(facts, spec, hash),
      replaceOn: (before, after) => {
        const same =
          before.path === after.path || (realFolder(before) ?? before.path) === (realFolder(after) ?? after.path);
        return same ? [] : ["/path"];
      },
      removes,
      accept: (facts, spec, written) => acceptFolder(folderDiffers(facts, spec, hash), spec, written),
      // The files stand beside it.
      recordOnly: () => ["/source"],
    },
    known: {
      thing: "File",
      // There is room for others in it.
      identity: realFolder,
      excludes: (spec) => excluded(realFolder(spec) ?? "", spec),
      holds: (spec) => filesIn(realFolder(spec) ?? "", spec),
      // Of the files their names are enough, which are never made of values.
      addressFields: ["path"],
      outputNames: ["FOLDER_PATH", "FILES", "SHA256_CHECKSUM"],
      predict: (spec, io) => work.outputs(spec, io),
    },
    workspace: { writes: globs, owns: { fields: ["path"], of: globs } },
    undo: { asFound: foundFolder },
  };
}

function filesIn(folder: string, spec: FolderSpec): readonly string[] {
  return filesOf(spec).map(([path]) => `${folder}${path}`);
}

/** Its files can't be folders, and the folders on the way to them no files. */
function excluded(folder: string, spec: FolderSpec): readonly string[] {
  const within = [...foldersOf(filesOf(spec).map(([path]) => path))].map((path) => `${folder}${path}`);
  return [...foldersAbove(folder), ...within, ...filesIn(folder, spec)];
}

/** Files that an update leaves out. */
function removes(before: FolderSpec, after: FolderSpec): { readonly count: number; readonly of: number } {
  const all = filesOf(before);
  return { count: all.filter(([path]) => !Object.hasOwn(after.files, path)).length, of: all.length };
}

/** `a/b/` has `a` and `a/b`. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
