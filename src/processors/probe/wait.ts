import { probeChangeMs, probeNoticeMs } from "../../engine/model/timing.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { timeWords } from "../../engine/text/time-words.ts";
import type { Look, Probed } from "./look.ts";

/** How a Probe waits. */
export interface Waiting {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** Bound on one try. */
  readonly tryMs: number;
  /** Milliseconds, monotonic. */
  now(): number;
  /** @throws the reason of the task's signal */
  pause(ms: number): Promise<void>;
  /** Shows something at once, in passing. */
  tell(text: string): void;
}

/** What waiting came to, when it came to something. */
export interface Waited {
  readonly tries: number;
  readonly ms: number;
}

/**
 * Tries until what is probed is as expected.
 * @throws TaskFailure with the last answer when it is not in time, or never will be
 */
export async function waitUntilHolds(probed: Probed, waiting: Waiting): Promise<Waited> {
  const { intervalMs, timeoutMs, tryMs } = waiting;
  const began = waiting.now();
  const told = new Told(probed.what, waiting);
  let last: Extract<Look, { readonly state: "open" }> | undefined;
  for (let tries = 1; ; tries++) {
    const left = began + timeoutMs - waiting.now();
    // A pause may take longer than it should.
    if (last && left <= 0) throw tooLate(probed, last, timeoutMs, tries - 1);
    const look = await probed.look(Math.min(tryMs, left));
    const ms = waiting.now() - began;
    if (look.state === "holds") return { tries, ms };
    if (look.state === "hopeless")
      throw new TaskFailure(look.why, { untouched: true, ...(look.hint === undefined ? {} : { hint: look.hint }) });
    // A try that was cut short by the end tells less than the one before it.
    if (!last || left >= tryMs || ms < timeoutMs) last = look;
    // Another try would begin after the end.
    if (ms + intervalMs >= timeoutMs) throw tooLate(probed, last, timeoutMs, tries);
    told.say(tries, look.why, ms);
    await waiting.pause(intervalMs);
  }
}

function tooLate(
  { what }: Probed,
  {
    why,
    detail,
    hint = "Look at what it probes; or raise `timeout`, if that only takes longer.",
  }: Extract<Look, { readonly state: "open" }>,
  timeoutMs: number,
  tries: number,
): TaskFailure {
  const words = `${what} was not as expected within ${timeWords(timeoutMs)}: ${why} (${tries === 1 ? "1 try" : `${tries} tries`})`;
  return new TaskFailure(words, {
    hint,
    untouched: true,
    ...(detail === undefined ? {} : { detail }),
  });
}

/** Tells now and then that it waits: at once when it begins to, when something else is seen, and every few seconds. */
class Told {
  readonly #what: string;
  readonly #waiting: Waiting;
  #why = "";
  #atMs = Number.NEGATIVE_INFINITY;

  constructor(what: string, waiting: Waiting) {
    this.#what = what;
    this.#waiting = waiting;
  }

  say(tries: number, why: string, ms: number): void {
    if (ms - this.#atMs < (why === this.#why ? probeNoticeMs : probeChangeMs)) return;
    this.#why = why;
    this.#atMs = ms;
    const { timeoutMs } = this.#waiting;
    this.#waiting.tell(`waiting for ${this.#what} (try ${tries}, ${why}), ${timeWords(ms)} of ${timeWords(timeoutMs)}`);
  }
}
