import fc from "fast-check";
import { expect, test } from "vitest";
import { commentLimit } from "../../../src/hooks/comment/body.ts";
import { renderBody, renderClosed } from "../../../src/hooks/issue/body.ts";
import { changedComment, cleanComment, goneComment, reopenedComment } from "../../../src/hooks/issue/comments.ts";
import { decide } from "../../../src/hooks/issue/decide.ts";
import { findingsOf } from "../../../src/hooks/issue/findings.ts";
import { readMarker, renderMarker } from "../../../src/hooks/issue/marker.ts";
import type { IssueFacts } from "../../../src/hooks/issue/model.ts";
import { times } from "../../faults/scale.ts";
import { asGithub } from "../as-github.ts";
import { repository, server } from "../comment/samples.ts";
import { anyReport, anyText } from "../foreign-texts.ts";
import { task } from "../samples.ts";
import { bodyOptions, found, knowledge, looked, night } from "./samples.ts";

const base = `${server}/${repository}`;

function check(text: string): void {
  const { problems, comments } = asGithub(text, base);
  expect([problems, comments, text]).toEqual([[], [], text]);
}

test("texts of others in an issue mean nothing to GitHub, and the hidden line is read as it was written", () => {
  const property = fc.property(anyReport, anyText, (report, text) => {
    for (const context of report.contexts) {
      const names = context.tasks.map(({ name }) => name);
      const about = knowledge(names, { failure: text, recordedSpec: () => ({ [text]: text }) });
      const findings = findingsOf({ ...context, state: { ...context.state, sealed: false } }, about, text !== "");
      const decision = decide(undefined, findings, report.project, night(1));
      if (decision.to !== "keep-open") continue;
      const { facts } = decision;
      const body = renderBody(facts, findings, { ...bodyOptions, terminal: () => [`opus apply --context ${text}`] });
      check(body);
      expect(body.length).toBeLessThanOrEqual(commentLimit);
      expect(readMarker(body)).toEqual(facts);
      const words = bodyOptions;
      const news = { begun: names, changed: [text], ended: [text] };
      check(changedComment(facts, news, words));
      for (const open of [true, false]) check(reopenedComment({ ...facts, open }, facts, news, words));
      check(cleanComment(facts, words));
      for (const why of ["no-rule", "deleted"] as const) check(goneComment(context.name, report.project, why, words));
      check(renderClosed(facts, cleanComment(facts, words)));
    }
  });
  fc.assert(property, { numRuns: times(3_000, 60) });
});

const facts: IssueFacts = {
  project: "storefront",
  context: "prod",
  open: true,
  failure: null,
  since: night(1),
  tasks: new Map([["a", { way: "missing", fields: "", since: night(1) }]]),
  more: 0,
  digest: "0123456789abcdef",
};

test("a hidden line that somebody has changed is believed only where it is sound", () => {
  const line = renderMarker(facts);
  expect(readMarker(`${line}\nx`)).toEqual(facts);
  expect(readMarker(`seen by mona\n\n${line}\nx`)).toEqual(facts);
  for (const [was, is] of [
    ['"open":true', '"open":1'],
    ['"failure":null', '"failure":"never heard of"'],
    ["2026-11-01T03:17:00.000Z", "yesterday"],
    ['"more":0', '"more":-1'],
    ['"missing"', '"in-sync"'],
    ['"version":1', '"version":2'],
    ["opus-issue", "opus-comment"],
  ] as const) {
    expect(line).toContain(was);
    expect(readMarker(line.replace(was, is))).toBe(undefined);
  }
});

test("an issue with drift, one that can't be looked at, and both", async () => {
  const one = task("one", {
    drift: "resource-changed",
    status: "observed",
    compared: "live",
    fields: [
      {
        path: "/content",
        before: "by hand\nin two lines\n",
        after: "as wanted\n",
        left: "as it was left\n",
        drifted: true,
      },
      { path: "/mode", before: "0600", after: "0644", drifted: true },
      { path: "/password", before: "x", after: "y", drifted: true, sensitive: true },
    ],
    location: { file: "opus.yaml", line: 9, column: 1 },
  });
  const report = looked({ two: "missing", three: "in-sync" });
  const drift = { ...report, tasks: [one, ...report.tasks] };
  const about = knowledge(["one", "two", "three"]);
  const whole = findingsOf(drift, about, true);
  const unseen = findingsOf(
    looked({ one: "unknown", two: "in-sync", three: "in-sync" }, { failureReason: "task-failed" }),
    knowledge(["one", "two", "three"], { failure: '"one" could not be looked at' }),
    true,
  );
  const first = decide(undefined, whole, "storefront", night(1));
  if (first.to !== "keep-open") throw new Error("it drifts");
  const issue = { number: 1, title: "", author: "", state: "open", labels: [], body: "" } as const;
  const second = decide({ issue, facts: first.facts }, unseen, "storefront", night(2));
  const failed = decide(
    undefined,
    found({}, { failureReason: "state-unavailable", recorded: null }),
    "storefront",
    night(2),
  );
  if (second.to !== "keep-open" || failed.to !== "keep-open") throw new Error("both are to be kept open");
  const bodies = [
    renderBody(first.facts, whole, bodyOptions),
    renderBody(second.facts, unseen, bodyOptions),
    renderBody(failed.facts, found({}, { failureReason: "state-unavailable", recorded: null }), bodyOptions),
  ];
  for (const body of bodies) check(body);
  await expect(bodies.join("\n\n======\n\n")).toMatchFileSnapshot("snapshots/issues.txt");
});
