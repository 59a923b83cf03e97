import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  outputNameLength
} from "./chunk-35FI2EEV.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";

// src/processors/shell/output-file.ts
var refusedName = "__proto__";
var tooLongName = `is longer than ${grouped(outputNameLength)} characters`;
var plainName = /^[A-Za-z_][A-Za-z0-9_-]*$/;
var boundName = /^([A-Za-z0-9][A-Za-z0-9._-]*)?:([A-Za-z0-9][A-Za-z0-9._-]*)?:([A-Za-z_][A-Za-z0-9_-]*)$/;
function parseOutputFile(text, windows = false) {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  const read = (index) => {
    const line = lines[index];
    return windows && line?.endsWith("\r") ? line.slice(0, -1) : line;
  };
  const found = /* @__PURE__ */ new Map();
  for (let index = 0; index < lines.length; index++) {
    const line = read(index);
    if (line.trim() === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    const isHeredoc = heredoc !== -1 && (equals === -1 || heredoc < equals);
    if (!isHeredoc && equals === -1) {
      return err({ line: index + 1, message: "it is neither `KEY=value` nor `KEY<<DELIMITER`" });
    }
    const key = line.slice(0, isHeredoc ? heredoc : equals);
    if (key.slice(key.lastIndexOf(":") + 1) === refusedName) {
      return err({ line: index + 1, message: `no output can have the name \`${refusedName}\`` });
    }
    const name = parseName(key);
    if (name === void 0) {
      const message = "its key is not a name (letters, digits, `_`, `-`) or `command:context:NAME`";
      return err({ line: index + 1, message });
    }
    if (name.name.length > outputNameLength)
      return err({ line: index + 1, message: `the name of the output ${tooLongName}` });
    if (!isHeredoc) {
      found.set(key, { ...name, value: line.slice(equals + 1) });
      continue;
    }
    const delimiter = line.slice(heredoc + 2);
    if (delimiter === "") return err({ line: index + 1, message: "`<<` has no delimiter after it" });
    const start = index + 1;
    let end = start;
    while (end < lines.length && read(end) !== delimiter) end++;
    if (end >= lines.length) {
      return err({ line: index + 1, message: "the delimiter after its `<<` never comes on a line of its own" });
    }
    const value = lines.slice(start, end).map((_, offset) => read(start + offset));
    found.set(key, { ...name, value: value.join("\n") });
    index = end;
  }
  return ok([...found.values()]);
}
function parseName(key) {
  if (plainName.test(key)) return { name: key };
  const match = boundName.exec(key);
  if (!match) return void 0;
  const [, command, context, name = ""] = match;
  return {
    name,
    ...command === void 0 ? {} : { command },
    ...context === void 0 ? {} : { context }
  };
}

export {
  refusedName,
  tooLongName,
  parseOutputFile
};
