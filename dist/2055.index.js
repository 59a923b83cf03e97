export const id = 2055;
export const ids = [2055];
export const modules = {

/***/ 92055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  createCheck: () => (/* binding */ createCheck)
});

var size_limits = __webpack_require__(44608);
var timing = __webpack_require__(40432);
var redact_report = __webpack_require__(93646);
var check_conclusion = __webpack_require__(54084);
var keep = __webpack_require__(65062);
var check_notes = __webpack_require__(54838);
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

var older = __webpack_require__(90637);
var check_output = __webpack_require__(56482);
;// CONCATENATED MODULE: ./src/hooks/check/patience.ts
class Patience {
    #ended = new AbortController();
    signal;
    #moreMs;
    #until;
    #timer;
    constructor(ms, moreMs, outer) {
        this.#moreMs = moreMs;
        this.#until = now() + ms;
        this.signal = AbortSignal.any([outer, this.#ended.signal]);
        this.#wait();
    }
    more() {
        this.#until += this.#moreMs;
        this.#wait();
    }
    end() {
        clearTimeout(this.#timer);
    }
    #wait() {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#ended.abort(), Math.max(0, this.#until - now()));
        this.#timer.unref();
    }
}
function now() {
    return Number(process.hrtime.bigint() / 1000000n);
}

var words = __webpack_require__(3758);
;// CONCATENATED MODULE: ./src/hooks/check/check.ts











function createCheck(options) {
    const checks = new ChecksOfRun(options);
    return {
        name: "check",
        on: (event) => {
            checks.contexts.take(event);
            if (event.type === "manifest-loaded")
                checks.open(event.project);
            if (event.type === "manifest-loaded" || event.type === "context-finished")
                checks.beginNext();
        },
        finish: (report, signal) => checks.finish(report, signal),
        finishMs: () => timing/* checkMs */.dt + checks.contexts.names.length * timing/* checkMoreMs */.m7 + timing/* hookGraceMs */._B,
    };
}
class ChecksOfRun {
    contexts = new ContextsOfRun();
    #options;
    #kept = new Map();
    #project = "";
    #under = Promise.resolve();
    #ending = false;
    #refused;
    #told = false;
    constructor(options) {
        this.#options = options;
    }
    open(project) {
        this.#project = project;
        const { runs, sha, runUrl, left, newMark, timestamp, sleep } = this.#options;
        if (typeof runs !== "function")
            return;
        const identities = this.contexts.names.map((name) => ({ name: this.#nameOf(name), sha, mark: newMark() }));
        left.opened(identities);
        for (const [at, name] of this.contexts.names.entries()) {
            const identity = identities[at];
            if (identity)
                this.#kept.set(name, new keep/* KeptCheck */.Bz({ runs, identity, timestamp, detailsUrl: runUrl, left, sleep }));
        }
    }
    beginNext() {
        const check = this.#kept.get(this.contexts.current ?? "");
        const { command, runUrl, redact } = this.#options;
        if (check === undefined)
            return;
        const begin = async () => {
            if (this.#refused || this.#ending)
                return;
            const trouble = await check.begin((0,check_output/* runningOutput */.JG)(redact(command), runUrl), AbortSignal.timeout(timing/* checkMs */.dt));
            if (trouble && (0,keep/* isForbidden */.US)(trouble))
                this.#refused = trouble;
        };
        this.#under = this.#under.then(begin).catch(() => { });
    }
    async finish(report, signal) {
        const { runs, cancelled, warn } = this.#options;
        if (typeof runs !== "function") {
            if (!this.#told && this.contexts.names.length > 0)
                warn({ ...(0,words/* notWritten */.xc)(`no check was written: ${runs.why}`, "notice"), suggestion: runs.suggestion });
            this.#told = true;
            return;
        }
        this.#ending = true;
        const patience = cancelled.aborted
            ? new Patience(timing/* checkWhenCancelledMs */.u3, 0, signal)
            : new Patience(timing/* checkMs */.dt, timing/* checkMoreMs */.m7, signal);
        if (this.contexts.names.length > 0)
            await this.#endAll(report, patience);
        else
            await this.#takeBack(report, runs, patience.signal);
        patience.end();
    }
    async #endAll(report, patience) {
        const { warn, cancelled, repository } = this.#options;
        const { signal } = patience;
        await Promise.race([this.#under, aborted(signal)]);
        let room = size_limits/* checkAnnotations */.LO;
        const troubles = [];
        for (const name of this.contexts.names) {
            const { annotations, ...ending } = this.#endingOf(name, report);
            const shown = annotations.slice(0, Math.max(size_limits/* checkAnnotationsAtOnce */.R$, room));
            room -= shown.length;
            const trouble = await this.#kept.get(name)?.end({ ...ending, annotations: shown }, this.#refused, signal);
            if (trouble === undefined)
                patience.more();
            else {
                if (trouble.open === undefined && (0,keep/* isForbidden */.US)(trouble.trouble))
                    this.#refused = trouble.trouble;
                troubles.push({ ...trouble, name: this.#nameOf(name) });
            }
            if (shown.length < annotations.length)
                warn((0,words/* tooMany */.Ot)(this.#nameOf(name), annotations.length - shown.length));
        }
        const said = ({ unclear, said: words }) => !unclear || !signal.aborted ? words : cancelled.aborted ? "the run was cancelled" : "it took too long";
        if (!this.#told)
            for (const diagnostic of (0,words/* troubleWords */.jV)(troubles, said, repository))
                warn(diagnostic);
        this.#told = this.#refused !== undefined;
    }
    #endingOf(name, report) {
        const { redact, messagesOf, runUrl, annotations, isPartial } = this.#options;
        const own = (0,redact_report/* withoutNames */.Fw)(this.contexts.reportOf(name, report, messagesOf), redact);
        const notes = annotations ? (0,check_notes/* annotationsOf */.I)(own, redact) : [];
        const output = (0,check_output/* endOutput */.hV)(own, isPartial, runUrl);
        const conclusion = (0,check_conclusion/* conclusionOf */.v)(own, isPartial);
        return { conclusion, output, annotations: notes, bare: (0,check_output/* bareOutput */.Mn)(output, runUrl) };
    }
    async #takeBack(report, open, signal) {
        const { sha, isOlder, runUrl, left, redact, warn } = this.#options;
        if (report.failureReason === null)
            return left.settled();
        const conclusion = report.failureReason === "cancelled" ? "cancelled" : "failure";
        const output = (0,check_output/* takenBackOutput */.GN)(runUrl);
        const { names, troubles } = await (0,older/* takeBackOlder */.t)({ runs: await open(), sha, isOlder, conclusion, output, signal });
        if (names.length > 0)
            warn((0,words/* takenBack */.lv)(names.map(redact)));
        if (troubles.every(keep/* isForbidden */.US))
            left.settled();
    }
    #nameOf(context) {
        const { name, redact, isPartial } = this.#options;
        return `${name}: ${redact(this.#project)}/${redact(context)}${isPartial ? " (partial)" : ""}`;
    }
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
