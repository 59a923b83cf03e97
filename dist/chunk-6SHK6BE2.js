import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  parseProcStat
} from "./chunk-T4BGI7IW.js";
import {
  processTableMs
} from "./chunk-IE326VUJ.js";

// src/node/processes/process-table.ts
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
var markVariable = "OPUS_PROCESS";
function scanProcesses() {
  if (process.platform !== "linux") return void 0;
  const begunAt = Date.now();
  const groups = /* @__PURE__ */ new Map();
  const marks = /* @__PURE__ */ new Map();
  let names;
  try {
    names = readdirSync("/proc");
  } catch {
    return void 0;
  }
  for (const name of names) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const stat = statOf(pid);
    if (stat === void 0 || stat.state === "Z" || stat.state === "X") continue;
    add(groups, stat.group, pid);
    const mark = markOf(pid);
    if (mark !== void 0) add(marks, mark, pid);
  }
  return {
    begunAt,
    inGroup: (leader) => groups.get(leader) ?? [],
    withMark: (mark) => marks.get(mark) ?? []
  };
}
function startTimeOf(pid) {
  return process.platform === "linux" ? statOf(pid)?.startTime ?? null : null;
}
function lookAtProcess(pid) {
  const stat = process.platform === "linux" ? statOf(pid) : void 0;
  if (stat === void 0 || stat.state === "Z" || stat.state === "X") return void 0;
  return { startTime: stat.startTime, mark: markOf(pid) };
}
function hasVariables(pid, variables) {
  const wanted = variables.map(([name, value]) => `${name}=${value}`);
  if (process.platform === "linux") {
    const held = new Set(tryRead(`/proc/${pid}/environ`, "utf8")?.split("\0"));
    return wanted.every((one) => held.has(one));
  }
  if (process.platform === "win32") return false;
  try {
    const shown = execFileSync("ps", ["eww", "-o", "command=", "-p", String(pid)], psOptions);
    return wanted.every((one) => ` ${shown.trim()} `.includes(` ${one} `));
  } catch {
    return false;
  }
}
function environmentsHold(texts) {
  const held = /* @__PURE__ */ new Set();
  if (process.platform !== "linux") return held;
  for (const name of namesOf("/proc")) {
    const environment = /^\d+$/.test(name) ? tryRead(`/proc/${name}/environ`, "utf8") : void 0;
    if (environment) {
      for (const text of texts) if (environment.includes(text)) held.add(text);
    }
  }
  return held;
}
function namesOf(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
var psOptions = {
  encoding: "utf8",
  env: { PATH: "/bin:/usr/bin", LC_ALL: "C" },
  stdio: "pipe",
  timeout: processTableMs,
  maxBuffer: 16 * 1024 * 1024
};
function bootId() {
  return tryRead("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}
function add(lists, key, pid) {
  const list = lists.get(key);
  if (list) list.push(pid);
  else lists.set(key, [pid]);
}
function statOf(pid) {
  const text = tryRead(`/proc/${pid}/stat`);
  return text === void 0 ? void 0 : parseProcStat(text);
}
function markOf(pid) {
  const text = tryRead(`/proc/${pid}/environ`);
  if (!text?.includes(markVariable)) return void 0;
  const begin = `\0${text}`.indexOf(`\0${markVariable}=`);
  if (begin < 0) return void 0;
  return text.slice(begin + markVariable.length + 1).split("\0", 1)[0];
}
function tryRead(path, encoding = "latin1") {
  try {
    return readFileSync(path, encoding);
  } catch {
    return void 0;
  }
}

export {
  markVariable,
  scanProcesses,
  startTimeOf,
  lookAtProcess,
  hasVariables,
  environmentsHold,
  psOptions,
  bootId
};
