export const id = 2061;
export const ids = [2061];
export const modules = {

/***/ 72061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undoFor: () => (/* binding */ undoFor)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9246);
/* harmony import */ var _state_snapshot_same_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96627);


async function undoFor({ frame, store, session }, entries) {
    const { command, settings, signal } = frame.services;
    const { to, surface } = settings;
    if (command.does === "rollback")
        return to === undefined
            ? undoOfLastRun(store, session, surface, signal)
            : undoTo({ to, surface }, store, session, entries, signal);
    return to === undefined
        ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__.ok)(new Map())
        : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)("invalid-input", `${surface.setting("to")} is only for the command rollback`));
}
async function undoOfLastRun(store, session, surface, signal) {
    if (session.contents.undo.length > 0)
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__.ok)(new Map(session.contents.undo.map(({ task, change, before }) => [task, { change, before }])));
    if (session.stored.serial === 0)
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)("invalid-input", "there is no run to undo: nothing is recorded yet"));
    const earlier = (await serials(store, signal)).filter((serial) => serial < session.stored.serial);
    const which = earlier.length > 0 ? `; earlier states are ${earlier.join(", ")}` : "";
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)("invalid-input", `there is no run to undo: nothing was changed since the last rollback. Give ${surface.setting("to")} the serial of an earlier state${which}`));
}
async function undoTo({ to, surface }, store, session, entries, signal) {
    if (!store.history)
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)("invalid-input", `the ${store.backend} backend keeps no earlier states, so ${surface.setting("to")} can't be used`));
    const read = await store.history(to, signal);
    if (read.state === "unavailable")
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)(read.failure);
    if (read.state === "absent") {
        const kept = await serials(store, signal);
        const known = kept.length > 0 ? `known are ${kept.join(", ")}` : "none is known";
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)("invalid-input", `no state with serial ${to} at which a run ended is kept; ${known}`));
    }
    if (session.stored.lineage !== undefined && read.snapshot.lineage !== session.stored.lineage) {
        const message = `the state with serial ${to} has the lineage ${read.snapshot.lineage}, and the current one ${session.stored.lineage}`;
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)("state-unavailable", message));
    }
    const undo = new Map();
    const then = read.snapshot.body.tasks;
    for (const [name, before] of Object.entries(then)) {
        const now = entries.get(name);
        if (!now || !sameResource(now, before))
            undo.set(name, { change: undefined, before });
    }
    for (const name of entries.keys())
        if (!Object.hasOwn(then, name))
            undo.set(name, { change: undefined, before: null });
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undo);
}
function sameResource(left, right) {
    const essence = ({ apiVersion, kind, spec, status }) => ({ apiVersion, kind, spec, status });
    return (0,_state_snapshot_same_body_js__WEBPACK_IMPORTED_MODULE_1__/* .sameStored */ .O)(essence(left), essence(right));
}
async function serials(store, signal) {
    const ends = await store.runEnds?.(signal);
    return ends?.ok ? ends.value.map(({ serial }) => serial) : [];
}


/***/ })

};
