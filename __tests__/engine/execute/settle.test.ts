import { describe, expect, it } from "vitest";
import { settlePending } from "../../../src/engine/execute/settle.ts";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { Change, FieldDiff } from "../../../src/engine/model/change.ts";
import type { Intent, TaskState } from "../../../src/engine/model/state-body.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import type { Sealed } from "../../../src/engine/ports/sealed.ts";
import type { ReferenceEnvironment } from "../../../src/engine/references/lookup.ts";
import { entry, failedLook, plain, unobservable } from "../samples.ts";
import { Stage } from "../stage.ts";

interface Setting {
  readonly change: Change;
  /** What was recorded before; undefined: nothing. */
  readonly before?: Partial<TaskState>;
  readonly spec?: Intent["spec"];
  readonly intent?: Partial<Intent>;
  /** What is in the world, by path. */
  readonly there?: { readonly [path: string]: string };
  readonly kind?: Partial<TaskProcessor>;
  readonly kinds?: readonly TaskProcessor[];
  readonly others?: { readonly [name: string]: Partial<TaskState> };
  readonly referenceEnvironment?: Partial<ReferenceEnvironment>;
  readonly sealed?: Sealed;
}

const old = { path: "a", content: "old" };
const wanted = { path: "a", content: "new" };

async function settle({
  change,
  before,
  spec = wanted,
  intent = {},
  there = {},
  kind = {},
  kinds = [],
  others = {},
  referenceEnvironment = {},
  sealed,
}: Setting) {
  const stage = new Stage();
  for (const [path, content] of Object.entries(there)) stage.world.things.set(path, { path, content });
  const entries = new Map(Object.entries(others).map(([name, more]) => [name, entry(more)]));
  if (before) entries.set("a", entry({ spec: old, outputs: { ID: "id-of-old" }, ...before }));
  const all = [stage.world.processor(kind), ...kinds];
  const [settlement] = await settlePending({
    pending: [
      {
        task: "a",
        change,
        apiVersion: "test/v1",
        kind: "Thing",
        spec,
        dependencies: ["x"],
        scope: [],
        lifecycle: { adopt: true },
        order: 3,
        ...intent,
      },
    ],
    entries,
    references: stage.references({ kinds: all }, [], {
      environment: { ...stage.referenceEnvironment(), ...referenceEnvironment },
      findOutside: ({ source, name }) => {
        if (source === "OPUS" && name === "dollar") return { type: "value", value: "$" };
        if (source === "ENV" && name === "URL") return { type: "sensitive", value: "from the environment" };
        return { type: "missing", code: "unset-variable", message: `${name} is not set` };
      },
    }),
    toolbox: { ...stage.toolbox({ kinds: all }), sealed },
  });
  expect(stage.world.log).toEqual([]);
  return settlement;
}

const recordedOld = { status: "applied", spec: old } as const;

it("outputs that stay as they were recorded stay sensitive", async () => {
  const outputs = { outputs: { ID: 1, KEY: "s" }, sensitiveOutputs: ["KEY"] };
  const settled = await settle({ change: "update", before: outputs, there: { a: "new" } });
  expect(settled).toMatchObject({ note: "its update had taken effect", resolution: { entry: outputs } });
});

describe("a pending create", () => {
  it("whose resource is there was made", async () => {
    expect(await settle({ change: "create", there: { a: "new" } })).toEqual({
      task: "a",
      note: "it was made",
      resolution: {
        undo: { task: "a", change: "create", before: null },
        entry: {
          apiVersion: "test/v1",
          kind: "Thing",
          status: "applied",
          spec: wanted,
          observed: wanted,
          outputs: {},
          dependencies: ["x"],
          scope: [],
          lifecycle: { adopt: true },
          order: 3,
          createdAt: "1970-01-01T00:00:00.000Z",
          updatedAt: "1970-01-01T00:00:00.000Z",
        },
      },
    });
  });

  it("whose resource is not as it was to be is tainted where its kind compares by its own rules", async () => {
    const differs = ({ content }: JsonObject, spec: JsonObject): FieldDiff[] =>
      content === spec.content ? [] : [{ path: "/content" }];
    const pending = { change: "create", there: { a: "half" } } as const;
    const half = await settle({ ...pending, kind: { compare: { differs } } });
    expect(half?.note).toBe("its create had not taken effect as a whole; it is tainted");
    expect(half?.resolution).toMatchObject({ entry: { status: "tainted", spec: wanted }, undo: { before: null } });
    // Facts of other kinds may leave out what is there, or say nothing of the spec.
    for (const kind of [{}, { compare: { differs, factFields: ["path"] } }]) {
      const whole = await settle({ ...pending, kind });
      expect(whole).toMatchObject({ note: "it was made", resolution: { entry: { status: "applied", spec: wanted } } });
    }
  });

  it("has the outputs that its kind predicts", async () => {
    const settled = await settle({
      change: "create",
      there: { a: "new" },
      kind: {
        known: {
          predict: () => [
            { name: "ID", value: 1 },
            { name: "KEY", value: "s", sensitive: true },
          ],
        },
      },
    });
    expect(settled?.resolution).toMatchObject({ entry: { outputs: { ID: 1 }, sensitiveOutputs: ["KEY"] } });
    expect(JSON.stringify(settled)).not.toContain('"s"');
  });

  it("has the sensitive ones too, and the fingerprints of what was used, when state is sealed", async () => {
    const settled = await settle({
      change: "create",
      sealed: { fingerprint: (value) => `print of ${value}` },
      spec: { path: "a", content: "${SECRET:token}" },
      intent: { secrets: { token: "TOKEN" }, fingerprints: { token: "print of an older one" } },
      referenceEnvironment: { environment: { TOKEN: "s3cr3t" } },
      there: { a: "an older one" },
      kind: { known: { predict: () => [{ name: "KEY", value: "s", sensitive: true }] } },
    });
    expect(settled?.resolution).toMatchObject({
      entry: {
        outputs: { KEY: "s" },
        sensitiveOutputs: ["KEY"],
        secrets: { token: "TOKEN" },
        fingerprints: { token: "print of an older one" },
      },
    });
  });

  it("whose resource is absent was not made", async () => {
    expect(await settle({ change: "create" })).toEqual({ task: "a", resolution: "drop", note: "it was not made" });
  });

  it("of a resource that had gone missing is dropped with its entry when it is absent still", async () => {
    expect(await settle({ change: "create", before: {} })).toMatchObject({
      resolution: { entry: null, undo: { change: "create", before: recordedOld } },
      note: "it is gone",
    });
  });
});

describe.each(["update", "replace"] as const)("a pending %s", (change) => {
  it("whose resource equals the new spec is recorded with it", async () => {
    const settled = await settle({ change, before: {}, there: { a: "new" } });
    expect(settled).toMatchObject({
      note: `its ${change} had taken effect`,
      resolution: {
        undo: { change, before: recordedOld },
        entry: {
          status: "applied",
          spec: wanted,
          // A replacement begins anew.
          outputs: change === "update" ? { ID: "id-of-old" } : {},
          createdAt: "2026-01-01T00:00:00.000Z",
          updatedAt: "1970-01-01T00:00:00.000Z",
        },
      },
    });
  });

  it("whose resource is absent is dropped", async () => {
    expect(await settle({ change, before: {} })).toMatchObject({
      resolution: { entry: null, undo: { change, before: recordedOld } },
      note: "it is gone",
    });
  });

  it("whose resource is something else keeps the old spec, tainted", async () => {
    for (const content of ["old", "half"]) {
      expect(await settle({ change, before: {}, there: { a: content } })).toMatchObject({
        resolution: { entry: { status: "tainted", spec: old }, undo: { change, before: recordedOld } },
        note: `its ${change} had not taken effect as a whole; it is tainted`,
      });
    }
  });

  it("that was to move, and had not, still has its old resource", async () => {
    const moved = { change, before: {}, spec: { path: "b", content: "new" } };
    expect(await settle({ ...moved, there: { a: "old" } })).toMatchObject({
      resolution: { entry: { status: "tainted", spec: old } },
    });
    expect(await settle({ ...moved, there: { b: "new" } })).toMatchObject({
      resolution: { entry: { status: "applied", spec: { path: "b" } } },
    });
    expect(await settle(moved)).toMatchObject({ resolution: { entry: null } });
  });
});

describe("a pending delete", () => {
  it("whose resource is absent is done", async () => {
    expect(await settle({ change: "delete", before: {}, spec: old })).toMatchObject({
      resolution: { entry: null, undo: { change: "delete", before: recordedOld } },
      note: "it is gone",
    });
  });

  it("whose resource is there is still recorded", async () => {
    expect(await settle({ change: "delete", before: {}, spec: old, there: { a: "old" } })).toEqual({
      task: "a",
      resolution: "drop",
      note: "it is still there",
    });
  });
});

describe("a pending adoption", () => {
  it("is recorded when the resource is as it should be, and decided again when not", async () => {
    expect(await settle({ change: "adopt", there: { a: "new" } })).toMatchObject({
      resolution: { entry: { spec: wanted }, undo: { change: "adopt", before: null } },
    });
    expect(await settle({ change: "adopt", there: { a: "theirs" } })).toMatchObject({ resolution: "drop" });
  });
});

describe("what can't be told", () => {
  it.each(["create", "update", "replace", "delete"] as const)(
    "makes a pending %s interrupted when nobody can look",
    async (change) => {
      const before = change === "create" ? {} : { before: {} };
      const settled = await settle({ change, ...before, kind: { observe: async () => unobservable } });
      expect(settled).toMatchObject({
        note: `nothing can tell whether its ${change} took effect`,
        resolution: {
          // Whatever it came to: a rollback has to lead back to what was before.
          undo: { task: "a", change, before: change === "create" ? null : { spec: old } },
          entry: { status: "interrupted", interrupted: change, spec: change === "create" ? wanted : old },
        },
      });
    },
  );

  it("stays pending when a look failed, also one that threw", async () => {
    expect(await settle({ change: "create", kind: { observe: async () => failedLook } })).toEqual({
      task: "a",
      resolution: "keep",
      note: "it could not be looked at: 401",
    });
    const observe = async () => {
      throw new Error("no network");
    };
    expect(await settle({ change: "update", before: {}, kind: { observe } })).toMatchObject({
      resolution: "keep",
      note: "it could not be looked at: no network",
    });
  });

  it("stays pending when no processor knows its kind, and in an untrusted run", async () => {
    expect(await settle({ change: "create", intent: { kind: "Gone" } })).toMatchObject({
      resolution: "keep",
      note: "no processor knows test/v1 Gone",
    });
    expect(await settle({ change: "create", referenceEnvironment: { trusted: false } })).toMatchObject({
      resolution: "keep",
      note: "not looked at in an untrusted run",
    });
  });

  it("stays pending when a secret that it needs is not there: that is not the same as never begun", async () => {
    const settled = await settle({
      change: "create",
      spec: { path: "a", content: "${SECRET:token}" },
      intent: { secrets: { token: "TOKEN" } },
    });
    expect(settled).toMatchObject({
      resolution: "keep",
      note: 'it could not be looked at: the secret "token" is used, but the environment variable TOKEN is not set',
    });
  });
});

describe("what was left in place in its spec", () => {
  it("is filled in: secrets, recorded outputs, sensitive variables, the task's name and dollars", async () => {
    const spec = {
      path: "${OPUS:task}",
      content: "${SECRET:token} ${VAR:db:ID} ${ENV:URL} ${OPUS:dollar}${SECRET:token} $${x}",
    };
    const settled = await settle({
      change: "create",
      spec,
      intent: { secrets: { token: "OTHER" } },
      others: { db: { outputs: { ID: 7 } } },
      referenceEnvironment: { environment: { OTHER: "s3cr3t" } },
      there: { a: "s3cr3t 7 from the environment $s3cr3t ${x}" },
    });
    expect(settled).toMatchObject({
      note: "it was made",
      resolution: { entry: { status: "applied", secrets: { token: "OTHER" } } },
    });
    expect(JSON.stringify(settled)).toContain("${SECRET:token} 7 ${ENV:URL} ${OPUS:dollar}${SECRET:token}");
  });

  it("shows that it had not begun when the task before it never ended", async () => {
    const spec = { path: "a", content: "${VAR:db:ID}" };
    expect(await settle({ change: "create", spec, there: { a: "x" } })).toEqual({
      task: "a",
      resolution: "drop",
      note: "its create had not begun",
    });
  });

  it("makes it interrupted when it was a sensitive output, which state does not have", async () => {
    const spec = { path: "a", content: "${VAR:db:PASSWORD}" };
    const settled = await settle({ change: "create", spec, others: { db: { sensitiveOutputs: ["PASSWORD"] } } });
    expect(settled?.resolution).toMatchObject({ entry: { status: "interrupted", interrupted: "create" } });
  });
});

it.each(["update", "delete"] as const)(
  "what it left in the workspace is gone: nothing can tell of its %s",
  async (change) => {
    const observe = async () => ({ state: "absent", partly: true }) as const;
    expect((await settle({ change, before: {}, kind: { observe } }))?.resolution).toMatchObject({
      entry: { status: "interrupted", interrupted: change, outputs: { ID: "id-of-old" } },
    });
  },
);

it("a task that was to change its kind is looked at as what it was, too", async () => {
  const other = plain({ kind: "Other" });
  const intent = { kind: "Other" };
  expect(await settle({ change: "replace", before: {}, intent, kinds: [other], there: { a: "old" } })).toMatchObject({
    resolution: { entry: { kind: "Thing", status: "tainted" } },
  });
  expect(await settle({ change: "replace", before: {}, intent, kinds: [other] })).toMatchObject({
    resolution: { entry: null },
  });
});

describe("what was made when the run ended", () => {
  const made = { observed: { id: 7 }, outputs: { ID: 7 } };
  const asked: unknown[] = [];
  /** Finds its resource by what is known of it. */
  const byId: Partial<TaskProcessor> = {
    observe: async (spec, { recorded }) => {
      asked.push(recorded && { ...recorded });
      return recorded?.observed?.id === 7
        ? { state: "present", facts: spec, outputs: [{ name: "URL", value: "found" }] }
        : { state: "absent" };
    },
  };
  const blind: Partial<TaskProcessor> = { observe: async () => unobservable };

  it("leads to it, and is recorded with what looking found", async () => {
    asked.length = 0;
    const settled = await settle({ change: "create", intent: { made }, kind: byId });
    expect(asked).toEqual([{ spec: wanted, outputs: { ID: 7 }, observed: { id: 7 }, missing: [] }]);
    expect(settled).toMatchObject({
      note: "it was made",
      resolution: { entry: { status: "applied", outputs: { ID: 7, URL: "found" }, observed: { id: 7 } } },
    });
  });

  it("is added to what an update goes on from, and is all of a replacement", async () => {
    const before = { spec: wanted, outputs: { ID: 1, OLD: 1 }, observed: { id: 1 } };
    expect(await settle({ change: "update", before, intent: { made }, kind: byId })).toMatchObject({
      resolution: { entry: { status: "applied", outputs: { ID: 7, OLD: 1, URL: "found" } } },
    });
    const replaced = await settle({ change: "replace", before, intent: { made }, kind: byId });
    expect(replaced?.resolution).toMatchObject({ entry: { outputs: { ID: 7, URL: "found" } } });
    const half = await settle({
      change: "replace",
      before: {},
      intent: { made },
      kind: { ...byId, compare: { differs: () => [{ path: "/content" }] } },
    });
    expect(half).toMatchObject({
      note: "its replace had begun to make it, and did not end; it is tainted",
      resolution: { entry: { status: "tainted", spec: wanted, outputs: { ID: 7 } } },
    });
  });

  it("is tainted where nobody can look, unless it could only be made once more", async () => {
    for (const change of ["create", "replace"] as const) {
      const before = change === "replace" ? { before: {} } : {};
      expect(await settle({ change, ...before, intent: { made }, kind: blind })).toMatchObject({
        note: `its ${change} had begun to make it, and did not end; it is tainted`,
        resolution: { entry: { status: "tainted", spec: wanted, ...made }, undo: { change } },
      });
      const onlyMakes = { ...blind, compare: { replaces: () => true, deletes: () => false } };
      expect(await settle({ change, ...before, intent: { made }, kind: onlyMakes })).toMatchObject({
        resolution: { entry: { status: "interrupted", interrupted: change, spec: wanted, ...made } },
      });
    }
    expect(await settle({ change: "update", before: {}, intent: { made }, kind: blind })).toMatchObject({
      resolution: { entry: { status: "interrupted", spec: old, ...made } },
    });
  });
});

it("an adoption that had taken effect has the outputs that looking finds, and secrets among them are sensitive", async () => {
  const kind: Partial<TaskProcessor> = {
    observe: async (spec) => ({
      state: "present",
      facts: spec,
      outputs: [
        { name: "ID", value: 7 },
        { name: "KEY", value: "s", sensitive: true },
      ],
    }),
  };
  expect((await settle({ change: "adopt", kind }))?.resolution).toMatchObject({
    entry: { outputs: { ID: 7 }, sensitiveOutputs: ["KEY"] },
  });
});
