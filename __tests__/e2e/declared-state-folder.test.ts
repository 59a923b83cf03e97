import { expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";

const manifest = (state: string): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{context: test}]
  state: {path: ${state}}
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: Hello}
`;

it("state is kept in the folder that the Project names, where no task may write", async () => {
  using rig = new QuickRig({ "opus.yaml": manifest("kept/state") });
  const applied = await rig.step({ command: "apply", context: "test", "state-backend": "" });
  expect([applied.exitCode, applied.report.contexts[0].state.backend], applied.log).toEqual([0, "file"]);
  expect([rig.exists("kept/state/demo/test/state.json"), rig.exists(".opus")]).toEqual([true, false]);
  expect((await rig.step({ command: "plan", context: "test", "state-backend": "" })).outputs.changes).toBe("false");
  rig.write("opus.yaml", manifest("kept/state").replace("out/hello.txt", "kept/state/hello.txt"));
  const refused = await rig.step({ command: "plan", context: "test" });
  expect(refused.log).toContain("`kept/state/hello.txt` lies where opus keeps its own files");
});

it("a folder outside of the workspace is not for the Project to name", async () => {
  for (const path of ["../state", "/var/state", "a/../../state"]) {
    using rig = new QuickRig({ "opus.yaml": manifest(path) });
    const refused = await rig.step({ command: "plan", context: "test" });
    expect([refused.exitCode, refused.report.failureReason]).toEqual([1, "invalid-manifest"]);
    expect(refused.log).toContain("opus.yaml:6:17: error path-escape: the state path of the Project can't be used: ");
  }
});
