import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes, drifts, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts:
  - {branch: main, context: test}
  - {input: true}
`;

function file(name: string, path: string, content: string, metadata = ""): string {
  return `---
apiVersion: opus/v1
kind: File
metadata: {name: ${name}${metadata}}
spec: {path: ${path}, content: ${JSON.stringify(content)}}
`;
}

describe("the life of a file", () => {
  it("is planned, created, left alone, found drifted, mended, rolled back and deleted", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("greeting", "out/hello.txt", "Hello World!\n") });

    const plan = await rig.step({ command: "plan" });
    expect(plan.exitCode).toBe(0);
    expect(plan.outputs).toMatchObject({
      command: "plan",
      context: "test",
      changes: "true",
      drift: "false",
      "to-create": "1",
      "failure-reason": "",
    });
    expect(rig.exists("out/hello.txt")).toBe(false);
    expect(rig.exists(".opus")).toBe(false);

    const created = await rig.step({ command: "apply" });
    expect(created.exitCode).toBe(0);
    expect(rig.read("out/hello.txt")).toBe("Hello World!\n");
    expect(changes(created.report)).toEqual({ greeting: "create" });
    expect(statuses(created.report)).toEqual({ greeting: "done" });
    expect(JSON.parse(created.outputs.outputs ?? "")).toEqual({
      greeting: {
        FILE_PATH: "out/hello.txt",
        SIZE: 13,
        SHA256_CHECKSUM: "03ba204e50d126e4674c005e04d82e84c21366780af1f43bd54a37816b6ab340",
        EXECUTABLE: false,
      },
    });
    const { serial } = rig.state("demo", "test");

    const again = await rig.step({ command: "apply" });
    expect(again.outputs).toMatchObject({ changes: "false", unchanged: "1", "to-create": "0" });
    expect(rig.state("demo", "test").serial).toBe(serial);

    rig.write("out/hello.txt", "edited by hand\n");
    const drift = await rig.step({ command: "drift" });
    expect(drift.exitCode).toBe(0);
    expect(drift.outputs.drift).toBe("true");
    expect(drifts(drift.report)).toEqual({ greeting: "resource-changed" });
    const strict = await rig.step({ command: "drift", "fail-on-drift": "true" });
    expect(strict.exitCode).toBe(1);
    expect(strict.outputs["failure-reason"]).toBe("drift-detected");

    const mended = await rig.step({ command: "apply" });
    expect(changes(mended.report)).toEqual({ greeting: "update" });
    expect(mended.report.contexts[0].tasks[0]).toMatchObject({
      reason: "drifted",
      fields: [{ path: "/content", before: "edited by hand\n", after: "Hello World!\n" }],
    });
    expect(rig.read("out/hello.txt")).toBe("Hello World!\n");

    rig.write("opus.yaml", project + file("greeting", "out/hello.txt", "Hello again!\n"));
    const changed = await rig.step({ command: "drift" });
    expect(drifts(changed.report)).toEqual({ greeting: "spec-changed" });
    expect(changed.outputs).toMatchObject({ drift: "false", changes: "true" });
    rig.write("out/hello.txt", "and by hand\n");
    expect(drifts((await rig.step({ command: "drift" })).report)).toEqual({ greeting: "both" });
    await rig.step({ command: "apply" });
    expect(rig.read("out/hello.txt")).toBe("Hello again!\n");

    const back = await rig.step({ command: "rollback" });
    expect(back.exitCode).toBe(0);
    // What somebody had written by hand was there, so that comes back.
    expect(rig.read("out/hello.txt")).toBe("and by hand\n");
    const second = await rig.step({ command: "rollback" });
    expect(second.exitCode).toBe(1);
    expect(second.outputs["failure-reason"]).toBe("invalid-input");
    expect(second.log).toContain(
      "there is no run to undo: nothing was changed since the last rollback. Give the input `to` the serial of an earlier state",
    );

    const deleted = await rig.step({ command: "delete", context: "test" });
    expect(deleted.exitCode).toBe(0);
    expect(rig.exists("out/hello.txt")).toBe(false);
    expect(rig.state("demo", "test").body.tasks).toEqual({});
  });

  it("is missing when somebody removed it, and made again", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("greeting", "hello.txt", "hi") });
    await rig.step({ command: "apply" });
    rig.remove("hello.txt");
    const plan = await rig.step();
    expect(plan.outputs).toMatchObject({ drift: "true", "to-create": "1" });
    expect(plan.report.contexts[0].tasks[0]).toMatchObject({ change: "create", reason: "missing", drift: "missing" });
    await rig.step({ command: "apply" });
    expect(rig.read("hello.txt")).toBe("hi");
  });

  it("is silently made again when it is ephemeral", async () => {
    using rig = new QuickRig({
      "opus.yaml": project + file("greeting", "hello.txt", "hi", ", lifecycle: {ephemeral: true}"),
    });
    await rig.step({ command: "apply" });
    rig.remove("hello.txt");
    const plan = await rig.step({ "expect-no-changes": "true" });
    expect(plan.exitCode).toBe(0);
    expect(plan.outputs).toMatchObject({ changes: "false", drift: "false", "to-create": "0" });
    await rig.step({ command: "apply", "expect-no-changes": "true" });
    expect(rig.read("hello.txt")).toBe("hi");
  });

  it("is never overwritten when opus did not make it, unless it is to be adopted", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("greeting", "hello.txt", "ours"), "hello.txt": "theirs" });
    const refused = await rig.step({ command: "apply" });
    expect(refused.exitCode).toBe(1);
    expect(refused.outputs["failure-reason"]).toBe("task-failed");
    expect(refused.log).toContain("the resource exists, differs from the spec in /content, and was not made by opus");
    expect(rig.read("hello.txt")).toBe("theirs");

    rig.write("hello.txt", "ours");
    const adopted = await rig.step({ command: "apply" });
    expect(changes(adopted.report)).toEqual({ greeting: "adopt" });
    expect(adopted.outputs["to-adopt"]).toBe("1");

    rig.write("other.txt", "theirs");
    rig.write(
      "opus.yaml",
      project +
        file("other", "other.txt", "ours", ", lifecycle: {adopt: true}") +
        file("greeting", "hello.txt", "ours"),
    );
    await rig.step({ command: "apply" });
    expect(rig.read("other.txt")).toBe("ours");
  });
});

describe("tasks that leave the manifest", () => {
  const both =
    project + file("first", "a.txt", "a") + file("second", "b.txt", "b", ", dependencies: [{tasks: [first]}]");

  it("are deleted from recorded state, dependants first", async () => {
    using rig = new QuickRig({ "opus.yaml": both });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project);
    const plan = await rig.step();
    expect(plan.outputs["to-delete"]).toBe("2");
    expect(plan.report.contexts[0].order).toEqual(["second", "first"]);
    const applied = await rig.step({ command: "apply", "max-deletes": "2" });
    expect(changes(applied.report)).toEqual({ second: "delete", first: "delete" });
    expect(rig.exists("a.txt") || rig.exists("b.txt")).toBe(false);
  });

  it("are kept by max-deletes, by preventDestroy and by onRemove", async () => {
    using rig = new QuickRig({
      "opus.yaml":
        project +
        file("kept", "k.txt", "k", ", lifecycle: {preventDestroy: [test]}") +
        file("plain", "p.txt", "p") +
        file("left", "l.txt", "l", ", lifecycle: {onRemove: forget}"),
    });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + file("kept", "k.txt", "k", ", lifecycle: {preventDestroy: [test]}"));
    const limited = await rig.step({ command: "apply", "max-deletes": "0" });
    expect(limited.exitCode).toBe(1);
    expect(limited.outputs).toMatchObject({ "failure-reason": "guarded", "to-delete": "1" });
    expect(limited.log).toContain(
      "the plan would delete or replace 1 resource (plain), and the input `max-deletes` allows 0",
    );
    expect(rig.exists("p.txt")).toBe(true);

    const allowed = await rig.step({ command: "apply" });
    expect(changes(allowed.report)).toEqual({ kept: "noop", plain: "delete", left: "forget" });
    expect(rig.exists("p.txt")).toBe(false);
    expect(rig.exists("l.txt")).toBe(true);

    rig.write("opus.yaml", project);
    const guarded = await rig.step({ command: "plan" });
    expect(guarded.exitCode).toBe(1);
    expect(guarded.outputs["failure-reason"]).toBe("guarded");
    expect(guarded.log).toContain(
      'the plan would delete "kept", which `preventDestroy` protects in the context "test"',
    );
    const whole = await rig.step({ command: "delete", context: "test" });
    expect(whole.outputs["failure-reason"]).toBe("guarded");
    expect(rig.exists("k.txt")).toBe(true);
  });

  it("follow a rename without being touched", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("hello", "h.txt", "h") });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + file("greeting", "h.txt", "h"));
    const clash = await rig.step({ command: "apply" });
    expect(clash.outputs["failure-reason"]).toBe("invalid-manifest");
    expect(clash.log).toContain('task "greeting" is the resource that state holds as "hello": File h.txt');
    expect(clash.log).toContain(
      'If "hello" was renamed, write `formerNames: [hello]` into the metadata of "greeting"; else run `forget` with target "hello", which drops it from state and leaves the resource as it is.',
    );
    rig.write("opus.yaml", project + file("greeting", "h.txt", "h", ", formerNames: [hello]"));
    const renamed = await rig.step({ command: "apply" });
    expect(changes(renamed.report)).toEqual({ greeting: "noop" });
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["greeting"]);
  });
});

describe("a failing script", () => {
  const shell = (name: string, create: string, more = ""): string => `---
apiVersion: opus/v1
kind: Shell
metadata: {name: ${name}${more}}
spec:
  create: ${JSON.stringify(create)}
  delete: ${JSON.stringify(`rm -f ${name}.made; echo undone >> log.txt`)}
`;

  it("is rolled back, its dependants are skipped, the rest finishes, and the next apply recovers", async () => {
    const tasks = (code: number): string =>
      project +
      shell("bad", `touch bad.made; echo half done; exit ${code}`) +
      shell("after", "touch after.made", ", dependencies: [{tasks: [bad]}]") +
      shell("apart", "touch apart.made");
    using rig = new QuickRig({ "opus.yaml": tasks(3) });
    const failed = await rig.step({ command: "apply" });
    expect(failed.exitCode).toBe(1);
    expect(failed.outputs).toMatchObject({ "failure-reason": "task-failed", failed: "1", "to-create": "3" });
    expect(statuses(failed.report)).toEqual({ bad: "rolled-back", after: "skipped", apart: "done" });
    expect(failed.report.contexts[0].tasks[0].error.message).toBe("create script exited with 3");
    expect(rig.exists("bad.made")).toBe(false);
    expect(rig.read("log.txt")).toBe("undone\n");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["apart"]);
    expect(rig.state("demo", "test").body.pending).toEqual([]);
    expect(failed.log).toMatch(/::error title=.*,file=opus\.yaml,line=\d+/);

    rig.write("opus.yaml", tasks(0));
    const recovered = await rig.step({ command: "apply" });
    expect(recovered.exitCode).toBe(0);
    expect(statuses(recovered.report)).toEqual({ bad: "done", after: "done", apart: "done" });
    expect(changes(recovered.report)).toEqual({ bad: "create", after: "create", apart: "noop" });
  });

  it("is tainted when it may not be rolled back, and run again by the next apply", async () => {
    using rig = new QuickRig({
      "opus.yaml": project + shell("bad", "touch bad.made; exit 1", ", autoRollback: false"),
    });
    const failed = await rig.step({ command: "apply" });
    expect(statuses(failed.report)).toEqual({ bad: "failed" });
    expect(rig.state("demo", "test").body.tasks.bad.status).toBe("tainted");
    expect(rig.exists("bad.made")).toBe(true);
  });
});

describe("commands of the project", () => {
  it("take the place of the built-in names", async () => {
    const mapped = project.replace("spec:\n", "spec:\n  commands: {deploy: apply}\n");
    using rig = new QuickRig({
      "opus.yaml": mapped + file("greeting", "h.txt", "h", ", processingScope: [{commands: [deploy]}]"),
    });
    const removed = await rig.step({ command: "apply" });
    expect(removed.outputs["failure-reason"]).toBe("invalid-input");
    expect(removed.log).toContain('the command "apply" is not available: this project calls it "deploy"');
    expect((await rig.step({ command: "create" })).outputs["failure-reason"]).toBe("invalid-input");
    expect((await rig.step({ command: "plan" })).outputs["to-create"]).toBe("1");
    const deployed = await rig.step({ command: "deploy" });
    expect(deployed.exitCode).toBe(0);
    expect(rig.read("h.txt")).toBe("h");
  });

  it("create only creates, update only updates", async () => {
    using rig = new QuickRig({ "opus.yaml": project + file("old", "old.txt", "1") });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + file("old", "old.txt", "2") + file("new", "new.txt", "1"));
    await rig.step({ command: "create" });
    expect([rig.read("old.txt"), rig.read("new.txt")]).toEqual(["1", "1"]);
    rig.write(
      "opus.yaml",
      project + file("old", "old.txt", "2") + file("new", "new.txt", "1") + file("newer", "newer.txt", "1"),
    );
    await rig.step({ command: "update" });
    expect(rig.read("old.txt")).toBe("2");
    expect(rig.exists("newer.txt")).toBe(false);
  });
});
