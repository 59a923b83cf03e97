export const id = 110;
export const ids = [110];
export const modules = {

/***/ 9110:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAnnotations: () => (/* binding */ createAnnotations)
/* harmony export */ });
/* unused harmony export renderAnnotations */
/* harmony import */ var _engine_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48433);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25234);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83873);



/** GitHub shows no more of one level of one step. */
const limitPerLevel = 10;
/** Notes on the manifest's lines, sent at the end of the run. */
function createAnnotations(annotate) {
    let failure = null;
    return {
        name: "annotations",
        on: (event) => {
            if (event.type === "context-finished" || event.type === "run-finished")
                failure = event.failure ?? failure;
        },
        finish: async (report) => {
            for (const { level, message, place } of renderAnnotations(report, failure))
                annotate(level, message, place);
        },
    };
}
/**
 * What deserves a note: diagnostics, failed tasks, drift; and why the run failed when nothing else says so. At most ten
 * of a level: the tenth then says how many more there are.
 */
function renderAnnotations(report, failure) {
    const notes = distinct(report.diagnostics, failure).map((diagnostic) => ({
        level: diagnostic.severity,
        message: diagnostic.suggestion === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.suggestion}`,
        place: placeOf(diagnostic.location, diagnostic.code),
    }));
    for (const { name, tasks } of report.contexts) {
        const where = report.contexts.length > 1 ? ` in ${(0,_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name)}` : "";
        for (const task of tasks) {
            if ((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .hasFailed */ .WN)(task))
                notes.push(failed(task, where));
            else if ((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isDrifted */ .TJ)(task) && (task.status === "observed" || task.status === "planned"))
                notes.push(drifted(task, where));
        }
    }
    if (failure && !notes.some(({ level }) => level === "error")) {
        notes.push({ level: "error", message: failure.message, place: { title: failure.reason } });
    }
    return limited(notes);
}
/** One for each problem: that state could not be stored, why, and what to do about it is one. */
function distinct(diagnostics, failure) {
    const unstored = diagnostics.find(({ code }) => code === "state-not-stored");
    if (!failure || !unstored)
        return diagnostics;
    const others = diagnostics.filter((one) => one.location || !(0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .isPart */ .QR)(one, failure.message));
    return [{ ...unstored, message: failure.message }, ...others];
}
function failed(task, where) {
    const { error } = task;
    const cause = error?.causes?.[0];
    const lines = [`${(0,_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(task.name)}${where}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .failureWords */ .AC)(task)}${error ? `: ${error.message}` : ""}`];
    if (cause)
        lines.push(`caused by: ${cause.message}`);
    const hint = error?.hint ?? cause?.hint;
    if (hint !== undefined)
        lines.push(hint);
    return { level: "error", message: lines.join("\n"), place: placeOf(task.location, "task-failed") };
}
function drifted(task, where) {
    const fields = task.fields.slice(0, 5).map(({ path }) => path);
    if (task.fields.length > fields.length)
        fields.push(`${task.fields.length - fields.length} more`);
    const what = fields.length === 0 ? "" : `: ${fields.join(", ")}`;
    const message = `${(0,_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(task.name)}${where}: ${task.drift}${what}`;
    return { level: "warning", message, place: placeOf(task.location, "drift") };
}
function placeOf(location, title) {
    if (!location)
        return { title };
    const { file, line, column, endColumn } = location;
    // Editors and GitHub count the end in.
    return endColumn === undefined || endColumn <= column
        ? { file, line, column, title }
        : { file, line, column, endColumn: endColumn - 1, title };
}
function limited(notes) {
    return ["error", "warning", "notice"].flatMap((level) => {
        const all = notes.filter((note) => note.level === level);
        if (all.length <= limitPerLevel)
            return all;
        const more = all.length - (limitPerLevel - 1);
        const message = `… and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(more, `more ${level}`)}: see the log, the job summary or the report`;
        return [...all.slice(0, limitPerLevel - 1), { level, message, place: { title: "not shown here" } }];
    });
}


/***/ })

};
