import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { Rig } from "./rig.ts";

/** A run waits in the middle of the task `slow` where there is a file `hold-create` until it is gone. */
const manifest = (content: string): string => `apiVersion: opus/v1
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
spec:
  create: "touch creating; while [ -e hold-create ]; do sleep 0.02; done; echo ${content} > made"
  delete: "rm -f made"
`;

let server: GitServer;
let rig: Rig;
let other: Rig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new Rig({ "opus.yaml": manifest("one") });
  other = new Rig({ "opus.yaml": manifest("one") });
  for (const each of [rig, other]) each.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  for (const each of [rig, other]) each[Symbol.dispose]();
  server.fsck();
  await server.close();
});

const stored = () => JSON.parse(server.file("opus-state", "demo/test/state.json") ?? "null");
const lock = () => JSON.parse(server.file("opus-state", "demo/test/lock.json") ?? "null");

/** What an apply comes to in whose middle somebody does something to the branch. */
async function whileTasksRun(change: () => Promise<void> | void) {
  rig.write("hold-create", "");
  const run = rig.startStep({ command: "apply" });
  for (let waited = 0; !rig.exists("creating"); waited += 20) {
    if (waited > 30_000) throw new Error(`waited in vain for the task: ${run.log()}`);
    await sleep(20);
  }
  await change();
  rig.remove("hold-create");
  const exitCode = await run.ended;
  return { exitCode, run, log: run.log(), ...run.files() };
}

const tasks = () => Object.keys(stored().body.tasks).sort();
const conflicted = { exitCode: 1, outputs: { "failure-reason": "state-conflict" } };

describe("while tasks of a run go on", () => {
  it("unlocking and applying in another clone loses neither run's results", async () => {
    const ended = await whileTasksRun(async () => {
      const unlocked = await other.step({ command: "unlock", context: "test", "lock-id": lock().id });
      expect(unlocked.exitCode, unlocked.log).toBe(0);
      const applied = await other.step({ command: "apply" });
      expect(applied.log).toContain("nothing can tell whether its create took effect");
    });
    expect(ended).toMatchObject(conflicted);
    expect(ended.log).toContain("was released by somebody else meanwhile");
    expect(ended.log).toMatch(/what was applied is kept in \S+opus-recovery\.json/);
    expect(lock()).toBeNull();
    const post = await rig.post(ended.run, { command: "apply" });
    expect(post.log).toContain("The state of demo/test has moved on since");
  });

  it("unlocking alone loses nothing: the post step stores the results", async () => {
    const ended = await whileTasksRun(async () => {
      await other.step({ command: "unlock", context: "test", "lock-id": lock().id });
    });
    expect(ended).toMatchObject(conflicted);
    const post = await rig.post(ended.run, { command: "apply" });
    expect(post.log).toMatch(/Stored [12] results? of apply in demo\/test/);
    expect(tasks()).toEqual(["greeting", "slow"]);
  });

  it("deleting the branch loses nothing, and nothing is begun anew", async () => {
    const ended = await whileTasksRun(() => {
      server.git(["update-ref", "-d", "refs/heads/opus-state"]);
    });
    expect(ended).toMatchObject(conflicted);
    expect(ended.log).toMatch(
      /was deleted while this run went on.*git push origin [0-9a-f]{40}:refs\/heads\/opus-state/,
    );
    expect(ended.log).toMatch(/what was applied is kept in \S+opus-recovery\.json/);
    const again = await rig.step({ command: "apply" });
    expect([again.exitCode, server.tip("opus-state")]).toEqual([1, undefined]);
    expect(again.log).toContain("There is no branch opus-state");
  });

  it("putting an older state back by force is said to be that, and loses nothing", async () => {
    await other.step({ command: "apply" });
    const tip = server.tip("opus-state") ?? "";
    rig.write("opus.yaml", manifest("two"));
    const ended = await whileTasksRun(() => {
      server.git(["update-ref", "refs/heads/opus-state", tip]);
    });
    expect(ended).toMatchObject(conflicted);
    expect(ended.log).toMatch(/serial \d+ was stored, and now serial 2 is, without the lock of this run\./);
    expect(ended.log).toMatch(/what was applied is kept in \S+opus-recovery\.json/);
    expect(server.tip("opus-state")).toBe(tip);
  });

  it("forget, delete and apply of another clone wait for the lock", async () => {
    await other.step({ command: "apply" });
    rig.write("opus.yaml", manifest("two"));
    const ended = await whileTasksRun(async () => {
      for (const inputs of [{ command: "forget", target: "greeting" }, { command: "delete" }, { command: "apply" }]) {
        const one = await other.step({ ...inputs, context: "test", "lock-timeout": "0" });
        expect([one.exitCode, one.outputs["failure-reason"]], one.log).toEqual([1, "state-locked"]);
      }
    });
    expect(ended.exitCode, ended.log).toBe(0);
    expect(tasks()).toEqual(["greeting", "slow"]);
    expect(lock()).toBeNull();
  });
});
