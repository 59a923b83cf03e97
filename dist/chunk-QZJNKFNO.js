import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/node/git/safe-git.ts
import { execFile } from "node:child_process";
var safe = [
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false"],
  // A file that looks unchanged is one.
  ...["core.trustctime=true", "core.checkStat=default"],
  // A partial clone would fetch what it lacks.
  ...["", ".https", ".http", ".ssh", ".git", ".file", ".ext"].map((protocol) => `protocol${protocol}.allow=never`)
].flatMap((setting) => ["-c", setting]);
function askGit(folder, args) {
  const options = { timeout: 3e4, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(
      "git",
      [...safe, "--no-replace-objects", "--no-optional-locks", "-C", folder, ...args],
      options,
      (error, stdout) => resolve(error ? void 0 : stdout)
    );
  });
}

export {
  askGit
};
