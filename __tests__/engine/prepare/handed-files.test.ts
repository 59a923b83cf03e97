import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { Task } from "../../../src/engine/model/task.ts";
import type { TaskProcessor, WorkspaceRules } from "../../../src/engine/ports/processor.ts";
import { filePattern, mayMeet } from "../../../src/engine/prepare/handed-files.ts";
import { plain, task } from "../samples.ts";
import { Stage, thing } from "../stage.ts";

describe("whether two patterns may stand for one file", () => {
  it.each([
    ["out/raw.csv", "out/raw.csv", true],
    ["out/raw.csv", "./out//raw.csv", true],
    ["out/raw.csv", "out/../out/raw.csv", true],
    ["out/raw.csv", "out/Raw.csv", true],
    ["out/raw.csv", "out/other.csv", false],
    ["out/raw.csv", "outer/raw.csv", false],
    // A folder stands for all below it.
    ["out/raw.csv", "out", true],
    ["out", "out/deep/er/raw.csv", true],
    ["out/raw.csv", ".", true],
    ["out/raw.csv", "out/*.csv", true],
    ["out/raw.csv", "out/*.txt", false],
    ["out/raw.csv", "*/raw.csv", true],
    ["out/raw.csv", "src/**", false],
    ["out/raw.csv", "**/*.txt", true],
    ["out/.hidden", "out/*", true],
    ["out/*.csv", "out/raw.*", true],
    ["out/*/a", "out/b/*", true],
    ["out/*/a", "out/b/c", false],
    ["out/a?.csv", "out/ab.csv", true],
    ["{out,dist}/x", "dist/x", true],
    ["out/@(a|b)/x", "out/c", true],
    ["app/[id]/page.js", "app/[id]/page.js", true],
  ])("%s and %s: %s", (one, other, meet) => {
    expect(mayMeet(filePattern(one), filePattern(other))).toBe(meet);
    expect(mayMeet(filePattern(other), filePattern(one))).toBe(meet);
  });
});

describe("files that tasks hand to each other", () => {
  /** Reads the files of `inputs` out of a world of texts. */
  const reader = (files: Map<string, string>, log: string[]): TaskProcessor =>
    plain({
      kind: "Reader",
      fields: {
        files: ["inputs"],
        expand: async (spec) => {
          const found = Object.fromEntries((spec.inputs as string[]).map((path) => [path, files.get(path) ?? "none"]));
          return { ok: true, value: { spec: { ...spec, found } } };
        },
      },
      workspace: { reads: { from: "inputs", into: "found" } },
      observe: async () => ({ state: "unobservable", why: "can't look" }),
      create: async ({ found }) => {
        log.push(`create ${JSON.stringify(found)}`);
        return { outputs: [] };
      },
      update: async (_, { found }) => {
        log.push(`update ${JSON.stringify(found)}`);
        return { outputs: [] };
      },
    });
  const read = (inputs: readonly string[], tasks: readonly string[], more: JsonObject = {}): Task =>
    task("read", { kind: "Reader", spec: { inputs: [...inputs], ...more }, dependencies: [{ tasks }] });

  function scene(writes?: WorkspaceRules["writes"]) {
    const stage = new Stage();
    const files = new Map<string, string>();
    const log: string[] = [];
    const kind = stage.world.processor();
    const writer: TaskProcessor = {
      ...kind,
      ...(writes ? { workspace: { writes } } : {}),
      create: async (spec, io) => {
        files.set(`${spec.path}`, `${spec.content}`);
        return kind.create(spec, io);
      },
      update: async (before, after, io) => {
        files.set(`${after.path}`, `${after.content}`);
        return kind.update(before, after, io);
      },
    };
    return { stage, files, log, kinds: [writer, reader(files, log)] };
  }

  it("are read when the task is ready, and what they hold decides then", async () => {
    const { stage, log, kinds } = scene();
    const first = await stage.run([thing("a", "1"), read(["a"], ["a"])], { kinds });
    expect(first.plan.tasks[1]?.decision).toMatchObject({
      change: "create",
      fields: [{ path: "/inputs" }, { path: "/found", knownAfter: ["a"] }],
    });
    expect(stage.recorder.tasks.get("read")?.spec).toEqual({ inputs: ["a"], found: { a: "1" } });
    const unchanged = await stage.run([thing("a", "1"), read(["a"], ["a"])], { kinds });
    expect(unchanged.plan.counts).toMatchObject({ noop: 2 });
    const changed = await stage.run([thing("a", "2"), read(["a"], ["a"])], { kinds });
    expect(changed.plan.tasks[1]?.decision).toMatchObject({ change: "update", reason: "may change" });
    expect(changed.reports[1]).toMatchObject({
      change: "update",
      fields: [{ path: "/found/a", before: "1", after: "2" }],
    });
    const same = await stage.run(
      [thing("a", "2", { spec: { path: "a", content: "2", mode: "x" } }), read(["a"], ["a"])],
      { kinds },
    );
    expect(same.plan.tasks[1]?.decision).toMatchObject({ change: "update", reason: "may change" });
    expect(same.reports[1]).toMatchObject({ change: "noop", status: "done" });
    expect(log).toEqual(['create {"a":"1"}', 'update {"a":"2"}']);
    const after = await stage.run(
      [thing("a", "2", { spec: { path: "a", content: "2", mode: "x" } }), read(["a"], ["a"])],
      { kinds },
    );
    expect(after.plan.counts).toMatchObject({ noop: 2 });
  });

  it.each<[string, readonly string[], WorkspaceRules["writes"], readonly string[] | undefined]>([
    ["a kind that may write anything", ["x/**"], undefined, ["a"]],
    ["a kind that does not know yet", ["x/**"], () => undefined, ["a"]],
    ["a kind that writes just that", ["x/**"], () => ["x/y"], ["a"]],
    ["a kind that writes something else", ["x/**"], () => ["z"], undefined],
    ["a kind that writes nothing", ["x/**"], () => [], undefined],
    ["what is left out", ["x/**", "!x/y"], () => ["x/y"], undefined],
    ["what is left out with its folder", ["**", "!x"], () => ["x/**"], undefined],
    ["what is left out in part", ["x/**", "!x/*.md"], () => ["x/y", "x/r.md"], ["a"]],
  ])("wait for %s: %j", async (_what, inputs, writes, waits) => {
    const { stage, kinds } = scene(writes);
    const { plan } = await stage.plan([thing("a", "1"), read(inputs, ["a"])], { kinds });
    const field = plan.tasks[1]?.decision.fields.find(({ path }) => path === "/found");
    expect(field?.knownAfter).toEqual(waits);
    expect(plan.items.get("read")?.awaits).toEqual(waits ?? []);
  });

  it("come from tasks further off, too, and only from those that change", async () => {
    const { stage, kinds } = scene();
    const chain = [
      thing("a", "1"),
      thing("b", "1", { dependencies: [{ tasks: ["a"] }] }),
      thing("c", "1"),
      read(["a"], ["b", "c"]),
    ];
    await stage.run(chain, { kinds });
    const { plan } = await stage.plan(
      [
        thing("a", "2"),
        thing("b", "1", { dependencies: [{ tasks: ["a"] }] }),
        thing("c", "1"),
        read(["a"], ["b", "c"]),
      ],
      { kinds },
    );
    expect(plan.tasks.map(({ name, decision }) => [name, decision.change])).toEqual([
      ["a", "update"],
      ["b", "noop"],
      ["c", "noop"],
      ["read", "update"],
    ]);
    expect(plan.tasks[3]?.decision.fields).toMatchObject([{ path: "/found", knownAfter: ["a"] }]);
  });

  it("of a task that failed are not read", async () => {
    const { stage, log, kinds } = scene();
    await stage.run([thing("a", "1"), read(["a"], ["a"])], { kinds });
    stage.world.failing.push("update a=2");
    const { reports } = await stage.run([thing("a", "2"), read(["a"], ["a"])], { kinds });
    expect(reports.map(({ status }) => status)).toEqual(["rolled-back", "skipped"]);
    expect(log).toEqual(['create {"a":"1"}']);
  });

  it("make the same digest wherever the same is planned, and one that is found again when it was applied in part", async () => {
    const { stage, files, kinds } = scene();
    await stage.run([thing("a", "1"), read(["a"], ["a"])], { kinds });
    const wanted = [thing("a", "2"), read(["a"], ["a"])];
    const planned = await stage.plan(wanted, { kinds });
    files.set("a", "touched");
    const again = await stage.plan(wanted, { kinds });
    expect(again.plan.digest).toBe(planned.plan.digest);
    const item = planned.plan.items.get("read");
    expect(item?.awaits).toEqual(["a"]);
    await stage.run([thing("a", "2")], { kinds, targets: ["a"] });
    const left = await stage.plan(wanted, { kinds });
    expect(left.plan.items.has("a")).toBe(false);
    expect(left.plan.desiredDigest("read", new Set(item?.awaits))).toBe(item?.wanted);
  });
});
