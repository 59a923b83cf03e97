import type { Failure, Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import type { Revision, Write, WriteOptions } from "../../../engine/ports/state-store.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { sameBody } from "../../snapshot/same-body.ts";
import { type ContextFiles, lockFile, stateFile } from "./branch-files.ts";
import { type Decision, type Update, updateBranch } from "./branch-update.ts";
import { moveMessage } from "./commit-message.ts";
import { type BranchPlace, decodeStored } from "./decode-stored.ts";
import type { BranchRepository } from "./git/branch-repository.ts";

/** One of the two places of a state that is carried over. */
export interface CarryingEnd {
  readonly repository: BranchRepository;
  readonly place: BranchPlace;
  readonly onProgress: Update<Write>["onProgress"];
  files(signal: AbortSignal): Promise<Result<ContextFiles, Failure>>;
  /** What speaks against a state being written here where none is. */
  whyNotArrive(files: ContextFiles, next: Snapshot): Promise<Write | undefined>;
  /** Who must not write here at all. */
  whyNotBusy(files: ContextFiles): Write | undefined;
  /** What speaks against this state going away from here. */
  whyNotLeave(files: ContextFiles, expected: Revision): Write | undefined;
}

/** What is carried over. */
export interface Carried {
  readonly next: Snapshot;
  /** As it is stored. */
  readonly data: Uint8Array;
  /** What it was read as where it comes from. */
  readonly expected: Revision;
  readonly options: WriteOptions;
}

/** What carrying over came to. */
export interface CarriedOver {
  readonly answer: Write;
  /** The state is here, as this. */
  readonly arrived: Revision | undefined;
  /** Where it came from nothing is left. */
  readonly left: boolean;
}

/** Carries a state over from one place to another: in one commit on one branch, in two where there are two. */
export function carryOver(
  here: CarryingEnd,
  from: CarryingEnd,
  carried: Carried,
  signal: AbortSignal,
): Promise<CarriedOver> {
  const [one, other] = [here.repository.names, from.repository.names];
  const isOneBranch = one.branch === other.branch && one.shown === other.shown;
  return (isOneBranch ? onOneBranch : betweenBranches)(here, from, carried, signal);
}

/** One commit moves all files. Its message says so: the history of the branch is what tells it from then on. */
async function onOneBranch(
  here: CarryingEnd,
  from: CarryingEnd,
  { next, data, expected, options }: Carried,
  signal: AbortSignal,
): Promise<CarriedOver> {
  const decide = async (files: ContextFiles): Promise<Decision<Write>> => {
    const theirs = await here.repository.files({ commit: files.commit }, from.place.folder, signal);
    if (!theirs.ok) return { do: "answer", value: { state: "unavailable", failure: theirs.error } };
    const refused = (await here.whyNotArrive(files, next)) ?? from.whyNotLeave(theirs.value, expected);
    if (refused) return { do: "answer", value: refused };
    return {
      do: "push",
      files: new Map([[`${here.place.folder}/${stateFile}`, data], ...goneFiles(from, theirs.value)]),
      message: moveMessage(here.place.folder, from.place.folder, next, options),
      value: { state: "written", revision: sha256(data) },
    };
  };
  const answer = await update(here, decide, signal);
  const arrived = answer.state === "written" ? answer.revision : undefined;
  return { answer, arrived, left: arrived !== undefined };
}

/** Two commits: here first. Killed in between, both have it, and the next call ends that. */
async function betweenBranches(
  here: CarryingEnd,
  from: CarryingEnd,
  carried: Carried,
  signal: AbortSignal,
): Promise<CarriedOver> {
  const nowhere = (answer: Write): CarriedOver => ({ answer, arrived: undefined, left: false });
  const theirs = await from.repository.exclusive(() => from.files(signal));
  if (!theirs.ok) return nowhere({ state: "unavailable", failure: theirs.error });
  const refused = from.whyNotLeave(theirs.value, carried.expected);
  if (refused) return nowhere(refused);
  // Its history is found from here then.
  const { commit = "" } = theirs.value;
  const history = await here.repository.exclusive(() => here.repository.fetchCommits([commit], signal));
  if (!history.ok) return nowhere({ state: "unavailable", failure: history.error });
  const message = moveMessage(here.place.folder, from.place.folder, carried.next, carried.options);
  const arrived = await arrive(here, carried, { message, history: commit }, signal);
  if (arrived.state !== "written") return nowhere(arrived);
  const answer = await leave(from, arrived, carried.expected, message, signal);
  return { answer, arrived: arrived.revision, left: answer.state === "written" };
}

/** The state is here from now on, if it is not already. */
function arrive(
  here: CarryingEnd,
  { next, data }: Carried,
  commit: { readonly message: string; readonly history: string },
  signal: AbortSignal,
): Promise<Write> {
  const decide = async (files: ContextFiles): Promise<Decision<Write>> => {
    const refused = here.whyNotBusy(files);
    if (refused) return { do: "answer", value: refused };
    const known = await decodeStored(files.state, here.place);
    if (known.state === "found" && isSame(known.snapshot, next))
      return { do: "answer", value: { state: "written", revision: known.revision } };
    const taken = await here.whyNotArrive(files, next);
    if (taken) return { do: "answer", value: taken };
    const value: Write = { state: "written", revision: sha256(data) };
    return { do: "push", files: new Map([[`${here.place.folder}/${stateFile}`, data]]), ...commit, value };
  };
  return update(here, decide, signal);
}

/** The state that has arrived elsewhere is here no more. */
function leave(
  from: CarryingEnd,
  arrived: Write,
  expected: Revision,
  message: string,
  signal: AbortSignal,
): Promise<Write> {
  const decide = (files: ContextFiles): Decision<Write> => {
    if (files.state.state === "absent") return { do: "answer", value: arrived };
    const refused = from.whyNotLeave(files, expected);
    if (refused) return { do: "answer", value: refused };
    return { do: "push", files: new Map(goneFiles(from, files)), message, value: arrived };
  };
  return update(from, decide, signal);
}

/** The state goes, and a lock with it. */
function goneFiles({ place }: CarryingEnd, { lock }: ContextFiles): (readonly [string, null])[] {
  const names = lock.state === "file" ? [stateFile, lockFile] : [stateFile];
  return names.map((name) => [`${place.folder}/${name}`, null] as const);
}

async function update(
  { repository, place, onProgress }: CarryingEnd,
  decide: Update<Write>["decide"],
  signal: AbortSignal,
): Promise<Write> {
  const tried = await updateBranch<Write>(repository, { folder: place.folder, decide, onProgress }, signal);
  return tried.ok ? tried.value : { state: "unavailable", failure: tried.error.failure };
}

/** A run was killed that had carried it over: what it has written is this very state. */
function isSame(here: Snapshot, next: Snapshot): boolean {
  return here.lineage === next.lineage && here.serial === next.serial && sameBody(here.body, next.body);
}
