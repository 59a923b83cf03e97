import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/app/extensions/asked-about.ts
function isAskedAbout(on, command) {
  const { called, scopeName, does, executes, previews } = command;
  if (!executes && !previews) return false;
  return on === void 0 || [called, scopeName, does].some((name) => on.includes(name));
}

export {
  isAskedAbout
};
