import fc from "fast-check";
import { expect, test } from "vitest";
import type { RunReport, TaskReport } from "../../src/engine/model.ts";
import { oneLine } from "../../src/engine/printable.ts";
import { renderComment } from "../../src/hooks/comment/body.ts";
import type { Preview } from "../../src/hooks/comment/model.ts";
import { withApplying, withPlan, withResult } from "../../src/hooks/comment/parts.ts";
import { readComment } from "../../src/hooks/comment/read.ts";
import { renderSummary } from "../../src/hooks/summary-render.ts";
import { isDestructive } from "../../src/hooks/words.ts";
import { asGithub } from "./as-github.ts";
import { applying, links, planning, repository, server, writing } from "./comment/samples.ts";
import { anyReport } from "./foreign-texts.ts";

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

function trimmed({ project, parts }: Preview): Preview {
  const trim = (texts: object) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()]));
  return { project, parts: parts.map(({ facts, texts }) => ({ facts, texts: trim(texts) as typeof texts })) };
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

test("10,000 documents with texts of others in every field show them as text alone, and every deletion", {
  timeout: 300_000,
}, () => {
  documents = 0;
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
    { numRuns: Number(process.env.RUNS ?? 2_000) },
  );
  expect(documents).toBeGreaterThan(10_000);
});
