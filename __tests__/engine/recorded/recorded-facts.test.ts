import { beforeEach, describe, expect, it } from "vitest";
import type { TaskState } from "../../../src/engine/model/state-body.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import type { Io } from "../../../src/engine/ports/task-io.ts";
import { keptOutputs, outputsOfRun } from "../../../src/engine/recorded/outputs.ts";
import { Stage, thing } from "../stage.ts";

/** What each call knew of its resource. */
let known: { [operation: string]: unknown };
let stage: Stage;

beforeEach(() => {
  known = {};
  stage = new Stage();
});

const seen = ({ recorded }: Io) => (recorded ? { ...recorded } : undefined);

/** A kind whose resources have an ID of their own: it tells of it at once, and fails where it should. */
function kind(more: Partial<TaskProcessor> = {}, failing: readonly string[] = []): TaskProcessor {
  let next = 1;
  const operate = (operation: string, io: Io, otherwise: () => void = () => {}): void => {
    known[operation] = seen(io);
    otherwise();
    if (failing.includes(operation)) throw new TaskFailure(`${operation} failed`);
  };
  return stage.world.processor({
    create: async (spec, io) => {
      known.begin = seen(io);
      const id = next++;
      stage.world.things.set(String(spec.path), spec);
      io.made({ id }, [{ name: "ID", value: id }]);
      operate("create", io);
      return { outputs: [{ name: "ID", value: id }], observed: { id } };
    },
    update: async (_, spec, io) => {
      operate("update", io, () => stage.world.things.set(String(spec.path), spec));
      return { outputs: [{ name: "SIZE", value: String(spec.content).length }] };
    },
    delete: async (spec, io) => operate("delete", io, () => void stage.world.things.delete(String(spec.path))),
    ...more,
  });
}

const entry = (): TaskState | undefined => stage.recorder.tasks.get("a");
const run = (content: string, kinds: readonly TaskProcessor[], path = "a") =>
  stage.run([thing("a", content, { spec: { path, content } })], { kinds });

describe("what calls know of their resource", () => {
  it("a create nothing, until it has made something; the rest what is recorded", async () => {
    const kinds = [kind()];
    await run("one", kinds);
    const first = { spec: { path: "a", content: "one" }, outputs: { ID: 1 }, observed: { id: 1 }, missing: [] };
    expect(known).toEqual({ begin: undefined, create: first });
    expect(stage.recorder.journal).toEqual([{ task: "a", made: { outputs: { ID: 1 }, observed: { id: 1 } } }]);
    await run("other", kinds);
    expect(known.update).toEqual(first);
    // What it gave is added to what was there.
    expect(entry()).toMatchObject({ outputs: { ID: 1, SIZE: 5 } });
    await run("other", kinds, "b");
    expect(known.delete).toMatchObject({ outputs: { ID: 1, SIZE: 5 } });
    expect(known.begin).toBeUndefined();
    expect(entry()).toMatchObject({ outputs: { ID: 2 }, observed: { id: 2 } });
    await stage.run([], { kinds });
    expect(known.delete).toMatchObject({ spec: { path: "b" }, outputs: { ID: 2 } });
  });

  it("an undone create what it had made", async () => {
    const { reports } = await run("one", [kind({}, ["create"])]);
    expect(reports).toMatchObject([{ status: "rolled-back" }]);
    expect(known.delete).toMatchObject({ outputs: { ID: 1 }, observed: { id: 1 } });
    expect(entry()).toBeUndefined();
  });

  it("a create that can't be undone is recorded with what it made", async () => {
    const { reports } = await run("one", [kind({}, ["create", "delete"])]);
    expect(reports).toMatchObject([{ status: "tainted" }]);
    expect(entry()).toMatchObject({ status: "tainted", outputs: { ID: 1 }, observed: { id: 1 } });
  });

  it("a replacement whose create and its undoing fail leaves the new resource, not the old one", async () => {
    await run("one", [kind()]);
    const { reports } = await run("one", [kind({}, ["create"])], "b");
    expect(reports).toMatchObject([{ status: "tainted" }]);
    expect(known.delete).toMatchObject({ outputs: { ID: 1 } });
    stage = new Stage();
    await run("one", [kind()]);
    let deletes = 0;
    const stuck = kind({
      create: async (_, io) => {
        io.made({ id: 9 }, [{ name: "ID", value: 9 }]);
        throw new TaskFailure("create failed");
      },
      delete: async () => {
        if (++deletes > 1) throw new TaskFailure("delete failed");
      },
    });
    expect((await run("one", [stuck], "b")).reports).toMatchObject([{ status: "tainted" }]);
    expect(entry()).toMatchObject({ status: "tainted", spec: { path: "b" }, outputs: { ID: 9 }, observed: { id: 9 } });
  });

  it("a replacement that fails, and whose making again fails too, knows what is there now, and no ID of what was deleted", async () => {
    await run("one", [kind()]);
    let next = 8;
    const failing = (tells: boolean) =>
      kind({
        create: async (_, io) => {
          if (tells) io.made({ id: ++next }, [{ name: "ID", value: next }]);
          throw new TaskFailure("create failed");
        },
      });
    await run("one", [failing(true)], "b");
    // 9 was deleted again; 10 is what making the old one again has left.
    expect(entry()).toMatchObject({
      status: "tainted",
      spec: { path: "a" },
      outputs: { ID: 10 },
      observed: { id: 10 },
    });

    stage = new Stage();
    await run("one", [kind()]);
    await run("one", [failing(false)], "b");
    expect(entry()).toMatchObject({ status: "tainted", spec: { path: "a" }, outputs: {} });
    expect(entry()).not.toHaveProperty("observed");
  });

  it("an update that fails and can't be undone keeps what it gave", async () => {
    await run("one", [kind()]);
    const failing = kind({
      update: async (_, __, io) => {
        io.made(undefined, [{ name: "STEP", value: 2 }]);
        throw new TaskFailure("update failed");
      },
    });
    await run("two", [failing]);
    expect(entry()).toMatchObject({ status: "tainted", outputs: { ID: 1, STEP: 2 }, observed: { id: 1 } });
  });

  it("a failure that says it changed nothing is not believed when something was made", async () => {
    const wrong = kind({
      create: async (_, io) => {
        io.made({ id: 9 });
        throw new TaskFailure("no", { untouched: true });
      },
    });
    expect((await run("one", [wrong])).reports).toMatchObject([{ status: "rolled-back" }]);
    expect(known.delete).toMatchObject({ observed: { id: 9 } });
  });

  it("an undoing sees sensitive values that state will not hold; the call itself sees what state will", async () => {
    const secret = kind({
      create: async (_, io) => {
        io.made(undefined, [{ name: "KEY", value: "s3cr3t-key", sensitive: true }]);
        known.create = seen(io);
        throw new TaskFailure("create failed");
      },
    });
    await run("one", [secret]);
    expect(known.create).toMatchObject({ outputs: {}, missing: ["KEY"] });
    expect(known.delete).toMatchObject({ outputs: { KEY: "s3cr3t-key" }, missing: [] });
    expect(stage.recorder.journal).toEqual([{ task: "a", made: { outputs: {}, sensitiveOutputs: ["KEY"] } }]);
    expect(stage.redactor.contains("s3cr3t-key")).toBe(true);
  });

  it("what can't be journalled stops what comes after, and not what was made", async () => {
    stage.recorder.failAt = "made a";
    const { reports, failure } = await stage.run(
      [thing("a", "one"), thing("b", "one", { dependencies: [{ tasks: ["a"] }] })],
      { kinds: [kind()] },
    );
    expect(reports).toMatchObject([{ status: "done" }, { status: "skipped" }]);
    expect(failure?.message).toBe("disk full");
  });
});

describe("a kind that can't delete", () => {
  const makes = (more: Partial<TaskProcessor> = {}): TaskProcessor =>
    kind({ compare: { deletes: () => false, replaces: () => true, replaceOn: () => ["/content"] }, ...more });
  const failing = () =>
    makes({
      create: async () => {
        throw new TaskFailure("create failed");
      },
    });

  it("was not made when looking finds nothing", async () => {
    expect((await run("one", [failing()])).reports).toMatchObject([{ status: "failed", rollback: "needless" }]);
    expect(entry()).toBeUndefined();
  });

  it("is tainted when there is something, or nobody can look, and made again by create", async () => {
    const blind = { observe: async () => ({ state: "unobservable" as const, why: "can't look" }) };
    expect((await run("one", [{ ...failing(), ...blind }])).reports).toMatchObject([
      { status: "tainted", rollback: "impossible", error: { message: "create failed" } },
    ]);
    expect(entry()).toMatchObject({ status: "tainted" });
    for (const [content, reason] of [
      ["one", "tainted"],
      ["two", "spec changed"],
    ] as const) {
      const { plan } = await stage.plan([thing("a", content)], { kinds: [makes(blind)] });
      expect(plan.tasks[0]?.decision).toMatchObject({ change: "create", reason, goesOn: true });
      const { plan: create } = await stage.plan([thing("a", content)], { kinds: [makes(blind)], action: "create" });
      expect(create.tasks[0]?.decision.change).toBe("create");
    }
    expect((await run("one", [makes(blind)])).reports).toMatchObject([{ status: "done" }]);
    expect(known.begin).toMatchObject({ spec: { path: "a", content: "one" } });
    expect(entry()).toMatchObject({ status: "applied" });
  });
});

describe("adopting", () => {
  const found = { outputs: [{ name: "ID", value: 7 }] };
  const looking = kindOf();
  function kindOf(): Partial<TaskProcessor> {
    return {
      observe: async (spec) => {
        const facts = stage.world.things.get(String(spec.path));
        return facts ? { state: "present", facts, ...found } : { state: "absent" };
      },
    };
  }

  it("records what looking found", async () => {
    stage.world.things.set("a", { path: "a", content: "one", id: 7 });
    await run("one", [kind(looking)]);
    expect(entry()).toMatchObject({ outputs: { ID: 7 }, observed: { path: "a", content: "one", id: 7 } });
  });

  it("hands it to the update that follows, and keeps it", async () => {
    stage.world.things.set("a", { path: "a", content: "theirs" });
    await stage.run([thing("a", "one", { lifecycle: { adopt: true } })], { kinds: [kind(looking)] });
    expect(known.update).toMatchObject({ outputs: { ID: 7 }, observed: { content: "theirs" } });
    expect(entry()).toMatchObject({ outputs: { ID: 7, SIZE: 3 } });
  });

  it("takes over what stands where a replacement leads", async () => {
    await run("one", [kind(looking)]);
    stage.world.things.set("b", { path: "b", content: "one" });
    await run("one", [kind(looking)], "b");
    expect(entry()).toMatchObject({ spec: { path: "b" }, outputs: { ID: 7 } });
  });
});

describe("outputs that are kept", () => {
  it.each([
    ["added", { outputs: { A: 1 } }, { outputs: { B: 2 } }, { outputs: { A: 1, B: 2 } }],
    ["given anew", { outputs: { A: 1 } }, { outputs: { A: 2 } }, { outputs: { A: 2 } }],
    [
      "sensitive now",
      { outputs: { A: "open" } },
      { outputs: {}, sensitiveOutputs: ["A"] },
      { outputs: {}, sensitiveOutputs: ["A"] },
    ],
    ["open now", { outputs: {}, sensitiveOutputs: ["A"] }, { outputs: { A: 1 } }, { outputs: { A: 1 } }],
    [
      "still missing",
      { outputs: {}, sensitiveOutputs: ["A"] },
      { outputs: { B: 1 } },
      { outputs: { B: 1 }, sensitiveOutputs: ["A"] },
    ],
  ])("%s", (_, before, given, kept) => expect(keptOutputs(before, given)).toEqual(kept));

  it("are seen by a run under their names, the most specific binding first", () => {
    const outputs = { A: 0, ":test:A": 1, "apply::A": 2, "apply:test:A": 3, "other::B": 4, C: 5, ":test:C": 6 };
    expect(outputsOfRun(outputs, { command: "apply", context: "test" })).toEqual({ A: 3, C: 6 });
    expect(outputsOfRun(outputs, { command: "other", context: "prod" })).toEqual({ A: 0, B: 4, C: 5 });
  });
});
