import { ageSeal } from "../../../src/state/seal/age-seal.ts";
import type { Sealing } from "../../../src/state/seal/seal.ts";

/** Identities of age, made by `age-keygen` for these tests alone. */
export const identities = [
  "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368",
  "AGE-SECRET-KEY-1RGVRPZJ2S4RU39QS7WX8QFX6T7EJ2VESL7GNWMAGLKCWH5E27QPSWF4DPV",
  "AGE-SECRET-KEY-13PG29C970WTUMQKYY5M2GAG82UAMLV35VRRFDSSK6SXJ2D30JQSS0QZQPG",
] as const;
export const [firstIdentity, secondIdentity, thirdIdentity] = identities;
/** The public key of the first identity. */
export const firstRecipient = "age1ygj72m7t3rnvv0e56rf5vkdmy5c0wrzfmnz52l85cmvws8f3agcsjwl6f4";
export const passphrase = "correct horse battery staple";

/** Each kind of key. */
export const kinds = [
  ["an identity", firstIdentity],
  ["a passphrase", passphrase],
] as const;

/**
 * What a run with this encryption key has.
 * @param workFactor of scrypt: quick enough to be done a thousand times
 */
export async function sealingWith(
  key: string,
  { takesPlain = false, workFactor = 2 }: { readonly takesPlain?: boolean; readonly workFactor?: number } = {},
): Promise<Sealing> {
  const made = await ageSeal(key, workFactor);
  if (!made.ok) throw new Error(made.error.map(({ message }) => message).join("; "));
  return { seal: made.value.seal, takesPlain };
}
