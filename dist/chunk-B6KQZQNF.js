import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  pointerSegment
} from "./chunk-RRD47Q5D.js";

// src/engine/json/number-text.ts
var form = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;
function keepsNumber(text) {
  const value = Number(text);
  if (value === 0) return !/^[^eE]*[1-9]/.test(text);
  return Number.isFinite(value) && decimal(text) === decimal(String(value));
}
function mayBeRounded(value) {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}
function decimal(text) {
  const [whole, sign, before = "", after = "", exponent = "0"] = form.exec(text) ?? [];
  const digits = before + after;
  if (whole === void 0 || digits === "") return void 0;
  let start = 0;
  while (digits[start] === "0") start++;
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  const power = BigInt(exponent) - BigInt(after.length) + BigInt(digits.length - end);
  return `${sign === "-" ? "-" : ""}${digits.slice(start, end)}e${power}`;
}
var tokens = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|-?\d[-+.\deE]*|[[\]{},:]/gs;
function oddNumber(json) {
  const path = [];
  for (const [token] of json.matchAll(tokens)) {
    const top = path.at(-1);
    if (token === "{" || token === "[") path.push({ list: token === "[", key: 0, atKey: token === "{" });
    else if (token === "}" || token === "]") path.pop();
    else if (token === ",") {
      if (top?.list) top.key = Number(top.key) + 1;
      else if (top) top.atKey = true;
    } else if (token === ":") {
      if (top) top.atKey = false;
    } else if (token.startsWith('"')) {
      if (top?.atKey) top.key = JSON.parse(token);
    } else if (!keepsNumber(token) || mayBeRounded(Number(token))) {
      return { text: token, pointer: path.map(({ key }) => `/${pointerSegment(key)}`).join("") };
    }
  }
  return void 0;
}
function parseExactly(json) {
  const exact = json.replace(tokens, (token) => /^[-\d]/.test(token) && !keepsNumber(token) ? `"${token}"` : token);
  return JSON.parse(exact);
}

export {
  keepsNumber,
  mayBeRounded,
  oddNumber,
  parseExactly
};
