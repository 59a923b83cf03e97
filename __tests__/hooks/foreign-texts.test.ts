import fc from "fast-check";
import { expect, test } from "vitest";
import type { RunReport, TaskReport } from "../../src/engine/model/report.ts";
import { oneLine } from "../../src/engine/text/printable.ts";
import { commentLimit, renderComment } from "../../src/hooks/comment/body.ts";
import { digestOf } from "../../src/hooks/comment/boundaries.ts";
import type { Preview } from "../../src/hooks/comment/model.ts";
import { readComment } from "../../src/hooks/comment/read.ts";
import { renderLost } from "../../src/hooks/comment/render-part.ts";
import { withApplying, withPlan, withResult } from "../../src/hooks/comment/update-preview.ts";
import { isDestructive } from "../../src/hooks/rendering/labels.ts";
import { renderSummary } from "../../src/hooks/summary/summary-render.ts";
import { storeDeadline, times } from "../faults/scale.ts";
import { asGithub } from "./as-github.ts";
import { applying, digest, links, planning, repository, server, writing } from "./comment/samples.ts";
import { anyReport, anyText } from "./foreign-texts.ts";
import { context, report, task } from "./samples.ts";

const base = `${server}/${repository}`;
const part = { ...planning, coversAll: false };

function destroyedIn(...reports: readonly RunReport[]): readonly string[] {
  const tasks = reports.flatMap(({ contexts }) => contexts.flatMap((one): readonly TaskReport[] => one.tasks));
  return tasks.filter(isDestructive).map(({ name }) => shown(name));
}

/** As a code span shows it. */
function shown(name: string): string {
  return oneLine(name) || " ";
}

function trimmed({ parts, ...preview }: Preview): Preview {
  const trim = (texts: object) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()]));
  return { ...preview, parts: parts.map(({ facts, texts }) => ({ facts, texts: trim(texts) as typeof texts })) };
}

let documents = 0;

function check(text: string, destroyed: readonly string[]): readonly string[] {
  documents++;
  const { problems, destroyed: found, comments } = asGithub(text, base);
  expect([problems, text]).toEqual([[], text]);
  const missing = destroyed.filter((name) => !found.has(name));
  expect([missing, text]).toEqual([[], text]);
  return comments;
}

function checkComment(preview: Preview, destroyed: readonly string[]): string {
  const text = renderComment(preview, links);
  const comments = check(text, destroyed);
  const boundaries = preview.parts.flatMap(({ texts }, index) =>
    Object.entries(texts).flatMap(([name, one]) => (one === "" ? [] : [`opus:${name} ${index}`])),
  );
  expect(comments.filter((one) => one !== "opus:end").sort()).toEqual(boundaries.sort());
  return text;
}

// All of them take about a minute of a processor that has nothing else to do.
const wanted = times(10_000, 240);

test(`${wanted} documents with texts of others in every field show them as text alone, and every deletion`, {
  timeout: storeDeadline,
}, () => {
  fc.assert(
    fc.property(anyReport, anyReport, (one, other) => {
      const first = withPlan(undefined, one, part, writing());
      const body = checkComment(first, destroyedIn(one));
      const read = readComment(body);
      expect(read).toEqual(trimmed(first));
      // A second report, which writes parts beside those of the first.
      const names = new Set(one.contexts.map(({ name }) => name));
      const beside = {
        ...other,
        project: one.project,
        contexts: other.contexts.filter(({ name }) => !names.has(name)),
      };
      const both = withPlan(read, beside, part, writing({ stamp: "t" }));
      const again = readComment(checkComment(both, destroyedIn(one, beside)));
      const begun = withApplying(again, names, { ...applying, command: "apply" }, writing());
      if (begun) checkComment(begun, destroyedIn(one, beside));
      const ended = withResult(begun, one, { ...planning, purpose: "apply" }, writing());
      if (ended) checkComment(ended, destroyedIn(one, beside));
      check(renderSummary(one, { budgetBytes: 1_000_000 }), destroyedIn(one));
      const observed = other.contexts.map((context) => ({
        ...context,
        tasks: context.tasks.map((task) => ({ ...task, status: "observed" as const })),
      }));
      check(renderSummary({ ...other, command: "drift", contexts: observed }, { budgetBytes: 1_000_000 }), []);
    }),
    { numRuns: wanted / 5 },
  );
  expect(documents).toBeGreaterThan(wanted);
});

test("a comment of several projects shows texts of others as text alone, and every deletion", () => {
  fc.assert(
    fc.property(anyReport, fc.array(anyText.map(oneLine), { minLength: 1, maxLength: 3 }), (one, projects) => {
      const contexts = one.contexts.map((each, index) => ({
        ...each,
        project: projects[index % projects.length] ?? "",
      }));
      const of = { ...one, project: "", contexts };
      const alike = { projects: 0, contexts: 0 };
      const several = { projects: new Set(projects), alike, listed: true, places: new Map(), early: [] };
      const purpose = { ...planning, writer: "0123456789ab", several };
      const first = withPlan(undefined, of, purpose, writing());
      const body = renderComment(first, links);
      check(body, destroyedIn(of));
      const read = readComment(body);
      expect(read?.parts.map(({ facts }) => facts)).toEqual(first.parts.map(({ facts }) => facts));
      // Blanks at the end of lines don't count.
      const seen = (text: string): string => text.replace(/[ \t]+$/gm, "");
      if (read) expect(seen(renderComment(read, links))).toBe(seen(body));
    }),
    { numRuns: wanted / 20 },
  );
});

test("a comment in which somebody wrote is not believed, and tells of its deletions all the same", () => {
  const lines = fc.array(
    fc.record({
      at: fc.nat(),
      line: fc.oneof(
        fc.constantFrom(
          "<!-- opus:end -->",
          "<!-- opus:callouts 0 -->",
          "<!-- opus:changes 1 -->",
          "# Nothing",
          "@octocat",
          "",
        ),
        anyText,
      ),
      replaces: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  );
  let lost = 0;
  fc.assert(
    fc.property(anyReport, lines, (one, edits) => {
      const preview = withPlan(undefined, one, part, writing());
      const body = renderComment(preview, links).split("\n");
      for (const { at, line, replaces } of edits)
        body.splice(1 + (at % (body.length - 1)), replaces ? 1 : 0, ...line.split(/\r?\n/));
      const read = readComment(body.join("\r\n"));
      const before = trimmed(preview).parts.map(({ texts }) => digestOf(texts));
      for (const [index, { facts, texts }] of (read?.parts ?? []).entries()) {
        if (digestOf(texts) === before[index]) continue;
        lost++;
        expect(texts.callouts).toBe(renderLost(facts));
        expect([texts.result, texts.changes, texts.terminal]).toEqual(["", "", ""]);
      }
      if (read) check(renderComment(read, links), destroyedIn(one));
    }),
    { numRuns: 300 },
  );
  expect(lost).toBeGreaterThan(50);
});

test("a comment for more than fits is cut between lines, folds and contexts", () => {
  const hostile = "`<!-- opus:end -->` </details> @octocat ```";
  const of = (count: number, tasks: number, name: string, change: "delete" | "update") =>
    Array.from({ length: count }, (_, index) => {
      const all = Array.from({ length: tasks }, (_one, at) =>
        task(`t${at}-${name}`, {
          change,
          status: at % 2 === 0 ? "failed" : "planned",
          reason: hostile,
          error: { message: hostile.repeat(5), detail: `${hostile}\n`.repeat(30) },
          fields: [{ path: `/${hostile}`, before: "- a\n".repeat(40), after: `- ${hostile}\n`.repeat(40) }],
        }),
      );
      return context(`c${index}-${name}`, all, { planDigest: digest });
    });
  const cases = [
    [of(3, 40, "x", "update"), 3],
    [of(2, 3_000, "x".repeat(200), "delete"), 2],
    [of(300, 3, "x", "update"), 300],
    [of(1_000, 1, "x".repeat(900), "delete"), 1_000],
  ] as const;
  for (const [contexts, all] of cases) {
    const text = renderComment(withPlan(undefined, report(contexts), planning, writing()), links);
    expect(text.length).toBeLessThanOrEqual(commentLimit);
    expect([asGithub(text, base).problems, text]).toEqual([[], text]);
    const read = readComment(text);
    expect(read?.parts.map(({ texts, facts }) => texts.callouts === renderLost(facts))).not.toContain(true);
    const shown = read?.parts.length ?? 0;
    expect(shown).toBeGreaterThan(0);
    expect(text.includes(`… and ${all - shown} more context`)).toBe(shown < all);
    expect(text).toContain("left out to fit");
    // A second write counts what the first had no room for, and what it has none for itself.
    const failed = report([], { failureReason: "cancelled" });
    const again = renderComment(withPlan(read, failed, planning, writing({ stamp: "t" })), links);
    expect(again.length).toBeLessThanOrEqual(commentLimit);
    const counted = (one: string) => one.split("\n")[1]?.match(/\d+ to (?:update|delete)/g);
    expect(counted(again)).toEqual(counted(text));
    const number = Number(/… and (\d+) more context/.exec(again)?.[1] ?? 0);
    expect((readComment(again)?.parts.length ?? 0) + number).toBe(all + 1);
  }
});
