import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { Rig } from "./rig.ts";

/** A run waits in the middle of its plan, or of the task `slow`, where there is a file of that name until it is gone. */
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
  read: "touch looked; while [ -e hold-plan ]; do sleep 0.02; done; if [ -e made ]; then echo '{}'; fi"
  create: "touch creating; while [ -e hold-create ]; do sleep 0.02; done; touch made"
  delete: "rm -f made"
`;

let server: GitServer;
let rig: Rig;
let other: Rig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new Rig({ "opus.yaml": manifest("one") });
  other = new Rig({ "opus.yaml": manifest("two") });
  for (const each of [rig, other]) each.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  for (const each of [rig, other]) each[Symbol.dispose]();
  server.fsck();
  await server.close();
});

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 30_000) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** Starts an apply, and waits until it has begun to look at what is there. */
async function planning(runner: Rig) {
  runner.write("hold-plan", "");
  const run = runner.startStep({ command: "apply" });
  await until(() => runner.exists("looked"), "the plan");
  return run;
}

function stored() {
  return JSON.parse(server.file("opus-state", "demo/test/state.json") ?? "null");
}

describe("a run that plans while another one writes", () => {
  it("plans again from what that one has stored, and loses nothing of it", async () => {
    const first = await planning(rig);
    expect((await other.step({ command: "apply" })).exitCode).toBe(0);
    const serial = stored().serial;
    rig.remove("hold-plan");
    expect(await first.ended).toBe(0);
    const { report, outputs } = first.files();
    expect(first.log()).toContain("Another run has changed the state of test meanwhile; planning again.");
    // The other machine's file is not on this one: recorded, and gone.
    expect(report.contexts[0].counts).toMatchObject({ create: 2, update: 0, adopt: 0 });
    expect(report.contexts[0].tasks.map(({ status }: { status: string }) => status)).toEqual(["done", "done"]);
    expect(outputs["failure-reason"]).toBe("");
    expect(first.log()).not.toContain("state could not be written");
    expect(stored().serial).toBe(serial + 2);
    expect(stored().lineage).toBe(report.contexts[0].state.lineage);
    expect(server.files("opus-state")).toEqual(["README.md", "demo/test/state.json"]);
  });

  it("waits for its lock before it writes", async () => {
    const first = await planning(rig);
    other.write("hold-create", "");
    const second = other.startStep({ command: "apply" });
    await until(() => other.exists("creating"), "the other run");
    rig.remove("hold-plan");
    await until(() => first.log().includes("Waiting for the lock of apply"), "the wait");
    expect(rig.exists("out/hello.txt")).toBe(false);
    other.remove("hold-create");
    expect([await second.ended, await first.ended]).toEqual([0, 0]);
    expect(first.log()).toContain("planning again");
    expect(server.files("opus-state")).toEqual(["README.md", "demo/test/state.json"]);
  });

  it("gives up after lock-timeout, and has changed nothing", async () => {
    rig.write("hold-plan", "");
    const first = rig.startStep({ command: "apply", "lock-timeout": "1s" });
    await until(() => rig.exists("looked"), "the plan");
    other.write("hold-create", "");
    const second = other.startStep({ command: "apply" });
    await until(() => other.exists("creating"), "the other run");
    rig.remove("hold-plan");
    expect(await first.ended).toBe(1);
    expect(first.files().outputs["failure-reason"]).toBe("state-locked");
    expect(rig.exists("out/hello.txt")).toBe(false);
    expect(rig.exists("opus-recovery.json")).toBe(false);
    other.remove("hold-create");
    expect(await second.ended).toBe(0);
  });
});

describe("a run that was killed while it planned", () => {
  it("has written nothing, and its post step ends what it had started", async () => {
    const run = await planning(rig);
    run.child.kill("SIGKILL");
    await run.ended;
    const { requests, pushes } = server;
    const before = requests.length;
    expect(scriptsOf(rig)).not.toEqual([]);
    const post = await rig.post(run);
    expect([post.exitCode, scriptsOf(rig)]).toEqual([0, []]);
    expect([server.pushes, requests.length > before]).toEqual([pushes, true]);
    expect(server.tip("opus-state")).toBeUndefined();
  });

  it("leaves nothing running once the next run on the machine is through", async () => {
    const run = await planning(rig);
    run.child.kill("SIGKILL");
    await run.ended;
    rig.remove("looked");
    const next = rig.startStep({ command: "apply" });
    await until(() => /ended what it had left: \d process/.test(next.log()), "the end of what was left");
    rig.remove("hold-plan");
    expect(await next.ended).toBe(0);
    expect(scriptsOf(rig)).toEqual([]);
  });
});

/** Scripts of runs in a workspace. */
function scriptsOf({ workspace }: Rig): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, "utf8").includes(`GITHUB_WORKSPACE=${workspace}`)
      );
    } catch {
      return false;
    }
  });
}
