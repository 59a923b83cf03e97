import { describe, expect, test } from "vitest";
import { heldLock, lockBytes, readLock, releasedLock } from "../../../src/state/lock/lock-record.ts";
import { holder } from "../fixtures.ts";

const process = { machine: "m", host: "build-7", bootId: "b", processNamespace: "pid:[1]", pid: 42, startTime: "99" };
const read = (value: unknown) => readLock(Buffer.from(JSON.stringify(value)));
const head = { format: "opus-lock", version: 1 };

test("what is written is read", () => {
  expect(readLock(heldLock(holder("a"), process))).toEqual({ state: "held", holder: holder("a"), process });
  expect(readLock(releasedLock())).toEqual({ state: "released" });
});

describe("locks of earlier versions are read", () => {
  test("of a folder, with the process among the other fields", () => {
    const { machine: _, ...rest } = process;
    const flat = { ...head, ...holder("a"), released: false, ...rest };
    expect(read(flat)).toEqual({ state: "held", holder: holder("a"), process: { ...process, machine: null } });
    expect(read({ ...flat, machine: null })).toEqual(read(flat));
    expect(read({ ...head, released: true })).toEqual({ state: "released" });
  });

  test("of a branch, with the process in a field of its own", () => {
    expect(read({ ...head, ...holder("a"), process })).toEqual({ state: "held", holder: holder("a"), process });
  });
});

test("what says too little of its process is held all the same, and by nobody who could be found dead", () => {
  const odd = { ...head, ...holder("a"), process: { host: 5, bootId: ["b"], pid: -7 } };
  const unknown = { machine: null, host: "", bootId: null, processNamespace: null, pid: 0, startTime: null };
  expect(read(odd)).toEqual({ state: "held", holder: holder("a"), process: unknown });
  expect(read({ ...head, ...holder("a") })).toEqual({ state: "held", holder: holder("a"), process: unknown });
});

test.each<[string, unknown]>([
  ["another format", { ...head, ...holder("a"), format: "x" }],
  ["another version", { ...head, ...holder("a"), version: 2 }],
  ["no id", { ...head, ...holder("a"), id: undefined }],
  ["a line break in a text", { ...head, ...holder("a"), command: "a\nb" }],
  ["no run", { ...head, ...holder("a"), run: null }],
  ["a process that is none", { ...head, ...holder("a"), process: "x" }],
  ["a list", []],
])("%s is held by somebody unknown", (_, value) => {
  expect(read(value)).toEqual({ state: "unreadable" });
});

test("so is what is too long, or cut off", () => {
  expect(readLock(Buffer.alloc(lockBytes + 1, " "))).toEqual({ state: "unreadable" });
  expect(readLock(heldLock(holder("a"), process).subarray(0, -5))).toEqual({ state: "unreadable" });
});
