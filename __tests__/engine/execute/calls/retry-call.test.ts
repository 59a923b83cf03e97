import { describe, expect, it } from "vitest";
import { type AttemptOptions, attempt, Cancelled, taskError } from "../../../../src/engine/execute/calls/retry-call.ts";
import type { CallBounds } from "../../../../src/engine/ports/patience.ts";
import { TaskFailure } from "../../../../src/engine/ports/task-failure.ts";
import { FakeClock } from "../../samples.ts";

function setting(more: Partial<AttemptOptions> = {}) {
  const clock = new FakeClock();
  const controller = new AbortController();
  const retried: unknown[] = [];
  const options: AttemptOptions = {
    clock,
    signal: controller.signal,
    timeoutMs: undefined,
    retries: { limit: 0, delayMs: 0 },
    onRetry: (...args) => retried.push(args),
    ...more,
  };
  return { clock, controller, retried, options };
}

/** Ends only when it is aborted. */
function untilAborted(signal: AbortSignal, error: Error = new Error("stopped")): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(error)));
}

/** Fails so many times, then gives `done`. */
function failing(times: number): () => Promise<string> {
  let calls = 0;
  return async () => {
    calls++;
    if (calls <= times) throw new TaskFailure(`failure ${calls}`);
    return "done";
  };
}

describe("retries", () => {
  it("come after pauses that double", async () => {
    const { clock, options, retried } = setting({ retries: { limit: 4, delayMs: 500 } });
    expect(await clock.passUntil(attempt(failing(4), options))).toBe("done");
    expect(clock.slept).toEqual([500, 1000, 2000, 4000]);
    expect(clock.now()).toBe(7_500);
    expect(retried).toEqual([
      [1, 5, 500, { message: "failure 1" }],
      [2, 5, 1000, { message: "failure 2" }],
      [3, 5, 2000, { message: "failure 3" }],
      [4, 5, 4000, { message: "failure 4" }],
    ]);
  });

  it("end with the last error", async () => {
    const { clock, options } = setting({ retries: { limit: 2, delayMs: 1 } });
    await expect(clock.passUntil(attempt(failing(9), options))).rejects.toThrow("failure 3");
  });

  it("never wait longer than five minutes", async () => {
    const { clock, options } = setting({ retries: { limit: 12, delayMs: 2_000 } });
    await clock.passUntil(attempt(failing(12), options));
    expect(Math.max(...clock.slept)).toBe(300_000);
  });

  it("are none unless asked for", async () => {
    const { clock, options, retried } = setting();
    await expect(clock.passUntil(attempt(failing(1), options))).rejects.toThrow("failure 1");
    expect(retried).toEqual([]);
    expect(clock.slept).toEqual([]);
  });

  it("stop when the run is cancelled in a pause", async () => {
    const { clock, controller, options } = setting({
      retries: { limit: 5, delayMs: 60_000 },
      onRetry: () => setImmediate(() => controller.abort()),
    });
    await expect(clock.passUntil(attempt(failing(9), options))).rejects.toThrow(Cancelled);
  });
});

describe("a timeout", () => {
  it("aborts the operation and says how long it was", async () => {
    const { clock, options } = setting({ timeoutMs: 300_000 });
    const error = await clock
      .passUntil(attempt(({ signal }) => untilAborted(signal), options))
      .catch((thrown: unknown) => thrown);
    expect(taskError(error)).toEqual({
      message: "it took longer than its timeout of 5m",
      hint: "Raise `metadata.timeout`, or find out what it waits for.",
    });
    expect(clock.now()).toBe(300_000);
  });

  it("keeps what the operation had to say", async () => {
    const { clock, options } = setting({ timeoutMs: 1_500 });
    const operation = ({ signal }: CallBounds) =>
      untilAborted(signal, new TaskFailure("killed", { detail: "last lines" }));
    const error = await clock.passUntil(attempt(operation, options)).catch((thrown: unknown) => thrown);
    expect(taskError(error)).toMatchObject({
      message: "it took longer than its timeout of 1500ms",
      detail: "last lines",
    });
  });

  it("is of each attempt", async () => {
    const { clock, options } = setting({ timeoutMs: 1_000, retries: { limit: 2, delayMs: 10 } });
    await expect(clock.passUntil(attempt(({ signal }) => untilAborted(signal), options))).rejects.toThrow(
      "it took longer than its timeout of 1s",
    );
    expect(clock.now()).toBe(3_000 + 10 + 20);
  });

  it("does not wait for an operation that ignores it", async () => {
    const { clock, options } = setting({ timeoutMs: 1_000 });
    await expect(clock.passUntil(attempt(() => new Promise(() => {}), options))).rejects.toThrow(
      "it took longer than its timeout of 1s",
    );
    expect(clock.now()).toBe(5_000);
  });

  it("leaves an operation alone that is in time", async () => {
    const { clock, options } = setting({ timeoutMs: 1_000 });
    let aborted = false;
    const operation = async ({ signal }: CallBounds) => {
      signal.addEventListener("abort", () => {
        aborted = true;
      });
      return 7;
    };
    expect(await clock.passUntil(attempt(operation, options))).toBe(7);
    expect(aborted).toBe(false);
  });
});

describe("cancellation", () => {
  it("aborts what runs, and is told apart from its failure", async () => {
    const { clock, controller, options } = setting({ retries: { limit: 3, delayMs: 1 } });
    const running = attempt(({ signal }) => untilAborted(signal), options);
    controller.abort("SIGINT");
    await expect(clock.passUntil(running)).rejects.toThrow(Cancelled);
  });

  it("starts nothing", async () => {
    const { controller, options } = setting();
    controller.abort();
    let called = false;
    const operation = async () => {
      called = true;
    };
    await expect(attempt(operation, options)).rejects.toThrow(Cancelled);
    expect(called).toBe(false);
  });

  it("gives up on what does not stop", async () => {
    const { clock, controller, options } = setting();
    const running = attempt(() => new Promise(() => {}), options);
    controller.abort();
    await expect(clock.passUntil(running)).rejects.toThrow(Cancelled);
    expect(clock.now()).toBe(4_000);
  });

  it("does not undo what is done: a value that comes all the same counts", async () => {
    const { clock, controller, options } = setting();
    const running = attempt(async () => {
      await new Promise((next) => setImmediate(next));
      return "made";
    }, options);
    controller.abort();
    expect(await clock.passUntil(running)).toBe("made");
  });
});

it("an operation that throws at once fails like any other", async () => {
  const { options } = setting();
  const operation = () => {
    throw new Error("at once");
  };
  await expect(attempt(operation, options)).rejects.toThrow("at once");
});

describe("an operation that answers at once", () => {
  it("is through when the call returns, and has left nothing behind", () => {
    const signal = Object.assign(new AbortController().signal, { addEventListener: () => expect.unreachable() });
    const { clock, options } = setting({ signal });
    expect(attempt(() => "there", options)).toBe("there");
    expect(clock.slept).toEqual([]);
  });

  it("is tried again after a failure like any other", async () => {
    const { clock, options, retried } = setting({ retries: { limit: 2, delayMs: 500 } });
    let calls = 0;
    const operation = () => {
      calls++;
      if (calls < 3) throw new TaskFailure(`failure ${calls}`);
      return "there";
    };
    expect(await clock.passUntil(attempt(operation, options) as Promise<string>)).toBe("there");
    expect(clock.slept).toEqual([500, 1000]);
    expect(retried).toHaveLength(2);
  });

  it("gets a signal that is aborted with the run, also when it asks for it too late", () => {
    const { controller, options } = setting();
    const early = attempt(({ signal }) => {
      controller.abort("SIGINT");
      return signal;
    }, options) as unknown as AbortSignal;
    expect(early).toMatchObject({ aborted: true, reason: "SIGINT" });
    const other = setting();
    const late = attempt((bounds) => {
      other.controller.abort("SIGTERM");
      return bounds.signal;
    }, other.options) as unknown as AbortSignal;
    expect(late).toMatchObject({ aborted: true, reason: "SIGTERM" });
  });

  it("does not hold on to the signal of the run once it is over", () => {
    const { controller, options } = setting();
    const own = attempt(({ signal }) => signal, options) as unknown as AbortSignal;
    controller.abort("SIGINT");
    expect(own.aborted).toBe(false);
  });
});

describe("errors for people", () => {
  it("have the advice of an expected failure, and the stack of a bug", () => {
    const cause = new TaskFailure("refused", { hint: "Open the port." });
    expect(taskError(new TaskFailure("no answer", { hint: "Look.", detail: "log", cause }))).toEqual({
      message: "no answer",
      hint: "Look.",
      detail: "log",
      causes: [{ message: "refused", hint: "Open the port." }],
    });
    expect(taskError(new Error("oops")).detail).toContain("retry-call.test.ts");
    expect(taskError(Object.assign(new Error("ENOENT: gone"), { code: "ENOENT", syscall: "open" }))).toEqual({
      message: "ENOENT: gone",
    });
    expect(taskError("text")).toEqual({ message: "text" });
    expect(taskError(undefined)).toEqual({ message: "undefined was thrown" });
  });
});
