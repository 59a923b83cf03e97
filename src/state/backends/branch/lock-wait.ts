import type { Failure } from "../../../engine/diagnostics/diagnostic.ts";
import { holderAskMs, lockNoticeMs } from "../../../engine/model/timing.ts";
import type { Clock } from "../../../engine/ports/clock.ts";
import type { RunLookup } from "../../../engine/ports/run-lookup.ts";
import type { Lock, LockHolder, LockOptions } from "../../../engine/ports/state-lock.ts";

/** A lock that somebody has. */
export interface Held {
  readonly holder: LockHolder;
  /** His process, for messages; or empty. */
  readonly where: string;
  /** Nobody can tell who he is. */
  readonly unreadable?: true;
}

/** Who waits, for how long, and what he is told. */
interface WaitOptions {
  readonly clock: Clock;
  readonly lookup: HolderLookup;
  readonly options: LockOptions;
  readonly signal: AbortSignal;
  /** Why the lock can't be had after so long a wait. */
  refusal(held: Held, waitedMs: number): Failure;
}

/** Waits for those who have a lock, at most `timeoutMs` altogether; tells of it, and finds out whether they still run. */
export class LockWait {
  readonly #wait: WaitOptions;
  /** When somebody was first found to have it, less what was waited before that. */
  #begun: number | undefined;
  #notice = 0;

  constructor(wait: WaitOptions) {
    this.#wait = wait;
  }

  /** @returns why there is no more waiting; undefined: it is time to look again */
  async longer(held: Held): Promise<Extract<Lock, { readonly state: "held" }> | undefined> {
    const { clock, lookup, options, signal, refusal } = this.#wait;
    const { holder } = held;
    const answer = await lookup.ask(holder, signal);
    if (answer?.state === "over") return undefined;
    if (answer?.state === "unsure") options.onUnsure?.(holder, answer.why);
    this.#begun ??= clock.now() - (options.spent?.ms ?? 0);
    const waited = clock.now() - this.#begun;
    if (options.spent) options.spent.ms = waited;
    if (waited >= options.timeoutMs) return { state: "held", holder, failure: refusal(held, waited) };
    if (waited >= this.#notice) {
      options.onWait(holder, waited);
      this.#notice = waited + lockNoticeMs;
    }
    const pause = pauseMs(waited, options.timeoutMs);
    await clock.sleep(Math.min(pause, Math.max(1, options.timeoutMs - waited)), signal).catch(() => undefined);
    return undefined;
  }
}

/** Short at first, since many locks are held for seconds only. Jitter, so that several waiters don't knock together. */
function pauseMs(waitedMs: number, timeoutMs: number): number {
  if (timeoutMs <= 10_000) return 100 + Math.random() * 300;
  return waitedMs < 5_000 ? 300 + Math.random() * 700 : 1_000 + Math.random() * 2_000;
}

/** Asks about the runs of holders, not too often. */
export class HolderLookup {
  readonly #lookup: RunLookup | undefined;
  readonly #now: () => number;
  readonly #over: Map<string, string>;
  #id: string | undefined;
  #nextAsk = 0;
  #toldUnsure = false;

  constructor(lookup: RunLookup | undefined, now: () => number, over: Map<string, string>) {
    this.#lookup = lookup;
    this.#now = now;
    this.#over = over;
  }

  /** @returns what there is to do; `unsure` only once for each holder */
  async ask(
    holder: LockHolder,
    signal: AbortSignal,
  ): Promise<{ readonly state: "over" } | { readonly state: "unsure"; readonly why: string } | undefined> {
    if (this.#lookup === undefined || holder.run.id === "") return undefined;
    if (holder.id !== this.#id) {
      this.#id = holder.id;
      this.#nextAsk = 0;
      this.#toldUnsure = false;
    }
    if (this.#now() < this.#nextAsk) return undefined;
    const answer = await this.#lookup(holder.run, signal);
    this.#nextAsk = this.#now() + holderAskMs;
    if (answer.state === "over") {
      this.#over.set(holder.id, answer.why);
      return { state: "over" };
    }
    if (answer.state !== "unsure" || this.#toldUnsure) return undefined;
    this.#toldUnsure = true;
    return answer;
  }
}
