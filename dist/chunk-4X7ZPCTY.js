import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/node/files/file-problem.ts
var meanings = {
  ENOENT: ["does not exist", "missing"],
  ENOTDIR: ["does not exist: a part of the path is not a folder", "missing"],
  EEXIST: ["exists already", "exists"],
  EISDIR: ["is a folder", "wrong-type"],
  ENOTEMPTY: ["is a folder", "wrong-type"],
  ELOOP: ["is a symlink", "wrong-type"],
  ENXIO: ["is a socket or a device", "wrong-type"],
  EACCES: ["permission denied", "failed", "Check the owner and the mode of the file and of the folders above it."],
  EPERM: ["operation not permitted", "failed", "Check the owner of the file and of its folder."],
  ENOSPC: ["no space left on the disk", "failed", "Free some space and run again."],
  EDQUOT: ["the disk quota is used up", "failed", "Free some space and run again."],
  EROFS: ["the file system is read-only", "failed"],
  ENAMETOOLONG: ["the name is too long for the file system", "failed"],
  EMFILE: ["too many open files", "failed", "Lower `parallelism`, or raise the limit with `ulimit -n`."],
  ENFILE: ["too many open files on this machine", "failed"],
  ERR_ACCESS_DENIED: [
    "Node's `--permission` does not allow it",
    "failed",
    "Node was started with `--permission`: start it without."
  ],
  EBUSY: ["the file is in use", "failed"],
  ENOTSUP: ["its file system does not keep this mode", "failed", "Leave out `mode`, or put the file on another disk."]
};
var onWindows = Object.fromEntries(
  ["EACCES", "EPERM", "EBUSY"].map((code) => [
    code,
    [
      "Windows refuses it: another program has the file open, or it may not be written",
      "failed",
      "Close the program that has it open, and check the permissions of the file and of its folder."
    ]
  ])
);
function fileProblem(path, error) {
  const code = systemCode(error);
  if (code === void 0) throw error;
  const [text, kind, hint] = (process.platform === "win32" ? onWindows[code] : void 0) ?? meanings[code] ?? ["the system refused", "failed"];
  const separator = text.startsWith("is ") || text.startsWith("does ") || text.startsWith("exists") ? " " : ": ";
  const shown = kind === "missing" || kind === "exists" || kind === "wrong-type" ? "" : ` (${code})`;
  const message = `\`${path}\`${separator}${text}${shown}`;
  return hint === void 0 ? { code: kind, message } : { code: kind, message, hint };
}
function systemCode(error) {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return void 0;
  return /^(?:E[A-Z0-9]+|ERR_ACCESS_DENIED|UNKNOWN)$/.test(error.code) ? error.code : void 0;
}

// src/node/files/make-folders.ts
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
function makeFolders(path, mode = 511) {
  const missing = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse())
    try {
      mkdirSync(folder, mode);
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
    }
}

export {
  fileProblem,
  systemCode,
  makeFolders
};
