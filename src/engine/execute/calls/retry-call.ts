import type { TaskError } from "../../model/outcome.ts";
import type { Retries } from "../../model/task.ts";
import { longestRetryDelayMs, operationGraceMs } from "../../model/timing.ts";
import type { Clock } from "../../ports/clock.ts";
import { type CallBounds, endlessPatience, type Patience } from "../../ports/patience.ts";
import { TaskFailure } from "../../ports/task-failure.ts";
import { isInstance, readThrown } from "../../text/thrown-error.ts";
import type { Prompt } from "./at-once.ts";
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

/** One try of a call. What is not a promise is the answer. */
export type Operation<T> = (bounds: Required<CallBounds>) => Prompt<T>;

/**
 * Runs an operation, again after a failure as often as `retries` says, each time within the timeout.
 * @returns its value, at once when the first try answers at once. Rejects with its last error, and with `Cancelled` when the
 *   run is cancelled
 */
export function attempt<T>(
  operation: (bounds: Required<CallBounds>) => Promise<T>,
  options: AttemptOptions,
): Promise<T>;
export function attempt<T>(operation: Operation<T>, options: AttemptOptions): Prompt<T>;
export function attempt<T>(operation: Operation<T>, options: AttemptOptions): Prompt<T> {
  if (options.signal.aborted) return Promise.reject(new Cancelled());
  const answer = begun(operation, options);
  return answer instanceof Promise ? untilAnswered(answer, operation, options) : answer;
}

/** @param first what the first try will come to */
async function untilAnswered<T>(first: Promise<T>, operation: Operation<T>, options: AttemptOptions): Promise<T> {
  const { clock, signal, retries } = options;
  const attempts = retries.limit + 1;
  let answer: Prompt<T> = first;
  for (let number = 1; ; number++) {
    try {
      return await answer;
    } catch (error) {
      if (signal.aborted) throw new Cancelled();
      if (number >= attempts) throw error;
      const delayMs = Math.min(retries.delayMs * 2 ** (number - 1), longestRetryDelayMs);
      options.onRetry(number, attempts, delayMs, taskError(error));
      await clock.sleep(delayMs, signal).catch(() => {
        throw new Cancelled();
      });
    }
    if (signal.aborted) throw new Cancelled();
    answer = begun(operation, options);
  }
}

/** One try that never throws at once. */
function begun<T>(operation: Operation<T>, options: AttemptOptions): Prompt<T> {
  const bounds = new Bounds(options);
  try {
    const answer = operation(bounds);
    if (answer instanceof Promise) return bounded(answer, bounds, options);
    bounds.end();
    return answer;
  } catch (error) {
    bounds.end();
    return Promise.reject(error);
  }
}

/** An operation that ignores its aborted signal is given up after a grace. */
async function bounded<T>(answer: Promise<T>, bounds: Bounds, { signal, timeoutMs }: AttemptOptions): Promise<T> {
  try {
    return await Promise.race([answer, bounds.abandoned()]);
  } catch (error) {
    if (bounds.timedOut && timeoutMs !== undefined && !signal.aborted) {
      throw new TaskFailure(`it took longer than its timeout of ${duration(timeoutMs)}`, {
        hint: "Raise `metadata.timeout`, or find out what it waits for.",
        ...(error instanceof TaskFailure && error.detail !== undefined ? { detail: error.detail } : {}),
      });
    }
    throw error;
  } finally {
    bounds.end();
  }
}

/** The bounds of one try. Most calls answer at once, without anything that was made or runs for them. */
class Bounds implements CallBounds {
  timedOut = false;
  patience: Patience = endlessPatience;
  readonly #clock: Clock;
  readonly #run: AbortSignal;
  #own: AbortController | undefined;
  #ended: AbortController | undefined;

  constructor({ clock, signal, timeoutMs }: AttemptOptions) {
    this.#clock = clock;
    this.#run = signal;
    if (timeoutMs === undefined) return;
    this.#ended = new AbortController();
    this.patience = new TimeLimit(clock, timeoutMs, this.#ended.signal, () => {
      this.timedOut = true;
      this.#controller().abort(new Error("timeout"));
    });
  }

  get signal(): AbortSignal {
    return this.#controller().signal;
  }

  /** Rejects when the operation is aborted and does not stop. */
  abandoned(): Promise<never> {
    const { signal } = this;
    return new Promise<never>((_, reject) => {
      const giveUp = (): void =>
        reject(
          new TaskFailure("it was aborted and did not stop", {
            hint: "Its processor ignores the signal that it is given.",
          }),
        );
      const wait = (): void => this.#after(operationGraceMs, giveUp);
      if (signal.aborted) wait();
      else signal.addEventListener("abort", wait, { once: true });
    });
  }

  end(): void {
    // With a reason: without one, an error with a stack is made each time.
    this.#ended?.abort("ended");
    if (this.#own) this.#run.removeEventListener("abort", this.#stop);
  }

  #controller(): AbortController {
    if (this.#own) return this.#own;
    this.#own = new AbortController();
    if (this.#run.aborted) this.#stop();
    else this.#run.addEventListener("abort", this.#stop, { once: true });
    return this.#own;
  }

  readonly #stop = (): void => this.#own?.abort(this.#run.reason);

  #after(ms: number, act: () => void): void {
    this.#ended ??= new AbortController();
    this.#clock.sleep(ms, this.#ended.signal).then(act, () => {});
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
