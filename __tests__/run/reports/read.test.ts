import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../../src/engine/json.ts";
import type { RunReport } from "../../../src/engine/model.ts";
import { renderComment } from "../../../src/hooks/comment/body.ts";
import { withPlan } from "../../../src/hooks/comment/parts.ts";
import { renderReport } from "../../../src/hooks/report.ts";
import { readReport } from "../../../src/run/reports/read.ts";
import { asGithub } from "../../hooks/as-github.ts";
import { links, planning, repository, server, writing } from "../../hooks/comment/samples.ts";
import { anyReport, anyText } from "../../hooks/foreign-texts.ts";
import { context, report, task } from "../../hooks/samples.ts";

/** A report with texts of others wherever opus lets them, and names as a manifest may have them. */
const honest: fc.Arbitrary<RunReport> = anyReport.map((report) => ({
  ...report,
  command: "plan",
  previews: "apply",
  project: "storefront",
  contexts: report.contexts.map((context, index) => ({
    ...context,
    name: `c${index}`,
    order: [],
    state: { backend: "file", lineage: null, serial: 1, revision: null },
    reviewable: { seal: null, changes: {} },
    tasks: context.tasks.map((task, at) => ({
      ...task,
      name: `t${at}`,
      kind: "File",
      apiVersion: "opus/v1",
      outputs: {},
      dependencies: [],
    })),
  })),
}));

test("a report that opus wrote can be read, whatever programs printed and people wrote", () => {
  fc.assert(
    fc.property(honest, (report) => {
      const text = JSON.stringify(renderReport(report));
      const read = readReport(text);
      expect(read.ok ? "" : read.error).toBe("");
      if (!read.ok) return;
      expect(read.value.contexts.map(({ counts }) => counts)).toEqual(report.contexts.map(({ counts }) => counts));
      // What was read is written as it was.
      const described = JSON.parse(text, (key, value) => (key === "description" ? undefined : value));
      expect(JSON.parse(JSON.stringify(renderReport(read.value)))).toEqual({
        ...described,
        diagnostics: described.diagnostics.map((one: object) => ({ ...one, related: [] })),
      });
    }),
    { numRuns: 200 },
  );
});

/** Puts a text in place of one of the texts of a value. */
function forged(value: Json, at: number, text: string): Json {
  let left = at;
  const visit = (one: Json): Json => {
    if (typeof one === "string") return left-- === 0 ? text : one;
    if (typeof one !== "object" || one === null) return one;
    if (Array.isArray(one)) return one.map(visit);
    return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, visit(member)]));
  };
  return visit(value);
}

test("a text of a stranger in place of any other is refused with its place, or shown as text", () => {
  let [refused, shown] = [0, 0];
  fc.assert(
    fc.property(honest, fc.nat({ max: 60 }), anyText, (report, at, text) => {
      const read = readReport(JSON.stringify(forged(renderReport(report), at, text)));
      if (!read.ok) {
        refused++;
        expect(read.error).toMatch(/^it is (?:no report|not what a report looks like): [ -~…]+$/);
        return;
      }
      shown++;
      const comment = renderComment(withPlan(undefined, read.value, planning, writing()), links);
      expect(asGithub(comment, `${server}/${repository}`).problems).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect([refused > 50, shown > 50]).toEqual([true, true]);
});

test("what was skipped in planning need not be counted, what is to be deleted must be", () => {
  const of = (status: "planned" | "skipped" | "failed", counted: number) => {
    const one = context("prod", [task("old", { change: "delete", status })]);
    return readReport(
      JSON.stringify(renderReport(report([{ ...one, planDigest: null, counts: { ...one.counts, delete: counted } }]))),
    );
  };
  expect([of("planned", 1).ok, of("skipped", 0).ok, of("failed", 0).ok]).toEqual([true, true, true]);
  expect(of("planned", 0)).toEqual({ ok: false, error: 'it counts 0 to delete in the context "prod", and lists 1' });
});

test.each([
  ["null", 'it is no report: "format" is not "opus-report"'],
  ['{"format":"opus-report","version":2}', "its version is 2, and this opus knows 1"],
  ['{"format":"opus-report","version":1}', 'it is not what a report looks like: / does not fit (required "command")'],
])("%s is no report", (text, error) => {
  expect(readReport(text)).toEqual({ ok: false, error });
});

test("one of more values than any run leaves is refused before anything is made of it", () => {
  const many = `{"format":"opus-report","version":1,"contexts":[${"[],".repeat(1_000_000)}1]}`;
  expect(readReport(many)).toEqual({
    ok: false,
    error: "it has 2,000,005 values, and opus reads at most 2,000,000",
  });
});
