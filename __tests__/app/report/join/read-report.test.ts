import fc from "fast-check";
import { expect, test } from "vitest";
import { readReport } from "../../../../src/app/report/join/read-report.ts";
import type { DiagnosticCode } from "../../../../src/engine/diagnostics/codes.ts";
import type { Json, JsonObject } from "../../../../src/engine/json/json.ts";
import type { TaskError } from "../../../../src/engine/model/outcome.ts";
import type { RunReport, TaskReport } from "../../../../src/engine/model/report.ts";
import { renderComment } from "../../../../src/hooks/comment/body.ts";
import { withPlan } from "../../../../src/hooks/comment/update-preview.ts";
import { renderReport } from "../../../../src/hooks/report.ts";
import { asGithub } from "../../../hooks/as-github.ts";
import { links, planning, repository, server, writing } from "../../../hooks/comment/samples.ts";
import { anyReport, anyText } from "../../../hooks/foreign-texts.ts";
import { context, report, task } from "../../../hooks/samples.ts";

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

/** What a report has of one task, and again after it was read and written. */
function kept(given: Partial<TaskReport>): [JsonObject, JsonObject] {
  const written = JSON.stringify(renderReport(report([context("prod", [task("a", given)], { planDigest: null })])));
  const read = readReport(written);
  if (!read.ok) throw new Error(read.error);
  const taskOf = (text: string) => JSON.parse(text).contexts[0].tasks[0];
  return [taskOf(written), taskOf(JSON.stringify(renderReport(read.value)))];
}

test("texts that are too long for a report are cut, and say so", () => {
  const error = { message: "m".repeat(1_000_001), hint: "h\n".repeat(600_000), detail: "d".repeat(10_000_001) };
  const runs = "r".repeat(1_001);
  const [once, again] = kept({ error, fields: [{ path: `/${"k".repeat(150_000)}`, runs }], outputs: { [runs]: "x" } });
  const told = once.error as { [name in "message" | "hint" | "detail"]: string };
  expect(told.message).toBe(`${"m".repeat(999_960)}… (+41 characters)`);
  expect(told.hint.slice(-30)).toBe("h\nh\nh\nh\nh\n… (+200040 characters)".slice(-30));
  expect(told.detail).toBe(`${"d".repeat(9_999_960)}… (+41 characters)`);
  expect(kept({ error: { message: "m", detail: "€\n".repeat(5_000_000) } })[0].error).toMatchObject({ message: "m" });
  const cut = `${"r".repeat(960)}… (+41 characters)`;
  expect(once.fields).toEqual([{ path: `/${"k".repeat(99_959)}… (+50041 characters)`, runs: cut }]);
  expect(once.outputs).toEqual({ [cut]: "x" });
  expect(again).toEqual(once);
});

test("causes of causes, and many of them, are told as far as a report takes them", () => {
  const chain = (length: number): TaskError =>
    length === 1 ? { message: "c1" } : { message: `c${length}`, causes: [chain(length - 1)] };
  const messages = (error: TaskError): string[] => [error.message, ...(error.causes ?? []).flatMap(messages)];
  const told = (length: number): string[] => {
    const [once, again] = kept({ error: chain(length) });
    expect(again).toEqual(once);
    return messages(once.error as unknown as TaskError);
  };
  expect(told(51)).toEqual(Array.from({ length: 51 }, (_, at) => `c${51 - at}`));
  expect(told(300)).toEqual([...Array.from({ length: 50 }, (_, at) => `c${300 - at}`), "… and 250 more causes"]);
  const [wide] = kept({
    error: { message: "m", causes: Array.from({ length: 101 }, (_, at) => ({ message: `${at}` })) },
  });
  const all = messages(wide.error as unknown as TaskError);
  expect([all.length, all.at(-2), all.at(-1)]).toEqual([101, "98", "… and 2 more causes"]);
});

test("of very many fields those that run or were changed by others are told, and how many are not", () => {
  const fields = Array.from({ length: 12_000 }, (_, at) => ({
    path: `/k${at}`,
    ...(at === 11_000 ? { runs: "create" } : {}),
    ...(at === 11_500 ? { drifted: true } : {}),
  }));
  const names = Array.from({ length: 10_001 }, (_, at) => `n${at}`);
  const [once, again] = kept({ reason: "spec changed", fields, sensitiveOutputs: names, dependencies: names });
  const paths = (once.fields as JsonObject[]).map(({ path }) => path);
  expect([paths.length, ...paths.slice(-3)]).toEqual([10_000, "/k9997", "/k11000", "/k11500"]);
  expect(once.reason).toBe("spec changed (… and 2,000 more fields)");
  expect((once.sensitiveOutputs as string[]).slice(-2)).toEqual(["n9998", "… and 2 more"]);
  expect(again).toEqual(once);
});

test("of very many diagnostics the last one says how many more there are", () => {
  const diagnostics = Array.from({ length: 10_002 }, (_, at) => ({
    severity: "warning" as const,
    code: "x" as DiagnosticCode,
    message: `m${at}`,
  }));
  const read = readReport(JSON.stringify(renderReport(report([], { diagnostics }))));
  expect(read.ok && read.value.diagnostics.slice(-2).map(({ message }) => message)).toEqual([
    "m9998",
    "… and 3 more, the first of them: m9999",
  ]);
});

test("causes of causes hold no control characters either", () => {
  const error = { message: "a", causes: [{ message: "b", causes: [{ message: "c" }] }] };
  const text = JSON.stringify(renderReport(report([context("prod", [task("a", { error })], { planDigest: null })])));
  expect(readReport(text).ok).toBe(true);
  expect(readReport(text.replace('"c"', JSON.stringify("\u001b[2J")))).toMatchObject({
    ok: false,
    error: expect.stringContaining("/causes/0/causes/0/message holds a character that may not stand there"),
  });
});
