import { describe, expect, it, test } from "vitest";
import type { Diagnostic } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { ContextReport } from "../../../src/engine/model/report.ts";
import { renderComment } from "../../../src/hooks/comment/body.ts";
import type { Preview } from "../../../src/hooks/comment/model.ts";
import { readComment } from "../../../src/hooks/comment/read.ts";
import { withPlan, withResult } from "../../../src/hooks/comment/update-preview.ts";
import { context, report, task } from "../samples.ts";
import { applying, links, planning, planOf, reviewable, writing } from "./samples.ts";

/** The visible text. */
function textOf(preview: Preview | undefined): string {
  return preview ? renderComment(preview, links) : "nothing";
}

test("an error of one context stands under no other, and has its own next step", () => {
  const locked: Diagnostic = { severity: "error", code: "state-locked", message: "held by run 7", context: "prod" };
  const shared: Diagnostic = { severity: "warning", code: "module-changed", message: "a module changed" };
  const both = ["test", "prod"].map((name) => ({ ...shared, message: "both say so", context: name }));
  const plan = report(
    [reviewable("test", { place: 0 }), context("prod", [], { place: 1, failureReason: "state-locked" })],
    {
      previews: "apply",
      result: "failure",
      failureReason: "state-locked",
      diagnostics: [shared, locked, ...both],
    },
  );
  const [test_, prod] = withPlan(undefined, plan, planning, writing()).parts;
  expect(test_?.texts.callouts).toBe(
    "### Problems\n\n- warning a module changed (`module-changed`)\n- warning both say so (`module-changed`)",
  );
  expect(prod?.texts.callouts).toMatch(
    /^### Problems in `prod`\n\n- error held by run 7 \(`state-locked`\)\n\n\*\*Next:\*\* Wait for/,
  );
});

test("each context has one heading, in the order of the Project, whoever came first", () => {
  const one = { ...planning, coversAll: false };
  const places = { test: 0, staging: 1, prod: 2, other: undefined };
  const orders = [
    ["prod", "test", "other", "staging"],
    ["other", "staging", "prod", "test"],
  ] as const;
  for (const order of orders) {
    let preview: Preview | undefined;
    for (const name of order) {
      const place = places[name];
      const plan = planOf(reviewable(name, place === undefined ? {} : { place }));
      preview = withPlan(preview && readComment(textOf(preview)), plan, one, writing());
    }
    const headings = textOf(preview).match(/^### .*$/gm);
    expect(headings).toEqual(["### `test`", "### `staging`", "### `prod`", "### `other`"]);
    const rows = textOf(preview).match(/^\| `\w+`/gm);
    expect(rows).toEqual(["| `test`", "| `staging`", "| `prod`", "| `other`"]);
  }
});

test("a plan of an older commit is outdated, and says of which run it is", () => {
  const one = { ...planning, coversAll: false };
  const first = withPlan(undefined, planOf(reviewable("prod")), one, writing());
  const later = writing({ run: "4712", at: "2026-11-27T13:00:00.000Z" });
  const next = { ...later, moment: { ...later.moment, commit: "f".repeat(40) } };
  const text = textOf(withPlan(first, planOf(reviewable("test")), one, next));
  expect(text).toMatch(/\| `prod` \| 1 to update \| 🕓 outdated, of \[run 4711\]/);
  expect(text).toMatch(/\| `test` \| 1 to update \| \[📋 planned\]/);
  // Of the same commit it is not: jobs of a matrix, and workflows side by side.
  expect(textOf(withPlan(first, planOf(reviewable("test")), one, later))).not.toContain("utdated");
  // What was applied is the record of that.
  const applied = withResult(first, { ...planOf(reviewable("prod")), command: "apply" }, applying, writing());
  expect(textOf(applied && { ...applied, parts: [...applied.parts] })).not.toContain("utdated");
});

describe("a deploy that is run again after it failed", () => {
  const changes = {
    done: { change: "create", wanted: "aaaaaaaa", recorded: null, live: null },
    site: { change: "update", wanted: "bbbbbbbb", recorded: "cccccccc", live: null },
  } as const;
  const digest = (character: string): string => `sha256:${character.repeat(64)}`;
  const planned = context("prod", [task("done", { change: "create" }), task("site", { change: "update" })], {
    planDigest: digest("1"),
    reviewable: { seal: null, changes },
  });
  const rest = (given: Partial<ContextReport>): ContextReport =>
    context("prod", [task("site", { change: "update", status: "done" })], { planDigest: digest("2"), ...given });
  const run = { run: "4713", at: "2026-11-27T14:00:00.000Z" };
  const failed = (): Preview | undefined => {
    const preview = withPlan(undefined, planOf(planned), planning, writing());
    const ended = report([{ ...planned, failureReason: "task-failed" }], {
      command: "apply",
      failureReason: "task-failed",
    });
    return withResult(preview, ended, applying, writing(run));
  };
  const warning = "What was applied is not the plan of this preview.";
  const again = (left: ContextReport, at = run): string =>
    textOf(withResult(failed(), report([left], { command: "apply" }), applying, writing(at)));

  it("does what was left, which is no other plan", () => {
    const { done: _, ...left } = changes;
    expect(again(rest({ reviewable: { seal: null, changes: left } }))).not.toContain(warning);
    // An output is known by now that was not when it was planned.
    const resolved = { site: { ...left.site, wanted: "dddddddd" } };
    expect(again(rest({ reviewable: { seal: null, changes: resolved } }))).not.toContain(warning);
  });

  it("is warned of where it does something else", () => {
    const more = { ...changes, other: changes.done };
    expect(again(rest({ reviewable: { seal: null, changes: more } }))).toContain(warning);
    const deletes = { site: { ...changes.site, change: "delete" as const, wanted: null } };
    expect(again(rest({ reviewable: { seal: null, changes: deletes } }))).toContain(warning);
    // In another run the manifest may be another one, too.
    const resolved = { site: { ...changes.site, wanted: "dddddddd" } };
    const other = { run: "4714", at: "2026-11-27T15:00:00.000Z" };
    expect(again(rest({ reviewable: { seal: null, changes: resolved } }), other)).toContain(warning);
  });
});

describe("a fold", () => {
  const shown = (fields: Parameters<typeof task>[1]): string =>
    textOf(
      withPlan(undefined, planOf(context("prod", [task("f", { change: "update", ...fields })])), planning, writing()),
    );
  const sum = (character: string): string => character.repeat(64);

  it("with a diff of ten lines stands open, one with many is closed", () => {
    const text = (count: number, end: string) => `${"a\n".repeat(3)}${`${end}\n`.repeat(count)}`;
    const open = shown({ fields: [{ path: "/content", before: text(5, "x"), after: text(5, "y") }] });
    expect(open).toContain("<details open><summary>🟡 update <code>f</code>");
    const long = shown({ fields: [{ path: "/content", before: text(25, "x"), after: text(25, "y") }] });
    expect(long).toContain("<details><summary>🟡 update <code>f</code>");
  });

  it("with nothing but checksums is closed, and shows what tells them apart", () => {
    const text = shown({ fields: [{ path: "/inputFiles/a", before: sum("a"), after: `sha256:${sum("b")}` }] });
    expect(text).toContain("<details><summary>🟡 update <code>f</code>");
    expect(text).toContain('- inputFiles.a: "aaaaaaaaaaaa…"\n+ inputFiles.a: "sha256:bbbbbbbbbbbb…"');
    // Those that begin alike stay whole, and so do commits in a text.
    const alike = `${"a".repeat(63)}b`;
    expect(shown({ fields: [{ path: "/x", before: sum("a"), after: alike }] })).toContain(`+ x: "${alike}"`);
    const pin = `uses: a/b@${"c".repeat(40)}\n`;
    expect(shown({ fields: [{ path: "/content", before: "x\n", after: `x\n${pin}` }] })).toContain(`+   ${pin.trim()}`);
  });
});
