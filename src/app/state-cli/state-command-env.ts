import { randomUUID } from "node:crypto";
import type { Settings } from "../../action/inputs.ts";
import type { StateRequest } from "../../cli/state-arguments.ts";
import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Redactor } from "../../engine/ports/redactor.ts";
import type { LockHolder, LockOptions } from "../../engine/ports/state-lock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import { overtaken } from "../../engine/recorded/overtaken.ts";
import type { Tone } from "../../ports/console.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import { type SessionOptions, StateSession } from "../../state/session/session.ts";
import { isUnfinished } from "../context/open/open-session.ts";
import { sessionSeal } from "../state/open-seal.ts";
import { isLeftBehind } from "../state/with-lock.ts";

/** What a command of `opus state` works with: one state, and the way to the user. */
export interface StateCommandEnv {
  readonly request: StateRequest;
  readonly settings: Settings;
  readonly project: string;
  readonly context: string;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly run: RunInfo;
  /** Of the program. */
  readonly version: string;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  /** Undefined: states are not sealed, and sealed ones can't be opened. */
  readonly sealing: Sealing | undefined;
  /** A command of opus for the same state, as a line for a shell: `opus rollback --context prod`. */
  command(...words: readonly string[]): string;
  /** A line for people. */
  line(text: string, tone?: Tone): void;
  /** What other programs read, on standard output to the byte; resolves when it is written. */
  data(chunk: string | Uint8Array): Promise<void>;
  emit(event: RunEvent): void;
}

/** Does something under the lock of the state, if the store has locks. */
export async function underLock<Value>(
  commandEnv: StateCommandEnv,
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const { store, signal } = commandEnv;
  if (!store.lock) return work();
  const { holder, options } = asking(commandEnv);
  const lock = await store.lock(holder, options, signal);
  if (lock.state !== "locked") return { ok: false, error: lock.failure };
  try {
    return await work();
  } finally {
    const released = await lock.release();
    if (!released.ok) warn(commandEnv, "lock-not-released", released.error.message);
  }
}

/** Who asks for the lock, and how it is waited for. */
function asking(commandEnv: StateCommandEnv): { readonly holder: LockHolder; readonly options: LockOptions } {
  const { settings, project, context, clock, run, emit } = commandEnv;
  return {
    holder: { id: randomUUID(), command: called(commandEnv), project, context, since: clock.timestamp(), run },
    options: {
      timeoutMs: settings.lockTimeoutMs,
      onWait: (holder, waitedMs) => emit({ type: "lock-waiting", holder, waitedMs }),
      onBroken: (holder, why) => emit({ type: "lock-broken", holder, why }),
      onUnsure: (holder, why) => emit({ type: "lock-unsure", holder, why }),
    },
  };
}

/** Releases the lock of a run that is known to be over, if it is still held under this id. What fails shows later. */
export async function takeOverLock({ store, signal, line }: StateCommandEnv, id: string): Promise<void> {
  const released = await store.unlock?.(id, signal);
  if (!released?.ok) return;
  const { command, since, run } = released.value;
  const whose = run.url === "" ? `\`${command}\` since ${since}` : `\`${command}\` since ${since}, run ${run.url}`;
  line(`Released the lock ${id}, which the run that wrote this file had left (${whose}).`);
}

type SessionWork<Value> = (session: StateSession) => Promise<Result<Value, Failure>>;

/**
 * Changes what is recorded: opens the state, and stores it when the work is done. Under the lock; where the store can do
 * that, in one write without it, as long as nobody else has it and none of an earlier run is left.
 */
export async function changeState<Value>(
  commandEnv: StateCommandEnv,
  work: SessionWork<Value>,
): Promise<Result<Value, Failure>> {
  return (
    (await changeAtOnce(commandEnv, work)) ??
    underLock(commandEnv, async () => {
      const opened = await StateSession.open(commandEnv.store, sessionOptions(commandEnv), commandEnv.signal);
      return opened.ok ? workIn(opened.value, work) : opened;
    })
  );
}

async function workIn<Value>(session: StateSession, work: SessionWork<Value>): Promise<Result<Value, Failure>> {
  const done = await work(session);
  // What is refused changes nothing, not even by what a dead run left in the journal.
  if (!done.ok && !session.failed) return done;
  const closed = await session.close({ clearPendingNeverStarted: true });
  if (!done.ok) return done;
  return closed.ok ? ok(done.value) : closed;
}

/** @returns undefined: nothing was changed, and the lock is needed for it */
async function changeAtOnce<Value>(
  commandEnv: StateCommandEnv,
  work: SessionWork<Value>,
): Promise<Result<Value, Failure> | undefined> {
  const { store, signal } = commandEnv;
  const { holder, options } = asking(commandEnv);
  const lock = await store.lockWithWrite?.(holder, options, signal);
  if (lock === undefined || lock.state === "left-behind" || (lock.state === "free" && isLeftBehind(store)))
    return undefined;
  if (lock.state !== "free") return err(lock.failure);
  try {
    const session = { ...sessionOptions(commandEnv), whenLocked: async () => ok(undefined) };
    const opened = await StateSession.open(store, session, signal);
    if (!opened.ok) return opened;
    if (isUnfinished(opened.value)) return undefined;
    const done = await workIn(opened.value, work);
    return opened.value.failed === overtaken ? undefined : done;
  } finally {
    const released = await lock.release();
    if (!released.ok) warn(commandEnv, "lock-not-released", released.error.message);
  }
}

/** As it is called, for locks and histories. */
export function called({ request }: StateCommandEnv): string {
  return `state ${request.subcommand}`;
}

export function warn(commandEnv: StateCommandEnv, code: DiagnosticCode, message: string): void {
  commandEnv.emit({ type: "diagnostic", diagnostic: { severity: "warning", code, message } });
}

/** What a session of the desk's state is opened with. */
export function sessionOptions(commandEnv: StateCommandEnv): SessionOptions {
  const { project, context, clock, run, version, sealing, emit } = commandEnv;
  return {
    project,
    context,
    clock,
    newLineage: randomUUID,
    run,
    command: called(commandEnv),
    writer: version,
    sealed: sessionSeal(sealing),
    onSaved: ({ serial, tasks, pending }) => emit({ type: "state-saved", context, serial, tasks, pending }),
  };
}
