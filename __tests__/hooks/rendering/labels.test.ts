import { describe, expect, it, test } from "vitest";
import type { GateState, TaskReport } from "../../../src/engine/model/report.ts";
import {
  endWords,
  failureWords,
  isNoteworthy,
  outcomeWords,
  planWords,
  stateWords,
  zeroCounts,
} from "../../../src/hooks/rendering/labels.ts";
import { unchangedFold } from "../../../src/hooks/rendering/unchanged.ts";
import { taskRow } from "../../../src/hooks/summary/task-fold.ts";
import { task } from "../samples.ts";

test.each([
  [{ backend: "branch" }, "branch"],
  [{ backend: "branch", sealed: true }, "branch (sealed)"],
  [{ backend: "cache", label: "best effort", sealed: false }, "cache (best effort)"],
  [{ backend: "cache", label: "best effort", sealed: true }, "cache (best effort, sealed)"],
])("the state %j is called %s", (state, words) => {
  expect(stateWords(state)).toBe(words);
});

describe("a deletion", () => {
  const ended = (...statuses: TaskReport["status"][]) =>
    statuses.map((status, index) => task(`t${index}`, { change: "delete", status }));

  it.each([
    [["done", "done"], "2 of 2 deleted"],
    [["done", "failed"], "1 of 2 deleted, 1 is still there: t1"],
    [["failed", "skipped", "done", "cancelled"], "1 of 4 deleted, 3 are still there: t0, t1, t3"],
    [[], "nothing to do"],
  ] as const)("that ended with %j says how much of it is left", (statuses, words) => {
    expect(endWords({ tasks: ended(...statuses), deletes: { others: 0 } })).toBe(words);
  });

  it("says that others stay recorded", () => {
    const words = (others: number) => endWords({ tasks: ended("done"), deletes: { others } });
    expect(words(1)).toBe("1 of 1 deleted, 1 more stays recorded");
    expect(words(3)).toBe("1 of 1 deleted, 3 more stay recorded");
  });

  it("lists not more names than people read, and no sign of the terminal", () => {
    const left = Array.from({ length: 25 }, (_, index) => task(`t${index}\u001b[1m`, { status: "failed" }));
    const words = endWords({ tasks: left, deletes: { others: 0 } });
    expect(words).toMatch(/^0 of 25 deleted, 25 are still there: .* and 5 more$/);
    expect(words).not.toContain("\u001b");
  });

  it("is one of the command delete alone", () => {
    expect(endWords({ tasks: ended("done", "failed") })).toBe("1 done, 1 failed");
  });
});

describe("a gate", () => {
  const gate = (state: GateState | undefined, more: Partial<TaskReport> = {}) =>
    task("up", { kind: "Probe", ...(state ? { gate: state } : {}), ...more });

  it.each([
    ["holds", false],
    ["in-turn", false],
    ["unknown", false],
    ["after-changes", true],
    ["does-not-hold", true],
    [undefined, false],
  ] as const)("that is %s is told: %s", (state, told) => {
    // What is said of it in words decides nothing.
    for (const reason of ["holds", "does not hold: 503", "anything"])
      expect(isNoteworthy(gate(state, { reason }))).toBe(told);
  });

  it("is a row of its own sort in the comment", () => {
    const reason = "does not hold: 503 `x`";
    expect(taskRow(gate("does-not-hold", { reason }))).toBe("- 🚦 gate `up` Probe · `` does not hold: 503 `x` ``");
    expect(taskRow(gate(undefined, { reason }))).toContain("unchanged");
  });

  it("fails as what does not hold", () => {
    expect(failureWords(gate("does-not-hold", { status: "failed" }))).toBe("does not hold");
    expect(failureWords(gate("unknown", { status: "failed", drift: "unknown" }))).toBe("observation failed");
  });

  it("is counted as a gate, and not as unchanged", () => {
    expect(planWords({ ...zeroCounts, noop: 3, gate: 1 })).toBe("nothing to do, 3 unchanged, 1 gate");
    expect(planWords({ ...zeroCounts, create: 1, gate: 2 })).toBe("1 to create, 2 gates");
    const tasks = [task("a", { status: "done" }), gate("holds", { status: "done" })];
    expect(outcomeWords(tasks)).toBe("nothing to do, 1 unchanged, 1 gate passed");
  });

  it("stands beside what is unchanged, with what it says", () => {
    const { text, count } = unchangedFold([task("a"), gate("holds", { reason: "holds" })]);
    expect([text, count]).toEqual([
      "<details><summary>Unchanged: 1, Gates: 1</summary>\n\n`a` (File), `up` (Probe) holds\n\n</details>",
      2,
    ]);
    expect(unchangedFold([gate("does-not-hold")])).toEqual({ text: "", count: 0 });
  });
});
