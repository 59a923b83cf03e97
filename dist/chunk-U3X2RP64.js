import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/lower-first.ts
function lowerFirst(text) {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export {
  lowerFirst
};
