import { newIdentity } from "../../state/seal/age-seal.ts";

/** A new key, and what to do with it. */
export interface NewKey {
  /** As `age-keygen` writes it: all of it is what `encryption-key` takes. */
  readonly text: string;
  readonly advice: string;
}

/**
 * `opus state keygen`.
 * @param now ISO 8601, UTC
 */
export async function newKey(now: string): Promise<NewKey> {
  const { identity, recipient } = await newIdentity();
  const created = now.replace(/\.\d+Z$/, "Z");
  return { text: `# created: ${created}\n# public key: ${recipient}\n${identity}\n`, advice };
}

const advice =
  "Keep it where nobody else reads it: without it, nobody opens what it seals. `gh secret set OPUS_ENCRYPTION_KEY < FILE` makes it a secret of the repository, for the input `encryption-key`.";
