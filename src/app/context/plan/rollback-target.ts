import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { TaskState } from "../../../engine/model/state-body.ts";
import type { Undo } from "../../../engine/plan/select-tasks.ts";
import type { StateStore } from "../../../engine/ports/state-store.ts";
import type { Entries } from "../../../engine/recorded/entries.ts";
import type { Surface } from "../../../engine/text/surface.ts";
import type { StateSession } from "../../../state/session/session.ts";
import { sameStored } from "../../../state/snapshot/same-body.ts";
import type { ContextWork } from "../context-work.ts";

/**
 * What a command has to bring back, by task: for `rollback` of the last run, or everything since the state with the
 * serial of the input `to`; for others nothing.
 * @param entries what is recorded
 */
export async function undoFor(
  { frame, store, session }: ContextWork,
  entries: Entries,
): Promise<Result<ReadonlyMap<string, Undo>, Failure>> {
  const { command, settings, signal } = frame.services;
  const { to, surface } = settings;
  if (command.does === "rollback")
    return to === undefined
      ? undoOfLastRun(store, session, surface, signal)
      : undoTo({ to, surface }, store, session, entries, signal);
  return to === undefined
    ? ok(new Map())
    : err(failure("invalid-input", `${surface.setting("to")} is only for the command rollback`));
}

async function undoOfLastRun(
  store: StateStore,
  session: StateSession,
  surface: Surface,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, Undo>, Failure>> {
  if (session.contents.undo.length > 0)
    return ok(new Map(session.contents.undo.map(({ task, change, before }) => [task, { change, before }])));
  if (session.stored.serial === 0)
    return err(failure("invalid-input", "there is no run to undo: nothing is recorded yet"));
  const earlier = (await serials(store, signal)).filter((serial) => serial < session.stored.serial);
  const which = earlier.length > 0 ? `; earlier states are ${earlier.join(", ")}` : "";
  return err(
    failure(
      "invalid-input",
      `there is no run to undo: nothing was changed since the last rollback. Give ${surface.setting("to")} the serial of an earlier state${which}`,
    ),
  );
}

async function undoTo(
  { to, surface }: { readonly to: number; readonly surface: Surface },
  store: StateStore,
  session: StateSession,
  entries: Entries,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, Undo>, Failure>> {
  if (!store.history)
    return err(
      failure(
        "invalid-input",
        `the ${store.backend} backend keeps no earlier states, so ${surface.setting("to")} can't be used`,
      ),
    );
  const read = await store.history(to, signal);
  if (read.state === "unavailable") return err(read.failure);
  if (read.state === "absent") {
    const kept = await serials(store, signal);
    const known = kept.length > 0 ? `known are ${kept.join(", ")}` : "none is known";
    return err(failure("invalid-input", `no state with serial ${to} at which a run ended is kept; ${known}`));
  }
  if (session.stored.lineage !== undefined && read.snapshot.lineage !== session.stored.lineage) {
    const message = `the state with serial ${to} has the lineage ${read.snapshot.lineage}, and the current one ${session.stored.lineage}`;
    return err(failure("state-unavailable", message));
  }
  const undo = new Map<string, Undo>();
  const then = read.snapshot.body.tasks;
  for (const [name, before] of Object.entries(then)) {
    const now = entries.get(name);
    if (!now || !sameResource(now, before)) undo.set(name, { change: undefined, before });
  }
  for (const name of entries.keys())
    if (!Object.hasOwn(then, name)) undo.set(name, { change: undefined, before: null });
  return ok(undo);
}

function sameResource(left: TaskState, right: TaskState): boolean {
  const essence = ({ apiVersion, kind, spec, status }: TaskState): object => ({ apiVersion, kind, spec, status });
  return sameStored(essence(left), essence(right));
}

/** Of the kept run ends, for a message: when they can't be listed, none. */
async function serials(store: StateStore, signal: AbortSignal): Promise<readonly number[]> {
  const ends = await store.runEnds?.(signal);
  return ends?.ok ? ends.value.map(({ serial }) => serial) : [];
}
