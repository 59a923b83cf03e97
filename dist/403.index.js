export const id = 403;
export const ids = [403];
export const modules = {

/***/ 297:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseProcStat)
/* harmony export */ });
function parseProcStat(text) {
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, , group] = fields;
    const startTime = fields[19];
    if (state === undefined || group === undefined || startTime === undefined)
        return undefined;
    return { state, group: Number(group), startTime };
}


/***/ }),

/***/ 11930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fileProblem),
/* harmony export */   x: () => (/* binding */ systemCode)
/* harmony export */ });
const replaced = "\uFFFD";
const notUtf8 = "it is not there, or its real name has bytes that are not UTF-8 where \ufffd is shown, so nothing can open it";
const meanings = {
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
        "Node was started with `--permission`: start it without.",
    ],
    EBUSY: ["the file is in use", "failed"],
    ENOTSUP: ["its file system does not keep this mode", "failed", "Leave out `mode`, or put the file on another disk."],
};
const onWindows = Object.fromEntries(["EACCES", "EPERM", "EBUSY"].map((code) => [
    code,
    [
        "Windows refuses it: another program has the file open, or it may not be written",
        "failed",
        "Close the program that has it open, and check the permissions of the file and of its folder.",
    ],
]));
function fileProblem(path, error) {
    const code = systemCode(error);
    if (code === undefined)
        throw error;
    const [text, kind, hint] = (process.platform === "win32" ? onWindows[code] : undefined) ??
        meanings[code] ?? ["the system refused", "failed"];
    const separator = text.startsWith("is ") || text.startsWith("does ") || text.startsWith("exists") ? " " : ": ";
    const shown = kind === "missing" || kind === "exists" || kind === "wrong-type" ? "" : ` (${code})`;
    const unreadable = kind === "missing" && path.includes(replaced);
    if (unreadable)
        return { code: kind, message: `\`${path}\`: ${notUtf8}`, hint: "Rename it." };
    const message = `\`${path}\`${separator}${text}${shown}`;
    return hint === undefined ? { code: kind, message } : { code: kind, message, hint };
}
function systemCode(error) {
    if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string")
        return undefined;
    return /^(?:E[A-Z0-9]+|ERR_ACCESS_DENIED|UNKNOWN)$/.test(error.code) ? error.code : undefined;
}


/***/ }),

/***/ 62668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _file_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11930);



function makeFolders(path, mode = 0o777) {
    const missing = [];
    for (let at = path; !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(at) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) !== at; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
        missing.push(at);
    for (const folder of missing.reverse())
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, mode);
        }
        catch (error) {
            if ((0,_file_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) !== "EEXIST")
                throw error;
        }
}


/***/ }),

/***/ 17101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ownedName)
/* harmony export */ });
const ownedName = /^opus-[a-z]+-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[A-Za-z0-9]{6}$/;


/***/ }),

/***/ 20403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ ownOwner),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   IR: () => (/* binding */ abandonedIn),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   c2: () => (/* binding */ ownedPrefix),
/* harmony export */   jU: () => (/* binding */ removeAbandoned),
/* harmony export */   removeTree: () => (/* binding */ removeTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _processes_process_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33426);
/* harmony import */ var _sha256_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88437);
/* harmony import */ var _make_folders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62668);
/* harmony import */ var _owned_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17101);







function makePrivateFolder(parents, use) {
    const prefix = ownedPrefix(use);
    for (const [index, given] of parents.entries()) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(given);
        try {
            (0,_make_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .makeFolders */ .w)(parent, 0o700);
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, prefix));
        }
        catch (error) {
            if (index === parents.length - 1)
                throw error;
        }
    }
    throw new Error("there is no place for a private folder");
}
function ownedPrefix(use) {
    const { place, boot, pid, start } = ownOwner();
    return `opus-${use}-${place}-${boot}-${pid}-${start}-`;
}
function removeAbandoned(parents) {
    const abandoned = parents.flatMap((parent) => abandonedIn(parent));
    if (abandoned.length === 0)
        return;
    const inUse = (0,_processes_process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentsHold */ .W9)(abandoned);
    for (const path of abandoned)
        if (!inUse.has(path))
            removeTree(path);
}
function abandonedIn(parent) {
    const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(parent);
    const names = namesIn(whole).filter((name) => _owned_name_js__WEBPACK_IMPORTED_MODULE_6__/* .ownedName */ .d.test(name));
    if (names.length === 0)
        return [];
    const own = here();
    return names.filter((name) => isOfDeadProcess(name, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(whole, name), own)).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(whole, name));
}
function isOfDeadProcess(name, path, own) {
    const [, place = "", boot = "", pid = "", start = ""] = _owned_name_js__WEBPACK_IMPORTED_MODULE_6__/* .ownedName */ .d.exec(name) ?? [];
    if (place !== own.place)
        return false;
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
        if (!stats.isDirectory() || stats.uid !== (process.getuid?.() ?? stats.uid))
            return false;
        return isGone({ place, boot, pid: Number(pid), start }, stats.mtimeMs);
    }
    catch {
        return false;
    }
}
function isGone({ boot, pid, start }, changedMs) {
    if (boot !== here().boot)
        return changedMs < Date.now() - (0,node_os__WEBPACK_IMPORTED_MODULE_1__.uptime)() * 1_000;
    if (process.platform === "linux")
        return (0,_processes_process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .lookAtProcess */ .GS)(pid)?.startTime !== start;
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return error instanceof Error && "code" in error && error.code === "ESRCH";
    }
}
function ownOwner() {
    return { ...here(), pid: process.pid, start: (0,_processes_process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .startTimeOf */ .P2)(process.pid) ?? "0" };
}
function here() {
    return { place: digest(`${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}\n${namespace()}`), boot: digest((0,_processes_process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .bootId */ .aW)() ?? "") };
}
function namespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)("/proc/self/ns/pid");
    }
    catch {
        return "";
    }
}
function digest(text) {
    return (0,_sha256_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .s)(text).slice(0, 8);
}
function namesIn(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
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
function openUp(top) {
    const folders = [top];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        try {
            if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder).isDirectory())
                continue;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(folder, 0o700);
            for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true }))
                if (entry.isDirectory())
                    folders.push((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, entry.name));
        }
        catch {
            // Another folder may still be emptied.
        }
    }
}


/***/ }),

/***/ 33426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ lookAtProcess),
/* harmony export */   Kc: () => (/* binding */ markVariable),
/* harmony export */   P2: () => (/* binding */ startTimeOf),
/* harmony export */   W9: () => (/* binding */ environmentsHold),
/* harmony export */   a1: () => (/* binding */ psOptions),
/* harmony export */   aW: () => (/* binding */ bootId),
/* harmony export */   cF: () => (/* binding */ hasVariables),
/* harmony export */   fb: () => (/* binding */ scanProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40432);
/* harmony import */ var _engine_text_proc_stat_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(297);




const markVariable = "OPUS_PROCESS";
function scanProcesses() {
    if (process.platform !== "linux")
        return undefined;
    const begunAt = Date.now();
    const groups = new Map();
    const marks = new Map();
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)("/proc");
    }
    catch {
        return undefined;
    }
    for (const name of names) {
        const pid = Number(name);
        if (!Number.isInteger(pid) || pid === process.pid)
            continue;
        const stat = statOf(pid);
        if (stat === undefined || stat.state === "Z" || stat.state === "X")
            continue;
        add(groups, stat.group, pid);
        const mark = markOf(pid);
        if (mark !== undefined)
            add(marks, mark, pid);
    }
    return {
        begunAt,
        inGroup: (leader) => groups.get(leader) ?? [],
        withMark: (mark) => marks.get(mark) ?? [],
    };
}
function startTimeOf(pid) {
    return process.platform === "linux" ? (statOf(pid)?.startTime ?? null) : null;
}
function lookAtProcess(pid) {
    const stat = process.platform === "linux" ? statOf(pid) : undefined;
    if (stat === undefined || stat.state === "Z" || stat.state === "X")
        return undefined;
    return { startTime: stat.startTime, mark: markOf(pid) };
}
function hasVariables(pid, variables) {
    const wanted = variables.map(([name, value]) => `${name}=${value}`);
    if (process.platform === "linux") {
        const held = new Set(tryRead(`/proc/${pid}/environ`, "utf8")?.split("\0"));
        return wanted.every((one) => held.has(one));
    }
    if (process.platform === "win32")
        return false;
    try {
        const shown = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)("ps", ["eww", "-o", "command=", "-p", String(pid)], psOptions);
        return wanted.every((one) => ` ${shown.trim()} `.includes(` ${one} `));
    }
    catch {
        return false;
    }
}
function environmentsHold(texts) {
    const held = new Set();
    if (process.platform !== "linux")
        return held;
    for (const name of namesOf("/proc")) {
        const environment = /^\d+$/.test(name) ? tryRead(`/proc/${name}/environ`, "utf8") : undefined;
        if (environment)
            for (const text of texts)
                if (environment.includes(text))
                    held.add(text);
    }
    return held;
}
function namesOf(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
const psOptions = {
    encoding: "utf8",
    env: { PATH: "/bin:/usr/bin", LC_ALL: "C" },
    stdio: "pipe",
    timeout: _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .processTableMs */ .Es,
    maxBuffer: 16 * 1024 * 1024,
};
function bootId() {
    return tryRead("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}
function add(lists, key, pid) {
    const list = lists.get(key);
    if (list)
        list.push(pid);
    else
        lists.set(key, [pid]);
}
function statOf(pid) {
    const text = tryRead(`/proc/${pid}/stat`);
    return text === undefined ? undefined : (0,_engine_text_proc_stat_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProcStat */ .q)(text);
}
function markOf(pid) {
    const text = tryRead(`/proc/${pid}/environ`);
    if (!text?.includes(markVariable))
        return undefined;
    const begin = `\0${text}`.indexOf(`\0${markVariable}=`);
    if (begin < 0)
        return undefined;
    return text.slice(begin + markVariable.length + 1).split("\0", 1)[0];
}
function tryRead(path, encoding = "latin1") {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, encoding);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 88437:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function sha256(data) {
    const { hash } = node_crypto__WEBPACK_IMPORTED_MODULE_0__;
    return hash ? hash("sha256", data, "hex") : node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash("sha256").update(data).digest("hex");
}


/***/ })

};
