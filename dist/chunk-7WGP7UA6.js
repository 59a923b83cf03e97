import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  gitWords
} from "./chunk-C5KIVHJI.js";
import {
  askProgram
} from "./chunk-CDGJNW5Y.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  checkoutLookMs,
  localQuestionMs
} from "./chunk-IE326VUJ.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";

// src/node/git/checkout.ts
import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, resolve as resolvePath } from "node:path";

// src/node/git/why-git-failed.ts
function whyGitFailed({ code, stderr }, folder) {
  if (code === "ENOENT") return "git is not installed, or not on the PATH";
  if (/^E[A-Z_]+$/.test(code)) return `git could not be started (${code})`;
  const said = stderr.split(/[\r\n]+/).map((line) => line.trim()).find((line) => line !== "" && !line.startsWith("warning:"));
  if (said === void 0) return `git ended with exit code ${code || "none"} and no message`;
  const quoted = `"${shortened(oneLine(said), 300)}"`;
  if (/\bsafe\.directory\b/.test(stderr)) {
    const [, owned = folder] = /^\s*git config .*safe\.directory '?([^'\n]+)'?$/m.exec(stderr) ?? [];
    const trusting = commandLine(["git", "config", "--global", "--add", "safe.directory", owned]);
    return `git refuses this folder, as it belongs to another user (${quoted}). If you trust it, say so with \`${trusting}\``;
  }
  if (/not a git repository/.test(said)) return "this folder is in no checkout of git";
  return `git failed (${quoted})`;
}

// src/node/git/checkout.ts
function possible(folder, environment) {
  if (environment.GIT_DIR !== void 0) return true;
  try {
    for (let at = realpathSync(folder); ; at = dirname(at)) {
      if (exists(join(at, ".git")) || exists(join(at, "HEAD"))) return true;
      if (at === dirname(at)) return false;
    }
  } catch {
    return true;
  }
}
function exists(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
async function origin(folder) {
  const asked = await ask(folder, ["remote", "get-url", "origin"]);
  if (asked.ok) return ok(isAddress(asked.value) ? asked.value : resolvePath(await top(folder), asked.value));
  const inside = await answer(folder, ["rev-parse", "--git-dir"]);
  return err(inside.ok ? "it has none" : whyGitFailed(inside, folder));
}
async function top(folder) {
  const checkedOut = await ask(folder, ["rev-parse", "--show-toplevel"]);
  if (checkedOut.ok) return checkedOut.value;
  const bare = await ask(folder, ["rev-parse", "--absolute-git-dir"]);
  return bare.ok ? bare.value : folder;
}
function isAddress(remote) {
  return /^[a-z][a-z0-9+.-]*::?\/\//i.test(remote) || /^(?![a-z]:[\\/])[^/\\:]+:/i.test(remote);
}
async function author(folder) {
  const [name, email] = await Promise.all([
    ask(folder, ["config", "--get", "user.name"]),
    ask(folder, ["config", "--get", "user.email"])
  ]);
  return name.ok && email.ok ? { name: name.value, email: email.value } : void 0;
}
var connecting = "^(credential\\..*|http\\..*|url\\..*|core\\.(sshcommand|askpass|gitproxy)|ssh\\.variant)$";
async function connection(folder) {
  const [here, elsewhere] = await Promise.all([settings(folder), settings(folder, ["--git-dir=/dev/null"])]);
  const known = elsewhere.map((setting) => setting.join("\n"));
  return here.filter((setting) => {
    const at = known.indexOf(setting.join("\n"));
    if (at === -1) return true;
    known.splice(at, 1);
    return false;
  });
}
async function settings(folder, where = []) {
  const listed = await ask(folder, [...where, "config", "--null", "--get-regexp", connecting]);
  if (!listed.ok) return [];
  return listed.value.split("\0").filter((entry) => entry !== "").map((entry) => {
    const [name = "", ...value] = entry.split("\n");
    return [name, entry.includes("\n") ? value.join("\n") : "true"];
  });
}
var mostBytes = 64 * 1024 * 1024;
async function tracked(folder, branch, below, environment) {
  const args = ["ls-tree", "-r", "-z", "--full-tree", "--name-only", `refs/remotes/origin/${branch}`, "--", below];
  const env = { ...environment, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" };
  const { ok: listed, stdout } = await askProgram({
    ...inFolder(folder, args),
    env,
    timeoutMs: checkoutLookMs,
    mostBytes
  });
  return listed ? stdout.split("\0").filter((path) => path !== "") : [];
}
async function ask(folder, args) {
  const { ok: answered, code, stdout } = await answer(folder, args);
  const text = stdout.trim();
  return !answered || text === "" ? err(answered ? "" : code) : ok(text);
}
function answer(folder, args) {
  return askProgram({ ...inFolder(folder, args), timeoutMs: localQuestionMs, mostBytes });
}
function inFolder(folder, args) {
  return { called: gitWords(args), command: "git", args: ["-C", folder, ...args] };
}
async function facts(folder) {
  const [inside, remote, head, here] = await Promise.all([
    ask(folder, ["rev-parse", "--show-toplevel"]),
    ask(folder, ["remote", "get-url", "origin"]),
    ask(folder, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]),
    ask(folder, ["symbolic-ref", "--short", "HEAD"])
  ]);
  const named = remote.ok && isAddress(remote.value) ? /[:/]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(remote.value) : null;
  const branch = head.ok ? head.value.replace(/^origin\//, "") : here.ok ? here.value : void 0;
  return { top: inside.ok ? inside.value : void 0, repository: named?.[1], defaultBranch: branch };
}
var checkout = { facts, possible, origin, author, connection, tracked };

export {
  whyGitFailed,
  checkout
};
