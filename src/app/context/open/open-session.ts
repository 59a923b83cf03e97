import { type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { LockHolder } from "../../../engine/ports/state-lock.ts";
import type { StateStore } from "../../../engine/ports/state-store.ts";
import type { StateSession } from "../../../state/session/session.ts";

/** State as a run finds it. */
interface OpenedSession {
  readonly session: StateSession;
  /** Another run that is at work on what is pending. Undefined: what is pending was left by a run that is gone. */
  readonly writer: LockHolder | undefined;
}

const mostLooks = 5;

/**
 * Opens state. Without the lock, what is pending may be that of a run which goes on, or did when state was read: then it
 * is read again until somebody holds the lock or nothing moves any more.
 * @param locked this run holds the lock, so nobody else is at work
 */
export async function openSession(
  store: StateStore,
  open: () => Promise<Result<StateSession, Failure>>,
  locked: boolean,
  signal: AbortSignal,
): Promise<Result<OpenedSession, Failure>> {
  let before: StateSession | undefined;
  for (let looks = 1; ; looks++) {
    const opened = await open();
    if (!opened.ok) return opened;
    const session = opened.value;
    if (locked || session.contents.pending.length === 0) return ok({ session, writer: undefined });
    const writer = await store.lockedBy?.(signal);
    const still = !store.lockedBy || session.stored.revision === before?.stored.revision;
    if (writer || still || looks === mostLooks) return ok({ session, writer });
    before = session;
  }
}

/** Has an earlier run left something to settle, as far as state and the journal tell? */
export function isUnfinished({ contents, stored, unsaved }: StateSession): boolean {
  return contents.pending.length > 0 || stored.journalled || unsaved;
}
