import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { changes, Rig } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
`;

/** A run waits in the middle of its plan where there is a file of that name until it is gone. */
const manifest = (content: string): string => `${project}---
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
  create: "touch made"
  delete: "rm -f made"
`;

let server: GitServer;
let rig: Rig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new Rig({ "opus.yaml": manifest("one") });
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  server.fsck();
  await server.close();
});

/** Starts an apply, and waits until it has begun to look at what is there. */
async function planning(runner: Rig, inputs: { readonly [name: string]: string } = {}) {
  runner.remove("looked");
  runner.write("hold-plan", "");
  const run = runner.startStep({ command: "apply", ...inputs });
  for (let waited = 0; !runner.exists("looked"); waited += 20) {
    if (waited > 30_000) throw new Error(`waited in vain for the plan: ${run.log()}`);
    await sleep(20);
  }
  return run;
}

/** A run of another machine plans from a state that somebody takes away meanwhile. */
async function whilePlanning(change: () => void) {
  const fresh = new Rig({ "opus.yaml": manifest("three") });
  try {
    fresh.remote = { url: server.url, token: server.token };
    const run = await planning(fresh);
    change();
    fresh.remove("hold-plan");
    const exitCode = await run.ended;
    return { exitCode, log: run.log(), ...run.files(), made: fresh.exists("out/hello.txt") };
  } finally {
    fresh[Symbol.dispose]();
  }
}

const refused = { exitCode: 1, made: false, outputs: { "failure-reason": "state-conflict" } };

describe("state that is taken away while a run plans", () => {
  beforeEach(async () => {
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
  });

  it("is not begun anew where the branch was deleted, and the log says how to bring it back", async () => {
    const tip = server.tip("opus-state");
    const run = await whilePlanning(() => server.git(["update-ref", "-d", "refs/heads/opus-state"]));
    expect(run).toMatchObject(refused);
    expect(run.log).toContain(`git push origin ${tip}:refs/heads/opus-state`);
    expect(run.log).not.toContain("planning again");
    expect(server.tip("opus-state")).toBeUndefined();
  });

  it("is not gone on from where an older one was put back by force", async () => {
    const tip = server.tip("opus-state") ?? "";
    rig.write("opus.yaml", manifest("two"));
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const run = await whilePlanning(() => server.git(["update-ref", "refs/heads/opus-state", tip]));
    expect(run).toMatchObject(refused);
    expect(run.log).toContain("serial 4 was stored, and now serial 2 is");
    expect(server.tip("opus-state")).toBe(tip);
  });
});

describe("a run that changes nothing but what is recorded", () => {
  const key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  it("is cancelled in the middle of its plan as any other, also where it would have sealed state", async () => {
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const run = await planning(rig, { "encryption-key": key, initialize: "true" });
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(1);
    expect(run.files().outputs["failure-reason"]).toBe("cancelled");
    expect(run.log()).not.toContain("recovery");
    expect(server.files("opus-state")).toEqual(["README.md", "demo/test/state.json"]);
  });

  it("leaves no recovery file where it may not write: the same command finds the same again", async () => {
    rig.write("opus.yaml", manifest("one").split("---\n").slice(0, 2).join("---\n"));
    rig.write("out/hello.txt", "one");
    server.tokens.set("ghs_readonly", "read");
    rig.remote = { url: server.url, token: "ghs_readonly" };
    const refusedStep = await rig.step({ command: "apply" });
    expect(refusedStep).toMatchObject({ exitCode: 1, outputs: { "failure-reason": "state-unavailable" } });
    expect(refusedStep.log).not.toContain("recovery");
    rig.remote = { url: server.url, token: server.token };
    const again = await rig.step({ command: "apply" });
    expect([again.exitCode, changes(again.report)]).toEqual([0, { greeting: "adopt" }]);
    rig.remote = { url: server.url, token: "ghs_readonly" };
    const forget = await rig.step({ command: "forget", target: "greeting" });
    expect(forget).toMatchObject({ exitCode: 1, outputs: { "failure-reason": "state-unavailable" } });
    expect(forget.log).not.toContain("recovery");
  });
});
