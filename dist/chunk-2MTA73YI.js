import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/model/model.ts
var effectTimes = ["now", "later", "recorded"];
var countNames = [
  "create",
  "update",
  "replace",
  "delete",
  "adopt",
  "forget",
  "noop",
  "failed",
  "skipped",
  "unknown"
];

export {
  effectTimes,
  countNames
};
