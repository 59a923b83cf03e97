import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/hooks/rendering/append.ts
function append(list, more) {
  for (const one of more) list.push(one);
}

export {
  append
};
