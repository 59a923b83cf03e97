import { describe, expect, it } from "vitest";
import type { Task } from "../../../src/engine/model/task.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import { task } from "../samples.ts";
import { Stage, type StageOptions, thing } from "../stage.ts";

const needs = (...tasks: string[]) => ({ dependencies: [{ tasks }] });
const { statuses } = Stage;

/** A stage with gates, each open or not by its name. */
class GatedStage extends Stage {
  readonly closed = new Set<string>();
  /** Names of what was looked at, and waited for. */
  readonly asked: string[] = [];

  readonly gate: TaskProcessor = {
    apiVersion: "test/v1",
    kind: "Gate",
    gate: true,
    parse: (value) => ({ ok: true, value }),
    observe: async (_spec, io) => {
      this.asked.push(`look ${io.task}`);
      return this.closed.has(io.task) ? { state: "absent", why: "503" } : { state: "present", facts: {} };
    },
    create: async (spec, io) => {
      this.asked.push(`wait ${io.task} ${JSON.stringify(spec)}`);
      this.world.log.push(`pass ${io.task}`);
      if (this.closed.has(io.task)) throw new TaskFailure("not in time: 503");
      return { outputs: [] };
    },
    update: async () => {
      throw new Error("never called");
    },
    delete: async () => {
      throw new Error("never called");
    },
  };

  with(options: StageOptions = {}): StageOptions {
    return { kinds: [this.world.processor(), this.gate], ...options };
  }
}

function gate(name: string, more: Partial<Task> = {}): Task {
  return task(name, { kind: "Gate", spec: {}, ...more });
}

/** A gate between two things. */
const between = () => [thing("b", "x", needs("g")), gate("g", needs("a")), thing("a", "x")];

async function planned(stage: GatedStage, tasks: readonly Task[], options: StageOptions = {}) {
  const { plan } = await stage.plan(tasks, stage.with({ executes: false, ...options }));
  return { plan, of: (name: string) => plan.tasks.find((one) => one.name === name) };
}

describe("a gate", () => {
  it("lets pass what depends on it, after what it depends on is done, and nothing of it is recorded", async () => {
    const stage = new GatedStage();
    const execution = await stage.run(between(), stage.with());
    expect(stage.world.log).toEqual(["create a=x", "pass g", "create b=x"]);
    expect(statuses(execution)).toEqual({ a: "done", g: "done", b: "done" });
    expect([...stage.recorder.tasks.keys()].sort()).toEqual(["a", "b"]);
    expect(execution.reports.find(({ name }) => name === "g")).toMatchObject({
      change: "noop",
      reason: "holds",
      drift: "in-sync",
    });
    expect(execution.plan.counts).toMatchObject({ create: 2, noop: 0, gate: 1 });
  });

  it("holds up what depends on it, and fails by itself", async () => {
    const stage = new GatedStage();
    stage.closed.add("g");
    const execution = await stage.run([...between(), thing("c", "x")], stage.with());
    expect(statuses(execution)).toEqual({ a: "done", c: "done", g: "failed", b: "skipped" });
    expect(execution.reports.find(({ name }) => name === "g")).toMatchObject({
      change: "noop",
      reason: "does not hold",
      gate: "does-not-hold",
      error: { message: "not in time: 503" },
    });
  });

  it("is waited for in each run, and writes nothing where nothing else is to be done", async () => {
    const stage = new GatedStage();
    await stage.run(between(), stage.with());
    stage.recorder.results.length = 0;
    stage.asked.length = 0;
    const execution = await stage.run(between(), stage.with());
    expect(stage.asked).toEqual(["wait g {}"]);
    expect(stage.recorder.results).toEqual([]);
    expect([...execution.plan.items]).toEqual([]);
  });

  it("is looked at once in a plan, and not where what it depends on will change", async () => {
    const stage = new GatedStage();
    stage.closed.add("other");
    const tasks = [...between(), gate("far", needs("b")), gate("other"), gate("fine")];
    const { of, plan } = await planned(stage, tasks);
    expect(of("g")?.decision).toMatchObject({
      change: "noop",
      reason: "probed after apply",
      drift: "unobservable",
      gate: "after-changes",
    });
    expect(of("far")?.decision.reason).toBe("probed after apply");
    expect(of("other")?.decision).toMatchObject({ reason: "does not hold: 503", drift: "resource-changed" });
    expect(of("fine")?.decision).toMatchObject({ reason: "holds", drift: "in-sync" });
    expect(stage.asked.sort()).toEqual(["look fine", "look other"]);
    expect([...plan.items.keys()].sort()).toEqual(["a", "b"]);
  });

  it("is looked at in its turn by a run that carries the plan out, and not before", async () => {
    const stage = new GatedStage();
    const { of } = await planned(stage, [gate("g")], { executes: true });
    expect(of("g")?.decision).toMatchObject({ reason: "probed in its turn", gate: "in-turn" });
    expect(stage.asked).toEqual([]);
  });

  it("is looked at by commands that only look, whatever would change", async () => {
    const stage = new GatedStage();
    const { of } = await planned(stage, between(), { action: "drift" });
    expect(of("g")?.decision.reason).toBe("holds");
  });

  it("is not looked at in an untrusted run, nor without refresh", async () => {
    for (const [options, reason] of [
      [{ trusted: false }, "not looked at in an untrusted run"],
      [{ refresh: "none" }, "not looked at"],
    ] as const) {
      const stage = new GatedStage();
      const { of } = await planned(stage, [gate("g")], options);
      expect(of("g")?.decision).toMatchObject({ change: "noop", reason, drift: "unobservable" });
      expect(stage.asked).toEqual([]);
    }
  });

  it("gets what tasks before it gave", async () => {
    const stage = new GatedStage();
    const spec = { id: "${VAR:a:ID}" };
    await stage.run([thing("a", "x"), gate("g", { spec, ...needs("a") })], stage.with());
    expect(stage.asked).toEqual(['wait g {"id":"id-of-x"}']);
  });

  it("comes along with the target that depends on it", async () => {
    const stage = new GatedStage();
    await stage.run([...between(), gate("away")], stage.with({ targets: ["b"] }));
    expect(stage.asked).toEqual(["wait g {}"]);
  });

  it("keeps the order in which what is around it goes", async () => {
    const stage = new GatedStage();
    const chain = [thing("b", "x", needs("h")), gate("h", needs("g")), gate("g", needs("a")), thing("a", "x")];
    await stage.run(chain, stage.with());
    expect(stage.recorder.tasks.get("b")?.dependencies).toEqual(["h", "g", "a"]);
    const left = await stage.run([], stage.with());
    expect(stage.world.log).toEqual(["delete b", "delete a"]);
    expect(statuses(left)).toEqual({ a: "done", b: "done" });
    await stage.run(chain, stage.with());
    const deleted = await stage.run(chain, stage.with({ action: "delete", parallelism: 1 }));
    expect(stage.world.log).toEqual(["delete b", "delete a"]);
    expect(deleted.reports.map(({ name }) => name)).toEqual(["b", "a"]);
  });

  it("is shown with what it waits for itself alone", async () => {
    const stage = new GatedStage();
    const { reports } = await stage.run(between(), stage.with());
    expect(reports.find(({ name }) => name === "b")?.dependencies).toEqual(["g"]);
  });

  it("takes the place of what was another kind: that is deleted, then it is waited for", async () => {
    const stage = new GatedStage();
    stage.recordedAs("g");
    const { of } = await planned(stage, [gate("g")]);
    expect(of("g")?.decision).toMatchObject({ change: "delete", reason: "kind changed" });
    const execution = await stage.run([gate("g")], stage.with({ limits: { maxDeletes: 1 } }));
    expect(stage.world.log).toEqual(["delete g", "pass g"]);
    expect(statuses(execution)).toEqual({ g: "done" });
    expect(stage.recorder.tasks.size).toBe(0);
    const again = await stage.run([thing("g", "x")], stage.with());
    expect([stage.world.log, statuses(again)]).toEqual([["create g=x"], { g: "done" }]);
  });

  it("that does not hold after what it was before has gone has failed, and that is gone", async () => {
    const stage = new GatedStage();
    stage.recordedAs("g");
    stage.closed.add("g");
    const execution = await stage.run([gate("g")], stage.with());
    expect(statuses(execution)).toEqual({ g: "failed" });
    expect(stage.recorder.tasks.size).toBe(0);
  });

  it("does not start in a run that is cancelled, and is cancelled while it waits", async () => {
    const stage = new GatedStage();
    const kinds = [
      stage.world.processor(),
      {
        ...stage.gate,
        create: async () => {
          stage.controller.abort(new Error("stop"));
          throw new Error("aborted");
        },
      },
    ];
    const execution = await stage.run([gate("g"), thing("b", "x", needs("g")), gate("later", needs("b"))], { kinds });
    expect(statuses(execution)).toEqual({ g: "cancelled", b: "skipped", later: "skipped" });
  });

  it("is tried again as often as it says", async () => {
    const stage = new GatedStage();
    stage.closed.add("g");
    await stage.run([gate("g", { retries: { limit: 2, delayMs: 10 } })], stage.with());
    expect(stage.asked).toHaveLength(3);
  });
});
