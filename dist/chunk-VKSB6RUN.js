import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/diagnostics/diagnostic.ts
function ok(value) {
  return { ok: true, value };
}
function err(error) {
  return { ok: false, error };
}
function explained(reason, message, details) {
  const { code = reason, suggestion, location } = details;
  const more = { ...suggestion ? { suggestion } : {}, ...location ? { location } : {} };
  return failure(reason, message, [{ severity: "error", code, message, ...more }]);
}
function failure(reason, message, diagnostics = []) {
  return { reason, message, diagnostics };
}

export {
  ok,
  err,
  explained,
  failure
};
