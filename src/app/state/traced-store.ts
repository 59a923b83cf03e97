import type { Failure, Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Lock, LockToCome } from "../../engine/ports/state-lock.ts";
import type { Read, StateStore, Write } from "../../engine/ports/state-store.ts";
import { isTraced, stopwatch, trace } from "../../trace/trace.ts";

/**
 * Traces what a store is asked and what it answers: serials and revisions, never what a state holds.
 * @returns the same store
 */
export function tracedStore<Store extends StateStore>(store: Store): Store {
  if (!isTraced()) return store;
  const where = `state (${store.backend})`;
  const read = store.read.bind(store);
  const write = store.write.bind(store);
  const lock = store.lock?.bind(store);
  const lockWithWrite = store.lockWithWrite?.bind(store);
  const overridden: Pick<StateStore, "read" | "write" | "lock" | "lockWithWrite"> = {
    read: (signal) => timed(`${where}: read`, () => read(signal), readWords),
    write: (next, expected, options, signal) =>
      timed(
        `${where}: write of serial ${next.serial} over ${expected ?? "nothing"}`,
        () => write(next, expected, options, signal),
        writeWords,
      ),
  };
  if (lock)
    overridden.lock = async (holder, options, signal) => {
      const taken = await timed(`${where}: lock ${holder.id}`, () => lock(holder, options, signal), lockWords);
      return taken.state === "locked" ? withTracedRelease(taken, `${where}: release of lock ${holder.id}`) : taken;
    };
  if (lockWithWrite)
    overridden.lockWithWrite = async (holder, options, signal) => {
      const ask = () => lockWithWrite(holder, options, signal);
      const lock = await timed(`${where}: lock ${holder.id}, to come with a write`, ask, lockWords);
      return lock.state === "free" ? withTracedRelease(lock, `${where}: release of lock ${holder.id}`) : lock;
    };
  return Object.assign(store, overridden);
}

function withTracedRelease<Taken extends { release(signal?: AbortSignal): Promise<Result<void, Failure>> }>(
  lock: Taken,
  what: string,
): Taken {
  return {
    ...lock,
    release: (signal) =>
      timed(
        what,
        () => lock.release(signal),
        (released) => (released.ok ? "done" : `failed: ${released.error.message}`),
      ),
  };
}

async function timed<T>(what: string, ask: () => Promise<T>, words: (answer: T) => string): Promise<T> {
  const took = stopwatch();
  const answer = await ask();
  trace(() => `${what}: ${words(answer)} in ${took()}`);
  return answer;
}

function readWords(read: Read): string {
  switch (read.state) {
    case "found":
      return `serial ${read.snapshot.serial}, revision ${read.revision}, ${read.data.length} bytes`;
    case "absent":
      return "nothing is stored";
    case "unavailable":
      return `unavailable: ${read.failure.message}`;
  }
}

function writeWords(write: Write): string {
  if (write.state === "written") return `written, revision ${write.revision}`;
  return `${write.state}: ${write.failure.message}`;
}

function lockWords(lock: Lock | LockToCome): string {
  if (lock.state === "locked") return "taken";
  return "failure" in lock ? `${lock.state}: ${lock.failure.message}` : lock.state;
}
