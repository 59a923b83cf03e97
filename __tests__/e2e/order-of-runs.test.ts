import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import type { Event } from "./rig.ts";

const head = `apiVersion: opus/v1
kind: Project
metadata: { name: demo }
spec:
  contexts: [{ input: true }, { branch: "**", context: prod }, { event: [schedule, pull_request, repository_dispatch], context: prod }]
`;
const file = (name: string): string => `---
apiVersion: opus/v1
kind: File
metadata: { name: ${name} }
spec: { path: out/${name}, content: ${name} }
`;
const older = head + file("a");
const newer = older + file("b");
const [commitA, commitB] = ["a".repeat(40), "b".repeat(40)];

let server: GitServer;
let rig: Rig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new Rig({ "opus.yaml": newer });
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  await server.close();
});

const pushed = (sha: string, ref = "refs/heads/main"): Event => ({ name: "push", ref, sha, payload: {} });
const link = (id: string, attempt = "1") => `${server.url}/octo/storefront/actions/runs/${id}/attempts/${attempt}`;
const state = () => server.file("opus-state", "demo/prod/state.json");
const recorded = () => JSON.parse(state() ?? "{}").run;

/** A step of a run with this id. */
function step(id: string, event: Event, inputs: { readonly [name: string]: string } = {}, env = {}) {
  return rig.step({ command: "apply", ...inputs }, { event, env: { GITHUB_RUN_ID: id, ...env } });
}

/** The newer of two pushes was applied: with the manifest that has `b`. */
async function newerApplied(id = "1002", sha = commitB): Promise<void> {
  expect((await step(id, pushed(sha))).exitCode).toBe(0);
  rig.write("opus.yaml", older);
}

describe("the older of two pushes, whose run comes last", () => {
  it("is refused, changes nothing, and says which run was faster", async () => {
    await newerApplied();
    const before = state();
    const late = await step("1001", pushed(commitA));
    expect([late.exitCode, late.outputs["failure-reason"]]).toEqual([1, "superseded"]);
    expect([rig.exists("out/b"), state()]).toEqual([true, before]);
    expect(server.files("opus-state")).toEqual(["README.md", "demo/prod/state.json"]);
    expect(late.log).toContain(
      `::error title=superseded::a newer run has changed the context "prod" already, and this one would undo what that made: run 1002 of the commit bbbbbbb (${link("1002")}) came after this, run 1001 of the commit aaaaaaa (${link("1001")})%0AKeep what the newer run made, and re-run that one if it is not as it should be. To go back to this commit on purpose, re-run this run, or run the command by \`workflow_dispatch\`.`,
    );
    expect(late.report).toMatchObject({ result: "failure", failureReason: "superseded" });
    expect(late.report.contexts[0]).toMatchObject({ failureReason: "superseded", planDigest: null });
    expect(late.summary).toContain("**Next:** Nothing was changed. What the newer run made is as it was.");
  });

  it("is refused also when it waited for the lock of the newer one", async () => {
    rig.write(
      "opus.yaml",
      `${newer}---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: slow, dependencies: [{ tasks: [b] }] }\nspec: { create: "touch started; until [ -e go ]; do sleep 0.1; done" }\n`,
    );
    const first = rig.startStep({ command: "apply" }, { event: pushed(commitB), env: { GITHUB_RUN_ID: "1002" } });
    const until = async (condition: () => boolean) => {
      for (let waited = 0; !condition(); waited += 20) {
        if (waited > 20_000) throw new Error(first.log());
        await sleep(20);
      }
    };
    await until(() => rig.exists("started"));
    rig.write("opus.yaml", older);
    const second = rig.startStep({ command: "apply" }, { event: pushed(commitA), env: { GITHUB_RUN_ID: "1001" } });
    await until(() => second.log().includes("Waiting for the lock"));
    rig.write("go", "");
    expect(await first.ended).toBe(0);
    expect(await second.ended).toBe(1);
    expect(second.files().outputs["failure-reason"]).toBe("superseded");
    expect([rig.exists("out/b"), recorded().id]).toEqual([true, "1002"]);
  });

  it.each([
    ["create", { command: "create" }],
    ["update", { command: "update" }],
    ["delete, after which nothing would be left of what the newer run made", { command: "delete", context: "prod" }],
    ["rollback, which would undo the newer run", { command: "rollback" }],
  ])("is refused with the command %s", async (_, inputs) => {
    await newerApplied();
    const before = state();
    const late = await step("1001", pushed(commitB), inputs);
    // Of one commit with the same manifest nothing is lost; what acts whatever the commit is, is refused all the same.
    if (inputs.command === "create" || inputs.command === "update") {
      expect(late.exitCode).toBe(0);
      expect((await step("1001", pushed(commitA), inputs)).outputs["failure-reason"]).toBe("superseded");
    } else expect([late.exitCode, late.outputs["failure-reason"]]).toEqual([1, "superseded"]);
    expect([rig.exists("out/a"), rig.exists("out/b"), state()]).toEqual([true, true, before]);
  });

  it("is refused with a name of the project's own, and names it in the plan", async () => {
    const own = (text: string): string => text.replace("spec:\n", "spec:\n  commands: { deploy: apply }\n");
    rig.write("opus.yaml", own(newer));
    expect((await step("1002", pushed(commitB), { command: "deploy" })).exitCode).toBe(0);
    rig.write("opus.yaml", own(older));
    expect((await step("1001", pushed(commitA), { command: "deploy" })).outputs["failure-reason"]).toBe("superseded");
    const planned = await step("1001", pushed(commitA), { command: "plan" });
    expect([planned.exitCode, planned.outputs["to-delete"]]).toEqual([0, "1"]);
    expect(planned.log).toContain(
      `::notice title=superseded::a newer run has changed the context "prod" already, so \`deploy\` would be refused here as superseded: run 1002 of the commit bbbbbbb (${link("1002")}) came after this, run 1001 of the commit aaaaaaa (${link("1001")})`,
    );
  });

  it.each(["schedule", "repository_dispatch", "pull_request"])("is refused for the event %s as well", async (name) => {
    await newerApplied();
    const repo = { id: 1, full_name: "octo/storefront" };
    const payload = {
      pull_request: { number: 1, user: { login: "mona" }, head: { repo }, base: { ref: "main", repo } },
      repository: { id: 1, default_branch: "main" },
    };
    const event = { name, ref: "refs/heads/main", sha: commitA, payload };
    expect((await step("1001", event)).outputs["failure-reason"]).toBe("superseded");
    expect(rig.exists("out/b")).toBe(true);
  });

  it("is refused with state in files, and with a run id beyond what a number of JavaScript holds", async () => {
    const files = { "state-backend": "file" };
    expect((await step("90071992547409931", pushed(commitB), files)).exitCode).toBe(0);
    rig.write("opus.yaml", older);
    expect((await step("90071992547409930", pushed(commitA), files)).outputs["failure-reason"]).toBe("superseded");
    expect((await step("100071992547409930", pushed(commitA), files)).exitCode).toBe(0);
    expect(rig.exists("out/b")).toBe(false);
  });

  it("of a plan that is shown on a pull request nothing is said: it is not what will be applied", async () => {
    await newerApplied();
    const repo = { id: 1, full_name: "octo/storefront" };
    const payload = {
      pull_request: { number: 1, user: { login: "mona" }, head: { repo }, base: { ref: "main", repo } },
    };
    const event = { name: "pull_request", ref: "refs/pull/1/merge", sha: commitA, payload };
    const planned = await step("1001", event, { command: "plan" });
    expect([planned.exitCode, planned.log.includes("superseded")]).toEqual([0, false]);
  });
});

describe("on purpose, an older run goes through", () => {
  it.each([
    ["when it is re-run", pushed(commitA), { GITHUB_RUN_ATTEMPT: "2" }],
    ["when it was started by hand", { ...pushed(commitA), name: "workflow_dispatch" }, {}],
    ["when nothing tells which run it is", pushed(commitA), { GITHUB_RUN_ID: "" }],
    ["when it is the same run, in another job", pushed(commitB), { GITHUB_RUN_ID: "1002" }],
  ])("%s", async (_, event, env) => {
    await newerApplied();
    const run = await step("1001", event, {}, env);
    expect([run.exitCode, rig.exists("out/b")]).toEqual([0, false]);
  });

  it("when it is of another repository, whose runs have nothing to do with these", async () => {
    const files = { "state-backend": "file" };
    expect((await step("1002", pushed(commitB), files)).exitCode).toBe(0);
    rig.write("opus.yaml", older);
    const run = await step("1001", pushed(commitA), files, { GITHUB_REPOSITORY: "octo/other" });
    expect([run.exitCode, rig.exists("out/b")]).toEqual([0, false]);
  });

  it("and is what is recorded from then on, so that what waits behind it goes on", async () => {
    await newerApplied("1003");
    expect((await step("1001", pushed(commitA), {}, { GITHUB_RUN_ATTEMPT: "2" })).exitCode).toBe(0);
    expect(recorded()).toEqual({ id: "1001", attempt: 2, sha: commitA, url: link("1001", "2") });
    rig.write("opus.yaml", newer);
    expect((await step("1002", pushed("c".repeat(40)))).exitCode).toBe(0);
    expect(rig.exists("out/b")).toBe(true);
  });

  it("in a terminal, and after one, as nobody knows when that was", async () => {
    const folder = { "state-backend": "file" };
    expect((await step("1002", pushed(commitB), folder)).exitCode).toBe(0);
    rig.write("opus.yaml", older);
    expect((await rig.terminal(["apply", "--context", "prod"])).exitCode).toBe(0);
    expect(rig.exists("out/b")).toBe(false);
    rig.write("opus.yaml", newer);
    expect((await step("1001", pushed(commitA), folder)).exitCode).toBe(0);
  });
});

describe("what the history of the checkout tells", () => {
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=m", "-c", "user.email=m@example", "-C", rig.workspace, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  const commit = (manifest: string): string => {
    rig.write("opus.yaml", manifest);
    git("add", "opus.yaml");
    git("commit", "-q", "--allow-empty", "-m", "c");
    return git("rev-parse", "HEAD");
  };
  let base: string;
  beforeEach(() => {
    git("init", "-q", "-b", "main");
    rig.write(".gitignore", "out\n");
    base = commit(older);
  });
  const late = async (id: string, sha: string, ref?: string, inputs = {}) => {
    const run = await step(id, pushed(sha, ref), inputs);
    return [run.exitCode, run.outputs["failure-reason"], rig.exists("out/b")];
  };

  it("an ancestor of the recorded commit is refused", async () => {
    const second = commit(newer);
    expect((await step("1002", pushed(second))).exitCode).toBe(0);
    git("checkout", "-q", base);
    expect(await late("1001", base)).toEqual([1, "superseded", true]);
  });

  it("a commit of another branch with the same context goes through, its deletes and rollbacks don't", async () => {
    const second = commit(newer);
    expect((await step("1002", pushed(second))).exitCode).toBe(0);
    git("checkout", "-q", "-b", "release", base);
    const other = commit(older + file("c"));
    expect(await late("1001", other, "refs/heads/release", { command: "rollback" })).toEqual([1, "superseded", true]);
    expect(await late("1001", other, "refs/heads/release")).toEqual([0, "", false]);
  });

  it("a commit that was pushed over by force is refused", async () => {
    const thrownAway = commit(older + file("c"));
    git("reset", "-q", "--hard", base);
    const second = commit(newer);
    expect((await step("1002", pushed(second))).exitCode).toBe(0);
    git("update-ref", "refs/remotes/origin/main", second);
    git("checkout", "-q", thrownAway);
    expect(await late("1001", thrownAway)).toEqual([1, "superseded", true]);
  });

  it("a checkout that holds the recorded commit, whatever the event was for, goes through", async () => {
    const second = commit(newer);
    expect((await step("1002", pushed(second))).exitCode).toBe(0);
    commit(newer + file("c"));
    expect(await late("1001", base)).toEqual([0, "", true]);
    expect(rig.exists("out/c")).toBe(true);
  });

  it("a history that was cut off tells nothing, so the run alone decides", async () => {
    const second = commit(newer);
    expect((await step("1002", pushed(second))).exitCode).toBe(0);
    git("checkout", "-q", "-b", "release", base);
    const other = commit(older);
    // As a clone with a depth of 1 has it: no commit has a parent that is known.
    rig.write(".git/shallow", `${second}\n${other}\n`);
    expect(await late("1001", other, "refs/heads/release")).toEqual([1, "superseded", true]);
  });
});
