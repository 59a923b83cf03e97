import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isObject,
  pointerSegment,
  pointerWithin
} from "./chunk-RRD47Q5D.js";

// src/engine/json/json-diff.ts
function equalJson(left, right) {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((member, index) => equalJson(member, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && equalJson(left[key], right[key]));
}
function diffJson(before, after, pointer = "") {
  const found = [];
  collect(before, after, pointer, found);
  return found;
}
function collect(before, after, path, found) {
  if (before === after) return;
  if (isObject(before) && isObject(after)) {
    for (const key of Object.keys(after)) {
      collect(
        Object.hasOwn(before, key) ? before[key] : void 0,
        after[key],
        `${path}/${pointerSegment(key)}`,
        found
      );
    }
    for (const key of Object.keys(before)) {
      if (!Object.hasOwn(after, key)) collect(before[key], void 0, `${path}/${pointerSegment(key)}`, found);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((member, index) => {
      collect(member, after[index], `${path}/${index}`, found);
    });
    return;
  }
  if (equalJson(before, after)) return;
  found.push({ path, ...before === void 0 ? {} : { before }, ...after === void 0 ? {} : { after } });
}
function memberByMember(fields) {
  return fields.flatMap((field) => {
    const { path, before, after } = field;
    const [whole, side] = before === void 0 ? [after, "after"] : after === void 0 ? [before, "before"] : [void 0, ""];
    if (!isObject(whole) || Object.keys(whole).length === 0) return [field];
    const members = Object.entries(whole).map(([key, member]) => ({
      path: `${path}/${pointerSegment(key)}`,
      [side]: member
    }));
    return memberByMember(members);
  });
}
function declaredDifferences(facts, spec) {
  return Object.keys(spec).flatMap(
    (key) => declared(Object.hasOwn(facts, key) ? facts[key] : void 0, spec[key], `/${pointerSegment(key)}`)
  );
}
function declared(fact, wanted, path) {
  if (isObject(wanted) && isObject(fact)) {
    return Object.keys(wanted).flatMap(
      (key) => declared(Object.hasOwn(fact, key) ? fact[key] : void 0, wanted[key], `${path}/${pointerSegment(key)}`)
    );
  }
  return diffJson(fact, wanted, path);
}
function withoutPointers(fields, pointers) {
  if (!pointers || pointers.length === 0) return [...fields];
  return fields.filter((field) => !pointers.some((pointer) => pointerWithin(field.path, pointer)));
}
function touches(path, pointers) {
  if (!pointers || pointers.size === 0) return false;
  return [...pointers].some((pointer) => pointerWithin(pointer, path) || pointerWithin(path, pointer));
}
function valueAt(value, path) {
  let at = value;
  for (const segment of path) {
    if (Array.isArray(at)) at = at[Number(segment)];
    else if (isObject(at)) at = Object.hasOwn(at, segment) ? at[segment] : void 0;
    else return void 0;
  }
  return at;
}
function withValueAt(value, path, next) {
  const [head, ...rest] = path;
  if (head === void 0) return next ?? null;
  if (Array.isArray(value)) {
    const index = Number(head);
    if (!(index in value)) return value;
    return value.map((member, at) => at === index ? withValueAt(member, rest, next) : member);
  }
  if (!isObject(value)) return value;
  if (rest.length > 0)
    return Object.hasOwn(value, head) ? { ...value, [head]: withValueAt(value[head], rest, next) } : value;
  const { [head]: _, ...others } = value;
  return next === void 0 ? others : { ...value, [head]: next };
}

export {
  equalJson,
  diffJson,
  memberByMember,
  declaredDifferences,
  withoutPointers,
  touches,
  valueAt,
  withValueAt
};
