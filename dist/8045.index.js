export const id = 8045;
export const ids = [8045,9110];
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


/***/ }),

/***/ 54084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ titleOf),
/* harmony export */   v: () => (/* binding */ conclusionOf)
/* harmony export */ });
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12188);

const toAgreeOn = new Set(["plan-not-reviewed", "plan-changed", "guarded"]);
function conclusionOf({ contexts: [context], failureReason: reason }, isPartial = false) {
    if (reason === "cancelled")
        return "cancelled";
    if (reason !== null)
        return toAgreeOn.has(reason) ? "action_required" : "failure";
    if (context === undefined)
        return "failure";
    const { counts, planDigest, tasks } = context;
    const isWhole = planDigest !== null && counts.unknown === 0 && !tasks.some(({ drift }) => drift === "unknown");
    const drifts = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isObservation */ .T$)([context]) && tasks.some(_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isDrifted */ .TJ);
    return isWhole && !isPartial && !drifts ? "success" : "neutral";
}
function titleOf({ contexts: [context], failureReason: reason }, isPartial = false) {
    const part = isPartial ? "only a part: " : "";
    if (context !== undefined && (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBegun */ .SU)(context))
        return `${part}${wordsOf(context)}${reason === null ? "" : ` (${reason})`}`;
    return reason === "cancelled" ? "cancelled" : `failed${reason === null ? "" : ` (${reason})`}`;
}
function wordsOf(context) {
    const { tasks, counts } = context;
    if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isObservation */ .T$)([context]))
        return driftWords(tasks);
    const executed = tasks.length > 0 && !tasks.some(({ status }) => status === "planned");
    const changing = tasks.filter(({ change, status }) => change !== "noop" || status !== "done");
    return executed ? (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .endWords */ .Bx)({ ...context, tasks: changing }) : (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .planWords */ .DO)({ ...counts, noop: 0 });
}
function driftWords(tasks) {
    const number = (test) => tasks.filter(test).length;
    const parts = [
        [number(_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isDrifted */ .TJ), "drifted"],
        [number(({ drift }) => drift === "unknown"), "unknown"],
        [number(({ drift }) => drift === "spec-changed"), "changed in the manifest"],
        [number(({ drift }) => drift === "untracked"), "never applied"],
        [number(({ drift }) => drift === "unobservable"), "can't be observed"],
    ];
    const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    return told.length === 0 ? "in sync" : [...told, `${number(({ drift }) => drift === "in-sync")} in sync`].join(", ");
}


/***/ }),

/***/ 65062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ KeptCheck),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   US: () => (/* binding */ isForbidden)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9246);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40432);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54838);



class KeptCheck {
    #options;
    #startedAt;
    #made;
    #ended;
    #there = new Set();
    #count = 0;
    constructor(options) {
        this.#options = options;
    }
    async begin(output, signal) {
        this.#made = this.#create(undefined, output, signal);
        const made = await this.#made;
        if (made.ok)
            return undefined;
        if (!made.error.unclear)
            this.#left(true);
        return made.error;
    }
    async end(ending, refused, signal) {
        const { identity, left } = this.#options;
        if (this.#ended === ending.conclusion)
            return undefined;
        const again = this.#ended !== undefined;
        if (again)
            left.opened([identity]);
        const trouble = await this.#end(again ? { ...ending, annotations: [] } : ending, refused, signal);
        const isTold = trouble === undefined || trouble.lost !== undefined || trouble.bare !== undefined;
        if (isTold)
            this.#ended = ending.conclusion;
        this.#left(isTold || (trouble.open === undefined && isRefused(trouble.trouble)));
        return trouble;
    }
    #left(told) {
        this.#options.left.ended(this.#options.identity, told);
    }
    async #end(ending, refused, signal) {
        const { conclusion, output, annotations } = ending;
        const found = await this.#find(signal);
        if (!found.ok)
            return { trouble: found.error };
        if (found.value)
            return this.#write(found.value.id, ending, signal);
        if (refused)
            return { trouble: refused };
        const [first = [], ...others] = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .batchesOf */ .c)(annotations);
        const only = others.length === 0 ? conclusion : undefined;
        this.#made = this.#create(only, { ...output, annotations: first }, signal);
        const made = await this.#made;
        if (made.ok) {
            this.#has(first);
            return only === undefined ? this.#write(made.value.id, ending, signal) : undefined;
        }
        if (!made.error.unclear)
            return this.#createLess(made.error, ending, signal);
        const there = await this.#find(signal);
        if (!there.ok || there.value === undefined)
            return { trouble: made.error };
        if (there.value.annotations >= first.length)
            this.#has(first);
        return this.#write(there.value.id, ending, signal);
    }
    async #write(id, ending, signal) {
        const { conclusion, output, annotations } = ending;
        const batches = (0,_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .batchesOf */ .c)(annotations.filter((one) => !this.#there.has(JSON.stringify(one))));
        let trouble;
        let lost = 0;
        for (const [at, batch] of batches.entries()) {
            const ends = at === batches.length - 1 ? { conclusion } : {};
            const written = await this.#add(id, { ...ends, output: { ...output, annotations: batch } }, batch, signal);
            if (written.ok) {
                this.#has(batch);
                continue;
            }
            trouble = written.error;
            if (isForbidden(trouble))
                return { trouble, open: id };
            lost += batch.length;
        }
        return trouble && this.#close(id, ending, trouble, lost, signal);
    }
    async #add(id, change, batch, signal) {
        const { identity, sleep } = this.#options;
        const runs = await this.#options.runs();
        const before = this.#count;
        for (let turn = 1;; turn++) {
            const written = await runs.change(id, change, signal);
            if (written.ok || !written.error.unclear || batch.length === 0)
                return written;
            await sleep(_engine_model_timing_js__WEBPACK_IMPORTED_MODULE_1__/* .betweenWritesMs */ .bG, signal).catch(() => { });
            const found = await runs.find(identity, signal);
            if (found.ok && found.value && found.value.annotations >= before + batch.length)
                return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
            if (!found.ok || found.value === undefined || turn === 2)
                return written;
        }
    }
    async #close(id, { conclusion, output, bare }, why, lost, signal) {
        const runs = await this.#options.runs();
        let trouble = why;
        const isKnown = lost === 0 && why.kind === "refused";
        for (const less of isKnown ? [bare, undefined] : [output, bare, undefined]) {
            const ended = await runs.change(id, { conclusion, ...(less ? { output: less } : {}) }, signal);
            if (ended.ok)
                return less === output ? lacking(why, lost) : { trouble, bare: true };
            trouble = ended.error;
            if (trouble.kind !== "refused")
                break;
        }
        return isRefused(trouble) ? { trouble, open: id } : { trouble };
    }
    async #createLess(why, ending, signal) {
        const { annotations, conclusion, output, bare } = ending;
        let trouble = why;
        for (const less of annotations.length === 0 ? [bare, undefined] : [output, bare, undefined]) {
            if (trouble.kind !== "refused")
                break;
            this.#made = this.#create(conclusion, less, signal);
            const made = await this.#made;
            if (made.ok)
                return less === output ? lacking(why, annotations.length) : { trouble, bare: true };
            trouble = made.error;
        }
        return { trouble };
    }
    async #create(conclusion, output, signal) {
        const { runs, identity, timestamp, detailsUrl } = this.#options;
        this.#startedAt ??= timestamp();
        const startedAt = this.#startedAt;
        return (await runs()).create({ ...identity, startedAt, detailsUrl, conclusion, output }, signal);
    }
    #has(batch) {
        this.#count += batch.length;
        for (const one of batch)
            this.#there.add(JSON.stringify(one));
    }
    async #find(signal) {
        const made = this.#made && (await Promise.race([this.#made, nothingHeard(signal)]));
        if (made === undefined)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
        if (made.ok || !made.error.unclear)
            return made.ok ? made : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
        const found = await (await this.#options.runs()).find(this.#options.identity, signal);
        return found.ok ? found : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._q)(found.error);
    }
}
function isRefused(trouble) {
    return isForbidden(trouble) || trouble.kind === "refused";
}
function isForbidden({ kind }) {
    return kind === "forbidden" || kind === "missing";
}
function lacking(trouble, lost) {
    return lost === 0 ? undefined : { trouble, lost };
}
function nothingHeard(signal) {
    const nothing = (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._q)({ kind: "unreachable", said: "GitHub has not answered yet", unclear: true });
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve(nothing);
        else
            signal.addEventListener("abort", () => resolve(nothing), { once: true });
    });
}


/***/ }),

/***/ 54838:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ annotationsOf),
/* harmony export */   c: () => (/* binding */ batchesOf)
/* harmony export */ });
/* harmony import */ var _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44608);
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77139);
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4191);
/* harmony import */ var _engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23445);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9110);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12188);






const longestMessage = 4_000;
const longestTitle = 255;
const levels = { error: "failure", warning: "warning", notice: "notice" };
function annotationsOf(report, redact) {
    const planned = report.contexts.flatMap(({ tasks }) => tasks.filter(isPlannedChange).map(plannedNote));
    const notes = [...(0,_annotations_js__WEBPACK_IMPORTED_MODULE_2__/* .notesOf */ .h)(report, null), ...planned];
    const ordered = ["error", "warning", "notice"].flatMap((level) => notes.filter((note) => note.level === level));
    return ordered.flatMap((note) => annotationOf(note, redact) ?? []);
}
function batchesOf(annotations) {
    const batches = [];
    for (let at = 0; at === 0 || at < annotations.length; at += _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAnnotationsAtOnce */ .R$)
        batches.push(annotations.slice(at, at + _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAnnotationsAtOnce */ .R$));
    return batches;
}
function isPlannedChange(task) {
    return task.status === "planned" && task.change !== "none" && (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .isNoteworthy */ .e$)(task);
}
function plannedNote(task) {
    const { name, change, reason, fields, location } = task;
    const paths = (0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_4__/* .firstOf */ .Ku)(fields.map(({ path }) => path), 5, (more) => `${more} more`);
    const what = paths.length === 0 ? "" : `\n${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(paths.join(", "))}`;
    const message = `${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name)}: ${change}${reason === "" ? "" : `, ${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(reason)}`}${what}`;
    return {
        level: (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .isDestructive */ .TI)(task) ? "warning" : "notice",
        message,
        place: { ...(location ?? {}), title: `to ${change}` },
    };
}
function annotationOf({ level, message, place }, redact) {
    const { file, line, column, endColumn, title = "" } = place;
    if (file === undefined || line === undefined || !isInside(file))
        return undefined;
    const hasColumns = column !== undefined && endColumn !== undefined && endColumn >= column;
    return {
        path: redact(file),
        startLine: line,
        endLine: line,
        ...(hasColumns ? { startColumn: column, endColumn } : {}),
        level: levels[level],
        message: (0,_engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shortened */ .v)(redact(message), longestMessage),
        title: (0,_engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shortened */ .v)(redact(title), longestTitle),
    };
}
function isInside(file) {
    return file.isWellFormed() && !file.split(/[\\/]/).some((name) => name === "" || name === "." || name === "..");
}


/***/ }),

/***/ 90637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ takeBackOlder)
/* harmony export */ });
const passed = new Set(["success", "neutral"]);
async function takeBackOlder(options) {
    const { runs, sha, isOlder, conclusion, output, signal } = options;
    const listed = await runs.list(sha, signal);
    if (!listed.ok)
        return { names: [], troubles: [listed.error] };
    const names = [];
    const troubles = [];
    for (const check of listed.value) {
        if (!passed.has(check.conclusion) || !isOlder(check.mark))
            continue;
        const written = await runs.change(check.id, { conclusion, output }, signal);
        if (written.ok)
            names.push(check.name);
        else
            troubles.push(written.error);
    }
    return { names, troubles };
}


/***/ }),

/***/ 56482:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GN: () => (/* binding */ takenBackOutput),
/* harmony export */   JG: () => (/* binding */ runningOutput),
/* harmony export */   Mn: () => (/* binding */ bareOutput),
/* harmony export */   hV: () => (/* binding */ endOutput),
/* harmony export */   mQ: () => (/* binding */ leftSummary)
/* harmony export */ });
/* harmony import */ var _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44608);
/* harmony import */ var _engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23445);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13106);
/* harmony import */ var _summary_summary_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26498);
/* harmony import */ var _conclusion_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54084);





const longestTitle = 200;
function runningOutput(command, runUrl) {
    const summary = (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(command)} is running: ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `the log of the run`, runUrl)}.`;
    return { title: (0,_engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .v)(`${command} is running`, longestTitle), summary };
}
function endOutput(report, isPartial, runUrl) {
    const title = (0,_engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .v)((0,_conclusion_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .G)(report, isPartial), longestTitle);
    const head = isPartial ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)("Only a part: the run was about the tasks that its input `target` names.\n\n") : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) ``;
    const foot = runUrl === undefined ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `\n\n${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `The log of the run`, runUrl)}`;
    const summary = (0,_summary_summary_render_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSummary */ .B)(report, { budgetBytes: _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .checkSummaryLength */ .pk - (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee)(head) - (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee)(foot) });
    return { title, summary: (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${head}${summary === "" ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)(title) : summary}${foot}` };
}
function bareOutput({ title }, runUrl) {
    return { title, summary: (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `GitHub did not take the rest: see ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `the log of the run`, runUrl)}.` };
}
function takenBackOutput(runUrl) {
    const words = "A newer run of the same step has ended before it came to its checks, so this one counts no more.";
    return { title: "a newer run did not get this far", summary: (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)(words)} See ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `its log`, runUrl)}.` };
}
function leftSummary(words, runUrl) {
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)(words)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `The log of the run`, runUrl)} has what it did until then.`;
}


/***/ }),

/***/ 3758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ howToEnd),
/* harmony export */   Ot: () => (/* binding */ tooMany),
/* harmony export */   jV: () => (/* binding */ troubleWords),
/* harmony export */   lv: () => (/* binding */ takenBack),
/* harmony export */   xc: () => (/* binding */ notWritten)
/* harmony export */ });
/* harmony import */ var _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44608);
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77139);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);
/* harmony import */ var _keep_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65062);




const mostNames = 20;
function notWritten(message, severity) {
    return { severity, code: "check-not-written", message };
}
function troubleWords(troubles, said, repository) {
    const groups = new Map();
    for (const one of troubles) {
        const key = `${whatOf(one, true)} ${said(one.trouble)}`;
        groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((group) => troubled(group, said, repository));
}
function troubled(group, said, repository) {
    const one = group[0];
    const several = group.length > 1;
    const names = group.map(({ name }) => `"${name}"`);
    const checks = `the ${several ? "checks" : "check"} ${(0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .andMore */ .v)(names, mostNames)}`;
    const severity = one.open !== undefined ? "error" : (0,_keep_js__WEBPACK_IMPORTED_MODULE_2__/* .isForbidden */ .US)(one.trouble) ? "notice" : "warning";
    const message = `${checks} ${whatOf(one, several)}: ${said(one.trouble)}`;
    const ids = group.flatMap(({ open }) => open ?? []);
    return { ...notWritten(message, severity), suggestion: adviceOn(one, ids, repository) };
}
function whatOf({ lost, bare, open }, several) {
    if (open !== undefined)
        return `${several ? "stay" : "stays"} in progress, and could not be ended`;
    if (bare)
        return `${several ? "show" : "shows"} no more than how it ended`;
    return lost === undefined ? "could not be written" : `${several ? "lack" : "lacks"} annotations`;
}
function adviceOn({ trouble, lost, bare, open }, ids, repository) {
    if (open !== undefined)
        return `The post step tries once more. If that is refused as well: ${howToEnd(ids, repository)}`;
    if (lost !== undefined || bare)
        return "The check has ended as the run did. The job summary has all of it.";
    if ((0,_keep_js__WEBPACK_IMPORTED_MODULE_2__/* .isForbidden */ .US)(trouble))
        return "Give the job `checks: write` under `permissions`, and as `token` that of the job or of an app: GitHub takes checks from no person. The job summary has all of it.";
    if ((0,_keep_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(trouble))
        return "See what GitHub has against it. The job summary has all of it.";
    return "Run the job again once GitHub answers: a check that is left in progress is none that passed. The job summary has all of it.";
}
function howToEnd(ids, repository) {
    const each = ids.map((id) => `\`gh api --method PATCH repos/${repository}/check-runs/${id} -f conclusion=cancelled\``);
    return `Run the job again with a token that may write checks: GitHub shows the newest check of a name. Or end it in a job with \`checks: write\`: ${(0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .andMore */ .v)(each, 3)}.`;
}
function tooMany(name, more) {
    const message = `the check "${name}" lacks ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(more, "annotation")}: a run writes no more than ${_engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAnnotations */ .LO} of them`;
    return { ...notWritten(message, "notice"), suggestion: "The report has all of them." };
}
function takenBack(names) {
    const shown = (0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_3__/* .andMore */ .v)(names.map((name) => `"${name}"`), mostNames);
    const message = `this run ended before it came to its checks, so ${shown} of an older run on this commit, which had passed, ${names.length > 1 ? "count" : "counts"} no more`;
    return { severity: "notice", code: "check-taken-back", message };
}


/***/ })

};
