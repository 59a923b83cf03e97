import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { err, ok } from "../../engine/diagnostics/diagnostic.ts";
import type { Key } from "./key-lines.ts";
import { deriveNow, mostWorkFactor } from "./passphrase.ts";
import type { JournalSeal, LineSeal } from "./seal.ts";

/** How the key of a journal was made, as its header says it. */
interface Recipe {
  /** Of scrypt: what makes a root of a passphrase. Absent: the root is an identity. */
  readonly slow?: { readonly workFactor: number; readonly salt: Buffer };
  /** Of this journal alone. */
  readonly salt: Buffer;
}

/** What comes of a recipe. */
interface Derived {
  readonly key: Buffer;
  /** Tells whether the key is the right one, and nothing else about it. */
  readonly check: Buffer;
}

const saltBytes = 16;
const checkBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const algorithm = "aes-256-gcm";

/**
 * Seals lines of journals with AES-256-GCM. Each journal has a key of its own, derived from the first of the keys.
 * Nonces are random: a line that could not be written whole is written again, with another.
 * @param workFactor of scrypt, for passphrases
 */
export function journalSeal(keys: readonly [Key, ...Key[]], workFactor: number): JournalSeal {
  const [first] = keys;
  const roots = new Roots();
  // Made anew for each process, and used for all its journals: it takes a second.
  let slow: Recipe["slow"];
  return {
    begin: () => {
      if (first.type === "passphrase") slow ??= { workFactor, salt: randomBytes(saltBytes) };
      const recipe: Recipe = { ...(slow ? { slow } : {}), salt: randomBytes(saltBytes) };
      const { key, check } = derive(roots.of(first, recipe), recipe);
      return { header: headerOf(recipe, check), lines: lineSeal(key) };
    },
    open: (header) => {
      const read = recipeOf(header);
      if (read === undefined) return err("damaged");
      const type = read.recipe.slow ? "passphrase" : "identity";
      for (const candidate of keys.filter((one) => one.type === type)) {
        const { key, check } = derive(roots.of(candidate, read.recipe), read.recipe);
        if (timingSafeEqual(check, read.check)) return ok(lineSeal(key));
      }
      return err("key");
    },
  };
}

/** What keys of journals are derived from. */
class Roots {
  readonly #slow = new Map<string, Buffer>();

  of({ text }: Key, { slow }: Recipe): Buffer {
    if (slow === undefined) return Buffer.from(text);
    const name = `${slow.workFactor} ${slow.salt.toString("hex")} ${text}`;
    const known = this.#slow.get(name) ?? deriveNow(text, slow.salt, slow.workFactor);
    this.#slow.set(name, known);
    return known;
  }
}

function derive(root: Buffer, { salt }: Recipe): Derived {
  const derived = Buffer.from(hkdfSync("sha256", root, salt, "opus-journal", 32 + checkBytes));
  return { key: derived.subarray(0, 32), check: derived.subarray(32) };
}

/** `identity <salt> <check>`, `passphrase <work factor>.<salt of scrypt> <salt> <check>` */
function headerOf({ slow, salt }: Recipe, check: Buffer): string {
  const made = slow ? ["passphrase", `${slow.workFactor}.${slow.salt.toString("hex")}`] : ["identity"];
  return [...made, salt.toString("hex"), check.toString("hex")].join(" ");
}

const headerShape =
  /^(?:identity|passphrase (?<factor>[1-9]\d?)\.(?<slow>[0-9a-f]{32})) (?<salt>[0-9a-f]{32}) (?<check>[0-9a-f]{32})$/;

function recipeOf(header: string): { readonly recipe: Recipe; readonly check: Buffer } | undefined {
  const { factor, slow, salt = "", check = "" } = headerShape.exec(header)?.groups ?? {};
  if (salt === "" || Number(factor ?? 0) > mostWorkFactor) return undefined;
  const passphrase = slow === undefined ? {} : { slow: { workFactor: Number(factor), salt: Buffer.from(slow, "hex") } };
  return { recipe: { ...passphrase, salt: Buffer.from(salt, "hex") }, check: Buffer.from(check, "hex") };
}

function lineSeal(key: Buffer): LineSeal {
  return {
    seal: (text, bound) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(bound));
      return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
        "base64",
      );
    },
    open: (sealed, bound) => {
      const data = Buffer.from(sealed, "base64");
      if (data.length < nonceBytes + tagBytes) return undefined;
      const decipher = createDecipheriv(algorithm, key, data.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(bound)).setAuthTag(data.subarray(-tagBytes));
      try {
        return Buffer.concat([decipher.update(data.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString(
          "utf8",
        );
      } catch {
        return undefined;
      }
    },
  };
}
