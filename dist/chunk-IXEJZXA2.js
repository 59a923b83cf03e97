import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import {
  sizeWords,
  stateBytes,
  stateDepth
} from "./chunk-CFBAOGDQ.js";

// src/engine/json/json-size.ts
var [quote, comma, backslash] = [34, 44, 92];
function jsonSize(text) {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      for (at++; at < text.length; at++) {
        const inside = text.charCodeAt(at);
        if (inside === backslash) at++;
        else if (inside === quote) break;
      }
    } else if (code === 91 || code === 123) {
      depth++;
      values++;
      if (depth > deepest) deepest = depth;
    } else if (code === 93 || code === 125) depth--;
    else if (code === comma) values++;
  }
  return { depth: deepest, values };
}

// src/state/snapshot/json-error.ts
var token = /[ \t\n\r]+|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;
function jsonErrorOffset(text) {
  const open = [];
  let wanted = "value";
  let offset = 0;
  let complete = false;
  while (offset < text.length) {
    const end = text[offset] === '"' ? stringEnd(text, offset) : tokenEnd(text, offset);
    if (end === void 0) return offset;
    if (end > text.length) return text.length;
    const first = text[offset];
    if (!" 	\n\r".includes(first)) {
      const next = complete ? void 0 : after(first, wanted, open);
      if (next === void 0) return offset;
      wanted = next;
      complete = open.length === 0;
    }
    offset = end;
  }
  return offset;
}
function tokenEnd(text, start) {
  token.lastIndex = start;
  if (token.test(text)) return token.lastIndex;
  return cutOff(text.slice(start, start + 10)) ? text.length + 1 : void 0;
}
function stringEnd(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return void 0;
    if (code !== 92) continue;
    const escaped = text.slice(at + 1, at + 6);
    if (/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escaped)) at++;
    else
      return at + 1 + escaped.length >= text.length && /^(?:u[0-9a-fA-F]*)?$/.test(escaped) ? text.length + 1 : void 0;
  }
  return text.length + 1;
}
function after(found, wanted, open) {
  const isValue = wanted === "value" || wanted === "value-or-end";
  switch (found) {
    case "{":
    case "[":
      open.push(found);
      return isValue ? found === "{" ? "key-or-end" : "value-or-end" : void 0;
    case "}":
    case "]":
      if (!wanted.endsWith("-or-end") || open.pop() !== (found === "}" ? "{" : "[")) return void 0;
      return "comma-or-end";
    case ",":
      return wanted === "comma-or-end" ? open.at(-1) === "{" ? "key" : "value" : void 0;
    case ":":
      return wanted === "colon" ? "value" : void 0;
    default:
      if (found === '"' && (wanted === "key" || wanted === "key-or-end")) return "colon";
      return isValue ? "comma-or-end" : void 0;
  }
}
function cutOff(rest) {
  return /^(?:-|\.|[eE][+-]?)$/.test(rest) || ["true", "false", "null"].some((word) => word.startsWith(rest));
}

// src/state/snapshot/json-text.ts
function sizeProblem(data) {
  if (data.length <= stateBytes) return void 0;
  return `it has ${sizeWords(data.length)}, and opus reads at most ${sizeWords(stateBytes)}`;
}
function shapeProblem(text, mostValues = Number.POSITIVE_INFINITY) {
  const { depth, values } = jsonSize(text);
  const count = (number) => number.toLocaleString("en-US");
  if (depth > stateDepth) return `it is nested ${count(depth)} levels deep, and opus reads at most ${stateDepth}`;
  if (values <= mostValues) return void 0;
  return `it has ${count(values)} values, and opus reads at most ${count(mostValues)}`;
}
function parseStored(text, mostValues) {
  const problem = sizeProblem(text) ?? shapeProblem(text, mostValues);
  if (problem !== void 0) return err(problem);
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(jsonProblem(text));
  }
}
function jsonProblem(text) {
  const offset = jsonErrorOffset(text);
  if (offset >= text.length) return `it is cut off after ${place(text, text.length)} (${text.length} characters)`;
  return `it is not JSON (${place(text, offset)})`;
}
function place(text, offset) {
  const before = text.slice(0, offset);
  return `line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}`;
}

export {
  jsonSize,
  sizeProblem,
  shapeProblem,
  parseStored
};
