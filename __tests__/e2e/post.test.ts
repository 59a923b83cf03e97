import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { changes, Rig, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
`;
const task = (kind: string, metadata: object, spec: object): string =>
  `---\n${JSON.stringify({ apiVersion: "opus/v1", kind, metadata, spec })}\n`;
const shell = (name: string, create: string, more: object = {}): string => task("Shell", { name }, { create, ...more });
const file = (name: string): string => task("File", { name }, { path: `out/${name}.txt`, content: name });

/** Scripts that don't end by themselves: one that may be stopped, one that ignores signals, one that leaves its group. */
const endless =
  shell("plain", "touch plain.started; sleep 60") +
  shell("deaf", "trap '' TERM INT HUP; touch deaf.started; while true; do sleep 60; done") +
  shell(
    "runaway",
    "setsid bash -c 'trap \"\" TERM INT HUP; cd /; while true; do sleep 60; done' & touch runaway.started; wait",
  );
const started = ["plain.started", "deaf.started", "runaway.started"];

const folder = ".opus/state/demo/test";
const journal = `${folder}/journal.ndjson`;
const ledger = `${folder}/processes.ndjson`;

async function until(condition: () => boolean, what: string, limitMs = 15_000): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > limitMs) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** What runs for this workspace with a mark of opus in its environment, wherever it has gone. */
function marked(rig: Rig): string[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const environment = readFileSync(`/proc/${name}/environ`, "utf8").split("\0");
      if (!environment.includes(`GITHUB_WORKSPACE=${rig.workspace}`)) return [];
      if (!environment.some((one) => one.startsWith("OPUS_PROCESS="))) return [];
      return [`${name} ${readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ")}`];
    } catch {
      return [];
    }
  });
}

/** The lock file that counts (the one with the highest number), when it says that somebody holds the lock. */
function locks(rig: Rig): string[] {
  const numbers = readdirSync(join(rig.workspace, folder)).map((name) =>
    Number(/^lock-(\d+)\.json$/.exec(name)?.[1] ?? 0),
  );
  const name = `lock-${Math.max(...numbers)}.json`;
  return rig.read(join(folder, name)).includes('"released": true') ? [] : [name];
}

function handovers(rig: Rig): string[] {
  const path = join(rig.temporary, "opus");
  return existsSync(path) ? readdirSync(path).filter((name) => name.startsWith("handover-")) : [];
}

/** A step that has made `quick` and is in the middle of the endless scripts. */
async function underWay(rig: Rig) {
  const run = rig.startStep({ command: "apply" });
  await until(() => started.every((name) => rig.exists(name)), "the scripts");
  await until(() => rig.exists(journal) && /"result","task":"quick"/.test(rig.read(journal)), "the quick task");
  return run;
}

describe("after a step that was killed, the post step", () => {
  it("ends its processes, stores its results, frees its lock, and says so", async () => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
    const run = await underWay(rig);
    run.child.kill("SIGKILL");
    await run.ended;
    expect(marked(rig).length).toBeGreaterThanOrEqual(6);
    expect(rig.state("demo", "test").body.tasks).toEqual({});

    const post = await rig.post(run);
    expect(post.exitCode).toBe(0);
    expect(post.log).toMatch(
      /^::notice::The step was ended before it was through\. Ended \d+ processes of "deaf", "plain", "runaway", stored 1 result of apply in demo\/test \(serial 2\), 3 tasks were under way: plain, deaf, runaway\. The next run settles them\.$/m,
    );
    expect(post.summary).toContain("### After the step\n\n```text\nThe step was ended before it was through. Ended ");
    expect(marked(rig)).toEqual([]);
    expect(locks(rig)).toEqual([]);
    expect(handovers(rig)).toEqual([]);
    expect(rig.exists(journal)).toBe(false);
    expect(rig.exists(ledger)).toBe(false);
    const { tasks, pending } = rig.state("demo", "test").body;
    expect(Object.keys(tasks)).toEqual(["quick"]);
    expect(pending.map((one: { task: string }) => one.task)).toEqual(["plain", "deaf", "runaway"]);

    const again = await rig.post(run);
    expect([again.exitCode, again.log, again.summary]).toEqual([0, "", ""]);

    rig.write("opus.yaml", project + file("quick"));
    const next = await rig.step({ command: "plan" });
    expect(next.log).toContain('an earlier run ended in the middle of "deaf"');
    expect(changes(next.report)).toMatchObject({ quick: "noop" });
  });

  it("kills a main process that still hangs, and keeps the token to itself", async () => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
    const run = await underWay(rig);
    run.child.kill("SIGSTOP");
    const post = await rig.post(run);
    expect([post.exitCode, post.log]).toEqual([0, expect.any(String)]);
    expect(await run.ended).toBe(128);
    expect(post.log).toContain("stored 1 result of apply in demo/test (serial 2)");
    expect(post.log.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain("ghs_");
    expect(marked(rig)).toEqual([]);
    expect(locks(rig)).toEqual([]);
  });

  it("leaves alone what another run has taken over", async () => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
    const first = await underWay(rig);
    first.child.kill("SIGKILL");
    await first.ended;
    const gate = "touch second.started; until [[ -e go ]]; do sleep 0.05; done";
    rig.write("opus.yaml", project + file("quick") + shell("gate", gate));
    const second = rig.startStep({ command: "apply", target: "gate" });
    await until(() => rig.exists("second.started"), "the second run");
    expect(second.log()).toMatch(
      /an earlier run was killed; ended what it had left: \d+ processes of "deaf", "plain", "runaway"/,
    );

    const post = await rig.post(first);
    expect(post.exitCode).toBe(0);
    expect(post.log).toMatch(
      /^::warning::The step was ended before it was through\. The state of demo\/test is locked by another run \(`apply` since .*\)\. What the step had left on this machine went to that run\.$/m,
    );
    rig.write("go", "");
    expect([await second.ended, second.log()]).toEqual([0, expect.stringContaining("gate")]);
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(expect.arrayContaining(["gate", "quick"]));
    const last = await rig.post(second);
    expect([last.exitCode, last.log]).toEqual([0, ""]);
  });

  it("keeps the results in a recovery file when somebody else holds the lock", async () => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
    const run = await underWay(rig);
    run.child.kill("SIGKILL");
    await run.ended;
    const [name = ""] = locks(rig);
    const lock = JSON.parse(rig.read(join(folder, name)));
    lock.process.host = "elsewhere";
    rig.write(
      join(
        folder,
        name.replace(/\d+/, (number) => String(Number(number) + 1)),
      ),
      JSON.stringify(lock),
    );

    const post = await rig.post(run);
    expect(post.exitCode).toBe(1);
    expect(post.log).toMatch(
      /^::error::The step was ended before it was through\. Ended \d+ processes of .*, the last results of apply in demo\/test are not stored\. The state of demo\/test is locked by `apply`.*opus state push opus-recovery\.json/m,
    );
    expect(Object.keys(JSON.parse(rig.read("opus-recovery.json")).body.tasks)).toEqual(["quick"]);
    expect(marked(rig)).toEqual([]);
  });

  it("says what to do when state can't be read", async () => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
    const run = await underWay(rig);
    run.child.kill("SIGKILL");
    await run.ended;
    rig.write(`${folder}/state.json`, "{");
    const before = rig.read(journal);
    const post = await rig.post(run);
    expect(post.exitCode).toBe(1);
    expect(post.log).toContain("::error::The step was ended before it was through. Ended ");
    expect(post.log).toContain("the next run on this machine stores it");
    expect(rig.read(`${folder}/state.json`)).toBe("{");
    expect(rig.read(journal)).toBe(before);
    expect(marked(rig)).toEqual([]);
    expect(locks(rig)).toEqual([]);
  });

  it("says so when the handover is spoilt", async () => {
    using rig = new Rig({ "opus.yaml": project + file("quick") });
    const run = await rig.step({ command: "apply" });
    const [, path = ""] = /handover<<.*\n(.*)\n/.exec(readFileSync(run.stateFile, "utf8")) ?? [];
    expect(path).toMatch(/\/temp\/opus\/handover-[0-9a-f-]{36}\.json$/);
    writeFileSync(path, "{");
    const post = await rig.post(run);
    expect(post.exitCode).toBe(1);
    expect(post.log).toBe(
      `::error::What the step left open can't be told: ${path} is not JSON. The next run ends its processes and settles its tasks.\n`,
    );
  });
});

describe("the next run, without a post step,", () => {
  it("ends what a killed run has left before it settles", async () => {
    const once = "if [[ ! -e slow.started ]]; then touch slow.started; sleep 20; fi";
    const create = `[[ ! -e made ]] || echo twice >> twice; trap "" TERM; ${once}; touch made`;
    const slow = shell("slow", create, { read: "[[ ! -e made ]] || echo '{}'", delete: "rm made" });
    using rig = new Rig({ "opus.yaml": project + slow });
    const run = rig.startStep({ command: "apply" });
    await until(() => rig.exists("slow.started"), "the script");
    run.child.kill("SIGKILL");
    await run.ended;
    const next = await rig.step({ command: "apply" });
    expect(next.log).toMatch(/an earlier run was killed; ended what it had left: \d process(es)? of "slow"/);
    expect(statuses(next.report)).toEqual({ slow: "done" });
    expect(rig.exists("twice")).toBe(false);
    expect(marked(rig)).toEqual([]);
    expect(rig.exists(ledger)).toBe(false);
  });
});

describe("after a step that ended by itself, the post step", () => {
  it.each([
    ["apply", 0],
    ["plan", 0],
    ["no-such-command", 1],
  ])("has nothing to do nor to say: %s", async (command, exitCode) => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + shell("loud", "echo hello") });
    const run = await rig.step({ command });
    expect(run.exitCode).toBe(exitCode);
    expect(handovers(rig)).toEqual([]);
    expect(rig.exists(ledger)).toBe(false);
    const before = rig.exists(folder) ? readdirSync(join(rig.workspace, folder)) : [];
    const post = await rig.post(run, { command });
    expect([post.exitCode, post.log, post.summary]).toEqual([0, "", ""]);
    expect(rig.exists(folder) ? readdirSync(join(rig.workspace, folder)) : []).toEqual(before);
  });

  it("never runs the command again, even when the step has told it nothing", async () => {
    using rig = new Rig({ "opus.yaml": project + shell("loud", "echo ran >> ran") });
    const run = await rig.step({ command: "apply" });
    writeFileSync(run.stateFile, "");
    rig.remove(".opus");
    const post = await rig.post(run, { command: "apply" });
    expect([post.exitCode, post.log]).toEqual([0, ""]);
    expect(rig.read("ran")).toBe("ran\n");
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "after %s finds no process, no lock, and nothing to store",
    async (signal) => {
      using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
      const run = await underWay(rig);
      const asked = Date.now();
      run.child.kill(signal);
      expect(await run.ended).toBe(1);
      expect(Date.now() - asked).toBeLessThan(5_000);
      expect(marked(rig)).toEqual([]);
      expect(run.files().outputs["failure-reason"]).toBe("cancelled");
      expect(statuses(run.files().report)).toEqual({
        quick: "done",
        plain: "cancelled",
        deaf: "cancelled",
        runaway: "cancelled",
      });
      const post = await rig.post(run);
      expect([post.exitCode, post.log]).toEqual([0, ""]);
      expect(locks(rig)).toEqual([]);
      expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["quick"]);
    },
  );
});

describe("signals", () => {
  it("SIGTERM stores what there is while scripts still clean up", async () => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
    const run = await underWay(rig);
    run.child.kill("SIGTERM");
    await sleep(500);
    expect(run.child.exitCode).toBeNull();
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["quick"]);
    await run.ended;
  });

  it.each(["SIGINT", "SIGTERM"] as const)("%s after a first one kills what runs at once", async (second) => {
    using rig = new Rig({ "opus.yaml": project + file("quick") + endless });
    const run = await underWay(rig);
    run.child.kill("SIGINT");
    await until(() => run.log().includes("Cancelled (SIGINT)"), "the first signal");
    const asked = Date.now();
    run.child.kill(second);
    expect(await run.ended).toBe(1);
    // Scripts that ignore SIGTERM would have had 2 s.
    expect(Date.now() - asked).toBeLessThan(1_900);
    expect(marked(rig)).toEqual([]);
    expect(run.files().report).toMatchObject({ result: "cancelled" });
    expect(Object.keys(rig.state("demo", "test").body.tasks)).toEqual(["quick"]);
    expect((await rig.post(run)).log).toBe("");
  });

  it("the third ends the process, and the post step does the rest", async () => {
    const stubborn = `export default { apiVersion: "own/v1", kind: "Stubborn", parse: (spec) => ({ ok: true, value: spec }),
      observe: async () => ({ state: "absent" }), update: async () => ({ outputs: [] }), delete: async () => {},
      create: () => new Promise(() => { setInterval(() => {}, 1000); }) };`;
    const manifest = project.replace("spec:\n", "spec:\n  processors: [./stubborn.mjs]\n");
    const own = task("Stubborn", { name: "stubborn" }, {}).replace("opus/v1", "own/v1");
    using rig = new Rig({ "opus.yaml": manifest + file("quick") + own + endless, "stubborn.mjs": stubborn });
    const run = await underWay(rig);
    run.child.kill("SIGINT");
    await until(() => run.log().includes("Cancelled (SIGINT)"), "the first signal");
    run.child.kill("SIGINT");
    await sleep(200);
    expect(run.child.exitCode).toBeNull();
    run.child.kill("SIGTERM");
    await run.ended;
    expect(run.child.exitCode).toBe(143);
    expect(marked(rig)).toEqual([]);
    const post = await rig.post(run);
    expect(post.exitCode).toBe(0);
    expect(post.log).toContain("The step was ended before it was through.");
    expect(post.log).toContain("4 tasks were under way: stubborn, plain, deaf, runaway");
    expect(locks(rig)).toEqual([]);
  });
});
