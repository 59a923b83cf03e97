export const id = 508;
export const ids = [508];
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

/***/ 12508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCacheWorker: () => (/* binding */ runCacheWorker)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cache_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78505);




/**
 * The process of the cache client: it answers one request over the channel to its parent, which then ends it. Should
 * the parent be killed, nothing stays behind: neither the process, nor programs that it has started, nor the folder.
 */
async function runCacheWorker(argument) {
    const request = JSON.parse(argument);
    process.once("disconnect", () => abandon(request));
    const { callCache } = await Promise.all(/* import() */[__webpack_require__.e(706), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 8046));
    const answer = await callCache(request);
    // What was printed tells what the answer means, so it goes first.
    await Promise.all([process.stdout, process.stderr].map(flushed));
    process.send?.(answer);
}
/** All that was printed has left, also what the program holds back until its line ends. */
function flushed(stream) {
    stream.write("\n");
    return new Promise((done) => node_stream__WEBPACK_IMPORTED_MODULE_2__.Writable.prototype.write.call(stream, "", "utf8", () => done()));
}
function abandon({ folder }) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder).startsWith(_cache_request_js__WEBPACK_IMPORTED_MODULE_3__/* .folderPrefix */ .Z))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    // Its parent has made it the leader of a process group.
    process.kill(-process.pid, "SIGKILL");
}


/***/ })

};
