import { describe, expect, it } from "vitest";
import { CacheWords } from "../../../src/github/cache/cache-words.ts";

const address = "https://results-receiver.actions.githubusercontent.com/";
const service = "the cache service at https://results-receiver.actions.githubusercontent.com";

function words(...lines: string[]): CacheWords {
  return new CacheWords(lines.join("\n"), address);
}

function failed(kind: string, what: string, more: object = {}) {
  return { ok: false, error: { kind, what, ...more } };
}

/** How the client says that it could not reserve a key. */
function reservation(why: string): CacheWords {
  return words(
    "::debug::Reserving Cache",
    `::debug::Failed to reserve cache: Error: ${why}`,
    "Failed to save: Unable to reserve cache with key opus-1, another job may be creating this cache.",
  );
}

function restoring(why: string): CacheWords {
  return words("::debug::Resolved Keys:", `::warning::Failed to restore: ${why}`);
}

describe("what the client says of a save", () => {
  it("is that it saved, when it has an id", () => {
    for (const id of [1, 0]) expect(words().save({ id })).toEqual({ ok: true, value: "saved" });
  });

  it("is that the key is taken, when the service says that there is a conflict", () => {
    const conflict =
      "Failed to CreateCacheEntry: Received non-retryable error: Failed request: (409) Conflict: cache entry with the same key, version, and scope already exists";
    expect(reservation(conflict).save({ id: -1 })).toEqual({ ok: true, value: "taken" });
  });

  it("is never that it saved or is taken without such words", () => {
    expect(words().save({ id: -1 })).toEqual(failed("unknown", "the cache client gave no answer, and did not say why"));
    // What JSON makes of a number that is none.
    expect(words("::debug::File Size: 210").save({ id: null })).toEqual(
      failed("unknown", "the cache client gave no answer, and did not say why (File Size: 210)"),
    );
    expect(reservation("Response was not ok").save({ id: -1 })).toEqual(
      failed("unknown", "the cache client failed (Response was not ok)"),
    );
    expect(reservation("something new").save({ id: -1 })).toEqual(
      failed("unknown", "the cache client failed (something new)"),
    );
    expect(words().save({ threw: "Key Validation Error: a,b cannot contain commas." })).toEqual(
      failed("unknown", "the cache client refused it (Key Validation Error: a,b cannot contain commas)"),
    );
  });

  it("is that the token may only read", () => {
    expect(reservation("cache write denied: token has no writable scopes").save({ id: -1 })).toEqual(
      failed(
        "write-denied",
        "this job may only read the cache (token has no writable scopes): GitHub lets no run save that an outsider can start, as one of `pull_request_target`, `issue_comment` or `workflow_run`, nor one whose `cache-mode` forbids it. Save in a run of `push`, `schedule` or `workflow_dispatch`",
      ),
    );
  });

  it("is that the mode does not permit it", () => {
    const said = words("Cache save skipped: the effective cache-mode 'read' does not permit writes.");
    expect(said.save({ id: -1 })).toEqual(
      failed("mode", "the cache mode of this job, `read`, does not permit it: set `cache-mode: write` in the workflow"),
    );
  });

  it("is that there is no room left", () => {
    const quota =
      "Failed to CreateCacheEntry: Cache storage quota has been hit. Unable to upload any new cache entries.%0AMore info on storage limits: https://docs.github.com/en/billing";
    expect(reservation(quota).save({ id: -1 })).toEqual(
      failed("full", "there is no room left for it: delete entries of the cache, or raise the budget for it"),
    );
  });

  it("is that the service did not complete it", () => {
    const withReason = words("::debug::FinalizeCacheEntryUploadResponse: false", "::warning::size does not fit");
    expect(withReason.save({ id: -1 })).toEqual(
      failed("server", `${service} did not complete the entry (size does not fit)`),
    );
  });

  it("is what the storage answered, which the client leaves out", () => {
    const said = (status: number) =>
      words(
        `azure:core-rest-pipeline info Response status code: ${status}`,
        "::warning::uploadCacheArchiveSDK: internal error uploading cache archive: ",
        "::warning::Failed to save: ",
      ).save({ id: -1 });
    expect(said(403)).toEqual(failed("forbidden", "the storage of the cache refused the job (403)"));
    expect(said(503)).toEqual(failed("server", "the storage of the cache failed (503)"));
    expect(said(201)).toEqual(failed("unknown", "the cache client failed"));
  });

  it("is that it can't be packed, in the words of tar", () => {
    const said = words(
      "/usr/bin/tar: cache.tgz: Cannot write: No space left on device",
      "::warning::Failed to save: \"/tmp/bin/tar\" failed with error: The process '/tmp/bin/tar' failed with exit code 2",
    );
    expect(said.save({ id: -1 })).toEqual(
      failed("tools", "it can't be packed (/usr/bin/tar: cache.tgz: Cannot write: No space left on device)"),
    );
  });
});

describe("what the client says of a restore", () => {
  const none = "::debug::Cache not found for version 31aadd99 of keys: opus-, opus-";

  it("is the key of the entry that it found", () => {
    expect(words().restore({ key: "opus-1" })).toEqual({ ok: true, value: "opus-1" });
  });

  it("is that there is none, when the service says so and nothing else", () => {
    expect(words('::debug::Body: {%0A  "ok": false%0A}', none).restore({ key: null })).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it("is never that there is none when the service gives a reason, or the client says nothing", () => {
    const reason = words('::debug::Body: {%0A  "ok": false,%0A  "message": "come back later"%0A}', none);
    expect(reason.restore({ key: null })).toEqual(failed("unknown", `${service} refused it ("come back later")`));
    expect(words().restore({ key: null })).toEqual(
      failed("unknown", "the cache client gave no answer, and did not say why"),
    );
    expect(words(none, "::warning::Failed to restore: something new").restore({ key: null })).toEqual(
      failed("unknown", "the cache client failed (something new)"),
    );
  });

  it("is that the token may not read", () => {
    const denied =
      "Failed to GetCacheEntryDownloadURL: Received non-retryable error: Failed request: (403) Forbidden: cache read denied: token has no readable scopes";
    expect(restoring(denied).restore({ key: null })).toEqual(
      failed(
        "read-denied",
        "this job may not read the cache (token has no readable scopes): see `cache-mode` of the workflow",
      ),
    );
  });

  it("is that an entry is damaged, or gone", () => {
    const damaged = words(
      "gzip: stdin: unexpected end of file",
      "/usr/bin/tar: Child returned status 1",
      "::warning::Failed to restore: \"/tmp/bin/tar\" failed with error: The process '/tmp/bin/tar' failed with exit code 2",
    );
    expect(damaged.restore({ key: null })).toEqual(
      failed("corrupt", "an entry was found, and can't be unpacked (gzip: stdin: unexpected end of file)"),
    );
    const gone = words(
      "azure:core-rest-pipeline info Response status code: 404",
      "Cache hit for: opus-1",
      "::warning::Failed to restore: ",
    );
    expect(gone.restore({ key: null })).toEqual(
      failed("gone", "an entry was found, and its content is gone (404 of the storage)"),
    );
  });

  it("is no damage when tar did not even run", () => {
    const why =
      "\"/tmp/bin/tar\" failed with error: There was an error when attempting to execute the process '/tmp/bin/tar'. This may indicate the process failed to start. Error: spawn /tmp/bin/tar EACCES";
    expect(restoring(why).restore({ key: null })).toEqual(failed("tools", `tar can't be run (${why})`));
  });

  it.each([
    [
      "401) Unauthorized: expired",
      "unauthorized",
      `${service} did not accept the token of this job (401 Unauthorized: expired): run the job again`,
    ],
    ["403) Forbidden: no", "forbidden", `${service} refused the token of this job (403 Forbidden: no)`],
    ["400) Bad Request: bad key", "unknown", `${service} failed (400 Bad Request: bad key)`],
    ["500) Internal Server Error", "server", `${service} failed (500 Internal Server Error)`],
    ["503) Service Unavailable: busy", "server", `${service} failed (503 Service Unavailable: busy)`],
  ])("is which status the service answered (%s", (status, kind, what) => {
    const why = `Failed to GetCacheEntryDownloadURL: Received non-retryable error: Failed request: (${status}`;
    expect(restoring(why).restore({ key: null })).toEqual(failed(kind, what));
  });

  it("is when the rate limit ends", () => {
    const limited =
      "Failed to GetCacheEntryDownloadURL: Rate limited: Failed request: (429) Too Many Requests: slow down";
    expect(restoring(limited).restore({ key: null })).toEqual(
      failed(
        "limited",
        "GitHub's rate limit of the cache is used up (429 Too Many Requests: slow down): run the job again later",
      ),
    );
    const told = words(
      "::warning::You've hit a rate limit, your rate limit will reset in 60 seconds",
      `::warning::Failed to restore: ${limited}`,
    );
    expect(told.restore({ key: null })).toEqual(
      failed(
        "limited",
        "GitHub's rate limit of the cache is used up (429 Too Many Requests: slow down): run the job again in 60 s",
        { retryAfterSeconds: 60 },
      ),
    );
  });

  it.each([
    [
      "Failed to GetCacheEntryDownloadURL: Unable to make request: ECONNREFUSED%0AIf you are using self-hosted",
      "ECONNREFUSED",
    ],
    [
      "Failed to GetCacheEntryDownloadURL: Failed to make request after 5 attempts: getaddrinfo EAI_AGAIN results",
      "EAI_AGAIN",
    ],
    ["socket hang up", "socket hang up"],
    [
      "Failed to GetCacheEntryDownloadURL: Failed to make request after 5 attempts: self-signed certificate in certificate chain",
      "self-signed certificate in certificate chain",
    ],
    [
      "Incomplete download. Expected file size: 9, actual file size: 4",
      "Incomplete download. Expected file size: 9, actual file size: 4",
    ],
  ])("is that the connection failed (%s)", (why, shown) => {
    expect(restoring(why).restore({ key: null })).toEqual(
      failed("unreachable", `${service} can't be reached (${shown})`),
    );
  });

  it("is that something in between took too long, or answered", () => {
    const timeout =
      "Failed to GetCacheEntryDownloadURL: Failed to make request after 5 attempts: Request timeout: /twirp/x";
    expect(restoring(timeout).restore({ key: null })).toEqual(
      failed("slow", `${service} did not answer in time (Request timeout: /twirp/x)`),
    );
    const page = `Failed to GetCacheEntryDownloadURL: Failed to make request after 5 attempts: Unexpected token '<', "<html>" is not valid JSON`;
    expect(restoring(page).restore({ key: null })).toEqual(
      failed("server", `${service} answered something that is no answer of GitHub's: is a proxy in between?`),
    );
  });
});

describe("what is known when the client was stopped", () => {
  it("is that the service did not answer", () => {
    expect(words("::debug::Reserving Cache").interrupted(33_000)).toEqual({
      kind: "slow",
      what: `${service} did not answer within 33 s`,
    });
  });

  it("is the error after which it tried again", () => {
    const said = words(
      "Attempt 1 of 5 failed with error: Failed request: (500) Internal Server Error: boom. Retrying request in 3000 ms...",
      "Attempt 2 of 5 failed with error: Failed request: (502) Bad Gateway. Retrying request in 5000 ms...",
    );
    expect(said.interrupted(33_000)).toEqual({ kind: "server", what: `${service} failed (502 Bad Gateway)` });
  });
});

describe("all words", () => {
  it("are shown on one line, and not at length", () => {
    const result = restoring(`first%0A\u001b[31msecond ${"x".repeat(500)}`).restore({ key: null });
    expect(!result.ok && result.error.what).toBe(
      `the cache client failed (first ⏎ second ${"x".repeat(200 - "first ⏎ second ".length)}…)`,
    );
  });
});
