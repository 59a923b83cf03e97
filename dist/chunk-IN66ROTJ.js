import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";

// src/processors/file/file-access.ts
function fileFailure(problem, hint = problem.hint) {
  return new TaskFailure(problem.message, hint === void 0 ? {} : { hint });
}
function fileError(problem) {
  return { message: problem.message, ...problem.hint === void 0 ? {} : { hint: problem.hint } };
}
function pathProblem(message, pointer) {
  return {
    code: "bad-path",
    message,
    pointer,
    suggestion: "Write a path inside the workspace, relative to the working directory."
  };
}

export {
  fileFailure,
  fileError,
  pathProblem
};
