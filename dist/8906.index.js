export const id = 8906;
export const ids = [8906];
export const modules = {

/***/ 68906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ othersRecorded),
/* harmony export */   noteWhatStays: () => (/* binding */ noteWhatStays)
/* harmony export */ });
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77139);
/* harmony import */ var _hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12188);


const mostNames = 20;
function noteWhatStays(plan, work) {
    const { frame, session, store } = work;
    const { services, context, tell } = frame;
    const { loaded, settings } = services;
    if (session.tasks.size === 0) {
        const where = `${loaded.project}/${context} in ${store.location}`;
        tell("notice", "nothing-recorded", `nothing is recorded of ${where}, so there is nothing to delete`);
        return;
    }
    const others = othersRecorded(plan, work);
    if (others.length > 0) {
        const why = settings.targets.length > 0 ? "no target of this run, or out of its scope" : "out of the scope of this command";
        const message = `${(0,_hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(others.length, "recorded task")} will stay recorded, ${why}: ${(0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_1__/* .andMore */ .v)(others, mostNames)}`;
        tell("notice", "still-recorded", message);
    }
    const mute = plan.tasks.filter(isLeftBehind).map(({ name }) => name);
    if (mute.length === 0)
        return;
    const message = `nothing deletes what these tasks have made, so it stays when they are no longer recorded: ${(0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_1__/* .andMore */ .v)(mute, mostNames)}`;
    tell("notice", "stays-behind", message);
}
function othersRecorded({ tasks }, { session }) {
    const planned = new Set(tasks.map(({ name, formerName }) => formerName ?? name));
    return [...session.tasks.keys()].filter((name) => !planned.has(name));
}
function isLeftBehind({ status, recorded, recordedProcessor }) {
    if (status !== "planned" || recorded === undefined)
        return false;
    return recordedProcessor?.compare?.deletes?.(recorded.value) === false;
}


/***/ })

};
