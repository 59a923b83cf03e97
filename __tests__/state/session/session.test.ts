import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { failure, type Result } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { TaskState, UndoEntry } from "../../../src/engine/model/state-body.ts";
import type { Clock } from "../../../src/engine/ports/clock.ts";
import type { StateStore, Write } from "../../../src/engine/ports/state-store.ts";
import { FileStore } from "../../../src/state/backends/file/file-store.ts";
import { type SavedEvent, type SessionOptions, StateSession } from "../../../src/state/session/session.ts";
import { decode, encode } from "../../../src/state/snapshot/codec.ts";
import { type MemoryBacking, MemoryStore, memoryBacking } from "../../doubles/memory-store.ts";
import {
  clock,
  context,
  entry,
  holder,
  intent,
  lockOptions,
  never,
  project,
  run,
  snapshot,
  temporaryFolder,
  writeOptions,
} from "../fixtures.ts";

/** Time that stands still until it is moved. */
function handClock(): Clock & { time: number } {
  return {
    ...clock,
    time: 0,
    now() {
      return this.time;
    },
  };
}

function storeOver(backing: MemoryBacking, journal = true): MemoryStore {
  return new MemoryStore({ backing, project, context, clock, journal });
}

async function open(store: StateStore, options: Partial<SessionOptions> = {}): Promise<StateSession> {
  const opened = await StateSession.open(
    store,
    { project, context, clock, newLineage: () => "line-1", run, command: "apply", writer: "1.2.0", ...options },
    never,
  );
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function good(result: Result<unknown, unknown>): void {
  expect(result).toEqual({ ok: true, value: undefined });
}

function created(task: string): { task: string; entry: TaskState; undo: UndoEntry } {
  return { task, entry: entry(task), undo: { task, change: "create", before: null } };
}

const ending = { clearPendingNeverStarted: true };

/** A whole run that creates these tasks. */
async function apply(backing: MemoryBacking, tasks: readonly string[]): Promise<void> {
  const session = await open(storeOver(backing));
  good(await session.begin(tasks.map((task) => intent(task))));
  for (const task of tasks) {
    good(session.started(task));
    good(await session.record(created(task)));
  }
  good(await session.close(ending));
}

describe("a run", () => {
  test("stores its intents before its first effect, and its results at the end", async () => {
    const backing = memoryBacking();
    const events: SavedEvent[] = [];
    const session = await open(storeOver(backing), { onSaved: (event) => events.push(event) });
    expect([
      session.stored.serial,
      session.stored.lineage,
      session.stored.revision,
      session.contents.pending,
      session.contents.undo,
    ]).toEqual([0, undefined, undefined, [], []]);
    good(await session.begin([intent("a"), intent("b")]));
    const during = await open(storeOver(backing));
    expect([during.stored.serial, during.stored.lineage, during.tasks.size]).toEqual([1, "line-1", 0]);
    // Neither has started, as the journal proves.
    expect(during.contents.pending).toEqual([]);
    expect(JSON.parse(backing.text ?? "").body.pending.map((one: { task: string }) => one.task)).toEqual(["a", "b"]);
    good(session.started("a"));
    expect((await open(storeOver(backing))).contents.pending).toEqual([{ intent: intent("a"), started: true }]);
    good(await session.record(created("a")));
    expect(session.unsaved).toBe(true);
    good(await session.close(ending));
    expect(session.unsaved).toBe(false);
    expect(events).toEqual([
      { serial: 1, tasks: 0, pending: 2 },
      { serial: 2, tasks: 1, pending: 0 },
    ]);
    expect(backing.journal).toBeUndefined();
    const after = await open(storeOver(backing));
    expect([
      after.stored.serial,
      after.stored.revision,
      [...after.tasks.keys()],
      after.contents.pending,
      after.contents.undo,
    ]).toEqual([2, session.stored.revision, ["a"], [], [created("a").undo]]);
    expect([...backing.history.keys()]).toEqual([2]);
  });

  test("that changes nothing writes nothing and keeps the undo of the one before", async () => {
    const backing = memoryBacking();
    await apply(backing, ["a"]);
    const before = backing.text;
    const idle = await open(storeOver(backing));
    good(await idle.begin([]));
    good(await idle.close(ending));
    expect(backing.text).toBe(before);
    // An intent whose task turns out to be as it should be: two writes, but still nothing to undo.
    const noop = await open(storeOver(backing));
    good(await noop.begin([intent("a", { change: "update" })]));
    good(await noop.record({ task: "a", entry: entry("a"), undo: null }));
    good(await noop.close(ending));
    expect((await open(storeOver(backing))).contents.undo).toEqual([created("a").undo]);
  });

  test("that only refreshes metadata raises the serial and keeps the undo", async () => {
    const backing = memoryBacking();
    await apply(backing, ["a"]);
    const session = await open(storeOver(backing));
    good(await session.record({ task: "a", entry: entry("a", { order: 9 }), undo: null }));
    expect(session.stored.serial).toBe(2);
    expect((await open(storeOver(backing))).tasks.get("a")?.order).toBe(9);
    good(await session.close(ending));
    expect(session.stored.serial).toBe(3);
    expect((await open(storeOver(backing))).contents.undo).toEqual([created("a").undo]);
    const again = await open(storeOver(backing));
    good(await again.record({ task: "a", entry: entry("a", { order: 9 }), undo: null }));
    good(await again.close(ending));
    expect(again.stored.serial).toBe(3);
  });

  test("replaces the undo of the one before, once per task with what was there first", async () => {
    const backing = memoryBacking();
    await apply(backing, ["a"]);
    const session = await open(storeOver(backing));
    good(await session.begin([intent("a", { change: "replace" })]));
    const first: UndoEntry = { task: "a", change: "replace", before: entry("a") };
    good(await session.record({ task: "a", entry: null, undo: first }));
    good(
      await session.record({
        task: "a",
        entry: entry("a", { order: 2 }),
        undo: { task: "a", change: "create", before: null },
      }),
    );
    good(await session.close(ending));
    expect((await open(storeOver(backing))).contents.undo).toEqual([first]);
  });

  test("renames: the old name goes", async () => {
    const backing = memoryBacking();
    await apply(backing, ["old"]);
    const session = await open(storeOver(backing));
    good(await session.record({ task: "new", entry: entry("old"), formerName: "old", undo: null }));
    expect([...(await open(storeOver(backing))).tasks.keys()]).toEqual(["new"]);
    good(await session.close(ending));
    expect([...(await open(storeOver(backing))).tasks.keys()]).toEqual(["new"]);
  });

  test("a rollback leaves nothing to undo", async () => {
    const backing = memoryBacking();
    await apply(backing, ["a"]);
    const session = await open(storeOver(backing));
    expect(session.contents.undo).toEqual([created("a").undo]);
    session.contents.keepUndo([]);
    good(await session.begin([intent("a", { change: "delete" })]));
    good(await session.record({ task: "a", entry: null, undo: { task: "a", change: "delete", before: entry("a") } }));
    good(await session.close(ending));
    expect((await open(storeOver(backing))).contents.undo).toEqual([]);
  });

  test("that ends right after a checkpoint marks that version as its end", async () => {
    const backing = memoryBacking();
    const session = await open(storeOver(backing));
    good(await session.begin([intent("a")]));
    good(await session.record(created("a")));
    good(await session.saveNow());
    expect(session.stored.serial).toBe(2);
    expect([...backing.history.keys()]).toEqual([]);
    good(await session.close(ending));
    expect(session.stored.serial).toBe(2);
    expect([...backing.history.keys()]).toEqual([2]);
  });

  test("leaves intents of what started and has no result, on a normal exit too", async () => {
    const backing = memoryBacking();
    const session = await open(storeOver(backing));
    good(await session.begin([intent("a"), intent("b"), intent("c")]));
    good(session.started("a"));
    good(session.started("b"));
    good(await session.record(created("a")));
    good(await session.close(ending));
    // No journal is left to tell.
    expect((await open(storeOver(backing))).contents.pending).toEqual([{ intent: intent("b"), started: false }]);
  });
});

describe("checkpoints", () => {
  test("come with the first result after the interval, and the journal goes on from there", async () => {
    const backing = memoryBacking();
    const time = handClock();
    const session = await open(storeOver(backing), { clock: time });
    good(await session.begin(["a", "b", "c"].map((task) => intent(task))));
    for (const task of ["a", "b", "c"]) good(session.started(task));
    time.time = 9_999;
    good(await session.record(created("a")));
    expect(session.stored.serial).toBe(1);
    time.time = 10_000;
    good(await session.record(created("b")));
    expect(session.stored.serial).toBe(2);
    const crashed = await open(storeOver(backing));
    expect([...crashed.tasks.keys()]).toEqual(["a", "b"]);
    // Its `started` line stands in the new journal.
    expect(crashed.contents.pending).toEqual([{ intent: intent("c"), started: true }]);
    good(await session.close(ending));
  });

  test("don't wait for the next result", async () => {
    const backing = memoryBacking();
    const session = await open(storeOver(backing), { checkpointMs: 30 });
    good(await session.begin([intent("a"), intent("slow")]));
    good(await session.record(created("a")));
    expect(session.stored.serial).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(session.stored.serial).toBe(2);
    expect(session.unsaved).toBe(false);
    good(await session.close(ending));
  });

  test("never overlap, and results that come meanwhile are in the next journal", async () => {
    const backing = memoryBacking();
    const store = storeOver(backing);
    const gates: (() => void)[] = [];
    let writing = 0;
    let most = 0;
    const slow: StateStore = {
      backend: "slow",
      location: "slow",
      journal: store.journal as NonNullable<typeof store.journal>,
      read: (signal) => store.read(signal),
      write: async (next, expected, options, signal): Promise<Write> => {
        most = Math.max(most, ++writing);
        if (next.serial > 1) await new Promise<void>((resolve) => gates.push(resolve));
        const write = await store.write(next, expected, options, signal);
        writing--;
        return write;
      },
    };
    const session = await open(slow);
    good(await session.begin(["a", "b", "c", "d"].map((task) => intent(task))));
    for (const task of ["a", "b"]) good(session.started(task));
    good(await session.record(created("a")));
    const checkpoint = session.saveNow();
    const second = session.record(created("b"));
    good(session.started("c"));
    gates.shift()?.();
    good(await checkpoint);
    good(await second);
    expect(session.unsaved).toBe(true);
    expect(Object.keys(JSON.parse(backing.text ?? "").body.tasks)).toEqual(["a"]);
    const crashed = await open(storeOver(backing));
    expect([...crashed.tasks.keys()]).toEqual(["a", "b"]);
    expect(crashed.contents.pending).toEqual([{ intent: intent("c"), started: true }]);
    const demands = [session.saveNow(), session.record(created("c")), session.saveNow(), session.close(ending)];
    for (let turn = 0; turn < 20; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      gates.shift()?.();
    }
    for (const demand of demands) good(await demand);
    expect(most).toBe(1);
    expect([...(await open(storeOver(backing))).tasks.keys()]).toEqual(["a", "b", "c"]);
  });

  test("of 5,000 results on 5,000 tasks there is one per interval, and a result costs the same at the end", async () => {
    const backing = memoryBacking();
    const time = handClock();
    const session = await open(storeOver(backing), { clock: time });
    const names = Array.from({ length: 5_000 }, (_, index) => `task-${index}`);
    good(await session.begin(names.map((name) => intent(name))));
    for (const [index, name] of names.entries()) {
      time.time += 5;
      session.started(name);
      good(await session.record(created(name)));
      if (index === 0) expect(backing.writes).toBe(1);
    }
    // 25 seconds.
    expect(backing.writes).toBe(3);
    good(await session.close(ending));
    expect((await open(storeOver(backing))).tasks.size).toBe(5_000);
  }, 20_000);
});

describe("after a crash", () => {
  /** A run that stopped anywhere: a done, b started, c never. */
  async function crashed(): Promise<MemoryBacking> {
    const backing = memoryBacking();
    const session = await open(storeOver(backing));
    await session.begin(["a", "b", "c"].map((task) => intent(task)));
    session.started("a");
    await session.record(created("a"));
    session.started("b");
    return backing;
  }

  test("results are there, what never started is dropped, the rest is pending", async () => {
    const session = await open(storeOver(await crashed()));
    expect([...session.tasks.keys()]).toEqual(["a"]);
    expect(session.contents.pending).toEqual([{ intent: intent("b"), started: true }]);
    expect(session.contents.undo).toEqual([created("a").undo]);
    expect([session.stored.serial, session.unsaved]).toEqual([1, true]);
  });

  test("a run that stands back keeps the results, what is pending, and whose they are", async () => {
    const backing = await crashed();
    const late = await open(storeOver(backing), { run: { ...run, id: "run-0" } });
    expect(late.stored.lastRun).toEqual(run);
    late.standBack();
    good(await late.close(ending));
    const after = await open(storeOver(backing));
    expect([[...after.tasks.keys()], after.contents.pending, after.stored.lastRun]).toEqual([
      ["a"],
      [{ intent: intent("b"), started: false }],
      run,
    ]);
  });

  test("what was made is with its intent, in the journal and from the next checkpoint on in the store", async () => {
    const made = { observed: { id: 7 }, outputs: { ID: 7 } };
    const backing = memoryBacking();
    const run = await open(storeOver(backing));
    await run.begin(["a", "b"].map((task) => intent(task)));
    for (const task of ["a", "b"]) run.started(task);
    good(run.made("b", { outputs: {} }));
    good(run.made("b", made));
    good(run.made("nobody", made));
    const crashed = await open(storeOver(backing));
    expect(crashed.contents.pending).toEqual([
      { intent: intent("a"), started: true },
      { intent: { ...intent("b"), made }, started: true },
    ]);
    await run.record(created("a"));
    good(await run.saveNow());
    backing.journal = undefined;
    expect((await open(storeOver(backing))).contents.pending).toEqual([
      { intent: { ...intent("b"), made }, started: false },
    ]);
    // A task that is through has no use for it.
    await run.record(created("b"));
    good(run.made("b", made));
    good(await run.close(ending));
    expect((await open(storeOver(backing))).contents.pending).toEqual([]);
  });

  test("on another machine, without the journal, all may have started", async () => {
    const backing = await crashed();
    backing.journal = undefined;
    const session = await open(storeOver(backing));
    expect(session.contents.pending.map(({ intent, started }) => [intent.task, started])).toEqual([
      ["a", false],
      ["b", false],
      ["c", false],
    ]);
    expect(session.contents.undo).toEqual([]);
    // A journal that this run starts must not say that they never did.
    good(await session.record({ task: "z", entry: entry("z"), undo: null }));
    expect((await open(storeOver(backing))).contents.pending.map(({ intent }) => intent.task)).toEqual(["a", "b", "c"]);
  });

  test("pending tasks are settled one by one, and can still be undone", async () => {
    const backing = await crashed();
    backing.journal = undefined;
    const session = await open(storeOver(backing));
    session.resolvePending("a", { entry: entry("a"), undo: created("a").undo });
    session.resolvePending("b", { entry: entry("b", { status: "interrupted" }), undo: null });
    session.resolvePending("c", "drop");
    expect(() => session.resolvePending("c", "drop")).toThrow("the task c is not pending");
    good(await session.close(ending));
    const after = await open(storeOver(backing));
    expect([...after.tasks].map(([name, { status }]) => [name, status])).toEqual([
      ["a", "applied"],
      ["b", "interrupted"],
    ]);
    expect([after.contents.pending, after.contents.undo]).toEqual([[], [created("a").undo]]);
  });

  test("the next run stores what was recovered together with its own intents", async () => {
    const backing = await crashed();
    const session = await open(storeOver(backing));
    session.resolvePending("b", "drop");
    good(await session.begin([intent("d")]));
    const body = JSON.parse(backing.text ?? "").body;
    expect([Object.keys(body.tasks), body.pending.map((one: { task: string }) => one.task)]).toEqual([["a"], ["d"]]);
    expect(session.stored.serial).toBe(2);
  });

  test("a journal that does not fit the state is a failure", async () => {
    const backing = await crashed();
    backing.journal = backing.journal?.replace("content of a", "content of b");
    const opened = await StateSession.open(
      storeOver(backing),
      { project, context, clock, newLineage: () => "x", run, command: "plan", writer: "1" },
      never,
    );
    expect(opened).toMatchObject({ ok: false, error: { reason: "state-unavailable" } });
    expect(!opened.ok && opened.error.message).toContain("is broken in line 3");
    backing.text = undefined;
    backing.journal = (await crashed()).journal;
    await expect(open(storeOver(backing))).rejects.toThrow(
      "but no state is stored. It may hold results that no state has.",
    );
  });

  test("state that can't be read is a failure, never an empty session", async () => {
    const backing = await crashed();
    backing.readFault = failure("state-unavailable", "no network");
    await expect(open(storeOver(backing))).rejects.toThrow("no network");
  });
});

describe("when state can't be stored", () => {
  const full = { state: "unavailable", failure: failure("state-unavailable", "the disk is full") } as const;

  test("before the first effect: nothing has happened, nothing is unsaved", async () => {
    const backing = memoryBacking();
    await apply(backing, ["a"]);
    const session = await open(storeOver(backing));
    backing.fault = () => full;
    expect(await session.begin([intent("b")])).toEqual({ ok: false, error: full.failure });
    expect(session.started("b")).toEqual({ ok: false, error: full.failure });
    expect(await session.close(ending)).toEqual({ ok: false, error: full.failure });
    expect(session.unsaved).toBe(false);
  });

  test("a store that throws at the end of a run leaves its results for recovery", async () => {
    const backing = memoryBacking();
    const store = storeOver(backing);
    const session = await open(store);
    good(await session.begin([intent("a")]));
    good(session.started("a"));
    good(await session.record(created("a")));
    store.write = async () => {
      throw new Error("a bug");
    };
    store.read = store.write as never;
    for (const tries of [1, 2]) {
      const closed = await session.close(ending);
      expect([tries, !closed.ok && closed.error.reason, session.unsaved]).toEqual([tries, "internal", true]);
      expect(!closed.ok && closed.error.message).toMatch(
        /^Storing the state failed unexpectedly, please report it: Error: a bug\n/,
      );
    }
    expect(await session.recovery()).toContain('"content": "content of a"');
  });

  test("at a checkpoint: every later call says so, results are kept for recovery and in the journal", async () => {
    const backing = memoryBacking();
    const time = handClock();
    const session = await open(storeOver(backing), { clock: time });
    good(await session.begin(["a", "b", "c"].map((task) => intent(task))));
    for (const task of ["a", "b"]) good(session.started(task));
    backing.fault = () => full;
    time.time = 20_000;
    expect(await session.record(created("a"))).toEqual({ ok: false, error: full.failure });
    expect(session.failed).toEqual(full.failure);
    expect(session.started("c")).toEqual({ ok: false, error: full.failure });
    expect(await session.record(created("b"))).toEqual({ ok: false, error: full.failure });
    expect(await session.saveNow()).toEqual({ ok: false, error: full.failure });
    expect(await session.close(ending)).toEqual({ ok: false, error: full.failure });
    expect(session.unsaved).toBe(true);
    const recovered = await decode(await session.recovery(), {
      project,
      context,
      lineage: "line-1",
      location: "recovery",
    });
    expect(
      recovered.ok && [recovered.value.serial, Object.keys(recovered.value.body.tasks), recovered.value.body.pending],
    ).toEqual([3, ["a", "b"], []]);
    // And the next run finds them in the journal anyway.
    backing.fault = () => undefined;
    expect([...(await open(storeOver(backing))).tasks.keys()]).toEqual(["a", "b"]);
  });

  test("a store that works again at the end has everything; the failure stays", async () => {
    const backing = memoryBacking();
    const session = await open(storeOver(backing));
    good(await session.begin([intent("a")]));
    good(await session.record(created("a")));
    backing.fault = (write) => (write === 2 ? full : undefined);
    expect(await session.saveNow()).toEqual({ ok: false, error: full.failure });
    expect(await session.close(ending)).toEqual({ ok: false, error: full.failure });
    expect(session.unsaved).toBe(false);
    expect(backing.journal).toBeUndefined();
    expect((await open(storeOver(backing))).tasks.has("a")).toBe(true);
  });

  test("a journal that fails stops the run too, and the store still gets the results", async () => {
    const backing = memoryBacking();
    const session = await open(storeOver(backing));
    good(await session.begin([intent("a"), intent("b")]));
    backing.journalFault = failure("state-unavailable", "no room for the journal");
    expect(await session.record(created("a"))).toEqual({ ok: false, error: backing.journalFault });
    expect(session.started("b")).toEqual({ ok: false, error: backing.journalFault });
    expect(await session.close(ending)).toEqual({ ok: false, error: backing.journalFault });
    expect(session.unsaved).toBe(false);
    backing.journalFault = undefined as never;
    expect((await open(storeOver(backing))).tasks.has("a")).toBe(true);
  });

  test("another writer in between is a conflict, and its state stays", async () => {
    const backing = memoryBacking();
    const session = await open(storeOver(backing));
    good(await session.begin([intent("a")]));
    good(await session.record(created("a")));
    await storeOver(backing).write(snapshot(2), session.stored.revision, writeOptions(), never);
    const theirs = backing.text;
    expect(await session.close(ending)).toMatchObject({ ok: false, error: { reason: "state-conflict" } });
    expect([backing.text, session.unsaved]).toEqual([theirs, true]);
    expect(await session.recovery()).toContain('"content": "content of a"');
  });
});

describe("on files", () => {
  let temporary: ReturnType<typeof temporaryFolder> | undefined;
  afterEach(() => temporary?.remove());

  test("a checkpoint under the lock is on disk before anything else can happen", async () => {
    temporary = temporaryFolder();
    const statePath = temporary.path;
    const store = new FileStore({ statePath, project, context, writer: "1", clock });
    await store.lock(holder("run"), lockOptions(0), never);
    const session = await open(store);
    good(await session.begin([intent("a")]));
    good(await session.record(created("a")));
    const saved = session.saveNow();
    // Nothing that it waits for takes a turn of the event loop.
    await new Promise(setImmediate);
    const read = await new FileStore({ statePath, project, context, writer: "1", clock }).read(never);
    expect(read).toMatchObject({ state: "found", snapshot: { serial: 2 } });
    good(await saved);
    good(await session.close(ending));
  });

  test("state that was restored from an older version does not meet a newer journal in silence", async () => {
    temporary = temporaryFolder();
    const statePath = temporary.path;
    const store = new FileStore({ statePath, project, context, writer: "1", clock });
    const session = await open(store);
    good(await session.begin([intent("a")]));
    const old = await store.read(never);
    good(await session.record(created("a")));
    good(await session.saveNow());
    const text = old.state === "found" ? await encode(old.snapshot, run, "1") : "";
    writeFileSync(join(statePath, project, context, "state.json"), text);
    await expect(open(store)).rejects.toThrow("If an older state was restored on purpose, delete the journal");
  });
});

type Step =
  | { readonly type: "begin"; readonly tasks: readonly number[] }
  | { readonly type: "record"; readonly task: number; readonly keep: boolean }
  | { readonly type: "save" | "crash" | "close" };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("begin" as const),
      tasks: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("record" as const), task: fc.nat(5), keep: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("save" as const, "crash" as const, "close" as const) }) },
);

test("whatever runs, crashes and starts again: no recorded result is ever lost, and nothing else appears", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 40 }), fc.constantFrom(0, 10_000), async (sequence, checkpointMs) => {
      const backing = memoryBacking();
      const model = new Map<string, number>();
      const begun = new Set<string>();
      let version = 0;
      let session = await open(storeOver(backing), { checkpointMs });
      let running = false;
      const reopen = async () => {
        session = await open(storeOver(backing), { checkpointMs });
        running = false;
        expect(new Map([...session.tasks].map(([name, { order }]) => [name, order]))).toEqual(model);
        // Each was started and has no result. Nothing that never started, nothing that ended.
        expect(session.contents.pending.map(({ intent }) => intent.task).sort()).toEqual([...begun].sort());
      };
      for (const step of sequence)
        switch (step.type) {
          case "begin":
            if (running) break;
            running = true;
            for (const { intent } of session.contents.pending) session.resolvePending(intent.task, "drop");
            begun.clear();
            good(await session.begin(step.tasks.map((task) => intent(`t${task}`))));
            for (const task of step.tasks.slice(1)) {
              good(session.started(`t${task}`));
              begun.add(`t${task}`);
            }
            break;
          case "record": {
            const task = `t${step.task}`;
            version++;
            const value = step.keep ? entry(task, { order: version }) : null;
            good(await session.record({ task, entry: value, undo: null }));
            if (step.keep) model.set(task, version);
            else model.delete(task);
            begun.delete(task);
            break;
          }
          case "save":
            good(await session.saveNow());
            break;
          case "close":
            for (const task of [...begun]) {
              good(await session.record({ task, entry: null, undo: null }));
              model.delete(task);
              begun.delete(task);
            }
            good(await session.close(ending));
            await reopen();
            break;
          case "crash":
            await reopen();
            break;
        }
      await reopen();
    }),
    { numRuns: 300 },
  );
});
