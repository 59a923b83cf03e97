import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/ports/patience.ts
var endlessPatience = { pause: () => () => {
} };

export {
  endlessPatience
};
