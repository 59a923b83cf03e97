import type { JsonObject } from "../../engine/json/json.ts";
import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import type { ValidateSpec } from "../file/file-access.ts";
import { differences, downloadFieldNames, downloadFields, pinned } from "./download-spec.ts";
import type { DownloadWork } from "./download-work.ts";
import { parseDownload } from "./parse-download.ts";

export interface DownloadDependencies {
  readonly files: FileAccess;
  readonly validate: ValidateSpec;
}

/** How it is asked for, which makes no difference to what is there. */
const asked: readonly string[] = ["/headers", "/auth", "/limits"];

/** The kind Download: a file in the workspace that comes from a server. */
export function downloadProcessor({ files, validate }: DownloadDependencies): TaskProcessor {
  // Only who deals with one loads what is needed for it.
  const work = async <T>(spec: JsonObject, io: Io, task: (work: DownloadWork) => Promise<T>): Promise<T> => {
    const { DownloadWork } = await import("./download-work.ts");
    return task(new DownloadWork(files, downloadFields(spec), io));
  };
  const realPath = (spec: JsonObject): string | undefined => {
    const real = files.realPath(downloadFields(spec).path);
    return real.ok ? real.value : undefined;
  };
  return {
    apiVersion: "opus/v1",
    kind: "Download",
    parse: (spec) => parseDownload(files, validate, spec),
    observe: (spec, io) => work(spec, io, (download) => download.observe()),
    create: (spec, io) => work(spec, io, (download) => download.create()),
    update: (_before, after, io) => work(after, io, (download) => download.update()),
    delete: (before, io) => work(before, io, (download) => download.remove()),
    fields: {
      names: [...downloadFieldNames, "content"],
      normalize: (spec) =>
        typeof spec.sha256 === "string" && /^[0-9a-fA-F]{64}$/.test(spec.sha256)
          ? { ...spec, sha256: spec.sha256.toLowerCase() }
          : spec,
    },
    compare: {
      differs: (facts, spec, observed) => differences(facts, downloadFields(spec), observed),
      replaceOn: (before, after) =>
        before.path === after.path || (realPath(before) ?? before.path) === (realPath(after) ?? after.path)
          ? []
          : ["/path"],
      // With its digest it is the same wherever it comes from.
      recordOnly: (after) => [...asked, ...(pinned(downloadFields(after)) === undefined ? [] : ["/url"])],
    },
    known: {
      identity: realPath,
      excludes: (spec) => foldersAbove(realPath(spec) ?? ""),
      addressFields: ["path"],
      outputNames: ["FILE_PATH", "SIZE", "SHA256_CHECKSUM"],
    },
    workspace: {
      writes: (spec) => [downloadFields(spec).path],
      owns: { fields: ["path"], of: (spec) => [downloadFields(spec).path] },
    },
  };
}

/** `a/b/c` has `a` and `a/b`. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
