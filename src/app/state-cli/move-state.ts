import type { WholeState } from "../../cli/state-arguments.ts";
import { err, explained, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import type { StateName, StateStore } from "../../engine/ports/state-store.ts";
import { andOthers } from "../../engine/text/listed.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import { shownName } from "../../state/snapshot/moved-state.ts";
import { type Carried, carryOver, type NamedStore } from "../state/carry-over.ts";
import { called, type StateCommandEnv, sessionOptions, underLock } from "./state-command-env.ts";

const name = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** From where to where a whole state goes; what was not given is what the command means otherwise. */
export function wholeNames(
  { fromProject, fromContext, toProject, toContext }: WholeState,
  { project, context }: StateName,
): Result<{ readonly from: StateName; readonly to: StateName }, Failure> {
  const from = { project: fromProject ?? project, context: fromContext ?? context };
  const to = { project: toProject ?? project, context: toContext ?? context };
  if (shownName(from) === shownName(to))
    return err(wrong(`the state of ${shownName(from)} is to be carried over, and its new name is the same`));
  for (const [what, one] of [
    ["project", to.project],
    ["context", to.context],
  ] as const)
    if (!name.test(one))
      return err(
        wrong(
          `"${one}" is not a name of a ${what}: letters, digits, ".", "_" and "-", beginning with a letter or digit`,
        ),
      );
  return ok({ from, to });
}

/** `opus state mv` of a whole state. The desk is that of the new name. */
export async function moveState(commandEnv: StateCommandEnv, from: NamedStore): Promise<Result<void, Failure>> {
  const to = { project: commandEnv.project, context: commandEnv.context };
  const carried = await underLock(commandEnv, async () => {
    const [there, here] = [await from.store.read(commandEnv.signal), await commandEnv.store.read(commandEnv.signal)];
    if (there.state === "unavailable" && !there.missing) return err(there.failure);
    if (there.state !== "found") return err(await nothing(from, commandEnv.signal));
    if (here.state === "found") return err(taken(commandEnv, to, here.snapshot.serial));
    if (here.state === "unavailable" && !here.movedTo && !here.missing) return err(here.failure);
    return carry(commandEnv, from);
  });
  if (!carried.ok) return carried;
  const { tasks, serial } = carried.value;
  const [was, now] = [shownName(from.name), shownName(to)];
  commandEnv.line(
    `The state of ${was} is that of ${now} now (${plural(tasks, "task")}, serial ${serial}); nothing else was touched.`,
    "success",
  );
  commandEnv.line(`The manifest must lead to ${now}: a run that leads to ${was} is refused.`, "warning");
  return ok(undefined);
}

/** Carries a state over to the desk's name. Its lock is held. */
export function carry(commandEnv: StateCommandEnv, from: NamedStore): Promise<Result<Carried, Failure>> {
  const { store, project, context, run, settings, sealing, signal, emit } = commandEnv;
  return carryOver({
    from,
    to: { name: { project, context }, store },
    command: called(commandEnv),
    run,
    lock: {
      timeoutMs: settings.lockTimeoutMs,
      onWait: (holder: LockHolder, waitedMs: number) => emit({ type: "lock-waiting", holder, waitedMs }),
      onBroken: (holder: LockHolder, why: string) => emit({ type: "lock-broken", holder, why }),
      onUnsure: (holder: LockHolder, why: string) => emit({ type: "lock-unsure", holder, why }),
    },
    session: sessionOptions(commandEnv),
    sealing,
    signal,
    giveUp: new AbortController().signal,
    tell: (severity, code, message) => emit({ type: "diagnostic", diagnostic: { severity, code, message } }),
  });
}

async function nothing({ name: from, store }: NamedStore, signal: AbortSignal): Promise<Failure> {
  const beside = await (store as StateStore).beside?.(signal);
  const names = beside?.ok ? beside.value.map(shownName) : [];
  const known = names.length === 0 ? "" : ` (stored: ${andOthers(names, 20)})`;
  return wrong(`nothing is stored of ${shownName(from)} in ${store.location}${known}`);
}

function taken({ command }: StateCommandEnv, to: StateName, serial: number): Failure {
  const message = `${shownName(to)} has a state already (serial ${serial}), and nothing was changed`;
  const suggestion = `If that one is not needed, carry it out of the way first: \`${command("state", "mv", "--from-project", to.project, "--to-project", `${to.project}-unused`)}\`.`;
  return explained("state-conflict", message, { suggestion });
}

function wrong(message: string): Failure {
  return explained("invalid-input", message, {});
}
