import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CacheService, type Fault, type StoredEntry } from "../peers/cache-service.ts";
import { GithubApi, type ListedCache, type WrongReply } from "../peers/github-api.ts";
import { Rig, type StepResult } from "./rig.ts";

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
    return world.expectBothRefused(read(`${world.at} did not answer within 30 s.`));
  },
  "a damaged archive": (world) => {
    for (const { key } of saved) world.service.replaceContent(key, Buffer.from("no archive"));
    return world.expectBothRefused(
      read("an entry was found, and can't be unpacked (gzip: stdin: not in gzip format)."),
    );
  },
  "a state that is evicted after it was listed": (world) => {
    const listed: readonly ListedCache[] = world.service.listed();
    const { key = "", created_at } = listed.at(-1) ?? {};
    world.api.caches = () => listed;
    world.service.entries.length = 0;
    return world.expectBothRefused(
      read(
        `GitHub lists its newest version (serial 2, saved ${created_at} on refs/heads/main), and has no such entry for this run. It was evicted meanwhile, or something else than opus saved it in another form. Run again. If it stays so: Remove that entry (\`gh cache delete ${key} --repo octo/storefront\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`,
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

// At once, as most of their time is waiting.
describe.concurrent("no fault of the cache makes a run create everything again", () => {
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
      await world.expectNotApplied(written(`could not be written: ${world.at} did not answer within 30 s.`));
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
    const run = rig.startStep({ "state-backend": "", command: "apply" }, { env: world.environment() });
    await expect.poll(() => rig.read("out/hello.txt"), { timeout: 30_000 }).toBe("bye");
    world.fail({ hang: true });
    const began = performance.now();
    rig.write("go", "");
    expect(await run.ended).toBe(1);
    expect(performance.now() - began).toBeLessThan(longestMs);
    expect(run.files().outputs["failure-reason"]).toBe("state-unavailable");
    const recovery = join(rig.temporary, "opus-recovery.json");
    expect(JSON.parse(readFileSync(recovery, "utf8"))).toMatchObject({ format: "opus-state", lineage });
    rmSync(recovery);
    world.expectNothingMade();
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
    ["slow", { hang: true }, "HOST did not answer within 15 s"],
    [
      "a page",
      { raw: "<html></html>", type: "text/html" },
      "HOST answered 200 with text/html, and no list of the cache's entries",
    ],
  ];

  it.each(replies)("(%s) fails the run and makes nothing again", async (_, reply, words) => {
    await using world = await calm.copy();
    world.api.cachesReply = reply;
    await world.expectBothRefused(list(words.replace("HOST", world.api.url)));
  });

  it("(it lags behind) is made up for: what was saved is found all the same", async () => {
    await using world = await calm.copy();
    world.api.cachesReply = { lagging: 2 };
    world.expectAllKnown(await world.step("plan"));
    world.expectAllKnown(await world.step("apply"));
  });
});
