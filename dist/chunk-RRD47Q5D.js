import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/json/json.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function pointerSegment(key) {
  const text = String(key);
  return /[~/]/.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}
function pointerPath(pointer) {
  if (pointer === "") return [];
  const segments = pointer.slice(1).split("/");
  if (!pointer.includes("~")) return segments;
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function pointerWithin(pointer, ancestor) {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
function mapMembers(value, map) {
  if (!Array.isArray(value)) return mapObject(value, map);
  let mapped;
  for (let index = 0; index < value.length; index++) {
    const member = value[index];
    const next = map(member, String(index));
    if (next !== member) mapped ??= value.slice(0, index);
    mapped?.push(next);
  }
  return mapped ?? value;
}
function mapObject(value, map) {
  const keys = Object.keys(value);
  let mapped;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    const member = value[key];
    const next = map(member, key);
    if (next !== member)
      mapped ??= keys.slice(0, index).map((before) => [before, value[before]]);
    mapped?.push([key, next]);
  }
  return mapped ? Object.fromEntries(mapped) : value;
}

export {
  isObject,
  pointerSegment,
  pointerPath,
  pointerWithin,
  mapMembers
};
