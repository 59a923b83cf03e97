export const id = 4762;
export const ids = [4762];
export const modules = {

/***/ 44762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findPlan: () => (/* binding */ findPlan)
/* harmony export */ });
/* harmony import */ var _read_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91149);

function findPlan(workspace, patterns, digest) {
    const files = workspace.glob(patterns);
    if (!files.ok)
        return undefined;
    for (const path of files.value) {
        const read = workspace.read(path, _read_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportLimit */ .g);
        const report = read.ok ? (0,_read_report_js__WEBPACK_IMPORTED_MODULE_0__/* .readReport */ .t)(new TextDecoder().decode(read.value)) : read;
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
