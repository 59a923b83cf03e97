/**
 * Writes what is no ASCII as escapes: Node reads a file of ASCII as it is, and holds any other in twice its size.
 * @param code JavaScript, in which no raw text of a template has such a character
 */
export function asciiOnly(code: string): string {
  if (/\braw`[^`]*[^\0-\x7f]/.test(code)) throw new Error("raw text of a template has a character that is no ASCII");
  return code.replace(/(\\*)([^\0-\x7f]+)/g, (_, slashes: string, others: string) => {
    // Of an odd number the last one escapes the character, which means the same without it.
    const kept = slashes.slice(slashes.length % 2);
    const units = others.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return kept + units.join("");
  });
}
