import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/github/cache/cache-request.ts
var cachedFile = "state.json";
var folderPrefix = "opus-cache-";

export {
  cachedFile,
  folderPrefix
};
