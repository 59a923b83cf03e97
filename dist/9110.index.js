export const id = 9110;
export const ids = [9110];
export const modules = {

/***/ 9110:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAnnotations: () => (/* binding */ createAnnotations),
/* harmony export */   h: () => (/* binding */ notesOf)
/* harmony export */ });
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77139);
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4191);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);
/* harmony import */ var _rendering_next_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46153);




const limitPerLevel = 10;
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
function renderAnnotations(report, failure) {
    return limited(notesOf(report, failure));
}
function notesOf(report, failure) {
    const notes = distinct(report.diagnostics, failure).map((diagnostic) => ({
        level: diagnostic.severity,
        message: `${whoseOf(diagnostic)}${diagnostic.message}${diagnostic.suggestion === undefined ? "" : `\n${diagnostic.suggestion}`}`,
        place: placeOf(diagnostic.location, diagnostic.code),
    }));
    for (const { name, project, tasks } of report.contexts) {
        const full = project === undefined ? name : `${project}/${name}`;
        const where = report.contexts.length > 1 ? ` in ${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(full)}` : "";
        for (const task of tasks) {
            if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .hasFailed */ .WN)(task))
                notes.push(failed(task, where));
            else if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .isDrifted */ .TJ)(task) && (task.status === "observed" || task.status === "planned"))
                notes.push(drifted(task, where));
        }
    }
    if (failure && !notes.some(({ level }) => level === "error")) {
        notes.push({ level: "error", message: failure.message, place: { title: failure.reason } });
    }
    return notes;
}
function whoseOf({ project, context }) {
    if (project === undefined)
        return "";
    return `${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(context === undefined ? project : `${project}/${context}`)}: `;
}
function distinct(diagnostics, failure) {
    const unstored = diagnostics.find(({ code }) => code === "state-not-stored");
    if (!failure || !unstored)
        return diagnostics;
    const others = diagnostics.filter((one) => one.location || !(0,_rendering_next_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isPart */ .QR)(one, failure.message));
    return [{ ...unstored, message: failure.message }, ...others];
}
function failed(task, where) {
    const { error } = task;
    const cause = error?.causes?.[0];
    const lines = [`${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(task.name)}${where}: ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWords */ .AC)(task)}${error ? `: ${error.message}` : ""}`];
    if (cause)
        lines.push(`caused by: ${cause.message}`);
    const hint = error?.hint ?? cause?.hint;
    if (hint !== undefined)
        lines.push(hint);
    return { level: "error", message: lines.join("\n"), place: placeOf(task.location, "task-failed") };
}
function drifted(task, where) {
    const paths = task.fields.map(({ path }) => path);
    const fields = (0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .firstOf */ .Ku)(paths, 5, (more) => `${more} more`);
    const what = fields.length === 0 ? "" : `: ${fields.join(", ")}`;
    const words = task.gate ? task.reason : `${task.drift}${what}`;
    const message = `${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(task.name)}${where}: ${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(words)}`;
    return { level: "warning", message, place: placeOf(task.location, "drift") };
}
function placeOf(location, title) {
    if (!location)
        return { title };
    const { file, line, column, endColumn } = location;
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
        const message = `\u2026 and ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(more, `more ${level}`)}: see the log, the job summary or the report`;
        return [...all.slice(0, limitPerLevel - 1), { level, message, place: { title: "not shown here" } }];
    });
}


/***/ })

};
