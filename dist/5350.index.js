export const id = 5350;
export const ids = [5350,8209,6461];
export const modules = {

/***/ 48209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forget: () => (/* binding */ forget),
/* harmony export */   g: () => (/* binding */ forgetTasks)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9246);
/* harmony import */ var _engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79712);
/* harmony import */ var _engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5375);
/* harmony import */ var _engine_references_templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93750);
/* harmony import */ var _engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41660);
/* harmony import */ var _engine_text_surface_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67943);






async function forget({ session, settings, context, notice }) {
    const dropped = await forgetTasks(session, settings.targets, context, settings.surface);
    if (!dropped.ok)
        return dropped;
    const tasks = dropped.value;
    for (const { name } of tasks)
        notice("forgotten", `dropped "${name}" from state; its resource was left as it is`);
    const order = tasks.map(({ name }) => name);
    const stranded = strandedBy(order, session.tasks);
    if (stranded !== undefined)
        notice("forgotten", stranded);
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ tasks, order, counts: { ...(0,_engine_plan_plan_model_js__WEBPACK_IMPORTED_MODULE_4__/* .emptyCounts */ .W1)(), forget: tasks.length } });
}
async function forgetTasks(session, targets, context, surface = _engine_text_surface_js__WEBPACK_IMPORTED_MODULE_2__/* .terminalSurface */ .A) {
    if (targets.length === 0) {
        const message = `the command forget needs ${surface.setting("target")}: the recorded tasks to drop from state`;
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)("invalid-input", message));
    }
    const found = new Map();
    for (const target of targets) {
        const matches = (0,_engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .globMatcher */ .fU)([target]);
        const matched = [...session.tasks].filter(([name]) => matches(name));
        if (matched.length === 0) {
            const known = [...session.tasks.keys()].slice(0, 20).join(", ") || "nothing";
            const message = `target "${target}" matches nothing that is recorded in the context "${context}" (recorded: ${known})`;
            const near = (0,_engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(target, session.tasks.keys());
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .explained */ .to)("invalid-input", message, { suggestion: near && `Did you mean "${near}"?` }));
        }
        for (const [name, entry] of matched)
            found.set(name, entry);
    }
    for (const [name, entry] of found) {
        const undo = { task: name, change: "forget", before: entry };
        const recorded = await session.record({ task: name, entry: null, undo });
        if (!recorded.ok)
            return recorded;
    }
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)([...found].map(([name, entry]) => forgotten(name, entry)));
}
function strandedBy(dropped, tasks) {
    const gone = new Set(dropped);
    const uses = (entry) => {
        for (const { reference } of (0,_engine_references_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .references */ .Ft)(entry.spec))
            if (reference.source === "VAR" && gone.has(reference.name.split(":")[0] ?? ""))
                return true;
        return false;
    };
    const names = [...tasks].filter(([, entry]) => uses(entry)).map(([name]) => `"${name}"`);
    if (names.length === 0)
        return undefined;
    return `recorded with a sensitive output of what was dropped: ${names.join(", ")}; without it they may not be deleted or rolled back. \`rollback\` takes it into state again`;
}
function forgotten(name, { apiVersion, kind, outputs: _ }) {
    return {
        name,
        apiVersion,
        kind,
        change: "forget",
        reason: "forgotten on command",
        status: "done",
        drift: "untracked",
        fields: [],
        durationMs: 0,
        outputs: {},
        error: null,
        location: null,
        dependencies: [],
    };
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

/***/ 28681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ writes),
/* harmony export */   PA: () => (/* binding */ prepareLook),
/* harmony export */   fN: () => (/* binding */ prepareCommand)
/* harmony export */ });
/* harmony import */ var _action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);
/* harmony import */ var _cli_state_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23914);
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9246);
/* harmony import */ var _node_processes_process_groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71640);
/* harmony import */ var _authorize_capabilities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38565);
/* harmony import */ var _authorize_invalid_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74188);
/* harmony import */ var _load_load_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24996);
/* harmony import */ var _secrets_declared_secrets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(65255);
/* harmony import */ var _state_open_seal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2631);
/* harmony import */ var _state_state_location_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27222);










async function prepareCommand(request, host, sources) {
    const prepared = await prepareLook(request.raw, host, sources);
    if (!prepared.ok || !writes(request) || prepared.value.loaded.trust.trusted)
        return prepared;
    const { why } = prepared.value.loaded.trust;
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._q)((0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_7__/* .failure */ .V2)("untrusted", `the command state ${request.subcommand} would act, and this run may not: ${why}`));
}
async function prepareLook(raw, host, sources) {
    const { redactor } = host;
    for (const [secret] of (0,_state_open_seal_js__WEBPACK_IMPORTED_MODULE_5__/* .secretSettings */ .wL)((0,_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readSureSettings */ .H5)(raw)))
        redactor.add(secret);
    const read = (0,_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readSettings */ .sb)(raw, { terminal: true, backends: (0,_state_state_location_js__WEBPACK_IMPORTED_MODULE_6__/* .backendNames */ .bz)(host) });
    if (!read.ok)
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._q)((0,_authorize_invalid_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .inputFailure */ .v)(read.error));
    const settings = read.value;
    const loading = await (0,_load_load_project_js__WEBPACK_IMPORTED_MODULE_4__/* .load */ .H)(settings, host);
    if (!loading.ok)
        return loading;
    const loaded = loading.value;
    for (const [shown, text] of loaded.manifest.sources)
        sources.set(shown, text);
    const capabilities = (0,_authorize_capabilities_js__WEBPACK_IMPORTED_MODULE_3__/* .openCapabilities */ .r)(loaded, host, new _node_processes_process_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .ProcessGroups */ .IQ(), settings);
    const open = (0,_secrets_declared_secrets_js__WEBPACK_IMPORTED_MODULE_9__/* .openNames */ .Lg)(loaded, settings.context === undefined ? [] : [settings.context]);
    for (const { value } of (0,_secrets_declared_secrets_js__WEBPACK_IMPORTED_MODULE_9__/* .declaredSecrets */ .uk)(loaded, capabilities.environment))
        redactor.add(value, open);
    return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_7__.ok)({ settings, loaded, capabilities });
}
function writes({ subcommand }) {
    return _cli_state_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .stateCommands */ .EX[subcommand].writes === true;
}


/***/ }),

/***/ 15350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runState: () => (/* binding */ runState)
});

var code_frame = __webpack_require__(96420);
var diagnostic = __webpack_require__(9246);
var redact_report = __webpack_require__(93646);
var printable = __webpack_require__(4191);
var context_rules = __webpack_require__(66776);
var clock = __webpack_require__(31902);
var moved_state = __webpack_require__(41117);
var project_lookup = __webpack_require__(89961);
var former_state = __webpack_require__(95184);
var state_elsewhere = __webpack_require__(13581);
var forget = __webpack_require__(48209);
var entries = __webpack_require__(74143);
var references = __webpack_require__(5375);
;// CONCATENATED MODULE: ./src/app/state-cli/move-task.ts



const taskName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
async function moveTask(session, from, to, { context, command }) {
    const refusal = whyNot(session, from, to, { context, command });
    if (refusal)
        return (0,diagnostic/* err */._q)(refusal);
    const entry = session.tasks.get(from);
    const newNames = new Map([[from, to]]);
    const dependants = [...session.tasks].filter(([name, before]) => name !== from && (0,entries/* withNewNames */.n4)(before, newNames) !== before);
    const steps = [
        { task: from, entry, undo: { task: from, change: "forget", before: entry } },
        { task: to, formerName: from, entry, undo: { task: to, change: "adopt", before: null } },
        ...dependants.map(([task, before]) => {
            return { task, entry: (0,entries/* withNewNames */.n4)(before, newNames), undo: { task, change: "update", before } };
        }),
    ];
    for (const step of steps) {
        const recorded = await session.record(step);
        if (!recorded.ok)
            return recorded;
    }
    return (0,diagnostic.ok)(dependants.map(([name]) => name));
}
function whyNot({ contents: { tasks, pending } }, from, to, { context, command }) {
    const isPending = (name) => pending.some(({ intent }) => intent.task === name);
    if (isPending(from) || isPending(to)) {
        const name = isPending(from) ? from : to;
        return wrong(`"${name}" is pending: a run ended in the middle of it, or is going on`, `Let \`${command("apply")}\` settle it first.`);
    }
    if (!tasks.has(from)) {
        const near = (0,references/* nearest */.pA)(from, [...tasks.keys()]);
        const known = [...tasks.keys()].slice(0, 20).join(", ") || "nothing";
        return wrong(`"${from}" is not recorded in the context "${context}" (recorded: ${known})`, near ? `Did you mean "${near}"?` : undefined);
    }
    if (!taskName.test(to))
        return wrong(`"${to}" is not a name of a task: letters, digits, ".", "_" and "-", beginning with a letter or digit`);
    if (tasks.has(to))
        return wrong(`"${to}" is recorded already`, `To drop that one: \`${command("state", "rm", to)}\`.`);
    return undefined;
}
function wrong(message, suggestion) {
    return (0,diagnostic/* explained */.to)("invalid-input", message, { suggestion });
}

var external_node_crypto_ = __webpack_require__(77598);
var overtaken = __webpack_require__(32218);
var session_session = __webpack_require__(79681);
var open_session = __webpack_require__(86147);
var open_seal = __webpack_require__(2631);
var with_lock = __webpack_require__(1449);
;// CONCATENATED MODULE: ./src/app/state-cli/state-command-env.ts







async function underLock(commandEnv, work) {
    const { store, signal } = commandEnv;
    if (!store.lock)
        return work();
    const { holder, options } = asking(commandEnv);
    const lock = await store.lock(holder, options, signal);
    if (lock.state !== "locked")
        return { ok: false, error: lock.failure };
    try {
        return await work();
    }
    finally {
        const released = await lock.release();
        if (!released.ok)
            warn(commandEnv, "lock-not-released", released.error.message);
    }
}
function asking(commandEnv) {
    const { settings, project, context, clock, run, emit } = commandEnv;
    return {
        holder: { id: (0,external_node_crypto_.randomUUID)(), command: called(commandEnv), project, context, since: clock.timestamp(), run },
        options: {
            timeoutMs: settings.lockTimeoutMs,
            onWait: (holder, waitedMs) => emit({ type: "lock-waiting", holder, waitedMs }),
            onBroken: (holder, why) => emit({ type: "lock-broken", holder, why }),
            onUnsure: (holder, why) => emit({ type: "lock-unsure", holder, why }),
        },
    };
}
async function takeOverLock({ store, signal, line }, id) {
    const released = await store.unlock?.(id, signal);
    if (!released?.ok)
        return;
    const { command, since, run } = released.value;
    const whose = run.url === "" ? `\`${command}\` since ${since}` : `\`${command}\` since ${since}, run ${run.url}`;
    line(`Released the lock ${id}, which the run that wrote this file had left (${whose}).`);
}
async function changeState(commandEnv, work) {
    return ((await changeAtOnce(commandEnv, work)) ??
        underLock(commandEnv, async () => {
            const opened = await session_session/* StateSession */.i.open(commandEnv.store, sessionOptions(commandEnv), commandEnv.signal);
            return opened.ok ? workIn(opened.value, work) : opened;
        }));
}
async function workIn(session, work) {
    const done = await work(session);
    if (!done.ok && !session.failed)
        return done;
    const closed = await session.close({ clearPendingNeverStarted: true });
    if (!done.ok)
        return done;
    return closed.ok ? (0,diagnostic.ok)(done.value) : closed;
}
async function changeAtOnce(commandEnv, work) {
    const { store, signal } = commandEnv;
    const { holder, options } = asking(commandEnv);
    const lock = await store.lockWithWrite?.(holder, options, signal);
    if (lock === undefined || lock.state === "left-behind" || (lock.state === "free" && (0,with_lock/* isLeftBehind */.KW)(store)))
        return undefined;
    if (lock.state !== "free")
        return (0,diagnostic/* err */._q)(lock.failure);
    try {
        const session = { ...sessionOptions(commandEnv), whenLocked: async () => (0,diagnostic.ok)(undefined) };
        const opened = await session_session/* StateSession */.i.open(store, session, signal);
        if (!opened.ok)
            return opened;
        if ((0,open_session/* isUnfinished */.u)(opened.value))
            return undefined;
        const done = await workIn(opened.value, work);
        return opened.value.failed === overtaken/* overtaken */.K ? undefined : done;
    }
    finally {
        const released = await lock.release();
        if (!released.ok)
            warn(commandEnv, "lock-not-released", released.error.message);
    }
}
function called({ request }) {
    return `state ${request.subcommand}`;
}
function warn(commandEnv, code, message) {
    commandEnv.emit({ type: "diagnostic", diagnostic: { severity: "warning", code, message } });
}
function sessionOptions(commandEnv) {
    const { project, context, clock, run, version, sealing, emit } = commandEnv;
    return {
        project,
        context,
        clock,
        newLineage: external_node_crypto_.randomUUID,
        run,
        command: called(commandEnv),
        writer: version,
        sealed: (0,open_seal/* sessionSeal */.YW)(sealing),
        onSaved: ({ serial, tasks, pending }) => emit({ type: "state-saved", context, serial, tasks, pending }),
    };
}

;// CONCATENATED MODULE: ./src/app/state-cli/change-tasks.ts




async function removeTasks(commandEnv) {
    const { context, request } = commandEnv;
    const dropped = await changeState(commandEnv, (session) => (0,forget/* forgetTasks */.g)(session, request.operands, context));
    if (!dropped.ok)
        return dropped;
    for (const { name } of dropped.value)
        commandEnv.line(`dropped "${name}" from state; its resource was left as it is`, "success");
    commandEnv.line(`\`${commandEnv.command("rollback")}\` takes it back into state, as long as nothing else was changed.`, "muted");
    return (0,diagnostic.ok)(undefined);
}
async function renameTask(commandEnv, from, to) {
    const moved = await changeState(commandEnv, (session) => moveTask(session, from, to, commandEnv));
    if (!moved.ok)
        return moved;
    commandEnv.line(`"${from}" is recorded as "${to}" now; its resource was left as it is`, "success");
    if (moved.value.length > 0)
        commandEnv.line(`also in the dependencies of ${moved.value.join(", ")}`);
    commandEnv.line(`The manifest must call it "${to}" too (or have that among its \`formerNames\`): under its old name it would be made again, and what is recorded deleted.`, "warning");
    return (0,diagnostic.ok)(undefined);
}

var external_node_path_ = __webpack_require__(76760);
var model_project = __webpack_require__(76141);
var checkout = __webpack_require__(92583);
var state_location = __webpack_require__(27222);
var listed = __webpack_require__(77139);
var labels = __webpack_require__(12188);
var carry_over = __webpack_require__(45721);
;// CONCATENATED MODULE: ./src/app/state-cli/move-state.ts






const move_state_name = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
function wholeNames({ fromProject, fromContext, toProject, toContext }, { project, context }) {
    const from = { project: fromProject ?? project, context: fromContext ?? context };
    const to = { project: toProject ?? project, context: toContext ?? context };
    if ((0,moved_state/* shownName */.HD)(from) === (0,moved_state/* shownName */.HD)(to))
        return (0,diagnostic/* err */._q)(move_state_wrong(`the state of ${(0,moved_state/* shownName */.HD)(from)} is to be carried over, and its new name is the same`));
    for (const [what, one] of [
        ["project", to.project],
        ["context", to.context],
    ])
        if (!move_state_name.test(one))
            return (0,diagnostic/* err */._q)(move_state_wrong(`"${one}" is not a name of a ${what}: letters, digits, ".", "_" and "-", beginning with a letter or digit`));
    return (0,diagnostic.ok)({ from, to });
}
async function moveState(commandEnv, from) {
    const to = { project: commandEnv.project, context: commandEnv.context };
    const carried = await underLock(commandEnv, async () => {
        const [there, here] = [await from.store.read(commandEnv.signal), await commandEnv.store.read(commandEnv.signal)];
        if (there.state === "unavailable" && !there.missing)
            return (0,diagnostic/* err */._q)(there.failure);
        if (there.state !== "found")
            return (0,diagnostic/* err */._q)(await nothing(from, commandEnv.signal));
        if (here.state === "found")
            return (0,diagnostic/* err */._q)(taken(commandEnv, to, here.snapshot.serial));
        if (here.state === "unavailable" && !here.movedTo && !here.missing)
            return (0,diagnostic/* err */._q)(here.failure);
        return carry(commandEnv, from);
    });
    if (!carried.ok)
        return carried;
    const { tasks, serial } = carried.value;
    const [was, now] = [(0,moved_state/* shownName */.HD)(from.name), (0,moved_state/* shownName */.HD)(to)];
    commandEnv.line(`The state of ${was} is that of ${now} now (${(0,labels/* plural */.LS)(tasks, "task")}, serial ${serial}); nothing else was touched.`, "success");
    commandEnv.line(`The manifest must lead to ${now}: a run that leads to ${was} is refused.`, "warning");
    return (0,diagnostic.ok)(undefined);
}
function carry(commandEnv, from) {
    const { store, project, context, run, settings, sealing, signal, emit } = commandEnv;
    return (0,carry_over/* carryOver */.YY)({
        from,
        to: { name: { project, context }, store },
        command: called(commandEnv),
        run,
        lock: {
            timeoutMs: settings.lockTimeoutMs,
            onWait: (holder, waitedMs) => emit({ type: "lock-waiting", holder, waitedMs }),
            onBroken: (holder, why) => emit({ type: "lock-broken", holder, why }),
            onUnsure: (holder, why) => emit({ type: "lock-unsure", holder, why }),
        },
        session: sessionOptions(commandEnv),
        sealing,
        signal,
        giveUp: new AbortController().signal,
        tell: (severity, code, message) => emit({ type: "diagnostic", diagnostic: { severity, code, message } }),
    });
}
async function nothing({ name: from, store }, signal) {
    const beside = await store.beside?.(signal);
    const names = beside?.ok ? beside.value.map(moved_state/* shownName */.HD) : [];
    const known = names.length === 0 ? "" : ` (stored: ${(0,listed/* andOthers */.dI)(names, 20)})`;
    return move_state_wrong(`nothing is stored of ${(0,moved_state/* shownName */.HD)(from)} in ${store.location}${known}`);
}
function taken({ command }, to, serial) {
    const message = `${(0,moved_state/* shownName */.HD)(to)} has a state already (serial ${serial}), and nothing was changed`;
    const suggestion = `If that one is not needed, carry it out of the way first: \`${command("state", "mv", "--from-project", to.project, "--to-project", `${to.project}-unused`)}\`.`;
    return (0,diagnostic/* explained */.to)("state-conflict", message, { suggestion });
}
function move_state_wrong(message) {
    return (0,diagnostic/* explained */.to)("invalid-input", message, {});
}

var only_context = __webpack_require__(59336);
var external_node_fs_ = __webpack_require__(73024);
var size_limits = __webpack_require__(44608);
var file_problem = __webpack_require__(11930);
var file_system = __webpack_require__(48694);
var codec = __webpack_require__(28558);
var json = __webpack_require__(81567);
var same_body = __webpack_require__(96627);
;// CONCATENATED MODULE: ./src/app/state-cli/push-rules.ts




function decidePush({ snapshot: file, follows }, stored, force, command) {
    if (stored === undefined) {
        const earlier = follows?.every(({ serial }) => serial > 0) ? follows.map(({ serial }) => serial) : undefined;
        if (earlier === undefined)
            return { does: "write", next: file, replaces: undefined };
        const why = `it may be stored over serial ${earlier.join(" or ")} only, and nothing is stored`;
        if (force)
            return { does: "write", next: file, replaces: undefined };
        return {
            does: "refuse",
            why,
            remedy: `Look whether the context and the place of state are right, or bring that state back. To begin with this file all the same: ${forced(command)}.`,
        };
    }
    const { snapshot: now } = stored;
    const kin = file.lineage === now.lineage;
    if (kin && (force || file.serial >= now.serial) && (0,same_body/* sameBody */.N)(file.body, now.body))
        return { does: "nothing" };
    const obstacle = kin ? notNext({ snapshot: file, follows }, stored, command) : foreign(file, now, command);
    if (obstacle !== undefined && !force)
        return { does: "refuse", ...obstacle };
    const serial = Math.max(kin ? file.serial : 0, now.serial + 1);
    return { does: "write", next: { ...file, lineage: now.lineage, serial }, replaces: obstacle?.why };
}
function overDamaged(file, { lineage, serial = 0 }, ends) {
    const highest = Math.max(serial, ...ends.map((end) => end.serial));
    return { ...file, lineage: lineage ?? file.lineage, serial: Math.max(file.serial, highest + 1) };
}
function forced(command) {
    return `use \`--force\`; \`${command("state", "pull")}\` makes a backup of what is stored`;
}
function foreign(file, now, command) {
    return {
        why: `its lineage is "${file.lineage}", and that of the stored state (serial ${now.serial}) is "${now.lineage}": the two have nothing to do with each other`,
        remedy: `To replace the stored state all the same: ${forced(command)}.`,
    };
}
function notNext({ snapshot: file, follows }, { snapshot: now, by }, command) {
    const compare = `Compare it with \`${command("state", "pull")}\``;
    if (follows !== undefined) {
        const digest = (0,codec/* bodyDigest */.rr)(now.body);
        if (follows.some((one) => one.serial === now.serial && one.digest === digest))
            return undefined;
        return {
            why: `the state has moved on since: serial ${now.serial} by ${by} is stored, and this file may be stored over serial ${follows.map(({ serial }) => serial).join(" or ")} only`,
            remedy: `${compare}, then apply again.`,
        };
    }
    if (file.serial < now.serial)
        return {
            why: `its serial is ${file.serial}, and serial ${now.serial} by ${by} is stored already: it is an older state`,
            remedy: `To go back to it, resources and all, use \`${command("rollback", "--to", String(file.serial))}\`. To replace the record alone: ${forced(command)}.`,
        };
    if (file.serial > now.serial)
        return undefined;
    return {
        why: `serial ${now.serial} is stored with another body (digest ${(0,codec/* bodyDigest */.rr)(now.body)}, by ${by}) than this file has (digest ${(0,codec/* bodyDigest */.rr)(file.body)})`,
        remedy: `${compare}. To replace the stored state: ${forced(command)}.`,
    };
}
function resourcePointers({ tasks, undo, pending }) {
    const found = (made, pointer) => made?.resource === undefined ? [] : [`${pointer}/resource`];
    return [
        ...Object.entries(tasks).flatMap(([name, entry]) => found(entry, `/body/tasks/${(0,json/* pointerSegment */.LQ)(name)}`)),
        ...undo.flatMap(({ before }, index) => found(before, `/body/undo/${index}/before`)),
        ...pending.flatMap(({ made }, index) => found(made, `/body/pending/${index}/made`)),
    ];
}
function lostResults(journal, { body }) {
    const results = new Map();
    for (const record of journal) {
        if (record.type !== "result")
            continue;
        if (record.formerName !== undefined) {
            const newNames = new Map([[record.formerName, record.task]]);
            for (const [name, entry] of results)
                results.set(name, entry && (0,entries/* withNewNames */.n4)(entry, newNames));
            results.set(record.formerName, null);
        }
        results.set(record.task, record.entry);
    }
    return [...results].filter(([name, entry]) => !(0,same_body/* sameStored */.O)(entryOf(body, name), entry)).map(([name]) => name);
}
function bodyChanges(before, after) {
    const old = before ?? { tasks: {}, undo: [], pending: [] };
    const names = Object.keys(after.tasks);
    return {
        added: names.filter((name) => !entryOf(old, name)),
        changed: names.filter((name) => {
            const entry = entryOf(old, name);
            return entry !== null && !(0,same_body/* sameStored */.O)(entry, entryOf(after, name));
        }),
        removed: Object.keys(old.tasks).filter((name) => !entryOf(after, name)),
    };
}
function entryOf({ tasks }, name) {
    return (Object.hasOwn(tasks, name) ? tasks[name] : undefined) ?? null;
}

;// CONCATENATED MODULE: ./src/app/state-cli/push.ts










function readFileToPush(path, shown) {
    try {
        const wrong = whyNotRead((0,external_node_fs_.statSync)(path));
        if (wrong)
            return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `the file could not be read: \`${shown}\` ${wrong}`));
        const data = (0,external_node_fs_.readFileSync)(path);
        return (0,diagnostic.ok)({ shown, data, context: (0,codec/* belongsTo */.g4)(data)?.context });
    }
    catch (error) {
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `the file could not be read: ${(0,file_problem/* fileProblem */.W)(shown, error).message}`));
    }
}
function whyNotRead(status) {
    if (status.isCharacterDevice() || status.isBlockDevice())
        return "is a device, not a file";
    if (status.size <= file_system/* fileBytes */.sG)
        return undefined;
    return `has ${(0,size_limits/* sizeWords */.pG)(status.size)}, and at most ${(0,size_limits/* sizeWords */.pG)(file_system/* fileBytes */.sG)} are read`;
}
async function pushState(commandEnv, file) {
    const { project, context, request, sealing } = commandEnv;
    const decoded = await (0,codec/* decodeFile */.JG)(file.data, {
        project,
        context,
        location: file.shown,
        remedy: "Give a recovery file of opus, or a file that `opus state pull` wrote.",
        sealing,
    });
    if (!decoded.ok)
        return decoded;
    const pointers = sealing === undefined ? resourcePointers(decoded.value.snapshot.body) : [];
    if (pointers.length > 0)
        return (0,diagnostic/* err */._q)(heldSealedOnly(file.shown, pointers));
    const { lockId } = decoded.value;
    if (lockId !== undefined)
        await takeOverLock(commandEnv, lockId);
    return underLock(commandEnv, () => pushLocked(commandEnv, file, decoded.value, request.force));
}
async function pushLocked(commandEnv, { shown, data }, file, force) {
    const { store, signal, project, context } = commandEnv;
    const read = await store.read(signal);
    if (read.state === "unavailable") {
        const { damaged, failure: unreadable } = read;
        if (damaged === undefined || !force)
            return (0,diagnostic/* err */._q)(unreadable);
        return pushOverDamaged(commandEnv, { shown, data }, file.snapshot, damaged, unreadable);
    }
    const found = read.state === "found" ? read : undefined;
    const stored = found && { snapshot: found.snapshot, by: writer((0,codec/* writtenBy */.xO)(found.data)) };
    const decision = decidePush(file, stored, force, commandEnv.command);
    if (decision.does === "refuse")
        return (0,diagnostic/* err */._q)(refused("state-conflict", shown, decision.why, decision.remedy));
    if (decision.does === "nothing") {
        commandEnv.line(`${project}/${context}: already there, as serial ${stored?.snapshot.serial}. Nothing was changed.`, "success");
        return (0,diagnostic.ok)(undefined);
    }
    const journal = checkJournal(commandEnv, shown, file.snapshot, stored?.snapshot, force);
    if (!journal.ok)
        return journal;
    const changes = bodyChanges(stored?.snapshot.body, decision.next.body);
    const written = await write(commandEnv, decision.next, found?.revision, (0,codec/* writtenBy */.xO)(data).run, changes);
    if (!written.ok)
        return written;
    tell(commandEnv, shown, decision.next, stored?.snapshot, changes);
    if (decision.replaces !== undefined)
        commandEnv.line(`Forced, although ${decision.replaces}.`, "warning");
    return (0,diagnostic.ok)(undefined);
}
async function pushOverDamaged(commandEnv, { shown, data }, file, damaged, unreadable) {
    const { store, signal, project, context } = commandEnv;
    const ends = (await store.runEnds?.(signal)) ?? (0,diagnostic.ok)([]);
    if (!ends.ok)
        return ends;
    const next = overDamaged(file, damaged, ends.value);
    const { lineage = "", serial = 0 } = damaged;
    const journal = checkJournal(commandEnv, shown, file, { lineage, serial }, true);
    if (!journal.ok)
        return journal;
    const changes = bodyChanges(undefined, next.body);
    const written = await write(commandEnv, next, damaged.revision, (0,codec/* writtenBy */.xO)(data).run, changes);
    if (!written.ok)
        return written;
    commandEnv.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}.`, "success");
    commandEnv.line(`Forced, over this: ${unreadable.message}`, "warning");
    tellPending(commandEnv, next);
    return (0,diagnostic.ok)(undefined);
}
function checkJournal(commandEnv, shown, file, stored, force) {
    const read = commandEnv.store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? (0,diagnostic.ok)(undefined);
    if (!read.ok) {
        if (!force)
            return read;
        warn(commandEnv, "journal-dropped", `what a run left on this machine is dropped: ${read.error.message}`);
        return (0,diagnostic.ok)(undefined);
    }
    const lost = lostResults(read.value ?? [], file);
    if (lost.length === 0)
        return read;
    const names = (0,listed/* andOthers */.dI)(lost, 10);
    if (force) {
        warn(commandEnv, "journal-dropped", `results of another run that were on this machine alone are dropped: ${names}`);
        return read;
    }
    const why = `a run left ${(0,labels/* plural */.LS)(lost.length, "result")} on this machine that neither the file nor the stored state holds (${names})`;
    const remedy = `Store them first: any command that writes does, as \`${commandEnv.command("apply")}\`. To drop them and store the file: use \`--force\`.`;
    return (0,diagnostic/* err */._q)(refused("state-conflict", shown, why, remedy));
}
async function write(commandEnv, next, expected, run, { added, changed, removed }) {
    const { store } = commandEnv;
    const changes = { create: added.length, update: changed.length, forget: removed.length };
    const options = { run, command: called(commandEnv), runEnded: true, changes };
    const written = await store.write(next, expected, options, new AbortController().signal);
    if (written.state !== "written")
        return (0,diagnostic/* err */._q)(written.failure);
    return store.journal?.clear() ?? (0,diagnostic.ok)(undefined);
}
function tell(commandEnv, shown, next, before, changes) {
    const { project, context } = commandEnv;
    const over = before === undefined ? "where nothing was" : `over serial ${before.serial}`;
    commandEnv.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}, ${over}.`, "success");
    for (const line of changeLines(changes))
        commandEnv.line(line);
    tellPending(commandEnv, next);
}
function tellPending(commandEnv, { body: { pending } }) {
    if (pending.length === 0)
        return;
    const names = pending.map(({ task }) => task).join(", ");
    commandEnv.line(`  pending  ${names}: the next apply looks at each, to find out what became of it`, "warning");
}
function changeLines({ added, changed, removed }) {
    const lines = Object.entries({ added, changed, removed }).map(([what, names]) => names.length === 0 ? "" : `  ${what.padEnd(7)}  ${names.join(", ")}`);
    const some = lines.filter((line) => line !== "");
    return some.length > 0 ? some : ["  no task is recorded otherwise than before"];
}
function heldSealedOnly(shown, pointers) {
    const why = `it holds text of a kind's own, which only sealed state may hold (${(0,listed/* andOthers */.dI)(pointers, 10)})`;
    const remedy = "Give `encryption-key` (in a terminal `OPUS_ENCRYPTION_KEY`), so that it is stored sealed. Keep the file from others: that text stands open in it.";
    return refused("invalid-input", shown, why, remedy);
}
function writer({ run, writer: version }) {
    if (run.url !== "")
        return `run ${run.url}`;
    return run.id === "" ? `opus ${version} in a terminal` : `run ${run.id}`;
}
function refused(reason, shown, why, suggestion) {
    const message = `${shown} was not stored: ${why}. The stored state is untouched.`;
    return (0,diagnostic/* explained */.to)(reason, message, { suggestion });
}

;// CONCATENATED MODULE: ./src/app/state-cli/choose-state.ts










async function chooseState(request, host, { settings, loaded }) {
    const project = projectName(request, loaded);
    if (!project.ok)
        return project;
    const place = await (0,state_location/* stateLocation */.vJ)(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout/* checkout */.P);
    if (!place.ok)
        return place;
    const file = fileToPush(request, host);
    if (!file.ok)
        return file;
    const redact = (text) => host.redactor.text(text);
    const look = new state_elsewhere/* ElsewhereLook */.eE({ settings, host, loaded, project: project.value, clock: clock/* systemClock */.m, redact });
    const tracked = await look.contexts();
    const { whole } = request;
    const given = settings.context ?? whole?.fromContext ?? whole?.toContext;
    const name = whole?.fromProject ?? project.value;
    const context = contextName(given, file.value, place.value, name, loaded, tracked);
    if (!context.ok)
        return context;
    const own = { project: project.value, context: context.value };
    const moved = whole === undefined ? undefined : wholeNames(whole, own);
    if (moved?.ok === false)
        return moved;
    return (0,diagnostic.ok)({ place: place.value, own, moved: moved?.value, file: file.value, look });
}
function projectName(request, { manifest, project }) {
    for (const name of [request.project, request.whole?.toProject]) {
        const reserved = name === undefined ? undefined : (0,model_project/* reservedProject */.K)(name);
        if (reserved !== undefined)
            return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", reserved));
    }
    if (request.project !== undefined)
        return (0,diagnostic.ok)(request.project);
    const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
    if (manifest.project || errors.length === 0)
        return (0,diagnostic.ok)(project);
    const message = "the Project document can't be read, so it is not known whose state is meant, and where it is";
    const suggestion = "Mend it; or give `--project NAME`, and what the Project says of `state` as `--state-backend`, `--state-path` or `--state-branch`.";
    return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-manifest", message, [
        { severity: "error", code: "invalid-manifest", message, suggestion },
        ...errors,
    ]));
}
function fileToPush({ subcommand, operands }, host) {
    const [path = ""] = operands;
    if (subcommand !== "push")
        return (0,diagnostic.ok)(undefined);
    return readFileToPush((0,external_node_path_.resolve)(host.directory, path), path);
}
function contextName(context, file, place, name, { manifest }, tracked) {
    if (context !== undefined)
        return (0,diagnostic.ok)(context);
    if (file)
        return (0,diagnostic.ok)(file.context ?? "?");
    return (0,only_context/* onlyContext */.g)(place, name, manifest.project, tracked);
}

var age_seal = __webpack_require__(88842);
;// CONCATENATED MODULE: ./src/app/state-cli/keygen.ts

async function newKey(now) {
    const { identity, recipient } = await (0,age_seal/* newIdentity */.t)();
    const created = now.replace(/\.\d+Z$/, "Z");
    return { text: `# created: ${created}\n# public key: ${recipient}\n${identity}\n`, advice };
}
const advice = "Keep it where nobody else reads it: without it, nobody opens what it seals. `gh secret set OPUS_ENCRYPTION_KEY < FILE` makes it a secret of the repository, for the input `encryption-key`.";

var log_tables = __webpack_require__(10205);
var invisible = __webpack_require__(8443);
;// CONCATENATED MODULE: ./src/app/state-cli/stored-state.ts



async function storedState({ store, signal, project, context, }) {
    const read = await store.read(signal);
    if (read.state === "unavailable")
        return (0,diagnostic/* err */._q)(read.failure);
    if (read.state === "found")
        return (0,diagnostic.ok)(read);
    return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `nothing is stored of ${project}/${context} in ${store.location}`));
}
function stateFacts({ project, context, store }, found) {
    const written = found && (0,codec/* writtenBy */.xO)(found.data);
    return {
        project,
        context,
        backend: store.backend,
        location: store.location,
        lineage: found?.snapshot.lineage ?? null,
        serial: found?.snapshot.serial ?? 0,
        revision: found?.revision ?? null,
        writer: written?.writer ?? null,
        run: written ? { ...written.run } : null,
    };
}
async function printJson(commandEnv, value) {
    const text = JSON.stringify(commandEnv.redactor.value(value), null, 2);
    await commandEnv.data(`${(0,invisible/* visibleJson */.$m)(text)}\n`);
}

;// CONCATENATED MODULE: ./src/app/state-cli/list-state.ts






async function listState(commandEnv) {
    const read = await commandEnv.store.read(commandEnv.signal);
    if (read.state === "unavailable")
        return (0,diagnostic/* err */._q)(read.failure);
    const found = read.state === "found" ? read : undefined;
    const unsaved = unsavedTasks(commandEnv, found?.snapshot);
    if (commandEnv.request.json)
        await printJson(commandEnv, listing(commandEnv, found, unsaved.names));
    else
        await printList(commandEnv, found);
    if (commandEnv.request.json)
        return (0,diagnostic.ok)(undefined);
    if (unsaved.problem !== undefined)
        commandEnv.line(unsaved.problem, "warning");
    if (unsaved.names.length > 0)
        commandEnv.line(`Results that are in the journal on this machine and not in these: ${unsaved.names.join(", ")}. The next command that writes stores them.`, "warning");
    return (0,diagnostic.ok)(undefined);
}
async function printList(commandEnv, found) {
    const { project, context, store, signal } = commandEnv;
    const holder = await store.lockedBy?.(signal);
    if (found === undefined)
        commandEnv.line(`${project}/${context}: nothing is stored in ${store.location}`, "heading");
    else
        printTasks(commandEnv, found);
    if (holder)
        commandEnv.line(`Locked by ${holder.command} since ${holder.since} ${holder.run.url}`.trimEnd(), "warning");
}
function printTasks(commandEnv, { snapshot, data }) {
    const { project, context, store } = commandEnv;
    const { lineage, serial, body } = snapshot;
    commandEnv.line(`${project}/${context}  serial ${serial}  lineage ${lineage}`, "heading");
    commandEnv.line(`${store.backend}  ${store.location}`, "muted");
    const { run, writer } = (0,codec/* writtenBy */.xO)(data);
    commandEnv.line(`written by opus ${writer}${run.url === "" ? "" : `, run ${run.url}`}`, "muted");
    const entries = Object.entries(body.tasks);
    const pending = new Map(body.pending.map((intent) => [intent.task, intent]));
    const rows = entries.map(([name, entry]) => [
        name,
        entry.kind,
        [entry.status, ...(pending.has(name) ? [`pending ${pending.get(name)?.change}`] : [])].join(", "),
        entry.createdAt,
        entry.updatedAt,
        String(entry.dependencies.length),
    ]);
    for (const intent of pending.values()) {
        if (Object.hasOwn(body.tasks, intent.task))
            continue;
        const { task, kind, change, dependencies } = intent;
        rows.push([task, kind, `pending ${change}`, "-", "-", String(dependencies.length)]);
    }
    commandEnv.line("");
    if (rows.length > 0) {
        const lines = (0,log_tables/* table */.tp)(["Task", "Kind", "Status", "Created", "Updated", "Dependencies"], rows.map((row) => row.map(printable/* oneLine */.TN)));
        for (const [index, { text, tone }] of lines.entries()) {
            const sound = index === 0 || rows[index - 1]?.[2] === "applied";
            commandEnv.line(text, sound ? tone : "warning");
        }
        commandEnv.line("");
    }
    const marked = ["tainted", "interrupted"].flatMap((status) => {
        const number = entries.filter(([, entry]) => entry.status === status).length;
        return number === 0 ? [] : [`${number} ${status}`];
    });
    const parts = [`${(0,labels/* plural */.LS)(entries.length, "task")} recorded`, ...marked, `${pending.size} pending`];
    const settled = pending.size > 0 ? " The next command that writes finds out what became of what is pending." : "";
    commandEnv.line(`${parts.join(", ")}.${settled}`, "heading");
}
function listing(commandEnv, found, journal) {
    const body = found?.snapshot.body;
    return {
        ...stateFacts(commandEnv, found),
        tasks: Object.entries(body?.tasks ?? {}).map(([name, entry]) => {
            const { apiVersion, kind, status, createdAt, updatedAt, dependencies } = entry;
            return { name, apiVersion, kind, status, createdAt, updatedAt, dependencies };
        }),
        pending: (body?.pending ?? []).map(({ task, change, apiVersion, kind }) => ({ task, change, apiVersion, kind })),
        journal,
    };
}
function unsavedTasks({ store }, stored) {
    const read = store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? (0,diagnostic.ok)(undefined);
    if (!read.ok)
        return { names: [], problem: read.error.message };
    const names = (read.value ?? []).flatMap((record) => (record.type === "result" ? [record.task] : []));
    return { names: [...new Set(names)], problem: undefined };
}

var command_line = __webpack_require__(37340);
var run_info = __webpack_require__(44067);
var state_stores = __webpack_require__(4456);
;// CONCATENATED MODULE: ./src/app/state-cli/open-desk.ts








async function openDesk(request, host, output, sources, { settings, capabilities }, { place, own, moved }) {
    const { environment, terminal, version, signal, redactor } = host;
    const { encryptionKey, stateFiles } = capabilities;
    const { initialize, token } = settings;
    const sealing = await (0,open_seal/* openSealing */.wj)({ encryptionKey, initialize }, host, ({ message, suggestion }) => {
        output.error(`opus: ${(0,printable/* printableLines */.fk)(`${message}. ${suggestion ?? ""}`).join(" ")}`);
    });
    if (!sealing.ok)
        return sealing;
    const emit = await eventsTo(host, sources, redactor);
    const common = { version, clock: clock/* systemClock */.m, sealing: sealing.value };
    const stores = new state_stores/* Stores */.FH({
        ...common,
        place,
        project: own.project,
        environment,
        terminal,
        stateFiles,
        token,
        initialize,
        redact: (text) => redactor.text(text),
        onProgress: (text) => emit({ type: "progress", text }),
    });
    const { context } = moved?.to ?? own;
    const envOf = (name, store) => ({
        ...common,
        ...name,
        request,
        settings,
        store,
        run: (0,run_info/* runInfo */.Q)(host),
        redactor,
        signal,
        line: (text, tone) => output.console.line(redactor.text(text), tone),
        command: (...words) => (0,command_line/* commandLine */.a)(["opus", ...words, "--context", context, ...place.flags]),
        data: output.data,
        emit,
    });
    return (0,diagnostic.ok)({ stores, storeOf: (name) => stores.open(name.context, name.project), envOf });
}
async function eventsTo(host, sources, redactor) {
    const hooks = await host.hooks({
        summary: false,
        reportPath: () => "",
        sources,
        warn: () => undefined,
        mappedOutputs: () => ({}),
        redact: (text) => redactor.text(text),
        secretsIn: () => [],
        heldBack: () => [],
        comment: undefined,
        issue: undefined,
        check: undefined,
    });
    return (event) => {
        for (const hook of hooks)
            hook.on?.((0,redact_report/* redactEvent */.gx)(event, redactor));
    };
}

var prepare_command = __webpack_require__(28681);
;// CONCATENATED MODULE: ./src/app/state-cli/pull-state.ts


async function pullState(commandEnv) {
    const found = await storedState(commandEnv);
    if (!found.ok)
        return found;
    await commandEnv.data(found.value.data);
    return (0,diagnostic.ok)(undefined);
}

;// CONCATENATED MODULE: ./src/app/state-cli/show-history.ts




async function showHistory(commandEnv) {
    const { store, signal, request } = commandEnv;
    if (!store.runEnds)
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `the ${store.backend} backend keeps no versions with which runs ended`));
    const ends = await store.runEnds(signal);
    if (!ends.ok)
        return ends;
    const newest = [...ends.value].reverse().slice(0, request.limit);
    if (request.json) {
        await printJson(commandEnv, newest.map(({ serial, at, what, url }) => ({ serial, at, what, url })));
        return (0,diagnostic.ok)(undefined);
    }
    if (newest.length === 0)
        commandEnv.line(`No run has ended in ${commandEnv.project}/${commandEnv.context} yet.`, "heading");
    else {
        const rows = newest.map(({ serial, at, what, url }) => [
            String(serial),
            at === "" ? "-" : at.replace("T", " ").replace(/(?:\.\d+)?Z$/, ""),
            what || "-",
            url || "a terminal",
        ]);
        const lines = (0,log_tables/* table */.tp)(["Serial", "When (UTC)", "What", "Run"], rows.map((row) => row.map(printable/* oneLine */.TN)));
        for (const { text, tone } of lines)
            commandEnv.line(text, tone);
        commandEnv.line("");
        const { serial } = newest[0];
        const back = commandEnv.command("rollback", "--to", "SERIAL");
        commandEnv.line(`A serial counts what was stored; these are the ends of runs, and ${serial} is the last.`, "muted");
        commandEnv.line(`\`${back}\` goes back to one of them.`, "muted");
    }
    return (0,diagnostic.ok)(undefined);
}

var outputs = __webpack_require__(92661);
var templates = __webpack_require__(93750);
;// CONCATENATED MODULE: ./src/app/state-cli/show-state.ts





async function showState(commandEnv, name) {
    const found = await storedState(commandEnv);
    if (!found.ok)
        return found;
    const { body } = found.value.snapshot;
    (0,outputs/* concealOutputs */.oh)((0,outputs/* recordedSecrets */.Gx)(Object.entries(body.tasks)), commandEnv.redactor, (text) => commandEnv.redactor.add(text));
    if (name === undefined) {
        await printJson(commandEnv, {
            ...stateFacts(commandEnv, found.value),
            tasks: Object.fromEntries(Object.entries(body.tasks).map(([task, entry]) => [task, shownEntry(entry)])),
            pending: body.pending.map(shownIntent),
            undo: body.undo.map(({ task, change }) => ({ task, change })),
        });
        return (0,diagnostic.ok)(undefined);
    }
    const entry = Object.hasOwn(body.tasks, name) ? body.tasks[name] : undefined;
    const intent = body.pending.find(({ task }) => task === name);
    if (!entry && !intent)
        return (0,diagnostic/* err */._q)(unknownName(name, [...Object.keys(body.tasks)], commandEnv.context));
    await printJson(commandEnv, {
        name,
        ...(entry ? shownEntry(entry) : {}),
        ...(intent ? { pending: shownIntent(intent) } : {}),
    });
    return (0,diagnostic.ok)(undefined);
}
function shownEntry(entry) {
    const { spec, fingerprints: _, resource: __, ...rest } = entry;
    return { ...rest, spec: (0,templates/* readableTemplate */.fc)(spec), ...(0,outputs/* shownOutputs */.WY)(entry) };
}
function shownIntent({ spec, fingerprints: _, made, ...rest }) {
    const { resource: __, ...known } = made ?? { outputs: {} };
    const shown = made ? { made: { ...known, ...(0,outputs/* shownOutputs */.WY)(made) } } : {};
    return { ...rest, ...shown, spec: (0,templates/* readableTemplate */.fc)(spec) };
}
function unknownName(name, known, context) {
    const near = (0,references/* nearest */.pA)(name, known);
    const list = known.slice(0, 20).join(", ") || "nothing";
    const message = `"${name}" is not recorded in the context "${context}" (recorded: ${list})`;
    return (0,diagnostic/* explained */.to)("invalid-input", message, { suggestion: near && `Did you mean "${near}"?` });
}

;// CONCATENATED MODULE: ./src/app/state-cli/state-command.ts






















async function runState(request, host, output) {
    if (request.subcommand === "keygen")
        return makeKey(output);
    const { redactor } = host;
    const sources = new Map();
    const done = await perform(request, host, output, sources);
    if (done.ok)
        return 0;
    const { message, diagnostics } = (0,redact_report/* redactFailure */.O5)(done.error, redactor);
    output.error(`opus: ${(0,printable/* printableLines */.fk)(message).join(" ")}`);
    for (const diagnostic of diagnostics) {
        const again = diagnostic.message === message && !diagnostic.location;
        if (!again)
            output.error((0,code_frame/* renderDiagnostic */.I)(diagnostic, sources, { redact: (text) => redactor.text(text) }));
        else if (diagnostic.suggestion !== undefined)
            output.error(`  ${(0,printable/* printableLines */.fk)(diagnostic.suggestion).join(" ")}`);
    }
    return 1;
}
async function makeKey({ data, error }) {
    const { text, advice } = await newKey(clock/* systemClock */.m.timestamp());
    await data(text);
    error(advice);
    return 0;
}
async function perform(request, host, output, sources) {
    const prepared = await (0,prepare_command/* prepareCommand */.fN)(request, host, sources);
    if (!prepared.ok)
        return prepared;
    const chosen = await chooseState(request, host, prepared.value);
    if (!chosen.ok)
        return chosen;
    const opened = await openDesk(request, host, output, sources, prepared.value, chosen.value);
    if (!opened.ok)
        return opened;
    try {
        return await carryOut(request, host, output, prepared.value, chosen.value, opened.value);
    }
    finally {
        chosen.value.look.dispose();
        await opened.value.stores.dispose();
    }
}
async function carryOut(request, { redactor, signal }, output, { loaded, capabilities }, { place, own, moved, file, look }, { storeOf, envOf }) {
    if (moved) {
        const { from, to } = moved;
        return moveState(envOf(to, await storeOf(to)), { name: from, store: await storeOf(from) });
    }
    const { project, context } = own;
    const commandEnv = envOf(own, await storeOf(own));
    const elsewhere = await look.find(commandEnv.store, context, signal);
    if (elsewhere && !elsewhere.recordedHere)
        return (0,diagnostic/* err */._q)((0,state_elsewhere/* elsewhereFailure */.hx)(elsewhere, project, context, `state ${request.subcommand}`));
    if (elsewhere) {
        const { message, suggestion = "" } = (0,state_elsewhere/* elsewhereWarning */.BY)(elsewhere, project, context);
        output.error(`opus: ${redactor.text((0,printable/* printableLines */.fk)(`warning: ${message}. ${suggestion}`).join(" "))}`);
    }
    const former = await formerState(commandEnv, loaded, capabilities, place.flags, storeOf);
    if (!former.ok)
        return former;
    const { value: kept } = former;
    if (kept === undefined)
        return act(commandEnv, file);
    const [was, now] = [(0,moved_state/* shownName */.HD)(kept.name), (0,moved_state/* shownName */.HD)(own)];
    if (!(0,prepare_command/* writes */.D3)(request)) {
        output.error(`opus: this is still kept as ${was}: the next run that writes carries it over to ${now}.`);
        return act(envOf(kept.name, kept.store), file);
    }
    const carried = await underLock(commandEnv, () => carry(commandEnv, kept));
    if (!carried.ok)
        return carried;
    commandEnv.line(`Carried the state of ${was} over to ${now}.`);
    return act(commandEnv, file);
}
async function formerState({ store, project, context, signal }, loaded, capabilities, flags, open) {
    if (project !== loaded.project)
        return (0,diagnostic.ok)(undefined);
    const lookup = (0,project_lookup/* projectLookup */.I)(capabilities, loaded, "state", context);
    const formerNames = (0,context_rules/* formerNamesOf */.Xr)(context, { project: loaded.manifest.project, lookup });
    const choice = { name: context, inherits: undefined, formerNames: formerNames.ok ? formerNames.value : [] };
    const places = (0,former_state/* formerPlaces */.k)(loaded, choice);
    if (places.length === 0)
        return (0,diagnostic.ok)(undefined);
    const read = await store.read(signal);
    if (read.state === "found")
        return (0,diagnostic.ok)(undefined);
    const own = { name: { project, context }, store };
    return (0,former_state/* findFormer */.t)({ own, places, tasks: loaded.manifest.tasks, signal, flags, open });
}
function act(commandEnv, file) {
    const [first = "", second = ""] = commandEnv.request.operands;
    switch (commandEnv.request.subcommand) {
        case "list":
            return listState(commandEnv);
        case "show":
            return showState(commandEnv, commandEnv.request.operands[0]);
        case "pull":
            return pullState(commandEnv);
        case "push":
            return pushState(commandEnv, file);
        case "rm":
            return removeTasks(commandEnv);
        case "mv":
            return renameTask(commandEnv, first, second);
        case "history":
            return showHistory(commandEnv);
        case "keygen":
            throw new Error("a new key is made without any state");
    }
}


/***/ }),

/***/ 23914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ stateCommands),
/* harmony export */   FH: () => (/* binding */ wholeFlags),
/* harmony export */   l5: () => (/* binding */ stateInputs),
/* harmony export */   tW: () => (/* binding */ stateFlags)
/* harmony export */ });
const wholeFlags = ["from-project", "from-context", "to-project", "to-context"];
const stateCommands = {
    list: {
        operands: "",
        least: 0,
        most: 0,
        flags: ["json"],
        help: [["list", "the recorded tasks, and those that a run left pending; --json for scripts"]],
    },
    show: {
        operands: "[NAME]",
        least: 0,
        most: 1,
        flags: [],
        help: [["show [NAME]", "what is recorded of a task, or all of the state, as JSON"]],
    },
    pull: {
        operands: "",
        least: 0,
        most: 0,
        flags: [],
        help: [["pull", "the stored state to the byte on standard output: a backup"]],
    },
    push: {
        operands: "FILE",
        least: 1,
        most: 1,
        flags: ["force"],
        help: [
            ["push FILE", "store a recovery file, or a state that was pulled; --force replaces what it does not follow"],
        ],
    },
    rm: {
        operands: "NAME\u2026",
        least: 1,
        most: Number.POSITIVE_INFINITY,
        flags: [],
        writes: true,
        help: [["rm NAME\u2026", "drop tasks (globs) from state; their resources stay as they are"]],
    },
    mv: {
        operands: "OLD NEW",
        least: 2,
        most: 2,
        flags: wholeFlags,
        writes: true,
        help: [
            ["mv OLD NEW", "give a recorded task another name; its resource stays as it is"],
            ["mv --from-\u2026", "carry a whole state over to another project or context, or from one"],
        ],
    },
    history: {
        operands: "",
        least: 0,
        most: 0,
        flags: ["limit", "json"],
        help: [["history", "the versions with which runs ended, newest first; --limit, --json"]],
    },
    keygen: {
        operands: "",
        least: 0,
        most: 0,
        flags: [],
        help: [["keygen", "a new key for `encryption-key`, in the format of age-keygen"]],
    },
};
const stateInputs = {
    context: "Which environment; rules are not asked. Default: the only one that is recorded or named by a rule; for push what the file says.",
    manifest: undefined,
    "working-directory": undefined,
    "state-backend": undefined,
    "state-path": undefined,
    "state-branch": undefined,
    token: undefined,
    "encryption-key": "The key that opens sealed state, and seals what is written. Better in the environment, as OPUS_ENCRYPTION_KEY.",
    initialize: "Take state, or a file to push, that is not sealed although there is a key; what is written is sealed.",
    "lock-timeout": undefined,
};
const stateFlags = [
    ["--project <name>", "Whose state, when the Project document can't be read. Default: what it says."],
    ["--from-project <name>", "mv: a whole state, of this project. Default: what the Project says."],
    ["--from-context <name>", "mv: a whole state, of this context. Default: --context."],
    ["--to-project <name>", "mv: a whole state, to this project. Default: what the Project says."],
    ["--to-context <name>", "mv: a whole state, to this context. Default: --context."],
    ["--force", "push: also over another lineage or a later serial. Never another project or context."],
    ["--json", "list, history: JSON for scripts."],
    ["--limit <number>", "history: only that many."],
    ["-v, --verbose", "Tell more."],
    ["--debug", "Print to standard error what opus does, with times, for a bug report."],
    ["--[no-]color", "Colors, or none. Default: as the terminal can."],
];


/***/ }),

/***/ 88842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  ageSeal: () => (/* binding */ ageSeal),
  t: () => (/* binding */ newIdentity)
});

var diagnostic = __webpack_require__(9246);
var size_limits = __webpack_require__(44608);
var external_node_crypto_ = __webpack_require__(77598);
var line_ends = __webpack_require__(7487);
;// CONCATENATED MODULE: ./src/state/seal/passphrase.ts


const usualWorkFactor = 18;
const mostWorkFactor = 20;
const label = "age-encryption.org/v1/scrypt";
const saltBytes = 16;
const keptKeys = 8;
class NotDerived extends Error {
    name = "NotDerived";
}
class Passphrase {
    #text;
    #workFactor;
    #newStanza;
    #keys = new Map();
    constructor(text, newStanza, workFactor) {
        this.#text = text;
        this.#newStanza = newStanza;
        this.#workFactor = workFactor;
    }
    async wrapFileKey(fileKey) {
        const salt = (0,external_node_crypto_.randomBytes)(saltBytes);
        const cipher = (0,external_node_crypto_.createCipheriv)("chacha20-poly1305", await this.#key(salt, this.#workFactor), nonce(), tagLength);
        const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
        return [new this.#newStanza(["scrypt", unpadded(salt), String(this.#workFactor)], body)];
    }
    async unwrapFileKey(stanzas) {
        const [stanza, ...others] = stanzas;
        if (!stanzas.some(({ args }) => args[0] === "scrypt"))
            return null;
        if (stanza === undefined || others.length > 0)
            throw new Error("a passphrase is never one of several recipients");
        const [, text = "", factor = "", ...rest] = stanza.args;
        const salt = Buffer.from(text, "base64");
        if (rest.length > 0 || salt.length !== saltBytes || unpadded(salt) !== text)
            throw new Error("no stanza of scrypt");
        if (!/^[1-9]\d?$/.test(factor) || Number(factor) > mostWorkFactor)
            throw new Error("no work factor of scrypt");
        if (stanza.body.length !== 32)
            throw new Error("no wrapped file key");
        const decipher = (0,external_node_crypto_.createDecipheriv)("chacha20-poly1305", await this.#key(salt, Number(factor)), nonce(), tagLength);
        decipher.setAuthTag(stanza.body.subarray(16));
        try {
            return Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]);
        }
        catch {
            return null;
        }
    }
    #key(salt, workFactor) {
        const name = `${workFactor} ${salt.toString("hex")}`;
        const key = this.#keys.get(name) ?? derive(this.#text, salt, workFactor);
        this.#keys.set(name, key);
        for (const oldest of this.#keys.keys())
            if (this.#keys.size > keptKeys)
                this.#keys.delete(oldest);
        return key;
    }
}
function deriveNow(passphrase, salt, workFactor) {
    return (0,external_node_crypto_.scryptSync)(passphrase, salt, 32, cost(workFactor));
}
function derive(passphrase, salt, workFactor) {
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, cost(workFactor), (error, key) => {
            if (error)
                reject(new NotDerived("the key of a passphrase could not be derived", { cause: error }));
            else
                resolve(key);
        });
    });
}
function cost(workFactor) {
    const [N, r, p] = [2 ** workFactor, 8, 1];
    return { N, r, p, maxmem: 2 * 128 * N * r + 2 ** 20 };
}
function nonce() {
    return Buffer.alloc(12);
}
const tagLength = { authTagLength: 16 };
function unpadded(bytes) {
    return (0,line_ends/* withoutEnd */.M)(Buffer.from(bytes).toString("base64"), "=");
}

;// CONCATENATED MODULE: ./src/state/seal/journal-seal.ts



const journal_seal_saltBytes = 16;
const checkBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const algorithm = "aes-256-gcm";
function journalSeal(keys, workFactor) {
    const [first] = keys;
    const roots = new Roots();
    let slow;
    return {
        begin: () => {
            if (first.type === "passphrase")
                slow ??= { workFactor, salt: (0,external_node_crypto_.randomBytes)(journal_seal_saltBytes) };
            const recipe = { ...(slow ? { slow } : {}), salt: (0,external_node_crypto_.randomBytes)(journal_seal_saltBytes) };
            const { key, check } = journal_seal_derive(roots.of(first, recipe), recipe);
            return { header: headerOf(recipe, check), lines: lineSeal(key) };
        },
        open: (header) => {
            const read = recipeOf(header);
            if (read === undefined)
                return (0,diagnostic/* err */._q)("damaged");
            const type = read.recipe.slow ? "passphrase" : "identity";
            for (const candidate of keys.filter((one) => one.type === type)) {
                const { key, check } = journal_seal_derive(roots.of(candidate, read.recipe), read.recipe);
                if ((0,external_node_crypto_.timingSafeEqual)(check, read.check))
                    return (0,diagnostic.ok)(lineSeal(key));
            }
            return (0,diagnostic/* err */._q)("key");
        },
    };
}
class Roots {
    #slow = new Map();
    of({ text }, { slow }) {
        if (slow === undefined)
            return Buffer.from(text);
        const name = `${slow.workFactor} ${slow.salt.toString("hex")} ${text}`;
        const known = this.#slow.get(name) ?? deriveNow(text, slow.salt, slow.workFactor);
        this.#slow.set(name, known);
        return known;
    }
}
function journal_seal_derive(root, { salt }) {
    const derived = Buffer.from((0,external_node_crypto_.hkdfSync)("sha256", root, salt, "opus-journal", 32 + checkBytes));
    return { key: derived.subarray(0, 32), check: derived.subarray(32) };
}
function headerOf({ slow, salt }, check) {
    const made = slow ? ["passphrase", `${slow.workFactor}.${slow.salt.toString("hex")}`] : ["identity"];
    return [...made, salt.toString("hex"), check.toString("hex")].join(" ");
}
const headerShape = /^(?:identity|passphrase (?<factor>[1-9]\d?)\.(?<slow>[0-9a-f]{32})) (?<salt>[0-9a-f]{32}) (?<check>[0-9a-f]{32})$/;
function recipeOf(header) {
    const { factor, slow, salt = "", check = "" } = headerShape.exec(header)?.groups ?? {};
    if (salt === "" || Number(factor ?? 0) > mostWorkFactor)
        return undefined;
    const passphrase = slow === undefined ? {} : { slow: { workFactor: Number(factor), salt: Buffer.from(slow, "hex") } };
    return { recipe: { ...passphrase, salt: Buffer.from(salt, "hex") }, check: Buffer.from(check, "hex") };
}
function lineSeal(key) {
    return {
        seal: (text, bound) => {
            const nonce = (0,external_node_crypto_.randomBytes)(nonceBytes);
            const cipher = (0,external_node_crypto_.createCipheriv)(algorithm, key, nonce).setAAD(Buffer.from(bound));
            return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64");
        },
        open: (sealed, bound) => {
            const data = Buffer.from(sealed, "base64");
            if (data.length < nonceBytes + tagBytes)
                return undefined;
            const decipher = (0,external_node_crypto_.createDecipheriv)(algorithm, key, data.subarray(0, nonceBytes), { authTagLength: tagBytes });
            decipher.setAAD(Buffer.from(bound)).setAuthTag(data.subarray(-tagBytes));
            try {
                return Buffer.concat([decipher.update(data.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString("utf8");
            }
            catch {
                return undefined;
            }
        },
    };
}

var key_lines = __webpack_require__(74326);
;// CONCATENATED MODULE: ./src/state/seal/age-seal.ts





async function ageSeal(text, workFactor = usualWorkFactor) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    const parsed = (0,key_lines/* parseKeyLines */.Sr)(text, (identity) => isSound(age, identity));
    if (!parsed.ok)
        return parsed;
    const { keys, weak } = parsed.value;
    const openerOf = (key) => key.type === "identity" ? key.text : new Passphrase(key.text, age.Stanza, workFactor);
    const [first, ...others] = keys;
    const sealer = openerOf(first);
    const openers = [sealer, ...others.map(openerOf)];
    const encrypter = new age.Encrypter();
    encrypter.addRecipient(typeof sealer === "string" ? await age.identityToRecipient(sealer) : sealer);
    const seal = {
        seal: async (content) => age.armor.encode(await encrypter.encrypt(content)),
        open: (armored) => age_seal_open(age, openers, armored),
        isCurrent: (armored) => opensHeader(age, sealer, armored),
        journal: journalSeal(keys, workFactor),
    };
    return (0,diagnostic.ok)({ seal, weak });
}
async function newIdentity() {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    const identity = await age.generateX25519Identity();
    return { identity, recipient: await age.identityToRecipient(identity) };
}
function isSound({ Decrypter }, identity) {
    try {
        new Decrypter().addIdentity(identity);
        return true;
    }
    catch {
        return false;
    }
}
async function opensHeader(age, opener, armored) {
    const decrypter = new age.Decrypter();
    decrypter.addIdentity(opener);
    try {
        const sealed = age.armor.decode(armored);
        if (keysOf(sealed) > size_limits/* mostSealedKeys */.GP)
            return false;
        await decrypter.decryptHeader(sealed);
        return true;
    }
    catch (error) {
        if (error instanceof NotDerived)
            throw error;
        return false;
    }
}
async function age_seal_open(age, openers, armored) {
    const decrypter = new age.Decrypter();
    for (const opener of openers)
        decrypter.addIdentity(opener);
    let noneFits = false;
    decrypter.addIdentity({
        unwrapFileKey: () => {
            noneFits = true;
            return null;
        },
    });
    try {
        const sealed = age.armor.decode(armored);
        const sealedFor = keysOf(sealed);
        if (sealedFor > size_limits/* mostSealedKeys */.GP)
            return (0,diagnostic/* err */._q)({ keys: sealedFor });
        return (0,diagnostic.ok)(await decrypter.decrypt(sealed, "text"));
    }
    catch (error) {
        if (error instanceof NotDerived)
            throw error;
        return (0,diagnostic/* err */._q)(noneFits ? "key" : "damaged");
    }
}
function keysOf(sealed) {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    let keys = 0;
    for (let at = 0; at < bytes.length;) {
        const end = bytes.indexOf(10, at);
        const begin = bytes.toString("latin1", at, at + 3);
        if (begin === "---" || end === -1)
            break;
        if (begin === "-> ")
            keys++;
        at = end + 1;
    }
    return keys;
}


/***/ })

};
