import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/diagnostics/diagnostic.ts
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
  "cancelled",
  "internal"
];
function ok(value) {
  return { ok: true, value };
}
function err(error) {
  return { ok: false, error };
}
function failure(reason, message, diagnostics = []) {
  return { reason, message, diagnostics };
}

export {
  failureReasons,
  ok,
  err,
  failure
};
