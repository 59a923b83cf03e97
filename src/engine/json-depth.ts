const [quote, backslash] = [34, 92];

/**
 * How many lists and objects of a JSON text stand inside each other, at most. One pass that keeps nothing, for any text:
 * what is not JSON is counted too.
 */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      for (at++; at < text.length; at++) {
        const inside = text.charCodeAt(at);
        if (inside === backslash) at++;
        else if (inside === quote) break;
      }
    } else if (code === 91 || code === 123) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (code === 93 || code === 125) depth--;
  }
  return deepest;
}
