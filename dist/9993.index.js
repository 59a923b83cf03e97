export const id = 9993;
export const ids = [9993];
export const modules = {

/***/ 47281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure)
/* harmony export */ });
/* harmony import */ var _task_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23283);

class HttpFailure extends _task_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskFailure */ .E {
    sent;
    refused;
    constructor(message, sent, options = {}) {
        super(message, { ...options, untouched: sent === "nothing" });
        this.name = "HttpFailure";
        this.sent = sent;
        this.refused = options.refused ?? false;
    }
}


/***/ }),

/***/ 99321:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   Vw: () => (/* binding */ done),
/* harmony export */   Xe: () => (/* binding */ piecesOf)
/* harmony export */ });
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23283);

function bytesOf(data, position, length) {
    return done(data.read(position, length));
}
function done(result) {
    if (result.ok)
        return result.value;
    const { message, hint } = result.error;
    throw new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskFailure */ .E(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}
function* piecesOf(data, from, to) {
    for (let at = from; at < to;) {
        const piece = bytesOf(data, at, Math.min(256 * 1024, to - at));
        if (piece.length === 0)
            return;
        at += piece.length;
        yield piece;
    }
}


/***/ }),

/***/ 52943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ versionOf),
/* harmony export */   g: () => (/* binding */ Asking)
/* harmony export */ });
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23283);
/* harmony import */ var _engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57849);
/* harmony import */ var _http_resource_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90475);



class Asking {
    http;
    shown;
    #fields;
    constructor(fields, { http }) {
        if (!http)
            throw new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskFailure */ .E("this run makes no requests", { untouched: true });
        this.http = http;
        this.shown = (0,_engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_2__/* .shownAddress */ .Uk)(fields.url);
        this.#fields = fields;
    }
    async fetch(headers, take, told = false) {
        const { auth = {} } = this.#fields;
        const expired = Symbol("expired");
        const ask = async (fresh) => this.http.fetch({
            url: this.#fields.url,
            headers: {
                accept: "*/*",
                ...(0,_http_resource_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .lowerCase */ .g)(this.#fields.headers),
                ...(await (0,_http_resource_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .credentialHeaders */ .w)(auth, this.http, fresh)),
                ...headers,
            },
            ...(this.#fields.limits ? { limits: this.#fields.limits } : {}),
            ...(told ? { what: lastPart(this.shown) } : {}),
            secure: true,
        }, 
        async (answer) => (answer.status === 401 && auth.oauth2 && !fresh ? expired : take(answer)));
        const first = await ask(false);
        return (first === expired ? await ask(true) : first);
    }
}
function versionOf({ headers }) {
    const { etag, "last-modified": lastModified } = headers;
    return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}
function lastPart(address) {
    const { pathname = "", host = address } = URL.parse(address) ?? {};
    return pathname.slice(pathname.lastIndexOf("/") + 1) || host;
}


/***/ }),

/***/ 79993:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  DownloadWork: () => (/* binding */ DownloadWork)
});

var task_failure = __webpack_require__(23283);
var file_access = __webpack_require__(14435);
var file_mode = __webpack_require__(48002);
var download_asking = __webpack_require__(52943);
var download_spec = __webpack_require__(36158);
var fetching = __webpack_require__(36164);
var external_node_crypto_ = __webpack_require__(77598);
var size_limits = __webpack_require__(44608);
;// CONCATENATED MODULE: ./src/processors/download/upstream.ts





async function askUpstream(asking, recorded) {
    const content = (0,download_spec/* contentIn */.fd)(recorded);
    const version = (0,download_spec/* versionIn */.It)(recorded);
    const conditions = content === undefined ? {} : conditionsOf(version);
    return asking.fetch(conditions, async (answer) => {
        const { status } = answer;
        if (content && (status === 304 || (status === 200 && isSame(version, (0,download_asking/* versionOf */.E)(answer), content, answer))))
            return content;
        if (status !== 200)
            throw new task_failure/* TaskFailure */.E(`\`GET ${asking.shown}\` answered ${status}`);
        return (await read(answer)) ?? unread(answer, content, version);
    });
}
function conditionsOf({ etag, lastModified }) {
    if (etag !== undefined)
        return { "if-none-match": etag };
    return lastModified === undefined ? {} : { "if-modified-since": lastModified };
}
function isSame(before, now, { size }, { headers }) {
    if (before.etag !== undefined || now.etag !== undefined)
        return before.etag === now.etag;
    return (before.lastModified !== undefined &&
        before.lastModified === now.lastModified &&
        headers["content-length"] === String(size));
}
async function read({ headers, pieces }) {
    if (Number(headers["content-length"] ?? 0) > size_limits/* comparedDownloadBytes */.$Y)
        return undefined;
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    for await (const piece of pieces) {
        size += piece.length;
        if (size > size_limits/* comparedDownloadBytes */.$Y)
            return undefined;
        hash.update(piece);
    }
    return { sha256: hash.digest("hex"), size };
}
function unread(answer, content, before) {
    const now = (0,download_asking/* versionOf */.E)(answer);
    const length = answer.headers["content-length"];
    const known = [now.etag, now.lastModified, length].find((word) => word !== undefined);
    const tells = Object.keys(before).length > 0 || Object.keys(now).length > 0;
    if (content && !tells && (length === undefined || length === String(content.size)))
        return content;
    return { other: known ?? "of another length" };
}

;// CONCATENATED MODULE: ./src/processors/download/download-work.ts







class DownloadWork {
    #files;
    #fields;
    #io;
    constructor(files, fields, io) {
        this.#files = files;
        this.#fields = fields;
        this.#io = io;
    }
    async #tree() {
        const { extract } = this.#fields;
        if (!extract)
            return undefined;
        const { TreeWork } = await __webpack_require__.e(/* import() */ 3732).then(__webpack_require__.bind(__webpack_require__, 43732));
        return new TreeWork(this.#files, this.#fields, extract, this.#io);
    }
    async observe() {
        const tree = await this.#tree();
        if (!tree)
            return this.#observeFile();
        try {
            return await tree.observe(async () => (this.#fields.unpinned && this.#fields.url ? this.#upstream() : undefined));
        }
        catch (error) {
            if (!(error instanceof task_failure/* TaskFailure */.E))
                throw error;
            const { message, hint } = error;
            return { state: "failed", error: { message, ...(hint === undefined ? {} : { hint }) } };
        }
    }
    async #observeFile() {
        const found = await this.#look();
        if (found.state !== "present")
            return found;
        const content = (0,download_spec/* contentIn */.fd)(found.facts);
        if (content === undefined)
            return found;
        const upstream = this.#fields.unpinned && this.#fields.url ? await this.#upstream() : undefined;
        return {
            state: "present",
            facts: upstream ? { ...found.facts, upstream: { ...upstream } } : found.facts,
            outputs: (0,download_spec/* outputsOf */.Yz)(this.#fields, content),
        };
    }
    async #look() {
        const { path } = this.#fields;
        const found = this.#files.look(path, -1);
        if (found.state === "absent")
            return found.blocked && !this.#io.recorded
                ? {
                    state: "failed",
                    error: { message: `\`${path}\` can't be made: a part of its path is there and is not a folder` },
                }
                : { state: "absent" };
        if (found.state === "failed")
            return { state: "failed", error: (0,file_access/* fileError */.zS)(found.problem) };
        const { type, size } = found;
        if (type === "directory")
            return {
                state: "failed",
                error: {
                    message: `there is a folder at \`${path}\`, where a file should be`,
                    hint: "Move the folder away, or choose another `path`: opus replaces and deletes only files and symlinks.",
                },
            };
        const facts = { path, type, mode: (0,download_spec/* showMode */.bQ)((0,file_mode/* modeAs */.A)(found, (0,download_spec/* declaredMode */.uO)(this.#fields))), size };
        if (type !== "file")
            return { state: "present", facts };
        const digest = await this.#files.hash(path, this.#io.signal, false);
        if (digest.ok)
            return { state: "present", facts: { ...facts, ...digest.value } };
        return digest.error.code === "missing" ? { state: "absent" } : { state: "failed", error: (0,file_access/* fileError */.zS)(digest.error) };
    }
    async #upstream() {
        try {
            return await askUpstream(new download_asking/* Asking */.g(this.#fields, this.#io), this.#io.recorded?.observed);
        }
        catch (error) {
            if (!(error instanceof task_failure/* TaskFailure */.E))
                throw error;
            this.#io.output("stderr", `warning: whether it has changed is not known: ${error.message}\n`);
            return undefined;
        }
    }
    async create() {
        const tree = await this.#tree();
        if (tree)
            return tree.make();
        if (this.#io.recorded)
            return this.update();
        const { path } = this.#fields;
        const found = this.#files.look(path, -1);
        if (found.state === "present")
            throw appeared(path);
        if (found.state === "failed")
            throw writeFailure(path, found.problem);
        return this.#fetch("create");
    }
    async update() {
        const tree = await this.#tree();
        if (tree)
            return tree.make();
        const observation = await this.#observeFile();
        if (observation.state === "failed") {
            const { message, hint } = observation.error;
            throw new task_failure/* TaskFailure */.E(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
        }
        const facts = observation.state === "present" ? observation.facts : undefined;
        const content = (0,download_spec/* contentIn */.fd)(facts);
        const isTold = (0,download_spec/* pinned */.dp)(this.#fields) !== undefined || facts?.upstream !== undefined;
        const fields = facts && isTold ? (0,download_spec/* differences */.tX)(facts, this.#fields, undefined) : undefined;
        if (!content || !fields || fields.some(({ path }) => path === "/content"))
            return this.#fetch("replace");
        if (fields.length > 0)
            await this.#chmod(content.sha256);
        const version = (0,download_spec/* versionIn */.It)(this.#io.recorded?.observed);
        return this.#outcome(content, version);
    }
    async #chmod(sha256) {
        const { path } = this.#fields;
        const mode = (0,download_spec/* declaredMode */.uO)(this.#fields) ?? 0;
        const found = this.#files.look(path, -1);
        const single = found.state === "present" && found.links === 1;
        const changed = single
            ? this.#files.chmod(path, mode)
            : await this.#files.replace(path, { source: path, sha256 }, mode, this.#io.signal);
        if (!changed.ok)
            throw writeFailure(path, changed.error);
    }
    async #fetch(how) {
        const { path } = this.#fields;
        const asking = new download_asking/* Asking */.g(this.#fields, this.#io);
        const opened = await this.#files.work(path);
        if (!opened.ok)
            throw writeFailure(path, opened.error);
        const work = opened.value;
        let keep = true;
        try {
            const { sha256, size, ...version } = await new fetching/* Fetching */.R(this.#fields, this.#io, asking, work).run();
            this.#io.signal.throwIfAborted();
            const placed = work.place(how, (0,download_spec/* declaredMode */.uO)(this.#fields));
            keep = placed.ok || placed.error.code === "failed";
            if (!placed.ok)
                throw writeFailure(path, placed.error);
            return this.#outcome({ sha256, size }, version);
        }
        finally {
            work.close(keep);
        }
    }
    #outcome(content, version) {
        const observed = (0,download_spec/* writtenFacts */.Vr)(this.#fields, content, version);
        return { outputs: (0,download_spec/* outputsOf */.Yz)(this.#fields, content), observed };
    }
    async remove() {
        const tree = await this.#tree();
        if (tree) {
            tree.remove();
            return;
        }
        const removed = this.#files.remove(this.#fields.path);
        if (removed.ok)
            return;
        if (removed.error.code !== "wrong-type")
            throw (0,file_access/* fileFailure */.fE)(removed.error);
        throw (0,file_access/* fileFailure */.fE)(removed.error, "Remove it yourself, or run `forget` with this task as `target`: opus deletes only files.");
    }
}
function appeared(path) {
    return new task_failure/* TaskFailure */.E(`\`${path}\` exists: it appeared after opus had looked`, {
        untouched: true,
        hint: "opus never overwrites what it did not make. Run again to see what it would do now.",
    });
}
function writeFailure(path, { code, message, hint }) {
    if (code === "exists")
        return appeared(path);
    return new task_failure/* TaskFailure */.E(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}


/***/ }),

/***/ 36164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ Fetching)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(81567);
/* harmony import */ var _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44608);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40432);
/* harmony import */ var _engine_ports_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47281);
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23283);
/* harmony import */ var _http_resource_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76551);
/* harmony import */ var _archive_data_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99321);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52943);
/* harmony import */ var _download_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36158);










const mostVainTries = 5;
const leastBytes = 256 * 1024;
class Fetching {
    #fields;
    #io;
    #http;
    #asking;
    #work;
    #pieced = false;
    #type = "";
    constructor(fields, io, asking, work) {
        this.#fields = fields;
        this.#io = io;
        this.#http = asking.http;
        this.#asking = asking;
        this.#work = work;
    }
    async run() {
        const wanted = (0,_download_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .pinned */ .dp)(this.#fields);
        for (;;) {
            await this.#complete();
            const { note } = this;
            const digest = (0,_archive_data_js__WEBPACK_IMPORTED_MODULE_5__/* .done */ .Vw)(await this.#work.hash(this.#io.signal));
            if (wanted === undefined || digest.sha256 === wanted)
                return { ...digest, ...versionFrom(note) };
            const { size } = this.#work;
            this.#forget();
            if (!this.#pieced)
                throw this.#mismatch(digest.sha256, wanted, size);
            this.#pieced = false;
        }
    }
    get #from() {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(this.#fields.url).digest("hex");
    }
    get note() {
        return readNote(this.#work.note);
    }
    #forget() {
        (0,_archive_data_js__WEBPACK_IMPORTED_MODULE_5__/* .done */ .Vw)(this.#work.begin(""));
    }
    async #complete() {
        let vain = 0;
        while (!this.#isWhole()) {
            const before = this.#work.size;
            const cut = await this.#try();
            if (cut === undefined)
                return;
            vain = this.#work.size - before >= leastBytes ? 0 : vain + 1;
            if (vain >= mostVainTries)
                throw untouched(cut);
            const { size } = this.#work;
            this.#io.output("stderr", `${cut.message}; going on at ${(0,_engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeWords */ .pG)(size)}\n`);
            await this.#http.pause(Math.min(_engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__/* .httpRetryMs */ .lI * 2 ** vain, _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__/* .httpLongestRetryMs */ .BI));
        }
    }
    #isWhole() {
        const resumable = this.#resumable();
        if (resumable?.total === undefined || (0,_download_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .pinned */ .dp)(this.#fields) === undefined)
            return false;
        if (resumable.total !== this.#work.size)
            return false;
        this.#pieced = true;
        return true;
    }
    #resumable() {
        const { note } = this;
        const wanted = (0,_download_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .pinned */ .dp)(this.#fields);
        if (!note || this.#work.size === 0 || note.from !== this.#from || note.sha256 !== wanted)
            return undefined;
        return wanted === undefined && conditionOf(note) === undefined ? undefined : note;
    }
    async #try() {
        const note = this.#resumable();
        const condition = note && conditionOf(note);
        const headers = note
            ? { range: `bytes=${this.#work.size}-`, ...(condition === undefined ? {} : { "if-range": condition }) }
            : {};
        try {
            return await this.#asking.fetch(headers, (answer) => this.#take(answer, note), true);
        }
        catch (error) {
            throw error instanceof _engine_ports_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H ? untouched(error) : error;
        }
    }
    async #take(answer, note) {
        const { status, headers } = answer;
        this.#type = headers["content-type"] ?? "";
        const changed = () => {
            this.#forget();
            return new _engine_ports_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H("what the server has is another one now", "unclear");
        };
        if (note && status === 416)
            return /^bytes \*\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1] === String(this.#work.size)
                ? undefined
                : changed();
        if (note && status === 206) {
            const [, from, all] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "") ?? [];
            const total = all === undefined || all === "*" ? note.total : Number(all);
            if (Number(from) !== this.#work.size || !isSameVersion(note, total, (0,_asking_js__WEBPACK_IMPORTED_MODULE_6__/* .versionOf */ .E)(answer)))
                return changed();
            this.#pieced = true;
            return this.#append(answer, total);
        }
        if (status !== 200)
            throw this.#refusal(answer);
        if ((0,_download_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .pinned */ .dp)(this.#fields) === undefined)
            this.#refusePage();
        const sha256 = (0,_download_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .pinned */ .dp)(this.#fields);
        const length = headers["content-length"];
        const begun = {
            from: this.#from,
            ...(sha256 === undefined ? {} : { sha256 }),
            ...(length === undefined ? {} : { total: Number(length) }),
            ...(0,_asking_js__WEBPACK_IMPORTED_MODULE_6__/* .versionOf */ .E)(answer),
        };
        (0,_archive_data_js__WEBPACK_IMPORTED_MODULE_5__/* .done */ .Vw)(this.#work.begin(JSON.stringify(begun)));
        this.#pieced = false;
        return this.#append(answer, begun.total);
    }
    async #append({ pieces, url }, total) {
        this.#checkRoom(total);
        const { host } = new URL(url);
        try {
            for await (const piece of pieces) {
                (0,_archive_data_js__WEBPACK_IMPORTED_MODULE_5__/* .done */ .Vw)(this.#work.append(piece));
                if (this.#work.size > _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .downloadBytes */ .eQ)
                    throw tooLarge();
            }
        }
        catch (error) {
            if (error instanceof _engine_ports_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H)
                return error;
            throw error;
        }
        if (total === undefined || this.#work.size === total)
            return undefined;
        if (this.#work.size > total)
            this.#forget();
        return new _engine_ports_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H(`${host} gave another number of bytes than it had said`, "unclear");
    }
    #checkRoom(total) {
        if (total === undefined)
            return;
        if (total > _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .downloadBytes */ .eQ)
            throw tooLarge();
        const needed = total - this.#work.size;
        const room = this.#work.room();
        if (room === undefined || room >= needed)
            return;
        throw new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .TaskFailure */ .E(`there is no room for it: ${(0,_engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeWords */ .pG)(needed)} are still to come, and ${(0,_engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeWords */ .pG)(room)} are free`, {
            hint: "Free some space and run again: what is there already is kept.",
            untouched: true,
        });
    }
    #refusePage() {
        if (!isPage(this.#type) || (!this.#fields.extract && /\.x?html?$/i.test(this.#fields.path)))
            return;
        throw new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .TaskFailure */ .E(`${this.#asking.shown} answered with a web page (${this.#type})`, {
            hint: "Look at the address in a browser: it may want a sign-in, or have moved. For a page, let `path` end in .html.",
            untouched: true,
        });
    }
    #refusal({ status }) {
        const hint = (0,_http_resource_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalHint */ .ah)({ status }) ?? (status === 404 || status === 410 ? "Correct `url`." : undefined);
        return new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .TaskFailure */ .E(`\`GET ${this.#asking.shown}\` answered ${status}`, {
            untouched: true,
            ...(hint === undefined ? {} : { hint }),
        });
    }
    #mismatch(found, wanted, size) {
        const page = isPage(this.#type) ? `; it is a web page (${this.#type})` : "";
        return new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .TaskFailure */ .E(`${this.#asking.shown} has other bytes than are wanted: sha256 ${found} (${size} bytes), not ${wanted}${page}`, {
            hint: "Find out why before you change `sha256`: its makers may have replaced it, or somebody else has.",
            untouched: true,
        });
    }
}
function isPage(type) {
    return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type);
}
function conditionOf({ etag, lastModified }) {
    return etag !== undefined && !etag.startsWith("W/") ? etag : lastModified;
}
function isSameVersion(note, total, { etag, lastModified }) {
    if (note.total !== undefined && total !== note.total)
        return false;
    if (note.etag !== undefined && etag !== undefined)
        return note.etag === etag;
    return note.lastModified === undefined || lastModified === undefined || note.lastModified === lastModified;
}
function readNote(text) {
    try {
        const value = JSON.parse(text ?? "");
        return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isObject */ .Gv)(value) && typeof value.from === "string" ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function versionFrom(note) {
    return {
        ...(note?.etag === undefined ? {} : { etag: note.etag }),
        ...(note?.lastModified === undefined ? {} : { lastModified: note.lastModified }),
    };
}
function tooLarge() {
    return new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .TaskFailure */ .E(`it has more than ${(0,_engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeWords */ .pG)(_engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .downloadBytes */ .eQ)}, and no more is taken`, { untouched: true });
}
function untouched({ message, hint }) {
    return new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .TaskFailure */ .E(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}


/***/ }),

/***/ 34865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ itemPath),
/* harmony export */   S_: () => (/* binding */ lastPart),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7487);
/* harmony import */ var _pointers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72035);


function addressOf({ baseUrl, query: always = {} }, path, query = {}) {
    const url = new URL((0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .M)(baseUrl, "/") + path);
    for (const [name, value] of Object.entries({ ...always, ...query }))
        url.searchParams.set(name, String(value));
    return url.href;
}
function itemPath(fields, id, template = fields.item ?? "{path}/{id}") {
    let why;
    const path = template.replace(/\{([^{}]*)\}/g, (_, name) => {
        if (name === "path")
            return fields.path;
        const value = name === "id" ? id : (0,_pointers_js__WEBPACK_IMPORTED_MODULE_1__.at)(fields.body, name);
        const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
        if (text === "" || text === "." || text === "..")
            why =
                name === "id"
                    ? `"${text}" can't be an id: it has a meaning of its own in a path`
                    : `${name} of the body is no part of a path`;
        return encodeURIComponent(text);
    });
    return why === undefined ? path : { why };
}
function lastPart(address) {
    const path = (0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .M)(URL.parse(address, "http://host/")?.pathname ?? "", "/");
    const last = path.slice(path.lastIndexOf("/") + 1);
    try {
        return last === "" ? undefined : decodeURIComponent(last);
    }
    catch {
        return last;
    }
}


/***/ }),

/***/ 76551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  BT: () => (/* binding */ idOfAnswer),
  Br: () => (/* binding */ idOfThing),
  FP: () => (/* binding */ idText),
  $L: () => (/* binding */ isDone),
  Qh: () => (/* binding */ isMarkedAbsent),
  O2: () => (/* binding */ notJson),
  JN: () => (/* binding */ readAnswer),
  ah: () => (/* binding */ refusalHint),
  WW: () => (/* binding */ refusalWords),
  J5: () => (/* binding */ refused),
  Og: () => (/* binding */ thingIn)
});

var task_failure = __webpack_require__(23283);
var shown_url = __webpack_require__(57849);
var addresses = __webpack_require__(34865);
var json = __webpack_require__(81567);
var printable = __webpack_require__(4191);
var shorten = __webpack_require__(23445);
;// CONCATENATED MODULE: ./src/processors/http-resource/error-words.ts



const longestWords = 300;
const mostErrors = 5;
const deepest = 3;
const telling = [
    "title",
    "message",
    "msg",
    "detail",
    "error_description",
    "error",
    "errorMessage",
    "reason",
    "code",
];
const listing = ["errors", "error", "detail", "details"];
function errorWords(value) {
    const words = [...new Set(wordsOf(value ?? null, deepest))].join("; ");
    return words === "" ? undefined : (0,shorten/* shortened */.v)((0,printable/* oneLine */.TN)(words), longestWords);
}
function wordsOf(value, depth) {
    if (depth === 0)
        return [];
    if (Array.isArray(value))
        return listWords(value, depth);
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    const own = telling.flatMap((name) => {
        const member = Object.hasOwn(value, name) ? value[name] : undefined;
        if (typeof member === "string")
            return isPage(member) ? [] : [member.trim()];
        return (0,json/* isObject */.Gv)(member) ? [...wordsOf(member, depth - 1)] : [];
    });
    const lists = listing.flatMap((name) => {
        const member = Object.hasOwn(value, name) ? value[name] : undefined;
        if (Array.isArray(member))
            return listWords(member, depth - 1);
        return name === "errors" && (0,json/* isObject */.Gv)(member) ? byField(member) : [];
    });
    return [...own.filter((words) => words !== "").slice(0, 2), ...lists];
}
function listWords(list, depth) {
    return list.slice(0, mostErrors).flatMap((one) => {
        if (typeof one === "string")
            return isPage(one) ? [] : [one];
        const words = wordsOf(one, depth).join(" ");
        if (words === "")
            return [];
        const place = placeOf(one);
        return [place === undefined ? words : `${place}: ${words}`];
    });
}
function byField(errors) {
    return Object.entries(errors)
        .slice(0, mostErrors)
        .flatMap(([field, said]) => {
        const all = Array.isArray(said) ? said : [said];
        const words = all.filter((one) => typeof one === "string" && !isPage(one)).slice(0, 2);
        return words.length > 0 ? [`${field}: ${words.join(", ")}`] : [];
    });
}
function placeOf(one) {
    if (!(0,json/* isObject */.Gv)(one))
        return undefined;
    const { field, source, loc } = one;
    if (typeof field === "string")
        return field;
    if ((0,json/* isObject */.Gv)(source) && typeof source.pointer === "string")
        return source.pointer;
    if (!Array.isArray(loc))
        return undefined;
    return loc.filter((part) => typeof part === "string" || typeof part === "number").join(".");
}
function isPage(text) {
    return /<!doctype|<\/[a-z]+\s*>|<(?:html|head|body|p|br|h[1-6]|div|span)\b/i.test(text);
}

var pointers = __webpack_require__(72035);
var resource_spec = __webpack_require__(72441);
;// CONCATENATED MODULE: ./src/processors/http-resource/answers.ts






function readAnswer(method, { status, headers, text, url }) {
    return { status, headers, value: jsonOrText(text), asked: `${method} ${(0,shown_url/* shownAddress */.Uk)(url)}`, url };
}
function jsonOrText(text) {
    const trimmed = text.trim();
    if (trimmed === "")
        return undefined;
    try {
        return JSON.parse(trimmed);
    }
    catch {
        return trimmed;
    }
}
function notJson({ asked, status, value }) {
    if (typeof value !== "string")
        return undefined;
    const what = value.startsWith("<") ? "a web page" : "text that is not JSON";
    return new task_failure/* TaskFailure */.E(`\`${asked}\` answered ${status} with ${what}`, {
        untouched: true,
        hint: "Look at the address: it may want a sign-in, be out of order, or be that of something else than the API.",
    });
}
function isDone({ status }, statuses) {
    return statuses ? statuses.includes(status) : status >= 200 && status < 300;
}
function thingIn({ response }, { value }) {
    const thing = value !== undefined && response ? (0,pointers.at)(value, response.at) : value;
    return thing === null ? undefined : thing;
}
function isMarkedAbsent(fields, thing) {
    const { at: place, in: values = [] } = (0,resource_spec/* absence */.An)(fields);
    const value = place === undefined ? undefined : (0,pointers.at)(thing, place);
    return value !== undefined && values.some((one) => one === value);
}
function idText(value) {
    if (typeof value === "string")
        return value === "" ? undefined : value;
    if (typeof value !== "number")
        return undefined;
    if (Number.isSafeInteger(value))
        return String(value);
    throw new task_failure/* TaskFailure */.E(`the server gave the number ${value} as id, which is beyond 2^53 and may be rounded`, {
        hint: "Point `id` at a text, or use `{header: Location}`.",
    });
}
function isBareId(thing) {
    return typeof thing === "string" && /^[^\s<>"{}]{1,200}$/.test(thing);
}
function idOfThing(fields, thing) {
    const own = (0,resource_spec/* ownIdPointer */.Tc)(fields);
    if (own !== undefined)
        return idText((0,pointers.at)(thing, fields.aliases?.[own] ?? own));
    return idText((0,pointers.at)(thing, typeof fields.id === "string" ? fields.id : "/id"));
}
function idOfAnswer(fields, answer) {
    const { id } = fields;
    const own = (0,resource_spec/* ownIdPointer */.Tc)(fields);
    if (own !== undefined)
        return idText((0,pointers.at)(fields.body, own));
    if (typeof id === "object" && "header" in id) {
        const value = answer.headers[id.header.toLowerCase()];
        return value === undefined ? undefined : (0,addresses/* lastPart */.S_)(value);
    }
    const thing = thingIn(fields, answer);
    if (id === undefined && (typeof thing === "number" || isBareId(thing)))
        return idText(thing);
    return idOfThing(fields, thing) ?? (typeof id === "string" ? idText((0,pointers.at)(answer.value, id)) : undefined);
}
function refusalWords({ asked, status, value }) {
    const words = errorWords(value);
    return `\`${asked}\` answered ${status}${words === undefined ? "" : `: ${words}`}`;
}
function refusalHint({ status }) {
    switch (status) {
        case 401:
            return "Its credentials are not, or no longer, taken: look at `auth`.";
        case 403:
            return "Its credentials may not do this: look at what they are good for.";
        case 409:
            return "Something else stands in its way there: look at it.";
        case 429:
            return "The server wants to be asked later. `limits` makes a run slower.";
        default:
            return status >= 500 ? "The server has a problem of its own: run again later." : undefined;
    }
}
function refused(answer, untouched) {
    const hint = refusalHint(answer);
    return new task_failure/* TaskFailure */.E(refusalWords(answer), { untouched, ...(hint === undefined ? {} : { hint }) });
}


/***/ }),

/***/ 90475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ lowerCase),
/* harmony export */   w: () => (/* binding */ credentialHeaders)
/* harmony export */ });
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40432);
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23283);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76551);
/* harmony import */ var _pointers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72035);




async function credentialHeaders(auth, http, fresh) {
    if (auth.bearer !== undefined)
        return { authorization: `Bearer ${auth.bearer}` };
    if (auth.basic)
        return { authorization: basic(auth.basic.username, auth.basic.password, http) };
    if (auth.header)
        return { [auth.header.name.toLowerCase()]: auth.header.value };
    return auth.oauth2 ? { authorization: `Bearer ${await currentToken(auth.oauth2, http, fresh)}` } : {};
}
async function currentToken(oauth, http, fresh) {
    const key = `token ${JSON.stringify(oauth)}`;
    const load = (loading) => getToken(oauth, loading);
    const token = await http.shared(key, load, fresh);
    if (token.endsAt === undefined || token.endsAt > http.now())
        return token.text;
    return (await http.shared(key, load, true)).text;
}
async function getToken({ tokenUrl, clientId, clientSecret, scope, audience }, http) {
    const form = new URLSearchParams({ grant_type: "client_credentials" });
    if (scope !== undefined)
        form.set("scope", scope);
    if (audience !== undefined)
        form.set("audience", audience);
    const credentials = basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret), http);
    const began = http.now();
    const answer = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readAnswer */ .JN)("POST", await http.request({
        method: "POST",
        url: tokenUrl,
        headers: {
            accept: "application/json",
            "content-type": "application/x-www-form-urlencoded",
            authorization: credentials,
        },
        body: form.toString(),
        repeatable: true,
    }));
    const text = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_2__.at)(answer.value, "/access_token");
    if (answer.status !== 200 || typeof text !== "string" || text === "") {
        throw new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskFailure */ .E(`no token: ${(0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalWords */ .WW)(answer)}`, {
            untouched: true,
            hint: "Look at `auth.oauth2`: the address, the client and its secret.",
        });
    }
    http.hide(text);
    const seconds = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_2__.at)(answer.value, "/expires_in");
    return { text, endsAt: typeof seconds === "number" ? began + seconds * 1_000 - _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .httpTokenEndMs */ .ll : undefined };
}
function basic(username, password, http) {
    const encodedBoth = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
    http.hide(encodedBoth);
    return `Basic ${encodedBoth}`;
}
function lowerCase(headers = {}) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}


/***/ })

};
