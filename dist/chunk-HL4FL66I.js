import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/diagnostics/failure-reasons.ts
var failureReasons = [
  "invalid-input",
  "invalid-manifest",
  "no-context",
  "untrusted",
  "state-unavailable",
  "state-locked",
  "state-conflict",
  "plan-changed",
  "plan-not-reviewed",
  "guarded",
  "task-failed",
  "drift-detected",
  "changes-pending",
  "superseded",
  "policy",
  "not-reported",
  "cancelled",
  "internal"
];

export {
  failureReasons
};
