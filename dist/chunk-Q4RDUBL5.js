import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// node_modules/canonicalize/lib/canonicalize.js
function hasLoneSurrogate(value) {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 55296 && code <= 56319) {
      if (i === value.length - 1) {
        return true;
      }
      const next = value.charCodeAt(i + 1);
      if (!(next >= 56320 && next <= 57343)) {
        return true;
      }
      i++;
    } else if (code >= 56320 && code <= 57343) {
      return true;
    }
  }
  return false;
}
function canonicalize(object, seen = /* @__PURE__ */ new Set()) {
  if (typeof object === "number" && isNaN(object)) {
    throw new Error("NaN is not allowed");
  }
  if (typeof object === "number" && !isFinite(object)) {
    throw new Error("Infinity is not allowed");
  }
  if (typeof object === "string" && hasLoneSurrogate(object)) {
    throw new Error("Lone surrogate is not allowed");
  }
  if (object === null || typeof object !== "object") {
    return JSON.stringify(object);
  }
  if (typeof object.toJSON === "function") {
    if (seen.has(object)) {
      throw new Error("Circular reference detected");
    }
    seen.add(object);
    const result2 = canonicalize(object.toJSON(), seen);
    seen.delete(object);
    return result2;
  }
  if (seen.has(object)) {
    throw new Error("Circular reference detected");
  }
  seen.add(object);
  let result;
  if (Array.isArray(object)) {
    const values = object.map((cv) => {
      const value = cv === void 0 || typeof cv === "symbol" ? null : cv;
      return canonicalize(value, seen);
    });
    result = `[${values.join(",")}]`;
  } else {
    const parts = [];
    for (const key of Object.keys(object).sort()) {
      if (object[key] === void 0 || typeof object[key] === "symbol") {
        continue;
      }
      parts.push(`${canonicalize(key)}:${canonicalize(object[key], seen)}`);
    }
    result = `{${parts.join(",")}}`;
  }
  seen.delete(object);
  return result;
}

// src/engine/json/canonical-json.ts
function checksum(hash, value) {
  return `sha256:${hash(canonicalJson(value))}`;
}
function canonicalJson(value) {
  return sortedJson(value).text;
}
function sortedJson(given) {
  const sorting = new Sorting();
  const value = sorting.sorted(given);
  const text = JSON.stringify(value) ?? "null";
  if (!sorting.isOdd && !text.includes("\\ud")) return { value, text };
  const canonical = careful(given);
  return { value: JSON.parse(canonical), text: canonical };
}
function careful(value) {
  try {
    return canonicalize(value) ?? "null";
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Lone surrogate"))) throw error;
    return careful(wellFormed(JSON.parse(JSON.stringify(value))));
  }
}
var listIndex = /^(?:0|[1-9]\d*)$/;
var Sorting = class {
  /** Something in it is written in another way in canonical JSON, or not at all. */
  isOdd = false;
  sorted(value) {
    if (typeof value === "number") this.isOdd ||= !Number.isFinite(value);
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? this.#list(value) : this.#object(value);
  }
  #list(list) {
    let copied;
    for (let index = 0; index < list.length; index++) {
      const member = list[index];
      const next = this.sorted(member);
      if (next !== member) copied ??= list.slice(0, index);
      copied?.push(next);
    }
    return copied ?? list;
  }
  #object(object) {
    const keys = Object.keys(object);
    const isSorted = this.#check(object, keys);
    if (!isSorted) keys.sort();
    let sorted = isSorted ? void 0 : {};
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      const member = object[key];
      const next = this.sorted(member);
      if (next !== member && !sorted) {
        sorted = {};
        for (const before of keys.slice(0, index)) sorted[before] = object[before];
      }
      if (sorted) sorted[key] = next;
    }
    return sorted ?? object;
  }
  /** Are the keys sorted? */
  #check(object, keys) {
    if (typeof object.toJSON === "function") this.isOdd = true;
    let isSorted = true;
    let before = "";
    for (const key of keys) {
      if (before > key) isSorted = false;
      if (key === "__proto__" || key < ":" && listIndex.test(key)) this.isOdd = true;
      before = key;
    }
    return isSorted;
  }
};
function wellFormed(value) {
  if (typeof value === "string") return repaired(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [repaired(key), wellFormed(member)]));
}
function repaired(text) {
  return text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

export {
  checksum,
  canonicalJson,
  sortedJson
};
