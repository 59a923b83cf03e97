import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { examples } from "../examples/sources.ts";
import { GithubApi } from "../peers/github-api.ts";
import { type ActEvent, ActWorld, act, onPath } from "./act.ts";

// Each starts some ten processes one after the other.
vi.setConfig({ testTimeout: 300_000 });
const jq = onPath("jq") !== undefined;

if (act !== undefined && !jq) console.warn("SKIPPED: preview-sweep.yml is not run under act, as jq is not installed");
if (act === undefined) console.warn("SKIPPED: the examples are not run under act, which is not installed");
const tried = readFileSync(import.meta.filename, "utf8");
for (const { name } of examples) if (!tried.includes(name)) console.warn(`SKIPPED: nobody has tried ${name} under act`);

const bot = "github-actions[bot]";
const key = "a-signing-key-of-the-test-0123456789";
let world: ActWorld;
/** What tasks make: a file for each context, outside of all workspaces. */
let live: string;

beforeEach(async () => {
  live = mkdtempSync(join(tmpdir(), "opus-live-"));
  world = await ActWorld.open();
});
afterEach(async () => {
  expect(world.github.faults).toEqual([]);
  await world.close();
  rmSync(live, { recursive: true, force: true });
});

const manifest = (text = "1") => `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts:
    - { event: pull_request, label: preview, context: "pr-\${GITHUB:event.number}" }
    - { input: true }
    - { event: [pull_request, merge_group], branch: main, contexts: [CONTEXTS] }
    - { event: [schedule, workflow_dispatch], contexts: [CONTEXTS] }
    - { branch: main, context: prod }
---
apiVersion: opus/v1
kind: Shell
metadata: { name: site }
spec:
  env: { TEXT: "${text}", AT: "${live}" }
  create: printf %s "$TEXT" > "$AT/$OPUS_CONTEXT"
  update: printf %s "$TEXT" > "$AT/$OPUS_CONTEXT"
  read: if [ -e "$AT/$OPUS_CONTEXT" ]; then printf '{"text":"%s"}' "$(cat "$AT/$OPUS_CONTEXT")"; fi
  delete: rm "$AT/$OPUS_CONTEXT"
`;

/** What really is there, by context. */
const made = () => Object.fromEntries(readdirSync(live).map((name) => [name, readFileSync(join(live, name), "utf8")]));

const repo = { id: 1, full_name: "octo/storefront", default_branch: "main", private: true };

/** A commit on main. */
function commit(text = "1", contexts = "prod"): string {
  return world.git.write("main", { "opus.yaml": manifest(text).replaceAll("CONTEXTS", contexts) });
}

/** No rule of main takes a context by its name any more. */
function withoutInputs(): void {
  const rules = manifest().replace("    - { input: true }\n", "").replaceAll("CONTEXTS", "prod");
  world.git.write("main", { "opus.yaml": rules });
}

function push(sha: string, ref = "refs/heads/main"): ActEvent {
  return { name: "push", ref, sha, payload: { ref, after: sha, repository: repo } };
}

/** A run of the default branch as it is. */
function onMain(name: string, payload: object = {}): ActEvent {
  return { name, ref: "refs/heads/main", sha: world.git.tip("main") ?? "", payload: { ...payload, repository: repo } };
}

/** Pull request 12, with another text. */
async function pullRequest(
  text: string,
  { action = "opened", labels = [] as string[], from = "octo/storefront", contexts = "prod" } = {},
): Promise<ActEvent> {
  const { git, github } = world;
  git.git(["update-ref", "refs/heads/change", git.tip("main") ?? ""]);
  const sha = git.write("change", { "opus.yaml": manifest(text).replaceAll("CONTEXTS", contexts) });
  git.git(["update-ref", "refs/pull/12/merge", sha]);
  await github.pull({ number: 12, head: { sha, ref: "change", repo: from } });
  const head = { sha, ref: "change", repo: { id: from === repo.full_name ? 1 : 2, full_name: from } };
  const base = { sha: git.tip("main"), ref: "main", repo };
  const names = labels.map((name) => ({ name }));
  const pull_request = { number: 12, user: { login: "mona" }, labels: names, head, base };
  const payload = { action, number: 12, pull_request, label: { name: "preview" }, repository: repo };
  return { name: "pull_request", ref: "refs/pull/12/merge", sha, payload };
}

async function comment(): Promise<string> {
  const mine = (await world.github.comments(12)).filter(({ login }) => login === bot);
  expect(mine.length).toBeLessThan(2);
  return mine[0]?.body ?? "";
}

const passed = { exitCode: 0 };

describe.skipIf(act === undefined)("under act", () => {
  it("apply-on-push.yml and pr-plan.yml", async () => {
    expect(await world.run("apply-on-push.yml", push(commit()))).toMatchObject(passed);
    expect(made()).toEqual({ prod: "1" });
    expect(await world.run("pr-plan.yml", await pullRequest("2"))).toMatchObject({
      ...passed,
      jobs: { "Opus plan": "success success" },
    });
    expect(await comment()).toContain("1 to update");
    expect(made()).toEqual({ prod: "1" });
    const merged = commit("2");
    await world.github.pull({ number: 12, merged: true, mergeCommitSha: merged });
    expect(await world.run("apply-on-push.yml", push(merged))).toMatchObject(passed);
    expect(made()).toEqual({ prod: "2" });
    expect(await comment()).toContain("`apply`");
  });

  it("pr-plan-fork.yml and pr-plan-fork-post.yml, while pr-plan.yml stands aside", async () => {
    commit();
    const event = await pullRequest("2", { from: "fork/storefront" });
    expect((await world.run("pr-plan.yml", event)).jobs).toEqual({});
    const planned = await world.run("pr-plan-fork.yml", event);
    expect(planned).toMatchObject(passed);
    expect(await comment()).toBe("");
    const head_repository = { id: 2, full_name: "fork/storefront", owner: { login: "fork" } };
    const run = {
      id: planned.id,
      event: "pull_request",
      conclusion: "success",
      head_branch: "change",
      head_sha: event.sha,
    };
    const workflow_run = { ...run, head_repository, repository: repo, pull_requests: [] };
    const posting = onMain("workflow_run", { action: "completed", workflow_run });
    expect(await world.run("pr-plan-fork-post.yml", posting)).toMatchObject(passed);
    expect(await comment()).toContain("storefront");
  });

  it("apply-reviewed.yml", async () => {
    commit();
    const secrets = { OPUS_PLAN_SIGNING_KEY: key };
    const reviewed = await world.run("apply-reviewed.yml", await pullRequest("2"), { secrets });
    expect(reviewed).toMatchObject({ ...passed, jobs: { "Opus reviewed plan": "success success" } });
    const merged = commit("2");
    await world.github.pull({ number: 12, merged: true, mergeCommitSha: merged });
    expect(await world.run("apply-reviewed.yml", push(merged), { secrets })).toMatchObject({
      ...passed,
      jobs: { "Opus reviewed apply": "success success" },
    });
    expect(made()).toEqual({ prod: "2" });
    const pushed = await world.run("apply-reviewed.yml", push(commit("3")), { secrets });
    expect([pushed.exitCode, pushed.log]).toEqual([1, expect.stringContaining("plan-not-reviewed")]);
    expect(made()).toEqual({ prod: "2" });
  });

  it("plan-approve-apply.yml", async () => {
    expect(await world.run("plan-approve-apply.yml", push(commit()))).toMatchObject(passed);
    expect(made()).toEqual({ prod: "1" });
    const again = await world.run("plan-approve-apply.yml", push(world.git.tip("main") ?? ""));
    expect(Object.keys(again.jobs)).toEqual(["Opus plan to approve"]);
  });

  it("many-projects.yml: one comment of what a change touches, and none of it when that is taken back", async () => {
    const { git, github } = world;
    const rules =
      "    - { input: true }\n    - { event: pull_request, contexts: [test] }\n    - { branch: main, context: test }\n";
    const service = (name: string, text: string) =>
      `apiVersion: opus/v1\nkind: Project\nmetadata: { name: ${name} }\nspec:\n  contexts:\n${rules}---\napiVersion: opus/v1\nkind: File\nmetadata: { name: page }\nspec: { path: out.txt, content: "${text}" }\n`;
    const services = (changed: string) =>
      Object.fromEntries(
        ["cart", "shop"].map((name) => [`services/${name}/opus.yaml`, service(name, name === "shop" ? changed : "1")]),
      );
    git.write("main", services("1"));
    const propose = async (files: { readonly [path: string]: string }): Promise<ActEvent> => {
      git.git(["update-ref", "refs/heads/change", git.tip("main") ?? ""]);
      const sha = git.write("change", files);
      git.git(["update-ref", "refs/pull/12/merge", sha]);
      await github.pull({ number: 12, head: { sha, ref: "change", repo: repo.full_name } });
      const head = { sha, ref: "change", repo };
      const pull_request = { number: 12, user: { login: "mona" }, labels: [], head, base: { ref: "main", repo } };
      const payload = { action: "synchronize", number: 12, pull_request, repository: repo };
      return { name: "pull_request", ref: "refs/pull/12/merge", sha, payload };
    };
    const both = await world.run("many-projects.yml", await propose({ ...services("1"), "README.md": "new" }));
    expect(both).toMatchObject(passed);
    expect(Object.keys(both.jobs).length).toBe(4);
    expect(await comment()).toContain("## 📋 Plan for `cart`, `shop`: 2 to create");
    const broken = {
      ...services("1"),
      "services/shop/opus.yaml": service("shop", "2").replace("path:", "wrong: 1, path:"),
    };
    const failed = await world.run("many-projects.yml", await propose(broken));
    expect(failed.exitCode).not.toBe(0);
    expect(failed.jobs["Opus project plans"]).toBe("success success failure");
    expect(await comment()).toContain("| `shop` before any context | – | [❌ invalid-manifest]");
  });

  it("matrix-report.yml: one comment, and a red check when a context has no plan", async () => {
    commit("1", "test, prod");
    const run = await world.run("matrix-report.yml", await pullRequest("2", { contexts: "test, prod" }));
    expect(run).toMatchObject(passed);
    const shown = await comment();
    expect([shown, shown]).toEqual([expect.stringContaining("`test`"), expect.stringContaining("`prod`")]);
    const broken = await pullRequest("${VALUE:missing}", { contexts: "test, prod" });
    const failed = await world.run("matrix-report.yml", broken);
    expect(failed.exitCode).toBe(1);
    expect(failed.jobs["Opus plans"]).toMatch(/failure$/);
  });

  it("nightly-drift.yml: an issue for each context that drifts, closed when it does no longer", async () => {
    for (const context of ["test", "prod"]) await applyIn(context);
    const night = () => world.run("nightly-drift.yml", onMain("schedule"));
    expect(await night()).toMatchObject(passed);
    expect(await world.github.issues(bot)).toEqual([]);
    writeFileSync(join(live, "prod"), "changed");
    expect((await night()).exitCode).toBe(1);
    expect((await world.github.issues(bot)).map(({ title, state }) => `${state}: ${title}`)).toEqual([
      "open: Drift: prod (storefront)",
    ]);
    writeFileSync(join(live, "prod"), "1");
    expect(await night()).toMatchObject(passed);
    expect((await world.github.issues(bot)).map(({ state }) => state)).toEqual(["closed"]);
  });

  it("dashboard.yml: a page of all environments, also of one that can't be looked at", async () => {
    for (const context of ["test", "prod"]) await applyIn(context);
    const statuses = () => {
      const { contexts } = JSON.parse(readFileSync(world.published("status.json"), "utf8"));
      return contexts.map(({ context, text }: { context: string; text: string }) => `${context}: ${text}`);
    };
    const jobs = ["Opus dashboard", "Opus dashboard on GitHub Pages"];
    const first = await world.run("dashboard.yml", onMain("schedule"));
    expect([first.exitCode, Object.keys(first.jobs)], first.log).toEqual([0, jobs]);
    expect(statuses()).toEqual(["prod: in sync, just now", "test: in sync, just now"]);
    expect(readFileSync(world.published("storefront/prod/badge.svg"), "utf8")).toContain("prod: in sync, just now");
    writeFileSync(join(live, "prod"), "changed");
    expect(await world.run("dashboard.yml", onMain("schedule"))).toMatchObject(passed);
    expect(statuses()).toEqual(["prod: 1 drifted, just now", "test: in sync, just now"]);
    world.git.write("opus-state", { "storefront/prod/state.json": "{" });
    const broken = await world.run("dashboard.yml", onMain("schedule"));
    expect([broken.exitCode, Object.keys(broken.jobs)]).toEqual([1, jobs]);
    expect(statuses()[0]).toBe("prod: can't be read");
  });

  it("deploy.yml: main to test, a tag to production", async () => {
    const project = manifest().replace("    - { branch: main, context: prod }\n", "").replaceAll("CONTEXTS", "prod");
    const rules = '    - { branch: main, context: test }\n    - { tag: "v*", context: prod }\n';
    const sha = world.git.write("main", { "opus.yaml": project.replace("---\n", `${rules}---\n`) });
    const main = await world.run("deploy.yml", push(sha));
    expect([main.exitCode, Object.keys(main.jobs), made()]).toEqual([0, ["Opus deploy to test"], { test: "1" }]);
    world.git.git(["update-ref", "refs/tags/v1", sha]);
    const tag = await world.run("deploy.yml", push(sha, "refs/tags/v1"));
    expect([tag.exitCode, Object.keys(tag.jobs)]).toEqual([0, ["Opus deploy to production"]]);
    expect(made()).toEqual({ test: "1", prod: "1" });
  });

  it("operations.yml: looks, rolls back, forgets, unlocks, and deletes only what is named twice", async () => {
    await world.run("apply-on-push.yml", push(commit("1")));
    await world.run("apply-on-push.yml", push(commit("2")));
    expect(await operation({ operation: "describe" })).toMatchObject(passed);
    expect(await operation({ operation: "rollback" })).toMatchObject(passed);
    expect(made()).toEqual({ prod: "1" });
    world.git.write("opus-state", { "storefront/prod/lock.json": lock });
    expect((await operation({ operation: "unlock", "lock-id": "00000000-0000-4000-8000-000000000000" })).exitCode).toBe(
      1,
    );
    expect(await operation({ operation: "unlock", "lock-id": "other-run" })).toMatchObject(passed);
    const unsure = await operation({ operation: "delete", confirm: "" });
    expect([unsure.exitCode, unsure.log]).toEqual([1, expect.stringContaining("To delete all of a context")]);
    expect(made()).toEqual({ prod: "1" });
    expect(await operation({ operation: "delete", confirm: "prod" })).toMatchObject(passed);
    expect(made()).toEqual({});
    const odd = '$(touch injected); `touch injected` "${x}"';
    const forgotten = await operation({ operation: "forget", target: odd });
    expect(forgotten.exitCode).toBe(1);
    expect(existsSync(join(live, "injected"))).toBe(false);
  });

  it.skipIf(!jq)("preview.yml and preview-sweep.yml", async () => {
    commit();
    const labels = ["preview"];
    expect(await world.run("preview.yml", await pullRequest("2", { action: "labeled", labels }))).toMatchObject(passed);
    expect(made()).toEqual({ "pr-12": "2" });
    withoutInputs();
    // Its manifest is broken by now, and the label is still there.
    const closed = await pullRequest("${VALUE:missing}", { action: "closed", labels });
    const run = await world.run("preview.yml", closed);
    expect([run.exitCode, Object.keys(run.jobs), made()]).toEqual([0, ["Opus preview taken down"], {}]);
    commit();
    // One that is left, one that is needed, one that nobody has touched for long, one that is no preview.
    for (const context of ["pr-7", "pr-8", "pr-9", "prod"]) await applyIn(context);
    withoutInputs();
    const fresh = new Date().toISOString().replace(/\.\d+Z$/, "Z");
    const open = [
      { number: 8, updatedAt: fresh },
      { number: 9, updatedAt: "2020-01-01T00:00:00Z" },
    ];
    world.program(
      "gh",
      `#!/bin/sh\n[ "$GH_TOKEN" ] && [ "$GH_REPO" = octo/storefront ] && echo '${JSON.stringify(open)}'\n`,
    );
    expect(await world.run("preview-sweep.yml", onMain("schedule"))).toMatchObject(passed);
    expect(Object.keys(made()).sort()).toEqual(["pr-8", "prod"]);
    // Where the list can't be had, nothing is taken down.
    world.program("gh", "#!/bin/sh\nexit 1\n");
    expect((await world.run("preview-sweep.yml", onMain("schedule"))).exitCode).toBe(1);
    expect(Object.keys(made()).sort()).toEqual(["pr-8", "prod"]);
  });

  it("merge-queue.yml", async () => {
    commit();
    const proposed = await pullRequest("2");
    const planned = await world.run("merge-queue.yml", proposed);
    expect([planned.exitCode, Object.keys(planned.jobs)]).toEqual([0, ["Opus queue plan"]]);
    expect(await comment()).toContain("1 to create");
    const ref = `refs/heads/gh-readonly-queue/main/pr-12-${world.git.tip("main")}`;
    world.git.git(["update-ref", ref, proposed.sha]);
    const merge_group = {
      head_sha: proposed.sha,
      head_ref: ref,
      base_sha: world.git.tip("main"),
      base_ref: "refs/heads/main",
    };
    const payload = { action: "checks_requested", merge_group, repository: repo };
    const queued = await world.run("merge-queue.yml", { name: "merge_group", ref, sha: proposed.sha, payload });
    expect([queued.exitCode, Object.keys(queued.jobs)]).toEqual([0, ["Opus queue plan"]]);
    expect(made()).toEqual({});
    expect(await world.run("merge-queue.yml", push(commit("2")))).toMatchObject({
      ...passed,
      jobs: { "Opus queue apply": "success success success" },
    });
    expect(made()).toEqual({ prod: "2" });
  });

  it("drift-to-pull-request.yml: one pull request, brought up to date, and gone when nothing is left", async () => {
    const rules = "contexts: [{ input: [prod] }, { branch: main, context: prod }]";
    const project = `apiVersion: opus/v1\nkind: Project\nmetadata: { name: storefront }\nspec: { ${rules} }\n`;
    const task = `---\napiVersion: opus/v1\nkind: File\nmetadata: { name: page }\nspec: { path: page.txt, content: "1" } # why\n`;
    const put = (page: string) => world.git.write("main", { "opus.yaml": project + task, "page.txt": page });
    expect(await world.run("apply-on-push.yml", push(put("1")))).toMatchObject(passed);
    const asked = join(live, "asked");
    const gh = (open: string) =>
      world.program(
        "gh",
        `#!/bin/sh
case "$1 $2" in
  "auth setup-git") git config --global credential.helper '!f() { echo username=x; echo "password=$GH_TOKEN"; }; f' ;;
  "pr list") echo ${open} ;;
  "pr create") echo create >> ${asked} ;;
  *) exit 1 ;;
esac
`,
      );
    gh("");
    const night = () => world.run("drift-to-pull-request.yml", onMain("schedule"));
    put("2");
    expect(await night()).toMatchObject(passed);
    expect(world.git.file("opus/accept-prod", "opus.yaml")).toBe(project + task.replace('"1"', '"2"'));
    gh("5");
    put("3");
    expect(await night()).toMatchObject(passed);
    expect(world.git.file("opus/accept-prod", "opus.yaml")).toBe(project + task.replace('"1"', '"3"'));
    expect(readFileSync(asked, "utf8")).toBe("create\n");
    put("1");
    expect(await night()).toMatchObject(passed);
    expect(world.git.tip("opus/accept-prod")).toBeUndefined();
  });

  it("reusable.yml, called in five lines", async () => {
    const sha = commit();
    const text = caller.replace(/uses: .*/, "uses: ./.github/workflows/reusable.yml");
    expect(await world.run("reusable.yml", push(sha), { caller: text })).toMatchObject(passed);
    expect(made()).toEqual({ prod: "1" });
  });

  it("state in the cache is refused at once, as act's cache speaks an older protocol", async () => {
    await using api = await lists();
    const apply = examples.find(({ name }) => name === "apply-on-push.yml")?.text ?? "";
    const text = apply
      .replace(
        "with: { command: apply }",
        `with: { command: apply, state-backend: cache, initialize: true, token: ${api.token}, comment-pr: never }`,
      )
      .replace(
        "    steps:\n",
        '    steps:\n      - run: echo "ACTIONS_RESULTS_URL=$ACTIONS_CACHE_URL" >> "$GITHUB_ENV"\n',
      );
    const server = { GITHUB_SERVER_URL: "https://github.com", GITHUB_API_URL: api.url };
    const env = { ...server, ACTIONS_CACHE_SERVICE_V2: "true", ACTIONS_RUNTIME_TOKEN: "of.the.test" };
    const run = await world.run("apply-on-push.yml", push(commit()), { text, env });
    expect([run.exitCode, run.log]).toEqual([1, expect.stringContaining("is none of the version 2")]);
    expect(run.log).toContain("choose the backend `branch`");
    expect(made()).toEqual({});
  });
});

/** That a run on another machine has left. */
const lock = JSON.stringify({
  ...{ format: "opus-lock", version: 1, id: "other-run", command: "apply", project: "storefront", context: "prod" },
  since: "2026-01-02T03:04:05.000Z",
  run: { id: "", attempt: 1, sha: "", url: "https://ci.example/1" },
  process: { machine: "m", host: "h", bootId: null, processNamespace: null, pid: 1, startTime: null },
});

const caller =
  /```yaml\n(name: opus\n.*?)```/s.exec(
    readFileSync(join(import.meta.dirname, "../../examples/workflows/README.md"), "utf8"),
  )?.[1] ?? "";

/** An API whose list of the cache is empty. */
async function lists() {
  const api = await GithubApi.start();
  api.caches = () => [];
  return { url: api.url, token: api.token, [Symbol.asyncDispose]: () => api.stop() };
}

function operation(inputs: { readonly [name: string]: string }) {
  const given = { context: "prod", target: "", to: "", "lock-id": "", confirm: "", ...inputs };
  return world.run("operations.yml", onMain("workflow_dispatch", { inputs: given }));
}

/** Applies one context of main, as any workflow may. */
async function applyIn(context: string): Promise<void> {
  if (world.git.file("main", "opus.yaml") === undefined) commit("1", "test, prod");
  const apply = examples.find(({ name }) => name === "apply-on-push.yml")?.text ?? "";
  const text = apply.replace("with: { command: apply }", `with: { command: apply, context: ${context} }`);
  expect(await world.run("apply-on-push.yml", push(world.git.tip("main") ?? ""), { text })).toMatchObject(passed);
}
