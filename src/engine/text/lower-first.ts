/** The first letter of a sentence small, unless the word is an abbreviation or a name of code. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
