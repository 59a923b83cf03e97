import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/model/report.ts
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
  "unknown",
  "gate"
];

export {
  countNames
};
