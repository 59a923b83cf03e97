import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/processors/file/file-mode.ts
var writable = 146;
function modeAs({ mode, kept }, declared) {
  if (kept === void 0 || declared === void 0) return mode;
  if (((mode ^ declared) & kept) === 0) return declared;
  return (mode & kept) === 0 ? declared & ~writable : declared | writable & kept;
}

export {
  modeAs
};
