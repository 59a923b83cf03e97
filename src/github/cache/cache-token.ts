import type { CacheScope } from "../../ports/actions-cache.ts";

const read = 1;
const write = 2;

/**
 * Reads the scopes out of `ACTIONS_RUNTIME_TOKEN`: a JWT, whose claim `ac` is a text with JSON in it,
 * `[{"Scope": "refs/heads/topic", "Permission": 3}, {"Scope": "refs/heads/main", "Permission": 1}]`, where 1 is to
 * read, 2 to write. GitHub does not document the claim; BuildKit's client has read it for years
 * (https://github.com/tonistiigi/go-actions-cache/blob/master/cache.go). The signature is not checked: it is the
 * service that decides, this only tells beforehand what it will say.
 *
 * What GitHub puts there:
 * - A branch reads its own entries and those of the default branch; a pull request (`refs/pull/7/merge`) those of its
 *   base too, and nobody else ever sees its own
 *   (https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache).
 * - A run of `merge_group` has a ref of its own (`refs/heads/gh-readonly-queue/main/pr-7-…`) that is deleted when it
 *   is over, so nobody finds what it saved (https://github.com/actions/cache/issues/1798).
 * - Since June 2026 runs in the default branch's scope that an outsider can start (`pull_request_target`,
 *   `issue_comment`, `workflow_run`) may only read; `cache-mode` in a workflow takes away more, as
 *   `ACTIONS_CACHE_MODE` tells (https://github.com/actions/cache/pull/1768, https://github.com/actions/toolkit/pull/2447).
 *
 * @returns in the order of the token: the job's own ref comes first. Undefined when it can't be told: another kind of token, or a claim that looks different
 */
export function readCacheScopes(token: string): readonly CacheScope[] | undefined {
  const [, payload] = token.split(".");
  const claims = parsed(Buffer.from(payload ?? "", "base64url").toString("utf8"));
  const listed = parsed((claims as { readonly ac?: unknown } | undefined)?.ac);
  if (!Array.isArray(listed)) return undefined;
  const scopes = listed.map(readScope);
  return scopes.every((one) => one !== undefined) ? scopes : undefined;
}

function readScope(value: unknown): CacheScope | undefined {
  const { Scope: ref, Permission: permission } = (value ?? {}) as { readonly [name: string]: unknown };
  if (typeof ref !== "string" || ref === "" || typeof permission !== "number") return undefined;
  return { ref, mayRestore: (permission & read) !== 0, maySave: (permission & write) !== 0 };
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === "string" ? (JSON.parse(text) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
