export const id = 169;
export const ids = [169];
export const modules = {

/***/ 93169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   joinReports: () => (/* binding */ joinReports),
/* harmony export */   joinedLines: () => (/* binding */ joinedLines)
/* harmony export */ });
/* harmony import */ var _engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61463);
/* harmony import */ var _engine_json_size_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11690);
/* harmony import */ var _engine_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37100);
/* harmony import */ var _hooks_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83873);
/* harmony import */ var _admission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(950);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95137);






/** Reads the reports that the input `reports` names, and joins them. */
function joinReports({ reports }, workspace) {
    const files = workspace.glob(reports);
    if (!files.ok)
        return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._q)(wrong([problem(`the input "reports": ${files.error}`)]));
    if (files.value.length === 0) {
        const message = `no report was found: ${reports.join(", ")} matches no file`;
        const suggestion = "Download the reports of the other jobs (their output `report-path`) before this step, or set the input `reports`.";
        return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._q)(wrong([{ ...problem(message), suggestion }]));
    }
    const found = [];
    const problems = [];
    let values = 0;
    for (const path of files.value) {
        const shown = workspace.display(path);
        const read = workspace.read(path, _read_js__WEBPACK_IMPORTED_MODULE_3__/* .reportLimit */ .g);
        const text = read.ok ? new TextDecoder().decode(read.value) : "";
        values += (0,_engine_json_size_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonSize */ .o)(text).values;
        if (values > _engine_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .allReportsValues */ .DJ)
            return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._q)(wrong([located(tooMany, shown)]));
        const report = read.ok ? (0,_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readReport */ .t)(text) : (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._q)(read.error.message);
        if (report.ok)
            found.push({ shown, report: report.value });
        else
            problems.push({ ...located(`this report can't be used: ${report.error}`, shown), suggestion: sameVersion });
    }
    problems.push(...disagreements(found));
    return problems.length > 0 ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._q)(wrong(problems)) : (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)(joined(found));
}
const tooMany = `up to this report they have ${_engine_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .allReportsValues */ .DJ.toLocaleString("en-US")} values and more, and opus joins no more than that`;
const sameVersion = "Hand over the report as the same version of opus wrote it.";
/** The report that says what all are of: a run that failed early may not have known. */
function leading(found) {
    return found.find(({ report }) => report.contexts.length > 0) ?? found[0];
}
/** What keeps reports from being one. */
function disagreements(found) {
    const first = leading(found);
    const problems = [];
    const seen = new Map();
    for (const { shown, report } of found) {
        if (first && report.project !== "" && report.project !== first.report.project) {
            const both = `"${report.project}", and ${first.shown} is of "${first.report.project}"`;
            problems.push(located(`this report is of the project ${both}`, shown));
        }
        if (first && !isSameCommand(report, first.report)) {
            const both = `${commandOf(report)}, and ${first.shown} is of ${commandOf(first.report)}`;
            problems.push(located(`this report is of the command ${both}`, shown));
        }
        for (const { name } of report.contexts) {
            const other = seen.get(name);
            if (other === undefined)
                seen.set(name, shown);
            else
                problems.push(located(`this report tells of the context "${name}", and so does ${other}`, shown));
        }
    }
    return problems;
}
function isSameCommand(one, other) {
    if (one.command !== other.command)
        return false;
    return one.previews === other.previews || (one.previews === undefined && one.contexts.length === 0);
}
function commandOf({ command, previews }) {
    return previews === undefined ? command : `${command} (of ${previews})`;
}
function joined(found) {
    const reports = found.map(({ report }) => report);
    const first = leading(found)?.report;
    const bad = reports.find(({ result }) => result === "failure") ?? reports.find(({ result }) => result !== "success");
    const contexts = reports.flatMap((report) => report.contexts);
    return {
        command: first.command,
        ...(first.previews === undefined ? {} : { previews: first.previews }),
        project: first.project,
        result: bad?.result ?? "success",
        failureReason: bad?.failureReason ?? null,
        diagnostics: (0,_admission_js__WEBPACK_IMPORTED_MODULE_2__/* .distinct */ .dM)(reports.flatMap((report) => report.diagnostics)),
        contexts: contexts.sort((one, other) => (one.name < other.name ? -1 : 1)),
        sources: new Map(found.map(({ shown, report }) => [shown, report.contexts.map(({ name }) => name)])),
    };
}
/** What was joined, for the log: a line for each report. */
function joinedLines({ sources, contexts }) {
    const byName = new Map(contexts.map((context) => [context.name, context]));
    return [...sources].map(([shown, names]) => {
        const told = names.map((name) => {
            const context = byName.get(name);
            const failed = context?.failureReason ? ` (${context.failureReason})` : "";
            return `${name}: ${context ? (0,_hooks_words_js__WEBPACK_IMPORTED_MODULE_1__/* .planWords */ .DO)(context.counts) : "nothing"}${failed}`;
        });
        return `${shown}: ${told.length === 0 ? "no context" : told.join("; ")}`;
    });
}
function problem(message) {
    return { severity: "error", code: "invalid-input", message };
}
function located(message, file) {
    return { ...problem(message), location: { file, line: 1, column: 1 } };
}
function wrong(problems) {
    const [first] = problems;
    const message = problems.length === 1 && first ? first.message : `${problems.length} reports can't be joined`;
    return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .failure */ .V2)("invalid-input", message, problems);
}


/***/ })

};
