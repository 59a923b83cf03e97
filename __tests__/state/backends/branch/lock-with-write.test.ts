import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StateStore, Write } from "../../../../src/engine/ports/state-store.ts";
import { heldLock } from "../../../../src/state/lock/lock-record.ts";
import { localMachine } from "../../../../src/state/lock/process-identity.ts";
import { type GitFault, GitServer } from "../../../peers/git-server.ts";
import { holder, intent, lockOptions, never, snapshot, temporaryFolder, writeOptions } from "../../fixtures.ts";
import { openBranch } from "./open-branch.ts";

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

const open = (context = "prod") =>
  openBranch({ url: server.url, token: server.token, folder: temporary.path, context });

async function mustWrite(written: Promise<Write>): Promise<string> {
  const write = await written;
  if (write.state !== "written") throw new Error(write.failure.message);
  return write.revision;
}

async function toCome(store: StateStore, id: string, timeoutMs = 0) {
  const lock = await store.lockWithWrite?.({ ...holder(id) }, lockOptions(timeoutMs), never);
  if (lock?.state !== "free") throw new Error(`the lock is ${lock?.state}`);
  return lock;
}

/** A state, and what a run is about to do. */
function begun(serial: number, context = "prod") {
  const { body } = snapshot(serial);
  return snapshot(serial, { context, body: { ...body, pending: [intent("next")] } });
}

function lockId(context = "prod"): string | undefined {
  const text = server.file("opus-state", `storefront/${context}/lock.json`);
  return text === undefined ? undefined : JSON.parse(text).id;
}

/** A lock of a process that is gone. */
function deadLock(id: string): string {
  const { self } = localMachine();
  return Buffer.from(heldLock(holder(id), { ...self, pid: 4_194_303, startTime: "1" })).toString("utf8");
}

/** Does this to the next pushes, one after the other. */
function faults(...list: readonly GitFault[]): void {
  const before = server.pushes;
  server.fault = ({ pushNumber }) => (pushNumber === undefined ? undefined : list[pushNumber - before - 1]);
}

describe("a lock that comes with the first write", () => {
  test("is taken in the same push, and freed in that of the run's end", async () => {
    const store = open();
    const lock = await toCome(store, "a");
    const revision = await mustWrite(store.write(begun(1), undefined, writeOptions(), never));
    expect([server.pushes, lockId()]).toEqual([1, "a"]);
    await mustWrite(store.write(snapshot(2), revision, writeOptions(true), never));
    expect([server.pushes, lockId()]).toEqual([2, undefined]);
    const { length } = server.requests;
    expect(await lock.release()).toEqual({ ok: true, value: undefined });
    expect(server.requests).toHaveLength(length);
  });

  test("is never taken by a run that writes nothing, or only its end", async () => {
    const store = open();
    const lock = await toCome(store, "a");
    expect(await lock.release()).toEqual({ ok: true, value: undefined });
    expect(server.pushes).toBe(0);
    const again = await toCome(store, "b");
    await mustWrite(store.write(snapshot(1), undefined, writeOptions(true), never));
    expect([server.pushes, lockId()]).toEqual([1, undefined]);
    expect(await again.release()).toEqual({ ok: true, value: undefined });
    expect(server.log("opus-state")).toHaveLength(1);
  });

  test("keeps others out once it is there", async () => {
    const [first, second] = [open(), open()];
    await toCome(first, "a");
    await toCome(second, "b");
    await mustWrite(first.write(begun(1), undefined, writeOptions(), never));
    const late = await second.write(begun(1), undefined, writeOptions(), never);
    expect(late).toMatchObject({ state: "unavailable", failure: { reason: "state-locked" } });
    expect([server.pushes, lockId()]).toEqual([1, "a"]);
    expect(await second.lock?.(holder("c"), lockOptions(0), never)).toMatchObject({ state: "held" });
  });

  test("is not taken over a state that others have written since", async () => {
    const [first, second] = [open(), open()];
    await toCome(first, "a");
    await toCome(second, "b");
    const revision = await mustWrite(second.write(begun(1), undefined, writeOptions(), never));
    await mustWrite(second.write(snapshot(2), revision, writeOptions(true), never));
    expect(await first.write(begun(1), undefined, writeOptions(), never)).toMatchObject({ state: "conflict" });
    expect([server.pushes, lockId()]).toEqual([2, undefined]);
  });

  test("is not taken where somebody who is gone has left his, which is told at once or by the write", async () => {
    const store = open();
    await toCome(store, "a");
    server.write("opus-state", { "storefront/prod/lock.json": deadLock("dead") });
    expect(await store.write(begun(1), undefined, writeOptions(), never)).toMatchObject({ state: "conflict" });
    expect([server.pushes, lockId()]).toEqual([0, "dead"]);
    expect(await open().lockWithWrite?.(holder("b"), lockOptions(0), never)).toEqual({ state: "left-behind" });
  });

  test("waits once altogether: before the plan, at the first write, and when it is taken first", async () => {
    let waits = 0;
    const options = { ...lockOptions(500), spent: { ms: 0 }, onWait: () => void waits++ };
    const [first, second] = [open(), open()];
    const held = await first.lock?.(holder("a"), lockOptions(0), never);
    if (held?.state !== "locked") throw new Error(`the lock is ${held?.state}`);
    const waited = await second.lockWithWrite?.(holder("b"), options, never);
    expect(waited).toMatchObject({ state: "held", failure: { reason: "state-locked" } });
    expect(options.spent.ms).toBeGreaterThanOrEqual(500);
    expect(waits).toBe(1);
    expect(await second.lock?.(holder("b"), options, never)).toMatchObject({ state: "held" });
    await held.release();
    expect(await second.lockWithWrite?.(holder("b"), options, never)).toMatchObject({ state: "free" });
    expect(await first.lock?.(holder("c"), lockOptions(0), never)).toMatchObject({ state: "locked" });
    const refused = await second.write(begun(1), undefined, writeOptions(), never);
    expect(refused).toMatchObject({ state: "unavailable", failure: { reason: "state-locked" } });
    expect(waits).toBe(1);
  });

  test("fences the run that had it, when it was released by somebody else", async () => {
    const [first, second] = [open(), open()];
    await toCome(first, "a");
    const revision = await mustWrite(first.write(begun(1), undefined, writeOptions(), never));
    expect(await second.unlock?.("a", never)).toMatchObject({ ok: true });
    expect(await first.write(begun(2), revision, writeOptions(), never)).toMatchObject({ state: "conflict" });
    expect(await first.write(snapshot(2), revision, writeOptions(true), never)).toMatchObject({ state: "conflict" });
    expect(JSON.parse(server.file("opus-state", "storefront/prod/state.json") ?? "").serial).toBe(1);
  });

  test("is found by the next write, when the push that took it ended unclearly", async () => {
    const after = { kind: "cut-after" } as const;
    const before = { kind: "cut-before" } as const;
    faults(after, before);
    const store = open();
    const lock = await toCome(store, "a");
    const revision = await mustWrite(store.write(begun(1), undefined, writeOptions(), never));
    expect(lockId()).toBe("a");
    await mustWrite(store.write(snapshot(2), revision, writeOptions(true), never));
    expect(lockId()).toBeUndefined();
    expect(await lock.release()).toEqual({ ok: true, value: undefined });
  });

  test("is given back, when nobody could tell whether it was taken", async () => {
    const store = open();
    const lock = await toCome(store, "a");
    const giveUp = new AbortController();
    server.fault = ({ pushNumber }) => {
      if (pushNumber === undefined) return undefined;
      setTimeout(() => giveUp.abort(), 1_000);
      return { kind: "slow-answer", ms: 5_000 };
    };
    expect(await store.write(begun(1), undefined, writeOptions(), giveUp.signal)).toMatchObject({
      state: "unavailable",
    });
    server.fault = () => undefined;
    expect(lockId()).toBe("a");
    expect(await lock.release()).toEqual({ ok: true, value: undefined });
    expect(lockId()).toBeUndefined();
  });
});

describe("the first parents of the branch", () => {
  test("tell one line a run, also where runs of several contexts overlap", async () => {
    const lines = () =>
      server
        .git(["log", "--first-parent", "--format=%s", "opus-state"])
        .trim()
        .split("\n")
        .map((line) => line.replace("storefront/", "").replace(" [skip ci]", ""));
    const store = open();
    const revisions = new Map<string, string>();
    const begin = async (each: StateStore, context: string, serial: number) => {
      const named = { ...holder(`${context}-${serial}`), context };
      await each.lockWithWrite?.(named, lockOptions(0), never);
      const next = begun(serial, context);
      revisions.set(context, await mustWrite(each.write(next, revisions.get(context), writeOptions(), never)));
    };
    const end = async (each: StateStore, context: string, serial: number) => {
      const options = { ...writeOptions(true), changes: { update: serial } };
      const next = snapshot(serial, { context });
      revisions.set(context, await mustWrite(each.write(next, revisions.get(context), options, never)));
    };
    await begin(store, "prod", 1);
    await end(store, "prod", 2);
    await begin(store, "prod", 3);
    await end(store, "prod", 4);
    // The first commit of a branch has none before it.
    expect(lines()).toEqual(["prod: apply updated 4", "prod: apply updated 2", "prod: apply begins, 1 task to change"]);
    const other = open("test");
    await begin(other, "test", 1);
    await begin(store, "prod", 5);
    await end(other, "test", 2);
    await end(store, "prod", 6);
    expect(lines().slice(0, 3)).toEqual(["prod: apply updated 6", "test: apply updated 2", "prod: apply updated 4"]);
    expect(server.log("opus-state")).toHaveLength(8);
    const ends = await open().runEnds?.(never);
    expect(ends?.ok && ends.value.map(({ serial }) => serial)).toEqual([2, 4, 6]);
    expect(await open().history?.(4, never)).toMatchObject({ state: "found", snapshot: { serial: 4 } });
  });
});
