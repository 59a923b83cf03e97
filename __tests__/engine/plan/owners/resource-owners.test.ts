import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../src/engine/json/json.ts";
import type { Task } from "../../../../src/engine/model/task.ts";
import type { TaskProcessor } from "../../../../src/engine/ports/processor.ts";
import { plain, present, unobservable } from "../../samples.ts";
import { Stage, type StageOptions, thing } from "../../stage.ts";

/** A task of a kind that says of `create` alone what it is. */
function script(name: string, spec: JsonObject, more: Partial<Task> = {}): Task {
  return { ...thing(name, "", { spec, ...more }), kind: "Script" };
}

/** Paths in which a thing can't be beside things that are their folders. */
function kinds(stage: Stage): TaskProcessor[] {
  const folders = (path: string) =>
    path.split("/").flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join("/")]));
  return [
    stage.world.processor({ known: { excludes: (spec) => folders(String(spec.path)) } }),
    plain({
      kind: "Script",
      known: { likeness: ({ create }) => ({ create: create ?? null }) },
      observe: async () => unobservable,
    }),
    plain({ kind: "Plain", observe: async () => unobservable }),
  ];
}

const moved = (name: string, from: string, to: string): [Recorded, Task] => [
  [name, { spec: { path: from, content: "old" } }],
  thing(name, "", { spec: { path: to, content: "old" } }),
];

type Recorded = readonly [name: string, more: Parameters<Stage["recordedAs"]>[1]];

interface Scene {
  readonly recorded: readonly Recorded[];
  readonly tasks: readonly Task[];
  readonly options?: StageOptions;
}

async function planned({ recorded, tasks, options = {} }: Scene) {
  const stage = new Stage();
  for (const [name, more] of recorded) stage.recordedAs(name, more);
  const { plan, diagnostics } = await stage.plan(tasks, { kinds: kinds(stage), ...options });
  return {
    problems: diagnostics.map(({ code, message, suggestion }) => `${code}: ${message} → ${suggestion}`),
    plan: plan.tasks.map(({ name, decision }) => `${decision.change} ${name} (${decision.reason})`),
  };
}

const forget = (owner: string) =>
  `run \`forget\` with target "${owner}", which drops it from state and leaves the resource as it is`;
const scriptOf = (create: string, more: JsonObject = {}): Recorded[1] => ({
  kind: "Script",
  spec: { create, ...more },
});

describe("a resource that state records under another name", () => {
  it.each<[title: string, scene: Scene, problem: string]>([
    [
      "is not made under a new name, and deleted under the old one",
      { recorded: [["old", scriptOf("x")]], tasks: [script("new", { create: "x" })] },
      `same-resource: task "new" is the resource that state holds as "old": Script with the same \`create\` → If "old" was renamed, write \`formerNames: [old]\` into the metadata of "new"; else ${forget("old")}.`,
    ],
    [
      "is the same when other parts of its spec were changed with the name",
      { recorded: [["old", scriptOf("x", { delete: "y" })]], tasks: [script("new", { create: "x", delete: "z" })] },
      `same-resource: task "new" is the resource that state holds as "old": Script with the same \`create\` → If "old" was renamed, write \`formerNames: [old]\` into the metadata of "new"; else ${forget("old")}.`,
    ],
    [
      "of a kind that names nothing is the same when the whole spec is",
      {
        recorded: [["old", { kind: "Plain", spec: { a: 1, b: [2] } }]],
        tasks: [{ ...script("new", { b: [2], a: 1 }), kind: "Plain" }],
      },
      `same-resource: task "new" is the resource that state holds as "old": Plain with the same spec → If "old" was renamed, write \`formerNames: [old]\` into the metadata of "new"; else ${forget("old")}.`,
    ],
    [
      "is not adopted by a target while its owner is none",
      {
        recorded: [["a", { spec: { path: "x", content: "x" } }]],
        tasks: [thing("b", "", { spec: { path: "x", content: "x" } })],
        options: { targets: ["b"] },
      },
      `same-resource: task "b" is the resource that state holds as "a": Thing x → If "a" was renamed, write \`formerNames: [a]\` into the metadata of "b"; else ${forget("a")}.`,
    ],
    [
      "is not taken from an owner that is out of scope",
      {
        recorded: [["a", { spec: { path: "x", content: "x" } }]],
        tasks: [
          thing("a", "", { spec: { path: "y", content: "x" }, processingScope: [{ commands: ["create"] }] }),
          thing("b", "", { spec: { path: "x", content: "x" } }),
        ],
      },
      `same-resource: task "b" is the resource that state holds as "a": Thing x → If "a" moves away, let this run have it as well (\`target\`, \`processingScope\`); else give "b" another place, or ${forget("a")}.`,
    ],
    [
      "is not taken from an owner of which it is not known yet whether it moves away",
      {
        recorded: [
          ["source", { spec: { path: "source", content: "old" } }],
          ["a", { spec: { path: "x", content: "x" } }],
        ],
        tasks: [
          thing("source", "new"),
          thing("a", "", { spec: { path: "${VAR:source:ID}", content: "x" } }),
          thing("b", "", { spec: { path: "x", content: "x" } }),
        ],
      },
      'same-resource: task "b" is the resource that state holds as "a": Thing x → Apply "a" alone first (`target: a`): then it is known whether it moves away.',
    ],
    [
      "that was recorded twice is deleted under neither name",
      {
        recorded: [
          ["a", { spec: { path: "x", content: "old" } }],
          ["b", { spec: { path: "x", content: "old" } }],
        ],
        tasks: [thing("b", "", { spec: { path: "x", content: "old" } })],
      },
      `same-resource: task "b" is the resource that state holds as "a": Thing x → If both are one resource, ${forget("a")}; else give "b" another place until "a" is deleted.`,
    ],
  ])("%s", async (_, scene, problem) => {
    expect((await planned(scene)).problems).toEqual([problem]);
  });

  it("is another one for kinds that name nothing when they were recorded side by side and differ", async () => {
    const scene = {
      recorded: [
        ["a", scriptOf("x", { delete: "a" })],
        ["b", scriptOf("x", { delete: "b" })],
      ] as const,
      tasks: [script("b", { create: "x", delete: "b" })],
    };
    const { problems, plan } = await planned(scene);
    expect(problems).toEqual([]);
    expect(plan.map((line) => line.split(" (")[0])).toEqual(["noop b", "delete a"]);
  });

  it("follows the new name with formerNames", async () => {
    const { problems, plan } = await planned({
      recorded: [["old", scriptOf("x")]],
      tasks: [script("new", { create: "x" }, { formerNames: ["old"] })],
    });
    expect(problems).toEqual([]);
    expect(plan.map((line) => line.split(" (")[0])).toEqual(["noop new"]);
  });
});

describe("two tasks of the manifest", () => {
  it("of a kind that names nothing are one resource when their specs are equal, not when they differ in anything", async () => {
    const tasks = [script("a", { create: "x" }), script("b", { create: "x" })];
    expect((await planned({ recorded: [], tasks })).problems).toEqual([
      'same-resource: tasks "a" and "b" are the same resource: Script with the same spec → Remove one of them, or limit both with `processingScope` so that no run has both; after a rename use `formerNames`; if they are two resources, give each an `identity` of its own.',
    ]);
    const others = [script("a", { create: "x", delete: "a" }), script("b", { create: "x" })];
    expect((await planned({ recorded: [], tasks: others })).problems).toEqual([]);
  });

  it("can't stand in each other's way", async () => {
    const tasks = [
      thing("file", "", { spec: { path: "dir", content: "" } }),
      thing("below", "", { spec: { path: "dir/a/b", content: "" } }),
    ];
    expect((await planned({ recorded: [], tasks })).problems).toEqual([
      'in-the-way: tasks "file" and "below" can\'t both exist: Thing dir stands in the way of Thing dir/a/b → Give one of them another place.',
    ]);
    // Whatever else of it is known later.
    const waiting = [tasks[0] as Task, thing("below", "", { spec: { path: "dir/a/b", content: "${VAR:file:ID}" } })];
    expect(new Set((await planned({ recorded: [], tasks: waiting })).problems).size).toBe(1);
  });
});

describe("a place that somebody leaves", () => {
  it.each<[title: string, scene: Scene, plan: readonly string[]]>([
    [
      "is taken by a new task after that",
      {
        recorded: [moved("b", "y", "z")[0]],
        tasks: [thing("a", "", { spec: { path: "y", content: "other" } }), moved("b", "y", "z")[1]],
      },
      ["replace b (spec changed)", 'create a (new, once "b" left its place)'],
    ],
    [
      "is taken by one that leaves its own, in a row of any length",
      {
        recorded: [moved("a", "1", "2")[0], moved("b", "2", "3")[0], moved("c", "3", "4")[0]],
        tasks: [moved("a", "1", "2")[1], moved("b", "2", "3")[1], moved("c", "3", "4")[1]],
      },
      [
        "replace c (spec changed)",
        'replace b (spec changed, once "c" left its place)',
        'replace a (spec changed, once "b" left its place)',
      ],
    ],
    [
      "where a folder is to be is free before what lies in it is made",
      { recorded: [["a", { spec: { path: "dir", content: "old" } }]], tasks: [thing("dir/a", "new")] },
      ["delete a (left the manifest)", 'create dir/a (new, once "a" left its place)'],
    ],
    [
      "may be its own",
      {
        recorded: [["a", { spec: { path: "dir", content: "old" } }]],
        tasks: [thing("a", "", { spec: { path: "dir/a", content: "old" } })],
      },
      ["replace a (spec changed)"],
    ],
  ])("%s", async (_, scene, plan) => {
    const found = await planned(scene);
    expect(found.problems).toEqual([]);
    expect(found.plan).toEqual(plan);
  });

  it.each<[title: string, scene: Scene, problem: string]>([
    [
      "can't be swapped in one run",
      {
        recorded: [moved("a", "x", "y")[0], moved("b", "y", "x")[0]],
        tasks: [moved("a", "x", "y")[1], moved("b", "y", "x")[1]],
      },
      'same-resource: these tasks wait for each other\'s places, so none can be the first: "a" → "b" → "a" → Give "a" a temporary place (a File: another `path`) and apply; then give it the one it is to have, and apply again.',
    ],
    [
      "can't be waited for by what its owner depends on",
      {
        recorded: [moved("b", "y", "z")[0]],
        tasks: [
          thing("a", "", { spec: { path: "y", content: "new" } }),
          { ...moved("b", "y", "z")[1], dependencies: [{ tasks: ["a"] }] },
        ],
      },
      'same-resource: these tasks wait for each other\'s places, so none can be the first: "a" → "b" → "a" → Give "a" a temporary place (a File: another `path`) and apply; then give it the one it is to have, and apply again.',
    ],
    [
      "is not left under `create`, which leaves others alone",
      {
        recorded: [moved("b", "y", "z")[0]],
        tasks: [thing("a", "", { spec: { path: "y", content: "other" } }), moved("b", "y", "z")[1]],
        options: { action: "create" },
      },
      'same-resource: task "a" needs the place of "b", which does not leave it in this run: left alone by create: would replace → Run `apply` with both, or with `target: b` first.',
    ],
    [
      "has to be left by a task that a target leaves out",
      {
        recorded: [["a", { spec: { path: "dir", content: "old" } }]],
        tasks: [thing("dir/a", "new")],
        options: { targets: ["dir/a"] },
      },
      'in-the-way: task "dir/a" can\'t be made: Thing dir, which state holds as "a", stands in the way of Thing dir/a → Let this run delete "a" first (add it to `target`), or give "dir/a" another place.',
    ],
  ])("%s", async (_, scene, problem) => {
    expect((await planned(scene)).problems).toEqual([problem]);
  });

  it("is looked at again when its turn comes", async () => {
    const stage = new Stage();
    const scene = [moved("b", "y", "z"), moved("a", "x", "y")] as const;
    for (const [[name, more]] of scene) stage.recordedAs(name, more);
    // Somebody else is faster.
    stage.world.during = (operation) => {
      if (operation === "create z=old") stage.world.things.set("y", { path: "y", content: "a stranger's" });
    };
    const execution = await stage.run(
      scene.map(([, task]) => task),
      { kinds: kinds(stage) },
    );
    expect(Stage.statuses(execution)).toEqual({ a: "failed", b: "done" });
    expect(execution.reports.find(({ name }) => name === "a")?.error?.message).toBe(
      "the resource exists, differs from the spec in /content, and was not made by opus",
    );
    expect(stage.world.things.get("x")).toEqual({ path: "x", content: "old" });
    expect(stage.world.things.get("y")).toEqual({ path: "y", content: "a stranger's" });
  });

  it("is not taken when its owner could not leave", async () => {
    const stage = new Stage();
    const scene = [moved("b", "y", "z"), moved("a", "x", "y")] as const;
    for (const [[name, more]] of scene) stage.recordedAs(name, more);
    stage.world.failing.push("delete y");
    const execution = await stage.run(
      scene.map(([, task]) => task),
      { kinds: kinds(stage) },
    );
    expect(Stage.statuses(execution)).toEqual({ a: "skipped", b: "failed" });
    expect([...stage.world.things.keys()].sort()).toEqual(["x", "y"]);
  });
});

describe("a resource that is known only in the middle of a run", () => {
  const source = thing("source", "new");

  it("is not taken from a task that left the manifest, nor deleted", async () => {
    const stage = new Stage();
    stage.recordedAs("source");
    stage.recordedAs("old", { spec: { path: "id-of-new", content: "kept" } });
    const late = thing("late", "", { spec: { path: "${VAR:source:ID}", content: "kept" } });
    const execution = await stage.run([source, late], { kinds: kinds(stage) });
    expect(Stage.statuses(execution)).toEqual({ source: "done", late: "failed", old: "skipped" });
    expect(execution.reports.find(({ name }) => name === "late")?.error).toEqual({
      message: 'task "late" is the resource that state holds as "old": Thing id-of-new',
      hint: `If "old" was renamed, write \`formerNames: [old]\` into the metadata of "late"; else ${forget("old")}.`,
    });
    expect(execution.reports.find(({ name }) => name === "old")?.reason).toBe(
      'its resource may be that of "late", which did not succeed',
    );
    expect(stage.world.things.get("id-of-new")).toEqual({ path: "id-of-new", content: "kept" });
  });

  it("may be any of its kind that left the manifest, when nobody came to know it", async () => {
    const stage = new Stage();
    stage.recordedAs("source");
    stage.recordedAs("old");
    stage.world.failing.push("update source=new");
    const late = thing("late", "", { spec: { path: "${VAR:source:ID}", content: "kept" } });
    const execution = await stage.run([source, late], { kinds: kinds(stage) });
    expect(Stage.statuses(execution)).toEqual({ source: "rolled-back", late: "skipped", old: "skipped" });
    expect(stage.world.things.has("old")).toBe(true);
  });
});

describe("a task that left the manifest", () => {
  it("and depends on something that is replaced goes before that", async () => {
    const stage = new Stage();
    stage.recordedAs("base", { spec: { path: "1", content: "old" } });
    stage.recordedAs("user", { dependencies: ["base"] });
    stage.recordedAs("user-of-user", { dependencies: ["user"] });
    stage.recordedAs("other");
    const tasks = [thing("base", "", { spec: { path: "2", content: "old" } }), thing("kept", "new")];
    await stage.run(tasks, { kinds: kinds(stage), parallelism: 1 });
    expect(stage.world.log).toEqual([
      "delete user-of-user",
      "delete user",
      "delete 1",
      "create 2=old",
      "create kept=new",
      "delete other",
    ]);
  });

  it("holds up what waits for it when it can't be deleted", async () => {
    const stage = new Stage();
    stage.recordedAs("base", { spec: { path: "1", content: "old" } });
    stage.recordedAs("user", { dependencies: ["base"] });
    stage.world.failing.push("delete user");
    const execution = await stage.run([thing("base", "", { spec: { path: "2", content: "old" } })], {
      kinds: kinds(stage),
    });
    expect(Stage.statuses(execution)).toEqual({ user: "failed", base: "skipped" });
    expect(stage.world.things.has("1")).toBe(true);
  });

  it("lets those of the manifest that depended on it change first, where that is possible", async () => {
    const stage = new Stage();
    stage.recordedAs("base", { spec: { path: "1", content: "old" } });
    stage.recordedAs("old", { dependencies: ["base"] });
    stage.recordedAs("free", { dependencies: ["old"] });
    const tasks = [thing("base", "", { spec: { path: "2", content: "old" } }), thing("free", "new")];
    await stage.run(tasks, { kinds: kinds(stage), parallelism: 1 });
    expect(stage.world.log).toEqual(["update free=new", "delete old", "delete 1", "create 2=old"]);
  });
});

it("a rollback lets what it deletes go before what comes back in its place", async () => {
  const stage = new Stage();
  stage.recordedAs("b", { spec: { path: "z", content: "old" } });
  stage.recordedAs("c", { spec: { path: "y", content: "new" } });
  const before = { ...stage.recorder.tasks.get("b"), spec: { path: "y", content: "old" } };
  const undo = new Map([
    ["b", { change: "replace" as const, before: before as NonNullable<typeof before> & { kind: string } }],
    ["c", { change: "create" as const, before: null }],
  ]) as unknown as StageOptions["undo"];
  await stage.run([], { action: "rollback", kinds: kinds(stage), parallelism: 1, ...(undo ? { undo } : {}) });
  expect(stage.world.log).toEqual(["delete y", "delete z", "create y=old"]);
  expect(present(stage.world.things.get("y") ?? {})).toEqual(present({ path: "y", content: "old" }));
});
