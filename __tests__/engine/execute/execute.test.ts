import { describe, expect, it } from "vitest";
import type { Hook, StepResult } from "../../../src/engine/ports/hook.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import { plain, present, type World } from "../samples.ts";
import { Stage, thing } from "../stage.ts";

const needs = (...tasks: string[]) => ({ dependencies: [{ tasks }] });
const { statuses } = Stage;

describe("execution", () => {
  it("runs independent tasks side by side, never more than the limit, and records each", async () => {
    const stage = new Stage();
    const tasks = Array.from({ length: 20 }, (_, number) => thing(`t${number}`, "x"));
    const execution = await stage.run(tasks, { parallelism: 3 });
    expect(stage.world.mostRunning).toBe(3);
    expect(Object.values(statuses(execution)).every((status) => status === "done")).toBe(true);
    expect(stage.recorder.tasks.size).toBe(20);
    expect(stage.recorder.pending.size).toBe(0);
    expect(execution.failure).toBeUndefined();
  });

  it("with one at a time is exactly in order", async () => {
    const stage = new Stage();
    await stage.run([thing("c", "x", needs("b")), thing("b", "x"), thing("a", "x")], { parallelism: 1 });
    expect(stage.world.log).toEqual(["create b=x", "create c=x", "create a=x"]);
  });

  it("stores all intents in one write before the first effect", async () => {
    const stage = new Stage();
    stage.recordedAs("old");
    stage.recordedAs("same", { spec: { path: "same", content: "x" } });
    let atFirst: string[] = [];
    stage.world.during = () => {
      if (stage.recorder.results.length === 0 && atFirst.length === 0)
        atFirst = [...stage.recorder.pending].map(([name, change]) => `${change} ${name}`);
    };
    await stage.run([thing("new", "x"), thing("same", "x")], { parallelism: 1 });
    expect(atFirst).toEqual(["create new", "delete old"]);
  });

  it("lets what left the manifest go only after everything else", async () => {
    const stage = new Stage();
    stage.recordedAs("base");
    stage.recordedAs("top", { dependencies: ["base"] });
    await stage.run([thing("a", "x"), thing("b", "x", needs("a"))], { parallelism: 8 });
    expect(stage.world.log).toEqual(["create a=x", "create b=x", "delete top", "delete base"]);
  });

  it("writes nothing for a task that is as it should be", async () => {
    const stage = new Stage();
    await stage.run([thing("a", "x")]);
    stage.recorder.results.length = 0;
    const execution = await stage.run([thing("a", "x")]);
    expect(execution.reports[0]).toMatchObject({ change: "noop", status: "done", outputs: { ID: "id-of-x" } });
    expect(stage.recorder.results).toEqual([]);
    expect(stage.world.log).toEqual([]);
  });

  it("records what of the manifest needs nothing done", async () => {
    const stage = new Stage();
    await stage.run([thing("a", "x")]);
    const execution = await stage.run([thing("a", "x", { lifecycle: { onRemove: "forget" } })]);
    expect(execution.reports[0]).toMatchObject({ change: "noop" });
    expect(stage.recorder.tasks.get("a")?.lifecycle).toEqual({ onRemove: "forget" });
    expect(stage.recorder.results.at(-1)?.undo).toBeNull();
  });

  it("follows a rename without touching anything", async () => {
    const stage = new Stage();
    await stage.run([thing("old", "x"), thing("user", "y", needs("old"))]);
    await stage.run([
      thing("user", "y", needs("new")),
      { ...thing("new", "x"), spec: { path: "old", content: "x" }, formerNames: ["old"] },
    ]);
    expect(stage.world.log).toEqual([]);
    expect([...stage.recorder.tasks.keys()].sort()).toEqual(["new", "user"]);
    expect(stage.recorder.tasks.get("user")?.dependencies).toEqual(["new"]);
  });

  it("hands outputs on to the tasks that wait for them, with their types, and records what it used", async () => {
    const stage = new Stage();
    const kind = stage.world.processor();
    const counting = {
      ...kind,
      create: async (spec: Parameters<typeof kind.create>[0], io: Parameters<typeof kind.create>[1]) => {
        await kind.create(spec, io);
        return {
          outputs: [
            { name: "PORT", value: 8080 },
            { name: "PORT", value: 9090, context: "prod" },
          ],
        };
      },
    };
    const tasks = [
      thing("a", "x"),
      thing("b", "", { spec: { path: "b", content: "port ${VAR:a:PORT}", port: "${VAR:a:PORT}" } }),
    ];
    const execution = await stage.run(tasks, { kinds: [counting] });
    expect(stage.world.things.get("b")).toEqual({ path: "b", content: "port 8080", port: 8080 });
    expect(stage.recorder.tasks.get("b")?.spec).toEqual({ path: "b", content: "port 8080", port: 8080 });
    expect(execution.reports.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("a task that waits for an output that never comes fails by itself", async () => {
    const stage = new Stage();
    const execution = await stage.run([
      thing("a", "x"),
      thing("b", "", { spec: { path: "b", content: "${VAR:a:IDD}" } }),
      thing("c", "x"),
    ]);
    expect(statuses(execution)).toEqual({ a: "done", b: "failed", c: "done" });
    expect(execution.reports[1]?.error).toMatchObject({
      message: 'task "b": task "a" has no output IDD',
      hint: "Did you mean ID?",
    });
    expect(stage.recorder.tasks.has("b")).toBe(false);
  });
});

describe("a may-change task", () => {
  const tasks = (content: string) => [
    thing("a", content),
    thing("b", "", { spec: { path: "b", content: "${VAR:a:ID}" } }),
  ];

  it("is updated when the value is another", async () => {
    const stage = new Stage();
    await stage.run(tasks("1"));
    const execution = await stage.run(tasks("2"));
    expect(execution.plan.tasks[1]?.decision).toMatchObject({ change: "update", reason: "may change" });
    expect(execution.reports[1]).toMatchObject({
      change: "update",
      status: "done",
      fields: [{ path: "/content", before: "id-of-1", after: "id-of-2" }],
    });
  });

  it("is left alone when the value is the same", async () => {
    const stage = new Stage();
    const constant = stage.world.processor({
      update: async (_, spec) => {
        stage.world.log.push(`update ${spec.path}`);
        stage.world.things.set(String(spec.path), spec);
        return { outputs: [{ name: "ID", value: "id-of-1" }] };
      },
    });
    await stage.run(tasks("1"), { kinds: [constant] });
    const execution = await stage.run(tasks("2"), { kinds: [constant] });
    expect(execution.plan.tasks[1]?.decision.reason).toBe("may change");
    expect(execution.reports[1]).toMatchObject({ change: "noop", status: "done" });
    expect(stage.world.log).toEqual(["update a"]);
    expect(stage.recorder.pending.size).toBe(0);
  });

  it("that was never recorded is adopted where the same is there already, and refused where something else is", async () => {
    const stage = new Stage();
    stage.world.things.set("b", { path: "b", content: "id-of-1" });
    const adopted = await stage.run(tasks("1"));
    expect(adopted.plan.tasks[1]?.decision.change).toBe("create");
    expect(adopted.reports[1]).toMatchObject({ change: "adopt", status: "done" });

    const other = new Stage();
    other.world.things.set("b", { path: "b", content: "theirs" });
    const refused = await other.run(tasks("1"));
    expect(refused.reports[1]).toMatchObject({
      status: "failed",
      error: { message: "the resource exists, differs from the spec in /content, and was not made by opus" },
    });
    expect(other.world.things.get("b")).toEqual({ path: "b", content: "theirs" });
    expect(other.recorder.pending.size).toBe(0);
  });
});

describe("a failure", () => {
  const tree = [thing("a", "x"), thing("b", "x", needs("a")), thing("c", "x", needs("b")), thing("d", "x")];

  it("skips what depends on it, and lets the rest go on", async () => {
    const stage = new Stage();
    stage.world.failing.push("create a=x");
    const execution = await stage.run(tree);
    expect(statuses(execution)).toEqual({ a: "rolled-back", b: "skipped", c: "skipped", d: "done" });
    expect(execution.reports[1]?.reason).toBe('"a" did not succeed');
    expect([...stage.recorder.tasks.keys()]).toEqual(["d"]);
  });

  it("with fail-fast starts nothing new", async () => {
    const stage = new Stage();
    stage.world.failing.push("create a=x");
    const execution = await stage.run([thing("a", "x"), thing("d", "x"), thing("e", "x")], {
      failFast: true,
      parallelism: 1,
    });
    expect(statuses(execution)).toEqual({ a: "rolled-back", d: "skipped", e: "skipped" });
    expect(execution.reports[1]?.reason).toBe("another task failed (fail-fast)");
    expect(stage.world.log).toEqual(["create a=x", "delete a"]);
  });

  it("keeps what depends on it from being deleted under it", async () => {
    const stage = new Stage();
    stage.recordedAs("base");
    stage.recordedAs("top", { dependencies: ["base"] });
    stage.world.failing.push("delete top");
    const execution = await stage.run([]);
    expect(statuses(execution)).toEqual({ top: "failed", base: "skipped" });
    expect([...stage.recorder.tasks.keys()].sort()).toEqual(["base", "top"]);
  });

  it("is tried again as often as the task says", async () => {
    const stage = new Stage();
    stage.world.failing.push("create a=x", "create a=x");
    const execution = await stage.run([thing("a", "x", { retries: { limit: 2, delayMs: 100 } })]);
    expect(statuses(execution)).toEqual({ a: "done" });
    expect(stage.events.filter(({ type }) => type === "task-retrying")).toHaveLength(2);
    expect(stage.clock.slept).toEqual([100, 200]);
  });
});

describe("rollback of a failed task", () => {
  /** One task whose operation fails, with its entry before. */
  async function failing(
    operation: string,
    more: Parameters<typeof thing>[2] = {},
    setup: (stage: Stage) => void = () => {},
    kind: Parameters<World["processor"]>[0] = {},
  ) {
    const stage = new Stage();
    setup(stage);
    stage.world.failing.push(...operation.split(", "));
    const execution = await stage.run([thing("a", "new", more)], { kinds: [stage.world.processor(kind)] });
    const [report] = execution.reports;
    return {
      stage,
      report,
      result: stage.recorder.results.at(-1),
      entry: stage.recorder.tasks.get("a"),
      log: stage.world.log,
    };
  }
  const recorded = (stage: Stage) => stage.recordedAs("a");

  it("a failed create is undone by delete with the attempted spec", async () => {
    const { report, entry, result, log, stage } = await failing("create a=new", {}, ({ world }) =>
      world.halfway.add("create a=new"),
    );
    expect(log).toEqual(["create a=new", "delete a"]);
    expect(report).toMatchObject({
      status: "rolled-back",
      change: "create",
      error: { message: "create a=new failed" },
    });
    expect(entry).toBeUndefined();
    expect(result).toEqual({ task: "a", entry: null, undo: null });
    expect(stage.world.things.size).toBe(0);
    expect(stage.recorder.pending.size).toBe(0);
    expect(stage.events.find(({ type }) => type === "task-rolling-back")).toMatchObject({
      task: "a",
      action: "deleting what was created",
    });
  });

  it("it is tainted when that fails too, and both causes are shown", async () => {
    const { report, entry, result } = await failing("create a=new, delete a");
    expect(report).toMatchObject({
      status: "tainted",
      error: { message: "create a=new failed", causes: [{ message: "rolling back failed too: delete a failed" }] },
    });
    expect(entry).toMatchObject({ status: "tainted", spec: { path: "a", content: "new" }, outputs: {} });
    expect(result?.undo).toEqual({ task: "a", change: "create", before: null });
  });

  it("with autoRollback: false it is failed, recorded as tainted, and nothing runs", async () => {
    const { report, entry, log, result } = await failing("create a=new", { autoRollback: false });
    expect(log).toEqual(["create a=new"]);
    expect(report?.status).toBe("failed");
    expect(entry?.status).toBe("tainted");
    expect(result?.undo).toEqual({ task: "a", change: "create", before: null });
  });

  it("a failed update is undone by update with the recorded spec", async () => {
    const { report, entry, log, result } = await failing("update a=new", {}, recorded);
    expect(log).toEqual(["update a=new", "update a=old"]);
    expect(report).toMatchObject({ status: "rolled-back", change: "update" });
    expect(entry).toMatchObject({
      status: "applied",
      spec: { path: "a", content: "old" },
      outputs: { ID: "id-of-old" },
    });
    expect(result?.undo).toBeNull();
  });

  it("an update is tainted when going back fails too, and keeps its recorded spec", async () => {
    const { report, entry, result } = await failing("update a=new, update a=old", {}, recorded);
    expect(report).toMatchObject({
      status: "tainted",
      error: { causes: [{ message: "rolling back failed too: update a=old failed" }] },
    });
    expect(entry).toMatchObject({ status: "tainted", spec: { path: "a", content: "old" } });
    expect(result?.undo).toMatchObject({ task: "a", change: "update", before: { status: "applied" } });
  });

  it("an update with autoRollback: false keeps its recorded spec, tainted", async () => {
    const { report, entry, log } = await failing("update a=new", { autoRollback: false }, recorded);
    expect(log).toEqual(["update a=new"]);
    expect(report?.status).toBe("failed");
    expect(entry).toMatchObject({ status: "tainted", spec: { path: "a", content: "old" } });
  });

  const moved = (stage: Stage) => stage.recordedAs("a", { spec: { path: "elsewhere", content: "old" } });

  it("a replacement whose create fails has its recorded spec created again", async () => {
    const { report, entry, log } = await failing("create a=new", {}, moved);
    expect(log).toEqual(["delete elsewhere", "create a=new", "delete a", "create elsewhere=old"]);
    expect(report).toMatchObject({ status: "rolled-back", change: "replace" });
    expect(entry).toMatchObject({ status: "applied", spec: { path: "elsewhere", content: "old" } });
  });

  it("a replacement is tainted when that fails too", async () => {
    const { report, entry } = await failing("create a=new, create elsewhere=old", {}, moved);
    expect(report).toMatchObject({ status: "tainted" });
    expect(entry).toMatchObject({ status: "tainted", spec: { path: "elsewhere", content: "old" } });
  });

  it("a replacement whose delete fails creates nothing", async () => {
    const { report, entry, log } = await failing("delete elsewhere", {}, moved);
    expect(log).toEqual(["delete elsewhere"]);
    expect(report?.status).toBe("failed");
    expect(entry).toMatchObject({ status: "applied", spec: { path: "elsewhere" } });
  });

  it("what failed without having touched anything is not undone", async () => {
    const untouched = {
      create: async () => {
        throw new TaskFailure("no room", { untouched: true });
      },
    };
    const { report, entry, log } = await failing("nothing", {}, () => {}, untouched);
    expect(log).toEqual([]);
    expect(report).toMatchObject({ status: "failed", rollback: "needless", error: { message: "no room" } });
    expect(entry).toBeUndefined();
  });

  it("what failed without having touched anything is undone when an earlier try had", async () => {
    let tries = 0;
    const halfUntouched = {
      create: async () => {
        tries++;
        throw new TaskFailure(`try ${tries}`, { hint: "Look.", untouched: tries > 1 });
      },
    };
    const { report, log } = await failing("nothing", { retries: { limit: 1, delayMs: 1 } }, () => {}, halfUntouched);
    expect(log).toEqual(["delete a"]);
    expect(report).toMatchObject({ status: "rolled-back", error: { message: "try 2", hint: "Look." } });
  });

  it("a delete that has not touched anything is not rolled back", async () => {
    const calls: string[] = [];
    const stage = new Stage();
    recorded(stage);
    const kind = stage.world.processor({
      delete: async () => {
        throw new TaskFailure("no shell", { untouched: true });
      },
      undo: {
        rollback: async () => {
          calls.push("rollback");
          return undefined;
        },
      },
    });
    const { reports } = await stage.run([], { kinds: [kind] });
    expect(reports).toMatchObject([{ status: "failed", error: { message: "no shell" } }]);
    expect(calls).toEqual([]);
  });

  it("a processor's own rollback comes first", async () => {
    const calls: unknown[] = [];
    const rollback: Partial<TaskProcessor> = {
      undo: {
        rollback: async (...args: readonly unknown[]) => {
          calls.push(args.slice(0, 3));
          return undefined;
        },
      },
    };
    const created = await failing("create a=new", {}, () => {}, rollback);
    expect(created.log).toEqual(["create a=new"]);
    expect(created.report?.status).toBe("rolled-back");
    const updated = await failing("update a=new", {}, recorded, rollback);
    expect(updated.log).toEqual(["update a=new"]);
    expect(calls).toEqual([
      ["create", undefined, { path: "a", content: "new" }],
      ["update", { path: "a", content: "old" }, { path: "a", content: "new" }],
    ]);
  });

  it("a failed adopt deletes nothing and records nothing", async () => {
    const { report, entry, log, stage } = await failing("update a=new", { lifecycle: { adopt: true } }, ({ world }) =>
      world.things.set("a", { path: "a", content: "theirs" }),
    );
    expect(log).toEqual(["update a=new"]);
    expect(report).toMatchObject({ status: "failed", change: "adopt" });
    expect(entry).toBeUndefined();
    expect(stage.world.things.get("a")).toEqual({ path: "a", content: "theirs" });
    expect(stage.recorder.pending.size).toBe(0);
  });
});

describe("a failed delete", () => {
  async function deleting(setup: (stage: Stage) => void) {
    const stage = new Stage();
    stage.recordedAs("a");
    setup(stage);
    stage.world.failing.push("delete a");
    const execution = await stage.run([]);
    return {
      report: execution.reports[0],
      entry: stage.recorder.tasks.get("a"),
      result: stage.recorder.results.at(-1),
    };
  }

  it("whose resource is gone all the same is a delete", async () => {
    const { report, entry, result } = await deleting(({ world }) => world.halfway.add("delete a"));
    expect(report).toMatchObject({ status: "done", change: "delete", error: null });
    expect(entry).toBeUndefined();
    expect(result?.undo).toMatchObject({ task: "a", change: "delete" });
  });

  it("whose resource is still there stays recorded", async () => {
    const { report, entry } = await deleting(() => {});
    expect(report).toMatchObject({ status: "failed", error: { message: "delete a failed" } });
    expect(entry).toMatchObject({ status: "applied" });
  });
});

describe("the undo record", () => {
  it("says of each change how to go back", async () => {
    const stage = new Stage();
    stage.recordedAs("updated");
    stage.recordedAs("deleted");
    stage.recordedAs("forgotten", { lifecycle: { onRemove: "forget" } });
    stage.world.things.set("adopted", { path: "adopted", content: "x" });
    await stage.run([thing("created", "x"), thing("updated", "x"), thing("adopted", "x")]);
    const undo = Object.fromEntries(
      stage.recorder.results.map(({ task, undo: entry }) => [
        task,
        entry && [entry.change, entry.before?.spec ?? null],
      ]),
    );
    expect(undo).toEqual({
      created: ["create", null],
      updated: ["update", { path: "updated", content: "old" }],
      adopted: ["adopt", null],
      deleted: ["delete", { path: "deleted", content: "old" }],
      forgotten: ["forget", { path: "forgotten", content: "old" }],
    });
    expect(stage.world.things.has("forgotten")).toBe(true);
  });

  it("keeps the day on which a resource was made", async () => {
    const stage = new Stage();
    stage.recordedAs("a");
    await stage.run([thing("a", "x")]);
    expect(stage.recorder.tasks.get("a")).toMatchObject({
      createdAt: "2026-01-01T00:00:00.000Z",
      updatedAt: "1970-01-01T00:00:00.000Z",
    });
  });
});

describe("sensitive outputs", () => {
  it("are neither recorded nor shown, and can be used by tasks of this run", async () => {
    const stage = new Stage();
    const kind = stage.world.processor();
    const secretive = {
      ...kind,
      create: async (spec: Parameters<typeof kind.create>[0], io: Parameters<typeof kind.create>[1]) => {
        await kind.create(spec, io);
        return {
          outputs: [
            { name: "PASSWORD", value: "hunter2-hunter2", sensitive: true },
            { name: "URL", value: "db://hunter2-hunter2@host" },
          ],
        };
      },
    };
    const execution = await stage.run(
      [thing("db", "x"), thing("app", "", { spec: { path: "app", content: "p=${VAR:db:PASSWORD}" } })],
      { kinds: [secretive] },
    );
    expect(stage.world.things.get("app")?.content).toBe("p=hunter2-hunter2");
    expect(stage.recorder.tasks.get("app")?.spec).toEqual({ path: "app", content: "p=${VAR:db:PASSWORD}" });
    expect(stage.recorder.tasks.get("db")?.sensitiveOutputs).toContain("PASSWORD");
    const shown = JSON.stringify([
      execution.reports.map(({ outputs }) => outputs),
      stage.recorder.results.map(({ entry }) => entry?.spec),
      stage.recorder.results.map(({ entry }) => [entry?.outputs]),
    ]);
    expect(shown).not.toContain('"PASSWORD":"');
    expect(stage.redactor.contains("hunter2-hunter2")).toBe(true);
  });
});

describe("hooks of the repository", () => {
  const logging = (log: string[], name: string, more: Partial<Hook> = {}): Hook => ({
    name,
    around: async (step, next) => {
      log.push(`${name} before ${step.change} ${step.task} ${JSON.stringify(step.spec)}`);
      const result = await next(step);
      log.push(`${name} after ${result.status} ${JSON.stringify(result.outputs)}`);
      return result;
    },
    ...more,
  });

  it("run in order around the work, see the resolved spec, and end before state is written", async () => {
    const stage = new Stage();
    const { log } = stage.world;
    const recordAt: number[] = [];
    const { record } = stage.recorder;
    stage.recorder.record = async (result) => {
      recordAt.push(log.length);
      return record.call(stage.recorder, result);
    };
    await stage.run([thing("a", "x")], { hooks: [logging(log, "one"), logging(log, "two")] });
    expect(log).toEqual([
      'one before create a {"path":"a","content":"x"}',
      'two before create a {"path":"a","content":"x"}',
      "create a=x",
      'two after done {"ID":"id-of-x"}',
      'one after done {"ID":"id-of-x"}',
    ]);
    expect(recordAt).toEqual([5]);
  });

  it("are active for their commands only", async () => {
    const stage = new Stage();
    await stage.run([thing("a", "x")], { hooks: [logging(stage.world.log, "one", { commands: ["deploy"] })] });
    expect(stage.world.log).toEqual(["create a=x"]);
  });

  it("see no secret in a spec", async () => {
    const stage = new Stage();
    const seen: unknown[] = [];
    const hook: Hook = {
      name: "look",
      around: async (step, next) => {
        seen.push(step.spec);
        return next(step);
      },
    };
    await stage.run([thing("a", "", { spec: { path: "a", content: "t=${SECRET:token}" } })], {
      hooks: [hook],
      environment: { TOKEN: "s3cr3t-value" },
    });
    expect(seen).toEqual([{ path: "a", content: "t=${SECRET:token}" }]);
    expect(stage.world.things.get("a")?.content).toBe("t=s3cr3t-value");
    expect(stage.recorder.tasks.get("a")).toMatchObject({
      spec: { content: "t=${SECRET:token}" },
      secrets: { token: "TOKEN" },
    });
  });

  it("that fail after the work fail the task, and its result stands", async () => {
    const stage = new Stage();
    const hook: Hook = {
      name: "notify",
      around: async (step, next) => {
        await next(step);
        throw new Error("no network");
      },
    };
    const execution = await stage.run([thing("a", "x"), thing("b", "x", needs("a"))], { hooks: [hook] });
    expect(statuses(execution)).toEqual({ a: "failed", b: "skipped" });
    expect(execution.reports[0]?.error?.message).toBe(
      'the hook "notify" failed after the task was through: no network',
    );
    expect(stage.recorder.tasks.get("a")).toMatchObject({ status: "applied", outputs: { ID: "id-of-x" } });
    expect(stage.world.log).toEqual(["create a=x"]);
  });

  it("that refuse a task keep it from happening", async () => {
    const stage = new Stage();
    const hook: Hook = {
      name: "gate",
      around: async () => {
        throw new TaskFailure("not on Fridays", { hint: "Wait." });
      },
    };
    const execution = await stage.run([thing("a", "x")], { hooks: [hook] });
    expect(execution.reports[0]).toMatchObject({
      status: "failed",
      error: { message: "not on Fridays", hint: "Wait." },
    });
    expect(stage.world.log).toEqual([]);
    expect(stage.recorder.began.size).toBe(0);
  });

  it("can't make a failure look like a success", async () => {
    const stage = new Stage();
    stage.world.failing.push("create a=x");
    const fake: StepResult = { status: "done", change: "create", outputs: {}, error: null };
    const hook: Hook = {
      name: "lie",
      around: async (step, next) => {
        await next(step);
        return fake;
      },
    };
    expect(statuses(await stage.run([thing("a", "x")], { hooks: [hook] }))).toEqual({ a: "rolled-back" });
  });
});

describe("state that can't be written", () => {
  it("before the first effect: nothing happens", async () => {
    const stage = new Stage();
    stage.recorder.failAt = "begin";
    const execution = await stage.run([thing("a", "x"), thing("b", "x")]);
    expect(execution.failure).toMatchObject({ reason: "state-unavailable", message: "disk full" });
    expect(statuses(execution)).toEqual({ a: "skipped", b: "skipped" });
    expect(stage.world.log).toEqual([]);
  });

  it("in the middle: what runs ends, nothing new starts", async () => {
    const stage = new Stage();
    stage.recorder.failAt = "record a";
    const execution = await stage.run([thing("a", "x"), thing("b", "x"), thing("c", "x")], { parallelism: 1 });
    expect(execution.failure?.message).toBe("disk full");
    expect(statuses(execution)).toEqual({ a: "done", b: "skipped", c: "skipped" });
    expect(execution.reports[1]?.reason).toBe("state could not be written");
    expect(stage.world.log).toEqual(["create a=x"]);
    expect(stage.recorder.tasks.has("a")).toBe(true);
  });

  it.each(["create", "update", "replace", "delete"])(
    "when a task is about to %s: nothing is done, and nothing is rolled back",
    async (change) => {
      const stage = new Stage();
      if (change === "update" || change === "delete") stage.recordedAs("a");
      if (change === "replace") stage.recordedAs("a", { spec: { path: "elsewhere", content: "old" } });
      stage.recorder.failAt = "started a";
      const execution = await stage.run(change === "delete" ? [] : [thing("a", "x")]);
      expect(execution.plan.tasks[0]?.decision.change).toBe(change);
      expect(execution.failure?.message).toBe("disk full");
      expect(stage.world.log).toEqual([]);
      expect(execution.reports[0]).toMatchObject({
        status: "cancelled",
        error: { message: "state could not be written, so it was not started" },
      });
    },
  );
});

describe("cancellation", () => {
  it("starts nothing new, aborts what runs, and leaves that pending", async () => {
    const stage = new Stage();
    stage.world.during = (operation, signal) =>
      operation === "create b=x"
        ? new Promise((_, reject) => {
            signal.addEventListener("abort", () => reject(new Error("stopped")));
            setImmediate(() => stage.controller.abort("SIGINT"));
          })
        : undefined;
    const execution = await stage.run([thing("a", "x"), thing("b", "x"), thing("c", "x")], { parallelism: 1 });
    expect(statuses(execution)).toEqual({ a: "done", b: "cancelled", c: "cancelled" });
    expect(execution.reports[2]?.reason).toBe("the run was cancelled before it started");
    expect([...stage.recorder.pending.keys()]).toEqual(["b", "c"]);
    expect([...stage.recorder.began]).toEqual(["a", "b"]);
    expect([...stage.recorder.tasks.keys()]).toEqual(["a"]);
    expect(stage.world.log).toEqual(["create a=x", "create b=x"]);
  });

  it("in the middle of putting something back leaves it pending, too", async () => {
    const stage = new Stage();
    stage.world.failing.push("create a=x");
    stage.world.during = (operation, signal) =>
      operation === "delete a"
        ? new Promise((_, reject) => {
            signal.addEventListener("abort", () => reject(new Error("stopped")));
            setImmediate(() => stage.controller.abort("SIGINT"));
          })
        : undefined;
    const execution = await stage.run([thing("a", "x")]);
    expect(statuses(execution)).toEqual({ a: "cancelled" });
    expect([...stage.recorder.pending.keys()]).toEqual(["a"]);
  });
});

describe("a replacement that takes over what is there already", () => {
  const moved = (stage: Stage) => {
    stage.recordedAs("a", { spec: { path: "elsewhere", content: "old" } });
    return stage;
  };

  it("keeps it when it is equal, changes it when it may, and overwrites nothing that came since the plan", async () => {
    const equal = moved(new Stage());
    equal.world.things.set("a", { path: "a", content: "x" });
    expect(statuses(await equal.run([thing("a", "x")]))).toEqual({ a: "done" });
    expect(equal.world.log).toEqual(["delete elsewhere"]);

    const adopted = moved(new Stage());
    adopted.world.things.set("a", { path: "a", content: "theirs" });
    expect(statuses(await adopted.run([thing("a", "x", { lifecycle: { adopt: true } })]))).toEqual({ a: "done" });
    expect(adopted.world.log).toEqual(["delete elsewhere", "update a=x"]);

    const refused = moved(new Stage());
    refused.world.things.set("a", { path: "a", content: "theirs" });
    expect((await refused.run([thing("a", "x")])).reports[0]).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("was not made by opus") },
    });
    expect(refused.world.log).toEqual([]);
  });
});

it("warnings of a processor are shown with its task", async () => {
  const stage = new Stage();
  const kind = plain({
    observe: async () => present({}),
    update: async () => ({ outputs: [], warnings: ["careful"] }),
  });
  stage.recordedAs("a");
  await stage.run([thing("a", "x")], { kinds: [kind] });
  expect(stage.world.log).toEqual(["stderr of a: careful"]);
});
