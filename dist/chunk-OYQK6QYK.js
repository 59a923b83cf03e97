import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/json/json.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function pointerSegment(key) {
  return String(key).replaceAll("~", "~0").replaceAll("/", "~1");
}
function pointerPath(pointer) {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
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
  let changed = false;
  const mapped = Object.entries(value).map(([key, member]) => {
    const next = map(member, key);
    changed ||= next !== member;
    return [key, next];
  });
  return changed ? Object.fromEntries(mapped) : value;
}

export {
  isObject,
  pointerSegment,
  pointerPath,
  pointerWithin,
  mapMembers
};
