/**
 * The id by which links reach a heading, as GitHub makes it: lower case, no punctuation, hyphens for spaces.
 * @param text of the heading, without marks of its level
 */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}
