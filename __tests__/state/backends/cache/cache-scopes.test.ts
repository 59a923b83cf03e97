import { describe, expect, test } from "vitest";
import type { CacheScope } from "../../../../src/ports/actions-cache.ts";
import { cacheScopes } from "../../../../src/state/backends/cache/cache-scopes.ts";

/** A token that may save in the first ref, and restore from all. */
function token(...refs: readonly string[]): readonly CacheScope[] {
  return refs.map((ref, index) => ({ ref, mayRestore: true, maySave: index === 0 }));
}

function readOnly(...refs: readonly string[]): readonly CacheScope[] {
  return token(...refs).map((scope) => ({ ...scope, maySave: false }));
}

const main = "refs/heads/main";
const merge = "refs/pull/7/merge";
const queue = "refs/heads/gh-readonly-queue/main/pr-7-0123abc";
const tag = "refs/tags/v1";

describe("the scopes of a run", () => {
  test.each([
    ["a push to the default branch", token(main), { GITHUB_REF: main }, main, [main], undefined],
    [
      "a push to another branch",
      token("refs/heads/dev", main),
      { GITHUB_REF: "refs/heads/dev" },
      "refs/heads/dev",
      ["refs/heads/dev", main],
      undefined,
    ],
    [
      "a pull request",
      token(merge, main),
      { GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: merge },
      merge,
      [merge, main],
      undefined,
    ],
    [
      "a token that says another ref than the event",
      token(main),
      { GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: merge },
      main,
      [main],
      undefined,
    ],
    [
      "a token that may only read",
      readOnly(merge, main),
      { GITHUB_REF: merge },
      merge,
      [merge, main],
      { kind: "read-only", ref: merge },
    ],
    ["a token that may do nothing", readOnly(), {}, undefined, [], { kind: "read-only", ref: undefined }],
    [
      "a merge queue",
      token(queue, main),
      { GITHUB_EVENT_NAME: "merge_group", GITHUB_REF: queue },
      queue,
      [queue, main],
      { kind: "merge-queue", ref: queue },
    ],
    [
      "a push to the branch of a merge queue",
      token(queue),
      { GITHUB_EVENT_NAME: "push", GITHUB_REF: queue },
      queue,
      [queue],
      { kind: "merge-queue", ref: queue },
    ],
    ["a tag", token(tag, main), { GITHUB_REF: tag }, tag, [tag, main], { kind: "tag", ref: tag }],
    ["a token that says nothing", undefined, { GITHUB_REF: main }, main, undefined, undefined],
    [
      "a tag, of which the token says nothing",
      undefined,
      { GITHUB_REF: tag },
      tag,
      undefined,
      { kind: "tag", ref: tag },
    ],
    ["nothing at all", undefined, {}, undefined, undefined, { kind: "no-ref" }],
  ] as const)("%s", (_, given, environment, own, seen, obstacle) => {
    expect(cacheScopes(given, environment)).toEqual({ own, seen, obstacle });
  });

  test.each([
    ["none", { kind: "mode", mode: "none" }],
    ["read", { kind: "mode", mode: "read" }],
    [" READ ", { kind: "mode", mode: "read" }],
    ["write", undefined],
    ["write-only", undefined],
    ["something new", undefined],
    ["", undefined],
  ])("the mode %j", (mode, obstacle) => {
    const environment = { GITHUB_REF: main, ACTIONS_CACHE_MODE: mode };
    expect(cacheScopes(token(main), environment).obstacle).toEqual(obstacle);
  });
});
