import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";

// src/processors/module/module-failure.ts
var ModuleFailure = class extends TaskFailure {
  get diagnostic() {
    const { message, detail, hint } = this;
    return {
      severity: "error",
      code: "bad-module",
      message: detail === void 0 ? message : `${message}
${detail}`,
      ...hint === void 0 ? {} : { suggestion: hint }
    };
  }
};

export {
  ModuleFailure
};
