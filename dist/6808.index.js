export const id = 6808;
export const ids = [6808];
export const modules = {

/***/ 66808:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   untar: () => (/* binding */ untar)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _archive_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99321);




const types = {
    File: "file",
    OldFile: "file",
    ContiguousFile: "file",
    Directory: "folder",
    SymbolicLink: "symlink",
    Link: "hardlink",
};
async function untar(parser, data, sink, signal) {
    const failed = listen(parser, sink);
    const unpacked = node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from((0,_archive_data_js__WEBPACK_IMPORTED_MODULE_3__/* .piecesOf */ .Xe)(data, 0, data.size), { objectMode: false }).pipe((0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createGunzip)());
    for await (const piece of unpacked) {
        signal.throwIfAborted();
        sink.unpacked(piece.length);
        const goesOn = parser.write(piece);
        failed.throwIfAborted();
        if (!goesOn)
            await unless(failed, (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(parser, "drain", { signal: failed }));
    }
    const over = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(parser, "end", { signal: failed });
    parser.end();
    await unless(failed, over);
    failed.throwIfAborted();
}
function listen(parser, sink) {
    const failed = new AbortController();
    const on = (emitter, event, act) => {
        emitter.on(event, (...args) => {
            if (failed.signal.aborted)
                return;
            try {
                act(...args);
            }
            catch (error) {
                failed.abort(error);
            }
        });
    };
    on(parser, "entry", (entry) => {
        if (sink.entry(describe(entry))) {
            on(entry, "data", (piece) => sink.bytes(piece));
            on(entry, "end", () => sink.end());
        }
    });
    parser.on("entry", (entry) => entry.resume());
    on(parser, "ignoredEntry", (entry) => {
        if (entry.meta)
            throw new Error("a name in it is too long");
        sink.entry({ ...describe(entry), type: "other" });
    });
    on(parser, "warn", (_code, message) => {
        throw new Error(message);
    });
    parser.on("error", (error) => failed.abort(error));
    return failed.signal;
}
async function unless(failed, waiting) {
    try {
        await waiting;
    }
    catch (error) {
        failed.throwIfAborted();
        throw error;
    }
}
function describe({ path, type, mode = 0, linkpath }) {
    const known = /(^|\/)GNUSparseFile\.\d+\//.test(path) ? undefined : types[type];
    return {
        name: path,
        type: known ?? "other",
        executable: (mode & 0o111) !== 0,
        ...(linkpath === undefined ? {} : { target: linkpath }),
    };
}


/***/ })

};
