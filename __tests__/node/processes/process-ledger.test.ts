import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOrphanProcesses, lookThroughPs } from "../../../src/node/processes/orphan-processes.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { ProcessLedger, readLedger } from "../../../src/node/processes/process-ledger.ts";
import { scanProcesses, startTimeOf } from "../../../src/node/processes/process-table.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();
const file = (path: string): string => join(path, "processes.ndjson");

/** A script that runs with a mark, in a session of its own, as `runChild` starts them. */
function run(script: string, mark: string): number {
  const env = { PATH: process.env.PATH, OPUS_PROCESS: mark };
  const child = spawn("bash", ["-c", script], { env, detached: true, stdio: "ignore" });
  if (child.pid === undefined) throw new Error("bash did not start");
  return child.pid;
}

/** However long it takes: the time of the test is the limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 10));
}

async function untilMarked(mark: string, count: number): Promise<readonly number[]> {
  const pids = (): readonly number[] => scanProcesses()?.withMark(mark) ?? [];
  await until(() => pids().length >= count);
  return pids();
}

describe("a ledger", () => {
  it("holds the calls whose end is not known, with task and leader", () => {
    const path = join(folder(), "a/b");
    const groups = new ProcessGroups();
    groups.begin("before").over();
    expect(existsSync(path)).toBe(false);
    groups.keepLedger(path, "lock-1");
    const over = groups.begin("over");
    over.running(1);
    const open = groups.begin("web");
    open.running(process.ppid);
    const unstarted = groups.begin();
    over.over();
    const { owner, calls } = readLedger(path);
    expect(owner).toBe("lock-1");
    expect(calls).toEqual([
      {
        mark: open.mark,
        task: "web",
        leader: { pid: process.ppid, startTime: expect.stringMatching(/^\d+$/), startedAt: expect.any(Number) },
      },
      { mark: unstarted.mark, task: undefined, leader: undefined },
    ]);
    groups.dropLedger();
    expect(readLedger(path).calls).toHaveLength(2);
  });

  it("is removed when every call is over, and begun anew; what comes later is not written", () => {
    const path = folder();
    const groups = new ProcessGroups();
    groups.keepLedger(path, "lock-1");
    groups.begin("web").over();
    groups.dropLedger();
    expect(existsSync(file(path))).toBe(false);
    groups.begin("late").over();
    expect(existsSync(file(path))).toBe(false);
    expect(readLedger(path)).toEqual({ owner: undefined, calls: [], foreign: 0 });
  });

  it("of another run is left alone", () => {
    const path = folder();
    const first = new ProcessLedger(path, "lock-1");
    const second = new ProcessLedger(path, "lock-2");
    first.close();
    expect(readLedger(path).owner).toBe("lock-2");
    second.close();
    expect(existsSync(file(path))).toBe(false);
  });

  it("is read whatever cut it off, at every byte", () => {
    const path = folder();
    const ledger = new ProcessLedger(path, "lock-1");
    ledger.call("m1", "a");
    ledger.runs("m1", 7);
    ledger.call("m2", "b");
    ledger.over("m1");
    const whole = readFileSync(file(path));
    const seen = new Set<string>();
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(file(path), whole.subarray(0, length));
      seen.add(
        readLedger(path)
          .calls.map(({ mark }) => mark)
          .join(),
      );
      // What is written after a cut is read all the same.
      appendFileSync(file(path), '\n{"type":"call","mark":"m3"}');
      expect(readLedger(path).calls.map(({ mark }) => mark)).toEqual(
        length === 0 ? ["m3"] : expect.arrayContaining(["m3"]),
      );
    }
    expect([...seen]).toEqual(["", "m1", "m1,m2", "m2"]);
  });

  it("means nothing after the machine was started again", async () => {
    const path = folder();
    const mark = "mark-of-another-boot";
    const pid = run("sleep 60", mark);
    try {
      const ledger = new ProcessLedger(path, "lock-1");
      ledger.call(mark, "web");
      ledger.runs(mark, pid);
      writeFileSync(file(path), readFileSync(file(path), "utf8").replace(/"boot":"[^"]*"/, '"boot":"another"'));
      expect(readLedger(path).calls).toEqual([]);
      expect(await endOrphanProcesses(path)).toEqual({ ended: [], alive: [], foreign: 0 });
      expect(process.kill(pid, 0)).toBe(true);
      expect(existsSync(file(path))).toBe(false);
    } finally {
      process.kill(-pid, "SIGKILL");
    }
  });
});

describe("a ledger that others have written to", () => {
  const first = '\n{"type":"ledger","version":1,"boot":null,"owner":"x"}';

  it("is read without an error whatever its lines hold", () => {
    const path = folder();
    const key = fc.constantFrom("type", "version", "boot", "owner", "mark", "task", "pid", "startTime", "startedAt");
    const type = fc.constantFrom("ledger", "call", "runs", "over");
    const value = fc.oneof(type, fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(-1, 0, 1, 1.5, 2 ** 40, process.pid));
    const line = fc.oneof(fc.jsonValue(), fc.dictionary(key, value), fc.string());
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        writeFileSync(file(path), lines.map((one) => `\n${JSON.stringify(one)}`).join(""));
        for (const { mark, leader } of readLedger(path).calls) {
          expect(mark).not.toBe("");
          if (leader) expect(leader.pid > 1 && Number.isInteger(leader.pid) && leader.pid !== process.pid).toBe(true);
        }
      }),
    );
  });

  it.each([
    "null",
    "7",
    "[]",
    '"x"',
    "{}",
    '{"type":"call"}',
    '{"type":"call","mark":""}',
    '{"type":"over","mark":[]}',
  ])("counts %s as a line that is none of opus", (line) => {
    const path = folder();
    writeFileSync(file(path), `${first}\n${line}`);
    expect(readLedger(path)).toMatchObject({ owner: "x", calls: [], foreign: 1 });
  });

  it.each([-1, 0, 1, process.pid, 1.5, 2 ** 31, "7", null, [7]])("takes no %j for a process", (pid) => {
    const path = folder();
    const runs = JSON.stringify({ type: "runs", mark: "m", pid, startTime: "1", startedAt: 1 });
    writeFileSync(file(path), `\n{"type":"call","mark":"m"}\n${runs}`);
    expect(readLedger(path)).toEqual({
      owner: undefined,
      calls: [{ mark: "m", task: undefined, leader: undefined }],
      foreign: 1,
    });
  });

  it("is not waited for when it is a pipe, and not followed when it is a symlink", () => {
    const path = folder();
    execFileSync("bash", ["-c", `mkfifo "$1"`, "-", file(path)]);
    expect(() => readLedger(path)).toThrow(`EINVAL: not a file, open '${file(path)}'`);
    rmSync(file(path));
    writeFileSync(join(path, "other"), "untouched");
    symlinkSync("other", file(path));
    expect(() => new ProcessLedger(path, "lock-1")).toThrow(/^ELOOP: /);
    expect(readFileSync(join(path, "other"), "utf8")).toBe("untouched");
  });

  it("ends no process whose environment does not hold the mark, and keeps the ledger", async () => {
    const path = folder();
    const stranger = run("sleep 60", "mark-of-nobody");
    try {
      await untilMarked("mark-of-nobody", 1);
      const ledger = new ProcessLedger(path, "lock-1");
      ledger.call("mark-forged", "web");
      ledger.runs("mark-forged", stranger);
      expect(await endOrphanProcesses(path, { graceMs: 100 })).toEqual({
        ended: [],
        alive: [{ pid: stranger, task: "web", namedBy: file(path) }],
        foreign: 0,
      });
      expect(process.kill(stranger, 0)).toBe(true);
      expect(existsSync(file(path))).toBe(true);
    } finally {
      process.kill(-stranger, "SIGKILL");
    }
  });

  it("is believed elsewhere than on Linux only where `ps` shows the mark", async () => {
    const pid = run("sleep 60", "mark-1");
    try {
      await untilMarked("mark-1", 1);
      const leader = { pid, startTime: startTimeOf(pid), startedAt: Date.now() };
      expect(lookThroughPs(leader, "mark-1")).toBe("proven");
      expect(lookThroughPs(leader, "mark-")).toBe("unproven");
      expect(lookThroughPs({ ...leader, startedAt: 0 }, "mark-1")).toBe("gone");
    } finally {
      process.kill(-pid, "SIGKILL");
    }
    expect(lookThroughPs({ pid: 2 ** 31 - 1, startTime: null, startedAt: Date.now() }, "mark-1")).toBe("gone");
  });
});

describe("endLeftovers", () => {
  it("ends what runs, what ignores signals, what left its group and what dropped its environment", async () => {
    const path = folder();
    const mark = "mark-1";
    const ready = join(path, "ready");
    const script = [
      `setsid bash -c 'trap "" TERM; sleep 60; :' &`,
      `env -i bash -c 'echo > "${ready}"; sleep 60; :' &`,
      "wait",
    ].join("\n");
    const pid = run(script, mark);
    // Before that, it has not dropped its environment yet.
    await until(() => existsSync(ready));
    // The last one of them is started by who ignores signals by then.
    await untilMarked(mark, 3);
    const ledger = new ProcessLedger(path, "lock-1");
    ledger.call(mark, "web");
    ledger.runs(mark, pid);
    ledger.call("never-started", "other");
    const { ended, alive } = await endOrphanProcesses(path, { graceMs: 300 });
    expect(alive).toEqual([]);
    expect(new Set(ended.map(({ task }) => task))).toEqual(new Set(["web"]));
    expect(ended.length).toBeGreaterThanOrEqual(4);
    const scan = scanProcesses();
    expect(scan?.withMark(mark)).toEqual([]);
    expect(scan?.inGroup(pid)).toEqual([]);
    expect(existsSync(file(path))).toBe(false);
  });

  it("leaves alone what is over, what is another's, and a number that was used again", async () => {
    const path = folder();
    const background = run("sleep 60", "mark-over");
    const stranger = run("sleep 60", "mark-of-nobody");
    try {
      const ledger = new ProcessLedger(path, "lock-1");
      ledger.call("mark-over", "web");
      ledger.runs("mark-over", background);
      ledger.over("mark-over");
      ledger.call("mark-gone", "web");
      ledger.runs("mark-gone", stranger);
      writeFileSync(file(path), readFileSync(file(path), "utf8").replaceAll(/"startTime":"\d+"/g, '"startTime":"1"'));
      expect(await endOrphanProcesses(path)).toEqual({ ended: [], alive: [], foreign: 0 });
      expect([process.kill(background, 0), process.kill(stranger, 0)]).toEqual([true, true]);
    } finally {
      for (const pid of [background, stranger]) process.kill(-pid, "SIGKILL");
    }
  });

  it("of one owner touches nobody else's, and leaves the ledger to who has the lock", async () => {
    const path = folder();
    const pid = run("sleep 60", "mark-owned");
    await untilMarked("mark-owned", 1);
    const ledger = new ProcessLedger(path, "lock-2");
    ledger.call("mark-owned", "web");
    expect(await endOrphanProcesses(path, { owner: "lock-1" })).toEqual({ ended: [], alive: [], foreign: 0 });
    expect(process.kill(pid, 0)).toBe(true);
    expect((await endOrphanProcesses(path, { owner: "lock-2" })).ended).toEqual(
      expect.arrayContaining([{ pid, task: "web" }]),
    );
    expect(existsSync(file(path))).toBe(true);
  });

  it("has nothing to do without a ledger", async () => {
    expect(await endOrphanProcesses(join(folder(), "none"))).toEqual({ ended: [], alive: [], foreign: 0 });
  });
});
