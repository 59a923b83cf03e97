import { describe, expect, it } from "vitest";
import { chain } from "../../../src/engine/execute/hook-chain.ts";
import type { Hook, Next, StepResult, TaskStep } from "../../../src/engine/ports/hook.ts";

const step: TaskStep = {
  task: "a",
  context: "test",
  command: "apply",
  change: "create",
  reason: "new",
  apiVersion: "test/v1",
  kind: "Thing",
  spec: {},
};
const done: StepResult = { status: "done", change: "create", outputs: { ID: 1 }, error: null };

function setting(...hooks: readonly Partial<Hook>[]) {
  const worked: TaskStep[] = [];
  const all = hooks.map((hook, index): Hook => ({ name: `hook ${index}`, ...hook }));
  const run = chain(all, async (given) => {
    worked.push(given);
    await new Promise((next) => setImmediate(next));
    return done;
  });
  return { worked, run };
}

describe("hooks", () => {
  it("wrap in order, the first outermost; those without `around` are passed over", async () => {
    const log: string[] = [];
    const around =
      (name: string): NonNullable<Hook["around"]> =>
      async (given, next) => {
        log.push(`${name} before`);
        const result = await next(given);
        log.push(`${name} after`);
        return result;
      };
    const { run } = setting({ around: around("outer") }, { on: () => {} }, { around: around("inner") });
    expect(await run(step)).toBe(done);
    expect(log).toEqual(["outer before", "inner before", "inner after", "outer after"]);
  });

  it("can't repeat the work", async () => {
    const { run, worked } = setting({
      around: async (given, next) => {
        await next(given);
        await next(given);
        return next(given);
      },
    });
    expect(await run(step)).toBe(done);
    expect(worked).toHaveLength(1);
  });

  it("can't change what it came to", async () => {
    const { run } = setting({
      around: async (given, next) => {
        await next(given);
        return { ...done, status: "failed", outputs: {} };
      },
    });
    expect(await run(step)).toBe(done);
    const silent = setting({
      around: (async (given: TaskStep, next: Next) => void (await next(given))) as unknown as NonNullable<
        Hook["around"]
      >,
    });
    expect(await silent.run(step)).toBe(done);
  });

  it("can't swallow the failure of the work", async () => {
    const swallowing: Hook = { name: "swallow", around: async (given, next) => next(given).catch(() => done) };
    const run = chain([swallowing], async () => {
      throw new Error("the work failed");
    });
    await expect(run(step)).rejects.toThrow("the work failed");
  });

  it("need not wait for the work", async () => {
    const { run, worked } = setting({
      around: async (given, next) => {
        void next(given);
        return done;
      },
    });
    expect(await run(step)).toBe(done);
    expect(worked).toHaveLength(1);
  });

  it("that throw after the work fail the step, and the work stands", async () => {
    const { run, worked } = setting({
      around: async (given, next) => {
        await next(given);
        throw new Error("no network");
      },
    });
    expect(await run(step)).toEqual({
      ...done,
      status: "failed",
      error: {
        message: 'the hook "hook 0" failed after the task was through: no network',
        detail: expect.stringMatching(/^Error: no network\n {4}at /),
        hint: "The task itself is recorded as it ended.",
      },
    });
    expect(worked).toHaveLength(1);
  });

  it("that throw while the work runs are told as such, once it has ended", async () => {
    const { run } = setting({
      around: async (given, next) => {
        void next(given);
        throw new Error("impatient");
      },
    });
    expect(await run(step)).toMatchObject({
      status: "failed",
      outputs: { ID: 1 },
      error: { message: 'the hook "hook 0" failed after the task was through: impatient' },
    });
  });

  it("that throw before it stop it", async () => {
    const { run, worked } = setting({
      around: async () => {
        throw new Error("not on Fridays");
      },
    });
    await expect(run(step)).rejects.toThrow("not on Fridays");
    expect(worked).toEqual([]);
  });

  it("that do not call next are an error", async () => {
    const { run, worked } = setting({ around: async () => done });
    await expect(run(step)).rejects.toThrow('the hook "hook 0" did not call next, so nothing was done');
    expect(worked).toEqual([]);
  });

  it("that rethrow the error of the work do not replace it", async () => {
    const bug = new Error("the work failed");
    const run = chain([{ name: "log", around: async (given, next) => next(given) }], async () => {
      throw bug;
    });
    await expect(run(step)).rejects.toBe(bug);
  });

  it("keep their `this`", async () => {
    class Counter implements Hook {
      readonly name = "counter";
      calls = 0;
      around(given: TaskStep, next: (given: TaskStep) => Promise<StepResult>): Promise<StepResult> {
        this.calls++;
        return next(given);
      }
    }
    const counter = new Counter();
    await chain([counter], async () => done)(step);
    expect(counter.calls).toBe(1);
  });
});
