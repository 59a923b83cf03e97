import { beforeEach, describe, expect, test } from "vitest";
import type { StateStore } from "../../../src/engine/ports/state-store.ts";
import type { Sealing } from "../../../src/state/seal/seal.ts";
import { type SavedEvent, StateSession } from "../../../src/state/session/session.ts";
import { decode, decodeFile, encode } from "../../../src/state/snapshot/codec.ts";
import { type MemoryBacking, MemoryStore, memoryBacking } from "../../doubles/memory-store.ts";
import { clock, context, entry, intent, never, project, run, snapshot } from "../fixtures.ts";
import { firstIdentity, sealingWith, secondIdentity } from "./keys.ts";

const sealing = await sealingWith(firstIdentity);
const lenient = { ...sealing, takesPlain: true };
const ending = { clearPendingNeverStarted: true };
const own = "0f".repeat(32);

let backing: MemoryBacking;
let made: number;
beforeEach(() => {
  backing = memoryBacking();
  made = 0;
});

let saves: SavedEvent[];
async function open(by: Sealing | undefined): Promise<StateSession> {
  saves = [];
  const store: StateStore = new MemoryStore({ backing, project, context, clock, sealing: by });
  const sealed = by && { seal: by.seal, newFingerprintKey: () => `${++made}`.padStart(64, "0") };
  const options = { project, context, clock, newLineage: () => "line-1", run, command: "apply", writer: "1", sealed };
  const onSaved = (saved: SavedEvent) => saves.push(saved);
  const opened = await StateSession.open(store, { ...options, onSaved }, never);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** A run that makes one task; `end`: it is not killed. */
async function make(session: StateSession, task: string, end = true): Promise<void> {
  for (const step of [await session.begin([intent(task)]), session.started(task)]) expect(step.ok).toBe(true);
  const undo = { task, change: "create", before: null } as const;
  expect((await session.record({ task, entry: entry(task), undo })).ok).toBe(true);
  if (end) expect((await session.close(ending)).ok).toBe(true);
}

async function stored(): Promise<{
  readonly serial: number;
  readonly key: string | undefined;
  readonly sealed: boolean;
}> {
  const text = backing.text ?? "";
  const decoded = await decode(text, { project, context, location: "memory", sealing: lenient });
  if (!decoded.ok) throw new Error(decoded.error.message);
  const { serial, body } = decoded.value;
  return { serial, key: body.fingerprintKey, sealed: JSON.parse(text).body === null };
}

test("the key of fingerprints comes with the first write, and stays", async () => {
  const first = await open(sealing);
  expect([first.stored.fingerprintKey, first.stored.foundSealed]).toEqual(["1".padStart(64, "0"), false]);
  expect((await first.close(ending)).ok).toBe(true);
  expect(backing.text).toBeUndefined();
  await make(await open(sealing), "a");
  const kept = await stored();
  expect(kept).toEqual({ serial: 2, key: "2".padStart(64, "0"), sealed: true });
  const next = await open(sealing);
  expect([next.stored.fingerprintKey, next.stored.foundSealed]).toEqual([kept.key, true]);
  await make(next, "b");
  expect(await stored()).toEqual({ serial: 4, key: kept.key, sealed: true });
});

describe("plain state, where it is taken", () => {
  test("is sealed by a run that changes nothing, once", async () => {
    await make(await open(undefined), "a");
    const session = await open(lenient);
    expect([session.stored.foundSealed, session.stored.sealed]).toEqual([false, false]);
    expect((await session.close(ending)).ok).toBe(true);
    expect([session.stored.sealed, saves]).toEqual([true, [{ serial: 3, tasks: 1, pending: 0, sealedOver: "plain" }]]);
    expect(await stored()).toEqual({ serial: 3, key: session.stored.fingerprintKey, sealed: true });
    const text = backing.text;
    expect((await (await open(lenient)).close(ending)).ok).toBe(true);
    expect(backing.text).toBe(text);
  });

  test("has no key of fingerprints to trust: neither for who seals it, nor for who does not", async () => {
    const opened = snapshot(7, { body: { ...snapshot(7).body, fingerprintKey: own } });
    backing.text = await encode(opened, run, "1");
    expect((await open(undefined)).stored.fingerprintKey).toBeUndefined();
    const session = await open(lenient);
    expect(session.stored.fingerprintKey).toBe("1".padStart(64, "0"));
    expect((await session.close(ending)).ok).toBe(true);
    expect(await stored()).toEqual({ serial: 8, key: session.stored.fingerprintKey, sealed: true });
  });
});

describe("state that is sealed with another key than the first", () => {
  test("goes over to the first when a run ends that changes nothing, once, and keeps its fingerprints", async () => {
    await make(await open(sealing), "a");
    const before = await stored();
    const rotated = await sealingWith(`${secondIdentity}\n${firstIdentity}`);
    const session = await open(rotated);
    expect([session.stored.foundSealed, session.stored.sealed]).toEqual([true, true]);
    expect((await session.close(ending)).ok).toBe(true);
    expect(saves).toEqual([{ serial: 3, tasks: 1, pending: 0, sealedOver: "former" }]);
    const text = backing.text;
    const alone = await open(await sealingWith(secondIdentity));
    expect([alone.stored.serial, alone.stored.fingerprintKey, [...alone.tasks.keys()]]).toEqual([3, before.key, ["a"]]);
    expect((await (await open(rotated)).close(ending)).ok).toBe(true);
    expect([backing.text, saves]).toEqual([text, []]);
  });

  test("goes over with the first write of a run that changes something", async () => {
    await make(await open(sealing), "a");
    await make(await open(await sealingWith(`${secondIdentity}\n${firstIdentity}`)), "b");
    expect(saves.map(({ serial, sealedOver }) => [serial, sealedOver])).toEqual([
      [3, "former"],
      [4, undefined],
    ]);
  });

  test("stays when it can't be stored, which fails the run and leaves nothing to recover", async () => {
    await make(await open(sealing), "a");
    const text = backing.text;
    const session = await open(await sealingWith(`${secondIdentity}\n${firstIdentity}`));
    const no = { reason: "state-unavailable", message: "no", diagnostics: [] } as const;
    backing.fault = () => ({ state: "unavailable", failure: no });
    expect(await session.close(ending)).toEqual({ ok: false, error: no });
    expect([session.unsaved, backing.text]).toEqual([false, text]);
  });
});

test("what a killed run left is sealed, and taken by the next one", async () => {
  await make(await open(sealing), "greeting", false);
  expect(backing.journal).not.toContain("greeting");
  const next = await open(sealing);
  expect([[...next.tasks.keys()], next.contents.pending, next.unsaved]).toEqual([["greeting"], [], true]);
  expect((await next.close(ending)).ok).toBe(true);
  expect([(await stored()).serial, backing.journal]).toEqual([2, undefined]);
});

test("the recovery file is sealed, and follows what is stored", async () => {
  const session = await open(sealing);
  backing.fault = (write) =>
    write > 1
      ? { state: "unavailable", failure: { reason: "state-unavailable", message: "no", diagnostics: [] } }
      : undefined;
  await make(session, "greeting", false);
  expect((await session.close(ending)).ok).toBe(false);
  const text = await session.recovery();
  expect(text).not.toContain("greeting");
  const file = await decodeFile(Buffer.from(text), { project, context, location: "recovery", sealing });
  if (!file.ok) throw new Error(file.error.message);
  expect([Object.keys(file.value.snapshot.body.tasks), file.value.follows?.map(({ serial }) => serial)]).toEqual([
    ["greeting"],
    [1, 2],
  ]);
});
