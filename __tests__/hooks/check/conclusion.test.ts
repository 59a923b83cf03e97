import { expect, test } from "vitest";
import type { FailureReason } from "../../../src/engine/diagnostics/failure-reasons.ts";
import { failureReasons } from "../../../src/engine/diagnostics/failure-reasons.ts";
import type { RunReport } from "../../../src/engine/model/report.ts";
import { conclusionOf, titleOf } from "../../../src/hooks/check/conclusion.ts";
import { ContextsOfRun } from "../../../src/hooks/check/of-contexts.ts";
import { context, everyChange, report, task } from "../samples.ts";

/** What the check says of a context of a run. */
function said(whole: RunReport, name = "prod", names: readonly string[] = ["test", "prod"]): string {
  const contexts = new ContextsOfRun();
  contexts.take({ type: "manifest-loaded", project: "storefront", files: 1, tasks: 1, contexts: names });
  const alone = contexts.reportOf(name, whole, () => []);
  return `${conclusionOf(alone)}: ${titleOf(alone)}`;
}

const made = task("a", { change: "create", status: "done" });
const planned = task("a", { change: "create" });

test.each<[string, string, RunReport]>([
  ["a plan", "success: 1 to create", report([context("prod", [planned])])],
  ["a plan of nothing", "success: nothing to do", report([context("prod", [task("a")])])],
  ["no task at all", "success: nothing to do", report([context("prod", [])])],
  ["an apply", "success: 1 done", report([context("prod", [made, task("b", { status: "done" })])])],
  [
    "a deletion that leaves something",
    "failure: 1 of 2 deleted, 1 is still there: b (task-failed)",
    report(
      [
        context(
          "prod",
          [task("a", { change: "delete", status: "done" }), task("b", { change: "delete", status: "failed" })],
          { failureReason: "task-failed", deletes: { others: 0 } },
        ),
      ],
      { result: "failure", failureReason: "task-failed" },
    ),
  ],
  [
    "what nobody can see",
    "neutral: 1 to create, 1 unknown",
    report([context("prod", [task("a", { change: "create", drift: "unknown" })])]),
  ],
  ["no plan", "neutral: 1 to create", report([context("prod", [planned], { planDigest: null })])],
  [
    "a run that ended before it",
    "failure: failed (internal)",
    report([], { result: "failure", failureReason: "internal" }),
  ],
  ["a success that has lost it", "failure: failed", report([])],
  [
    "a run that was cancelled before it",
    "cancelled: cancelled",
    report([], { result: "cancelled", failureReason: "cancelled" }),
  ],
  [
    "a run that was cancelled after it",
    "success: 1 to create",
    report([context("prod", [planned])], { result: "cancelled", failureReason: "cancelled" }),
  ],
  [
    "a run that broke after it",
    "failure: 1 to create (internal)",
    report([context("prod", [planned])], { result: "failure", failureReason: "internal" }),
  ],
  [
    "another context that failed",
    "success: 1 to create",
    report([context("test", [], { failureReason: "state-locked" }), context("prod", [planned])], {
      result: "failure",
      failureReason: "state-locked",
    }),
  ],
  [
    "another failure than that of the run",
    "failure: failed (task-failed)",
    report(
      [context("test", [], { failureReason: "state-locked" }), context("prod", [], { failureReason: "task-failed" })],
      {
        result: "failure",
        failureReason: "state-locked",
      },
    ),
  ],
])("%s", (_, expected, whole) => {
  expect(said(whole)).toBe(expected);
});

test("only what somebody has to agree to asks for action, and no failure is ever a success", () => {
  const concluded = (reason: FailureReason): string =>
    said(
      report([context("prod", everyChange, { failureReason: reason })], { result: "failure", failureReason: reason }),
    ).split(":")[0] ?? "";
  const by = (conclusion: string) => failureReasons.filter((reason) => concluded(reason) === conclusion).toSorted();
  expect(by("action_required")).toEqual(["guarded", "plan-changed", "plan-not-reviewed"]);
  expect(by("cancelled")).toEqual(["cancelled"]);
  expect(by("failure")).toHaveLength(failureReasons.length - 4);
});
