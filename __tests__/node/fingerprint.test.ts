import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { fingerprinter } from "../../src/node/fingerprint.ts";

test("a fingerprint is the HMAC-SHA-256 of the text, by the key's bytes", () => {
  // RFC 4231, test case 2.
  const key = Buffer.from("Jefe").toString("hex");
  const fingerprint = fingerprinter(key);
  const expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  expect(fingerprint("what do ya want for nothing?")).toBe(expected);
  expect(fingerprint("what do ya want for nothing?")).toBe(expected);
  expect(fingerprint("ünïcode ✓")).toBe(createHmac("sha256", "Jefe").update("ünïcode ✓").digest("hex"));
});

test("with another key it is another one, and each text has its own", () => {
  const [one, two] = [fingerprinter("00".repeat(32)), fingerprinter("01".repeat(32))];
  const all = [one("a"), one("b"), two("a"), two("b"), one(""), two("")];
  expect(new Set(all).size).toBe(6);
});
