import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RunLookup } from "../../../../src/engine/ports/run-lookup.ts";
import type { Lock, LockHolder } from "../../../../src/engine/ports/state-lock.ts";
import type { StateStore } from "../../../../src/engine/ports/state-store.ts";
import { localMachine, type Machine } from "../../../../src/state/lock/process-identity.ts";
import { GitServer } from "../../../peers/git-server.ts";
import {
  clock,
  entry,
  holder,
  lockOptions,
  never,
  run,
  snapshot,
  temporaryFolder,
  writeOptions,
} from "../../fixtures.ts";
import { printed, startScript } from "../../processes.ts";
import { type OpenOptions, openBranch } from "./open-branch.ts";

const lockPath = "storefront/prod/lock.json";
let server: GitServer;
let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  server = await GitServer.start();
  temporary = temporaryFolder();
});
afterEach(async () => {
  server.fsck();
  await server.close();
  temporary.remove();
});

function open(options: Partial<OpenOptions> = {}) {
  return openBranch({ url: server.url, token: server.token, folder: temporary.path, ...options });
}

async function mustLock(store: StateStore, id: string): Promise<Extract<Lock, { state: "locked" }>> {
  const lock = await store.lock?.(holder(id), lockOptions(0), never);
  if (lock?.state !== "locked") throw new Error(JSON.stringify(lock));
  return lock;
}

/** Another machine, as each hosted runner is one. */
function elsewhere(): Machine {
  const machine = localMachine();
  return { ...machine, self: { ...machine.self, host: "runner-2", bootId: "other", pid: 7 } };
}

function subjects(): string[] {
  return server
    .log("opus-state")
    .map(({ message }) => message.split("\n")[0] ?? "")
    .reverse();
}

describe("the lock and the state in one ref", () => {
  test("the file of the lock", async () => {
    const lock = await mustLock(open(), "lock-1");
    const { self } = localMachine();
    expect(JSON.parse(server.file("opus-state", lockPath) ?? "")).toEqual({
      format: "opus-lock",
      version: 1,
      ...holder("lock-1"),
      process: self,
    });
    await lock.release();
    expect(server.file("opus-state", lockPath)).toBeUndefined();
    expect(subjects()).toEqual([
      "storefront/prod: locked for apply [skip ci]",
      "storefront/prod: unlocked after apply [skip ci]",
    ]);
  });

  test("reading after locking asks the network nothing", async () => {
    await open().write(snapshot(1), undefined, writeOptions(), never);
    const store = open();
    await mustLock(store, "a");
    const before = server.requests.length;
    expect(await store.read(never)).toMatchObject({ state: "found", snapshot: { serial: 1 } });
    expect(server.requests).toHaveLength(before);
    await store.read(never);
    expect(server.requests.length).toBeGreaterThan(before);
  });

  test("the last write of a run releases it in the same commit", async () => {
    const store = open();
    const lock = await mustLock(store, "a");
    const first = await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(server.file("opus-state", lockPath)).toBeDefined();
    store.journal.start("line-1", 1);
    const revision = first.state === "written" ? first.revision : "";
    expect(await store.write(snapshot(2), revision, writeOptions(true), never)).toMatchObject({ state: "written" });
    expect(server.file("opus-state", lockPath)).toBeUndefined();
    // The next run of this machine has it now, and its journal.
    const next = open();
    const theirs = await mustLock(next, "b");
    next.journal.start("line-1", 2);
    next.journal.append({ type: "result", task: "x", entry: entry("x"), undo: null });
    expect(store.journal.clear()).toEqual({ ok: true, value: undefined });
    expect(next.journal.read("line-1", 2)).toMatchObject({ ok: true, value: [{ task: "x" }] });
    const pushes = server.pushes;
    expect(await lock.release()).toEqual({ ok: true, value: undefined });
    expect(await lock.release()).toEqual({ ok: true, value: undefined });
    expect(server.pushes).toBe(pushes);
    expect(await open().lockedBy(never)).toMatchObject({ id: "b" });
    await theirs.release();
  });

  test("a lock that somebody released keeps its old holder from writing", async () => {
    const store = open();
    const lock = await mustLock(store, "old");
    const first = await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(await open().unlock("old", never)).toMatchObject({ ok: true, value: { id: "old" } });
    const next = open();
    const theirs = await mustLock(next, "new");
    const before = server.tip("opus-state");
    const late = await store.write(snapshot(2), first.state === "written" ? first.revision : "", writeOptions(), never);
    expect(late).toMatchObject({ state: "conflict", failure: { reason: "state-conflict" } });
    expect(late.state === "conflict" && late.failure.message.replaceAll(server.url, "https://ci.example")).toBe(
      "The state at storefront/prod/state.json on the branch opus-state of https://ci.example/octo/storefront was not written: the lock of this run (old) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.",
    );
    await lock.release();
    expect(server.tip("opus-state")).toBe(before);
    await theirs.release();
    expect(subjects()).toContain("storefront/prod: lock old of apply released by hand [skip ci]");
  });

  test("a write without a lock waits for who has it, and then names him", async () => {
    const lock = await mustLock(open({ store: { machine: elsewhere() } }), "theirs");
    const store = open({ store: { writeLockMs: 300 } });
    const refused = await store.write(snapshot(1), undefined, writeOptions(), never);
    expect(refused.state === "unavailable" && refused.failure.message).toMatch(
      /^The state of storefront\/prod is locked by `apply` since 2026-01-02T03:04:05\.000Z, run https:\/\/ci\.example\/run-1\./,
    );
    const patient = open().write(snapshot(1), undefined, writeOptions(), never);
    await clock.sleep(200, never);
    await lock.release();
    expect(await patient).toMatchObject({ state: "written" });
  });

  test("who reads is told who writes", async () => {
    expect(await open().lockedBy(never)).toBeUndefined();
    await mustLock(open({ store: { machine: elsewhere() } }), "theirs");
    expect(await open().lockedBy(never)).toEqual(holder("theirs"));
    server.fault = () => ({ kind: "html" });
    expect(await open().lockedBy(never)).toBeUndefined();
  });
});

describe("dead holders", () => {
  test("a process that was killed on this machine: its lock is taken over in one commit, and it is fenced", async () => {
    const script = join(import.meta.dirname, "worker.ts");
    const worker = startScript(script, "hold", server.url, server.token, temporary.path, "dead");
    await printed(worker, /locked/);
    expect(await open().lock(holder("b"), lockOptions(0), never)).toMatchObject({ state: "held" });
    worker.child.kill("SIGKILL");
    await worker.ended.catch(() => undefined);
    const before = server.pushes;
    const options = lockOptions(0);
    const store = open();
    expect(await store.lock(holder("heir"), options, never)).toMatchObject({ state: "locked" });
    expect(options.broken).toEqual([expect.stringMatching(/^dead: process \d+ no longer runs on /)]);
    expect(server.pushes - before).toBe(1);
    expect(subjects().at(-1)).toMatch(
      /^storefront\/prod: locked for apply \(the lock before was left behind: process \d+ no longer runs on .*\) \[skip ci\]$/,
    );
  });

  test("a write without a lock takes a dead holder's away", async () => {
    const dead = localMachine();
    await mustLock(open({ store: { machine: { ...dead, self: { ...dead.self, startTime: "1" } } } }), "dead");
    expect(await open().write(snapshot(1), undefined, writeOptions(), never)).toMatchObject({ state: "written" });
    expect(server.file("opus-state", lockPath)).toBeUndefined();
  });

  test("machines that were cloned look alike, but for the name that each keeps in a file", async () => {
    const named = (file: string): Machine => localMachine(join(temporary.path, file, "machine"));
    const mine = named("one");
    expect(named("one").self.machine).toBe(mine.self.machine);
    expect(mine.self.machine).toMatch(/^[0-9a-f-]{36}$/);
    // The same host, boot and number of a process that does not run here; only the name differs.
    const clone = named("two");
    const theirs = { ...clone, self: { ...clone.self, pid: 4_000_000, startTime: "1" } };
    const lock = await mustLock(open({ store: { machine: theirs } }), "theirs");
    expect(await open({ store: { machine: mine } }).lock(holder("a"), lockOptions(0), never)).toMatchObject({
      state: "held",
    });
    await lock.release();
    const dead = { ...mine, self: { ...mine.self, pid: 4_000_000, startTime: "1" } };
    await mustLock(open({ store: { machine: dead } }), "dead");
    await mustLock(open({ store: { machine: named("one") } }), "heir");
  });

  test("two that find it dead: one of them gets it", async () => {
    const dead = localMachine();
    await mustLock(open({ store: { machine: { ...dead, self: { ...dead.self, startTime: "1" } } } }), "dead");
    const locks = await Promise.all(["a", "b", "c"].map((id) => open().lock(holder(id), lockOptions(0), never)));
    expect(locks.map(({ state }) => state).sort()).toEqual(["held", "held", "locked"]);
  });

  /** A lookup that answers these one after the other, the last one for ever. */
  function lookup(...answers: Awaited<ReturnType<RunLookup>>[]) {
    const asked: string[] = [];
    const runLookup: RunLookup = async ({ id }) => {
      asked.push(id);
      return answers[asked.length - 1] ?? answers.at(-1) ?? { state: "going-on" };
    };
    return { asked, runLookup };
  }

  test("a run that is over, says its service: taken at once, even without waiting", async () => {
    await mustLock(open({ store: { machine: elsewhere() } }), "theirs");
    const { asked, runLookup } = lookup({ state: "over", why: "run 1 was cancelled" });
    const options = lockOptions(0);
    expect(await open({ store: { runLookup } }).lock(holder("mine"), options, never)).toMatchObject({
      state: "locked",
    });
    expect(options.broken).toEqual(["theirs: run 1 was cancelled"]);
    expect(options.waits).toEqual([]);
    expect(asked).toEqual([run.id]);
  });

  test("a run that goes on keeps its lock, and is not asked about all the time", async () => {
    await mustLock(open({ store: { machine: elsewhere() } }), "theirs");
    const { asked, runLookup } = lookup({ state: "going-on" });
    expect(await open({ store: { runLookup } }).lock(holder("mine"), lockOptions(1_500), never)).toMatchObject({
      state: "held",
      holder: { id: "theirs" },
    });
    expect(asked).toEqual([run.id]);
  });

  test("nobody can tell: it is said once, and the lock stays", async () => {
    await mustLock(open({ store: { machine: elsewhere() } }), "theirs");
    const { runLookup } = lookup({ state: "unsure", why: "the token may not read runs" });
    const unsure: [LockHolder, string][] = [];
    const options = {
      ...lockOptions(1_000),
      onUnsure: (other: LockHolder, why: string) => void unsure.push([other, why]),
    };
    expect(await open({ store: { runLookup } }).lock(holder("mine"), options, never)).toMatchObject({ state: "held" });
    expect(unsure).toEqual([[holder("theirs"), "the token may not read runs"]]);
  });

  test("a holder without a run is not asked about, and is named by his process", async () => {
    const store = open({ store: { machine: elsewhere() } });
    await store.lock({ ...holder("theirs"), run: { id: "", attempt: 1, sha: "", url: "" } }, lockOptions(0), never);
    const { asked, runLookup } = lookup({ state: "over", why: "no" });
    const lock = await open({ store: { runLookup } }).lock(holder("mine"), lockOptions(0), never);
    expect(lock.state === "held" && lock.failure.message).toMatch(
      /^The state of storefront\/prod is locked by `apply` \(process 7 on runner-2\) since 2026-01-02T03:04:05\.000Z\. Wait for that run to end\./,
    );
    expect(asked).toEqual([]);
  });
});

describe("a lock file that can't be read", () => {
  test.each([
    ["text", "held by Bob"],
    ["another version", '{"format": "opus-lock", "version": 2}'],
    ["half of one", '{"format": "opus-lock", "version": 1, "id": "a"'],
  ])("%s: counts as held, and goes by `unreadable`", async (_, text) => {
    server.write("opus-state", { [lockPath]: text });
    const lock = await open().lock(holder("mine"), lockOptions(0), never);
    expect(lock.state === "held" && lock.failure.message.replaceAll(server.url, "https://ci.example")).toBe(
      "The lock on the state of storefront/prod can't be read (storefront/prod/lock.json on the branch opus-state of https://ci.example/octo/storefront), so nobody can tell whose it is. Find out whether a run is going on there. If none is, release the lock: `opus unlock --context prod --lock-id unreadable`, or in a workflow the inputs `command: unlock`, `context: prod`, `lock-id: unreadable`.",
    );
    expect(await open().unlock("mine", never)).toMatchObject({ ok: false, error: { reason: "state-locked" } });
    expect(await open().unlock("unreadable", never)).toMatchObject({ ok: true, value: { id: "unreadable" } });
    await mustLock(open(), "mine");
  });
});

test("twelve turns of four racers for one lock: never two holders", async () => {
  const stores = Array.from({ length: 4 }, () => open());
  let holders = 0;
  let most = 0;
  const race = async (store: StateStore, name: string): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      const lock = await store.lock?.(holder(`${name}-${round}`), lockOptions(50_000), never);
      if (lock?.state !== "locked") throw new Error(JSON.stringify(lock));
      most = Math.max(most, ++holders);
      await clock.sleep(5, never);
      holders--;
      const released = await lock.release();
      if (!released.ok) throw new Error(released.error.message);
    }
  };
  await Promise.all(stores.map((store, index) => race(store, `racer-${index}`)));
  expect(most).toBe(1);
  expect(subjects()).toHaveLength(24);
});
