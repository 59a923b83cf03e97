import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JournalRecord } from "../../../src/engine/ports/journal.ts";
import { type FileSystem, nodeFileSystem } from "../../../src/state/backends/file/file-system.ts";
import { FileJournal } from "../../../src/state/journal/file-journal.ts";
import type { Sealing } from "../../../src/state/seal/seal.ts";
import { entry, temporaryFolder } from "../fixtures.ts";
import { firstIdentity, kinds, sealingWith, secondIdentity } from "./keys.ts";

const records: readonly JournalRecord[] = [
  { type: "started", task: "greeting" },
  {
    type: "result",
    task: "greeting",
    entry: entry("greeting"),
    undo: { task: "greeting", change: "create", before: null },
  },
  { type: "result", task: "b", entry: null, formerName: "its old name\nb", undo: null },
];
const sealing = await sealingWith(firstIdentity);
const outcome =
  "or move the journal away: opus then looks at each task that was pending to find out what became of it.";

let temporary: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  temporary = temporaryFolder();
  path = join(temporary.path, "journal.ndjson");
});
afterEach(() => temporary.remove());

function open(by: Sealing | undefined = sealing, files: Partial<FileSystem> = {}): FileJournal {
  return new FileJournal(path, { ...nodeFileSystem, ...files }, by);
}

function writeRecords(by: Sealing | undefined = sealing): void {
  const journal = open(by);
  expect(journal.start("line-1", 42, records.slice(0, 1))).toEqual({ ok: true, value: undefined });
  for (const record of records.slice(1)) expect(journal.append(record)).toEqual({ ok: true, value: undefined });
}

function refused(message: string) {
  return { ok: false, error: { reason: "state-unavailable", message, diagnostics: [] } };
}

test.each(kinds)("what was appended under %s is read by another process, and by nobody else", async (_, key) => {
  writeRecords(await sealingWith(key));
  const text = readFileSync(path, "utf8");
  // Long words: a short one is found in random base64 now and then.
  for (const word of ["greeting", "started", "result", "its old name"]) expect(text).not.toContain(word);
  expect(text.split("\n")[0]).toMatch(/"format":"opus-journal","version":2,"lineage":"line-1","serial":42,"sealed":"/);
  expect(open(await sealingWith(`${secondIdentity}\n${key}`)).read("line-1", 42)).toEqual({ ok: true, value: records });
});

test("text of a kind's own comes back to the byte, whatever it is, and is not in the file", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\0", "1e400", "-0", "\n", "\r\n", '"\\', "\u2028", '{"sum":"0"}'),
  );
  fc.assert(
    fc.property(text, text, (first, second) => {
      const [half, whole] = [`wobbegong ${first}`, `wobbegong ${second}`];
      const told: readonly JournalRecord[] = [
        { type: "made", task: "a", made: { outputs: {}, resource: half } },
        { type: "result", task: "a", entry: { ...entry("a"), resource: whole }, undo: null },
      ];
      const journal = open();
      expect(journal.start("line-1", 1)).toEqual({ ok: true, value: undefined });
      for (const record of told) expect(journal.append(record)).toEqual({ ok: true, value: undefined });
      expect(open().read("line-1", 1)).toEqual({ ok: true, value: told });
      expect(readFileSync(path, "utf8")).not.toContain("wobbegong");
      journal.clear();
    }),
    { numRuns: 30, examples: [["x".repeat(2 ** 20), "\0"]] },
  );
});

describe("three refusals that are not the same", () => {
  const held = "It holds results of a run that did not end.";

  test("sealed, and no key", () => {
    writeRecords();
    const journal = new FileJournal(path, nodeFileSystem, undefined);
    expect(journal.read("line-1", 42)).toEqual(
      refused(
        `The journal ${path} can't be used: it is sealed, and no key was given to open it. ${held} Give the key that sealed it as \`encryption-key\` (in a terminal as \`OPUS_ENCRYPTION_KEY\`); ${outcome}`,
      ),
    );
  });

  test("sealed, and another key", async () => {
    writeRecords();
    expect(open(await sealingWith(secondIdentity)).read("line-1", 42)).toEqual(
      refused(
        `The journal ${path} can't be used: it is sealed, and none of the keys in \`encryption-key\` opens it. ${held} Give the key that sealed it (in a terminal as \`OPUS_ENCRYPTION_KEY\`), as a further line if the first one is to seal from now on; ${outcome}`,
      ),
    );
  });

  test("plain, where sealed is expected; taken where plain is taken", async () => {
    new FileJournal(path, nodeFileSystem, undefined).start("line-1", 42, records);
    expect(open().read("line-1", 42)).toEqual(
      refused(
        `The journal ${path} can't be used: it is not sealed, and \`encryption-key\` was given: what is not sealed may be forged. ${held} If you trust it, give \`initialize: true\` (in a terminal \`--initialize\`) once, and the next write seals it; ${outcome}`,
      ),
    );
    const lenient = await sealingWith(firstIdentity, { takesPlain: true });
    expect(open(lenient).read("line-1", 42)).toEqual({ ok: true, value: records });
  });
});

test("of a journal that counts no more, nobody asks for a key", async () => {
  writeRecords();
  const stranger = await sealingWith(secondIdentity);
  for (const other of [stranger, undefined]) {
    const journal = new FileJournal(path, nodeFileSystem, other);
    expect(journal.read("line-1", 43)).toEqual({ ok: true, value: undefined });
    expect(journal.read("line-1", 41)).toMatchObject({ ok: false, error: { reason: "state-unavailable" } });
  }
  const next = new FileJournal(path, nodeFileSystem, undefined);
  next.hold();
  next.end();
  expect(open(stranger).read("line-1", 42)).toEqual({ ok: true, value: undefined });
  expect(open(stranger).ended()).toEqual({ lineage: "line-1", serial: 42 });
});

test("held and ended as a plain one, also after a torn line", () => {
  writeRecords();
  appendFileSync(path, '{"sum":"0123');
  const next = open();
  next.hold();
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: records });
  next.end();
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: undefined });
});

test("cut off at any byte, it holds the records before that", () => {
  writeRecords();
  const bytes = readFileSync(path);
  const ends = [...bytes.entries()].flatMap(([index, byte]) => (byte === 0x0a ? [index + 1] : []));
  for (let length = 0; length <= bytes.length; length++) {
    writeFileSync(path, bytes.subarray(0, length));
    const whole = ends.filter((end) => end <= length).length;
    const read = open().read("line-1", 42);
    if (whole > 0) expect(read).toEqual({ ok: true, value: records.slice(0, whole - 1) });
    else expect(!read.ok && read.error.message).toContain("is broken in line 1: it is cut off.");
  }
});

test.each(kinds)(
  "under %s, with any byte flipped it is a failure with its line, or lacks its last line only",
  async (_, key) => {
    const own = await sealingWith(key);
    writeRecords(own);
    const bytes = readFileSync(path);
    const lastLine = bytes.subarray(0, -1).lastIndexOf(0x0a) + 1;
    for (let index = 0; index < bytes.length; index++) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(index) ^ 0x01, index);
      writeFileSync(path, flipped);
      const read = open(own).read("line-1", 42);
      const line = bytes.subarray(0, index).filter((byte) => byte === 0x0a).length + 1;
      if (index >= lastLine) expect(read).toEqual({ ok: true, value: records.slice(0, -1) });
      else if (read.ok) expect([index, read.value]).toEqual([lastLine - 1, records.slice(0, -2)]);
      else expect(read.error.message).toContain(`is broken in line ${line}: its checksum does not fit`);
      expect(readFileSync(path).equals(flipped)).toBe(true);
    }
  },
);

test("checksums that were made to fit don't make up for the key", async () => {
  const { recordLine, journalText } = await import("../../../src/state/journal/journal-format.ts");
  writeRecords();
  const [header = "", first = ""] = readFileSync(path, "utf8").split("\n");
  const { line: own, sum } = journalText({ lineage: "line-1", serial: 42 }, [], undefined);
  const sealed = JSON.parse(header) as { sum: string; line: { sealed: string } };
  const chained = (previous: string, value: unknown) => recordLine(previous, value as JournalRecord, undefined).line;
  const value = (JSON.parse(first) as { line: string }).line;
  const after = JSON.parse(first) as { sum: string };
  const broken = (line: number, why: string) =>
    refused(
      `The journal ${path} is broken in line ${line}: ${why}. It holds results of a run that did not end. Restore it, or move it away: opus then looks at each task that was pending to find out what became of it.`,
    );
  const elsewhere = "what is sealed in it was changed, or belongs elsewhere";
  for (const [text, expected] of [
    // The first record once more, in another place.
    [`${header}\n${first}\n${chained(after.sum, value)}`, broken(3, elsewhere)],
    // A record that is not sealed among those that are, and the other way round.
    [`${header}\n${chained(sealed.sum, records[0])}`, broken(2, elsewhere)],
    // Another journal's header.
    [header.replace('"serial":42', '"serial":41'), broken(1, "its checksum does not fit")],
  ] as const) {
    writeFileSync(path, text.endsWith("\n") ? text : `${text}\n`);
    const read = open().read("line-1", 42);
    expect(read).toEqual(expected);
  }
  // A sealed record in a journal that is not.
  writeFileSync(path, `${own}${chained(sum, value)}`);
  expect(open(await sealingWith(firstIdentity, { takesPlain: true })).read("line-1", 42)).toEqual(
    broken(2, `it is ${JSON.stringify(value).slice(0, 77)}…, not an object`),
  );
});

test("an append that fails leaves no half line in the middle, and the next one is sealed anew", () => {
  let room = 5_000;
  const journal = open(sealing, {
    write: (descriptor, data) => {
      if (room === 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      const part = data.subarray(0, Math.min(room, 50));
      room -= part.length;
      return nodeFileSystem.write(descriptor, part);
    },
  });
  journal.start("line-1", 42);
  expect(journal.append(records[0] as JournalRecord).ok).toBe(true);
  room = 120;
  expect(journal.append(records[1] as JournalRecord).ok).toBe(false);
  room = 5_000;
  expect(journal.append(records[2] as JournalRecord).ok).toBe(true);
  expect(open().read("line-1", 42)).toEqual({ ok: true, value: [records[0], records[2]] });
});
