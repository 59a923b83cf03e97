export const id = 8842;
export const ids = [8842];
export const modules = {

/***/ 58842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeTasks: () => (/* binding */ describeTasks)
/* harmony export */ });
/* harmony import */ var _engine_json_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60206);
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81567);
/* harmony import */ var _engine_recorded_outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92661);
/* harmony import */ var _engine_redaction_masked_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60463);
/* harmony import */ var _engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93646);
/* harmony import */ var _engine_references_templates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93750);
/* harmony import */ var _node_sha256_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88437);







function describeTasks(plan, reports, entries, declared, redactor) {
    return plan.tasks.map((planned, place) => {
        const report = reports[place];
        const shown = (0,_engine_recorded_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .shownOutputs */ .WY)(entries.get(planned.formerName ?? planned.name));
        return { ...report, ...shown, description: describe(planned, declared.has(planned.name), redactor) };
    });
}
function describe(planned, isDeclared, redactor) {
    const { task, entry, desired, facts, decision, hidden } = planned;
    const { drift } = decision;
    const unsure = hidden || drift === "unknown";
    const isUnread = isDeclared && task === undefined;
    const shown = facts && shownFacts(facts, planned);
    return {
        inManifest: task !== undefined || isUnread,
        created: entry !== undefined,
        createdAt: entry?.createdAt ?? null,
        specDrifted: entry === undefined || unsure || isUnread
            ? null
            : drift === "spec-changed" || drift === "both" || task === undefined,
        resourceDrifted: entry === undefined || unsure || drift === "unobservable" || drift === "untracked"
            ? null
            : drift === "resource-changed" || drift === "both" || drift === "missing",
        checksums: {
            manifestSpec: task ? (0,_engine_json_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .checksum */ .cM)(_node_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s, task.spec) : null,
            resolvedSpec: desired && desired.unknowns.size === 0 ? (0,_engine_json_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .checksum */ .cM)(_node_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s, desired.stored) : null,
            appliedSpec: entry ? (0,_engine_json_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .checksum */ .cM)(_node_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s, entry.spec) : null,
            resource: facts === undefined || usesSecrets(planned) || redactor.contains(JSON.stringify(facts))
                ? null
                : (0,_engine_json_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .checksum */ .cM)(_node_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s, facts),
        },
        recorded: entry ? describeEntry(entry, redactor) : null,
        facts: shown === undefined ? null : redactor.value(shown),
    };
}
function describeEntry(entry, redactor) {
    const { apiVersion, kind, status, spec, dependencies, createdAt, updatedAt } = entry;
    const { outputs, sensitiveOutputs } = (0,_engine_recorded_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .shownOutputs */ .WY)(entry);
    return {
        apiVersion,
        kind,
        status,
        spec: redactor.value((0,_engine_references_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .readableTemplate */ .fc)(spec)),
        outputs: (0,_engine_redaction_redact_report_js__WEBPACK_IMPORTED_MODULE_1__/* .redactOutputs */ .US)(outputs, redactor),
        sensitiveOutputs: sensitiveOutputs ?? [],
        dependencies,
        createdAt,
        updatedAt,
    };
}
const sensitive = "(sensitive)";
const digest = /^(?:sha\d+[:-])?[0-9a-f]{32,}$/i;
function usesSecrets(planned) {
    const { secrets = {}, fingerprints = {}, sensitiveOutputs = [], observed } = planned.entry ?? {};
    const named = [...Object.keys(secrets), ...Object.keys(fingerprints), ...sensitiveOutputs];
    return secretPointers(planned).size > 0 || named.length > 0 || (0,_engine_redaction_masked_js__WEBPACK_IMPORTED_MODULE_5__/* .wasMasked */ .j)(observed);
}
function secretPointers({ recorded, desired }) {
    return new Set([...(recorded?.secretPointers ?? []), ...(desired?.secretPointers ?? [])]);
}
function shownFacts(facts, planned) {
    if (!usesSecrets(planned))
        return facts;
    const { entry, processor, recordedProcessor } = planned;
    const spoken = withoutPointed(facts, secretPointers(planned));
    if (entry?.observed !== undefined) {
        const known = withoutMasked(spoken, entry.observed);
        return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(known) ? known : {};
    }
    const kind = recordedProcessor ?? processor;
    const ofAnyShape = kind?.compare?.factFields !== undefined || kind?.module !== undefined;
    return ofAnyShape ? (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .mapMembers */ .Mz)(facts, () => sensitive) : spoken;
}
function withoutPointed(facts, pointers) {
    const hide = (value, pointer) => {
        if (pointers.has(pointer))
            return sensitive;
        if (typeof value === "string")
            return digest.test(value) ? sensitive : value;
        if (typeof value !== "object" || value === null)
            return value;
        return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .mapMembers */ .Mz)(value, (member, key) => hide(member, `${pointer}/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .pointerSegment */ .LQ)(key)}`));
    };
    const hidden = hide(facts, "");
    return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(hidden) ? hidden : {};
}
function withoutMasked(live, recorded) {
    if (recorded === undefined)
        return sensitive;
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(live) || !(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(recorded))
        return (0,_engine_redaction_masked_js__WEBPACK_IMPORTED_MODULE_5__/* .wasMasked */ .j)(recorded) ? sensitive : live;
    if (Object.keys(recorded).some(_engine_redaction_masked_js__WEBPACK_IMPORTED_MODULE_5__/* .wasMasked */ .j))
        return sensitive;
    return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .mapMembers */ .Mz)(live, (member, key) => withoutMasked(member, Object.hasOwn(recorded, key) ? recorded[key] : undefined));
}


/***/ })

};
