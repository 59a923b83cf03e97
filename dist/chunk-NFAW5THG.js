import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  heldFileMs,
  heldFilePollMs
} from "./chunk-IE326VUJ.js";

// src/engine/execute/insist.ts
var heldOpen = /* @__PURE__ */ new Set(["EACCES", "EBUSY", "EPERM"]);
function insist(platform, act, pause = block) {
  for (let waited = 0; ; waited += heldFilePollMs) {
    try {
      act();
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (platform !== "win32" || !heldOpen.has(code) || waited >= heldFileMs) throw error;
      pause(heldFilePollMs);
    }
  }
}
function block(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

export {
  insist
};
