import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  compileGlob,
  escapeGlob
} from "./chunk-PN4IT2FT.js";
import {
  inWords
} from "./chunk-P4WMOHAY.js";

// src/event/context-names.ts
function namesIn({ input, context, contexts = [] }) {
  return [...Array.isArray(input) ? input : [], ...context === void 0 ? [] : [context], ...contexts];
}
function onlyInput({ input }) {
  return Array.isArray(input) && input.length === 1 ? input[0] : void 0;
}
function nameOf(template) {
  const parts = literalParts(template).map(escapeGlob);
  return compileGlob(parts.join("+([A-Za-z0-9._-])"), { dot: true, path: true });
}
function fits(template, name) {
  const parts = literalParts(template);
  return compileGlob(parts.map(escapeGlob).join("*"), { dot: true, path: true }).matches(name);
}
function literalParts(template) {
  const parts = [];
  let at = 0;
  for (let start = template.indexOf("${"); start !== -1; start = template.indexOf("${", at)) {
    const end = template.indexOf("}", start);
    if (end === -1) break;
    parts.push(template.slice(at, start));
    at = end + 1;
  }
  return [...parts, template.slice(at)];
}

// src/event/possible-contexts.ts
function possibleContexts(project) {
  return project.contexts.flatMap((rule, index) => {
    const location = project.locate(`/spec/contexts/${index}`);
    const names = rule.input === true && namesIn(rule).length === 0 ? [void 0] : leadsTo(rule);
    return names.map((name) => ({ name, by: conditions(rule, name), rule: index + 1, location }));
  });
}
function onlyPossible(project, looks) {
  const names = new Set(project.contexts.flatMap(namesIn));
  const literal = [...names].filter((name) => !name.includes("${"));
  const [only, ...others] = literal;
  if (only === void 0 || others.length > 0) return void 0;
  const anyOther = names.size > 1 || project.contexts.some(({ input }) => input === true);
  return looks || !anyOther ? only : void 0;
}
function literalContexts(project) {
  return [...new Set(project.contexts.flatMap(namesIn).filter((name) => !name.includes("${")))];
}
function leadsTo(rule) {
  if (rule.contexts) return rule.contexts;
  return rule.context === void 0 ? namesIn(rule) : [rule.context];
}
function conditions({ input, event, branch, tag, label }, name) {
  const given = name === void 0 || name.includes("${") ? "NAME" : name;
  const parts = [
    ...input === void 0 ? [] : [`--context ${given}`],
    ...event === void 0 ? [] : [`the event ${inWords(event, "or")}`],
    ...branch === void 0 ? [] : [event === void 0 ? `a push to ${branch}` : `the branch ${branch}`],
    ...tag === void 0 ? [] : [`the tag ${tag}`],
    ...label === void 0 ? [] : [`the label ${label}`]
  ];
  return parts.length === 0 ? "any run" : parts.join(", ");
}

export {
  namesIn,
  onlyInput,
  nameOf,
  fits,
  literalParts,
  possibleContexts,
  onlyPossible,
  literalContexts
};
