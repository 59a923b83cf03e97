import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  loadKinds
} from "./chunk-JOSI6L7F.js";
import {
  loadSchemas
} from "./chunk-6A663GUQ.js";

// src/app/load/load-built-in.ts
async function loadBuiltIn(kinds) {
  const named = new Set(kinds);
  await Promise.all([loadKinds(named), loadSchemas(named)]);
}

export {
  loadBuiltIn
};
