import { expect, test } from "vitest";
import { ageSeal, newIdentity } from "../../../src/state/seal/age-seal.ts";
import { parseKeyLines, secretLines } from "../../../src/state/seal/key-lines.ts";
import { firstIdentity, firstRecipient, passphrase, secondIdentity } from "./keys.ts";

/** What is wrong with a key, as age itself judges identities. */
async function problems(text: string): Promise<string[]> {
  const made = await ageSeal(text, 2);
  if (made.ok) throw new Error("it was accepted");
  return made.error.map(({ line, message, suggestion }) => `${line}: ${message}. ${suggestion}`);
}

test("one key a line, in order; what age-keygen writes around it does not count", () => {
  const text = `# created: 2026-01-02T03:04:05Z\r\n# public key: ${firstRecipient}\n  ${firstIdentity} \n\n#\n#\tmine\n${passphrase}\n`;
  expect(parseKeyLines(text, () => true)).toEqual({
    ok: true,
    value: {
      keys: [
        { type: "identity", text: firstIdentity },
        { type: "passphrase", text: passphrase },
      ],
      weak: [],
    },
  });
  expect(secretLines(text)).toEqual([firstIdentity, passphrase]);
});

test("a passphrase of fewer than 16 characters is weak; characters count, not code units", () => {
  const weak = (text: string) => {
    const parsed = parseKeyLines(text, () => true);
    return parsed.ok && parsed.value.weak;
  };
  expect(weak(`${firstIdentity}\nhunter2\n\n123456789012345\n1234567890123456`)).toEqual([2, 4]);
  expect(weak("😀".repeat(15))).toEqual([1]);
  expect(weak("😀".repeat(16))).toEqual([]);
});

const whole = "Give the whole line that begins with `AGE-SECRET-KEY-`, as `age-keygen` has written it.";
const broken = `is an age identity that is broken: cut off, mistyped, or with something around it. ${whole}`;
const make = "Make an identity with `opus state keygen` or `age-keygen`.";

test.each([
  ["mistyped", firstIdentity.replace("LCD8", "LCD9"), `1: ${broken}`],
  ["cut off", firstIdentity.slice(0, -1), `1: ${broken}`],
  ["in quotes", `"${firstIdentity}"`, `1: ${broken}`],
  ["in lower case", firstIdentity.toLowerCase(), `1: ${broken}`],
  ["two on one line", `${firstIdentity} ${secondIdentity}`, `1: ${broken}`],
  [
    "a recipient",
    `\n# public key: x\n${firstRecipient}`,
    "3: is a recipient (a public key), which can't open what is sealed. Give the identity that belongs to it: the line that begins with `AGE-SECRET-KEY-`.",
  ],
  [
    "a public key of SSH",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO me@example.com",
    "1: is a recipient (a public key), which can't open what is sealed. Give the identity that belongs to it: the line that begins with `AGE-SECRET-KEY-`.",
  ],
  ["a plugin", "AGE-PLUGIN-YUBIKEY-1QYQS", `1: is an identity of an age plugin, and opus runs no plugins. ${make}`],
  [
    "a file in PEM, once",
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nAAAA\n-----END OPENSSH PRIVATE KEY-----",
    `1: is the beginning of a file, such as an SSH key or an encrypted identity, which opus can't use. ${make}`,
  ],
  [
    "nearly a comment",
    `#created by me\n${firstIdentity}`,
    "1: begins with `#`, and is no comment, which has a blank after it. Put a blank after the `#`, or take the line out. A passphrase can't begin with `#`.",
  ],
  [
    "an expression that nobody has evaluated",
    `${firstIdentity}\n\${{ secrets.OPUS_ENCRYPTION_KEY }}`,
    "2: has a `${{`, so it is an expression of a workflow that nobody has evaluated. Give the value itself, or write the expression where GitHub evaluates it: below `with` or `env` of a step.",
  ],
  ["only comments", "# created: today\n\n#\n", `undefined: has nothing but comments and empty lines. ${make}`],
])("what can't be used is told by its line alone: %s", async (_, text, problem) => {
  expect(await problems(text)).toEqual([problem]);
});

test("everything that is wrong is told at once", async () => {
  const told = await problems(`${firstIdentity}\n${firstRecipient}\nAGE-SECRET-KEY-1\n${passphrase}`);
  expect(told.map((problem) => problem.slice(0, 10))).toEqual(["2: is a re", "3: is an a"]);
});

test("identities of today and tomorrow are taken, and a fresh one", async () => {
  const { identity, recipient } = await newIdentity();
  expect(recipient).toMatch(/^age1[a-z0-9]{58}$/);
  const hybrid = await (await import("age-encryption")).generateHybridIdentity();
  for (const key of [identity, hybrid]) {
    const made = await ageSeal(key);
    if (!made.ok) throw new Error(key);
    expect(await made.value.seal.open(await made.value.seal.seal("text"))).toEqual({ ok: true, value: "text" });
  }
});
