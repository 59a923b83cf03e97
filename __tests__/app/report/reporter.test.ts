import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Reporter } from "../../../src/app/report/reporter.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { systemClock } from "../../../src/node/clock.ts";

describe("the end of a run", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("waits for each hook a minute, then tells it to stop, and goes on without one that does not", async () => {
    const reporter = new Reporter("apply", systemClock, createRedactor());
    const signals: AbortSignal[] = [];
    const order: string[] = [];
    reporter.start([
      {
        name: "deaf",
        finish: (_, signal) => {
          signals.push(signal);
          return new Promise(() => {});
        },
      },
      {
        name: "obedient",
        finish: (_, signal) =>
          new Promise((resolve) => {
            signals.push(signal);
            signal.addEventListener("abort", () => resolve());
          }),
      },
      { name: "last", finish: async () => void order.push("last") },
    ]);
    const ended = reporter.end("shop", [], undefined, undefined);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(60_000);
    const report = await ended;
    expect(order).toEqual(["last"]);
    expect(report.result).toBe("success");
    expect(report.diagnostics).toEqual([
      {
        severity: "warning",
        code: "hook-failed",
        message:
          'the hook "deaf" failed at the end: it took longer than 60 s, did not stop when its signal told it to, and was given up',
        suggestion: "Mend the hook; what the run did, and how it ended, is not changed by that.",
      },
    ]);
  });
});

it("goes on with a log that could not show an event, and tells it once; not with one that can't be written", () => {
  const reporter = new Reporter("apply", systemClock, createRedactor());
  const seen: string[] = [];
  const observing = { type: "observing", done: 1, total: 2, elapsedMs: 1 } as const;
  const full = Object.assign(new Error("no space left"), { code: "ENOSPC" });
  let thrown: Error = new RangeError("Maximum call stack size exceeded");
  reporter.start([
    {
      name: "log",
      on: (event) => {
        if (event.type === "observing") throw thrown;
        seen.push(event.type === "diagnostic" ? event.diagnostic.message : event.type);
      },
    },
  ]);
  reporter.emit(observing);
  reporter.emit(observing);
  reporter.emit({ type: "progress", text: "x" });
  const told = 'the hook "log" could not show all of the event "observing": Maximum call stack size exceeded';
  expect(seen).toEqual([told, "progress"]);
  thrown = full;
  reporter.emit(observing);
  reporter.emit({ type: "progress", text: "x" });
  expect(seen).toEqual([told, "progress"]);
});
