import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../src/engine/json/json.ts";
import type { Situation } from "../../../../src/engine/plan/decide/decision.ts";
import { resolve } from "../../../../src/engine/references/resolve.ts";
import { decideOn, desired, entry, plain, present, recorded, task } from "../../samples.ts";
import { Stage } from "../../stage.ts";

const was = { path: "a", n: 1, m: 1 };

describe("a resource that somebody else has made what the manifest wants by now", () => {
  const decided = (wanted: JsonObject, there: JsonObject, more: Partial<Situation> = {}) =>
    decideOn({ recorded: recorded(was), desired: desired(wanted), observation: present(there), ...more });

  it("is in sync, and nothing but to be recorded", () => {
    expect(decided({ ...was, n: 2 }, { ...was, n: 2 })).toEqual({
      change: "noop",
      reason: "recorded only",
      drift: "in-sync",
      recordOnly: true,
      foundAsWanted: true,
      compared: "live",
      fields: [{ path: "/n", before: 2, after: 2, drifted: true, left: 1, effect: "recorded" }],
    });
  });

  it.each<[string, JsonObject, JsonObject, Partial<Situation>?]>([
    ["differs in another field", { ...was, n: 2 }, { ...was, n: 2, m: 9 }],
    ["has one of two fields that the manifest changes", { ...was, n: 2, m: 2 }, { ...was, n: 2 }],
    ["is as opus left it", { ...was, n: 2 }, was],
    ["is tainted", { ...was, n: 2 }, { ...was, n: 2 }, { recorded: recorded(was, { status: "tainted" }) }],
    ["is to go back to an earlier state", { ...was, n: 2 }, { ...was, n: 2 }, { onCommand: true }],
    [
      "is another one by its new spec",
      { ...was, n: 2 },
      { ...was, n: 2 },
      { elsewhere: { state: "absent" }, processor: plain({ compare: { replaceOn: () => ["/n"] } }) },
    ],
  ])("is changed where it %s", (_, wanted, there, more) => {
    const { change, drift } = decided(wanted, there, more);
    expect(change).not.toBe("noop");
    expect(drift).not.toBe("in-sync");
  });

  it("is in sync where it has another name by its new spec, and is the same", () => {
    const there = { ...was, n: 2 };
    expect(decided(there, there, { elsewhere: present(there) }).change).toBe("noop");
    expect(decided(there, there, { elsewhere: present({ ...there, id: 2 }) }).change).not.toBe("noop");
  });

  it("is changed where a field changed that nobody looks at", () => {
    const processor = plain({
      compare: { differs: (facts, spec) => (facts.n === spec.n ? [] : [{ path: "/n", before: facts.n ?? null }]) },
    });
    const both = decided({ ...was, n: 2, m: 2 }, { ...was, n: 2 }, { processor, recordedProcessor: processor });
    expect(both).toMatchObject({ change: "update", drift: "both" });
    const one = decided({ ...was, n: 2 }, { ...was, n: 2 }, { processor, recordedProcessor: processor });
    expect(one.change).toBe("noop");
  });

  it("is changed where the field holds a secret, or waits for another task", () => {
    const there = present({ ...was, n: "s3cr3t" });
    const secret = resolve({ ...was, n: "${SECRET:a}" }, () => ({ type: "secret", value: "s3cr3t", env: "A" }));
    expect(decideOn({ recorded: recorded(was), desired: secret, observation: there }).change).toBe("update");
    const later = resolve({ ...was, n: "${VAR:a:B}" }, () => ({ type: "unknown", label: "a:B" }));
    expect(decideOn({ recorded: recorded(was), desired: later, observation: there }).change).toBe("update");
  });

  it("is changed by a kind that compares what it saw with what it had seen, or that plans by itself", () => {
    const facts = plain({ compare: { factFields: ["n"] } });
    const observed = recorded(was, { observed: was });
    const now = { recorded: observed, processor: facts, recordedProcessor: facts };
    expect(decided({ ...was, n: 2 }, { ...was, n: 2 }, now).change).toBe("update");
    const ownPlan = { change: "update", fields: [], replaceOn: [], outputs: [], unknowns: {}, warnings: [] } as const;
    expect(decided({ ...was, n: 2 }, { ...was, n: 2 }, { ownPlan }).change).toBe("update");
  });

  it("is changed by a kind that can't compare a spec which nobody has written", () => {
    const differs = (facts: JsonObject, spec: JsonObject) => {
      if (facts.n === spec.n && spec.m === 2) return [];
      if (spec.m === 2) throw new Error("no such spec");
      return [{ path: "/n", before: facts.n ?? null, after: spec.n ?? null }];
    };
    const processor = plain({ compare: { differs } });
    const there = { ...was, n: 2, m: 2 };
    expect(decided(there, there, { processor, recordedProcessor: processor }).change).toBe("update");
  });
});

describe("what is recorded of it", () => {
  const before = entry({
    spec: was,
    observed: { n: 1 },
    outputs: { N: 1, KEPT: "x", KEY: "old" },
    sensitiveOutputs: ["KEY"],
  });
  const found = { state: "present", facts: { ...was, n: 2 }, outputs: [{ name: "N", value: 2 }] } as const;
  const updates: JsonObject[] = [];
  const kind = plain({
    observe: async () => ({ ...found, outputs: [...found.outputs, { name: "KEY", value: "new", sensitive: true }] }),
    update: async (_, after) => {
      updates.push(after);
      return { outputs: [] };
    },
  });

  it("is what is there, with the outputs that looking gave; what is sensitive stays", async () => {
    const stage = new Stage();
    stage.recorder.tasks.set("a", before);
    const { reports } = await stage.run([task("a", { spec: { ...was, n: 2 } })], { kinds: [kind] });
    expect(reports).toMatchObject([{ status: "done", change: "noop" }]);
    expect(updates).toEqual([]);
    expect(stage.recorder.tasks.get("a")).toMatchObject({
      spec: { ...was, n: 2 },
      observed: { ...was, n: 2 },
      outputs: { N: 2, KEPT: "x", KEY: "old" },
      sensitiveOutputs: ["KEY"],
      createdAt: before.createdAt,
    });
    expect(stage.recorder.results).toMatchObject([{ task: "a", undo: null }]);
    const again = await stage.run([task("a", { spec: { ...was, n: 2 } })], { kinds: [kind] });
    expect(again.reports).toMatchObject([{ change: "noop", reason: "unchanged" }]);
  });

  it("is what others get of it in the same run", async () => {
    const stage = new Stage();
    const [one, two] = [task("a", { spec: { ...was, n: 2 } }), task("b", { spec: { path: "b", n: "${VAR:a:N}" } })];
    stage.recorder.tasks.set("a", before);
    stage.recorder.tasks.set("b", entry({ spec: { path: "b", n: 1 }, order: 1 }));
    const reader = plain({
      ...kind,
      kind: "Reader",
      observe: async () => ({ state: "present", facts: { path: "b", n: 1 } }),
    });
    const reads = { ...two, kind: "Reader" };
    stage.recorder.tasks.set("b", entry({ kind: "Reader", spec: { path: "b", n: 1 }, order: 1 }));
    const { reports } = await stage.run([one, reads], { kinds: [kind, reader] });
    expect(reports).toMatchObject([
      { name: "a", change: "noop" },
      { name: "b", change: "update" },
    ]);
    expect(updates).toEqual([{ path: "b", n: 2 }]);
  });
});
