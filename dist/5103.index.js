export const id = 5103;
export const ids = [5103];
export const modules = {

/***/ 15103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   whyNotWritten: () => (/* binding */ whyNotWritten),
/* harmony export */   writeChanged: () => (/* binding */ writeChanged)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9246);

function whyNotWritten(path, files) {
    const shown = files.display(path);
    const found = files.look(path, -1);
    if (found.state === "failed")
        return found.problem.message;
    if (found.state === "absent")
        return `${shown} is gone`;
    if (found.type !== "file")
        return `${shown} is a ${found.type}, and only a file itself is written`;
    return (found.mode & 0o222) === 0 ? `${shown} is read-only` : undefined;
}
async function writeChanged({ path, shown, found, bytes }, files) {
    const now = files.read(path, found.length + 1);
    if (!now.ok || !Buffer.from(now.value).equals(found))
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)(`${shown} was changed while this run went on`);
    const written = await files.replace(path, bytes);
    return written.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undefined) : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)(`${shown} could not be written: ${written.error.message}`);
}


/***/ })

};
