import { describe, expect, it } from "vitest";
import type { Change, FieldDiff } from "../../../src/engine/model/change.ts";
import type { TaskState } from "../../../src/engine/model/state-body.ts";
import { entryToBringBack } from "../../../src/engine/plan/bring-back.ts";
import type { PlannedTask } from "../../../src/engine/plan/planned-task.ts";
import { recordedAnew } from "../../../src/engine/recorded/metadata.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { entry, plain, task } from "../samples.ts";

const was = entry({ spec: { content: "ours", mode: "0644" } });
const drifted: FieldDiff = { path: "/content", before: "by hand", after: "new", drifted: true };
const keeping = plain({ undo: { asFound: (facts, stored) => ({ ...stored, content: facts.content ?? null }) } });

function planned(given: Partial<PlannedTask> = {}, fields: readonly FieldDiff[] = [drifted]): PlannedTask {
  return {
    ...({} as PlannedTask),
    name: "a",
    entry: was,
    task: task("a"),
    status: "planned",
    hidden: false,
    recordedProcessor: keeping,
    facts: { content: "by hand" },
    dependencies: [],
    scope: [],
    lifecycle: {},
    formerName: undefined,
    decision: { change: "update", reason: "", fields, drift: "both" },
    ...given,
  };
}

describe("what a rollback brings back", () => {
  const redactor = createRedactor();
  redactor.add("s3cr3t-k3y");
  const found: TaskState = { ...was, spec: { content: "by hand", mode: "0644" } };
  const secret = { content: "key=s3cr3t-k3y" };
  const cases: readonly [string, PlannedTask, Change, TaskState | null][] = [
    ["what was there, before an update", planned(), "update", found],
    ["what was there, before a replacement", planned(), "replace", found],
    ["what was there, before a deletion", planned(), "delete", found],
    ["what was recorded, where nothing drifted", planned({}, [{ path: "/content", after: "new" }]), "update", was],
    ["what was recorded, where nothing was overwritten", planned(), "forget", was],
    ["what was recorded, where nobody looked", planned({ facts: undefined }), "update", was],
    ["what was recorded, where its kind can't put it back", planned({ recordedProcessor: plain() }), "update", was],
    [
      "what was recorded, where its kind says that it can't be put back",
      planned({ recordedProcessor: plain({ undo: { asFound: () => undefined } }) }),
      "update",
      was,
    ],
    ["what was recorded, where a secret is there", planned({ facts: secret }), "update", was],
    [
      "what was recorded, where an older secret may be there",
      planned({}, [{ ...drifted, sensitive: true }]),
      "update",
      was,
    ],
    [
      "what was recorded, where a secret was taken out of what was found",
      planned({ facts: { content: "key=***" }, entry: { ...was, observed: {} } }),
      "update",
      { ...was, observed: {} },
    ],
    ["nothing, where nothing was recorded", planned({ entry: undefined }), "create", null],
  ];

  it.each(cases)("is %s", (_, plan, change, expected) => {
    expect(entryToBringBack(plan, change, redactor)).toEqual(expected);
  });
});

describe("what of metadata is recorded anew", () => {
  const noop = { change: "noop", reason: "", fields: [], drift: "in-sync" } as const;
  const old = entry({ dependencies: ["x"], lifecycle: { preventDestroy: true, adopt: true } });
  const now = { lifecycle: { preventDestroy: true, onRemove: "forget" }, scope: [{ contexts: ["prod"] }] } as const;

  it("is told by its names in the manifest", () => {
    expect(recordedAnew(planned({ entry: old, decision: noop, formerName: "b", ...now }))).toEqual({
      metadata: [
        { path: "/name", before: "b", after: "a" },
        { path: "/dependencies", before: ["x"] },
        { path: "/processingScope", after: [{ contexts: ["prod"] }] },
        { path: "/lifecycle/adopt", before: true },
        { path: "/lifecycle/onRemove", after: "forget" },
      ],
    });
  });

  it("is nothing where nothing is recorded", () => {
    const changed = { entry: old, ...now };
    for (const given of [
      { ...changed, decision: { ...noop, leftAlone: true } },
      { ...changed, decision: { ...noop, change: "delete" } as const },
      { ...changed, decision: noop, task: undefined },
      { ...changed, decision: noop, hidden: true },
      { decision: noop },
    ])
      expect(recordedAnew(planned(given))).toEqual({});
  });
});
