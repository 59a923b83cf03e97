export const id = 2915;
export const ids = [2915];
export const modules = {

/***/ 42915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkApproval: () => (/* binding */ checkApproval)
/* harmony export */ });
/* harmony import */ var _engine_plan_guards_compare_with_review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97926);
/* harmony import */ var _plan_changed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19365);


function checkApproval(question) {
    const { plan, project, approved, record, digest } = question;
    const now = { project, context: plan.context, action: plan.action, ...planOf(plan) };
    const verdict = (0,_engine_plan_guards_compare_with_review_js__WEBPACK_IMPORTED_MODULE_0__/* .compareWithReview */ .uY)(now, { digest: approved, changes: undefined }, record, digest);
    if (!verdict.same)
        return changed(question, now);
    const begun = record?.digest === approved ? record : undefined;
    const fresh = plan.items.size === 0 ? undefined : (0,_engine_plan_guards_compare_with_review_js__WEBPACK_IMPORTED_MODULE_0__/* .reviewRecord */ .Ab)(approved, plan.items);
    return {
        record: begun ?? fresh,
        words: `The plan is the one that was approved (${(0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(approved)})${(0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_1__/* .doneAlready */ .$U)(verdict)}.`,
    };
}
function planOf({ digest, items, desiredDigest }) {
    return { digest, items, desiredDigest };
}
function changed(question, now) {
    const { plan, approved, digest, reports } = question;
    const told = question.told();
    const base = { digest: approved, word: "approved", title: "approved", source: "`plan-digest`" };
    const again = "Look at the plan of now above. If it is right, run the job that plans again, and approve that plan";
    const agreed = (text, suggestion) => ({ ...base, told: text, suggestion });
    if (told === undefined) {
        const suggestion = `${again}. To have the difference told here, hand over the report of the step that planned (its output \`report-path\`) as ${reports.join(", ")}.`;
        return (0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_1__/* .planChanged */ .cW)(plan, agreed(`now it is ${(0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_1__/* .changesOf */ .fs)(plan)}`, suggestion));
    }
    const [of, called] = [`the context "${told.context}"`, `\`${told.command}\``];
    if (told.context !== plan.context || told.command !== plan.command) {
        const here = `\`${plan.command}\` in the context "${plan.context}"`;
        return (0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_1__/* .planChanged */ .cW)(plan, agreed(`that one is of ${called} in ${of}, and this is ${here}`, "Plan just what is to be applied, and approve that."));
    }
    const verdict = (0,_engine_plan_guards_compare_with_review_js__WEBPACK_IMPORTED_MODULE_0__/* .compareWithReview */ .uY)(now, { digest: approved, changes: told.changes }, undefined, digest);
    const differences = verdict.same ? [] : (verdict.differences ?? []);
    return (0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_1__/* .planChanged */ .cW)(plan, agreed((0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(differences, "approved"), `${again}.`));
}


/***/ }),

/***/ 19365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ doneAlready),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   cW: () => (/* binding */ planChanged),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9246);
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77139);


function planChanged(plan, { digest, word, title, source, told, suggestion }) {
    const sides = `${word} ${shortened(digest)}, now ${shortened(plan.digest)}`;
    const method = (of) => of.slice(0, of.indexOf(":"));
    if (method(digest) !== method(plan.digest)) {
        const message = `the plan can't be held against ${source}: one of them was made with a \`plan-signing-key\`, the other without (${sides})`;
        return refused(message, "Give both steps the same `plan-signing-key`, and plan again.");
    }
    return refused(`the plan is not the one that was ${title} (${sides}): ${told}`, suggestion);
}
function refused(message, suggestion) {
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)("plan-changed", message, { suggestion });
}
function doneAlready({ done }) {
    return done.length === 0 ? "" : `; ${done.length} of its changes are done already`;
}
const mostShown = 20;
function listed(differences, word) {
    if (differences.length === 0)
        return "the changes read the same, with other values of secrets, or another version of opus";
    return shown(differences.map((one) => difference(one, word)));
}
function changesOf({ items }) {
    return items.size === 0 ? "no change" : shown([...items.values()].map(({ name, change }) => `${change} "${name}"`));
}
function shown(all) {
    return (0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(all, mostShown, (more) => `and ${more} more`).join("; ");
}
const sources = {
    manifest: "the manifest or the code of its kind is different",
    state: "its recorded state is different",
    resource: "the live resource is different",
};
function difference({ task, reviewed, now, because }, word) {
    if (reviewed === undefined)
        return `"${task}": ${word} no change, now ${now}`;
    if (now === undefined)
        return `"${task}": ${word} ${reviewed}, now no change`;
    const why = because.map((source) => sources[source]).join(", ");
    const what = reviewed === now ? `${now} as ${word}, but` : `${word} ${reviewed}, now ${now}:`;
    return why === "" ? `"${task}": ${word} ${reviewed}, now ${now}` : `"${task}": ${what} ${why}`;
}
function shortened(digest) {
    const [method = "", hex = ""] = digest.split(":");
    return `${method}:${hex.slice(0, 12)}\u2026`;
}


/***/ })

};
