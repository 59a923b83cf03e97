import { expect, test } from "vitest";
import { firstIdentity, kinds, passphrase, sealingWith, secondIdentity } from "./keys.ts";

test.each(kinds)("what is sealed with %s opens with it, bound to the same, and nothing else", async (_, key) => {
  const { journal } = (await sealingWith(key)).seal;
  const { header, lines } = journal.begin();
  const sealed = lines.seal("größe 😀", "sum");
  expect(sealed).not.toContain("größe");
  const again = (await sealingWith(`${secondIdentity}\nanother passphrase\n${key}`)).seal.journal.open(header);
  if (!again.ok) throw new Error(again.error);
  expect(again.value.open(sealed, "sum")).toBe("größe 😀");
  expect(again.value.open(sealed, "mus")).toBeUndefined();
  expect(lines.seal("größe 😀", "sum")).not.toBe(sealed);

  const other = journal.begin();
  expect(other.header).not.toBe(header);
  expect(other.lines.open(sealed, "sum")).toBeUndefined();
  for (const text of ["", "AAAA", sealed.slice(0, 20)]) expect(lines.open(text, "sum")).toBeUndefined();
});

test.each(kinds)("a journal of %s that none of the keys fits is told from one that is damaged", async (_, key) => {
  const { header } = (await sealingWith(key)).seal.journal.begin();
  const foreignFiles = (await sealingWith(`${secondIdentity}\nanother passphrase`)).seal.journal;
  expect(foreignFiles.open(header)).toEqual({ ok: false, error: "key" });
  for (const damaged of ["", "identity", `${header}0`, header.toUpperCase(), header.replace(/ [0-9a-f]+$/, "")])
    expect(foreignFiles.open(damaged)).toEqual({ ok: false, error: "damaged" });
});

test("with a passphrase, a key of one kind never opens the other, and no work factor is too high to be refused", async () => {
  const slow = (await sealingWith(passphrase)).seal.journal;
  const quick = (await sealingWith(firstIdentity)).seal.journal;
  expect(slow.open(quick.begin().header)).toEqual({ ok: false, error: "key" });
  expect(quick.open(slow.begin().header)).toEqual({ ok: false, error: "key" });
  expect(slow.open(slow.begin().header.replace("passphrase 2.", "passphrase 21."))).toEqual({
    ok: false,
    error: "damaged",
  });
});
