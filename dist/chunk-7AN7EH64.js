import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/references/reserved-variables.ts
var reserved = /* @__PURE__ */ new Set([
  "GITHUB_TOKEN",
  "GITHUB_ENV",
  "GITHUB_OUTPUT",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY"
]);
function isReservedVariable(name) {
  return reserved.has(name.toUpperCase()) || /^(?:ACTIONS_|INPUT_|OPUS_)/i.test(name);
}
function mayHoldSecret(name) {
  return !isReservedVariable(name) || name.toUpperCase() === "GITHUB_TOKEN";
}
function ownerOf(name) {
  return /^OPUS_/i.test(name) ? "opus" : "the runner";
}

export {
  isReservedVariable,
  mayHoldSecret,
  ownerOf
};
