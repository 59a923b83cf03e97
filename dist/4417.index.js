export const id = 4417;
export const ids = [4417];
export const modules = {

/***/ 64417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callCache: () => (/* binding */ callCache)
/* harmony export */ });
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47706);
/* harmony import */ var _cache_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30824);


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
