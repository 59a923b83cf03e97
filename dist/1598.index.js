export const id = 1598;
export const ids = [1598,1702,6906];
export const modules = {

/***/ 17716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ compareContexts)
});

var diagnostic = __webpack_require__(9246);
var labels = __webpack_require__(12188);
var clock = __webpack_require__(31902);
var plan_digester = __webpack_require__(78337);
var place_files = __webpack_require__(34761);
var invalid_manifest = __webpack_require__(74188);
var resolve_command = __webpack_require__(12463);
var store_deadline = __webpack_require__(94750);
var ephemeral_files = __webpack_require__(73528);
var run_context = __webpack_require__(57812);
var load_kinds = __webpack_require__(7751);
var value_inputs = __webpack_require__(77708);
var preview_signature = __webpack_require__(13748);
var run_info = __webpack_require__(44067);
var task_failure = __webpack_require__(23283);
;// CONCATENATED MODULE: ./src/app/compare/only-comparing.ts

const refuse = async () => {
    throw new task_failure/* TaskFailure */.E("specs are only compared here, so nothing is run", { untouched: true });
};
function onlyComparing(capabilities) {
    return {
        ...capabilities,
        runScript: refuse,
        startProcess: refuse,
        limit: (processor) => unasked(capabilities.limit(processor)),
        http: undefined,
        mayRequest: false,
        planSigningKey: undefined,
    };
}
function unasked({ validate: _validate, plan: _plan, open: _open, ...processor }) {
    return { ...processor, observe: async () => ({ state: "unobservable", why: "not looked at" }) };
}

;// CONCATENATED MODULE: ./src/app/compare/compare-contexts.ts















async function compareContexts(request) {
    const services = await comparingServices(request);
    if (!services.ok)
        return services;
    const comparisons = [];
    for (const choice of request.choices)
        comparisons.push(compared(await (0,run_context/* runContext */.p)(services.value, choice)));
    return (0,diagnostic.ok)(comparisons);
}
function compared({ report, failure, entries, leftToStore }) {
    const { name: context, counts } = report;
    const judged = (verdict, words) => ({ context, verdict, words, report });
    if ((0,labels/* hasChanges */.ik)(counts))
        return judged("changed", (0,labels/* planWords */.DO)(counts));
    if (failure)
        return judged("unknown", failure.message);
    if (entries === undefined)
        return judged("unknown", "its state can't be opened in an untrusted run");
    if (counts.failed + counts.skipped + counts.unknown > 0)
        return judged("unknown", (0,labels/* planWords */.DO)(counts));
    return leftToStore === undefined ? judged("unchanged", "unchanged") : judged("changed", leftToStore);
}
async function comparingServices(request) {
    const { loaded, commands, frame, stores } = request;
    const { host, sources } = frame;
    const { manifest } = loaded;
    const settings = { ...request.settings, refresh: "none", expectNoChanges: false, failOnDrift: false };
    const command = (0,resolve_command/* resolveCommand */.O)("plan", settings.planCommand, manifest.project?.commands ?? {}, commands);
    if (!command.ok)
        return command;
    const given = (0,value_inputs/* givenValues */.y)(settings, loaded, sources, frame.reporter.diagnose);
    if (!given.ok)
        return given;
    const capabilities = onlyComparing(request.capabilities);
    const extensions = await comparingExtensions(loaded, capabilities, host);
    if (!extensions.ok)
        return extensions;
    const { environment } = capabilities;
    return (0,diagnostic.ok)({
        ...runTools(frame),
        settings,
        command: command.value,
        loaded,
        environment,
        given: given.value,
        extensions: extensions.value,
        http: undefined,
        reviews: unreviewed,
        run: (0,run_info/* runInfo */.Q)(host),
        version: host.version,
        ephemeralFiles: new ephemeral_files/* EphemeralFiles */.X(environment, loaded),
        sealing: stores.sealing,
        openStore: (context, name) => stores.open(request, context, name),
        keepRecovery: (_context, _text, failed) => failed,
    });
}
async function comparingExtensions(loaded, capabilities, { version, modules }) {
    const kinds = await (0,load_kinds/* loadKinds */.u)({ loaded, capabilities, version, modules });
    if (!kinds.ok)
        return (0,diagnostic/* err */._q)((0,invalid_manifest/* invalidManifest */.p)(kinds.error));
    return (0,diagnostic.ok)({
        processors: kinds.value,
        configurations: (0,load_kinds/* kindConfigurations */.o)(loaded),
        startProcess: capabilities.startProcess,
        placeFiles: (0,place_files/* placeFiles */.h)(capabilities.files),
        kindsChanged: false,
        hooks: [],
    });
}
function runTools({ host, reporter, secrets }) {
    const { redactor, signal, urgent } = host;
    return {
        clock: clock/* systemClock */.m,
        redactor,
        signal,
        urgent,
        giveUp: (0,store_deadline/* storeDeadline */.W)(signal, urgent),
        emit: (event) => (event.type === "progress" ? reporter.emit(event) : undefined),
        conceal: (text, what) => secrets.add(text, what),
    };
}
const unreviewed = {
    digest: (0,plan_digester/* planDigester */.H)(undefined),
    previewSignature: (0,preview_signature/* openPreviewSignature */.$)(undefined, "", plan_digester/* planDigester */.H),
    previews: {
        find: async () => {
            throw new Error("what is only compared asks for no preview");
        },
    },
    pullRequest: undefined,
};


/***/ }),

/***/ 55533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ ComparedStores),
/* harmony export */   gM: () => (/* binding */ placeOfState),
/* harmony export */   r4: () => (/* binding */ placeKey)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9246);
/* harmony import */ var _node_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31902);
/* harmony import */ var _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92583);
/* harmony import */ var _state_state_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27222);
/* harmony import */ var _state_stores_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4456);





class ComparedStores {
    #options;
    #stores = new Map();
    constructor(options) {
        this.#options = options;
    }
    get sealing() {
        return this.#options.sealing;
    }
    async open(owner, context, name) {
        const { host, groups } = this.#options;
        const { manifest, project } = owner.loaded;
        const place = await placeOfState(owner, host);
        if (!place.ok)
            return place;
        const key = placeKey(place.value);
        const stores = this.#stores.get(key) ?? this.#make(place.value, owner);
        this.#stores.set(key, stores);
        const store = await stores.open(context, name ?? project);
        const said = manifest.project?.state ?? {};
        const postStepRecord = { groups, handover: host.handover, place: place.value, said };
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ store, postStepRecord, elsewhere: undefined });
    }
    async dispose() {
        for (const stores of this.#stores.values())
            await stores.dispose();
    }
    #make(place, { settings, loaded, capabilities }) {
        const { host, sealing, onProgress } = this.#options;
        const { environment, terminal, version } = host;
        return new _state_stores_js__WEBPACK_IMPORTED_MODULE_3__/* .Stores */ .FH({
            place,
            project: loaded.project,
            environment,
            terminal,
            stateFiles: capabilities.stateFiles,
            version,
            token: settings.token,
            oneLook: true,
            initialize: settings.initialize,
            clock: _node_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m,
            sealing,
            redact: (text) => host.redactor.text(text),
            onProgress,
        });
    }
}
function placeOfState({ settings, loaded }, host) {
    return (0,_state_state_location_js__WEBPACK_IMPORTED_MODULE_2__/* .stateLocation */ .vJ)(settings, loaded.manifest.project, host, loaded.workingDirectory, _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .checkout */ .P);
}
function placeKey({ backend, key }) {
    return JSON.stringify([backend.name, key]);
}


/***/ }),

/***/ 81702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openComparedStores),
/* harmony export */   V: () => (/* binding */ tellComparison),
/* harmony export */   listChanged: () => (/* binding */ listChanged)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9246);
/* harmony import */ var _context_report_draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75319);
/* harmony import */ var _state_open_seal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2631);
/* harmony import */ var _compare_contexts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17716);
/* harmony import */ var _compared_stores_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55533);





async function listChanged(request, commands, frame) {
    const { settings, loaded, capabilities } = request;
    const { host, known } = frame;
    const stores = await openComparedStores(settings, capabilities, frame);
    if (!stores.ok)
        return stores.error;
    try {
        const compared = await (0,_compare_contexts_js__WEBPACK_IMPORTED_MODULE_1__/* .compareContexts */ .w)({ ...request, commands, stores: stores.value, frame });
        if (!compared.ok)
            return compared.error;
        if (host.signal.aborted)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)("cancelled", "the run was cancelled");
        for (const one of compared.value) {
            tellComparison(one, one.context, loaded, frame);
            if (one.verdict === "unchanged")
                continue;
            const { name, counts, state } = one.report;
            known.outcomes.push({ report: { ...(0,_context_report_draft_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyReport */ ._)(name), counts, state }, failure: null, entries: undefined });
        }
        return undefined;
    }
    finally {
        await stores.value.dispose();
    }
}
async function openComparedStores({ initialize }, { encryptionKey }, { host, groups, reporter }) {
    const sealing = await (0,_state_open_seal_js__WEBPACK_IMPORTED_MODULE_0__/* .openSealing */ .wj)({ encryptionKey, initialize }, host, reporter.diagnose);
    if (!sealing.ok)
        return sealing;
    const onProgress = (text) => reporter.emit({ type: "progress", text });
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(new _compared_stores_js__WEBPACK_IMPORTED_MODULE_2__/* .ComparedStores */ .UU({ host, groups, sealing: sealing.value, onProgress }));
}
function tellComparison({ verdict, words }, name, { trust }, { reporter }) {
    reporter.emit({ type: "compared", name, verdict, words });
    if (verdict !== "unknown")
        return;
    const message = `${name} is listed, as it can't be told whether it differs from what is recorded: ${words}`;
    reporter.diagnose({ severity: trust.trusted ? "warning" : "notice", code: "not-compared", message });
}


/***/ }),

/***/ 71598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  listProjects: () => (/* binding */ listProjects)
});

var by_context = __webpack_require__(55730);
var diagnostics_diagnostic = __webpack_require__(9246);
var grouped = __webpack_require__(51602);
var outputs = __webpack_require__(46906);
var labels = __webpack_require__(12188);
var compared_stores = __webpack_require__(55533);
var list_changed = __webpack_require__(81702);
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var workspace_workspace = __webpack_require__(83826);
var input_problem = __webpack_require__(48518);
var workspace_root = __webpack_require__(79606);
;// CONCATENATED MODULE: ./src/app/projects/found-projects.ts






const standardManifest = "opus.yaml";
const everywhere = ["**/opus.yaml", "!**/node_modules/**"];
function foundProjects({ manifest, workingDirectory }, host) {
    const from = (0,external_node_path_.resolve)(host.directory, workingDirectory);
    if (!(0,external_node_fs_.existsSync)(from))
        return (0,diagnostics_diagnostic/* err */._q)((0,input_problem/* inputProblem */.o)(`the working directory ${workingDirectory} does not exist`));
    const workspace = (0,workspace_workspace/* openWorkspace */.O)((0,workspace_root/* workspaceRoot */.o)(host, from), from);
    if (!workspace.ok)
        return (0,diagnostics_diagnostic/* err */._q)((0,input_problem/* inputProblem */.o)(workspace.error));
    const given = manifest.join() !== standardManifest;
    const globs = given ? manifest : everywhere;
    const paths = workspace.value.glob(globs);
    if (!paths.ok)
        return (0,diagnostics_diagnostic/* err */._q)((0,input_problem/* inputProblem */.o)(paths.error));
    if (paths.value.length > 0)
        return (0,diagnostics_diagnostic.ok)(paths.value.map((path) => projectAt(workingDirectory, path)));
    const where = workingDirectory === "." ? "" : ` below ${workingDirectory}`;
    const message = `no file${where} matches ${globs.filter((glob) => !glob.startsWith("!")).join(", ")}, so there is no project`;
    return (0,diagnostics_diagnostic/* err */._q)((0,input_problem/* inputProblem */.o)(message, "Check out the repository, or name the manifests with `manifest`: `services/*/opus.yaml`."));
}
function projectAt(workingDirectory, path) {
    const folder = (0,external_node_path_.join)(workingDirectory, (0,external_node_path_.dirname)(path)).split(external_node_path_.sep).join(external_node_path_.posix.sep);
    return { manifest: (0,external_node_path_.basename)(path), workingDirectory: folder };
}

var authorize_run = __webpack_require__(74692);
var authorize_capabilities = __webpack_require__(38565);
var load_project = __webpack_require__(24996);
var hide_declared = __webpack_require__(54576);
var only_context = __webpack_require__(59336);
;// CONCATENATED MODULE: ./src/app/projects/open-project.ts







async function openProject(found, given, commands, frame) {
    const { manifest, workingDirectory } = found;
    const file = external_node_path_.posix.join(workingDirectory, manifest);
    const settings = { ...given, command: "contexts", manifest: [manifest], workingDirectory };
    const unread = { found, file, name: "", named: false, includes: [file], choices: [], nowhere: undefined };
    const loading = await (0,load_project/* load */.H)(settings, frame.host, commands.table);
    if (!loading.ok)
        return { ...unread, failed: loading.error, begun: undefined };
    const loaded = loading.value;
    const { manifest: read, project: name, workspace } = loaded;
    for (const [shown, text] of read.sources)
        frame.sources.set(shown, text);
    const capabilities = (0,authorize_capabilities/* openCapabilities */.r)(loaded, frame.host, frame.groups, settings);
    const chosen = choose(settings, capabilities, loaded, commands, frame);
    const choices = chosen.ok ? chosen.value : [];
    (0,hide_declared/* hideDeclared */.v)(loaded, capabilities, choices.map((choice) => choice.name), frame);
    const failed = chosen.ok || chosen.error.reason === "no-context" ? undefined : chosen.error;
    return {
        found,
        file,
        name,
        named: read.project !== undefined,
        includes: read.files.map((path) => workspace.display(path)),
        choices,
        failed,
        nowhere: chosen.ok || failed ? undefined : chosen.error,
        begun: { settings, loaded, capabilities },
    };
}
function choose(settings, capabilities, loaded, commands, { host }) {
    const ask = (context) => (0,authorize_run/* authorizeRun */.z)(context === undefined ? settings : { ...settings, context }, capabilities, loaded, commands);
    const authorized = ask();
    if (authorized.ok)
        return (0,diagnostics_diagnostic.ok)(authorized.value.choices);
    const isEventless = host.terminal && settings.context === undefined && !host.environment.GITHUB_EVENT_NAME;
    if (!isEventless || authorized.error.reason !== "no-context")
        return authorized;
    const choices = [];
    for (const name of (0,only_context/* namedContexts */.u)(loaded.manifest.project)) {
        const one = ask(name);
        if (!one.ok)
            return one;
        choices.push(...one.value.choices);
    }
    return choices.length > 0 ? (0,diagnostics_diagnostic.ok)(choices) : authorized;
}

var printable = __webpack_require__(4191);
var shorten = __webpack_require__(23445);
var compare_contexts = __webpack_require__(17716);
;// CONCATENATED MODULE: ./src/app/projects/project-rows.ts




const longestError = 300;
class ProjectRows {
    #options;
    #rows = [];
    #unchanged = [];
    constructor(options) {
        this.#options = options;
    }
    get listed() {
        return this.#rows;
    }
    get unchanged() {
        return this.#unchanged;
    }
    async add(project) {
        const { failed, nowhere, begun } = project;
        if (failed)
            this.#broken(project, failed);
        else if (nowhere)
            this.#nowhere(project, nowhere);
        else if (begun && this.#options.stores)
            await this.#changed(project, begun, this.#options.stores);
        else
            this.#rows.push(...project.choices.map(({ name }) => rowOf(project, name)));
    }
    #broken(project, { message }) {
        const changed = this.#options.settings.changed ? { changed: null } : {};
        this.#rows.push({ ...rowOf(project, ""), ...changed, error: (0,shorten/* shortened */.v)((0,printable/* oneLine */.TN)(message), longestError) });
    }
    #nowhere({ file, name, begun }, { message }) {
        const never = (begun?.loaded.manifest.project?.contexts ?? []).length === 0;
        this.#options.frame.reporter.diagnose({
            severity: never ? "warning" : "notice",
            code: "project-not-listed",
            message: `the project ${name} (${file}) is not listed: ${message}`,
        });
    }
    async #changed(project, begun, stores) {
        const { commands, frame } = this.#options;
        const compared = await (0,compare_contexts/* compareContexts */.w)({ ...begun, choices: project.choices, commands, stores, frame });
        if (!compared.ok) {
            const { message: words } = compared.error;
            for (const { name } of project.choices)
                this.#take(project, begun, { context: name, verdict: "unknown", words });
            return;
        }
        for (const one of compared.value)
            this.#take(project, begun, one);
    }
    #take(project, { loaded }, one) {
        (0,list_changed/* tellComparison */.V)(one, `${project.name}/${one.context}`, loaded, this.#options.frame);
        if (one.verdict === "unchanged") {
            this.#unchanged.push({ project: project.name, context: one.context });
            return;
        }
        this.#rows.push({ ...rowOf(project, one.context), changed: one.verdict === "changed" ? true : null });
    }
}
function rowOf({ found, name }, context) {
    return { project: name, context, manifest: found.manifest, "working-directory": found.workingDirectory };
}

;// CONCATENATED MODULE: ./src/app/projects/same-projects.ts


async function findSameProjects(projects, host) {
    const owners = new Map();
    for (const one of projects) {
        const place = one.begun && (await (0,compared_stores/* placeOfState */.gM)(one.begun, host));
        if (!place?.ok)
            continue;
        const key = JSON.stringify([(0,compared_stores/* placeKey */.r4)(place.value), one.name]);
        const known = owners.get(key);
        if (known)
            known.push(one);
        else
            owners.set(key, [one]);
    }
    const same = new Map();
    for (const [first, ...others] of owners.values()) {
        if (first === undefined || others.length === 0)
            continue;
        for (const one of [first, ...others])
            same.set(one, sameName(one, one === first ? others[0] : first));
    }
    return projects.map((one) => {
        const diagnostic = same.get(one);
        if (diagnostic === undefined)
            return one;
        const diagnostics = [...(one.failed?.diagnostics ?? []), diagnostic];
        return { ...one, failed: (0,diagnostics_diagnostic/* failure */.V2)("invalid-manifest", diagnostic.message, diagnostics), nowhere: undefined };
    });
}
function sameName(one, other) {
    const place = other?.begun?.loaded.manifest.project?.locate("/metadata/name");
    const location = one.begun?.loaded.manifest.project?.locate("/metadata/name");
    return {
        severity: "error",
        code: "same-project",
        message: `two projects are called "${one.name}" and keep their states in one place: ${one.file} and ${other?.file}`,
        suggestion: "Give one of them another name: else each takes what the other has recorded for its own, and deletes it. Or keep their states on different branches.",
        ...(location ? { location } : {}),
        ...(place ? { related: [{ message: "the other one", location: place }] } : {}),
    };
}

;// CONCATENATED MODULE: ./src/app/projects/list-projects.ts











const mostJobs = 256;
async function listProjects(settings, commands, frame) {
    const { host, reporter } = frame;
    const refused = wrongSettings(settings);
    if (refused)
        return refused;
    const found = foundProjects(settings, host);
    if (!found.ok)
        return found.error;
    const opened = [];
    for (const one of found.value) {
        if (host.signal.aborted)
            return (0,diagnostics_diagnostic/* failure */.V2)("cancelled", "the run was cancelled");
        opened.push(await openProject(one, settings, commands, frame));
    }
    announce(settings, opened, frame);
    const projects = await findSameProjects(withoutIncluded(opened, frame), host);
    const rows = await rowsOf(projects, { settings, commands, frame });
    if (!rows.ok)
        return rows.failed;
    if (host.signal.aborted)
        return (0,diagnostics_diagnostic/* failure */.V2)("cancelled", "the run was cancelled");
    const tooLarge = limitProblem(rows.value.listed);
    if (tooLarge)
        return tooLarge;
    const { listed, unchanged } = rows.value;
    reporter.lists(listed, settings.changed ? unchanged : undefined);
    if (settings.changed)
        reporter.previews(settings.planCommand ?? "apply");
    if (listed.length > mostJobs)
        reporter.diagnose(largeMatrix(listed.length));
    return brokenFailure(projects);
}
async function rowsOf(projects, request) {
    const { settings, frame } = request;
    const [first] = projects.flatMap(({ begun }) => begun ?? []);
    const stores = settings.changed && first ? await (0,list_changed/* openComparedStores */.O)(settings, first.capabilities, frame) : undefined;
    if (stores && !stores.ok)
        return { ok: false, failed: stores.error };
    const compared = stores?.value;
    try {
        const rows = new ProjectRows({ ...request, stores: compared instanceof compared_stores/* ComparedStores */.UU ? compared : undefined });
        for (const project of projects)
            await rows.add(project);
        return { ok: true, value: rows };
    }
    finally {
        await compared?.dispose();
    }
}
function wrongSettings({ recorded, planCommand, changed }) {
    if (recorded)
        return (0,diagnostics_diagnostic/* failure */.V2)("invalid-input", '"recorded" is for the command contexts, not for projects');
    if (planCommand !== undefined && !changed)
        return (0,diagnostics_diagnostic/* failure */.V2)("invalid-input", '"plan-command" is for projects only with "changed"');
    return undefined;
}
function announce({ command }, opened, { host, reporter }) {
    const trust = opened.flatMap(({ begun }) => begun?.loaded.trust ?? [])[0];
    const { version } = host;
    const { trusted = true, why = "nothing of the repository could be loaded" } = trust ?? {};
    reporter.emit({ type: "run-started", command, version, trusted, why });
}
function withoutIncluded(opened, { reporter }) {
    const owners = new Map();
    for (const one of opened)
        for (const file of one.includes)
            if (file !== one.file)
                owners.set(file, one);
    return opened.filter((one) => {
        const owner = one.named ? undefined : owners.get(one.file);
        if (owner === undefined)
            return true;
        const message = `${one.file} is part of the project ${owner.name}, which includes it, so it is listed as no project`;
        reporter.diagnose({ severity: "notice", code: "project-not-listed", message });
        return false;
    });
}
function largeMatrix(count) {
    const message = `${(0,grouped/* grouped */.z)(count)} jobs are listed, and GitHub makes at most ${mostJobs} of one matrix`;
    const suggestion = "List only what differs from what is recorded, with `changed: true`; or part of the manifests in each of several jobs, with `manifest`: `services/[a-m]*/opus.yaml`.";
    return { severity: "warning", code: "large-matrix", message, suggestion };
}
function limitProblem(rows) {
    if (Buffer.byteLength(JSON.stringify(rows)) <= outputs/* outputsLimitBytes */.p)
        return undefined;
    const message = `the list of ${(0,labels/* plural */.LS)(rows.length, "job")} is larger than the 512 KiB that fit into an output`;
    return (0,diagnostics_diagnostic/* explained */.to)("invalid-input", message, { suggestion: "Name part of the manifests with `manifest`." });
}
function brokenFailure(projects) {
    const broken = projects.filter(({ failed }) => failed !== undefined);
    const [first] = broken;
    if (first?.failed === undefined)
        return undefined;
    const names = broken.map(({ file }) => file).join(", ");
    const message = `${broken.length} of ${(0,labels/* plural */.LS)(projects.length, "project")} can't be used as ${broken.length === 1 ? "it is" : "they are"}: ${names}`;
    const diagnostics = broken.flatMap(({ failed, file }) => {
        if (failed === undefined)
            return [];
        if (failed.diagnostics.some(({ severity }) => severity === "error"))
            return failed.diagnostics;
        return [...failed.diagnostics, { severity: "error", code: failed.reason, message: `${file}: ${failed.message}` }];
    });
    return (0,diagnostics_diagnostic/* failure */.V2)(first.failed.reason, message, (0,by_context/* distinct */.d)(diagnostics));
}


/***/ }),

/***/ 59336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ onlyContext),
/* harmony export */   u: () => (/* binding */ namedContexts)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9246);

function onlyContext(place, name, project, tracked = []) {
    const listed = place.contexts?.(name);
    const recorded = listed !== undefined && listed.length > 0 ? listed : tracked;
    const named = namedContexts(project);
    const [first, ...others] = recorded.length > 0 ? recorded : named;
    if (first !== undefined && others.length === 0)
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__.ok)(first);
    const known = [...new Set([...recorded, ...named])].sort();
    const message = known.length === 0
        ? `it is not clear which context is meant: ${listed ? `none of "${name}" is recorded, and ` : ""}no rule names one`
        : `it is not clear which context is meant: ${known.join(", ")}`;
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .explained */ .to)("no-context", message, { suggestion: "Give `--context NAME`." }));
}
function namedContexts(project) {
    const names = (project?.contexts ?? []).flatMap((rule) => [
        ...(Array.isArray(rule.input) ? rule.input : []),
        ...(rule.context === undefined ? [] : [rule.context]),
        ...(rule.contexts ?? []),
    ]);
    return [...new Set(names.filter((name) => !name.includes("${")))].sort();
}


/***/ }),

/***/ 46906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createOutputs: () => (/* binding */ createOutputs),
/* harmony export */   p: () => (/* binding */ outputsLimitBytes)
/* harmony export */ });
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16862);
/* harmony import */ var _rendering_append_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23347);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);



const outputsLimitBytes = 512 * 1024;
function createOutputs(options) {
    const { set, warn, redact, secretsIn, heldBack, mapped } = options;
    return {
        name: "outputs",
        finish: async (report) => {
            const reportPath = options.reportPath();
            const { values, tooLarge } = renderOutputs(report, reportPath);
            const own = Object.entries(mapped?.(report) ?? {})
                .filter(([name]) => (0,_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .outputNameProblem */ .I)(name) === undefined)
                .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
            const kept = [];
            const hidden = [];
            const outputs = [];
            for (const [name, value] of [...Object.entries(values), ...own]) {
                const shown = redact(value);
                const held = secretsIn(value);
                const isKept = shown === value || staysAsItIs(name, held);
                if (shown !== value || held.length > 0)
                    (isKept ? kept : hidden).push(holding(`"${name}"`, held));
                outputs.push([name, isKept ? value : shown]);
            }
            set(outputs);
            if (!tooLarge)
                (0,_rendering_append_js__WEBPACK_IMPORTED_MODULE_2__/* .append */ .B)(hidden, heldBack().map(({ name, text }) => holding(`${name} in "outputs"`, secretsIn(text))));
            if (tooLarge)
                warn({ severity: "warning", code: "outputs-too-large", message: tooLargeMessage(reportPath) });
            if (kept.length > 0)
                warn(likeSecrets(kept));
            if (hidden.length > 0)
                warn(holdingSecrets(hidden));
        },
    };
}
function tooLargeMessage(reportPath) {
    return `The output "outputs" would be larger than 512 KiB and was left empty. Read the outputs of tasks from ${reportPath}.`;
}
const shortestInName = 8;
function staysAsItIs(output, held) {
    if (_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ownWords */ .I1.has(output))
        return true;
    return _output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .userNames */ .c8.has(output) && held.length > 0 && held.every(({ characters }) => characters < shortestInName);
}
function holding(output, held) {
    return held.length > 0 ? `${output} (${held.map(({ what }) => what).join(", ")})` : output;
}
function likeSecrets(outputs) {
    return {
        severity: "warning",
        code: "output-holds-secret",
        message: `outputs of this step read like secrets, so GitHub may drop them as outputs of a job: ${outputs.join(", ")}`,
        suggestion: "A word that stands there by chance makes a bad secret; choose a longer one.",
    };
}
function holdingSecrets(outputs) {
    return {
        severity: "warning",
        code: "output-holds-secret",
        message: `outputs of this step hold secrets, and have *** in their place: ${outputs.join(", ")}`,
        suggestion: "Hand no secret on as an output: read it where it is needed. A word that stands there by chance makes a bad secret; choose a longer one.",
    };
}
function renderOutputs(report, reportPath) {
    const { contexts } = report;
    const counts = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .sumCounts */ .W_)(contexts);
    const single = contexts.length === 1 ? contexts[0] : undefined;
    const outputs = JSON.stringify(taskOutputs(report));
    const tooLarge = Buffer.byteLength(outputs) > outputsLimitBytes;
    const values = {
        command: report.command,
        context: single?.name ?? "",
        contexts: JSON.stringify([...new Set(contexts.map(({ name }) => name))]),
        projects: report.projects === undefined ? "" : JSON.stringify(report.projects),
        changes: String((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .changesPending */ .Fm)(contexts)),
        drift: String(contexts.some(({ tasks }) => tasks.some(_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .isDrifted */ .TJ))),
        "to-create": String(counts.create),
        "to-update": String(counts.update),
        "to-replace": String(counts.replace),
        "to-delete": String(counts.delete),
        "to-adopt": String(counts.adopt),
        unchanged: String(counts.noop),
        failed: String(counts.failed),
        unknown: String(counts.unknown),
        "plan-digest": single?.planDigest ?? "",
        "state-revision": single?.state.revision ?? "",
        outputs: tooLarge ? "{}" : outputs,
        "report-path": reportPath,
        "failure-reason": report.failureReason ?? "",
    };
    return { values, tooLarge };
}
function taskOutputs({ contexts }) {
    const [only, second] = contexts;
    if (!only || second)
        return {};
    return Object.fromEntries(only.tasks.filter(({ outputs }) => Object.keys(outputs).length > 0).map(({ name, outputs }) => [name, outputs]));
}


/***/ })

};
