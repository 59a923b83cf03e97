import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  environmentLookup
} from "./chunk-ZHKSUILZ.js";

// src/app/authorize/project-lookup.ts
function projectLookup({ environment }, loaded, command, context, filtered) {
  return environmentLookup({
    environment,
    github: loaded.github.values,
    project: loaded.project,
    command,
    context,
    inherited: void 0,
    secrets: /* @__PURE__ */ new Map(),
    trusted: loaded.trust.trusted,
    ...filtered ? { filtered } : {}
  });
}

export {
  projectLookup
};
