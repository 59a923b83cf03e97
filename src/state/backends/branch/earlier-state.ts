import { failure, ok } from "../../../engine/diagnostics/diagnostic.ts";
import type { Read } from "../../../engine/ports/state-store.ts";
import { stateFile } from "./branch-files.ts";
import { recordedEnds, stateAt } from "./branch-history.ts";
import { type BranchPlace, decodeStored } from "./decode-stored.ts";
import type { BranchRepository } from "./git/branch-repository.ts";

/**
 * Reads the state with which a run ended, perhaps under a former name.
 * @returns the state; that there is none with this serial; or why it can't be read
 */
export async function earlierState(
  repository: BranchRepository,
  place: BranchPlace,
  serial: number,
  signal: AbortSignal,
): Promise<Read> {
  const found = await repository.exclusive(async () => {
    const ends = await recordedEnds(repository, place.folder, signal);
    if (!ends.ok) return ends;
    const end = ends.value.find((one) => one.serial === serial);
    if (end === undefined) return ok(undefined);
    const { commit, folder } = end;
    const state = await stateAt(repository, commit, folder, signal);
    return state.ok ? ok({ commit, folder, state: state.value }) : state;
  });
  if (!found.ok) return { state: "unavailable", failure: found.error };
  if (found.value === undefined) return { state: "absent" };
  const { commit, folder, state } = found.value;
  const { branch, shown } = place.names;
  const location = `${folder}/${stateFile} in commit ${commit} of the branch ${branch} of ${shown}`;
  const read = await decodeStored(state, place, { location, folder });
  if (read.state === "found" && read.snapshot.serial === serial) return read;
  const holds = read.state === "found" ? `serial ${read.snapshot.serial}` : "no state";
  const message = `The state at ${location} has ${holds}, not serial ${serial} as the commit's message says. Choose another serial.`;
  return read.state === "unavailable" ? read : { state: "unavailable", failure: failure("state-unavailable", message) };
}
