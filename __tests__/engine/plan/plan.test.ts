import { describe, expect, it } from "vitest";
import type { Task } from "../../../src/engine/model/task.ts";
import type { Plan } from "../../../src/engine/plan/plan-model.ts";
import { absent, failedLook, place, plain, present } from "../samples.ts";
import { Stage, type StageOptions, thing } from "../stage.ts";

function decisions({ tasks }: Plan): { [name: string]: string } {
  return Object.fromEntries(
    tasks.map(({ name, decision, status }) => [
      name,
      status === "planned" ? `${decision.change}: ${decision.reason}` : status,
    ]),
  );
}

describe("the digest of a plan", () => {
  const tasks = [thing("created", "x"), thing("updated", "x"), thing("same", "old")];

  async function digest(
    change: (stage: Stage) => void = () => {},
    manifest: readonly Task[] = tasks,
    options: StageOptions = {},
  ): Promise<string> {
    const stage = new Stage();
    stage.recordedAs("updated");
    stage.recordedAs("same");
    stage.recordedAs("gone");
    change(stage);
    const { plan, diagnostics } = await stage.plan(manifest, options);
    expect(diagnostics).toEqual([]);
    return plan.digest;
  }

  it("is the same in every run", async () => {
    expect(await digest()).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await digest()).toBe(await digest());
  });

  it.each<[string, Parameters<typeof digest>]>([
    ["another wanted spec", [undefined, [thing("created", "y"), ...tasks.slice(1)]]],
    ["one change more", [undefined, [...tasks, thing("more", "x")]]],
    ["one change less", [(stage) => stage.recorder.tasks.delete("gone")]],
    [
      "another recorded spec of a task that changes",
      [(stage) => stage.recordedAs("updated", { spec: { path: "updated", content: "older" } })],
    ],
    [
      "recorded outputs of a task that changes",
      [(stage) => stage.recordedAs("updated", { outputs: { ID: "another" } })],
    ],
    ["a tainted entry", [(stage) => stage.recordedAs("updated", { status: "tainted" })]],
    [
      "another live resource of a task that changes",
      [(stage) => stage.world.things.set("updated", { path: "updated", content: "live" })],
    ],
    ["another context", [undefined, tasks, { context: "prod" }]],
    [
      "another kind",
      [
        undefined,
        [{ ...tasks[0], kind: "Other" } as Task, ...tasks.slice(1)],
        { kinds: [new Stage().world.processor(), plain({ kind: "Other" })] },
      ],
    ],
  ])("is another with %s", async (_, [change, manifest, options]) => {
    const kinds = options?.kinds ? { kinds: options.kinds } : {};
    expect(await digest(change, manifest, options)).not.toBe(await digest(undefined, tasks, kinds));
  });

  it.each<[string, Parameters<typeof digest>]>([
    [
      "a task that needs nothing done and one more that does not",
      [(stage) => stage.recordedAs("idle", { spec: { path: "idle", content: "x" } }), [...tasks, thing("idle", "x")]],
    ],
    ["times of recording", [(stage) => stage.recordedAs("updated", { updatedAt: "2027-01-01T00:00:00.000Z" })]],
    ["recorded outputs of a task that stays", [(stage) => stage.recordedAs("same", { outputs: { ID: "another" } })]],
    [
      "the order of keys",
      [undefined, [{ ...tasks[0], spec: { content: "x", path: "created" } } as Task, ...tasks.slice(1)]],
    ],
    [
      "descriptions and places",
      [
        undefined,
        tasks.map((task) => ({ ...task, description: "words", location: { file: "other.yaml", line: 9, column: 9 } })),
      ],
    ],
    ["parallelism", [undefined, tasks, { parallelism: 1 }]],
  ])("does not mind %s", async (_, [change, manifest, options]) => {
    expect(await digest(change, manifest, options)).toBe(await digest());
  });

  it("does not cover the value of a secret", async () => {
    const secret = [thing("created", "", { spec: { path: "created", content: "${SECRET:token}" } })];
    const one = await digest(undefined, secret, { environment: { TOKEN: "one" } });
    expect(await digest(undefined, secret, { environment: { TOKEN: "two" } })).toBe(one);
  });
});

describe("guards", () => {
  async function guards(
    limits: StageOptions["limits"],
    { recorded = 12, left = 4, action = "apply" as const, lifecycle = {} } = {},
    options: StageOptions = {},
  ) {
    const stage = new Stage();
    for (let number = 0; number < recorded; number++) stage.recordedAs(`t${number}`, { lifecycle });
    const kept = Array.from({ length: recorded - left }, (_, number) => thing(`t${number}`, "old"));
    const { plan } = await stage.plan(kept, { action, ...(limits ? { limits } : {}), ...options });
    return plan.guards.map(({ code, message, suggestion, location }) => [code, message, suggestion, location?.file]);
  }
  const listed = "t11, t10, t9, t8";

  it("stop more deletions than maxDeletes", async () => {
    expect(await guards({ maxDeletes: 4 })).toEqual([]);
    expect(await guards({ maxDeletes: 3 })).toEqual([
      [
        "max-deletes",
        `the plan would delete or replace 4 resources (${listed}), and \`maxDeletes\` allows 3`,
        "If that is meant, run once with `max-deletes: 4`.",
        "project",
      ],
    ]);
  });

  it("take the input in place of maxDeletes", async () => {
    expect(await guards({ maxDeletes: 0, fromInput: 4 })).toEqual([]);
    expect(await guards({ maxDeletes: 9, fromInput: 3 })).toMatchObject([
      ["max-deletes", expect.stringContaining("and the input `max-deletes` allows 3"), expect.any(String), "project"],
    ]);
  });

  it("stop a share of more than maxDeletePercent, of at least 10 recorded tasks", async () => {
    expect(await guards({ maxDeletePercent: 34 })).toEqual([]);
    expect(await guards({ maxDeletePercent: 33 })).toMatchObject([
      [
        "max-delete-percent",
        `the plan would delete or replace 4 of 12 recorded resources (33 %: ${listed}), and \`maxDeletePercent\` allows 33 %`,
        expect.any(String),
        "project",
      ],
    ]);
    expect(await guards({ maxDeletePercent: 10 }, { recorded: 9 })).toEqual([]);
    expect(await guards({ maxDeletePercent: 10 }, { recorded: 10 })).toHaveLength(1);
  });

  it("count replacements, and not what is only forgotten", async () => {
    const stage = new Stage();
    stage.recordedAs("a", { spec: { path: "elsewhere", content: "x" } });
    const { plan } = await stage.plan([thing("a", "x")], { limits: { maxDeletes: 0 } });
    expect(plan.guards.map(({ code }) => code)).toEqual(["max-deletes"]);
    expect(await guards({ maxDeletes: 0 }, { lifecycle: { onRemove: "forget" } })).toEqual([]);
  });

  it("are told where they are declared; what has no place there, at the project", async () => {
    const stage = new Stage();
    stage.recordedAs("a", { lifecycle: { preventDestroy: true } });
    const { plan } = await stage.plan([], { limits: { maxDeletes: 0, location: place("limits") } });
    expect(plan.guards.map(({ code, location }) => [code, location?.file])).toEqual([
      ["prevent-destroy", "project"],
      ["no-recorded-task-left", "project"],
      ["max-deletes", "limits"],
    ]);
  });

  it("shorten long lists", async () => {
    const [found] = await guards({ maxDeletes: 0 }, { recorded: 20, left: 13 });
    expect(found?.[1]).toContain("t10 and 3 more), and");
  });

  it("protect what is recorded with preventDestroy, by context", async () => {
    expect(await guards({}, { left: 1, lifecycle: { preventDestroy: ["test"] } })).toEqual([
      [
        "prevent-destroy",
        'the plan would delete "t11", which `preventDestroy` protects in the context "test"',
        'Put the task back into the manifest, or run `forget` with target "t11" to leave the resource as it is.',
        "project",
      ],
    ]);
    expect(await guards({}, { left: 1, lifecycle: { preventDestroy: ["prod"] } })).toEqual([]);
  });

  it("protect a task of the manifest from replacement, at the line that says so", async () => {
    const stage = new Stage();
    stage.recordedAs("a", { spec: { path: "elsewhere", content: "x" } });
    const { plan } = await stage.plan([thing("a", "x", { lifecycle: { preventDestroy: true } })]);
    expect(plan.guards).toMatchObject([
      {
        code: "prevent-destroy",
        message: 'the plan would replace "a", which `preventDestroy` protects in the context "test"',
        location: { file: "a/metadata/lifecycle/preventDestroy" },
        suggestion: "Change the spec so that the resource stays, or take `preventDestroy` out first.",
      },
    ]);
  });

  it("of the command delete are preventDestroy alone", async () => {
    const stage = new Stage();
    for (let number = 0; number < 12; number++) stage.recordedAs(`t${number}`);
    const free = await stage.plan([], {
      action: "delete",
      limits: { maxDeletes: 0, maxDeletePercent: 0, fromInput: 0 },
    });
    expect(free.plan.counts.delete).toBe(12);
    expect(free.plan.guards).toEqual([]);
    stage.recordedAs("kept", { lifecycle: { preventDestroy: true } });
    const { plan } = await stage.plan([], { action: "delete" });
    expect(plan.guards).toMatchObject([
      {
        code: "prevent-destroy",
        message: 'the plan would delete "kept", which `preventDestroy` protects in the context "test"',
        suggestion:
          'Take `preventDestroy` out and apply that first; or run `forget` with target "kept" to leave the resource as it is; or delete only others, with `target`.',
      },
    ]);
    const others = await stage.plan([], { action: "delete", targets: ["t1"] });
    expect([others.plan.counts.delete, others.plan.guards]).toEqual([1, []]);
  });

  it("stop the command delete also where only the manifest protects, which nobody has applied", async () => {
    const stage = new Stage();
    stage.recordedAs("kept");
    stage.recordedAs("old");
    const tasks = [
      thing("kept", "x", { lifecycle: { preventDestroy: true } }),
      thing("now", "x", { formerNames: ["old"], lifecycle: { preventDestroy: ["test"] } }),
    ];
    const { plan } = await stage.plan(tasks, { action: "delete" });
    expect(plan.guards).toMatchObject([
      { code: "prevent-destroy", location: { file: "now/metadata/lifecycle/preventDestroy" } },
      { code: "prevent-destroy", location: { file: "kept/metadata/lifecycle/preventDestroy" } },
    ]);
    // `forget` goes by the name that state has.
    expect(plan.guards[0]?.suggestion).toContain('run `forget` with target "old"');
    const lifted = await stage.plan([thing("kept", "x"), thing("old", "x")], { action: "delete" });
    expect(lifted.plan.guards).toEqual([]);
  });

  it("stop the command delete also where no kind knows the protected one, or one that depends on it", async () => {
    const stage = new Stage();
    stage.recordedAs("net", { lifecycle: { preventDestroy: true } });
    stage.recordedAs("db", { kind: "Gone", dependencies: ["net"], lifecycle: { preventDestroy: ["test"] } });
    const { plan } = await stage.plan([], { action: "delete" });
    expect(plan.tasks.map(({ name, status }) => [name, status])).toEqual([
      ["db", "failed"],
      ["net", "skipped"],
    ]);
    expect(plan.guards.map(({ message }) => message.split(",")[0])).toEqual([
      'the plan would delete "db"',
      'the plan would delete "net"',
    ]);
  });
});

describe("the halves of apply", () => {
  async function planned(action: "create" | "update") {
    const stage = new Stage();
    stage.recordedAs("changed");
    stage.recordedAs("drifted", { spec: { path: "drifted", content: "x" } });
    stage.world.things.set("drifted", { path: "drifted", content: "by hand" });
    stage.recordedAs("missing", { spec: { path: "missing", content: "x" } });
    stage.world.things.delete("missing");
    stage.recordedAs("left");
    stage.recordedAs("moved", { spec: { path: "elsewhere", content: "x" } });
    stage.world.things.set("there", { path: "there", content: "x" });
    const tasks = ["new", "changed", "drifted", "missing", "moved", "there"].map((name) => thing(name, "x"));
    return decisions((await stage.plan(tasks, { action })).plan);
  }

  it("create only creates and adopts", async () => {
    expect(await planned("create")).toEqual({
      new: "create: new",
      there: "adopt: exists as declared",
      changed: "noop: left alone by create: would update",
      drifted: "noop: left alone by create: would update",
      missing: "noop: left alone by create: would create",
      moved: "noop: left alone by create: would replace",
      left: "noop: left alone by create: would delete",
    });
  });

  it("update only updates, replaces and mends", async () => {
    expect(await planned("update")).toEqual({
      changed: "update: spec changed",
      drifted: "update: drifted",
      missing: "create: missing",
      moved: "replace: spec changed",
      new: "noop: left alone by update: would create",
      there: "noop: left alone by update: would adopt",
      left: "noop: left alone by update: would delete",
    });
  });
});

describe("refresh", () => {
  async function looked(refresh: "all" | "changed" | "none", trusted = true): Promise<string[]> {
    const stage = new Stage();
    const seen: string[] = [];
    const kind = stage.world.processor({
      observe: async (spec) => {
        seen.push(String(spec.path));
        return present(spec);
      },
    });
    stage.recordedAs("same", { spec: { path: "same", content: "x" } });
    stage.recordedAs("changed");
    stage.recordedAs("left");
    await stage.plan([thing("same", "x"), thing("changed", "x"), thing("new", "x")], {
      refresh,
      trusted,
      kinds: [kind],
    });
    return seen.sort();
  }

  it("all looks at everything, changed at what changed, none at nothing, and an untrusted run neither", async () => {
    expect(await looked("all")).toEqual(["changed", "left", "new", "same"]);
    expect(await looked("changed")).toEqual(["changed", "left", "new"]);
    expect(await looked("none")).toEqual([]);
    expect(await looked("all", false)).toEqual([]);
  });
});

describe("a failed look", () => {
  const kinds = (stage: Stage) => [
    stage.world.processor({ observe: async ({ path }) => (path === "bad" ? failedLook : absent) }),
  ];

  it("fails its task, skips what depends on it, and leaves the others", async () => {
    const stage = new Stage();
    const tasks = [thing("bad", "x"), thing("user", "x", { dependencies: [{ tasks: ["bad"] }] }), thing("good", "x")];
    const { plan } = await stage.plan(tasks, { kinds: kinds(stage) });
    expect(decisions(plan)).toEqual({ bad: "failed", user: "skipped", good: "create: new" });
    expect(plan.counts).toMatchObject({ failed: 1, skipped: 1, create: 1 });
    expect(plan.tasks[0]?.decision).toMatchObject({ drift: "unknown", error: { message: "401" } });
  });

  it("is tried again as often as the task says", async () => {
    const stage = new Stage();
    let looks = 0;
    const kind = stage.world.processor({ observe: async () => (++looks < 3 ? failedLook : absent) });
    const { plan } = await stage.clock.passUntil(
      stage.plan([thing("a", "x", { retries: { limit: 2, delayMs: 5 } })], { kinds: [kind] }),
    );
    expect(decisions(plan)).toEqual({ a: "create: new" });
  });
});

describe("outputs in a plan", () => {
  it("that are predicted are known, those of a task that changes are not, those of one that stays are recorded", async () => {
    const stage = new Stage();
    stage.recordedAs("stays", { spec: { path: "stays", content: "x" }, outputs: { ID: "recorded" } });
    stage.recordedAs("changes", { outputs: { ID: "recorded" } });
    const predicting = plain({ kind: "Predicting", known: { predict: () => [{ name: "ID", value: 7 }] } });
    const tasks = [
      { ...thing("predicted", "x"), kind: "Predicting" },
      thing("stays", "x"),
      thing("changes", "x"),
      ...["predicted", "stays", "changes"].map((name) =>
        thing(`of-${name}`, "", { spec: { path: `of-${name}`, id: `\${VAR:${name}:ID}` } }),
      ),
    ];
    const { plan } = await stage.plan(tasks, { kinds: [stage.world.processor(), predicting] });
    const shown = Object.fromEntries(
      plan.tasks.map(({ name, decision }) => [name, decision.fields.find(({ path }) => path === "/id")]),
    );
    expect(shown).toMatchObject({
      "of-predicted": { after: 7 },
      "of-stays": { after: "recorded" },
      "of-changes": { knownAfter: ["changes:ID"] },
    });
  });

  it("of a task that the command leaves alone are not made up", async () => {
    const stage = new Stage();
    stage.recordedAs("user");
    const predicting = plain({ kind: "Predicting", known: { predict: () => [{ name: "ID", value: 7 }] } });
    const tasks = [
      { ...thing("new", "x"), kind: "Predicting" },
      thing("user", "", { spec: { path: "user", content: "${VAR:new:ID}" } }),
    ];
    const { plan } = await stage.plan(tasks, { action: "update", kinds: [stage.world.processor(), predicting] });
    expect(decisions(plan)).toEqual({ new: "noop: left alone by update: would create", user: "update: may change" });
  });
});

describe("the same resource twice", () => {
  it("is an error where two tasks adopt one id, also when their specs are not known yet", async () => {
    const adopts = (id: string) => ({ lifecycle: { adopt: { id } } });
    const tasks = [
      thing("one", "x", adopts("i-1")),
      thing("two", "", { ...adopts("i-1"), spec: { path: "two", content: "${VAR:one:ID}" } }),
      thing("three", "x", adopts("i-2")),
      { ...thing("four", "x", adopts("i-1")), kind: "Plain" },
    ];
    const { diagnostics } = await new Stage().plan(tasks, {
      kinds: [new Stage().world.processor(), plain({ kind: "Plain" })],
    });
    expect(diagnostics.map(({ code, message, suggestion }) => [code, message, suggestion])).toEqual([
      [
        "same-resource",
        'tasks "one" and "two" take over the same resource: Thing with the id "i-1"',
        "Mend one of the ids, remove one of the tasks, or limit both with `processingScope` so that no run has both; a task that has its resource needs `adopt` no more.",
      ],
    ]);
  });

  it("is an error, in the manifest and with what is recorded", async () => {
    const stage = new Stage();
    const same = [thing("one", "x"), { ...thing("two", "y"), spec: { path: "one", content: "y" } }];
    expect((await stage.plan(same)).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["same-resource", 'tasks "one" and "two" are the same resource: Thing one'],
    ]);
    stage.recordedAs("before", { spec: { path: "one", content: "x" } });
    expect(
      (await stage.plan([thing("one", "x")])).diagnostics.map(({ message, suggestion }) => [message, suggestion]),
    ).toEqual([
      [
        'task "one" is the resource that state holds as "before": Thing one',
        'If "before" was renamed, write `formerNames: [before]` into the metadata of "one"; else run `forget` with target "before", which drops it from state and leaves the resource as it is.',
      ],
    ]);
  });
});

it("a recorded task whose processor is gone names the module to restore", async () => {
  const stage = new Stage();
  stage.recordedAs("a", { kind: "Bucket", module: "opus/bucket.mjs" });
  const { plan } = await stage.plan([]);
  expect(plan.tasks[0]?.decision.error).toEqual({
    message: "it was recorded as test/v1 Bucket, and no processor knows that kind any more",
    hint: "Restore the module opus/bucket.mjs under `processors` of the Project, or run `forget` with this task as `target` to leave the resource as it is.",
  });
});

it("an untrusted run hides tasks of kinds that it does not know, and says where their code may have been changed", async () => {
  const stage = new Stage();
  stage.recordedAs("left", { kind: "Bucket", module: "opus/bucket.mjs" });
  const tasks = [thing("known", "x"), { ...thing("own", "x"), kind: "Bucket" }];
  const reasons = async (kindsChanged: boolean) => {
    const { plan } = await stage.plan(tasks, { trusted: false, kindsChanged });
    return plan.tasks.map(({ name, hidden, decision }) => [name, hidden && decision.reason]);
  };
  const hidden = "hidden from an untrusted run";
  expect(await reasons(false)).toEqual(
    expect.arrayContaining([
      ["known", false],
      ["own", hidden],
      ["left", hidden],
    ]),
  );
  const changed = `${hidden}; module changed`;
  expect(await reasons(true)).toEqual(
    expect.arrayContaining([
      ["known", false],
      ["own", changed],
      ["left", changed],
    ]),
  );
});
