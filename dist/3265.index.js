export const id = 3265;
export const ids = [3265];
export const modules = {

/***/ 43265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  openedKinds: () => (/* binding */ openedKinds)
});

var diagnostic = __webpack_require__(9246);
var found = __webpack_require__(52209);
var lookup = __webpack_require__(44459);
var resolve = __webpack_require__(73961);
var timing = __webpack_require__(40432);
var task_failure = __webpack_require__(23283);
var grouped = __webpack_require__(51602);
;// CONCATENATED MODULE: ./src/app/extensions/opened-kinds.ts




class OpenedKinds {
    #opening;
    #processors = new Map();
    #opened = new Map();
    constructor(opening) {
        this.#opening = opening;
    }
    get(apiVersion, kind) {
        const processor = this.#opening.processors.get(apiVersion, kind);
        if (!processor?.open)
            return processor;
        const known = this.#processors.get(processor);
        if (known)
            return known;
        const missing = this.#opening.missingFor?.(processor.module) ?? [];
        const opens = missing.length > 0 ? neverOpened(processor, missing) : this.#opensFirst(processor);
        this.#processors.set(processor, opens);
        return opens;
    }
    list() {
        return this.#opening.processors.list();
    }
    async close() {
        const all = [...this.#opened.values()].flatMap((ofModule) => [...ofModule.values()]);
        this.#opened.clear();
        await Promise.all(all.map((one) => one.close()));
    }
    #opensFirst(processor) {
        const { validate, plan, undo } = processor;
        const ask = (io, call) => this.#ask(processor, io, call);
        return {
            ...processor,
            observe: (spec, bare) => ask(bare, (io) => processor.observe(spec, io)),
            create: (spec, bare) => ask(bare, (io) => processor.create(spec, io)),
            update: (before, after, bare) => ask(bare, (io) => processor.update(before, after, io)),
            delete: (before, bare) => ask(bare, (io) => processor.delete(before, io)),
            ...(validate ? { validate: (spec, bare) => ask(bare, (io) => validate.call(processor, spec, io)) } : {}),
            ...(plan ? { plan: (wanted, bare) => ask(bare, (io) => plan.call(processor, wanted, io)) } : {}),
            ...(undo?.rollback
                ? {
                    undo: {
                        ...undo,
                        rollback: (change, before, attempted, bare) => ask(bare, async (io) => undo.rollback?.(change, before, attempted, io)),
                    },
                }
                : {}),
        };
    }
    async #ask(processor, io, call) {
        const { module, open } = processor;
        const ofModule = this.#opened.get(module) ?? new Map();
        this.#opened.set(module, ofModule);
        const kind = ofModule.get(open) ?? new OpenedKind(processor, this.#opening);
        ofModule.set(open, kind);
        const opened = await orAborted(kind.opened(io.task), io.signal);
        kind.refuseBroken();
        const whole = {
            ...io,
            opened,
            get recorded() {
                return io.recorded;
            },
        };
        return orAborted(called(() => call(whole)), kind.broken);
    }
}
function neverOpened({ validate: _, plan: __, ...processor }, missing) {
    const why = (0,lookup/* missingWords */.y4)(missing);
    return { ...processor, observe: async () => ({ state: "unobservable", why, missing }) };
}
class OpenedKind {
    #processor;
    #opening;
    #over = new AbortController();
    #broken = new AbortController();
    #programs = new Set();
    #givenUp = new AbortController();
    #opened;
    #late;
    #isEnded = false;
    #io;
    constructor(processor, opening) {
        this.#processor = processor;
        this.#opening = opening;
    }
    get broken() {
        return this.#broken.signal;
    }
    refuseBroken() {
        if (!this.broken.aborted)
            return;
        const { message, hint, detail } = this.broken.reason;
        throw new task_failure/* TaskFailure */.E(message, {
            untouched: true,
            ...(hint === undefined ? {} : { hint }),
            ...(detail === undefined ? {} : { detail }),
        });
    }
    opened(task) {
        this.#opened ??= this.#open(task);
        return this.#opened;
    }
    async #open(task) {
        const { module, open } = this.#processor;
        const configuration = this.#opening.configurationOf(module);
        if (!configuration.ok)
            throw new task_failure/* TaskFailure */.E(configuration.error, { untouched: true });
        const signal = AbortSignal.any([this.#opening.signal, this.#over.signal, this.#givenUp.signal]);
        const io = this.#opening.io(task, { signal });
        this.#io = io;
        const { context, command } = io;
        const access = {
            context,
            command,
            signal,
            output: (stream, text) => io.output(stream, text),
            containsSecret: (text) => io.containsSecret(text),
            configuration: configuration.value,
            start: (request) => this.#start(request),
        };
        const opening = called(() => open?.call(this.#processor, access));
        try {
            return await orAborted(orAborted(opening, this.broken), this.#limit());
        }
        catch (error) {
            this.#givenUp.abort(error);
            this.#late = this.#closeLate(opening);
            if (!(error instanceof task_failure/* TaskFailure */.E))
                throw error;
            const { message, hint, detail } = error;
            throw new task_failure/* TaskFailure */.E(`its kind could not be opened: ${message}`, {
                untouched: true,
                ...(hint === undefined ? {} : { hint }),
                ...(detail === undefined ? {} : { detail }),
            });
        }
    }
    #limit() {
        const { openMs = timing/* kindOpenMs */.Xk } = this.#opening;
        const ended = new AbortController();
        AbortSignal.timeout(openMs).addEventListener("abort", () => {
            const hint = "Find out what its `open` waits for, or have it fail earlier with a message of its own.";
            ended.abort(new task_failure/* TaskFailure */.E(`it took longer than ${(0,grouped/* grouped */.z)(openMs / 1000)} seconds`, { hint }));
        });
        return ended.signal;
    }
    async #closeLate(opening) {
        const opened = await opening.catch(() => undefined);
        if (opened !== undefined)
            await this.#closeInTime(Promise.resolve(opened));
        await this.#stopPrograms();
    }
    async #start(request) {
        if (this.#givenUp.signal.aborted)
            throw new task_failure/* TaskFailure */.E("the kind was given up while it was opened, so nothing is started any more");
        if (this.#over.signal.aborted)
            throw new task_failure/* TaskFailure */.E("the run is over, so nothing is started any more");
        const { kind, module } = this.#processor;
        const program = await this.#opening.startProcess(request, kind, ({ message, hint, detail }) => {
            const name = module === undefined ? kind : `${module}: ${kind}`;
            const more = { ...(hint === undefined ? {} : { hint }), ...(detail === undefined ? {} : { detail }) };
            this.#broken.abort(new task_failure/* TaskFailure */.E(`${name}: ${message}`, more));
        });
        this.#programs.add(program);
        if (this.#over.signal.aborted || this.#givenUp.signal.aborted)
            await program.stop();
        return program;
    }
    async close() {
        if (this.#late) {
            this.#over.abort();
            await orAborted(this.#late, AbortSignal.timeout(timing/* kindCloseMs */.p8)).catch(() => { });
        }
        else
            await this.#closeInTime(this.#opened);
        this.#over.abort();
        this.#io?.end?.();
        await this.#stopPrograms();
        this.#isEnded = true;
    }
    async #closeInTime(opened) {
        const closed = opened?.then((given) => given.close(), () => { });
        const timer = AbortSignal.timeout(timing/* kindCloseMs */.p8);
        try {
            await orAborted(closed ?? Promise.resolve(), timer);
        }
        catch (error) {
            const why = timer.aborted
                ? `it took longer than ${timing/* kindCloseMs */.p8 / 1000} seconds`
                : String(error.message);
            if (!this.#isEnded)
                this.#opening.warn(`the kind ${this.#processor.kind} could not be closed: ${why}`);
        }
    }
    async #stopPrograms() {
        await Promise.all([...this.#programs].map((program) => program.stop()));
    }
}
async function called(call) {
    return call();
}
async function orAborted(promise, signal) {
    let stop = () => { };
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener("abort", stop, { once: true });
    });
    try {
        return await Promise.race([promise, aborted]);
    }
    finally {
        signal.removeEventListener("abort", stop);
    }
}

;// CONCATENATED MODULE: ./src/app/context/open/open-kinds.ts





function openedKinds(frame) {
    const { services, io, tell } = frame;
    const { extensions, signal } = services;
    return new OpenedKinds({
        processors: extensions.processors,
        signal,
        io,
        configurationOf: (module) => configurationOf(module, frame),
        missingFor: (module) => {
            const configuration = extensions.configurations.get(module ?? "");
            return configuration ? (0,resolve/* missingOf */.oy)((0,resolve/* resolve */.hd)(configuration.template, lookupIn(frame))) : [];
        },
        startProcess: extensions.startProcess,
        warn: (message) => tell("warning", "kind-not-closed", message),
    });
}
function configurationOf(module, frame) {
    const configuration = frame.services.extensions.configurations.get(module ?? "");
    if (!configuration)
        return (0,diagnostic.ok)({});
    const { value, problems } = (0,resolve/* resolve */.hd)(configuration.template, lookupIn(frame));
    const [problem] = problems;
    return problem ? (0,diagnostic/* err */._q)(`${configuration.place}${problem.pointer} of the Project: ${problem.message}`) : (0,diagnostic.ok)(value);
}
function lookupIn({ values, referenceEnvironment }) {
    const around = (0,lookup/* environmentLookup */.Mn)(referenceEnvironment);
    return (0,found/* lookupWith */.R)(around.filtered, (reference) => {
        if (reference.source === "VALUE")
            return values.get(reference.name);
        if (reference.source === "SECRET")
            return (0,lookup/* findSecret */.mt)(referenceEnvironment, reference.name);
        return around(reference);
    });
}


/***/ })

};
