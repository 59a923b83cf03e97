import { httpFailedLoadMs } from "../../engine/model/timing.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Patience } from "../../engine/ports/patience.ts";
import type { Caller } from "./host-gate.ts";

/** Loads a value; its waiting holds the patience, and the signal ends it. */
type Load<T> = (patience: Patience, signal: AbortSignal) => Promise<T>;

/** A value that is loaded, or was. */
class Flight {
  readonly value: Promise<unknown>;
  readonly begunAt: number;
  /** Until when a failure is held; undefined: it is no failure. */
  heldUntil: number | undefined;
  over = false;
  /** Nobody waits for it any more, so it was stopped. */
  abandoned = false;
  readonly #stop = new AbortController();
  readonly #waiting = new Map<Caller, (() => void) | undefined>();
  #holds = 0;

  constructor(begunAt: number, load: Load<unknown>) {
    this.begunAt = begunAt;
    // Who waits for it waits with it.
    this.value = load({ pause: () => this.#pause() }, this.#stop.signal);
  }

  async wait(caller: Caller): Promise<unknown> {
    if (this.over) return this.value;
    this.#waiting.set(caller, this.#holds > 0 ? caller.patience.pause() : undefined);
    let stop = (): void => {};
    try {
      const aborted = new Promise<never>((_, reject) => {
        stop = () => reject(caller.signal.reason as Error);
        caller.signal.addEventListener("abort", stop, { once: true });
        if (caller.signal.aborted) stop();
      });
      return await Promise.race([this.value, aborted]);
    } finally {
      caller.signal.removeEventListener("abort", stop);
      this.#waiting.get(caller)?.();
      this.#waiting.delete(caller);
      if (this.#waiting.size === 0 && !this.over) {
        this.abandoned = true;
        this.#stop.abort(caller.signal.reason);
      }
    }
  }

  #pause(): () => void {
    if (this.#holds++ === 0)
      for (const caller of this.#waiting.keys()) this.#waiting.set(caller, caller.patience.pause());
    return () => {
      if (--this.#holds > 0) return;
      for (const [caller, goOn] of this.#waiting) {
        goOn?.();
        this.#waiting.set(caller, undefined);
      }
    };
  }
}

/** What tasks of a run share, each loaded once. */
export class SharedValues {
  readonly #clock: Clock;
  readonly #flights = new Map<string, Flight>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param fresh what was asked for before this call does not count */
  get<T>(key: string, load: Load<T>, caller: Caller, fresh: boolean): Promise<T> {
    const now = this.#clock.now();
    const known = this.#flights.get(key);
    const stale = known?.heldUntil !== undefined && known.heldUntil <= now;
    const flight =
      known && !known.abandoned && !stale && !(fresh && known.begunAt < now) ? known : this.#start(key, load, now);
    return flight.wait(caller) as Promise<T>;
  }

  drop(key: string): void {
    this.#flights.delete(key);
  }

  #start(key: string, load: Load<unknown>, now: number): Flight {
    const flight = new Flight(now, load);
    this.#flights.set(key, flight);
    flight.value.then(
      () => {
        flight.over = true;
      },
      () => {
        flight.over = true;
        flight.heldUntil = this.#clock.now() + httpFailedLoadMs;
      },
    );
    return flight;
  }
}
