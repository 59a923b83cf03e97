import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveTask } from "../../../src/app/state-cli/move-task.ts";
import { pushState } from "../../../src/app/state-cli/push.ts";
import { decidePush } from "../../../src/app/state-cli/push-rules.ts";
import type { StateCommandEnv } from "../../../src/app/state-cli/state-command-env.ts";
import { ok } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { RunEvent } from "../../../src/engine/model/run-events.ts";
import type { Snapshot } from "../../../src/engine/model/state-body.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { StateSession } from "../../../src/state/session/session.ts";
import { belongsTo, bodyDigest, encode, type Followed } from "../../../src/state/snapshot/codec.ts";
import { type MemoryBacking, MemoryStore, memoryBacking } from "../../doubles/memory-store.ts";
import { clock, context, entry, holder, intent, never, project, run, snapshot } from "../../state/fixtures.ts";
import { firstIdentity, sealingWith } from "../../state/seal/keys.ts";

interface Told {
  readonly lines: string[];
  readonly warnings: string[];
}

function commandEnv(backing: MemoryBacking, force = false, told: Told = { lines: [], warnings: [] }): StateCommandEnv {
  return {
    request: { subcommand: "push", operands: [], force } as unknown as StateCommandEnv["request"],
    settings: { lockTimeoutMs: 0 } as StateCommandEnv["settings"],
    project,
    context,
    store: new MemoryStore({ backing, project, context, clock }),
    clock,
    run,
    version: "1.2.0",
    redactor: createRedactor(),
    signal: never,
    sealing: undefined,
    line: (text) => told.lines.push(text),
    data: async () => undefined,
    command: (...words) => ["opus", ...words].join(" "),
    emit: (event: RunEvent) => {
      if (event.type === "diagnostic") told.warnings.push(event.diagnostic.message);
    },
  };
}

async function given(file: Snapshot, follows?: readonly Followed[]) {
  const recovery = follows && { follows };
  const data = Buffer.from(await encode(file, { ...run, id: "lost-run" }, "1.2.0", { recovery }));
  return { shown: "opus-recovery.json", data, context: belongsTo(data)?.context };
}

async function holding(stored: Snapshot | undefined): Promise<MemoryBacking> {
  const backing = memoryBacking();
  if (stored) backing.text = await encode(stored, run, "1.2.0");
  return backing;
}

function follow(stored: Snapshot): Followed {
  return { serial: stored.serial, digest: bodyDigest(stored.body) };
}

describe("a pushed state", () => {
  const bodies = ["a", "b", "c"].map((name) => ({ tasks: { [name]: entry(name) }, undo: [], pending: [] }));
  const version = fc.record({
    lineage: fc.constantFrom("line-1", "line-2"),
    serial: fc.integer({ min: 1, max: 5 }),
    body: fc.constantFrom(...bodies),
  });
  const follows = fc.option(
    fc.array(
      fc.oneof(
        fc.constant({ serial: 0, digest: null }),
        fc.record({ serial: fc.integer({ min: 1, max: 5 }), digest: fc.constantFrom(...bodies.map(bodyDigest)) }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    { nil: undefined },
  );

  test("never lowers the serial, never changes the lineage, and unforced only follows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(version, { nil: undefined }),
        version,
        follows,
        fc.boolean(),
        async (before, file, followed, force) => {
          const stored = before && { ...before, project, context };
          const backing = await holding(stored);
          const text = backing.text;
          const pushed = await pushState(
            commandEnv(backing, force),
            await given({ ...file, project, context }, followed),
          );
          expect(backing.lock).toBeUndefined();
          const same = stored?.lineage === file.lineage && stored.body === file.body;
          const next = stored
            ? stored.lineage === file.lineage &&
              (followed
                ? followed.some((one) => one.serial === stored.serial && one.digest === bodyDigest(stored.body))
                : file.serial > stored.serial)
            : followed === undefined || followed.some(({ serial }) => serial === 0);
          const there = same && (force || file.serial >= (stored?.serial ?? 0));
          expect(pushed.ok).toBe(there || next || force);
          if (!pushed.ok || there) {
            expect(backing.text).toBe(text);
            return;
          }
          const now = JSON.parse(backing.text ?? "{}");
          expect(now.body).toEqual(file.body);
          expect(now.serial).toBeGreaterThan(stored?.serial ?? 0);
          expect(now.lineage).toBe(stored?.lineage ?? file.lineage);
          if (next && file.serial > (stored?.serial ?? 0)) expect(now.serial).toBe(file.serial);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("keeps the run whose results it holds, ends a run in the history, and says what changed", async () => {
    const stored = snapshot(4);
    const backing = await holding(stored);
    const told: Told = { lines: [], warnings: [] };
    const body = { tasks: { a: entry("a") }, undo: [], pending: [intent("b")] };
    const file = await given({ ...stored, serial: 6, body }, [follow(stored), { serial: 5, digest: "sha256:0" }]);
    expect(await pushState(commandEnv(backing, false, told), file)).toEqual(ok(undefined));
    expect(JSON.parse(backing.text ?? "")).toMatchObject({ serial: 6, run: { id: "lost-run" } });
    expect([...backing.history.keys()]).toEqual([6]);
    expect(told.lines).toEqual([
      "Stored opus-recovery.json as serial 6 of storefront/prod, over serial 4.",
      "  added    a",
      "  removed  greeting",
      "  pending  b: the next apply looks at each, to find out what became of it",
    ]);
  });

  test("takes the lock, and changes nothing when it is held or the store fails", async () => {
    const stored = snapshot(4);
    const file = await given({ ...stored, serial: 5, body: { ...stored.body, tasks: {} } }, [follow(stored)]);
    const backing = await holding(stored);
    const { text } = backing;
    backing.lock = holder("somebody");
    expect(await pushState(commandEnv(backing), file)).toMatchObject({ ok: false, error: { reason: "state-locked" } });
    backing.lock = undefined;
    backing.fault = () => ({
      state: "unavailable",
      failure: { reason: "state-unavailable", message: "no", diagnostics: [] },
    });
    expect(await pushState(commandEnv(backing), file)).toMatchObject({ ok: false, error: { message: "no" } });
    expect([backing.text, backing.lock]).toEqual([text, undefined]);
  });
});

describe("a file that is not sealed and holds text of a kind's own", () => {
  const text = "to the byte, for nobody else";
  const made = { outputs: {}, resource: text };
  const body = {
    tasks: { a: entry("a"), "b/c": { ...entry("b/c"), resource: text } },
    undo: [{ task: "d", change: "delete" as const, before: { ...entry("d"), resource: text } }],
    pending: [{ ...intent("e"), made }],
  };
  const stored = snapshot(4);
  const file = { ...stored, serial: 5, body };

  test.each([
    ["a pulled state", undefined, false],
    ["a recovery file", [follow(stored)], false],
    ["a recovery file, forced", [follow(stored)], true],
  ])("is refused with where it stands, and nothing is changed: %s", async (_, follows, force) => {
    const backing = await holding(stored);
    const before = structuredClone(backing);
    const refused = await pushState(commandEnv(backing, force), await given(file, follows));
    if (refused.ok) throw new Error("it was stored");
    expect([refused.error.reason, refused.error.message, refused.error.diagnostics[0]?.suggestion]).toEqual([
      "invalid-input",
      "opus-recovery.json was not stored: it holds text of a kind's own, which only sealed state may hold (/body/tasks/b~1c/resource, /body/undo/0/before/resource, /body/pending/0/made/resource). The stored state is untouched.",
      "Give `encryption-key` (in a terminal `OPUS_ENCRYPTION_KEY`), so that it is stored sealed. Keep the file from others: that text stands open in it.",
    ]);
    expect(JSON.stringify(refused)).not.toContain(text);
    expect(backing).toEqual(before);
  });

  test("is stored where state is sealed", async () => {
    const sealing = await sealingWith(firstIdentity, { takesPlain: true });
    const backing = memoryBacking();
    const store = new MemoryStore({ backing, project, context, clock, sealing });
    expect(await pushState({ ...commandEnv(backing), store, sealing }, await given(file))).toEqual(ok(undefined));
    expect(JSON.parse(backing.text ?? "")).toMatchObject({ serial: 5, body: null });
    expect(backing.text).not.toContain(text);
  });
});

describe("after a run whose store failed", () => {
  async function failedRun(backing: MemoryBacking, tasks: readonly string[]): Promise<string> {
    const store = new MemoryStore({ backing, project, context, clock });
    const opened = await StateSession.open(
      store,
      { project, context, clock, newLineage: () => "line-1", run, command: "apply", writer: "1.2.0" },
      never,
    );
    if (!opened.ok) throw new Error(opened.error.message);
    const session = opened.value;
    await session.begin([...tasks, "never"].map((task) => intent(task)));
    backing.fault = () => ({
      state: "unavailable",
      failure: { reason: "state-unavailable", message: "no", diagnostics: [] },
    });
    for (const task of tasks) {
      session.started(task);
      await session.record({ task, entry: entry(task), undo: { task, change: "create", before: null } });
    }
    await session.close({ clearPendingNeverStarted: true });
    expect(session.unsaved).toBe(true);
    delete backing.fault;
    return session.recovery();
  }

  test("its journal is in its recovery file, and is cleared with it", async () => {
    const backing = memoryBacking();
    const recovery = await failedRun(backing, ["a", "b"]);
    expect(backing.journal).toBeDefined();
    const data = Buffer.from(recovery);
    expect(await pushState(commandEnv(backing), { shown: "f", data, context })).toEqual(ok(undefined));
    expect(backing.journal).toBeUndefined();
    expect(Object.keys(JSON.parse(backing.text ?? "").body.tasks)).toEqual(["a", "b"]);
    // Once more: there already.
    const { text } = backing;
    expect(await pushState(commandEnv(backing), { shown: "f", data, context })).toEqual(ok(undefined));
    expect(backing.text).toBe(text);
  });

  test("another file does not silence what is in its journal alone, unless forced", async () => {
    const backing = memoryBacking();
    await failedRun(backing, ["a", "b"]);
    const { text, journal } = backing;
    const stored = JSON.parse(text ?? "") as Snapshot;
    const other = await given({ ...stored, serial: 3, body: { tasks: { a: entry("a") }, undo: [], pending: [] } }, [
      follow(stored),
    ]);
    const refused = await pushState(commandEnv(backing), other);
    expect(!refused.ok && refused.error.message).toBe(
      "opus-recovery.json was not stored: a run left 1 result on this machine that neither the file nor the stored state holds (b). The stored state is untouched.",
    );
    expect([backing.text, backing.journal]).toEqual([text, journal]);
    const told: Told = { lines: [], warnings: [] };
    expect(await pushState(commandEnv(backing, true, told), other)).toEqual(ok(undefined));
    expect(told.warnings).toEqual(["results of another run that were on this machine alone are dropped: b"]);
    expect(backing.journal).toBeUndefined();
  });

  test("a journal that belongs to another state stops it, unless forced", async () => {
    const backing = memoryBacking();
    await failedRun(backing, ["a"]);
    const stored = { ...snapshot(4), lineage: "line-9" };
    backing.text = await encode(stored, run, "1.2.0");
    const file = await given({ ...stored, serial: 5, body: { tasks: {}, undo: [], pending: [] } }, [follow(stored)]);
    const refused = await pushState(commandEnv(backing), file);
    expect(!refused.ok && refused.error.message).toMatch(
      /^The journal memory continues serial 1 of the lineage "line-1"/,
    );
    expect(await pushState(commandEnv(backing, true), file)).toEqual(ok(undefined));
    expect(backing.journal).toBeUndefined();
  });
});

test("a file that follows nothing is stored where nothing is, one that follows something only if forced", async () => {
  const file = snapshot(3);
  const at = (follows: readonly Followed[] | undefined, force: boolean) =>
    decidePush({ snapshot: file, follows }, undefined, force, () => "").does;
  expect([at(undefined, false), at([{ serial: 0, digest: null }], false), at([follow(snapshot(2))], false)]).toEqual([
    "write",
    "write",
    "refuse",
  ]);
  expect(at([follow(snapshot(2))], true)).toBe("write");
});

test("a renamed task takes its place in what depends on it, and each step on the way is whole", async () => {
  const backing = await holding(
    snapshot(4, {
      body: {
        tasks: { old: entry("old"), user: entry("user", { dependencies: ["x", "old"] }), x: entry("x") },
        undo: [],
        pending: [],
      },
    }),
  );
  const store = new MemoryStore({ backing, project, context, clock });
  const opened = await StateSession.open(
    store,
    { project, context, clock, newLineage: () => "line-1", run, command: "state mv", writer: "1.2.0" },
    never,
  );
  if (!opened.ok) throw new Error(opened.error.message);
  const texts: string[] = [];
  const write = store.write.bind(store);
  store.write = async (...all) => {
    const written = await write(...all);
    texts.push(backing.text ?? "");
    return written;
  };
  expect(await moveTask(opened.value, "old", "new", { context, command: () => "" })).toEqual(ok(["user"]));
  await opened.value.close({ clearPendingNeverStarted: true });
  const { tasks, undo } = JSON.parse(backing.text ?? "").body;
  expect(Object.keys(tasks)).toEqual(["new", "user", "x"]);
  expect(tasks.new).toEqual(entry("old"));
  expect(tasks.user.dependencies).toEqual(["x", "new"]);
  expect(undo.map(({ task, change }: { task: string; change: string }) => `${task} ${change}`)).toEqual([
    "old forget",
    "new adopt",
    "user update",
  ]);
  for (const text of texts) {
    const names = Object.keys(JSON.parse(text).body.tasks);
    expect(names.includes("old") !== names.includes("new")).toBe(true);
  }
});
