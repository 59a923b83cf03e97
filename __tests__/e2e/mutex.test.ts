import { describe, expect, it, vi } from "vitest";
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

  it("are warned of a name that one of them alone has", async () => {
    const three =
      database("a", ", mutex: sqlite") + database("b", ", mutex: [sqlite]") + database("c", ", mutex: [sqlitte]");
    using rig = new QuickRig({ "opus.yaml": project + three + database("d", ", mutex: lonely") });
    const { report, exitCode } = await rig.step({ command: "validate" });
    expect(exitCode).toBe(0);
    expect(report.diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "mutex-of-one",
        message: 'no other task has the mutex "sqlitte", so this one waits for nobody',
        suggestion: 'Did you mean "sqlite"?',
        line: 24,
      },
      { code: "mutex-of-one", suggestion: "Give it to the tasks that share the same thing too, or take it away here." },
    ]);
    rig.write("opus.yaml", project + database("a", ", mutex: sqlite") + database("b", ", mutex: [sqlite]"));
    expect((await rig.step({ command: "validate" })).report.diagnostics).toEqual([]);
  });

  it("go on one by one after one of them took too long", async () => {
    const stuck = `---
apiVersion: opus/v1
kind: Shell
metadata: {name: a, timeout: 1s, mutex: sqlite}
spec: {create: sleep 600}
`;
    using rig = new QuickRig({ "opus.yaml": project + stuck + database("b", ", mutex: sqlite") });
    const applied = await rig.step({ command: "apply" });
    expect([applied.exitCode, statuses(applied.report).b]).toEqual([1, "done"]);
    expect(statuses(applied.report).a).not.toBe("done");
    expect(rig.read("done.txt")).toBe("create-b\n");
  });

  it("that wait for one are cancelled with the run, and not begun", async () => {
    const waits = database("a", ", mutex: sqlite").replace(use("create-a"), "touch begun; sleep 30");
    using rig = new QuickRig({ "opus.yaml": project + waits + database("b", ", mutex: sqlite") });
    const run = rig.startStep({ command: "apply" });
    await vi.waitFor(() => expect(rig.exists("begun")).toBe(true), { timeout: 20_000, interval: 50 });
    run.child.kill("SIGINT");
    expect(await run.ended).not.toBe(0);
    expect([rig.exists("b"), rig.exists("done.txt")]).toEqual([false, false]);
    rig.write(
      "opus.yaml",
      project + database("b", ", mutex: [sqlite, other]") + database("c", ", mutex: [sqlite, other]"),
    );
    expect(statuses((await rig.step({ command: "apply", "max-deletes": "1" })).report)).toMatchObject({
      b: "done",
      c: "done",
    });
  });
});
