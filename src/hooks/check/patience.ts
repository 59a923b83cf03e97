/** Time for a row of writes: some for all of them, and more with each that was done. */
export class Patience {
  readonly #ended = new AbortController();
  readonly signal: AbortSignal;
  readonly #moreMs: number;
  #until: number;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param ms for all of them
   * @param moreMs with each that was done
   * @param outer ends it as well
   */
  constructor(ms: number, moreMs: number, outer: AbortSignal) {
    this.#moreMs = moreMs;
    this.#until = now() + ms;
    this.signal = AbortSignal.any([outer, this.#ended.signal]);
    this.#wait();
  }

  /** One more was done. */
  more(): void {
    this.#until += this.#moreMs;
    this.#wait();
  }

  /** Nobody waits any more. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ended.abort(), Math.max(0, this.#until - now()));
    this.#timer.unref();
  }
}

/** Milliseconds of a clock that nobody sets. */
function now(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}
