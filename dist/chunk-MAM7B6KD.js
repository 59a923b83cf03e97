import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/thrown-error.ts
function readThrown(thrown) {
  const cause = memberOf(thrown, "cause");
  return {
    message: messageOf(thrown).toWellFormed(),
    stack: textOf(thrown, "stack"),
    hint: textOf(thrown, "hint"),
    detail: textOf(thrown, "detail"),
    untouched: memberOf(thrown, "untouched") === true,
    cause: cause ?? void 0
  };
}
function messageOf(thrown) {
  if (typeof thrown === "string") return thrown.trim() === "" ? "an empty text was thrown" : thrown;
  if (typeof thrown !== "object" || thrown === null)
    return typeof thrown === "function" ? "a function was thrown" : `${String(thrown)} was thrown`;
  const several = memberOf(thrown, "errors");
  const others = Array.isArray(several) ? several.map(shortText).join("; ") : "";
  const message = textOf(thrown, "message") ?? "";
  if (message.trim() !== "") return others === "" ? message : `${message}: ${others}`;
  if (others !== "") return others;
  if (isInstance(thrown, Error)) return `${textOf(thrown, "name") ?? "an error"} without a message was thrown`;
  return asJson(thrown) ?? asText(thrown);
}
function shortText(thrown) {
  const message = textOf(thrown, "message");
  return message !== void 0 && message.trim() !== "" ? message : messageOf(typeof thrown === "object" ? null : thrown);
}
function asJson(thrown) {
  const above = [];
  try {
    const text = JSON.stringify(thrown, function(_key, value) {
      while (above.length > 0 && above.at(-1) !== this) above.pop();
      if (typeof value === "bigint") return value.toString();
      if (above.includes(value)) return "(again)";
      if (typeof value === "object" && value !== null) above.push(value);
      return value;
    });
    return text === void 0 || text === "{}" ? void 0 : text;
  } catch {
    return void 0;
  }
}
function asText(thrown) {
  try {
    const text = String(thrown);
    if (text.trim() !== "" && !/^\[object \w*\]$/.test(text)) return text;
  } catch {
  }
  const name = textOf(memberOf(thrown, "constructor"), "name");
  return `an object without a message was thrown${name === void 0 || name === "Object" ? "" : ` (${name})`}`;
}
function isInstance(value, type) {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}
function textOf(value, name) {
  const member = memberOf(value, name);
  return typeof member === "string" && member !== "" ? member.toWellFormed() : void 0;
}
function memberOf(value, name) {
  if (typeof value !== "object" && typeof value !== "function" || value === null) return void 0;
  try {
    return value[name];
  } catch {
    return void 0;
  }
}

export {
  readThrown,
  isInstance
};
