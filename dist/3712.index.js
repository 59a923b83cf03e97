export const id = 3712;
export const ids = [3712,8906];
export const modules = {

/***/ 33712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  executeContextPlan: () => (/* binding */ executeContextPlan)
});

var diagnostic = __webpack_require__(9246);
var schedule = __webpack_require__(86476);
var is_gate = __webpack_require__(93346);
var refresh = __webpack_require__(69641);
var plan_model = __webpack_require__(79712);
var entries = __webpack_require__(74143);
var overtaken = __webpack_require__(32218);
var retry_call = __webpack_require__(78878);
var validate_by_kind = __webpack_require__(69553);
var task_failure = __webpack_require__(23283);
var templates = __webpack_require__(93750);
var intent = __webpack_require__(37602);
var json = __webpack_require__(81567);
var json_diff = __webpack_require__(64503);
;// CONCATENATED MODULE: ./src/engine/execute/perform/ask-again.ts




async function askAgain(work) {
    const { planned, desired, decision, services } = work;
    const wasUnknown = (planned.desired?.unknowns.size ?? 0) > 0;
    if (!services.agreeAgain || !wasUnknown || !desired || !(0,intent/* hasEffect */.u)(work))
        return undefined;
    const now = {
        ...planned,
        desired,
        decision: { ...decision, fields: decision.fields.map((field) => nowKnown(field, desired)) },
    };
    const error = await services.agreeAgain(now);
    return error && work.result("failed", { error, rollback: "needless" });
}
function nowKnown({ knownAfter, ...field }, { stored, secretPointers }) {
    if (!knownAfter)
        return field;
    const after = (0,json_diff/* valueAt */.fK)(stored, (0,json/* pointerPath */.hw)(field.path));
    return {
        ...field,
        ...(after === undefined ? {} : { after: (0,templates/* readableTemplate */.fc)(after) }),
        ...(field.sensitive || (0,json_diff/* touches */.yI)(field.path, secretPointers) ? { sensitive: true } : {}),
    };
}

var observe = __webpack_require__(66786);
var recorded_outputs = __webpack_require__(92661);
var ask_kind = __webpack_require__(93694);
var recorded_resource = __webpack_require__(44103);
var at_once = __webpack_require__(73033);
var made_so_far = __webpack_require__(8654);
;// CONCATENATED MODULE: ./src/engine/execute/calls/processor-calls.ts






class Calls {
    #task;
    #services;
    #reveal;
    #making = new made_so_far/* Making */.q8();
    #remaking = new made_so_far/* Making */.q8();
    constructor(task, services, reveal) {
        this.#task = task;
        this.#services = services;
        this.#reveal = reveal;
    }
    get made() {
        return this.#stored(this.#making, this.#services.sealed !== undefined);
    }
    get remade() {
        return this.#stored(this.#remaking, this.#services.sealed !== undefined);
    }
    known({ known, making }, secrets = this.#services.sealed !== undefined) {
        const made = this.#stored(this.#making, secrets);
        if (known)
            return (0,made_so_far/* withMade */.wj)(known, made);
        return made && making ? (0,made_so_far/* withMade */.wj)({ spec: making, outputs: {} }, made) : undefined;
    }
    attempt(subject, operation) {
        let touched = false;
        const operate = async (bounds) => {
            try {
                return await this.#call(bounds, subject, this.#making, operation);
            }
            catch (error) {
                const untouched = isUntouched(error) && this.made === undefined;
                if (isUntouched(error) && (touched || !untouched))
                    throw withoutUntouched(error);
                touched ||= !untouched;
                throw error;
            }
        };
        return (0,retry_call/* attempt */.CD)(operate, this.#options(this.#task.retries));
    }
    remove(subject, operation) {
        return (0,retry_call/* attempt */.CD)((bounds) => this.#call(bounds, subject, undefined, operation), this.#options(this.#task.retries));
    }
    undo(subject, operation) {
        const options = this.#options({ limit: 0, delayMs: 0 });
        return (0,retry_call/* attempt */.CD)((bounds) => this.#call(bounds, subject, undefined, operation), options);
    }
    remake(operation) {
        const options = this.#options({ limit: 0, delayMs: 0 });
        return (0,retry_call/* attempt */.CD)((bounds) => this.#call(bounds, { known: undefined }, this.#remaking, operation), options);
    }
    #call(bounds, subject, making, operation) {
        const bare = this.#services.io(this.#task.name, bounds);
        const recorded = () => {
            const known = making ? this.known(subject) : this.known(subject, true);
            return known && (0,made_so_far/* recordedTask */.E1)(known);
        };
        Object.defineProperty(bare, "recorded", { enumerable: true, configurable: true, get: recorded });
        const whole = Object.assign(bare, {
            made: (observed, outputs, resource) => making ? this.#take(making, observed, outputs ?? [], resource) : undefined,
            adoptId: (0,ask_kind/* adoptedId */.py)(this.#task),
            lineage: this.#services.lineage?.(),
        });
        return (0,at_once/* lastly */.C)(() => operation(whole), () => bare.end?.());
    }
    #take(making, observed, outputs, resource) {
        const given = {
            outputs,
            ...(observed === undefined ? {} : { observed }),
            ...(resource === undefined ? {} : { resource }),
        };
        const { outcome, error } = (0,recorded_resource/* keepableOutcome */.a)(given, this.#services.sealed !== undefined);
        making.add(outcome.observed, this.#reveal(outcome.outputs), outcome.resource);
        const { made } = this;
        if (made && making === this.#making)
            this.#services.made(made);
        if (error)
            throw new task_failure/* TaskFailure */.E(error.message, error.hint === undefined ? {} : { hint: error.hint });
    }
    #stored(making, secrets) {
        const made = making.made(secrets);
        if (made?.observed === undefined)
            return made;
        return { ...made, observed: this.#services.redactor.value(made.observed) };
    }
    #options(retries) {
        const { clock, signal, emit, context } = this.#services;
        const { name, timeoutMs } = this.#task;
        return {
            clock,
            signal,
            timeoutMs,
            retries,
            onRetry: (number, attempts, delayMs, error) => emit({ type: "task-retrying", context, task: name, attempt: number, attempts, delayMs, error }),
        };
    }
}
function isUntouched(error) {
    return error instanceof task_failure/* TaskFailure */.E && error.untouched;
}
function withoutUntouched({ message, hint, detail, cause }) {
    return new task_failure/* TaskFailure */.E(message, {
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
        ...(cause === undefined ? {} : { cause }),
    });
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/change-work.ts




class ChangeWork {
    planned;
    processor;
    recordedProcessor;
    services;
    calls;
    desired;
    decision;
    found;
    constructor(planned, desired, services) {
        this.planned = planned;
        this.desired = desired;
        this.processor = planned.processor;
        this.recordedProcessor = planned.recordedProcessor ?? this.processor;
        this.services = services;
        this.decision = planned.decision;
        this.found = planned.found;
        this.calls = new Calls(planned, services, (outputs) => this.withSensitivity(outputs, this.desired?.stored ?? {}));
    }
    result(status, more = {}) {
        const { change, reason, fields } = this.decision;
        return { status, change, reason, fields, entry: undefined, outputs: [], error: null, undoable: false, ...more };
    }
    lookAt(spec) {
        const { clock, signal, io } = this.services;
        return (0,observe/* look */.Op)(this.processor, spec, undefined, this.planned, { clock, signal, io });
    }
    withSensitivity(outputs, spec) {
        const { redactor, conceal } = this.services;
        const { module } = this.processor;
        const secret = (output) => {
            const key = (0,recorded_outputs/* outputKey */.zi)(output);
            const declared = output.sensitive === true && (0,recorded_outputs/* declaresSensitive */.w6)({ module, spec }, key);
            return { task: this.planned.name, key, value: output.value, declared };
        };
        const given = outputs.filter(({ sensitive }) => sensitive);
        (0,recorded_outputs/* concealOutputs */.oh)(given.map(secret), redactor, conceal);
        const holding = outputs.filter(({ sensitive, value }) => {
            return !sensitive && redactor.contains(typeof value === "string" ? value : JSON.stringify(value));
        });
        (0,recorded_outputs/* concealOutputs */.oh)(holding.map(secret), redactor, conceal);
        return outputs.map((output) => (holding.includes(output) ? { ...output, sensitive: true } : output));
    }
    redacted(value) {
        return this.services.redactor.value(value);
    }
    untouched(error) {
        return this.result("failed", { error: (0,retry_call/* taskError */.iX)(error), rollback: "needless" });
    }
}

var decide = __webpack_require__(93784);
var identity = __webpack_require__(88919);
var planned_task = __webpack_require__(47206);
;// CONCATENATED MODULE: ./src/engine/execute/perform/in-doubt.ts
const unlooked = { state: "unobservable", why: "what would look at it is not the manifest's" };
const unvouched = {
    message: "what was recorded of it would run scripts that the manifest does not have, and the state may be anybody's",
};

;// CONCATENATED MODULE: ./src/engine/execute/perform/decide-again.ts






async function decideAgain(work) {
    const { recorded, decision } = work.planned;
    const desired = work.desired;
    const taken = work.services.taken(desired);
    if (taken)
        return work.result("failed", { error: taken });
    if (decision.change === "create" && recorded)
        return undefined;
    const again = (0,decide/* decide */.L)(await situationNow(work, desired));
    if (again.error)
        return work.result("failed", { error: again.error, reason: again.reason, fields: again.fields });
    if (again.change === "noop" && !knows(work, desired.fresh))
        return undefined;
    if (again.foundAsWanted)
        return undefined;
    if (again.change === "noop" || (decision.change === "create" && again.change === "adopt")) {
        work.decision = again;
        return undefined;
    }
    if (again.change === "replace" && decision.change !== "replace") {
        const error = {
            message: "the values that are known now need a replacement, and the plan said update",
            hint: "Run plan and apply again: what its dependencies give is recorded by then.",
        };
        return work.result("failed", { error });
    }
    const { takesOver } = again;
    const fields = again.fields.length > 0 ? again.fields : decision.fields;
    work.decision = { ...decision, fields, ...(takesOver === undefined ? {} : { takesOver }) };
    return undefined;
}
async function situationNow(work, desired) {
    const { recorded, lifecycle } = work.planned;
    const { clock, signal, io, redactor } = work.services;
    const processor = recorded ? work.recordedProcessor : work.processor;
    const spec = recorded?.value ?? desired.value;
    const seen = recorded?.unvouched?.has("read")
        ? unlooked
        : await (0,observe/* look */.Op)(processor, spec, recorded?.entry, work.planned, { clock, signal, io });
    const observation = (0,observe/* redactedLikeState */.bQ)(seen, recorded, (value) => redactor.value(value));
    const facts = observation.state === "present" ? observation.facts : undefined;
    const settled = work.processor === work.recordedProcessor
        ? (0,observe/* withIgnoredFields */.oZ)(desired, recorded, facts, lifecycle.ignoreChanges)
        : desired;
    work.desired = settled;
    const moves = (0,identity/* movesElsewhere */.H)(recorded, work.recordedProcessor, settled, work.processor);
    const elsewhere = moves ? await work.lookAt(settled.value) : undefined;
    const ownPlan = await ownPlanOf(work, recorded, settled, seen);
    work.found = (0,planned_task/* newlyFound */.I)(recorded ? elsewhere : observation);
    return {
        recorded,
        desired: settled,
        observation,
        ...(elsewhere ? { elsewhere } : {}),
        lifecycle,
        processor: work.processor,
        recordedProcessor: work.recordedProcessor,
        ownPlan,
        sealed: work.services.sealed,
    };
}
async function ownPlanOf(work, recorded, desired, observation) {
    if (observation.state === "failed" || work.processor !== work.recordedProcessor)
        return undefined;
    return (0,ask_kind/* planByKind */.Re)(work.processor, work.planned, { recorded, desired, observation }, work.services);
}
function knows(work, names = new Set()) {
    const known = work.services.sealed && work.planned.entry?.fingerprints;
    return [...names].every((name) => known !== undefined && Object.hasOwn(known, name));
}

var recorded_secrets = __webpack_require__(25111);
;// CONCATENATED MODULE: ./src/engine/execute/perform/change-entries.ts



function newEntry(work, desired, outcome, given, before) {
    const { planned } = work;
    const { sealed, clock } = work.services;
    const now = clock.timestamp();
    const { change } = work.decision;
    const observed = outcome.observed ?? work.calls.made?.observed ?? keptFacts(work, before);
    const resource = outcome.resource ?? work.calls.made?.resource ?? before?.resource;
    const created = change === "update" || change === "noop" ? planned.entry?.createdAt : undefined;
    return {
        apiVersion: work.processor.apiVersion,
        kind: work.processor.kind,
        status: "applied",
        spec: desired.stored,
        ...(0,recorded_secrets/* keptSecrets */.we)(desired.secrets, sealed),
        ...(observed === undefined ? {} : { observed: work.redacted(observed) }),
        ...(resource === undefined || !sealed ? {} : { resource }),
        ...(0,recorded_outputs/* keptOutputs */.lG)(before ?? { outputs: {} }, (0,recorded_outputs/* storedOutputs */._q)(given, sealed !== undefined)),
        dependencies: planned.dependencies,
        scope: planned.scope,
        lifecycle: planned.lifecycle,
        order: planned.order,
        ...(work.processor.module === undefined ? {} : { module: work.processor.module }),
        createdAt: created ?? now,
        updatedAt: now,
    };
}
function keptFacts(work, before) {
    return work.processor.compare?.factFields ? undefined : before?.observed;
}
function asBefore(work, entry, outcome) {
    const { sealed } = work.services;
    const { outputs: _, sensitiveOutputs: __, fingerprints, resource: recorded, ...lasting } = entry;
    const resource = outcome.resource ?? (outcome.anew ? undefined : recorded);
    const { fingerprints: today } = (0,recorded_secrets/* keptSecrets */.we)(work.planned.recorded?.secrets ?? new Map(), sealed);
    const given = work.withSensitivity(outcome.outputs, entry.spec);
    const before = outcome.anew ? { outputs: {} } : entry;
    return {
        ...lasting,
        ...(today ? { fingerprints: { ...fingerprints, ...today } } : {}),
        ...(outcome.observed === undefined ? {} : { observed: work.redacted(outcome.observed) }),
        ...(resource === undefined ? {} : { resource }),
        ...(0,recorded_outputs/* keptOutputs */.lG)(before, (0,recorded_outputs/* storedOutputs */._q)(given, sealed !== undefined)),
    };
}
function taintedEntry(work, recordedEntry) {
    const { made } = work.calls;
    if (recordedEntry) {
        const known = work.decision.change === "replace" ? recordedEntry : (0,made_so_far/* withMade */.wj)(recordedEntry, made);
        return { ...known, status: "tainted", updatedAt: work.services.clock.timestamp() };
    }
    return (0,made_so_far/* withMade */.wj)({ ...newEntry(work, work.desired, { outputs: [] }, []), status: "tainted" }, made);
}
function remadeEntry(work, { observed: _, sensitiveOutputs: __, resource: ___, ...entry }) {
    const bare = { ...entry, outputs: {}, status: "tainted", updatedAt: work.services.clock.timestamp() };
    return (0,made_so_far/* withMade */.wj)(bare, work.calls.remade);
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/change-done.ts



function done(work, answer, before) {
    const desired = work.desired;
    const { outcome, error } = (0,recorded_resource/* keepableOutcome */.a)(answer, work.services.sealed !== undefined);
    const given = work.withSensitivity(outcome.outputs, desired.stored);
    if (outcome.warnings)
        warn(work, outcome.warnings);
    const kept = before ? (0,recorded_outputs/* outputsKept */.Bq)(before, given) : [];
    const entry = newEntry(work, desired, outcome, given, before);
    const outputs = { outputs: [...given, ...kept], kept: new Set(kept.map(recorded_outputs/* outputKey */.zi)) };
    if (!error)
        return work.result("done", { entry, ...outputs, undoable: true });
    const hint = `${error.hint} What was done stands and is recorded as tainted: the next apply updates it.`;
    return work.result("failed", {
        error: { ...error, hint },
        entry: { ...entry, status: "tainted" },
        ...outputs,
        undoable: true,
    });
}
function warn(work, warnings) {
    const io = work.services.io(work.planned.name, work.services);
    for (const warning of warnings)
        io.output("stderr", `${warning}\n`);
    io.end?.();
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/perform-adopt.ts




async function adopt(work) {
    const desired = work.desired;
    if (work.decision.remembers)
        return work.result("done", { entry: work.planned.entry, undoable: true });
    if (work.decision.fields.length === 0)
        return done(work, adopted(work, desired));
    const subject = { known: foundTask(work, desired) };
    try {
        const outcome = await work.calls.attempt(subject, (io) => work.processor.update(desired.value, desired.value, io));
        return done(work, outcome, subject.known);
    }
    catch (error) {
        if (error instanceof retry_call/* Cancelled */.cJ)
            throw error;
        if (isUntouched(error))
            return work.untouched(error);
        return work.result("failed", { error: (0,retry_call/* taskError */.iX)(error) });
    }
}
function adopted(work, desired) {
    const { facts, outputs = [], resource } = work.found ?? {};
    const given = {
        outputs: [...outputs, ...predicted(work, desired)],
        ...(resource === undefined ? {} : { resource }),
    };
    return facts === undefined || work.processor.known?.predict ? given : { ...given, observed: facts };
}
function foundTask(work, { stored }) {
    const { facts, outputs = [], resource } = work.found ?? {};
    const { sealed } = work.services;
    const text = sealed && resource !== undefined ? { resource } : {};
    const found = (0,recorded_outputs/* storedOutputs */._q)(work.withSensitivity(outputs, stored), sealed !== undefined);
    return { spec: stored, ...(facts === undefined ? {} : { observed: work.redacted(facts) }), ...text, ...found };
}
function predicted(work, desired) {
    return work.processor.known?.predict?.(desired.value, work.services.io(work.planned.name, work.services)) ?? [];
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/put-back.ts





async function afterFailure(work, thrown, action, recordedEntry, putBack) {
    if (thrown instanceof retry_call/* Cancelled */.cJ)
        throw thrown;
    const error = (0,retry_call/* taskError */.iX)(thrown);
    const { planned, services } = work;
    if (!planned.autoRollback)
        return work.result("failed", { error, entry: taintedEntry(work, recordedEntry), undoable: true });
    services.emit({ type: "task-rolling-back", context: services.context, task: planned.name, action, error });
    try {
        if (recordedEntry && (planned.recorded?.unvouched?.size ?? 0) > 0)
            throw new task_failure/* TaskFailure */.E(unvouched.message, { untouched: true });
        const given = await putBack();
        const { outcome, error: flaw } = given && recordedEntry ? (0,recorded_resource/* keepableOutcome */.a)(given, services.sealed !== undefined) : {};
        if (flaw)
            throw new task_failure/* TaskFailure */.E(flaw.message, flaw.hint === undefined ? {} : { hint: flaw.hint });
        return work.result("rolled-back", {
            error,
            entry: outcome && recordedEntry ? asBefore(work, recordedEntry, outcome) : undefined,
        });
    }
    catch (second) {
        if (second instanceof retry_call/* Cancelled */.cJ)
            throw second;
        const causes = [
            ...(error.causes ?? []),
            { ...(0,retry_call/* taskError */.iX)(second), message: `rolling back failed too: ${(0,retry_call/* taskError */.iX)(second).message}` },
        ];
        return work.result("tainted", {
            error: { ...error, causes },
            entry: taintedEntry(work, recordedEntry),
            undoable: true,
        });
    }
}
async function undo(work, change, before, attempted, subject, otherwise) {
    const processor = work.processor;
    if (canRollBack(processor, attempted ?? before ?? {}))
        return work.calls.undo(subject, async (io) => processor.undo?.rollback?.(change, before, attempted, io));
    return otherwise ? work.calls.undo(subject, async (io) => (await otherwise(io)) ?? undefined) : undefined;
}
function canRollBack(processor, spec) {
    return processor.undo?.rollback !== undefined && (processor.undo.has?.(spec) ?? true);
}
function whole({ value, unknown }) {
    if (!unknown || unknown.size === 0)
        return value;
    throw new task_failure/* TaskFailure */.E(`what was recorded can't be put back: ${[...unknown].join(", ")} is not known any more`);
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/perform-create.ts






async function create(work) {
    const desired = work.desired;
    const { entry, autoRollback } = work.planned;
    const subject = { known: work.decision.goesOn ? entry : undefined, making: desired.stored };
    try {
        const outcome = await work.calls.attempt(subject, (io) => work.processor.create(desired.value, io));
        return done(work, outcome);
    }
    catch (error) {
        if (isUntouched(error))
            return work.untouched(error);
        if (autoRollback && !canUndoCreate(work, desired))
            return leftBehind(work, error, desired, subject);
        return afterFailure(work, error, "deleting what was created", undefined, async () => {
            await undoCreate(work, desired, subject);
            return undefined;
        });
    }
}
function canUndoCreate(work, { value }) {
    return canRollBack(work.processor, value) || (work.processor.compare?.deletes?.(value) ?? true);
}
function undoCreate(work, { value }, subject) {
    return undo(work, "create", undefined, value, subject, (io) => work.processor.delete(value, io));
}
async function leftBehind(work, thrown, desired, subject) {
    if (thrown instanceof retry_call/* Cancelled */.cJ)
        throw thrown;
    const error = (0,retry_call/* taskError */.iX)(thrown);
    if (work.calls.made === undefined) {
        const observation = await (0,observe/* look */.Op)(work.processor, desired.value, subject.known, work.planned, work.services);
        if (observation.state === "absent" && !observation.partly)
            return work.result("failed", { error, rollback: "needless" });
    }
    return work.result("tainted", {
        error,
        entry: taintedEntry(work, undefined),
        undoable: true,
        rollback: "impossible",
    });
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/perform-delete.ts





async function remove(work) {
    const recorded = work.planned.recorded;
    const deleted = await deleteResource(work, recorded);
    return deleted === "deleted" ? work.result("done", { entry: null, undoable: true }) : deleted;
}
async function deleteResource(work, recorded) {
    const processor = work.recordedProcessor;
    const refused = recorded.unvouched?.has("delete") ? unvouched : recorded.lost;
    if (refused)
        return work.result("failed", { error: refused, rollback: "needless" });
    try {
        await work.calls.remove({ known: recorded.entry }, (io) => processor.delete(recorded.value, io));
        return "deleted";
    }
    catch (error) {
        if (error instanceof retry_call/* Cancelled */.cJ)
            throw error;
        const { clock, signal, io } = work.services;
        const observation = recorded.unvouched?.has("read")
            ? unlooked
            : await (0,observe/* look */.Op)(processor, recorded.value, recorded.entry, work.planned, { clock, signal, io });
        if (observation.state === "absent" && !observation.partly)
            return "deleted";
        if (isUntouched(error))
            return work.untouched(error);
        const known = (recorded.unvouched?.size ?? 0) === 0;
        if (known && canRollBack(processor, recorded.value) && work.planned.autoRollback) {
            return afterFailure(work, error, "putting it back", recorded.entry, () => undo(work, "delete", recorded.value, undefined, { known: recorded.entry }, undefined));
        }
        return work.result("failed", { error: (0,retry_call/* taskError */.iX)(error) });
    }
}

var decide_by_kind = __webpack_require__(14130);
var live_fields = __webpack_require__(53477);
;// CONCATENATED MODULE: ./src/engine/execute/perform/perform-replace.ts












async function replace(work) {
    const desired = work.desired;
    const recorded = work.planned.recorded;
    const deleted = await deleteResource(work, recorded);
    if (deleted !== "deleted")
        return deleted;
    const way = work.decision.takesOver ? await wayToTakeOver(work, desired) : "create";
    const fresh = { known: undefined, making: desired.stored };
    try {
        if (way === "keep")
            return { ...done(work, adopted(work, desired)), undoAs: "adopt" };
        if (way === "update") {
            const there = { known: foundTask(work, desired) };
            const taken = await work.calls.attempt(there, (io) => work.processor.update(desired.value, desired.value, io));
            return { ...done(work, taken, there.known), undoAs: "adopt" };
        }
        return done(work, await work.calls.attempt(fresh, (io) => work.processor.create(desired.value, io)));
    }
    catch (error) {
        const untouched = way !== "create" || isUntouched(error);
        let left = way === "create" && work.calls.made !== undefined;
        const performed = await afterFailure(work, error, "creating again what was recorded", recorded.entry, async () => {
            if (!untouched)
                await undoCreate(work, desired, fresh);
            left = false;
            return {
                ...(await work.calls.remake((io) => work.recordedProcessor.create(whole(recorded), io))),
                anew: true,
            };
        });
        if (!performed.entry || performed.status === "rolled-back")
            return performed;
        return { ...performed, entry: left ? taintedEntry(work, undefined) : remadeEntry(work, recorded.entry) };
    }
}
async function wayToTakeOver(work, desired) {
    const observation = await work.lookAt(desired.value);
    work.found = (0,planned_task/* newlyFound */.I)(observation);
    if (observation.state !== "present")
        return "create";
    const { ignoreChanges, adopt } = work.planned.lifecycle;
    const ownPlan = await (0,ask_kind/* planByKind */.Re)(work.processor, work.planned, { recorded: undefined, desired, observation }, work.services);
    const fields = ownPlan
        ? (0,decide_by_kind/* fieldsOfKind */.x)(ownPlan, desired, undefined)
        : (0,live_fields/* differences */.tX)(work.processor, observation.facts, desired.value, undefined);
    if (ownPlan?.change === "noop" || (0,json_diff/* withoutPointers */.hA)(fields, ignoreChanges).length === 0)
        return "keep";
    return adopt ? "update" : "create";
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/perform-update.ts



async function update(work) {
    const desired = work.desired;
    const { recorded } = work.planned;
    const before = recorded?.value ?? desired.value;
    const subject = { known: recorded?.entry };
    try {
        const outcome = await work.calls.attempt(subject, (io) => work.processor.update(before, desired.value, io));
        return done(work, outcome, recorded?.entry);
    }
    catch (error) {
        if (isUntouched(error))
            return work.untouched(error);
        return afterFailure(work, error, "updating it back to what was recorded", recorded?.entry, () => undo(work, "update", before, desired.value, subject, (io) => work.processor.update(desired.value, recorded ? whole(recorded) : before, io)));
    }
}

;// CONCATENATED MODULE: ./src/engine/execute/perform/perform.ts











async function perform(planned, desired, services) {
    const work = new ChangeWork(planned, desired, services);
    try {
        return await carryOut(work);
    }
    catch (error) {
        if (error instanceof retry_call/* Cancelled */.cJ)
            return work.result("cancelled", { error: { message: "the run was cancelled" } });
        throw error;
    }
}
async function carryOut(work) {
    const { desired, awaitsPlaceOf } = work.planned;
    if ((desired?.unknowns.size ?? 0) > 0 || awaitsPlaceOf.length > 0) {
        const refused = (await decideAgain(work)) ?? (await askAgain(work));
        if (refused)
            return refused;
    }
    if ((0,intent/* hasEffect */.u)(work))
        work.services.started();
    switch (work.decision.change) {
        case "create":
            return create(work);
        case "update":
            return update(work);
        case "replace":
            return replace(work);
        case "delete":
            return remove(work);
        case "adopt":
            return adopt(work);
        case "forget":
            return work.result("done", { entry: null, undoable: true });
        case "noop":
            return work.result("done", { entry: await (0,refresh/* refreshedEntry */.D)(work.planned, work.desired, work.services) });
        case "none":
            return work.result("done");
    }
}

;// CONCATENATED MODULE: ./src/engine/execute/built-in-hooks.ts




function resolveVariables(work, executing) {
    return {
        name: "resolve-variables",
        around: async (step, next) => {
            const { planned } = work;
            if (planned.task && planned.desired && planned.desired.unknowns.size > 0) {
                const { prepared } = executing.request;
                const reads = planned.processor?.workspace?.reads;
                const late = reads !== undefined && planned.desired.unknowns.has(`/${reads.into}`);
                const read = late ? await prepared.readAgain(planned.task) : { task: planned.task, diagnostics: [] };
                const { desired, diagnostics } = prepared.resolve(read.task, (name, key) => executing.outputs.output(name, key, planned.task));
                const [problem] = [...read.diagnostics, ...diagnostics];
                if (problem)
                    throw new task_failure/* TaskFailure */.E(problem.message, problem.suggestion === undefined ? {} : { hint: problem.suggestion });
                if (desired.unknowns.size > 0)
                    throw new Error(`unresolved: ${[...desired.unknowns.values()].flat().join(", ")}`);
                const refused = await (0,validate_by_kind/* problemsByKind */.a)(planned.processor, desired.value, planned, executing.request.toolbox);
                if (refused.length > 0)
                    throw new task_failure/* TaskFailure */.E(refused.map(({ message }) => message).join("; "));
                work.desired = desired;
            }
            return next({ ...step, spec: work.desired ? (0,templates/* readableTemplate */.fc)(work.desired.stored) : step.spec });
        },
    };
}
function updateState(work, executing) {
    return {
        name: "update-state",
        around: async (step, next) => {
            try {
                return await next(step);
            }
            finally {
                const { performed, planned } = work;
                if (performed)
                    executing.outputs.note(planned.name, performed);
                if (performed)
                    await executing.recording.settle(planned, performed);
            }
        },
    };
}
async function processTask(work, executing) {
    const { request, holdUps, outputs, recording } = executing;
    const { plan, toolbox } = request;
    const services = {
        ...toolbox,
        context: plan.context,
        started: () => recording.started(work.planned.name),
        taken: (desired) => holdUps.taken(work.planned, desired),
        agreeAgain: request.agreeAgain,
        made: (made) => recording.made(work.planned.name, made),
    };
    const performed = await perform(work.planned, work.desired, services);
    work.performed = performed;
    return {
        status: performed.status,
        change: performed.change,
        outputs: outputs.shown(performed.outputs).outputs,
        error: performed.error,
    };
}

;// CONCATENATED MODULE: ./src/engine/execute/hook-chain.ts

function chain(hooks, work) {
    return hooks.reduceRight((inner, hook) => {
        const around = hook.around?.bind(hook);
        if (!around)
            return inner;
        return async (step) => {
            let settled;
            const next = (given) => {
                settled ??= inner(given ?? step);
                return settled;
            };
            try {
                await around(step, next);
            }
            catch (error) {
                const result = await settled?.catch(() => undefined);
                if (!settled || !result)
                    throw error;
                return { ...result, status: "failed", error: hookError(hook, error) };
            }
            if (!settled)
                throw new Error(`the hook "${hook.name}" did not call next, so nothing was done`);
            return settled;
        };
    }, work);
}
function hookError(hook, error) {
    const { message, detail, causes } = (0,retry_call/* taskError */.iX)(error);
    return {
        message: `the hook "${hook.name}" failed after the task was through: ${message}`,
        hint: "The task itself is recorded as it ended.",
        ...(detail === undefined ? {} : { detail }),
        ...(causes === undefined ? {} : { causes }),
    };
}

var masked = __webpack_require__(60463);
;// CONCATENATED MODULE: ./src/engine/plan/bring-back.ts


function entryToBringBack(planned, change, { value: redacted }) {
    const { entry, facts, decision, recorded, recordedProcessor } = planned;
    if (!entry)
        return null;
    if ((recorded?.unknown?.size ?? 0) > 0 || (recorded?.outdated?.size ?? 0) > 0)
        return entry;
    const drifted = decision.fields.filter((field) => field.drifted);
    const overwrites = change === "update" || change === "replace" || change === "delete";
    if (!overwrites || !facts || drifted.length === 0 || drifted.some(({ sensitive }) => sensitive))
        return entry;
    const spec = recordedProcessor?.undo?.asFound?.(facts, entry.spec);
    if (!(0,json/* isObject */.Gv)(spec) || redacted(spec) !== spec)
        return entry;
    if (entry.observed !== undefined && (0,masked/* wasMasked */.j)(spec) && !(0,masked/* wasMasked */.j)(entry.spec))
        return entry;
    return { ...entry, spec };
}

;// CONCATENATED MODULE: ./src/engine/execute/recording.ts


class StoreFailed extends Error {
}
class Recording {
    #recorder;
    #redactor;
    #failure;
    constructor(recorder, redactor) {
        this.#recorder = recorder;
        this.#redactor = redactor;
    }
    get failure() {
        return this.#failure;
    }
    async begin(intents) {
        if (intents.length === 0)
            return;
        const begun = await this.#recorder.begin(intents);
        if (!begun.ok)
            this.#failure = begun.error;
    }
    started(task) {
        const started = this.#failure ? undefined : this.#recorder.started(task);
        if (started && !started.ok)
            this.#failure = started.error;
        if (this.#failure)
            throw new StoreFailed();
    }
    made(task, made) {
        const kept = this.#recorder.made(task, made);
        if (!kept.ok)
            this.#failure ??= kept.error;
    }
    async settle(planned, performed) {
        if (performed.entry !== undefined)
            await this.record(planned, { ...performed, entry: performed.entry });
        else if (performed.status !== "cancelled" && (0,intent/* hasEffect */.u)(planned)) {
            await this.record(planned, {
                entry: planned.entry ?? this.#recorder.tasks.get(planned.name) ?? null,
                undoable: false,
                change: performed.change,
            });
        }
    }
    async record(planned, { entry, undoable, undoAs, change, }) {
        const { formerName, name } = planned;
        const recorded = await this.#recorder.record({
            task: name,
            entry,
            ...(formerName === undefined ? {} : { formerName }),
            undo: undoable && !planned.decision.silent
                ? {
                    task: name,
                    change: undoAs ?? change,
                    before: entryToBringBack(planned, change, this.#redactor),
                }
                : null,
        });
        if (!recorded.ok)
            this.#failure ??= recorded.error;
    }
}

;// CONCATENATED MODULE: ./src/engine/execute/change-task.ts





async function changeTask(planned, executing) {
    const { plan, hooks, scope } = executing.request;
    const { decision } = planned;
    started(planned, decision.change, executing);
    const work = { planned, desired: planned.desired, performed: undefined };
    const own = hooks.filter((hook) => !hook.commands || hook.commands.includes(scope.run.command));
    const process = chain([resolveVariables(work, executing), updateState(work, executing), ...own], () => processTask(work, executing));
    const result = await reportError(() => process(stepOf(planned, plan)));
    const { performed } = work;
    return {
        ...(0,plan_model/* plannedReport */.tv)(planned, result.status),
        change: performed?.change ?? decision.change,
        reason: performed?.reason ?? decision.reason,
        ...(performed?.rollback && performed.status === result.status ? { rollback: performed.rollback } : {}),
        fields: performed?.fields ?? decision.fields,
        ...executing.outputs.shownOf(planned),
        error: result.error,
    };
}
function started({ name, kind, decision }, change, { request }) {
    const { plan, toolbox } = request;
    toolbox.emit({
        type: "task-started",
        context: plan.context,
        task: name,
        kind,
        change,
        reason: decision.reason,
    });
}
function stepOf({ name, kind, apiVersion, decision, task, entry }, plan) {
    return {
        task: name,
        context: plan.context,
        command: plan.command,
        change: decision.change,
        reason: decision.reason,
        apiVersion,
        kind,
        spec: task?.spec ?? entry?.spec ?? {},
    };
}
async function reportError(process) {
    try {
        return await process();
    }
    catch (error) {
        if (error instanceof StoreFailed) {
            return {
                status: "cancelled",
                change: "none",
                outputs: {},
                error: { message: "state could not be written, so it was not started" },
            };
        }
        return { status: "failed", change: "none", outputs: {}, error: (0,retry_call/* taskError */.iX)(error) };
    }
}

;// CONCATENATED MODULE: ./src/engine/execute/given-outputs.ts

class GivenOutputs {
    #request;
    #outputs = new Map();
    #told = new Set();
    constructor(request) {
        this.#request = request;
    }
    note(task, given) {
        this.#outputs.set(task, given);
    }
    output(name, key, user) {
        const { scope, recorder, references } = this.#request;
        const given = this.#outputs.get(name);
        const output = given && (0,recorded_outputs/* findGiven */.fW)(given.outputs, key, scope.run);
        if (output?.sensitive) {
            if (references.output(name, key, recorder.tasks).type === "missing")
                this.#warnOfLost(user, name, key);
            const fresh = given?.kept?.has((0,recorded_outputs/* outputKey */.zi)(output)) ? {} : { fresh: true };
            return { type: "sensitive", value: output.value, ...fresh };
        }
        if (output)
            return { type: "value", value: output.value };
        return references.output(name, key, recorder.tasks);
    }
    #warnOfLost(user, name, key) {
        const told = `${user?.name} ${name}:${key}`;
        if (!user || this.#told.has(told))
            return;
        this.#told.add(told);
        this.#request.toolbox.emit({
            type: "diagnostic",
            diagnostic: {
                severity: "warning",
                code: "sensitive-output",
                message: `task "${user.name}" uses output ${key} of task "${name}", which turned out to be sensitive: unsealed state does not keep it, so the next plan can't fill it in`,
                location: user.locate("/spec"),
                suggestion: "Seal the state with `encryption-key`, or use the secret itself that the value comes from.",
            },
        });
    }
    shownOf({ name }) {
        const given = this.#outputs.get(name);
        const entry = this.#request.recorder.tasks.get(name);
        if (!given)
            return (0,recorded_outputs/* shownOutputs */.WY)(entry);
        const shown = this.shown(given.outputs);
        if (given.outputs.length === 0 || !entry?.sensitiveOutputs)
            return shown;
        const sensitiveOutputs = new Set([...(shown.sensitiveOutputs ?? []), ...entry.sensitiveOutputs]);
        return { ...shown, sensitiveOutputs: [...sensitiveOutputs] };
    }
    shown(outputs) {
        const { redactor } = this.#request.toolbox;
        const shown = {};
        const sensitiveOutputs = [];
        for (const output of outputs) {
            const hidden = output.sensitive || redactor.contains(JSON.stringify(output.value));
            if (hidden)
                sensitiveOutputs.push((0,recorded_outputs/* outputKey */.zi)(output));
            else
                shown[(0,recorded_outputs/* outputKey */.zi)(output)] = output.value;
        }
        return { outputs: shown, ...(sensitiveOutputs.length > 0 ? { sensitiveOutputs } : {}) };
    }
}

;// CONCATENATED MODULE: ./src/engine/execute/hold-ups.ts

const blocking = new Set([
    "failed",
    "rolled-back",
    "tainted",
    "skipped",
    "cancelled",
]);
function isBlocking(status) {
    return blocking.has(status);
}
class HoldUps {
    #plan;
    #dependants;
    #status = new Map();
    #claimed = new Map();
    #unclear = new Map();
    constructor(plan, entries) {
        this.#plan = plan;
        this.#dependants = recordedDependants(entries);
    }
    note(planned, status) {
        this.#status.set(planned.name, status);
        if (blocking.has(status) && isUnclear(planned))
            this.#unclear.set(kindOf(planned), planned.name);
    }
    blocker(planned, place) {
        const goes = planned.decision.change === "delete" || planned.decision.change === "forget";
        const waited = (this.#plan.edges[place] ?? []).map((node) => this.#plan.tasks[node].name);
        const names = goes ? [...waited, ...(this.#dependants.get(planned.name) ?? [])] : waited;
        return names.find((name) => blocking.has(this.#status.get(name) ?? "planned"));
    }
    mayBe(planned) {
        if (planned.task)
            return undefined;
        return this.#claimed.get(planned.name) ?? this.#unclear.get(kindOf(planned));
    }
    taken(planned, desired) {
        const claim = this.#plan.claim(planned, desired);
        if (claim.state === "free")
            return undefined;
        if (claim.state === "taken") {
            this.#claimed.set(claim.owner, planned.name);
            const { message, suggestion } = claim.diagnostic;
            return { message, ...(suggestion === undefined ? {} : { hint: suggestion }) };
        }
        const owner = claim.owners.find((name) => this.#status.get(name) !== "done");
        if (owner === undefined)
            return undefined;
        return { message: `"${owner}" has not left its place yet`, hint: "Run the same command again: then it has." };
    }
}
function isUnclear({ task, entry, desired, processor }) {
    if (!task || entry)
        return false;
    return !desired || (desired.unknowns.size > 0 && (0,identity/* knownIdentity */.qR)(processor, desired) === undefined);
}
function kindOf({ apiVersion, kind }) {
    return `${apiVersion} ${kind}`;
}
function recordedDependants(entries) {
    const dependants = new Map();
    for (const [name, { dependencies }] of entries) {
        for (const dependency of dependencies) {
            const list = dependants.get(dependency);
            if (list)
                list.push(name);
            else
                dependants.set(dependency, [name]);
        }
    }
    return dependants;
}

var gate_words = __webpack_require__(14897);
;// CONCATENATED MODULE: ./src/engine/execute/pass-gate.ts






async function passGate(planned, executing) {
    const { plan } = executing.request;
    const report = { ...(0,plan_model/* plannedReport */.tv)(planned), change: "noop", fields: [] };
    started(planned, "noop", executing);
    const work = { planned, desired: planned.desired, performed: undefined };
    try {
        await resolveVariables(work, executing).around?.(stepOf(planned, plan), async () => {
            await wait(work, executing);
            return { status: "done", change: "noop", outputs: {}, error: null };
        });
        return { ...report, status: "done", reason: gate_words/* gateHolds */.sX, drift: "in-sync", gate: "holds" };
    }
    catch (error) {
        if (error instanceof retry_call/* Cancelled */.cJ)
            return { ...report, status: "cancelled", error: { message: "the run was cancelled" } };
        return { ...report, status: "failed", reason: (0,gate_words/* notHolding */.fF)(), gate: "does-not-hold", error: (0,retry_call/* taskError */.iX)(error) };
    }
}
async function wait({ planned, desired }, { request }) {
    const services = { ...request.toolbox, context: request.plan.context, made: () => { } };
    const { value } = desired;
    const processor = planned.processor;
    const calls = new Calls(planned, services, (outputs) => outputs);
    await calls.attempt({ known: undefined }, (io) => processor.create(value, io));
}

var mutexes = __webpack_require__(78466);
var timing = __webpack_require__(40432);
;// CONCATENATED MODULE: ./src/engine/execute/plan-mutexes.ts


function planMutexes(taskOf, { clock, emit }) {
    const told = new Map();
    const namesOf = (node) => {
        const task = taskOf(node);
        return task ? (0,mutexes/* bothMutexes */.$)(task.lifecycle, task.entry?.lifecycle) : [];
    };
    return new mutexes/* Mutexes */.g(namesOf, {
        waitedFor: (name, holder, waiting) => {
            if (told.has(name))
                return;
            const end = new AbortController();
            told.set(name, end);
            const tell = () => {
                const others = waiting() === 1 ? "1 task waits" : `${waiting()} tasks wait`;
                emit({ type: "progress", text: `${others} for "${taskOf(holder)?.name}", which has the mutex ${name}` });
            };
            clock.sleep(timing/* mutexToldMs */.dq, end.signal).then(tell, () => { });
        },
        freed: (name) => {
            told.get(name)?.abort("free");
            told.delete(name);
        },
    });
}

;// CONCATENATED MODULE: ./src/engine/execute/execute.ts














async function executePlan(request) {
    const executor = new Executor(request);
    return executor.run();
}
class Executor {
    #request;
    #executing;
    #reports = [];
    #startedAt;
    #stopped = false;
    #done = 0;
    constructor(request) {
        const { plan, recorder, toolbox } = request;
        this.#request = request;
        this.#executing = {
            request,
            holdUps: new HoldUps(plan, (0,entries/* renamedEntries */.fw)(recorder.tasks, plan.renames)),
            outputs: new GivenOutputs(request),
            recording: new Recording(recorder, toolbox.redactor),
        };
        this.#startedAt = toolbox.clock.now();
    }
    async run() {
        const { plan, policy, toolbox } = this.#request;
        const effective = plan.tasks.filter((planned) => planned.status === "planned" && (0,intent/* hasEffect */.u)(planned));
        const intents = effective.map((planned) => (0,intent/* intent */.t)(planned, toolbox.sealed));
        await this.#executing.recording.begin(intents);
        if (this.#executing.recording.failure === overtaken/* overtaken */.K)
            return { reports: [], failure: overtaken/* overtaken */.K };
        const barrier = plan.orphansFrom;
        const shift = (node) => (node >= barrier ? node + 1 : node);
        const edges = [
            ...plan.edges.slice(0, barrier),
            Array.from({ length: barrier }, (_, node) => node),
            ...plan.edges.slice(barrier).map((before) => [barrier, ...before.map(shift)]),
        ];
        const at = (node) => (node > barrier ? node - 1 : node);
        const mutexes = planMutexes((node) => (node === barrier ? undefined : plan.tasks[at(node)]), toolbox);
        await (0,schedule/* runScheduled */.h)(edges, { limit: policy.parallelism, mutexes }, async (node) => {
            if (node === barrier)
                return;
            await this.#task(plan.tasks[at(node)], at(node));
        });
        return { reports: this.#reports, failure: this.#executing.recording.failure };
    }
    async #task(planned, place) {
        const { plan, policy, toolbox } = this.#request;
        const { clock, emit } = toolbox;
        const began = clock.now();
        const report = await this.#process(planned, place);
        const finished = { ...report, durationMs: Math.round(clock.now() - began) };
        this.#reports[place] = finished;
        this.#executing.holdUps.note(planned, finished.status);
        if (policy.failFast && isBlocking(finished.status) && finished.status !== "skipped")
            this.#stopped = true;
        this.#done++;
        const elapsedMs = clock.now() - this.#startedAt;
        emit({
            type: "task-finished",
            context: plan.context,
            report: finished,
            done: this.#done,
            total: plan.tasks.length,
            elapsedMs,
        });
    }
    async #process(planned, place) {
        if (planned.status === "failed")
            return (0,plan_model/* plannedReport */.tv)(planned);
        const { change } = planned.decision;
        const { holdUps } = this.#executing;
        const blocker = holdUps.blocker(planned, place);
        if (planned.status === "skipped" || blocker !== undefined) {
            return {
                ...(0,plan_model/* plannedReport */.tv)(planned, "skipped"),
                reason: blocker === undefined ? planned.decision.reason : `"${blocker}" did not succeed`,
            };
        }
        const claimant = change === "delete" ? holdUps.mayBe(planned) : undefined;
        if (claimant !== undefined)
            return {
                ...(0,plan_model/* plannedReport */.tv)(planned, "skipped"),
                reason: `its resource may be that of "${claimant}", which did not succeed`,
            };
        const gate = (0,is_gate/* isGate */.c)(planned);
        if (change === "none")
            return (0,plan_model/* plannedReport */.tv)(planned, "observed");
        if (change === "noop" && !gate)
            return this.#unchanged(planned);
        const held = this.#heldUp();
        if (held)
            return { ...(0,plan_model/* plannedReport */.tv)(planned, held.status), reason: held.reason };
        if (!gate)
            return changeTask(planned, this.#executing);
        const before = change === "noop" ? undefined : await changeTask(planned, this.#executing);
        if (before && before.status !== "done")
            return before;
        const passed = await passGate(planned, this.#executing);
        return before && passed.status === "done" ? before : passed;
    }
    #heldUp() {
        if (this.#request.toolbox.signal.aborted)
            return { status: "cancelled", reason: "the run was cancelled before it started" };
        if (this.#executing.recording.failure)
            return { status: "skipped", reason: "state could not be written" };
        return this.#stopped ? { status: "skipped", reason: "another task failed (fail-fast)" } : undefined;
    }
    async #unchanged(planned) {
        const { toolbox } = this.#request;
        const { outputs, recording } = this.#executing;
        const stopped = toolbox.signal.aborted || recording.failure !== undefined;
        const entry = (stopped ? undefined : await (0,refresh/* refreshedEntry */.D)(planned, planned.desired, toolbox).catch(ifCancelled)) ??
            (planned.entry === this.#request.recorder.tasks.get(planned.name) ? undefined : planned.entry);
        if (entry && !toolbox.signal.aborted && !recording.failure) {
            await recording.record(planned, { entry, undoable: false, change: "noop" });
        }
        return { ...(0,plan_model/* plannedReport */.tv)(planned, "done"), ...outputs.shownOf(planned) };
    }
}
function ifCancelled(error) {
    if (!(error instanceof retry_call/* Cancelled */.cJ))
        throw error;
}

var labels = __webpack_require__(12188);
var task_names = __webpack_require__(16591);
var what_stays = __webpack_require__(68906);
;// CONCATENATED MODULE: ./src/app/context/plan/execute-plan.ts






const failedStatuses = new Set(["failed", "rolled-back", "tainted"]);
async function executeContextPlan(plan, work) {
    const { frame, prepared, session, references, policy, toolbox } = work;
    const { settings, extensions, signal, command } = frame.services;
    const undoBefore = session.contents.undo;
    const again = await policiesAgain(plan, work);
    const { reports, failure: storeFailure } = await executePlan({
        plan,
        prepared,
        scope: frame.scope,
        recorder: session,
        references,
        hooks: extensions.hooks.filter((hook) => hook.around),
        policy,
        ...(again?.ask && { agreeAgain: again.ask }),
        toolbox,
    });
    if (storeFailure === overtaken/* overtaken */.K)
        return storeFailure;
    const bad = reports.filter((report) => failedStatuses.has(report.status));
    const skipped = reports.filter((report) => report.status === "skipped").length;
    frame.draft.add({ tasks: reports, counts: { ...plan.counts, failed: bad.length, skipped } });
    if (command.does === "delete")
        frame.draft.add({ deletes: { others: (0,what_stays/* othersRecorded */.M)(plan, work).length } });
    if (command.does === "rollback")
        session.contents.keepUndo(leftToUndo(settings.to, undoBefore, reports));
    if (storeFailure)
        return storeFailure;
    const agreed = settings.requireReviewedPlan || settings.planDigest !== undefined;
    if (bad.length === 0 && skipped === 0 && !signal.aborted && session.contents.review && agreed)
        session.contents.keepReview(undefined);
    if (signal.aborted)
        return (0,diagnostic/* failure */.V2)("cancelled", "the run was cancelled; what was done is recorded, and the next run settles what was under way");
    if (again && again.refusals.length > 0)
        return forbiddenNow(again.refusals, bad);
    if (bad.length === 0)
        return undefined;
    return command.does === "delete" ? (0,diagnostic/* failure */.V2)("task-failed", (0,labels/* deletedWords */.$)(reports)) : (0,task_names/* tasksFailed */.o)(bad, "failed");
}
async function policiesAgain(plan, { frame }) {
    if (!frame.services.extensions.hooks.some(({ review }) => review))
        return undefined;
    const { PoliciesAgain } = await __webpack_require__.e(/* import() */ 1865).then(__webpack_require__.bind(__webpack_require__, 71865));
    return new PoliciesAgain(plan, frame);
}
function forbiddenNow(refusals, bad) {
    const told = (task) => refusals.some(({ message }) => task.error?.message.includes(message));
    const others = bad.filter((task) => !told(task));
    const [first] = refusals;
    const message = `${first?.message ?? ""}${others.length > 0 ? `; besides, ${(0,task_names/* tasksFailed */.o)(others, "failed").message}` : ""}`;
    return (0,diagnostic/* failure */.V2)("policy", message, refusals);
}
function leftToUndo(to, undo, reports) {
    if (to !== undefined)
        return [];
    const done = new Set(reports.filter(({ status }) => status === "done").map(({ name }) => name));
    return undo.filter(({ task }) => !done.has(task));
}


/***/ }),

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
