import { type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { isObject } from "../../../engine/json/json.ts";
import { stateBytes, surveyedVersionBytes } from "../../../engine/model/size-limits.ts";
import { isSealed } from "../../snapshot/codec.ts";
import { parseStored } from "../../snapshot/json-text.ts";
import { type ChangedTask, changedTasks, type SurveyedContext, type SurveyOptions } from "../../survey.ts";
import { stateFile } from "./branch-files.ts";
import { endsAmong, type ReadMessage, type RecordedEnd } from "./branch-history.ts";
import type { BranchRepository } from "./git/branch-repository.ts";

type WithFolder = Omit<SurveyedContext, "runs"> & { readonly folder: string };

/**
 * Contexts with their runs, from the messages of the branch; what the last runs changed is in the versions that they wrote,
 * which are fetched together. Versions of sealed states are left alone: they cost their full size each.
 * @param messages newest first
 */
export async function surveyedRuns(
  contexts: readonly WithFolder[],
  messages: readonly ReadMessage[],
  repository: BranchRepository,
  { detailedRuns }: SurveyOptions,
  signal: AbortSignal,
): Promise<Result<readonly SurveyedContext[], Failure>> {
  const ends = new Map(contexts.map(({ folder }) => [folder, [...endsAmong(messages, folder)].reverse()]));
  const wanted = contexts
    .filter(({ data }) => data !== undefined && !isSealed(data))
    .flatMap(({ folder }) => (ends.get(folder) ?? []).slice(0, detailedRuns));
  const changes = await changesOf(wanted, repository, signal);
  if (!changes.ok && signal.aborted) return changes;
  const known = changes.ok ? changes.value : new Map<RecordedEnd, readonly ChangedTask[]>();
  return ok(
    contexts.map(({ folder, ...context }) => ({
      ...context,
      runs: ok((ends.get(folder) ?? []).map((end) => surveyed(end, known.get(end)))),
    })),
  );
}

function surveyed({ serial, at, what, url, author }: RecordedEnd, changes: readonly ChangedTask[] | undefined) {
  return { serial, at, what, url, author, changes };
}

/** What runs changed, of as many as there is room for. */
async function changesOf(
  ends: readonly RecordedEnd[],
  repository: BranchRepository,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<RecordedEnd, readonly ChangedTask[]>, Failure>> {
  const found = new Map<RecordedEnd, readonly ChangedTask[]>();
  if (ends.length === 0) return ok(found);
  const fetched = await repository.fetchCommits([...new Set(ends.map(({ commit }) => commit))], signal);
  if (!fetched.ok) return fetched;
  const newest = [...ends].sort((one, other) => (one.at < other.at ? 1 : -1));
  const sizes = await repository.objects.sizes(newest.map(versionName), signal);
  if (!sizes.ok) return sizes;
  let room = surveyedVersionBytes;
  const read = newest.filter((_, index) => {
    const size = sizes.value[index] ?? Number.POSITIVE_INFINITY;
    if (size > stateBytes || size > room) return false;
    room -= size;
    return true;
  });
  const blobs = await repository.objects.blobs(read.map(versionName), signal);
  if (!blobs.ok) return blobs;
  for (const [index, end] of read.entries()) {
    const changes = changesIn(blobs.value[index], end);
    if (changes !== undefined) found.set(end, changes);
  }
  return ok(found);
}

function versionName({ commit, folder }: RecordedEnd): string {
  return `${commit}:${folder}/${stateFile}`;
}

/** Nothing is acted on: it is not held against its digest. */
function changesIn(data: Buffer | undefined, { serial }: RecordedEnd): readonly ChangedTask[] | undefined {
  const parsed = parseStored(data?.toString("utf8") ?? "");
  if (!parsed.ok || !isObject(parsed.value) || parsed.value.serial !== serial) return undefined;
  return changedTasks(parsed.value.body);
}
