import { describe, expect, it, test } from "vitest";
import { failureWords, isNoteworthy, stateWords } from "../../../src/hooks/rendering/labels.ts";
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

describe("a gate", () => {
  const gate = (reason: string, more: object = {}) => task("up", { kind: "Probe", reason, ...more });

  it.each([
    ["holds", false],
    ["probed in its turn", false],
    ["probed after apply", true],
    ["probed after my-deploy", true],
    ["does not hold", true],
    ["does not hold: 503", true],
    ["unchanged", false],
  ])("that %s is told: %s", (reason, told) => {
    expect(isNoteworthy(gate(reason))).toBe(told);
  });

  it("is a row of its own sort in the comment", () => {
    expect(taskRow(gate("does not hold: 503 `x`"))).toBe("- 🚦 gate `up` Probe · `` does not hold: 503 `x` ``");
    expect(taskRow(gate("unchanged"))).toContain("unchanged");
  });

  it("fails as what does not hold", () => {
    expect(failureWords(gate("does not hold", { status: "failed" }))).toBe("does not hold");
  });
});
