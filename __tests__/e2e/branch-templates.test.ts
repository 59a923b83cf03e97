import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import type { StepResult } from "./rig.ts";

const manifest = (rules: string, content = "hello", metadata = "name: demo"): string => `apiVersion: opus/v1
kind: Project
metadata: {${metadata}}
spec:
  contexts: [${rules}]
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
  rig = new QuickRig({ "opus.yaml": manifest("{input: true}") });
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  server.fsck();
  await server.close();
});

const step = (inputs: { readonly [name: string]: string }, text?: string): Promise<StepResult> => {
  if (text !== undefined) rig.write("opus.yaml", text);
  return rig.step({ command: "apply", "state-branch": "state/${OPUS:project}/${OPUS:context}", ...inputs });
};

function succeeded(one: StepResult): StepResult {
  expect([one.exitCode, one.exitCode === 0 ? "" : one.log]).toEqual([0, ""]);
  return one;
}

function branches(): string[] {
  const listed = server.git(["for-each-ref", "--format=%(refname:short)", "refs/heads/state", "refs/heads/opus-state"]);
  return listed.split("\n").filter((line) => line !== "");
}

function serials(branch: string): string[] {
  return server.log(branch).flatMap(({ message }) => /^Opus-Serial: (\d+)$/m.exec(message)?.[1] ?? []);
}

describe("a state branch with references in its name", () => {
  it("is one for each context and project", async () => {
    succeeded(await step({ context: "test" }));
    succeeded(await step({ context: "prod" }));
    expect(branches()).toEqual(["state/demo/prod", "state/demo/test"]);
    expect(server.files("state/demo/prod")).toEqual(["README.md", "demo/prod/state.json"]);
    expect(succeeded(await step({ context: "test" })).outputs.changes).toBe("false");
    const unlocked = await step({ command: "unlock", context: "test", "lock-id": "none" });
    expect(unlocked.log).toContain('Nobody holds a lock on the state of demo/test, so "none" can\'t be released.');
  });

  it("may be said by the Project; other references are refused there, with their place", async () => {
    const said = (branch: string): string =>
      manifest("{input: true}").replace("spec:\n", `spec:\n  state: {branch: "${branch}"}\n`);
    succeeded(await step({ context: "prod", "state-branch": "" }, said("by-${OPUS:context}")));
    expect(server.files("by-prod")).toEqual(["README.md", "demo/prod/state.json"]);
    const wrong = await step({ context: "prod", "state-branch": "" }, said("by-${ENV:USER}"));
    expect([wrong.exitCode, wrong.log]).toEqual([
      1,
      expect.stringContaining(
        'Project.spec.state.branch "by-${ENV:USER}" is not the name of a branch, in which of references only ${OPUS:context} and ${OPUS:project} may stand',
      ),
    ]);
    const input = await step({ context: "prod", "state-branch": "by-${ENV:USER}" }, manifest("{input: true}"));
    expect(input.log).toContain("of references only ${OPUS:context} and ${OPUS:project} may stand in it");
  });
});

describe("a context that was renamed, where each has its own branch", () => {
  const renamed = (content: string): string => manifest("{input: [live], formerNames: [prod]}", content);

  it("is carried over with its history", async () => {
    succeeded(await step({ context: "prod" }, manifest("{input: [prod]}", "one")));
    succeeded(await step({ context: "prod" }, manifest("{input: [prod]}", "two")));
    const carried = succeeded(await step({ context: "live" }, renamed("three")));
    expect(carried.log).toContain("carried the state of demo/prod over to demo/live");
    expect(server.files("state/demo/prod")).toEqual(["README.md"]);
    expect(server.files("state/demo/live")).toEqual(["README.md", "demo/live/state.json"]);
    succeeded(await step({ context: "live", command: "rollback", to: "2" }));
    expect(rig.read("out/hello.txt")).toBe("one");
    // Whoever still looks there is told.
    const late = await step({ context: "prod", command: "plan" }, manifest("{input: [prod]}", "one"));
    expect(late.log).toContain("demo/live");
    expect(late.exitCode).toBe(1);
  });

  it("is carried over by the next run, when one was stopped in between", async () => {
    succeeded(await step({ context: "prod" }, manifest("{input: [prod]}", "one")));
    // What leaves the old branch is refused.
    server.hook(
      "while read old new ref; do if [ $ref = refs/heads/state/demo/prod ] && ! git ls-tree -r --name-only $new | grep -q state.json; then exit 1; fi; done",
    );
    const stopped = await step({ context: "live" }, renamed("one"));
    expect(stopped.exitCode).toBe(1);
    expect(server.files("state/demo/live")).toContain("demo/live/state.json");
    expect(server.files("state/demo/prod")).toContain("demo/prod/state.json");
    server.hook(undefined);
    const again = succeeded(await step({ context: "live" }, renamed("two")));
    expect(again.log).toContain("carried the state of demo/prod over to demo/live");
    expect(server.files("state/demo/prod")).toEqual(["README.md"]);
    expect(serials("state/demo/live")[0]).toBe("4");
    expect(rig.read("out/hello.txt")).toBe("two");
  });

  it("is told of, where nothing says that it was renamed", async () => {
    succeeded(await step({ context: "prod" }, manifest("{input: [prod]}")));
    const plan = await step({ context: "live", command: "plan" }, manifest("{input: [live]}"));
    expect(plan.log).toContain("beside it lies the state of demo/prod");
  });
});
