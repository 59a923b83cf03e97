import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CacheService } from "../peers/cache-service.ts";
import { GithubApi } from "../peers/github-api.ts";
import type { TokenScope } from "../peers/runtime-token.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, drifts, type Event } from "./rig.ts";

const manifest = (slow = "true", content = "hello"): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts:
  - {event: pull_request, label: preview, context: "pr-\${GITHUB:event.number}"}
  - {event: pull_request, contexts: [test]}
  - {branch: main, context: test}
  - {input: true}
  state: {backend: cache}
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: ${content}}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: slow, dependencies: [{tasks: [greeting]}]}
spec: {create: "touch started; ${slow}", read: "if [ -e started ]; then echo '{}'; fi", delete: "rm -f started"}
`;

const main = "refs/heads/main";
const merge = "refs/pull/7/merge";
const prefix = "opus-state-v1/demo/test";
const where = `${prefix} in the Actions cache of octo/storefront`;
const begin = `${prefix}/0000000001/begin`;

let service: CacheService;
let api: GithubApi;
let rig: Rig;
beforeEach(async () => {
  [service, api] = await Promise.all([
    CacheService.start(),
    GithubApi.start("ghs_0123456789abcdefghijklmnopqrstuvwxyz"),
  ]);
  api.caches = () => service.listed();
  rig = new Rig({ "opus.yaml": manifest() });
});
afterEach(async () => {
  rig[Symbol.dispose]();
  expect(api.faults).toEqual([]);
  await Promise.all([service.stop(), api.stop()]);
});

interface Job {
  readonly scopes?: readonly TokenScope[];
  readonly event?: Event;
  readonly env?: { readonly [name: string]: string };
}

/** What the runner gives to a step of a job. */
function job({ scopes, event, env }: Job = {}) {
  const token = service.token(scopes ?? [{ Scope: event?.ref ?? main, Permission: 3 }]);
  const given = { ...service.environment(token), GITHUB_API_URL: api.url, ...env };
  return { ...(event ? { event } : {}), env: given };
}

const initialize = { "state-backend": "", initialize: "true" };
const plain = { "state-backend": "" };

function keys(): string[] {
  return service.entries.map(({ key }) => key.replace(/follows-[0-9a-f-]{36}$/, "follows"));
}

function problems(report: { diagnostics: { severity: string; message: string }[] }): string[] {
  return report.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 20_000) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

const pullRequest: Event = {
  name: "pull_request",
  ref: merge,
  payload: {
    number: 7,
    pull_request: {
      head: { repo: { id: 1 } },
      base: { ref: "main", repo: { id: 1 } },
      labels: [],
      user: { login: "mona" },
    },
    repository: { id: 1, default_branch: "main" },
  },
};

describe("state in the Actions cache", () => {
  it("goes through the life of a context", async () => {
    const first = await rig.step({ ...initialize, command: "apply" }, job());
    expect([first.exitCode, problems(first.report)]).toEqual([0, []]);
    expect(first.report.contexts[0].state).toMatchObject({ backend: "cache", serial: 2 });
    expect(keys()).toEqual([begin, `${prefix}/0000000002/follows`]);
    expect(first.log).toContain(`State: cache (best effort) ${where}, nothing recorded yet`);
    expect(first.log).toContain(
      "The cache has no lock. Two runs of demo/test at once are kept apart by this in their job: `concurrency: { group: opus-demo-test, queue: max }`",
    );
    expect(first.log).toMatch(/test: 2 done · .* · state cache \(best effort\) serial 2/);
    expect(first.summary).toContain("State: cache (best effort)");
    expect(first.log).not.toMatch(/^::(?:notice|warning|error)/m);

    rig.removeTemporary("opus");
    const again = await rig.step({ ...plain, command: "apply" }, job());
    expect([again.exitCode, again.outputs.changes, keys().length]).toEqual([0, "false", 2]);
    const planned = await rig.step({ ...plain, command: "plan" }, job());
    expect([planned.exitCode, planned.outputs.changes]).toEqual([0, "false"]);
    expect(planned.log).not.toContain("concurrency");

    rig.write("out/hello.txt", "changed by hand");
    const schedule = { name: "schedule", ref: main, payload: { repository: { id: 1, default_branch: "main" } } };
    const drift = await rig.step({ ...plain, command: "drift", context: "test" }, job({ event: schedule }));
    expect([drift.exitCode, drift.outputs.drift, drifts(drift.report).greeting]).toEqual([
      0,
      "true",
      "resource-changed",
    ]);

    rig.write("opus.yaml", manifest("true", "bye"));
    const updated = await rig.step({ ...plain, command: "apply" }, job());
    expect([updated.exitCode, changes(updated.report).greeting, rig.read("out/hello.txt")]).toEqual([
      0,
      "update",
      "bye",
    ]);
    const back = await rig.step({ ...plain, command: "rollback" }, job());
    // What was there before the update, which was not what opus had left.
    expect([back.exitCode, rig.read("out/hello.txt")]).toEqual([0, "changed by hand"]);
    const deleted = await rig.step({ ...plain, command: "delete", context: "test" }, job());
    expect([deleted.exitCode, rig.exists("out/hello.txt")]).toEqual([0, false]);
    expect(keys().at(-1)).toBe(`${prefix}/0000000008/follows`);
  });

  it("is not begun by accident: an empty cache may be an evicted one", async () => {
    const message = `The Actions cache of octo/storefront has no state of demo/test. If there never was one, give \`initialize: true\` for the first run. If there was one, GitHub has evicted it (after 7 days without use, or because the caches of the repository grew above their limit of 10 GB): what it recorded still exists, and nothing knows of it. Then bring a state back with \`opus state push FILE --state-backend branch\` and use that backend; or look at a \`plan\` with \`initialize: true\` before you apply with it: what is there is adopted where the manifest allows that, and what can't be looked at would be made again.`;
    for (const command of ["plan", "apply"]) {
      const step = await rig.step({ ...plain, command }, job());
      expect([step.exitCode, step.outputs["failure-reason"], problems(step.report)]).toEqual([
        1,
        "state-unavailable",
        [message],
      ]);
    }
    expect([keys(), rig.exists("out/hello.txt")]).toEqual([[], false]);
    expect((await rig.step({ ...initialize, command: "apply" }, job())).exitCode).toBe(0);
    for (const key of service.entries.map((entry) => entry.key)) service.evict(key);
    const after = await rig.step({ ...plain, command: "apply" }, job());
    expect([after.exitCode, problems(after.report)]).toEqual([1, [message]]);
  });

  it("asks for `initialize` to be removed once it is there", async () => {
    await rig.step({ ...initialize, command: "apply" }, job());
    const step = await rig.step({ ...initialize, command: "apply" }, job());
    expect([step.exitCode, step.report.diagnostics]).toEqual([
      0,
      [
        expect.objectContaining({
          severity: "notice",
          code: "initialize-left-on",
          message:
            "the state is there, and `initialize` is still on: should GitHub evict the state, the next run would begin anew and know nothing of what was made",
          suggestion: "Take `initialize` out.",
        }),
      ],
    ]);
  });

  it("has no earlier versions to go back to, and no lock to release", async () => {
    await rig.step({ ...initialize, command: "apply" }, job());
    const back = await rig.step({ ...plain, command: "rollback", to: "1" }, job());
    expect([back.exitCode, back.outputs["failure-reason"], problems(back.report)]).toEqual([
      1,
      "invalid-input",
      ["the cache backend keeps no earlier states, so the input `to` can't be used"],
    ]);
    const unlock = await rig.step({ ...plain, command: "unlock", context: "test", "lock-id": "x" }, job());
    expect([unlock.exitCode, problems(unlock.report)]).toEqual([1, ["the cache backend has no lock"]]);
  });

  it("can't be reached from a terminal, which says so at the line that asks for it", async () => {
    const planned = await rig.terminal(["plan", "--context", "test"]);
    expect(planned.exitCode).toBe(1);
    expect(planned.log).toContain("opus.yaml:10:20");
    expect(planned.log).toContain(
      'the state backend "cache" can\'t be reached from a terminal: GitHub opens its Actions cache to steps of a workflow alone',
    );
    const listed = await rig.terminal(["state", "list", "--context", "test", "--state-backend", "cache"]);
    expect([listed.exitCode, listed.log]).toEqual([
      1,
      'opus: the state backend "cache" can\'t be reached from a terminal: GitHub opens its Actions cache to steps of a workflow alone\n  Run the command in a workflow (`describe` shows what is recorded); or keep state on a branch, which both reach: `state-backend: branch`.\n',
    ]);
    expect((await rig.terminal(["validate", "--context", "test"])).exitCode).toBe(0);
  });
});

describe("a run that may not write", () => {
  const refusals: readonly (readonly [string, Job, string])[] = [
    [
      "with a token that only reads",
      { scopes: [{ Scope: main, Permission: 1 }] },
      "GitHub gave it a token for the cache that may only read (on refs/heads/main). Runs that an outsider can start get such tokens, and those whose `cache-mode` is `read`. Use `plan` here, and let a push or a manual run apply; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      "in a merge queue",
      {
        event: {
          name: "merge_group",
          ref: "refs/heads/gh-readonly-queue/main/pr-7",
          payload: { repository: { id: 1, default_branch: "main" } },
        },
        scopes: [
          { Scope: "refs/heads/gh-readonly-queue/main/pr-7", Permission: 3 },
          { Scope: main, Permission: 1 },
        ],
      },
      "it is of a merge queue (refs/heads/gh-readonly-queue/main/pr-7), and what it saves is seen by no run after it. Use `plan` here, and apply on `push` to the branch that the queue merges into; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      "on a tag",
      {
        event: { name: "push", ref: "refs/tags/v1", payload: { repository: { id: 1, default_branch: "main" } } },
        scopes: [
          { Scope: "refs/tags/v1", Permission: 3 },
          { Scope: main, Permission: 1 },
        ],
      },
      "it is of a tag (refs/tags/v1), and what it saves is seen by runs of that tag only. Apply on a branch, for example with `workflow_dispatch` on the default branch; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      "in a cache mode that only reads",
      { env: { ACTIONS_CACHE_MODE: "read" } },
      "the cache mode of this job, `read` (ACTIONS_CACHE_MODE), does not let it save. Set `cache-mode: write` in the workflow, or use `plan` here; or keep state on a branch, with `state-backend: branch`.",
    ],
    [
      "for a pull request, of a state that is elsewhere",
      {
        event: pullRequest,
        scopes: [
          { Scope: merge, Permission: 3 },
          { Scope: main, Permission: 1 },
        ],
      },
      "the state is in the scope of refs/heads/main, and what this run saves goes to that of refs/pull/7/merge, which runs on refs/heads/main don't see. Use `plan` here, and apply on refs/heads/main; or keep state on a branch, with `state-backend: branch`.",
    ],
  ];

  it("is told before it does anything, and may plan", async () => {
    expect((await rig.step({ ...initialize, command: "apply" }, job())).exitCode).toBe(0);
    rig.write("opus.yaml", manifest("true", "bye"));
    const before = keys();
    for (const [which, given, words] of refusals) {
      const step = await rig.step({ ...plain, command: "apply", context: "test" }, job(given));
      expect([which, step.exitCode, step.outputs["failure-reason"], problems(step.report)]).toEqual([
        which,
        1,
        "state-unavailable",
        [`The state at ${where} can't be written by this run: ${words}`],
      ]);
      const planned = await rig.step({ ...plain, command: "plan", context: "test" }, job(given));
      expect([which, planned.exitCode, changes(planned.report).greeting]).toEqual([which, 0, "update"]);
    }
    expect([keys(), rig.read("out/hello.txt")]).toEqual([before, "hello"]);
  });

  it("for a fork's pull request is not trusted at all", async () => {
    const fork = {
      ...pullRequest,
      payload: {
        ...pullRequest.payload,
        pull_request: {
          head: { repo: { id: 2, full_name: "x/y" } },
          base: { repo: { id: 1 } },
          user: { login: "eve" },
        },
      },
    };
    const scopes = [
      { Scope: merge, Permission: 3 },
      { Scope: main, Permission: 1 },
    ];
    expect((await rig.step({ ...initialize, command: "apply" }, job())).exitCode).toBe(0);
    const step = await rig.step({ ...plain, command: "apply", context: "test" }, job({ event: fork, scopes }));
    expect([step.exitCode, problems(step.report)]).toEqual([
      1,
      ["the command apply would act, and this run may not: the pull request comes from the fork x/y"],
    ]);
    const planned = await rig.step({ ...plain, command: "plan" }, job({ event: fork, scopes }));
    expect([planned.exitCode, planned.outputs.changes]).toEqual([0, "false"]);
  });

  it("and one that the service refuses stops at its intents", async () => {
    service.faults.set("CreateCacheEntry", { refuse: "cache write denied: the run was started by an outsider" });
    const step = await rig.step({ ...initialize, command: "apply" }, job());
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
    expect(step.log).toContain("this job may only read the cache (the run was started by an outsider)");
    expect(rig.exists("out/hello.txt")).toBe(false);
  });
});

describe("a preview of a pull request", () => {
  it("has its state in the scope of its own", async () => {
    const labelled = {
      ...pullRequest,
      payload: {
        ...pullRequest.payload,
        pull_request: {
          ...pullRequest.payload,
          labels: [{ name: "preview" }],
          head: { repo: { id: 1 } },
          base: { ref: "main", repo: { id: 1 } },
        },
      },
    };
    const scopes = [
      { Scope: merge, Permission: 3 },
      { Scope: main, Permission: 1 },
    ];
    const step = await rig.step({ ...initialize, command: "apply" }, job({ event: labelled, scopes }));
    expect([step.exitCode, problems(step.report), step.outputs.context]).toEqual([0, [], "pr-7"]);
    expect(service.entries.map(({ key, ref }) => `${ref} ${key.slice(0, 35)}`)).toEqual([
      `${merge} opus-state-v1/demo/pr-7/0000000001/`,
      `${merge} opus-state-v1/demo/pr-7/0000000002/`,
    ]);
    const again = await rig.step({ ...plain, command: "apply" }, job({ event: labelled, scopes }));
    expect([again.exitCode, again.outputs.changes]).toEqual([0, "false"]);
    const other = await rig.step({ ...plain, command: "plan", context: "pr-7" }, job());
    expect(problems(other.report)).toEqual([
      expect.stringContaining(
        "its newest version (serial 2) was saved by a run on refs/pull/7/merge. This run on refs/heads/main can't see entries of that ref (it sees those of refs/heads/main)",
      ),
    ]);
  });
});

describe("a step that was killed", () => {
  /** Starts an apply whose second task does not end by itself. */
  async function underWay() {
    rig.write("opus.yaml", manifest("sleep 60"));
    const run = rig.startStep({ ...initialize, command: "apply" }, job());
    await until(() => rig.exists("started"), "the slow task");
    return run;
  }

  it("has its results stored by the post step", async () => {
    const run = await underWay();
    run.child.kill("SIGKILL");
    await run.ended;
    const post = await rig.post(run, plain, job());
    expect([post.exitCode, post.log]).toEqual([
      0,
      expect.stringContaining(
        'The step was ended before it was through. Ended 2 processes of "slow", stored 1 result of apply in demo/test (serial 2), 1 task was under way: slow. The next run settles it.',
      ),
    ]);
    expect(keys()).toEqual([begin, `${prefix}/0000000002/follows`]);
    rig.write("opus.yaml", manifest());
    const next = await rig.step({ ...plain, command: "apply" }, job());
    expect([next.exitCode, next.outputs["failure-reason"]]).toEqual([0, ""]);
  });

  it("says nothing when it ended by itself", async () => {
    const run = rig.startStep({ ...initialize, command: "apply" }, job());
    expect(await run.ended).toBe(0);
    expect(await rig.post(run, plain, job())).toEqual({ exitCode: 0, log: "", summary: "" });
  });

  it("and that another run has overtaken meanwhile is told what is in no state", async () => {
    const run = await underWay();
    const other = new Rig({ "opus.yaml": manifest() });
    const overtaking = await other.step({ ...plain, command: "apply" }, job());
    expect(overtaking.exitCode).toBe(0);
    other[Symbol.dispose]();
    run.child.kill("SIGKILL");
    await run.ended;
    const post = await rig.post(run, plain, job());
    expect(post.exitCode).toBe(1);
    expect(post.log).toContain("The state of demo/test has moved on since");
    expect(post.log).toContain("What became of greeting after that is in the journal in");
  });
});

describe("two runs at once", () => {
  it("that save the same serial have one winner; the other is told, and keeps what it has", async () => {
    expect((await rig.step({ ...initialize, command: "apply" }, job())).exitCode).toBe(0);
    const update = manifest("true", "bye");
    const rigs = [new Rig({ "opus.yaml": update }), new Rig({ "opus.yaml": update })];
    for (const one of rigs) {
      one.write("out/hello.txt", "hello");
      one.write("started", "");
    }
    // Neither is answered before both have asked.
    let asked = 0;
    let open: () => void = () => {};
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    service.before = async (request) => {
      if (!request.startsWith(`CreateCacheEntry ${prefix}/0000000003/`)) return;
      asked += 1;
      if (asked === 2) open();
      await both;
    };
    const env = (run: string) => job({ env: { GITHUB_RUN_ID: run } });
    const runs = await Promise.all(
      rigs.map((one, index) => one.step({ ...plain, command: "apply" }, env(String(100 + index)))),
    );
    const winner = runs.findIndex(({ exitCode }) => exitCode === 0);
    const won = runs[winner];
    const lost = runs[1 - winner];
    expect([won?.exitCode, lost?.exitCode, lost?.outputs["failure-reason"]]).toEqual([0, 1, "state-conflict"]);
    const loser = rigs[1 - winner];
    expect([rigs[winner]?.read("out/hello.txt"), loser?.read("out/hello.txt")]).toEqual(["bye", "hello"]);
    expect(keys()).toEqual([
      begin,
      `${prefix}/0000000002/follows`,
      `${prefix}/0000000003/follows`,
      `${prefix}/0000000004/follows`,
    ]);
    const [message = ""] = problems(lost?.report);
    const file = join(loser?.temporary ?? "", "opus-recovery.json");
    expect(message.replaceAll(/sha256:[0-9a-f]{64}/g, "sha256:…")).toBe(
      `The state at ${where} was not written: another run has written it meanwhile; revision sha256:… was expected, and serial 3 (revision sha256:…) is stored. The stored state is untouched; run again to plan from it. What is there was written by the run https://github.com/octo/storefront/actions/runs/${100 + winner}/attempts/1.`,
    );
    expect(problems(lost?.report)[1]).toBe(
      `what was applied is kept in ${file}. The cache takes no file: run again. What this run made and the other one does not know of is adopted then where it is as the manifest says (or with \`lifecycle.adopt\`), is an error where it is not, and is made again where it can't be looked at`,
    );
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ project: "demo", context: "test", serial: 3 });
    for (const one of rigs) one[Symbol.dispose]();
  });

  it("that begin at once have one winner", async () => {
    const rigs = [rig, new Rig({ "opus.yaml": manifest() })];
    const runs = await Promise.all(
      rigs.map((one, index) =>
        one.step({ ...initialize, command: "apply" }, job({ env: { GITHUB_RUN_ID: String(100 + index) } })),
      ),
    );
    const reasons = runs.map(({ exitCode, outputs }) => [exitCode, outputs["failure-reason"]]);
    // Whoever is late finds what the other has begun, and looks at what was under way.
    expect(reasons).toContainEqual([0, ""]);
    expect(service.entries.filter(({ key }) => key === begin)).toHaveLength(1);
    rigs[1]?.[Symbol.dispose]();
  });
});

describe("what is left on the machine", () => {
  it("is nothing of the cache", async () => {
    await rig.step({ ...initialize, command: "apply" }, job());
    expect(readdirSync(rig.temporary).filter((name) => name.startsWith("opus-cache"))).toEqual([]);
  });
});
