export const id = 46;
export const ids = [46];
export const modules = {

/***/ 8046:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callCache: () => (/* binding */ callCache)
/* harmony export */ });
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47706);
/* harmony import */ var _cache_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78505);


/**
 * Calls the official client of GitHub's cache, which packs and unpacks `state.json` in the working directory. It prints
 * to standard output, starts programs, is configured by the environment alone, and may hang.
 */
async function callCache({ call, key }) {
    try {
        if (call === "save")
            return { id: await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .saveCache */ .Io)([_cache_request_js__WEBPACK_IMPORTED_MODULE_1__/* .cachedFile */ .$], key) };
        return { key: (await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .restoreCache */ .P3)([_cache_request_js__WEBPACK_IMPORTED_MODULE_1__/* .cachedFile */ .$], key, [key])) ?? null };
    }
    catch (error) {
        return { threw: error instanceof Error ? error.message : String(error) };
    }
}


/***/ })

};
