import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JournalRecord } from "../../../src/engine/ports/journal.ts";
import { type FileSystem, nodeFileSystem } from "../../../src/state/backends/file/file-system.ts";
import { FileJournal } from "../../../src/state/journal/file-journal.ts";
import { journalText } from "../../../src/state/journal/journal-format.ts";
import { sha256 } from "../../../src/state/snapshot/digest.ts";
import { entry, temporaryFolder } from "../fixtures.ts";

let temporary: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  temporary = temporaryFolder();
  path = join(temporary.path, "journal.ndjson");
});
afterEach(() => temporary.remove());

const records: readonly JournalRecord[] = [
  { type: "started", task: "a" },
  { type: "result", task: "a", entry: entry("a"), undo: { task: "a", change: "create", before: null } },
  { type: "started", task: "__proto__" },
  { type: "made", task: "__proto__", made: { observed: { id: 7 }, outputs: { ID: 7 }, sensitiveOutputs: ["KEY"] } },
  { type: "result", task: "b", entry: null, formerName: "old\nb", undo: null },
];

function open(files: Partial<FileSystem> = {}): FileJournal {
  return new FileJournal(path, { ...nodeFileSystem, ...files }, undefined);
}

function writeRecords(): void {
  const journal = open();
  expect(journal.start("line-1", 42)).toEqual({ ok: true, value: undefined });
  for (const record of records) expect(journal.append(record)).toEqual({ ok: true, value: undefined });
}

test("what was appended is read, also while it is still open; clear leaves nothing", () => {
  const journal = open();
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: undefined });
  journal.start("line-1", 42);
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: [] });
  for (const record of records) journal.append(record);
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: records });
  journal.start("line-1", 43, records.slice(0, 2));
  journal.append(records[3] as JournalRecord);
  expect(open().read("line-1", 43)).toEqual({ ok: true, value: [records[0], records[1], records[3]] });
  expect(journal.clear()).toEqual({ ok: true, value: undefined });
  expect(journal.clear()).toEqual({ ok: true, value: undefined });
  expect(open().read("line-1", 43)).toEqual({ ok: true, value: undefined });
});

test("a journal whose run has stored everything is none, whatever is stored; only the file that was held is marked", () => {
  const last = open();
  last.start("line-1", 42, records);
  last.end();
  for (const serial of [41, 42, 43]) expect(open().read("line-1", serial)).toEqual({ ok: true, value: undefined });
  expect(open().read("", 0)).toEqual({ ok: true, value: undefined });
  expect(open().ended()).toEqual({ lineage: "line-1", serial: 42 });

  // Of a run that was killed in the middle of a line.
  writeRecords();
  appendFileSync(path, '{"sum":"0123');
  const next = open();
  next.hold();
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: records });
  expect(open().ended()).toBeUndefined();
  next.end();
  expect(open().read("line-1", 41)).toEqual({ ok: true, value: undefined });

  // Another run has begun meanwhile: its journal is not touched.
  writeRecords();
  const late = open();
  late.hold();
  writeRecords();
  late.end();
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: records });
});

test("a journal of an older snapshot is none; of a newer or another one it is a failure", () => {
  writeRecords();
  expect(open().read("line-1", 43)).toEqual({ ok: true, value: undefined });
  const message = (stored: string) =>
    `The journal ${path} continues serial 42 of the lineage "line-1", but ${stored}. It may hold results that no state has. If an older state was restored on purpose, delete the journal; else restore the state that it continues.`;
  expect(open().read("line-1", 41)).toMatchObject({
    ok: false,
    error: { reason: "state-unavailable", message: message('the stored state has serial 41 of "line-1"') },
  });
  expect(open().read("line-2", 42)).toMatchObject({
    ok: false,
    error: { message: message('the stored state has serial 42 of "line-2"') },
  });
  expect(open().read("", 0)).toMatchObject({ ok: false, error: { message: message("no state is stored") } });
});

test("cut off at any byte, it holds the records before that; without its first line it is a failure", () => {
  writeRecords();
  const bytes = readFileSync(path);
  const ends: number[] = [];
  for (const [index, byte] of bytes.entries()) if (byte === 0x0a) ends.push(index + 1);
  for (let length = 0; length <= bytes.length; length++) {
    writeFileSync(path, bytes.subarray(0, length));
    const read = open().read("line-1", 42);
    const whole = ends.filter((end) => end <= length).length;
    if (whole === 0)
      expect(read).toMatchObject({
        ok: false,
        error: {
          message: `The journal ${path} is broken in line 1: it is cut off. It holds results of a run that did not end. Restore it, or move it away: opus then looks at each task that was pending to find out what became of it.`,
        },
      });
    else expect(read).toEqual({ ok: true, value: records.slice(0, whole - 1) });
  }
});

test("with any byte flipped it is a failure with its line, or lacks its last line only", () => {
  writeRecords();
  const bytes = readFileSync(path);
  const lastLine = bytes.subarray(0, -1).lastIndexOf(0x0a) + 1;
  for (let index = 0; index < bytes.length; index++) {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(index) ^ 0x01, index);
    writeFileSync(path, flipped);
    const read = open().read("line-1", 42);
    const line = bytes.subarray(0, index).filter((byte) => byte === 0x0a).length + 1;
    if (index >= lastLine) expect(read).toEqual({ ok: true, value: records.slice(0, -1) });
    else if (read.ok)
      // The line feed before the last line: the two became one, which is the last line then.
      expect([index, read.value]).toEqual([lastLine - 1, records.slice(0, -2)]);
    else expect(read.error.message).toContain(`is broken in line ${line}: its checksum does not fit`);
  }
});

test("lines that were dropped, swapped or taken from another journal don't fit", () => {
  writeRecords();
  const lines = readFileSync(path, "utf8").split("\n");
  const [header = "", first = "", second = "", third = ""] = lines;
  for (const changed of [
    [header, second, third],
    [header, second, first, third],
    [first, second, third],
  ]) {
    writeFileSync(path, `${changed.join("\n")}\n`);
    expect(open().read("line-1", 42).ok).toBe(false);
  }
  open().start("line-1", 42);
  appendFileSync(path, `${second}\n${third}\n`);
  expect(open().read("line-1", 42)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining("is broken in line 2: its checksum does not fit") },
  });
});

test("an append that fails leaves no half line in the middle", () => {
  let room = 2_000;
  const journal = open({
    write: (descriptor, data) => {
      if (room === 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      const part = data.subarray(0, Math.min(room, 50));
      room -= part.length;
      return nodeFileSystem.write(descriptor, part);
    },
  });
  journal.start("line-1", 42);
  journal.append(records[0] as JournalRecord);
  room = 120;
  expect(journal.append(records[1] as JournalRecord)).toEqual({
    ok: false,
    error: {
      reason: "state-unavailable",
      message: `Could not write the journal ${path} (ENOSPC: no space left on device, write). The disk is full: free some space and run again.`,
      diagnostics: [],
    },
  });
  room = 2_000;
  expect(journal.append(records[2] as JournalRecord).ok).toBe(true);
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: [records[0], records[2]] });
});

test("failures of the file system are failures, never an empty journal", () => {
  writeRecords();
  const fails = (): never => {
    throw Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
  };
  const unavailable = { ok: false, error: { reason: "state-unavailable", message: expect.stringContaining(path) } };
  expect(open({ readFile: fails }).read("line-1", 42)).toMatchObject(unavailable);
  expect(open({ unlink: fails }).clear()).toMatchObject(unavailable);
  for (const method of ["open", "write", "fdatasync", "rename"] as const) {
    expect(open({ [method]: fails }).start("line-1", 43)).toMatchObject(unavailable);
    expect(open().read("line-1", 42)).toEqual({ ok: true, value: records });
  }
});

test("a journal of version 1 is read, one of a version to come is not, and what was made is checked", () => {
  const { line } = journalText({ lineage: "line-1", serial: 42 }, [], undefined);
  const versioned = (version: number): string => {
    const text = line.slice(line.indexOf('"line":') + 7, -2).replace('"version":2', `"version":${version}`);
    return `{"sum":"${sha256(`\n${text}`).slice(7, 23)}","line":${text}}\n`;
  };
  writeFileSync(path, versioned(1));
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: [] });
  writeFileSync(path, versioned(3));
  expect(open().read("line-1", 42)).toMatchObject({
    ok: false,
    error: {
      message: expect.stringContaining(
        "broken in line 1: it has version 3, and this version of opus reads versions 1 to 2; update opus.",
      ),
    },
  });
  const journal = open();
  journal.start("line-1", 42, [{ type: "made", task: "a", made: { outputs: [] } } as unknown as JournalRecord]);
  expect(open().read("line-1", 42)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('task "a": the field "/outputs" is []; expected an object') },
  });
});
