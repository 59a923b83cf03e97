import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FileStore } from "../../../../src/state/backends/file/file-store.ts";
import { localMachine, type Machine, type ProcessIdentity } from "../../../../src/state/lock/process-identity.ts";
import { clock, context, holder, lockOptions, never, project, temporaryFolder } from "../../fixtures.ts";
import { printed, startWorker } from "../../processes.ts";

let temporary: ReturnType<typeof temporaryFolder>;
let folder: string;
beforeEach(() => {
  temporary = temporaryFolder();
  folder = join(temporary.path, project, context);
});
afterEach(() => temporary.remove());

const here: ProcessIdentity = {
  host: "build-7",
  bootId: "boot-1",
  machine: null,
  processNamespace: "pid:[1]",
  pid: 100,
  startTime: "5000",
};

/** A machine on which process 200 runs since 7000, and no other but this one. */
function machine(self: Partial<ProcessIdentity> = {}): Machine {
  const process = (pid: number) => ({ alive: pid === 200 || pid === 100, startTime: pid === 200 ? "7000" : "5000" });
  return { self: { ...here, ...self }, process };
}

function open(on: Machine = machine()): FileStore {
  return new FileStore({ statePath: temporary.path, project, context, writer: "1", clock, machine: on });
}

const other = { ...here, pid: 200, startTime: "7000" };

describe("a lock whose process is gone is broken at once", () => {
  test.each<[string, ProcessIdentity, string]>([
    ["the machine was restarted", { ...other, bootId: "boot-0" }, "build-7 was restarted since then"],
    ["its process ended", { ...other, pid: 300 }, "process 300 no longer runs on build-7"],
    ["its number was used again", { ...other, startTime: "6999" }, "process 200 on build-7 is another one now"],
  ])("%s", async (_, dead, why) => {
    await open({ ...machine(), self: dead }).lock(holder("dead"), lockOptions(0), never);
    const options = lockOptions(0);
    expect((await open().lock(holder("next"), options, never)).state).toBe("locked");
    expect(options.broken).toEqual([`dead: ${why}`]);
    expect((await open().lock(holder("third"), lockOptions(0), never)).state).toBe("held");
  });
});

describe("a lock that can't be judged from here is held, however old it is", () => {
  test.each<[string, ProcessIdentity]>([
    ["it runs", other],
    ["on another host", { ...other, host: "build-8", pid: 300 }],
    ["on another host that was restarted", { ...other, host: "build-8", bootId: "boot-0" }],
    ["in another container", { ...other, processNamespace: "pid:[2]", pid: 300 }],
    ["where the start time is unknown", { ...other, startTime: null }],
    ["where the boot is unknown", { ...other, bootId: null }],
  ])("%s", async (_, living) => {
    await open({ ...machine(), self: living }).lock(holder("slow"), lockOptions(0), never);
    const options = lockOptions(0);
    const answer = await open().lock(holder("next"), options, never);
    expect(answer).toMatchObject({ state: "held", holder: { id: "slow" } });
    expect(options.broken).toEqual([]);
  });
});

test("who only reads is told of a living holder, and of no other", async () => {
  expect(await open().lockedBy(never)).toBeUndefined();
  await open({ ...machine(), self: { ...other, pid: 300 } }).lock(holder("dead"), lockOptions(0), never);
  expect(await open().lockedBy(never)).toBeUndefined();
  const lock = await open({ ...machine(), self: other }).lock(holder("living"), lockOptions(0), never);
  expect(await open().lockedBy(never)).toEqual(holder("living"));
  if (lock.state === "locked") await lock.release();
  expect(await open().lockedBy(never)).toBeUndefined();
});

test("the refusal names the holder and how to get rid of it", async () => {
  await open({ ...machine(), self: other }).lock(holder("3f2a"), lockOptions(0), never);
  const answer = await open().lock(holder("next"), lockOptions(0), never);
  expect(answer.state === "held" && answer.failure).toEqual({
    reason: "state-locked",
    message:
      "The state of storefront/prod is locked by `apply` (process 200 on build-7) since 2026-01-02T03:04:05.000Z, run https://ci.example/run-1. Wait for that run to end. If it is gone for good, release its lock: `opus unlock --context prod --lock-id 3f2a`, or in a workflow the inputs `command: unlock`, `context: prod`, `lock-id: 3f2a`.",
    diagnostics: [],
  });
});

test("a lock file that can't be read is held, and is released by its name only", async () => {
  mkdirSync(folder, { recursive: true });
  for (const text of ["", '{"format": "opus-lock", "ver', "[]", '{"format": "opus-lock", "version": 2}']) {
    writeFileSync(join(folder, "lock-7.json"), text);
    const answer = await open().lock(holder("next"), lockOptions(0), never);
    expect(answer.state === "held" && answer.failure.reason).toBe("state-locked");
    expect(answer.state === "held" && answer.failure.message).toContain(
      `The lock on the state of storefront/prod can't be read (${folder}/lock-7.json), so nobody can tell whose it is. Find out whether a run is going on there. If none is, release the lock: \`opus unlock --context prod --lock-id lock-7\``,
    );
    expect(await open().unlock("next", never)).toMatchObject({ ok: false, error: { reason: "state-locked" } });
  }
  expect(await open().unlock("lock-7", never)).toMatchObject({ ok: true });
  expect((await open().lock(holder("next"), lockOptions(0), never)).state).toBe("locked");
});

test("numbers only rise, and old files go", async () => {
  for (let round = 0; round < 10; round++) {
    const lock = await open().lock(holder(`run-${round}`), lockOptions(0), never);
    if (lock.state === "locked") await lock.release();
  }
  expect(readdirSync(folder).sort()).toEqual(["lock-10.json", "lock-8.json", "lock-9.json"]);
  expect(JSON.parse(readFileSync(join(folder, "lock-10.json"), "utf8"))).toMatchObject({ released: true });
});

test("unlock of a lock that was released, or never taken, says so", async () => {
  const message = 'Nobody holds a lock on the state of storefront/prod, so "a" can\'t be released.';
  expect(await open().unlock("a", never)).toMatchObject({ ok: false, error: { reason: "invalid-input", message } });
  const lock = await open().lock(holder("a"), lockOptions(0), never);
  if (lock.state === "locked") await lock.release();
  expect(await open().unlock("a", never)).toMatchObject({ ok: false, error: { reason: "invalid-input", message } });
});

test("a lock folder that can't be used is unavailable, not locked", async () => {
  writeFileSync(join(temporary.path, project), "");
  const answer = await open().lock(holder("a"), lockOptions(0), never);
  expect(answer).toMatchObject({ state: "unavailable", failure: { reason: "state-unavailable" } });
  expect(answer.state === "unavailable" && answer.failure.message).toMatch(
    /^Could not lock the state in .*prod \((ENOTDIR|EEXIST): /,
  );
});

test("this process and its machine are known well enough", () => {
  const { self, process: inspect } = localMachine();
  expect(self.pid).toBe(process.pid);
  expect(inspect(process.pid)).toEqual({ alive: true, startTime: self.startTime });
  expect(inspect(2 ** 22 + 1)).toEqual({ alive: false, startTime: null });
  if (process.platform === "linux") {
    expect(self.bootId).toMatch(/^[0-9a-f-]{36}$/);
    expect(self.startTime).toMatch(/^\d+$/);
  }
});

describe("real processes", () => {
  const real = () => open(localMachine());

  test("a killed holder is found gone, a living one is not", async () => {
    const worker = startWorker("hold", temporary.path, "worker-lock");
    await printed(worker, /locked/);
    const refused = await real().lock(holder("me"), lockOptions(0), never);
    expect(refused).toMatchObject({ state: "held", holder: { id: "worker-lock" } });
    worker.child.kill("SIGKILL");
    await worker.ended;
    const options = lockOptions(0);
    expect((await real().lock(holder("me"), options, never)).state).toBe("locked");
    expect(options.broken).toEqual([expect.stringMatching(/^worker-lock: process \d+ no longer runs on /)]);
  });

  test("four processes take turns: no two are ever inside", async () => {
    const counter = join(temporary.path, "counter");
    writeFileSync(counter, "0");
    const workers = Array.from({ length: 4 }, () => startWorker("count", temporary.path, counter, "25"));
    await Promise.all(workers.map((worker) => worker.ended));
    expect(readFileSync(counter, "utf8")).toBe("100");
  });
});
