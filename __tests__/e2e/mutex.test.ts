import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {contexts: [{branch: main, context: test}]}
`;

/** Uses something that only one may use at a time, and fails where another one is at it. */
const use = (what: string): string => `mkdir busy || exit 1; sleep 0.1; rmdir busy; echo ${what} >> done.txt`;

function database(name: string, mutex: string): string {
  return `---
apiVersion: opus/v1
kind: Shell
metadata: {name: ${name}${mutex}}
spec:
  create: "${use(`create-${name}`)}; touch ${name}"
  read: "mkdir reading || exit 1; sleep 0.1; rmdir reading; if [ -e ${name} ]; then echo '{}'; fi"
  delete: "${use(`delete-${name}`)}; rm ${name}"
`;
}

const names = ["a", "b", "c", "d"];
const sharing = (mutex: string): string => project + names.map((name) => database(name, mutex)).join("");

describe("tasks that share a mutex", () => {
  it("are never looked at, made or deleted side by side, also once they left the manifest", async () => {
    using rig = new QuickRig({ "opus.yaml": sharing(", mutex: sqlite") });
    expect(statuses((await rig.step({ command: "apply" })).report)).toEqual({
      a: "done",
      b: "done",
      c: "done",
      d: "done",
    });
    expect(rig.state("demo", "test").body.tasks.a).toMatchObject({ lifecycle: { mutex: ["sqlite"] } });
    const again = await rig.step();
    expect(again.exitCode).toBe(0);
    expect(changes(again.report)).toEqual({ a: "noop", b: "noop", c: "noop", d: "noop" });
    rig.write("opus.yaml", project + database("d", ", mutex: [sqlite]"));
    const deleted = await rig.step({ command: "apply" });
    expect(statuses(deleted.report)).toEqual({ a: "done", b: "done", c: "done", d: "done" });
    expect(rig.read("done.txt").split("\n").slice(4, -1)).toEqual(["delete-c", "delete-b", "delete-a"]);
  });

  it("fail without it, as they do side by side", async () => {
    using rig = new QuickRig({ "opus.yaml": sharing("") });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(1);
  });

  it("may get one, or another one, without any change of what they are", async () => {
    using rig = new QuickRig({ "opus.yaml": sharing("") });
    await rig.step({ command: "apply", parallelism: "1" });
    rig.write("opus.yaml", sharing(", mutex: [other, sqlite]"));
    const plan = await rig.step();
    expect(plan.outputs.changes).toBe("false");
    expect(plan.report.contexts[0].tasks[0].metadata).toEqual([{ path: "/mutex", after: ["other", "sqlite"] }]);
    const applied = await rig.step({ command: "apply" });
    expect(changes(applied.report)).toEqual({ a: "noop", b: "noop", c: "noop", d: "noop" });
    expect(rig.state("demo", "test").body.tasks.a).toMatchObject({ lifecycle: { mutex: ["other", "sqlite"] } });
    expect((await rig.step()).report.contexts[0].tasks[0].metadata).toBeUndefined();
  });

  it("are told what is no name of one", async () => {
    using rig = new QuickRig({ "opus.yaml": sharing(', mutex: "a b"') + database("e", ", mutex: []") });
    const { log, exitCode } = await rig.step({ command: "validate" });
    expect(exitCode).toBe(1);
    expect(log).toContain("is not a name: letters, digits");
  });
});
