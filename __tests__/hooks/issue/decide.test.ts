import fc from "fast-check";
import { expect, test } from "vitest";
import { commentLimit } from "../../../src/hooks/comment/body.ts";
import { renderBody } from "../../../src/hooks/issue/body.ts";
import { type Decision, decide, type KnownIssue } from "../../../src/hooks/issue/decide.ts";
import type { Findings } from "../../../src/hooks/issue/findings.ts";
import { findingsOf } from "../../../src/hooks/issue/findings.ts";
import { readMarker } from "../../../src/hooks/issue/marker.ts";
import { bodyOptions, found, knowledge, looked, night } from "./samples.ts";

/** The issue as it is once it was done. */
function after(decision: Decision, findings: Findings, known: KnownIssue | undefined): KnownIssue | undefined {
  if (decision.to === "leave") return known;
  const body = renderBody(decision.facts, findings, bodyOptions);
  // What a run knows of an earlier one is in the hidden line.
  const facts = readMarker(body);
  if (!facts) throw new Error("the hidden line can't be read");
  const state = decision.to === "close" ? "closed" : "open";
  return { issue: { number: 1, title: "", body, author: "", state, labels: [] }, facts };
}

/** The issue after some nights, and what was decided in the last one. */
function afterNights(...nights: readonly Findings[]) {
  let known: KnownIssue | undefined;
  let decision: Decision = { to: "leave" };
  for (const [at, findings] of nights.entries()) {
    decision = decide(known, findings, "storefront", night(at + 1));
    known = after(decision, findings, known);
  }
  return { known, decision };
}

const closedByHand = ({ issue, facts }: KnownIssue): KnownIssue => ({ issue: { ...issue, state: "closed" }, facts });

const names = ["a", "b", "c"] as const;
const anyDrift = fc.constantFrom(
  "in-sync",
  "in-sync",
  "spec-changed",
  "resource-changed",
  "missing",
  "both",
  "unknown",
  "unobservable",
) as fc.Arbitrary<Parameters<typeof looked>[0][string]>;
const anyNight = fc.record({
  drifts: fc.dictionary(fc.constantFrom(...names), anyDrift),
  whole: fc.boolean(),
  recorded: fc.option(fc.subarray([...names]), { nil: undefined }),
  failureReason: fc.constantFrom(
    null,
    null,
    null,
    "drift-detected",
    "task-failed",
    "state-unavailable",
  ) as fc.Arbitrary<null | "drift-detected" | "task-failed" | "state-unavailable">,
  byHand: fc.boolean(),
});

test("whatever the nights bring, an issue is closed by who has seen all of it in order, and by nobody else", () => {
  let closed = 0;
  const property = fc.property(fc.array(anyNight, { maxLength: 12 }), (nights) => {
    let known: KnownIssue | undefined;
    /** What somebody has seen drifting, and nobody has seen in order since. */
    let drifting = new Set<string>();
    for (const [at, one] of nights.entries()) {
      if (known && one.byHand) known = closedByHand(known);
      const report = looked(one.drifts, { failureReason: one.failureReason });
      const findings = findingsOf(report, knowledge(one.recorded), one.whole);
      const decision = decide(known, findings, "storefront", night(at + 1));
      const recorded: readonly string[] | undefined = one.recorded;
      let believed = known?.facts.open ? new Set(drifting) : new Set<string>();
      if (one.whole && recorded) believed = new Set([...believed].filter((name) => recorded.includes(name)));
      for (const { name, drift } of report.tasks) {
        if (drift === "resource-changed" || drift === "missing" || drift === "both") believed.add(name);
        else if (drift === "in-sync" || drift === "spec-changed") believed.delete(name);
      }
      // What a run finds that leaves the issue as it is is forgotten.
      if (decision.to !== "leave") drifting = believed;
      const doubtful = Object.values(one.drifts).includes("unknown") || one.recorded === undefined || !one.whole;
      const failed = one.failureReason !== null && one.failureReason !== "drift-detected";
      if (decision.to === "close") {
        closed++;
        expect([doubtful, failed, [...believed]]).toEqual([false, false, []]);
      }
      const seesDrift = report.tasks.some(({ drift }) => ["resource-changed", "missing", "both"].includes(drift));
      known = after(decision, findings, known);
      if (seesDrift || failed) expect(known?.issue.state).toBe("open");
      if (decision.to === "keep-open") expect(new Set(decision.facts.tasks.keys())).toEqual(believed);
      if (!doubtful && !failed && believed.size === 0 && known) expect(known.facts.open).toBe(false);
    }
  });
  fc.assert(property, { numRuns: 500 });
  expect(closed).toBeGreaterThan(20);
});

test("since when something drifts is kept, until it is in order", () => {
  const drift = found({ a: "missing", b: "in-sync" });
  const { known } = afterNights(drift, drift, found({ a: "missing", b: "both" }));
  expect([...(known?.facts.tasks ?? [])].map(([name, { since }]) => [name, since])).toEqual([
    ["a", night(1)],
    ["b", night(3)],
  ]);
  expect(known?.facts.since).toBe(night(1));
  const again = afterNights(drift, found({ a: "in-sync", b: "in-sync" }), drift);
  expect(again.known?.facts.since).toBe(night(3));
});

test("news is another task, another field or another sort of drift, and never another value", () => {
  const first = found({ a: "resource-changed", b: "in-sync" });
  const newsAfter = (second: Findings) => {
    const { decision } = afterNights(first, second);
    return decision.to === "keep-open" ? decision.news : decision.to;
  };
  expect(newsAfter(first)).toBe(undefined);
  expect(newsAfter(found({ a: "both", b: "in-sync" }))).toEqual({ begun: [], changed: ["a"], ended: [] });
  expect(newsAfter(found({ a: "in-sync", b: "missing" }))).toEqual({ begun: ["b"], changed: [], ended: ["a"] });
  expect(newsAfter(found({ a: "unknown", b: "in-sync" }, { failureReason: "task-failed" }))).toBe(undefined);
  expect(newsAfter(found({}, { failureReason: "state-unavailable", recorded: null }))).toBe(undefined);
  expect(newsAfter(found({ a: "unobservable", b: "in-sync" }))).toBe(undefined);
});

test("what left state with an apply is over, and what is recorded and out of scope is not", () => {
  const drift = found({ a: "missing" });
  expect(afterNights(drift, found({ b: "in-sync" })).decision.to).toBe("close");
  expect(afterNights(drift, found({ b: "in-sync" }, { recorded: ["a", "b"] })).decision.to).toBe("keep-open");
});

test("of thousands of tasks, those without room are counted, and close nothing unseen", () => {
  const all = Array.from({ length: 5_000 }, (_, at) => `task-with-a-rather-long-name-${at}`);
  const every = (drift: "missing" | "in-sync") => Object.fromEntries(all.map((name) => [name, drift]));
  const drift = found(every("missing"));
  const first = afterNights(drift);
  expect(first.known?.issue.body.length).toBeLessThanOrEqual(commentLimit);
  expect(first.known?.issue.body).toContain("**5000 resources of `prod` are not as opus left them**");
  const same = afterNights(drift, drift);
  expect(same.decision).toMatchObject({ to: "keep-open", news: undefined });
  const { more = 0, tasks } = same.known?.facts ?? {};
  expect((tasks?.size ?? 0) + more).toBe(5_000);
  const last = all.at(-1) ?? "";
  expect(tasks?.has(last)).toBe(false);
  expect(afterNights(drift, found(every("in-sync"))).decision.to).toBe("close");
  expect(afterNights(drift, found({ ...every("in-sync"), [last]: "unobservable" })).decision.to).not.toBe("close");
  const one = afterNights(drift, found({ ...every("missing"), [last]: "in-sync" }));
  expect(one.decision).toMatchObject({ to: "keep-open", news: { begun: [], changed: [], ended: [] } });
});
