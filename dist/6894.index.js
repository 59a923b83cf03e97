export const id = 6894;
export const ids = [6894];
export const modules = {

/***/ 66894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  loadHooks: () => (/* binding */ loadHooks)
});

var diagnostic = __webpack_require__(9246);
var retry_call = __webpack_require__(78878);
var references = __webpack_require__(5375);
var module_paths = __webpack_require__(33549);
var json = __webpack_require__(81567);
var storable = __webpack_require__(18479);
var size_limits = __webpack_require__(44608);
var task_failure = __webpack_require__(23283);
var shorten = __webpack_require__(23445);
var thrown_error = __webpack_require__(91403);
;// CONCATENATED MODULE: ./src/app/extensions/policy-answer.ts







const members = ["message", "task", "pointer", "severity", "hint"];
const policy_answer_form = 'It returns a list of problems: [] for none, else texts or {message, task, pointer, severity, hint}, of which only `message` must be there. `severity` is "error" or "warning".';
function checkProblems(who, given) {
    const wrong = (what) => new task_failure/* TaskFailure */.E(`${who}: \`review\` gave ${what}`, { hint: policy_answer_form });
    if (!Array.isArray(given))
        throw wrong(given === undefined ? "nothing" : "something else than a list of problems");
    const told = readable(given.length > size_limits/* policyProblems */.NP ? given.slice(0, size_limits/* policyProblems */.NP) : given, wrong);
    const problems = told.map((problem) => checkProblem(problem, wrong));
    const more = given.length - problems.length;
    if (more === 0)
        return problems;
    return [...problems, { severity: "error", message: `there are ${more} more problems` }];
}
function readable(given, wrong) {
    try {
        const kept = (0,storable/* storable */.hN)(given);
        if (!kept.ok)
            throw wrong(`what can't be read: ${kept.error.pointer} ${kept.error.what}`);
        return kept.value;
    }
    catch (error) {
        if (error instanceof task_failure/* TaskFailure */.E)
            throw error;
        throw wrong(`what can't be read: ${(0,thrown_error/* readThrown */.nc)(error).message}`);
    }
}
function checkProblem(given, wrong) {
    const { message, severity = "error", ...rest } = typeof given === "string" ? { message: given } : knownMembers(given, wrong);
    if (typeof message !== "string" || message.trim() === "")
        throw wrong("a problem without a `message`");
    if (severity !== "error" && severity !== "warning")
        throw wrong(`a problem whose \`severity\` is neither "error" nor "warning"`);
    const texts = ["task", "pointer", "hint"].flatMap((name) => {
        const text = rest[name];
        if (text === undefined)
            return [];
        if (typeof text !== "string")
            throw wrong(`a problem whose \`${name}\` is no text`);
        return [[name, text]];
    });
    return { message: (0,shorten/* shortened */.v)(message, size_limits/* policyMessageLength */.EG), severity, ...Object.fromEntries(texts) };
}
function knownMembers(given, wrong) {
    if (!(0,json/* isObject */.Gv)(given))
        throw wrong("a problem that is neither a text nor an object");
    const unknown = Object.keys(given).find((name) => !members.includes(name));
    if (unknown === undefined)
        return given;
    const near = (0,references/* nearest */.pA)(unknown, members);
    throw wrong(`a problem with an unknown member "${unknown}"${near ? `; did you mean "${near}"?` : ""}`);
}

;// CONCATENATED MODULE: ./src/app/extensions/load-hooks.ts





async function loadHooks(request, warn = () => false) {
    const { manifest, trust } = request.loaded;
    const { project } = manifest;
    const hooks = [];
    const diagnostics = [];
    for (const [index, use] of (project?.hooks ?? []).entries()) {
        if (!project || !(0,module_paths/* isModule */.FS)(use) || !trust.trusted)
            continue;
        const made = await loadHook(use, request);
        const pointer = `/spec/hooks/${index}/use`;
        if (made.ok) {
            hooks.push({ ...made.value, location: project.locate(pointer) });
            continue;
        }
        const problem = (0,module_paths/* moduleProblem */.Ip)(project, pointer, made.error);
        if (!warn(use, problem))
            diagnostics.push(problem);
    }
    return diagnostics.length === 0 ? (0,diagnostic.ok)(hooks) : (0,diagnostic/* err */._q)(diagnostics);
}
async function loadHook(use, request) {
    const paths = (0,module_paths/* modulePaths */.nu)(use.use, request.loaded.workspace);
    if (!paths.ok)
        return paths;
    let exported;
    let beside;
    try {
        const module = await (0,module_paths/* importModule */.WE)(paths.value[0] ?? use.use, request.capabilities, request.modules);
        beside = calledNames(module);
        exported = await exportOf(module, use, request);
    }
    catch (error) {
        const { message, detail } = (0,retry_call/* taskError */.iX)(error);
        return (0,diagnostic/* err */._q)(`${use.use}: can't be loaded: ${message}${detail === undefined ? "" : `\n${detail}`}`);
    }
    if (typeof exported !== "object" || exported === null)
        return (0,diagnostic/* err */._q)(`${use.use}: the default export must be a hook, or a function that makes one from its options${besideWords(beside)}`);
    const hook = exported;
    const odd = load_hooks_members.filter((name) => hook[name] !== undefined && typeof hook[name] !== "function");
    if (odd.length > 0)
        return (0,diagnostic/* err */._q)(`${use.use}: \`${odd.join("`, `")}\` must be a function`);
    if (!hook.around && !hook.on && !hook.finish && !hook.review)
        return (0,diagnostic/* err */._q)(`${use.use}: the hook has none of \`around\`, \`on\`, \`finish\` and \`review\`${besideWords(beside)}`);
    const stray = beside.filter((name) => hook[name] === undefined);
    if (stray.length > 0)
        return (0,diagnostic/* err */._q)(`${use.use}: its default export is a hook${besideWords(stray)}`);
    const misspelt = hook.review ? undefined : almostReview(hook);
    if (misspelt !== undefined)
        return (0,diagnostic/* err */._q)(`${use.use}: the hook has \`${misspelt}\`, which nothing calls; did you mean \`review\`?`);
    return (0,diagnostic.ok)(guardedHook(hook, use, request.modules));
}
const load_hooks_members = ["around", "on", "finish", "review"];
function calledNames(module) {
    return Object.keys(module).filter((name) => typeof module[name] === "function" &&
        (load_hooks_members.some((member) => member === name) || isAlmostReview(name)));
}
function besideWords(names) {
    if (names.length === 0)
        return "";
    const listed = names.map((name) => `\`${name}\``).join(", ");
    return `, and ${listed} ${names.length === 1 ? "is" : "are"} exported beside it, where nothing calls ${names.length === 1 ? "it" : "them"}: make one object of it all, as \`export default { review(plan) { \u2026 } }\``;
}
function almostReview(hook) {
    for (let one = hook; one && one !== Object.prototype; one = Object.getPrototypeOf(one))
        for (const name of Object.getOwnPropertyNames(one))
            if (isAlmostReview(name))
                return name;
    return undefined;
}
function isAlmostReview(name) {
    return name !== "preview" && name !== "review" && (0,references/* nearest */.pA)(name, ["review"], 1) !== undefined;
}
async function exportOf(module, use, { modules }) {
    const make = module.default;
    if (typeof make !== "function")
        return make;
    const call = { who: `the hook of module ${use.use}`, doing: "the function that makes it" };
    return modules.later(call, () => make(use.with));
}
function guardedHook(hook, use, modules) {
    const name = typeof hook.name === "string" ? hook.name : use.use;
    const who = name === use.use ? `the hook ${name}` : `the hook "${name}" of module ${use.use}`;
    const call = (method) => ({ who, doing: `its \`${method}\`` });
    const { around, on, finish, review } = hook;
    return {
        name,
        ...(use.on ? { commands: use.on } : {}),
        ...(around
            ? {
                around: (step, next) => modules.later(call("around"), () => around.call(hook, step, (given) => modules.ours(() => next(given)))),
            }
            : {}),
        ...(review
            ? {
                review: async (plan, signal) => checkProblems(who, await modules.later(call("review"), () => review.call(hook, structuredClone(plan), signal))),
            }
            : {}),
        ...(on ? { on: (event) => modules.now(call("on"), () => on.call(hook, structuredClone(event))) } : {}),
        ...(finish
            ? {
                finish: async (report, signal) => modules.later(call("finish"), () => finish.call(hook, structuredClone(report), signal)),
            }
            : {}),
    };
}


/***/ })

};
