import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { acceptFile } from "./accept-file.ts";
import type { Sha256, ValidateSpec } from "./file-access.ts";
import { expandFile, type FileSpec, fileSpecFields, foundFile, parseFile } from "./file-spec.ts";
import { FileWork } from "./file-work.ts";

export interface FileDependencies {
  readonly files: FileAccess;
  readonly hash: Sha256;
  readonly validate: ValidateSpec;
}

/** The outputs of every File. */
export const fileOutputs = ["FILE_PATH", "SIZE", "SHA256_CHECKSUM", "EXECUTABLE"] as const;

/** A new file gets what the umask leaves of it, unless its spec says something else. */
const newFileMode = 0o666;

/** The kind File: one file in the workspace. */
export function fileProcessor({ files, hash, validate }: FileDependencies): TaskProcessor<FileSpec> {
  const work = new FileWork(files, hash);
  return {
    apiVersion: "opus/v1",
    kind: "File",
    parse: (spec) => parseFile(files, validate, spec),
    observe: (spec, io) => work.observe(spec, io),
    fields: {
      names: [...fileSpecFields],
      files: ["template", "source"],
      expand: (spec) => expandFile(files, spec),
    },
    compare: {
      differs: (facts, spec) => work.differs(facts, spec),
      replaceOn: (before, after) => (isSamePath(files, before.path, after.path) ? [] : ["/path"]),
      accept: (facts, spec, written) => acceptFile(hash, work.differs(facts, spec), facts, spec, written),
      // Beside them stand the bytes, or their digest.
      recordOnly: () => ["/source", "/size"],
    },
    known: {
      identity: (spec) => realPath(files, spec.path),
      excludes: (spec) => foldersAbove(realPath(files, spec.path) ?? ""),
      addressFields: ["path"],
      outputNames: fileOutputs,
      predict: (spec, io) => work.outputs(spec, io),
    },
    workspace: { writes: ({ path }) => [path], owns: { fields: ["path"], of: ({ path }) => [path] } },
    undo: { asFound: foundFile },
    async create(spec, io) {
      await work.write(spec, io, "create");
      return { outputs: work.outputs(spec, io, newFileMode) };
    },
    async update(_before, after, io) {
      return work.makeEqual(after, io);
    },
    delete(before) {
      work.remove(before);
    },
  };
}

function realPath(files: FileAccess, path: string): string | undefined {
  const real = files.realPath(path);
  return real.ok ? real.value : undefined;
}

/** `a/b/c` has `a` and `a/b`. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** Through a linked folder it is the same file. */
function isSamePath(files: FileAccess, before: string, after: string): boolean {
  return before === after || (realPath(files, before) ?? before) === (realPath(files, after) ?? after);
}
