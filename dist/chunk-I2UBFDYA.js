import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/line-ends.ts
function withoutEnd(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

export {
  withoutEnd
};
