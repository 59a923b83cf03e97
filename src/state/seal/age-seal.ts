import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { mostSealedKeys } from "../../engine/model/size-limits.ts";
import { journalSeal } from "./journal-seal.ts";
import { type Key, type KeyLines, type KeyProblem, parseKeyLines } from "./key-lines.ts";
import { NotDerived, Passphrase, usualWorkFactor } from "./passphrase.ts";
import type { NotOpened, Seal, TooManyKeys } from "./seal.ts";

type Age = typeof import("age-encryption");
/** An identity as text, or a passphrase. */
type Opener = string | Passphrase;

/** A seal, and what should be known of its keys. */
export interface AgeSeal extends Pick<KeyLines, "weak"> {
  readonly seal: Seal;
}

/**
 * Makes a seal that the program `age` can open. Nothing is loaded or parsed after this, so that a run which is about to
 * end can still seal.
 * @param text the encryption key: identities and passphrases, one a line
 * @param workFactor of scrypt, for tests
 */
export async function ageSeal(
  text: string,
  workFactor = usualWorkFactor,
): Promise<Result<AgeSeal, readonly KeyProblem[]>> {
  // 160 ms that only who seals has to wait.
  const age = await import("age-encryption");
  const parsed = parseKeyLines(text, (identity) => isSound(age, identity));
  if (!parsed.ok) return parsed;
  const { keys, weak } = parsed.value;
  const openerOf = (key: Key): Opener =>
    key.type === "identity" ? key.text : new Passphrase(key.text, age.Stanza, workFactor);
  const [first, ...others] = keys;
  const sealer = openerOf(first);
  const openers = [sealer, ...others.map(openerOf)];
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(typeof sealer === "string" ? await age.identityToRecipient(sealer) : sealer);
  const seal: Seal = {
    seal: async (content) => age.armor.encode(await encrypter.encrypt(content)),
    open: (armored) => open(age, openers, armored),
    isCurrent: (armored) => opensHeader(age, sealer, armored),
    journal: journalSeal(keys, workFactor),
  };
  return ok({ seal, weak });
}

/** A fresh identity, and the public key that belongs to it. */
export async function newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const age = await import("age-encryption");
  const identity = await age.generateX25519Identity();
  return { identity, recipient: await age.identityToRecipient(identity) };
}

function isSound({ Decrypter }: Age, identity: string): boolean {
  try {
    new Decrypter().addIdentity(identity);
    return true;
  } catch {
    return false;
  }
}

async function opensHeader(age: Age, opener: Opener, armored: string): Promise<boolean> {
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(opener);
  try {
    const sealed = age.armor.decode(armored);
    if (keysOf(sealed) > mostSealedKeys) return false;
    await decrypter.decryptHeader(sealed);
    return true;
  } catch (error) {
    if (error instanceof NotDerived) throw error;
    return false;
  }
}

async function open(
  age: Age,
  openers: readonly Opener[],
  armored: string,
): Promise<Result<string, NotOpened | TooManyKeys>> {
  const decrypter = new age.Decrypter();
  for (const opener of openers) decrypter.addIdentity(opener);
  // It is asked last, when all others have looked at a sound header, and none of them fits.
  let noneFits = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      noneFits = true;
      return null;
    },
  });
  try {
    const sealed = age.armor.decode(armored);
    const sealedFor = keysOf(sealed);
    if (sealedFor > mostSealedKeys) return err({ keys: sealedFor });
    return ok(await decrypter.decrypt(sealed, "text"));
  } catch (error) {
    if (error instanceof NotDerived) throw error;
    return err(noneFits ? "key" : "damaged");
  }
}

/** For how many keys something is sealed: each has a stanza in its header, and each is tried with each of the given ones. */
function keysOf(sealed: Uint8Array): number {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  let keys = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const begin = bytes.toString("latin1", at, at + 3);
    if (begin === "---" || end === -1) break;
    if (begin === "-> ") keys++;
    at = end + 1;
  }
  return keys;
}
