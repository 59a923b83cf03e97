import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, type Rig, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
`;
const file = `---
apiVersion: opus/v1
kind: File
metadata: {name: a}
spec: {path: a.txt, content: one}
`;
const advice = "an earlier run ended in the middle of its create, and nothing can tell whether it took effect" as const;

function slow(lifecycle = ""): string {
  return `---
apiVersion: opus/v1
kind: Shell
metadata: {name: slow${lifecycle}}
spec:
  create: |
    touch slow.started
    until [[ -e go ]]; do sleep 0.05; done
  delete: echo deleted >> slow.deleted
`;
}

const rerun = ", lifecycle: {onInterrupted: rerun}";

async function until(test: () => boolean): Promise<void> {
  for (let tries = 0; !test(); tries++) {
    if (tries > 300) throw new Error("it did not come to that");
    await sleep(50);
  }
}

async function startedApply(rig: Rig) {
  const run = rig.startStep({ command: "apply" });
  await until(() => rig.exists("slow.started"));
  return run;
}

/** An apply that made `a` and was killed in the middle of `slow`. */
async function killedApply(lifecycle = ""): Promise<Rig> {
  const rig = new QuickRig({ "opus.yaml": project + file + slow(lifecycle) });
  const run = await startedApply(rig);
  await until(() => rig.exists("a.txt"));
  run.child.kill("SIGKILL");
  await run.ended;
  return rig;
}

describe("a task that is to go after its create was interrupted", () => {
  it("is deleted with `onInterrupted: rerun` when it left the manifest", async () => {
    using rig = await killedApply(rerun);
    rig.write("opus.yaml", project + file);
    const apply = await rig.step({ command: "apply" });
    expect([apply.exitCode, changes(apply.report)]).toEqual([0, { a: "noop", slow: "delete" }]);
    expect(rig.read("slow.deleted")).toBe("deleted\n");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["a"]);
  });

  it("is deleted by `delete` with what the manifest says now, and else left alone with advice", async () => {
    using rig = await killedApply();
    const refused = await rig.step({ command: "delete", context: "test" });
    expect([refused.exitCode, statuses(refused.report)]).toEqual([1, { a: "done", slow: "failed" }]);
    expect(refused.log).toContain(advice);
    expect(refused.log).toContain("remove it if it is there, and run `forget`");
    rig.write("opus.yaml", project + file + slow(rerun));
    const deleted = await rig.step({ command: "delete", context: "test" });
    expect([deleted.exitCode, changes(deleted.report)]).toEqual([0, { slow: "delete" }]);
    expect(rig.state("demo", "test").body.tasks).toEqual({});
  });
});

describe("rollback after a crash", () => {
  it("does not pass over the interrupted task, and takes a `forget` of it back", async () => {
    using rig = await killedApply();
    const back = await rig.step({ command: "rollback" });
    expect([back.exitCode, statuses(back.report)]).toEqual([1, { slow: "failed", a: "done" }]);
    expect(back.log).toContain(advice);
    expect(rig.exists("a.txt")).toBe(false);
    expect((await rig.step({ command: "forget", target: "slow" })).exitCode).toBe(0);
    const again = await rig.step({ command: "rollback" });
    expect([again.exitCode, changes(again.report)]).toEqual([0, { slow: "adopt" }]);
    expect(rig.state("demo", "test").body.tasks).toMatchObject({ slow: { status: "interrupted" } });
  });
});

describe.each(["file", "branch"])("while an apply goes on, with state on the backend %s", (backend) => {
  it("what only looks says so, and whoever has to wait fails with everything about the lock", async () => {
    await using server = backend === "branch" ? await started() : undefined;
    using rig = new QuickRig({ "opus.yaml": project + file + slow() });
    if (server) rig.remote = { url: server.server.url, token: server.server.token };
    const run = await startedApply(rig);
    await until(() => rig.exists("a.txt"));
    for (const command of ["plan", "drift", "describe"]) {
      const look = await rig.step({ command });
      expect([
        look.exitCode,
        look.report.contexts[0].tasks.find((task: { name: string }) => task.name === "slow"),
      ]).toEqual([
        0,
        expect.objectContaining({
          change: "none",
          drift: "unknown",
          reason: "pending: another run is about to create it",
          error: null,
        }),
      ]);
      expect(look.log).toMatch(
        /notice run-going-on: `apply` has been going on since \S+Z \(lock-id [-0-9a-f]+, http\S+\) and is not through with .*"slow", shown as pending here\./,
      );
      expect(look.log).not.toContain("an earlier run ended");
      expect(look.summary).toContain("### Notes");
      expect(look.summary).not.toContain("### Problems");
    }

    const locked = await rig.step({ command: "apply", "lock-timeout": "0" });
    const [problem, ...others] = locked.report.diagnostics;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: "error", code: "state-locked", file: null });
    expect(problem.message).toMatch(
      /^The state of demo\/test is locked by `apply`.* since \S+, run http\S+\. Wait for that run to end\. If it is gone for good, release its lock: `opus unlock --context test --lock-id \S+ --state-backend (?:file|branch)`, or in a workflow .*\.$/,
    );
    expect(locked.log.split(problem.message)).toHaveLength(3);
    expect(locked.log).toContain(`::error title=state-locked::${problem.message}`);
    expect(locked.summary).toContain("## ❌ `apply` in `test` failed (state-locked)\n");
    expect(locked.summary).toContain(problem.message);
    expect(locked.summary).not.toContain("nothing to do");

    rig.write("go", "");
    expect(await run.ended).toBe(0);
  });
});

it("SIGINT while resources are looked at cancels the run, and is no failed observation", async () => {
  const read = `---
apiVersion: opus/v1
kind: Shell
metadata: {name: seen}
spec:
  create: "true"
  delete: "true"
  read: touch read.started; sleep 30
`;
  using rig = new QuickRig({ "opus.yaml": project + read });
  const run = rig.startStep({ command: "apply" });
  await until(() => rig.exists("read.started"));
  run.child.kill("SIGINT");
  expect(await run.ended).toBe(1);
  const { report, summary, outputs } = run.files();
  expect(outputs["failure-reason"]).toBe("cancelled");
  expect(report.diagnostics).toMatchObject([{ code: "cancelled", message: "the run was cancelled" }]);
  expect(report.contexts[0].tasks).toEqual([]);
  expect(summary).toContain("## ⏹️ `apply` in `test` was cancelled (cancelled)\n");
  expect(run.log()).not.toMatch(/observation|title=task-failed/);
  expect(run.log().match(/^::error /gm)).toHaveLength(1);
});

async function started() {
  const server = await GitServer.start();
  return { server, [Symbol.asyncDispose]: () => server.close() };
}
