export const id = 1702;
export const ids = [1702];
export const modules = {

/***/ 17716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ compareContexts)
});

var diagnostic = __webpack_require__(9246);
var labels = __webpack_require__(12188);
var clock = __webpack_require__(31902);
var plan_digester = __webpack_require__(78337);
var place_files = __webpack_require__(34761);
var invalid_manifest = __webpack_require__(74188);
var resolve_command = __webpack_require__(12463);
var store_deadline = __webpack_require__(94750);
var ephemeral_files = __webpack_require__(73528);
var run_context = __webpack_require__(57812);
var load_kinds = __webpack_require__(7751);
var value_inputs = __webpack_require__(77708);
var preview_signature = __webpack_require__(13748);
var run_info = __webpack_require__(44067);
var task_failure = __webpack_require__(23283);
;// CONCATENATED MODULE: ./src/app/compare/only-comparing.ts

const refuse = async () => {
    throw new task_failure/* TaskFailure */.E("specs are only compared here, so nothing is run", { untouched: true });
};
function onlyComparing(capabilities) {
    return {
        ...capabilities,
        runScript: refuse,
        startProcess: refuse,
        limit: (processor) => unasked(capabilities.limit(processor)),
        http: undefined,
        mayRequest: false,
        planSigningKey: undefined,
    };
}
function unasked({ validate: _validate, plan: _plan, open: _open, ...processor }) {
    return { ...processor, observe: async () => ({ state: "unobservable", why: "not looked at" }) };
}

;// CONCATENATED MODULE: ./src/app/compare/compare-contexts.ts















async function compareContexts(request) {
    const services = await comparingServices(request);
    if (!services.ok)
        return services;
    const comparisons = [];
    for (const choice of request.choices)
        comparisons.push(compared(await (0,run_context/* runContext */.p)(services.value, choice)));
    return (0,diagnostic.ok)(comparisons);
}
function compared({ report, failure, entries, leftToStore }) {
    const { name: context, counts } = report;
    const judged = (verdict, words) => ({ context, verdict, words, report });
    if ((0,labels/* hasChanges */.ik)(counts))
        return judged("changed", (0,labels/* planWords */.DO)(counts));
    if (failure)
        return judged("unknown", failure.message);
    if (entries === undefined)
        return judged("unknown", "its state can't be opened in an untrusted run");
    if (counts.failed + counts.skipped + counts.unknown > 0)
        return judged("unknown", (0,labels/* planWords */.DO)(counts));
    return leftToStore === undefined ? judged("unchanged", "unchanged") : judged("changed", leftToStore);
}
async function comparingServices(request) {
    const { loaded, commands, frame, stores } = request;
    const { host, sources } = frame;
    const { manifest } = loaded;
    const settings = { ...request.settings, refresh: "none", expectNoChanges: false, failOnDrift: false };
    const command = (0,resolve_command/* resolveCommand */.O)("plan", settings.planCommand, manifest.project?.commands ?? {}, commands);
    if (!command.ok)
        return command;
    const given = (0,value_inputs/* givenValues */.y)(settings, loaded, sources, frame.reporter.diagnose);
    if (!given.ok)
        return given;
    const capabilities = onlyComparing(request.capabilities);
    const extensions = await comparingExtensions(loaded, capabilities, host);
    if (!extensions.ok)
        return extensions;
    const { environment } = capabilities;
    return (0,diagnostic.ok)({
        ...runTools(frame),
        settings,
        command: command.value,
        loaded,
        environment,
        given: given.value,
        extensions: extensions.value,
        http: undefined,
        reviews: unreviewed,
        run: (0,run_info/* runInfo */.Q)(host),
        version: host.version,
        ephemeralFiles: new ephemeral_files/* EphemeralFiles */.X(environment, loaded),
        sealing: stores.sealing,
        openStore: (context, name) => stores.open(request, context, name),
        keepRecovery: (_context, _text, failed) => failed,
    });
}
async function comparingExtensions(loaded, capabilities, { version, modules }) {
    const kinds = await (0,load_kinds/* loadKinds */.u)({ loaded, capabilities, version, modules });
    if (!kinds.ok)
        return (0,diagnostic/* err */._q)((0,invalid_manifest/* invalidManifest */.p)(kinds.error));
    return (0,diagnostic.ok)({
        processors: kinds.value,
        configurations: (0,load_kinds/* kindConfigurations */.o)(loaded),
        startProcess: capabilities.startProcess,
        placeFiles: (0,place_files/* placeFiles */.h)(capabilities.files),
        kindsChanged: false,
        hooks: [],
    });
}
function runTools({ host, reporter, secrets }) {
    const { redactor, signal, urgent } = host;
    return {
        clock: clock/* systemClock */.m,
        redactor,
        signal,
        urgent,
        giveUp: (0,store_deadline/* storeDeadline */.W)(signal, urgent),
        emit: (event) => (event.type === "progress" ? reporter.emit(event) : undefined),
        conceal: (text, what) => secrets.add(text, what),
    };
}
const unreviewed = {
    digest: (0,plan_digester/* planDigester */.H)(undefined),
    previewSignature: (0,preview_signature/* openPreviewSignature */.$)(undefined, "", plan_digester/* planDigester */.H),
    previews: {
        find: async () => {
            throw new Error("what is only compared asks for no preview");
        },
    },
    pullRequest: undefined,
};


/***/ }),

/***/ 55533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ ComparedStores),
/* harmony export */   gM: () => (/* binding */ placeOfState),
/* harmony export */   r4: () => (/* binding */ placeKey)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9246);
/* harmony import */ var _node_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31902);
/* harmony import */ var _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92583);
/* harmony import */ var _state_state_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27222);
/* harmony import */ var _state_stores_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4456);





class ComparedStores {
    #options;
    #stores = new Map();
    constructor(options) {
        this.#options = options;
    }
    get sealing() {
        return this.#options.sealing;
    }
    async open(owner, context, name) {
        const { host, groups } = this.#options;
        const { manifest, project } = owner.loaded;
        const place = await placeOfState(owner, host);
        if (!place.ok)
            return place;
        const key = placeKey(place.value);
        const stores = this.#stores.get(key) ?? this.#make(place.value, owner);
        this.#stores.set(key, stores);
        const store = await stores.open(context, name ?? project);
        const said = manifest.project?.state ?? {};
        const postStepRecord = { groups, handover: host.handover, place: place.value, said };
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ store, postStepRecord, elsewhere: undefined });
    }
    async dispose() {
        for (const stores of this.#stores.values())
            await stores.dispose();
    }
    #make(place, { settings, loaded, capabilities }) {
        const { host, sealing, onProgress } = this.#options;
        const { environment, terminal, version } = host;
        return new _state_stores_js__WEBPACK_IMPORTED_MODULE_3__/* .Stores */ .FH({
            place,
            project: loaded.project,
            environment,
            terminal,
            stateFiles: capabilities.stateFiles,
            version,
            token: settings.token,
            oneLook: true,
            initialize: settings.initialize,
            clock: _node_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m,
            sealing,
            redact: (text) => host.redactor.text(text),
            onProgress,
        });
    }
}
function placeOfState({ settings, loaded }, host) {
    return (0,_state_state_location_js__WEBPACK_IMPORTED_MODULE_2__/* .stateLocation */ .vJ)(settings, loaded.manifest.project, host, loaded.workingDirectory, _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .checkout */ .P);
}
function placeKey({ backend, key }) {
    return JSON.stringify([backend.name, key]);
}


/***/ }),

/***/ 81702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openComparedStores),
/* harmony export */   V: () => (/* binding */ tellComparison),
/* harmony export */   listChanged: () => (/* binding */ listChanged)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9246);
/* harmony import */ var _context_report_draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75319);
/* harmony import */ var _state_open_seal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2631);
/* harmony import */ var _compare_contexts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17716);
/* harmony import */ var _compared_stores_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55533);





async function listChanged(request, commands, frame) {
    const { settings, loaded, capabilities } = request;
    const { host, known } = frame;
    const stores = await openComparedStores(settings, capabilities, frame);
    if (!stores.ok)
        return stores.error;
    try {
        const compared = await (0,_compare_contexts_js__WEBPACK_IMPORTED_MODULE_1__/* .compareContexts */ .w)({ ...request, commands, stores: stores.value, frame });
        if (!compared.ok)
            return compared.error;
        if (host.signal.aborted)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)("cancelled", "the run was cancelled");
        for (const one of compared.value) {
            tellComparison(one, one.context, loaded, frame);
            if (one.verdict === "unchanged")
                continue;
            const { name, counts, state } = one.report;
            known.outcomes.push({ report: { ...(0,_context_report_draft_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyReport */ ._)(name), counts, state }, failure: null, entries: undefined });
        }
        return undefined;
    }
    finally {
        await stores.value.dispose();
    }
}
async function openComparedStores({ initialize }, { encryptionKey }, { host, groups, reporter }) {
    const sealing = await (0,_state_open_seal_js__WEBPACK_IMPORTED_MODULE_0__/* .openSealing */ .wj)({ encryptionKey, initialize }, host, reporter.diagnose);
    if (!sealing.ok)
        return sealing;
    const onProgress = (text) => reporter.emit({ type: "progress", text });
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(new _compared_stores_js__WEBPACK_IMPORTED_MODULE_2__/* .ComparedStores */ .UU({ host, groups, sealing: sealing.value, onProgress }));
}
function tellComparison({ verdict, words }, name, { trust }, { reporter }) {
    reporter.emit({ type: "compared", name, verdict, words });
    if (verdict !== "unknown")
        return;
    const message = `${name} is listed, as it can't be told whether it differs from what is recorded: ${words}`;
    reporter.diagnose({ severity: trust.trusted ? "warning" : "notice", code: "not-compared", message });
}


/***/ })

};
