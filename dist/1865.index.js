export const id = 1865;
export const ids = [1865,2104];
export const modules = {

/***/ 71865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PoliciesAgain: () => (/* binding */ PoliciesAgain),
/* harmony export */   askPolicies: () => (/* binding */ askPolicies)
/* harmony export */ });
/* harmony import */ var _engine_execute_calls_retry_call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78878);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40432);
/* harmony import */ var _engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79712);
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23283);
/* harmony import */ var _engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93646);
/* harmony import */ var _hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12188);
/* harmony import */ var _hooks_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72104);
/* harmony import */ var _trace_trace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69808);
/* harmony import */ var _extensions_asked_about_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70362);









async function askPolicies(plan, frame) {
    const policies = policiesOf(frame);
    if (policies.length === 0)
        return [];
    return problemsOfAll(policies, plan, planForReview(plan, frame), frame);
}
class PoliciesAgain {
    #plan;
    #frame;
    #policies;
    #tasks;
    #refusals = [];
    #awaited;
    #warned = new Set();
    constructor(plan, frame) {
        this.#plan = plan;
        this.#frame = frame;
        this.#policies = policiesOf(frame);
        this.#tasks = this.#policies.length === 0 ? [] : [...rendered(plan.tasks, frame)];
        const waits = plan.tasks.filter(({ desired }) => (desired?.unknowns.size ?? 0) > 0);
        this.#awaited = new Set(waits.map(({ name }) => name));
    }
    get refusals() {
        return this.#refusals;
    }
    get ask() {
        return this.#policies.length === 0 ? undefined : (now) => this.#ask(now);
    }
    async #ask(now) {
        const at = this.#plan.tasks.findIndex(({ name }) => name === now.name);
        const [shown] = rendered([now], this.#frame);
        if (shown)
            this.#tasks[at] = shown;
        const plan = { ...planForReview(this.#plan, this.#frame, this.#tasks), nowKnown: now.name };
        const others = new Set([...this.#awaited].filter((name) => name !== now.name));
        const found = await problemsOfAll(this.#policies, this.#plan, plan, this.#frame, { others, warned: this.#warned });
        const [first] = found;
        if (!first) {
            this.#awaited.delete(now.name);
            return undefined;
        }
        const said = new Set(this.#refusals.map((one) => one.message));
        this.#refusals.push(...found.filter((one) => !said.has(one.message)));
        const message = found.map((one) => one.message).join("; ");
        return { message, ...(first.suggestion === undefined ? {} : { hint: first.suggestion }) };
    }
}
function policiesOf({ services: { extensions, command } }) {
    return extensions.hooks.filter((hook) => hook.review !== undefined && (0,_extensions_asked_about_js__WEBPACK_IMPORTED_MODULE_6__/* .isAskedAbout */ .Y)(hook.commands, command));
}
async function problemsOfAll(policies, plan, shown, { services: { signal, emit } }, { others, warned } = { others: new Set(), warned: new Set() }) {
    const about = shown.nowKnown === undefined ? "" : `"${shown.nowKnown}" in `;
    const found = [];
    for (const policy of policies) {
        const took = (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_5__/* .stopwatch */ .sX)();
        const all = await problemsOf(policy, shown, signal);
        const told = all.filter((one) => "unanswered" in one || one.task === undefined || !others.has(one.task));
        (0,_trace_trace_js__WEBPACK_IMPORTED_MODULE_5__/* .trace */ .uP)(() => `policy ${policy.name}: ${(0,_hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(told.length, "problem")} with ${about}the plan of ${plan.context}, took ${took()}`);
        const diagnostics = told.map((problem) => toldOf(problem, policy, plan, shown.nowKnown));
        if (told.length === 0)
            emit({ type: "progress", text: `${named(policy)} has nothing against ${about}the plan of ${plan.context}` });
        found.push(...diagnostics.filter(({ severity }) => severity === "error"));
        for (const diagnostic of diagnostics) {
            if (diagnostic.severity === "error" || warned.has(diagnostic.message))
                continue;
            warned.add(diagnostic.message);
            emit({ type: "diagnostic", diagnostic });
        }
    }
    return found;
}
function planForReview(plan, frame, tasks = rendered(plan.tasks, frame)) {
    const { services, context } = frame;
    const { command, loaded } = services;
    const { action, digest, order, counts } = plan;
    return {
        command: command.called,
        ...(command.previews ? { previews: command.scopeName } : {}),
        action,
        project: loaded.project,
        context,
        digest,
        order,
        counts: { ...counts },
        tasks,
    };
}
function rendered(tasks, { services: { redactor } }) {
    return (0,_hooks_report_js__WEBPACK_IMPORTED_MODULE_4__/* .renderTasks */ .F)(tasks.map((planned) => (0,_engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_2__/* .redactTask */ .lk)((0,_engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_7__/* .plannedReport */ .tv)(planned), redactor)));
}
async function problemsOf(policy, plan, signal) {
    const late = AbortSignal.timeout(_engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__/* .policyMs */ .f0);
    try {
        return await inTime(policy.review(plan, AbortSignal.any([signal, late])), signal, late);
    }
    catch (error) {
        if (signal.aborted)
            throw new _engine_execute_calls_retry_call_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ();
        const { message, hint, detail } = (0,_engine_execute_calls_retry_call_js__WEBPACK_IMPORTED_MODULE_0__/* .taskError */ .iX)(error);
        const frames = error instanceof _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TaskFailure */ .E && detail !== undefined ? `\n${detail}` : "";
        return [{ severity: "error", unanswered: `${message}${frames}`, hint }];
    }
}
async function inTime(answer, ...signals) {
    const over = new AbortController();
    const aborted = new Promise((_, reject) => {
        for (const signal of signals) {
            const stop = () => reject(new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TaskFailure */ .E(`it took longer than ${_engine_model_timing_js__WEBPACK_IMPORTED_MODULE_8__/* .policyMs */ .f0 / 1_000} seconds`));
            if (signal.aborted)
                stop();
            else
                signal.addEventListener("abort", stop, { once: true, signal: over.signal });
        }
    });
    try {
        return await Promise.race([answer, aborted]);
    }
    finally {
        over.abort();
    }
}
function named({ name }) {
    return `the policy "${name}"`;
}
function toldOf(problem, policy, plan, again) {
    if ("unanswered" in problem) {
        return {
            severity: "error",
            code: "policy",
            message: `${named(policy)} could not be asked about ${again === undefined ? "the plan, so nothing is done" : `"${again}", so nothing is done to it`}: ${problem.unanswered}`,
            ...located(policy.location),
            suggestion: problem.hint ?? "Mend the policy: a plan is carried out only when each policy has answered.",
        };
    }
    const { severity, message, task, hint } = problem;
    const does = severity === "error" ? "forbids" : "warns of";
    const what = task === undefined ? "the plan" : `the plan of "${task}"`;
    return {
        severity,
        code: "policy",
        message: `${named(policy)} ${does} ${what}: ${message}`,
        ...located(placeOf(problem, plan) ?? policy.location),
        ...(hint === undefined ? {} : { suggestion: hint }),
    };
}
function placeOf({ task: name, pointer }, { tasks }) {
    const planned = name === undefined ? undefined : tasks.find((one) => one.name === name);
    const within = pointer?.startsWith("/") ?? false;
    return (within ? planned?.task?.locate(`/spec${pointer}`) : undefined) ?? planned?.location ?? undefined;
}
function located(location) {
    return location ? { location } : {};
}


/***/ }),

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
