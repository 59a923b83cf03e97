import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { sizeWords, stateBytes } from "../../../engine/model/size-limits.ts";
import type { SurveyedContext, SurveyOptions } from "../../survey.ts";
import { lockFile, lockIn, namesOf, type Stored, stateFile } from "./branch-files.ts";
import { type LastState, type ReadMessage, readMessages } from "./branch-history.ts";
import { removedFolders } from "./commit-message.ts";
import { type BranchPlace, decodeStored, goneState } from "./decode-stored.ts";
import type { ListedFile } from "./git/branch-objects.ts";
import { type BranchRepository, type Tip, whyNotForState } from "./git/branch-repository.ts";
import type { CommitMessage } from "./git/commit-log.ts";
import { surveyedRuns } from "./surveyed-runs.ts";

type Places = Pick<BranchPlace, "sealing" | "flags">;

/** All states of one branch, with what is known to be missing. */
export async function surveyBranch(
  repository: BranchRepository,
  places: Places,
  options: SurveyOptions,
  signal: AbortSignal,
): Promise<Result<readonly SurveyedContext[], Failure>> {
  const tip = await repository.fetch(signal);
  if (!tip.ok) return tip;
  if (tip.value.commit === undefined) return ok([]);
  const [files, messages] = await Promise.all([
    stateFiles(repository, tip.value, signal),
    // A history that can't be read is told with each state.
    repository.messages(signal),
  ]);
  if (!files.ok) return files;
  if (signal.aborted && !messages.ok) return messages;
  const read = messages.ok ? ok(readMessages(messages.value)) : messages;
  const folders = [...new Set([...files.value.keys()].map(folderOf))].sort();
  const contexts = await Promise.all(
    folders.map((folder) => contextOf(folder, files.value, placeOf(folder, repository, places))),
  );
  const gone = messages.ok ? goneStates(messages.value, read.ok ? read.value : [], new Set(folders)) : new Map();
  for (const [folder, last] of gone) contexts.push(goneContext(last, placeOf(folder, repository, places)));
  const found = contexts.filter((context) => context !== undefined);
  if (!read.ok) return ok(found.map((context) => ({ ...context, runs: err(read.error) })));
  return surveyedRuns(found, read.value, repository, options, signal);
}

type Listed = Omit<SurveyedContext, "runs"> & { readonly folder: string };

/** The states and locks of a commit, by path. */
async function stateFiles(
  { objects, names }: BranchRepository,
  { commit = "" }: Tip,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, Stored>, Failure>> {
  const listed = await objects.listing(commit, signal);
  if (!listed.ok) return listed;
  const refused = whyNotForState(
    names,
    listed.value.map(({ path }) => path),
  );
  if (refused) return err(refused);
  const files = listed.value.filter(({ path }) => path.includes("/"));
  const isRead = ({ kind, size }: ListedFile): boolean => kind === "file" && size <= stateBytes;
  const read = files.filter(isRead);
  const blobs = await objects.blobs(
    read.map(({ object }) => object),
    signal,
  );
  if (!blobs.ok) return blobs;
  const data = new Map(read.map(({ path }, index) => [path, blobs.value[index]]));
  return ok(new Map(files.map((file) => [file.path, storedAs(file, data.get(file.path))])));
}

function storedAs({ path, kind, size }: ListedFile, data: Uint8Array | undefined): Stored {
  if (data !== undefined) return { state: "file", data };
  if (kind !== "file") return { state: "other", what: `${path} is a ${kind}, not a file` };
  return { state: "other", what: `${path} has ${sizeWords(size)}, and opus reads at most ${sizeWords(stateBytes)}` };
}

/** `<project>/<context>`, also where something else stands in place of a file. */
function folderOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

function placeOf(folder: string, { names }: BranchRepository, { sealing, flags }: Places): BranchPlace {
  const location = `${folder}/${stateFile} on the branch ${names.branch} of ${names.shown}`;
  return { ...namesOf(folder), folder, location, names, sealing, flags };
}

async function contextOf(
  folder: string,
  files: ReadonlyMap<string, Stored>,
  place: BranchPlace,
): Promise<Listed | undefined> {
  const state = at(files, `${folder}/${stateFile}`);
  const lock = lockIn(at(files, `${folder}/${lockFile}`));
  // A lock that was left where no state is says nothing of a state.
  if (state.state === "absent" && lock.state === "free") return undefined;
  return {
    name: namesOf(folder),
    folder,
    location: place.location,
    read: await decodeStored(state, place),
    data: state.state === "file" ? state.data : undefined,
    lock: lock.state === "held" ? lock.holder : lock.state === "free" ? undefined : "unknown",
  };
}

function at(files: ReadonlyMap<string, Stored>, path: string): Stored {
  const stored = files.get(path);
  if (stored !== undefined) return stored;
  const below = [...files.keys()].find((one) => one.startsWith(`${path}/`));
  return below === undefined ? { state: "absent" } : { state: "other", what: `${path} is a folder, not a file` };
}

/** States that the branch once had, that are not there, and of which nobody said that this is meant. */
function goneStates(
  messages: readonly CommitMessage[],
  read: readonly ReadMessage[],
  present: ReadonlySet<string>,
): ReadonlyMap<string, LastState> {
  const facts = new Map(read.map((one) => [one.commit, one.facts]));
  const settled = new Set(present);
  const gone = new Map<string, LastState>();
  for (const message of messages) {
    for (const folder of removedFolders(message.text)) settled.add(folder);
    const { serial, movedFrom, folder = "" } = facts.get(message) ?? {};
    if (serial === undefined) continue;
    if (movedFrom !== undefined) settled.add(movedFrom);
    if (settled.has(folder)) continue;
    settled.add(folder);
    gone.set(folder, { serial, commit: message.commit, at: message.at, movedTo: undefined });
  }
  return gone;
}

function goneContext(last: LastState, place: BranchPlace): Listed {
  const { folder, location } = place;
  return { name: namesOf(folder), folder, location, read: goneState(last, place), data: undefined, lock: undefined };
}

/** Which branches of a template are too many to be looked at. */
export function tooManyBranches(branches: number, most: number): Failure {
  return failure(
    "state-unavailable",
    `There are ${branches} branches of state, and opus looks at most at ${most}. Name one with \`state-branch\`.`,
  );
}
