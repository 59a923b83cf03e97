export const id = 142;
export const ids = [142];
export const modules = {

/***/ 78505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ cachedFile),
/* harmony export */   Z: () => (/* binding */ folderPrefix)
/* harmony export */ });
/** The one file in an entry. The service compares a hash of the name: under another one, no entry would be found. */
const cachedFile = "state.json";
/** What folders of calls are called, before six random characters. */
const folderPrefix = "opus-cache-";


/***/ }),

/***/ 54448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ removeTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Removes a folder with all that is in it, also what is read-only. Never throws: what can't be removed stays, and that
 * must not hide what came before.
 */
function removeTree(path) {
    if (removed(path))
        return;
    openUp(path);
    removed(path);
}
function removed(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
        return true;
    }
    catch {
        return false;
    }
}
/** Lets folders be emptied. */
function openUp(path) {
    const folders = [path];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
        try {
            if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder).isDirectory())
                continue;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(folder, 0o700);
            for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder))
                folders.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        }
        catch {
            // Another folder may still be emptied.
        }
}


/***/ }),

/***/ 35142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CacheStores: () => (/* binding */ CacheStores)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/engine/diagnostic.ts
var diagnostic = __webpack_require__(61463);
// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __webpack_require__(37100);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/github/cache-request.ts
var cache_request = __webpack_require__(78505);
// EXTERNAL MODULE: ./src/engine/ends.ts
var ends = __webpack_require__(69730);
// EXTERNAL MODULE: ./src/engine/printable.ts
var printable = __webpack_require__(48433);
// EXTERNAL MODULE: ./src/engine/shorten.ts
var shorten = __webpack_require__(42883);
;// CONCATENATED MODULE: ./src/github/cache-trouble.ts



const shownCharacters = 200;
/** A trouble; `what` may still be of several lines. */
function trouble(kind, what, retryAfterSeconds) {
    return { kind, what: (0,printable/* oneLine */.TN)(what), ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}
/** What a program or a server said: one line that fits into a sentence. */
function quoted(words) {
    return (0,shorten/* shortened */.v)((0,ends/* withoutEnd */.M)((0,printable/* oneLine */.TN)(words), ".:"), shownCharacters + 1);
}
/** True when asking again costs the full time again: the service is broken, or what is on the way to it. */
function isBroken({ kind }) {
    return kind === "server" || kind === "unreachable" || kind === "slow";
}

;// CONCATENATED MODULE: ./src/github/cache-archive.ts







const unzip = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
const blockBytes = 512;
/** What an archive may have besides the one file: headers, padding, and what tar programs add. */
const besidesBytes = limits/* mebibyte */.E$;
/**
 * Takes the one file of state out of a packed archive. Whoever gets hold of a job's token can save archives, so nothing
 * of one is ever unpacked to disk: no link, no folder and no other file of it, and never more than a state may have.
 * @param path of the archive
 */
async function readArchive(path) {
    const packed = (0,external_node_fs_.lstatSync)(path);
    if (!packed.isFile())
        return corrupt("an entry was found, and its archive is no file");
    if (packed.size > limits/* archiveBytes */.qc)
        return (0,diagnostic/* err */._q)(tooLargeArchive(packed.size));
    let unpacked;
    try {
        unpacked = await unzip((0,external_node_fs_.readFileSync)(path), { maxOutputLength: limits/* stateBytes */.t2 + besidesBytes });
    }
    catch (error) {
        const { code, message } = error;
        if (code === "ERR_BUFFER_TOO_LARGE")
            return corrupt(`${tooLargeState} (at most ${(0,limits/* sizeWords */.pG)(limits/* stateBytes */.t2)} are taken)`);
        return corrupt(`an entry was found, and can't be unpacked (${quoted(message)})`);
    }
    return oneFile(unpacked);
}
const tooLargeState = `an entry was found, and unpacks to more than ${(0,limits/* sizeWords */.pG)(limits/* stateBytes */.t2 + besidesBytes)}`;
/** @param bytes of it, as far as they are known */
function tooLargeArchive(bytes) {
    const has = bytes === undefined ? `more than ${(0,limits/* sizeWords */.pG)(limits/* archiveBytes */.qc)}` : (0,limits/* sizeWords */.pG)(bytes);
    return trouble("corrupt", `an entry was found, and its archive has ${has} (at most ${(0,limits/* sizeWords */.pG)(limits/* archiveBytes */.qc)} are taken)`);
}
/** The file of state, which must be there once, as a plain file. Whatever else is in the archive is passed over. */
function oneFile(archive) {
    const nothingElse = "an entry was found, and it holds something else than one file of state";
    let found;
    for (let at = 0; at + blockBytes <= archive.length;) {
        const header = readHeader(archive.subarray(at, at + blockBytes));
        if (header === "end")
            break;
        if (header === undefined)
            return corrupt("an entry was found, and can't be unpacked (a header is damaged)");
        const { name, plain, size } = header;
        const begin = at + blockBytes;
        if (begin + size > archive.length)
            return corrupt("an entry was found, and can't be unpacked (it is cut off)");
        if (name === cache_request/* cachedFile */.$ || name.startsWith(`${cache_request/* cachedFile */.$}/`)) {
            if (!plain || name !== cache_request/* cachedFile */.$ || found !== undefined)
                return corrupt(nothingElse);
            if (size > limits/* stateBytes */.t2)
                return corrupt(`an entry was found, and its state has ${(0,limits/* sizeWords */.pG)(size)} (at most ${(0,limits/* sizeWords */.pG)(limits/* stateBytes */.t2)} are taken)`);
            found = archive.subarray(begin, begin + size);
        }
        at = begin + Math.ceil(size / blockBytes) * blockBytes;
    }
    return found === undefined ? corrupt(nothingElse) : (0,diagnostic.ok)(found);
}
/**
 * The header of an entry, as POSIX has it (ustar). A long name or size in an entry of its own before it is not looked
 * at: the file of state needs neither.
 * @returns undefined when it is none
 */
function readHeader(block) {
    if (block.every((byte) => byte === 0))
        return "end";
    const text = (from, length) => {
        const field = block.subarray(from, from + length);
        const end = field.indexOf(0);
        return field.toString("latin1", 0, end === -1 ? length : end);
    };
    const octal = (from, length) => {
        const digits = text(from, length).trim();
        return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
    };
    // The field of the checksum itself counts as blanks.
    const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
    const size = octal(124, 12);
    if (sum !== octal(148, 8) || !Number.isSafeInteger(size))
        return undefined;
    const type = text(156, 1);
    const prefix = text(257, 5) === "ustar" && block[262] === 0 ? text(345, 155) : "";
    const name = prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
    // Links and folders have no content, whatever their size says.
    return { name, plain: type === "" || type === "0", size: /[1-6]/.test(type) ? 0 : size };
}
function corrupt(what) {
    return (0,diagnostic/* err */._q)(trouble("corrupt", what));
}

// EXTERNAL MODULE: ./src/engine/command-line.ts
var command_line = __webpack_require__(17014);
// EXTERNAL MODULE: ./src/github/remove-tree.ts
var remove_tree = __webpack_require__(54448);
;// CONCATENATED MODULE: ./src/github/cache-folder.ts







/**
 * A private folder for one call of the cache client: `work` has the file that is saved, `temporary` what the client
 * puts there, `archive` is what it has restored, and `bin` is the whole PATH.
 *
 * Only `tar` and `gzip` are on it. Without `zstd` the client always packs with gzip, and so machines with and without
 * zstd find each other's entries: the service compares the way of packing too.
 */
class CacheFolder {
    path;
    work;
    temporary;
    programs;
    /** Path of the archive that was restored. */
    archive;
    constructor(path) {
        this.path = path;
        this.work = (0,external_node_path_.join)(path, "work");
        this.temporary = (0,external_node_path_.join)(path, "temporary");
        this.programs = (0,external_node_path_.join)(path, "bin");
        this.archive = (0,external_node_path_.join)(path, "archive");
    }
    /**
     * Makes one that only this user can look into.
     * @param parents where it may be; the first one that the client can work in is taken
     * @param searchPath the PATH that has the programs
     */
    static make(parents, searchPath) {
        const [tar, gzip, mv] = ["tar", "gzip", "mv"].map((name) => findProgram(name, searchPath));
        const missing = tar === undefined ? "tar" : gzip === undefined ? "gzip" : "mv";
        if (tar === undefined || gzip === undefined || mv === undefined)
            return (0,diagnostic/* err */._q)(trouble("tools", `\`${missing}\` is not on the PATH of this machine: install it`));
        // The client writes command lines, and quotes no paths.
        const parent = parents.map(existing).find((path) => path !== undefined && /^[^\s"\\]+$/.test(path));
        if (parent === undefined)
            return (0,diagnostic/* err */._q)(trouble("tools", `there is no temporary folder whose path has no blanks (${parents.join(", ")})`));
        let folder;
        try {
            folder = new CacheFolder((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, cache_request/* folderPrefix */.Z)));
            folder.#furnish(tar, gzip, mv);
            return (0,diagnostic.ok)(folder);
        }
        catch (error) {
            folder?.remove();
            return (0,diagnostic/* err */._q)(trouble("tools", `no temporary folder can be made in ${parent} (${error.message})`));
        }
    }
    #furnish(tar, gzip, mv) {
        for (const folder of [this.work, this.temporary, this.programs])
            (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
        (0,external_node_fs_.symlinkSync)(gzip, (0,external_node_path_.join)(this.programs, "gzip"));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.programs, "tar"), carefulTar(tar, mv, this.archive), { mode: 0o700 });
    }
    /** Lays out what is to be saved. Throws when the disk is full. */
    write(data) {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.work, cache_request/* cachedFile */.$), data, { mode: 0o600 });
    }
    /** Never throws. */
    remove() {
        (0,remove_tree/* removeTree */.d)(this.path);
    }
}
/**
 * The client unpacks with `-P`, which lets an archive write wherever it likes, and as much as it likes. So instead of
 * unpacking, this `tar` keeps the archive, which is read without writing anything of it; see `readArchive`.
 */
function carefulTar(tar, mv, archive) {
    return `#!/bin/sh
if [ "$1" = -xf ]; then exec ${(0,command_line/* commandLine */.a)([mv, "--"])} "$2" ${(0,command_line/* shellWord */.r)(archive)}; fi
exec ${(0,command_line/* shellWord */.r)(tar)} "$@"
`;
}
function findProgram(name, searchPath) {
    return searchPath
        .split(external_node_path_.delimiter)
        .filter(external_node_path_.isAbsolute)
        .map((folder) => (0,external_node_path_.join)(folder, name))
        .find((path) => {
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            return (0,external_node_fs_.statSync)(path).isFile();
        }
        catch {
            return false;
        }
    });
}
/** Without links, as a process sees its own working directory. */
function existing(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/engine/json.ts
var json = __webpack_require__(28794);
// EXTERNAL MODULE: ./src/engine/shown-url.ts
var shown_url = __webpack_require__(75819);
// EXTERNAL MODULE: ./src/github/answer.ts
var github_answer = __webpack_require__(1893);
// EXTERNAL MODULE: ./src/github/proxy.ts
var github_proxy = __webpack_require__(38231);
;// CONCATENATED MODULE: ./src/github/cache-list.ts








const route = "GET /repos/{owner}/{repo}/actions/caches";
const pageSize = 100;
/** `Date.parse` takes much more. */
const dateForm = /^[\d:.TZ+-]{10,40}$/;
/**
 * Asks GitHub's API for the entries of a repository's cache whose key begins with a prefix, of all refs.
 * @param timeoutMs for all pages together
 * @returns newest first; or why they can't be told, which is never an empty list
 */
async function listCacheEntries(options, prefix, timeoutMs, signal) {
    const { token, userAgent, environment, repository } = options;
    if (token === "")
        return (0,diagnostic/* err */._q)(trouble("unauthorized", "there is no token to ask GitHub with: give the input `token`"));
    const apiUrl = (0,ends/* withoutEnd */.M)(options.apiUrl, "/");
    const [owner = "", repo = ""] = repository.split("/");
    const proxy = (0,github_proxy/* proxyFor */.i)(apiUrl, environment);
    const shown = (0,shown_url/* withoutCredentials */.r)(apiUrl);
    const client = { apiUrl, token, userAgent, proxy: proxy?.url, noProxy: (0,github_proxy/* noProxy */.A)(environment) };
    const late = AbortSignal.timeout(timeoutMs);
    const either = AbortSignal.any([signal, late]);
    // Some ends of a request look like an empty answer; these two reasons come first.
    const ended = () => {
        if (signal.aborted)
            return trouble("cancelled", "it was cancelled");
        if (late.aborted)
            return trouble("slow", `${shown} did not answer within ${Math.round(timeoutMs / 1_000)} s`);
        return undefined;
    };
    const entries = new Map();
    for (let page = 1;; page++) {
        const parameters = { owner, repo, key: prefix, per_page: pageSize, page, sort: "created_at", direction: "desc" };
        let answer;
        try {
            const { request } = await Promise.all(/* import() */[__webpack_require__.e(848), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 96584));
            answer = await request(client, route, parameters, either);
        }
        catch (error) {
            return (0,diagnostic/* err */._q)(ended() ?? trouble("unreachable", (0,github_answer/* whyUnreachable */.Lx)(error, apiUrl, proxy)));
        }
        const stopped = ended();
        if (stopped !== undefined)
            return (0,diagnostic/* err */._q)(stopped);
        const found = readPage(answer);
        if (found === undefined)
            return (0,diagnostic/* err */._q)(judge(answer, shown));
        // While pages are read, others save: an entry may come twice.
        for (const entry of found.entries)
            if (entry.key.startsWith(prefix))
                entries.set(entry.id, entry);
        if (found.entries.length < pageSize || page * pageSize >= found.total)
            break;
        if (page * pageSize >= limits/* listedEntries */.yO)
            return (0,diagnostic/* err */._q)(tooMany(prefix, found.total));
    }
    return (0,diagnostic.ok)([...entries.values()].sort(newestFirst));
}
function tooMany(prefix, total) {
    const [has, most] = [total, limits/* listedEntries */.yO].map((count) => count.toLocaleString("en-US"));
    return trouble("server", `GitHub's list of the entries whose keys begin with ${prefix} has ${has} of them (at most ${most} are read): delete old ones`);
}
function newestFirst(left, right) {
    return Date.parse(right.createdAt) - Date.parse(left.createdAt) || right.id - left.id;
}
/** Undefined when it is not what GitHub answers. */
function readPage({ status, data }) {
    if (status !== 200 || !(0,json/* isObject */.Gv)(data) || !Array.isArray(data.actions_caches))
        return undefined;
    const entries = data.actions_caches.map(readEntry).filter((entry) => entry !== undefined);
    const total = data.total_count;
    // One entry that can't be read may be the one that counts.
    return typeof total === "number" && entries.length === data.actions_caches.length ? { entries, total } : undefined;
}
function readEntry(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    const { id, key, ref, version, created_at: createdAt, size_in_bytes: sizeBytes } = value;
    if (!Number.isSafeInteger(id) || typeof sizeBytes !== "number")
        return undefined;
    if (typeof key !== "string" || typeof ref !== "string" || typeof version !== "string")
        return undefined;
    if (typeof createdAt !== "string" || !dateForm.test(createdAt) || Number.isNaN(Date.parse(createdAt)))
        return undefined;
    return { id: id, key, ref, version, createdAt, sizeBytes };
}
function judge(answer, apiUrl) {
    const { status, data, headers } = answer;
    const words = (0,json/* isObject */.Gv)(data) && typeof data.message === "string" ? quoted(data.message) : "";
    const said = words === "" ? `${status}` : `${status}: ${words}`;
    if (isRateLimit(answer, words)) {
        const again = retryAfter(headers);
        const when = again === undefined ? "later" : `in ${again} s`;
        const what = `GitHub's rate limit for the input \`token\` is used up (${said}): run the job again ${when}`;
        return trouble("limited", what, again);
    }
    switch (status) {
        case 401:
            return trouble("unauthorized", `GitHub refused the token (${said}): check the input \`token\``);
        case 403:
            return trouble("forbidden", `the token may not list the entries of the cache (${said}): add \`actions: read\` to the \`permissions\` of the workflow`);
        case 404:
            return trouble("not-found", `GitHub has no such repository, or the token may not see it (${said}): check the input \`token\``);
        default: {
            const type = (0,json/* isObject */.Gv)(data) ? "" : ` with ${headers["content-type"] ?? "nothing"}`;
            return trouble("server", `${apiUrl} answered ${said}${type}, and no list of the cache's entries`);
        }
    }
}
function isRateLimit({ status, headers }, words) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined || /rate limit/i.test(words);
}
/** In seconds. The reset is a time of GitHub's clock, which its answer tells too. */
function retryAfter(headers) {
    const after = Number(headers["retry-after"]);
    if (after > 0)
        return after;
    const reset = Number(headers["x-ratelimit-reset"]);
    const now = Date.parse(String(headers.date)) / 1_000;
    return reset > now ? Math.ceil(reset - now) : undefined;
}

;// CONCATENATED MODULE: ./src/github/cache-patience.ts


/**
 * How long calls may take, so that a run does not wait for each of them in turn when the service is broken: after a
 * call in vain the next ones get little time, and in the end none.
 */
class Patience {
    #limits;
    #now;
    #spentMs = 0;
    #trouble;
    #calm = true;
    /** @param now milliseconds, monotonic */
    constructor(limits = { altogetherMs: 35_000, nextMs: 4_000 }, now = () => performance.now()) {
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
        if (this.#trouble !== undefined && leftMs < nextMs)
            return (0,diagnostic/* err */._q)(this.#trouble);
        const began = this.#now();
        const answer = await call(Math.min(wantedMs, leftMs, this.#calm ? wantedMs : nextMs));
        if (answer.ok || !isBroken(answer.error)) {
            this.#calm = true;
        }
        else {
            this.#spentMs += this.#now() - began;
            this.#trouble = answer.error;
            this.#calm = false;
        }
        return answer;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./src/github/cache-process.ts

const printedBytes = 1024 ** 2;
/** How long a program that it has started may keep its pipes open after its end. */
const lingerMs = 500;
/**
 * Runs the program as cache client, in a process group of its own that is gone when the promise resolves. Whatever
 * happens is a value; never rejects.
 */
function runCacheProcess(call) {
    if (call.signal.aborted)
        return Promise.resolve({ state: "aborted" });
    const child = (0,external_node_child_process_.fork)(call.program, ["cache-worker", JSON.stringify(call.request)], {
        cwd: call.cwd,
        env: call.environment,
        execArgv: [],
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        detached: true,
    });
    // Each for itself, so that no line stands in the middle of another.
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
            for (const stream of [child.stdout, child.stderr])
                stream?.destroy();
            const text = printed.map((read) => read()).join("\n");
            const how = failed ?? (child.signalCode ? `killed by ${child.signalCode}` : `exit code ${child.exitCode}`);
            if (answer !== undefined)
                done({ state: "answered", answer, printed: text });
            else if (stopped === "aborted")
                done({ state: "aborted" });
            else if (stopped === "timed-out")
                done({ state: "timed-out", printed: text });
            else
                done({ state: "ended", how });
        };
        child.once("message", (message) => {
            answer = message;
            // Connections that it keeps open would hold it up.
            killGroup(child);
        });
        child.once("error", (error) => {
            failed = error.message;
            if (child.pid === undefined)
                settle();
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
        if (bytes < printedBytes)
            chunks.push(chunk);
        bytes += chunk.length;
    });
    stream?.on("error", () => undefined);
    return () => Buffer.concat(chunks).toString("utf8");
}
function killGroup({ pid }) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, "SIGKILL");
    }
    catch {
        // It has ended just now.
    }
}

;// CONCATENATED MODULE: ./src/github/cache-words.ts




/** What the client puts before the words of a server or of the system. */
const callPrefix = /^(?:Error: )?(?:Failed to [A-Z]\w+: (?:Failed to make request after \d+ attempts: )?)?/;
/**
 * What the official cache client (`@actions/cache` 6.3) means. It answers `-1` or nothing for a miss, a refusal, a
 * broken server and a damaged archive alike, and prints what happened; so this is the one place that knows its words.
 * Words that are not known are a trouble, never "there is none".
 */
class CacheWords {
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
        if ("id" in answer && answer.id !== null && answer.id >= 0)
            return (0,diagnostic.ok)("saved");
        const why = this.#find(/^Failed to reserve cache: (.*)/s) ?? this.#find(/^Failed to save: (.*)/s);
        if (why !== undefined && /Failed request: \(409\)/.test(why))
            return (0,diagnostic.ok)("taken");
        if (this.#find(/^FinalizeCacheEntryUploadResponse: (false)/) !== undefined)
            return (0,diagnostic/* err */._q)(trouble("server", `${this.#service} did not complete the entry${said(this.#last())}`));
        return (0,diagnostic/* err */._q)(this.#threw(answer) ?? this.#mode() ?? this.#why(why, "tools"));
    }
    /**
     * @param answer what `restoreCache` returned
     * @returns the key of the entry that was unpacked; undefined: the service said that there is none
     */
    restore(answer) {
        if ("key" in answer && answer.key !== null)
            return (0,diagnostic.ok)(answer.key);
        const why = this.#find(/^Failed to restore: (.*)/s);
        const none = this.#find(/^(Cache not found) for version /) !== undefined;
        // The client takes every answer without `ok` for a miss. One with a reason is none.
        const reason = none ? /"(?:message|msg|error)"\s*:\s*("[^"]+")/.exec(this.#find(/^Body: (.*)/s) ?? "")?.[1] : "";
        if (reason)
            return (0,diagnostic/* err */._q)(trouble("unknown", `${this.#service} refused it${said(reason)}`));
        if (why === undefined && none)
            return (0,diagnostic.ok)(undefined);
        return (0,diagnostic/* err */._q)(this.#threw(answer) ?? this.#mode() ?? this.#why(why, "corrupt"));
    }
    /** The key of the entry that the service has found; undefined: nothing was said of one. */
    hit() {
        return this.#find(/^Cache hit for(?: restore-key)?: (.*)/);
    }
    /** When the client was stopped, because it took too long: the error after which it was trying again, if any. */
    interrupted(timeoutMs) {
        const why = this.#find(/^Attempt \d+ of \d+ failed with error: (.*)\. Retrying request in/s);
        if (why !== undefined)
            return this.#why(why, "unknown");
        return trouble("slow", `${this.#service} did not answer within ${Math.round(timeoutMs / 1_000)} s`);
    }
    #threw(answer) {
        return "threw" in answer ? trouble("unknown", `the cache client refused it (${quoted(answer.threw)})`) : undefined;
    }
    #mode() {
        const mode = this.#find(/^Cache (?:save|restore) skipped: the effective cache-mode '([^']*)'/);
        if (mode === undefined)
            return undefined;
        return trouble("mode", `the cache mode of this job, \`${mode}\`, does not permit it: set \`cache-mode: write\` in the workflow`);
    }
    /** @param tar what a failure of `tar` means */
    #why(told, tar) {
        if (told === undefined)
            return trouble("unknown", `the cache client gave no answer, and did not say why${said(this.#last())}`);
        const why = told.replace(callPrefix, "");
        return (this.#denied(why) ??
            this.#status(why) ??
            this.#tar(why, tar) ??
            this.#storage() ??
            this.#connection(why) ??
            trouble("unknown", `the cache client failed${said(why)}`));
    }
    #denied(why) {
        const [, denied, words = ""] = /cache (write|read) denied:\s*(.*)/s.exec(why) ?? [];
        if (denied === "read")
            return trouble("read-denied", `this job may not read the cache${said(words)}: see \`cache-mode\` of the workflow`);
        if (denied === "write")
            return trouble("write-denied", `this job may only read the cache${said(words)}: GitHub lets no run save that an outsider can start, as one of \`pull_request_target\`, \`issue_comment\` or \`workflow_run\`, nor one whose \`cache-mode\` forbids it. Save in a run of \`push\`, \`schedule\` or \`workflow_dispatch\``);
        if (/Cache storage quota has been hit/.test(why))
            return trouble("full", "there is no room left for it: delete entries of the cache, or raise the budget for it");
        return undefined;
    }
    #status(why) {
        const [, status, reason = ""] = /Failed request: \((\d{3})\) (.*)/s.exec(why) ?? [];
        if (status === undefined)
            return undefined;
        const words = said(`${status} ${reason}`);
        if (status === "401")
            return trouble("unauthorized", `${this.#service} did not accept the token of this job${words}: run the job again`);
        if (status === "403")
            return trouble("forbidden", `${this.#service} refused the token of this job${words}`);
        if (status === "429") {
            const seconds = this.#find(/your rate limit will reset in (\d+) seconds/);
            const again = seconds === undefined ? "later" : `in ${seconds} s`;
            const what = `GitHub's rate limit of the cache is used up${words}: run the job again ${again}`;
            return trouble("limited", what, seconds === undefined ? undefined : Number(seconds));
        }
        return trouble(status < "500" ? "unknown" : "server", `${this.#service} failed${words}`);
    }
    #tar(why, kind) {
        if (!/tar" failed with error:/.test(why))
            return undefined;
        // It could not be started at all: the folder is on a disk that runs no programs, for example.
        if (/\bE(?:ACCES|NOENT|PERM)\b/.test(why))
            return trouble("tools", `tar can't be run${said(why)}`);
        const complaint = this.#said.find((line) => /^(?:\S*tar|gzip): /.test(line));
        const what = kind === "corrupt" ? "an entry was found, and can't be unpacked" : "it can't be packed";
        return trouble(kind, `${what}${said(complaint ?? why)}`);
    }
    /** The library for Azure's storage says nothing in its errors, but logs what the server answered. */
    #storage() {
        const status = this.#find(/Response status code: (\d{3})/);
        if (status === undefined || status < "400")
            return undefined;
        if (status === "404")
            return trouble("gone", "an entry was found, and its content is gone (404 of the storage)");
        if (status >= "500")
            return trouble("server", `the storage of the cache failed (${status})`);
        return trouble("forbidden", `the storage of the cache refused the job (${status})`);
    }
    #connection(why) {
        if (/\b(?:ETIMEDOUT|ESOCKETTIMEDOUT)\b|time(?:d )?-?out/i.test(why))
            return trouble("slow", `${this.#service} did not answer in time${said(why)}`);
        const [code] = /\bE(?:CONN(?:REFUSED|RESET|ABORTED)|NOTFOUND|HOSTUNREACH|NETUNREACH|PIPE|AI_AGAIN)\b|socket hang up|^[^\n]*\b(?:certificate|TLS|SSL)\b[^\n]*|Incomplete download[^\n]*/im.exec(why) ?? [];
        if (code !== undefined)
            return trouble("unreachable", `${this.#service} can't be reached${said(code)}`);
        if (/not valid JSON|Unexpected (?:token|end)/.test(why))
            return trouble("server", `${this.#service} answered something that is no answer of GitHub's: is a proxy in between?`);
        return undefined;
    }
    /** The newest text that matches; its first group. */
    #find(pattern) {
        return this.#said.map((text) => pattern.exec(text)?.[1]).findLast((found) => found !== undefined);
    }
    #last() {
        return this.#said.findLast((text) => text.trim() !== "") ?? "";
    }
}
/** @param address as `ACTIONS_RESULTS_URL` */
function serviceAt(address) {
    return `the cache service at ${(0,ends/* withoutEnd */.M)((0,shown_url/* withoutCredentials */.r)(address), "/")}`;
}
/** Takes the wrapping of a workflow command off, as the runner would. */
function withoutCommand(line) {
    const [, text] = /^::(?:debug|notice|warning|error)(?: [^:]*)?::(.*)/.exec(line) ?? [];
    if (text === undefined)
        return line;
    return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
/** In brackets, unless it says nothing. */
function said(words) {
    const text = quoted(words);
    return text === "" ? "" : ` (${text})`;
}

;// CONCATENATED MODULE: ./src/github/actions-cache.ts









/** What a call is worth waiting for, in milliseconds. The client's own attempts after an error 500 take about 28 s. */
const callMs = 30_000;
const listMs = 15_000;
/** What the client reads besides what it is given: how the service is reached. */
const passedOn = [
    "ACTIONS_RESULTS_URL",
    "ACTIONS_CACHE_URL",
    "ACTIONS_CACHE_SERVICE_V2",
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_CACHE_MODE",
    "GITHUB_SERVER_URL",
    "NODE_EXTRA_CA_CERTS",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    ...["http_proxy", "https_proxy", "all_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]),
];
/**
 * GitHub's cache, through its official client, which runs in a process of its own: it prints, hangs and is configured
 * by the environment. One process serves one call, in a private folder that is gone afterwards.
 */
class ActionsCache {
    #options;
    #patience;
    #disposed = new AbortController();
    #underWay = new Set();
    constructor(options) {
        this.#options = options;
        this.#patience = options.patience ?? new Patience();
    }
    /** Complete entries whose key begins with a prefix, of all refs, newest first. */
    list(prefix, signal) {
        return this.#call(listMs, signal, (timeoutMs, either) => listCacheEntries(this.#options.list, prefix, timeoutMs, either));
    }
    /** Content of the entry with a key, or of the newest that begins with a prefix; undefined: the service has none. */
    restore(which, signal) {
        const wanted = "key" in which ? which.key : which.prefix;
        return this.#withFolder(signal, async (folder, ask) => {
            const asked = await ask({ call: "restore", key: wanted, folder: folder.path });
            if (!asked.ok)
                return asked;
            const found = asked.value.words.restore(asked.value.answer);
            if (!found.ok)
                return found;
            const key = found.value;
            // The service falls back to keys that only begin with the one that it was asked for.
            if (key === undefined || ("key" in which && key !== which.key))
                return (0,diagnostic.ok)(undefined);
            if (!key.startsWith(wanted))
                return (0,diagnostic/* err */._q)(trouble("server", `it was asked for ${wanted}, and answered with another key`));
            const data = await readArchive(folder.archive);
            return data.ok ? (0,diagnostic.ok)({ key, data: data.value }) : (0,diagnostic/* err */._q)({ ...data.error, key });
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
            if (either.aborted)
                return (0,diagnostic/* err */._q)(trouble("cancelled", "it was cancelled"));
            return this.#redacted(await call(timeoutMs, either));
        });
        this.#underWay.add(answer);
        return answer.finally(() => this.#underWay.delete(answer));
    }
    #withFolder(signal, work) {
        return this.#call(callMs, signal, async (timeoutMs, either) => {
            const unavailable = whyNotAvailable(this.#options.environment);
            if (unavailable !== undefined)
                return (0,diagnostic/* err */._q)(trouble("not-available", unavailable));
            const { temporaryFolders, environment } = this.#options;
            const made = CacheFolder.make(temporaryFolders, environment.PATH ?? "");
            if (!made.ok)
                return made;
            const folder = made.value;
            try {
                return await work(folder, (request) => this.#ask(folder, request, timeoutMs, either));
            }
            catch (error) {
                return (0,diagnostic/* err */._q)(trouble("tools", `${folder.path} can't be used (${error.message})`));
            }
            finally {
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
            AZURE_LOG_LEVEL: "info",
        };
        const passed = passedOn.flatMap((name) => {
            const value = environment[name];
            return value === undefined ? [] : [[name, value]];
        });
        const child = { ...Object.fromEntries(passed), ...own };
        const end = await runCacheProcess({ program, request, cwd: work, environment: child, timeoutMs, signal });
        switch (end.state) {
            case "answered":
                if ("refused" in end.answer) {
                    const key = new CacheWords(end.printed, address).hit();
                    return (0,diagnostic/* err */._q)({ ...this.#refused(end.answer), ...(key === undefined ? {} : { key }) });
                }
                return (0,diagnostic.ok)({ answer: end.answer, words: new CacheWords(end.printed, address) });
            case "timed-out":
                return (0,diagnostic/* err */._q)(new CacheWords(end.printed, address).interrupted(timeoutMs));
            case "aborted":
                return (0,diagnostic/* err */._q)(trouble("cancelled", "it was cancelled"));
            case "ended":
                return (0,diagnostic/* err */._q)(trouble("unknown", `the process of the cache client ended without an answer (${end.how})`));
        }
    }
    #refused(why) {
        const service = serviceAt(this.#options.environment.ACTIONS_RESULTS_URL ?? "");
        if (why.refused === "redirect")
            return trouble("server", `${service} led to another server (${why.to}), which is not given the token of this job`);
        if (why.of === "archive")
            return tooLargeArchive(why.bytes);
        const has = why.bytes === undefined ? `more than ${(0,limits/* sizeWords */.pG)(limits/* answerBytes */._x)}` : (0,limits/* sizeWords */.pG)(why.bytes);
        return trouble("server", `${service} answered with ${has} (at most ${(0,limits/* sizeWords */.pG)(limits/* answerBytes */._x)} are taken)`);
    }
    #redacted(result) {
        if (result.ok)
            return result;
        const { redact, environment, list } = this.#options;
        const secrets = [environment.ACTIONS_RUNTIME_TOKEN, list.token].filter((one) => one !== undefined && one !== "");
        const bare = secrets.reduce((text, one) => text.replaceAll(one, "***"), result.error.what);
        return (0,diagnostic/* err */._q)({ ...result.error, what: redact(bare.replace(/\bsig=[^\s&)]+/g, "sig=***")) });
    }
}
/** The client would fall back to the first version of the service, which tells less and is switched off on GitHub. */
function whyNotAvailable(environment) {
    const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, ACTIONS_CACHE_SERVICE_V2, GITHUB_SERVER_URL } = environment;
    if (process.platform === "win32")
        return "the cache can't hold state on Windows: choose the backend `branch`";
    if (!ACTIONS_RESULTS_URL || !ACTIONS_RUNTIME_TOKEN)
        return "there is no cache service here: GitHub gives it to steps of a workflow that `uses:` an action alone";
    const host = URL.parse(GITHUB_SERVER_URL || "https://github.com")?.hostname ?? "";
    if (!ACTIONS_CACHE_SERVICE_V2 || !/^github\.com$|\.(?:ghe\.com|localhost)$/i.test(host))
        return `${host || "this server"} has no cache service of the version 2, which GitHub.com has: choose the backend \`branch\``;
    return undefined;
}

;// CONCATENATED MODULE: ./src/github/cache-token.ts
const read = 1;
const write = 2;
/**
 * Reads the scopes out of `ACTIONS_RUNTIME_TOKEN`: a JWT, whose claim `ac` is a text with JSON in it,
 * `[{"Scope": "refs/heads/topic", "Permission": 3}, {"Scope": "refs/heads/main", "Permission": 1}]`, where 1 is to
 * read, 2 to write. GitHub does not document the claim; BuildKit's client has read it for years
 * (https://github.com/tonistiigi/go-actions-cache/blob/master/cache.go). The signature is not checked: it is the
 * service that decides, this only tells beforehand what it will say.
 *
 * What GitHub puts there:
 * - A branch reads its own entries and those of the default branch; a pull request (`refs/pull/7/merge`) those of its
 *   base too, and nobody else ever sees its own
 *   (https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache).
 * - A run of `merge_group` has a ref of its own (`refs/heads/gh-readonly-queue/main/pr-7-…`) that is deleted when it
 *   is over, so nobody finds what it saved (https://github.com/actions/cache/issues/1798).
 * - Since June 2026 runs in the default branch's scope that an outsider can start (`pull_request_target`,
 *   `issue_comment`, `workflow_run`) may only read; `cache-mode` in a workflow takes away more, as
 *   `ACTIONS_CACHE_MODE` tells (https://github.com/actions/cache/pull/1768, https://github.com/actions/toolkit/pull/2447).
 *
 * @returns in the order of the token: the job's own ref comes first. Undefined when it can't be told: another kind of token, or a claim that looks different
 */
function readCacheScopes(token) {
    const [, payload] = token.split(".");
    const claims = parsed(Buffer.from(payload ?? "", "base64url").toString("utf8"));
    const listed = parsed(claims?.ac);
    if (!Array.isArray(listed))
        return undefined;
    const scopes = listed.map(readScope);
    return scopes.every((one) => one !== undefined) ? scopes : undefined;
}
function readScope(value) {
    const { Scope: ref, Permission: permission } = (value ?? {});
    if (typeof ref !== "string" || ref === "" || typeof permission !== "number")
        return undefined;
    return { ref, mayRestore: (permission & read) !== 0, maySave: (permission & write) !== 0 };
}
function parsed(text) {
    try {
        return typeof text === "string" ? (JSON.parse(text) ?? undefined) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/state/cache/cache-scopes.ts
/**
 * The scopes of a run: what its token says, or where that says nothing, what its event and ref mean.
 * @param token undefined: it does not tell
 */
function cacheScopes(token, environment) {
    const saved = token?.find(({ maySave }) => maySave)?.ref;
    const own = saved ?? (environment.GITHUB_REF || undefined);
    const seen = token?.filter(({ mayRestore }) => mayRestore).map(({ ref }) => ref);
    const readOnly = token !== undefined && saved === undefined;
    return { own, seen, obstacle: obstacle(own, readOnly, environment) };
}
function obstacle(own, readOnly, environment) {
    const mode = (environment.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
    if (mode === "none" || mode === "read")
        return { kind: "mode", mode };
    if (readOnly)
        return { kind: "read-only", ref: own };
    if (own === undefined)
        return { kind: "no-ref" };
    if (environment.GITHUB_EVENT_NAME === "merge_group" || own.startsWith("refs/heads/gh-readonly-queue/"))
        return { kind: "merge-queue", ref: own };
    return own.startsWith("refs/tags/") ? { kind: "tag", ref: own } : undefined;
}

// EXTERNAL MODULE: ./src/state/codec.ts + 1 modules
var codec = __webpack_require__(7776);
// EXTERNAL MODULE: ./src/state/file-journal.ts + 1 modules
var file_journal = __webpack_require__(56514);
// EXTERNAL MODULE: ./src/state/file-system.ts
var file_system = __webpack_require__(97705);
// EXTERNAL MODULE: ./src/state/moved.ts
var moved = __webpack_require__(11290);
// EXTERNAL MODULE: ./src/state/same-body.ts
var same_body = __webpack_require__(60904);
// EXTERNAL MODULE: ./src/state/state-folder.ts
var state_folder = __webpack_require__(64629);
// EXTERNAL MODULE: ./src/state/succession.ts
var succession = __webpack_require__(99174);
// EXTERNAL MODULE: ./src/state/digest.ts
var digest = __webpack_require__(43025);
;// CONCATENATED MODULE: ./src/state/cache/cache-key.ts


const begins = "begin";
const followsPrefix = "follows-";
/** The service takes 512 characters; three names of this length and the rest stay well below. */
const longestName = 120;
const serialDigits = 10;
/** What the keys of all entries of all states begin with. */
const allStates = "opus-state-v1/";
/** A name as `keyName` writes it: nothing that a shell or a reader could take for something else. */
const written = "[\\w.%~-]+";
const anyKey = new RegExp(`^${allStates}(${written})/(${written})/\\d{10,16}/(?:begin|follows-${written})$`);
const version = new RegExp(`^(\\d{10,16})/(?:begin|follows-(${written}))$`);
/** The project and context of a key, as far as they can be told: names with capital letters are cut in keys. */
function nameInKey(key) {
    const [, project, context] = anyKey.exec(key) ?? [];
    return project === undefined || context === undefined
        ? undefined
        : { project: (0,state_folder/* nameOfFolder */.Fp)(project), context: (0,state_folder/* nameOfFolder */.Fp)(context) };
}
/** What the keys of all entries of one project and context begin with: `opus-state-v1/<project>/<context>/`. */
function cacheKeyPrefix(project, context) {
    return `${allStates}${keyName(project)}/${keyName(context)}/`;
}
/**
 * The key of a version. It has only what all runs share that could write it, so that of two which follow the same
 * version the service takes one: `opus-state-v1/storefront/prod/0000000042/follows-0d6f…`.
 * @param lineage of the version that it follows; undefined: it is the first
 */
function cacheKey(prefix, serial, lineage) {
    const after = lineage === undefined ? begins : `${followsPrefix}${keyName(lineage)}`;
    return `${prefix}${String(serial).padStart(serialDigits, "0")}/${after}`;
}
/** Reads what `cacheKey` made with this prefix; undefined: it is no such key. */
function parseCacheKey(prefix, key) {
    if (!key.startsWith(prefix))
        return undefined;
    const match = version.exec(key.slice(prefix.length));
    const serial = Number(match?.[1] ?? 0);
    if (match === null || !Number.isSafeInteger(serial) || serial < 1)
        return undefined;
    // Digits in front would be another key of the same serial.
    if ((match[1] ?? "").length > serialDigits && match[1]?.startsWith("0"))
        return undefined;
    return { serial, follows: match[2] };
}
/**
 * Half a sentence about how a state differs from its key; undefined: the two fit.
 * @param state what was found in the entry
 */
function keyMismatch({ serial, follows }, state) {
    if (state.serial !== serial)
        return `it has serial ${state.serial}, and its key says ${serial}`;
    if (follows === undefined || keyName(state.lineage) === follows)
        return undefined;
    return `its lineage is "${state.lineage}", and its key says "${follows}"`;
}
/**
 * A name as one part of a key. The service may not tell capital letters from small ones, so names that have some, like
 * those that are cut, are told apart by a checksum behind `~`, which no other name has.
 */
function keyName(name) {
    const encoded = (0,state_folder/* folderName */.ub)(name);
    if (encoded.length <= longestName && name === name.toLowerCase())
        return encoded;
    return `${encoded.slice(0, longestName - 20)}~${(0,digest/* sha256 */.s)(name).slice("sha256:".length, "sha256:".length + 16)}`;
}

;// CONCATENATED MODULE: ./src/state/cache/cache-entries.ts

/**
 * Finds the newest version in a list. All versions of a state are saved in one ref, so those in a second one are another
 * state; but what a pull request has saved counts for that pull request alone, once others have saved something, as
 * anybody can open one and save there what he likes.
 * @param own the ref of this run
 */
function judgeEntries(entries, prefix, own) {
    const versions = entries.flatMap((entry) => {
        const parts = parseCacheKey(prefix, entry.key);
        return parts === undefined ? [] : [{ ...parts, entry }];
    });
    const trusted = versions.filter(({ entry: { ref } }) => ref === own || !ref.startsWith("refs/pull/"));
    const counting = trusted.length > 0 ? trusted : versions;
    const refs = [...new Set(counting.map(({ entry: { ref } }) => ref))].sort();
    const candidates = refs.flatMap((ref) => highest(counting.filter(({ entry }) => entry.ref === ref)));
    const [newest, ...others] = candidates;
    if (newest === undefined)
        return { state: "none" };
    return others.length === 0 ? { state: "newest", newest } : { state: "several", candidates };
}
/** Of one serial there is one, unless two runs could not see each other's: both had begun, or something else has saved it. */
function highest(versions) {
    const serial = Math.max(...versions.map((version) => version.serial));
    return versions.filter((version) => version.serial === serial);
}

;// CONCATENATED MODULE: ./src/state/cache/cache-refusals.ts


/** `opus-state-v1/storefront/prod in the Actions cache of octo/storefront`. */
function locationOf({ prefix, repository }) {
    return `${prefix.replace(/\/$/, "")} in the Actions cache of ${repository}`;
}
const branchFlags = ["--state-backend", "branch"];
/** Where one entry is. */
function entryLocation(key, { repository }) {
    return `${key} in the Actions cache of ${repository}`;
}
/** What to do about an entry that can't be used. */
function damagedRemedy({ key, id }, { repository }) {
    const deletion = (0,command_line/* commandLine */.a)(["gh", "cache", "delete", id === undefined ? key : String(id), "--repo", repository]);
    return `Remove that entry (\`${deletion}\`), and the version before it counts, if it is still there; what happened after that version shows as drift, or as something to adopt.`;
}
/** The list could not be had, so that nothing is known. */
function notListed(trouble, names) {
    return because(trouble, "Reading", names, `The state at ${locationOf(names)} can't be read: ${trouble.what}. Only GitHub's list of the cache tells a state that was never there from one that can't be reached, so nothing is assumed.`);
}
/**
 * An entry could not be had.
 * @param entry that was found and can't be used; undefined: it is not known which
 */
function notRestored(trouble, names, entry) {
    const remedy = entry === undefined ? "" : ` The entry is ${entry.key}. ${damagedRemedy(entry, names)}`;
    return because(trouble, "Reading", names, `The state at ${locationOf(names)} can't be read: ${trouble.what}.${remedy}`);
}
/** There is none, and nobody has said that this is right. */
function neverOrEvicted({ project, context, repository, flags = branchFlags }) {
    const push = (0,command_line/* commandLine */.a)(["opus", "state", "push", "FILE", ...flags]);
    const { reason, message, diagnostics } = unavailable(`The Actions cache of ${repository} has no state of ${project}/${context}. If there never was one, give \`initialize: true\` for the first run. If there was one, GitHub has evicted it (after 7 days without use, or because the caches of the repository grew above their limit of 10 GB): what it recorded still exists, and nothing knows of it. Then bring a state back with \`${push}\` and use that backend; or look at a \`plan\` with \`initialize: true\` before you apply with it: what is there is adopted where the manifest allows that, and what can't be looked at would be made again.`);
    return { reason, message, diagnostics, missing: true };
}
/** The newest version is there, but not for this run. */
function notSeen({ serial, entry }, scopes, names) {
    const run = scopes.own === undefined ? "This run" : `This run on ${scopes.own}`;
    const seen = scopes.seen === undefined ? "" : ` (it sees those of ${scopes.seen.join(", ")})`;
    return unavailable(`The state at ${locationOf(names)} can't be read: its newest version (serial ${serial}) was saved by a run on ${entry.ref}. ${run} can't see entries of that ref${seen}. Run it on ${entry.ref}; or give up that state with \`${deletion(entry.id, names)}\` for each of its entries; or keep state where every run sees it, with \`state-backend: branch\`.`);
}
/** The newest version is in the list, and nowhere else. */
function notThere({ serial, entry }, scopes, names) {
    const unseen = scopes.seen === undefined ? `, or this run can't see entries of ${entry.ref}` : "";
    return unavailable(`The state at ${locationOf(names)} can't be read: GitHub lists its newest version (serial ${serial}, saved ${entry.createdAt} on ${entry.ref}), and has no such entry for this run. It was evicted meanwhile, or something else than opus saved it in another form${unseen}. Run again. If it stays so: ${damagedRemedy(entry, names)}`);
}
/** More than one state could be continued. */
function severalStates(candidates, names) {
    const shown = candidates.map(({ serial, entry }) => `serial ${serial} on ${entry.ref} (id ${entry.id}, saved ${entry.createdAt})`);
    return unavailable(`The state at ${locationOf(names)} can't be told: ${shown.join(" and ")} have nothing to do with each other, as runs that could not see each other's entries began or wrote them. Keep one, and delete all entries of the others: \`${listing(names)}\` shows them, \`${deletion(undefined, names)}\` removes one. What only the others recorded then shows as something to adopt.`);
}
/** What was found under a key is not what the key says. */
function wrongContent(entry, why, names) {
    return unavailable(`The state of ${names.project}/${names.context} at ${entryLocation(entry.key, names)} can't be used: ${why}. ${damagedRemedy(entry, names)} Nothing was changed.`);
}
/** Nothing of a state may be saved by this run. */
function cannotSave(obstacle, names) {
    const { what, remedy } = obstacleWords(obstacle);
    return unavailable(`The state at ${locationOf(names)} can't be written by this run: ${what}. ${remedy}`);
}
function obstacleWords(obstacle) {
    const elsewhere = "or keep state on a branch, with `state-backend: branch`";
    switch (obstacle.kind) {
        case "mode":
            return {
                what: `the cache mode of this job, \`${obstacle.mode}\` (ACTIONS_CACHE_MODE), does not let it save`,
                remedy: `Set \`cache-mode: write\` in the workflow, or use \`plan\` here; ${elsewhere}.`,
            };
        case "read-only":
            return {
                what: `GitHub gave it a token for the cache that may only read${obstacle.ref === undefined ? "" : ` (on ${obstacle.ref})`}`,
                remedy: `Runs that an outsider can start get such tokens, and those whose \`cache-mode\` is \`read\`. Use \`plan\` here, and let a push or a manual run apply; ${elsewhere}.`,
            };
        case "merge-queue":
            return {
                what: `it is of a merge queue (${obstacle.ref}), and what it saves is seen by no run after it`,
                remedy: `Use \`plan\` here, and apply on \`push\` to the branch that the queue merges into; ${elsewhere}.`,
            };
        case "tag":
            return {
                what: `it is of a tag (${obstacle.ref}), and what it saves is seen by runs of that tag only`,
                remedy: `Apply on a branch, for example with \`workflow_dispatch\` on the default branch; ${elsewhere}.`,
            };
        case "no-ref":
            return {
                what: "neither its token for the cache nor GITHUB_REF says to which ref an entry would belong, and so which runs would see it",
                remedy: `Run it in a job of a workflow; ${elsewhere}.`,
            };
    }
}
/** The state is in another ref than the one that this run saves to. */
function otherRef(ref, own, names) {
    return unavailable(`The state at ${locationOf(names)} can't be written by this run: the state is in the scope of ${ref}, and what this run saves goes to that of ${own}, which runs on ${ref} don't see. Use \`plan\` here, and apply on ${ref}; or keep state on a branch, with \`state-backend: branch\`.`);
}
/** Which ref the state is in is not known, and this run can see several. */
function refNotKnown(own, names) {
    return unavailable(`The state at ${locationOf(names)} can't be written by this run: it is too new to be in GitHub's list of the cache, so it can't be told whether it is in the scope of ${own}, where this run saves. Run again in a minute.`);
}
/** A save failed, and nothing of it is there. */
function notSaved(trouble, names) {
    return because(trouble, "Writing", names, `The state at ${locationOf(names)} could not be written: ${trouble.what}.`);
}
/**
 * It was saved, and could not be read back.
 * @param why a sentence
 */
function notVerified(key, why, names) {
    return unavailable(`The state at ${locationOf(names)} may not be written: ${key} was saved, and could not be read back to verify it. ${why} It may be there all the same. Run again: what is there is read first.`);
}
/** The key is neither free nor there. */
function reserved(key, waitedMs, names) {
    return unavailable(`The state at ${locationOf(names)} was not written: another run has reserved the key ${key} and, after ${Math.round(waitedMs / 1000)} s, not saved anything there. If that run is still going on, run again after it; if it was killed, GitHub drops its reservation by itself, which may take up to a day. Two runs at once are kept apart by a \`concurrency\` group in the workflow.`);
}
/** Who was faster, as a sentence. */
function writerWords({ url, id }) {
    const who = url !== "" ? `the run ${url}` : id !== "" ? `the run ${id}` : "another run";
    return `What is there was written by ${who}.`;
}
/** The call was cancelled. */
function cancelled(what, names) {
    return (0,diagnostic/* failure */.V2)("cancelled", `${what} the state at ${locationOf(names)} was cancelled.`);
}
/** Shows the entries of a state. */
function listing({ prefix, repository }) {
    return (0,command_line/* commandLine */.a)(["gh", "cache", "list", "--key", prefix, "--repo", repository]);
}
function deletion(id, { repository }) {
    return (0,command_line/* commandLine */.a)(["gh", "cache", "delete", String(id ?? "ID"), "--repo", repository]);
}
function because({ kind }, doing, names, message) {
    return kind === "cancelled" ? cancelled(doing, names) : unavailable(message);
}
function unavailable(message) {
    return (0,diagnostic/* failure */.V2)("state-unavailable", message);
}

;// CONCATENATED MODULE: ./src/state/cache/cache-reader.ts







/** How often, and how far apart, a list is asked for that can't be complete yet. */
const listAgainMs = [1_000, 2_000, 3_000];
/**
 * Looks for the versions of one state. GitHub's list is the truth of what there is, but lags; a restore by prefix finds
 * what is newest in the refs that this run sees, but answers "nothing" in many ways. Neither is believed alone.
 */
class CacheReader {
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
        if (!listed.ok)
            return listed;
        const restored = await cache.restore({ prefix: names.prefix }, signal);
        if (!restored.ok)
            return (0,diagnostic/* err */._q)(this.#notRestored(restored.error));
        const content = restored.value;
        const serial = content && parseCacheKey(names.prefix, content.key)?.serial;
        if (content !== undefined && serial !== undefined && serial >= (listed.value?.serial ?? 0))
            return this.#found(content, listed.value?.entry.ref ?? (await this.#refOfUnlisted(signal)));
        if (listed.value !== undefined)
            return this.#listedVersion(listed.value, signal);
        return initialize ? (0,diagnostic.ok)(undefined) : (0,diagnostic/* err */._q)(neverOrEvicted(names));
    }
    /** What the list alone says. */
    async newestListed(signal) {
        const { cache, names, scopes } = this.#options;
        const listed = await cache.list(names.prefix, signal);
        if (!listed.ok)
            return (0,diagnostic/* err */._q)(notListed(listed.error, names));
        const judged = judgeEntries(listed.value, names.prefix, scopes.own);
        if (judged.state === "several")
            return (0,diagnostic/* err */._q)(severalStates(judged.candidates, names));
        const newest = judged.state === "newest" ? judged.newest : undefined;
        this.#listed = newest?.entry;
        return (0,diagnostic.ok)(newest);
    }
    /** The version with exactly this key; undefined: this run finds none. */
    async exact(key, signal) {
        const restored = await this.#options.cache.restore({ key }, signal);
        if (!restored.ok)
            return (0,diagnostic/* err */._q)(this.#notRestored({ key, ...restored.error }));
        return restored.value === undefined ? (0,diagnostic.ok)(undefined) : this.#decode(restored.value);
    }
    /** The restore gave something older than the list shows, or nothing. */
    async #listedVersion(newest, signal) {
        const { names, scopes } = this.#options;
        const { key, ref } = newest.entry;
        const version = await this.exact(key, signal);
        if (!version.ok)
            return version;
        if (version.value !== undefined)
            return (0,diagnostic.ok)({ ...version.value, ref });
        const unseen = scopes.seen !== undefined && !scopes.seen.includes(ref);
        return (0,diagnostic/* err */._q)(unseen ? notSeen(newest, scopes, names) : notThere(newest, scopes, names));
    }
    async #found(content, ref) {
        const version = await this.#decode(content);
        return version.ok ? (0,diagnostic.ok)({ ...version.value, ref }) : version;
    }
    /** Something was restored, and nothing was listed: the list lags. Which ref it is in matters to who writes. */
    async #refOfUnlisted(signal) {
        const { clock, scopes } = this.#options;
        if (scopes.seen?.length === 1)
            return scopes.seen[0];
        for (const pauseMs of listAgainMs) {
            await clock.sleep(pauseMs, signal).catch(() => undefined);
            const listed = await this.newestListed(signal);
            if (!listed.ok)
                return undefined;
            if (listed.value !== undefined)
                return listed.value.entry.ref;
        }
        return undefined;
    }
    #notRestored(trouble) {
        const { names } = this.#options;
        const { kind, key } = trouble;
        // What is no key of opus is nothing to tell people to paste.
        const known = kind === "corrupt" && key !== undefined && parseCacheKey(names.prefix, key) !== undefined;
        return notRestored(trouble, names, known ? this.#named(key) : undefined);
    }
    #named(key) {
        return { key, id: this.#listed?.key === key ? this.#listed.id : undefined };
    }
    async #decode({ key, data }) {
        const { names, sealing } = this.#options;
        const { project, context } = names;
        const movedTo = (0,moved/* readMovedNote */.kF)(data);
        const parts = parseCacheKey(names.prefix, key);
        if (movedTo !== undefined)
            return (0,diagnostic/* err */._q)({ ...(0,moved/* movedFailure */.Kl)(names, movedTo), movedTo, serial: parts?.serial ?? 0 });
        const location = entryLocation(key, names);
        const decoded = await (0,codec/* decode */.D4)(data, {
            project,
            context,
            location,
            remedy: damagedRemedy(this.#named(key), names),
            sealing,
        });
        if (!decoded.ok)
            return (0,diagnostic/* err */._q)(decoded.error);
        const mismatch = parts === undefined ? "its key is none of opus" : keyMismatch(parts, decoded.value);
        if (mismatch !== undefined)
            return (0,diagnostic/* err */._q)(wrongContent(this.#named(key), mismatch, names));
        return (0,diagnostic.ok)({ snapshot: decoded.value, revision: (0,digest/* sha256 */.s)(data), run: decoded.run, data });
    }
}

;// CONCATENATED MODULE: ./src/state/cache/cache-store.ts












/** Pauses before an entry that was just saved is read back, in milliseconds. */
const readBackMs = [0, 500, 1_500, 3_000];
/** Pauses before looking again for what a faster run has reserved; together what a run that saves may take. */
const reservedMs = [0, 1_000, 2_000, 3_000, 4_000, 5_000];
/** After these nobody knows whether the save arrived. */
const unclear = new Set(["unknown", "slow", "unreachable", "server"]);
/**
 * State in the Actions cache of a repository: best effort, as GitHub may drop entries. Each version is an entry of its
 * own, under a key that only one run can save. There is no lock and no history.
 */
class CacheStore {
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
    #waitedFor = new Set();
    constructor(options) {
        const { cache, scopes, initialize, repository, project, context, localFolder, clock, sealing, flags } = options;
        this.#options = options;
        this.#names = { project, context, repository, prefix: cacheKeyPrefix(project, context), flags };
        this.#reader = new CacheReader({ cache, names: this.#names, scopes, initialize, clock, sealing });
        this.location = locationOf(this.#names);
        this.localFolder = localFolder;
        this.journal = new file_journal/* FileJournal */.G((0,external_node_path_.join)(localFolder, "journal.ndjson"), file_system/* nodeFileSystem */.GP, options.sealing);
    }
    async read(signal) {
        if (signal.aborted)
            return { state: "unavailable", failure: cancelled("Reading", this.#names) };
        const newest = await this.#reader.newest(signal);
        if (!newest.ok) {
            const { movedTo, missing, serial, ...failure } = newest.error;
            if (missing)
                this.#known = undefined;
            this.#movedAt = serial;
            return { state: "unavailable", failure, ...(movedTo ? { movedTo } : {}), ...(missing ? { missing } : {}) };
        }
        if (newest.value === undefined) {
            this.#known = undefined;
            return { state: "absent" };
        }
        const { snapshot, revision, run, data, ref } = newest.value;
        this.#known = { ...(0,succession/* versionOf */.E)(snapshot), revision, ref };
        return { state: "found", snapshot, revision, run, data };
    }
    /** What is known from the run's own surroundings, and from what `read` has found. */
    whyNotWrite() {
        const { own, seen, obstacle } = this.#options.scopes;
        if (obstacle !== undefined)
            return cannotSave(obstacle, this.#names);
        if (this.#known === undefined || own === undefined)
            return undefined;
        const { ref } = this.#known;
        if (ref !== undefined)
            return ref === own ? undefined : otherRef(ref, own, this.#names);
        return seen?.length === 1 ? undefined : refNotKnown(own, this.#names);
    }
    async write(next, expected, options, signal) {
        const { project, context, writer, sealing } = this.#options;
        if (next.project !== project || next.context !== context)
            throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
        if (signal.aborted)
            return { state: "unavailable", failure: cancelled("Writing", this.#names) };
        const stored = await this.#stored(signal);
        if (!stored.ok)
            return { state: "unavailable", failure: stored.error };
        const refused = (0,succession/* conflict */.h)((0,succession/* versionOf */.E)(next), stored.value, expected, this.location);
        if (refused)
            return { state: "conflict", failure: refused };
        // The end of a run is marked nowhere, as no history is kept.
        if (stored.value?.serial === next.serial)
            return { state: "written", revision: stored.value.revision };
        const whyNot = this.whyNotWrite();
        if (whyNot)
            return { state: "unavailable", failure: whyNot };
        const data = Buffer.from(await (0,codec/* encode */.lF)(next, options.run, writer, { seal: sealing?.seal }));
        const key = cacheKey(this.#names.prefix, next.serial, stored.value?.lineage);
        const write = await this.#save(key, next, data, expected, signal);
        if (write.state === "written")
            this.#known = { ...(0,succession/* versionOf */.E)(next), revision: write.revision, ref: this.#options.scopes.own };
        return write;
    }
    /**
     * Saves the state under the new name first, then a version under the old one that says where it went: entries can't be
     * removed, so the older ones stay until GitHub evicts them. Where only the first was done before, the second follows.
     */
    async takeOver(from, next, expected, options, signal) {
        if (!(from instanceof CacheStore))
            throw new Error(`the ${from.backend} backend is another place`);
        if (signal.aborted)
            return { state: "unavailable", failure: cancelled("Writing", this.#names) };
        const there = await from.read(signal);
        if (there.state !== "found" || there.revision !== expected) {
            const message = `The state at ${from.location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
            return { state: "conflict", failure: (0,diagnostic/* failure */.V2)("state-conflict", message) };
        }
        const whyNot = from.whyNotWrite();
        if (whyNot)
            return { state: "unavailable", failure: whyNot };
        const here = await this.read(signal);
        if (here.state === "unavailable" && !here.missing && !here.movedTo)
            return here;
        const written = await this.#takenOver(here, next, options, signal);
        if (written.state !== "written")
            return written;
        const { project, context } = this.#options;
        const { lineage, serial } = there.snapshot;
        const note = Buffer.from((0,moved/* movedNote */.m8)({ project, context }));
        const saved = await this.#options.cache.save(cacheKey(from.#names.prefix, serial + 1, lineage), note, signal);
        if (!saved.ok)
            return { state: "unavailable", failure: notSaved(saved.error, from.#names) };
        if (saved.value === "saved")
            return written;
        const message = `The state at ${from.location} was carried over to ${this.location}, and another run has gone on from the old one at the same time. Look which of the two is right (\`describe\` shows what is recorded), and delete the entries of the other: \`${listing(from.#names)}\` shows them.`;
        return { state: "conflict", failure: (0,diagnostic/* failure */.V2)("state-conflict", message) };
    }
    async #takenOver(here, next, { run }, signal) {
        if (here.state === "found") {
            const { lineage, body } = here.snapshot;
            if (lineage === next.lineage && (0,same_body/* sameBody */.N)(body, next.body))
                return { state: "written", revision: here.revision };
            const stored = { ...(0,succession/* versionOf */.E)(here.snapshot), revision: here.revision };
            const refused = (0,succession/* conflict */.h)((0,succession/* versionOf */.E)(next), stored, undefined, this.location);
            if (refused)
                return { state: "conflict", failure: refused };
        }
        const { writer, sealing, scopes } = this.#options;
        // Renamed back: it follows the version that said where the state went.
        const moved = here.state === "unavailable" && here.movedTo !== undefined;
        const serial = moved ? Math.max(next.serial, (this.#movedAt ?? 0) + 1) : next.serial;
        const version = { ...next, serial };
        const data = Buffer.from(await (0,codec/* encode */.lF)(version, run, writer, { seal: sealing?.seal }));
        const key = cacheKey(this.#names.prefix, serial, moved ? next.lineage : undefined);
        const write = await this.#save(key, version, data, undefined, signal);
        if (write.state === "written")
            this.#known = { ...(0,succession/* versionOf */.E)(version), revision: write.revision, ref: scopes.own };
        return write;
    }
    async holds(signal) {
        const read = await this.read(signal);
        if (read.state === "unavailable" && !read.movedTo && !read.missing)
            return (0,diagnostic/* err */._q)(read.failure);
        return (0,diagnostic.ok)(read.state === "found");
    }
    async beside(signal) {
        const listed = await this.#options.cache.list(allStates, signal);
        if (!listed.ok)
            return (0,diagnostic/* err */._q)(notListed(listed.error, this.#names));
        const names = listed.value.flatMap(({ key }) => nameInKey(key) ?? []);
        return (0,diagnostic.ok)((0,state_folder/* sortedNames */.W0)([...new Map(names.map((name) => [(0,moved/* shownName */.HD)(name), name])).values()]));
    }
    /** What is stored now: the newest of what is listed and what this instance knows. */
    async #stored(signal) {
        if (this.#known !== undefined) {
            const listed = await this.#reader.newestListed(signal);
            if (!listed.ok)
                return listed;
            // A list that does not have the known version yet lags: whoever has written after it is found by its key.
            if ((listed.value?.serial ?? 0) <= this.#known.serial)
                return (0,diagnostic.ok)(this.#known);
        }
        const read = await this.read(signal);
        return read.state === "unavailable" ? (0,diagnostic/* err */._q)(read.failure) : (0,diagnostic.ok)(this.#known);
    }
    async #save(key, next, data, expected, signal) {
        const saved = await this.#options.cache.save(key, data, signal);
        if (saved.ok && saved.value === "saved")
            return this.#readBack(key, next, data, expected, signal);
        if (saved.ok)
            return this.#taken(key, next, expected, signal);
        const failed = { state: "unavailable", failure: notSaved(saved.error, this.#names) };
        if (!unclear.has(saved.error.kind))
            return failed;
        const there = await this.#reader.exact(key, signal);
        return there.ok && there.value !== undefined ? this.#judge(there.value, next, data, expected) : failed;
    }
    /** Only what can be read again is written. */
    async #readBack(key, next, data, expected, signal) {
        for (const pauseMs of readBackMs) {
            if (!(await this.#pause(pauseMs, signal)))
                return this.#notVerified(key, "Looking for it was cancelled.");
            const there = await this.#reader.exact(key, signal);
            if (!there.ok)
                return this.#notVerified(key, there.error.message);
            if (there.value !== undefined)
                return this.#judge(there.value, next, data, expected);
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
            if (!(await this.#pause(pauseMs, signal)))
                return { state: "unavailable", failure: cancelled("Writing", this.#names) };
            const there = await this.#reader.exact(key, signal);
            if (!there.ok)
                return { state: "unavailable", failure: there.error };
            if (there.value !== undefined)
                return this.#lost(there.value, next, expected);
        }
        this.#waitedFor.add(key);
        return { state: "unavailable", failure: reserved(key, clock.now() - begun, this.#names) };
    }
    #judge(there, next, data, expected) {
        if (Buffer.compare(there.data, data) === 0)
            return { state: "written", revision: there.revision };
        return this.#lost(there, next, expected);
    }
    /** Another run was faster. */
    #lost({ snapshot, revision, data }, next, expected) {
        const refused = (0,succession/* conflict */.h)((0,succession/* versionOf */.E)(next), { ...(0,succession/* versionOf */.E)(snapshot), revision }, expected, this.location);
        if (refused === undefined)
            throw new Error("a version that was written meanwhile has the expected revision");
        const message = `${refused.message} ${writerWords((0,codec/* writtenBy */.xO)(data).run)}`;
        return { state: "conflict", failure: { ...refused, message } };
    }
    #notVerified(key, why) {
        return { state: "unavailable", failure: notVerified(key, why, this.#names) };
    }
    /** @returns false when the signal has ended it */
    async #pause(ms, signal) {
        if (ms > 0)
            await this.#options.clock.sleep(ms, signal).catch(() => undefined);
        return !signal.aborted;
    }
}

;// CONCATENATED MODULE: ./src/run/cache-stores.ts






/** Opens the stores of a run whose state is in the Actions cache. Imported only when it is. */
class CacheStores {
    #options;
    #cache;
    #scopes;
    constructor(options) {
        this.#options = options;
        const { environment, version, token = "", redact } = options;
        const { GITHUB_API_URL: apiUrl = "https://api.github.com", ACTIONS_RUNTIME_TOKEN: runtimeToken = "" } = environment;
        const { repository } = options.place;
        this.#scopes = cacheScopes(readCacheScopes(runtimeToken), environment);
        this.#cache = new ActionsCache({
            environment,
            program: mainFile(),
            temporaryFolders: environment.RUNNER_TEMP ? [environment.RUNNER_TEMP, (0,external_node_os_.tmpdir)()] : [(0,external_node_os_.tmpdir)()],
            list: { apiUrl, repository, token, userAgent: `magnum-opus/${version}`, environment },
            redact,
        });
    }
    /** @param localFolder of the context, on this machine */
    open(project, context, localFolder) {
        const { place, version, clock, initialize, sealing } = this.#options;
        return new CacheStore({
            cache: this.#cache,
            scopes: this.#scopes,
            repository: place.repository,
            project,
            context,
            writer: version,
            initialize,
            localFolder,
            clock,
            sealing,
            flags: place.flags,
        });
    }
    dispose() {
        return this.#cache.dispose();
    }
}
/** The program that runs: the main file of the bundle, which is beside that of the post step. */
function mainFile() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ""), "index.js");
}


/***/ })

};
