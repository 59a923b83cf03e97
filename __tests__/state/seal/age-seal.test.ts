import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../fixtures.ts";
import { age, hasAge } from "./age-program.ts";
import {
  firstIdentity,
  firstRecipient,
  kinds,
  passphrase,
  sealingWith,
  secondIdentity,
  thirdIdentity,
} from "./keys.ts";

const text = "größe 😀\n".repeat(20);

test.each(kinds)("what is sealed with %s opens with it, and looks different each time", async (_, key) => {
  const { seal } = await sealingWith(key);
  const sealed = await seal.seal(text);
  expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+\n-----END AGE ENCRYPTED FILE-----\n$/);
  expect(await seal.seal(text)).not.toBe(sealed);
  expect(await seal.open(sealed)).toEqual({ ok: true, value: text });
  // As another process would.
  expect(await (await sealingWith(key)).seal.open(sealed)).toEqual({ ok: true, value: text });
});

test("the first key seals, all of them open, of either kind", async () => {
  const keys = [firstIdentity, passphrase, secondIdentity, "a second passphrase"];
  const together = await sealingWith(keys.join("\n"));
  for (const [place, key] of keys.entries()) {
    const alone = await sealingWith(key);
    expect(await together.seal.open(await alone.seal.seal(text))).toEqual({ ok: true, value: text });
    const opened = await alone.seal.open(await together.seal.seal(text));
    expect(opened).toEqual(place === 0 ? { ok: true, value: text } : { ok: false, error: "key" });
  }
});

test.each(kinds)("sealed with %s: whether the first key opens it is told", async (_, key) => {
  const sealed = await (await sealingWith(key)).seal.seal(text);
  const isCurrent = async (lines: string[]) => (await sealingWith(lines.join("\n"))).seal.isCurrent(sealed);
  expect(await isCurrent([key])).toBe(true);
  expect(await isCurrent([key, thirdIdentity])).toBe(true);
  expect(await isCurrent([thirdIdentity, key])).toBe(false);
  expect(await isCurrent(["some other passphrase", key])).toBe(false);
});

test.each(kinds)("sealed with %s: other keys are told from damage", async (_, key) => {
  const sealed = await (await sealingWith(key)).seal.seal(text);
  const { seal } = await sealingWith(`${thirdIdentity}\nsome other passphrase`);
  expect(await seal.open(sealed)).toEqual({ ok: false, error: "key" });
  for (const broken of ["", "text", sealed.slice(0, -40), sealed.replace("BEGIN AGE", "BEGIN EGA")])
    expect(await seal.open(broken)).toEqual({ ok: false, error: "damaged" });
});

test.each(kinds)("sealed with %s: no flipped bit goes unseen", async (_, key) => {
  const { seal } = await sealingWith(key);
  const sealed = Buffer.from(await seal.seal("short"));
  const seen = new Set<string>();
  for (let index = 0; index < sealed.length; index++)
    for (const mask of [0x01, 0x10]) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(index) ^ mask, index);
      const opened = await seal.open(flipped.toString("latin1"));
      // The line feed at its end is not read.
      if (opened.ok) expect([index, opened.value]).toEqual([sealed.length - 1, "short"]);
      else seen.add(String(opened.error));
    }
  expect([...seen].sort()).toEqual(["damaged", "key"]);
});

test("a passphrase is sealed and opened as the library does it", async () => {
  const { seal } = await sealingWith(passphrase, { workFactor: 10 });
  const { armor, Decrypter, Encrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  expect(await decrypter.decrypt(armor.decode(await seal.seal(text)), "text")).toBe(text);
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  expect(await seal.open(armor.encode(await encrypter.encrypt(text)))).toEqual({ ok: true, value: text });
});

test("a work factor that would take minutes is refused at once", async () => {
  const { seal } = await sealingWith(passphrase);
  const { armor, Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(1);
  const header = Buffer.from(await encrypter.encrypt("x"));
  const at = header.indexOf(" 1\n");
  const raised = Buffer.concat([header.subarray(0, at), Buffer.from(" 21\n"), header.subarray(at + 3)]);
  expect(await seal.open(armor.encode(header))).toEqual({ ok: true, value: "x" });
  expect(await seal.open(armor.encode(raised))).toEqual({ ok: false, error: "damaged" });
});

test("what is sealed for more than 100 keys is not tried", async () => {
  const { seal } = await sealingWith(firstIdentity);
  const { armor, Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  for (let keys = 0; keys < 100; keys++) encrypter.addRecipient(firstRecipient);
  const most = armor.encode(await encrypter.encrypt(text));
  expect([await seal.open(most), await seal.isCurrent(most)]).toEqual([{ ok: true, value: text }, true]);
  encrypter.addRecipient(firstRecipient);
  const more = armor.encode(await encrypter.encrypt(text));
  expect([await seal.open(more), await seal.isCurrent(more)]).toEqual([{ ok: false, error: { keys: 101 } }, false]);
});

test("any text comes back as it was", async () => {
  const { seal } = await sealingWith(firstIdentity);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (any) => {
      expect(await seal.open(await seal.seal(any))).toEqual({ ok: true, value: any });
    }),
    { numRuns: 50 },
  );
  for (const length of [0, 65_535, 65_536, 65_537, 200_000]) {
    const long = "x".repeat(length);
    expect(await seal.open(await seal.seal(long))).toEqual({ ok: true, value: long });
  }
});

test("while a passphrase is at work, everything else goes on", async () => {
  const { seal } = await sealingWith(passphrase, { workFactor: 16 });
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await seal.open(await seal.seal(text));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});

describe.skipIf(!hasAge)("the program `age` (skipped where it is not installed, but in CI)", () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    temporary = temporaryFolder();
  });
  afterEach(() => temporary.remove());

  test("opens what is sealed with an identity", async () => {
    const path = join(temporary.path, "key.txt");
    writeFileSync(path, `# created: today\n${firstIdentity}\n`);
    const { seal } = await sealingWith(`${firstIdentity}\n${passphrase}`);
    expect(age(["-d", "-i", path], await seal.seal(text))).toBe(text);
  });

  test("seals what an identity opens", async () => {
    const { seal } = await sealingWith(`${secondIdentity}\n${firstIdentity}`);
    expect(await seal.open(age(["-a", "-r", firstRecipient], text))).toEqual({ ok: true, value: text });
  });
});
