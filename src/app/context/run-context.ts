import { randomUUID } from "node:crypto";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { Cancelled } from "../../engine/execute/calls/retry-call.ts";
import type { ContextReport } from "../../engine/model/report.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { LockHolder, LockOptions } from "../../engine/ports/state-lock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { Prepared } from "../../engine/prepare/prepare.ts";
import type { Entries } from "../../engine/recorded/entries.ts";
import type { ContextChoice } from "../../event/context-rules.ts";
import { elsewhereFailure, elsewhereWarning } from "../state/state-elsewhere.ts";
import { type Hold, holdContext, holdWithWrite, type LockingWithWrite, lockFirst } from "../state/with-lock.ts";
import { unlockContext } from "./commands/unlock.ts";
import { type ContextFrame, contextFrame } from "./context-frame.ts";
import type { ContextServices, OpenedStore } from "./context-services.ts";
import { lockOptions } from "./open/state-of-context.ts";
import { prepareContext } from "./prepare-context.ts";
import { SessionRun } from "./run-session.ts";

/** What became of one context. */
export interface ContextOutcome {
  readonly report: ContextReport;
  readonly failure: Failure | null;
  /** What is recorded at the end, for `map` of the outputs hook; undefined when state was not read. */
  readonly entries: Entries | undefined;
  /** The run that stored the state which this one has read; undefined: none, or it was not read. */
  readonly lastRun?: RunInfo | undefined;
  /** See `ReportDraft`. */
  readonly leftToStore?: string | undefined;
}

/** Runs a command in one context, from values to the stored state. */
export async function runContext(services: ContextServices, choice: ContextChoice): Promise<ContextOutcome> {
  const { clock, emit } = services;
  const began = clock.now();
  const frame = contextFrame(services, choice);
  const failed = await runStages(frame).catch((error: unknown) => {
    if (error instanceof Cancelled) return failure("cancelled", "the run was cancelled");
    throw error;
  });
  const { report: known, entries, lastRun, leftToStore } = frame.draft;
  const report: ContextReport = { ...known, failureReason: failed?.reason ?? null };
  const outcome = { report, failure: failed ?? null };
  emit({ type: "context-finished", context: choice.name, ...outcome, elapsedMs: clock.now() - began });
  for (const event of frame.draft.later) emit(event);
  return { ...outcome, entries, lastRun, leftToStore };
}

async function runStages(frame: ContextFrame): Promise<Failure | undefined> {
  const { command } = frame.services;
  // Of the manifest it needs nothing but the Project.
  if (command.row.stage === "lock") {
    const opened = await openStore(frame);
    return opened.ok ? unlockContext(opened.value.store, frame) : opened.error;
  }
  const prepared = await prepareContext(frame);
  if (!prepared.ok) return prepared.error;
  if (command.row.stage === "manifest") return undefined;
  const opened = await openStore(frame);
  return opened.ok ? runOnState(opened.value, prepared.value, frame) : opened.error;
}

/** Opens the store of the context, unless its state is somewhere else. */
async function openStore({ services, context, draft }: ContextFrame): Promise<Result<OpenedStore, Failure>> {
  const { command, loaded, sealing, emit } = services;
  const opened = await services.openStore(context);
  if (!opened.ok) return opened;
  const { store, postStepRecord, elsewhere } = opened.value;
  const { label } = postStepRecord.place.backend;
  draft.addState({ backend: store.backend, ...(label && { label }), sealed: sealing !== undefined });
  if (elsewhere && command.writes && !elsewhere.recordedHere)
    return err(elsewhereFailure(elsewhere, loaded.project, context, command.called));
  if (elsewhere) emit({ type: "diagnostic", diagnostic: elsewhereWarning(elsewhere, loaded.project, context) });
  return ok(opened.value);
}

/** How often a run plans without the lock. Others are faster then, and it takes the lock first. */
const mostPlansWithoutLock = 2;

/** A command that writes holds the context meanwhile: from its first write on, where the store can do that. */
async function runOnState(opened: OpenedStore, prepared: Prepared, frame: ContextFrame): Promise<Failure | undefined> {
  const { services, context, draft } = frame;
  const { command, emit } = services;
  const { store } = opened;
  if (!command.writes) return new SessionRun(opened, prepared, frame).run();
  if (command.does === "delete" && store.lockLeavesTraces?.()) {
    const refused = await new SessionRun(opened, prepared, frame).whyNotBegin();
    if (refused) return refused;
  }
  const lock = lockOptions(services, services.settings.lockTimeoutMs);
  if (!locksWithWrite(store)) return runHeld(opened, prepared, frame, lock);
  let before: SessionRun | undefined;
  for (let plans = 1; plans <= mostPlansWithoutLock; plans++) {
    const session: SessionRun = new SessionRun(opened, prepared, frame, before);
    const hold = { ...holdOf(opened, session, frame, lock), store };
    const lockId = hold.holder.id;
    const ended = await holdWithWrite(hold, (whenLocked) => session.run({ way: "to-come", lockId, whenLocked }));
    if (ended === lockFirst || session.again === "lock-first") break;
    if (session.again === undefined) return ended;
    emit({ type: "progress", text: `Another run has changed the state of ${context} meanwhile; planning again.` });
    draft.beginAgain();
    before = session;
  }
  return runHeld(opened, prepared, frame, lock, before);
}

function locksWithWrite(store: StateStore): store is LockingWithWrite {
  return store.lockWithWrite !== undefined;
}

/** The lock is taken before state is read. */
function runHeld(
  opened: OpenedStore,
  prepared: Prepared,
  frame: ContextFrame,
  lock: LockOptions,
  before?: SessionRun,
): Promise<Failure | undefined> {
  const session = new SessionRun(opened, prepared, frame, before);
  const hold = holdOf(opened, session, frame, lock);
  const lockId = opened.store.lock && hold.holder.id;
  return holdContext(hold, () => session.run({ way: "held", lockId }));
}

function holdOf(
  { store, postStepRecord }: OpenedStore,
  session: SessionRun,
  frame: ContextFrame,
  options: LockOptions,
): Hold {
  const { services, tell } = frame;
  const { signal, giveUp } = services;
  return {
    store,
    holder: lockHolder(frame),
    options,
    signal,
    giveUp,
    postStepRecord,
    isStored: () => !session.unstored,
    tell,
  };
}

function lockHolder({ services, context }: ContextFrame): LockHolder {
  const { command, loaded, run, clock, redactor } = services;
  return {
    id: randomUUID(),
    command: redactor.text(command.called),
    project: loaded.project,
    context,
    since: clock.timestamp(),
    run,
  };
}
