export const id = 504;
export const ids = [504];
export const modules = {

/***/ 1504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findPlan: () => (/* binding */ findPlan)
/* harmony export */ });
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95137);

/**
 * Looks for the report of a plan among files that were handed over. They may come from anybody: what they say is shown,
 * and decides nothing.
 * @param patterns files or globs, as the input `reports`
 * @param digest of the plan
 * @returns undefined when no file tells of it, or none can be read
 */
function findPlan(workspace, patterns, digest) {
    const files = workspace.glob(patterns);
    if (!files.ok)
        return undefined;
    for (const path of files.value) {
        const read = workspace.read(path, _read_js__WEBPACK_IMPORTED_MODULE_0__/* .reportLimit */ .g);
        const report = read.ok ? (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readReport */ .t)(new TextDecoder().decode(read.value)) : read;
        if (!report.ok)
            continue;
        const { command, previews = command, contexts } = report.value;
        const found = contexts.find(({ planDigest, reviewable }) => planDigest === digest && reviewable !== undefined);
        if (found?.reviewable)
            return { context: found.name, command: previews, changes: new Map(Object.entries(found.reviewable.changes)) };
    }
    return undefined;
}


/***/ })

};
