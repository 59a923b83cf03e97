export const id = 6906;
export const ids = [6906];
export const modules = {

/***/ 46906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createOutputs: () => (/* binding */ createOutputs),
/* harmony export */   p: () => (/* binding */ outputsLimitBytes)
/* harmony export */ });
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16862);
/* harmony import */ var _rendering_append_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23347);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);



const outputsLimitBytes = 512 * 1024;
function createOutputs(options) {
    const { set, warn, redact, secretsIn, heldBack, mapped } = options;
    return {
        name: "outputs",
        finish: async (report) => {
            const reportPath = options.reportPath();
            const { values, tooLarge } = renderOutputs(report, reportPath);
            const own = Object.entries(mapped?.(report) ?? {})
                .filter(([name]) => (0,_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .outputNameProblem */ .I)(name) === undefined)
                .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
            const kept = [];
            const hidden = [];
            const outputs = [];
            for (const [name, value] of [...Object.entries(values), ...own]) {
                const shown = redact(value);
                const held = secretsIn(value);
                const isKept = shown === value || staysAsItIs(name, held);
                if (shown !== value || held.length > 0)
                    (isKept ? kept : hidden).push(holding(`"${name}"`, held));
                outputs.push([name, isKept ? value : shown]);
            }
            set(outputs);
            if (!tooLarge)
                (0,_rendering_append_js__WEBPACK_IMPORTED_MODULE_2__/* .append */ .B)(hidden, heldBack().map(({ name, text }) => holding(`${name} in "outputs"`, secretsIn(text))));
            if (tooLarge)
                warn({ severity: "warning", code: "outputs-too-large", message: tooLargeMessage(reportPath) });
            if (kept.length > 0)
                warn(likeSecrets(kept));
            if (hidden.length > 0)
                warn(holdingSecrets(hidden));
        },
    };
}
function tooLargeMessage(reportPath) {
    return `The output "outputs" would be larger than 512 KiB and was left empty. Read the outputs of tasks from ${reportPath}.`;
}
const shortestInName = 8;
function staysAsItIs(output, held) {
    if (_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ownWords */ .I1.has(output))
        return true;
    return _output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .userNames */ .c8.has(output) && held.length > 0 && held.every(({ characters }) => characters < shortestInName);
}
function holding(output, held) {
    return held.length > 0 ? `${output} (${held.map(({ what }) => what).join(", ")})` : output;
}
function likeSecrets(outputs) {
    return {
        severity: "warning",
        code: "output-holds-secret",
        message: `outputs of this step read like secrets, so GitHub may drop them as outputs of a job: ${outputs.join(", ")}`,
        suggestion: "A word that stands there by chance makes a bad secret; choose a longer one.",
    };
}
function holdingSecrets(outputs) {
    return {
        severity: "warning",
        code: "output-holds-secret",
        message: `outputs of this step hold secrets, and have *** in their place: ${outputs.join(", ")}`,
        suggestion: "Hand no secret on as an output: read it where it is needed. A word that stands there by chance makes a bad secret; choose a longer one.",
    };
}
function renderOutputs(report, reportPath) {
    const { contexts } = report;
    const counts = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .sumCounts */ .W_)(contexts);
    const single = contexts.length === 1 ? contexts[0] : undefined;
    const outputs = JSON.stringify(taskOutputs(report));
    const tooLarge = Buffer.byteLength(outputs) > outputsLimitBytes;
    const values = {
        command: report.command,
        context: single?.name ?? "",
        contexts: JSON.stringify([...new Set(contexts.map(({ name }) => name))]),
        projects: report.projects === undefined ? "" : JSON.stringify(report.projects),
        changes: String((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .changesPending */ .Fm)(contexts)),
        drift: String(contexts.some(({ tasks }) => tasks.some(_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .isDrifted */ .TJ))),
        "to-create": String(counts.create),
        "to-update": String(counts.update),
        "to-replace": String(counts.replace),
        "to-delete": String(counts.delete),
        "to-adopt": String(counts.adopt),
        unchanged: String(counts.noop),
        failed: String(counts.failed),
        unknown: String(counts.unknown),
        "plan-digest": single?.planDigest ?? "",
        "state-revision": single?.state.revision ?? "",
        outputs: tooLarge ? "{}" : outputs,
        "report-path": reportPath,
        "failure-reason": report.failureReason ?? "",
    };
    return { values, tooLarge };
}
function taskOutputs({ contexts }) {
    const [only, second] = contexts;
    if (!only || second)
        return {};
    return Object.fromEntries(only.tasks.filter(({ outputs }) => Object.keys(outputs).length > 0).map(({ name, outputs }) => [name, outputs]));
}


/***/ })

};
