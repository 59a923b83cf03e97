import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  gitWords
} from "./chunk-C5KIVHJI.js";
import {
  askProgram
} from "./chunk-CDGJNW5Y.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import {
  localQuestionMs
} from "./chunk-IE326VUJ.js";

// src/node/modules/module-files.ts
import { realpathSync } from "node:fs";
import { dirname, relative, resolve as resolvePath, sep } from "node:path";
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

// src/node/git/safe-git.ts
var safe = [
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false"],
  // A file that looks unchanged is one.
  ...["core.trustctime=true", "core.checkStat=default"],
  // A partial clone would fetch what it lacks.
  ...["", ".https", ".http", ".ssh", ".git", ".file", ".ext"].map((protocol) => `protocol${protocol}.allow=never`)
].flatMap((setting) => ["-c", setting]);
async function askGit(folder, args) {
  const { ok, stdout } = await gitAnswer(folder, args);
  return ok ? stdout : void 0;
}
function gitAnswer(folder, args) {
  return askProgram({
    called: gitWords(args),
    command: "git",
    args: [...safe, "--no-replace-objects", "--no-optional-locks", "-C", folder, ...args],
    timeoutMs: localQuestionMs,
    mostBytes: 256 * 1024 * 1024
  });
}

export {
  moduleFiles,
  askGit,
  gitAnswer
};
