import { createCipheriv, createDecipheriv, randomBytes, scrypt, scryptSync } from "node:crypto";
import type { Identity, Recipient, Stanza } from "age-encryption";
import { withoutEnd } from "../../engine/text/line-ends.ts";

/** Makes a stanza; the class of the library, which is loaded on use. */
export type NewStanza = new (args: string[], body: Uint8Array) => Stanza;

/** As the program `age` seals: about a second and 256 MiB each time, for who guesses as for us. */
export const usualWorkFactor = 18;
/** More than this (4 seconds, 1 GiB) is no state of opus. */
export const mostWorkFactor = 20;

const label = "age-encryption.org/v1/scrypt";
const saltBytes = 16;
const keptKeys = 8;

/** There was no memory for it, for example: nothing is said about what was to be opened. */
export class NotDerived extends Error {
  override readonly name = "NotDerived";
}

/**
 * Seals and opens with a passphrase, as age does it. The library's own way would stop everything else for two seconds;
 * this one derives keys on another thread.
 */
export class Passphrase implements Recipient, Identity {
  readonly #text: string;
  readonly #workFactor: number;
  readonly #newStanza: NewStanza;
  /** Of what was sealed and opened last, so that it opens at once. Nothing is ever sealed with one of these again. */
  readonly #keys = new Map<string, Promise<Buffer>>();

  constructor(text: string, newStanza: NewStanza, workFactor: number) {
    this.#text = text;
    this.#newStanza = newStanza;
    this.#workFactor = workFactor;
  }

  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const salt = randomBytes(saltBytes);
    const cipher = createCipheriv("chacha20-poly1305", await this.#key(salt, this.#workFactor), nonce(), tagLength);
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
    return [new this.#newStanza(["scrypt", unpadded(salt), String(this.#workFactor)], body)];
  }

  /** Throws when the stanza is none that age writes. */
  async unwrapFileKey(stanzas: Stanza[]): Promise<Uint8Array | null> {
    const [stanza, ...others] = stanzas;
    if (!stanzas.some(({ args }) => args[0] === "scrypt")) return null;
    if (stanza === undefined || others.length > 0) throw new Error("a passphrase is never one of several recipients");
    const [, text = "", factor = "", ...rest] = stanza.args;
    const salt = Buffer.from(text, "base64");
    if (rest.length > 0 || salt.length !== saltBytes || unpadded(salt) !== text) throw new Error("no stanza of scrypt");
    if (!/^[1-9]\d?$/.test(factor) || Number(factor) > mostWorkFactor) throw new Error("no work factor of scrypt");
    if (stanza.body.length !== 32) throw new Error("no wrapped file key");
    const decipher = createDecipheriv("chacha20-poly1305", await this.#key(salt, Number(factor)), nonce(), tagLength);
    decipher.setAuthTag(stanza.body.subarray(16));
    try {
      return Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]);
    } catch {
      return null;
    }
  }

  #key(salt: Buffer, workFactor: number): Promise<Buffer> {
    const name = `${workFactor} ${salt.toString("hex")}`;
    const key = this.#keys.get(name) ?? derive(this.#text, salt, workFactor);
    this.#keys.set(name, key);
    for (const oldest of this.#keys.keys()) if (this.#keys.size > keptKeys) this.#keys.delete(oldest);
    return key;
  }
}

/** A key of 32 bytes, without a turn of the event loop: for what can't wait, and is not asked for twice. */
export function deriveNow(passphrase: string, salt: Uint8Array, workFactor: number): Buffer {
  return scryptSync(passphrase, salt, 32, cost(workFactor));
}

function derive(passphrase: string, salt: Buffer, workFactor: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, cost(workFactor), (error, key) => {
      if (error) reject(new NotDerived("the key of a passphrase could not be derived", { cause: error }));
      else resolve(key);
    });
  });
}

function cost(workFactor: number): {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly maxmem: number;
} {
  const [N, r, p] = [2 ** workFactor, 8, 1];
  return { N, r, p, maxmem: 2 * 128 * N * r + 2 ** 20 };
}

/** Each key wraps one file key alone, so that age takes no nonce. */
function nonce(): Buffer {
  return Buffer.alloc(12);
}

const tagLength = { authTagLength: 16 } as const;

function unpadded(bytes: Uint8Array): string {
  return withoutEnd(Buffer.from(bytes).toString("base64"), "=");
}
