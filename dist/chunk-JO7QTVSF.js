import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  valueAt
} from "./chunk-CHHS7TI7.js";
import {
  isObject,
  pointerPath,
  pointerSegment
} from "./chunk-RRD47Q5D.js";

// src/processors/http-resource/pointers.ts
function at(value, pointer) {
  return valueAt(value, pointerPath(pointer));
}
function names(pattern, pointer) {
  if (pattern === pointer) return true;
  if (!pattern.includes("*")) return false;
  const [wanted, path] = [pattern.split("/"), pointer.split("/")];
  return wanted.length === path.length && wanted.every((segment, index) => segment === "*" || segment === path[index]);
}
function ruleAt(rules, pointer) {
  if (!rules) return void 0;
  if (Object.hasOwn(rules, pointer)) return rules[pointer];
  const pattern = Object.keys(rules).find((one) => names(one, pointer));
  return pattern === void 0 ? void 0 : rules[pattern];
}
function isWithin(patterns, pointer) {
  if (patterns.length === 0) return false;
  const path = pointer.split("/");
  return patterns.some((pattern) => names(pattern, path.slice(0, pattern.split("/").length).join("/")));
}
function withAt(value, pointer, next) {
  const place = (current, path) => {
    const [head, ...rest] = path;
    if (head === void 0) return next;
    if (Array.isArray(current))
      return current.map((member, index) => String(index) === head ? place(member, rest) : member);
    const object = isObject(current) ? current : {};
    return { ...object, [head]: place(Object.hasOwn(object, head) ? object[head] : void 0, rest) };
  };
  return place(value, pointerPath(pointer));
}
function without(value, patterns) {
  const strip = (current, pointer) => {
    if (Array.isArray(current)) return current.map((member, index) => strip(member, `${pointer}/${index}`));
    if (!isObject(current)) return current;
    const kept = Object.entries(current).flatMap(([key, member]) => {
      const place = `${pointer}/${pointerSegment(key)}`;
      return patterns.some((pattern) => names(pattern, place)) ? [] : [[key, strip(member, place)]];
    });
    return Object.fromEntries(kept);
  };
  return patterns.length === 0 ? value : strip(value, "");
}
function* leaves(value, pointer = "") {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* leaves(member, `${pointer}/${index}`);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* leaves(member, `${pointer}/${pointerSegment(key)}`);
  } else yield [pointer, value];
}

// src/processors/http-resource/resource-spec.ts
function httpFields(spec) {
  return spec;
}
var httpFieldNames = [
  "baseUrl",
  "path",
  "auth",
  "headers",
  "query",
  "encoding",
  "id",
  "item",
  "find",
  "request",
  "response",
  "aliases",
  "body",
  "writeOnly",
  "createOnly",
  "replaceOn",
  "lists",
  "normalize",
  "create",
  "read",
  "update",
  "delete",
  "revision",
  "absent",
  "poll",
  "settle",
  "idempotencyKey",
  "retryOn",
  "outputs",
  "sensitiveOutputs",
  "limits",
  "rotate"
];
function ownIdPointer({ id }) {
  return typeof id === "object" && "body" in id ? id.body : void 0;
}
function sending({ update }) {
  const method = update?.method ?? "PATCH";
  return update?.send ?? (method === "PATCH" ? "changed" : method === "PUT" ? "merged" : "declared");
}
function absence({ absent }) {
  if (absent === void 0) return { status: [] };
  return isList(absent) ? { status: absent } : { status: [], ...absent };
}
function isList(value) {
  return Array.isArray(value);
}

export {
  at,
  names,
  ruleAt,
  isWithin,
  withAt,
  without,
  leaves,
  httpFields,
  httpFieldNames,
  ownIdPointer,
  sending,
  absence
};
