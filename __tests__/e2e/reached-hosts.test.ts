// What docs/network.md says, held against the hosts that runs really ask a proxy for.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { type HostRole, hostsWords, reachingFeatures, serverHosts } from "../../src/github/reached-hosts.ts";
import type { ServerKind } from "../../src/github/servers.ts";
import { full } from "../faults/scale.ts";
import { azureHost } from "../peers/blobs.ts";
import { CacheService } from "../peers/cache-service.ts";
import { Egress } from "../peers/egress.ts";
import { FileServer } from "../peers/file-server.ts";
import { GitServer } from "../peers/git-server.ts";
import { Github } from "../peers/github.ts";
import { GithubApi } from "../peers/github-api.ts";
import { WebhookReceiver } from "../peers/webhook-receiver.ts";
import { type Event, Rig, type StepOptions } from "./rig.ts";

type Feature = keyof typeof reachingFeatures;

/** The hosts of a workflow, as its variables name them. */
interface Hosts {
  readonly git: string;
  readonly api: string;
  readonly apiPath: string;
  readonly cache?: string;
}
const hostsOf = {
  "github.com": {
    git: "github.com",
    api: "api.github.com",
    apiPath: "",
    cache: "results-receiver.actions.githubusercontent.com",
  },
  "ghe.com": {
    git: "acme.ghe.com",
    api: "api.acme.ghe.com",
    apiPath: "",
    cache: "results-receiver.actions.acme.ghe.com",
  },
  ghes: { git: "git.acme.example", api: "git.acme.example", apiPath: "/api/v3" },
} as const satisfies { readonly [kind in ServerKind]?: Hosts };

const token = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";
const [things, tool, health, hook] = ["things", "files", "health", "hooks"].map((name) => `${name}.acme.example`);
/** What the repository of a test names. */
const ownHosts = [things, tool, health, hook] as const;

const document = (value: object): string => JSON.stringify({ apiVersion: "opus/v1", ...value });
const project = (spec: object): string =>
  document({
    kind: "Project",
    metadata: { name: "storefront" },
    spec: {
      contexts: [
        { input: ["prod"] },
        { event: "schedule", context: "prod" },
        { event: "pull_request", context: "prod" },
      ],
      ...spec,
    },
  });
const task = (name: string, kind: string, spec: object): string => document({ kind, metadata: { name }, spec });
const greeting = task("greeting", "File", { path: "hello.txt", content: "hello" });

/** A runner in a network of which a proxy is the only way out. */
class Runner implements AsyncDisposable {
  readonly rig = new Rig();
  readonly egress: Egress;
  readonly env: { readonly [name: string]: string };

  private constructor(egress: Egress, hosts: Hosts, more: { readonly [name: string]: string }) {
    this.egress = egress;
    this.rig.remote = { url: `https://${hosts.git}`, token };
    this.rig.api = { url: `https://${hosts.api}${hosts.apiPath}` };
    this.env = { ...egress.environment(this.rig.directory), ...more };
  }

  static async open(
    servers: { readonly [host: string]: string },
    hosts: Hosts = hostsOf["github.com"],
    more: { readonly [name: string]: string } = {},
  ): Promise<Runner> {
    return new Runner(await Egress.open(servers), hosts, more);
  }

  async step(manifest: readonly string[], inputs: { readonly [name: string]: string }, options: StepOptions = {}) {
    this.rig.write("opus.yaml", manifest.join("\n---\n"));
    const given = { "comment-pr": "never", "state-backend": "file", ...inputs };
    const step = await this.rig.step(given, { ...options, env: { ...this.env, ...options.env } });
    expect(step.exitCode, step.log).toBe(0);
    return step;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.rig[Symbol.dispose]();
    await this.egress[Symbol.asyncDispose]();
  }
}

const prod = { context: "prod" };
const ofSchedule: Event = { name: "schedule", ref: "refs/heads/main", payload: { schedule: "17 3 * * *" } };
const repo = { id: 1, full_name: "octo/storefront" };
const head = { sha: "a".repeat(40), ref: "change", repo };
const ofPullRequest: Event = {
  name: "pull_request",
  ref: "refs/pull/12/merge",
  payload: {
    number: 12,
    pull_request: { number: 12, user: { login: "mona" }, labels: [], head, base: { ref: "main", repo } },
    repository: { id: 1, default_branch: "main", private: true },
    sender: { login: "mona" },
  },
};

async function ofBranch(kind: keyof typeof hostsOf): Promise<Egress["hosts"]> {
  await using git = await GitServer.start({ token });
  await using runner = await Runner.open({ [hostsOf[kind].git]: git.url }, hostsOf[kind]);
  await runner.step([project({}), greeting], { command: "apply", "state-backend": "branch", ...prod });
  expect(git.files("opus-state")).toContain("storefront/prod/state.json");
  return runner.egress.hosts;
}

async function ofLock(kind: keyof typeof hostsOf): Promise<Egress["hosts"]> {
  await using git = await GitServer.start({ token });
  const api = await GithubApi.start(token);
  api.reply = { attempt: { status: "completed", conclusion: "cancelled" } };
  const hosts: Hosts = hostsOf[kind];
  const create = "touch killed; kill -9 $PPID; sleep 30";
  const slow = task("slow", "Shell", { create, read: "if [ -e killed ]; then echo '{}'; fi", delete: "rm killed" });
  await using killed = await Runner.open({ [hosts.git]: git.url }, hosts);
  killed.rig.write("opus.yaml", [project({}), slow].join("\n---\n"));
  const dead = await killed.rig.step({ command: "apply", "comment-pr": "never", ...prod }, { env: killed.env });
  expect(dead.exitCode).toBe(128);
  await using runner = await Runner.open({ [hosts.git]: git.url, [hosts.api]: api.url }, hosts);
  runner.rig.write("killed", "");
  const later = { env: { GITHUB_RUN_ID: "4712" } };
  await runner.step([project({}), slow], { command: "apply", "state-backend": "branch", ...prod }, later);
  expect(api.requests).toHaveLength(1);
  await api.stop();
  return runner.egress.hosts;
}

async function ofCache(kind: "github.com" | "ghe.com"): Promise<Egress["hosts"]> {
  const [service, api] = await Promise.all([CacheService.start(), GithubApi.start(token)]);
  service.azure = true;
  api.caches = () => service.listed();
  const { api: apiHost, cache, git } = hostsOf[kind];
  const servers = { [apiHost]: api.url, [cache]: service.url, [azureHost]: service.url };
  const named = { ACTIONS_RESULTS_URL: `https://${cache}/`, GITHUB_SERVER_URL: `https://${git}` };
  await using runner = await Runner.open(servers, hostsOf[kind], { ...service.environment(), ...named });
  await runner.step([project({}), greeting], {
    command: "apply",
    "state-backend": "cache",
    initialize: "true",
    ...prod,
  });
  expect(service.entries.length).toBeGreaterThan(0);
  await Promise.all([service.stop(), api.stop()]);
  return runner.egress.hosts;
}

async function withApi(
  manifest: readonly string[],
  inputs: { readonly [name: string]: string },
  options: StepOptions,
  permissions: { readonly [name: string]: "read" | "write" },
  effect: (github: Github) => Promise<number>,
  before: (runner: Runner) => Promise<void> = async () => {},
): Promise<Egress["hosts"]> {
  await using github = await Github.start();
  await github.pull({ number: 12 });
  await using runner = await Runner.open({ "api.github.com": github.url });
  const jobToken = github.actionsToken({ permissions: { contents: "read", ...permissions } });
  await before(runner);
  await runner.step(manifest, { token: jobToken, ...inputs }, options);
  expect(await effect(github)).toBe(1);
  expect(github.faults).toEqual([]);
  return runner.egress.hosts;
}

/** Uses one feature, and nothing else, in a workflow of GitHub.com. */
const use: { readonly [feature in Feature]: () => Promise<Egress["hosts"]> } = {
  nothing: async () => {
    await using runner = await Runner.open({});
    const run = task("run", "Shell", { create: "echo done > run.txt", delete: "rm run.txt" });
    await runner.step([project({}), greeting, run], { command: "apply", ...prod });
    await runner.step([project({}), greeting, run], { command: "drift", ...prod });
    return runner.egress.hosts;
  },
  branch: () => ofBranch("github.com"),
  terminal: async () => {
    await using git = await GitServer.start({ token });
    git.public = true;
    await using runner = await Runner.open({ "github.com": git.url });
    runner.rig.write("opus.yaml", [project({}), greeting].join("\n---\n"));
    for (const args of [
      ["init", "-q"],
      ["remote", "add", "origin", "https://github.com/octo/storefront"],
    ])
      execFileSync("git", args, { cwd: runner.rig.workspace });
    const planned = await runner.rig.terminal(["plan", "--context", "prod"], runner.env);
    expect([planned.exitCode, git.requests.length > 0], planned.log).toEqual([0, true]);
    return runner.egress.hosts;
  },
  lock: () => ofLock("github.com"),
  cache: () => ofCache("github.com"),
  comment: () =>
    withApi(
      [project({}), greeting],
      { command: "plan", "comment-pr": "always" },
      { event: ofPullRequest },
      { "pull-requests": "write" },
      async (github) => (await github.comments(12)).length,
    ),
  issue: () =>
    withApi(
      [project({}), greeting],
      { command: "drift", "drift-issue": "true" },
      { event: ofSchedule },
      { issues: "write" },
      async (github) => (await github.issues("github-actions[bot]")).length,
      async (runner) => {
        await runner.step([project({}), greeting], { command: "apply", ...prod });
        runner.rig.remove("hello.txt");
      },
    ),
  checks: () =>
    withApi(
      [project({ hooks: [{ use: "check" }] }), greeting],
      { command: "plan" },
      { event: ofPullRequest },
      { checks: "write" },
      async (github) => github.checks.all.length,
    ),
  webhooks: async () => {
    using receiver = await WebhookReceiver.start();
    await using runner = await Runner.open({ [hook as string]: receiver.origin }, undefined, {
      HOOK_URL: `https://${hook}/services/T0123456789`,
    });
    const secrets = document({
      kind: "Values",
      metadata: { name: "all" },
      spec: { secrets: { hook: { env: "HOOK_URL" } } },
    });
    const hooks = [{ use: "webhook", with: { url: "${SECRET:hook}" } }];
    await runner.step([project({ hooks }), secrets, greeting], { command: "apply", ...prod });
    expect(receiver.received).toHaveLength(1);
    return runner.egress.hosts;
  },
  http: async () => {
    using server = await new FileServer("a tool").start();
    const servers = Object.fromEntries(ownHosts.map((host) => [host, `http://${server.host}`]));
    await using runner = await Runner.open(servers);
    const download = { url: `https://${tool}/tool.bin`, path: "tool.bin", sha256: server.sha256 };
    await runner.step(
      [
        project({ http: { allow: ownHosts } }),
        task("tool", "Download", download),
        task("health", "Probe", { http: { url: `https://${health}/` } }),
      ],
      { command: "apply", ...prod },
    );
    return runner.egress.hosts;
  },
  debug: async () => {
    await using github = await Github.start();
    await using runner = await Runner.open({ "api.github.com": github.url });
    runner.rig.write("opus.yaml", [project({}), greeting].join("\n---\n"));
    const variables = { GITHUB_API_URL: "https://api.github.com", GITHUB_REPOSITORY: "octo/storefront" };
    const jobToken = github.actionsToken({ permissions: { contents: "read" } });
    const told = await runner.rig.terminal(["debug-info", "--token", jobToken], { ...runner.env, ...variables });
    expect(told.log).toContain("pull-requests: read (200)");
    return runner.egress.hosts;
  },
};

/** The roles that hosts have, by what the registry says of a server. */
function rolesOf(hosts: Iterable<string>, kind: ServerKind, named: Hosts): ReadonlySet<HostRole> {
  const roles = [...hosts].flatMap((host): readonly HostRole[] => {
    const found = (Object.keys(serverHosts) as (keyof typeof serverHosts)[]).filter((role) => {
      const at: { readonly [kind in ServerKind]?: string } = serverHosts[role].at;
      const pattern = at[kind];
      if (pattern === undefined) return false;
      if (!pattern.includes(".")) return host === named[role as "git" | "api"];
      return new RegExp(`^${pattern.replace("ACME", "acme").replaceAll(".", "\\.").replace("*", "[^.]+")}$`).test(host);
    });
    if (found.length > 0) return found;
    expect(ownHosts, `a run asked for ${host}, which docs/network.md does not name`).toContain(host);
    return ["own"];
  });
  return new Set(roles);
}

describe("in a network that lets runs out through a proxy alone", () => {
  it.each(Object.keys(reachingFeatures) as Feature[])(
    "a run with nothing but the feature `%s` reaches what the docs say",
    async (feature) => {
      const hosts = await use[feature]();
      const roles = rolesOf(hosts, "github.com", hostsOf["github.com"]);
      expect([...roles].sort()).toEqual([...reachingFeatures[feature].reaches].sort());
    },
  );

  // Both do what is done above, with other names: at full length.
  it.runIf(full)("a run for GHE.com reaches hosts of its enterprise, and the archives", async () => {
    const hosts = new Set([...(await ofBranch("ghe.com")), ...(await ofCache("ghe.com"))]);
    expect([...rolesOf(hosts, "ghe.com", hostsOf["ghe.com"])].sort()).toEqual(["api", "archives", "cache", "git"]);
  });

  it.runIf(full)("a run for a GitHub Enterprise Server reaches no other host", async () => {
    expect([...(await ofBranch("ghes"))]).toEqual(["git.acme.example"]);
  });
});

test("nothing opens connections but what the features above go through", () => {
  const root = join(import.meta.dirname, "../..");
  const opens =
    /^import (?!type).*"(?:node:(?:net|tls|http|https|http2|dgram)|undici[^"]*|@actions\/cache|@octokit[^"]*)"/m;
  const found = globSync("src/**/*.ts", { cwd: root }).filter((path) =>
    opens.test(readFileSync(join(root, path), "utf8")),
  );
  const rooms = [...new Set(found.map((path) => path.split("/").slice(0, 3).join("/")))];
  // src/app/docs only listens, and on this machine alone.
  expect(rooms.sort()).toEqual(["src/app/docs", "src/github/api", "src/github/cache", "src/node/http"]);
  // Git that goes to a server runs in one room.
  const talks = globSync("src/**/*.ts", { cwd: root }).filter((path) =>
    /\["(?:fetch|ls-remote|clone)", /.test(readFileSync(join(root, path), "utf8")),
  );
  expect([...new Set(talks.map((path) => dirname(path)))]).toEqual(["src/state/backends/branch/git"]);
});

test("`opus debug-info` names the hosts by the variables of the runner", () => {
  expect(hostsWords({})).toBe("the environment names none");
  const github = { GITHUB_SERVER_URL: "https://github.com", GITHUB_API_URL: "https://api.github.com" };
  const results = "https://results-receiver.actions.githubusercontent.com/";
  expect(hostsWords({ ...github, ACTIONS_RESULTS_URL: results })).toBe(
    "git: github.com, API: api.github.com, cache service: results-receiver.actions.githubusercontent.com",
  );
  const gitea = { GITEA_ACTIONS: "true", GITHUB_SERVER_URL: "https://git.acme.example:3000" };
  expect(hostsWords({ ...gitea, ACTIONS_RESULTS_URL: "https://git.acme.example:3000" })).toBe(
    "git: git.acme.example:3000",
  );
});
