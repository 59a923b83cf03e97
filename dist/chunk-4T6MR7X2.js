import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/diagnostics/by-context.ts
function distinct(diagnostics) {
  const known = /* @__PURE__ */ new Map();
  for (const diagnostic of diagnostics) {
    const { context, ...said } = diagnostic;
    const key = JSON.stringify(said);
    const other = known.get(key);
    if (other === void 0 || other.context === context) known.set(key, diagnostic);
    else known.set(key, said);
  }
  return [...known.values()];
}
function inContext(diagnostic, context) {
  return diagnostic.context === void 0 ? { ...diagnostic, context } : diagnostic;
}

export {
  distinct,
  inContext
};
