import type { TaskError } from "../model/outcome.ts";
import type { Retries } from "../model/task.ts";
import { longestRetryDelayMs, operationGraceMs } from "../model/timing.ts";
import type { Clock } from "../ports/clock.ts";
import { endlessPatience, type Patience } from "../ports/patience.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import { isInstance, readThrown } from "../text/thrown-error.ts";
import { TimeLimit } from "./time-limit.ts";

/** How one operation of a task is tried. */
export interface AttemptOptions {
  readonly clock: Clock;
  /** Of the run: cancels. */
  readonly signal: AbortSignal;
  /** Bound on one attempt, in milliseconds. */
  readonly timeoutMs: number | undefined;
  readonly retries: Retries;
  onRetry(attempt: number, attempts: number, delayMs: number, error: TaskError): void;
}

/** Raised when the run is cancelled while an operation is under way. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/** One try of a call. @param patience its timeout */
export type Operation<T> = (signal: AbortSignal, patience: Patience) => Promise<T>;

/**
 * Runs an operation, again after a failure as often as `retries` says, each time within the timeout.
 * @returns its value
 * @throws its last error; `Cancelled` when the run is cancelled
 */
export async function attempt<T>(operation: Operation<T>, options: AttemptOptions): Promise<T> {
  const { clock, signal, retries } = options;
  const attempts = retries.limit + 1;
  for (let number = 1; ; number++) {
    if (signal.aborted) throw new Cancelled();
    try {
      return await once(operation, options);
    } catch (error) {
      if (signal.aborted) throw new Cancelled();
      if (number >= attempts) throw error;
      const delayMs = Math.min(retries.delayMs * 2 ** (number - 1), longestRetryDelayMs);
      options.onRetry(number, attempts, delayMs, taskError(error));
      await clock.sleep(delayMs, signal).catch(() => {
        throw new Cancelled();
      });
    }
  }
}

/** One attempt. An operation that ignores its aborted signal is given up after a grace. */
async function once<T>(operation: Operation<T>, options: AttemptOptions): Promise<T> {
  const { signal, timeoutMs } = options;
  const bound = new AbortController();
  const stop = (): void => bound.abort(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  const clocks = new AttemptClocks(bound, options);
  try {
    return await Promise.race([operation(bound.signal, clocks.patience), clocks.abandoned]);
  } catch (error) {
    if (clocks.timedOut && timeoutMs !== undefined && !signal.aborted) {
      throw new TaskFailure(`it took longer than its timeout of ${duration(timeoutMs)}`, {
        hint: "Raise `metadata.timeout`, or find out what it waits for.",
        ...(error instanceof TaskFailure && error.detail !== undefined ? { detail: error.detail } : {}),
      });
    }
    throw error;
  } finally {
    clocks.end();
    signal.removeEventListener("abort", stop);
  }
}

/** The clocks of one attempt. Most end without any that runs for them. */
class AttemptClocks {
  timedOut = false;
  patience: Patience = endlessPatience;
  /** Rejects when the operation is aborted and does not stop. */
  readonly abandoned: Promise<never>;
  readonly #clock: Clock;
  #ended: AbortController | undefined;

  constructor(bound: AbortController, { clock, timeoutMs }: AttemptOptions) {
    this.#clock = clock;
    if (timeoutMs !== undefined) {
      this.#ended = new AbortController();
      this.patience = new TimeLimit(clock, timeoutMs, this.#ended.signal, () => {
        this.timedOut = true;
        bound.abort(new Error("timeout"));
      });
    }
    this.abandoned = new Promise<never>((_, reject) => {
      const giveUp = (): void =>
        reject(
          new TaskFailure("it was aborted and did not stop", {
            hint: "Its processor ignores the signal that it is given.",
          }),
        );
      bound.signal.addEventListener("abort", () => this.#after(operationGraceMs, giveUp), { once: true });
    });
  }

  #after(ms: number, act: () => void): void {
    this.#ended ??= new AbortController();
    this.#clock.sleep(ms, this.#ended.signal).then(act, () => {});
  }

  end(): void {
    // With a reason: without one, an error with a stack is made each time.
    this.#ended?.abort("ended");
  }
}

function duration(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  if (ms % 60_000 === 0) return `${ms / 60_000}m`;
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}

/** Anything thrown, for people: what a processor says of an expected failure, the stack of anything else. */
export function taskError(thrown: unknown): TaskError {
  return errorOf(thrown, new Set());
}

/** @param above what this is the cause of: a circle of causes ends there */
function errorOf(thrown: unknown, above: ReadonlySet<unknown>): TaskError {
  const { message, stack, hint, detail, cause } = readThrown(thrown);
  const within = new Set([...above, thrown]);
  const causes = cause === undefined || within.has(cause) ? {} : { causes: [errorOf(cause, within)] };
  // Of what is expected, and of the machine's own errors, the message says it all.
  const system = isInstance(thrown, Error) && "code" in thrown && "syscall" in thrown;
  const shown = system || detail !== undefined || isInstance(thrown, TaskFailure) ? detail : stack;
  return {
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(shown === undefined ? {} : { detail: shown }),
    ...causes,
  };
}
