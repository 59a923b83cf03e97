import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Failure, failure, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import { mainStepKillMs, orphanProofMs, untouchedStoreMs } from "../../engine/model/timing.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import { commandLine } from "../../engine/text/command-line.ts";
import { andMore } from "../../engine/text/listed.ts";
import { endOrphanProcesses, type OrphanProcess } from "../../node/processes/orphan-processes.ts";
import { readLedger } from "../../node/processes/process-ledger.ts";
import type { StateLocation } from "../../state/backend.ts";
import { type Machine, type ProcessIdentity, whyGone } from "../../state/lock/process-identity.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import { StateSession } from "../../state/session/session.ts";
import { sessionSeal } from "../state/open-seal.ts";
import type { OpenContext } from "./handover-file.ts";

/** A context that a step has left, and where its state is by the environment of the post step. */
export type LeftContext = OpenContext & { readonly place: StateLocation };

export interface RecoverServices {
  readonly clock: Clock;
  readonly run: RunInfo;
  /** Of the program. */
  readonly version: string;
  readonly signal: AbortSignal;
  /** As the step had it: what it left is sealed. */
  readonly sealing: Sealing | undefined;
  /** Keeps state that could not be written. @returns the failure, with where it is and how to store it */
  keepRecovery(entry: LeftContext, text: string, failed: Failure): Failure;
}

/** What was done for a context that a killed step had open. */
export interface Recovery {
  readonly entry: LeftContext;
  /** Processes that were ended, and that could not be. */
  readonly ended: readonly OrphanProcess[];
  readonly alive: readonly OrphanProcess[];
  readonly outcome: /** State is complete. `underWay`: tasks of which nobody knows what became of them. */
    | {
        readonly state: "stored";
        readonly results: number;
        readonly serial: number;
        readonly underWay: readonly string[];
        /** What did not go well all the same: the journal was not cleared, the lock not released. */
        readonly problem: Failure | undefined;
      }
    /** Another run has taken the lock meanwhile, and on this machine what the step had left with it. */
    | { readonly state: "taken-over"; readonly holder: LockHolder }
    /** The step had done nothing, or everything is stored. `failure`: it can't be told whether it still holds the lock. */
    | { readonly state: "nothing-left"; readonly failure: Failure | undefined }
    /** What the step did is not stored, and where it is now. */
    | { readonly state: "not-stored"; readonly failure: Failure };
}

/**
 * Ends the main process of the step, should it still run.
 * @param isOfJob does its environment show that it is of this job? Who has written the handover may not say so alone
 * @returns what became of it; `stranger`: it was left alone
 */
export async function endProcess(
  main: ProcessIdentity,
  machine: Machine,
  isOfJob: (pid: number) => boolean,
): Promise<"gone" | "alive" | "stranger"> {
  const { host, bootId, processNamespace } = machine.self;
  // Numbers of another machine or container mean nothing here; the lock tells then.
  if (main.host !== host || main.bootId !== bootId || main.processNamespace !== processNamespace) return "gone";
  let proven = false;
  const began = Date.now();
  for (; whyGone(main, machine) === undefined; await sleep(20)) {
    const elapsed = Date.now() - began;
    if (elapsed > mainStepKillMs) return "alive";
    proven ||= isOfJob(main.pid);
    // One that is just ending has no environment any more.
    if (!proven && elapsed > orphanProofMs) return "stranger";
    if (!proven) continue;
    try {
      process.kill(main.pid, "SIGKILL");
    } catch {
      // It has just ended, or is not ours to kill: the next look tells.
    }
  }
  return "gone";
}

/** Finishes what a killed step had open: ends its processes, stores its results, frees its lock. */
export async function recoverContext(
  entry: LeftContext,
  store: StateStore,
  services: RecoverServices,
): Promise<Recovery> {
  const { localFolder: folder } = store;
  // Another run on this machine that has the lock now keeps a ledger of its own: its processes are none of ours.
  const owner = folder === undefined ? undefined : readLedger(folder).owner;
  const own = folder !== undefined && owner === entry.lockId;
  const left = own ? await endOrphanProcesses(folder, { owner: entry.lockId }) : { ended: [], alive: [] };
  const { ended, alive } = left;
  // A step that ended by itself keeps no ledger any more; one that was killed while it waited for the lock never had one.
  const begun = own || entry.left === "results";
  return {
    entry,
    ended,
    alive,
    outcome: await recoverResults(store, entry, { begun, ledgerOfOther: !own && owner !== undefined }, services),
  };
}

async function recoverResults(
  store: StateStore,
  entry: LeftContext,
  { begun, ledgerOfOther }: { readonly begun: boolean; readonly ledgerOfOther: boolean },
  services: RecoverServices,
): Promise<Recovery["outcome"]> {
  const signal = begun ? services.signal : AbortSignal.any([services.signal, AbortSignal.timeout(untouchedStoreMs)]);
  const { project, context, command } = entry;
  const { clock, run } = services;
  const holder = { id: randomUUID(), command, project, context, since: clock.timestamp(), run };
  const options = { timeoutMs: 0, onWait: () => {}, onBroken: () => {} };
  // Without a lock nothing is left that has to be released.
  if (!store.lock && !begun) return { state: "nothing-left", failure: undefined };
  if (!store.lock) return storeResults(store, entry, services);
  // Killed while it planned, as far as anybody knows: then there is no lock, and nothing has to be pushed to see that.
  const looked = begun ? undefined : await store.lockWithWrite?.(holder, options, signal);
  if (looked?.state === "free") return { state: "nothing-left", failure: undefined };
  const lock = await store.lock(holder, options, signal);
  if (lock.state === "locked") {
    try {
      if (store.localFolder !== undefined) await endOrphanProcesses(store.localFolder);
      const outcome = await storeResults(store, { ...entry, lockId: holder.id }, services);
      const released = await lock.release();
      return released.ok || outcome.state !== "stored" ? outcome : { ...outcome, problem: released.error };
    } catch (error) {
      await lock.release();
      throw error;
    }
  }
  if (lock.state === "held" && ledgerOfOther) return { state: "taken-over", holder: lock.holder };
  if (!begun) return { state: "nothing-left", failure: lock.state === "held" ? undefined : lock.failure };
  return keepResults(store, entry, services, lock.failure);
}

async function storeResults(
  store: StateStore,
  entry: LeftContext,
  services: RecoverServices,
): Promise<Recovery["outcome"]> {
  const opened = await openSession(store, entry, services);
  if (!opened.ok) return { state: "not-stored", failure: inJournal(opened.error, store) };
  const session = opened.value;
  // The step has left results, and the journal does not continue what is stored: others have written since.
  if (entry.left === "results" && !session.stored.journalled)
    return { state: "not-stored", failure: movedOn(entry, session, inRecoveryFile(entry)) };
  const overtaken = overtakenResults(store, session);
  if (overtaken.length > 0)
    return { state: "not-stored", failure: movedOn(entry, session, inJournalAlone(overtaken, store)) };
  const results = journalled(store, session);
  const closed = await session.close({ clearPendingNeverStarted: true });
  if (!closed.ok && session.unsaved)
    return { state: "not-stored", failure: await keep(session, store, entry, services, closed.error) };
  const underWay = session.contents.pending.map(({ intent }) => intent.task);
  return {
    state: "stored",
    results,
    serial: session.stored.serial,
    underWay,
    problem: closed.ok ? undefined : closed.error,
  };
}

/** Without the lock nothing may be written; but what the journal has over the stored state can be kept. */
async function keepResults(
  store: StateStore,
  entry: LeftContext,
  services: RecoverServices,
  failed: Failure,
): Promise<Recovery["outcome"]> {
  const opened = await openSession(store, entry, services);
  if (!opened.ok) return { state: "not-stored", failure: inJournal(failed, store) };
  return { state: "not-stored", failure: await keep(opened.value, store, entry, services, failed) };
}

async function keep(
  session: StateSession,
  store: StateStore,
  entry: LeftContext,
  services: RecoverServices,
  failed: Failure,
): Promise<Failure> {
  return session.unsaved ? services.keepRecovery(entry, await session.recovery(), failed) : inJournal(failed, store);
}

/** @param where the results are, and what to do, in sentences */
function movedOn(
  { project, context }: Pick<LeftContext, "project" | "context">,
  { stored: { serial } }: StateSession,
  where: string,
): Failure {
  const message = `The state of ${project}/${context} has moved on since (it has serial ${serial}), so the results of this step are in no state. ${where}`;
  return failure("state-conflict", message);
}

/** The recovery file that the step wrote is all there is then; the journal says the same. */
function inRecoveryFile({ context, place }: LeftContext): string {
  const pull = commandLine(["opus", "state", "pull", "--context", context, ...place.flags]);
  const compare = place.backend.insteadInTerminal !== undefined ? "what `describe` shows" : `\`${pull}\``;
  return `They are in the recovery file that the step names: compare it with ${compare}, and apply again.`;
}

/** Tasks whose results a run could overtake that had no lock to wait for. */
function overtakenResults(store: StateStore, session: StateSession): readonly string[] {
  const left = store.lock || session.stored.journalled ? undefined : store.journal?.unended?.();
  if (left === undefined) return [];
  const records = store.journal?.read(left.lineage, left.serial);
  const results = (records?.ok ? (records.value ?? []) : []).filter(({ type }) => type === "result");
  return [...new Set(results.map(({ task }) => task))];
}

function inJournalAlone(tasks: readonly string[], { localFolder = "" }: StateStore): string {
  const shown = andMore(tasks, 10);
  return `Another run has written it at the same time, and looked at what was under way then. What became of ${shown} after that is in the journal in ${localFolder} alone: look at a \`plan\`, and apply again.`;
}

/** Without the stored state nothing can be made of the journal. */
function inJournal(failed: Failure, { localFolder }: StateStore): Failure {
  if (localFolder === undefined) return failed;
  const message = `${failed.message} What the step did last is in the journal in ${localFolder}: the next run on this machine stores it.`;
  return { ...failed, message };
}

function openSession(
  store: StateStore,
  { project, context, command, lockId }: LeftContext,
  { clock, run, version, signal, sealing }: RecoverServices,
): Promise<Result<StateSession, Failure>> {
  const known = { project, context, clock, newLineage: randomUUID, run, command, writer: version, lockId };
  const options = { ...known, sealed: sessionSeal(sealing) };
  return StateSession.open(store, options, signal);
}

/** How many results the journal has that the store lacks. */
function journalled(store: StateStore, { stored: { lineage, serial } }: StateSession): number {
  const journal = store.journal?.read(lineage ?? "", serial);
  return (journal?.ok ? (journal.value ?? []) : []).filter(({ type }) => type === "result").length;
}
