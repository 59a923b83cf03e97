import { createHmac } from "node:crypto";

/**
 * Makes keyed checksums (HMAC-SHA-256, lower-case hex) of texts.
 * @param key as hex
 */
export function fingerprinter(key: string): (text: string) => string {
  const bytes = Buffer.from(key, "hex");
  // Many tasks use the same few secrets.
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fingerprint = createHmac("sha256", bytes).update(text).digest("hex");
    made.set(text, fingerprint);
    return fingerprint;
  };
}
