export const id = 289;
export const ids = [289];
export const modules = {

/***/ 29289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkReview: () => (/* binding */ checkReview)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61463);
/* harmony import */ var _engine_review_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34136);



/**
 * Is the plan the one that was reviewed? Asked after planning, before anything is changed.
 * @returns the approval, or a failure `plan-not-reviewed` or `plan-changed` that shows both sides
 */
async function checkReview(question) {
    const { plan, project, record, previews, seals, digest, signal } = question;
    const answer = await previews.find(plan.context, signal);
    if (!answer.found)
        return refused("plan-not-reviewed", `this plan was not reviewed: ${answer.why}`, answer.suggestion);
    const { preview } = answer;
    const identity = { project, context: plan.context, action: plan.action };
    const seal = seals.make({ ...identity, digest: preview.digest }, preview.number);
    if (seal !== undefined && !sameText(seal, preview.seal ?? ""))
        return unsealed(preview);
    const now = { ...identity, digest: plan.digest, items: plan.items, wantedAs: plan.wantedAs };
    const verdict = (0,_engine_review_js__WEBPACK_IMPORTED_MODULE_1__/* .compareWithReview */ .uY)(now, preview, record, digest);
    if (!verdict.same)
        return changed(plan, preview, verdict);
    const { pullRequest } = preview;
    // What is left of it was reviewed as a part of the whole, so the whole is what goes on.
    const kept = record && record.digest === preview.digest ? record : (0,_engine_review_js__WEBPACK_IMPORTED_MODULE_1__/* .reviewRecord */ .Ab)(preview.digest, plan.items);
    const again = verdict.done.length === 0 ? "" : `; ${verdict.done.length} of its changes are done already`;
    return { record: kept, words: `The plan is the one that was reviewed in ${pullRequest}${again}.` };
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
    const { pullRequest } = preview;
    const sides = `reviewed ${shortened(preview.digest)}, now ${shortened(plan.digest)}`;
    const method = (digest) => digest.slice(0, digest.indexOf(":"));
    if (method(preview.digest) !== method(plan.digest)) {
        const message = `the plan can't be held against the preview in ${pullRequest}: one of them was made with a \`plan-signing-key\`, the other without (${sides})`;
        return refused("plan-changed", message, "Give both steps the same `plan-signing-key`, and plan again.");
    }
    const told = differences === undefined
        ? "the preview was too large to tell its changes one by one"
        : differences.length === 0
            ? "the changes read the same, with other values of secrets, or another version of opus"
            : listed(differences);
    const message = `the plan is not the one that was reviewed in ${pullRequest} (${sides}): ${told}`;
    const suggestion = "Look at the plan of now above. If it is right, preview it on a new pull request and have it reviewed.";
    return refused("plan-changed", message, suggestion);
}
const mostShown = 20;
function listed(differences) {
    const shown = differences.slice(0, mostShown).map(difference);
    if (differences.length > mostShown)
        shown.push(`and ${differences.length - mostShown} more`);
    return shown.join("; ");
}
const sources = {
    manifest: "the manifest or the code of its kind is different",
    state: "its recorded state is different",
    resource: "the live resource is different",
};
function difference({ task, reviewed, now, because }) {
    if (reviewed === undefined)
        return `"${task}": reviewed no change, now ${now}`;
    if (now === undefined)
        return `"${task}": reviewed ${reviewed}, now no change`;
    const why = because.map((source) => sources[source]).join(", ");
    const what = reviewed === now ? `${now} as reviewed, but` : `reviewed ${reviewed}, now ${now}:`;
    return why === "" ? `"${task}": reviewed ${reviewed}, now ${now}` : `"${task}": ${what} ${why}`;
}
/** `sha256:0123456789ab…` */
function shortened(digest) {
    const [method = "", hex = ""] = digest.split(":");
    return `${method}:${hex.slice(0, 12)}…`;
}
function refused(reason, message, suggestion) {
    const diagnostic = { severity: "error", code: reason, message, suggestion };
    return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)(reason, message, [diagnostic]);
}
/** Without telling by its time how much of it was right. */
function sameText(one, other) {
    const [left, right] = [Buffer.from(one), Buffer.from(other)];
    return left.length === right.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(left, right);
}


/***/ })

};
