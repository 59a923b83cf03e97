import { expect, test } from "vitest";
import type { TaskReport } from "../../src/engine/model/report.ts";
import { renderChanges } from "../../src/hooks/comment/render-part.ts";
import { renderPlan } from "../../src/hooks/log/log-render.ts";
import { renderSummary } from "../../src/hooks/summary/summary-render.ts";
import { context, countsOf, report, task } from "./samples.ts";

const recorded: readonly TaskReport[] = [
  task("api", {
    kind: "Shell",
    reason: "recorded only",
    drift: "spec-changed",
    compared: "recorded",
    fields: [{ path: "/delete", after: "rm -rf site\nrm -f log\n", effect: "later", runs: "delete" }],
    metadata: [{ path: "/lifecycle/preventDestroy", before: true }],
  }),
  task("site", { reason: "unchanged", metadata: [{ path: "/name", before: "page", after: "site" }] }),
  task("same", { reason: "unchanged" }),
  // Another command leaves it alone: nothing is recorded.
  task("left", { reason: "left alone by create: would update", fields: [{ path: "/n", before: 1, after: 2 }] }),
];

test("the log shows what is only recorded, and says that nothing of it runs", () => {
  const lines = renderPlan(recorded, countsOf(recorded), false).map(({ text }) => text);
  expect(lines).toEqual([
    "",
    "= api  recorded only  Shell",
    "    - recorded   + after apply",
    "    + delete:  # runs at the next delete",
    "    +   rm -rf site",
    "    +   rm -f log",
    "    - metadata.lifecycle.preventDestroy: true  # recorded only",
    "= site  recorded only  File",
    '    - metadata.name: "page"',
    '    + metadata.name: "site"  # recorded only',
    "",
    "Plan: nothing to do, 4 unchanged.",
    "Recorded only: api (delete, metadata.lifecycle.preventDestroy), site (metadata.name)",
  ]);
});

test("the summary names it above all folds, and shows it in one", () => {
  const text = renderSummary(report([context("prod", recorded)]), { budgetBytes: 100_000 });
  expect(text).toContain(
    "**Recorded only**, nothing of it runs now: `api` (delete, metadata.lifecycle.preventDestroy), `site` (metadata.name)",
  );
  expect(text).toContain("<details open><summary>📝 recorded only <code>site</code> File · 1 field</summary>");
  expect(text).toContain(
    '--- recorded\n+++ after apply\n- metadata.name: "page"\n+ metadata.name: "site"  # recorded only',
  );
  expect(text).toContain("<details><summary>Unchanged: 2</summary>\n\n`same` (File), `left` (File)");
});

test("the comment shows it among the changes", () => {
  const text = renderChanges(context("prod", recorded), 10_000, () => undefined, "deploy");
  expect(text).toContain("📝 recorded only <code>api</code> Shell · 2 fields");
  expect(text).toContain("+++ after deploy\n+ delete:  # runs at the next delete\n+   rm -rf site");
  expect(text).toContain("Unchanged: 2");
});
