import { randomUUID } from "node:crypto";
import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Snapshot } from "../../engine/model/state-body.ts";
import type { LockHolder, LockOptions } from "../../engine/ports/state-lock.ts";
import type { Read, StateName, StateStore } from "../../engine/ports/state-store.ts";
import { withNewContext } from "../../engine/recorded/new-context.ts";
import { endOrphanProcesses } from "../../node/processes/orphan-processes.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import { type SessionOptions, StateSession } from "../../state/session/session.ts";
import { isSealed } from "../../state/snapshot/codec.ts";
import { type FoundSeal, foundSeal } from "../../state/snapshot/found-seal.ts";
import { shownName } from "../../state/snapshot/moved-state.ts";
import { sameBody } from "../../state/snapshot/same-body.ts";
import { aliveWords, orphanProcessWords } from "./with-lock.ts";

/** A state, and the store that has it. */
export interface NamedStore {
  readonly name: StateName;
  readonly store: StateStore;
}

/** What it takes to carry a state over. */
export interface CarryOver {
  readonly from: NamedStore;
  /** Its lock is held, if it has one. */
  readonly to: NamedStore;
  /** Of the lock of `from`, and of what is written. */
  readonly command: string;
  readonly run: RunInfo;
  readonly lock: LockOptions;
  readonly session: Omit<SessionOptions, "project" | "context" | "command" | "run">;
  readonly sealing: Sealing | undefined;
  readonly signal: AbortSignal;
  /** Aborted when the stores have had time enough. */
  readonly giveUp: AbortSignal;
  tell(severity: "notice" | "warning", code: DiagnosticCode, message: string): void;
}

/** What was carried over. */
export interface Carried {
  readonly serial: number;
  readonly tasks: number;
  /** How it was sealed; undefined: states are not sealed. */
  readonly found: FoundSeal | undefined;
}

/**
 * Carries a state over to another name, in a write of its own: under the lock of the old place, with what a killed run
 * has left there. Nothing is made, changed or deleted but state.
 */
export async function carryOver(work: CarryOver): Promise<Result<Carried, Failure>> {
  const { from, command, run, lock: options, session, signal, giveUp, tell } = work;
  const holder: LockHolder = { id: randomUUID(), command, ...from.name, since: session.clock.timestamp(), run };
  const lock = await from.store.lock?.(holder, options, signal);
  if (lock !== undefined && lock.state !== "locked") return err(lock.failure);
  try {
    return await carryLocked(work);
  } finally {
    const released = await lock?.release(giveUp);
    if (released?.ok === false) tell("warning", "lock-not-released", released.error.message);
  }
}

async function carryLocked(work: CarryOver): Promise<Result<Carried, Failure>> {
  const { from, to, command, run, sealing, signal, giveUp, tell } = work;
  const { localFolder } = from.store;
  if (localFolder !== undefined) {
    const { ended, alive } = await endOrphanProcesses(localFolder);
    if (alive.length > 0) return err(failure("state-locked", aliveWords(alive, from.name)));
    if (ended.length > 0)
      tell(
        "notice",
        "leftovers-ended",
        `an earlier run was killed; ended what it had left: ${orphanProcessWords(ended)}`,
      );
  }
  // Results that are in the journal of this machine alone go to the store first.
  const opened = await StateSession.open(from.store, { ...work.session, ...from.name, command, run }, signal);
  if (!opened.ok) return opened;
  const saved = await opened.value.saveNow();
  if (!saved.ok) return saved;
  const read = await from.store.read(signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "absent" || !to.store.takeOver) return err(gone(from.name));
  const next = renamed(read, from.name, to.name);
  const options = { run, command, runEnded: false, changes: {} };
  const written = await to.store.takeOver(from.store, next, read.revision, options, giveUp);
  if (written.state !== "written") return err(written.failure);
  const cleared = from.store.journal?.clear() ?? ok(undefined);
  if (!cleared.ok) tell("warning", "journal-not-cleared", cleared.error.message);
  const found = sealing && (await foundSeal(read, sealing.seal));
  return ok({ serial: next.serial, tasks: Object.keys(next.body.tasks).length, found });
}

/** A state as it is under another name. The serial rises where the body has to say something else then. */
export function renamed(
  { snapshot, data }: Pick<Extract<Read, { readonly state: "found" }>, "snapshot" | "data">,
  from: StateName,
  to: StateName,
): Snapshot {
  const { fingerprintKey, ...open } = withNewContext(snapshot.body, from.context, to.context);
  // A key that stood open is none any more.
  const keeps = fingerprintKey !== undefined && isSealed(data);
  const body = keeps ? { ...open, fingerprintKey } : open;
  const serial = sameBody(body, snapshot.body) ? snapshot.serial : snapshot.serial + 1;
  return { ...snapshot, ...to, serial, body };
}

/** What is recorded under a former name, as a run under the new one reads it. It is only read there. */
export function readUnder({ store, name }: NamedStore, to: StateName): StateStore {
  const { backend, location, openTo, journal } = store;
  return {
    backend,
    location,
    ...(openTo === undefined ? {} : { openTo }),
    read: async (signal) => {
      const read = await store.read(signal);
      if (read.state !== "found") return read;
      return { ...read, snapshot: { ...renamed(read, name, to), serial: read.snapshot.serial } };
    },
    write: () => Promise.reject(new Error(`nothing is written under the former name ${shownName(name)}`)),
    lockedBy: async (signal) => store.lockedBy?.(signal),
    ...(journal ? { journal } : {}),
  };
}

function gone(name: StateName): Failure {
  const message = `The state of ${shownName(name)} was to be carried over, and another run has taken it away meanwhile. Nothing was changed; run again.`;
  return failure("state-conflict", message);
}
