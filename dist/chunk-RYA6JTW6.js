import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  compileGlob,
  globMatcher
} from "./chunk-PN4IT2FT.js";

// src/engine/prepare/scope.ts
var ScopeMatcher = class {
  run;
  #globs = /* @__PURE__ */ new Map();
  constructor(run) {
    this.run = run;
  }
  /** No scope, an empty one included, is every command and context. */
  inScope(scope) {
    return scope === void 0 || scope.length === 0 || scope.some((rule) => this.counts(rule));
  }
  /** True when `commands` and `contexts` of a rule (each optional) match the run. */
  counts(rule) {
    if (!this.#some(rule.commands, [this.run.command])) return false;
    return this.run.unruled === true || this.matchesContext(rule.contexts);
  }
  /** True when one of the globs (absent: all) matches the context or the one that it inherits from. */
  matchesContext(globs) {
    const { context, inherited } = this.run;
    return this.#some(globs, inherited === void 0 ? [context] : [context, inherited]);
  }
  /** True when this context allows neither to delete nor to replace the resource. */
  protects(lifecycle) {
    const { preventDestroy } = lifecycle;
    if (typeof preventDestroy === "object") return preventDestroy.length > 0 && this.matchesContext(preventDestroy);
    return preventDestroy === true;
  }
  #some(globs, names) {
    return globs === void 0 || globs.some((glob) => names.some((name) => this.#matches(glob, name)));
  }
  #matches(glob, name) {
    const compiled = this.#globs.get(glob) ?? compileGlob(glob);
    this.#globs.set(glob, compiled);
    return compiled.matches(name);
  }
};
var everything = /* @__PURE__ */ new Set(["*", "ALL", "ANY"]);
function supports(declared, names) {
  return declared === void 0 || declared.some((glob) => everything.has(glob) || names.some(globMatcher([glob])));
}

export {
  ScopeMatcher,
  supports
};
