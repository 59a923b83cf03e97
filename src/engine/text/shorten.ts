/** What is never cut in two: an emoji of several parts, a mask, an escape, a mark, a character beyond the basic plane. */
const whole =
  /\\?(?:[\ud800-\udbff][\udc00-\udfff]|.)(?:[\ufe0f\u20e3]|\u200d(?:[\ud800-\udbff][\udc00-\udfff]|.))+|\*\*\*|\\u[0-9a-f]{4}|\\u\{[0-9a-f]+\}|\\(?:[\ud800-\udbff][\udc00-\udfff]|.)|<U\+[0-9A-F]{4,6}>|[\ud800-\udbff][\udc00-\udfff]/gs;

/** The last place up to `at` where nothing is cut in two. */
export function wholeUpTo(text: string, at: number): number {
  if (at >= text.length) return at;
  for (const { index, 0: token } of text.slice(0, at + 10).matchAll(whole)) {
    if (index >= at) break;
    if (index + token.length > at) return index;
  }
  return at;
}

/**
 * The beginning of a text, and `…` where it was cut. The redactor knows by it that a secret may have been halved: whoever
 * cuts what is not redacted yet has to say so in this way.
 */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, wholeUpTo(text, most - 1))}…`;
}
