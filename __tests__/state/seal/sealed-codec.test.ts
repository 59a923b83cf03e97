import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/engine/json/json.ts";
import type { Snapshot } from "../../../src/engine/model/state-body.ts";
import type { Sealing } from "../../../src/state/seal/seal.ts";
import { type Decoded, decode, decodeFile, encode, isSealed } from "../../../src/state/snapshot/codec.ts";
import { context, entry, intent, project, run, snapshot, temporaryFolder } from "../fixtures.ts";
import { age, hasAge } from "./age-program.ts";
import { firstIdentity, firstRecipient, kinds, passphrase, sealingWith, secondIdentity } from "./keys.ts";

const location = "state.json";
const body = { tasks: { a: entry("a") }, undo: [], pending: [], fingerprintKey: "0f".repeat(32) };
const state = snapshot(42, { body });
const sealing = await sealingWith(firstIdentity);
const text = await encode(state, run, "1.2.0", { seal: sealing.seal });

function read(data: string | Uint8Array, by: Sealing | undefined = sealing): Promise<Decoded> {
  return decode(data, { project, context, location, sealing: by });
}

/** The message, without what every refusal begins and ends with; and whether force may replace it. */
async function refusal(data: string | Uint8Array, by: Sealing | undefined): Promise<readonly [string, boolean]> {
  const decoded = await decode(data, { project, context, location, sealing: by });
  if (decoded.ok) throw new Error("it was accepted");
  const { reason, message } = decoded.error;
  expect(reason).toBe("state-unavailable");
  const [start, end] = ["The state of storefront/prod at state.json can't be used: ", " Nothing was changed."];
  expect([message.slice(0, start.length), message.slice(-end.length)]).toEqual([start, end]);
  return [message.slice(start.length, -end.length), decoded.damaged !== undefined];
}

type Envelope = { [field: string]: Json };

function edited(fields: Envelope, original = text): string {
  return `${JSON.stringify({ ...(JSON.parse(original) as Envelope), ...fields }, null, 2)}\n`;
}

function digest(sealed: Json | undefined): string {
  return `sha256:${createHash("sha256").update(String(sealed)).digest("hex")}`;
}

test("the envelope says whose state it is and how old, and nothing of what is in it", () => {
  const envelope = JSON.parse(text) as JsonObject;
  const { sealed, ...open } = envelope;
  expect(open).toEqual({
    format: "opus-state",
    version: 1,
    lineage: "line-1",
    serial: 42,
    project,
    context,
    writer: "1.2.0",
    run: { ...run },
    digest: digest(sealed),
    body: null,
  });
  for (const word of ["content of", "greeting", body.fingerprintKey]) expect(text).not.toContain(word);
  expect([isSealed(text), isSealed("{}"), isSealed('{"sealed":null}')]).toEqual([true, false, false]);
});

test.each(kinds)("what is sealed with %s is decoded with any of several keys", async (_, key) => {
  const written = await encode(state, run, "1.2.0", { seal: (await sealingWith(key)).seal });
  expect(await read(written, await sealingWith(`${secondIdentity}\nanother passphrase\n${key}`))).toEqual({
    ok: true,
    value: state,
    run,
  });
});

test("a recovery file keeps its notes inside, and its lock outside too", async () => {
  const recovery = { follows: [{ serial: 41, digest: "sha256:1" }], lockId: "lock-1" };
  const written = await encode(state, run, "1.2.0", { recovery, seal: sealing.seal });
  expect(JSON.parse(written)).toMatchObject({ follows: [], lockId: "lock-1", body: null });
  const file = { project, context, location, sealing };
  expect(await decodeFile(Buffer.from(written), file)).toEqual({ ok: true, value: { snapshot: state, ...recovery } });
  const stolen = edited({ lockId: "lock-2" }, written);
  const refused = await decodeFile(Buffer.from(stolen), file);
  expect(!refused.ok && refused.error.message).toContain(
    'it says that its lockId is "lock-2", and what is sealed in it says "lock-1"; it was swapped',
  );
});

const restore = "Restore an earlier version of it.";
const noKey =
  "it is sealed, and no key was given to open it. Give the key that sealed it as `encryption-key` (in a terminal as `OPUS_ENCRYPTION_KEY`).";
const wrongKey =
  "it is sealed, and none of the keys in `encryption-key` opens it. Give the key that sealed it (in a terminal as `OPUS_ENCRYPTION_KEY`), as a further line if the first one is to seal from now on.";

describe("each refusal has its own message, and only what is broken for everybody may be replaced", () => {
  test("no key, whatever else is wrong with it", async () => {
    expect(await refusal(text, undefined)).toEqual([noKey, false]);
    expect(await refusal(edited({ digest: "sha256:0" }), undefined)).toEqual([noKey, false]);
    const cut = await refusal(text.slice(0, -30), undefined);
    expect(cut).toEqual([
      expect.stringMatching(
        /^it is cut off after line \d+, column \d+ \(\d+ characters\)\. It is sealed\. Give the key that sealed it as `encryption-key` \(in a terminal as `OPUS_ENCRYPTION_KEY`\), and run again\.$/,
      ),
      false,
    ]);
    expect((await refusal(text.slice(0, -30), sealing))[1]).toBe(true);
  });

  test.each(kinds)("the wrong key for %s is never damage", async (_, key) => {
    const written = await encode(state, run, "1.2.0", { seal: (await sealingWith(key)).seal });
    const others = await sealingWith(`${secondIdentity}\nanother passphrase`);
    expect(await refusal(written, others)).toEqual([wrongKey, false]);
  });

  test("a rotated key: the old one opens as long as it is among the lines", async () => {
    const rotated = await sealingWith(`${secondIdentity}\n${firstIdentity}`);
    expect((await read(text, rotated)).ok).toBe(true);
    const next = await encode(state, run, "1.2.0", { seal: rotated.seal });
    expect((await read(next, await sealingWith(secondIdentity))).ok).toBe(true);
    expect(await refusal(next, sealing)).toEqual([wrongKey, false]);
    expect(await refusal(text, await sealingWith(secondIdentity))).toEqual([wrongKey, false]);
  });

  test("plain state where sealed is expected, taken where plain is taken", async () => {
    const plain = await encode(state, run, "1.2.0");
    expect(await refusal(plain, sealing)).toEqual([
      "it is not sealed, and `encryption-key` was given: what is not sealed may be forged. If you trust it, give `initialize: true` (in a terminal `--initialize`) once, and the next write seals it. Else put the sealed one back.",
      false,
    ]);
    const file = await decodeFile(Buffer.from(plain), { project, context, location, sealing });
    expect(!file.ok && file.error.message).toContain(
      "may be forged. If it was stored before the state was sealed, and you trust it, give `initialize: true` (in a terminal `--initialize`) to this command. Nothing",
    );
    expect(await read(plain, await sealingWith(firstIdentity, { takesPlain: true }))).toEqual({
      ok: true,
      value: state,
      run,
    });
    expect((await read(text, await sealingWith(firstIdentity, { takesPlain: true }))).ok).toBe(true);
  });

  test("what is damaged", async () => {
    const sealed = JSON.parse(text).sealed as string;
    const other = sealed.replace(/\n(.)/, (_, letter) => `\n${letter === "A" ? "B" : "A"}`);
    expect(await refusal(edited({ sealed: other }), sealing)).toEqual([
      `its digest says "${digest(sealed)}", and its sealed part has "${digest(other)}"; it was changed by something else than opus, or damaged. ${restore}`,
      true,
    ]);
    // With a digest that was made to fit.
    const last = sealed.lastIndexOf("\n-----END") - 10;
    const payload = `${sealed.slice(0, last)}${sealed[last] === "A" ? "B" : "A"}${sealed.slice(last + 1)}`;
    expect(await refusal(edited({ sealed: payload, digest: digest(payload) }), sealing)).toEqual([
      `its sealed part is damaged: it is not what was sealed. ${restore}`,
      true,
    ]);
    const nonsense = await sealing.seal.seal("[]");
    expect(await refusal(edited({ sealed: nonsense, digest: digest(nonsense) }), sealing)).toEqual([
      `its sealed part opens, and is not a state. ${restore}`,
      true,
    ]);
    expect(await refusal(edited({ body: {} }), sealing)).toEqual([
      `it is sealed, and its body is {}, not null. ${restore}`,
      true,
    ]);
  });

  const swapped = "it was swapped with another state, or changed";
  test.each<[field: string, value: Json, shown: string, inside: string]>([
    ["lineage", "line-2", '"line-2"', '"line-1"'],
    ["serial", 43, "43", "42"],
    ["writer", "9.9.9", '"9.9.9"', '"1.2.0"'],
    [
      "run",
      { ...run, attempt: 2 },
      '{"attempt":2,"id":"run-1","sha":"0123abc","url":"https://ci.example/run-1"}',
      '{"attempt":1,"id":"run-1","sha":"0123abc","url":"https://ci.example/run-1"}',
    ],
    ["lockId", "x", '"x"', "nothing"],
  ])("an envelope whose %s was edited", async (field, value, outside, inside) => {
    expect(await refusal(edited({ [field]: value }), sealing)).toEqual([
      `it says that its ${field} is ${outside}, and what is sealed in it says ${inside}; ${swapped}. ${restore}`,
      true,
    ]);
  });

  test.each<[string, Partial<Snapshot>, string]>([
    ["project", { project: "other" }, 'its project is "storefront", and what is sealed in it says "other"'],
    ["context", { context: "test" }, 'its context is "prod", and what is sealed in it says "test"'],
    ["lineage", { lineage: "line-9" }, 'its lineage is "line-1", and what is sealed in it says "line-9"'],
  ])("what was sealed for another %s, in this envelope", async (_, fields, why) => {
    const other = await encode({ ...state, ...fields }, run, "1.2.0", { seal: sealing.seal });
    const { sealed = null, digest: itsOwn = null } = JSON.parse(other) as Envelope;
    expect(await refusal(edited({ sealed, digest: itsOwn }), sealing)).toEqual([
      `it says that ${why}; ${swapped}. ${restore}`,
      true,
    ]);
  });

  test("a whole file of another context is told by its envelope, with and without a key", async () => {
    const other = await encode({ ...state, context: "test" }, run, "1.2.0", { seal: sealing.seal });
    for (const by of [sealing, undefined])
      expect(await refusal(other, by)).toEqual([
        `it belongs to the context "test", and the context "prod" was asked for. ${restore}`,
        false,
      ]);
  });

  test("an envelope nested beyond all measure", async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    const [message] = await refusal(text.replace(/"run": \{[^}]*\}/, `"run": ${deep}`), sealing);
    expect(message).toBe(
      "it is nested 100,001 levels deep, and opus reads at most 200. Restore an earlier version of it.",
    );
  });
});

test.each(kinds)("sealed with %s, flipped at any position, it is refused with one of these", async (_, key) => {
  const own = await sealingWith(key);
  const small = snapshot(1, { body: { tasks: {}, undo: [], pending: [] } });
  const bytes = Buffer.from(await encode(small, run, "1.2.0", { seal: own.seal }));
  const known = [
    /^it is (?:not JSON|cut off)/,
    /^it is not UTF-8 text/,
    /^its format is /,
    /^its version is |^it has version /,
    /^it belongs to the (?:project|context) /,
    /^its lineage is |^its serial is /,
    /^it says that its (?:lineage|serial|writer|run|lockId) is .*, and what is sealed in it says .*; it was swapped with another state, or changed\. /,
    /^its digest says .*, and its sealed part has "sha256:[0-9a-f]{64}"; it was changed by something else than opus, or damaged\. /,
    /^it is sealed, and its body is /,
    /^its field "sealed" is undefined, neither null nor text\. /,
  ];
  const seen = new Set<RegExp>();
  for (let index = 0; index < bytes.length; index++)
    for (const mask of [0x01, 0x20, 0x80]) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(index) ^ mask, index);
      const before = Buffer.from(flipped);
      const decoded = await decode(flipped, { project, context, location, sealing: own });
      expect(flipped.equals(before)).toBe(true);
      if (decoded.ok) {
        // Only white space of the envelope reads the same.
        expect(JSON.parse(flipped.toString())).toEqual(JSON.parse(bytes.toString()));
        continue;
      }
      expect(decoded.error.reason).toBe("state-unavailable");
      const message = decoded.error.message.replace("The state of storefront/prod at state.json can't be used: ", "");
      const fits = known.filter((pattern) => pattern.test(message));
      expect([index, message, fits.length]).toEqual([index, message, 1]);
      for (const pattern of fits) seen.add(pattern);
    }
  expect(known.filter((pattern) => !seen.has(pattern))).toEqual([]);
});

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
const object = fc.dictionary(fc.string({ unit: "grapheme" }), json, { maxKeys: 4 });

test("what is encoded sealed is decoded, with any key of either kind", async () => {
  const keys = [firstIdentity, passphrase, secondIdentity];
  const states = fc.record({
    serial: fc.integer({ min: 1, max: 999_999_999_999_999 }),
    tasks: fc.array(fc.tuple(fc.string({ minLength: 1, unit: "grapheme" }), object, object), { maxLength: 3 }),
    key: fc.constantFrom(...keys),
  });
  const all = await sealingWith(keys.join("\n"));
  await fc.assert(
    fc.asyncProperty(states, async ({ serial, tasks, key }) => {
      const entries = tasks.map(
        ([name, spec, outputs]) =>
          [name, entry("x", { apiVersion: "example/v1", kind: "Thing", spec, outputs })] as const,
      );
      const original = snapshot(serial, {
        body: { tasks: Object.fromEntries(entries), undo: [], pending: [intent("p")], fingerprintKey: "ab".repeat(32) },
      });
      const written = await encode(original, run, "1.2.0", { seal: (await sealingWith(key)).seal });
      const decoded = await read(written, all);
      if (!decoded.ok) throw new Error(decoded.error.message);
      expect(JSON.parse(JSON.stringify(decoded.value))).toEqual(JSON.parse(JSON.stringify(original)));
    }),
    { numRuns: 60 },
  );
});

describe.skipIf(!hasAge)("the program `age` (skipped where it is not installed, but in CI)", () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let keyFile: string;
  beforeEach(() => {
    temporary = temporaryFolder();
    keyFile = join(temporary.path, "key.txt");
    writeFileSync(keyFile, `${firstIdentity}\n`);
  });
  afterEach(() => temporary.remove());

  test("opens a state, with the body as it is and what the envelope has to say", () => {
    const opened = JSON.parse(age(["-d", "-i", keyFile], JSON.parse(text).sealed as string));
    const { lineage, serial } = state;
    expect(opened).toEqual({
      body,
      claims: { lineage, serial, project, context, writer: "1.2.0", run: { ...run } },
    });
  });

  test("a state that it sealed again is taken", async () => {
    const opened = age(["-d", "-i", keyFile], JSON.parse(text).sealed as string);
    const sealed = age(["-a", "-r", firstRecipient], opened);
    expect(await read(edited({ sealed, digest: digest(sealed) }))).toEqual({
      ok: true,
      value: state,
      run,
    });
  });
});
