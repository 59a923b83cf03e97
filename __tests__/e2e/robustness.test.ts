import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { times } from "../faults/scale.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, type StepResult, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
`;

const task = (kind: string, metadata: object, spec: object): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind, metadata, spec })}\n`;
const shell = (metadata: object, spec: object): string => task("Shell", metadata, spec);
const file = (name: string, content: string, metadata: object = {}): string =>
  task("File", { name, ...metadata }, { path: `out/${name}.txt`, content });

async function until(condition: () => boolean, what: string, limitMs = 15_000): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > limitMs) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** Processes whose working directory is in the workspace: scripts, and what they started. */
function processesIn(rig: Rig): string[] {
  const root = realpathSync(rig.workspace);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((name) => {
      try {
        if (!readlinkSync(`/proc/${name}/cwd`).startsWith(root)) return [];
        return [`${name} ${readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ")}`];
      } catch {
        return [];
      }
    });
}

const stateFile = ".opus/state/demo/test/state.json";
const journalFile = ".opus/state/demo/test/journal.ndjson";

/** Names in stored state, as applied (in state or journal) or pending. */
function known(rig: Rig): { applied: string[]; pending: string[] } {
  const { tasks, pending } = rig.state("demo", "test").body;
  const results = (rig.exists(journalFile) ? rig.read(journalFile) : "")
    .split("\n")
    .slice(1, -1)
    .map((line) => JSON.parse(line).line)
    .filter((line) => line.type === "result" && line.entry !== null)
    .map((line) => line.task);
  return {
    applied: [...Object.keys(tasks), ...results],
    pending: pending.map((intent: { task: string }) => intent.task),
  };
}

describe("a cancelled run", () => {
  const scripts =
    shell({ name: "plain" }, { create: "touch plain.started; sleep 60; touch plain.made" }) +
    shell({ name: "deaf" }, { create: "trap '' TERM INT; touch deaf.started; while true; do sleep 60; done" }) +
    shell(
      { name: "deaf-child" },
      { create: "(trap '' TERM INT HUP; sleep 60) & (trap '' TERM; exec sleep 61) & touch child.started; wait" },
    ) +
    file("quick", "q") +
    shell({ name: "after", dependencies: [{ tasks: ["plain"] }] }, { create: "touch after.made" });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends within seconds after %s, stores its state, and leaves no process behind",
    async (signal) => {
      using rig = new Rig({ "opus.yaml": project + scripts });
      const run = rig.startStep({ command: "apply" });
      await until(() => ["plain", "deaf", "child"].every((name) => rig.exists(`${name}.started`)), "the scripts");
      const asked = Date.now();
      run.child.kill(signal);
      expect(await run.ended).toBe(1);
      expect(Date.now() - asked).toBeLessThan(6_000);
      const { outputs, report } = run.files();
      expect(outputs["failure-reason"]).toBe("cancelled");
      expect(report).toMatchObject({ result: "cancelled", failureReason: "cancelled" });
      expect(statuses(report)).toEqual({
        plain: "cancelled",
        deaf: "cancelled",
        "deaf-child": "cancelled",
        quick: "done",
        after: "skipped",
      });
      expect(run.log()).toContain(
        "the run was cancelled; what was done is recorded, and the next run settles what was under way",
      );
      await sleep(1_000);
      expect(processesIn(rig)).toEqual([]);
      const { applied, pending } = known(rig);
      expect(applied).toEqual(["quick"]);
      // What never began is no concern of the next run.
      expect(pending.sort()).toEqual(["deaf", "deaf-child", "plain"]);
      expect(rig.exists(journalFile)).toBe(false);
    },
  );

  it("is settled by the next apply: looked at where there is a `read`, else stopped or run again", async () => {
    const sleeps = "[[ -e go ]] || sleep 60";
    const tasks =
      project +
      shell(
        { name: "made" },
        {
          create: `touch made; touch made.started; ${sleeps}`,
          read: "[[ ! -e made ]] || echo '{}'",
          delete: "rm made",
        },
      ) +
      shell(
        { name: "unmade" },
        { create: `touch unmade.started; ${sleeps}; touch unmade`, read: "[[ ! -e unmade ]] || echo '{}'" },
      ) +
      shell({ name: "unclear" }, { create: `echo once >> unclear; ${sleeps}` }) +
      shell({ name: "again", lifecycle: { onInterrupted: "rerun" } }, { create: `echo once >> again; ${sleeps}` }) +
      shell({ name: "after", dependencies: [{ tasks: ["unclear"] }] }, { create: "touch after" }) +
      file("apart", "a");
    using rig = new Rig({ "opus.yaml": tasks });
    const run = rig.startStep({ command: "apply" });
    await until(
      () => ["made.started", "unmade.started", "unclear", "again"].every((name) => rig.exists(name)),
      "the scripts",
    );
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(1);

    rig.write("go", "");
    const planned = await rig.step({ command: "plan" });
    expect(changes(planned.report)).toEqual({
      made: "noop",
      unmade: "create",
      unclear: "none",
      again: "create",
      after: "none",
      apart: "noop",
    });
    const settled = await rig.step({ command: "apply" });
    expect(settled.outputs["failure-reason"]).toBe("task-failed");
    expect(statuses(settled.report)).toEqual({
      made: "done",
      unmade: "done",
      unclear: "failed",
      again: "done",
      after: "skipped",
      apart: "done",
    });
    expect(changes(settled.report)).toMatchObject({ made: "noop", unmade: "create", again: "create" });
    expect(settled.log).toContain('an earlier run ended in the middle of "made": it was made');
    expect(settled.log).toContain('an earlier run ended in the middle of "unmade": it was not made');
    expect(settled.log).toContain(
      "an earlier run ended in the middle of its create, and nothing can tell whether it took effect",
    );
    expect(rig.read("unclear")).toBe("once\n");
    expect(rig.read("again")).toBe("once\nonce\n");

    rig.write("opus.yaml", tasks.replace('"name":"unclear"', '"name":"unclear","lifecycle":{"onInterrupted":"rerun"}'));
    const rerun = await rig.step({ command: "apply" });
    expect(rerun.exitCode).toBe(0);
    expect(rig.read("unclear")).toBe("once\nonce\n");
    expect(changes(rerun.report)).toMatchObject({ unclear: "create", after: "create", again: "noop", made: "noop" });
    expect((await rig.step({ command: "apply" })).outputs.changes).toBe("false");
  });

  it("while it waits for the lock has done nothing", async () => {
    using rig = new Rig({ "opus.yaml": project + shell({ name: "slow" }, { create: "touch started; sleep 3" }) });
    const first = rig.startStep({ command: "apply" });
    await until(() => rig.exists("started"), "the first run");
    const second = rig.startStep({ command: "apply" });
    await until(() => second.log().includes("Waiting for the lock"), "the second run");
    second.child.kill("SIGINT");
    expect(await second.ended).toBe(1);
    expect(second.files().outputs["failure-reason"]).toBe("cancelled");
    expect(await first.ended).toBe(0);
  });
});

describe("kill -9 at any moment", () => {
  const count = 10;
  const manifest =
    project +
    Array.from({ length: count }, (_, number) => {
      const create = `[[ ! -e made-${number} ]] || { echo ${number} >> twice; exit 1; }; sleep 0.03; echo x > made-${number}; sleep 0.02`;
      return (
        shell(
          { name: `s${number}` },
          { create, read: `[[ ! -e made-${number} ]] || echo '{}'`, delete: `rm made-${number}` },
        ) + file(`f${number}`, `${number}`, number > 0 ? { dependencies: [{ tasks: [`s${number - 1}`] }] } : {})
      );
    }).join("");

  it.each(Array.from({ length: times(10, 5) }, (_, round) => ({ round, ms: round * 33 + ((round * 37) % 20) })))(
    "loses nothing and makes nothing twice (round $round)",
    async ({ round, ms }) => {
      using rig = new Rig({ "opus.yaml": manifest });
      const run = rig.startStep({ command: "apply", parallelism: "3" });
      // From the moment on in which its intents are stored; the first round is before that.
      if (round > 0) await until(() => rig.exists(stateFile), "the intents");
      await Promise.race([run.ended, sleep(round === 0 ? 100 : ms)]);
      run.child.kill("SIGKILL");
      await run.ended;
      // Scripts outlive a kill -9 of their parent by moments; nobody can prevent that.
      await until(() => processesIn(rig).length === 0, "the last scripts");
      const made = Array.from({ length: count }, (_, number) => number).flatMap((number) => [
        ...(rig.exists(`made-${number}`) ? [`s${number}`] : []),
        ...(rig.exists(`out/f${number}.txt`) ? [`f${number}`] : []),
      ]);
      const { applied, pending } = rig.exists(stateFile) ? known(rig) : { applied: [], pending: [] };
      expect(made.filter((name) => !applied.includes(name) && !pending.includes(name))).toEqual([]);

      const next = await rig.step({ command: "apply" });
      expect(statuses(next.report)).toEqual(
        Object.fromEntries(
          Array.from({ length: count }, (_, number) => [
            [`s${number}`, "done"],
            [`f${number}`, "done"],
          ]).flat(),
        ),
      );
      expect(next.exitCode).toBe(0);
      // A run that was through had released its lock, even when its process was still there to be killed.
      if (pending.length > 0) expect(next.log).toContain("Broke the lock of apply");
      if (round === 1) expect(pending.length).toBeGreaterThan(0);
      expect(rig.exists("twice")).toBe(false);
      const last = await rig.step({ command: "plan" });
      expect(last.outputs).toMatchObject({ changes: "false", unchanged: String(2 * count) });
      expect(known(rig).pending).toEqual([]);
    },
  );
});

describe("two runs at once", () => {
  const slow = project + shell({ name: "slow" }, { create: "echo run >> runs; touch started; sleep 1.5" });

  it("take turns, and both succeed", async () => {
    using rig = new Rig({ "opus.yaml": slow });
    const first = rig.startStep({ command: "apply" });
    await until(() => rig.exists("started"), "the first run");
    const second = await rig.step({ command: "apply" });
    expect(await first.ended).toBe(0);
    expect(second.exitCode).toBe(0);
    expect(second.log).toMatch(/Waiting for the lock of apply \(lock-id [0-9a-f-]{36}, since .*\)/);
    expect(changes(second.report)).toEqual({ slow: "noop" });
    expect(rig.read("runs")).toBe("run\n");
  });

  it("fail at once with `lock-timeout: 0`; plans don't wait; `unlock` releases", async () => {
    using rig = new Rig({ "opus.yaml": slow.replace("sleep 1.5", "sleep 4") });
    const first = rig.startStep({ command: "apply" });
    await until(() => rig.exists("started"), "the first run");
    expect((await rig.step({ command: "plan" })).log).not.toContain("Waiting for the lock");
    const second = await rig.step({ command: "apply", "lock-timeout": "0" });
    expect(second.exitCode).toBe(1);
    expect(second.outputs["failure-reason"]).toBe("state-locked");
    const { id } = /--lock-id (?<id>[0-9a-f-]{36})/.exec(second.log)?.groups ?? {};
    expect(second.log).toMatch(
      /The state of demo\/test is locked by `apply` \(process \d+ on .*\) since .*, run https:\/\/github\.com\/octo\/storefront\/actions\/runs\/4711\/attempts\/1\. Wait for that run to end\. If it is gone for good, release its lock: /,
    );
    const wrong = await rig.step({
      command: "unlock",
      context: "test",
      "lock-id": "00000000-0000-4000-8000-000000000000",
    });
    expect(wrong.outputs["failure-reason"]).toBe("state-locked");
    const released = await rig.step({ command: "unlock", context: "test", "lock-id": id ?? "" });
    expect(released.exitCode).toBe(0);
    expect(released.log).toContain(`released the lock ${id}, held by apply since `);
    expect(
      (await rig.step({ command: "unlock", context: "test", "lock-id": id ?? "" })).outputs["failure-reason"],
    ).toBe("invalid-input");
    // The run whose lock was taken finds out, and keeps what it did.
    expect(await first.ended).toBe(1);
    expect(first.files().outputs["failure-reason"]).toBe("state-conflict");
    expect(first.log()).toContain("was released by somebody else meanwhile");
    expect(first.log()).toContain("what was applied is kept in ");
  });
});

describe("state that can't be used", () => {
  const manifest =
    project +
    file("greeting", "hello") +
    shell({ name: "loud" }, { create: "echo ran >> ran", update: "echo ran >> ran" });

  async function refuses(rig: Rig, what: RegExp): Promise<void> {
    const before = rig.read(stateFile);
    rig.write("opus.yaml", manifest.replace("hello", "changed").replace('"name":"loud"', '"name":"louder"'));
    for (const command of ["plan", "apply", "drift", "rollback"]) {
      const result = await rig.step({ command });
      expect(result.exitCode, command).toBe(1);
      expect(result.outputs["failure-reason"], command).toBe("state-unavailable");
      expect(result.log, command).toMatch(what);
      expect(result.report.failureReason).toBe("state-unavailable");
    }
    expect(rig.read(stateFile)).toBe(before);
    expect(rig.read("out/greeting.txt")).toBe("hello");
    expect(rig.read("ran")).toBe("ran\n");
  }

  async function applied(): Promise<Rig> {
    const rig = new Rig({ "opus.yaml": manifest });
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    return rig;
  }

  it("because it is cut off", async () => {
    using rig = await applied();
    rig.write(stateFile, rig.read(stateFile).slice(0, -40));
    await refuses(rig, /state\.json can't be used: it is cut off.*state\.backup\.json/s);
  });

  it("because somebody edited it", async () => {
    using rig = await applied();
    rig.write(stateFile, rig.read(stateFile).replace("hello", "hullo"));
    await refuses(rig, /its digest says/);
  });

  it("because it is empty, or gone", async () => {
    using rig = await applied();
    rig.write(stateFile, "");
    await refuses(rig, /it is empty/);
    rig.remove(stateFile);
    rig.write("opus.yaml", manifest);
    const gone = await rig.step({ command: "apply" });
    expect(gone.outputs["failure-reason"]).toBe("state-unavailable");
    expect(gone.log).toContain("is missing, and it was there before");
  });

  it("because it is another project's, another context's, or from a newer opus", async () => {
    using rig = await applied();
    const good = rig.state("demo", "test");
    rig.write(stateFile, JSON.stringify({ ...good, project: "other" }));
    await refuses(rig, /belongs to the project "other".*"demo"/);
    rig.write(stateFile, JSON.stringify({ ...good, context: "prod" }));
    await refuses(rig, /belongs to the context "prod".*"test"/);
    rig.write(stateFile, JSON.stringify({ ...good, version: 2 }));
    await refuses(rig, /version 2/);
  });

  it("because something else is in the place of its folder", async () => {
    using rig = new Rig({ "opus.yaml": manifest, "not-a-folder": "x" });
    for (const command of ["plan", "apply"]) {
      const result = await rig.step({ command, "state-path": "not-a-folder" });
      expect(result.outputs["failure-reason"], command).toBe("state-unavailable");
      expect(result.log).toContain("ENOTDIR");
    }
    expect(rig.exists("out") || rig.exists("ran")).toBe(false);
  });

  it("at the end of a run: a recovery file holds what was done", async () => {
    const wrecking = shell(
      { name: "wrecking", dependencies: [{ tasks: ["greeting"] }] },
      { create: "mv .opus/state/demo .opus/moved; touch .opus/state/demo" },
    );
    const after = shell({ name: "zz-after", dependencies: [{ tasks: ["wrecking"] }] }, { create: "touch after" });
    using rig = new Rig({ "opus.yaml": project + file("greeting", "hello") + wrecking + after });
    const result = await rig.step({ command: "apply" });
    expect(result.exitCode).toBe(1);
    expect(result.outputs["failure-reason"]).toBe("state-unavailable");
    expect(result.log).toMatch(
      /what was applied is kept in .*opus-recovery\.json: once the cause is mended, store it with/,
    );
    const path = join(rig.temporary, "opus-recovery.json");
    expect(existsSync(path)).toBe(true);

    // As the message says.
    rig.remove(".opus/state/demo");
    renameSync(join(rig.workspace, ".opus/moved"), join(rig.workspace, ".opus/state/demo"));
    expect((await rig.terminal(["state", "push", path, "--state-backend", "file"])).exitCode).toBe(0);
    const next = await rig.step({ command: "plan" });
    expect(changes(next.report)).toMatchObject({ greeting: "noop", wrecking: "noop", "zz-after": "noop" });
  });
});

describe("forget", () => {
  it("drops a task from state and leaves the resource", async () => {
    using rig = new Rig({ "opus.yaml": project + file("one", "1") + file("two", "2") });
    await rig.step({ command: "apply" });
    const forgotten = await rig.step({ command: "forget", target: "one" });
    expect(forgotten.exitCode).toBe(0);
    expect(changes(forgotten.report)).toEqual({ one: "forget" });
    expect(forgotten.log).toContain('dropped "one" from state; its resource was left as it is');
    expect(rig.read("out/one.txt")).toBe("1");
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["two"]);
    expect(changes((await rig.step({ command: "plan" })).report)).toEqual({ one: "adopt", two: "noop" });

    const before = rig.read(stateFile);
    const unknown = await rig.step({ command: "forget", target: "two,nobody" });
    expect(unknown.outputs["failure-reason"]).toBe("invalid-input");
    expect(unknown.log).toContain('target "nobody" matches nothing that is recorded in the context "test"');
    const bare = await rig.step({ command: "forget" });
    expect(bare.outputs["failure-reason"]).toBe("invalid-input");
    expect(rig.read(stateFile)).toBe(before);
  });
});

describe("rollback", () => {
  it("with `to` goes back to the state at which a run ended, and only there", async () => {
    using rig = new Rig();
    const serials: number[] = [];
    for (const content of ["one", "two", "three"]) {
      const extra = content === "two" ? file("passing", "p") : "";
      rig.write("opus.yaml", project + file("greeting", content) + extra);
      expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
      serials.push(rig.state("demo", "test").serial);
    }
    const [first = 0, second = 0] = serials;
    const plan = await rig.step({ command: "plan", "plan-command": "rollback", to: String(second) });
    expect(changes(plan.report)).toEqual({ greeting: "update", passing: "create" });
    const back = await rig.step({ command: "rollback", to: String(second) });
    expect(back.exitCode).toBe(0);
    expect([rig.read("out/greeting.txt"), rig.read("out/passing.txt")]).toEqual(["two", "p"]);
    expect((await rig.step({ command: "rollback", to: String(first) })).exitCode).toBe(0);
    expect(rig.read("out/greeting.txt")).toBe("one");
    expect(rig.exists("out/passing.txt")).toBe(false);

    const unknown = await rig.step({ command: "rollback", to: "999" });
    expect(unknown.outputs["failure-reason"]).toBe("invalid-input");
    expect(unknown.log).toMatch(/no state with serial 999 at which a run ended is kept; known are \d+(, \d+)*/);
    const misplaced = await rig.step({ command: "apply", to: "1" });
    expect(misplaced.outputs["failure-reason"]).toBe("invalid-input");
    expect(misplaced.log).toContain("the input `to` is only for the command rollback");
  });
});

describe("rollback of the last run that changed something", () => {
  it("is not what made an ephemeral file again", async () => {
    const passing = file("passing", "p", { lifecycle: { ephemeral: true } });
    using rig = new Rig({ "opus.yaml": project + file("greeting", "one") + passing });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + file("greeting", "two") + passing);
    await rig.step({ command: "apply" });
    rig.remove("out/passing.txt");
    expect((await rig.step({ command: "apply" })).outputs.changes).toBe("false");
    expect(rig.exists("out/passing.txt")).toBe(true);
    const back = await rig.step({ command: "rollback" });
    expect(changes(back.report)).toEqual({ greeting: "update", passing: "noop" });
    expect(rig.read("out/greeting.txt")).toBe("one");
  });

  it("records again what was forgotten, and deletes what was made, whatever `onRemove` says", async () => {
    const left = shell(
      { name: "left", lifecycle: { onRemove: "forget" } },
      { create: "echo made >> left; echo KEY=1 >> $OPUS_OUTPUT", delete: "rm left" },
    );
    using rig = new Rig({ "opus.yaml": project + file("kept", "k") + left });
    await rig.step({ command: "apply" });
    const { left: recorded } = rig.state("demo", "test").body.tasks;
    rig.write("opus.yaml", project + file("kept", "k"));
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ kept: "noop", left: "forget" });
    expect(changes((await rig.step({ command: "rollback" })).report)).toEqual({ kept: "noop", left: "adopt" });
    expect(rig.state("demo", "test").body.tasks.left).toEqual(recorded);
    expect(rig.read("left")).toBe("made\n");

    rig.write(
      "opus.yaml",
      project + file("kept", "k") + file("gone", "g", { lifecycle: { onRemove: "forget" } }) + left,
    );
    expect((await rig.step({ command: "apply" })).exitCode).toBe(0);
    expect(changes((await rig.step({ command: "rollback" })).report)).toMatchObject({ gone: "delete" });
    expect(rig.exists("out/gone.txt")).toBe(false);
    expect(changes((await rig.step({ command: "delete", context: "test" })).report)).toEqual({
      left: "delete",
      kept: "delete",
    });
    expect(rig.exists("left")).toBe(false);
  });
});

describe("the command create", () => {
  it("leaves what changed alone in state as well, so that a later apply still does it", async () => {
    const one = (text: string): string =>
      shell({ name: "one" }, { env: { TEXT: text }, create: "echo $TEXT >> one", update: "echo $TEXT >> one" });
    using rig = new Rig({ "opus.yaml": project + one("1") });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", project + one("2") + file("new", "n"));
    const created = await rig.step({ command: "create" });
    expect(created.report.contexts[0].tasks[0]).toMatchObject({
      change: "noop",
      reason: "left alone by create: would update",
    });
    expect(rig.exists("out/new.txt")).toBe(true);
    expect(changes((await rig.step({ command: "apply" })).report)).toEqual({ one: "update", new: "noop" });
    expect(rig.read("one")).toBe("1\n2\n");
  });
});

describe("refresh", () => {
  it("looks at everything, at what changed, or at nothing", async () => {
    const read = (name: string): string => `echo ${name} >> looks; [[ ! -e ${name}.live ]] || echo '{}'`;
    const one = (text: string): string =>
      shell(
        { name: "one" },
        { env: { TEXT: text }, create: "touch one.live", update: "touch one.live", read: read("one") },
      );
    const two = shell({ name: "two" }, { create: "touch two.live", read: read("two") });
    using rig = new Rig({ "opus.yaml": project + one("1") + two + file("file", "f") });
    await rig.step({ command: "apply" });
    rig.write("out/file.txt", "by hand");
    const look = async (refresh: string): Promise<[StepResult, string[]]> => {
      rig.write("looks", "");
      const plan = await rig.step({ command: "plan", refresh });
      return [plan, rig.read("looks").split("\n").filter(Boolean).sort()];
    };
    const [all, allLooks] = await look("all");
    expect([changes(all.report), allLooks]).toEqual([{ one: "noop", two: "noop", file: "update" }, ["one", "two"]]);
    const [none, noLooks] = await look("none");
    expect([changes(none.report), noLooks]).toEqual([{ one: "noop", two: "noop", file: "noop" }, []]);
    rig.write("opus.yaml", project + one("2") + two + file("file", "f"));
    const [changed, someLooks] = await look("changed");
    expect([changes(changed.report), someLooks]).toEqual([{ one: "update", two: "noop", file: "noop" }, ["one"]]);
    const [blind, blindLooks] = await look("none");
    expect([changes(blind.report), blindLooks]).toEqual([{ one: "update", two: "noop", file: "noop" }, []]);
  });
});

describe("target", () => {
  const chain = (last: string): string =>
    project +
    file("base", last) +
    file("middle", last, { dependencies: [{ tasks: ["base"] }] }) +
    file("top", last, { dependencies: [{ tasks: ["middle"] }] }) +
    file("apart", last);

  it("pulls in what it depends on; for delete what depends on it; and leaves orphans alone unless named", async () => {
    using rig = new Rig({ "opus.yaml": chain("1") + file("orphan", "o") });
    const some = await rig.step({ command: "apply", target: "mid*" });
    expect(changes(some.report)).toEqual({ base: "create", middle: "create" });
    await rig.step({ command: "apply" });
    rig.write("opus.yaml", chain("2"));
    const one = await rig.step({ command: "apply", target: "apart" });
    expect(changes(one.report)).toEqual({ apart: "update" });
    expect(rig.exists("out/orphan.txt")).toBe(true);
    expect(changes((await rig.step({ command: "apply", target: "orphan" })).report)).toEqual({ orphan: "delete" });
    const deleted = await rig.step({ command: "delete", context: "test", target: "middle" });
    expect(changes(deleted.report)).toEqual({ top: "delete", middle: "delete" });
    expect([rig.exists("out/base.txt"), rig.exists("out/top.txt")]).toEqual([true, false]);
    const unknown = await rig.step({ command: "apply", target: "mddle" });
    expect(unknown.outputs["failure-reason"]).toBe("invalid-input");
    expect(unknown.log).toContain('Did you mean "middle"?');
  });
});

describe("how tasks run", () => {
  it("stops at the first failure with `fail-fast`", async () => {
    const tasks =
      project +
      shell({ name: "bad" }, { create: "exit 1" }) +
      Array.from({ length: 5 }, (_, at) => shell({ name: `later-${at}` }, { create: `touch later-${at}` })).join("");
    using rig = new Rig({ "opus.yaml": tasks });
    const stopped = await rig.step({ command: "apply", "fail-fast": "true", parallelism: "1" });
    expect(stopped.exitCode).toBe(1);
    expect(statuses(stopped.report)).toEqual({
      bad: "tainted",
      ...Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`later-${at}`, "skipped"])),
    });
    expect(rig.exists("later-0")).toBe(false);
    expect(known(rig).pending).toEqual([]);
    expect((await rig.step({ command: "apply" })).outputs["failure-reason"]).toBe("task-failed");
    expect(rig.exists("later-4")).toBe(true);
  });

  it("keeps exactly to the order with `parallelism: 1`, and to at most as many at once as it says", async () => {
    const note = (name: string): object => ({ create: `echo +${name} >> order; sleep 0.1; echo -${name} >> order` });
    const tasks =
      project +
      shell({ name: "d", dependencies: [{ tasks: ["c", "a"] }] }, note("d")) +
      ["a", "b", "c"].map((name) => shell({ name }, note(name))).join("");
    using rig = new Rig({ "opus.yaml": tasks });
    const one = await rig.step({ command: "apply", parallelism: "1" });
    expect(one.report.contexts[0].order).toEqual(["c", "a", "d", "b"]);
    expect(rig.read("order").trim().split("\n")).toEqual(["+c", "-c", "+a", "-a", "+d", "-d", "+b", "-b"]);
    await rig.step({ command: "delete", context: "test" });
    rig.remove("order");
    await rig.step({ command: "apply", parallelism: "2" });
    let running = 0;
    let most = 0;
    for (const line of rig.read("order").trim().split("\n")) {
      running += line.startsWith("+") ? 1 : -1;
      most = Math.max(most, running);
    }
    expect(most).toBe(2);
  });

  it("ends a task at its timeout, and whatever the script started", async () => {
    const tasks =
      project +
      shell(
        { name: "by-metadata", timeout: "300ms" },
        { create: "trap '' TERM; sleep 60 & echo waiting; wait; sleep 60" },
      ) +
      shell({ name: "by-spec" }, { create: "sleep 60", timeout: "200ms" });
    using rig = new Rig({ "opus.yaml": tasks });
    const began = Date.now();
    const result = await rig.step({ command: "apply" });
    expect(Date.now() - began).toBeLessThan(8_000);
    const [first, second] = result.report.contexts[0].tasks;
    expect(first).toMatchObject({
      status: "tainted",
      error: { message: "it took longer than its timeout of 300ms", detail: "waiting" },
    });
    expect(second).toMatchObject({
      status: "tainted",
      error: { message: "create script did not finish within 200ms" },
    });
    expect(processesIn(rig)).toEqual([]);
  });

  it("tries again as often as `retries` says, with growing pauses", async () => {
    const create = "echo try >> tries; [[ $(wc -l < tries) -ge 3 ]] || exit 1";
    const tasks =
      project +
      shell({ name: "flaky", retries: { limit: 3, delay: "50ms" } }, { create }) +
      shell({ name: "hopeless", retries: { limit: 2, delay: "20ms" } }, { create: "echo try >> hopeless; exit 1" });
    using rig = new Rig({ "opus.yaml": tasks });
    const result = await rig.step({ command: "apply" });
    expect(statuses(result.report)).toEqual({ flaky: "done", hopeless: "tainted" });
    expect(rig.read("tries")).toBe("try\n".repeat(3));
    expect(rig.read("hopeless")).toBe("try\n".repeat(3));
    expect(result.report.contexts[0].tasks[0].durationMs).toBeGreaterThanOrEqual(150);
  });
});
