// What docs/servers.md says of Gitea, tried with one that nobody here wrote.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasGitea, RealGitea } from "../peers/real-gitea.ts";
import { manifestOf, night } from "./drift-issue.ts";
import { files, project, pullRequest, push } from "./pull-request.ts";
import { QuickRig } from "./quick-rig.ts";
import type { StepOptions } from "./rig.ts";

describe.skipIf(!hasGitea)("in a workflow of Gitea", () => {
  let gitea: RealGitea;
  beforeAll(async () => {
    gitea = await RealGitea.start();
  }, 120_000);
  afterAll(() => gitea?.[Symbol.dispose]());

  function open(manifest: string) {
    const rig = new QuickRig({ "opus.yaml": manifest });
    rig.remote = { url: gitea.server, token: gitea.token };
    rig.api = { url: `${gitea.server}/api/v1` };
    const step = (inputs: { readonly [name: string]: string }, options: StepOptions = {}) =>
      rig.step(inputs, { ...options, env: { ...gitea.environment, ...options.env } });
    return { rig, step };
  }

  it("state is kept on a branch, and a second apply has nothing to do", async () => {
    const { rig, step } = open(manifestOf({ contexts: ["branchy"], tasks: ["one"] }));
    const given = { command: "apply", context: "branchy", "comment-pr": "never" };
    expect((await step(given)).outputs.changes).toBe("true");
    const again = await step(given);
    expect([again.exitCode, again.outputs.changes], again.log).toEqual([0, "false"]);
    const [stored] = await gitea.of("/contents/storefront/branchy?ref=opus-state");
    expect(stored.name).toBe("state.json");
    rig[Symbol.dispose]();
  });

  it("a preview is one comment, and what was reviewed is applied after the merge", async () => {
    const { number, sha } = await gitea.pull("change");
    const { rig, step } = open(project + files({ one: "as reviewed" }));
    for (let times = 0; times < 2; times++) {
      const plan = await step({ command: "plan", "comment-pr": "always" }, { event: pullRequest(number, sha) });
      expect(plan.exitCode, plan.log).toBe(0);
    }
    const comments = await gitea.of(`/issues/${number}/comments`);
    expect(comments).toMatchObject([{ user: { login: "mona" }, body: expect.stringContaining("1 to create") }]);
    // As people check it out who read the comment.
    expect(comments[0].body).toContain(`git fetch origin pull/${number}/head\ngit checkout FETCH_HEAD\nopus plan`);
    const merged = await gitea.merge(number);
    const given = { command: "apply", "require-reviewed-plan": "true", "comment-pr": "always" };
    const apply = await step(given, { event: push(merged) });
    expect([apply.exitCode, rig.read("out/prod/one.txt")], apply.log).toEqual([0, "as reviewed"]);
    expect((await gitea.of(`/issues/${number}/comments`))[0].body).toMatch(/[Aa]pplied/);
    rig.write("opus.yaml", project + files({ one: "as nobody has seen it" }));
    const unseen = await step(given, { event: push("b".repeat(40)) });
    expect([unseen.exitCode, unseen.log.includes("no pull request was merged")], unseen.log).toEqual([1, true]);
    rig[Symbol.dispose]();
  });

  it("one issue tells of drift, with labels that were made for it, and is closed when nothing drifts", async () => {
    const manifest = manifestOf({ contexts: ["drifty"], tasks: ["one"] });
    const { rig, step } = open(manifest);
    await step({ command: "apply", context: "drifty", "comment-pr": "never" });
    rig.remove("out");
    const look = async () => {
      const looked = await step(
        { command: "drift", context: "drifty", "drift-issue": "true", "comment-pr": "never" },
        { event: night },
      );
      expect(looked.exitCode, looked.log).toBe(0);
      expect(looked.log).not.toContain("issue-not-kept");
      return gitea.of("/issues?state=all&type=issues");
    };
    await look();
    const opened = await look();
    expect(opened).toMatchObject([{ state: "open", labels: [{ name: "opus-drift" }], user: { login: "mona" } }]);
    await step({ command: "apply", context: "drifty", "comment-pr": "never" });
    expect(await look()).toMatchObject([{ state: "closed" }]);
    rig.remove("out");
    expect(await look()).toMatchObject([{ state: "open", number: opened[0].number }]);
    rig[Symbol.dispose]();
  });

  it("the cache is refused at once, and checks are told of once", async () => {
    const { rig, step } = open(`${project}  hooks: [{ use: check }]\n${files({ one: "1" })}`);
    const cached = await step({ command: "plan", context: "prod", "state-backend": "cache", "comment-pr": "never" });
    expect(cached.log).toContain("Gitea has no cache service of the version 2, which GitHub.com has");
    const checked = await step({ command: "plan", context: "prod", "comment-pr": "never" });
    expect([checked.exitCode, checked.log.includes("Gitea has no checks")]).toEqual([0, true]);
    rig[Symbol.dispose]();
  });
});
