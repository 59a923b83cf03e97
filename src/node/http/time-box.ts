import type { Clock } from "../../engine/ports/clock.ts";
import { HttpFailure } from "../../engine/ports/http.ts";
import { timeWords } from "../../engine/text/time-words.ts";

/**
 * Does something within a time.
 * @param ms undefined: it takes as long as it takes
 * @param work gets a signal that is aborted when the time is over, and when the outer one is
 * @throws HttpFailure when the time was over, and whatever the work throws
 */
export async function within<T>(
  ms: number | undefined,
  what: string,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (ms === undefined) return work(signal);
  const bound = new AbortController();
  const stop = (): void => bound.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const over = new HttpFailure(`${what} gave no answer within ${timeWords(ms)}`, "unclear");
  const ended = new AbortController();
  clock.sleep(ms, ended.signal).then(
    () => bound.abort(over),
    () => {},
  );
  try {
    return await work(bound.signal);
  } catch (error) {
    throw bound.signal.reason === over ? over : error;
  } finally {
    // With a reason: without one, an error with a stack is made each time.
    ended.abort("ended");
    signal.removeEventListener("abort", stop);
  }
}
