export const id = 452;
export const ids = [452];
export const modules = {

/***/ 60452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkReview: () => (/* binding */ checkReview)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9246);
/* harmony import */ var _engine_plan_guards_compare_with_review_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97926);
/* harmony import */ var _plan_changed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19365);




async function checkReview(question) {
    const { plan, project, record, previews, previewSignature, digest, signal } = question;
    const answer = await previews.find(plan.context, signal);
    if (!answer.found)
        return refused("plan-not-reviewed", `this plan was not reviewed: ${answer.why}`, answer.suggestion);
    const { preview } = answer;
    const identity = { project, context: plan.context, action: plan.action };
    const seal = previewSignature.make({ ...identity, digest: preview.digest }, preview.number);
    if (seal !== undefined && !sameText(seal, preview.seal ?? ""))
        return unsealed(preview);
    const now = { ...identity, digest: plan.digest, items: plan.items, desiredDigest: plan.desiredDigest };
    const verdict = (0,_engine_plan_guards_compare_with_review_js__WEBPACK_IMPORTED_MODULE_1__/* .compareWithReview */ .uY)(now, preview, record, digest);
    if (!verdict.same)
        return changed(plan, preview, verdict);
    const { pullRequest } = preview;
    const kept = record && record.digest === preview.digest ? record : (0,_engine_plan_guards_compare_with_review_js__WEBPACK_IMPORTED_MODULE_1__/* .reviewRecord */ .Ab)(preview.digest, plan.items);
    return { record: kept, words: `The plan is the one that was reviewed in ${pullRequest}${(0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_2__/* .doneAlready */ .$U)(verdict)}.` };
}
function unsealed(preview) {
    const { pullRequest } = preview;
    const message = preview.seal === null
        ? `the preview in ${pullRequest} is not signed, and this run has a \`plan-signing-key\``
        : `the preview in ${pullRequest} was edited, or signed with another key: its signature is not of its digest`;
    const suggestion = preview.seal === null
        ? "Give the step that plans the same `plan-signing-key`, and have the plan reviewed."
        : "Plan again on a pull request, see who edited the comment, and have the plan reviewed.";
    return refused("plan-not-reviewed", message, suggestion);
}
function changed(plan, preview, { differences }) {
    const { pullRequest, digest } = preview;
    const told = differences === undefined
        ? "the preview was too large to tell its changes one by one"
        : (0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(differences, "reviewed");
    return (0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_2__/* .planChanged */ .cW)(plan, {
        digest,
        word: "reviewed",
        title: `reviewed in ${pullRequest}`,
        source: `the preview in ${pullRequest}`,
        told,
        suggestion: "Look at the plan of now above. If it is right, preview it on a new pull request and have it reviewed.",
    });
}
function refused(reason, message, suggestion) {
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .explained */ .to)(reason, message, { suggestion });
}
function sameText(one, other) {
    const [left, right] = [Buffer.from(one), Buffer.from(other)];
    return left.length === right.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(left, right);
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
