import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import type { Rig } from "./rig.ts";

const file = `apiVersion: opus/v1
kind: File
metadata: {name: a}
spec: {path: out/a.txt, content: a}
`;
const project = (name: string, state = ""): string => `apiVersion: opus/v1
kind: Project
metadata: {name: ${name}}
spec:
  contexts: [{branch: main, context: test}]
${state}---
${file}`;

let server: GitServer;
let rig: Rig;
beforeEach(async () => {
  server = await GitServer.start({ repository: "octo/storefront" });
  rig = new QuickRig();
  rig.remote = { url: server.url, token: server.token };
});
afterEach(async () => {
  rig[Symbol.dispose]();
  await server.close();
});

describe("a name that the branch of state can't hold", () => {
  it.each(["README.md", "readme.MD"])("is refused before anything is done: a project called %s", async (name) => {
    rig.write("opus.yaml", project(name));
    const step = await rig.step({ command: "apply" });
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(step.log).toContain(
      `::error title=reserved-name,file=opus.yaml,line=3,col=18,endColumn=26::"${name}" can't be the name of a project: on a branch of state its folder would stand where the README.md of the branch is`,
    );
    expect([rig.exists("out/a.txt"), server.tip("opus-state")]).toEqual([false, undefined]);
  });

  it("is none for a repository that is called so: its project gets another name", async () => {
    rig.write("opus.yaml", file);
    const apply = { command: "apply", context: "test" };
    const step = await rig.step(apply, { env: { GITHUB_REPOSITORY: "octo/README.md" } });
    // The repository is not there; the name of the project is.
    expect(step.report.project).toBe("README-md");
    expect(rig.exists("out/a.txt")).toBe(false);
  });

  it("is refused where a command line names it", async () => {
    rig.write("opus.yaml", project("demo"));
    const named = ["--project", "README.md", "--context", "test", "--state-backend", "file"];
    const { exitCode, log } = await rig.terminal(["state", "show", ...named]);
    expect([exitCode, log]).toEqual([1, expect.stringContaining(`"README.md" can't be the name of a project`)]);
  });

  it("and HEAD is no branch, neither in the manifest nor as an input", async () => {
    rig.write("opus.yaml", project("demo", "  state: {branch: HEAD}\n"));
    const said = await rig.step({ command: "apply" });
    expect([said.exitCode, said.outputs["failure-reason"]]).toEqual([1, "invalid-manifest"]);
    expect(said.log).toContain('Project.spec.state.branch "HEAD" is not the name of a branch');
    rig.write("opus.yaml", project("demo"));
    const given = await rig.step({ command: "apply", "state-branch": "HEAD" });
    expect([given.exitCode, given.outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    expect(server.git(["for-each-ref", "--format=%(refname)"])).toBe("refs/heads/main\n");
  });

  it("does not lead to what somebody has put in the place of a project's folder", async () => {
    server.write("opus-state", { "README.md": "" });
    rig.write("opus.yaml", project("demo"));
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    server.write("opus-state", { "demo/test/state.json": null, "demo/test": null, demo: "a file" }, "By hand");
    const step = await rig.step({ command: "apply" });
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
  });
});
