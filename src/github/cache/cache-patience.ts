import { err, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { cacheAltogetherMs, cacheNextMs } from "../../engine/model/timing.ts";
import type { CacheTrouble } from "../../ports/actions-cache.ts";
import { isBroken } from "./cache-trouble.ts";

/** For how long a broken service is waited for, in milliseconds. */
export interface PatienceLimits {
  /** All calls that ended in vain, together. */
  readonly altogetherMs: number;
  /** A call after one that ended in vain. */
  readonly nextMs: number;
}

/**
 * How long calls may take, so that a run does not wait for each of them in turn when the service is broken: after a
 * call in vain the next ones get little time, and in the end none.
 */
export class Patience {
  readonly #limits: PatienceLimits;
  readonly #now: () => number;
  #spentMs = 0;
  #trouble: CacheTrouble | undefined;
  #calm = true;

  /** @param now milliseconds, monotonic */
  constructor(
    limits: PatienceLimits = { altogetherMs: cacheAltogetherMs, nextMs: cacheNextMs },
    now: () => number = () => performance.now(),
  ) {
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * @param wantedMs how long the call may take while all is well
   * @param call gets the time that it has, in whole milliseconds
   * @returns its answer; without asking, the last trouble, when there is no time left
   */
  async spend<T>(
    wantedMs: number,
    call: (timeoutMs: number) => Promise<Result<T, CacheTrouble>>,
  ): Promise<Result<T, CacheTrouble>> {
    const { altogetherMs, nextMs } = this.#limits;
    const leftMs = Math.floor(altogetherMs - this.#spentMs);
    if (this.#trouble !== undefined && leftMs < nextMs) return err(this.#trouble);
    const began = this.#now();
    const answer = await call(Math.min(wantedMs, leftMs, this.#calm ? wantedMs : nextMs));
    if (answer.ok || !isBroken(answer.error)) {
      this.#calm = true;
    } else {
      this.#spentMs += this.#now() - began;
      this.#trouble = answer.error;
      this.#calm = false;
    }
    return answer;
  }
}
