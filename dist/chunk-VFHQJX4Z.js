import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/ports/task-failure.ts
var TaskFailure = class extends Error {
  hint;
  detail;
  /** The operation has changed nothing, so there is nothing to roll back, and nothing was made that could be deleted. */
  untouched;
  constructor(message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = "TaskFailure";
    this.hint = options.hint;
    this.detail = options.detail;
    this.untouched = options.untouched ?? false;
  }
};

export {
  TaskFailure
};
