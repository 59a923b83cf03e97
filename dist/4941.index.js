export const id = 4941;
export const ids = [4941];
export const modules = {

/***/ 64941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  openActionsCache: () => (/* binding */ openActionsCache)
});

var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var diagnostic = __webpack_require__(9246);
var size_limits = __webpack_require__(44608);
var timing = __webpack_require__(40432);
var trace = __webpack_require__(69808);
var api_answer = __webpack_require__(64564);
var servers = __webpack_require__(21995);
var external_node_fs_ = __webpack_require__(73024);
var external_node_util_ = __webpack_require__(57975);
var external_node_zlib_ = __webpack_require__(38522);
var cache_request = __webpack_require__(30824);
var line_ends = __webpack_require__(7487);
var printable = __webpack_require__(4191);
var shorten = __webpack_require__(23445);
;// CONCATENATED MODULE: ./src/github/cache/cache-trouble.ts



const shownCharacters = 200;
function trouble(kind, what, retryAfterSeconds) {
    return { kind, what: (0,printable/* oneLine */.TN)(what), ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}
function quoted(words) {
    return (0,shorten/* shortened */.v)((0,line_ends/* withoutEnd */.M)((0,printable/* oneLine */.TN)(words), ".:"), shownCharacters + 1);
}
function isBroken({ kind }) {
    return kind === "server" || kind === "unreachable" || kind === "slow";
}

;// CONCATENATED MODULE: ./src/github/cache/cache-archive.ts







const unzip = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
const blockBytes = 512;
const besidesBytes = size_limits/* mebibyte */.E$;
async function readArchive(path) {
    const packed = (0,external_node_fs_.lstatSync)(path);
    if (!packed.isFile())
        return corrupt("an entry was found, and its archive is no file");
    if (packed.size > size_limits/* archiveBytes */.qc)
        return (0,diagnostic/* err */._q)(tooLargeArchive(packed.size));
    let unpacked;
    try {
        unpacked = await unzip((0,external_node_fs_.readFileSync)(path), { maxOutputLength: size_limits/* stateBytes */.t2 + besidesBytes });
    }
    catch (error) {
        const { code, message } = error;
        if (code === "ERR_BUFFER_TOO_LARGE")
            return corrupt(`${tooLargeState} (at most ${(0,size_limits/* sizeWords */.pG)(size_limits/* stateBytes */.t2)} are taken)`);
        return corrupt(`an entry was found, and can't be unpacked (${quoted(message)})`);
    }
    return oneFile(unpacked);
}
const tooLargeState = `an entry was found, and unpacks to more than ${(0,size_limits/* sizeWords */.pG)(size_limits/* stateBytes */.t2 + besidesBytes)}`;
function tooLargeArchive(bytes) {
    const has = bytes === undefined ? `more than ${(0,size_limits/* sizeWords */.pG)(size_limits/* archiveBytes */.qc)}` : (0,size_limits/* sizeWords */.pG)(bytes);
    return trouble("corrupt", `an entry was found, and its archive has ${has} (at most ${(0,size_limits/* sizeWords */.pG)(size_limits/* archiveBytes */.qc)} are taken)`);
}
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
            if (size > size_limits/* stateBytes */.t2)
                return corrupt(`an entry was found, and its state has ${(0,size_limits/* sizeWords */.pG)(size)} (at most ${(0,size_limits/* sizeWords */.pG)(size_limits/* stateBytes */.t2)} are taken)`);
            found = archive.subarray(begin, begin + size);
        }
        at = begin + Math.ceil(size / blockBytes) * blockBytes;
    }
    return found === undefined ? corrupt(nothingElse) : (0,diagnostic.ok)(found);
}
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
    const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
    const size = octal(124, 12);
    if (sum !== octal(148, 8) || !Number.isSafeInteger(size))
        return undefined;
    const type = text(156, 1);
    const prefix = text(257, 5) === "ustar" && block[262] === 0 ? text(345, 155) : "";
    const name = prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
    return { name, plain: type === "" || type === "0", size: /[1-6]/.test(type) ? 0 : size };
}
function corrupt(what) {
    return (0,diagnostic/* err */._q)(trouble("corrupt", what));
}

var command_line = __webpack_require__(37340);
;// CONCATENATED MODULE: ./src/github/cache/cache-folder.ts






class CacheFolder {
    path;
    work;
    temporary;
    programs;
    archive;
    #removeTree;
    constructor(path, removeTree) {
        this.path = path;
        this.#removeTree = removeTree;
        this.work = (0,external_node_path_.join)(path, "work");
        this.temporary = (0,external_node_path_.join)(path, "temporary");
        this.programs = (0,external_node_path_.join)(path, "bin");
        this.archive = (0,external_node_path_.join)(path, "archive");
    }
    static make(parents, searchPath, removeTree) {
        const [tar, gzip, mv] = ["tar", "gzip", "mv"].map((name) => findProgram(name, searchPath));
        const missing = tar === undefined ? "tar" : gzip === undefined ? "gzip" : "mv";
        if (tar === undefined || gzip === undefined || mv === undefined)
            return (0,diagnostic/* err */._q)(trouble("tools", `\`${missing}\` is not on the PATH of this machine: install it`));
        const parent = parents.map(existing).find((path) => path !== undefined && /^[^\s"\\]+$/.test(path));
        if (parent === undefined)
            return (0,diagnostic/* err */._q)(trouble("tools", `there is no temporary folder whose path has no blanks (${parents.join(", ")})`));
        let folder;
        try {
            folder = new CacheFolder((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, cache_request/* folderPrefix */.Z)), removeTree);
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
    write(data) {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.work, cache_request/* cachedFile */.$), data, { mode: 0o600 });
    }
    remove() {
        this.#removeTree(this.path);
    }
}
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
function existing(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}

var json = __webpack_require__(81567);
var grouped = __webpack_require__(51602);
var open_client = __webpack_require__(43268);
;// CONCATENATED MODULE: ./src/github/cache/cache-list.ts







const route = "GET /repos/{owner}/{repo}/actions/caches";
const pageSize = 100;
const dateForm = /^[\d:.TZ+-]{10,40}$/;
async function listCacheEntries(options, prefix, timeoutMs, signal) {
    if (options.token === "")
        return (0,diagnostic/* err */._q)(trouble("unauthorized", "there is no token to ask GitHub with: give the input `token`"));
    const server = new open_client/* GitHubServer */.H(options);
    const late = AbortSignal.timeout(timeoutMs);
    const client = await server.open({ attemptMs: timeoutMs });
    try {
        return await allPages(client, { server, options, prefix, signal: AbortSignal.any([signal, late]) }, () => {
            if (signal.aborted)
                return trouble("cancelled", "it was cancelled");
            if (late.aborted)
                return trouble("slow", `${server.shown} did not answer within ${Math.round(timeoutMs / 1_000)} s`);
            return undefined;
        });
    }
    finally {
        await client.dispose();
    }
}
async function allPages(client, { server, options, prefix, signal }, ended) {
    const [owner = "", repo = ""] = options.repository.split("/");
    const entries = new Map();
    for (let page = 1;; page++) {
        const parameters = { owner, repo, key: prefix, per_page: pageSize, page, sort: "created_at", direction: "desc" };
        const called = await client.call(route, parameters, { signal, once: true });
        const stopped = ended();
        if (stopped !== undefined)
            return (0,diagnostic/* err */._q)(stopped);
        if (!called.ok && "error" in called)
            return (0,diagnostic/* err */._q)(trouble("unreachable", server.whyUnreachable(called.error)));
        const answer = called.ok ? called.value : called.answer;
        const found = readPage(answer);
        if (found === undefined)
            return (0,diagnostic/* err */._q)(judge(answer, server.shown));
        for (const entry of found.entries)
            if (entry.key.startsWith(prefix))
                entries.set(entry.id, entry);
        if (found.entries.length < pageSize || page * pageSize >= found.total)
            break;
        if (page * pageSize >= size_limits/* listedEntries */.yO)
            return (0,diagnostic/* err */._q)(tooMany(prefix, found.total));
    }
    return (0,diagnostic.ok)([...entries.values()].sort(newestFirst));
}
function tooMany(prefix, total) {
    const [has, most] = [total, size_limits/* listedEntries */.yO].map(grouped/* grouped */.z);
    return trouble("server", `GitHub's list of the entries whose keys begin with ${prefix} has ${has} of them (at most ${most} are read): delete old ones`);
}
function newestFirst(left, right) {
    return Date.parse(right.createdAt) - Date.parse(left.createdAt) || right.id - left.id;
}
function readPage({ status, data }) {
    if (status !== 200 || !(0,json/* isObject */.Gv)(data) || !Array.isArray(data.actions_caches))
        return undefined;
    const entries = data.actions_caches.map(readEntry).filter((entry) => entry !== undefined);
    const total = data.total_count;
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
    if ((0,api_answer/* isRateLimit */.a5)(answer)) {
        const again = (0,api_answer/* limitEnd */.fr)(answer)?.seconds || undefined;
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

;// CONCATENATED MODULE: ./src/github/cache/cache-patience.ts



class Patience {
    #limits;
    #now;
    #spentMs = 0;
    #trouble;
    #calm = true;
    constructor(limits = { altogetherMs: timing/* cacheAltogetherMs */.mB, nextMs: timing/* cacheNextMs */.S4 }, now = () => performance.now()) {
        this.#limits = limits;
        this.#now = now;
    }
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

;// CONCATENATED MODULE: ./src/github/cache/cache-process.ts

const printedBytes = 1024 ** 2;
async function runCacheProcess({ program, request, run, environment, ...call }) {
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
            if (isTraced(message)) {
                (0,trace/* trace */.uP)(() => `cache client: ${message.traced}`);
                return false;
            }
            answer ??= message;
            return true;
        },
    });
    const text = `${printed.stderr.text}\n${printed.stdout.text}`;
    if (answer !== undefined)
        return { state: "answered", answer, printed: text };
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
function isTraced(message) {
    return typeof message === "object" && message !== null && "traced" in message;
}
class Printed {
    #chunks = [];
    #bytes = 0;
    add(chunk) {
        if (this.#bytes < printedBytes)
            this.#chunks.push(chunk);
        this.#bytes += chunk.length;
    }
    get text() {
        return Buffer.concat(this.#chunks).toString("utf8");
    }
}

var shown_url = __webpack_require__(57849);
;// CONCATENATED MODULE: ./src/github/cache/cache-words.ts




const callPrefix = /^(?:Error: )?(?:Failed to [A-Z]\w+: (?:Failed to make request after \d+ attempts: )?)?/;
class CacheWords {
    #said;
    #service;
    constructor(printed, address) {
        this.#said = printed.split(/\r?\n/).map(withoutCommand);
        this.#service = serviceAt(address);
    }
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
    restore(answer) {
        if ("key" in answer && answer.key !== null)
            return (0,diagnostic.ok)(answer.key);
        const why = this.#find(/^Failed to restore: (.*)/s);
        const none = this.#find(/^(Cache not found) for version /) !== undefined;
        const reason = none ? /"(?:message|msg|error)"\s*:\s*("[^"]+")/.exec(this.#find(/^Body: (.*)/s) ?? "")?.[1] : "";
        if (reason)
            return (0,diagnostic/* err */._q)(trouble("unknown", `${this.#service} refused it${said(reason)}`));
        if (why === undefined && none)
            return (0,diagnostic.ok)(undefined);
        return (0,diagnostic/* err */._q)(this.#threw(answer) ?? this.#mode() ?? this.#why(why, "corrupt"));
    }
    hit() {
        return this.#find(/^Cache hit for(?: restore-key)?: (.*)/);
    }
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
        if (/\bE(?:ACCES|NOENT|PERM)\b/.test(why))
            return trouble("tools", `tar can't be run${said(why)}`);
        const complaint = this.#said.find((line) => /^(?:\S*tar|gzip): /.test(line));
        const what = kind === "corrupt" ? "an entry was found, and can't be unpacked" : "it can't be packed";
        return trouble(kind, `${what}${said(complaint ?? why)}`);
    }
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
    #find(pattern) {
        return this.#said.map((text) => pattern.exec(text)?.[1]).findLast((found) => found !== undefined);
    }
    #last() {
        return this.#said.findLast((text) => text.trim() !== "") ?? "";
    }
}
function serviceAt(address) {
    return `the cache service at ${(0,line_ends/* withoutEnd */.M)((0,shown_url/* withoutCredentials */.ri)(address), "/")}`;
}
function withoutCommand(line) {
    const [, text] = /^::(?:debug|notice|warning|error)(?: [^:]*)?::(.*)/.exec(line) ?? [];
    if (text === undefined)
        return line;
    return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
function said(words) {
    const text = quoted(words);
    return text === "" ? "" : ` (${text})`;
}

;// CONCATENATED MODULE: ./src/github/cache/actions-cache.ts













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
class OfficialActionsCache {
    #options;
    #patience;
    #disposed = new AbortController();
    #underWay = new Set();
    constructor(options) {
        this.#options = options;
        this.#patience = options.patience ?? new Patience();
    }
    list(prefix, signal) {
        return this.#call(timing/* cacheListMs */.$V, signal, async (timeoutMs, either) => {
            const unavailable = whyNotAvailable(this.#options.environment);
            if (unavailable !== undefined)
                return (0,diagnostic/* err */._q)(trouble("not-available", unavailable));
            return listCacheEntries(this.#options.list, prefix, timeoutMs, either);
        });
    }
    restore(which, signal) {
        const wanted = "key" in which ? which.key : which.prefix;
        return this.#withFolder(signal, async (folder, ask) => {
            const asked = await ask({ call: "restore", key: wanted, folder: folder.path, ...whetherTraced() });
            if (!asked.ok)
                return asked;
            const found = asked.value.words.restore(asked.value.answer);
            if (!found.ok)
                return found;
            const key = found.value;
            if (key === undefined || ("key" in which && key !== which.key))
                return (0,diagnostic.ok)(undefined);
            if (!key.startsWith(wanted))
                return (0,diagnostic/* err */._q)(trouble("server", `it was asked for ${wanted}, and answered with another key`));
            const data = await readArchive(folder.archive);
            return data.ok ? (0,diagnostic.ok)({ key, data: data.value }) : (0,diagnostic/* err */._q)({ ...data.error, key });
        });
    }
    save(key, data, signal) {
        return this.#withFolder(signal, async (folder, ask) => {
            folder.write(data);
            const asked = await ask({ call: "save", key, folder: folder.path, ...whetherTraced() });
            return asked.ok ? asked.value.words.save(asked.value.answer) : asked;
        });
    }
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
        return this.#call(timing/* cacheCallMs */.z1, signal, async (timeoutMs, either) => {
            const unavailable = whyNotAvailable(this.#options.environment);
            if (unavailable !== undefined)
                return (0,diagnostic/* err */._q)(trouble("not-available", unavailable));
            const { temporaryFolders, environment, removeTree } = this.#options;
            const made = CacheFolder.make(temporaryFolders, environment.PATH ?? "", removeTree);
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
        const { environment, program, run } = this.#options;
        const { ACTIONS_RESULTS_URL: address = "" } = environment;
        const own = {
            PATH: programs,
            HOME: temporary,
            TMPDIR: temporary,
            LANG: "C.UTF-8",
            RUNNER_TEMP: temporary,
            GITHUB_WORKSPACE: work,
            AZURE_LOG_LEVEL: "info",
        };
        const passed = passedOn.flatMap((name) => {
            const value = environment[name];
            return value === undefined ? [] : [[name, value]];
        });
        const child = { ...Object.fromEntries(passed), ...own };
        const end = await runCacheProcess({ program, request, cwd: work, environment: child, timeoutMs, signal, run });
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
        const { ACTIONS_RESULTS_URL: address = "" } = this.#options.environment;
        const service = serviceAt(address);
        if (why.refused === "no-answer") {
            const own = URL.parse(address)?.hostname === URL.parse(why.address)?.hostname;
            const who = own ? service : `the storage of the cache at ${why.address}`;
            return trouble("unreachable", `${who} can't be reached: ${(0,api_answer/* noAnswerWords */.bv)(why.why, undefined)}`);
        }
        if (why.refused === "redirect")
            return trouble("server", `${service} led to another server (${why.to}), which is not given the token of this job`);
        if (why.refused === "no-service")
            return trouble("not-available", `${service} is none of the version 2, which runners of GitHub.com have (it answered ${why.status}): choose the backend \`branch\``);
        if (why.refused === "foreign")
            return trouble("server", `${service} answered ${why.status} with ${quoted(why.type)}, which is no answer of GitHub's: does a proxy or a sign-in page stand in between?`);
        if (why.of === "archive")
            return tooLargeArchive(why.bytes);
        const has = why.bytes === undefined ? `more than ${(0,size_limits/* sizeWords */.pG)(size_limits/* answerBytes */._x)}` : (0,size_limits/* sizeWords */.pG)(why.bytes);
        return trouble("server", `${service} answered with ${has} (at most ${(0,size_limits/* sizeWords */.pG)(size_limits/* answerBytes */._x)} are taken)`);
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
function whetherTraced() {
    return (0,trace/* isTraced */.yd)() ? { traced: true } : {};
}
const otherBackend = "choose the backend `branch`";
function whyNotAvailable(environment) {
    const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, ACTIONS_CACHE_SERVICE_V2 } = environment;
    if (process.platform === "win32")
        return `the cache can't hold state on Windows: ${otherBackend}`;
    const { cache: lacking } = (0,servers/* serverOf */.FN)(environment).lacks;
    if (lacking !== undefined)
        return `${lacking}: ${otherBackend}`;
    if (!ACTIONS_RESULTS_URL || !ACTIONS_RUNTIME_TOKEN)
        return `this step was given no cache service (${ACTIONS_RESULTS_URL ? "ACTIONS_RUNTIME_TOKEN" : "ACTIONS_RESULTS_URL"} is not set): on GitHub it comes with \`uses:\`, and not with \`run:\`; other runners may have none. There, ${otherBackend}`;
    if (!ACTIONS_CACHE_SERVICE_V2)
        return `this runner has no cache service of the version 2, which those of GitHub.com have: ${otherBackend}`;
    return undefined;
}

;// CONCATENATED MODULE: ./src/github/cache/cache-token.ts
const read = 1;
const write = 2;
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

var private_folders = __webpack_require__(20403);
var run_process = __webpack_require__(41015);
;// CONCATENATED MODULE: ./src/app/state/actions-cache.ts






function openActionsCache(repository, { environment, version, token = "", redact }) {
    const { GITHUB_API_URL: apiUrl = "https://api.github.com", ACTIONS_RUNTIME_TOKEN: runtimeToken = "" } = environment;
    const cache = new OfficialActionsCache({
        environment,
        program: mainFile(),
        temporaryFolders: environment.RUNNER_TEMP ? [environment.RUNNER_TEMP, (0,external_node_os_.tmpdir)()] : [(0,external_node_os_.tmpdir)()],
        list: { apiUrl, repository, token, userAgent: `magnum-opus/${version}`, environment },
        run: run_process/* runProcess */.R,
        removeTree: private_folders.removeTree,
        redact,
    });
    return { cache, granted: readCacheScopes(runtimeToken) };
}
function mainFile() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ""), "index.js");
}


/***/ }),

/***/ 64564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ NotTaken),
/* harmony export */   Jo: () => (/* binding */ saidOf),
/* harmony export */   Lx: () => (/* binding */ whyUnreachable),
/* harmony export */   _Q: () => (/* binding */ withoutToken),
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   bv: () => (/* binding */ noAnswerWords),
/* harmony export */   fr: () => (/* binding */ limitEnd)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81567);
/* harmony import */ var _engine_text_iso_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6151);
/* harmony import */ var _engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23445);
/* harmony import */ var _engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57849);
/* harmony import */ var _no_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80632);





function wordsOf({ data }, token) {
    return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(data) && typeof data.message === "string" ? (0,_engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .v)(withoutToken(data.message, token), 200) : "";
}
function saidOf(answer, token) {
    const words = wordsOf(answer, token);
    return words === "" ? `${answer.status}` : `${answer.status}: ${words}`;
}
function isRateLimit(answer) {
    const { status, headers } = answer;
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    const words = wordsOf(answer, "");
    return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined || /rate limit/i.test(words);
}
function limitEnd({ headers }) {
    const after = headers["retry-after"];
    if (after !== undefined && Number.isFinite(Number(after)))
        return { seconds: Number(after) };
    const reset = Number(headers["x-ratelimit-reset"]);
    if (headers["x-ratelimit-remaining"] !== "0" || !(reset > 0))
        return undefined;
    const told = Date.parse(String(headers.date));
    const now = Number.isNaN(told) ? Date.now() : told;
    return { seconds: Math.max(0, Math.ceil(reset - now / 1_000)), until: (0,_engine_text_iso_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(reset * 1_000) };
}
class NotTaken extends Error {
}
function whyUnreachable(error, apiUrl, proxy) {
    const shown = (0,_engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutCredentials */ .ri)(apiUrl);
    for (let cause = error; cause instanceof Error; cause = cause.cause)
        if (cause instanceof NotTaken)
            return `${shown} ${cause.message}`;
    const known = (0,_no_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .noAnswer */ .q)(error);
    if (known !== undefined)
        return `${shown} can't be reached: ${noAnswerWords(known, proxy)}`;
    const message = error instanceof Error ? error.message || error.name : String(error);
    const through = proxy === undefined ? "" : ` through the proxy that \`${proxy.variable}\` names`;
    return `${shown} can't be reached${through} (${message.replaceAll(apiUrl, shown)})`;
}
function noAnswerWords(known, proxy) {
    if (known.by === "certificate")
        return `its certificate can't be verified (${known.words}). ${ownCertificates}`;
    const named = proxy === undefined ? "the proxy" : `the proxy that \`${proxy.variable}\` names`;
    const { status, lasting } = known;
    if (status === 407)
        return `${named} wants another user and password (407). Write them as \`http://user:password@host:port\``;
    if (lasting)
        return `${named} does not let this machine through to it (${status}). Have the host allowed there, or name it in \`NO_PROXY\``;
    return `${named} does not get through to it (${status})`;
}
const ownCertificates = "Name the file of the certificates that this network uses in the variable `NODE_EXTRA_CA_CERTS`, and in `GIT_SSL_CAINFO` for git";
function withoutToken(text, token) {
    return token === "" ? text : text.replaceAll(token, "***");
}


/***/ }),

/***/ 80632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ refusedByProxy),
/* harmony export */   q: () => (/* binding */ noAnswer)
/* harmony export */ });
const proxyWords = /^Proxy response \((\d{3})\) !== 200 when HTTP Tunneling/;
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)_/;
const passing = new Set([408, 425, 429]);
function noAnswer(error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        const [, status] = proxyWords.exec(cause.message) ?? [];
        if (status !== undefined)
            return refusedByProxy(Number(status));
        if ("code" in cause && certificateCodes.test(String(cause.code)))
            return { by: "certificate", words: cause.message.replace(/;.*/s, ""), lasting: true };
    }
    return undefined;
}
function refusedByProxy(status) {
    return { by: "proxy", status, lasting: status < 500 && !passing.has(status) };
}


/***/ }),

/***/ 43268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ GitHubServer)
/* harmony export */ });
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7487);
/* harmony import */ var _engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57849);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64564);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36620);




class GitHubServer {
    #access;
    #apiUrl;
    constructor(access) {
        this.#access = access;
        this.#apiUrl = (0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutEnd */ .M)(access.apiUrl, "/");
    }
    get shown() {
        return (0,_engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutCredentials */ .ri)(this.#apiUrl);
    }
    async open(policy) {
        const { token, userAgent, environment } = this.#access;
        const { GitHubClient } = await Promise.all(/* import() */[__webpack_require__.e(8038), __webpack_require__.e(3554), __webpack_require__.e(4501)]).then(__webpack_require__.bind(__webpack_require__, 24501));
        const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFor */ .iJ)(this.#apiUrl, environment)?.url;
        return new GitHubClient({
            apiUrl: this.#apiUrl,
            token,
            userAgent,
            proxy,
            noProxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .noProxy */ .Au)(environment),
            ...policy,
        });
    }
    whyUnreachable(error, address = this.#apiUrl) {
        const { token, environment } = this.#access;
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutToken */ ._Q)((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .whyUnreachable */ .Lx)(error, address, (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFor */ .iJ)(address, environment)), token);
    }
}


/***/ }),

/***/ 30824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ cachedFile),
/* harmony export */   Z: () => (/* binding */ folderPrefix)
/* harmony export */ });
const cachedFile = "state.json";
const folderPrefix = "opus-cache-";


/***/ })

};
