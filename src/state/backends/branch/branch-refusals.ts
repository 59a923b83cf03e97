import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import type { Revision, Write } from "../../../engine/ports/state-store.ts";
import { commandLine } from "../../../engine/text/command-line.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { conflict, type Version, versionOf } from "../../snapshot/succession.ts";
import { type ContextFiles, lockIn, type Stored } from "./branch-files.ts";
import type { BranchLock } from "./branch-lock.ts";
import { type BranchPlace, decodeStored } from "./decode-stored.ts";
import type { BranchRepository } from "./git/branch-repository.ts";

/** A version that was read or written, and its revision. */
export type KnownVersion = Version & { readonly revision: Revision };

type BranchNames = Pick<BranchRepository, "names" | "lastCommit">;

/**
 * The lock of this run must still be there, if it took one.
 * @param held id of that lock
 * @returns why nothing is written; undefined: nothing speaks against it
 */
export function whyNotHeld(
  files: ContextFiles,
  held: string | undefined,
  location: string,
  repository: BranchNames,
): Write | undefined {
  const lock = lockIn(files.lock);
  if (held === undefined || (lock.state === "held" && lock.holder.id === held)) return undefined;
  if (files.commit !== undefined) return lostLock(location, held);
  const lost = "the lock of this run and all that was stored";
  return { state: "conflict", failure: lostBranch(location, repository, lost) };
}

/** The lock of this run is gone: an older version was put back by force, if that is what became of it. */
export async function whyPutBack(
  { state, commit }: ContextFiles,
  place: BranchPlace,
  known: KnownVersion | undefined,
  lastCommit: string | undefined,
): Promise<Write | undefined> {
  if (commit === undefined || known === undefined) return undefined;
  const version = await storedVersion(state, place, known);
  if (!version.ok || (version.value !== undefined && version.value.serial >= known.serial)) return undefined;
  const now = version.value === undefined ? "none is" : `serial ${version.value.serial} is`;
  const last = lastCommit === undefined ? "" : ` This run stored it with the commit ${lastCommit}, or before it.`;
  const message = `The state at ${place.location} was not written: serial ${known.serial} was stored, and now ${now}, without the lock of this run. Somebody has put back or rewritten the branch.${last} Find out who, and bring it back before the next run.`;
  return { state: "conflict", failure: failure("state-conflict", message) };
}

/** Without a lock of this run, nobody else may have it. */
export function whyNotFree(files: ContextFiles, lock: BranchLock): Write | undefined {
  const judgement = lock.judge(files);
  if (judgement.state !== "held") return undefined;
  return { state: "unavailable", failure: lock.refusal(judgement.held, 0) };
}

/**
 * What is to be stored must follow what is there.
 * @param known spares decoding it again
 */
export async function whyNotSucceed(
  stored: Stored,
  next: Snapshot,
  expected: Revision | undefined,
  place: BranchPlace,
  known: KnownVersion | undefined,
): Promise<Write | undefined> {
  const version = await storedVersion(stored, place, known);
  if (!version.ok) {
    // Only who was told that it is damaged knows the revision of something that can't be read.
    const replaced = stored.state === "file" && sha256(stored.data) === expected;
    return replaced ? undefined : { state: "unavailable", failure: version.error };
  }
  const refused = conflict(versionOf(next), version.value, expected, place.location);
  return refused && { state: "conflict", failure: refused };
}

async function storedVersion(
  stored: Stored,
  place: BranchPlace,
  known: KnownVersion | undefined,
): Promise<Result<KnownVersion | undefined, Failure>> {
  if (stored.state === "file" && known?.revision === sha256(stored.data)) return ok(known);
  const read = await decodeStored(stored, place);
  if (read.state === "found") return ok({ ...versionOf(read.snapshot), revision: read.revision });
  return read.state === "unavailable" ? err(read.failure) : ok(undefined);
}

/** May this state be taken away? It must be what was read. */
export function whyNotTake({ state }: ContextFiles, expected: Revision, location: string): Write | undefined {
  if (state.state === "file" && sha256(state.data) === expected) return undefined;
  const message = `The state at ${location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
  return { state: "conflict", failure: failure("state-conflict", message) };
}

/** Somebody who is gone has locked the state since it was read. */
export function leftMeanwhile(location: string): Write {
  const message = `The state at ${location} was not written: another run has locked it meanwhile, and is gone. Nothing was changed; run again.`;
  return { state: "conflict", failure: failure("state-conflict", message) };
}

function lostLock(location: string, id: string): Write {
  const message = `The state at ${location} was not written: the lock of this run (${id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
  return { state: "conflict", failure: failure("state-conflict", message) };
}

/** @param lost what is gone with the branch */
export function lostBranch(
  location: string,
  { names: { branch, shown }, lastCommit }: BranchNames,
  lost: string,
): Failure {
  const last =
    lastCommit === undefined
      ? ""
      : ` The last commit of it that this run has seen is ${lastCommit}: \`${commandLine(["git", "push", "origin", `${lastCommit}:refs/heads/${branch}`])}\` brings it back, from a clone that has it.`;
  const message = `The state at ${location} was not written: the branch ${branch} of ${shown} was deleted while this run went on, and with it ${lost}.${last} Bring it back before the next run.`;
  return failure("state-conflict", message);
}
