import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/node/modules/module-files.ts
import { realpathSync } from "node:fs";
import { dirname, relative, resolve as resolvePath, sep } from "node:path";

// src/node/sha256.ts
import { createHash } from "node:crypto";
function sha256(data) {
  return createHash("sha256").update(data).digest("hex");
}

// src/node/modules/module-files.ts
var mostFiles = 500;
var mostBytes = 16 * 1024 * 1024;
var imports = /\b(?:from|import|require)(?:\s|\(|\/\*[^*]*\*\/)*(?:"(\.\.?\/[^"\n]*)"|'(\.\.?\/[^'\n]*)'|`(\.\.?\/[^`$\n]*)`)/g;
var endings = ["", ".js", ".cjs", ".json", "/index.js"];
function moduleFiles(entry, workspace, workingDirectory) {
  const working = realpathSync.native(workingDirectory);
  const checksums = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Set();
  const waiting = [resolvePath(working, entry)];
  let room = mostBytes;
  let whole = true;
  for (let named = waiting.pop(); named !== void 0; named = waiting.pop()) {
    const found = textOf(named, working, workspace);
    if (!found) continue;
    names.add(named).add(found.real);
    if (checksums.has(found.real)) continue;
    room -= found.text.length;
    if (checksums.size === mostFiles || room < 0) {
      whole = false;
      break;
    }
    checksums.set(found.real, sha256(found.text));
    for (const path of importedBy(found.text)) waiting.push(resolvePath(dirname(found.real), path));
  }
  const inside = (path) => relative(workspace.root, path).split(sep).join("/");
  const content = [...checksums].map(([real, sum]) => [inside(real), sum]).sort(byPath);
  return {
    paths: [...names].map(inside).sort(),
    checksum: `sha256:${sha256(JSON.stringify({ content, whole }))}`,
    whole
  };
}
function byPath([one], [other]) {
  return one < other ? -1 : 1;
}
function importedBy(text) {
  return [...text.matchAll(imports)].flatMap(([, double, single, template]) => {
    const named = (double ?? single ?? template ?? "").replace(/[?#].*$/s, "");
    try {
      return endings.map((ending) => decodeURIComponent(named) + ending);
    } catch {
      return [];
    }
  });
}
function textOf(path, working, workspace) {
  let real;
  try {
    real = realpathSync.native(path);
  } catch {
    return void 0;
  }
  const read = workspace.read(relative(working, real).split(sep).join("/"), mostBytes);
  return read.ok ? { real, text: new TextDecoder("utf-8").decode(read.value) } : void 0;
}

// src/engine/ports/ports.ts
var scriptNames = ["create", "update", "read", "delete", "rollback"];
var TaskFailure = class extends Error {
  hint;
  detail;
  /** The operation has changed nothing, so there is nothing to roll back, and nothing was made that could be deleted. */
  untouched;
  constructor(message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = "TaskFailure";
    this.hint = options.hint;
    this.detail = options.detail;
    this.untouched = options.untouched ?? false;
  }
};

// src/engine/text/thrown-error.ts
function readThrown(thrown) {
  const cause = memberOf(thrown, "cause");
  return {
    message: messageOf(thrown).toWellFormed(),
    stack: textOf2(thrown, "stack"),
    hint: textOf2(thrown, "hint"),
    detail: textOf2(thrown, "detail"),
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
  const message = textOf2(thrown, "message") ?? "";
  if (message.trim() !== "") return others === "" ? message : `${message}: ${others}`;
  if (others !== "") return others;
  if (isInstance(thrown, Error)) return `${textOf2(thrown, "name") ?? "an error"} without a message was thrown`;
  return asJson(thrown) ?? asText(thrown);
}
function shortText(thrown) {
  const message = textOf2(thrown, "message");
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
  const name = textOf2(memberOf(thrown, "constructor"), "name");
  return `an object without a message was thrown${name === void 0 || name === "Object" ? "" : ` (${name})`}`;
}
function isInstance(value, type) {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}
function textOf2(value, name) {
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
  sha256,
  scriptNames,
  TaskFailure,
  readThrown,
  isInstance,
  moduleFiles
};
