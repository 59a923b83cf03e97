import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CacheListOptions, listCacheEntries } from "../../../src/github/cache/cache-list.ts";
import { GithubApi, type ListedCache, type WrongReply } from "../../peers/github-api.ts";

let github: GithubApi;
beforeAll(async () => {
  github = await GithubApi.start();
});
afterAll(() => github.stop());
beforeEach(() => {
  github.requests.length = 0;
  github.faults.length = 0;
  github.caches = () => [];
  github.cachesReply = undefined;
});

function list(
  prefix = "opus-",
  options: Partial<CacheListOptions> = {},
  timeoutMs = 10_000,
  signal = new AbortController().signal,
) {
  const all = {
    apiUrl: github.url,
    repository: "acme/storefront",
    token: github.token,
    userAgent: "magnum-opus/1.2.3",
    environment: {},
    ...options,
  };
  return listCacheEntries(all, prefix, timeoutMs, signal);
}

function cached(id: number, key: string, ref = "refs/heads/main"): ListedCache {
  const created_at = new Date(Date.UTC(2026, 10, 1) + id * 1_000).toISOString();
  return { id, ref, key, version: "f".repeat(64), created_at, last_accessed_at: created_at, size_in_bytes: 100 + id };
}

async function answerTo(reply: WrongReply): Promise<unknown> {
  github.cachesReply = reply;
  const result = await list();
  expect(github.faults).toEqual([]);
  return result;
}

function failed(kind: string, what: string, more: object = {}) {
  return { ok: false, error: { kind, what, ...more } };
}

describe("the list of the cache", () => {
  it("has the entries that begin with the prefix, of all refs, newest first", async () => {
    github.caches = () => [cached(1, "opus-1"), cached(2, "npm-1"), cached(3, "opus-2", "refs/pull/7/merge")];
    expect(await list()).toEqual({
      ok: true,
      value: [
        {
          id: 3,
          key: "opus-2",
          ref: "refs/pull/7/merge",
          version: "f".repeat(64),
          createdAt: "2026-11-01T00:00:03.000Z",
          sizeBytes: 103,
        },
        {
          id: 1,
          key: "opus-1",
          ref: "refs/heads/main",
          version: "f".repeat(64),
          createdAt: "2026-11-01T00:00:01.000Z",
          sizeBytes: 101,
        },
      ],
    });
    expect(github.requests.map(({ path }) => path)).toEqual([
      "GET /repos/acme/storefront/actions/caches?key=opus-&per_page=100&page=1&sort=created_at&direction=desc",
    ]);
    expect(github.requests[0]?.headers).toMatchObject({
      authorization: `token ${github.token}`,
      "user-agent": expect.stringMatching(/^magnum-opus\/1\.2\.3 octokit-core/),
    });
    expect(github.faults).toEqual([]);
  });

  it("is empty only when GitHub says so", async () => {
    expect(await list()).toEqual({ ok: true, value: [] });
  });

  it("writes a prefix into the address as it is", async () => {
    github.caches = () => [cached(1, "opus state/ü%&=#1")];
    const result = await list("opus state/ü%&=#");
    expect(result.ok && result.value.map(({ key }) => key)).toEqual(["opus state/ü%&=#1"]);
  });

  it("is read page after page", async () => {
    github.caches = () => Array.from({ length: 250 }, (_, index) => cached(index + 1, `opus-${index + 1}`));
    const result = await list();
    expect(result.ok && result.value.map(({ id }) => id)).toEqual(Array.from({ length: 250 }, (_, at) => 250 - at));
    expect(github.requests).toHaveLength(3);
  });

  it("has each entry once, when others save while pages are read", async () => {
    let count = 150;
    github.caches = () => Array.from({ length: count++ }, (_, index) => cached(index + 1, `opus-${index + 1}`));
    const result = await list();
    expect(result.ok && result.value.map(({ id }) => id)).toEqual(Array.from({ length: 150 }, (_, at) => 150 - at));
  });

  it("trusts no server to compare prefixes as it does", async () => {
    github.cachesReply = {
      raw: JSON.stringify({ total_count: 2, actions_caches: [cached(1, "OPUS-1"), cached(2, "opus-2")] }),
      type: "application/json",
    };
    const result = await list();
    expect(result.ok && result.value.map(({ key }) => key)).toEqual(["opus-2"]);
  });
});

describe("why the cache can't be listed", () => {
  it("tells which permission is missing", async () => {
    expect(await answerTo({ error: 403, message: "Resource not accessible by integration" })).toEqual(
      failed(
        "forbidden",
        "the token may not list the entries of the cache (403: Resource not accessible by integration): add `actions: read` to the `permissions` of the workflow",
      ),
    );
  });

  it("tells a token that is refused, and one that is missing", async () => {
    expect(await list("opus-", { token: "ghs_anotherOne" })).toEqual(
      failed("unauthorized", "GitHub refused the token (401: Bad credentials): check the input `token`"),
    );
    github.requests.length = 0;
    expect(await list("opus-", { token: "" })).toEqual(
      failed("unauthorized", "there is no token to ask GitHub with: give the input `token`"),
    );
    expect(github.requests).toEqual([]);
  });

  it("tells a repository that it may not see", async () => {
    expect(await answerTo({ error: 404, message: "Not Found" })).toEqual(
      failed(
        "not-found",
        "GitHub has no such repository, or the token may not see it (404: Not Found): check the input `token`",
      ),
    );
  });

  it.each([
    [
      { error: 429, message: "Too many requests", headers: { "retry-after": "30" } },
      "429: Too many requests): run the job again in 30 s",
      { retryAfterSeconds: 30 },
    ],
    [
      { error: 403, message: "You have exceeded a secondary rate limit." },
      "403: You have exceeded a secondary rate limit): run the job again later",
      {},
    ],
    [
      {
        error: 403,
        message: "API limit for installation.",
        headers: {
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": "1795000060",
          date: new Date(1_795_000_000_000).toUTCString(),
        },
      },
      "403: API limit for installation): run the job again in 60 s",
      { retryAfterSeconds: 60 },
    ],
  ])("tells a rate limit from a missing permission (%o)", async (reply, words, more) => {
    expect(await answerTo(reply)).toEqual(
      failed("limited", `GitHub's rate limit for the input \`token\` is used up (${words}`, more),
    );
  });

  it.each([500, 502, 503])("tells that GitHub fails (%i)", async (status) => {
    expect(await answerTo({ error: status, message: "Server Error" })).toEqual(
      failed("server", `${github.url} answered ${status}: Server Error, and no list of the cache's entries`),
    );
  });

  it.each([
    ["a page", { raw: "<html>Please sign in</html>", type: "text/html" }, "200 with text/html"],
    ["another object", { raw: "{}", type: "application/json" }, "200"],
    ["entries without a count", { raw: '{"actions_caches":[]}', type: "application/json" }, "200"],
    [
      "an entry without a key",
      { raw: '{"total_count":1,"actions_caches":[{"id":1}]}', type: "application/json" },
      "200",
    ],
    [
      "an entry without a date",
      {
        raw: JSON.stringify({ total_count: 1, actions_caches: [{ ...cached(1, "opus-1"), created_at: "soon" }] }),
        type: "application/json",
      },
      "200",
    ],
  ])("takes %s for no list", async (_, reply, shown) => {
    expect(await answerTo(reply)).toEqual(
      failed("server", `${github.url} answered ${shown}, and no list of the cache's entries`),
    );
  });

  it("takes half an answer for no list", async () => {
    expect(await answerTo({ cut: true })).toEqual(
      failed("unreachable", `${github.url} can't be reached (other side closed)`),
    );
  });

  it("waits no longer than it may", async () => {
    github.cachesReply = { hang: true };
    expect(await list("opus-", {}, 1_000)).toEqual(failed("slow", `${github.url} did not answer within 1 s`));
  });

  it("ends when it is cancelled", async () => {
    const cancel = new AbortController();
    github.cachesReply = { hang: true };
    const result = list("opus-", {}, 10_000, cancel.signal);
    await expect.poll(() => github.requests.length).toBe(1);
    cancel.abort();
    expect(await result).toEqual(failed("cancelled", "it was cancelled"));
  });

  it("tells that GitHub can't be reached, and the proxy that is to blame", async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    await new Promise((closed) => server.close(closed));
    const apiUrl = `http://127.0.0.1:${port}`;
    expect(await list("opus-", { apiUrl })).toEqual(
      failed("unreachable", `${apiUrl} can't be reached (connect ECONNREFUSED 127.0.0.1:${port})`),
    );
    const environment = { http_proxy: apiUrl };
    const through = await list("opus-", { environment });
    expect(!through.ok && through.error.what).toContain(
      `${github.url} can't be reached through the proxy that \`http_proxy\` names (`,
    );
  });
});
