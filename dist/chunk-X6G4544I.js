import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  err,
  explained,
  ok
} from "./chunk-VKSB6RUN.js";

// src/app/state-cli/only-context.ts
function onlyContext(place, name, project, tracked = []) {
  const listed = place.contexts?.(name);
  const recorded = listed !== void 0 && listed.length > 0 ? listed : tracked;
  const named = namedContexts(project);
  const [first, ...others] = recorded.length > 0 ? recorded : named;
  if (first !== void 0 && others.length === 0) return ok(first);
  const known = [.../* @__PURE__ */ new Set([...recorded, ...named])].sort();
  const message = known.length === 0 ? `it is not clear which context is meant: ${listed ? `none of "${name}" is recorded, and ` : ""}no rule names one` : `it is not clear which context is meant: ${known.join(", ")}`;
  return err(explained("no-context", message, { suggestion: "Give `--context NAME`." }));
}
function namedContexts(project) {
  const names = (project?.contexts ?? []).flatMap((rule) => [
    ...Array.isArray(rule.input) ? rule.input : [],
    ...rule.context === void 0 ? [] : [rule.context],
    ...rule.contexts ?? []
  ]);
  return [...new Set(names.filter((name) => !name.includes("${")))].sort();
}

export {
  onlyContext,
  namedContexts
};
