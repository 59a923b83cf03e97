import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import type { Rig } from "./rig.ts";

const project = (state: string): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
${state}`;
const file = `---
apiVersion: opus/v1
kind: File
metadata: {name: a}
spec: {path: out/a.txt, content: a}
`;
const shell = (create: string): string => `---
apiVersion: opus/v1
kind: Shell
metadata: {name: swap}
spec: {create: ${JSON.stringify(create)}}
`;

function linked(): Rig {
  const rig = new QuickRig();
  const outside = join(rig.directory, "outside");
  mkdirSync(outside);
  mkdirSync(join(rig.workspace, ".github/workflows"), { recursive: true });
  symlinkSync(outside, join(rig.workspace, "out-of-it"));
  symlinkSync(".github/workflows", join(rig.workspace, "flows"));
  return rig;
}

describe("a folder of state that the manifest names", () => {
  it.each([
    ["out-of-it/state", "`out-of-it/state` leads out of the workspace through a symlink"],
    ["flows", "`flows` leads into `.github/workflows`, which opus never touches"],
    [".GITHUB/workflows/x", "`.GITHUB/workflows/x` lies in `.github/workflows`, which opus never touches"],
  ])("is refused where it is, when it leads away: %s", async (path, why) => {
    using rig = linked();
    rig.write("opus.yaml", project(`  state: {path: ${path}}\n`) + file);
    for (const run of [
      await rig.step({ command: "apply" }),
      await rig.step({ command: "plan" }),
      await rig.terminal(["apply", "--context", "test"]),
    ]) {
      expect(run.exitCode).toBe(1);
      expect(run.log).toContain(
        `opus.yaml:6:17: error path-escape: the state path of the Project can't be used: ${why}`,
      );
    }
    expect(rig.exists("out/a.txt")).toBe(false);
    expect(readdirSync(join(rig.directory, "outside"))).toEqual([]);
    expect(readdirSync(join(rig.workspace, ".github/workflows"))).toEqual([]);
  });

  it("is not followed out of the workspace when a script swaps it for a symlink", async () => {
    using rig = linked();
    const swap = "mv data/state data/old && ln -s ../out-of-it data/state";
    rig.write("opus.yaml", project("  state: {path: data/state}\n") + shell(swap) + file);
    const step = await rig.step({ command: "apply" });
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
    expect(step.log).toContain("(`data/state/demo/test` does not exist)");
    expect(step.log).toContain("what was applied is kept in ");
    expect(readdirSync(join(rig.directory, "outside"))).toEqual([]);
  });

  it("may be anywhere when the workflow names it", async () => {
    using rig = linked();
    rig.write("opus.yaml", project("  state: {path: out-of-it/state}\n") + file);
    const elsewhere = join(rig.directory, "outside/kept");
    const step = await rig.step({ command: "apply", "state-path": elsewhere });
    expect(step.exitCode).toBe(0);
    expect(existsSync(join(elsewhere, "demo/test/state.json"))).toBe(true);
  });
});

it("the folder .opus is no way out of the workspace either", async () => {
  using rig = linked();
  symlinkSync("out-of-it", join(rig.workspace, ".opus"));
  rig.write("opus.yaml", project("") + file);
  for (const command of ["apply", "plan"]) {
    const step = await rig.step({ command });
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
    expect(step.log).toMatch(
      /`\.opus[a-z/]*` leads out of the workspace through a symlink\)\. Use a folder of the workspace itself; one that lies elsewhere is named with `state-path`\./,
    );
  }
  expect([rig.exists("out/a.txt"), readdirSync(join(rig.directory, "outside"))]).toEqual([false, []]);
});
