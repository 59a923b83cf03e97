import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endLeftovers } from "../../src/node/leftovers.ts";
import { ProcessGroups } from "../../src/node/process-groups.ts";
import { ProcessLedger, readLedger } from "../../src/node/process-ledger.ts";
import { scanProcesses } from "../../src/node/process-table.ts";
import { temporaryFolders } from "./temporary.ts";

const folder = temporaryFolders();
const file = (path: string): string => join(path, "processes.ndjson");

/** A script that runs with a mark, in a session of its own, as `runChild` starts them. */
function run(script: string, mark: string): number {
  const env = { PATH: process.env.PATH, OPUS_PROCESS: mark };
  const child = spawn("bash", ["-c", script], { env, detached: true, stdio: "ignore" });
  if (child.pid === undefined) throw new Error("bash did not start");
  return child.pid;
}

async function untilMarked(mark: string, count: number): Promise<readonly number[]> {
  for (let round = 0; round < 500; round++) {
    const pids = scanProcesses()?.withMark(mark) ?? [];
    if (pids.length >= count) return pids;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`waited in vain for ${count} processes`);
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
    open.running(process.pid);
    const unstarted = groups.begin();
    over.over();
    const { owner, calls } = readLedger(path);
    expect(owner).toBe("lock-1");
    expect(calls).toEqual([
      {
        mark: open.mark,
        task: "web",
        leader: { pid: process.pid, startTime: expect.stringMatching(/^\d+$/), startedAt: expect.any(Number) },
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
    expect(readLedger(path)).toEqual({ owner: undefined, calls: [] });
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
      expect(await endLeftovers(path)).toEqual({ ended: [], alive: [] });
      expect(process.kill(pid, 0)).toBe(true);
      expect(existsSync(file(path))).toBe(false);
    } finally {
      process.kill(-pid, "SIGKILL");
    }
  });
});

describe("endLeftovers", () => {
  it("ends what runs, what ignores signals, what left its group and what dropped its environment", async () => {
    const path = folder();
    const mark = "mark-1";
    const script =
      "setsid bash -c 'trap \"\" TERM; while :; do sleep 0.1; done' & env -i bash -c 'while :; do sleep 0.1; done' & wait";
    const pid = run(script, mark);
    await untilMarked(mark, 3);
    const ledger = new ProcessLedger(path, "lock-1");
    ledger.call(mark, "web");
    ledger.runs(mark, pid);
    ledger.call("never-started", "other");
    const { ended, alive } = await endLeftovers(path, { graceMs: 300 });
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
      expect(await endLeftovers(path)).toEqual({ ended: [], alive: [] });
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
    expect(await endLeftovers(path, { owner: "lock-1" })).toEqual({ ended: [], alive: [] });
    expect(process.kill(pid, 0)).toBe(true);
    expect((await endLeftovers(path, { owner: "lock-2" })).ended).toEqual(
      expect.arrayContaining([{ pid, task: "web" }]),
    );
    expect(existsSync(file(path))).toBe(true);
  });

  it("has nothing to do without a ledger", async () => {
    expect(await endLeftovers(join(folder(), "none"))).toEqual({ ended: [], alive: [] });
  });
});
