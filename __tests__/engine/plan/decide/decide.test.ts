import { describe, expect, it } from "vitest";
import type { Situation } from "../../../../src/engine/plan/decide/decision.ts";
import type { Desired } from "../../../../src/engine/plan/desired.ts";
import { resolve } from "../../../../src/engine/references/resolve.ts";
import { withMembers } from "../../../doubles/kinds.ts";
import { absent, decideOn, desired, failedLook, plain, present, recorded, unobservable } from "../../samples.ts";

const spec = { path: "a", content: "new" };
const old = { path: "a", content: "old" };
const replaceOnPath = plain({
  compare: { replaceOn: (before, after) => (before.path === after.path ? [] : ["/path"]) },
});

/** Some values come from a task that has not run yet. */
function waiting(template: { readonly [name: string]: string }): Desired {
  return resolve(template, ({ name }) => ({ type: "unknown", label: name }));
}

describe("what apply does", () => {
  const cases: readonly [name: string, situation: Partial<Situation>, expected: object][] = [
    [
      "unrecorded, absent",
      { desired: desired(spec), observation: absent },
      { change: "create", reason: "new", drift: "untracked" },
    ],
    [
      "unrecorded, unobservable",
      { desired: desired(spec), observation: unobservable },
      { change: "create", reason: "new", drift: "untracked" },
    ],
    [
      "unrecorded, present and equal",
      { desired: desired(spec), observation: present({ ...spec, size: 3 }) },
      { change: "adopt", reason: "exists as declared", fields: [] },
    ],
    [
      "unrecorded, present and different, to be adopted",
      { desired: desired(spec), observation: present(old), lifecycle: { adopt: true } },
      { change: "adopt", reason: "exists, differs", fields: [{ path: "/content", before: "old", after: "new" }] },
    ],
    [
      "unrecorded, present and different, to be adopted by its id",
      { desired: desired(spec), observation: present(old), lifecycle: { adopt: { id: "i-1" } } },
      { change: "adopt", reason: "exists, differs", fields: [{ path: "/content", before: "old", after: "new" }] },
    ],
    [
      "unrecorded, not looked at, to be adopted by its id",
      { desired: desired(spec), observation: unobservable, lifecycle: { adopt: { id: "i-1" } } },
      { change: "adopt", reason: 'takes over "i-1"', drift: "untracked" },
    ],
    [
      "recorded, same spec, same resource",
      { recorded: recorded(spec), desired: desired(spec), observation: present(spec) },
      { change: "noop", reason: "unchanged", drift: "in-sync", fields: [] },
    ],
    [
      "recorded, same spec, unobservable",
      { recorded: recorded(spec), desired: desired(spec), observation: unobservable },
      { change: "noop", reason: "unchanged, can't look", drift: "unobservable" },
    ],
    [
      "recorded, spec differs, present",
      { recorded: recorded(old), desired: desired(spec), observation: present(old) },
      {
        change: "update",
        reason: "spec changed",
        drift: "spec-changed",
        fields: [{ path: "/content", before: "old", after: "new" }],
      },
    ],
    [
      "recorded, spec differs, unobservable",
      { recorded: recorded(old), desired: desired(spec), observation: unobservable },
      { change: "update", reason: "spec changed", drift: "spec-changed" },
    ],
    [
      "recorded, a changed field forces a replacement",
      {
        recorded: recorded({ path: "b", content: "new" }),
        desired: desired(spec),
        observation: present({ path: "b", content: "new" }),
        processor: replaceOnPath,
      },
      {
        change: "replace",
        reason: "spec changed",
        fields: [{ path: "/path", before: "b", after: "a", forcesReplacement: true }],
      },
    ],
    [
      "recorded, same spec, resource changed",
      { recorded: recorded(spec), desired: desired(spec), observation: present({ path: "a", content: "by hand" }) },
      {
        change: "update",
        reason: "drifted",
        drift: "resource-changed",
        fields: [{ path: "/content", before: "by hand", after: "new", drifted: true }],
      },
    ],
    [
      "recorded, same spec, tainted, same resource",
      { recorded: recorded(spec, { status: "tainted" }), desired: desired(spec), observation: present(spec) },
      { change: "update", reason: "tainted", drift: "in-sync" },
    ],
    [
      "recorded, tainted, and not as it was left: a change of opus may have done that",
      { recorded: recorded(old, { status: "tainted" }), desired: desired(spec), observation: present(spec) },
      {
        change: "update",
        drift: "both",
        fields: [{ path: "/content", before: "new", drifted: true, unfinished: true }],
      },
    ],
    [
      "recorded, same spec, tainted, unobservable",
      { recorded: recorded(spec, { status: "tainted" }), desired: desired(spec), observation: unobservable },
      { change: "update", reason: "tainted" },
    ],
    [
      "recorded, both changed",
      {
        recorded: recorded(old),
        desired: desired({ ...spec, mode: "0644" }),
        observation: present({ path: "elsewhere", content: "by hand" }),
      },
      {
        change: "update",
        drift: "both",
        fields: [
          { path: "/content", before: "by hand", after: "new", drifted: true, left: "old" },
          { path: "/mode", after: "0644" },
          { path: "/path", before: "elsewhere", after: "a", drifted: true },
        ],
      },
    ],
    [
      "recorded, absent",
      { recorded: recorded(spec), desired: desired(spec), observation: absent },
      { change: "create", reason: "missing", drift: "missing" },
    ],
    [
      "recorded, absent, spec differs",
      { recorded: recorded(old), desired: desired(spec), observation: absent },
      { change: "create", reason: "missing", drift: "missing" },
    ],
    [
      "recorded, absent, tainted",
      { recorded: recorded(spec, { status: "tainted" }), desired: desired(spec), observation: absent },
      { change: "create", reason: "missing" },
    ],
    [
      "left the manifest, present",
      { recorded: recorded(spec), observation: present(spec) },
      { change: "delete", reason: "left the manifest", drift: "spec-changed" },
    ],
    [
      "left the manifest, changed",
      { recorded: recorded(spec), observation: present(old) },
      { change: "delete", drift: "both" },
    ],
    [
      "left the manifest, absent",
      { recorded: recorded(spec), observation: absent },
      { change: "delete", drift: "missing" },
    ],
    [
      "left the manifest, unobservable",
      { recorded: recorded(spec), observation: unobservable },
      { change: "delete", drift: "spec-changed" },
    ],
    [
      "left the manifest, recorded to be forgotten",
      { recorded: recorded(spec, { lifecycle: { onRemove: "forget" } }), observation: present(spec) },
      { change: "forget", fields: [] },
    ],
    ["neither recorded nor wanted", {}, { change: "noop", reason: "not recorded", drift: "untracked" }],
  ];

  it.each(cases)("%s", (_, situation, expected) => {
    const decision = decideOn(situation);
    expect(decision).toMatchObject(expected);
    expect(decision.error).toBeUndefined();
    expect(decision.silent).toBeUndefined();
  });

  it("unrecorded, present and different, is an error: what opus did not make is never overwritten", () => {
    expect(decideOn({ desired: desired(spec), observation: present({ path: "a", content: "theirs" }) })).toEqual({
      change: "none",
      reason: "exists, differs",
      drift: "untracked",
      compared: "live",
      fields: [{ path: "/content", before: "theirs", after: "new" }],
      error: {
        message: "the resource exists, differs from the spec in /content, and was not made by opus",
        hint: "Remove it, make the spec equal to it, or set `lifecycle: {adopt: true}` to take it over and change it.",
      },
    });
  });

  it.each([
    ["unrecorded", { desired: desired(spec) }],
    ["recorded, same spec", { recorded: recorded(spec), desired: desired(spec) }],
    ["recorded, spec differs", { recorded: recorded(old), desired: desired(spec) }],
    ["left the manifest", { recorded: recorded(spec) }],
    ["to be forgotten", { recorded: recorded(spec, { lifecycle: { onRemove: "forget" } }) }],
    ["ephemeral", { recorded: recorded(spec), desired: desired(spec), lifecycle: { ephemeral: true } }],
  ])("a failed observation fails the task and runs nothing: %s", (_, situation) => {
    expect(decideOn({ ...situation, observation: failedLook })).toEqual({
      change: "none",
      reason: "could not be looked at",
      fields: [],
      drift: "unknown",
      error: { message: "401" },
    });
  });
});

describe("onRemove", () => {
  it("counts as it was recorded, not as it is said today", () => {
    const situation = {
      recorded: recorded(spec, { lifecycle: { onRemove: "delete" } }),
      observation: present(spec),
      lifecycle: { onRemove: "forget" },
    } as const;
    expect(decideOn(situation).change).toBe("delete");
  });
});

describe("an ephemeral task", () => {
  const gone = { desired: desired(spec), observation: absent, lifecycle: { ephemeral: true } };

  it("that is missing is made again in silence", () => {
    expect(decideOn({ ...gone, recorded: recorded(spec) })).toMatchObject({
      change: "create",
      reason: "ephemeral",
      drift: "in-sync",
      silent: true,
    });
  });

  it("is not silent when its spec changed, or when it was tainted", () => {
    for (const before of [recorded(old), recorded(spec, { status: "tainted" })]) {
      const decision = decideOn({ ...gone, recorded: before });
      expect(decision).toMatchObject({ change: "create", reason: "missing" });
      expect(decision.silent).toBeUndefined();
    }
  });

  it("that waits for another one of its kind is silent, unless the manifest changed besides", () => {
    const waiting = {
      ...gone,
      recorded: recorded(spec),
      desired: { ...desired(spec), unknowns: new Map([["/content", ["shop:URL"]]]) },
    };
    expect(decideOn({ ...waiting, remade: desired(spec) })).toMatchObject({ drift: "in-sync", silent: true });
    for (const remade of [undefined, desired(old)]) {
      const decision = decideOn({ ...waiting, remade });
      expect(decision).toMatchObject({ change: "create", reason: "missing", drift: "missing" });
      expect(decision.silent).toBeUndefined();
    }
  });

  it("that drifted in another way is mended aloud", () => {
    expect(decideOn({ ...gone, recorded: recorded(spec), observation: present(old) })).toMatchObject({
      change: "update",
      reason: "drifted",
    });
  });
});

describe("ignoreChanges", () => {
  const lifecycle = { ignoreChanges: ["/content", "/env/A"] };

  it("passes over differences of the manifest and of the resource", () => {
    const before = recorded({ path: "a", content: "old", env: { A: "1", B: "1" } });
    const now = { path: "a", content: "new", env: { A: "2", B: "1" } };
    const decision = decideOn({
      recorded: before,
      desired: desired(now),
      observation: present({ path: "a", content: "live", env: { A: "3", B: "1" } }),
      lifecycle,
    });
    expect(decision).toMatchObject({ change: "noop", drift: "in-sync", fields: [] });
  });

  it("leaves other differences", () => {
    const before = recorded({ env: { A: "1", B: "1" } });
    const decision = decideOn({
      recorded: before,
      desired: desired({ env: { A: "2", B: "2" } }),
      observation: present({ env: { A: "3", B: "3" } }),
      lifecycle,
    });
    expect(decision.fields.map(({ path }) => path)).toEqual(["/env/B"]);
    expect(decision.drift).toBe("both");
  });
});

describe("a resource that is not as opus left it", () => {
  type Fields = readonly object[];
  const list = { path: "a", tags: ["x", "y"], env: { A: "1", B: "1" } };
  const cases: readonly [string, was: object, there: object, wanted: object, Fields][] = [
    [
      "what is there counts, not what was recorded",
      { n: 1 },
      { n: 7 },
      { n: 2 },
      [{ path: "/n", before: 7, after: 2, drifted: true, left: 1 }],
    ],
    [
      "that is as the manifest wants it now",
      { n: 1 },
      { n: 2 },
      { n: 2 },
      [{ path: "/n", before: 2, after: 2, drifted: true, left: 1, effect: "recorded" }],
    ],
    [
      "a field that is gone, and that the manifest changes",
      { n: 1 },
      {},
      { n: 2 },
      [{ path: "/n", after: 2, drifted: true, left: 1 }],
    ],
    [
      "a field that the spec says for the first time is there already, and opus did not leave it",
      { n: 1 },
      { n: 1, mode: "0600" },
      { n: 1, mode: "0644" },
      [{ path: "/mode", before: "0600", after: "0644" }],
    ],
    [
      "a list that grew by hand, and a member of which the manifest changes",
      list,
      { ...list, tags: ["x", "y", "z"] },
      { ...list, tags: ["x", "w"] },
      [{ path: "/tags", before: ["x", "y", "z"], after: ["x", "w"], drifted: true, left: ["x", "y"] }],
    ],
    [
      "a member by hand, another one by the manifest",
      list,
      { ...list, env: { A: "9", B: "1" } },
      { ...list, env: { A: "1", B: "2" } },
      [
        { path: "/env/B", before: "1", after: "2" },
        { path: "/env/A", before: "9", after: "1", drifted: true },
      ],
    ],
    [
      "an object that becomes a text, with a member by hand",
      list,
      { ...list, env: { A: "9", B: "1" } },
      { ...list, env: "none" },
      [
        {
          path: "/env",
          before: { A: "9", B: "1" },
          after: "none",
          drifted: true,
          left: { A: "1", B: "1" },
        },
      ],
    ],
    [
      "an object that is gone, and two members that the manifest changes",
      list,
      { path: "a", tags: ["x", "y"] },
      { ...list, env: { A: "2", B: "2" } },
      [{ path: "/env", after: { A: "2", B: "2" }, drifted: true, left: { A: "1", B: "1" } }],
    ],
  ];

  it.each(cases)("is shown as it is: %s", (_, was, there, wanted, fields) => {
    const decision = decideOn({
      recorded: recorded({ ...was }),
      desired: desired({ ...wanted }),
      observation: present({ ...there }),
    });
    expect(decision.fields).toEqual(fields);
    expect(decision.compared).toBe("live");
  });

  it("has facts of which nobody knows what another spec makes of them", () => {
    const processor = plain({
      compare: {
        factFields: ["read"],
        differs: (facts, _, observed) =>
          facts.n === observed?.n ? [] : [{ path: "/observed/n", before: facts.n ?? null, after: observed?.n ?? null }],
      },
    });
    const situation = {
      recorded: recorded({ size: 1 }, { observed: { n: 1 } }),
      observation: present({ n: 9 }),
      processor,
    };
    expect(decideOn({ ...situation, desired: desired({ size: 2 }) })).toMatchObject({
      compared: "recorded",
      fields: [
        { path: "/size", before: 1, after: 2 },
        { path: "/observed/n", before: 9, drifted: true, left: 1 },
      ],
    });
    // Mending leads back to what was seen.
    expect(decideOn({ ...situation, desired: desired({ size: 1 }) }).fields).toEqual([
      { path: "/observed/n", before: 9, after: 1, drifted: true },
    ]);
  });

  it("is shown as it is when it goes", () => {
    const was = { path: "a", content: "ours", env: { A: "1" }, note: "n" };
    const there = { path: "a", content: "by hand", env: { A: "2" } };
    expect(decideOn({ recorded: recorded(was), observation: present(there) }).fields).toEqual([
      { path: "/path", before: "a" },
      { path: "/content", before: "by hand", drifted: true, left: "ours" },
      { path: "/env/A", before: "2", drifted: true, left: "1" },
    ]);
  });

  it("shows neither side of what holds a secret, and not what was left", () => {
    const before = { ...recorded({ a: "${SECRET:s}" }), value: { a: "s3cr3t" }, secretPointers: new Set(["/a"]) };
    const [field] = decideOn({
      recorded: before,
      desired: desired({ a: "plain" }),
      observation: present({ a: "older" }),
    }).fields;
    expect(field).toEqual({ path: "/a", before: "older", after: "plain", drifted: true, sensitive: true });
  });

  it("keeps what the manifest waits for", () => {
    const [field] = decideOn({
      recorded: recorded({ a: "x" }),
      desired: waiting({ a: "${VAR:db:URL}" }),
      observation: present({ a: "by hand" }),
    }).fields;
    expect(field).toMatchObject({ path: "/a", before: "by hand", knownAfter: ["db:URL"], drifted: true, left: "x" });
  });
});

describe("taking over what exists", () => {
  it("passes over what is ignored", () => {
    const situation = {
      desired: desired({ path: "a", content: "ours", mode: "0644" }),
      observation: present({ path: "a", content: "theirs", mode: "0644" }),
      lifecycle: { ignoreChanges: ["/content"] },
    };
    expect(decideOn(situation)).toMatchObject({ change: "adopt", reason: "exists as declared", fields: [] });
    const other = { ...situation, observation: present({ path: "a", content: "theirs", mode: "0600" }) };
    expect(decideOn(other).error?.message).toBe(
      "the resource exists, differs from the spec in /mode, and was not made by opus",
    );
  });
});

describe("what somebody wants to look at first", () => {
  it("is not made in place of a resource that an id names and that is not there", () => {
    const lifecycle = { adopt: { id: "i-1" } };
    expect(decideOn({ desired: desired(spec), observation: absent, lifecycle })).toMatchObject({
      change: "none",
      reason: "not there",
      error: {
        message: 'there is no resource with the id "i-1", which `lifecycle.adopt` names',
        hint: "Mend the id, or take `adopt` away to have a new one made.",
      },
    });
  });

  it("is made again when it is recorded and gone, whatever id it was adopted by", () => {
    const lifecycle = { adopt: { id: "i-1" } };
    const gone = { recorded: recorded(spec), desired: desired(spec), observation: absent, lifecycle };
    expect(decideOn(gone)).toMatchObject({ change: "create", reason: "missing" });
  });

  it("is not made again when it is gone and `recreate` is false, changed or not", () => {
    for (const before of [spec, old]) {
      const gone = { recorded: recorded(before), desired: desired(spec), observation: absent };
      expect(decideOn({ ...gone, lifecycle: { recreate: true } })).toMatchObject({ change: "create" });
      expect(decideOn({ ...gone, lifecycle: { recreate: false } })).toMatchObject({
        change: "none",
        reason: "missing",
        drift: "missing",
        error: { message: "the resource is gone, and `lifecycle: {recreate: false}` says not to make it again" },
      });
    }
  });

  it("is put back by a rollback all the same, and still goes when it leaves the manifest", () => {
    const lifecycle = { recreate: false };
    const back = { recorded: recorded(spec), desired: desired(spec), observation: absent, onCommand: true, lifecycle };
    expect(decideOn(back)).toMatchObject({ change: "create", reason: "missing" });
    expect(decideOn({ recorded: recorded(spec), observation: absent, lifecycle })).toMatchObject({ change: "delete" });
  });
});

describe("values that other tasks will give", () => {
  it("make an unrecorded task plan as create, with what each field waits for", () => {
    const decision = decideOn({
      desired: waiting({ path: "a", content: "see ${VAR:db:URL}" }),
      observation: unobservable,
    });
    expect(decision).toMatchObject({ change: "create", reason: "new" });
    expect(decision.fields).toEqual([
      { path: "/path", after: "a" },
      { path: "/content", after: "see ${VAR:db:URL}", knownAfter: ["db:URL"] },
    ]);
  });

  it("make a recorded one plan as update, reason may change", () => {
    const decision = decideOn({
      recorded: recorded({ path: "a", content: "see x" }),
      desired: waiting({ path: "a", content: "see ${VAR:db:URL}" }),
      observation: present({ path: "a", content: "see x" }),
    });
    expect(decision).toMatchObject({ change: "update", reason: "may change" });
    expect(decision.fields).toEqual([
      { path: "/content", before: "see x", after: "see ${VAR:db:URL}", knownAfter: ["db:URL"] },
    ]);
  });

  it("do so also where the recorded text holds the same reference", () => {
    const template = { token: "${VAR:db:PASSWORD}" };
    const before = {
      entry: { ...recorded({}).entry, spec: template },
      value: { token: "secret" },
      secretPointers: new Set(["/token"]),
    };
    expect(decideOn({ recorded: before, desired: waiting(template), observation: unobservable })).toMatchObject({
      change: "update",
      reason: "may change",
      fields: [{ path: "/token", knownAfter: ["db:PASSWORD"] }],
    });
  });

  it("beside a change that is certain are just part of it", () => {
    const decision = decideOn({
      recorded: recorded(old),
      desired: waiting({ path: "b", content: "${VAR:db:URL}" }),
      observation: present(old),
    });
    expect(decision.reason).toBe("spec changed");
  });

  it("in a field that forces replacement plan as replace", () => {
    const decision = decideOn({
      recorded: recorded(old),
      desired: waiting({ path: "${VAR:db:PATH}", content: "old" }),
      observation: present(old),
      processor: replaceOnPath,
    });
    expect(decision).toMatchObject({
      change: "replace",
      reason: "may change",
      fields: [{ path: "/path", forcesReplacement: true, knownAfter: ["db:PATH"] }],
    });
  });

  it("that are ignored do not matter", () => {
    const decision = decideOn({
      recorded: recorded(old),
      desired: waiting({ path: "a", content: "${VAR:db:URL}" }),
      observation: present(old),
      lifecycle: { ignoreChanges: ["/content"] },
    });
    expect(decision.change).toBe("noop");
  });
});

describe("a replacement that leads to another resource", () => {
  const moved: Partial<Situation> = {
    recorded: recorded({ path: "b", content: "new" }),
    desired: desired(spec),
    observation: present({ path: "b", content: "new" }),
    processor: replaceOnPath,
  };

  it("is one where there is nothing yet, or nobody can tell", () => {
    for (const elsewhere of [absent, unobservable]) {
      const decision = decideOn({ ...moved, elsewhere });
      expect(decision.change).toBe("replace");
      expect(decision.takesOver).toBeUndefined();
    }
  });

  it("takes over what is equal, or what may be adopted", () => {
    expect(decideOn({ ...moved, elsewhere: present(spec) })).toMatchObject({ change: "replace", takesOver: true });
    expect(decideOn({ ...moved, elsewhere: present(old), lifecycle: { adopt: true } })).toMatchObject({
      change: "replace",
      takesOver: true,
    });
  });

  it("is an error where something else is", () => {
    const decision = decideOn({ ...moved, elsewhere: present(old) });
    expect(decision).toMatchObject({
      change: "none",
      reason: "exists, differs",
      error: { message: "the resource exists, differs from the spec in /content, and was not made by opus" },
    });
    expect(decision.fields.map(({ path }) => path)).toEqual(["/path"]);
  });

  it("fails when that place can't be looked at", () => {
    expect(decideOn({ ...moved, elsewhere: failedLook })).toMatchObject({
      change: "none",
      drift: "unknown",
      error: { message: "401" },
    });
  });

  it("is looked at also when the old one is gone: nothing is overwritten", () => {
    expect(decideOn({ ...moved, observation: absent, elsewhere: present(old) }).error?.message).toContain(
      "was not made by opus",
    );
    expect(decideOn({ ...moved, observation: absent, elsewhere: present(spec) })).toMatchObject({
      change: "adopt",
      reason: "exists as declared",
    });
    expect(decideOn({ ...moved, observation: absent, elsewhere: absent })).toMatchObject({
      change: "create",
      reason: "missing",
    });
    expect(decideOn({ ...moved, observation: absent, elsewhere: failedLook }).error).toEqual({ message: "401" });
  });
});

describe("a task that changed its kind", () => {
  const other = plain({ kind: "Other" });
  const changed: Partial<Situation> = {
    recorded: recorded(old),
    desired: desired(spec),
    observation: present(old),
    processor: other,
    recordedProcessor: plain(),
  };

  it("is replaced", () => {
    expect(decideOn({ ...changed, elsewhere: absent })).toMatchObject({ change: "replace", reason: "kind changed" });
  });

  it("overwrites nothing either", () => {
    expect(decideOn({ ...changed, elsewhere: present(old) }).error?.message).toContain("was not made by opus");
  });

  it("is created when the old one is gone", () => {
    expect(decideOn({ ...changed, observation: absent, elsewhere: absent })).toMatchObject({
      change: "create",
      reason: "missing",
    });
  });
});

describe("fields that are only recorded", () => {
  const processor = plain({ compare: { recordOnly: () => ["/delete"] } });
  const before = recorded({ create: "a", delete: "b" });

  it("change without running anything", () => {
    const decision = decideOn({
      recorded: before,
      desired: desired({ create: "a", delete: "c" }),
      observation: present({ create: "a", delete: "b" }),
      processor,
    });
    expect(decision).toEqual({
      change: "noop",
      reason: "recorded only",
      drift: "spec-changed",
      recordOnly: true,
      compared: "live",
      fields: [{ path: "/delete", before: "b", after: "c", effect: "recorded" }],
    });
  });

  it("are told with a change of others", () => {
    const decision = decideOn({
      recorded: before,
      desired: desired({ create: "x", delete: "c" }),
      observation: unobservable,
      processor,
    });
    expect(decision).toMatchObject({
      change: "update",
      compared: "recorded",
      fields: [
        { path: "/create", before: "a", after: "x" },
        { path: "/delete", before: "b", after: "c", effect: "recorded" },
      ],
    });
  });

  it("are told with whatever else makes a change: drift, a taint, an interruption, another kind", () => {
    const desiredSpec = desired({ create: "a", delete: "c" });
    const drifted = present({ create: "by hand", delete: "b" });
    const told = { path: "/delete", before: "b", after: "c", effect: "recorded" };
    const cases: readonly Partial<Situation>[] = [
      { recorded: before, observation: drifted },
      { recorded: recorded(before.value, { status: "tainted" }), observation: unobservable },
      {
        recorded: recorded(before.value, { status: "interrupted", interrupted: "update" }),
        observation: unobservable,
        lifecycle: { onInterrupted: "rerun" },
      },
    ];
    for (const situation of cases)
      expect(decideOn({ ...situation, desired: desiredSpec, processor }).fields).toContainEqual(told);
    const { effect: _, ...plainField } = told;
    expect(
      decideOn({ recorded: before, desired: desiredSpec, observation: unobservable, recordedProcessor: plain() })
        .fields,
    ).toContainEqual(plainField);
  });

  it("mean what their kind says of the change that is made", () => {
    const saying = plain({
      compare: {
        recordOnly: () => ["/update", "/delete", "/note"],
        replaceOn: (old, next) => (old.path === next.path ? [] : ["/path"]),
        effects: (change) => ({
          "/update": { effect: change === "update" ? "now" : "later", runs: "update" },
          "/delete": { effect: "later", runs: "delete" },
          // A module may say anything.
          "/note": { effect: "never", path: "/other" } as never,
        }),
      },
    });
    const old = { path: "a", update: "u", delete: "d", note: "n", size: 1 };
    const scripts = { update: "u2", delete: "d2", note: "n2" };
    const effects = (spec: object) =>
      decideOn({
        recorded: recorded(old),
        desired: desired({ ...old, ...spec }),
        observation: unobservable,
        processor: saying,
      }).fields.map(({ path, effect, runs }) => [path, effect, runs]);
    expect(effects({ ...scripts, size: 2 })).toEqual([
      ["/update", "now", "update"],
      ["/delete", "later", "delete"],
      ["/note", "recorded", undefined],
      ["/size", undefined, undefined],
    ]);
    expect(effects({ ...scripts, path: "b" })[1]).toEqual(["/update", "later", "update"]);
    expect(effects(scripts)).toEqual([
      ["/update", "later", "update"],
      ["/delete", "later", "delete"],
      ["/note", "recorded", undefined],
    ]);
  });
});

describe("a kind that can't mend in place", () => {
  const processor = plain({ compare: { replaces: () => true } });

  it("is replaced when it drifted or is tainted", () => {
    expect(
      decideOn({ recorded: recorded(spec), desired: desired(spec), observation: present(old), processor }),
    ).toMatchObject({ change: "replace", reason: "drifted" });
    expect(
      decideOn({
        recorded: recorded(spec, { status: "tainted" }),
        desired: desired(spec),
        observation: unobservable,
        processor,
      }),
    ).toMatchObject({ change: "replace", reason: "tainted" });
  });
});

describe("a task that a crash interrupted", () => {
  const interrupted = recorded(spec, { status: "interrupted", interrupted: "create" });

  it("fails with advice", () => {
    expect(decideOn({ recorded: interrupted, desired: desired(spec), observation: unobservable })).toEqual({
      change: "none",
      reason: "interrupted",
      fields: [],
      drift: "unobservable",
      error: {
        message: "an earlier run ended in the middle of its create, and nothing can tell whether it took effect",
        hint: "Look at the resource. Then either set `lifecycle: {onInterrupted: rerun}` to run it again, or run `forget` with this task as `target`.",
      },
    });
  });

  it("is run again when the manifest says so", () => {
    for (const [interrupted, change] of [
      ["create", "create"],
      ["update", "update"],
      ["adopt", "update"],
      ["replace", "replace"],
      // It is to be there after all.
      ["delete", "replace"],
    ] as const) {
      const situation = {
        recorded: recorded(spec, { status: "interrupted", interrupted }),
        desired: desired(spec),
        observation: unobservable,
      };
      expect(decideOn({ ...situation, lifecycle: { onInterrupted: "rerun" } })).toMatchObject({
        change,
        reason: "interrupted",
      });
    }
  });

  it("is replaced when it became another kind meanwhile", () => {
    const situation = { recorded: interrupted, desired: desired(spec), observation: unobservable };
    const [processor, recordedProcessor] = [plain({ kind: "Other" }), plain({})];
    expect(
      decideOn({ ...situation, processor, recordedProcessor, lifecycle: { onInterrupted: "rerun" } }),
    ).toMatchObject({ change: "replace", reason: "interrupted" });
  });

  it("that is to go is deleted when it says so, whatever was interrupted, and else left alone with advice", () => {
    expect(decideOn({ recorded: interrupted, observation: unobservable }).error).toEqual({
      message: "an earlier run ended in the middle of its create, and nothing can tell whether it took effect",
      hint: "Look at the resource, remove it if it is there, and run `forget` with this task as `target`; or, while the task is in the manifest, set `lifecycle: {onInterrupted: rerun}` to have it deleted.",
    });
    for (const change of ["create", "update", "replace", "delete", "adopt"] as const) {
      const left = recorded(spec, { status: "interrupted", interrupted: change });
      expect(
        decideOn({ recorded: left, observation: unobservable, lifecycle: { onInterrupted: "rerun" } }),
      ).toMatchObject({ change: "delete", reason: "interrupted" });
    }
  });
});

describe("secrets", () => {
  it("are shown by neither side of a difference", () => {
    const before = {
      entry: recorded({ env: { TOKEN: "${SECRET:t}" }, path: "a" }).entry,
      value: { env: { TOKEN: "new" }, path: "a" },
      secretPointers: new Set(["/env/TOKEN"]),
    };
    const wanted = resolve({ env: { TOKEN: "${SECRET:t}" }, path: "a" }, () => ({
      type: "secret",
      value: "new",
      env: "T",
    }));
    const decision = decideOn({
      recorded: before,
      desired: wanted,
      observation: present({ env: { TOKEN: "an older one" }, path: "b" }),
    });
    expect(decision.fields).toEqual([
      { path: "/env/TOKEN", before: "an older one", after: "new", sensitive: true, drifted: true },
      { path: "/path", before: "b", after: "a", drifted: true },
    ]);
  });

  it("are left in place in what a plan shows of a spec", () => {
    const wanted = resolve({ url: "https://${SECRET:t}@host $${x}" }, () => ({
      type: "secret",
      value: "s3cr3t",
      env: "T",
    }));
    expect(decideOn({ desired: wanted, observation: absent }).fields).toEqual([
      { path: "/url", after: "https://${SECRET:t}@host ${x}" },
    ]);
  });
});

describe("what is compared", () => {
  it("shows no fact in whose place a secret was recorded: it may be an older one", () => {
    const fields = [
      { path: "/observed/list", before: ["Alpha-1"], after: ["***"] },
      { path: "/observed/deep", before: "Alpha-1", after: { key: { "(sensitive)": 1 } } },
      { path: "/observed/size", before: 2, after: 1 },
      { path: "/cron", before: "by hand", after: "***" },
    ];
    const processor = plain({ compare: { differs: () => fields } });
    const before = recorded(spec, { observed: { list: ["***"] } });
    expect(
      decideOn({ recorded: before, desired: desired(spec), observation: present(spec), processor }).fields,
    ).toEqual(fields.map((field, place) => ({ ...field, drifted: true, ...(place < 2 ? { sensitive: true } : {}) })));
  });

  it("are the fields that the spec declares, unless the kind has its own way", () => {
    expect(
      decideOn({ recorded: recorded(spec), desired: desired(spec), observation: present({ ...spec, more: 1 }) }).change,
    ).toBe("noop");
    const processor = plain({
      compare: {
        differs: (facts, _, observed) => (facts.version === observed?.version ? [] : [{ path: "/observed/version" }]),
      },
    });
    const before = recorded(spec, { observed: { version: 1 } });
    expect(
      decideOn({ recorded: before, desired: desired(spec), observation: present({ version: 1 }), processor }).change,
    ).toBe("noop");
    expect(
      decideOn({ recorded: before, desired: desired(spec), observation: present({ version: 2 }), processor }),
    ).toMatchObject({ change: "update", fields: [{ path: "/observed/version" }] });
  });

  it("is nothing where facts are compared with recorded ones and none were recorded", () => {
    const compare = plain({ compare: { differs: (_, __, observed) => (observed ? [] : [{ path: "/observed" }]) } });
    const facts = withMembers(compare, { compare: { factFields: ["read"] } });
    const observation = present({ version: 1 });
    const applied = { recorded: recorded(spec), desired: desired(spec), observation };
    expect(decideOn({ ...applied, processor: compare })).toMatchObject({ change: "update", drift: "resource-changed" });
    expect(decideOn({ ...applied, processor: facts })).toMatchObject({ change: "noop", drift: "in-sync" });
    const tainted = { ...applied, recorded: recorded(spec, { status: "tainted" }) };
    expect(decideOn({ ...tainted, processor: facts })).toMatchObject({ change: "update", reason: "tainted" });
    expect(decideOn({ desired: desired(spec), observation, processor: facts })).toMatchObject({
      change: "none",
      reason: "exists, differs",
    });
  });
});
