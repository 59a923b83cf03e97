import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/state/survey.ts
function changedTasks(body) {
  const undo = body?.undo;
  if (!Array.isArray(undo)) return void 0;
  const changes = undo.map((entry) => ({
    task: entry?.task,
    change: entry?.change
  }));
  const sound = changes.every(({ task, change }) => typeof task === "string" && changeNames.has(change));
  return sound ? changes : void 0;
}
var changeNames = /* @__PURE__ */ new Set([
  "create",
  "update",
  "replace",
  "delete",
  "adopt",
  "forget",
  "noop",
  "none"
]);

export {
  changedTasks
};
