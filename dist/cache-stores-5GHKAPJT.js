import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  removeTree
} from "./chunk-IWXR3XJ3.js";
import {
  cachedFile,
  folderPrefix
} from "./chunk-2XPKVT5G.js";
import {
  FileJournal,
  commandLine,
  conflict,
  decode,
  encode,
  folderName,
  movedFailure,
  movedNote,
  nameOfFolder,
  readMovedNote,
  sameBody,
  sha256,
  shellWord,
  shownName,
  sortedNames,
  versionOf,
  writtenBy
} from "./chunk-CSETESDP.js";
import {
  noProxy,
  proxyFor
} from "./chunk-H2WNXSF6.js";
import "./chunk-2ZGYQVIF.js";
import {
  nodeFileSystem
} from "./chunk-SNBMTHGJ.js";
import {
  oneLine
} from "./chunk-3NSOBNUE.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import "./chunk-IXEJZXA2.js";
import "./chunk-CKNN2SAB.js";
import "./chunk-XT5GRKLC.js";
import {
  err,
  failure,
  ok
} from "./chunk-4COZKLNI.js";
import {
  whyUnreachable
} from "./chunk-FLMLRSQK.js";
import {
  withoutCredentials
} from "./chunk-UIXIVFMH.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  answerBytes,
  archiveBytes,
  listedEntries,
  mebibyte,
  sizeWords,
  stateBytes
} from "./chunk-CFBAOGDQ.js";
import {
  isObject
} from "./chunk-OYQK6QYK.js";
import "./chunk-QHW5LFAW.js";

// src/app/state/cache-stores.ts
import { tmpdir } from "node:os";
import { dirname, join as join3 } from "node:path";

// src/github/cache/cache-archive.ts
import { lstatSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

// src/github/cache/cache-trouble.ts
var shownCharacters = 200;
function trouble(kind, what, retryAfterSeconds) {
  return { kind, what: oneLine(what), ...retryAfterSeconds === void 0 ? {} : { retryAfterSeconds } };
}
function quoted(words) {
  return shortened(withoutEnd(oneLine(words), ".:"), shownCharacters + 1);
}
function isBroken({ kind }) {
  return kind === "server" || kind === "unreachable" || kind === "slow";
}

// src/github/cache/cache-archive.ts
var unzip = promisify(gunzip);
var blockBytes = 512;
var besidesBytes = mebibyte;
async function readArchive(path) {
  const packed = lstatSync(path);
  if (!packed.isFile()) return corrupt("an entry was found, and its archive is no file");
  if (packed.size > archiveBytes) return err(tooLargeArchive(packed.size));
  let unpacked;
  try {
    unpacked = await unzip(readFileSync(path), { maxOutputLength: stateBytes + besidesBytes });
  } catch (error) {
    const { code, message } = error;
    if (code === "ERR_BUFFER_TOO_LARGE")
      return corrupt(`${tooLargeState} (at most ${sizeWords(stateBytes)} are taken)`);
    return corrupt(`an entry was found, and can't be unpacked (${quoted(message)})`);
  }
  return oneFile(unpacked);
}
var tooLargeState = `an entry was found, and unpacks to more than ${sizeWords(stateBytes + besidesBytes)}`;
function tooLargeArchive(bytes) {
  const has = bytes === void 0 ? `more than ${sizeWords(archiveBytes)}` : sizeWords(bytes);
  return trouble(
    "corrupt",
    `an entry was found, and its archive has ${has} (at most ${sizeWords(archiveBytes)} are taken)`
  );
}
function oneFile(archive) {
  const nothingElse = "an entry was found, and it holds something else than one file of state";
  let found;
  for (let at = 0; at + blockBytes <= archive.length; ) {
    const header = readHeader(archive.subarray(at, at + blockBytes));
    if (header === "end") break;
    if (header === void 0) return corrupt("an entry was found, and can't be unpacked (a header is damaged)");
    const { name, plain, size } = header;
    const begin = at + blockBytes;
    if (begin + size > archive.length) return corrupt("an entry was found, and can't be unpacked (it is cut off)");
    if (name === cachedFile || name.startsWith(`${cachedFile}/`)) {
      if (!plain || name !== cachedFile || found !== void 0) return corrupt(nothingElse);
      if (size > stateBytes)
        return corrupt(
          `an entry was found, and its state has ${sizeWords(size)} (at most ${sizeWords(stateBytes)} are taken)`
        );
      found = archive.subarray(begin, begin + size);
    }
    at = begin + Math.ceil(size / blockBytes) * blockBytes;
  }
  return found === void 0 ? corrupt(nothingElse) : ok(found);
}
function readHeader(block) {
  if (block.every((byte) => byte === 0)) return "end";
  const text = (from, length) => {
    const field = block.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.toString("latin1", 0, end === -1 ? length : end);
  };
  const octal = (from, length) => {
    const digits = text(from, length).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  };
  const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  const size = octal(124, 12);
  if (sum !== octal(148, 8) || !Number.isSafeInteger(size)) return void 0;
  const type = text(156, 1);
  const prefix = text(257, 5) === "ustar" && block[262] === 0 ? text(345, 155) : "";
  const name = prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
  return { name, plain: type === "" || type === "0", size: /[1-6]/.test(type) ? 0 : size };
}
function corrupt(what) {
  return err(trouble("corrupt", what));
}

// src/github/cache/cache-folder.ts
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
var CacheFolder = class _CacheFolder {
  path;
  work;
  temporary;
  programs;
  /** Path of the archive that was restored. */
  archive;
  constructor(path) {
    this.path = path;
    this.work = join(path, "work");
    this.temporary = join(path, "temporary");
    this.programs = join(path, "bin");
    this.archive = join(path, "archive");
  }
  /**
   * Makes one that only this user can look into.
   * @param parents where it may be; the first one that the client can work in is taken
   * @param searchPath the PATH that has the programs
   */
  static make(parents, searchPath) {
    const [tar, gzip, mv] = ["tar", "gzip", "mv"].map((name) => findProgram(name, searchPath));
    const missing = tar === void 0 ? "tar" : gzip === void 0 ? "gzip" : "mv";
    if (tar === void 0 || gzip === void 0 || mv === void 0)
      return err(trouble("tools", `\`${missing}\` is not on the PATH of this machine: install it`));
    const parent = parents.map(existing).find((path) => path !== void 0 && /^[^\s"\\]+$/.test(path));
    if (parent === void 0)
      return err(trouble("tools", `there is no temporary folder whose path has no blanks (${parents.join(", ")})`));
    let folder;
    try {
      folder = new _CacheFolder(mkdtempSync(join(parent, folderPrefix)));
      folder.#furnish(tar, gzip, mv);
      return ok(folder);
    } catch (error) {
      folder?.remove();
      return err(trouble("tools", `no temporary folder can be made in ${parent} (${error.message})`));
    }
  }
  #furnish(tar, gzip, mv) {
    for (const folder of [this.work, this.temporary, this.programs]) mkdirSync(folder, { mode: 448 });
    symlinkSync(gzip, join(this.programs, "gzip"));
    writeFileSync(join(this.programs, "tar"), carefulTar(tar, mv, this.archive), { mode: 448 });
  }
  /** Lays out what is to be saved. Throws when the disk is full. */
  write(data) {
    writeFileSync(join(this.work, cachedFile), data, { mode: 384 });
  }
  /** Never throws. */
  remove() {
    removeTree(this.path);
  }
};
function carefulTar(tar, mv, archive) {
  return `#!/bin/sh
if [ "$1" = -xf ]; then exec ${commandLine([mv, "--"])} "$2" ${shellWord(archive)}; fi
exec ${shellWord(tar)} "$@"
`;
}
function findProgram(name, searchPath) {
  return searchPath.split(delimiter).filter(isAbsolute).map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
}
function existing(path) {
  try {
    return realpathSync(path);
  } catch {
    return void 0;
  }
}

// src/github/cache/cache-list.ts
var route = "GET /repos/{owner}/{repo}/actions/caches";
var pageSize = 100;
var dateForm = /^[\d:.TZ+-]{10,40}$/;
async function listCacheEntries(options, prefix, timeoutMs, signal) {
  const { token, userAgent, environment, repository } = options;
  if (token === "") return err(trouble("unauthorized", "there is no token to ask GitHub with: give the input `token`"));
  const apiUrl = withoutEnd(options.apiUrl, "/");
  const [owner = "", repo = ""] = repository.split("/");
  const proxy = proxyFor(apiUrl, environment);
  const shown = withoutCredentials(apiUrl);
  const client = { apiUrl, token, userAgent, proxy: proxy?.url, noProxy: noProxy(environment) };
  const late = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, late]);
  const ended = () => {
    if (signal.aborted) return trouble("cancelled", "it was cancelled");
    if (late.aborted) return trouble("slow", `${shown} did not answer within ${Math.round(timeoutMs / 1e3)} s`);
    return void 0;
  };
  const entries = /* @__PURE__ */ new Map();
  for (let page = 1; ; page++) {
    const parameters = { owner, repo, key: prefix, per_page: pageSize, page, sort: "created_at", direction: "desc" };
    let answer;
    try {
      const { request } = await import("./client-ODDM6L7K.js");
      answer = await request(client, route, parameters, either);
    } catch (error) {
      return err(ended() ?? trouble("unreachable", whyUnreachable(error, apiUrl, proxy)));
    }
    const stopped = ended();
    if (stopped !== void 0) return err(stopped);
    const found = readPage(answer);
    if (found === void 0) return err(judge(answer, shown));
    for (const entry of found.entries) if (entry.key.startsWith(prefix)) entries.set(entry.id, entry);
    if (found.entries.length < pageSize || page * pageSize >= found.total) break;
    if (page * pageSize >= listedEntries) return err(tooMany(prefix, found.total));
  }
  return ok([...entries.values()].sort(newestFirst));
}
function tooMany(prefix, total) {
  const [has, most] = [total, listedEntries].map((count) => count.toLocaleString("en-US"));
  return trouble(
    "server",
    `GitHub's list of the entries whose keys begin with ${prefix} has ${has} of them (at most ${most} are read): delete old ones`
  );
}
function newestFirst(left, right) {
  return Date.parse(right.createdAt) - Date.parse(left.createdAt) || right.id - left.id;
}
function readPage({ status, data }) {
  if (status !== 200 || !isObject(data) || !Array.isArray(data.actions_caches)) return void 0;
  const entries = data.actions_caches.map(readEntry).filter((entry) => entry !== void 0);
  const total = data.total_count;
  return typeof total === "number" && entries.length === data.actions_caches.length ? { entries, total } : void 0;
}
function readEntry(value) {
  if (!isObject(value)) return void 0;
  const { id, key, ref, version: version2, created_at: createdAt, size_in_bytes: sizeBytes } = value;
  if (!Number.isSafeInteger(id) || typeof sizeBytes !== "number") return void 0;
  if (typeof key !== "string" || typeof ref !== "string" || typeof version2 !== "string") return void 0;
  if (typeof createdAt !== "string" || !dateForm.test(createdAt) || Number.isNaN(Date.parse(createdAt)))
    return void 0;
  return { id, key, ref, version: version2, createdAt, sizeBytes };
}
function judge(answer, apiUrl) {
  const { status, data, headers } = answer;
  const words = isObject(data) && typeof data.message === "string" ? quoted(data.message) : "";
  const said2 = words === "" ? `${status}` : `${status}: ${words}`;
  if (isRateLimit(answer, words)) {
    const again = retryAfter(headers);
    const when = again === void 0 ? "later" : `in ${again} s`;
    const what = `GitHub's rate limit for the input \`token\` is used up (${said2}): run the job again ${when}`;
    return trouble("limited", what, again);
  }
  switch (status) {
    case 401:
      return trouble("unauthorized", `GitHub refused the token (${said2}): check the input \`token\``);
    case 403:
      return trouble(
        "forbidden",
        `the token may not list the entries of the cache (${said2}): add \`actions: read\` to the \`permissions\` of the workflow`
      );
    case 404:
      return trouble(
        "not-found",
        `GitHub has no such repository, or the token may not see it (${said2}): check the input \`token\``
      );
    default: {
      const type = isObject(data) ? "" : ` with ${headers["content-type"] ?? "nothing"}`;
      return trouble("server", `${apiUrl} answered ${said2}${type}, and no list of the cache's entries`);
    }
  }
}
function isRateLimit({ status, headers }, words) {
  if (status === 429) return true;
  if (status !== 403) return false;
  return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0 || /rate limit/i.test(words);
}
function retryAfter(headers) {
  const after = Number(headers["retry-after"]);
  if (after > 0) return after;
  const reset = Number(headers["x-ratelimit-reset"]);
  const now = Date.parse(String(headers.date)) / 1e3;
  return reset > now ? Math.ceil(reset - now) : void 0;
}

// src/github/cache/cache-patience.ts
var Patience = class {
  #limits;
  #now;
  #spentMs = 0;
  #trouble;
  #calm = true;
  /** @param now milliseconds, monotonic */
  constructor(limits = { altogetherMs: 35e3, nextMs: 4e3 }, now = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }
  /**
   * @param wantedMs how long the call may take while all is well
   * @param call gets the time that it has, in whole milliseconds
   * @returns its answer; without asking, the last trouble, when there is no time left
   */
  async spend(wantedMs, call) {
    const { altogetherMs, nextMs } = this.#limits;
    const leftMs = Math.floor(altogetherMs - this.#spentMs);
    if (this.#trouble !== void 0 && leftMs < nextMs) return err(this.#trouble);
    const began = this.#now();
    const answer = await call(Math.min(wantedMs, leftMs, this.#calm ? wantedMs : nextMs));
    if (answer.ok || !isBroken(answer.error)) {
      this.#calm = true;
    } else {
      this.#spentMs += this.#now() - began;
      this.#trouble = answer.error;
      this.#calm = false;
    }
    return answer;
  }
};

// src/github/cache/cache-process.ts
import { fork } from "node:child_process";
var printedBytes = 1024 ** 2;
var lingerMs = 500;
function runCacheProcess(call) {
  if (call.signal.aborted) return Promise.resolve({ state: "aborted" });
  const child = fork(call.program, ["cache-worker", JSON.stringify(call.request)], {
    cwd: call.cwd,
    env: call.environment,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true
  });
  const printed = [child.stderr, child.stdout].map(collect);
  return new Promise((done) => {
    let answer;
    let stopped;
    let failed;
    let linger;
    const stop = (why) => {
      stopped ??= why;
      killGroup(child);
    };
    const abort = () => stop("aborted");
    const timer = setTimeout(() => stop("timed-out"), call.timeoutMs);
    call.signal.addEventListener("abort", abort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      clearTimeout(linger);
      call.signal.removeEventListener("abort", abort);
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      const text = printed.map((read2) => read2()).join("\n");
      const how = failed ?? (child.signalCode ? `killed by ${child.signalCode}` : `exit code ${child.exitCode}`);
      if (answer !== void 0) done({ state: "answered", answer, printed: text });
      else if (stopped === "aborted") done({ state: "aborted" });
      else if (stopped === "timed-out") done({ state: "timed-out", printed: text });
      else done({ state: "ended", how });
    };
    child.once("message", (message) => {
      answer = message;
      killGroup(child);
    });
    child.once("error", (error) => {
      failed = error.message;
      if (child.pid === void 0) settle();
    });
    child.once("exit", () => {
      linger = setTimeout(settle, lingerMs);
    });
    child.once("close", settle);
  });
}
function collect(stream) {
  const chunks = [];
  let bytes = 0;
  stream?.on("data", (chunk) => {
    if (bytes < printedBytes) chunks.push(chunk);
    bytes += chunk.length;
  });
  stream?.on("error", () => void 0);
  return () => Buffer.concat(chunks).toString("utf8");
}
function killGroup({ pid }) {
  if (pid === void 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
  }
}

// src/github/cache/cache-words.ts
var callPrefix = /^(?:Error: )?(?:Failed to [A-Z]\w+: (?:Failed to make request after \d+ attempts: )?)?/;
var CacheWords = class {
  /** One for each line or workflow command; those may have several lines. */
  #said;
  #service;
  /**
   * @param printed what the client and the programs that it started have written
   * @param address of the cache service
   */
  constructor(printed, address) {
    this.#said = printed.split(/\r?\n/).map(withoutCommand);
    this.#service = serviceAt(address);
  }
  /** @param answer what `saveCache` returned */
  save(answer) {
    if ("id" in answer && answer.id !== null && answer.id >= 0) return ok("saved");
    const why = this.#find(/^Failed to reserve cache: (.*)/s) ?? this.#find(/^Failed to save: (.*)/s);
    if (why !== void 0 && /Failed request: \(409\)/.test(why)) return ok("taken");
    if (this.#find(/^FinalizeCacheEntryUploadResponse: (false)/) !== void 0)
      return err(trouble("server", `${this.#service} did not complete the entry${said(this.#last())}`));
    return err(this.#threw(answer) ?? this.#mode() ?? this.#why(why, "tools"));
  }
  /**
   * @param answer what `restoreCache` returned
   * @returns the key of the entry that was unpacked; undefined: the service said that there is none
   */
  restore(answer) {
    if ("key" in answer && answer.key !== null) return ok(answer.key);
    const why = this.#find(/^Failed to restore: (.*)/s);
    const none = this.#find(/^(Cache not found) for version /) !== void 0;
    const reason = none ? /"(?:message|msg|error)"\s*:\s*("[^"]+")/.exec(this.#find(/^Body: (.*)/s) ?? "")?.[1] : "";
    if (reason) return err(trouble("unknown", `${this.#service} refused it${said(reason)}`));
    if (why === void 0 && none) return ok(void 0);
    return err(this.#threw(answer) ?? this.#mode() ?? this.#why(why, "corrupt"));
  }
  /** The key of the entry that the service has found; undefined: nothing was said of one. */
  hit() {
    return this.#find(/^Cache hit for(?: restore-key)?: (.*)/);
  }
  /** When the client was stopped, because it took too long: the error after which it was trying again, if any. */
  interrupted(timeoutMs) {
    const why = this.#find(/^Attempt \d+ of \d+ failed with error: (.*)\. Retrying request in/s);
    if (why !== void 0) return this.#why(why, "unknown");
    return trouble("slow", `${this.#service} did not answer within ${Math.round(timeoutMs / 1e3)} s`);
  }
  #threw(answer) {
    return "threw" in answer ? trouble("unknown", `the cache client refused it (${quoted(answer.threw)})`) : void 0;
  }
  #mode() {
    const mode = this.#find(/^Cache (?:save|restore) skipped: the effective cache-mode '([^']*)'/);
    if (mode === void 0) return void 0;
    return trouble(
      "mode",
      `the cache mode of this job, \`${mode}\`, does not permit it: set \`cache-mode: write\` in the workflow`
    );
  }
  /** @param tar what a failure of `tar` means */
  #why(told, tar) {
    if (told === void 0)
      return trouble("unknown", `the cache client gave no answer, and did not say why${said(this.#last())}`);
    const why = told.replace(callPrefix, "");
    return this.#denied(why) ?? this.#status(why) ?? this.#tar(why, tar) ?? this.#storage() ?? this.#connection(why) ?? trouble("unknown", `the cache client failed${said(why)}`);
  }
  #denied(why) {
    const [, denied, words = ""] = /cache (write|read) denied:\s*(.*)/s.exec(why) ?? [];
    if (denied === "read")
      return trouble(
        "read-denied",
        `this job may not read the cache${said(words)}: see \`cache-mode\` of the workflow`
      );
    if (denied === "write")
      return trouble(
        "write-denied",
        `this job may only read the cache${said(words)}: GitHub lets no run save that an outsider can start, as one of \`pull_request_target\`, \`issue_comment\` or \`workflow_run\`, nor one whose \`cache-mode\` forbids it. Save in a run of \`push\`, \`schedule\` or \`workflow_dispatch\``
      );
    if (/Cache storage quota has been hit/.test(why))
      return trouble("full", "there is no room left for it: delete entries of the cache, or raise the budget for it");
    return void 0;
  }
  #status(why) {
    const [, status, reason = ""] = /Failed request: \((\d{3})\) (.*)/s.exec(why) ?? [];
    if (status === void 0) return void 0;
    const words = said(`${status} ${reason}`);
    if (status === "401")
      return trouble(
        "unauthorized",
        `${this.#service} did not accept the token of this job${words}: run the job again`
      );
    if (status === "403") return trouble("forbidden", `${this.#service} refused the token of this job${words}`);
    if (status === "429") {
      const seconds = this.#find(/your rate limit will reset in (\d+) seconds/);
      const again = seconds === void 0 ? "later" : `in ${seconds} s`;
      const what = `GitHub's rate limit of the cache is used up${words}: run the job again ${again}`;
      return trouble("limited", what, seconds === void 0 ? void 0 : Number(seconds));
    }
    return trouble(status < "500" ? "unknown" : "server", `${this.#service} failed${words}`);
  }
  #tar(why, kind) {
    if (!/tar" failed with error:/.test(why)) return void 0;
    if (/\bE(?:ACCES|NOENT|PERM)\b/.test(why)) return trouble("tools", `tar can't be run${said(why)}`);
    const complaint = this.#said.find((line) => /^(?:\S*tar|gzip): /.test(line));
    const what = kind === "corrupt" ? "an entry was found, and can't be unpacked" : "it can't be packed";
    return trouble(kind, `${what}${said(complaint ?? why)}`);
  }
  /** The library for Azure's storage says nothing in its errors, but logs what the server answered. */
  #storage() {
    const status = this.#find(/Response status code: (\d{3})/);
    if (status === void 0 || status < "400") return void 0;
    if (status === "404") return trouble("gone", "an entry was found, and its content is gone (404 of the storage)");
    if (status >= "500") return trouble("server", `the storage of the cache failed (${status})`);
    return trouble("forbidden", `the storage of the cache refused the job (${status})`);
  }
  #connection(why) {
    if (/\b(?:ETIMEDOUT|ESOCKETTIMEDOUT)\b|time(?:d )?-?out/i.test(why))
      return trouble("slow", `${this.#service} did not answer in time${said(why)}`);
    const [code] = /\bE(?:CONN(?:REFUSED|RESET|ABORTED)|NOTFOUND|HOSTUNREACH|NETUNREACH|PIPE|AI_AGAIN)\b|socket hang up|^[^\n]*\b(?:certificate|TLS|SSL)\b[^\n]*|Incomplete download[^\n]*/im.exec(
      why
    ) ?? [];
    if (code !== void 0) return trouble("unreachable", `${this.#service} can't be reached${said(code)}`);
    if (/not valid JSON|Unexpected (?:token|end)/.test(why))
      return trouble(
        "server",
        `${this.#service} answered something that is no answer of GitHub's: is a proxy in between?`
      );
    return void 0;
  }
  /** The newest text that matches; its first group. */
  #find(pattern) {
    return this.#said.map((text) => pattern.exec(text)?.[1]).findLast((found) => found !== void 0);
  }
  #last() {
    return this.#said.findLast((text) => text.trim() !== "") ?? "";
  }
};
function serviceAt(address) {
  return `the cache service at ${withoutEnd(withoutCredentials(address), "/")}`;
}
function withoutCommand(line) {
  const [, text] = /^::(?:debug|notice|warning|error)(?: [^:]*)?::(.*)/.exec(line) ?? [];
  if (text === void 0) return line;
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
function said(words) {
  const text = quoted(words);
  return text === "" ? "" : ` (${text})`;
}

// src/github/cache/actions-cache.ts
var callMs = 3e4;
var listMs = 15e3;
var passedOn = [
  "ACTIONS_RESULTS_URL",
  "ACTIONS_CACHE_URL",
  "ACTIONS_CACHE_SERVICE_V2",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_CACHE_MODE",
  "GITHUB_SERVER_URL",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  ...["http_proxy", "https_proxy", "all_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()])
];
var ActionsCache = class {
  #options;
  #patience;
  #disposed = new AbortController();
  #underWay = /* @__PURE__ */ new Set();
  constructor(options) {
    this.#options = options;
    this.#patience = options.patience ?? new Patience();
  }
  /** Complete entries whose key begins with a prefix, of all refs, newest first. */
  list(prefix, signal) {
    return this.#call(
      listMs,
      signal,
      (timeoutMs, either) => listCacheEntries(this.#options.list, prefix, timeoutMs, either)
    );
  }
  /** Content of the entry with a key, or of the newest that begins with a prefix; undefined: the service has none. */
  restore(which, signal) {
    const wanted = "key" in which ? which.key : which.prefix;
    return this.#withFolder(signal, async (folder, ask) => {
      const asked = await ask({ call: "restore", key: wanted, folder: folder.path });
      if (!asked.ok) return asked;
      const found = asked.value.words.restore(asked.value.answer);
      if (!found.ok) return found;
      const key = found.value;
      if (key === void 0 || "key" in which && key !== which.key) return ok(void 0);
      if (!key.startsWith(wanted))
        return err(trouble("server", `it was asked for ${wanted}, and answered with another key`));
      const data = await readArchive(folder.archive);
      return data.ok ? ok({ key, data: data.value }) : err({ ...data.error, key });
    });
  }
  /** Saves under a new key. `taken`: there is an entry with it, or a job has reserved it. */
  save(key, data, signal) {
    return this.#withFolder(signal, async (folder, ask) => {
      folder.write(data);
      const asked = await ask({ call: "save", key, folder: folder.path });
      return asked.ok ? asked.value.words.save(asked.value.answer) : asked;
    });
  }
  /** Ends what is under way, and leaves nothing behind. */
  async dispose() {
    this.#disposed.abort();
    await Promise.all(this.#underWay);
  }
  #call(wantedMs, signal, call) {
    const either = AbortSignal.any([signal, this.#disposed.signal]);
    const answer = this.#patience.spend(wantedMs, async (timeoutMs) => {
      if (either.aborted) return err(trouble("cancelled", "it was cancelled"));
      return this.#redacted(await call(timeoutMs, either));
    });
    this.#underWay.add(answer);
    return answer.finally(() => this.#underWay.delete(answer));
  }
  #withFolder(signal, work) {
    return this.#call(callMs, signal, async (timeoutMs, either) => {
      const unavailable2 = whyNotAvailable(this.#options.environment);
      if (unavailable2 !== void 0) return err(trouble("not-available", unavailable2));
      const { temporaryFolders, environment } = this.#options;
      const made = CacheFolder.make(temporaryFolders, environment.PATH ?? "");
      if (!made.ok) return made;
      const folder = made.value;
      try {
        return await work(folder, (request) => this.#ask(folder, request, timeoutMs, either));
      } catch (error) {
        return err(trouble("tools", `${folder.path} can't be used (${error.message})`));
      } finally {
        folder.remove();
      }
    });
  }
  async #ask({ work, temporary, programs }, request, timeoutMs, signal) {
    const { environment, program } = this.#options;
    const { ACTIONS_RESULTS_URL: address = "" } = environment;
    const own = {
      PATH: programs,
      HOME: temporary,
      TMPDIR: temporary,
      LANG: "C.UTF-8",
      RUNNER_TEMP: temporary,
      GITHUB_WORKSPACE: work,
      // Its library for Azure's storage tells nowhere else what a server answered.
      AZURE_LOG_LEVEL: "info"
    };
    const passed = passedOn.flatMap((name) => {
      const value = environment[name];
      return value === void 0 ? [] : [[name, value]];
    });
    const child = { ...Object.fromEntries(passed), ...own };
    const end = await runCacheProcess({ program, request, cwd: work, environment: child, timeoutMs, signal });
    switch (end.state) {
      case "answered":
        if ("refused" in end.answer) {
          const key = new CacheWords(end.printed, address).hit();
          return err({ ...this.#refused(end.answer), ...key === void 0 ? {} : { key } });
        }
        return ok({ answer: end.answer, words: new CacheWords(end.printed, address) });
      case "timed-out":
        return err(new CacheWords(end.printed, address).interrupted(timeoutMs));
      case "aborted":
        return err(trouble("cancelled", "it was cancelled"));
      case "ended":
        return err(trouble("unknown", `the process of the cache client ended without an answer (${end.how})`));
    }
  }
  #refused(why) {
    const service = serviceAt(this.#options.environment.ACTIONS_RESULTS_URL ?? "");
    if (why.refused === "redirect")
      return trouble(
        "server",
        `${service} led to another server (${why.to}), which is not given the token of this job`
      );
    if (why.of === "archive") return tooLargeArchive(why.bytes);
    const has = why.bytes === void 0 ? `more than ${sizeWords(answerBytes)}` : sizeWords(why.bytes);
    return trouble("server", `${service} answered with ${has} (at most ${sizeWords(answerBytes)} are taken)`);
  }
  #redacted(result) {
    if (result.ok) return result;
    const { redact, environment, list } = this.#options;
    const secrets = [environment.ACTIONS_RUNTIME_TOKEN, list.token].filter((one) => one !== void 0 && one !== "");
    const bare = secrets.reduce((text, one) => text.replaceAll(one, "***"), result.error.what);
    return err({ ...result.error, what: redact(bare.replace(/\bsig=[^\s&)]+/g, "sig=***")) });
  }
};
function whyNotAvailable(environment) {
  const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, ACTIONS_CACHE_SERVICE_V2, GITHUB_SERVER_URL } = environment;
  if (process.platform === "win32") return "the cache can't hold state on Windows: choose the backend `branch`";
  if (!ACTIONS_RESULTS_URL || !ACTIONS_RUNTIME_TOKEN)
    return "there is no cache service here: GitHub gives it to steps of a workflow that `uses:` an action alone";
  const host = URL.parse(GITHUB_SERVER_URL || "https://github.com")?.hostname ?? "";
  if (!ACTIONS_CACHE_SERVICE_V2 || !/^github\.com$|\.(?:ghe\.com|localhost)$/i.test(host))
    return `${host || "this server"} has no cache service of the version 2, which GitHub.com has: choose the backend \`branch\``;
  return void 0;
}

// src/github/cache/cache-token.ts
var read = 1;
var write = 2;
function readCacheScopes(token) {
  const [, payload] = token.split(".");
  const claims = parsed(Buffer.from(payload ?? "", "base64url").toString("utf8"));
  const listed = parsed(claims?.ac);
  if (!Array.isArray(listed)) return void 0;
  const scopes = listed.map(readScope);
  return scopes.every((one) => one !== void 0) ? scopes : void 0;
}
function readScope(value) {
  const { Scope: ref, Permission: permission } = value ?? {};
  if (typeof ref !== "string" || ref === "" || typeof permission !== "number") return void 0;
  return { ref, mayRestore: (permission & read) !== 0, maySave: (permission & write) !== 0 };
}
function parsed(text) {
  try {
    return typeof text === "string" ? JSON.parse(text) ?? void 0 : void 0;
  } catch {
    return void 0;
  }
}

// src/state/backends/cache/cache-scopes.ts
function cacheScopes(token, environment) {
  const saved = token?.find(({ maySave }) => maySave)?.ref;
  const own = saved ?? (environment.GITHUB_REF || void 0);
  const seen = token?.filter(({ mayRestore }) => mayRestore).map(({ ref }) => ref);
  const readOnly = token !== void 0 && saved === void 0;
  return { own, seen, obstacle: obstacle(own, readOnly, environment) };
}
function obstacle(own, readOnly, environment) {
  const mode = (environment.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
  if (mode === "none" || mode === "read") return { kind: "mode", mode };
  if (readOnly) return { kind: "read-only", ref: own };
  if (own === void 0) return { kind: "no-ref" };
  if (environment.GITHUB_EVENT_NAME === "merge_group" || own.startsWith("refs/heads/gh-readonly-queue/"))
    return { kind: "merge-queue", ref: own };
  return own.startsWith("refs/tags/") ? { kind: "tag", ref: own } : void 0;
}

// src/state/backends/cache/cache-store.ts
import { join as join2 } from "node:path";

// src/state/backends/cache/cache-key.ts
var begins = "begin";
var followsPrefix = "follows-";
var longestName = 120;
var serialDigits = 10;
var allStates = "opus-state-v1/";
var written = "[\\w.%~-]+";
var anyKey = new RegExp(`^${allStates}(${written})/(${written})/\\d{10,16}/(?:begin|follows-${written})$`);
var version = new RegExp(`^(\\d{10,16})/(?:begin|follows-(${written}))$`);
function nameInKey(key) {
  const [, project, context] = anyKey.exec(key) ?? [];
  return project === void 0 || context === void 0 ? void 0 : { project: nameOfFolder(project), context: nameOfFolder(context) };
}
function cacheKeyPrefix(project, context) {
  return `${allStates}${keyName(project)}/${keyName(context)}/`;
}
function cacheKey(prefix, serial, lineage) {
  const after = lineage === void 0 ? begins : `${followsPrefix}${keyName(lineage)}`;
  return `${prefix}${String(serial).padStart(serialDigits, "0")}/${after}`;
}
function parseCacheKey(prefix, key) {
  if (!key.startsWith(prefix)) return void 0;
  const match = version.exec(key.slice(prefix.length));
  const serial = Number(match?.[1] ?? 0);
  if (match === null || !Number.isSafeInteger(serial) || serial < 1) return void 0;
  if ((match[1] ?? "").length > serialDigits && match[1]?.startsWith("0")) return void 0;
  return { serial, follows: match[2] };
}
function keyMismatch({ serial, follows }, state) {
  if (state.serial !== serial) return `it has serial ${state.serial}, and its key says ${serial}`;
  if (follows === void 0 || keyName(state.lineage) === follows) return void 0;
  return `its lineage is "${state.lineage}", and its key says "${follows}"`;
}
function keyName(name) {
  const encoded = folderName(name);
  if (encoded.length <= longestName && name === name.toLowerCase()) return encoded;
  return `${encoded.slice(0, longestName - 20)}~${sha256(name).slice("sha256:".length, "sha256:".length + 16)}`;
}

// src/state/backends/cache/cache-entries.ts
function judgeEntries(entries, prefix, own) {
  const versions = entries.flatMap((entry) => {
    const parts = parseCacheKey(prefix, entry.key);
    return parts === void 0 ? [] : [{ ...parts, entry }];
  });
  const trusted = versions.filter(({ entry: { ref } }) => ref === own || !ref.startsWith("refs/pull/"));
  const counting = trusted.length > 0 ? trusted : versions;
  const refs = [...new Set(counting.map(({ entry: { ref } }) => ref))].sort();
  const candidates = refs.flatMap((ref) => highest(counting.filter(({ entry }) => entry.ref === ref)));
  const [newest, ...others] = candidates;
  if (newest === void 0) return { state: "none" };
  return others.length === 0 ? { state: "newest", newest } : { state: "several", candidates };
}
function highest(versions) {
  const serial = Math.max(...versions.map((version2) => version2.serial));
  return versions.filter((version2) => version2.serial === serial);
}

// src/state/backends/cache/cache-refusals.ts
function locationOf({ prefix, repository }) {
  return `${prefix.replace(/\/$/, "")} in the Actions cache of ${repository}`;
}
var branchFlags = ["--state-backend", "branch"];
function entryLocation(key, { repository }) {
  return `${key} in the Actions cache of ${repository}`;
}
function damagedRemedy({ key, id }, { repository }) {
  const deletion2 = commandLine(["gh", "cache", "delete", id === void 0 ? key : String(id), "--repo", repository]);
  return `Remove that entry (\`${deletion2}\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`;
}
function notListed(trouble2, names) {
  return because(
    trouble2,
    "Reading",
    names,
    `The state at ${locationOf(names)} can't be read: ${trouble2.what}. Only GitHub's list of the cache tells a state that was never there from one that can't be reached, so nothing is assumed.`
  );
}
function notRestored(trouble2, names, entry) {
  const remedy = entry === void 0 ? "" : ` The entry is ${entry.key}. ${damagedRemedy(entry, names)}`;
  return because(
    trouble2,
    "Reading",
    names,
    `The state at ${locationOf(names)} can't be read: ${trouble2.what}.${remedy}`
  );
}
function neverOrEvicted({ project, context, repository, flags = branchFlags }) {
  const push = commandLine(["opus", "state", "push", "FILE", ...flags]);
  const { reason, message, diagnostics } = unavailable(
    `The Actions cache of ${repository} has no state of ${project}/${context}. If there never was one, give \`initialize: true\` for the first run. If there was one, GitHub has evicted it (after 7 days without use, or because the caches of the repository grew above their limit of 10 GB): what it recorded still exists, and nothing knows of it. Then bring a state back with \`${push}\` and use that backend; or look at a \`plan\` with \`initialize: true\` before you apply with it: what is there is adopted where the manifest allows that, and what can't be looked at would be made again.`
  );
  return { reason, message, diagnostics, missing: true };
}
function notSeen({ serial, entry }, scopes, names) {
  const run = scopes.own === void 0 ? "This run" : `This run on ${scopes.own}`;
  const seen = scopes.seen === void 0 ? "" : ` (it sees those of ${scopes.seen.join(", ")})`;
  return unavailable(
    `The state at ${locationOf(names)} can't be read: its newest version (serial ${serial}) was saved by a run on ${entry.ref}. ${run} can't see entries of that ref${seen}. Run it on ${entry.ref}; or give up that state with \`${deletion(entry.id, names)}\` for each of its entries; or keep state where every run sees it, with \`state-backend: branch\`.`
  );
}
function notThere({ serial, entry }, scopes, names) {
  const unseen = scopes.seen === void 0 ? `, or this run can't see entries of ${entry.ref}` : "";
  return unavailable(
    `The state at ${locationOf(names)} can't be read: GitHub lists its newest version (serial ${serial}, saved ${entry.createdAt} on ${entry.ref}), and has no such entry for this run. It was evicted meanwhile, or something else than opus saved it in another form${unseen}. Run again. If it stays so: ${damagedRemedy(entry, names)}`
  );
}
function severalStates(candidates, names) {
  const shown = candidates.map(
    ({ serial, entry }) => `serial ${serial} on ${entry.ref} (id ${entry.id}, saved ${entry.createdAt})`
  );
  return unavailable(
    `The state at ${locationOf(names)} can't be told: ${shown.join(" and ")} have nothing to do with each other, as runs that could not see each other's entries began or wrote them. Keep one, and delete all entries of the others: \`${listing(names)}\` shows them, \`${deletion(void 0, names)}\` removes one. What only the others recorded then shows as something to adopt.`
  );
}
function wrongContent(entry, why, names) {
  return unavailable(
    `The state of ${names.project}/${names.context} at ${entryLocation(entry.key, names)} can't be used: ${why}. ${damagedRemedy(entry, names)} Nothing was changed.`
  );
}
function cannotSave(obstacle2, names) {
  const { what, remedy } = obstacleWords(obstacle2);
  return unavailable(`The state at ${locationOf(names)} can't be written by this run: ${what}. ${remedy}`);
}
function obstacleWords(obstacle2) {
  const elsewhere = "or keep state on a branch, with `state-backend: branch`";
  switch (obstacle2.kind) {
    case "mode":
      return {
        what: `the cache mode of this job, \`${obstacle2.mode}\` (ACTIONS_CACHE_MODE), does not let it save`,
        remedy: `Set \`cache-mode: write\` in the workflow, or use \`plan\` here; ${elsewhere}.`
      };
    case "read-only":
      return {
        what: `GitHub gave it a token for the cache that may only read${obstacle2.ref === void 0 ? "" : ` (on ${obstacle2.ref})`}`,
        remedy: `Runs that an outsider can start get such tokens, and those whose \`cache-mode\` is \`read\`. Use \`plan\` here, and let a push or a manual run apply; ${elsewhere}.`
      };
    case "merge-queue":
      return {
        what: `it is of a merge queue (${obstacle2.ref}), and what it saves is seen by no run after it`,
        remedy: `Use \`plan\` here, and apply on \`push\` to the branch that the queue merges into; ${elsewhere}.`
      };
    case "tag":
      return {
        what: `it is of a tag (${obstacle2.ref}), and what it saves is seen by runs of that tag only`,
        remedy: `Apply on a branch, for example with \`workflow_dispatch\` on the default branch; ${elsewhere}.`
      };
    case "no-ref":
      return {
        what: "neither its token for the cache nor GITHUB_REF says to which ref an entry would belong, and so which runs would see it",
        remedy: `Run it in a job of a workflow; ${elsewhere}.`
      };
  }
}
function otherRef(ref, own, names) {
  return unavailable(
    `The state at ${locationOf(names)} can't be written by this run: the state is in the scope of ${ref}, and what this run saves goes to that of ${own}, which runs on ${ref} don't see. Use \`plan\` here, and apply on ${ref}; or keep state on a branch, with \`state-backend: branch\`.`
  );
}
function refNotKnown(own, names) {
  return unavailable(
    `The state at ${locationOf(names)} can't be written by this run: it is too new to be in GitHub's list of the cache, so it can't be told whether it is in the scope of ${own}, where this run saves. Run again in a minute.`
  );
}
function notSaved(trouble2, names) {
  return because(trouble2, "Writing", names, `The state at ${locationOf(names)} could not be written: ${trouble2.what}.`);
}
function notVerified(key, why, names) {
  return unavailable(
    `The state at ${locationOf(names)} may not be written: ${key} was saved, and could not be read back to verify it. ${why} It may be there all the same. Run again: what is there is read first.`
  );
}
function reserved(key, waitedMs, names) {
  return unavailable(
    `The state at ${locationOf(names)} was not written: another run has reserved the key ${key} and, after ${Math.round(waitedMs / 1e3)} s, not saved anything there. If that run is still going on, run again after it; if it was killed, GitHub drops its reservation by itself, which may take up to a day. Two runs at once are kept apart by a \`concurrency\` group in the workflow.`
  );
}
function writerWords({ url, id }) {
  const who = url !== "" ? `the run ${url}` : id !== "" ? `the run ${id}` : "another run";
  return `What is there was written by ${who}.`;
}
function cancelled(what, names) {
  return failure("cancelled", `${what} the state at ${locationOf(names)} was cancelled.`);
}
function listing({ prefix, repository }) {
  return commandLine(["gh", "cache", "list", "--key", prefix, "--repo", repository]);
}
function deletion(id, { repository }) {
  return commandLine(["gh", "cache", "delete", String(id ?? "ID"), "--repo", repository]);
}
function because({ kind }, doing, names, message) {
  return kind === "cancelled" ? cancelled(doing, names) : unavailable(message);
}
function unavailable(message) {
  return failure("state-unavailable", message);
}

// src/state/backends/cache/cache-reader.ts
var listAgainMs = [1e3, 2e3, 3e3];
var CacheReader = class {
  #options;
  /** The newest entry that GitHub has listed. */
  #listed;
  constructor(options) {
    this.#options = options;
  }
  /** Undefined: nothing was ever saved, and that may be. */
  async newest(signal) {
    const { cache, names, initialize } = this.#options;
    const listed = await this.newestListed(signal);
    if (!listed.ok) return listed;
    const restored = await cache.restore({ prefix: names.prefix }, signal);
    if (!restored.ok) return err(this.#notRestored(restored.error));
    const content = restored.value;
    const serial = content && parseCacheKey(names.prefix, content.key)?.serial;
    if (content !== void 0 && serial !== void 0 && serial >= (listed.value?.serial ?? 0))
      return this.#found(content, listed.value?.entry.ref ?? await this.#refOfUnlisted(signal));
    if (listed.value !== void 0) return this.#listedVersion(listed.value, signal);
    return initialize ? ok(void 0) : err(neverOrEvicted(names));
  }
  /** What the list alone says. */
  async newestListed(signal) {
    const { cache, names, scopes } = this.#options;
    const listed = await cache.list(names.prefix, signal);
    if (!listed.ok) return err(notListed(listed.error, names));
    const judged = judgeEntries(listed.value, names.prefix, scopes.own);
    if (judged.state === "several") return err(severalStates(judged.candidates, names));
    const newest = judged.state === "newest" ? judged.newest : void 0;
    this.#listed = newest?.entry;
    return ok(newest);
  }
  /** The version with exactly this key; undefined: this run finds none. */
  async exact(key, signal) {
    const restored = await this.#options.cache.restore({ key }, signal);
    if (!restored.ok) return err(this.#notRestored({ key, ...restored.error }));
    return restored.value === void 0 ? ok(void 0) : this.#decode(restored.value);
  }
  /** The restore gave something older than the list shows, or nothing. */
  async #listedVersion(newest, signal) {
    const { names, scopes } = this.#options;
    const { key, ref } = newest.entry;
    const version2 = await this.exact(key, signal);
    if (!version2.ok) return version2;
    if (version2.value !== void 0) return ok({ ...version2.value, ref });
    const unseen = scopes.seen !== void 0 && !scopes.seen.includes(ref);
    return err(unseen ? notSeen(newest, scopes, names) : notThere(newest, scopes, names));
  }
  async #found(content, ref) {
    const version2 = await this.#decode(content);
    return version2.ok ? ok({ ...version2.value, ref }) : version2;
  }
  /** Something was restored, and nothing was listed: the list lags. Which ref it is in matters to who writes. */
  async #refOfUnlisted(signal) {
    const { clock, scopes } = this.#options;
    if (scopes.seen?.length === 1) return scopes.seen[0];
    for (const pauseMs of listAgainMs) {
      await clock.sleep(pauseMs, signal).catch(() => void 0);
      const listed = await this.newestListed(signal);
      if (!listed.ok) return void 0;
      if (listed.value !== void 0) return listed.value.entry.ref;
    }
    return void 0;
  }
  #notRestored(trouble2) {
    const { names } = this.#options;
    const { kind, key } = trouble2;
    const known = kind === "corrupt" && key !== void 0 && parseCacheKey(names.prefix, key) !== void 0;
    return notRestored(trouble2, names, known ? this.#named(key) : void 0);
  }
  #named(key) {
    return { key, id: this.#listed?.key === key ? this.#listed.id : void 0 };
  }
  async #decode({ key, data }) {
    const { names, sealing } = this.#options;
    const { project, context } = names;
    const movedTo = readMovedNote(data);
    const parts = parseCacheKey(names.prefix, key);
    if (movedTo !== void 0) return err({ ...movedFailure(names, movedTo), movedTo, serial: parts?.serial ?? 0 });
    const location = entryLocation(key, names);
    const decoded = await decode(data, {
      project,
      context,
      location,
      remedy: damagedRemedy(this.#named(key), names),
      sealing
    });
    if (!decoded.ok) return err(decoded.error);
    const mismatch = parts === void 0 ? "its key is none of opus" : keyMismatch(parts, decoded.value);
    if (mismatch !== void 0) return err(wrongContent(this.#named(key), mismatch, names));
    return ok({ snapshot: decoded.value, revision: sha256(data), run: decoded.run, data });
  }
};

// src/state/backends/cache/cache-store.ts
var readBackMs = [0, 500, 1500, 3e3];
var reservedMs = [0, 1e3, 2e3, 3e3, 4e3, 5e3];
var unclear = /* @__PURE__ */ new Set(["unknown", "slow", "unreachable", "server"]);
var CacheStore = class _CacheStore {
  backend = "cache";
  openTo = "the Actions cache, which every job of the repository can write";
  location;
  journal;
  localFolder;
  #options;
  #names;
  #reader;
  /** What this instance read or wrote last; undefined: nothing is stored, or it has not looked yet. */
  #known;
  /** Serial of the version that says where the state went, when that is what was read last. */
  #movedAt;
  /** Keys that this instance has waited for in vain. */
  #waitedFor = /* @__PURE__ */ new Set();
  constructor(options) {
    const { cache, scopes, initialize, repository, project, context, localFolder, clock, sealing, flags } = options;
    this.#options = options;
    this.#names = { project, context, repository, prefix: cacheKeyPrefix(project, context), flags };
    this.#reader = new CacheReader({ cache, names: this.#names, scopes, initialize, clock, sealing });
    this.location = locationOf(this.#names);
    this.localFolder = localFolder;
    this.journal = new FileJournal(join2(localFolder, "journal.ndjson"), nodeFileSystem, options.sealing);
  }
  async read(signal) {
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Reading", this.#names) };
    const newest = await this.#reader.newest(signal);
    if (!newest.ok) {
      const { movedTo, missing, serial, ...failure2 } = newest.error;
      if (missing) this.#known = void 0;
      this.#movedAt = serial;
      return { state: "unavailable", failure: failure2, ...movedTo ? { movedTo } : {}, ...missing ? { missing } : {} };
    }
    if (newest.value === void 0) {
      this.#known = void 0;
      return { state: "absent" };
    }
    const { snapshot, revision, run, data, ref } = newest.value;
    this.#known = { ...versionOf(snapshot), revision, ref };
    return { state: "found", snapshot, revision, run, data };
  }
  /** What is known from the run's own surroundings, and from what `read` has found. */
  whyNotWrite() {
    const { own, seen, obstacle: obstacle2 } = this.#options.scopes;
    if (obstacle2 !== void 0) return cannotSave(obstacle2, this.#names);
    if (this.#known === void 0 || own === void 0) return void 0;
    const { ref } = this.#known;
    if (ref !== void 0) return ref === own ? void 0 : otherRef(ref, own, this.#names);
    return seen?.length === 1 ? void 0 : refNotKnown(own, this.#names);
  }
  async write(next, expected, options, signal) {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Writing", this.#names) };
    const stored = await this.#stored(signal);
    if (!stored.ok) return { state: "unavailable", failure: stored.error };
    const refused = conflict(versionOf(next), stored.value, expected, this.location);
    if (refused) return { state: "conflict", failure: refused };
    if (stored.value?.serial === next.serial) return { state: "written", revision: stored.value.revision };
    const whyNot = this.whyNotWrite();
    if (whyNot) return { state: "unavailable", failure: whyNot };
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const key = cacheKey(this.#names.prefix, next.serial, stored.value?.lineage);
    const write2 = await this.#save(key, next, data, expected, signal);
    if (write2.state === "written")
      this.#known = { ...versionOf(next), revision: write2.revision, ref: this.#options.scopes.own };
    return write2;
  }
  /**
   * Saves the state under the new name first, then a version under the old one that says where it went: entries can't be
   * removed, so the older ones stay until GitHub evicts them. Where only the first was done before, the second follows.
   */
  async takeOver(from, next, expected, options, signal) {
    if (!(from instanceof _CacheStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: cancelled("Writing", this.#names) };
    const there = await from.read(signal);
    if (there.state !== "found" || there.revision !== expected) {
      const message2 = `The state at ${from.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
      return { state: "conflict", failure: failure("state-conflict", message2) };
    }
    const whyNot = from.whyNotWrite();
    if (whyNot) return { state: "unavailable", failure: whyNot };
    const here = await this.read(signal);
    if (here.state === "unavailable" && !here.missing && !here.movedTo) return here;
    const written2 = await this.#takenOver(here, next, options, signal);
    if (written2.state !== "written") return written2;
    const { project, context } = this.#options;
    const { lineage, serial } = there.snapshot;
    const note = Buffer.from(movedNote({ project, context }));
    const saved = await this.#options.cache.save(cacheKey(from.#names.prefix, serial + 1, lineage), note, signal);
    if (!saved.ok) return { state: "unavailable", failure: notSaved(saved.error, from.#names) };
    if (saved.value === "saved") return written2;
    const message = `The state at ${from.location} was carried over to ${this.location}, and another run has gone on from the old one at the same time. Look which of the two is right (\`describe\` shows what is recorded), and delete the entries of the other: \`${listing(from.#names)}\` shows them.`;
    return { state: "conflict", failure: failure("state-conflict", message) };
  }
  async #takenOver(here, next, { run }, signal) {
    if (here.state === "found") {
      const { lineage, body } = here.snapshot;
      if (lineage === next.lineage && sameBody(body, next.body)) return { state: "written", revision: here.revision };
      const stored = { ...versionOf(here.snapshot), revision: here.revision };
      const refused = conflict(versionOf(next), stored, void 0, this.location);
      if (refused) return { state: "conflict", failure: refused };
    }
    const { writer, sealing, scopes } = this.#options;
    const moved = here.state === "unavailable" && here.movedTo !== void 0;
    const serial = moved ? Math.max(next.serial, (this.#movedAt ?? 0) + 1) : next.serial;
    const version2 = { ...next, serial };
    const data = Buffer.from(await encode(version2, run, writer, { seal: sealing?.seal }));
    const key = cacheKey(this.#names.prefix, serial, moved ? next.lineage : void 0);
    const write2 = await this.#save(key, version2, data, void 0, signal);
    if (write2.state === "written") this.#known = { ...versionOf(version2), revision: write2.revision, ref: scopes.own };
    return write2;
  }
  async holds(signal) {
    const read2 = await this.read(signal);
    if (read2.state === "unavailable" && !read2.movedTo && !read2.missing) return err(read2.failure);
    return ok(read2.state === "found");
  }
  async beside(signal) {
    const listed = await this.#options.cache.list(allStates, signal);
    if (!listed.ok) return err(notListed(listed.error, this.#names));
    const names = listed.value.flatMap(({ key }) => nameInKey(key) ?? []);
    return ok(sortedNames([...new Map(names.map((name) => [shownName(name), name])).values()]));
  }
  /** What is stored now: the newest of what is listed and what this instance knows. */
  async #stored(signal) {
    if (this.#known !== void 0) {
      const listed = await this.#reader.newestListed(signal);
      if (!listed.ok) return listed;
      if ((listed.value?.serial ?? 0) <= this.#known.serial) return ok(this.#known);
    }
    const read2 = await this.read(signal);
    return read2.state === "unavailable" ? err(read2.failure) : ok(this.#known);
  }
  async #save(key, next, data, expected, signal) {
    const saved = await this.#options.cache.save(key, data, signal);
    if (saved.ok && saved.value === "saved") return this.#readBack(key, next, data, expected, signal);
    if (saved.ok) return this.#taken(key, next, expected, signal);
    const failed = { state: "unavailable", failure: notSaved(saved.error, this.#names) };
    if (!unclear.has(saved.error.kind)) return failed;
    const there = await this.#reader.exact(key, signal);
    return there.ok && there.value !== void 0 ? this.#judge(there.value, next, data, expected) : failed;
  }
  /** Only what can be read again is written. */
  async #readBack(key, next, data, expected, signal) {
    for (const pauseMs of readBackMs) {
      if (!await this.#pause(pauseMs, signal)) return this.#notVerified(key, "Looking for it was cancelled.");
      const there = await this.#reader.exact(key, signal);
      if (!there.ok) return this.#notVerified(key, there.error.message);
      if (there.value !== void 0) return this.#judge(there.value, next, data, expected);
    }
    return this.#notVerified(key, "The service does not find it.");
  }
  /**
   * Somebody else has the key. What is there is his, even when it is equal to the byte: two jobs of one run may be about
   * to do the same.
   */
  async #taken(key, next, expected, signal) {
    const { clock } = this.#options;
    const begun = clock.now();
    for (const pauseMs of this.#waitedFor.has(key) ? [0] : reservedMs) {
      if (!await this.#pause(pauseMs, signal))
        return { state: "unavailable", failure: cancelled("Writing", this.#names) };
      const there = await this.#reader.exact(key, signal);
      if (!there.ok) return { state: "unavailable", failure: there.error };
      if (there.value !== void 0) return this.#lost(there.value, next, expected);
    }
    this.#waitedFor.add(key);
    return { state: "unavailable", failure: reserved(key, clock.now() - begun, this.#names) };
  }
  #judge(there, next, data, expected) {
    if (Buffer.compare(there.data, data) === 0) return { state: "written", revision: there.revision };
    return this.#lost(there, next, expected);
  }
  /** Another run was faster. */
  #lost({ snapshot, revision, data }, next, expected) {
    const refused = conflict(versionOf(next), { ...versionOf(snapshot), revision }, expected, this.location);
    if (refused === void 0) throw new Error("a version that was written meanwhile has the expected revision");
    const message = `${refused.message} ${writerWords(writtenBy(data).run)}`;
    return { state: "conflict", failure: { ...refused, message } };
  }
  #notVerified(key, why) {
    return { state: "unavailable", failure: notVerified(key, why, this.#names) };
  }
  /** @returns false when the signal has ended it */
  async #pause(ms, signal) {
    if (ms > 0) await this.#options.clock.sleep(ms, signal).catch(() => void 0);
    return !signal.aborted;
  }
};

// src/app/state/cache-stores.ts
var CacheStores = class {
  #options;
  #cache;
  #scopes;
  constructor(options) {
    this.#options = options;
    const { environment, version: version2, token = "", redact } = options;
    const { GITHUB_API_URL: apiUrl = "https://api.github.com", ACTIONS_RUNTIME_TOKEN: runtimeToken = "" } = environment;
    const { repository } = options.place;
    this.#scopes = cacheScopes(readCacheScopes(runtimeToken), environment);
    this.#cache = new ActionsCache({
      environment,
      program: mainFile(),
      temporaryFolders: environment.RUNNER_TEMP ? [environment.RUNNER_TEMP, tmpdir()] : [tmpdir()],
      list: { apiUrl, repository, token, userAgent: `magnum-opus/${version2}`, environment },
      redact
    });
  }
  /** @param localFolder of the context, on this machine */
  open(project, context, localFolder) {
    const { place, version: version2, clock, initialize, sealing } = this.#options;
    return new CacheStore({
      cache: this.#cache,
      scopes: this.#scopes,
      repository: place.repository,
      project,
      context,
      writer: version2,
      initialize,
      localFolder,
      clock,
      sealing,
      flags: place.flags
    });
  }
  dispose() {
    return this.#cache.dispose();
  }
};
function mainFile() {
  return join3(dirname(process.argv[1] ?? ""), "index.js");
}
export {
  CacheStores
};
