import { httpNoticeMs, httpPacedMs } from "../../engine/model/timing.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { HttpLimits } from "../../engine/ports/http.ts";
import type { Patience } from "../../engine/ports/patience.ts";
import { grouped } from "../../engine/text/grouped.ts";

const usualConcurrent = 4;

/** Who waits for a turn. */
export interface Caller {
  /** The task for which it waits; of what several share, the one that came first. */
  readonly task: string;
  readonly signal: AbortSignal;
  readonly patience: Patience;
  tell(text: string): void;
  /** It waits since the host is to get only so many requests a second. Called at most once a second for each host. */
  paced?(pace: Paced): void;
}

/** How a host is asked. */
export interface Paced {
  readonly host: string;
  readonly perSecond: number;
  /** Sent so far. */
  readonly requests: number;
  readonly waiting: number;
}

/** Lets requests to one host pass: so many at once, so many a second, and none while the host wants to be left alone. */
export class HostGate {
  readonly #host: string;
  readonly #clock: Clock;
  readonly #waiting: (() => void)[] = [];
  #limits: HttpLimits = {};
  #active = 0;
  #nextAt = 0;
  #waker: AbortController | undefined;
  #closedUntil = Number.NEGATIVE_INFINITY;
  #toldAt = Number.NEGATIVE_INFINITY;
  #pacedAt = Number.NEGATIVE_INFINITY;
  #passed = 0;

  constructor(host: string, clock: Clock) {
    this.#host = host;
    this.#clock = clock;
  }

  /** Waits for a turn. @returns gives it back @throws the reason of the signal */
  async enter(limits: HttpLimits | undefined, caller: Caller): Promise<() => void> {
    if (limits) this.#take(limits);
    caller.signal.throwIfAborted();
    if (this.#waiting.length > 0 || !this.#isOpen(this.#clock.now())) await this.#turn(caller);
    else this.#pass();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#active--;
      this.#next();
    };
  }

  /** Lets nobody pass for some time. */
  close(ms: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + ms);
    this.#nextAt = Math.max(this.#nextAt, this.#closedUntil);
  }

  #take({ concurrent, perSecond }: HttpLimits): void {
    const { concurrent: most = concurrent, perSecond: quickest = perSecond } = this.#limits;
    this.#limits = {
      ...(concurrent === undefined || most === undefined
        ? most === undefined
          ? {}
          : { concurrent: most }
        : { concurrent: Math.min(concurrent, most) }),
      ...(perSecond === undefined || quickest === undefined
        ? quickest === undefined
          ? {}
          : { perSecond: quickest }
        : { perSecond: Math.min(perSecond, quickest) }),
    };
  }

  #isOpen(now: number): boolean {
    return this.#active < (this.#limits.concurrent ?? usualConcurrent) && now >= this.#nextAt;
  }

  #pass(): void {
    this.#active++;
    this.#passed++;
    const { perSecond } = this.#limits;
    if (perSecond !== undefined) this.#nextAt = Math.max(this.#nextAt, this.#clock.now()) + 1_000 / perSecond;
  }

  async #turn(caller: Caller): Promise<void> {
    const goOn = caller.patience.pause();
    try {
      await new Promise<void>((resolve, reject) => {
        const stop = (): void => {
          this.#waiting.splice(this.#waiting.indexOf(enter), 1);
          // Nobody is left to be let in: nothing keeps the process then.
          if (this.#waiting.length === 0) this.#waker?.abort("nobody waits");
          reject(caller.signal.reason as Error);
        };
        const enter = (): void => {
          caller.signal.removeEventListener("abort", stop);
          this.#pass();
          resolve();
        };
        this.#waiting.push(enter);
        caller.signal.addEventListener("abort", stop, { once: true });
        this.#tell(caller);
        this.#next();
      });
    } finally {
      goOn();
    }
  }

  #next(): void {
    let now = this.#clock.now();
    while (this.#waiting.length > 0 && this.#isOpen(now)) {
      this.#waiting.shift()?.();
      now = this.#clock.now();
    }
    // By the time for which it was closed: later it may be open, and nobody would be let in.
    const ms = this.#nextAt - now;
    if (this.#waiting.length === 0 || ms <= 0) return;
    // A turn comes by time alone.
    this.#waker?.abort("another time");
    const waker = new AbortController();
    this.#waker = waker;
    this.#clock.sleep(ms, waker.signal).then(
      () => this.#next(),
      () => {},
    );
  }

  /** Says for what it waits, when that is long. */
  #tell(caller: Caller): void {
    const now = this.#clock.now();
    const { perSecond } = this.#limits;
    const [host, requests, waiting] = [this.#host, this.#passed, this.#waiting.length];
    if (perSecond !== undefined && now - this.#pacedAt >= httpPacedMs) {
      this.#pacedAt = now;
      caller.paced?.({ host, perSecond, requests, waiting });
    }
    const closed = this.#closedUntil - now;
    if (closed < httpNoticeMs || now - this.#toldAt < httpNoticeMs) return;
    this.#toldAt = now;
    const count = waiting === 1 ? "1 request waits" : `${waiting} requests wait`;
    caller.tell(`${host}: ${count}; about ${grouped(Math.ceil(closed / 1_000))} s`);
  }
}
