import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Rig } from "./rig.ts";

const manifest = (slow = "true", content = "hello"): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
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

let server: GitServer;
let rig: Rig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new QuickRig({ "opus.yaml": manifest() });
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  server.fsck();
  await server.close();
});

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 20_000) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** Starts an apply whose second task does not end by itself. */
async function underWay() {
  rig.write("opus.yaml", manifest("sleep 60"));
  const run = rig.startStep({ command: "apply" });
  await until(() => rig.exists("started"), "the slow task");
  return run;
}

function subjects(): string[] {
  return server.log("opus-state").map(({ message }) => message.split("\n")[0] ?? "");
}

function journals(): string[] {
  const root = join(rig.temporary, "opus", "local");
  if (!existsSync(root)) return [];
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith("journal.ndjson")).map((name) => join(root, name));
}

describe("a step of a workflow keeps state on the branch opus-state", () => {
  it("by default, as a history that can be read", async () => {
    const first = await rig.step({ command: "apply" });
    expect([first.exitCode, first.outputs["state-revision"]]).toEqual([0, expect.stringMatching(/^sha256:/)]);
    expect(first.report.contexts[0].state).toMatchObject({ backend: "branch", serial: 2 });
    const again = await rig.step({ command: "apply" });
    expect([again.exitCode, again.outputs.changes]).toEqual([0, "false"]);
    rig.write("opus.yaml", manifest("true", "bye"));
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect((await rig.step({ command: "rollback", to: "2" })).exitCode).toBe(0);
    expect(rig.read("out/hello.txt")).toBe("hello");
    expect(server.files("opus-state")).toEqual(["README.md", "demo/test/state.json"]);
    expect(subjects().reverse().slice(0, 3)).toEqual([
      "demo/test: apply begins, 2 tasks to change [skip ci]",
      "demo/test: apply created 2 [skip ci]",
      "demo/test: apply begins, 1 task to change [skip ci]",
    ]);
    expect(server.git(["log", "--first-parent", "--format=%s", "opus-state"]).trim().split("\n")).toEqual([
      "demo/test: rollback updated 1 [skip ci]",
      "demo/test: apply updated 1 [skip ci]",
      "demo/test: apply created 2 [skip ci]",
      "demo/test: apply begins, 2 tasks to change [skip ci]",
    ]);
    expect(server.log("opus-state")[0]?.message).toContain(`Run: ${server.url}/octo/storefront/actions/runs/4711`);
    expect(readdirSync(rig.temporary).filter((name) => name.startsWith("opus-state-"))).toEqual([]);
  });

  it("and touches nothing of the checkout, its index, its hooks and its configuration", async () => {
    const git = (...args: string[]): string =>
      execFileSync("git", ["-C", rig.workspace, ...args], { encoding: "utf8" });
    git("init", "-q");
    for (const name of ["pre-push", "reference-transaction", "post-checkout"])
      rig.write(`.git/hooks/${name}`, "#!/bin/sh\ntouch hook-ran\n");
    execFileSync("chmod", ["-R", "+x", join(rig.workspace, ".git/hooks")]);
    rig.write(".git/config", `${rig.read(".git/config")}[url "http://127.0.0.1:9/"]\n\tinsteadOf = ${server.url}/\n`);
    git("add", "opus.yaml");
    const files = () =>
      readdirSync(join(rig.workspace, ".git"), { recursive: true, encoding: "utf8" }).sort().join("\n");
    const before = [files(), rig.read(".git/config"), readFileSync(join(rig.workspace, ".git/index"), "hex")];
    const env = {
      GIT_DIR: "/nowhere",
      GIT_INDEX_FILE: "/nowhere/index",
      GIT_TRACE: "1",
      GIT_CONFIG_PARAMETERS: "'a.b'='c'",
    };
    const step = await rig.step({ command: "apply" }, { env });
    expect([step.exitCode, step.exitCode === 0 ? "" : step.log]).toEqual([0, ""]);
    expect([files(), rig.read(".git/config"), readFileSync(join(rig.workspace, ".git/index"), "hex")]).toEqual(before);
    expect(rig.exists("hook-ran")).toBe(false);
  });
});

describe("after the step, the post step", () => {
  it("stores what a killed step had done, and the history says what that was", async () => {
    const run = await underWay();
    run.child.kill("SIGKILL");
    await run.ended;
    const post = await rig.post(run);
    expect([post.exitCode, post.log]).toEqual([0, expect.stringContaining("stored 1 result of apply in demo/test")]);
    expect(subjects()[0]).toBe("demo/test: apply created 1, 1 unfinished [skip ci]");
    expect(server.files("opus-state")).toEqual(["README.md", "demo/test/state.json"]);
  });

  it("leaves nothing of git behind, and no journal that stands in the way of an older state", async () => {
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const older = server.file("opus-state", "demo/test/state.json") ?? "";
    const later = `---
apiVersion: opus/v1
kind: Shell
metadata: {name: later, dependencies: [{tasks: [greeting]}]}
spec: {create: touch begun; sleep 60}
`;
    rig.write("opus.yaml", manifest("true", "bye") + later);
    const run = rig.startStep({ command: "apply" });
    await until(() => rig.exists("begun"), "the slow task");
    run.child.kill("SIGKILL");
    await run.ended;
    const folders = () => readdirSync(rig.temporary).filter((name) => name.startsWith("opus-state-"));
    expect(folders()).toHaveLength(1);
    const post = await rig.post(run);
    expect([post.exitCode, post.log]).toEqual([0, expect.stringContaining("stored 1 result of apply in demo/test")]);
    expect(folders()).toEqual([]);
    server.write("opus-state", { "demo/test/state.json": older }, "Restore");
    const plan = await rig.step({ command: "plan" });
    expect([plan.exitCode, plan.exitCode === 0 ? "" : plan.log]).toEqual([0, ""]);
  });

  it("goes on after a first signal: nobody comes after it", async () => {
    const run = await underWay();
    run.child.kill("SIGKILL");
    await run.ended;
    let requests = 0;
    server.fault = () => {
      requests++;
      return { kind: "slow", ms: 300 };
    };
    const post = rig.startPost(run);
    await until(() => requests > 0, "the post step");
    post.child.kill("SIGINT");
    expect(await post.ended).toBe(0);
    expect(post.log()).toContain("stored 1 result of apply in demo/test");
    expect(server.files("opus-state")).toEqual(["README.md", "demo/test/state.json"]);
  });

  it("says that results are in no state when another run has moved on, and keeps the journal", async () => {
    rig.write("opus.yaml", manifest("until [ -e go ]; do sleep 0.1; done"));
    const run = rig.startStep({ command: "apply" });
    await until(() => rig.exists("started"), "the slow task");
    const lock = JSON.parse(server.file("opus-state", "demo/test/lock.json") ?? "");
    expect((await rig.step({ command: "unlock", context: "test", "lock-id": lock.id })).exitCode).toBe(0);
    // Another machine: nothing of this one's temporary folder is there.
    const other = new QuickRig({ "opus.yaml": manifest() });
    other.remote = { url: server.url, token: server.token };
    expect((await other.step({ command: "apply" })).exitCode).toBe(0);
    other[Symbol.dispose]();
    rig.write("go", "");
    expect(await run.ended).toBe(1);
    expect(run.files().outputs["failure-reason"]).toBe("state-conflict");
    const stored = server.file("opus-state", "demo/test/state.json");
    const post = await rig.post(run);
    expect([post.exitCode, post.log]).toEqual([
      1,
      expect.stringContaining(
        "::error::The step could not store everything. The last results of apply in demo/test are not stored. The state of demo/test has moved on since",
      ),
    ]);
    expect(server.file("opus-state", "demo/test/state.json")).toBe(stored);
    expect(existsSync(join(rig.temporary, "opus-recovery.json"))).toBe(true);
    expect(journals()).toHaveLength(1);
  });

  it("says that results are not stored when the branch refuses them to the end", async () => {
    rig.write("opus.yaml", manifest("until [ -e go ]; do sleep 0.1; done"));
    const run = rig.startStep({ command: "apply" });
    await until(() => rig.exists("started"), "the slow task");
    server.hook('echo "error: GH013: Repository rule violations found for refs/heads/opus-state." >&2; exit 1');
    rig.write("go", "");
    expect(await run.ended).toBe(1);
    const post = await rig.post(run);
    expect(post.exitCode).toBe(1);
    expect(post.log).toContain(
      "::error::The step could not store everything. The last results of apply in demo/test are not stored.",
    );
    expect(post.log).not.toContain("had changed nothing");
  });

  it("has nothing to say where the step never got the lock", async () => {
    server.tokens.set(server.token, "read");
    const run = await rig.step({ command: "apply" });
    expect([run.exitCode, run.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
    const pushes = server.pushes;
    const post = await rig.post(run);
    expect([post.exitCode, post.log.replace(/^::add-mask::.*\n/gm, ""), server.pushes]).toEqual([0, "", pushes]);
  });

  it("has nothing to say after a step that was cancelled while it waited for the lock", async () => {
    const first = await underWay();
    const second = rig.startStep({ command: "apply" });
    await until(() => second.log().includes("Waiting for the lock"), "the second step");
    expect(second.log()).toMatch(
      /Waiting for the lock of apply \(lock-id \S+, since \S+, http:\S+\/actions\/runs\/4711/,
    );
    second.child.kill("SIGINT");
    expect(await second.ended).toBe(1);
    const post = await rig.post(second);
    expect([post.exitCode, post.log.replace(/^::add-mask::.*\n/gm, "")]).toEqual([0, ""]);
    first.child.kill("SIGINT");
    await first.ended;
  });
});

describe("a run that ended well", () => {
  it("leaves no journal that stands in the way of an older state", async () => {
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const older = server.file("opus-state", "demo/test/state.json") ?? "";
    rig.write("opus.yaml", manifest("true", "bye"));
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    server.write("opus-state", { "demo/test/state.json": older }, "Restore");
    const plan = await rig.step({ command: "plan" });
    expect([plan.exitCode, plan.exitCode === 0 ? "" : plan.log]).toEqual([0, ""]);
  });
});

describe("a server that hangs", () => {
  it("does not keep a cancelled run for ever: results are in a recovery file", async () => {
    const run = await underWay();
    server.fault = () => ({ kind: "hang" });
    const asked = Date.now();
    run.child.kill("SIGINT");
    await sleep(500);
    // Again, for somebody who wants it to end now.
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(1);
    expect(Date.now() - asked).toBeLessThan(20_000);
    expect(existsSync(join(rig.temporary, "opus-recovery.json"))).toBe(true);
    server.fault = () => undefined;
    const post = await rig.post(run);
    expect([post.exitCode, post.log]).toEqual([0, expect.stringContaining("Stored 1 result of apply in demo/test")]);
    rmSync(join(rig.temporary, "opus-recovery.json"));
  });
});
