import { expect, test } from "vitest";
import { failure, ok } from "../../src/engine/diagnostics/diagnostic.ts";
import type { Read, StateStore } from "../../src/engine/ports/state-store.ts";
import { type StoreFixture, stateStoreCases, stateStoreContract } from "../contracts/state-store.ts";
import { clock, context, never, project, snapshot, writeOptions } from "../state/fixtures.ts";
import { MemoryStore, memoryBacking } from "./memory-store.ts";

function fixture(wrap: (store: MemoryStore) => StateStore = (store) => store): StoreFixture {
  const backing = memoryBacking();
  return {
    open: () => wrap(new MemoryStore({ backing, project, context, clock })),
    damage: () => {
      backing.text = backing.text?.slice(0, -20);
    },
    stored: () => backing.text ?? "",
    historyLimit: 20,
    cleanUp: () => {},
  };
}

stateStoreContract("the memory store", fixture);

/** Titles of the cases that a store fails. */
async function failedCases(make: () => StoreFixture): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of stateStoreCases)
    await run(make()).catch(() => {
      failed.push(name);
    });
  return failed;
}

/** A store that differs in some methods. */
function changed(store: MemoryStore, methods: Partial<StateStore>): StateStore {
  return {
    backend: store.backend,
    location: store.location,
    read: (signal) => store.read(signal),
    write: (next, expected, options, signal) => store.write(next, expected, options, signal),
    lock: (holder, options, signal) => store.lock(holder, options, signal),
    unlock: (id, signal) => store.unlock(id, signal),
    history: (serial, signal) => store.history(serial, signal),
    runEnds: () => store.runEnds(),
    ...methods,
  };
}

test("the contract catches a store that ignores what was expected", async () => {
  const careless = (store: MemoryStore) =>
    changed(store, {
      write: async (next, _, options, signal) => {
        const read = await store.read(signal);
        return store.write(next, read.state === "found" ? read.revision : undefined, options, signal);
      },
    });
  expect(await failedCases(() => fixture(careless))).toEqual([
    "a second first write is a conflict and changes nothing",
    "a write that expects what is gone is a conflict",
    "an update from an old revision is a conflict, and the newer one stays",
  ]);
});

test("the contract catches a store that calls damaged state absent", async () => {
  const forgiving = (store: MemoryStore) =>
    changed(store, {
      read: async (signal): Promise<Read> => {
        const read = await store.read(signal);
        return read.state === "unavailable" && read.failure.reason !== "cancelled" ? { state: "absent" } : read;
      },
    });
  expect(await failedCases(() => fixture(forgiving))).toEqual([
    "damaged state is unavailable: never absent, never overwritten",
  ]);
});

test("the contract catches locks that exclude nobody, and a release that releases everybody", async () => {
  const open = (store: MemoryStore) =>
    changed(store, { lock: async () => ({ state: "locked", release: async () => ok(undefined) }) });
  expect(await failedCases(() => fixture(open))).toContain(
    "one holder at a time; the next one waits, and is told for whom",
  );
  const blunt = (store: MemoryStore) =>
    changed(store, {
      lock: async (holder, options, signal) => {
        const lock = await store.lock(holder, options, signal);
        if (lock.state !== "locked") return lock;
        const release = async () => {
          const probe = await store.lock(holder, { ...options, timeoutMs: 0 }, signal);
          if (probe.state === "held") await store.unlock(probe.holder.id, signal);
          return ok(undefined);
        };
        return { state: "locked", release };
      },
    });
  expect(await failedCases(() => fixture(blunt))).toContain(
    "release is idempotent and never releases somebody else's lock",
  );
});

test("faults: the k-th write fails or conflicts, reads fail", async () => {
  const backing = memoryBacking();
  const store = new MemoryStore({ backing, project, context, clock });
  const full = { state: "unavailable", failure: failure("state-unavailable", "the disk is full") } as const;
  backing.fault = (write) => (write === 2 ? full : undefined);
  const first = await store.write(snapshot(1), undefined, writeOptions(), never);
  const revision = first.state === "written" ? first.revision : undefined;
  expect(await store.write(snapshot(2), revision, writeOptions(), never)).toEqual(full);
  expect(await store.write(snapshot(2), revision, writeOptions(), never)).toMatchObject({ state: "written" });
  backing.readFault = failure("state-unavailable", "no network");
  expect(await store.read(never)).toEqual({ state: "unavailable", failure: backing.readFault });
});
