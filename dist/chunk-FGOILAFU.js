import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/shorten.ts
var whole = /(?:[\ud800-\udbff][\udc00-\udfff]|.)(?:[\ufe0f\u20e3]|\u200d(?:[\ud800-\udbff][\udc00-\udfff]|.))+|\*\*\*|\\u[0-9a-f]{4}|\\u\{[0-9a-f]+\}|\\.|<U\+[0-9A-F]{4,6}>|[\ud800-\udbff][\udc00-\udfff]/gs;
function wholeUpTo(text, at) {
  if (at >= text.length) return at;
  for (const { index, 0: token } of text.slice(0, at + 10).matchAll(whole)) {
    if (index >= at) break;
    if (index + token.length > at) return index;
  }
  return at;
}
function shortened(text, most) {
  return text.length <= most ? text : `${text.slice(0, wholeUpTo(text, most - 1))}\u2026`;
}

export {
  wholeUpTo,
  shortened
};
