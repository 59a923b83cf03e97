import { constants } from "node:os";
import { strayErrorMs } from "../engine/model/timing.ts";
import { isInstance } from "../engine/text/thrown-error.ts";
import { type ModuleCall, ProcessEnded } from "./modules/module-calls.ts";

/** What nobody waited for. */
export interface Stray {
  readonly error: unknown;
  /** The call of a module that has left running what threw it; undefined: that can't be told. */
  readonly by: ModuleCall | undefined;
}

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
  stray(): Stray | undefined;
  /** Ends the run as a stray error does. */
  fail(error: unknown): void;
}

export interface CancellationOptions {
  /** Ends the process with a status. */
  exit(status: number): void;
  /** Is told of a stray error at once, before anything else. */
  stray(stray: Stray): void;
  /** The call of a module in which this is asked. */
  by(): ModuleCall | undefined;
}

/**
 * The first signal cancels: what runs is stopped, state is stored, and the process ends by itself. The second one
 * leaves what runs no time to clean up. The third ends the process: journal and handover tell what is left to do.
 * An error that nobody waited for cancels as well.
 */
export function cancellation(
  process: Pick<NodeJS.Process, "on">,
  { exit, stray: tell, by }: CancellationOptions,
): Cancellation {
  const first = new AbortController();
  const second = new AbortController();
  let stray: Stray | undefined;
  const cancel = (reason: string): boolean => {
    const next = [first, second].find(({ signal }) => !signal.aborted);
    next?.abort(reason);
    return next !== undefined;
  };
  const fail = (error: unknown): void => {
    // Told already, or told by the call that it belongs to; and who is cancelled may want to end the process.
    if (isInstance(error, ProcessEnded) && (!error.alone || first.signal.aborted)) return;
    const one = { error, by: by() };
    tell(one);
    stray ??= one;
    // One more may follow from the first: it takes nothing of the time.
    if (!first.signal.aborted) cancel("stray error");
    setTimeout(() => exit(1), strayErrorMs).unref();
  };
  // Windows has the last one: a runner sends it when Ctrl-C has not sufficed.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const)
    process.on(name, () => {
      if (!cancel(name)) exit(128 + (constants.signals[name] ?? 21));
    });
  process.on("uncaughtException", fail);
  // As it was thrown: Node would put it into an error of its own.
  process.on("unhandledRejection", fail);
  return { signal: first.signal, urgent: second.signal, stray: () => stray, fail };
}
