import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";

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
`;

let server: GitServer;
let rig: QuickRig;
beforeEach(async () => {
  server = await GitServer.start();
  rig = new QuickRig({ "opus.yaml": manifest("hello") });
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  server.fsck();
  await server.close();
});

/** What a step asks of the server. */
async function asked(command: string, inputs: { readonly [name: string]: string } = {}): Promise<object> {
  const [pushes, requests, commits] = [server.pushes, server.requests.length, server.log("opus-state").length];
  const step = await rig.step({ command, ...inputs });
  return {
    exit: step.exitCode,
    pushes: server.pushes - pushes,
    commits: server.log("opus-state").length - commits,
    requests: server.requests.length - requests,
  };
}

/** Requests of a look at the branch: `ls-remote` and one fetch. */
const look = 4;
/** Requests of a push. */
const push = 2;

describe("what a run asks of the server of its state branch", () => {
  it("is no push and no commit, where there is nothing to write", async () => {
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const nothing = { exit: 0, pushes: 0, commits: 0, requests: look };
    expect(await asked("apply")).toEqual(nothing);
    expect(await asked("plan")).toEqual(nothing);
    expect(await asked("drift")).toEqual(nothing);
    expect(await asked("describe")).toEqual(nothing);
  });

  it("is two pushes, where there is: one takes the lock, the other frees it", async () => {
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    rig.write("opus.yaml", manifest("bye"));
    expect(await asked("apply")).toEqual({ exit: 0, pushes: 2, commits: 2, requests: look + 2 * push });
    expect(server.files("opus-state")).toEqual(["README.md", "demo/test/state.json"]);
  });

  it("is one push, where only state is changed", async () => {
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    const forgets = { exit: 0, pushes: 1, commits: 1, requests: look + push };
    expect(await asked("forget", { context: "test", target: "greeting" })).toEqual(forgets);
  });
});
