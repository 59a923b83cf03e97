export const id = 2104;
export const ids = [2104];
export const modules = {

/***/ 72104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ renderTasks),
/* harmony export */   renderReport: () => (/* binding */ renderReport)
/* harmony export */ });
/* harmony import */ var _engine_model_run_events_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26899);
/* harmony import */ var _engine_text_grouped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51602);
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4191);
/* harmony import */ var _rendering_cut_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37119);




const most = { line: 1_000, path: 100_000, text: 1_000_000, detail: 10_000_000 };
const mostEntries = { diagnostics: 10_000, fields: 10_000, names: 10_000, references: 1_000, causes: 100 };
const mostLevels = 50;
function renderReport(report) {
    return {
        format: report.format,
        version: report.version,
        command: report.command,
        ...(report.previews === undefined ? {} : { previews: report.previews }),
        project: report.project,
        result: report.result,
        failureReason: report.failureReason,
        diagnostics: diagnosticEntries(report.diagnostics),
        contexts: report.contexts.map(contextEntry),
        ...(report.projects === undefined ? {} : { projects: report.projects.map(projectEntry) }),
        ...(report.unchanged === undefined ? {} : { unchanged: report.unchanged.map((one) => ({ ...one })) }),
    };
}
function projectEntry({ error, ...row }) {
    return { ...row, ...(error === undefined ? {} : { error: line(error) }) };
}
function diagnosticEntries(diagnostics) {
    return upTo(diagnostics, mostEntries.diagnostics, (more, [first]) => ({
        ...first,
        message: `${andMore(more)}, the first of them: ${first?.message}`,
    })).map(diagnosticEntry);
}
function diagnosticEntry({ severity, code, message, location, suggestion, related, context, project, }) {
    return {
        severity,
        code: line(code),
        message: plain(message),
        file: location ? pathLine(location.file) : null,
        line: location?.line ?? null,
        column: location?.column ?? null,
        suggestion: suggestion === undefined ? null : plain(suggestion),
        related: (related ?? []).map((place) => ({ message: plain(place.message), ...locationEntry(place.location) })),
        ...(project === undefined ? {} : { project }),
        ...(context === undefined ? {} : { context }),
    };
}
function renderTasks(tasks) {
    return tasks.map(taskEntry);
}
function contextEntry(context) {
    const { name, project, place, order, planDigest, state, counts, tasks, failureReason, reviewable } = context;
    const { backend, lineage, serial, revision, sealed } = state;
    return {
        name,
        ...(project === undefined ? {} : { project }),
        ...(place === undefined ? {} : { place }),
        order,
        planDigest,
        failureReason,
        state: { backend, lineage, serial, revision, ...(sealed ? { sealed } : {}) },
        counts: { ...counts },
        ...(reviewable ? { reviewable: reviewableEntry(reviewable) } : {}),
        tasks: tasks.map(taskEntry),
    };
}
function reviewableEntry({ seal, changes }) {
    return { seal, changes: Object.fromEntries(Object.entries(changes).map(([task, change]) => [task, { ...change }])) };
}
function taskEntry(task) {
    const { name, apiVersion, kind, change, status, drift, durationMs, dependencies } = task;
    const { sensitiveOutputs, description, compared, rollback, gate, recordedAt } = task;
    const [fields, metadata] = [listedFields(task.fields), task.metadata && listedFields(task.metadata)];
    const more = task.fields.length - fields.length + (task.metadata?.length ?? 0) - (metadata?.length ?? 0);
    const reason = more === 0 ? task.reason : `${task.reason} (${andMore(more)} fields)`.trim();
    const outputs = Object.fromEntries(Object.entries(task.outputs).map(([key, value]) => [line(key), value]));
    return {
        name,
        apiVersion,
        kind,
        change,
        reason: plain(reason),
        status,
        ...(rollback ? { rollback } : {}),
        drift,
        ...(gate ? { gate } : {}),
        ...(recordedAt === undefined ? {} : { recordedAt }),
        fields: fields.map(fieldEntry),
        ...(compared ? { compared } : {}),
        ...(metadata ? { metadata: metadata.map(fieldEntry) } : {}),
        durationMs,
        outputs,
        ...(sensitiveOutputs ? { sensitiveOutputs: lines(sensitiveOutputs, mostEntries.names) } : {}),
        error: task.error && errorEntry(task.error),
        location: task.location && locationEntry(task.location),
        dependencies: lines(dependencies, mostEntries.names),
        ...(description ? { description: descriptionEntry(description) } : {}),
    };
}
function descriptionEntry(description) {
    const { checksums, recorded } = description;
    return { ...description, checksums: { ...checksums }, recorded: recorded && { ...recorded } };
}
function listedFields(fields) {
    if (fields.length <= mostEntries.fields)
        return fields;
    const weighs = ({ runs, drifted, forcesReplacement }) => runs !== undefined || drifted || forcesReplacement;
    const [first, second] = [fields.filter(weighs), fields.filter((field) => !weighs(field))];
    const listed = new Set([...first, ...second].slice(0, mostEntries.fields));
    return fields.filter((field) => listed.has(field));
}
function fieldEntry(told) {
    const knownAfter = told.knownAfter && lines(told.knownAfter, mostEntries.references);
    const otherValues = told.otherValues && lines(told.otherValues, mostEntries.references);
    const field = { ...told, ...(knownAfter ? { knownAfter } : {}), ...(otherValues ? { otherValues } : {}) };
    const before = (0,_engine_model_run_events_js__WEBPACK_IMPORTED_MODULE_0__/* .shownSide */ .FW)(field, "before");
    const after = (0,_engine_model_run_events_js__WEBPACK_IMPORTED_MODULE_0__/* .shownSide */ .FW)(field, "after");
    const entry = { path: pathLine(field.path) };
    if (before !== undefined)
        entry.before = before;
    if (after !== undefined)
        entry.after = after;
    const { sensitive, forcesReplacement, writeOnly, drifted, unfinished, left, effect, runs } = field;
    if (drifted)
        entry.drifted = drifted;
    if (unfinished)
        entry.unfinished = unfinished;
    if (left !== undefined && !sensitive)
        entry.left = left;
    if (effect)
        entry.effect = effect;
    if (runs !== undefined)
        entry.runs = line(runs);
    if (sensitive)
        entry.sensitive = sensitive;
    if (forcesReplacement)
        entry.forcesReplacement = forcesReplacement;
    if (writeOnly)
        entry.writeOnly = writeOnly;
    if (knownAfter)
        entry.knownAfter = knownAfter;
    if (otherValues)
        entry.otherValues = otherValues;
    return entry;
}
function errorEntry({ message, hint, detail, causes }, level = 0) {
    const entry = { message: plain(message) };
    if (hint !== undefined)
        entry.hint = plain(hint);
    if (detail !== undefined)
        entry.detail = plain(detail, most.detail);
    if (causes !== undefined) {
        const told = upTo(causes, mostEntries.causes, (more) => ({ message: `${andMore(more)} causes` }));
        entry.causes = told.map((cause) => errorEntry(level + 1 < mostLevels ? cause : withoutCauses(cause), level + 1));
    }
    return entry;
}
function withoutCauses(error) {
    if (error.causes === undefined || error.causes.length === 0)
        return error;
    const open = [error];
    let count = 0;
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
        count++;
        for (const cause of one.causes ?? [])
            open.push(cause);
    }
    return { message: `${andMore(count)} causes` };
}
function locationEntry({ file, line: at, column }) {
    return { file: pathLine(file), line: at, column };
}
function upTo(all, limit, rest) {
    if (all.length <= limit)
        return all;
    const left = all.slice(limit - 1);
    return [...all.slice(0, limit - 1), rest(left.length, left)];
}
function lines(texts, limit) {
    return upTo(texts, limit, andMore).map((text) => line(text));
}
function andMore(count) {
    return `\u2026 and ${(0,_engine_text_grouped_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .z)(count)} more`;
}
function line(text, limit = most.line) {
    return within((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(text).replaceAll("\t", "<U+0009>"), limit);
}
function pathLine(text) {
    return line(text, most.path);
}
function plain(text, limit = most.text) {
    return within((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLines */ .fk)(text).join("\n"), limit);
}
function within(text, limit) {
    return text.length <= limit ? text : (0,_rendering_cut_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(text, limit - 40);
}


/***/ })

};
