import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  wholeUpTo
} from "./chunk-FGOILAFU.js";

// src/hooks/rendering/cut.ts
var lead = 40;
function clip(text, width) {
  return part(text, 0, width);
}
function beginning(text, width) {
  return text.length <= width ? text : text.slice(0, wholeUpTo(text, width));
}
function cutPair(before, after, width) {
  const longest = Math.max(before.length, after.length);
  if (longest <= width) return [before, after];
  const difference = firstDifference(before, after);
  let from = difference < width / 2 ? 0 : difference - Math.min(lead, Math.floor(width / 3));
  for (let last = -1; from !== last; ) {
    last = from;
    from = wholeUpTo(before, wholeUpTo(after, from));
  }
  return [part(before, from, width), part(after, from, width)];
}
function part(text, from, width) {
  const end = text.length <= from + width ? text.length : wholeUpTo(text, from + width);
  const head = from === 0 ? "" : `(+${from} characters) \u2026`;
  const tail = end === text.length ? "" : `\u2026 (+${text.length - end} characters)`;
  return `${head}${text.slice(from, end)}${tail}`;
}
function firstDifference(before, after) {
  const shortest = Math.min(before.length, after.length);
  for (let at = 0; at < shortest; at++) if (before[at] !== after[at]) return at;
  return shortest;
}

export {
  clip,
  beginning,
  cutPair
};
