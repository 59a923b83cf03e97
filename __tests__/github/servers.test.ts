import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "../e2e/short-waits.ts";
import { Issues } from "../../src/github/issues.ts";
import { PullRequests } from "../../src/github/pull-requests.ts";
import { createRunLookup } from "../../src/github/run-lookup.ts";
import { serverKind, servers } from "../../src/github/servers.ts";
import { Gitea } from "../peers/gitea.ts";

const never = new AbortController().signal;

describe("the server that a workflow runs for", () => {
  it.each([
    ["github.com", {}],
    ["github.com", { GITHUB_SERVER_URL: "https://github.com", GITHUB_API_URL: "https://api.github.com" }],
    ["ghe.com", { GITHUB_SERVER_URL: "https://acme.ghe.com", GITHUB_API_URL: "https://api.acme.ghe.com" }],
    ["ghes", { GITHUB_SERVER_URL: "https://git.acme.example", GITHUB_API_URL: "https://git.acme.example/api/v3" }],
    ["ghes", { GITHUB_SERVER_URL: "https://notgithub.com" }],
    ["ghes", { GITHUB_SERVER_URL: "https://ghe.com.example" }],
    ["ghes", { GITHUB_SERVER_URL: "no address" }],
    ["gitea", { GITEA_ACTIONS: "true", GITHUB_SERVER_URL: "https://git.acme.example" }],
    ["gitea", { GITHUB_SERVER_URL: "https://git.acme.example", GITHUB_API_URL: "https://git.acme.example/api/v1" }],
    ["forgejo", { FORGEJO_ACTIONS: "true", GITEA_ACTIONS: "true", GITHUB_SERVER_URL: "https://codeberg.org" }],
  ] as const)("is %s for %o", (kind, environment) => {
    expect(serverKind(environment)).toBe(kind);
  });

  it("is called by its name in all that it lacks", () => {
    for (const { name, lacks } of Object.values(servers))
      for (const why of Object.values(lacks)) expect(why).toMatch(new RegExp(`^${name} `));
  });
});

describe("on Gitea", () => {
  let gitea: Gitea;
  beforeEach(async () => {
    gitea = await Gitea.start();
  });
  afterEach(() => gitea[Symbol.asyncDispose]());

  const options = () => ({
    apiUrl: gitea.url,
    graphqlUrl: `${gitea.url}/graphql`,
    repository: "octo/storefront",
    token: "job-token",
    userAgent: "magnum-opus/1.2.3",
    environment: gitea.environment as { readonly [name: string]: string },
  });

  it("the token of a job is known by Gitea's own login, and no GraphQL is asked for it", async () => {
    gitea.login = undefined;
    const pulls = new PullRequests(options());
    expect(await pulls.login(never)).toEqual({ ok: true, value: "gitea-actions" });
    expect(gitea.requests).toEqual(["GET /user"]);
    await pulls.dispose();
  });

  it("an issue gets its labels by their numbers, and those that were missing are made", async () => {
    gitea.labels.set(1, "bug").set(2, "opus-drift");
    const issues = new Issues(options());
    const new_ = { title: "Drift", body: "It drifts.", labels: ["opus-drift", "prod"], assignees: [] };
    expect(await issues.create(new_, never)).toMatchObject({
      ok: true,
      value: { number: 1, author: "gitea-actions", labels: ["opus-drift", "prod"] },
    });
    expect([...gitea.labels.values()]).toEqual(["bug", "opus-drift", "prod"]);
    await issues.create({ ...new_, labels: ["prod"] }, never);
    expect(gitea.labels.size).toBe(3);
    await issues.dispose();
  });

  it("an issue is found again, as Gitea says of it that it is no pull request", async () => {
    const issues = new Issues(options());
    await issues.create({ title: "Drift", body: "It drifts.", labels: [], assignees: [] }, never);
    gitea.issues.push({ number: 2, title: "Mine", body: "", state: "open", labels: [], login: "mona" });
    expect(await issues.open("gitea-actions", never)).toMatchObject({ ok: true, value: [{ number: 1 }] });
    expect(await issues.closed("gitea-actions", 10, never)).toMatchObject({ ok: true, value: [{ number: 1 }] });
    await issues.dispose();
  });

  it("labels of an issue are changed beside the rest", async () => {
    const issues = new Issues(options());
    await issues.create({ title: "Drift", body: "It drifts.", labels: ["opus-drift"], assignees: [] }, never);
    const change = { title: "Failure", labels: ["opus-failure"], state: "closed", stateReason: "completed" } as const;
    expect(await issues.change(1, change, never)).toMatchObject({
      ok: true,
      value: { title: "Failure", state: "closed", labels: ["opus-failure"] },
    });
    expect(gitea.issues).toMatchObject([{ title: "Failure", state: "closed", labels: [2] }]);
    await issues.dispose();
  });

  it("the pull request that brought a commit is asked for as Gitea has it", async () => {
    const pull = { number: 7, state: "closed", merged_at: "2026-01-01T00:00:00Z", merge_commit_sha: "c0ffee" };
    gitea.merged.set("c0ffee", { ...pull, base: { ref: "main" }, head: { sha: "beef" } });
    const pulls = new PullRequests(options());
    expect(await pulls.ofCommit("c0ffee", never)).toMatchObject({
      ok: true,
      value: [{ number: 7, base: "main", headSha: "beef", mergeCommit: "c0ffee" }],
    });
    expect(await pulls.ofCommit("decade", never)).toEqual({ ok: true, value: [] });
    await pulls.dispose();
  });

  it("what is refused is Gitea's own word", async () => {
    const issues = new Issues({ ...options(), repository: "octo/other" });
    expect(await issues.open("gitea-actions", never)).toMatchObject({
      ok: false,
      error: { kind: "missing", said: "Gitea answered 404: The target couldn't be found." },
    });
    await issues.dispose();
  });

  it.each([
    ["over", "completed"],
    ["going-on", "in_progress"],
  ])("a run whose attempts it does not tell of is %s as a whole", async (state, status) => {
    gitea.runs.set(4711, status);
    const lookup = createRunLookup({ ...options(), serverUrl: gitea.server });
    const url = `${gitea.server}/octo/storefront/actions/runs/4711/attempts/1`;
    expect(await lookup({ id: "4711", attempt: 1, sha: "", url }, never)).toMatchObject({ state });
    const gone = { id: "12", attempt: 1, sha: "", url: url.replace("4711", "12") };
    expect(await lookup(gone, never)).toMatchObject({ state: "unsure" });
  });

  it("a run of Forgejo is never asked for", async () => {
    const environment = { ...gitea.environment, FORGEJO_ACTIONS: "true" };
    const lookup = createRunLookup({ ...options(), environment, serverUrl: gitea.server });
    const url = `${gitea.server}/octo/storefront/actions/runs/4711/attempts/1`;
    expect(await lookup({ id: "4711", attempt: 1, sha: "", url }, never)).toEqual({
      state: "unsure",
      why: "Forgejo does not tell whether an attempt of a run is over: when it is, release its lock with `unlock`",
    });
    expect(gitea.requests).toEqual([]);
  });
});
