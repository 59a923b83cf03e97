import { expect, test } from "vitest";
import type { DiagnosticCode } from "../../../src/engine/diagnostics/codes.ts";
import type { TaskReport } from "../../../src/engine/model/report.ts";
import { planWords, zeroCounts } from "../../../src/hooks/rendering/labels.ts";
import { nextStep } from "../../../src/hooks/rendering/next-step.ts";
import { context, report, task } from "../samples.ts";

const failing = (...tasks: Partial<TaskReport>[]) =>
  nextStep(
    report(
      [
        context(
          "prod",
          tasks.map((given, index) => task(`t${index}`, { status: "failed", ...given })),
        ),
      ],
      {
        result: "failure",
        failureReason: "task-failed",
      },
    ),
  );
const unseen = { change: "none", drift: "unknown", reason: "could not be looked at" } as const;

test("what could not be looked at is to be made observable, and nothing else is", () => {
  const observable = "Make the resources observable again and run again; nothing of these tasks was changed.";
  const told = "Do what is said above about each of these tasks and run again; nothing of these tasks was changed.";
  expect(failing(unseen)).toBe(observable);
  for (const reason of ["exists, differs", "interrupted", "could not be planned"])
    expect(failing({ change: "none", reason }, unseen)).toBe(told);
});

test("after a deletion the same command goes on, and no other is named", () => {
  const tasks = [task("a", { change: "delete", status: "done" }), task("b", { change: "delete", status: "failed" })];
  const ended = report([context("prod", tasks, { deletes: { others: 0 } })], {
    result: "failure",
    failureReason: "task-failed",
  });
  expect(nextStep(ended)).toBe(
    "What is deleted stays deleted. Do what is said above of each task that is left, and run the same command again: it goes on with these.",
  );
});

test("only what is tainted is said to be mended by the next apply", () => {
  const tainted =
    "What is marked as tainted may be half done; the next `apply` mends it. Correct the cause and run again.";
  const open = "What is done stays done. Correct the cause and run again; `plan` shows what is left to do.";
  const back =
    "What failed was rolled back, what is done stays done. Correct the cause and run the same command again.";
  expect(failing({ change: "update", status: "tainted" }, { change: "delete" })).toBe(tainted);
  expect(failing({ change: "delete" })).toBe(open);
  expect(failing({ change: "adopt" })).toBe(open);
  expect(failing({ change: "create", reason: "exists, differs" })).toBe(open);
  expect(failing({ change: "update", status: "rolled-back" })).toBe(back);
  expect(failing({ change: "update", status: "rolled-back" }, { change: "delete" })).toBe(open);
});

test.each([
  [["prevent-destroy"], "If this is meant, lift `preventDestroy`. Then run again."],
  [
    ["max-deletes"],
    "If this is meant, raise the limit (`Project.spec.limits.maxDeletes`, or for one run the input `max-deletes`). Then run again.",
  ],
  [
    ["max-delete-percent"],
    "If this is meant, raise `Project.spec.limits.maxDeletePercent`, or take a few tasks at a time with the input `target`. Then run again.",
  ],
  [
    ["prevent-destroy", "max-deletes"],
    "If this is meant, lift `preventDestroy`, and raise the limit (`Project.spec.limits.maxDeletes`, or for one run the input `max-deletes`). Then run again.",
  ],
])("a plan guarded by %j says what lifts that", (codes, expected) => {
  const diagnostics = codes.map(
    (code) => ({ severity: "error", code: code as DiagnosticCode, message: "no" }) as const,
  );
  expect(nextStep(report([], { result: "failure", failureReason: "guarded", diagnostics }))).toBe(expected);
});

test("nothing is to be done only where nothing failed and all is known", () => {
  expect(planWords({ ...zeroCounts, noop: 3 })).toBe("nothing to do, 3 unchanged");
  expect(planWords({ ...zeroCounts, noop: 3, failed: 1 })).toBe("3 unchanged, 1 failed");
  expect(planWords({ ...zeroCounts, unknown: 2 })).toBe("2 unknown");
  expect(planWords(zeroCounts)).toBe("nothing to do");
});
