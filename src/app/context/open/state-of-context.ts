import { type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { LockHolder } from "../../../engine/ports/state-lock.ts";
import type { StateName, StateStore } from "../../../engine/ports/state-store.ts";
import { plural } from "../../../hooks/rendering/labels.ts";
import type { SessionOptions } from "../../../state/session/session.ts";
import { shownName } from "../../../state/snapshot/moved-state.ts";
import { carryOver, readUnder } from "../../state/carry-over.ts";
import { type FormerState, findFormer, formerPlaces } from "../../state/former-state.ts";
import { neighbourNote } from "../../state/neighbours.ts";
import { warnUnopened } from "../../state/state-advice.ts";
import type { ContextFrame } from "../context-frame.ts";
import type { ContextServices } from "../context-services.ts";

/** The store from which a context is read, and to which it is written. */
export interface NamedState {
  readonly store: StateStore;
  /** What it holds was carried over, and was not sealed. */
  readonly carriedPlain: boolean;
  /** It is still kept under a former name: it is carried over under the lock. */
  readonly lockFirst?: true;
}

/** Opens the store of a state beside this one: there is a place for state, as this run's own store is open. */
export async function openNamed(services: ContextServices, { project, context }: StateName): Promise<StateStore> {
  const opened = await services.openStore(context, project);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.store;
}

/**
 * State that is still kept under a former name is carried over by a run that writes, and read there by one that reads.
 * @param own the store of the context
 * @param flags words that lead a terminal to the state
 * @param isHeld the context is held, so a state may be carried over to it
 */
export async function stateOfContext(
  own: StateStore,
  session: SessionOptions,
  frame: ContextFrame,
  flags: readonly string[],
  isHeld: boolean,
): Promise<Result<NamedState, Failure>> {
  const { services, choice, tell } = frame;
  const { command, loaded, signal } = services;
  const name = nameOf(frame);
  const found = await findFormer({
    own: { name, store: own },
    places: formerPlaces(loaded, choice),
    tasks: loaded.manifest.tasks,
    signal,
    flags,
    open: (other) => openNamed(services, other),
  });
  if (!found.ok) return found;
  const former = found.value;
  if (former === undefined) return ok({ store: own, carriedPlain: false });
  if (command.writes && !isHeld) return ok({ store: own, carriedPlain: false, lockFirst: true });
  if (command.writes) return carryOverFrom(former, own, session, frame);
  if (former.unfinished) return ok({ store: own, carriedPlain: false });
  const [was, now] = [shownName(former.name), shownName(name)];
  const message = `the state is still kept as ${was}: the next run that writes carries it over to ${now}`;
  tell("notice", "former-name", message);
  return ok({ store: readUnder(former, name), carriedPlain: false });
}

async function carryOverFrom(
  former: FormerState,
  own: StateStore,
  session: SessionOptions,
  frame: ContextFrame,
): Promise<Result<NamedState, Failure>> {
  const { services, tell } = frame;
  const { settings, run, sealing, signal, giveUp } = services;
  const name = nameOf(frame);
  const carried = await carryOver({
    from: former,
    to: { name, store: own },
    command: session.command,
    run,
    lock: lockOptions(services, settings.lockTimeoutMs),
    session,
    sealing,
    signal,
    giveUp,
    tell,
  });
  if (!carried.ok) return carried;
  const { serial, tasks, found: seal } = carried.value;
  const way = `${shownName(former.name)} over to ${shownName(name)}`;
  const message = `carried the state of ${way} (${plural(tasks, "task")}, serial ${serial}); nothing else was touched`;
  tell("notice", "carried-over", message);
  if (seal === "plain" || seal === "former") warnUnopened(services, { serial, tasks, pending: 0, sealedOver: seal });
  return ok({ store: own, carriedPlain: seal === "plain" });
}

/** How a lock is waited for, and what is told meanwhile. Who waits again with the same value goes on waiting. */
export function lockOptions({ emit }: Pick<ContextServices, "emit">, timeoutMs: number) {
  return {
    timeoutMs,
    spent: { ms: 0 },
    onWait: (holder: LockHolder, waitedMs: number) => emit({ type: "lock-waiting", holder, waitedMs }),
    onBroken: (holder: LockHolder, why: string) => emit({ type: "lock-broken", holder, why }),
    onUnsure: (holder: LockHolder, why: string) => emit({ type: "lock-unsure", holder, why }),
  };
}

/** Tells of states beside an empty one that may be the same under another name. */
export async function noteNeighbours(store: StateStore, frame: ContextFrame, flags: readonly string[]): Promise<void> {
  const { services } = frame;
  const { loaded, signal, emit } = services;
  const open = (name: StateName): Promise<StateStore> => openNamed(services, name);
  const fromState = services.command.row.fromState === true;
  const diagnostic = await neighbourNote({ name: nameOf(frame), store, loaded, signal, fromState, flags, open });
  if (diagnostic) emit({ type: "diagnostic", diagnostic });
}

function nameOf({ services, context }: ContextFrame): StateName {
  return { project: services.loaded.project, context };
}
