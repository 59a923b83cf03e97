export const id = 3037;
export const ids = [3037,9110];
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
        message: diagnostic.suggestion === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.suggestion}`,
        place: placeOf(diagnostic.location, diagnostic.code),
    }));
    for (const { name, tasks } of report.contexts) {
        const where = report.contexts.length > 1 ? ` in ${(0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name)}` : "";
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

/***/ 63037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  createCheck: () => (/* binding */ createCheck)
});

var size_limits = __webpack_require__(44608);
var timing = __webpack_require__(40432);
var redact_report = __webpack_require__(93646);
var labels = __webpack_require__(12188);
var conclusion = __webpack_require__(54084);
var diagnostic = __webpack_require__(9246);
var listed = __webpack_require__(77139);
var printable = __webpack_require__(4191);
var shorten = __webpack_require__(23445);
var annotations = __webpack_require__(9110);
;// CONCATENATED MODULE: ./src/hooks/check/notes.ts






const longestMessage = 4_000;
const longestTitle = 255;
const levels = { error: "failure", warning: "warning", notice: "notice" };
function annotationsOf(report, redact) {
    const planned = report.contexts.flatMap(({ tasks }) => tasks.filter(isPlannedChange).map(plannedNote));
    const notes = [...(0,annotations/* notesOf */.h)(report, null), ...planned];
    const ordered = ["error", "warning", "notice"].flatMap((level) => notes.filter((note) => note.level === level));
    return ordered.flatMap((note) => annotationOf(note, redact) ?? []);
}
function batchesOf(annotations) {
    const batches = [];
    for (let at = 0; at === 0 || at < annotations.length; at += size_limits/* checkAnnotationsAtOnce */.R$)
        batches.push(annotations.slice(at, at + size_limits/* checkAnnotationsAtOnce */.R$));
    return batches;
}
function isPlannedChange(task) {
    return task.status === "planned" && task.change !== "none" && (0,labels/* isNoteworthy */.e$)(task);
}
function plannedNote(task) {
    const { name, change, reason, fields, location } = task;
    const paths = (0,listed/* firstOf */.Ku)(fields.map(({ path }) => path), 5, (more) => `${more} more`);
    const what = paths.length === 0 ? "" : `\n${(0,printable/* oneLine */.TN)(paths.join(", "))}`;
    const message = `${(0,printable/* oneLine */.TN)(name)}: ${change}${reason === "" ? "" : `, ${(0,printable/* oneLine */.TN)(reason)}`}${what}`;
    return {
        level: (0,labels/* isDestructive */.TI)(task) ? "warning" : "notice",
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
        message: (0,shorten/* shortened */.v)(redact(message), longestMessage),
        title: (0,shorten/* shortened */.v)(redact(title), longestTitle),
    };
}
function isInside(file) {
    return file.isWellFormed() && !file.split(/[\\/]/).some((name) => name === "" || name === "." || name === "..");
}

;// CONCATENATED MODULE: ./src/hooks/check/keep.ts


class KeptCheck {
    #options;
    #made;
    #ended;
    constructor(options) {
        this.#options = options;
    }
    async begin(output, signal) {
        const { identity, left } = this.#options;
        left.opened(identity);
        this.#made = this.#create(undefined, output, signal);
        const made = await this.#made;
        if (made.ok)
            return undefined;
        if (!made.error.unclear)
            left.ended(identity, true);
        return made.error;
    }
    async end(ending, signal) {
        const { identity, left } = this.#options;
        if (this.#ended === ending.conclusion)
            return undefined;
        const again = this.#ended !== undefined;
        left.opened(identity);
        const trouble = await this.#end(again ? { ...ending, annotations: [] } : ending, signal);
        const isTold = trouble === undefined || trouble.lost !== undefined;
        if (isTold)
            this.#ended = ending.conclusion;
        left.ended(identity, isTold || isRefused(trouble.trouble));
        return trouble;
    }
    async #end(ending, signal) {
        const { conclusion, output, annotations } = ending;
        const found = await this.#find(signal);
        if (!found.ok)
            return { trouble: found.error };
        const batches = batchesOf(annotations);
        if (found.value)
            return this.#write(found.value.id, batches, ending, signal);
        const [first = [], ...others] = batches;
        const only = others.length === 0 ? conclusion : undefined;
        const made = await this.#create(only, { ...output, annotations: first }, signal);
        this.#made = Promise.resolve(made);
        if (!made.ok)
            return this.#withoutAnnotations(made.error, ending, signal);
        return only === undefined ? this.#write(made.value.id, others, ending, signal) : undefined;
    }
    async #write(id, batches, { conclusion, output }, signal) {
        const { runs } = this.#options;
        let missing;
        let lost = 0;
        for (const [at, annotations] of batches.entries()) {
            const ends = at === batches.length - 1 ? { conclusion } : {};
            const written = await runs.change(id, { ...ends, output: { ...output, annotations } }, signal);
            if (written.ok)
                continue;
            const { error: trouble } = written;
            if (trouble.kind === "forbidden" || trouble.kind === "missing")
                return { trouble };
            lost += annotations.length;
            missing = { trouble, lost };
        }
        if (missing === undefined)
            return undefined;
        const ended = await runs.change(id, { conclusion, output }, signal);
        if (!ended.ok)
            return { trouble: ended.error };
        return lost === 0 ? undefined : missing;
    }
    async #withoutAnnotations(trouble, ending, signal) {
        const { annotations, conclusion, output } = ending;
        if (trouble.kind !== "refused" || annotations.length === 0)
            return { trouble };
        const made = await this.#create(conclusion, output, signal);
        this.#made = Promise.resolve(made);
        return made.ok ? { trouble, lost: annotations.length } : { trouble: made.error };
    }
    #create(conclusion, output, signal) {
        const { runs, identity, startedAt, detailsUrl } = this.#options;
        return runs.create({ ...identity, startedAt, detailsUrl, conclusion, output }, signal);
    }
    async #find(signal) {
        const made = this.#made && (await Promise.race([this.#made, nothingHeard(signal)]));
        if (made === undefined)
            return (0,diagnostic.ok)(undefined);
        if (made.ok || !made.error.unclear)
            return made.ok ? made : (0,diagnostic.ok)(undefined);
        const found = await this.#options.runs.find(this.#options.identity, signal);
        return found.ok ? found : (0,diagnostic/* err */._q)(found.error);
    }
}
function isRefused({ kind }) {
    return kind === "forbidden" || kind === "missing" || kind === "refused";
}
function nothingHeard(signal) {
    const nothing = (0,diagnostic/* err */._q)({ kind: "unreachable", said: "GitHub has not answered yet", unclear: true });
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve(nothing);
        else
            signal.addEventListener("abort", () => resolve(nothing), { once: true });
    });
}

;// CONCATENATED MODULE: ./src/hooks/check/of-contexts.ts
class ContextsOfRun {
    #names = [];
    #ofAll = [];
    #told = new Map();
    #ended = 0;
    #begun = false;
    get names() {
        return this.#names;
    }
    get current() {
        return this.#names[this.#ended];
    }
    take(event) {
        if (event.type === "manifest-loaded")
            this.#names = event.contexts;
        else if (event.type === "context-started")
            this.#begun = true;
        else if (event.type === "diagnostic")
            this.#toldNow().push(event.diagnostic);
        else if (event.type === "context-finished") {
            this.#of(event.context).failure = event.failure;
            this.#begun = true;
            this.#ended++;
        }
    }
    reportOf(name, report, messagesOf) {
        const contexts = report.contexts.filter((one) => one.name === name).map(withoutStoredValues);
        const failureReason = reasonOf(contexts[0], report);
        const result = failureReason === null ? "success" : failureReason === "cancelled" ? "cancelled" : "failure";
        const alone = { ...report, contexts, result, failureReason };
        const isOfContext = contexts[0] !== undefined && contexts[0].failureReason === failureReason;
        if (this.#names.length <= 1 || !isOfContext)
            return alone;
        const { diagnostics, failure } = this.#of(name);
        return { ...alone, diagnostics: [...this.#ofAll, ...diagnostics, ...(failure ? messagesOf(failure) : [])] };
    }
    #toldNow() {
        const { current } = this;
        if (!this.#begun)
            return this.#ofAll;
        return current === undefined ? [] : this.#of(current).diagnostics;
    }
    #of(context) {
        const told = this.#told.get(context) ?? { diagnostics: [], failure: null };
        this.#told.set(context, told);
        return told;
    }
}
function reasonOf(context, report) {
    const { failureReason: reason, contexts } = report;
    if (context === undefined)
        return reason;
    if (context.failureReason !== null)
        return context.failureReason;
    const isOfContext = reason === "cancelled" || contexts.some(({ failureReason }) => failureReason === reason);
    return isOfContext ? null : reason;
}
function withoutStoredValues(context) {
    if (!context.state.sealed)
        return context;
    const tasks = context.tasks.map(({ metadata: _, description: __, ...task }) => ({
        ...task,
        fields: [],
        outputs: {},
    }));
    return { ...context, tasks };
}

var output = __webpack_require__(56482);
;// CONCATENATED MODULE: ./src/hooks/check/check.ts









function createCheck(options) {
    const checks = new ChecksOfRun(options);
    return {
        name: "check",
        on: (event) => {
            checks.contexts.take(event);
            if (event.type === "manifest-loaded")
                checks.project = event.project;
            if (event.type === "manifest-loaded" || event.type === "context-finished")
                checks.beginNext();
        },
        finish: (report, signal) => checks.finish(report, signal),
    };
}
class ChecksOfRun {
    contexts = new ContextsOfRun();
    project = "";
    #options;
    #kept = new Map();
    #under = Promise.resolve();
    #refused;
    #told = false;
    constructor(options) {
        this.#options = options;
    }
    beginNext() {
        const { current } = this.contexts;
        const { runs, command, runUrl, redact } = this.#options;
        if (current === undefined || typeof runs !== "function")
            return;
        const begin = async () => {
            if (this.#refused)
                return;
            const check = await this.#check(current, runs);
            const trouble = await check.begin((0,output/* runningOutput */.JG)(redact(command), runUrl), AbortSignal.timeout(timing/* checkMs */.dt));
            if (trouble && isForbidden(trouble))
                this.#refused = trouble;
        };
        this.#under = this.#under.then(begin).catch(() => { });
    }
    async finish(report, signal) {
        const { names } = this.contexts;
        const { runs, cancelled, warn } = this.#options;
        if (names.length === 0)
            return;
        if (typeof runs !== "function") {
            if (!this.#told)
                warn({ ...notWritten(`no check was written: ${runs.why}`, "notice"), suggestion: runs.suggestion });
            this.#told = true;
            return;
        }
        const bound = AbortSignal.timeout(cancelled.aborted ? timing/* checkWhenCancelledMs */.u3 : timing/* checkMs */.dt);
        const until = AbortSignal.any([signal, bound]);
        await Promise.race([this.#under, aborted(until)]);
        let room = size_limits/* checkAnnotations */.LO;
        const troubles = [];
        for (const name of names) {
            const { annotations, ending } = this.#endingOf(name, report);
            const shown = annotations.slice(0, Math.max(size_limits/* checkAnnotationsAtOnce */.R$, room));
            room -= shown.length;
            const trouble = await this.#end(name, { ...ending, annotations: shown }, runs, until);
            if (trouble)
                troubles.push({ ...trouble, name });
            if (shown.length < annotations.length)
                warn(tooMany(this.#nameOf(name), annotations.length - shown.length));
        }
        this.#tell(troubles, until);
    }
    #endingOf(name, report) {
        const { redact, messagesOf, runUrl, annotations } = this.#options;
        const own = (0,redact_report/* withoutNames */.Fw)(this.contexts.reportOf(name, report, messagesOf), redact);
        const notes = annotations ? annotationsOf(own, redact) : [];
        return { annotations: notes, ending: { conclusion: (0,conclusion/* conclusionOf */.v)(own), output: (0,output/* endOutput */.hV)(own, runUrl) } };
    }
    async #end(name, ending, runs, signal) {
        if (this.#refused)
            return { trouble: this.#refused };
        const check = await this.#check(name, runs);
        const trouble = await check.end(ending, signal);
        if (trouble && isForbidden(trouble.trouble))
            this.#refused = trouble.trouble;
        return trouble;
    }
    async #check(name, open) {
        const found = this.#kept.get(name);
        if (found)
            return found;
        const { sha, runUrl, left, newMark, timestamp } = this.#options;
        const identity = { name: this.#nameOf(name), sha, mark: newMark() };
        const runs = await open();
        const made = new KeptCheck({ runs, identity, startedAt: timestamp(), detailsUrl: runUrl, left });
        this.#kept.set(name, made);
        return made;
    }
    #nameOf(context) {
        const { name, redact } = this.#options;
        return `${name}: ${redact(this.project)}/${redact(context)}`;
    }
    #tell(troubles, until) {
        const { warn, cancelled } = this.#options;
        if (this.#told)
            return;
        const said = ({ unclear, said: words }) => !unclear || !until.aborted ? words : cancelled.aborted ? "the run was cancelled" : "it took too long";
        const groups = new Map();
        for (const trouble of troubles) {
            const key = `${trouble.lost === undefined} ${said(trouble.trouble)}`;
            const group = groups.get(key) ?? { trouble, names: [] };
            group.names.push(`"${this.#nameOf(trouble.name)}"`);
            groups.set(key, group);
        }
        for (const { trouble, names } of groups.values())
            warn(troubled(trouble, names, said(trouble.trouble)));
        this.#told = this.#refused !== undefined;
    }
}
function troubled({ trouble, lost }, names, said) {
    const several = names.length > 1;
    const checks = `the ${several ? "checks" : "check"} ${names.join(", ")}`;
    const what = lost === undefined ? "could not be written" : `${several ? "lack" : "lacks"} annotations`;
    const severity = isForbidden(trouble) ? "notice" : "warning";
    return { ...notWritten(`${checks} ${what}: ${said}`, severity), suggestion: adviceOn(trouble, lost !== undefined) };
}
function isForbidden({ kind }) {
    return kind === "forbidden" || kind === "missing";
}
function notWritten(message, severity) {
    return { severity, code: "check-not-written", message };
}
function adviceOn(trouble, isWhole) {
    if (isWhole)
        return "The check has ended as the run did. The job summary has all of it.";
    if (isForbidden(trouble))
        return "Give the job `checks: write` under `permissions`, and as `token` that of the job or of an app: GitHub takes checks from no person. The job summary has all of it.";
    if (isRefused(trouble))
        return "See what GitHub has against it. The job summary has all of it.";
    return "Run the job again once GitHub answers: a check that is left in progress is none that passed. The job summary has all of it.";
}
function tooMany(name, more) {
    const message = `the check "${name}" lacks ${(0,labels/* plural */.LS)(more, "annotation")}: a run writes no more than ${size_limits/* checkAnnotations */.LO} of them`;
    return { ...notWritten(message, "notice"), suggestion: "The report has all of them." };
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener("abort", () => resolve(), { once: true });
    });
}


/***/ })

};
