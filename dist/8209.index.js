export const id = 8209;
export const ids = [8209];
export const modules = {

/***/ 48209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forget: () => (/* binding */ forget),
/* harmony export */   g: () => (/* binding */ forgetTasks)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9246);
/* harmony import */ var _engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79712);
/* harmony import */ var _engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5375);
/* harmony import */ var _engine_references_templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93750);
/* harmony import */ var _engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41660);
/* harmony import */ var _engine_text_surface_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67943);






async function forget({ session, settings, context, notice }) {
    const dropped = await forgetTasks(session, settings.targets, context, settings.surface);
    if (!dropped.ok)
        return dropped;
    const tasks = dropped.value;
    for (const { name } of tasks)
        notice("forgotten", `dropped "${name}" from state; its resource was left as it is`);
    const order = tasks.map(({ name }) => name);
    const stranded = strandedBy(order, session.tasks);
    if (stranded !== undefined)
        notice("forgotten", stranded);
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ tasks, order, counts: { ...(0,_engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyCounts */ .W1)(), forget: tasks.length } });
}
async function forgetTasks(session, targets, context, surface = _engine_text_surface_js__WEBPACK_IMPORTED_MODULE_2__/* .terminalSurface */ .A) {
    if (targets.length === 0) {
        const message = `the command forget needs ${surface.setting("target")}: the recorded tasks to drop from state`;
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)("invalid-input", message));
    }
    const found = new Map();
    for (const target of targets) {
        const matches = (0,_engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .globMatcher */ .fU)([target]);
        const matched = [...session.tasks].filter(([name]) => matches(name));
        if (matched.length === 0) {
            const known = [...session.tasks.keys()].slice(0, 20).join(", ") || "nothing";
            const message = `target "${target}" matches nothing that is recorded in the context "${context}" (recorded: ${known})`;
            const near = (0,_engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(target, session.tasks.keys());
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .explained */ .to)("invalid-input", message, { suggestion: near && `Did you mean "${near}"?` }));
        }
        for (const [name, entry] of matched)
            found.set(name, entry);
    }
    for (const [name, entry] of found) {
        const undo = { task: name, change: "forget", before: entry };
        const recorded = await session.record({ task: name, entry: null, undo });
        if (!recorded.ok)
            return recorded;
    }
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)([...found].map(([name, entry]) => forgotten(name, entry)));
}
function strandedBy(dropped, tasks) {
    const gone = new Set(dropped);
    const uses = (entry) => {
        for (const { reference } of (0,_engine_references_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .references */ .Ft)(entry.spec))
            if (reference.source === "VAR" && gone.has(reference.name.split(":")[0] ?? ""))
                return true;
        return false;
    };
    const names = [...tasks].filter(([, entry]) => uses(entry)).map(([name]) => `"${name}"`);
    if (names.length === 0)
        return undefined;
    return `recorded with a sensitive output of what was dropped: ${names.join(", ")}; without it they may not be deleted or rolled back. \`rollback\` takes it into state again`;
}
function forgotten(name, { apiVersion, kind, outputs: _ }) {
    return {
        name,
        apiVersion,
        kind,
        change: "forget",
        reason: "forgotten on command",
        status: "done",
        drift: "untracked",
        fields: [],
        durationMs: 0,
        outputs: {},
        error: null,
        location: null,
        dependencies: [],
    };
}


/***/ })

};
