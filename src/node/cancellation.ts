import { constants } from "node:os";

/** What ends a run before its time. */
export interface Cancellation {
  /** Aborted by the first signal, with its name, or by a stray error, with `stray error`. */
  readonly signal: AbortSignal;
  /** Aborted by the second: there is no time left. */
  readonly urgent: AbortSignal;
  /**
   * What was thrown where nobody waited for it, as in a module of the repository that went on after its task. Undefined:
   * nothing was.
   */
  stray(): { readonly error: unknown } | undefined;
}

/** How long a run may take to store its state and to report, after an error that nobody waited for, in milliseconds. */
const strayMs = 30_000;

/**
 * The first signal cancels: what runs is stopped, state is stored, and the process ends by itself. The second one
 * leaves what runs no time to clean up. The third ends the process: journal and handover tell what is left to do.
 * An error that nobody waited for cancels as well.
 * @param ends `exit` ends the process with a status; `stray` is told of such an error at once, before anything else
 */
export function cancellation(ends: { exit(status: number): void; stray(error: unknown): void }): Cancellation {
  const first = new AbortController();
  const second = new AbortController();
  let stray: { readonly error: unknown } | undefined;
  const cancel = (reason: string): boolean => {
    const next = [first, second].find(({ signal }) => !signal.aborted);
    next?.abort(reason);
    return next !== undefined;
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => {
      if (!cancel(name)) ends.exit(128 + constants.signals[name]);
    });
  process.on("uncaughtException", (error) => {
    ends.stray(error);
    stray ??= { error };
    // One more may follow from the first: it takes nothing of the time.
    if (!first.signal.aborted) cancel("stray error");
    setTimeout(() => ends.exit(1), strayMs).unref();
  });
  return { signal: first.signal, urgent: second.signal, stray: () => stray };
}
