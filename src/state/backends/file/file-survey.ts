import { join } from "node:path";
import { type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { RunEnd, StateName } from "../../../engine/ports/state-store.ts";
import { changedTasks, type SurveyedContext, type SurveyedRun, type SurveyOptions } from "../../survey.ts";
import type { FileStore } from "./file-store.ts";
import { errorCode, type FileSystem, ioFailure } from "./file-system.ts";
import { nameOfFolder, StateFolder, sortedNames } from "./state-folder.ts";

interface Folder {
  /** Absolute. */
  readonly path: string;
  readonly files: FileSystem;
  open(name: StateName): FileStore;
}

/** All states below a folder, with what is known to be missing. */
export async function surveyFolder(
  folder: Folder,
  options: SurveyOptions,
  signal: AbortSignal,
): Promise<Result<readonly SurveyedContext[], Failure>> {
  let names: readonly StateName[];
  try {
    names = namesIn(folder);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return { ok: false, error: ioFailure("read the state folder", folder.path, error) };
  }
  const contexts: SurveyedContext[] = [];
  for (const name of names) {
    const context = await contextOf(name, folder, options, signal);
    if (context !== undefined) contexts.push(context);
  }
  return ok(contexts);
}

/** Each folder in which a state may be, or have been. */
function namesIn({ path, files }: Folder): readonly StateName[] {
  const entries = (below: string): readonly string[] => {
    try {
      return files.readdir(below);
    } catch (error) {
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
      throw error;
    }
  };
  const names = entries(path).flatMap((project) =>
    entries(join(path, project)).map((context) => ({ project: nameOfFolder(project), context: nameOfFolder(context) })),
  );
  return sortedNames(names);
}

async function contextOf(
  name: StateName,
  folder: Folder,
  options: SurveyOptions,
  signal: AbortSignal,
): Promise<SurveyedContext | undefined> {
  const store = folder.open(name);
  const read = await store.read(signal);
  if (read.state === "unavailable" && read.movedTo !== undefined) return undefined;
  const lock = await store.lockedBy(signal);
  if (read.state === "absent" && lock === undefined) return undefined;
  const data = storedBytes(name, folder);
  return { name, location: store.location, read, data, lock, runs: await runsOf(store, options, signal) };
}

function storedBytes({ project, context }: StateName, { path, files }: Folder): Uint8Array | undefined {
  const read = new StateFolder(path, project, context, files).read();
  return read.ok ? read.value : undefined;
}

async function runsOf(
  store: FileStore,
  { detailedRuns }: SurveyOptions,
  signal: AbortSignal,
): Promise<Result<readonly SurveyedRun[], Failure>> {
  const ends = await store.runEnds(signal);
  if (!ends.ok) return ends;
  const newest = [...ends.value].reverse();
  return ok(
    await Promise.all(newest.map((end, index) => runOf(end, index < detailedRuns ? store : undefined, signal))),
  );
}

async function runOf(end: RunEnd, store: FileStore | undefined, signal: AbortSignal): Promise<SurveyedRun> {
  const read = await store?.history(end.serial, signal);
  const changes = read?.state === "found" ? changedTasks(read.snapshot.body) : undefined;
  return { ...end, author: "", changes };
}
