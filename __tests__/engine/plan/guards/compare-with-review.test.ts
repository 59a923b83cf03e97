import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksum } from "../../../../src/engine/json/canonical-json.ts";
import type { Change } from "../../../../src/engine/model/change.ts";
import {
  compareWithReview,
  type PlanOfNow,
  reviewedChange,
  reviewRecord,
  untouched,
} from "../../../../src/engine/plan/guards/compare-with-review.ts";
import { type PlanItem, planDigest, planItems } from "../../../../src/engine/plan/plan-digest.ts";
import type { PlannedTask } from "../../../../src/engine/plan/planned-task.ts";
import type { Digest } from "../../../../src/engine/ports/digest.ts";
import { volatileReferences } from "../../../../src/engine/references/volatile-references.ts";
import { place, sha256, task } from "../../samples.ts";

const digest: Digest = (value) => checksum(sha256, value);
const identity = { project: "storefront", context: "prod", action: "apply" } as const;

interface Made {
  readonly change?: Change;
  readonly wanted?: string | null;
  readonly recorded?: string | null;
  readonly live?: string | null;
}

function item(
  name: string,
  { change = "update", wanted = "new", recorded = "old", live = "old" }: Made = {},
): PlanItem {
  const of = (text: string | null): string | null => (text === null ? null : digest(text));
  const sides = { wanted: of(wanted), recorded: of(recorded), live: of(live) };
  return { name, change, ...sides, awaits: [], digest: digest({ name, change, ...sides }) };
}

/** @param noop what is wanted of tasks without a change, by name */
function plan(items: readonly PlanItem[], noop: { readonly [name: string]: string | null } = {}): PlanOfNow {
  const byName = new Map(items.map((one) => [one.name, one]));
  const own = items.map((one) => [one.name, one.digest] as const);
  return {
    ...identity,
    items: byName,
    digest: planDigest(identity, own, digest),
    desiredDigest: (name) => {
      const found = byName.get(name);
      if (found) return found.wanted;
      const wanted = Object.hasOwn(noop, name) ? noop[name] : undefined;
      return wanted === undefined || wanted === null ? wanted : digest(wanted);
    },
  };
}

function compare(now: PlanOfNow, reviewed: PlanOfNow, begun = false) {
  const changes = new Map([...reviewed.items].map(([name, one]) => [name, reviewedChange(one)]));
  const record = begun ? reviewRecord(reviewed.digest, reviewed.items) : undefined;
  return compareWithReview(now, { digest: reviewed.digest, changes }, record, digest);
}

describe("a plan and the reviewed one", () => {
  it("are the same in whatever order they were planned", () => {
    const items = ["a", "b", "c"].map((name) => item(name));
    expect(compare(plan(items), plan([...items].reverse()))).toEqual({ same: true, done: [] });
  });

  it("are different in project, context, and action, whatever their changes", () => {
    const own = [["a", item("a").digest]] as const;
    const all = [
      identity,
      { ...identity, project: "x" },
      { ...identity, context: "x" },
      { ...identity, action: "delete" as const },
    ];
    expect(new Set(all.map((one) => planDigest(one, own, digest))).size).toBe(4);
  });

  it("differ by what is told of each task", () => {
    const reviewed = plan([item("same"), item("spec"), item("state"), item("live"), item("change"), item("gone")]);
    const now = plan([
      item("same"),
      item("spec", { wanted: "newer" }),
      item("state", { recorded: "older", live: "other" }),
      item("live", { live: null }),
      item("change", { change: "delete", wanted: null }),
      item("added", { change: "create", recorded: null, live: null }),
    ]);
    expect(compare(now, reviewed)).toEqual({
      same: false,
      differences: [
        { task: "added", reviewed: undefined, now: "create", because: [] },
        { task: "change", reviewed: "update", now: "delete", because: ["manifest"] },
        { task: "gone", reviewed: "update", now: undefined, because: [] },
        { task: "live", reviewed: "update", now: "update", because: ["resource"] },
        { task: "spec", reviewed: "update", now: "update", because: ["manifest"] },
        { task: "state", reviewed: "update", now: "update", because: ["state", "resource"] },
      ],
    });
  });
});

describe("a plan that was applied in part", () => {
  const reviewed = plan([
    item("done"),
    item("made", { change: "create", recorded: null, live: null }),
    item("replaced", { change: "replace" }),
    item("left"),
    item("removed", { change: "delete", wanted: null }),
  ]);
  const left = item("left");
  const wanted = { done: "new", made: "new", replaced: "new", left: "new" };

  it("goes on with what is left, and says what is done", () => {
    expect(compare(plan([left], wanted), reviewed, true)).toEqual({
      same: true,
      done: ["done", "made", "replaced", "removed"],
    });
    // Half done: tainted, absent after a deletion, or created and not recorded.
    const half = plan(
      [
        item("made", { recorded: "tainted", live: "half" }),
        item("replaced", { change: "create", live: null }),
        item("left", { recorded: "tainted" }),
      ],
      wanted,
    );
    expect(compare(half, reviewed, true)).toEqual({ same: true, done: ["done", "removed"] });
  });

  it.each([
    ["something that was not in it", plan([left, item("new")], wanted)],
    ["another spec of what is left", plan([item("left", { wanted: "evil" })], { ...wanted })],
    ["another spec of what is done", plan([left], { ...wanted, done: "evil" })],
    ["what is done left the manifest", plan([left, item("done", { change: "delete", wanted: null })], wanted)],
    ["an update that became a replacement", plan([item("left", { change: "replace" })], wanted)],
    ["a deletion that is wanted again", plan([left], { ...wanted, removed: "new" })],
    ["an update that is forgotten", plan([item("left", { change: "forget", wanted: null })], wanted)],
  ])("is refused with %s", (_, now) => {
    expect(compare(now, reviewed, true)).toMatchObject({ same: false });
  });

  it("is refused without a record, with that of another plan, and with one that was tampered with", () => {
    const now = plan([left], wanted);
    expect(compare(now, reviewed).same).toBe(false);
    const other = reviewRecord(plan([item("x")]).digest, reviewed.items);
    const smaller = reviewRecord(reviewed.digest, plan([left]).items);
    for (const record of [other, smaller])
      expect(compareWithReview(now, { digest: reviewed.digest, changes: undefined }, record, digest)).toEqual({
        same: false,
        differences: undefined,
      });
  });

  it("property: whatever part of it is done, the rest goes on, and never with something else", () => {
    const names = ["a", "b", "c", "d", "e"];
    const change = fc.constantFrom<Change>("create", "update", "replace", "delete");
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 5, maxLength: 5 }),
        fc.subarray(names),
        fc.constantFrom(...names),
        (all, done, odd) => {
          const items = names.map((name, at) => {
            const kind = all[at] ?? "update";
            return item(name, { change: kind, wanted: kind === "delete" ? null : `${name}-new` });
          });
          const whole = plan(items);
          const noop = Object.fromEntries(
            items.map((one) => [one.name, one.wanted === null ? null : `${one.name}-new`]),
          );
          const rest = items.filter(({ name }) => !done.includes(name));
          expect(compare(plan(rest, noop), whole, true)).toEqual({ same: true, done });
          const evil = { ...noop, [odd]: "evil" };
          const changed = rest.map((one) =>
            one.name === odd ? item(odd, { change: one.change, wanted: "evil" }) : one,
          );
          expect(compare(plan(changed, evil), whole, true).same).toBe(false);
        },
      ),
    );
  });
});

it("a record ends when another run changes something of it", () => {
  const record = reviewRecord("sha256:0", new Map([["a", item("a")]]));
  expect(untouched(record, ["b"])).toBe(record);
  expect(untouched(record, ["b", "a"])).toBeUndefined();
  expect(untouched(undefined, ["a"])).toBeUndefined();
});

it("references that are other ones on every commit are told of, once for each task and where they stand", () => {
  const values = [
    {
      name: "version",
      type: "string" as const,
      required: false,
      default: "stable",
      contexts: { prod: "at ${GITHUB:run_id}" },
      locate: (pointer: string) => place(`values${pointer}`),
    },
  ];
  const tasks = [
    task("a", { spec: { path: "x", content: "${GITHUB:sha} ${GITHUB:sha} ${GITHUB:repository} ${VALUE:version}" } }),
    task("b", { spec: { path: "${GITHUB:event.number:-0}" } }),
    task("c", { spec: { path: "$${GITHUB:sha}" } }),
  ];
  const told = (contexts: readonly string[]) =>
    volatileReferences(tasks, values, contexts).map(({ message, location }) => [
      message.split(" is another")[0],
      location?.file,
    ]);
  expect(told(["test"])).toEqual([
    ['task "a": ${GITHUB:sha}', "a/spec/content"],
    ['task "b": ${GITHUB:event.number}', "b/spec/path"],
  ]);
  expect(told(["prod"])).toHaveLength(3);
  expect(told(["pr-1", "prod"])[2]).toEqual(['value "version": ${GITHUB:run_id}', "values/contexts/prod"]);
});

it("a deletion by other code is another plan", () => {
  const removed = (version: string) => {
    const deletion = { change: "delete", reason: "", fields: [], drift: "in-sync" } as const;
    const planned = {
      name: "a",
      apiVersion: "x/v1",
      kind: "X",
      decision: deletion,
      status: "planned",
      processor: { version },
    };
    return planItems([planned as unknown as PlannedTask], { digest, redact: (value) => value }).get("a")?.digest;
  };
  expect(removed("one")).toBe(removed("one"));
  expect(removed("one")).not.toBe(removed("two"));
});
