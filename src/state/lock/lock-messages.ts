import { type Failure, failure } from "../../engine/diagnostics/diagnostic.ts";
import type { LockHolder } from "../../engine/ports/state-lock.ts";
import { commandLine } from "../../engine/text/command-line.ts";

/**
 * The lock stayed with its holder.
 * @param where the holder's process, as ` by process 42 on build-7`; or empty
 * @param waitedMs how long this run waited for it
 * @param flags that lead a terminal to the same state
 */
export function heldFailure(
  holder: LockHolder,
  where: string,
  waitedMs: number,
  flags: readonly string[] = [],
): Failure {
  const run = holder.run.url === "" ? "" : `, run ${holder.run.url}`;
  const waited = waitedMs < 1_000 ? "" : ` It was still locked after ${Math.round(waitedMs / 1_000)} s.`;
  return failure(
    "state-locked",
    `The state of ${holder.project}/${holder.context} is locked by \`${holder.command}\`${where} since ${holder.since}${run}.${waited} Wait for that run to end. If it is gone for good, release its lock: ${unlockCommand(holder.id, holder.context, flags)}.`,
  );
}

/**
 * The lock is held, as far as anybody can tell: its file can't be read.
 * @param id under which it can be released
 * @param location of the file
 */
export function unreadableFailure(
  id: string,
  location: string,
  project: string,
  context: string,
  flags: readonly string[] = [],
): Failure {
  return failure(
    "state-locked",
    `The lock on the state of ${project}/${context} can't be read (${location}), so nobody can tell whose it is. Find out whether a run is going on there. If none is, release the lock: ${unlockCommand(id, context, flags)}.`,
  );
}

/** The run is over, and its lock may still be there. */
export function notReleasedFailure(
  id: string,
  why: Failure,
  project: string,
  context: string,
  flags: readonly string[] = [],
): Failure {
  const message = `The lock on the state of ${project}/${context} could not be released: ${why.message} Later runs break it where they can tell that this one is over (a step's post step tries first). Where they can't, release it: ${unlockCommand(id, context, flags)}.`;
  return { ...why, message };
}

/**
 * `unlock` was asked for a lock that is not held.
 * @param current who holds the lock, if anybody
 */
export function notHeldFailure(
  id: string,
  current: LockHolder | undefined,
  project: string,
  context: string,
  flags: readonly string[] = [],
): Failure {
  if (current === undefined)
    return failure(
      "invalid-input",
      `Nobody holds a lock on the state of ${project}/${context}, so "${id}" can't be released.`,
    );
  return failure(
    "state-locked",
    `The state of ${project}/${context} is locked with the id "${current.id}" (\`${current.command}\` since ${current.since}), not "${id}". To release that one: ${unlockCommand(current.id, context, flags)}.`,
  );
}

/**
 * How a lock is released by hand, in a terminal and in a workflow.
 * @param flags that lead a terminal to the same state
 */
export function unlockCommand(id: string, context: string, flags: readonly string[] = []): string {
  return `\`${commandLine(["opus", "unlock", "--context", context, "--lock-id", id, ...flags])}\`, or in a workflow the inputs \`command: unlock\`, \`context: ${context}\`, \`lock-id: ${id}\``;
}
