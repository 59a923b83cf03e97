const [quote, comma, backslash] = [34, 44, 92];

/** What a JSON text takes once it is parsed. */
export interface JsonSize {
  /** How many lists and objects stand inside each other, at most. */
  readonly depth: number;
  /** How many values there are: lists, objects, and what stands in them. Members without a value count as well. */
  readonly values: number;
}

/** Measures a JSON text. One pass that keeps nothing, for any text: what is not JSON is counted too. */
export function jsonSize(text: string): JsonSize {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
    } else if (code === 91 || code === 123) {
      depth++;
      values++;
      if (depth > deepest) deepest = depth;
    } else if (code === 93 || code === 125) depth--;
    else if (code === comma) values++;
  }
  return { depth: deepest, values };
}

/** Where a string ends that begins here: at its quote, or after the text. Most of a text is strings, so they are jumped over. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = end;
    while (text.charCodeAt(escapes - 1) === backslash) escapes--;
    if ((end - escapes) % 2 === 0) return end;
  }
  return text.length;
}
