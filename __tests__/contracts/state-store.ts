import assert from "node:assert/strict";
import { afterEach, describe, test } from "vitest";
import type { Read, StateName, StateStore, Write } from "../../src/engine/ports/state-store.ts";
import { times } from "../faults/scale.ts";
import { entry, holder, lockOptions, never, snapshot, writeOptions } from "../state/fixtures.ts";

/** One kind of store, and what a test may do to it from outside. */
export interface StoreFixture {
  /** A new instance over the same stored state, as another run would have. */
  open(): StateStore;
  /** The same for the state of another name, in the same place. Absent: states of this kind of store have no names. */
  openAs?(name: StateName): StateStore;
  /** What lists the states of the place does not know the newest ones. */
  readonly lagging?: boolean;
  /** Damages what is stored; null when nothing can be damaged. */
  damage: (() => void) | null;
  /** The stored text, for comparing bytes. */
  stored(): string;
  /** What is stored is sealed, and so different each time. */
  readonly sealed?: true;
  /** How many run ends `history` keeps; null: all. */
  readonly historyLimit: number | null;
  /** Writes from several processes at once: each tries to add 1 to the serial `rounds` times. Absent: not possible. */
  race?(processes: number, rounds: number): Promise<{ readonly succeeded: number }>;
  cleanUp(): void;
}

interface Case {
  readonly name: string;
  run(fixture: StoreFixture): Promise<void>;
}

async function mustWrite(written: Promise<Write>): Promise<string> {
  const write = await written;
  assert.equal(write.state, "written", write.state === "written" ? "" : write.failure.message);
  return write.state === "written" ? write.revision : "";
}

async function mustFind(read: Promise<Read>): Promise<Extract<Read, { state: "found" }>> {
  const found = await read;
  if (found.state === "found") return found;
  assert.fail(`expected a state: ${found.state === "absent" ? "absent" : found.failure.message}`);
}

function mustConflict(write: Write, pattern: RegExp): void {
  assert.equal(write.state, "conflict");
  assert.equal(write.state === "conflict" && write.failure.reason, "state-conflict");
  assert.match(write.state === "conflict" ? write.failure.message : "", pattern);
}

async function keptSerials(store: StateStore): Promise<number[]> {
  const ends = await store.runEnds?.(never);
  assert.ok(ends?.ok);
  return ends.value.map(({ serial }) => serial);
}

/** Each case as a plain function, so that the suite itself can be tested on faulty stores. */
export const stateStoreCases: readonly Case[] = [
  {
    name: "nothing stored is absent",
    async run(fixture) {
      assert.deepEqual(await fixture.open().read(never), { state: "absent" });
    },
  },
  {
    name: "a first write expects nothing, and is read back by another instance",
    async run(fixture) {
      const revision = await mustWrite(fixture.open().write(snapshot(1), undefined, writeOptions(), never));
      const read = await mustFind(fixture.open().read(never));
      assert.deepEqual(read.snapshot, snapshot(1));
      assert.equal(read.revision, revision);
      assert.deepEqual(read.run, writeOptions().run);
      assert.equal(Buffer.from(read.data).toString("utf8"), fixture.stored());
    },
  },
  {
    name: "a second first write is a conflict and changes nothing",
    async run(fixture) {
      await mustWrite(fixture.open().write(snapshot(1), undefined, writeOptions(), never));
      const before = fixture.stored();
      const other = snapshot(1, { lineage: "line-2" });
      mustConflict(
        await fixture.open().write(other, undefined, writeOptions(), never),
        /no state was expected there, and serial 1/,
      );
      assert.equal(fixture.stored(), before);
    },
  },
  {
    name: "a write that expects what is gone is a conflict",
    async run(fixture) {
      const write = await fixture.open().write(snapshot(2), "sha256:00", writeOptions(), never);
      mustConflict(write, /revision sha256:00 was expected, and no state is stored/);
      assert.deepEqual(await fixture.open().read(never), { state: "absent" });
    },
  },
  {
    name: "writes follow each other by revision",
    async run(fixture) {
      const store = fixture.open();
      let revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
      for (let serial = 2; serial < 6; serial++)
        revision = await mustWrite(store.write(snapshot(serial), revision, writeOptions(), never));
      const read = await mustFind(fixture.open().read(never));
      assert.equal(read.snapshot.serial, 5);
      assert.equal(read.revision, revision);
    },
  },
  {
    name: "an update from an old revision is a conflict, and the newer one stays",
    async run(fixture) {
      const [first, second] = [fixture.open(), fixture.open()];
      const revision = await mustWrite(first.write(snapshot(1), undefined, writeOptions(), never));
      await mustFind(second.read(never));
      await mustWrite(first.write(snapshot(2), revision, writeOptions(), never));
      const before = fixture.stored();
      const late = await second.write(snapshot(2, { body: snapshot(9).body }), revision, writeOptions(), never);
      mustConflict(late, /another run has written it meanwhile/);
      assert.equal(fixture.stored(), before);
    },
  },
  {
    name: "of many writers at once exactly one wins",
    async run(fixture) {
      const revision = await mustWrite(fixture.open().write(snapshot(1), undefined, writeOptions(), never));
      const bodies = [3, 4, 5, 6, 7].map((order) => snapshot(2, { body: snapshot(order).body }));
      const writes = await Promise.all(
        bodies.map((next) => fixture.open().write(next, revision, writeOptions(), never)),
      );
      const winners = writes.flatMap((write, index) => (write.state === "written" ? [index] : []));
      assert.equal(winners.length, 1);
      assert.deepEqual((await mustFind(fixture.open().read(never))).snapshot, bodies[winners[0] ?? -1]);
      for (const write of writes) if (write.state !== "written") mustConflict(write, /another run has written/);
    },
  },
  {
    name: "several processes lose no update",
    async run(fixture) {
      if (!fixture.race) return;
      await mustWrite(fixture.open().write(snapshot(1), undefined, writeOptions(), never));
      const rounds = times(8, 3);
      const { succeeded } = await fixture.race(3, rounds);
      assert.equal(succeeded, 3 * rounds);
      assert.equal((await mustFind(fixture.open().read(never))).snapshot.serial, 1 + 3 * rounds);
    },
  },
  {
    name: "another lineage, a lower serial and another body at the same serial are conflicts",
    async run(fixture) {
      const store = fixture.open();
      const revision = await mustWrite(store.write(snapshot(5), undefined, writeOptions(), never));
      const attempts = [
        [snapshot(6, { lineage: "line-2" }), /its lineage is "line-1", and the new version's is "line-2"/],
        [snapshot(4), /serial 5 is stored, and the new version's serial is only 4/],
        [snapshot(5, { body: snapshot(6).body }), /serial 5 is stored with another body \(digest sha256:/],
      ] as const;
      for (const [next, pattern] of attempts)
        mustConflict(await store.write(next, revision, writeOptions(), never), pattern);
      assert.deepEqual((await mustFind(store.read(never))).snapshot, snapshot(5));
    },
  },
  {
    name: "the same version again is accepted, as the end of a run",
    async run(fixture) {
      const store = fixture.open();
      const revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
      await mustWrite(store.write(snapshot(1), revision, writeOptions(true), never));
      assert.deepEqual((await mustFind(store.read(never))).snapshot, snapshot(1));
      if (store.runEnds) assert.deepEqual(await keptSerials(store), [1]);
    },
  },
  {
    name: "damaged state is unavailable: never absent, never overwritten",
    async run(fixture) {
      if (!fixture.damage) return;
      const revision = await mustWrite(fixture.open().write(snapshot(1), undefined, writeOptions(), never));
      fixture.damage();
      const read = await fixture.open().read(never);
      assert.equal(read.state, "unavailable");
      assert.equal(read.state === "unavailable" && read.failure.reason, "state-unavailable");
      const before = fixture.stored();
      for (const expected of [undefined, revision]) {
        const write = await fixture.open().write(snapshot(2), expected, writeOptions(), never);
        assert.notEqual(write.state, "written");
      }
      assert.equal(fixture.stored(), before);
    },
  },
  {
    name: "thousands of tasks come back the same, byte for byte",
    async run(fixture) {
      const names = Array.from({ length: times(5_000, 1_500) }, (_, index) => `task-${index}`);
      const tasks = Object.fromEntries(names.map((name, order) => [name, entry(name, { order })]));
      const body = { tasks, undo: [{ task: "task-7", change: "update", before: entry("old") } as const], pending: [] };
      await mustWrite(fixture.open().write(snapshot(1, { body }), undefined, writeOptions(), never));
      const text = fixture.stored();
      const read = await mustFind(fixture.open().read(never));
      assert.deepEqual(read.snapshot, snapshot(1, { body }));
      await mustWrite(fixture.open().write(read.snapshot, read.revision, writeOptions(), never));
      if (fixture.sealed) assert.doesNotMatch(fixture.stored(), /task-7/);
      else assert.equal(fixture.stored(), text);
    },
  },
  {
    name: "an aborted signal stops every call with `cancelled`",
    async run(fixture) {
      const store = fixture.open();
      const aborted = AbortSignal.abort();
      const answers = [
        await store.read(aborted),
        await store.write(snapshot(1), undefined, writeOptions(), aborted),
        await store.lock?.(holder("a"), lockOptions(1_000), aborted),
        await store.history?.(1, aborted),
      ];
      for (const answer of answers)
        if (answer) assert.equal("failure" in answer ? answer.failure.reason : answer.state, "cancelled");
      assert.deepEqual(await store.read(never), { state: "absent" });
    },
  },
  {
    name: "history keeps the run ends, and only those",
    async run(fixture) {
      const store = fixture.open();
      if (!store.history || !store.runEnds) return;
      let revision: string | undefined;
      // Every second one ends a run: some more than are kept.
      const last = fixture.historyLimit === null ? 8 : 2 * (fixture.historyLimit + 5);
      for (let serial = 1; serial <= last; serial++)
        revision = await mustWrite(store.write(snapshot(serial), revision, writeOptions(serial % 2 === 0), never));
      const ends = Array.from({ length: last / 2 }, (_, index) => 2 * (index + 1));
      const kept = fixture.historyLimit === null ? ends : ends.slice(-fixture.historyLimit);
      assert.deepEqual(await keptSerials(store), kept);
      assert.deepEqual((await mustFind(store.history(last, never))).snapshot, snapshot(last));
      assert.deepEqual((await mustFind(store.history(kept[0] ?? 0, never))).snapshot, snapshot(kept[0] ?? 0));
      assert.deepEqual(await store.history(last - 1, never), { state: "absent" });
    },
  },
  {
    name: "one holder at a time; the next one waits, and is told for whom",
    async run(fixture) {
      const [first, second] = [fixture.open(), fixture.open()];
      if (!first.lock || !second.lock) return;
      const lock = await first.lock(holder("first"), lockOptions(0), never);
      assert.equal(lock.state, "locked");
      const refused = await second.lock(holder("second"), lockOptions(0), never);
      assert.equal(refused.state, "held");
      if (refused.state !== "held" || lock.state !== "locked") return;
      assert.equal(refused.holder.id, "first");
      assert.equal(refused.failure.reason, "state-locked");
      assert.match(
        refused.failure.message,
        /locked by `apply`.* since 2026-01-02T03:04:05.000Z, run https:\/\/ci.example\/run-1/,
      );
      assert.match(refused.failure.message, /opus unlock --context prod --lock-id first/);
      const options = lockOptions(5_000);
      const waiting = second.lock(holder("second"), options, never);
      while (options.waits.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await lock.release();
      const then = await waiting;
      assert.equal(then.state, "locked");
      if (then.state === "locked") await then.release();
    },
  },
  {
    name: "waiting for the lock ends at its limit, and with the signal",
    async run(fixture) {
      const [first, second] = [fixture.open(), fixture.open()];
      if (!first.lock || !second.lock) return;
      await first.lock(holder("first"), lockOptions(0), never);
      const begun = performance.now();
      assert.equal((await second.lock(holder("second"), lockOptions(200), never)).state, "held");
      assert.ok(performance.now() - begun >= 190);
      const controller = new AbortController();
      const waiting = second.lock(holder("second"), lockOptions(60_000), controller.signal);
      setTimeout(() => controller.abort(), 50);
      const answer = await waiting;
      assert.equal(answer.state === "unavailable" && answer.failure.reason, "cancelled");
    },
  },
  {
    name: "release is idempotent and never releases somebody else's lock",
    async run(fixture) {
      const [first, second, third] = [fixture.open(), fixture.open(), fixture.open()];
      if (!first.lock || !second.lock || !third.lock) return;
      const lock = await first.lock(holder("first"), lockOptions(0), never);
      assert.equal(lock.state, "locked");
      if (lock.state !== "locked") return;
      await lock.release();
      await lock.release();
      assert.equal((await second.lock(holder("second"), lockOptions(0), never)).state, "locked");
      await lock.release();
      const refused = await third.lock(holder("third"), lockOptions(0), never);
      assert.equal(refused.state === "held" && refused.holder.id, "second");
    },
  },
  {
    name: "unlock releases by id, whoever holds it; another id is refused with the one that holds",
    async run(fixture) {
      const [first, other] = [fixture.open(), fixture.open()];
      if (!first.lock || !other.unlock || !other.lock) return;
      const none = await other.unlock("first", never);
      assert.equal(
        !none.ok && none.error.message,
        'Nobody holds a lock on the state of storefront/prod, so "first" can\'t be released.',
      );
      const lock = await first.lock(holder("first"), lockOptions(0), never);
      const wrong = await other.unlock("second", never);
      assert.equal(!wrong.ok && wrong.error.reason, "state-locked");
      assert.match(wrong.ok ? "" : wrong.error.message, /locked with the id "first" .*, not "second"/);
      const released = await other.unlock("first", never);
      assert.equal(released.ok && released.value.id, "first");
      assert.equal((await other.lock(holder("other"), lockOptions(0), never)).state, "locked");
      if (lock.state === "locked") await lock.release();
      assert.equal((await first.lock(holder("third"), lockOptions(0), never)).state, "held");
    },
  },
  {
    name: "the holder of the lock writes under it",
    async run(fixture) {
      const store = fixture.open();
      if (!store.lock) return;
      const lock = await store.lock(holder("first"), lockOptions(0), never);
      const revision = await mustWrite(store.write(snapshot(1), undefined, writeOptions(), never));
      await mustWrite(store.write(snapshot(2), revision, writeOptions(true), never));
      if (lock.state === "locked") await lock.release();
      assert.equal((await mustFind(fixture.open().read(never))).snapshot.serial, 2);
    },
  },
  {
    name: "a state is carried over to another name: whole, with its history, and it is nowhere else",
    async run(fixture) {
      const openNew = (): StateStore => fixture.openAs?.(newName) ?? assert.fail("no store of another name");
      const [from, to] = [fixture.open(), fixture.openAs?.(newName)];
      if (!to?.takeOver) return;
      const first = await mustWrite(from.write(snapshot(1), undefined, writeOptions(true), never));
      const expected = await mustWrite(from.write(snapshot(2), first, writeOptions(true), never));
      await mustWrite(to.takeOver(from, { ...snapshot(2), ...newName }, expected, writeOptions(), never));
      const there = openNew();
      const read = await mustFind(there.read(never));
      assert.deepEqual(read.snapshot, { ...snapshot(2), ...newName });
      assert.deepEqual(await there.holds?.(never), { ok: true, value: true });
      const next = await mustWrite(
        there.write({ ...snapshot(3), ...newName }, read.revision, writeOptions(true), never),
      );
      const later = openNew();
      if (later.history && later.runEnds) {
        assert.deepEqual(await keptSerials(later), [1, 2, 3]);
        assert.deepEqual((await mustFind(later.history(1, never))).snapshot, snapshot(1));
      }
      const old = fixture.open();
      const gone = await old.read(never);
      assert.deepEqual(gone.state === "unavailable" && gone.movedTo, newName);
      assert.equal(gone.state === "unavailable" && gone.failure.reason, "state-unavailable");
      assert.match(
        gone.state === "unavailable" ? gone.failure.message : "",
        /^The state of storefront\/prod was carried over to shop\/live/,
      );
      assert.deepEqual(await old.holds?.(never), { ok: true, value: false });
      const beside = await old.beside?.(never);
      const listed = beside?.ok ? beside.value.filter(({ project }) => project === "shop") : undefined;
      assert.deepEqual(listed, fixture.lagging ? [] : [newName]);
      // Back again.
      await mustWrite(old.takeOver?.(later, snapshot(3), next, writeOptions(), never) as Promise<Write>);
      assert.deepEqual((await mustFind(fixture.open().read(never))).snapshot.body, snapshot(3).body);
      const back = await openNew().read(never);
      assert.deepEqual(back.state === "unavailable" && back.movedTo, { project: "storefront", context: "prod" });
    },
  },
  {
    name: "nothing is carried over where a state is, nor what has changed meanwhile",
    async run(fixture) {
      const openNew = (): StateStore => fixture.openAs?.(newName) ?? assert.fail("no store of another name");
      const [from, to] = [fixture.open(), fixture.openAs?.(newName)];
      if (!to?.takeOver) return;
      const first = await mustWrite(from.write(snapshot(1), undefined, writeOptions(true), never));
      const expected = await mustWrite(from.write(snapshot(2), first, writeOptions(true), never));
      const next = { ...snapshot(2), ...newName };
      mustConflict(await to.takeOver(from, next, first, writeOptions(), never), /another run has changed it meanwhile/);
      assert.deepEqual(await to.read(never), { state: "absent" });
      const other = { ...snapshot(7, { lineage: "line-2" }), ...newName };
      await mustWrite(to.write(other, undefined, writeOptions(true), never));
      const refused = openNew().takeOver?.(from, next, expected, writeOptions(), never);
      mustConflict((await refused) as Write, /no state was expected there, and serial 7/);
      assert.deepEqual((await mustFind(fixture.open().read(never))).snapshot, snapshot(2));
      assert.deepEqual((await mustFind(openNew().read(never))).snapshot, other);
    },
  },
  {
    name: "a lock goes with the state that is carried over, and who lost his carries nothing",
    async run(fixture) {
      const openNew = (): StateStore => fixture.openAs?.(newName) ?? assert.fail("no store of another name");
      const [from, to] = [fixture.open(), fixture.openAs?.(newName)];
      if (!to?.takeOver || !from.lock || !to.lock) return;
      const expected = await mustWrite(from.write(snapshot(1), undefined, writeOptions(true), never));
      const [theirs, own] = [
        await from.lock(holder("old"), lockOptions(0), never),
        await to.lock({ ...holder("new"), ...newName }, lockOptions(0), never),
      ];
      assert.deepEqual([theirs.state, own.state], ["locked", "locked"]);
      if (theirs.state !== "locked" || own.state !== "locked") return;
      assert.ok((await fixture.open().unlock?.("old", never))?.ok);
      const next = { ...snapshot(1), ...newName };
      mustConflict(await to.takeOver(from, next, expected, writeOptions(), never), /was released by somebody else/);
      const again = fixture.open();
      const lock = await again.lock?.(holder("again"), lockOptions(0), never);
      await mustWrite(to.takeOver(again, next, expected, writeOptions(), never));
      if (lock?.state === "locked") assert.ok((await lock.release()).ok);
      assert.equal(await fixture.open().lockedBy?.(never), undefined);
      assert.equal((await openNew().lockedBy?.(never))?.id, "new");
      assert.ok((await own.release()).ok);
    },
  },
];

const newName: StateName = { project: "shop", context: "live" };

/**
 * The contract of every `StateStore`: run it against each implementation.
 * @param which names the cases to run. Default: all of them
 */
export function stateStoreContract(
  name: string,
  makeStore: () => StoreFixture,
  which: (title: string) => boolean = () => true,
): void {
  describe(`${name} keeps the contract of a state store`, () => {
    let fixture: StoreFixture | undefined;
    afterEach(() => fixture?.cleanUp());
    for (const { name: title, run } of stateStoreCases.filter((one) => which(one.name)))
      test(title, async () => {
        fixture = makeStore();
        await run(fixture);
      });
  });
}
