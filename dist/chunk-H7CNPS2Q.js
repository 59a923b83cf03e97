import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  systemCode
} from "./chunk-4X7ZPCTY.js";

// src/node/files/file-reading.ts
import { closeSync, constants, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
var pieceBytes = 1 << 20;
function openForReading(folder, name) {
  return openSync(folder.at(name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}
function readAll(descriptor, limit, expected = 0) {
  let buffer = Buffer.allocUnsafe(Math.min(limit, expected) + 1);
  let length = 0;
  for (; ; ) {
    const wanted = buffer.length - length;
    const got = readSync(descriptor, buffer, length, wanted, null);
    length += got;
    if (got < wanted && (got === 0 || length >= expected)) return buffer.subarray(0, length);
    if (length > limit) return void 0;
    if (length < buffer.length) continue;
    const larger = Buffer.allocUnsafe(Math.min(limit + 1, Math.max(buffer.length * 2, 64 * 1024)));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }
}
async function streamFile(descriptor, use, signal) {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let size = 0;
  for (; ; ) {
    signal?.throwIfAborted();
    const got = readSync(descriptor, buffer, 0, pieceBytes, null);
    if (got === 0) return size;
    size += got;
    use(buffer.subarray(0, got));
    if (got === pieceBytes) await setImmediate();
  }
}
function closing(descriptor, use) {
  try {
    return use();
  } finally {
    closeSync(descriptor);
  }
}

// src/node/files/real-path.ts
import { realpathSync } from "node:fs";
function realPath(path) {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (systemCode(error) !== "UNKNOWN") throw error;
    return realpathSync(path);
  }
}

// src/node/files/held-folder.ts
import { chmodSync, closeSync as closeSync2, constants as constants2, lstatSync, mkdirSync, openSync as openSync2, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
var O_PATH = 2097152;
function folderOpener() {
  return process.platform === "linux" && hasProc() ? openByDescriptor : openByPath;
}
function hasProc() {
  try {
    const descriptor = openSync2("/", O_PATH | constants2.O_DIRECTORY);
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === "/";
    } finally {
      closeSync2(descriptor);
    }
  } catch {
    return false;
  }
}
function openByDescriptor(path) {
  return hold(openSync2(path, O_PATH | constants2.O_DIRECTORY));
}
function hold(descriptor) {
  const base = `/proc/self/fd/${descriptor}`;
  let path;
  try {
    path = readlinkSync(base);
  } catch (error) {
    closeSync2(descriptor);
    throw error;
  }
  return {
    path,
    at: (name) => `${base}/${name}`,
    child(name, make) {
      if (make) makeFolder(`${base}/${name}`);
      return hold(openSync2(`${base}/${name}`, O_PATH | constants2.O_DIRECTORY | constants2.O_NOFOLLOW));
    },
    chmod(name, mode) {
      const file = openSync2(`${base}/${name}`, O_PATH | constants2.O_NOFOLLOW);
      try {
        if (readlinkSync(`/proc/self/fd/${file}`) !== `${readlinkSync(base)}/${name}`)
          throw systemError("EBUSY", "moved");
        chmodSync(`/proc/self/fd/${file}`, mode);
      } finally {
        closeSync2(file);
      }
    },
    moved: () => false,
    close: () => closeSync2(descriptor)
  };
}
function openByPath(path) {
  const real = realPath(path);
  if (!statSync(real).isDirectory()) throw systemError("ENOTDIR", "not a folder");
  return {
    path: real,
    at: (name) => join(real, name),
    child(name, make) {
      const below = join(real, name);
      if (make) makeFolder(below);
      if (lstatSync(below).isSymbolicLink()) throw systemError("ELOOP", "a symlink");
      const held = openByPath(below);
      if (held.path !== below) throw systemError("ELOOP", "a symlink");
      return held;
    },
    chmod: (name, mode) => chmodSync(join(real, name), mode),
    moved() {
      try {
        return realPath(real) !== real;
      } catch {
        return true;
      }
    },
    close: () => void 0
  };
}
function makeFolder(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
function systemError(code, message) {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}

export {
  openForReading,
  readAll,
  streamFile,
  closing,
  realPath,
  folderOpener,
  openByPath
};
