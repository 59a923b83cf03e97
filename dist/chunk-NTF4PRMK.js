import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  bootId,
  environmentsHold,
  lookAtProcess,
  startTimeOf
} from "./chunk-6SHK6BE2.js";
import {
  makeFolders
} from "./chunk-4X7ZPCTY.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import {
  ownedName
} from "./chunk-LI4TCKJH.js";

// src/node/files/private-folders.ts
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { join, resolve } from "node:path";
function makePrivateFolder(parents, use) {
  const prefix = ownedPrefix(use);
  for (const [index, given] of parents.entries()) {
    const parent = resolve(given);
    try {
      makeFolders(parent, 448);
      return mkdtempSync(join(parent, prefix));
    } catch (error) {
      if (index === parents.length - 1) throw error;
    }
  }
  throw new Error("there is no place for a private folder");
}
function ownedPrefix(use) {
  const { place, boot, pid, start } = ownOwner();
  return `opus-${use}-${place}-${boot}-${pid}-${start}-`;
}
function removeAbandoned(parents) {
  const abandoned = parents.flatMap((parent) => abandonedIn(parent));
  if (abandoned.length === 0) return;
  const inUse = environmentsHold(abandoned);
  for (const path of abandoned) if (!inUse.has(path)) removeTree(path);
}
function abandonedIn(parent) {
  const whole = resolve(parent);
  const names = namesIn(whole).filter((name) => ownedName.test(name));
  if (names.length === 0) return [];
  const own = here();
  return names.filter((name) => isOfDeadProcess(name, join(whole, name), own)).map((name) => join(whole, name));
}
function isOfDeadProcess(name, path, own) {
  const [, place = "", boot = "", pid = "", start = ""] = ownedName.exec(name) ?? [];
  if (place !== own.place) return false;
  try {
    const stats = lstatSync(path);
    if (!stats.isDirectory() || stats.uid !== (process.getuid?.() ?? stats.uid)) return false;
    return isGone({ place, boot, pid: Number(pid), start }, stats.mtimeMs);
  } catch {
    return false;
  }
}
function isGone({ boot, pid, start }, changedMs) {
  if (boot !== here().boot) return changedMs < Date.now() - uptime() * 1e3;
  if (process.platform === "linux") return lookAtProcess(pid)?.startTime !== start;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
function ownOwner() {
  return { ...here(), pid: process.pid, start: startTimeOf(process.pid) ?? "0" };
}
function here() {
  return { place: digest(`${hostname()}
${namespace()}`), boot: digest(bootId() ?? "") };
}
function namespace() {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}
function digest(text) {
  return sha256(text).slice(0, 8);
}
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
function removeTree(path) {
  if (removed(path)) return;
  openUp(path);
  removed(path);
}
function removed(path) {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}
function openUp(top) {
  const folders = [top];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    try {
      if (!lstatSync(folder).isDirectory()) continue;
      chmodSync(folder, 448);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) folders.push(join(folder, entry.name));
    } catch {
    }
  }
}

export {
  makePrivateFolder,
  ownedPrefix,
  removeAbandoned,
  abandonedIn,
  isGone,
  ownOwner,
  removeTree
};
