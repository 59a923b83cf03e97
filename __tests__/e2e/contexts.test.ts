import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { some } from "../faults/scale.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { type Event, pushToMain } from "./rig.ts";

const rules = `
  - {event: workflow_dispatch, input: [test, prod]}
  - {event: pull_request, label: preview, context: "pr-\${GITHUB:event.number}", inherits: dev}
  - {event: pull_request, branch: "release/*", context: staging}
  - {event: pull_request, contexts: [test, prod]}
  - {event: schedule, contexts: [test, prod]}
  - {tag: "v*", context: prod}
  - {branch: main, context: test}
  - {branch: "feature/**", context: dev}
`;

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts:${rules}---
apiVersion: opus/v1
kind: Values
metadata: {name: values}
spec:
  values:
    stage: {type: string, default: "none", contexts: {dev: "of dev", test: "of test", prod: "of prod"}}
---
apiVersion: opus/v1
kind: File
metadata: {name: stage}
spec: {path: stage.txt, content: "\${VALUE:stage} in \${OPUS:context}"}
`;

const repository = { id: 1, full_name: "octo/storefront", default_branch: "main" };
const push = (ref: string): Event => ({ name: "push", ref, payload: { repository } });

function pull(base: string, labels: readonly string[] = [], head: object = repository): Event {
  const pull_request = {
    number: 7,
    head: { repo: head },
    base: { ref: base, repo: repository },
    labels: labels.map((name) => ({ name })),
    user: { login: "mona" },
  };
  return { name: "pull_request", ref: "refs/pull/7/merge", payload: { number: 7, repository, pull_request } };
}

// biome-ignore lint/suspicious/noExplicitAny: a report as a consumer of its JSON sees it
type Any = any;
const contents = (report: Any): string[] =>
  report.contexts.map(
    ({ name, tasks }: Any) => `${name}: ${tasks[0].fields.find(({ path }: Any) => path === "/content").after}`,
  );

describe("an event leads to its context", () => {
  it.each<[string, Event, { readonly [name: string]: string }, readonly string[]]>([
    ["push to main", push("refs/heads/main"), {}, ["test: of test in test"]],
    ["push of a tag", push("refs/tags/v1.2.3"), {}, ["prod: of prod in prod"]],
    ["push to a nested branch", push("refs/heads/feature/login/form"), {}, ["dev: of dev in dev"]],
    [
      "schedule",
      { name: "schedule", ref: "refs/heads/main", payload: { repository } },
      {},
      ["test: of test in test", "prod: of prod in prod"],
    ],
    ["pull request, by its base", pull("release/1.0"), {}, ["staging: none in staging"]],
    ["pull request into main", pull("main"), {}, ["test: of test in test", "prod: of prod in prod"]],
    ["labelled pull request, with inherited values", pull("main", ["preview"]), {}, ["pr-7: of dev in pr-7"]],
    [
      "dispatch with input",
      { name: "workflow_dispatch", ref: "refs/heads/other", payload: { repository } },
      { context: "prod" },
      ["prod: of prod in prod"],
    ],
    [
      "dispatch without input",
      { name: "workflow_dispatch", ref: "refs/heads/main", payload: { repository } },
      {},
      ["test: of test in test"],
    ],
  ])("%s", async (_, event, inputs, expected) => {
    using rig = new Rig({ "opus.yaml": manifest });
    const step = await rig.step(inputs, { event });
    expect(step.exitCode).toBe(0);
    expect(contents(step.report)).toEqual(expected);
    const names = expected.map((one) => one.split(":")[0]);
    expect(step.outputs).toMatchObject({
      contexts: JSON.stringify(names),
      context: names.length === 1 ? names[0] : "",
    });
    expect(step.outputs["plan-digest"] === "").toBe(names.length > 1);
    expect(step.outputs["to-create"]).toBe(String(names.length));
  });

  it("and none is an error, never a default", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const step = await rig.step({ command: "apply" }, { event: push("refs/heads/hotfix") });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ "failure-reason": "no-context", context: "", contexts: "[]" });
    expect(step.log).toContain("no rule under `contexts` matches this run: event push, branch hotfix");
    expect(step.log).toContain("Add a rule for it, or set the input `context`.");
    expect(step.log).toMatch(/::error [^\n]*file=opus\.yaml,line=6/);
    expect(rig.exists("stage.txt")).toBe(false);
    expect(rig.exists(".opus")).toBe(false);
  });

  it("a given context that no rule takes is an error", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const step = await rig.step(
      { context: "prd" },
      { event: { name: "workflow_dispatch", ref: "refs/heads/main", payload: { repository } } },
    );
    expect(step.exitCode).toBe(1);
    expect(step.outputs["failure-reason"]).toBe("no-context");
    expect(step.log).toContain('no rule of the Project takes the context "prd"');
    expect(step.log).toContain('Did you mean "prod"?');
  });

  it("without a Project the input names the context, and the repository the project", async () => {
    const [, , task] = manifest.split("---\n");
    using rig = new Rig({ "opus.yaml": (task as string).replace("${VALUE:stage}", "${OPUS:project}") });
    const missing = await rig.step();
    expect(missing.outputs["failure-reason"]).toBe("no-context");
    expect(missing.log).toContain(
      "no context: the manifest has no Project document, so the input `context` must name one",
    );
    const step = await rig.step({ command: "apply", context: "prod" });
    expect(step.exitCode).toBe(0);
    expect(rig.read("stage.txt")).toBe("storefront in prod");
    expect(rig.state("storefront", "prod")).toMatchObject({ project: "storefront", context: "prod" });
  });
});

describe("several contexts", () => {
  const schedule: Event = { name: "schedule", ref: "refs/heads/main", payload: { repository } };

  it("are for commands that read; one that writes is refused", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const step = await rig.step({ command: "apply" }, { event: schedule });
    expect(step.exitCode).toBe(1);
    expect(step.outputs["failure-reason"]).toBe("invalid-input");
    expect(step.log).toContain("this event leads to several contexts (test, prod), and the command apply acts on one");
    expect(rig.exists(".opus")).toBe(false);
    const one = await rig.step({ command: "apply", context: "prod" }, { event: schedule });
    expect(one.exitCode).toBe(0);
    expect(rig.read("stage.txt")).toBe("of prod in prod");
  });

  it("that fail do not stop the others", async () => {
    using rig = new Rig({
      "opus.yaml": manifest.replace('default: "none", ', "required: true, ").replace('test: "of test", ', ""),
    });
    const step = await rig.step({}, { event: schedule });
    expect(step.exitCode).toBe(1);
    expect(step.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(step.report.contexts.map(({ name, failureReason }: Any) => [name, failureReason])).toEqual([
      ["test", "invalid-manifest"],
      ["prod", null],
    ]);
    expect(step.report.contexts[1].counts.create).toBe(1);
  });

  it("drift looks at each of them", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.step({ command: "apply", context: "prod" }, { event: schedule });
    rig.write("stage.txt", "by hand");
    const step = await rig.step({ command: "drift" }, { event: schedule });
    expect(step.outputs.drift).toBe("true");
    expect(step.report.contexts.map(({ tasks }: Any) => tasks[0].drift)).toEqual(["untracked", "resource-changed"]);
  });

  it("are listed for a job matrix by `contexts`", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const step = await rig.step({ command: "contexts" }, { event: schedule });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({
      command: "contexts",
      contexts: '["test","prod"]',
      context: "",
      "failure-reason": "",
    });
    expect((await rig.step({ command: "contexts" }, { event: pushToMain })).outputs).toMatchObject({
      contexts: '["test"]',
      context: "test",
    });
    expect((await rig.step({ command: "contexts" }, { event: push("refs/heads/x") })).outputs["failure-reason"]).toBe(
      "no-context",
    );
    expect(rig.exists(".opus")).toBe(false);
  });
});

describe("an untrusted event", () => {
  const canary = "canary.txt";
  const module = (
    name: string,
  ) => `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(`${name}.canary`)}, "imported");
const thing = { apiVersion: "example.com/v1", kind: "Own", observe: async () => { writeFileSync("observe.canary", "x"); return { state: "absent" }; }, create: async () => {}, update: async () => {}, delete: async () => {} };
export default ${name === "hook" ? "{ on() {} }" : "thing"};
`;
  const untrustedManifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{context: test}]
  hooks: [{use: ./opus/hook.mjs}]
  processors: [./opus/kind.mjs]
---
apiVersion: opus/v1
kind: Values
metadata: {name: values}
spec:
  secrets: {token: {env: TOKEN}, unset: {env: NOT_SET}}
---
apiVersion: opus/v1
kind: File
metadata: {name: plain}
spec: {path: plain.txt, content: "new"}
---
apiVersion: opus/v1
kind: File
metadata: {name: with-env}
spec: {path: env.txt, content: "\${ENV:CI_URL}"}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: script}
spec:
  create: echo create >> ${canary}; touch made
  read: echo read >> ${canary}; test ! -e made || echo '{}'
  delete: echo delete >> ${canary}
  secretEnv: {TOKEN: "\${SECRET:token}", OTHER: "\${SECRET:unset}"}
---
apiVersion: example.com/v1
kind: Own
metadata: {name: own}
spec: {}
`;
  const stranger = { id: 2, full_name: "stranger/storefront" };
  const targeted = (name: string, payload: object): Event => ({
    name,
    ref: "refs/heads/main",
    payload: { repository, ...payload },
  });
  const events: readonly [string, Event, string][] = [
    ["a fork's pull request", pull("main", [], stranger), "the pull request comes from the fork stranger/storefront"],
    ["Dependabot's push", { ...push("refs/heads/main"), actor: "dependabot[bot]" }, "it was caused by Dependabot"],
    [
      "pull_request_target",
      targeted("pull_request_target", { pull_request: { head: { repo: stranger } } }),
      "under pull_request_target it can't be told which commit is checked out: this folder is in no checkout of git",
    ],
    [
      "workflow_run of a fork",
      targeted("workflow_run", { workflow_run: { head_branch: "main", head_repository: stranger } }),
      "the workflow run was caused by another repository",
    ],
    [
      "issue_comment",
      targeted("issue_comment", { comment: { body: "/apply" } }),
      "under issue_comment it can't be told which commit is checked out: this folder is in no checkout of git",
    ],
  ];
  const secret = "a-secret-that-nobody-may-see";
  const env = { TOKEN: secret, CI_URL: "https://hidden-from-strangers.example" };
  const files = { "opus.yaml": untrustedManifest, "opus/hook.mjs": module("hook"), "opus/kind.mjs": module("kind") };
  const canaries = (rig: Rig) =>
    [canary, "hook.canary", "kind.canary", "observe.canary"].filter((path) => rig.exists(path));

  it.each(events)("%s: a plan compares with recorded state alone", async (_, event, why) => {
    using rig = new Rig(files);
    const step = await rig.step({ command: "plan" }, { event, env });
    expect(step.exitCode).toBe(0);
    expect(step.outputs["failure-reason"]).toBe("");
    expect(step.log).toContain(why);
    const tasks = Object.fromEntries(step.report.contexts[0].tasks.map((task: Any) => [task.name, task]));
    expect(tasks.plain).toMatchObject({ change: "create" });
    expect(tasks["with-env"].fields).toContainEqual({
      path: "/content",
      after: "(hidden from an untrusted run: ENV:CI_URL)",
      knownAfter: ["hidden from an untrusted run: ENV:CI_URL"],
    });
    expect(tasks.script).toMatchObject({ change: "create", status: "planned" });
    expect(tasks.own).toMatchObject({ change: "none", drift: "unknown", reason: "hidden from an untrusted run" });
    expect(step.log).toContain(
      'task "own" is shown as unknown: its kind comes from a module, or it needs values that an untrusted run may not see',
    );
    const everything = JSON.stringify(step);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain("hidden-from-strangers");
    expect(canaries(rig)).toEqual([]);
    expect(rig.exists(".opus")).toBe(false);
  });

  it.each(events.map((one, turn) => [...one, turn] as const))(
    "%s: commands that write are refused",
    async (_, event, why, turn) => {
      using rig = new Rig(files);
      for (const command of some(["apply", "create", "update", "delete", "rollback", "forget", "unlock"], 3, turn)) {
        const step = await rig.step({ command, context: "test" }, { event, env });
        expect([command, step.exitCode, step.outputs["failure-reason"]]).toEqual([command, 1, "untrusted"]);
        expect(step.log).toContain(`the command ${command} would act, and this run may not: ${why}`);
      }
      expect(canaries(rig)).toEqual([]);
      expect(rig.exists(".opus") || rig.exists("plain.txt")).toBe(false);
    },
  );

  it("sees what was recorded, and looks at nothing: drift, describe and validate too", async () => {
    using rig = new Rig(files);
    const applied = await rig.step({ command: "apply" }, { env: { ...env, NOT_SET: "set-for-once" } });
    expect(applied.exitCode).toBe(0);
    for (const path of canaries(rig)) rig.remove(path);
    rig.write("plain.txt", "by hand");
    const fork = events[0]?.[1] as Event;
    for (const command of ["plan", "drift", "describe", "validate"]) {
      const step = await rig.step({ command }, { event: fork, env });
      expect([command, step.exitCode]).toEqual([command, 0]);
      expect(JSON.stringify(step)).not.toContain(secret);
      expect(JSON.stringify(step)).not.toContain("by hand");
      if (command === "validate") continue;
      const drifts = Object.fromEntries(step.report.contexts[0].tasks.map(({ name, drift }: Any) => [name, drift]));
      expect(drifts).toEqual({
        plain: "unobservable",
        "with-env": "unobservable",
        script: "unobservable",
        own: "unknown",
      });
    }
    expect(canaries(rig)).toEqual([]);
  });

  it("whose manifest is wrong fails like any other", async () => {
    using rig = new Rig({ ...files, "opus.yaml": untrustedManifest.replace('content: "new"', 'contnt: "new"') });
    const step = await rig.step({}, { event: events[0]?.[1] as Event, env });
    expect(step.exitCode).toBe(1);
    expect(step.outputs["failure-reason"]).toBe("invalid-manifest");
  });

  it("shows state that it can't open as unknown, with a notice", async () => {
    using rig = new Rig({ ...files, ".opus/state/demo/test/state.json": '{"format": "opus-state"' });
    const step = await rig.step({}, { event: events[0]?.[1] as Event, env });
    expect(step.exitCode).toBe(0);
    expect(step.log).toContain(
      'state can\'t be read, so every task of "test" is shown as unknown; a run that may act would fail here',
    );
    expect(step.report.contexts[0].tasks.every(({ drift }: Any) => drift === "unknown")).toBe(true);
    expect(step.outputs.unknown).toBe("4");
    const trusted = await rig.step({}, { env: { ...env, NOT_SET: "set-for-once" } });
    expect(trusted.outputs["failure-reason"]).toBe("state-unavailable");
  });

  it("becomes trusted on exactly the default branch's commit, and not with anything beside it", async () => {
    using rig = new Rig({ "opus.yaml": manifest.replace(rules, "\n  - {context: test}\n") });
    const git = (...args: string[]) =>
      execFileSync("git", ["-C", rig.workspace, "-c", "user.name=t", "-c", "user.email=t@example", ...args], {
        encoding: "utf8",
      }).trim();
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-q", "-m", "first");
    const event: Event = { ...targeted("issue_comment", {}), sha: git("rev-parse", "HEAD") };
    rig.write("extra.txt", "beside it");
    expect((await rig.step({ command: "apply" }, { event })).outputs["failure-reason"]).toBe("untrusted");
    rig.remove("extra.txt");
    expect(
      (await rig.step({ command: "apply" }, { event: { ...event, sha: "f".repeat(40) } })).outputs["failure-reason"],
    ).toBe("untrusted");
    const step = await rig.step({ command: "apply" }, { event });
    expect(step.exitCode).toBe(0);
    expect(rig.read("stage.txt")).toBe("of test in test");
  });
});
