import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { attempt } from "../../../../src/engine/execute/calls/retry-call.ts";
import { systemClock } from "../../../../src/node/clock.ts";

const options = (timeoutMs: number) => ({
  clock: systemClock,
  signal: new AbortController().signal,
  timeoutMs,
  retries: { limit: 0, delayMs: 0 },
  onRetry: () => {},
});

describe("a timeout", () => {
  it("stands still while the call waits for its turn", async () => {
    const waiting = attempt(async ({ patience }) => {
      const [first, second] = [patience.pause(), patience.pause()];
      await sleep(80);
      first();
      first();
      await sleep(80);
      second();
      return "done";
    }, options(60));
    expect(await waiting).toBe("done");
  });

  it("goes on afterwards with what was left of it", async () => {
    const began = performance.now();
    const waiting = attempt(async ({ signal, patience }) => {
      patience.pause()();
      await sleep(5_000, undefined, { signal });
    }, options(100));
    await expect(waiting).rejects.toThrow("it took longer than its timeout of 100ms");
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});
