import { randomUUID } from "node:crypto";
import { type Failure, failure, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { Cancelled } from "../../engine/execute/calls/retry-call.ts";
import { emptyCounts } from "../../engine/plan/plan-model.ts";
import type { Processors } from "../../engine/ports/processor.ts";
import type { StateStore } from "../../engine/ports/state-store.ts";
import type { Prepared } from "../../engine/prepare/prepare.ts";
import { overtaken } from "../../engine/recorded/overtaken.ts";
import type { StateLocation } from "../../state/backend.ts";
import { lacksKey } from "../../state/seal/refusals.ts";
import { type SavedEvent, type SessionOptions, StateSession } from "../../state/session/session.ts";
import type { StoredFacts } from "../../state/session/stored-version.ts";
import { loadBuiltIn } from "../load/load-built-in.ts";
import { sessionSeal } from "../state/open-seal.ts";
import { adviseOnState, warnOfPublicState, warnUnopened } from "../state/state-advice.ts";
import { hiddenTask } from "./commands/hidden-task.ts";
import type { ContextFrame } from "./context-frame.ts";
import type { OpenedStore } from "./context-services.ts";
import { type ContextWork, contextWork } from "./context-work.ts";
import { isUnfinished, openSession } from "./open/open-session.ts";
import { saveOnSignals } from "./open/save-on-signals.ts";
import { noteNeighbours, stateOfContext } from "./open/state-of-context.ts";
import { workInSession } from "./work-in-session.ts";

/** How a run holds the context in which it writes. */
export type Holding =
  /** @param lockId of its lock; undefined: the store has none */
  | { readonly way: "held"; readonly lockId: string | undefined }
  /** The lock comes with the first write: then `whenLocked` is done before anything else. */
  | { readonly way: "to-come"; readonly lockId: string; whenLocked(): Promise<Result<void, Failure>> };

/** The session of a context: opens its state, does the work of the command, and stores what came of it. */
export class SessionRun {
  readonly #frame: ContextFrame;
  readonly #own: StateStore;
  readonly #prepared: Prepared;
  readonly #location: StateLocation;
  readonly #before: SessionRun | undefined;
  /** The context is held: something may have been changed. */
  #locked = false;
  #unstored = false;
  #planned: Pick<StoredFacts, "lineage" | "serial"> | undefined;
  #again: "lock-first" | "overtaken" | undefined;

  /** @param before the one that was overtaken, which this one does again */
  constructor({ store, postStepRecord }: OpenedStore, prepared: Prepared, frame: ContextFrame, before?: SessionRun) {
    this.#frame = frame;
    this.#own = store;
    this.#prepared = prepared;
    this.#location = postStepRecord.place;
    this.#before = before;
  }

  /** What was applied could not be stored. */
  get unstored(): boolean {
    return this.#unstored;
  }

  /**
   * Why it came to nothing, and has to be done again with a session of its own: `lock-first`, as something is to be
   * cleaned up that needs the lock; `overtaken`, as another run has written since this one began.
   */
  get again(): "lock-first" | "overtaken" | undefined {
    return this.#again;
  }

  /** @param holding undefined: nothing is written */
  async run(holding?: Holding): Promise<Failure | undefined> {
    const { settings, command, signal } = this.#frame.services;
    const options = this.#options(holding);
    const isHeld = holding?.way !== "to-come";
    this.#locked = isHeld;
    const named = await stateOfContext(this.#own, options, this.#frame, this.#location.flags, isHeld);
    if (!named.ok) return this.#unreadable(named.error);
    const { store, carriedPlain, lockFirst } = named.value;
    if (lockFirst) return this.#lockFirst();
    if (settings.changed && store !== this.#own)
      this.#frame.draft.leftToStore = "its state is still kept under a former name";
    const open = () => StateSession.open(store, options, signal);
    const opened = await openSession(store, open, command.writes, signal);
    if (!opened.ok) return this.#unreadable(opened.error);
    const whyNotWrite = command.writes ? store.whyNotWrite?.() : undefined;
    if (whyNotWrite) return whyNotWrite;
    const { session, writer } = opened.value;
    const { unruled } = this.#frame.choice;
    if (unruled && session.stored.lineage === undefined) return unruled;
    const unknown = await this.#whyUnknown(session, store);
    // Who holds the lock may be making it.
    if (unknown && !isHeld && (await store.lockedBy?.(signal))) return this.#lockFirst();
    const wentBack = this.#before?.whyNotAfter(session.stored, this.#frame.context);
    if (wentBack) return wentBack;
    await loadBuiltIn(recordedKinds(session));
    if (!isHeld && isUnfinished(session)) return this.#lockFirst();
    const { lineage, serial } = session.stored;
    this.#planned = { lineage, serial };
    this.#note(session);
    await this.#announce(session, store);
    if (unknown) return unknown;
    const { openTo } = this.#own;
    const isPlain = carriedPlain || !session.stored.foundSealed;
    const doubt = openTo !== undefined && isPlain ? `plain state in ${openTo}` : undefined;
    const kinds = await kindsOf(this.#frame);
    const whole = { frame: this.#frame, prepared: this.#prepared, store, session, writer, processors: kinds };
    // While the context is still held: nobody else finds what is about to be ended.
    return this.#work(contextWork(whole, doubt)).finally(() => kinds.close());
  }

  /** Why a deletion is not begun, as far as that shows without the lock. Undefined: it shows with it. */
  async whyNotBegin(): Promise<Failure | undefined> {
    const options = this.#options(undefined);
    const named = await stateOfContext(this.#own, options, this.#frame, this.#location.flags, false);
    if (!named.ok || named.value.lockFirst) return undefined;
    const { store } = named.value;
    const opened = await StateSession.open(store, options, this.#frame.services.signal);
    if (!opened.ok) return undefined;
    const session = opened.value;
    const { unruled } = this.#frame.choice;
    const why = unruled && session.stored.lineage === undefined ? unruled : await this.#whyUnknown(session, store);
    if (why === undefined) return undefined;
    this.#note(session);
    if (why !== unruled) await this.#announce(session, store);
    return why;
  }

  async #whyUnknown(session: StateSession, store: StateStore): Promise<Failure | undefined> {
    if (this.#frame.services.command.does !== "delete") return undefined;
    const { whyUnknown } = await import("./open/unknown-context.ts");
    return whyUnknown(session, store, this.#location, this.#frame);
  }

  #whenLocked(holding: Extract<Holding, { readonly way: "to-come" }>): Promise<Result<void, Failure>> {
    this.#locked = true;
    return holding.whenLocked();
  }

  /** What others have written follows what this one has planned from; else they have put older state in its place. */
  whyNotAfter({ lineage, serial }: Pick<StoredFacts, "lineage" | "serial">, context: string): Failure | undefined {
    const planned = this.#planned;
    if (planned?.lineage === undefined || (planned.lineage === lineage && planned.serial <= serial)) return undefined;
    const other = planned.lineage === lineage ? "" : " of another lineage";
    const now = lineage === undefined ? "nothing is" : `serial ${serial}${other} is`;
    const message = `the state of ${context} was put back or replaced while this run planned: serial ${planned.serial} was stored, and now ${now}. Nothing was changed. Find out who did that, and run again if it is as it should be`;
    return failure("state-conflict", message);
  }

  #lockFirst(): undefined {
    this.#again = "lock-first";
    return undefined;
  }

  #options(holding: Holding | undefined): SessionOptions {
    const { services, context } = this.#frame;
    const { command, loaded, clock, run, version, redactor, sealing, giveUp, emit } = services;
    return {
      project: loaded.project,
      context,
      clock,
      newLineage: randomUUID,
      run,
      command: redactor.text(command.called),
      writer: version,
      lockId: holding?.lockId,
      ...(holding?.way === "to-come" && { whenLocked: () => this.#whenLocked(holding) }),
      sealed: sessionSeal(sealing),
      giveUp,
      onSaved: (saved: SavedEvent) => {
        const { serial, tasks, pending } = saved;
        emit({ type: "state-saved", context, serial, tasks, pending });
        warnUnopened(services, saved);
        if (saved.serial === 1) warnOfPublicState(services, this.#location.backend, context);
      },
    };
  }

  /** Says what state the run begins with, and what to know of it. */
  async #announce(session: StateSession, store: StateStore): Promise<void> {
    const { services, context, choice } = this.#frame;
    const { backend, location } = store;
    const { sealed, serial } = session.stored;
    const { label } = this.#location.backend;
    services.emit({
      type: "context-started",
      context,
      inherited: choice.inherits ?? null,
      action: services.command.does,
      state: { backend, ...(label && { label }), location, sealed, serial, recorded: session.tasks.size },
    });
    if (session.stored.lineage === undefined) await noteNeighbours(store, this.#frame, this.#location.flags);
    adviseOnState(services, this.#location.backend, session, context);
  }

  async #work(work: ContextWork): Promise<Failure | undefined> {
    const { services } = this.#frame;
    const { session } = work;
    const { writes } = services.command;
    const unwatch = writes ? saveOnSignals(session, services) : () => {};
    const ended = await workInSession(work)
      .catch(async (error: unknown) => {
        // Whatever happened, what was applied is stored.
        const unsaved = writes ? await this.#close(session) : undefined;
        if (unsaved === undefined || unsaved === overtaken) throw error;
        if (error instanceof Cancelled) return { failure: unsaved, leaveUnstored: true } as const;
        throw new Error(unsaved.message, { cause: error });
      })
      .finally(unwatch);
    const unsaved = writes && !ended.leaveUnstored ? await this.#close(session) : undefined;
    if (session.failed === overtaken) {
      this.#again = "overtaken";
      return undefined;
    }
    this.#note(session);
    return unsaved ?? ended.failure;
  }

  /** Keeps for the report what state holds. */
  #note(session: StateSession): void {
    const { draft } = this.#frame;
    const { lineage, serial, revision, sealed, lastRun } = session.stored;
    draft.addState({ sealed, lineage: lineage ?? null, serial, revision: revision ?? null });
    draft.entries = session.tasks;
    draft.lastRun = lastRun;
  }

  /** State that can't be opened fails the run; an untrusted preview goes on without it. */
  #unreadable(problem: Failure): Failure | undefined {
    const { services, context, draft, tell } = this.#frame;
    if (services.loaded.trust.trusted) return problem;
    const shown = `so every task of "${context}" is shown as unknown`;
    const message = lacksKey(problem)
      ? `state can't be opened, ${shown}: it is sealed, and an untrusted run gets no key, as it should be`
      : `state can't be read, ${shown}; a run that may act would fail here: ${problem.message}`;
    tell("notice", "state-hidden", message);
    const tasks = this.#prepared.graph.tasks.map(hiddenTask);
    const counts = { ...emptyCounts(), unknown: tasks.length };
    draft.add({ tasks, counts });
    services.emit({ type: "planned", context, action: services.command.does, digest: "", counts, tasks });
    return undefined;
  }

  /** Ends the session; state that can't be stored is kept in a recovery file. */
  async #close(session: StateSession): Promise<Failure | undefined> {
    const { services, context, draft } = this.#frame;
    this.#unstored = true;
    const closed = await session.close({ clearPendingNeverStarted: true });
    // Where the lock was never taken, nothing was changed: the same command finds the same again.
    this.#unstored = !closed.ok && session.unsaved && this.#locked;
    if (closed.ok) return undefined;
    if (!this.#unstored) return closed.error;
    const { backend } = draft.report.state;
    return services.keepRecovery(context, await session.recovery(), closed.error, backend);
  }
}

/** The kinds of a context, and what ends those that have to be opened: few runs have any. */
async function kindsOf(frame: ContextFrame): Promise<Processors & { close(): Promise<void> }> {
  const { processors } = frame.services.extensions;
  const mustOpen = processors.list().some(({ apiVersion, kind }) => processors.get(apiVersion, kind)?.open);
  if (!mustOpen)
    return {
      get: (apiVersion, kind) => processors.get(apiVersion, kind),
      list: () => processors.list(),
      close: async () => {},
    };
  const { openedKinds } = await import("./open/open-kinds.ts");
  return openedKinds(frame);
}

/** The kinds that state names, which the manifest may not name any more. */
function recordedKinds({ tasks, contents }: StateSession): string[] {
  const intents = contents.pending.map(({ intent }) => intent);
  const before = contents.undo.flatMap((step) => step.before ?? []);
  return [...tasks.values(), ...intents, ...before].map(({ kind }) => kind);
}
