import { wholeUpTo } from "../../engine/text/shorten.ts";

/** Characters shown before the first difference. */
const lead = 40;

/** At most `width` characters, saying how many more there were. */
export function clip(text: string, width: number): string {
  return part(text, 0, width);
}

/** The beginning of a text: at most `width` characters. */
export function beginning(text: string, width: number): string {
  return text.length <= width ? text : text.slice(0, wholeUpTo(text, width));
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
    from = wholeUpTo(before, wholeUpTo(after, from));
  }
  return [part(before, from, width), part(after, from, width)];
}

function part(text: string, from: number, width: number): string {
  const end = text.length <= from + width ? text.length : wholeUpTo(text, from + width);
  const head = from === 0 ? "" : `(+${from} characters) …`;
  const tail = end === text.length ? "" : `… (+${text.length - end} characters)`;
  return `${head}${text.slice(from, end)}${tail}`;
}

function firstDifference(before: string, after: string): number {
  const shortest = Math.min(before.length, after.length);
  for (let at = 0; at < shortest; at++) if (before[at] !== after[at]) return at;
  return shortest;
}
