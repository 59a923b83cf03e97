import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  failure
} from "./chunk-4COZKLNI.js";
import {
  mebibyte,
  sizeWords
} from "./chunk-CFBAOGDQ.js";

// src/state/backends/file/file-system.ts
import * as fs from "node:fs";
var nodeFileSystem = {
  open: (path, flags) => fs.openSync(path, flags),
  write: (descriptor, data) => fs.writeSync(descriptor, data),
  fsync: (descriptor) => fs.fsyncSync(descriptor),
  fdatasync: (descriptor) => fs.fdatasyncSync(descriptor),
  truncate: (descriptor, length) => fs.ftruncateSync(descriptor, length),
  close: (descriptor) => fs.closeSync(descriptor),
  readFile: readPlainFile,
  readdir: (path) => fs.readdirSync(path),
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  copy: (from, to) => fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE),
  unlink: (path) => fs.unlinkSync(path),
  mkdir: (path) => {
    fs.mkdirSync(path, { recursive: true });
  },
  modified: (path) => fs.lstatSync(path).mtimeMs
};
var fileBytes = 256 * mebibyte;
function readPlainFile(path, most = fileBytes) {
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    const status = fs.fstatSync(descriptor);
    if (!status.isFile() && !status.isDirectory())
      throw systemError("wrong-type", `${path} is a pipe or a device, not a file`);
    if (status.size > most && status.isFile())
      throw systemError("too-big", `${path} has ${sizeWords(status.size)}, and at most ${sizeWords(most)} are read`);
    return fs.readFileSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
function systemError(code, message) {
  return Object.assign(new Error(message), { code });
}
function writeAll(files, descriptor, data) {
  let rest = data;
  while (rest.length > 0) rest = rest.subarray(files.write(descriptor, rest));
}
function writeNew(files, path, data) {
  const descriptor = files.open(path, "wx");
  let closed = false;
  try {
    writeAll(files, descriptor, data);
    files.fsync(descriptor);
    closed = true;
    files.close(descriptor);
  } catch (error) {
    if (!closed) attempt(() => files.close(descriptor));
    attempt(() => files.unlink(path));
    throw error;
  }
}
function overwrite(files, path, data) {
  const descriptor = files.open(path, "r+");
  try {
    writeAll(files, descriptor, data);
  } finally {
    files.close(descriptor);
  }
}
function syncFolder(files, path) {
  attempt(() => {
    const descriptor = files.open(path, "r");
    try {
      files.fsync(descriptor);
    } finally {
      files.close(descriptor);
    }
  });
}
function attempt(action) {
  try {
    action();
  } catch {
  }
}
function errorCode(error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  return typeof code === "string" ? code : void 0;
}
function ioFailure(what, path, error) {
  const code = errorCode(error);
  if (code === void 0) throw error;
  const words = error instanceof Error ? error.message : code;
  const advice = code in remedies ? ` ${remedies[code]}` : "";
  return failure("state-unavailable", `Could not ${what} ${path} (${words}).${advice}`);
}
var remedies = {
  EACCES: "Give the user that runs opus access to it.",
  EPERM: "Give the user that runs opus access to it.",
  ENOSPC: "The disk is full: free some space and run again.",
  EDQUOT: "The disk quota is used up: free some space and run again.",
  EROFS: "The file system is read-only: mount it writable, or choose another `state-path`.",
  EEXIST: "A file is where a folder should be: move it away.",
  EISDIR: "A folder is where the file should be: move it away.",
  ENOTDIR: "A file is where a folder should be: move it away, or choose another `state-path`.",
  EIO: "The disk reports an error: check it before you run again.",
  ELOOP: "A link is in the way, or leads back to itself: mend it.",
  "wrong-type": "Move it away.",
  "too-big": "Move it away, or restore the file that was there.",
  refused: "Use a folder of the workspace itself; one that lies elsewhere is named with the input `state-path`."
};

export {
  nodeFileSystem,
  fileBytes,
  writeAll,
  writeNew,
  overwrite,
  syncFolder,
  attempt,
  errorCode,
  ioFailure
};
