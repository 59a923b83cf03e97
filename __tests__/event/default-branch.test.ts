import { expect, test } from "vitest";
import { isOnDefaultBranch } from "../../src/event/default-branch.ts";

test.each([
  ["schedule", "refs/heads/main", undefined, true],
  ["push", "refs/heads/main", "main", true],
  ["push", "refs/heads/topic", "main", false],
  ["push", "refs/tags/main", "main", false],
  ["push", "refs/heads/main", undefined, false],
  ["pull_request", "refs/pull/1/merge", "main", false],
])("%s of %s where %s is the default branch: %s", (name, ref, standard, expected) => {
  const event = standard === undefined ? {} : { repository: { default_branch: standard } };
  expect(isOnDefaultBranch({ GITHUB_EVENT_NAME: name, GITHUB_REF: ref }, event)).toBe(expected);
});
