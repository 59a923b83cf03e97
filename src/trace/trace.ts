import { channel } from "node:diagnostics_channel";

/** Who listens is decided in one place (`index.ts`); whoever has something to say knows nothing of it. */
const lines = channel("opus:trace");

/** Does somebody listen? For what takes more than a line to find out. */
export function isTraced(): boolean {
  return lines.hasSubscribers;
}

/**
 * Says what the process does. Without a listener nothing is made.
 * @param line makes the text: one line, without bodies, headers, specs and outputs of tasks. Credentials in addresses and
 *   secrets are taken out where it is shown
 */
export function trace(line: () => string): void {
  if (lines.hasSubscribers) lines.publish(line());
}

/**
 * Listens to all that is traced from now on.
 * @returns ends it
 */
export function listen(take: (line: string) => void): () => void {
  const subscriber = (message: unknown): void => {
    if (typeof message === "string") take(message);
  };
  lines.subscribe(subscriber);
  return () => lines.unsubscribe(subscriber);
}

/** Measures from now on. @returns what has passed, as `12 ms` */
export function stopwatch(): () => string {
  const began = process.hrtime.bigint();
  return () => `${Math.round(Number(process.hrtime.bigint() - began) / 1e6)} ms`;
}
