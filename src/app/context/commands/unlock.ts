import type { Settings } from "../../../action/inputs.ts";
import { err, type Failure, failure, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { LockHolder } from "../../../engine/ports/state-lock.ts";
import type { StateStore } from "../../../engine/ports/state-store.ts";
import { formerPlaces } from "../../state/former-state.ts";
import type { ContextFrame } from "../context-frame.ts";
import { openNamed } from "../open/state-of-context.ts";

/**
 * `unlock`: releases the lock with the id of the input, whoever holds it. As long as the state was not carried over, its
 * lock is held under the former name.
 */
export async function unlockContext(store: StateStore, frame: ContextFrame): Promise<Failure | undefined> {
  const { services, choice, tell } = frame;
  const { settings, signal } = services;
  let released = await unlockState(store, settings, signal);
  for (const { name } of released.ok ? [] : formerPlaces(services.loaded, choice)) {
    const former = await unlockState(await openNamed(services, name), settings, signal);
    if (former.ok) released = former;
  }
  if (!released.ok) return released.error;
  const { id, command, since } = released.value;
  tell("notice", "unlocked", `released the lock ${id}, held by ${command} since ${since}`);
  return undefined;
}

async function unlockState(
  store: StateStore,
  { lockId, surface }: Pick<Settings, "lockId" | "surface">,
  signal: AbortSignal,
): Promise<Result<LockHolder, Failure>> {
  if (lockId === undefined) {
    const message = `the command unlock needs ${surface.setting("lock-id")}; a run that waits for the lock shows it`;
    return err(failure("invalid-input", message));
  }
  if (!store.unlock) return err(failure("invalid-input", `the ${store.backend} backend has no lock`));
  return store.unlock(lockId, signal);
}
