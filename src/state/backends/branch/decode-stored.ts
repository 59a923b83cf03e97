import { failure } from "../../../engine/diagnostics/diagnostic.ts";
import type { Read } from "../../../engine/ports/state-store.ts";
import { commandLine } from "../../../engine/text/command-line.ts";
import type { Sealing } from "../../seal/seal.ts";
import { decode } from "../../snapshot/codec.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { movedFailure } from "../../snapshot/moved-state.ts";
import { namesOf, type Stored, stateFile } from "./branch-files.ts";
import type { LastState } from "./branch-history.ts";
import { removalTrailer } from "./commit-message.ts";
import type { RemoteNames } from "./git/remote-messages.ts";

/** Where the state of a context is on the branch, and what opens it. */
export interface BranchPlace {
  readonly project: string;
  readonly context: string;
  /** `<project>/<context>`, as on the branch. */
  readonly folder: string;
  /** Of the state, for messages. */
  readonly location: string;
  readonly names: RemoteNames;
  readonly sealing: Sealing | undefined;
  /** Words that lead a terminal to the same state, for messages. */
  readonly flags: readonly string[] | undefined;
}

/**
 * Decodes what stands in place of a state.
 * @param earlier where an earlier version is, perhaps under a former name; absent: it is what is stored now
 * @returns what is found; or why it can't be used, with what to do
 */
export async function decodeStored(
  stored: Stored,
  place: BranchPlace,
  earlier?: { readonly location: string; readonly folder: string },
): Promise<Read> {
  const { location } = earlier ?? place;
  const { project, context } =
    earlier === undefined || earlier.folder === place.folder ? place : namesOf(earlier.folder);
  const path = `${place.folder}/${stateFile}`;
  const earlierOnes = `Earlier versions are in the history of the branch: \`${gitFetch(place)} && ${commandLine(["git", "log", "FETCH_HEAD", "--", path])}\` lists them.`;
  const remedy = `${earlierOnes} Put a good one back: \`${gitShow("COMMIT", path)}\` with the COMMIT that it is from, then \`${statePush(place)}\`.`;
  if (stored.state === "absent") return { state: "absent" };
  const foreignRemedy = `${earlierOnes} Put the right one back in a commit on that branch, with git: \`opus state push\` writes over nothing that is not of this state.`;
  if (stored.state === "other") {
    const message = `The state at ${location} can't be read: ${stored.what}. ${foreignRemedy}`;
    return { state: "unavailable", failure: failure("state-unavailable", message) };
  }
  const former = earlier !== undefined;
  const { sealing } = place;
  const decoded = await decode(stored.data, { project, context, location, former, remedy, foreignRemedy, sealing });
  if (!decoded.ok) {
    const damaged = decoded.damaged && { ...decoded.damaged, revision: sha256(stored.data) };
    return { state: "unavailable", failure: decoded.error, ...(damaged ? { damaged } : {}) };
  }
  const { value: snapshot, run } = decoded;
  return { state: "found", snapshot, revision: sha256(stored.data), run, data: stored.data };
}

/** Where a state went that the branch once had: it was carried over, or somebody has removed it. */
export function goneState({ serial, commit, at, movedTo: to }: LastState, place: BranchPlace): Read {
  const { project, context, folder, location, names } = place;
  if (to !== undefined) {
    const movedTo = namesOf(to);
    const where = ` in commit ${commit} of the branch ${names.branch}`;
    return { state: "unavailable", failure: movedFailure({ project, context }, movedTo, where), movedTo };
  }
  const path = `${folder}/${stateFile}`;
  const message = `The state at ${location} is gone: it was there with serial ${serial}, written ${at} in commit ${commit}, and somebody has removed the file. Put it back: \`${gitFetch(place)} && ${gitShow(commit, path)}\`, then \`${statePush(place)}\`. To begin anew, say so on the branch: in a commit whose message has the line \`${removalTrailer}: ${folder}\`. Nothing was changed.`;
  const damaged = { revision: undefined, lineage: undefined, serial };
  return { state: "unavailable", failure: failure("state-unavailable", message), damaged };
}

function gitFetch({ names }: BranchPlace): string {
  return commandLine(["git", "fetch", "origin", names.branch]);
}

/** Writes a file of an earlier commit beside the others. */
function gitShow(commit: string, path: string): string {
  return `${commandLine(["git", "show", `${commit}:${path}`])} > state.json`;
}

/** Stores a file over whatever is there. */
function statePush({ flags = [], names }: BranchPlace): string {
  const branch = flags.includes("--state-branch") ? [] : ["--state-branch", names.branch];
  return commandLine(["opus", "state", "push", "state.json", "--force", ...flags, ...branch]);
}
