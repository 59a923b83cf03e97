export const id = 8329;
export const ids = [8329];
export const modules = {

/***/ 48329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   surveyFolder: () => (/* binding */ surveyFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9246);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9575);
/* harmony import */ var _file_system_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48694);
/* harmony import */ var _state_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64524);





async function surveyFolder(folder, options, signal) {
    let names;
    try {
        names = namesIn(folder);
    }
    catch (error) {
        if ((0,_file_system_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error) === undefined)
            throw error;
        return { ok: false, error: (0,_file_system_js__WEBPACK_IMPORTED_MODULE_2__/* .ioFailure */ .hC)("read the state folder", folder.path, error) };
    }
    const contexts = [];
    for (const name of names) {
        const context = await contextOf(name, folder, options, signal);
        if (context !== undefined)
            contexts.push(context);
    }
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)(contexts);
}
function namesIn({ path, files }) {
    const entries = (below) => {
        try {
            return files.readdir(below);
        }
        catch (error) {
            if ((0,_file_system_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error) === "ENOENT" || (0,_file_system_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error) === "ENOTDIR")
                return [];
            throw error;
        }
    };
    const names = entries(path).flatMap((project) => entries((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, project)).map((context) => ({ project: (0,_state_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfFolder */ .Fp)(project), context: (0,_state_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfFolder */ .Fp)(context) })));
    return (0,_state_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .sortedNames */ .W0)(names);
}
async function contextOf(name, folder, options, signal) {
    const store = folder.open(name);
    const read = await store.read(signal);
    if (read.state === "unavailable" && read.movedTo !== undefined)
        return undefined;
    const lock = await store.lockedBy(signal);
    if (read.state === "absent" && lock === undefined)
        return undefined;
    const data = storedBytes(name, folder);
    return { name, location: store.location, read, data, lock, runs: await runsOf(store, options, signal) };
}
function storedBytes({ project, context }, { path, files }) {
    const read = new _state_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .StateFolder */ .sy(path, project, context, files).read();
    return read.ok ? read.value : undefined;
}
async function runsOf(store, { detailedRuns }, signal) {
    const ends = await store.runEnds(signal);
    if (!ends.ok)
        return ends;
    const newest = [...ends.value].reverse();
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)(await Promise.all(newest.map((end, index) => runOf(end, index < detailedRuns ? store : undefined, signal))));
}
async function runOf(end, store, signal) {
    const read = await store?.history(end.serial, signal);
    const changes = read?.state === "found" ? (0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .changedTasks */ .x)(read.snapshot.body) : undefined;
    return { ...end, author: "", changes };
}


/***/ }),

/***/ 9575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ changedTasks)
/* harmony export */ });
function changedTasks(body) {
    const undo = body?.undo;
    if (!Array.isArray(undo))
        return undefined;
    const changes = undo.map((entry) => ({
        task: entry?.task,
        change: entry?.change,
    }));
    const sound = changes.every(({ task, change }) => typeof task === "string" && changeNames.has(change));
    return sound ? changes : undefined;
}
const changeNames = new Set([
    "create",
    "update",
    "replace",
    "delete",
    "adopt",
    "forget",
    "noop",
    "none",
]);


/***/ })

};
