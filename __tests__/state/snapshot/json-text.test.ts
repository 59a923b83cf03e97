import { describe, expect, test } from "vitest";
import { jsonSize } from "../../../src/engine/json/json-size.ts";
import { isoTime } from "../../../src/engine/text/iso-time.ts";
import { contextFiles } from "../../../src/state/backends/branch/branch-files.ts";
import { parseJournal } from "../../../src/state/journal/journal-format.ts";
import { decode } from "../../../src/state/snapshot/codec.ts";
import { sha256 } from "../../../src/state/snapshot/digest.ts";
import { parseStored } from "../../../src/state/snapshot/json-text.ts";
import { context, project } from "../fixtures.ts";

const expected = { project, context, location: "/state.json" };

describe("a stored text", () => {
  test.each([
    ["", 0],
    ['"[[["', 0],
    ['["\\"[", {"a": [1]}]', 3],
    ["[][[]]", 2],
    ["]]]][", 0],
    ["[".repeat(1_000_000), 1_000_000],
  ])("has its depth counted, whatever it is: %j", (text, depth) => {
    // Brackets that nothing opened make up for some that nothing closes: it is no JSON then.
    expect(jsonSize(text).depth).toBe(depth);
  });

  test("is read up to 200 levels deep", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(parseStored(nested(200)).ok).toBe(true);
    expect(parseStored(nested(201))).toEqual({
      ok: false,
      error: "it is nested 201 levels deep, and opus reads at most 200",
    });
  });

  test("is told where it is cut off or broken, however long its texts are", () => {
    expect(parseStored(`{"a": "${"x\\n".repeat(5_000_000)}`)).toMatchObject({
      error: "it is cut off after line 1, column 15000008 (15000007 characters)",
    });
    expect(parseStored(`["${"x".repeat(5_000_000)}\\q"]`)).toEqual({
      ok: false,
      error: "it is not JSON (line 1, column 2)",
    });
    expect(parseStored('["a\\u12')).toMatchObject({ error: "it is cut off after line 1, column 8 (7 characters)" });
  });
});

test("a state of more than 64 MiB is refused unread", async () => {
  const decoded = await decode(Buffer.alloc(150_000_000, "["), expected);
  expect(decoded.ok || decoded.error).toEqual({
    reason: "state-unavailable",
    message: `The state of ${project}/${context} at /state.json can't be used: it has 143.1 MiB, and opus reads at most 64 MiB. Restore an earlier version of it. Nothing was changed.`,
    diagnostics: expect.anything(),
  });
});

test("a state of more than 64 MiB on a branch is none that could be read, and not absent", () => {
  const missing = Buffer.from("x missing\n".repeat(6));
  const { files } = contextFiles("c", "shop/prod", missing, new Map([[3, 150_000_000]]));
  expect(files.state).toEqual({
    state: "other",
    what: "shop/prod/state.json has 143.1 MiB, and opus reads at most 64 MiB",
  });
  expect(files.lock).toEqual({ state: "absent" });
});

describe("a journal", () => {
  const line = (previous: string, text: string) => {
    const sum = sha256(`${previous}\n${text}`).slice("sha256:".length, "sha256:".length + 16);
    return { sum, line: `{"sum":"${sum}","line":${text}}\n` };
  };
  const head = line("", '{"format":"opus-journal","version":2,"lineage":"a","serial":1}');

  test.each([
    ["{oops", "it is not JSON (line 1, column 2)"],
    ["[".repeat(5_000), "it is nested 5,000 levels deep, and opus reads at most 200"],
  ])("with a line that fits its checksum and can't be read: %.10s", (text, problem) => {
    const read = parseJournal(head.line + line(head.sum, text).line, "/journal.ndjson");
    expect(read.ok ? "" : read.error.message).toContain(`The journal /journal.ndjson is broken in line 2: ${problem}.`);
  });
});

test("a time that is none is unknown", () => {
  expect([isoTime("2026-01-02T03:04:05Z"), isoTime(""), isoTime("x"), isoTime(1e20)]).toEqual([
    "2026-01-02T03:04:05.000Z",
    ...Array(3).fill("an unknown time"),
  ]);
});
