import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { Acceptable, TaskProcessor } from "../../engine/ports/processor.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { escapeGlob } from "../../engine/text/glob.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import type { ValidateSpec } from "../file/file-access.ts";
import {
  differences,
  downloadFieldNames,
  downloadFields,
  downloadOutputs,
  type ExtractRule,
  includedIn,
  pinned,
} from "./download-spec.ts";
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
    const real = files.realPath(placeOf(spec));
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
      replaceOn: (before, after) => [...moved(before, after, realPath)],
      // With its digest it is the same wherever it comes from.
      recordOnly: (after) => [...asked, ...(pinned(downloadFields(after)) === undefined ? [] : ["/url"])],
      accept: (facts, spec, _written, observed) =>
        differences(facts, downloadFields(spec), observed).map(({ path, before = null }) => acceptable(path, before)),
    },
    known: {
      thing: "File",
      // In a folder there is room for others.
      identity: (spec) => (downloadFields(spec).extract ? `${realPath(spec) ?? placeOf(spec)}/` : realPath(spec)),
      excludes: (spec) => foldersAbove(`${realPath(spec) ?? ""}${downloadFields(spec).extract ? "/" : ""}`),
      mayHold: (spec, identity) => mayUnpack(downloadFields(spec).extract, realPath(spec) ?? placeOf(spec), identity),
      addressFields: (recorded) => [recorded.extract === undefined ? "path" : "extract"],
      outputNames: downloadOutputs,
    },
    workspace: {
      writes: globsOf,
      owns: { fields: ["path", "extract"], of: globsOf },
    },
  };
}

/** A digest alone would not do: the server has other bytes than those that are there. */
function acceptable(path: string, before: Json): Acceptable {
  if (path === "/mode") return { path, value: before };
  const hint =
    "Where the server has another version by now, write its `sha256`; a file of your own is a File with `source`.";
  return { path: "", why: "what is there did not come from the server", hint };
}

/** Pointers into the spec of what makes another file or folder of it. */
function moved(
  before: JsonObject,
  after: JsonObject,
  realPath: (spec: JsonObject) => string | undefined,
): readonly string[] {
  const [was, is] = [downloadFields(before).extract, downloadFields(after).extract];
  if (!was !== !is) return ["/path", "/extract"];
  const [from, to] = [placeOf(before), placeOf(after)];
  if (from === to || (realPath(before) ?? from) === (realPath(after) ?? to)) return [];
  return [is ? "/extract/to" : "/path"];
}

/**
 * May an archive have what goes to a path?
 * @param folder where it is unpacked
 * @param identity a file; with a slash at its end, a folder that is all somebody's
 */
function mayUnpack(extract: ExtractRule | undefined, folder: string, identity: string): boolean {
  if (!extract || !identity.startsWith(`${folder}/`)) return false;
  const path = identity.slice(folder.length + 1);
  // The folder itself: it has room for others.
  if (path === "") return false;
  const isFolder = path.endsWith("/");
  const { wanted, unwanted } = includedIn(extract);
  if (unwanted?.matches(isFolder ? `${path}x` : path)) return false;
  return wanted === undefined || (isFolder ? wanted.leads(path) : wanted.matches(path));
}

function globsOf(spec: JsonObject): readonly string[] {
  return [downloadFields(spec).extract ? `${escapeGlob(placeOf(spec))}/**` : placeOf(spec)];
}

/** The file, or the folder. */
function placeOf(spec: JsonObject): string {
  const { path, extract } = downloadFields(spec);
  return extract?.to ?? path;
}

/** `a/b/c` has `a` and `a/b`. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
