import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { ProjectState } from "../../engine/model/project.ts";
import type { Lock, LockHolder, LockOptions, LockToCome } from "../../engine/ports/state-lock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import { firstOf } from "../../engine/text/listed.ts";
import { endOrphanProcesses, type OrphanProcess } from "../../node/processes/orphan-processes.ts";
import type { ProcessGroups } from "../../node/processes/process-groups.ts";
import { readLedger } from "../../node/processes/process-ledger.ts";
import type { StateLocation } from "../../state/backend.ts";
import { ioFailure } from "../../state/backends/file/file-system.ts";
import type { Handover, Left } from "../post-step/handover-file.ts";

/** What a run keeps of itself outside of this process, for whoever comes after it. */
export interface PostStepRecord {
  readonly groups: ProcessGroups;
  readonly handover: Handover;
  /** Where the state of this run is. */
  readonly place: StateLocation;
  /** What the Project says of it. */
  readonly said: ProjectState;
}

/** How a context is held for writing: under a lock, where the store has one. */
export interface Hold {
  readonly store: StateStore;
  readonly holder: LockHolder;
  readonly options: LockOptions;
  readonly signal: AbortSignal;
  /** Aborted when the store has had time enough to release the lock. */
  readonly giveUp: AbortSignal;
  readonly postStepRecord: PostStepRecord;
  /** Is all that was applied stored? Asked when the work is over, also when it threw. */
  isStored(): boolean;
  tell(severity: "notice" | "warning", code: DiagnosticCode, message: string): void;
}

/**
 * Does something to a context that nobody else writes to meanwhile, and of which nothing of an earlier run still runs.
 * Should this process be killed, its post step or the next run finds what it takes to clean up.
 * @param work answers why it failed
 */
export async function holdContext(hold: Hold, work: () => Promise<Failure | undefined>): Promise<Failure | undefined> {
  const { store, holder, options, signal } = hold;
  const close = openHandover(hold);
  const lock: Lock = store.lock ? await store.lock(holder, options, signal) : noLock;
  if (lock.state !== "locked") return notHeld(lock, close);
  try {
    return (await takeOver(hold)) ?? (await work());
  } finally {
    await letGo(hold, lock, close);
  }
}

/** What only who has the lock can clean up was left by an earlier run. */
export const lockFirst = Symbol("lock first");

/** A store whose lock may come with the first write. */
export type LockingWithWrite = StateStore & Required<Pick<StateStore, "lockWithWrite">>;

/**
 * The same, for a store whose lock comes with the first write. Nothing that others have begun is ended before that.
 * @param work answers why it failed. It is given what is to be done as soon as the lock is held
 * @returns `lockFirst`: the work was not begun, as the lock is needed for it
 */
export async function holdWithWrite(
  hold: Hold & { readonly store: LockingWithWrite },
  work: (whenLocked: () => Promise<Result<void, Failure>>) => Promise<Failure | undefined>,
): Promise<Failure | undefined | typeof lockFirst> {
  const { store, holder, options, signal } = hold;
  const close = openHandover(hold);
  const lock = await store.lockWithWrite(holder, options, signal);
  if (lock.state === "left-behind" || (lock.state === "free" && isLeftBehind(store))) {
    close(undefined);
    return lockFirst;
  }
  if (lock.state !== "free") return notHeld(lock, close);
  try {
    return await work(async () => resultOf(await takeOver(hold)));
  } finally {
    await letGo(hold, lock, close);
  }
}

type Close = (left: Left | undefined) => void;

/** Tells the post step of this run. @returns tells it how the run ended */
function openHandover(hold: Hold): Close {
  const { postStepRecord, holder } = hold;
  const { project, context, command, id: lockId } = holder;
  const entry = { said: postStepRecord.said, project, context, command, lockId };
  const handedOver = handOver(hold, () => postStepRecord.handover.open(entry));
  // What was not written once is told once.
  return (left) => {
    if (handedOver) handOver(hold, () => postStepRecord.handover.close(context, left));
  };
}

function notHeld(lock: Exclude<Lock, { readonly state: "locked" }>, close: Close): Failure {
  const mayBeHeld = lock.state === "unavailable" && lock.mayBeHeld;
  close(mayBeHeld ? "lock" : undefined);
  return lock.failure;
}

/** Ends the ledger, and releases the lock. */
async function letGo(
  hold: Hold,
  lock: Extract<Lock | LockToCome, { readonly state: "locked" | "free" }>,
  close: Close,
): Promise<void> {
  try {
    hold.postStepRecord.groups.dropLedger();
  } catch (error) {
    const { message } = ioFailure("end the ledger of processes in", hold.store.localFolder ?? "", error, "temporary");
    hold.tell("warning", "ledger-not-ended", message);
  }
  const released = await lock.release(hold.giveUp);
  if (!released.ok) hold.tell("warning", "lock-not-released", released.error.message);
  close(hold.isStored() ? (released.ok ? undefined : "lock") : "results");
}

/** Has an earlier run left something on this machine that only who has the lock may touch? What can't be read is something. */
export function isLeftBehind({ journal, localFolder }: StateStore): boolean {
  try {
    return (
      journal?.unended?.() !== undefined || (localFolder !== undefined && readLedger(localFolder).owner !== undefined)
    );
  } catch {
    return true;
  }
}

function resultOf(problem: Failure | undefined): Result<void, Failure> {
  return problem === undefined ? ok(undefined) : err(problem);
}

/** Of a store that has none: nobody waits, and nothing is released. */
const noLock: Lock = { state: "locked", release: async () => ok(undefined) };

/** Ends what a killed run has left running, before anybody looks at what became of its tasks; and begins a ledger. */
async function takeOver({ store, holder, postStepRecord, tell }: Hold): Promise<Failure | undefined> {
  const { localFolder } = store;
  if (localFolder === undefined) return undefined;
  try {
    const { ended, alive, foreign } = await endOrphanProcesses(localFolder);
    if (foreign > 0) tell("warning", "ledger-damaged", foreignWords(foreign, localFolder));
    if (ended.length > 0) {
      const { severity, code, message } = leftoversEnded(ended);
      tell(severity, code, message);
    }
    if (alive.length > 0) return failure("state-locked", aliveWords(alive, holder));
    postStepRecord.groups.keepLedger(localFolder, holder.id);
    return undefined;
  } catch (error) {
    return ioFailure("keep the ledger of processes in", localFolder, error, "temporary");
  }
}

/** Tells that something of an earlier run was ended. */
export function leftoversEnded(ended: readonly OrphanProcess[]) {
  const message = `an earlier run was killed; ended what it had left: ${orphanProcessWords(ended)}`;
  return { severity: "notice", code: "leftovers-ended", message } as const;
}

/** `3 processes of "web-1"`. */
export function orphanProcessWords(orphanProcesses: readonly OrphanProcess[]): string {
  const tasks = [...new Set(orphanProcesses.flatMap(({ task }) => (task === undefined ? [] : [`"${task}"`])))].sort();
  const shown = firstOf(tasks, 5, (more) => `${more} more tasks`);
  const count = orphanProcesses.length === 1 ? "1 process" : `${orphanProcesses.length} processes`;
  return tasks.length === 0 ? count : `${count} of ${shown.join(", ")}`;
}

/** What was made of a ledger that holds what opus has not written. */
function foreignWords(count: number, folder: string): string {
  const lines = count === 1 ? "1 line that is none" : `${count} lines that are none`;
  return `the ledger of processes in ${folder} held ${lines} of opus, which did not count; find out what else writes there`;
}

/** What to do about processes that could not be ended. */
export function aliveWords(
  alive: readonly OrphanProcess[],
  { project, context }: Pick<LockHolder, "project" | "context">,
): string {
  const stuck = alive.filter(({ namedBy }) => namedBy === undefined);
  const unproven = alive.filter(({ namedBy }) => namedBy !== undefined);
  const pids = (some: readonly OrphanProcess[]): string => some.map(({ pid }) => pid).join(", ");
  const sentences: string[] = [];
  if (stuck.length > 0)
    sentences.push(
      `A run of ${project}/${context} that was killed has left ${orphanProcessWords(stuck)} that could not be ended (pid ${pids(stuck)}) and may still change things. Find out whose they are, end them, and run again.`,
    );
  if (unproven.length > 0)
    sentences.push(
      `The ledger ${unproven[0]?.namedBy} says that a run of ${project}/${context} that was killed has left ${orphanProcessWords(unproven)} (pid ${pids(unproven)}), and no mark in the environment shows it, so nothing was ended. Find out whose it is: end what is left of that run; or, if it is something else, remove the ledger. Then run again.`,
    );
  return sentences.join(" ");
}

/** A missing handover is no reason to stop: only the post step could not help. @returns whether it was written */
function handOver({ tell }: Hold, action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `the post step was not told of this run (${why}); should the run be killed, the next one cleans up`;
    tell("warning", "handover-not-written", message);
    return false;
  }
}
