import type { Clock } from "../../ports/clock.ts";
import type { Patience } from "../../ports/patience.ts";

/** A bound on the time of one call, which stands still while the call waits for its turn. */
export class TimeLimit implements Patience {
  readonly #clock: Clock;
  readonly #ended: AbortSignal;
  readonly #over: () => void;
  #leftMs: number;
  #since = 0;
  #holds = 0;
  #running: AbortController | undefined;

  /**
   * Starts it.
   * @param ms how long the call may take
   * @param ended aborts when the call is over
   * @param over is called when the time is
   */
  constructor(clock: Clock, ms: number, ended: AbortSignal, over: () => void) {
    this.#clock = clock;
    this.#leftMs = ms;
    this.#ended = ended;
    this.#over = over;
    this.#run();
  }

  pause(): () => void {
    if (this.#holds++ === 0) {
      this.#leftMs -= this.#clock.now() - this.#since;
      this.#running?.abort("held");
    }
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holds === 0) this.#run();
    };
  }

  #run(): void {
    if (this.#ended.aborted) return;
    this.#since = this.#clock.now();
    const running = new AbortController();
    this.#running = running;
    const signal = AbortSignal.any([running.signal, this.#ended]);
    this.#clock.sleep(Math.max(0, this.#leftMs), signal).then(this.#over, () => {});
  }
}
