import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  cachedFile,
  folderPrefix
} from "./chunk-2XPKVT5G.js";
import {
  runProcess
} from "./chunk-CDGJNW5Y.js";
import {
  GitHubServer
} from "./chunk-G5B4PQ7C.js";
import {
  serverOf
} from "./chunk-GHE6YAKB.js";
import {
  isRateLimit,
  limitEnd
} from "./chunk-3KUNSIUL.js";
import "./chunk-H7CNPS2Q.js";
import {
  removeTree
} from "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-RTR3EWSL.js";
import {
  isTraced,
  trace
} from "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import {
  withoutCredentials
} from "./chunk-T3NMYTTS.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  answerBytes,
  archiveBytes,
  listedEntries,
  mebibyte,
  sizeWords,
  stateBytes
} from "./chunk-35FI2EEV.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  cacheAltogetherMs,
  cacheCallMs,
  cacheListMs,
  cacheNextMs
} from "./chunk-IE326VUJ.js";
import {
  commandLine,
  shellWord
} from "./chunk-FOQK4HC4.js";
import "./chunk-QHW5LFAW.js";

// src/app/state/actions-cache.ts
import { tmpdir } from "node:os";
import { dirname, join as join2 } from "node:path";

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
  #removeTree;
  constructor(path, removeTree2) {
    this.path = path;
    this.#removeTree = removeTree2;
    this.work = join(path, "work");
    this.temporary = join(path, "temporary");
    this.programs = join(path, "bin");
    this.archive = join(path, "archive");
  }
  /**
   * Makes one that only this user can look into.
   * @param parents where it may be; the first one that the client can work in is taken
   * @param searchPath the PATH that has the programs
   * @param removeTree removes a folder with all that is in it; never throws
   */
  static make(parents, searchPath, removeTree2) {
    const [tar, gzip, mv] = ["tar", "gzip", "mv"].map((name) => findProgram(name, searchPath));
    const missing = tar === void 0 ? "tar" : gzip === void 0 ? "gzip" : "mv";
    if (tar === void 0 || gzip === void 0 || mv === void 0)
      return err(trouble("tools", `\`${missing}\` is not on the PATH of this machine: install it`));
    const parent = parents.map(existing).find((path) => path !== void 0 && /^[^\s"\\]+$/.test(path));
    if (parent === void 0)
      return err(trouble("tools", `there is no temporary folder whose path has no blanks (${parents.join(", ")})`));
    let folder;
    try {
      folder = new _CacheFolder(mkdtempSync(join(parent, folderPrefix)), removeTree2);
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
    this.#removeTree(this.path);
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
  if (options.token === "")
    return err(trouble("unauthorized", "there is no token to ask GitHub with: give the input `token`"));
  const server = new GitHubServer(options);
  const late = AbortSignal.timeout(timeoutMs);
  const client = await server.open({ attemptMs: timeoutMs });
  try {
    return await allPages(client, { server, options, prefix, signal: AbortSignal.any([signal, late]) }, () => {
      if (signal.aborted) return trouble("cancelled", "it was cancelled");
      if (late.aborted)
        return trouble("slow", `${server.shown} did not answer within ${Math.round(timeoutMs / 1e3)} s`);
      return void 0;
    });
  } finally {
    await client.dispose();
  }
}
async function allPages(client, { server, options, prefix, signal }, ended) {
  const [owner = "", repo = ""] = options.repository.split("/");
  const entries = /* @__PURE__ */ new Map();
  for (let page = 1; ; page++) {
    const parameters = { owner, repo, key: prefix, per_page: pageSize, page, sort: "created_at", direction: "desc" };
    const called = await client.call(route, parameters, { signal, once: true });
    const stopped = ended();
    if (stopped !== void 0) return err(stopped);
    if (!called.ok && "error" in called) return err(trouble("unreachable", server.whyUnreachable(called.error)));
    const answer = called.ok ? called.value : called.answer;
    const found = readPage(answer);
    if (found === void 0) return err(judge(answer, server.shown));
    for (const entry of found.entries) if (entry.key.startsWith(prefix)) entries.set(entry.id, entry);
    if (found.entries.length < pageSize || page * pageSize >= found.total) break;
    if (page * pageSize >= listedEntries) return err(tooMany(prefix, found.total));
  }
  return ok([...entries.values()].sort(newestFirst));
}
function tooMany(prefix, total) {
  const [has, most] = [total, listedEntries].map(grouped);
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
  const { id, key, ref, version, created_at: createdAt, size_in_bytes: sizeBytes } = value;
  if (!Number.isSafeInteger(id) || typeof sizeBytes !== "number") return void 0;
  if (typeof key !== "string" || typeof ref !== "string" || typeof version !== "string") return void 0;
  if (typeof createdAt !== "string" || !dateForm.test(createdAt) || Number.isNaN(Date.parse(createdAt)))
    return void 0;
  return { id, key, ref, version, createdAt, sizeBytes };
}
function judge(answer, apiUrl) {
  const { status, data, headers } = answer;
  const words = isObject(data) && typeof data.message === "string" ? quoted(data.message) : "";
  const said2 = words === "" ? `${status}` : `${status}: ${words}`;
  if (isRateLimit(answer)) {
    const again = limitEnd(answer)?.seconds || void 0;
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

// src/github/cache/cache-patience.ts
var Patience = class {
  #limits;
  #now;
  #spentMs = 0;
  #trouble;
  #calm = true;
  /** @param now milliseconds, monotonic */
  constructor(limits = { altogetherMs: cacheAltogetherMs, nextMs: cacheNextMs }, now = () => performance.now()) {
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
var printedBytes = 1024 ** 2;
async function runCacheProcess({
  program,
  request,
  run,
  environment,
  ...call
}) {
  const printed = { stderr: new Printed(), stdout: new Printed() };
  let answer;
  const end = await run({
    ...call,
    called: `cache client: ${request.call} ${request.key}`,
    command: process.execPath,
    args: [program, "cache-worker", JSON.stringify(request)],
    env: environment,
    onOutput: (stream, chunk) => printed[stream].add(chunk),
    onMessage: (message) => {
      if (isTraced2(message)) {
        trace(() => `cache client: ${message.traced}`);
        return false;
      }
      answer ??= message;
      return true;
    }
  });
  const text = `${printed.stderr.text}
${printed.stdout.text}`;
  if (answer !== void 0) return { state: "answered", answer, printed: text };
  switch (end.state) {
    case "aborted":
      return { state: "aborted" };
    case "timed-out":
      return { state: "timed-out", printed: text };
    case "not-started":
      return { state: "ended", how: end.message };
    case "exited":
      return { state: "ended", how: end.signal === null ? `exit code ${end.exitCode}` : `killed by ${end.signal}` };
  }
}
function isTraced2(message) {
  return typeof message === "object" && message !== null && "traced" in message;
}
var Printed = class {
  #chunks = [];
  #bytes = 0;
  add(chunk) {
    if (this.#bytes < printedBytes) this.#chunks.push(chunk);
    this.#bytes += chunk.length;
  }
  get text() {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
};

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
var OfficialActionsCache = class {
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
    return this.#call(cacheListMs, signal, async (timeoutMs, either) => {
      const unavailable = whyNotAvailable(this.#options.environment);
      if (unavailable !== void 0) return err(trouble("not-available", unavailable));
      return listCacheEntries(this.#options.list, prefix, timeoutMs, either);
    });
  }
  /** Content of the entry with a key, or of the newest that begins with a prefix; undefined: the service has none. */
  restore(which, signal) {
    const wanted = "key" in which ? which.key : which.prefix;
    return this.#withFolder(signal, async (folder, ask) => {
      const asked = await ask({ call: "restore", key: wanted, folder: folder.path, ...whetherTraced() });
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
      const asked = await ask({ call: "save", key, folder: folder.path, ...whetherTraced() });
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
    return this.#call(cacheCallMs, signal, async (timeoutMs, either) => {
      const unavailable = whyNotAvailable(this.#options.environment);
      if (unavailable !== void 0) return err(trouble("not-available", unavailable));
      const { temporaryFolders, environment, removeTree: removeTree2 } = this.#options;
      const made = CacheFolder.make(temporaryFolders, environment.PATH ?? "", removeTree2);
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
    const { environment, program, run } = this.#options;
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
    const end = await runCacheProcess({ program, request, cwd: work, environment: child, timeoutMs, signal, run });
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
    if (why.refused === "no-service")
      return trouble(
        "not-available",
        `${service} is none of the version 2, which runners of GitHub.com have (it answered ${why.status}): choose the backend \`branch\``
      );
    if (why.refused === "foreign")
      return trouble(
        "server",
        `${service} answered ${why.status} with ${quoted(why.type)}, which is no answer of GitHub's: does a proxy or a sign-in page stand in between?`
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
function whetherTraced() {
  return isTraced() ? { traced: true } : {};
}
var otherBackend = "choose the backend `branch`";
function whyNotAvailable(environment) {
  const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, ACTIONS_CACHE_SERVICE_V2 } = environment;
  if (process.platform === "win32") return `the cache can't hold state on Windows: ${otherBackend}`;
  const { cache: lacking } = serverOf(environment).lacks;
  if (lacking !== void 0) return `${lacking}: ${otherBackend}`;
  if (!ACTIONS_RESULTS_URL || !ACTIONS_RUNTIME_TOKEN)
    return `this step was given no cache service (${ACTIONS_RESULTS_URL ? "ACTIONS_RUNTIME_TOKEN" : "ACTIONS_RESULTS_URL"} is not set): on GitHub it comes with \`uses:\`, and not with \`run:\`; other runners may have none. There, ${otherBackend}`;
  if (!ACTIONS_CACHE_SERVICE_V2)
    return `this runner has no cache service of the version 2, which those of GitHub.com have: ${otherBackend}`;
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

// src/app/state/actions-cache.ts
function openActionsCache(repository, { environment, version, token = "", redact }) {
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", ACTIONS_RUNTIME_TOKEN: runtimeToken = "" } = environment;
  const cache = new OfficialActionsCache({
    environment,
    program: mainFile(),
    temporaryFolders: environment.RUNNER_TEMP ? [environment.RUNNER_TEMP, tmpdir()] : [tmpdir()],
    list: { apiUrl, repository, token, userAgent: `magnum-opus/${version}`, environment },
    run: runProcess,
    removeTree,
    redact
  });
  return { cache, granted: readCacheScopes(runtimeToken) };
}
function mainFile() {
  return join2(dirname(process.argv[1] ?? ""), "index.js");
}
export {
  openActionsCache
};
