import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/engine/json/json.ts";
import type { Snapshot } from "../../../src/engine/model/state-body.ts";
import { decode, encode } from "../../../src/state/snapshot/codec.ts";
import { jsonErrorOffset } from "../../../src/state/snapshot/json-error.ts";
import { context, entry, intent, project, run, snapshot } from "../fixtures.ts";

const location = "/states/storefront/prod/state.json";
const expected = { project, context, location };
const text = await encode(snapshot(42), run, "1.2.0");

/** The message, without what every refusal begins and ends with. */
async function refusal(data: string | Uint8Array, wanted: Parameters<typeof decode>[1] = expected): Promise<string> {
  const decoded = await decode(data, wanted);
  if (decoded.ok) throw new Error("it was accepted");
  expect(decoded.error.reason).toBe("state-unavailable");
  const { message } = decoded.error;
  const start = `The state of ${wanted.project}/${wanted.context} at ${location} can't be used: `;
  const end = ". Restore an earlier version of it. Nothing was changed.";
  expect(message.startsWith(start)).toBe(true);
  expect(message.endsWith(end)).toBe(true);
  return message.slice(start.length, -end.length);
}

function edited(change: (envelope: Record<string, unknown>) => void): string {
  const envelope = JSON.parse(text) as Record<string, unknown>;
  change(envelope);
  return JSON.stringify(envelope);
}

/** With a digest that fits the changed body. */
function withBody(change: (body: Record<string, Record<string, JsonObject> & Json[]>) => void): string {
  return edited((envelope) => {
    change(envelope.body as never);
    envelope.digest = `sha256:${createHash("sha256")
      .update(sorted(envelope.body as Json))
      .digest("hex")}`;
  });
}

function sorted(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${sorted(member)}`).join(",")}}`;
}

test("the envelope is readable, sorted and complete", async () => {
  const small: Snapshot = { ...snapshot(7), body: { tasks: { b: entry("b"), a: entry("a") }, undo: [], pending: [] } };
  const written = await encode(small, run, "1.2.0");
  expect(written).toMatch(
    /^\{\n {2}"format": "opus-state",\n {2}"version": 1,\n {2}"lineage": "line-1",\n {2}"serial": 7,\n/,
  );
  expect(written.endsWith('  "sealed": null\n}\n')).toBe(true);
  const envelope = JSON.parse(written) as Record<string, Json>;
  expect(Object.keys(envelope)).toEqual([
    "format",
    "version",
    "lineage",
    "serial",
    "project",
    "context",
    "writer",
    "run",
    "digest",
    "body",
    "sealed",
  ]);
  expect(Object.keys((envelope.body as { tasks: JsonObject }).tasks)).toEqual(["a", "b"]);
  expect(envelope.digest).toBe(
    `sha256:${createHash("sha256")
      .update(sorted(envelope.body ?? null))
      .digest("hex")}`,
  );
  expect(await decode(written, expected)).toEqual({ ok: true, value: small, run });
  expect(await decode(Buffer.from(written), { ...expected, lineage: "line-1" })).toMatchObject({ ok: true });
});

describe("each refusal says what is wrong, with both values", () => {
  test.each([
    ["", "it is empty (0 bytes), which a state never is"],
    ["hello", "it is not JSON (line 1, column 1)"],
    ["[]", "it is [], not a JSON object"],
    ['{\n  "a": }', "it is not JSON (line 2, column 8)"],
    [text.slice(0, 60), "it is cut off after line 4, column 17 (60 characters)"],
    [edited((e) => (e.format = "tfstate")), 'its format is "tfstate", not "opus-state"'],
    [edited((e) => (e.version = "1")), 'its version is "1", not a positive whole number'],
    [
      edited((e) => (e.version = 2)),
      'it has version 2, and this version of opus reads version 1 only; update opus to the version that wrote it ("1.2.0")',
    ],
    [edited((e) => (e.sealed = { to: ["age1x"] })), 'its field "sealed" is {"to":["age1x"]}, neither null nor text'],
    [edited((e) => delete e.sealed), 'its field "sealed" is undefined, neither null nor text'],
    [
      edited((e) => (e.project = "other")),
      'it belongs to the project "other", and the project "storefront" was asked for',
    ],
    [edited((e) => (e.context = "test")), 'it belongs to the context "test", and the context "prod" was asked for'],
    [edited((e) => (e.serial = 0)), "its serial is 0, not a positive whole number"],
    [edited((e) => (e.serial = 1.5)), "its serial is 1.5, not a positive whole number"],
    [edited((e) => (e.serial = 2 ** 53)), "its serial is 9007199254740992, not a positive whole number"],
    [
      edited((e) => (e.serial = 2 ** 53 - 1)),
      "its serial is 9007199254740991, which no state gets to (at most 999999999999999)",
    ],
    [edited((e) => (e.lineage = "")), 'its lineage is "", not a name'],
    [edited((e) => (e.body = null)), "its body is null, not an object"],
  ])("%#", async (data, message) => {
    expect(await refusal(data)).toBe(message);
  });

  test("bytes that are no text", async () => {
    expect(await refusal(Buffer.from([0x7b, 0xff, 0xfe]))).toBe(
      "it is not UTF-8 text, so it was damaged or is another kind of file",
    );
  });

  test("another lineage", async () => {
    expect(await refusal(text, { ...expected, lineage: "line-9" })).toBe(
      'its lineage is "line-1", and "line-9" was expected; the two have nothing to do with each other',
    );
  });

  test("a body that was edited by hand", async () => {
    const message = await refusal(text.replace("content of greeting", "content of meeting"));
    const digest = (JSON.parse(text) as { digest: string }).digest;
    expect(message).toMatch(
      new RegExp(
        `^its digest says "${digest}", and its body has "sha256:[0-9a-f]{64}"; it was changed by something else than opus, or damaged$`,
      ),
    );
  });

  test.each<[(body: Record<string, Record<string, JsonObject> & Json[]>) => void, string]>([
    [(b) => delete b.tasks, 'the field "body/tasks" is missing; expected an object'],
    [
      (b) => Object.assign(b.tasks?.greeting ?? {}, { status: "done" }),
      'task "greeting": the field "/status" is "done"; expected one of applied, tainted, interrupted',
    ],
    [
      (b) => Object.assign(b.tasks?.greeting ?? {}, { dependencies: ["a", 1] }),
      'task "greeting": the field "/dependencies/1" is 1; expected a string',
    ],
    [(b) => Object.assign(b.tasks ?? {}, { x: null }), 'task "x": it is null; expected an object'],
    [
      (b) => b.undo?.push({ task: "x", change: "create" }),
      'entry 1 of "undo" (task "x"): the field "/before" is missing; expected an object',
    ],
    [
      (b) => b.pending?.push({ task: "x", change: "make" }),
      'entry 1 of "pending" (task "x"): the field "/apiVersion" is missing; expected a string',
    ],
  ])("a body of another shape %#", async (change, message) => {
    expect(await refusal(withBody(change))).toBe(message);
  });

  test("a body nested beyond all measure", async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`;
    expect(await refusal(text.replace(/"body": [\s\S]*,\n {2}"sealed"/, `"body": ${deep}, "sealed"`))).toBe(
      "it is nested 200,001 levels deep, and opus reads at most 200",
    );
  });
});

test("names like __proto__ and 10 are names like any other", async () => {
  const tasks = JSON.parse(`{"__proto__": ${JSON.stringify(entry("p"))}, "10": ${JSON.stringify(entry("t"))}}`);
  tasks.constructor = entry("c");
  const odd = snapshot(1, { body: { tasks, undo: [], pending: [intent("__proto__")] } });
  const decoded = await decode(await encode(odd, run, "1"), expected);
  expect(decoded.ok && Object.keys(decoded.value.body.tasks).sort()).toEqual(["10", "__proto__", "constructor"]);
  expect(decoded).toEqual({ ok: true, value: odd, run });
});

/** Whose specs are anything. */
const ofModule = { apiVersion: "example/v1", kind: "Thing" };

test("half a surrogate pair becomes the replacement character", async () => {
  const odd = snapshot(1, {
    body: { tasks: { a: entry("a", { ...ofModule, spec: { "x\udc00": "a\ud800b" } }) }, undo: [], pending: [] },
  });
  const decoded = await decode(await encode(odd, run, "1"), expected);
  expect(decoded.ok && decoded.value.body.tasks.a?.spec).toEqual({ "x\ufffd": "a\ufffdb" });
});

test.each([
  [text.replace('"serial": 42,', '<<<<<<< HEAD\n"serial": 42,'), "it is not JSON (line 5, column 3)"],
  [`${text}}`, "it is not JSON (line 59, column 1)"],
  [text.replace("],", "},"), "it is not JSON (line 17, column 17)"],
  [text.replace('"apply"', '"app\nly"'), "it is not JSON (line 40, column 15)"],
])("text that stops being JSON is located %#", async (data, message) => {
  expect(await refusal(data)).toBe(message);
});

test("the place where text stops being JSON is found wherever JSON.parse refuses it", () => {
  const cut = fc.tuple(
    fc.json({ maxDepth: 3 }),
    fc.nat(),
    fc.option(fc.constantFrom("}", "]", ",", ":", "x", '"', "1", "-", "\\")),
  );
  fc.assert(
    fc.property(cut, ([whole, at, insert]) => {
      const position = at % (whole.length + 1);
      const broken = whole.slice(0, position) + (insert === null ? "" : insert + whole.slice(position));
      let parses = true;
      try {
        JSON.parse(broken);
      } catch {
        parses = false;
      }
      fc.pre(!parses);
      const offset = jsonErrorOffset(broken);
      expect(offset).toBeLessThanOrEqual(broken.length);
      // Nothing before that place is at fault: a cut alone is always found at the end.
      if (insert === null) expect(offset).toBe(broken.length);
      else expect(offset).toBeGreaterThanOrEqual(Math.min(position, broken.length) - 12);
    }),
    { numRuns: 500 },
  );
});

test("cut off at any byte it is refused, or (without its last line feed) the same", async () => {
  const bytes = Buffer.from(text);
  for (let length = 0; length < bytes.length - 1; length++) {
    const decoded = await decode(bytes.subarray(0, length), expected);
    expect(decoded.ok).toBe(false);
    if (!decoded.ok && length > 0) expect(decoded.error.message).toContain("it is cut off after line ");
  }
  expect(await decode(bytes.subarray(0, -1), expected)).toEqual({ ok: true, value: snapshot(42), run });
});

test("with any byte flipped it is refused, or the body is the same", async () => {
  const bytes = Buffer.from(text);
  for (let index = 0; index < bytes.length; index++)
    for (const mask of [0x01, 0x20, 0x80]) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(index) ^ mask, index);
      const decoded = await decode(flipped, expected);
      if (decoded.ok) expect(decoded.value.body).toEqual(snapshot(42).body);
      else expect(decoded.error.reason).toBe("state-unavailable");
    }
});

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
const object = fc.dictionary(fc.string({ unit: "grapheme" }), json, { maxKeys: 4 });
const taskName = fc.oneof(fc.string({ minLength: 1, unit: "grapheme" }), fc.constantFrom("__proto__", "toString", "7"));
const taskState = fc
  .record({
    spec: object,
    outputs: object,
    observed: object,
    order: fc.nat(),
    dependencies: fc.array(taskName, { maxLength: 2 }),
  })
  .map((fields) => entry("x", { ...ofModule, ...fields }));
const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({
    serial: fc.integer({ min: 1, max: 999_999_999_999_999 }),
    tasks: fc.array(fc.tuple(taskName, taskState), { maxLength: 4 }),
    undo: fc.array(
      fc.record({ task: taskName, change: fc.constantFrom("create", "update"), before: fc.option(taskState) }),
    ),
    pending: fc.array(fc.record({ task: taskName, spec: object }), { maxLength: 2 }),
  })
  .map(({ serial, tasks, undo, pending }) =>
    snapshot(serial, {
      body: {
        tasks: Object.fromEntries(tasks),
        undo: undo as Snapshot["body"]["undo"],
        pending: pending.map(({ task, spec }) => intent(task, { ...ofModule, spec })),
      },
    }),
  );

test("what is encoded is decoded, and encodes to the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(snapshots, async (original) => {
      const written = await encode(original, run, "1.2.0");
      const decoded = await decode(written, expected);
      if (!decoded.ok) throw new Error(decoded.error.message);
      expect(JSON.parse(JSON.stringify(decoded.value))).toEqual(JSON.parse(JSON.stringify(original)));
      expect(await encode(decoded.value, run, "1.2.0")).toBe(written);
    }),
    { numRuns: 300 },
  );
});
