import { storeAfterFirstSignalMs, storeAfterSecondSignalMs } from "../../../engine/model/timing.ts";

/**
 * Aborts when stores have had time enough: a server that hangs must not keep somebody waiting who wants to end a run.
 * @param signal of the run: the first signal that it gets
 * @param urgent the second one
 */
export function storeDeadline(signal: AbortSignal, urgent: AbortSignal): AbortSignal {
  const over = new AbortController();
  const begin = (from: AbortSignal, ms: number): void => {
    const start = (): void => void setTimeout(() => over.abort(from.reason), ms).unref();
    if (from.aborted) start();
    else from.addEventListener("abort", start, { once: true });
  };
  begin(signal, storeAfterFirstSignalMs);
  begin(urgent, storeAfterSecondSignalMs);
  return over.signal;
}
