export const id = 6136;
export const ids = [6136];
export const modules = {

/***/ 66136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listRecorded: () => (/* binding */ listRecorded)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9246);
/* harmony import */ var _context_open_run_stores_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92668);
/* harmony import */ var _context_report_draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75319);
/* harmony import */ var _state_open_seal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2631);
/* harmony import */ var _state_state_elsewhere_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13581);





const anyContext = "contexts";
async function listRecorded(request, frame) {
    const { settings, loaded, capabilities } = request;
    const { host, known, groups, reporter } = frame;
    const sealing = await (0,_state_open_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .openSealing */ .wj)({ encryptionKey: capabilities.encryptionKey, initialize: settings.initialize }, host, reporter.diagnose);
    if (!sealing.ok)
        return sealing.error;
    const { emit } = reporter;
    const stores = new _context_open_run_stores_js__WEBPACK_IMPORTED_MODULE_0__/* .RunStores */ .S({ settings, host, loaded, capabilities, sealing: sealing.value, groups, emit });
    known.stores = stores;
    const names = await besideAny(stores, loaded.project, host.signal);
    if (!names.ok)
        return names.error;
    for (const name of names.value) {
        const opened = await stores.open(name, loaded.project);
        if (!opened.ok)
            return opened.error;
        const tasks = await recordedTasks(opened.value.store, name, frame);
        if (host.signal.aborted)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)("cancelled", "the run was cancelled");
        if (tasks === 0)
            continue;
        known.outcomes.push({ report: (0,_context_report_draft_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyReport */ ._)(name), failure: null, entries: undefined });
    }
    const listed = known.outcomes.map(({ report }) => report.name);
    const elsewhere = await stores.elsewhere(listed, namedByRules(loaded));
    if (elsewhere)
        reporter.diagnose((0,_state_state_elsewhere_js__WEBPACK_IMPORTED_MODULE_2__/* .elsewhereListWarning */ .T7)(elsewhere, loaded.project));
    emit({ type: "progress", text: `Recorded: ${listed.length === 0 ? "nothing" : listed.join(", ")}` });
    return undefined;
}
function namedByRules({ manifest }) {
    const rules = manifest.project?.contexts ?? [];
    const named = rules.flatMap(({ context = [], contexts = [], input }) => [
        ...[context].flat(),
        ...contexts,
        ...(Array.isArray(input) ? input : []),
    ]);
    return [...new Set(named)].filter((name) => !name.includes("${"));
}
async function besideAny(stores, project, signal) {
    const opened = await stores.open(anyContext, project);
    if (!opened.ok)
        return opened;
    const { store } = opened.value;
    if (!store.beside)
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)("invalid-input", `what is recorded in ${store.location} can't be listed, so \`recorded\` must be off`));
    const beside = await store.beside(signal);
    if (!beside.ok)
        return beside;
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(beside.value.filter((one) => one.project === project).map(({ context }) => context));
}
async function recordedTasks(store, context, { host, reporter }) {
    const read = await store.read(host.signal);
    if (read.state === "absent")
        return 0;
    if (read.state === "found") {
        const { tasks, pending } = read.snapshot.body;
        return Object.keys(tasks).length + pending.length;
    }
    reporter.diagnose({
        severity: "notice",
        code: "state-hidden",
        message: `what is recorded of "${context}" can't be read, so it is listed: ${read.failure.message}`,
    });
    return undefined;
}


/***/ })

};
