/** What is never cut in two: an emoji of several parts, a mask, an escape, a mark, a character beyond the basic plane. */
const whole =
  /(?:[\ud800-\udbff][\udc00-\udfff]|.)(?:[\ufe0f\u20e3]|\u200d(?:[\ud800-\udbff][\udc00-\udfff]|.))+|\*\*\*|\\u[0-9a-f]{4}|\\u\{[0-9a-f]+\}|\\.|<U\+[0-9A-F]{4,6}>|[\ud800-\udbff][\udc00-\udfff]/gs;
/** Characters shown before the first difference. */
const lead = 40;

/** At most `width` characters, saying how many more there were. */
export function clip(text: string, width: number): string {
  return part(text, 0, width);
}

/** The beginning of a text: at most `width` characters. */
export function beginning(text: string, width: number): string {
  return text.length <= width ? text : text.slice(0, boundary(text, width));
}

/**
 * Two texts of which each shows at most `width` characters and how many were left out. Where they differ, what is shown
 * of them differs: both are cut around the first difference.
 * @param width at least 24
 */
export function cutPair(before: string, after: string, width: number): readonly [before: string, after: string] {
  const longest = Math.max(before.length, after.length);
  if (longest <= width) return [before, after];
  const difference = firstDifference(before, after);
  let from = difference < width / 2 ? 0 : difference - Math.min(lead, Math.floor(width / 3));
  // A place that cuts nothing in two on either side; what stands before a difference is the same on both.
  for (let last = -1; from !== last; ) {
    last = from;
    from = boundary(before, boundary(after, from));
  }
  return [part(before, from, width), part(after, from, width)];
}

function part(text: string, from: number, width: number): string {
  const end = text.length <= from + width ? text.length : boundary(text, from + width);
  const head = from === 0 ? "" : `(+${from} characters) …`;
  const tail = end === text.length ? "" : `… (+${text.length - end} characters)`;
  return `${head}${text.slice(from, end)}${tail}`;
}

function firstDifference(before: string, after: string): number {
  const shortest = Math.min(before.length, after.length);
  for (let at = 0; at < shortest; at++) if (before[at] !== after[at]) return at;
  return shortest;
}

/** The last place up to `at` where nothing is cut in two. */
function boundary(text: string, at: number): number {
  if (at >= text.length) return at;
  for (const { index, 0: token } of text.slice(0, at + 10).matchAll(whole)) {
    if (index >= at) break;
    if (index + token.length > at) return index;
  }
  return at;
}
