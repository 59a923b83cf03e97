import { expect, test } from "vitest";
import { isMark, isOlder, newMark, readSeries, seriesOf } from "../../../src/app/check/check-series.ts";

const environment = {
  GITHUB_WORKFLOW_REF: "octo/storefront/.github/workflows/plan.yml@refs/pull/12/merge",
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_JOB: "plan",
  GITHUB_ACTION: "__octo_magnum-opus",
  GITHUB_RUN_ID: "4711",
  GITHUB_RUN_ATTEMPT: "2",
};
const asked = { command: "plan", context: "prod", manifest: ["opus.yaml"], workingDirectory: ".", targets: [] };
const here = seriesOf(environment, asked);
const mark = (more: { readonly [name: string]: string }, what = asked): string =>
  newMark(seriesOf({ ...environment, ...more }, what));

test.each<[what: string, mark: string, older: boolean]>([
  ["an older attempt", mark({ GITHUB_RUN_ATTEMPT: "1" }), true],
  ["an older run", mark({ GITHUB_RUN_ID: "999", GITHUB_RUN_ATTEMPT: "7" }), true],
  [
    "the workflow of another ref",
    mark({ GITHUB_RUN_ID: "9", GITHUB_WORKFLOW_REF: "octo/storefront/.github/workflows/plan.yml@main" }),
    true,
  ],
  ["this attempt, as another job of a matrix may have it", mark({}), false],
  ["a newer attempt", mark({ GITHUB_RUN_ATTEMPT: "3" }), false],
  ["a newer run", mark({ GITHUB_RUN_ID: "12000000000", GITHUB_RUN_ATTEMPT: "1" }), false],
  [
    "another workflow",
    mark({ GITHUB_RUN_ID: "1", GITHUB_WORKFLOW_REF: "octo/storefront/.github/workflows/other.yml@x" }),
    false,
  ],
  ["another event", mark({ GITHUB_RUN_ID: "1", GITHUB_EVENT_NAME: "push" }), false],
  ["another job", mark({ GITHUB_RUN_ID: "1", GITHUB_JOB: "deploy" }), false],
  ["another step", mark({ GITHUB_RUN_ID: "1", GITHUB_ACTION: "__octo_magnum-opus_2" }), false],
  ["another context of a matrix", mark({ GITHUB_RUN_ID: "1" }, { ...asked, context: "test" }), false],
  ["another project of a matrix", mark({ GITHUB_RUN_ID: "1" }, { ...asked, workingDirectory: "shop" }), false],
  ["another command", mark({ GITHUB_RUN_ID: "1" }, { ...asked, command: "drift" }), false],
  ["some other app", "0f0e6a52-6c1c-4a0e-9d6d-2f3d1f2f7a11", false],
  ["nobody", "", false],
  ["who would like it to be one", `opus.${here.key}.1e3.1.0f0e6a52-6c1c-4a0e-9d6d-2f3d1f2f7a11`, false],
])("the mark of %s is older: %s", (_, one, older) => {
  expect(isOlder(one, here)).toBe(older);
});

test("a mark is one of a kind, and stands in the handover with its series", () => {
  expect(mark({})).not.toBe(mark({}));
  expect([isMark(mark({})), isMark("../../x"), isMark(`${mark({})}\n`)]).toEqual([true, false, false]);
  expect(readSeries(JSON.parse(JSON.stringify(here)))).toEqual(here);
  expect(newMark(seriesOf({}, asked))).toMatch(/^opus\.[0-9a-f]{16}\.0\.1\./);
  for (const wrong of [{}, { ...here, key: "x" }, { ...here, run: "1/../2" }, { ...here, attempt: 1.5 }])
    expect(readSeries(wrong)).toBeUndefined();
});
