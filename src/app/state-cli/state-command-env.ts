import { randomUUID } from "node:crypto";
import type { Settings } from "../../action/inputs.ts";
import type { StateRequest } from "../../cli/state-arguments.ts";
import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import { type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../engine/model/run-events.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Redactor } from "../../engine/ports/redactor.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { Tone } from "../../ports/console.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import { type SessionOptions, StateSession } from "../../state/session/session.ts";
import { sessionSeal } from "../state/open-seal.ts";

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
  const { store, settings, project, context, clock, run, signal, emit } = commandEnv;
  if (!store.lock) return work();
  const holder = { id: randomUUID(), command: called(commandEnv), project, context, since: clock.timestamp(), run };
  const options = {
    timeoutMs: settings.lockTimeoutMs,
    onWait: (other: LockHolder, waitedMs: number) => emit({ type: "lock-waiting", holder: other, waitedMs }),
    onBroken: (other: LockHolder, why: string) => emit({ type: "lock-broken", holder: other, why }),
    onUnsure: (other: LockHolder, why: string) => emit({ type: "lock-unsure", holder: other, why }),
  };
  const lock = await store.lock(holder, options, signal);
  if (lock.state !== "locked") return { ok: false, error: lock.failure };
  try {
    return await work();
  } finally {
    const released = await lock.release();
    if (!released.ok) warn(commandEnv, "lock-not-released", released.error.message);
  }
}

/** Releases the lock of a run that is known to be over, if it is still held under this id. What fails shows later. */
export async function takeOverLock({ store, signal, line }: StateCommandEnv, id: string): Promise<void> {
  const released = await store.unlock?.(id, signal);
  if (!released?.ok) return;
  const { command, since, run } = released.value;
  const whose = run.url === "" ? `\`${command}\` since ${since}` : `\`${command}\` since ${since}, run ${run.url}`;
  line(`Released the lock ${id}, which the run that wrote this file had left (${whose}).`);
}

/** Changes what is recorded: opens the state, and stores it when the work is done. Under the lock. */
export async function changeState<Value>(
  commandEnv: StateCommandEnv,
  work: (session: StateSession) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  return underLock(commandEnv, async () => {
    const opened = await StateSession.open(commandEnv.store, sessionOptions(commandEnv), commandEnv.signal);
    if (!opened.ok) return opened;
    const done = await work(opened.value);
    // What is refused changes nothing, not even by what a dead run left in the journal.
    if (!done.ok && !opened.value.failed) return done;
    const closed = await opened.value.close({ clearPendingNeverStarted: true });
    if (!done.ok) return done;
    return closed.ok ? ok(done.value) : closed;
  });
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
