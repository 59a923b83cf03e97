export const id = 33;
export const ids = [33];
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

/***/ 86033:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCacheWorker: () => (/* binding */ runCacheWorker)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __webpack_require__(37100);
;// CONCATENATED MODULE: ./src/github/cache-guard.ts


const lookEveryMs = 20;
/**
 * Watches every answer that this process gets over HTTP, whichever library asked. An answer that is too large ends the
 * call; a redirect that would take the token of the job to another server is not followed.
 * @param refuse is told why the call can't go on
 */
function guardAnswers(refuse) {
    (0,external_node_diagnostics_channel_.subscribe)("http.client.response.finish", (message) => {
        const { request, response } = message;
        const withToken = request.hasHeader("authorization");
        const elsewhere = withToken ? redirectElsewhere(request, response) : undefined;
        if (elsewhere !== undefined) {
            // Without it, the client takes the answer for an error.
            delete response.headers.location;
            refuse({ refused: "redirect", to: elsewhere });
        }
        // Only the storage, which gets no token, has archives.
        watchSize(response, withToken ? limits/* answerBytes */._x : limits/* archiveBytes */.qc, (bytes) => refuse({ refused: "size", of: withToken ? "answer" : "archive", ...(bytes === undefined ? {} : { bytes }) }));
    });
}
/** The server that an answer leads to, when it is another one. */
function redirectElsewhere(request, { statusCode = 0, headers }) {
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined)
        return undefined;
    const asked = URL.parse(`${request.protocol}//${request.getHeader("host")}`);
    const next = URL.parse(headers.location, asked?.href);
    if (asked === null || next === null)
        return "an address that can't be read";
    return next.origin === asked.origin ? undefined : next.origin;
}
/** @param refuse gets the bytes that the answer has, where it says so */
function watchSize(response, most, refuse) {
    const said = Number(response.headers["content-length"] ?? Number.NaN);
    if (said > most) {
        response.destroy();
        refuse(said);
        return;
    }
    const { socket } = response;
    const before = socket.bytesRead;
    const timer = setInterval(() => {
        if (socket.bytesRead - before <= most)
            return;
        response.destroy();
        refuse(undefined);
    }, lookEveryMs).unref();
    response.once("close", () => clearInterval(timer));
}

// EXTERNAL MODULE: ./src/github/cache-request.ts
var cache_request = __webpack_require__(78505);
// EXTERNAL MODULE: ./src/github/remove-tree.ts
var remove_tree = __webpack_require__(54448);
;// CONCATENATED MODULE: ./src/github/cache-worker.ts





/**
 * The process of the cache client: it answers one request over the channel to its parent, which then ends it. Should
 * the parent be killed, nothing stays behind: neither the process, nor programs that it has started, nor the folder.
 */
async function runCacheWorker(argument) {
    const request = JSON.parse(argument);
    process.once("disconnect", () => abandon(request));
    guardAnswers((why) => process.send?.(why));
    const { callCache } = await Promise.all(/* import() */[__webpack_require__.e(706), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 8046));
    const answer = await callCache(request);
    // What was printed tells what the answer means, so it goes first.
    await Promise.all([process.stdout, process.stderr].map(flushed));
    process.send?.(answer);
}
/** All that was printed has left, also what the program holds back until its line ends. */
function flushed(stream) {
    stream.write("\n");
    return new Promise((done) => external_node_stream_.Writable.prototype.write.call(stream, "", "utf8", () => done()));
}
function abandon({ folder }) {
    if ((0,external_node_path_.basename)(folder).startsWith(cache_request/* folderPrefix */.Z))
        (0,remove_tree/* removeTree */.d)(folder);
    // Its parent has made it the leader of a process group.
    process.kill(-process.pid, "SIGKILL");
}


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


/***/ })

};
