import { expect, test } from "vitest";
import { newMark } from "../../../src/app/check/check-series.ts";
import { endLeftChecks } from "../../../src/app/check/end-left-checks.ts";
import type { OpenCheck } from "../../../src/app/post-step/handover-file.ts";
import { SomeChecks, said } from "../../hooks/check/some-checks.ts";

const sha = "a".repeat(40);
const series = { key: "0123456789abcdef", run: "4711", attempt: 2 };
const older = { ...series, sha };
const left = (name: string, ended?: true): OpenCheck => ({
  name: `opus: demo/${name}`,
  sha,
  mark: newMark(series),
  ...(ended ? { ended } : {}),
});
const end = async (runs: SomeChecks, given: Partial<Parameters<typeof endLeftChecks>[0]>) =>
  (
    await endLeftChecks(
      { checks: [], older: undefined, ...given },
      {
        runs,
        repository: "octo/storefront",
        runUrl: undefined,
        timestamp: "2026-01-02T03:04:05Z",
        signal: new AbortController().signal,
      },
    )
  ).map(({ level, text }) => `${level}: ${text}`);

test("ends those that were begun, makes those that were not, and leaves those that have ended", async () => {
  const runs = new SomeChecks();
  const [begun, never, through, untold] = [left("one"), left("two"), left("three"), left("four", true)];
  runs.add(begun);
  runs.add({ ...through, conclusion: "success", title: "1 done" });
  const told = await end(runs, { checks: [begun, never, through, untold] });
  expect(runs.said).toEqual([
    "opus: demo/one failure: did not end: the step was killed",
    "opus: demo/three success: 1 done",
    "opus: demo/two failure: did not end: the step was killed",
    "opus: demo/four action_required: ended, and could not say how: see the run",
  ]);
  expect(told).toEqual([
    'notice: The check "opus: demo/one" was left in progress by a step that was killed, and has failed now.',
  ]);
});

test("tries once where GitHub refuses, and says how to end the check", async () => {
  const runs = new SomeChecks();
  const check = left("one", true);
  runs.add(check);
  runs.trouble = ({ method }) => (method === "change" ? said.missing : undefined);
  expect(await end(runs, { checks: [check] })).toEqual([
    'error: The check "opus: demo/one" stays in progress, as it could not be ended: GitHub answered 404: Not Found. Run the job again with a token that may write checks: GitHub shows the newest check of a name. Or end it in a job with `checks: write`: `gh api --method PATCH repos/octo/storefront/check-runs/500 -f conclusion=cancelled`.',
  ]);
  expect(runs.asked).toEqual(["find", "change"]);
});

test("sends the conclusion alone where GitHub does not take the text", async () => {
  const runs = new SomeChecks();
  const check = left("one");
  runs.add({ ...check, title: "plan is running" });
  runs.trouble = ({ change }) => (change?.output ? said.refused : undefined);
  await end(runs, { checks: [check] });
  expect(runs.said).toEqual(["opus: demo/one failure: plan is running"]);
});

test("says nothing where this token may write no checks, as there are none then", async () => {
  const runs = new SomeChecks();
  runs.trouble = ({ method }) => (method === "find" ? undefined : said.forbidden);
  expect(await end(runs, { checks: [left("one")], older })).toEqual([]);
});

test("takes back what older runs have said, where the step was killed before its checks", async () => {
  const runs = new SomeChecks();
  const mark = (attempt: number, key = series.key): string => newMark({ ...series, key, attempt });
  runs.add({ name: "opus: demo/passed", mark: mark(1), conclusion: "success" });
  runs.add({ name: "opus: demo/neutral", mark: mark(1), conclusion: "neutral" });
  runs.add({ name: "opus: demo/failed", mark: mark(1), conclusion: "failure", title: "as it was" });
  runs.add({ name: "opus: demo/others", mark: mark(1, "f".repeat(16)), conclusion: "success" });
  runs.add({ name: "opus: demo/this", mark: mark(2), conclusion: "success" });
  runs.add({ name: "lint", conclusion: "success" });
  runs.add({ name: "opus: demo/elsewhere", sha: "b".repeat(40), mark: mark(1), conclusion: "success" });
  const told = await end(runs, { older });
  expect(runs.said).toEqual([
    "opus: demo/passed failure: a newer run did not get this far",
    "opus: demo/neutral failure: a newer run did not get this far",
    "opus: demo/failed failure: as it was",
    "opus: demo/others success: ",
    "opus: demo/this success: ",
    "lint success: ",
    "opus: demo/elsewhere success: ",
  ]);
  expect(told).toEqual([
    'notice: The check "opus: demo/passed" of an older run counts no more: the step was killed before it came to its own.',
    'notice: The check "opus: demo/neutral" of an older run counts no more: the step was killed before it came to its own.',
  ]);
  runs.trouble = () => said.broken;
  expect(await end(runs, { older })).toEqual([
    "warning: Checks of older runs on this commit could not be taken back: GitHub answered 502. Run the job again.",
  ]);
});
