export const id = 1200;
export const ids = [1200];
export const modules = {

/***/ 96183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ failureReasons)
/* harmony export */ });
const failureReasons = [
    "invalid-input",
    "invalid-manifest",
    "no-context",
    "untrusted",
    "state-unavailable",
    "state-locked",
    "state-conflict",
    "plan-changed",
    "plan-not-reviewed",
    "guarded",
    "task-failed",
    "drift-detected",
    "changes-pending",
    "superseded",
    "policy",
    "not-reported",
    "cancelled",
    "internal",
];


/***/ }),

/***/ 81200:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  loadProcessors: () => (/* binding */ loadProcessors)
});


var diagnostic = __webpack_require__(9246);
var retry_call = __webpack_require__(78878);
var failure_reasons = __webpack_require__(96183);
var json = __webpack_require__(81567);
var storable = __webpack_require__(18479);
var thrown_error = __webpack_require__(91403);
;// CONCATENATED MODULE: ./src/processors/module/module-answers.ts





const answerChecks = {
    differs: (given) => data(given, "a list of {path, before, after}", isFields),
    replaceOn: (given) => optional(given, texts),
    recordOnly: (given) => optional(given, texts),
    writeOnly: (given) => optional(given, texts),
    excludes: (given) => optional(given, texts),
    writes: (given) => optional(given, texts),
    identity: (given) => optional(given, identity),
    likeness: (given) => optional(given, object),
    effects: (given) => optional(given, object),
    upgrade: object,
    asFound: (given) => (0,diagnostic.ok)(checked(object, given)),
    replaces: (given) => (0,diagnostic.ok)(Boolean(given)),
    has: (given) => (0,diagnostic.ok)(Boolean(given)),
    deletes: (given) => (0,diagnostic.ok)(Boolean(given)),
    removes: (given) => (isNothing(given) ? (0,diagnostic.ok)({ count: 0, of: 0 }) : data(given, "{count, of}", isRemoval)),
    accept: (given) => isNothing(given) ? (0,diagnostic.ok)([]) : data(given, "a list of {path, value} and {path, why, hint}", isAcceptables),
    normalize: object,
    addressFields: (given) => optional(given, texts),
    warnings: (given) => (isNothing(given) ? (0,diagnostic.ok)([]) : problemList(given)),
    validate: (given) => (isNothing(given) ? (0,diagnostic.ok)([]) : problemList(given)),
};
function checked(check, given) {
    const found = check(given);
    return found.ok ? found.value : undefined;
}
function optional(given, check) {
    return isNothing(given) ? (0,diagnostic.ok)(undefined) : check(given);
}
function isNothing(given) {
    return given === undefined || given === null;
}
function problemList(given) {
    return Array.isArray(given) ? (0,diagnostic.ok)(problemsOf(given)) : (0,diagnostic/* err */._q)("something else than a list of problems");
}
function data(given, form, is) {
    const kept = (0,storable/* storable */.hN)(given);
    if (!kept.ok)
        return (0,diagnostic/* err */._q)(notKept(kept.error));
    return is(kept.value) ? (0,diagnostic.ok)(kept.value) : (0,diagnostic/* err */._q)(`something else than ${form}`);
}
function notKept({ pointer, what }) {
    const place = pointer.length > 60 ? `${pointer.slice(0, 60)}\u2026` : pointer;
    return `what can't be kept: ${place === "" ? "it" : place} ${what}`;
}
function object(given) {
    return data(given, "an object", json/* isObject */.Gv);
}
function texts(given) {
    const isTexts = (value) => Array.isArray(value) && value.every((member) => typeof member === "string");
    return data(given, "a list of texts", isTexts);
}
function identity(given) {
    const isName = (value) => typeof value === "string" || typeof value === "number";
    const name = data(given, "a text", isName);
    return name.ok ? (0,diagnostic.ok)(String(name.value)) : name;
}
function isFields(value) {
    return Array.isArray(value) && value.every((field) => (0,json/* isObject */.Gv)(field) && typeof field.path === "string");
}
function isRemoval(value) {
    return (0,json/* isObject */.Gv)(value) && [value.count, value.of].every((one) => Number.isSafeInteger(one) && Number(one) >= 0);
}
function isAcceptables(value) {
    return (Array.isArray(value) &&
        value.every((one) => (0,json/* isObject */.Gv)(one) &&
            typeof one.path === "string" &&
            one.copy === undefined &&
            (one.why === undefined ? one.value !== undefined && one.path.startsWith("/") : typeof one.why === "string") &&
            (one.hint === undefined || typeof one.hint === "string")));
}
function checkExpanded(given) {
    const wrong = (message) => (0,diagnostic/* err */._q)([{ code: "bad-processor", message: `\`expand\` gave ${message}`, pointer: "" }]);
    const answer = loose(given);
    if (answer?.ok === false && Array.isArray(answer.error))
        return (0,diagnostic/* err */._q)(problemsOf(answer.error));
    const value = answer?.ok === true ? loose(answer.value) : undefined;
    if (!value)
        return wrong("neither {ok: true, value: {spec}} nor {ok: false, error: [problems]}");
    const spec = object(value.spec);
    if (!spec.ok)
        return wrong(`as \`spec\` ${spec.error}`);
    const origins = Object.entries(loose(value.origins) ?? {}).flatMap(([pointer, origin]) => {
        const { file, text } = loose(origin) ?? {};
        return typeof file === "string" && typeof text === "string" ? [[pointer, { file, text }]] : [];
    });
    return (0,diagnostic.ok)({ spec: spec.value, ...(origins.length > 0 ? { origins: Object.fromEntries(origins) } : {}) });
}
function problemsOf(given) {
    return given.map((one) => {
        const problem = loose(one);
        if (!problem)
            return { code: "bad-spec", message: textOf(one), pointer: "" };
        const { code, message, pointer, offset, suggestion, atKey } = problem;
        return {
            code: codeOf(code),
            message: textOf(message),
            pointer: typeof pointer === "string" ? pointer : "",
            ...(typeof offset === "number" && Number.isSafeInteger(offset) && offset >= 0 ? { offset } : {}),
            ...(suggestion === undefined ? {} : { suggestion: textOf(suggestion) }),
            ...(atKey === true ? { atKey } : {}),
        };
    });
}
function codeOf(code) {
    const own = typeof code === "string" && /^[a-z]+(?:-[a-z]+)*$/.test(code) && !reservedCodes.has(code);
    return own ? code : "bad-spec";
}
const reservedCodes = new Set([
    ...failure_reasons/* failureReasons */.O,
    "bad-module",
    "bad-processor",
    "hook-failed",
    "kind-not-closed",
    "resource-needs-seal",
]);
function cleanObservation(observation) {
    if (observation.state === "unobservable")
        return { state: "unobservable", why: textOf(observation.why) };
    if (observation.state !== "failed")
        return observation;
    const { message, hint, detail } = observation.error;
    const error = {
        message: textOf(message),
        ...(typeof hint === "string" ? { hint: textOf(hint) } : {}),
        ...(typeof detail === "string" ? { detail: textOf(detail) } : {}),
    };
    return { state: "failed", error };
}
function textOf(given) {
    if (given === undefined)
        return "(nothing was said)";
    if (typeof given === "string")
        return given.toWellFormed();
    const text = typeof given === "object" && given !== null ? (0,thrown_error/* readThrown */.nc)(given).message : undefined;
    return (text ?? (typeof given === "function" ? "(a function)" : String(given))).toWellFormed();
}
function loose(value) {
    return isThing(value) ? value : undefined;
}
function isThing(value) {
    return typeof value === "object" && value !== null;
}

var recorded_outputs = __webpack_require__(92661);
var module_failure = __webpack_require__(61947);
var size_limits = __webpack_require__(44608);
var task_failure = __webpack_require__(23283);
var references = __webpack_require__(5375);
var output_file = __webpack_require__(23418);
;// CONCATENATED MODULE: ./src/processors/module/module-outcomes.ts







const observationMembers = {
    present: ["state", "facts", "outputs", "resource"],
    absent: ["state", "why"],
    unobservable: ["state", "why"],
    failed: ["state", "error"],
};
function keepable(outputs) {
    return areOutputs(outputs) ? (0,storable/* storableOutcome */.l)({ outputs }).outcome.outputs : [];
}
function checkObservation(name, observation) {
    const found = isThing(observation) ? observation : {};
    if (found.state === "present")
        refuseNames(name, "observe", found.outputs);
    const whole = (found.state === "absent" && isText(found.why)) ||
        (found.state === "present" && (0,json/* isObject */.Gv)(found.facts) && areOutputs(found.outputs ?? []) && isText(found.resource)) ||
        (found.state === "unobservable" && typeof found.why === "string") ||
        (found.state === "failed" && isThing(found.error) && typeof found.error.message === "string");
    if (whole) {
        refuseUnknown(name, "observe", found, observationMembers[String(found.state)] ?? []);
        refuseUnknownOutputs(name, "observe", found.outputs);
        return cleanObservation(observation);
    }
    throw new task_failure/* TaskFailure */.E(`${name}: \`observe\` gave no observation`, {
        hint: 'It returns {state: "present", facts: {\u2026}, outputs: [\u2026]} (`outputs` may be left out), {state: "absent"}, {state: "unobservable", why: "\u2026"} or {state: "failed", error: {message: "\u2026"}}.',
    });
}
function checkOutcome(name, method, outcome) {
    if (outcome === undefined || outcome === null)
        return { outputs: [] };
    if (isThing(outcome)) {
        const { outputs = [], observed, warnings, resource } = outcome;
        refuseNames(name, method, outputs);
        const whole = areOutputs(outputs) &&
            (observed === undefined || (0,json/* isObject */.Gv)(observed)) &&
            (warnings === undefined ||
                (Array.isArray(warnings) && warnings.every((warning) => typeof warning === "string"))) &&
            isText(resource);
        if (whole) {
            refuseUnknown(name, method, outcome, ["outputs", "observed", "warnings", "resource"]);
            refuseUnknownOutputs(name, method, outputs);
            return { ...outcome, outputs };
        }
    }
    throw new task_failure/* TaskFailure */.E(`${name}: \`${method}\` gave no outcome`, {
        hint: 'It returns {outputs: [{name: "KEY", value: \u2026}], observed: {\u2026}}, either may be left out.',
    });
}
function refuseNames(name, method, outputs) {
    const names = Array.isArray(outputs) ? outputs.map((output) => (isThing(output) ? output.name : undefined)) : [];
    if (names.includes(output_file/* refusedName */.yy)) {
        throw new task_failure/* TaskFailure */.E(`${name}: \`${method}\` gave an output with the name "${output_file/* refusedName */.yy}"`, {
            hint: "Choose another name: no output can have this one.",
        });
    }
    if (names.some((one) => typeof one === "string" && one.length > size_limits/* outputNameLength */.dV)) {
        throw new task_failure/* TaskFailure */.E(`${name}: \`${method}\` gave an output whose name ${output_file/* tooLongName */.Q3}`, {
            hint: "Choose a shorter name, and put what it says into the value.",
        });
    }
}
function areOutputs(outputs) {
    return Array.isArray(outputs) && outputs.every((output) => isThing(output) && isOutputName(output.name));
}
function isText(value) {
    return value === undefined || (typeof value === "string" && value.isWellFormed());
}
function refuseUnknown(name, method, given, known, where = "") {
    const unknown = Object.keys(given).find((member) => given[member] !== undefined && !known.includes(member));
    if (unknown === undefined)
        return;
    const near = (0,references/* nearest */.pA)(unknown, known);
    throw new task_failure/* TaskFailure */.E(`${name}: \`${method}\` gave ${where}an unknown member "${unknown}"`, {
        hint: near ? `Did you mean "${near}"?` : `Known are ${known.join(", ")}.`,
    });
}
function refuseUnknownOutputs(name, method, outputs) {
    for (const output of outputs ?? []) {
        refuseUnknown(name, method, output, ["name", "value", "sensitive", "command", "context"]);
        const { sensitive, command, context } = output;
        const wrong = (sensitive !== undefined && typeof sensitive !== "boolean") ||
            [command, context].some((binding) => binding !== undefined && !(typeof binding === "string" && binding.isWellFormed()));
        if (!wrong)
            continue;
        throw new task_failure/* TaskFailure */.E(`${name}: \`${method}\` gave the output ${String(output.name)} with a wrong binding`, {
            hint: "`sensitive` is true or false; `command` and `context` are names.",
        });
    }
}
function isOutputName(name) {
    return typeof name === "string" && name.length <= size_limits/* outputNameLength */.dV && /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name);
}

var grouped = __webpack_require__(51602);
;// CONCATENATED MODULE: ./src/processors/module/module-plan.ts









const plannedChanges = ["create", "update", "replace", "delete", "noop"];
const members = ["change", "fields", "replaceOn", "outputs", "unknowns", "warnings"];
const fieldMembers = ["path", "before", "after", "sensitive"];
const warningMembers = ["code", "message", "pointer", "offset", "suggestion", "atKey"];
const unknownTypes = ["string", "number", "boolean", "list", "object"];
function checkPlan(name, method, given) {
    try {
        return new PlanCheck(name, method).plan(isThing(given) ? given : {});
    }
    catch (error) {
        if (error instanceof task_failure/* TaskFailure */.E)
            throw error;
        throw new module_failure/* ModuleFailure */.F(`${name}: \`${method}\` gave a plan that can't be read: ${(0,thrown_error/* readThrown */.nc)(error).message}`);
    }
}
class PlanCheck {
    #name;
    #method;
    constructor(name, method) {
        this.#name = name;
        this.#method = method;
    }
    plan(given) {
        const { change } = given;
        if (typeof change !== "string" || !plannedChanges.includes(change)) {
            throw this.#gave(`no plan; its \`change\` is one of ${plannedChanges.join(", ")}`);
        }
        refuseUnknown(this.#name, this.#method, given, members);
        return {
            change: change,
            fields: this.#fields(given.fields ?? []),
            replaceOn: this.#pointers(given.replaceOn ?? []),
            outputs: this.#outputs(given.outputs ?? []),
            unknowns: this.#unknowns(given.unknowns ?? {}),
            warnings: this.#warnings(given.warnings ?? []),
        };
    }
    #fields(given) {
        const form = "a list of {path, before, after}";
        const fields = this.#list("fields", given, form);
        for (const [index, field] of fields.entries()) {
            if (!(0,json/* isObject */.Gv)(field) || typeof field.path !== "string")
                throw this.#gaveAs("fields", `something else than ${form}`);
            this.#known("fields", `/${index}`, field, fieldMembers);
            this.#pointer("fields", `/${index}/path`, field.path);
            if (field.sensitive !== undefined && typeof field.sensitive !== "boolean")
                throw this.#gaveAs("fields", `/${index}/sensitive, which is neither true nor false`);
        }
        return fields;
    }
    #pointers(given) {
        const pointers = this.#list("replaceOn", given, "a list of texts");
        return pointers.map((pointer, index) => this.#pointer("replaceOn", `/${index}`, pointer));
    }
    #outputs(given) {
        if (!Array.isArray(given) || !given.every((output) => isThing(output) && typeof output.name === "string"))
            throw this.#gaveAs("outputs", "something else than a list of {name, value}");
        this.#bounded("outputs", given.length);
        const { outputs } = checkOutcome(this.#name, this.#method, { outputs: given });
        return outputs.map((output, index) => {
            const value = (0,storable/* storable */.hN)(output.value);
            if (value.ok)
                return { ...output, value: value.value };
            const { pointer, what } = value.error;
            throw this.#gaveAs("outputs", notKept({ pointer: `/${index}/value${pointer}`, what }));
        });
    }
    #unknowns(given) {
        const unknowns = this.#data("unknowns", given);
        if (!(0,json/* isObject */.Gv)(unknowns))
            throw this.#gaveAs("unknowns", "something else than an object");
        this.#bounded("unknowns", Object.keys(unknowns).length);
        for (const [pointer, unknown] of Object.entries(unknowns)) {
            this.#pointer("unknowns", "", pointer);
            const shown = JSON.stringify(shortened(pointer));
            if (!(0,json/* isObject */.Gv)(unknown))
                throw this.#gaveAs("unknowns", `for ${shown} something else than an object`);
            this.#known("unknowns", pointer, unknown, ["type"]);
            if (unknown.type !== undefined && !unknownTypes.includes(unknown.type))
                throw this.#gaveAs("unknowns", `for ${shown} a \`type\` that is none of ${unknownTypes.join(", ")}`);
        }
        return unknowns;
    }
    #warnings(given) {
        const form = "a list of problems";
        const warnings = this.#list("warnings", given, form);
        for (const [index, warning] of warnings.entries()) {
            if (typeof warning === "string")
                continue;
            if (!(0,json/* isObject */.Gv)(warning) || typeof warning.message !== "string")
                throw this.#gaveAs("warnings", `something else than ${form}: each is a text, or has a \`message\``);
            this.#known("warnings", `/${index}`, warning, warningMembers);
            if (warning.pointer !== undefined)
                this.#pointer("warnings", `/${index}/pointer`, warning.pointer);
        }
        return problemsOf(warnings);
    }
    #list(member, given, form) {
        if (Array.isArray(given))
            this.#bounded(member, given.length);
        const list = this.#data(member, given);
        if (!Array.isArray(list))
            throw this.#gaveAs(member, `something else than ${form}`);
        return list;
    }
    #data(member, given) {
        const kept = (0,storable/* storable */.hN)(given);
        if (!kept.ok)
            throw this.#gaveAs(member, notKept(kept.error));
        return kept.value;
    }
    #bounded(member, size) {
        if (size <= size_limits/* plannedEntries */.NR)
            return;
        const [is, most] = [size, size_limits/* plannedEntries */.NR].map(grouped/* grouped */.z);
        throw this.#gaveAs(member, `${is} entries; ${most} are the most`);
    }
    #pointer(member, place, given) {
        if (typeof given === "string" && isPointer(given))
            return given;
        const shown = typeof given === "string" ? JSON.stringify(shortened(given)) : "something";
        const at = place === "" ? "" : `${place}: `;
        throw this.#gaveAs(member, `${at}${shown} that is no pointer`, 'A pointer is like "/owner/name".');
    }
    #known(member, pointer, given, known) {
        refuseUnknown(this.#name, this.#method, given, known, `in \`${member}\` at ${shortened(pointer)} `);
    }
    #gaveAs(member, what, hint) {
        return this.#gave(`as \`${member}\` ${what}`, hint);
    }
    #gave(what, hint) {
        const more = hint === undefined ? {} : { hint };
        return new module_failure/* ModuleFailure */.F(`${this.#name}: \`${this.#method}\` gave ${what}`, more);
    }
}
function isPointer(text) {
    if (text === "")
        return true;
    return text.startsWith("/") && !/~(?![01])/.test(text) && text.split("/").length <= size_limits/* depthLimit */.zR;
}
function shortened(text) {
    return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}\u2026` : text;
}

;// CONCATENATED MODULE: ./src/processors/module/module-shape.ts


const groups = {
    fields: {
        names: ["names", "specFields"],
        verbatim: ["names", "verbatimFields"],
        files: ["names", "fileFields"],
        expand: ["function", "expand"],
        normalize: "function",
        warnings: "function",
    },
    compare: {
        differs: ["function", "differs"],
        factFields: ["names", "factFields"],
        replaceOn: ["function", "replaceOn"],
        replaces: ["function", "replaces"],
        recordOnly: ["function", "recordOnly"],
        effects: ["function", "effects"],
        writeOnly: "function",
        deletes: "function",
        removes: "function",
        accept: "function",
    },
    known: {
        identity: ["function", "identity"],
        likeness: ["function", "likeness"],
        excludes: ["function", "excludes"],
        addressFields: ["names or function", "addressFields"],
        outputNames: ["names", "outputNames"],
        sensitiveOutputs: ["names", "sensitiveOutputs"],
        predict: ["function", "predict"],
        resource: "true",
    },
    workspace: { reads: "reads", writes: ["function", "writes"], owns: "owns" },
    undo: {
        rollback: ["function", "rollback"],
        has: ["function", "hasRollback"],
        asFound: ["function", "asFound"],
    },
    supports: { commands: ["names", "commands"], contexts: ["names", "contexts"] },
};
const module_shape_grouped = Object.entries(groups).flatMap(([group, members]) => Object.entries(members).map(([name, said]) => {
    const [form, former] = typeof said === "string" ? [said] : said;
    return { group, name, form, ...(former === undefined ? {} : { former }) };
}));
const newOnes = ["validate", "plan", "open", "gate"];
const single = ["parse", "upgrade", ...newOnes].map((name) => ({
    group: undefined,
    name,
    form: name === "gate" ? "true" : "function",
}));
const required = ["observe", "create", "update", "delete"];
const topLevel = [
    "apiVersion",
    "kind",
    "version",
    ...required,
    ...single.map(({ name }) => name),
    ...Object.keys(groups),
];
function givenMembers(kind) {
    const own = kind;
    return [...single, ...module_shape_grouped].flatMap(({ group, name, former }) => {
        const holder = group === undefined ? own : isGrouped(own) ? own[group] : own;
        const key = group !== undefined && !isGrouped(own) ? former : name;
        if (key === undefined || !isThing(holder) || holder[key] === undefined)
            return [];
        const written = group !== undefined && isGrouped(own) ? `${group}.${name}` : key;
        return [{ group, name, written, value: holder[key], holder }];
    });
}
function isGrouped(own) {
    return (newOnes.some((name) => own[name] !== undefined) ||
        Object.keys(groups).some((name) => own[name] !== undefined && typeof own[name] !== "function"));
}
function shapeProblems(where, kind) {
    if (typeof kind === "function")
        return [`${where} is a function; export the processor itself`];
    if (!isThing(kind))
        return [`${where} is ${kind === null ? "null" : `a ${typeof kind}`}, not a processor`];
    const problems = [...requiredProblems(where, kind)];
    const misplaced = isGrouped(kind) ? misplacedMembers(where, kind) : unheardMembers(where, kind);
    for (const { written, value, group, name } of givenMembers(kind)) {
        const form = [...single, ...module_shape_grouped].find((one) => one.group === group && one.name === name)?.form;
        const wrong = form && formProblem(form, value);
        if (wrong)
            problems.push(`${where}: \`${written}\` ${wrong}`);
    }
    return [...problems, ...misplaced];
}
function requiredProblems(where, kind) {
    const problems = [];
    if (typeof kind.apiVersion !== "string" || kind.apiVersion === "") {
        problems.push(`${where} has no \`apiVersion\`; give it one of your own, like "example.com/v1"`);
    }
    if (typeof kind.kind !== "string" || !/^[A-Za-z][A-Za-z0-9_]*$/.test(kind.kind)) {
        problems.push(`${where} has no \`kind\` of letters, digits and "_" with a letter first, like "Bucket"`);
    }
    if (kind.version !== undefined && typeof kind.version !== "string") {
        problems.push(`${where}: \`version\` is not a text`);
    }
    for (const name of required) {
        if (kind[name] === undefined)
            problems.push(`${where} has no \`${name}\``);
        else if (typeof kind[name] !== "function")
            problems.push(`${where}: \`${name}\` is not a function`);
    }
    return problems;
}
function formProblem(form, value) {
    switch (form) {
        case "function":
            return typeof value === "function" ? undefined : "is not a function";
        case "true":
            return value === true ? undefined : "is not `true`";
        case "names":
            return areNames(value) ? undefined : "is not a list of names";
        case "names or function":
            return areNames(value) || typeof value === "function" ? undefined : "is not a list of names";
        case "reads":
            return isThing(value) && typeof value.from === "string" && typeof value.into === "string"
                ? undefined
                : "is not {from, into}, the names of two fields";
        case "owns":
            return isThing(value) && areNames(value.fields) && typeof value.of === "function"
                ? undefined
                : "is not {fields, of}, a list of names and a function";
    }
}
function areNames(value) {
    return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}
function misplacedMembers(where, kind) {
    const problems = [];
    for (const { group, name, former } of module_shape_grouped) {
        for (const written of new Set([former ?? name, name])) {
            if (kind[written] === undefined)
                continue;
            if (written !== former && !ownNames(kind).includes(written))
                continue;
            problems.push(`${where}: \`${written}\` belongs to a group: write \`${group}: {${name}}\``);
        }
    }
    for (const [group, members] of Object.entries(groups)) {
        const given = kind[group];
        if (given === undefined)
            continue;
        if (typeof given === "function" && !ownNames(kind).includes(group))
            continue;
        if (isThing(given))
            problems.push(...unknownInGroup(where, group, given));
        else
            problems.push(`${where}: \`${group}\` is a group: write \`${group}: {${Object.keys(members).join(", ")}}\``);
    }
    const belonging = new Set(module_shape_grouped.flatMap(({ name, former }) => [name, ...(former === undefined ? [] : [former])]));
    for (const name of ownNames(kind)) {
        if (topLevel.includes(name) || belonging.has(name))
            continue;
        problems.push(`${where}: nothing knows the member \`${name}\`; ${advice(name, topLevel)}`);
    }
    return problems;
}
const longEnough = 6;
function unheardMembers(where, kind) {
    const homes = new Map(module_shape_grouped.flatMap((member) => [member.former ?? member.name, member.name].map((one) => [one, member])));
    const names = ownNames(kind).filter((name) => !topLevel.includes(name));
    if (names.some((name) => homes.get(name)?.former === name))
        return [];
    return names.flatMap((name) => {
        const near = name.length < longEnough ? undefined : (0,references/* nearest */.pA)(name, homes.keys());
        const home = homes.get(name) ?? homes.get(near ?? "");
        if (home === undefined || formProblem(home.form, kind[name]) !== undefined)
            return [];
        return [`${where}: nothing calls \`${name}\` there; write \`${home.group}: {${home.name}}\``];
    });
}
function unknownInGroup(where, group, given) {
    const known = Object.keys(groups[group] ?? {});
    return ownNames(given)
        .filter((name) => !known.includes(name))
        .map((name) => {
        const home = module_shape_grouped.find((one) => one.former === name || one.name === name);
        const say = home ? `write \`${home.group}: {${home.name}}\`` : advice(name, known);
        return `${where}: \`${group}\` has no member \`${name}\`; ${say}`;
    });
}
function advice(name, known) {
    const near = (0,references/* nearest */.pA)(name, known);
    return near ? `did you mean \`${near}\`?` : `known are ${known.join(", ")}`;
}
function ownNames(value) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
        return [];
    return Object.keys(value).filter((name) => value[name] !== undefined);
}

;// CONCATENATED MODULE: ./src/processors/module/module-guard.ts
var _a;









function guard(module, own, caller) {
    return new Guard(module, own, caller).processor();
}
class Guard {
    #module;
    #own;
    #caller;
    #name;
    static #opened = new WeakMap();
    static #opens = new WeakMap();
    constructor(module, own, caller) {
        this.#module = module;
        this.#own = own;
        this.#caller = caller;
        this.#name = `${module}: ${own.kind}`;
    }
    processor() {
        const own = this.#own;
        const members = {};
        const groups = {};
        for (const member of givenMembers(own)) {
            if (member.group === undefined)
                members[member.name] = this.#guarded(member);
            else
                groups[member.group] = { ...groups[member.group], [member.name]: this.#guarded(member) };
        }
        return {
            parse: (spec) => (0,diagnostic.ok)(spec),
            ...groups,
            ...members,
            apiVersion: own.apiVersion,
            kind: own.kind,
            module: this.#module,
            ...(own.version === undefined ? {} : { version: own.version }),
            observe: async (spec, io) => checkObservation(this.#name, await this.#later("observe", () => own.observe(copied(spec), this.#seen(io)))),
            create: (spec, io) => this.#making("create", io, async (checked) => own.create(copied(spec), checked)),
            update: (before, after, io) => this.#making("update", io, async (checked) => own.update(copied(before), copied(after), checked)),
            delete: async (before, io) => void (await this.#later("delete", () => own.delete(copied(before), this.#seen(io)))),
        };
    }
    #guarded({ name, written, value, holder }) {
        if (typeof value !== "function")
            return name === "owns" ? this.#owned(written, value) : value;
        const method = (...given) => value.apply(holder, given);
        switch (name) {
            case "parse":
                return (spec) => this.#parsed(spec, method);
            case "expand":
                return (spec) => this.#expanded(written, spec, method);
            case "predict":
                return (spec, io) => keepable(this.#now(written, () => method(copied(spec), io)));
            case "rollback":
                return (change, before, attempted, io) => this.#undone(written, () => method(change, copied(before), copied(attempted), this.#seen(io)));
            case "validate":
                return (spec, io) => this.#asked(written, name, () => method(copied(spec), this.#seen(io)));
            case "plan":
                return (wanted, io) => this.#planned(written, () => method(copied(wanted), this.#seen(io)));
            case "open":
                return this.#sharedOpen(written, value);
            default:
                return (...given) => this.#answered(written, name, () => method(...given.map(copied)));
        }
    }
    #owned(written, owns) {
        const of = owns.of;
        return {
            ...owns,
            of: (...given) => this.#answered(`${written}.of`, "writes", () => of.apply(owns, given.map(copied))) ?? [],
        };
    }
    #later(method, work) {
        return this.#caller.later(this.#call(method), work);
    }
    #now(method, work) {
        try {
            return this.#caller.now(this.#call(method), work);
        }
        catch (error) {
            throw this.#broken(method, error);
        }
    }
    #call(method) {
        return { who: `the kind ${this.#own.kind} of module ${this.#module}`, doing: `its \`${method}\`` };
    }
    #broken(method, thrown) {
        const { message, hint, detail } = (0,retry_call/* taskError */.iX)(thrown);
        return new module_failure/* ModuleFailure */.F(`${this.#name}: \`${method}\` threw: ${message}`, {
            ...(hint === undefined ? {} : { hint }),
            ...(detail === undefined ? {} : { detail }),
        });
    }
    #answered(method, name, work) {
        const given = this.#now(method, () => {
            if (name !== "asFound")
                return work();
            try {
                return work();
            }
            catch {
                return undefined;
            }
        });
        return this.#checked(method, name, given);
    }
    async #asked(method, name, work) {
        return this.#checked(method, name, await this.#later(method, work));
    }
    #checked(method, name, given) {
        const checked = answerChecks[name]?.(given) ?? (0,diagnostic.ok)(given);
        if (checked.ok)
            return checked.value;
        throw new module_failure/* ModuleFailure */.F(`${this.#name}: \`${method}\` gave ${checked.error}`);
    }
    #parsed(spec, parse) {
        return checkParsed(this.#name, spec, () => this.#caller.now(this.#call("parse"), () => parse(copied(spec))));
    }
    #expanded(method, spec, expand) {
        return this.#later(method, async () => checkExpanded(await expand(copied(spec)))).catch((error) => {
            throw this.#broken(method, error);
        });
    }
    async #making(method, io, operation) {
        const told = new Map();
        const given = await this.#later(method, () => operation(this.#seen(io, told)));
        const outcome = checkOutcome(this.#name, method, given);
        for (const output of outcome.outputs)
            told.set((0,recorded_outputs/* outputKey */.zi)(output), output);
        return { ...outcome, outputs: [...told.values()] };
    }
    async #undone(method, work) {
        const outcome = await this.#later(method, work);
        return outcome === undefined || outcome === null ? undefined : checkOutcome(this.#name, method, outcome);
    }
    async #planned(method, work) {
        return checkPlan(this.#name, method, await this.#later(method, work));
    }
    #sharedOpen(written, open) {
        const known = _a.#opens.get(open) ?? new Map();
        const opens = known.get(this.#module) ?? ((access) => this.#opening(written, () => open.call(this.#own, access)));
        _a.#opens.set(open, known.set(this.#module, opens));
        return opens;
    }
    async #opening(method, work) {
        const given = await this.#later(method, work);
        const close = isThing(given) ? given.close : undefined;
        if (typeof close !== "function") {
            throw new module_failure/* ModuleFailure */.F(`${this.#name}: \`${method}\` gave nothing with a \`close\``, {
                hint: "It returns an object with a function `close`, which ends what was started.",
            });
        }
        const opened = { close: async () => void (await this.#later("close", () => close.call(given))) };
        _a.#opened.set(opened, given);
        return opened;
    }
    #seen(io, told) {
        const opened = io.opened && _a.#opened.get(io.opened);
        return {
            ...io,
            ...(opened === undefined ? {} : { opened }),
            get recorded() {
                return copied(io.recorded);
            },
            ...(told ? { made: this.#made(io, told) } : {}),
        };
    }
    #made(io, told) {
        return (observed, outputs, resource) => {
            const made = checkOutcome(this.#name, "io.made", { observed, outputs: outputs ?? [], resource });
            for (const output of made.outputs)
                told.set((0,recorded_outputs/* outputKey */.zi)(output), output);
            io.made(made.observed, made.outputs, made.resource);
        };
    }
}
_a = Guard;
function copied(given) {
    return isThing(given) ? structuredClone(given) : given;
}
function checkParsed(name, spec, parse) {
    const wrong = (message) => (0,diagnostic/* err */._q)([{ code: "bad-processor", message: `${name}: ${message}`, pointer: "" }]);
    let parsed;
    try {
        parsed = parse();
    }
    catch (error) {
        const { message, detail } = (0,retry_call/* taskError */.iX)(error);
        return wrong(`\`parse\` threw: ${message}${detail === undefined ? "" : `\n${detail}`}`);
    }
    if (isThing(parsed) && parsed.ok === true)
        return (0,diagnostic.ok)((0,json/* isObject */.Gv)(parsed.value) ? parsed.value : spec);
    if (!isThing(parsed) || parsed.ok !== false || !Array.isArray(parsed.error)) {
        return wrong("`parse` gave neither {ok: true, value: spec} nor {ok: false, error: [problems]}");
    }
    return (0,diagnostic/* err */._q)(problemsOf(parsed.error));
}

;// CONCATENATED MODULE: ./src/processors/module/modules.ts





async function loadProcessors(path, importModule, caller) {
    let module;
    try {
        module = (await importModule(path));
    }
    catch (error) {
        const { message, detail } = (0,retry_call/* taskError */.iX)(error);
        return (0,diagnostic/* err */._q)([`${path}: can't be imported: ${message}${detail === undefined ? "" : `\n${detail}`}`]);
    }
    return checkModule(path, module, caller);
}
function checkModule(path, module, caller) {
    const exported = module.default;
    if (exported === undefined) {
        return (0,diagnostic/* err */._q)([`${path}: there is no default export; export a processor, or a list of processors, as default`]);
    }
    const within = isThing(exported) && "processors" in exported ? exported.processors : exported;
    const one = !Array.isArray(within) && within === exported;
    const candidates = Array.isArray(within) ? within : [within];
    if (candidates.length === 0)
        return (0,diagnostic/* err */._q)([`${path}: default export is an empty list`]);
    const problems = [];
    const processors = [];
    candidates.forEach((candidate, index) => {
        const where = `${path}: ${one ? "default export" : `processor ${index + 1} of default export`}`;
        const found = shapeProblems(where, candidate);
        if (found.length > 0)
            problems.push(...found);
        else
            processors.push(guard(path, candidate, caller));
    });
    return problems.length > 0 ? (0,diagnostic/* err */._q)(problems) : (0,diagnostic.ok)(processors);
}


/***/ })

};
