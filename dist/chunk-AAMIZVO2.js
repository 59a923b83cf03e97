import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  err
} from "./chunk-VKSB6RUN.js";

// src/app/extensions/module-paths.ts
function isModule({ use }) {
  return use.startsWith("./") || use.startsWith("../");
}
async function importModule(path, capabilities, modules) {
  const who = `the module ${path}`;
  const never = `${who} was never loaded: its top-level code awaits a promise that nothing settles`;
  return modules.later({ who, doing: "its top-level code", never, loads: true }, () => capabilities.importModule(path));
}
function modulePaths(pattern, files) {
  const found = files.glob(pattern.replace(/^\.\//, ""));
  if (!found.ok) return err(`${pattern}: ${found.error}`);
  return found.value.length > 0 ? found : err(`${pattern} matches no file`);
}
function moduleProblem(project, pointer, message) {
  return { severity: "error", code: "bad-module", message, location: project.locate(pointer) };
}

export {
  isModule,
  importModule,
  modulePaths,
  moduleProblem
};
