import type { Json } from "../../json/json.ts";
import type { Facts, Outcome, Output } from "../../model/outcome.ts";
import type { Made, RecordedTask } from "../../model/state-body.ts";
import { type AskedTask, adoptedId } from "../../plan/look/ask-kind.ts";
import type { CallBounds } from "../../ports/patience.ts";
import { TaskFailure } from "../../ports/task-failure.ts";
import type { Io } from "../../ports/task-io.ts";
import type { Toolbox } from "../../ports/toolbox.ts";
import { keepableOutcome } from "../../recorded/resource.ts";
import { lastly, type Prompt } from "./at-once.ts";
import { type KnownTask, Making, recordedTask, withMade } from "./made-so-far.ts";
import { type AttemptOptions, attempt, type Operation } from "./retry-call.ts";

export interface CallServices extends Toolbox {
  readonly context: string;
  /** So much exists of the task by now. */
  made(made: Made): void;
}

/** Which resource a call is about. */
export interface Subject {
  /** What is known of it. Undefined: it is new. */
  readonly known: KnownTask | undefined;
  /** The spec with which it is made, as state keeps it: a new one is known by it once something was made. */
  readonly making?: KnownTask["spec"];
}

/** The calls of one task to its processor: each within the timeout, and with what is known of the resource by then. */
export class Calls {
  readonly #task: AskedTask;
  readonly #services: CallServices;
  readonly #reveal: (outputs: readonly Output[]) => readonly Output[];
  readonly #making = new Making();
  readonly #remaking = new Making();

  /** @param reveal takes outputs as they come, and says which of them are sensitive */
  constructor(task: AskedTask, services: CallServices, reveal: (outputs: readonly Output[]) => readonly Output[]) {
    this.#task = task;
    this.#services = services;
    this.#reveal = reveal;
  }

  /** What was made, as state keeps it; undefined: nobody told of anything. */
  get made(): Made | undefined {
    return this.#stored(this.#making, this.#services.sealed !== undefined);
  }

  /** The same of what was made again. */
  get remade(): Made | undefined {
    return this.#stored(this.#remaking, this.#services.sealed !== undefined);
  }

  /** What is known of a resource after what was made of it. */
  known({ known, making }: Subject, secrets = this.#services.sealed !== undefined): KnownTask | undefined {
    const made = this.#stored(this.#making, secrets);
    if (known) return withMade(known, made);
    return made && making ? withMade({ spec: making, outputs: {} }, made) : undefined;
  }

  /** Makes or changes something, again after a failure as often as the task says. */
  attempt<T>(subject: Subject, operation: (io: Io) => Prompt<T>): Prompt<T> {
    let touched = false;
    const operate: Operation<T> = async (bounds) => {
      try {
        return await this.#call(bounds, subject, this.#making, operation);
      } catch (error) {
        const untouched = isUntouched(error) && this.made === undefined;
        // An attempt before may have changed something, whatever this one did.
        if (isUntouched(error) && (touched || !untouched)) throw withoutUntouched(error);
        touched ||= !untouched;
        throw error;
      }
    };
    return attempt(operate, this.#options(this.#task.retries));
  }

  /** Deletes, with retries. */
  remove(subject: Subject, operation: (io: Io) => Prompt<void>): Prompt<void> {
    return attempt((bounds) => this.#call(bounds, subject, undefined, operation), this.#options(this.#task.retries));
  }

  /** Undoes, without retries: putting things back must not take for ever. It sees all that this run was given. */
  undo<T>(subject: Subject, operation: (io: Io) => Prompt<T>): Prompt<T> {
    const options = this.#options({ limit: 0, delayMs: 0 });
    return attempt((bounds) => this.#call(bounds, subject, undefined, operation), options);
  }

  /** Makes what was deleted again, without retries. What was made before in its place is none of it. */
  remake<T>(operation: (io: Io) => Prompt<T>): Prompt<T> {
    const options = this.#options({ limit: 0, delayMs: 0 });
    return attempt((bounds) => this.#call(bounds, { known: undefined }, this.#remaking, operation), options);
  }

  /** @param making what the call makes is noted here; undefined: it makes nothing */
  #call<T>(
    bounds: CallBounds,
    subject: Subject,
    making: Making | undefined,
    operation: (io: Io) => Prompt<T>,
  ): Prompt<T> {
    const bare = this.#services.io(this.#task.name, bounds);
    const recorded = (): RecordedTask | undefined => {
      const known = making ? this.known(subject) : this.known(subject, true);
      return known && recordedTask(known);
    };
    // Not copied: what is made of it only when it is asked for would be made then.
    Object.defineProperty(bare, "recorded", { enumerable: true, configurable: true, get: recorded });
    const whole = Object.assign(bare, {
      made: (observed?: Facts, outputs?: readonly Output[], resource?: string) =>
        making ? this.#take(making, observed, outputs ?? [], resource) : undefined,
      adoptId: adoptedId(this.#task),
      lineage: this.#services.lineage?.(),
    }) as Io;
    return lastly(
      () => operation(whole),
      () => bare.end?.(),
    );
  }

  /** @throws TaskFailure when state can't keep some of it; the rest is kept, for it is there */
  #take(making: Making, observed: Facts | undefined, outputs: readonly Output[], resource: string | undefined): void {
    const given: Outcome = {
      outputs,
      ...(observed === undefined ? {} : { observed }),
      ...(resource === undefined ? {} : { resource }),
    };
    const { outcome, error } = keepableOutcome(given, this.#services.sealed !== undefined);
    making.add(outcome.observed, this.#reveal(outcome.outputs), outcome.resource);
    const { made } = this;
    if (made && making === this.#making) this.#services.made(made);
    if (error) throw new TaskFailure(error.message, error.hint === undefined ? {} : { hint: error.hint });
  }

  #stored(making: Making, secrets: boolean): Made | undefined {
    const made = making.made(secrets);
    if (made?.observed === undefined) return made;
    return { ...made, observed: this.#services.redactor.value<Json>(made.observed) as Facts };
  }

  #options(retries: AttemptOptions["retries"]): AttemptOptions {
    const { clock, signal, emit, context } = this.#services;
    const { name, timeoutMs } = this.#task;
    return {
      clock,
      signal,
      timeoutMs,
      retries,
      onRetry: (number, attempts, delayMs, error) =>
        emit({ type: "task-retrying", context, task: name, attempt: number, attempts, delayMs, error }),
    };
  }
}

/** The operation says that it has changed nothing. */
export function isUntouched(error: unknown): error is TaskFailure {
  return error instanceof TaskFailure && error.untouched;
}

function withoutUntouched({ message, hint, detail, cause }: TaskFailure): TaskFailure {
  return new TaskFailure(message, {
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { detail }),
    ...(cause === undefined ? {} : { cause }),
  });
}
