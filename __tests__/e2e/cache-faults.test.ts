import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { inBundle } from "../faults/scale.ts";
import { CacheService, type Fault, type StoredEntry } from "../peers/cache-service.ts";
import { GithubApi, type ListedCache, type WrongReply } from "../peers/github-api.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import type { StepResult } from "./rig.ts";

/** By how much opus waits less for the service; the bundle waits as long as in a workflow. */
const hurry = vi.hoisted(() => ({ waits: 1, pauses: 1 }));

vi.mock("../../src/engine/model/timing.ts", async (original) => {
  const timing = await original<typeof import("../../src/engine/model/timing.ts")>();
  const paused = (pauses: readonly number[]): readonly number[] => pauses.map((ms) => ms / hurry.pauses);
  return {
    ...timing,
    get cacheCallMs() {
      return timing.cacheCallMs / hurry.waits;
    },
    get cacheAltogetherMs() {
      return timing.cacheAltogetherMs / hurry.waits;
    },
    get cacheNextMs() {
      return timing.cacheNextMs / hurry.waits;
    },
    get cacheListMs() {
      return timing.cacheListMs / hurry.waits;
    },
    get cacheReadBackMs() {
      return paused(timing.cacheReadBackMs);
    },
    get cacheReservedMs() {
      return paused(timing.cacheReservedMs);
    },
    get cacheListAgainMs() {
      return paused(timing.cacheListAgainMs);
    },
  };
});

if (!inBundle) hurry.pauses = 10;
afterEach(() => {
  hurry.waits = 1;
});

/** From now on what hangs is waited for one fifteenth as long. @returns `seconds`: how long that is */
function hurried(seconds: number): number {
  if (inBundle) return seconds;
  hurry.waits = 15;
  return seconds / hurry.waits;
}

/** Nothing can be looked at but the file: without its state a run would make it all again. */
const manifest = (content: string) => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
  state: {backend: cache}
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: ${content}}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: first}
spec: {create: echo first >> made.txt, update: "true"}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: second, dependencies: [{tasks: [first]}]}
spec: {create: echo second >> made.txt, update: "true"}
`;

const main = "refs/heads/main";
const prefix = "opus-state-v1/demo/test";
const where = `${prefix} in the Actions cache of octo/storefront`;
const token = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";
/** No run waits longer for a cache that is broken. */
const longestMs = 40_000;

type Command = "plan" | "apply";

interface TimedStep extends StepResult {
  readonly ms: number;
}

/** A repository whose state is in the cache, on a hosted runner: it has nothing of the run before but the checkout. */
class World {
  readonly service: CacheService;
  readonly api: GithubApi;
  /** One for each command, so that they can run at once. */
  readonly rigs = { plan: new Rig({ "opus.yaml": manifest("hello") }), apply: new Rig() };

  private constructor(service: CacheService, api: GithubApi) {
    this.service = service;
    this.api = api;
    api.caches = () => service.listed();
  }

  static async start(): Promise<World> {
    return new World(await CacheService.start(), await GithubApi.start(token));
  }

  /** Another one in which the same was made and saved. */
  async copy(): Promise<World> {
    const copy = await World.start();
    copy.service.entries.push(...this.service.entries.map((entry) => ({ ...entry })));
    for (const { blob } of this.service.entries)
      copy.service.blobs.put(blob, this.service.blobs.get(blob) ?? Buffer.alloc(0));
    for (const { workspace } of Object.values(copy.rigs))
      cpSync(this.rigs.plan.workspace, workspace, { recursive: true });
    return copy;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const rig of Object.values(this.rigs)) rig[Symbol.dispose]();
    await Promise.all([this.service.stop(), this.api.stop()]);
    expect(this.api.faults).toEqual([]);
  }

  environment(more: { readonly [name: string]: string } = {}): { readonly [name: string]: string } {
    return { ...this.service.environment(), GITHUB_API_URL: this.api.url, ...more };
  }

  async step(command: Command, env = this.environment(), inputs = {}): Promise<TimedStep> {
    const began = performance.now();
    const result = await this.rigs[command].step({ "state-backend": "", command, ...inputs }, { env });
    return { ...result, ms: performance.now() - began };
  }

  /** Lets all entries have another content. */
  plant(archive: Buffer): void {
    for (const { key } of saved) this.service.replaceContent(key, archive);
  }

  /** Whatever the service is asked for goes wrong. */
  fail(fault: Fault): void {
    for (const step of ["GetCacheEntryDownloadURL", "CreateCacheEntry", "FinalizeCacheEntryUpload"] as const)
      this.service.faults.set(step, fault);
  }

  get at(): string {
    return `the cache service at ${this.service.url}`;
  }

  /** It fails, with this error alone, before it has a plan; and nothing was made again. */
  expectRefused(result: TimedStep, error: string): void {
    expect([errorsOf(result), result.exitCode, result.outputs["failure-reason"]]).toEqual([
      [error],
      1,
      "state-unavailable",
    ]);
    expect(["", "0", undefined]).toContain(result.outputs["to-create"]);
    expect(result.log).not.toMatch(/to create/);
    for (const context of result.report.contexts) expect(context.counts.create).toBe(0);
    expect(result.ms).toBeLessThan(longestMs);
    this.expectNothingMade();
  }

  async expectBothRefused(error: string, env = this.environment()): Promise<string> {
    for (const result of await Promise.all([this.step("plan", env), this.step("apply", env)]))
      this.expectRefused(result, error);
    return error;
  }

  /** It reads the state, and finds that all of it is there. */
  expectAllKnown(result: TimedStep): void {
    expect([errorsOf(result), result.exitCode, result.outputs["to-create"]]).toEqual([[], 0, "0"]);
    expect(result.ms).toBeLessThan(longestMs);
    this.expectNothingMade();
  }

  expectNothingMade(): void {
    for (const rig of Object.values(this.rigs)) expect(rig.read("made.txt")).toBe("first\nsecond\n");
  }

  /** Applies a change, which is refused before its first effect. */
  async expectNotApplied(error: string | ((result: StepResult) => string), env = this.environment()): Promise<string> {
    const { apply } = this.rigs;
    apply.write("opus.yaml", manifest("bye"));
    const result = await this.step("apply", env);
    const expected = typeof error === "string" ? error : error(result);
    this.expectRefused(result, expected);
    expect(apply.read("out/hello.txt")).toBe("hello");
    return expected;
  }
}

/** An archive of a file `state.json` that no state would be in. */
function packed(make: (folder: string) => void, ...options: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "opus-archive-"));
  writeFileSync(join(folder, "state.json"), "{}");
  make(folder);
  const archive = execFileSync("tar", [...options, "-czf", "-", "state.json"], { cwd: folder, maxBuffer: 1024 ** 3 });
  rmSync(folder, { recursive: true });
  return archive;
}

/** A server that is none of GitHub's. */
class OtherServer {
  requests = 0;
  readonly #server: Server;

  private constructor(answer: (request: IncomingMessage, response: ServerResponse) => void) {
    this.#server = createServer((request, response) => {
      this.requests++;
      answer(request, response);
    });
  }

  static async start(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<OtherServer> {
    const server = new OtherServer(answer);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Answers without end. */
function pour(response: ServerResponse, begin: string): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.write(begin);
  const piece = Buffer.alloc(1024 ** 2, "x");
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    response.once("drain", more);
  };
  more();
}

function lead(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location }).end();
}

function errorsOf({ report }: StepResult): string[] {
  const found = report.diagnostics.filter(({ severity }: { severity: string }) => severity === "error");
  return found.map(({ message }: { message: string }) => message);
}

const written = (why: string): string => `The state at ${where} ${why}`;
const read = (why: string): string => written(`can't be read: ${why}`);

/** Where all is well. */
let calm: World;
let saved: readonly StoredEntry[];
let lineage: string;
beforeAll(async () => {
  calm = await World.start();
  const first = await calm.step("plan", calm.environment(), { command: "apply", initialize: "true" });
  expect([errorsOf(first), first.exitCode]).toEqual([[], 0]);
  lineage = first.report.contexts[0].state.lineage;
  saved = calm.service.entries;
});
afterAll(() => calm[Symbol.asyncDispose]());

/** What to do about the newest entry. */
const remedy = (): string =>
  `The entry is ${saved.at(-1)?.key}. Remove that entry (\`gh cache delete ${saved.at(-1)?.id} --repo octo/storefront\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`;

/** What is expected of each fault, in a world of its own; gives the error. */
const faults: { readonly [name: string]: (world: World) => Promise<string> } = {
  "a miss: neither the list nor the service has the state any more": (world) => {
    world.service.entries.length = 0;
    return world.expectBothRefused(
      "The Actions cache of octo/storefront has no state of demo/test. If there never was one, give `initialize: true` for the first run. If there was one, GitHub has evicted it (after 7 days without use, or because the caches of the repository grew above their limit of 10 GB): what it recorded still exists, and nothing knows of it. Then bring a state back with `opus state push FILE --state-backend branch` and use that backend; or look at a `plan` with `initialize: true` before you apply with it: what is there is adopted where the manifest allows that, and what can't be looked at would be made again.",
    );
  },
  "401": (world) => {
    world.fail({ status: 401, message: "token expired" });
    return world.expectBothRefused(
      read(`${world.at} did not accept the token of this job (401 Unauthorized: token expired): run the job again.`),
    );
  },
  "403": (world) => {
    world.fail({ status: 403, message: "no access" });
    return world.expectBothRefused(read(`${world.at} refused the token of this job (403 Forbidden: no access).`));
  },
  "429": (world) => {
    world.fail({ status: 429, message: "slow down", retryAfter: 60 });
    return world.expectBothRefused(
      read(
        "GitHub's rate limit of the cache is used up (429 Too Many Requests: slow down): run the job again in 60 s.",
      ),
    );
  },
  "500": (world) => {
    world.fail({ status: 500, message: "boom" });
    return world.expectBothRefused(read(`${world.at} failed (500 Internal Server Error: boom).`));
  },
  "a service that can't be reached": async (world) => {
    const gone = await CacheService.start();
    const { url } = gone;
    await gone.stop();
    return world.expectBothRefused(
      read(`the cache service at ${url} can't be reached (ECONNREFUSED).`),
      world.environment({ ACTIONS_RESULTS_URL: `${url}/` }),
    );
  },
  "a service that does not answer": (world) => {
    world.fail({ hang: true });
    return world.expectBothRefused(read(`${world.at} did not answer within ${hurried(30)} s.`));
  },
  "a damaged archive": (world) => {
    world.plant(Buffer.from("no archive"));
    return world.expectBothRefused(
      read(`an entry was found, and can't be unpacked (incorrect header check). ${remedy()}`),
    );
  },
  "an archive of 2 KB whose file has 1.9 GB, all of them holes": (world) => {
    world.plant(packed((folder) => truncateSync(join(folder, "state.json"), 1_900_000_000), "--sparse"));
    return world.expectBothRefused(
      read(`an entry was found, and it holds something else than one file of state. ${remedy()}`),
    );
  },
  "70 MB of brackets in an archive of 68 KB": (world) => {
    world.plant(packed((folder) => writeFileSync(join(folder, "state.json"), Buffer.alloc(70_000_000, "["))));
    return world.expectBothRefused(
      read(`an entry was found, and unpacks to more than 65 MiB (at most 64 MiB are taken). ${remedy()}`),
    );
  },
  "an archive of 70 MB": (world) => {
    world.plant(Buffer.alloc(70_000_000));
    return world.expectBothRefused(
      read(`an entry was found, and its archive has 66.8 MiB (at most 64 MiB are taken). ${remedy()}`),
    );
  },
  "an answer of the service that never ends": async (world) => {
    await using endless = await OtherServer.start((_, response) => pour(response, '{"ok": true, "x": "'));
    return await world.expectBothRefused(
      read(`the cache service at ${endless.url} answered with more than 2 MiB (at most 2 MiB are taken).`),
      world.environment({ ACTIONS_RESULTS_URL: `${endless.url}/` }),
    );
  },
  "a service that leads to another server": async (world) => {
    await using thief = await OtherServer.start((_, response) => void response.end("{}"));
    await using front = await OtherServer.start(({ url }, response) => lead(response, 307, `${thief.url}${url}`));
    const error = await world.expectBothRefused(
      read(
        `the cache service at ${front.url} led to another server (${thief.url}), which is not given the token of this job.`,
      ),
      world.environment({ ACTIONS_RESULTS_URL: `${front.url}/` }),
    );
    expect([front.requests > 0, thief.requests]).toEqual([true, 0]);
    return error;
  },
  "a state that is evicted after it was listed": (world) => {
    const listed: readonly ListedCache[] = world.service.listed();
    const { id, created_at } = listed.at(-1) ?? {};
    world.api.caches = () => listed;
    world.service.entries.length = 0;
    return world.expectBothRefused(
      read(
        `GitHub lists its newest version (serial 2, saved ${created_at} on refs/heads/main), and has no such entry for this run. It was evicted meanwhile, or something else than opus saved it in another form. Run again. If it stays so: Remove that entry (\`gh cache delete ${id} --repo octo/storefront\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`,
      ),
    );
  },
  "a state in another branch's scope": (world) => {
    const { entries } = world.service;
    entries.splice(0, entries.length, ...saved.map((entry) => ({ ...entry, ref: "refs/heads/other" })));
    return world.expectBothRefused(
      read(
        `its newest version (serial 2) was saved by a run on refs/heads/other. This run on refs/heads/main can't see entries of that ref (it sees those of refs/heads/main). Run it on refs/heads/other; or give up that state with \`gh cache delete ${saved.at(-1)?.id} --repo octo/storefront\` for each of its entries; or keep state where every run sees it, with \`state-backend: branch\`.`,
      ),
    );
  },
  "a token that may only read: planning goes on, applying is refused": async (world) => {
    const readOnly = world.service.token([{ Scope: main, Permission: 1 }]);
    const env = world.environment({ ACTIONS_RUNTIME_TOKEN: readOnly });
    world.expectAllKnown(await world.step("plan", env));
    return world.expectNotApplied(
      written(
        "can't be written by this run: GitHub gave it a token for the cache that may only read (on refs/heads/main). Runs that an outsider can start get such tokens, and those whose `cache-mode` is `read`. Use `plan` here, and let a push or a manual run apply; or keep state on a branch, with `state-backend: branch`.",
      ),
      env,
    );
  },
  "a key that somebody has reserved: planning goes on, applying stops before its first effect": async (world) => {
    const next = `${prefix}/0000000003/follows-${lineage}`;
    world.service.reserve(next, saved[0]?.version ?? "");
    world.expectAllKnown(await world.step("plan"));
    return world.expectNotApplied((result) => {
      const waited = /after (\d+) s,/.exec(errorsOf(result).join())?.[1];
      return written(
        `was not written: another run has reserved the key ${next} and, after ${waited} s, not saved anything there. If that run is still going on, run again after it; if it was killed, GitHub drops its reservation by itself, which may take up to a day. Two runs at once are kept apart by a \`concurrency\` group in the workflow.`,
      );
    });
  },
};

// At once, as most of their time is waiting in the bundle.
(inBundle ? describe.concurrent : describe)("no fault of the cache makes a run create everything again", () => {
  const errors = new Set<string>();

  it.each(Object.entries(faults))("%s", async (_, expectFault) => {
    await using world = await calm.copy();
    const error = await expectFault(world);
    const told = error.replaceAll(/127\.0\.0\.1:\d+/g, "HOST");
    expect(errors).not.toContain(told);
    errors.add(told);
  });

  it.each(["CreateCacheEntry", "upload", "FinalizeCacheEntryUpload"] as const)(
    "a service that takes nothing in, without an answer to %s, stops the run before its first effect",
    async (stage) => {
      await using world = await calm.copy();
      world.service.faults.set(stage, { hang: true });
      const late = `${world.at} did not answer within ${hurried(30)} s.`;
      await world.expectNotApplied(written(`could not be written: ${late}`));
    },
  );

  it.each([
    ["CreateCacheEntry", "AT failed (500 Internal Server Error: boom)"],
    ["upload", "the storage of the cache failed (500)"],
    ["FinalizeCacheEntryUpload", "AT failed (500 Internal Server Error: boom)"],
  ] as const)("a service that fails at %s stops the run before its first effect", async (stage, words) => {
    await using world = await calm.copy();
    world.service.faults.set(stage, { status: 500, message: "boom" });
    await world.expectNotApplied(written(`could not be written: ${words.replace("AT", world.at)}.`));
  });

  it("a service that stops answering in the midst of a run leaves a recovery file", async () => {
    await using world = await calm.copy();
    const rig = world.rigs.apply;
    const waiting = 'update: "while [ ! -e go ]; do sleep 0.05; done", env: {ROUND: two}';
    rig.write("opus.yaml", manifest("bye").replaceAll('update: "true"', waiting));
    const run = world.step("apply");
    await expect.poll(() => rig.read("out/hello.txt"), { timeout: 30_000 }).toBe("bye");
    world.fail({ hang: true });
    hurried(30);
    const began = performance.now();
    rig.write("go", "");
    const { exitCode, outputs } = await run;
    expect(exitCode).toBe(1);
    expect(performance.now() - began).toBeLessThan(longestMs);
    expect(outputs["failure-reason"]).toBe("state-unavailable");
    const recovery = join(rig.temporary, "opus-recovery.json");
    expect(JSON.parse(readFileSync(recovery, "utf8"))).toMatchObject({ format: "opus-state", lineage });
    rmSync(recovery);
    world.expectNothingMade();
  });
});

describe("an entry that opus did not save", () => {
  it("with a read-only folder for its file leaves a recovery file at the last read-back, and no folder", async () => {
    await using world = await calm.copy();
    const rig = world.rigs.apply;
    rig.write("opus.yaml", manifest("bye"));
    const archive = packed((folder) => {
      rmSync(join(folder, "state.json"));
      mkdirSync(join(folder, "state.json"));
      writeFileSync(join(folder, "state.json/inner"), "x");
      chmodSync(join(folder, "state.json"), 0o555);
    });
    // The first version that this run saves holds its intents, the second one its results.
    const last = `${prefix}/0000000004/follows-${lineage}`;
    world.service.before = (request) => {
      const saved = world.service.entries.some(({ key, size }) => key === last && size !== undefined);
      if (saved && request.startsWith("GetCacheEntry")) world.service.replaceContent(last, archive);
    };
    const result = await world.step("apply");
    expect(rig.read("out/hello.txt")).toBe("bye");
    expect([result.exitCode, result.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
    expect(errorsOf(result).join()).toContain("it holds something else than one file of state");
    const recovery = join(rig.temporary, "opus-recovery.json");
    expect(JSON.parse(readFileSync(recovery, "utf8"))).toMatchObject({ format: "opus-state", lineage });
    expect(readdirSync(rig.temporary).filter((name) => name.startsWith("opus-cache-"))).toEqual([]);
  });

  it("under a key that a shell would read as commands is nobody's, and is told to nobody", async () => {
    await using world = await calm.copy();
    const odd = `${prefix}/0000000009/follows-x'; id>pwned; echo '`;
    world.service.entries.push({ ...(saved.at(-1) as StoredEntry), id: 99, key: odd });
    const result = await world.step("plan");
    world.expectAllKnown(result);
    expect(result.log + result.summary).not.toContain("pwned");
  });
});

describe("a password in the address of a server", () => {
  const shown = ({ log, summary, report }: StepResult): string =>
    log.replaceAll(/^::add-mask::.*$/gm, "") + summary + JSON.stringify(report);

  it.each([
    ["ACTIONS_RESULTS_URL", "the cache service at http://127.0.0.1:9 can't be reached (ECONNREFUSED)."],
    ["GITHUB_API_URL", "http://127.0.0.1:9 can't be reached ("],
    ["http_proxy", "can't be reached through the proxy that `http_proxy` names (connect ECONNREFUSED 127.0.0.1:9)."],
  ])("(%s) is shown nowhere", async (name, words) => {
    await using world = await calm.copy();
    const address = "http://user:correct%20horse@127.0.0.1:9";
    const result = await world.step("plan", world.environment({ [name]: address }));
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result).join()).toContain(words);
    expect(result.log).toContain("::add-mask::correct%2520horse\n");
    for (const form of ["correct%20horse", "correct horse", "user:"]) expect(shown(result)).not.toContain(form);
  });
});

describe("a fault of GitHub's list", () => {
  const list = (why: string): string =>
    `${read(why)}. Only GitHub's list of the cache tells a state that was never there from one that can't be reached, so nothing is assumed.`;

  const replies: readonly (readonly [string, WrongReply, string])[] = [
    [
      "401",
      { error: 401, message: "Bad credentials" },
      "GitHub refused the token (401: Bad credentials): check the input `token`",
    ],
    [
      "403",
      { error: 403, message: "Resource not accessible by integration" },
      "the token may not list the entries of the cache (403: Resource not accessible by integration): add `actions: read` to the `permissions` of the workflow",
    ],
    [
      "404",
      { error: 404, message: "Not Found" },
      "GitHub has no such repository, or the token may not see it (404: Not Found): check the input `token`",
    ],
    [
      "429",
      { error: 429, message: "Too many requests", headers: { "retry-after": "60" } },
      "GitHub's rate limit for the input `token` is used up (429: Too many requests): run the job again in 60 s",
    ],
    ["500", { error: 500, message: "boom" }, "HOST answered 500: boom, and no list of the cache's entries"],
    ["slow", { hang: true }, "HOST did not answer within LIST s"],
    [
      "3 MB",
      { raw: JSON.stringify("x".repeat(3_000_000)), type: "application/json" },
      "HOST answered with more than 2 MiB (at most that is taken)",
    ],
    [
      "a page",
      { raw: "<html></html>", type: "text/html" },
      "HOST answered 200 with text/html, and no list of the cache's entries",
    ],
  ];

  it.each(replies)("(%s) fails the run and makes nothing again", async (_, reply, words) => {
    await using world = await calm.copy();
    world.api.cachesReply = reply;
    const told = words.replace("HOST", world.api.url);
    await world.expectBothRefused(list("hang" in reply ? told.replace("LIST", `${hurried(15)}`) : told));
  });

  it("(it never ends) fails the run and makes nothing again", async () => {
    await using world = await calm.copy();
    // Here both ends of 200 pages are in one process, on machines that are busy.
    hurry.waits = 1 / 4;
    let id = 0;
    const entry = () => ({ ...world.service.listed()[0], id: ++id });
    await using endless = await OtherServer.start((_, response) => {
      const page = { total_count: 1e9, actions_caches: Array.from({ length: 100 }, entry) };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(page));
    });
    await world.expectBothRefused(
      list(
        `GitHub's list of the entries whose keys begin with ${prefix}/ has 1,000,000,000 of them (at most 10,000 are read): delete old ones`,
      ),
      world.environment({ GITHUB_API_URL: endless.url }),
    );
    expect(endless.requests).toBe(200);
  });

  it("(a page never ends) fails the run and makes nothing again", async () => {
    await using world = await calm.copy();
    await using endless = await OtherServer.start((_, response) => pour(response, '{"total_count": 1, "x": "'));
    await world.expectBothRefused(
      list(`${endless.url} answered with more than 2 MiB (at most that is taken)`),
      world.environment({ GITHUB_API_URL: endless.url }),
    );
  });

  it.each([301, 302, 307, 308])("(it leads elsewhere, %i) does not take the token along", async (status) => {
    await using world = await calm.copy();
    await using thief = await OtherServer.start((_, response) => void response.end("{}"));
    await using front = await OtherServer.start(({ url }, response) => lead(response, status, `${thief.url}${url}`));
    await world.expectBothRefused(
      list(`${front.url} led to another server (${thief.url}), which is not given the token`),
      world.environment({ GITHUB_API_URL: front.url }),
    );
    expect([front.requests, thief.requests]).toEqual([2, 0]);
  });

  it("(it leads to another place of the same server) is followed, as for a repository that was renamed", async () => {
    await using world = await calm.copy();
    await using front = await OtherServer.start(({ url = "", headers }, response) => {
      if (!url.startsWith("/moved")) lead(response, 301, `/moved${url}`);
      else
        get(`${world.api.url}${url.slice("/moved".length)}`, { headers }, (answer) => {
          answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers));
        });
    });
    world.expectAllKnown(await world.step("plan", world.environment({ GITHUB_API_URL: front.url })));
  });

  it("(it lags behind) is made up for: what was saved is found all the same", async () => {
    await using world = await calm.copy();
    world.api.cachesReply = { lagging: 2 };
    world.expectAllKnown(await world.step("plan"));
    world.expectAllKnown(await world.step("apply"));
  });
});
