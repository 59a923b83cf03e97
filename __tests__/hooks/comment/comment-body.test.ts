import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { DiagnosticCode } from "../../../src/engine/diagnostics/codes.ts";
import { commentLimit, renderComment } from "../../../src/hooks/comment/body.ts";
import { nothingLeft } from "../../../src/hooks/comment/contexts-without-room.ts";
import { readMarker, renderMarker } from "../../../src/hooks/comment/marker.ts";
import { readComment } from "../../../src/hooks/comment/read.ts";
import { renderResult } from "../../../src/hooks/comment/render-part.ts";
import { withApplying, withPlan, withResult } from "../../../src/hooks/comment/update-preview.ts";
import { times } from "../../faults/scale.ts";
import { context, everyChange, report, task } from "../samples.ts";
import { applying, digest, links, planning, planOf, reviewable, writing } from "./samples.ts";

describe("a comment", () => {
  it("shows two contexts, with all that is destructive above every fold", async () => {
    const told = [
      {
        severity: "warning",
        code: "module-changed",
        message: "module changed: this pull request changes opus/dns.mjs",
        location: { file: "opus.yaml", line: 3, column: 5 },
        suggestion: "Read it as code that will run.",
      },
    ] as const;
    const plan = report([context("prod", everyChange), reviewable("test")], { diagnostics: told });
    const text = renderComment(withPlan(undefined, plan, planning, writing()), links);
    await expect(text).toMatchFileSnapshot("../snapshots/comment-plan.txt");
    const firstFold = text.indexOf("<details");
    for (const mark of ["[!CAUTION]", "replace `site`", "delete `old`", "### Failures", "module changed"])
      expect([mark, text.indexOf(mark) < firstFold && text.includes(mark)]).toEqual([mark, true]);
    // A fold for each task with fields, those that are short or failed open.
    expect(text).toMatch(/<details open><summary>🟢 create <code>greeting/);
    expect(text).toMatch(/<details open><summary>🟡 update <code>config/);
    expect(text).toMatch(/<details open><summary>❌ <code>broken/);
    expect(text).toContain("+ env.HOST: (known after apply: site:HOST)");
  });

  it("says how much of a context is left that could not be deleted as a whole", () => {
    const tasks = [
      task("page", { change: "delete", status: "done" }),
      task("db", { change: "delete", status: "failed", error: { message: "exited with 3" } }),
      task("net", { change: "delete", status: "skipped" }),
    ];
    const ended = context("prod", tasks, { failureReason: "task-failed", deletes: { others: 0 } });
    const [first] = renderResult(ended, [], { command: "delete", differs: false }).split("\n");
    expect(first).toBe("❌ `delete` in `prod`: 1 of 3 deleted, 2 are still there: db, net (task-failed)");
  });

  it("goes through the life of a plan", async () => {
    const planned = withPlan(undefined, planOf(reviewable("prod")), planning, writing());
    const later = { run: "4712", at: "2026-11-27T13:00:00.000Z", stamp: "t" };
    const begun = withApplying(planned, new Set(["prod"]), applying, writing(later));
    const of = (
      failureReason: null | "task-failed" | "plan-changed" | "cancelled",
      status: "done" | "failed" | "planned",
    ) => {
      const error = status === "failed" ? { message: "exited with 3", hint: "Free some room." } : null;
      const done = reviewable("prod", { failureReason });
      const tasks = done.tasks.map((one) => ({ ...one, status, error }));
      const diagnostics =
        failureReason === "plan-changed"
          ? [{ severity: "error", code: "plan-changed", message: "the plan is not the one that was reviewed" } as const]
          : [];
      const run = report([{ ...done, tasks }], { command: "apply", failureReason, diagnostics });
      return withResult(begun, run, applying, writing(later));
    };
    const all = [
      begun,
      of(null, "done"),
      of("task-failed", "failed"),
      of("plan-changed", "planned"),
      of("cancelled", "planned"),
    ];
    const texts = all.map((one) => (one ? renderComment(one, links) : "nothing"));
    await expect(texts.join("\n\n=====\n\n")).toMatchFileSnapshot("../snapshots/comment-life.txt");
  });

  it("says what went wrong before there was a context, beside the plans of before", () => {
    const before = withPlan(undefined, planOf(reviewable("prod")), planning, writing());
    const diagnostics = [{ severity: "error", code: "unknown-field", message: 'unknown field "pth"' }] as const;
    const failed = report([], { result: "failure", failureReason: "invalid-manifest", diagnostics });
    const both = withPlan(before, failed, planning, writing({ run: "4712" }));
    const text = renderComment(both, links);
    expect(text).toContain("| before any context | – | [❌ invalid-manifest]");
    expect(text).toContain('unknown field "pth"');
    // The plan of before is told as what it is, folded, and counts for nothing in the verdict.
    expect(text).toContain("for `storefront`: could not be made (invalid-manifest)\n");
    expect(text).toMatch(/\| `prod` \| 1 to update \| 🕓 outdated, of \[run 4711\]/);
    expect(text).toContain("<details><summary>🕓 Outdated: the plan of run <code>4711</code> for <code>0123456</code>");
    expect(text).toContain("<code>site</code>");
    expect(readComment(text)?.parts).toEqual(both.parts);
    // It is gone with the next plan that works.
    const again = withPlan(both, planOf(reviewable("prod")), planning, writing({ run: "4713" }));
    expect(again.parts.map(({ facts }) => facts.context)).toEqual(["prod"]);
  });

  it("keeps the parts of other contexts to the letter, and drops them only for a run that covers all", () => {
    const one = { ...planning, coversAll: false };
    const prod = withPlan(undefined, planOf(reviewable("prod")), one, writing({ stamp: "1" }));
    const read = readComment(renderComment(prod, links));
    const both = withPlan(read, planOf(reviewable("dev")), one, writing({ stamp: "2" }));
    expect(both.parts.map(({ facts }) => [facts.context, facts.stamp])).toEqual([
      ["dev", "2"],
      ["prod", "1"],
    ]);
    expect(both.parts[1]).toEqual(prod.parts[0]);
    expect(withPlan(both, planOf(reviewable("dev")), planning, writing()).parts).toHaveLength(1);
  });

  it("keeps no text that is not as opus wrote it, but tells of deletions what it knows", () => {
    const old = task("old", { change: "delete", reason: "left the manifest" });
    const changes = { old: { change: "delete", wanted: null, recorded: "aaaaaaaa", live: null } } as const;
    const plan = planOf(context("prod", [old], { planDigest: digest, reviewable: { seal: null, changes } }));
    const body = renderComment(withPlan(undefined, plan, planning, writing()), links);
    const lost = [
      "> [!CAUTION]",
      "> **Destructive in `prod`:** 1 task to delete.",
      ">",
      "> - delete (1): `old`",
      "",
      "> [!NOTE]",
      "> What stood here was edited, or an older opus wrote it, so it is not shown again.",
      "> The job summary of the run has the plan.",
    ].join("\n");
    const edits = [
      body.replace("left the manifest", "nothing is deleted"),
      body.replace("> - delete `old`", "<!-- opus:end -->\n> - delete `old`"),
      // As an older version wrote it.
      body.replace(/"texts":"[0-9a-f]{32}",/, ""),
    ];
    for (const edited of edits) {
      expect(edited).not.toBe(body);
      const [read] = readComment(edited)?.parts ?? [];
      expect(read?.texts).toEqual({ callouts: lost, result: "", changes: "", terminal: "" });
      expect(read?.facts.digest).toBe(digest);
    }
    // What GitHub's page does to line ends, and an editor to blanks behind them, is no edit.
    const same = body.replaceAll("\n", "\r\n").replace("left the manifest", "left the manifest  ");
    expect(readComment(same)?.parts[0]?.texts.callouts).toContain("left the manifest");
    const names = { ...reviewable("prod"), counts: { ...plan.contexts[0]?.counts, delete: 3 } as never };
    const untold = renderComment(withPlan(undefined, planOf(names), planning, writing()), links);
    expect(readComment(untold.replace("spec changed", "x"))?.parts[0]?.texts.callouts).toContain(
      "> **Destructive in `prod`:** 3 tasks to delete.\n",
    );
  });

  it("tells programs of a plan only when it may be reviewed", () => {
    const facts = (given: object, commentPurpose = planning) =>
      withPlan(undefined, planOf(reviewable("prod", given)), commentPurpose, writing()).parts[0]?.facts;
    expect(facts({})?.digest).toBe(digest);
    expect(facts({ failureReason: "guarded" })?.digest).toBe(digest);
    expect(facts({ failureReason: "task-failed" })?.digest).toBeNull();
    const { reviewable: _, ...without } = reviewable("prod");
    expect(withPlan(undefined, planOf(without), planning, writing()).parts[0]?.facts.digest).toBeNull();
    expect(facts({}, { ...planning, reviewable: false })?.digest).toBeNull();
  });
});

describe("the size", () => {
  const many = (count: number, change: "update" | "delete" | "noop", name = "task") =>
    Array.from({ length: count }, (_, index) =>
      task(`${name}-${String(index).padStart(4, "0")}`, {
        change,
        reason: change === "noop" ? "" : "spec changed",
        fields:
          change === "noop" ? [] : [{ path: "/content", before: "a\n".repeat(300), after: `b${index}\n`.repeat(300) }],
      }),
    );

  it("of 3,000 tasks stays under the limit, with every deletion", () => {
    const tasks = [...many(1000, "update"), ...many(1000, "delete", "gone"), ...many(1000, "noop", "idle")];
    const text = renderComment(withPlan(undefined, planOf(context("prod", tasks)), planning, writing()), links);
    expect(text.length).toBeLessThanOrEqual(commentLimit);
    for (let index = 0; index < 1000; index++) expect(text).toContain(`\`gone-${String(index).padStart(4, "0")}\``);
    expect(text).toMatch(/Left out to fit: .*The job summary has more/);
  });

  it("of 3,000 deletions too, and of eight contexts with 300 changes each", () => {
    const deletions = renderComment(
      withPlan(undefined, planOf(context("prod", many(3000, "delete", "gone"))), planning, writing()),
      links,
    );
    expect(deletions.length).toBeLessThanOrEqual(commentLimit);
    for (let index = 0; index < 3000; index++)
      expect(deletions).toContain(`\`gone-${String(index).padStart(4, "0")}\``);
    const one = { ...planning, coversAll: false };
    let preview = withPlan(undefined, planOf(context("c0", many(300, "update"))), one, writing());
    for (let index = 1; index < 8; index++) {
      const read = readComment(renderComment(preview, links));
      preview = withPlan(read, planOf(context(`c${index}`, many(300, "update"))), one, writing());
    }
    const text = renderComment(preview, links);
    expect(text.length).toBeLessThanOrEqual(commentLimit);
    for (let index = 0; index < 8; index++) expect(text).toContain(`| \`c${index}\` |`);
  });

  it("is kept by cutting the text of another context between its folds", () => {
    const one = { ...planning, coversAll: false };
    const lines = (sign: string) => `- ${sign}\n`.repeat(30);
    const folds = (name: string) =>
      Array.from({ length: 200 }, (_, index) =>
        task(`${name}-${index}`, { change: "update", fields: [{ path: "/a", before: lines("x"), after: lines("y") }] }),
      );
    const first = withPlan(undefined, planOf(context("a", folds("a"))), one, writing());
    const read = readComment(renderComment(first, links));
    const text = renderComment(withPlan(read, planOf(context("b", folds("b"))), one, writing()), links);
    expect(text.length).toBeLessThanOrEqual(commentLimit);
    const [before, after] = [first, readComment(text)].map((preview) => preview?.parts[0]?.texts.changes ?? "");
    expect(after?.length).toBeLessThan((before?.length ?? 0) * 0.7);
    const [kept = "", note] = after?.split("\n… ") ?? [];
    expect([before?.startsWith(kept), note]).toEqual([true, "left out to fit; the job summary has everything."]);
    expect(kept.trimEnd().endsWith("</details>")).toBe(true);
  });

  test.each([
    ["everything", 60, 10, ["a `diff`", "unchanged", "rows"]],
    ["no list of unchanged tasks", 60, 5000, ["a `diff`", "rows"]],
    ["no values, but rows", 900, 10, ["rows"]],
  ])("cuts unchanged tasks first, then values, then rows: %s", (_, changed, idle, left) => {
    const tasks = [...many(changed, "update"), ...many(idle, "noop", "idle")];
    const text = renderComment(withPlan(undefined, planOf(context("prod", tasks)), planning, writing()), links);
    const last = `task-${String(changed - 1).padStart(4, "0")}`;
    const marks = { "a `diff`": `<code>${last}</code>`, unchanged: "<summary>Unchanged", rows: last };
    expect(Object.entries(marks).flatMap(([what, mark]) => (text.includes(mark) ? [what] : []))).toEqual(left);
    expect(text.length).toBeLessThanOrEqual(commentLimit);
  });
});

describe("the marker", () => {
  it("is read as it was written, whatever is in it", () => {
    const name = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(name, name, fc.dictionary(name, fc.constantFrom("create", "delete")), (project, context_, told) => {
        const changes = Object.fromEntries(
          Object.entries(told).map(([task_, change]) => [task_, { change, wanted: "a", recorded: null, live: null }]),
        );
        const [part] = withPlan(undefined, planOf(reviewable("x")), planning, writing()).parts;
        if (!part) throw new Error("there is no part");
        const marker = {
          project,
          parts: [{ ...part.facts, context: context_, changes }],
          left: nothingLeft,
          digests: ["0".repeat(32)],
        };
        const line = renderMarker(marker);
        expect(line).not.toMatch(/[\n\r]/);
        // Nothing ends the HTML comment but its end.
        expect(line.indexOf("-->")).toBe(line.length - 3);
        expect(readMarker(`${line}\nand more`)).toEqual(marker);
      }),
    );
  });

  it("is not read where it was damaged, or is of another version", () => {
    const line = renderMarker(withMarker());
    expect(readMarker(line)).toBeDefined();
    expect(readMarker(` ${line}`)).toBeUndefined();
    expect(readMarker(`Look:\n${line}`)).toBeUndefined();
    expect(readMarker(line.replace('"version":1', '"version":2'))).toBeUndefined();
    expect(readMarker(line.replace('"phase":"planned"', '"phase":"approved"'))).toBeUndefined();
    expect(readMarker(line.replace('"attempt":1', '"attempt":"1"'))).toBeUndefined();
    expect(readMarker(line.slice(0, -10))).toBeUndefined();
  });

  function withMarker() {
    const { project, parts } = withPlan(undefined, planOf(reviewable("prod")), planning, writing());
    return { project, parts: parts.map(({ facts }) => facts), left: nothingLeft, digests: [undefined] };
  }
});

it("is read back part by part, whatever stands in texts of the manifest", () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "<!-- opus:end -->",
      "\n<!-- opus:changes 0 -->\n",
      "\n<!-- opus:callouts 1 -->\n",
      "```\n</details>\n<!-- opus:end -->",
      "</details>\n<details>",
      "-->",
      "| a | b |",
      "\r\n<!-- opus:result 0 -->",
    ),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(
      fc.array(hostile, { minLength: 6, maxLength: 6 }),
      ([a = "", b = "", c = "", d = "", e = "", f = ""]) => {
        const tasks = [
          task("one", { change: "update", reason: a, fields: [{ path: `/${b}`, before: c, after: d }] }),
          task("two", {
            kind: e,
            change: "delete",
            status: "failed",
            error: { message: f, hint: a, detail: `${b}\n${c}` },
          }),
        ];
        const diagnostics = [{ severity: "error", code: "x" as DiagnosticCode, message: d, suggestion: e }] as const;
        const plan = report([context("one", tasks), context("two", tasks)], { diagnostics });
        const preview = withPlan(undefined, plan, planning, writing());
        const read = readComment(renderComment(preview, links));
        expect(read?.parts.map(({ facts }) => facts)).toEqual(preview.parts.map(({ facts }) => facts));
        const trimmed = preview.parts.map(({ texts }) =>
          Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()])),
        );
        expect(read?.parts.map(({ texts }) => texts)).toEqual(trimmed);
      },
    ),
    { numRuns: times(300, 80) },
  );
});
