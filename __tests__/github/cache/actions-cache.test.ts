import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ActionsCacheOptions, OfficialActionsCache } from "../../../src/github/cache/actions-cache.ts";
import { Patience } from "../../../src/github/cache/cache-patience.ts";
import { removeTree } from "../../../src/node/files/private-folders.ts";
import { runProcess } from "../../../src/node/processes/run-process.ts";
import { residentClient } from "../../doubles/resident-client.ts";
import { full } from "../../faults/scale.ts";
import { CacheService, type Fault } from "../../peers/cache-service.ts";
import { GithubApi } from "../../peers/github-api.ts";

const program = join(import.meta.dirname, "../../../dist/index.js");
const never = new AbortController().signal;
const data = Buffer.from('{"format": "opus-state", "serial": 1}');

let service: CacheService;
let github: GithubApi;
let folder: string;
/** Takes longer than all others together, and so begins with the first. */
let patient: ReturnType<typeof waitForBroken>;
beforeAll(async () => {
  service = await CacheService.start();
  github = await GithubApi.start();
  github.caches = () => service.listed();
  patient = waitForBroken();
  patient.catch(() => undefined);
});
afterAll(() => Promise.all([service.stop(), github.stop()]));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "opus-test-"));
  service.entries.length = 0;
  service.requests.length = 0;
  service.faults.clear();
  service.azure = false;
});
afterEach(() => {
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true, force: true });
  expect(left).toEqual([]);
});

type Environment = { readonly [name: string]: string | undefined };

function open(environment: Environment = {}, options: Partial<ActionsCacheOptions> = {}): OfficialActionsCache {
  return new OfficialActionsCache({
    environment: { PATH: process.env.PATH, ...service.environment(), ...environment },
    program,
    temporaryFolders: [folder],
    list: {
      apiUrl: github.url,
      repository: "octo/storefront",
      token: github.token,
      userAgent: "magnum-opus/1.2.3",
      environment: {},
    },
    run: runProcess,
    removeTree,
    redact: (text) => text,
    ...options,
  });
}

/** The same without a process for each call, for what does not depend on it. */
function quick(environment: Environment = {}, options: Partial<ActionsCacheOptions> = {}): OfficialActionsCache {
  return open(environment, full ? options : { ...options, run: residentClient });
}

function failed(kind: string, what: string, more: object = {}) {
  return { ok: false, error: { kind, what, ...more } };
}

/** What a whole run gets of a service that does not answer, and of one that fails, and for how long it waits. */
async function waitForBroken() {
  const run = async (fault: Fault) => {
    const own = mkdtempSync(join(tmpdir(), "opus-test-"));
    const broken = await CacheService.start();
    const { url } = broken;
    broken.faults.set("GetCacheEntryDownloadURL", fault).set("CreateCacheEntry", fault);
    const cache = open(broken.environment(), { temporaryFolders: [own] });
    const began = performance.now();
    const answers = [
      await cache.restore({ prefix: "opus-" }, never),
      await cache.restore({ key: "opus-1" }, never),
      await cache.save("opus-1", data, never),
      await cache.save("opus-2", data, never),
    ];
    const ms = performance.now() - began;
    await broken.stop();
    expect(readdirSync(own)).toEqual([]);
    rmSync(own, { recursive: true });
    return { answers, ms, url };
  };
  const [slow, failing] = await Promise.all([run({ hang: true }), run({ status: 500, message: "boom" })]);
  return { slow, failing };
}

/** Text of what was restored, for comparing. */
async function restored(answer: ReturnType<OfficialActionsCache["restore"]>): Promise<unknown> {
  const result = await answer;
  if (!result.ok) return result.error.kind;
  return result.value && [result.value.key, Buffer.from(result.value.data).toString()];
}

describe.each([
  ["the storage at an address of its own", false],
  ["Azure's storage, behind a proxy", true],
])("the cache, with %s", (_, azure) => {
  it("gives back what was saved, by key and by prefix, newest first", async () => {
    service.azure = azure;
    const cache = open(azure ? service.proxyEnvironment : {});
    expect(await cache.restore({ prefix: "opus-" }, never)).toEqual({ ok: true, value: undefined });
    expect(await cache.save("opus-1", data, never)).toEqual({ ok: true, value: "saved" });
    expect(await cache.save("opus-2", Buffer.from("second"), never)).toEqual({ ok: true, value: "saved" });
    expect(await cache.save("opus-1", Buffer.from("third"), never)).toEqual({ ok: true, value: "taken" });
    expect(await cache.restore({ prefix: "opus-" }, never)).toEqual({
      ok: true,
      value: { key: "opus-2", data: Buffer.from("second") },
    });
    expect(await cache.restore({ key: "opus-1" }, never)).toEqual({ ok: true, value: { key: "opus-1", data } });
    const listed = await cache.list("opus-", never);
    expect(listed.ok && listed.value.map(({ key, ref }) => [key, ref])).toEqual([
      ["opus-2", "refs/heads/main"],
      ["opus-1", "refs/heads/main"],
    ]);
    expect(service.requests.filter((one) => one.startsWith("CreateCacheEntry"))).toHaveLength(3);
  });
});

describe("an entry", () => {
  it("is not taken for one whose key is shorter", async () => {
    const cache = quick();
    await cache.save("opus-12", data, never);
    expect(await restored(cache.restore({ key: "opus-1" }, never))).toBeUndefined();
    expect(await restored(cache.restore({ prefix: "opus-1" }, never))).toEqual(["opus-12", data.toString()]);
  });

  it("may be of any bytes, and empty, and large", async () => {
    const cache = quick();
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const large = Buffer.alloc(20 * 1024 ** 2, bytes);
    for (const [key, content] of [
      ["opus-bytes", bytes],
      ["opus-empty", Buffer.alloc(0)],
      ["opus-large", large],
    ] as const) {
      expect(await cache.save(key, content, never)).toEqual({ ok: true, value: "saved" });
      const found = await cache.restore({ key }, never);
      expect(found.ok && found.value && Buffer.from(found.value.data).equals(content)).toBe(true);
    }
  });

  it("is packed the same way whether or not there is zstd, so that all machines find it", async () => {
    await quick().save("opus-1", data, never);
    const bare = join(folder, "bare");
    mkdirSync(bare);
    for (const name of ["tar", "gzip", "mv"])
      symlinkSync(execFileSync("which", [name], { encoding: "utf8" }).trim(), join(bare, name));
    expect(await restored(quick({ PATH: bare }).restore({ key: "opus-1" }, never))).toEqual([
      "opus-1",
      data.toString(),
    ]);
    rmSync(bare, { recursive: true });
  });

  it("is saved once when two save it at the same time", async () => {
    const contents = ["of the first", "of the second"];
    const answers = await Promise.all(contents.map((text) => quick().save("opus-1", Buffer.from(text), never)));
    expect(answers.map((one) => one.ok && one.value).sort()).toEqual(["saved", "taken"]);
    const winner = contents[answers.findIndex((one) => one.ok && one.value === "saved")];
    expect(await restored(quick().restore({ key: "opus-1" }, never))).toEqual(["opus-1", winner]);
  });

  it("can't be saved under a key that somebody has reserved and never completed", async () => {
    await quick().save("opus-1", data, never);
    service.reserve("opus-2", service.entries[0]?.version ?? "");
    expect(await quick().save("opus-2", data, never)).toEqual({ ok: true, value: "taken" });
    expect(await restored(quick().restore({ key: "opus-2" }, never))).toBeUndefined();
    const listed = await quick().list("opus-", never);
    expect(listed.ok && listed.value.map(({ key }) => key)).toEqual(["opus-1"]);
  });

  it("is found in the job's own scope first, then in those that it may read, and nowhere else", async () => {
    const of = (...scopes: [string, number][]) =>
      quick({ ACTIONS_RUNTIME_TOKEN: service.token(scopes.map(([Scope, Permission]) => ({ Scope, Permission }))) });
    const main = of(["refs/heads/main", 3]);
    const topic = of(["refs/heads/topic", 3], ["refs/heads/main", 1]);
    const other = of(["refs/heads/other", 3], ["refs/heads/main", 1]);
    await main.save("opus-1", Buffer.from("main's"), never);
    expect(await restored(topic.restore({ prefix: "opus-" }, never))).toEqual(["opus-1", "main's"]);
    expect(await topic.save("opus-1", Buffer.from("the topic's"), never)).toEqual({ ok: true, value: "saved" });
    expect(await restored(topic.restore({ prefix: "opus-" }, never))).toEqual(["opus-1", "the topic's"]);
    await topic.save("opus-2", Buffer.from("the topic's second"), never);
    for (const cache of [main, other])
      expect(await restored(cache.restore({ prefix: "opus-" }, never))).toEqual(["opus-1", "main's"]);
  });
});

describe("what is in an entry", () => {
  /** Saves an archive that the client would never make. */
  async function plant(make: (work: string) => readonly string[]): Promise<void> {
    await quick().save("opus-1", data, never);
    const work = mkdtempSync(join(folder, "plant-"));
    const archive = execFileSync("tar", ["-czPf", "-", ...make(work)], { cwd: work });
    rmSync(work, { recursive: true });
    service.replaceContent("opus-1", archive);
  }

  const wrong = failed("corrupt", "an entry was found, and it holds something else than one file of state", {
    key: "opus-1",
  });

  it("is never followed when it is a link", async () => {
    await plant((work) => {
      symlinkSync("/etc/hostname", join(work, "state.json"));
      return ["state.json"];
    });
    expect(await quick().restore({ key: "opus-1" }, never)).toEqual(wrong);
  });

  it("is not taken for state when it is a folder", async () => {
    await plant((work) => {
      mkdirSync(join(work, "state.json"));
      writeFileSync(join(work, "state.json/inner"), "x");
      return ["state.json"];
    });
    expect(await quick().restore({ key: "opus-1" }, never)).toEqual(wrong);
  });

  it("is unpacked nowhere but in the private folder, and nothing else of it is", async () => {
    const target = join(mkdtempSync(join(tmpdir(), "opus-victim-")), "planted");
    await plant((work) => {
      writeFileSync(join(work, "state.json"), "fine");
      writeFileSync(target, "planted");
      return ["state.json", target];
    });
    rmSync(target);
    expect(await restored(quick().restore({ key: "opus-1" }, never))).toEqual(["opus-1", "fine"]);
    expect(existsSync(target)).toBe(false);
    rmSync(join(target, ".."), { recursive: true });
  });

  it.each([
    ["is no archive", Buffer.from("no archive"), "incorrect header check"],
    ["is nothing", Buffer.alloc(0), "unexpected end of file"],
  ])("can't be unpacked when it %s", async (_, content, words) => {
    await quick().save("opus-1", data, never);
    service.replaceContent("opus-1", content);
    expect(await quick().restore({ key: "opus-1" }, never)).toEqual(
      failed("corrupt", `an entry was found, and can't be unpacked (${words})`, { key: "opus-1" }),
    );
  });

  it("can't be unpacked when it is cut off, or has another name", async () => {
    await quick().save("opus-1", Buffer.from(Array.from({ length: 5_000 }, () => Math.random()).join()), never);
    const blob = service.entries[0]?.blob ?? "";
    service.replaceContent("opus-1", service.blobs.get(blob)?.subarray(0, 1_000) ?? Buffer.alloc(0));
    expect(await quick().restore({ key: "opus-1" }, never)).toEqual(
      failed("corrupt", "an entry was found, and can't be unpacked (unexpected end of file)", { key: "opus-1" }),
    );
    service.entries.length = 0;
    await plant((work) => {
      writeFileSync(join(work, "other.json"), "x");
      return ["other.json"];
    });
    expect(await quick().restore({ key: "opus-1" }, never)).toEqual(wrong);
  });
});

describe("what the service refuses", () => {
  const at = () => `the cache service at ${service.url}`;

  async function both(fault: Fault): Promise<unknown[]> {
    service.faults.set("CreateCacheEntry", fault).set("GetCacheEntryDownloadURL", fault);
    return Promise.all([quick().restore({ key: "opus-1" }, never), quick().save("opus-1", data, never)]);
  }

  it.each([
    [
      "unauthorized",
      { status: 401, message: "expired" },
      "did not accept the token of this job (401 Unauthorized: expired): run the job again",
    ],
    ["forbidden", { status: 403, message: "no access" }, "refused the token of this job (403 Forbidden: no access)"],
    ["unknown", { status: 400, message: "bad version" }, "failed (400 Bad Request: bad version)"],
    ["unreachable", { cut: true } as const, "can't be reached (ECONNRESET)"],
  ])("is told as %s", async (kind, fault, words) => {
    const told = failed(kind, `${at()} ${words}`);
    expect(await both(fault)).toEqual([told, told]);
  });

  it("is told with the time after which it may be asked again", async () => {
    const told = failed(
      "limited",
      "GitHub's rate limit of the cache is used up (429 Too Many Requests: slow down): run the job again in 60 s",
      { retryAfterSeconds: 60 },
    );
    expect(await both({ status: 429, message: "slow down", retryAfter: 60 })).toEqual([told, told]);
  });

  it("is told in full when a token is not this service's, may not save, or may not read", async () => {
    expect(await quick({ ACTIONS_RUNTIME_TOKEN: "a.b.c" }).restore({ key: "opus-1" }, never)).toEqual(
      failed(
        "unauthorized",
        `${at()} did not accept the token of this job (401 Unauthorized: token is expired or its signature is invalid): run the job again`,
      ),
    );
    const readOnly = quick({ ACTIONS_RUNTIME_TOKEN: service.token([{ Scope: "refs/heads/main", Permission: 1 }]) });
    expect(await readOnly.save("opus-1", data, never)).toEqual(
      failed(
        "write-denied",
        "this job may only read the cache (token has no writable scopes): GitHub lets no run save that an outsider can start, as one of `pull_request_target`, `issue_comment` or `workflow_run`, nor one whose `cache-mode` forbids it. Save in a run of `push`, `schedule` or `workflow_dispatch`",
      ),
    );
    expect(await quick({ ACTIONS_RUNTIME_TOKEN: service.token([]) }).restore({ key: "opus-1" }, never)).toEqual(
      failed(
        "read-denied",
        "this job may not read the cache (token has no readable scopes): see `cache-mode` of the workflow",
      ),
    );
  });

  it("is told when the mode of the job forbids it, without asking", async () => {
    const told = (mode: string) =>
      failed(
        "mode",
        `the cache mode of this job, \`${mode}\`, does not permit it: set \`cache-mode: write\` in the workflow`,
      );
    expect(await quick({ ACTIONS_CACHE_MODE: "write-only" }).restore({ key: "opus-1" }, never)).toEqual(
      told("write-only"),
    );
    expect(await quick({ ACTIONS_CACHE_MODE: "read" }).save("opus-1", data, never)).toEqual(told("read"));
    expect(service.requests).toEqual([]);
  });

  it("is told of each step of a save", async () => {
    service.faults.set("FinalizeCacheEntryUpload", { refuse: "size does not fit" });
    expect(await quick().save("opus-1", data, never)).toEqual(
      failed("server", `${at()} did not complete the entry (size does not fit)`),
    );
    service.faults.clear();
    service.faults.set("upload", { status: 403 });
    expect(await quick().save("opus-2", data, never)).toEqual(
      failed("forbidden", "the storage of the cache refused the job (403)"),
    );
  });

  it("is told when the content of an entry is gone, or withheld", async () => {
    service.azure = true;
    const cache = quick(service.proxyEnvironment);
    await cache.save("opus-1", data, never);
    service.blobs.delete(service.entries[0]?.blob ?? "");
    expect(await cache.restore({ key: "opus-1" }, never)).toEqual(
      failed("gone", "an entry was found, and its content is gone (404 of the storage)"),
    );
    service.faults.set("download", { status: 403 });
    expect(await cache.restore({ key: "opus-1" }, never)).toEqual(
      failed("forbidden", "the storage of the cache refused the job (403)"),
    );
  });

  // As the services of other runners do, which know the first version alone.
  it.each([
    [404, "text/plain; charset=utf-8", "404 page not found\n"],
    [405, "text/html", "<h1>Method not allowed</h1>"],
    [404, undefined, ""],
  ])("is told at once when there is no such service: %s %s", async (status, type, text) => {
    let asked = 0;
    const other = createServer((_request, response) => {
      asked++;
      response.writeHead(status, type === undefined ? {} : { "content-type": type }).end(text);
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    try {
      const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
      const what = `the cache service at ${url.slice(0, -1)} is none of the version 2, which runners of GitHub.com have (it answered ${status}): choose the backend \`branch\``;
      const cache = open({ ACTIONS_RESULTS_URL: url });
      expect(await cache.restore({ key: "opus-1" }, never)).toEqual(failed("not-available", what));
      expect(await cache.save("opus-1", data, never)).toEqual(failed("not-available", what));
      // Asked once for each, and not again and again.
      expect(asked).toBe(2);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  it.each([
    [200, "text/html; charset=utf-8", "<html>Please sign in</html>"],
    [200, undefined, "cache: ok"],
    [403, "text/html", "<h1>Blocked by policy</h1>"],
    [400, "text/plain", "bad request"],
  ])("is told at once when what answers speaks another language: %s %s", async (status, type, text) => {
    let asked = 0;
    const other = createServer((_request, response) => {
      asked++;
      response.writeHead(status, type === undefined ? {} : { "content-type": type }).end(text);
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    try {
      const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
      const what = `the cache service at ${url.slice(0, -1)} answered ${status} with ${type ?? "nothing"}, which is no answer of GitHub's: does a proxy or a sign-in page stand in between?`;
      const cache = open({ ACTIONS_RESULTS_URL: url });
      expect(await cache.restore({ key: "opus-1" }, never)).toEqual(failed("server", what));
      expect(await cache.save("opus-1", data, never)).toEqual(failed("server", what));
      expect(asked).toBe(2);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  it("is told without the token, and without what the caller keeps secret", async () => {
    const token = service.token();
    const fault = { status: 400, message: `no: ${token} and hunter2` };
    service.faults.set("GetCacheEntryDownloadURL", fault);
    const cache = quick({ ACTIONS_RUNTIME_TOKEN: token }, { redact: (text) => text.replaceAll("hunter2", "***") });
    const result = await cache.restore({ key: "opus-1" }, never);
    expect(!result.ok && result.error.what).not.toContain(token.slice(-20));
    expect(!result.ok && result.error.what).not.toContain("hunter2");
  });
});

describe("without what it needs, the cache", () => {
  it.each([
    ["ACTIONS_RESULTS_URL", { ACTIONS_RESULTS_URL: undefined }],
    ["ACTIONS_RUNTIME_TOKEN", { ACTIONS_RUNTIME_TOKEN: "" }],
  ])(
    "says that this step was given none, without %s, and asks nobody, not for a list either",
    async (name, environment) => {
      const told = failed(
        "not-available",
        `this step was given no cache service (${name} is not set): on GitHub it comes with \`uses:\`, and not with \`run:\`; other runners may have none. There, choose the backend \`branch\``,
      );
      expect(await open(environment).restore({ key: "opus-1" }, never)).toEqual(told);
      expect(await open(environment).save("opus-1", data, never)).toEqual(told);
      // GitHub's answer would be one about a token that has nothing to do with it.
      expect(await open(environment).list("opus-", never)).toEqual(told);
      expect(service.requests).toEqual([]);
    },
  );

  it.each([
    [{ GITHUB_SERVER_URL: "https://git.acme.example" }, "GitHub Enterprise Server has"],
    [{ GITEA_ACTIONS: "true", GITHUB_SERVER_URL: "https://git.acme.example" }, "Gitea has"],
    [{ FORGEJO_ACTIONS: "true", GITEA_ACTIONS: "true" }, "Forgejo has"],
  ])("says at once that the server has none that it knows, and asks it for nothing (%o)", async (environment, who) => {
    const told = failed(
      "not-available",
      `${who} no cache service of the version 2, which GitHub.com has: choose the backend \`branch\``,
    );
    expect(await open(environment).restore({ key: "opus-1" }, never)).toEqual(told);
    expect(await open(environment).save("opus-1", data, never)).toEqual(told);
    expect(await open(environment).list("opus-", never)).toEqual(told);
    expect(service.requests).toEqual([]);
  });

  it("says that the runner has none, where the server could have one", async () => {
    expect(await open({ ACTIONS_CACHE_SERVICE_V2: undefined }).restore({ key: "opus-1" }, never)).toEqual(
      failed(
        "not-available",
        "this runner has no cache service of the version 2, which those of GitHub.com have: choose the backend `branch`",
      ),
    );
    expect(service.requests).toEqual([]);
  });

  it("names the program that is missing", async () => {
    const bare = mkdtempSync(join(tmpdir(), "opus-bare-"));
    const cache = open({ PATH: bare });
    expect(await cache.restore({ key: "opus-1" }, never)).toEqual(
      failed("tools", "`tar` is not on the PATH of this machine: install it"),
    );
    symlinkSync(execFileSync("which", ["tar"], { encoding: "utf8" }).trim(), join(bare, "tar"));
    expect(await cache.save("opus-1", data, never)).toEqual(
      failed("tools", "`gzip` is not on the PATH of this machine: install it"),
    );
    rmSync(bare, { recursive: true });
  });

  it("takes the next folder when one can't be used", async () => {
    const blank = join(folder, "with blank");
    mkdirSync(blank);
    const unusable = [blank, join(folder, "missing")];
    expect(await open({}, { temporaryFolders: unusable }).restore({ key: "opus-1" }, never)).toEqual(
      failed("tools", `there is no temporary folder whose path has no blanks (${unusable.join(", ")})`),
    );
    const cache = open({}, { temporaryFolders: [...unusable, folder] });
    expect(await cache.restore({ key: "opus-1" }, never)).toEqual({ ok: true, value: undefined });
    rmSync(blank, { recursive: true });
  });

  it("tells that no connection came about", async () => {
    const gone = await CacheService.start();
    const url = gone.url;
    await gone.stop();
    const told = failed("unreachable", `the cache service at ${url} can't be reached (ECONNREFUSED)`);
    expect(await open({ ACTIONS_RESULTS_URL: `${url}/` }).restore({ key: "opus-1" }, never)).toEqual(told);
    expect(await open({ ACTIONS_RESULTS_URL: `${url}/` }).save("opus-1", data, never)).toEqual(told);
  });
});

describe("the process of the client", () => {
  function script(text: string): string {
    const path = join(mkdtempSync(join(tmpdir(), "opus-program-")), "index.mjs");
    writeFileSync(path, text);
    return path;
  }

  it("has an environment of its own, in a folder that nobody else can read", async () => {
    const seen = join(mkdtempSync(join(tmpdir(), "opus-seen-")), "seen.json");
    const spy = script(`
      import { statSync, readdirSync, writeFileSync } from "node:fs";
      const { folder } = JSON.parse(process.argv[3]);
      const mode = (path) => (statSync(path).mode & 0o777).toString(8);
      writeFileSync(${JSON.stringify(seen)}, JSON.stringify({
        env: process.env, cwd: process.cwd(), folder, mode: mode(folder), file: mode("state.json"),
        programs: readdirSync(process.env.PATH), args: process.argv.slice(2), execArgv: process.execArgv,
      }));
      process.send({ id: 7 });
    `);
    const cache = open(
      {
        GITHUB_TOKEN: "ghs_secret",
        INPUT_TOKEN: "ghs_secret",
        NODE_OPTIONS: "--no-warnings",
        HTTPS_PROXY: "http://proxy.example",
        https_proxy: "http://proxy.example",
        ACTIONS_CACHE_MODE: "write",
      },
      { program: spy },
    );
    expect(await cache.save("opus-1", data, never)).toEqual({ ok: true, value: "saved" });
    const { env, cwd, ...rest } = JSON.parse(readFileSync(seen, "utf8"));
    expect(cwd).toBe(join(rest.folder, "work"));
    expect(env).toEqual({
      ...service.environment(env.ACTIONS_RUNTIME_TOKEN),
      ACTIONS_CACHE_MODE: "write",
      HTTPS_PROXY: "http://proxy.example",
      https_proxy: "http://proxy.example",
      PATH: join(rest.folder, "bin"),
      HOME: join(rest.folder, "temporary"),
      TMPDIR: join(rest.folder, "temporary"),
      RUNNER_TEMP: join(rest.folder, "temporary"),
      GITHUB_WORKSPACE: cwd,
      LANG: "C.UTF-8",
      AZURE_LOG_LEVEL: "info",
    });
    expect(rest).toMatchObject({ mode: "700", file: "600", programs: ["gzip", "tar"], execArgv: [] });
    expect(rest.args).toEqual(["cache-worker", JSON.stringify({ call: "save", key: "opus-1", folder: rest.folder })]);
    for (const path of [spy, seen]) rmSync(join(path, ".."), { recursive: true });
  });

  it.each([
    ["process.exit(3)", "exit code 3"],
    ['process.kill(process.pid, "SIGKILL")', "killed by SIGKILL"],
  ])("is no answer when it ends without one (%s)", async (text, how) => {
    const broken = script(text);
    expect(await open({}, { program: broken }).save("opus-1", data, never)).toEqual(
      failed("unknown", `the process of the cache client ended without an answer (${how})`),
    );
    rmSync(join(broken, ".."), { recursive: true });
  });

  it("is no part of the program that somebody calls by accident", () => {
    const { status, stdout } = spawnSyncProgram(["cache-worker"]);
    expect(status).toBe(1);
    expect(stdout).toContain(`there is no command "cache-worker"`);
  });

  function spawnSyncProgram(args: readonly string[]) {
    try {
      const stdout = execFileSync(process.execPath, [program, ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder },
        encoding: "utf8",
      });
      return { status: 0, stdout };
    } catch (error) {
      return error as { status: number; stdout: string };
    } finally {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    }
  }
});

describe("a call that goes on", () => {
  /** Processes of the client that work in this test's folder. */
  function running(): string[] {
    return readdirSync("/proc").filter((pid) => {
      if (!/^\d+$/.test(pid)) return false;
      try {
        return readFileSync(`/proc/${pid}/environ`, "utf8").includes(`RUNNER_TEMP=${folder}`);
      } catch {
        return false;
      }
    });
  }

  it.each(["its signal", "dispose"])("ends with %s, and leaves nothing", async (how) => {
    service.faults.set("GetCacheEntryDownloadURL", { hang: true });
    const cancel = new AbortController();
    const cache = open();
    const answer = cache.restore({ key: "opus-1" }, cancel.signal);
    await expect.poll(() => service.requests.length, { timeout: 20_000 }).toBe(1);
    expect(running()).toHaveLength(1);
    if (how === "dispose") await cache.dispose();
    else cancel.abort();
    expect(await answer).toEqual(failed("cancelled", "it was cancelled"));
    expect(running()).toEqual([]);
    expect(await cache.restore({ key: "opus-1" }, AbortSignal.abort())).toEqual(
      failed("cancelled", "it was cancelled"),
    );
  });

  it("ends with the main process, should that be killed", async () => {
    service.faults.set("GetCacheEntryDownloadURL", { hang: true });
    const source = (path: string) => JSON.stringify(join(import.meta.dirname, "../../../src", path));
    const options = {
      environment: { PATH: process.env.PATH, ...service.environment() },
      program,
      temporaryFolders: [folder],
      list: {},
    };
    const main = spawn(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `import { OfficialActionsCache } from ${source("github/cache/actions-cache.ts")};
         import { removeTree } from ${source("node/files/private-folders.ts")};
         import { runProcess } from ${source("node/processes/run-process.ts")};
         const cache = new OfficialActionsCache({ ...${JSON.stringify(options)}, run: runProcess, removeTree, redact: (text) => text });
         await cache.restore({ key: "opus-1" }, new AbortController().signal);`,
      ],
      { stdio: "ignore" },
    );
    await expect.poll(() => service.requests.length, { timeout: 20_000 }).toBe(1);
    expect(running()).toHaveLength(1);
    main.kill("SIGKILL");
    await expect.poll(running, { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => readdirSync(folder), { timeout: 10_000 }).toEqual([]);
  });

  it("is given up in time, after which the service is hardly waited for", async () => {
    service.faults.set("GetCacheEntryDownloadURL", { hang: true });
    const cache = open({}, { patience: new Patience({ altogetherMs: 3_000, nextMs: 2_000 }) });
    const slow = (seconds: number) =>
      failed("slow", `the cache service at ${service.url} did not answer within ${seconds} s`);
    expect(await cache.restore({ key: "opus-1" }, never)).toEqual(slow(3));
    expect(await cache.restore({ key: "opus-1" }, never)).toEqual(slow(3));
    expect(await cache.save("opus-1", data, never)).toEqual(slow(3));
    expect(service.requests).toEqual(["GetCacheEntryDownloadURL opus-1"]);
    expect(running()).toEqual([]);
  });
});

describe("a service that is broken", () => {
  it("is waited for at most 40 s by a whole run, whatever is wrong with it", async () => {
    const { slow, failing } = await patient;
    const late = (seconds: number) =>
      failed("slow", `the cache service at ${slow.url} did not answer within ${seconds} s`);
    const boom = failed("server", `the cache service at ${failing.url} failed (500 Internal Server Error: boom)`);
    expect(slow.answers).toEqual([late(30), late(4), late(4), late(4)]);
    expect(failing.answers).toEqual([boom, boom, boom, boom]);
    for (const { ms } of [slow, failing]) expect(ms).toBeLessThan(40_000);
  });
});
