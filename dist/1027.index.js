export const id = 1027;
export const ids = [1027];
export const modules = {

/***/ 11027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settlePending: () => (/* binding */ settlePending)
/* harmony export */ });
/* harmony import */ var _json_json_diff_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64503);
/* harmony import */ var _plan_decide_live_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53477);
/* harmony import */ var _plan_look_ask_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93694);
/* harmony import */ var _plan_look_observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66786);
/* harmony import */ var _ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23283);
/* harmony import */ var _recorded_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92661);
/* harmony import */ var _calls_made_so_far_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8654);







async function settlePending(request) {
    const settlements = [];
    for (const intent of request.pending)
        settlements.push(await settle(intent, request).catch((error) => {
            if (!(error instanceof _ports_task_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .TaskFailure */ .E))
                throw error;
            return { task: intent.task, resolution: "keep", note: `it could not be looked at: ${error.message}` };
        }));
    return settlements;
}
function settle(intent, request) {
    return new Settling(intent, request).run();
}
class Settling {
    #intent;
    #request;
    #entry;
    constructor(intent, request) {
        this.#intent = intent;
        this.#request = request;
        this.#entry = request.entries.get(intent.task);
    }
    async run() {
        const { references, toolbox } = this.#request;
        const intent = this.#intent;
        const entry = this.#entry;
        if (!references.environment.trusted)
            return this.#keep("not looked at in an untrusted run");
        const processor = toolbox.processors.get(intent.apiVersion, intent.kind);
        if (!processor)
            return this.#keep(`no processor knows ${intent.apiVersion} ${intent.kind}`);
        if (this.#isUnvouched())
            return this.#keep(`not looked at: ${references.vouching.unseen.why}`);
        const wanted = fill(intent, this.#request);
        if ("problem" in wanted)
            return this.#unfilled(wanted.problem);
        const old = entry && fill({ task: intent.task, spec: entry.spec, secrets: entry.secrets }, this.#request);
        const before = old && !("problem" in old) ? old.value : undefined;
        const spec = (intent.change === "delete" && before) || wanted.value;
        const observation = await this.#look(processor, spec, known(intent, entry));
        if (observation.state === "failed")
            return this.#keep(`it could not be looked at: ${observation.error.message}`);
        if (observation.state === "unobservable" || (observation.state === "absent" && observation.partly))
            return this.#unseen(processor, wanted);
        if (observation.state === "absent")
            return this.#gone(before);
        return this.#present(processor, wanted, before, observation);
    }
    #keep(note) {
        return { task: this.#intent.task, resolution: "keep", note };
    }
    #drop(note) {
        return { task: this.#intent.task, resolution: "drop", note };
    }
    #to(entry, note) {
        const { task, change } = this.#intent;
        return { task, resolution: { entry, undo: { task, change, before: this.#entry ?? null } }, note };
    }
    #unclear(note) {
        return this.#to(interrupted(this.#intent, this.#entry, this.#request), note);
    }
    #isUnvouched() {
        const { references, toolbox } = this.#request;
        const specs = [this.#intent, ...(this.#entry ? [this.#entry] : [])];
        return specs.some(({ apiVersion, kind, spec }) => {
            const by = toolbox.processors.get(apiVersion, kind);
            return by !== undefined && references.vouching.unvouched(this.#intent.task, by, spec).has("read");
        });
    }
    #unfilled({ code, message }) {
        const { change } = this.#intent;
        if (code === "unknown-output")
            return this.#drop(`its ${change} had not begun`);
        if (code === "sensitive-output")
            return this.#unclear(`nothing can tell whether its ${change} took effect: ${message}`);
        return this.#keep(`it could not be looked at: ${message}`);
    }
    get #asked() {
        const { task: name, lifecycle } = this.#intent;
        return { name, retries: { limit: 0, delayMs: 0 }, timeoutMs: undefined, lifecycle, entry: this.#entry };
    }
    #look(by, spec, recorded) {
        return (0,_plan_look_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .look */ .Op)(by, spec, recorded, this.#asked, this.#request.toolbox);
    }
    #unseen(processor, wanted) {
        const { change, made } = this.#intent;
        if (!made || !makes(change, this.#entry))
            return this.#unclear(`nothing can tell whether its ${change} took effect`);
        const { replaces, deletes } = processor.compare ?? {};
        if (!replaces?.(wanted.value) || (deletes?.(wanted.value) ?? true))
            return this.#half(wanted);
        const left = {
            ...halfMade(this.#intent, wanted, this.#request),
            status: "interrupted",
            interrupted: change,
        };
        return this.#to(left, `its ${change} had begun to make it, and did not end`);
    }
    #half(wanted) {
        const note = `its ${this.#intent.change} had begun to make it, and did not end; it is tainted`;
        return this.#to(halfMade(this.#intent, wanted, this.#request), note);
    }
    #tainted() {
        const { change, made } = this.#intent;
        const entry = { ...(0,_calls_made_so_far_js__WEBPACK_IMPORTED_MODULE_5__/* .withMade */ .wj)(this.#entry, made), status: "tainted" };
        return this.#to(entry, `its ${change} had not taken effect as a whole; it is tainted`);
    }
    async #gone(before) {
        const { change } = this.#intent;
        const entry = this.#entry;
        const isDeleting = change === "delete";
        const oldProcessor = entry && this.#request.toolbox.processors.get(entry.apiVersion, entry.kind);
        if (!isDeleting && oldProcessor && before) {
            const there = await this.#look(oldProcessor, before, entry);
            if (there.state === "failed")
                return this.#keep(`it could not be looked at: ${there.error.message}`);
            if (there.state === "unobservable" || (there.state === "absent" && there.partly))
                return this.#unclear(`nothing can tell whether its ${change} took effect`);
            if (there.state === "present")
                return this.#tainted();
        }
        const note = isDeleting || entry ? "it is gone" : "it was not made";
        return entry ? this.#to(null, note) : this.#drop(note);
    }
    async #present(processor, wanted, before, found) {
        const { change, made } = this.#intent;
        const entry = this.#entry;
        if (change === "delete")
            return this.#drop("it is still there");
        const isWanted = await this.#isAsWanted(processor, wanted, before, found);
        if (!entry && change === "adopt" && !isWanted)
            return this.#drop("its adopt had not taken effect as a whole");
        if (!entry && !isWanted && tellsPartFromWhole(processor)) {
            const made = applied(this.#intent, entry, wanted, found, processor, this.#request);
            return this.#to({ ...made, status: "tainted" }, `its ${change} had not taken effect as a whole; it is tainted`);
        }
        if (!entry || isWanted) {
            const next = applied(this.#intent, entry, wanted, found, processor, this.#request);
            return this.#to(next, entry ? `its ${change} had taken effect` : "it was made");
        }
        return made && makes(change, entry) ? this.#half(wanted) : this.#tainted();
    }
    async #isAsWanted(processor, wanted, before, observation) {
        const entry = known(this.#intent, this.#entry);
        const value = makes(this.#intent.change, this.#entry) ? wanted.value : before;
        const recorded = entry && value ? { entry, value } : undefined;
        const about = { recorded, desired: wanted, observation };
        const ownPlan = await (0,_plan_look_ask_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .planByKind */ .Re)(processor, this.#asked, about, this.#request.toolbox);
        if (ownPlan)
            return ownPlan.change === "noop";
        const fields = (0,_plan_decide_live_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .differences */ .tX)(processor, observation.facts, wanted.value, undefined);
        return (0,_json_json_diff_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutPointers */ .hA)(fields, this.#intent.lifecycle.ignoreChanges).length === 0;
    }
}
function tellsPartFromWhole({ compare }) {
    return compare?.differs !== undefined && compare.factFields === undefined;
}
function makes(change, entry) {
    return change === "create" || change === "replace" || entry === undefined;
}
function known({ change, made, spec }, entry) {
    if (change === "delete")
        return entry;
    if (!makes(change, entry))
        return entry && (0,_calls_made_so_far_js__WEBPACK_IMPORTED_MODULE_5__/* .withMade */ .wj)(entry, made);
    return made && (0,_calls_made_so_far_js__WEBPACK_IMPORTED_MODULE_5__/* .withMade */ .wj)({ spec, outputs: {} }, made);
}
function fill(recorded, { entries, references }) {
    const resolved = references.fill(recorded, entries);
    const [problem] = resolved.problems;
    return problem ? { problem } : resolved;
}
function applied(intent, entry, wanted, found, processor, { toolbox: { clock, io, signal, redactor, sealed } }) {
    const predicted = processor.known?.predict?.(wanted.value, io(intent.task, { signal })) ?? [];
    const told = (0,_recorded_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .withSensitivity */ .IT)([...(found.outputs ?? []), ...predicted], redactor);
    const before = (!makes(intent.change, entry) && entry) || { outputs: {} };
    const given = (0,_recorded_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .keptOutputs */ .lG)(before, (0,_recorded_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .storedOutputs */ ._q)(told, sealed !== undefined));
    const { outputs, sensitiveOutputs } = intent.made ? (0,_recorded_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .keptOutputs */ .lG)(given, intent.made) : given;
    const observed = intent.made?.observed ?? redactor.value(found.facts);
    const text = intent.made?.resource ?? (makes(intent.change, entry) ? undefined : entry?.resource) ?? found.resource;
    const now = clock.timestamp();
    return {
        ...base(intent),
        spec: wanted.stored,
        status: "applied",
        ...(processor.known?.predict ? {} : { observed }),
        outputs,
        ...(sensitiveOutputs ? { sensitiveOutputs } : {}),
        ...(text === undefined || !sealed ? {} : { resource: text }),
        createdAt: entry?.createdAt ?? now,
        updatedAt: now,
    };
}
function halfMade(intent, wanted, { toolbox: { clock } }) {
    const now = clock.timestamp();
    const entry = {
        ...base(intent),
        spec: wanted.stored,
        status: "tainted",
        outputs: {},
        createdAt: now,
        updatedAt: now,
    };
    return (0,_calls_made_so_far_js__WEBPACK_IMPORTED_MODULE_5__/* .withMade */ .wj)(entry, intent.made);
}
function interrupted(intent, entry, { toolbox: { clock } }) {
    const now = clock.timestamp();
    const before = entry ?? {
        ...base(intent),
        status: "interrupted",
        outputs: {},
        createdAt: now,
        updatedAt: now,
    };
    const made = intent.change === "replace" && entry ? undefined : intent.made;
    return { ...(0,_calls_made_so_far_js__WEBPACK_IMPORTED_MODULE_5__/* .withMade */ .wj)(before, made), status: "interrupted", interrupted: intent.change, updatedAt: now };
}
function base({ apiVersion, kind, spec, secrets, fingerprints, dependencies, scope, lifecycle, order, }) {
    const used = { ...(secrets ? { secrets } : {}), ...(fingerprints ? { fingerprints } : {}) };
    return { apiVersion, kind, spec, ...used, dependencies, scope, lifecycle, order };
}


/***/ })

};
