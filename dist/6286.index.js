export const id = 6286;
export const ids = [6286];
export const modules = {

/***/ 94254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ openStep)
});

var external_node_crypto_ = __webpack_require__(77598);
var external_node_path_ = __webpack_require__(76760);
var external_node_fs_ = __webpack_require__(73024);
var file_command = __webpack_require__(82902);
var secret_encodings = __webpack_require__(12425);
var printable = __webpack_require__(4191);
var harmless = __webpack_require__(47499);
;// CONCATENATED MODULE: ./src/action/runner-files.ts

function append(path, text) {
    const descriptor = (0,external_node_fs_.openSync)(path, "a");
    const { size } = (0,external_node_fs_.fstatSync)(descriptor);
    try {
        (0,external_node_fs_.writeFileSync)(descriptor, text);
    }
    catch (error) {
        try {
            (0,external_node_fs_.ftruncateSync)(descriptor, size);
        }
        catch {
            // What went wrong first is told.
        }
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

;// CONCATENATED MODULE: ./src/action/toolkit.ts






const summaryLimitBytes = 1024 * 1024;
const colours = {
    heading: "1",
    create: "32",
    update: "33",
    delete: "31",
    adopt: "36",
    success: "32",
    warning: "33",
    error: "31",
    muted: "90",
};
function createActionConsole({ stdout, env }) {
    const write = (line) => stdout.write(`${line}\n`);
    return { live: false, ...lines(write, !env.NO_COLOR), ...commands(write), ...files(env) };
}
function lines(write, colourful) {
    let grouped = false;
    const endGroup = () => {
        if (grouped)
            write(command("endgroup", ""));
        grouped = false;
    };
    const line = (text, tone) => {
        const colour = colourful && tone !== undefined ? colours[tone] : undefined;
        for (const shown of (0,harmless/* harmless */.I)(text))
            write(colour && shown !== "" ? `\u001b[${colour}m${shown}\u001b[0m` : shown);
    };
    return {
        line,
        endGroup,
        group: (title) => {
            endGroup();
            grouped = true;
            write(command("group", (0,harmless/* harmless */.I)(title).join(" ")));
        },
        output: (text) => {
            for (const shown of (0,harmless/* harmless */.I)(text.replace(/(?:\r\n|\n|\r)$/, "")))
                write(`  \u2502 ${shown}`);
        },
        progress: (text) => {
            if (text !== undefined)
                line(text, "muted");
        },
    };
}
function commands(write) {
    return {
        addMask: (secret) => {
            for (const part of (0,secret_encodings/* partsOf */.CI)(secret))
                if (!/[\r\n]/.test(part))
                    write(command("add-mask", part));
        },
        annotation: (level, message, { file, line: first, endLine, column, endColumn, title } = {}) => {
            const place = file === undefined ? {} : { file: (0,printable/* visible */.RK)(file), line: first, endLine, col: column, endColumn };
            const text = (0,printable/* printableLines */.fk)(message).map(printable/* visible */.RK).join("\n");
            write(command(level, text, { title: title === undefined ? undefined : (0,printable/* oneLine */.TN)(title), ...place }));
        },
    };
}
function files(env) {
    const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputFile, GITHUB_STATE: stateFile } = env;
    const room = () => (summary ? Math.max(0, summaryLimitBytes - sizeOf(summary)) : 0);
    return {
        setOutputs: (outputs) => {
            if (outputFile)
                append(outputFile, outputs.map(([name, value]) => `${(0,file_command/* prepareKeyValueMessage */.v)(name, value)}\n`).join(""));
        },
        saveState: (name, value) => {
            if (stateFile)
                append(stateFile, `${(0,file_command/* prepareKeyValueMessage */.v)(name, value)}\n`);
        },
        summaryRoom: room,
        appendSummary: (markdown) => {
            if (!summary || Buffer.byteLength(markdown) + 1 > room())
                return false;
            append(summary, `${markdown}\n`);
            return true;
        },
    };
}
function command(name, message, properties = {}) {
    const pairs = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "");
    const list = pairs.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
    return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(message)}`;
}
function sizeOf(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
}
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

;// CONCATENATED MODULE: ./src/action/step.ts



function openStep(env, stdout) {
    const console = createActionConsole({ stdout, env });
    return {
        console,
        reportPath: env.RUNNER_TEMP ? (0,external_node_path_.join)(env.RUNNER_TEMP, `opus-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`, "report.json") : undefined,
        verbose: env.RUNNER_DEBUG === "1",
        warn: ({ severity, message }) => console.annotation(severity, message),
    };
}


/***/ }),

/***/ 6286:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runAfterStep: () => (/* binding */ runAfterStep)
});

var inputs = __webpack_require__(81729);
var raw_inputs = __webpack_require__(18752);
var step = __webpack_require__(94254);
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var diagnostic = __webpack_require__(9246);
var markdown = __webpack_require__(13106);
var clock = __webpack_require__(31902);
var checkout = __webpack_require__(92583);
var planning_ledger = __webpack_require__(17639);
var process_table = __webpack_require__(33426);
var file_system = __webpack_require__(48694);
var process_identity = __webpack_require__(9339);
var read_only_state_files = __webpack_require__(63912);
var timing = __webpack_require__(40432);
var keep = __webpack_require__(65062);
var older = __webpack_require__(90637);
var output = __webpack_require__(56482);
var words = __webpack_require__(3758);
var check_series = __webpack_require__(97928);
;// CONCATENATED MODULE: ./src/app/check/end-left-checks.ts






async function endLeftChecks({ checks, older }, options) {
    const bound = AbortSignal.timeout(timing/* leftChecksMs */.b9 + checks.length * timing/* checkMoreMs */.m7);
    const within = { ...options, signal: AbortSignal.any([options.signal, bound]) };
    const told = older === undefined ? [] : await takeBack(older, within);
    for (const check of checks) {
        const words = await endOne(check, within);
        if (words)
            told.push(words);
    }
    return told;
}
async function takeBack({ sha, ...series }, { runs, runUrl, signal }) {
    const { names, troubles } = await (0,older/* takeBackOlder */.t)({
        runs,
        sha,
        isOlder: (mark) => (0,check_series/* isOlder */.tW)(mark, series),
        conclusion: "failure",
        output: (0,output/* takenBackOutput */.GN)(runUrl),
        signal,
    });
    const told = names.map((name) => {
        const text = `The check "${name}" of an older run counts no more: the step was killed before it came to its own.`;
        return { level: "notice", text };
    });
    const [trouble] = troubles.filter((one) => !(0,keep/* isForbidden */.US)(one));
    if (trouble === undefined)
        return told;
    const text = `Checks of older runs on this commit could not be taken back: ${trouble.said}. Run the job again.`;
    return [...told, { level: "warning", text }];
}
async function endOne(check, options) {
    const { runs, runUrl, repository, signal } = options;
    const name = `The check "${check.name}"`;
    const found = await runs.find(check, signal);
    if (!found.ok)
        return notEnded(name, found.error.said);
    if (found.value?.completed)
        return undefined;
    const [conclusion, output] = check.ended ? untold(runUrl) : killed(runUrl);
    if (found.value === undefined)
        return makeEnded(check, conclusion, output, options);
    const written = await changeOrLess(runs, found.value.id, { conclusion, output }, signal);
    if (!written.ok && (0,keep/* isRefused */.H0)(written.error))
        return {
            level: "error",
            text: `${name} stays in progress, as it could not be ended: ${written.error.said}. ${(0,words/* howToEnd */.$n)([found.value.id], repository)}`,
        };
    if (!written.ok)
        return notEnded(name, written.error.said);
    const text = check.ended
        ? `${name} could not be told how the run ended, and says so now.`
        : `${name} was left in progress by a step that was killed, and has failed now.`;
    return { level: "notice", text };
}
async function makeEnded({ name, sha, mark }, conclusion, output, { runs, runUrl, timestamp, signal }) {
    const check = { name, sha, mark, conclusion, output, startedAt: timestamp, detailsUrl: runUrl };
    const made = await runs.create(check, signal);
    if (made.ok)
        return undefined;
    if ((0,keep/* isRefused */.H0)(made.error))
        return undefined;
    const text = `The check "${name}" could not be written: ${made.error.said}. Run the job again.`;
    return { level: "warning", text };
}
async function changeOrLess(runs, id, change, signal) {
    const written = await runs.change(id, change, signal);
    if (written.ok || written.error.kind !== "refused" || change.conclusion === undefined)
        return written;
    return runs.change(id, { conclusion: change.conclusion }, signal);
}
function notEnded(name, said) {
    return { level: "warning", text: `${name} stays in progress, as it could not be ended: ${said}. Run the job again.` };
}
function killed(runUrl) {
    const summary = (0,output/* leftSummary */.mQ)("The step was killed before it could say how it ended.", runUrl);
    return ["failure", { title: "did not end: the step was killed", summary }];
}
function untold(runUrl) {
    const summary = (0,output/* leftSummary */.mQ)("The run has ended, and GitHub did not take its result when it did.", runUrl);
    return ["action_required", { title: "ended, and could not say how: see the run", summary }];
}

var open_checks = __webpack_require__(3826);
var workspace_root = __webpack_require__(79606);
var run_info = __webpack_require__(44067);
var address_secrets = __webpack_require__(70129);
var local_folders = __webpack_require__(67682);
var local_root = __webpack_require__(88799);
var open_seal = __webpack_require__(2631);
var recovery_file = __webpack_require__(14923);
var state_location = __webpack_require__(27222);
var state_stores = __webpack_require__(4456);
var handover_file = __webpack_require__(40455);
var external_node_crypto_ = __webpack_require__(77598);
var promises_ = __webpack_require__(58500);
var command_line = __webpack_require__(37340);
var listed = __webpack_require__(77139);
var orphan_processes = __webpack_require__(92146);
var process_ledger = __webpack_require__(78913);
var session = __webpack_require__(79681);
;// CONCATENATED MODULE: ./src/app/post-step/recover-context.ts











async function endProcess(main, machine, isOfJob) {
    const { host, bootId, processNamespace } = machine.self;
    if (main.host !== host || main.bootId !== bootId || main.processNamespace !== processNamespace)
        return "gone";
    let proven = false;
    const began = Date.now();
    for (; (0,process_identity/* whyGone */._)(main, machine) === undefined; await (0,promises_.setTimeout)(20)) {
        const elapsed = Date.now() - began;
        if (elapsed > timing/* mainStepKillMs */.eb)
            return "alive";
        proven ||= isOfJob(main.pid);
        if (!proven && elapsed > timing/* orphanProofMs */.Pu)
            return "stranger";
        if (!proven)
            continue;
        try {
            process.kill(main.pid, "SIGKILL");
        }
        catch {
            // It has just ended, or is not ours to kill: the next look tells.
        }
    }
    return "gone";
}
async function recoverContext(entry, store, services) {
    const { localFolder: folder } = store;
    const owner = folder === undefined ? undefined : (0,process_ledger/* readLedger */.SC)(folder).owner;
    const own = folder !== undefined && owner === entry.lockId;
    const left = own ? await (0,orphan_processes/* endOrphanProcesses */.B)(folder, { owner: entry.lockId }) : { ended: [], alive: [] };
    const { ended, alive } = left;
    const begun = own || entry.left === "results";
    return {
        entry,
        ended,
        alive,
        outcome: await recoverResults(store, entry, { begun, ledgerOfOther: !own && owner !== undefined }, services),
    };
}
async function recoverResults(store, entry, { begun, ledgerOfOther }, services) {
    const signal = begun ? services.signal : AbortSignal.any([services.signal, AbortSignal.timeout(timing/* untouchedStoreMs */.Ht)]);
    const { project, context, command } = entry;
    const { clock, run } = services;
    const holder = { id: (0,external_node_crypto_.randomUUID)(), command, project, context, since: clock.timestamp(), run };
    const options = { timeoutMs: 0, onWait: () => { }, onBroken: () => { } };
    if (!store.lock && !begun)
        return { state: "nothing-left", failure: undefined };
    if (!store.lock)
        return storeResults(store, entry, services);
    const looked = begun ? undefined : await store.lockWithWrite?.(holder, options, signal);
    if (looked?.state === "free")
        return { state: "nothing-left", failure: undefined };
    const lock = await store.lock(holder, options, signal);
    if (lock.state === "locked") {
        try {
            if (store.localFolder !== undefined)
                await (0,orphan_processes/* endOrphanProcesses */.B)(store.localFolder);
            const outcome = await storeResults(store, { ...entry, lockId: holder.id }, services);
            const released = await lock.release();
            return released.ok || outcome.state !== "stored" ? outcome : { ...outcome, problem: released.error };
        }
        catch (error) {
            await lock.release();
            throw error;
        }
    }
    if (lock.state === "held" && ledgerOfOther)
        return { state: "taken-over", holder: lock.holder };
    if (!begun)
        return { state: "nothing-left", failure: lock.state === "held" ? undefined : lock.failure };
    return keepResults(store, entry, services, lock.failure);
}
async function storeResults(store, entry, services) {
    const opened = await openSession(store, entry, services);
    if (!opened.ok)
        return { state: "not-stored", failure: inJournal(opened.error, store) };
    const session = opened.value;
    if (entry.left === "results" && !session.stored.journalled)
        return { state: "not-stored", failure: movedOn(entry, session, inRecoveryFile(entry)) };
    const overtaken = overtakenResults(store, session);
    if (overtaken.length > 0)
        return { state: "not-stored", failure: movedOn(entry, session, inJournalAlone(overtaken, store)) };
    const results = journalled(store, session);
    const closed = await session.close({ clearPendingNeverStarted: true });
    if (!closed.ok && session.unsaved)
        return { state: "not-stored", failure: await recover_context_keep(session, store, entry, services, closed.error) };
    const underWay = session.contents.pending.map(({ intent }) => intent.task);
    return {
        state: "stored",
        results,
        serial: session.stored.serial,
        underWay,
        problem: closed.ok ? undefined : closed.error,
    };
}
async function keepResults(store, entry, services, failed) {
    const opened = await openSession(store, entry, services);
    if (!opened.ok)
        return { state: "not-stored", failure: inJournal(failed, store) };
    return { state: "not-stored", failure: await recover_context_keep(opened.value, store, entry, services, failed) };
}
async function recover_context_keep(session, store, entry, services, failed) {
    return session.unsaved ? services.keepRecovery(entry, await session.recovery(), failed) : inJournal(failed, store);
}
function movedOn({ project, context }, { stored: { serial } }, where) {
    const message = `The state of ${project}/${context} has moved on since (it has serial ${serial}), so the results of this step are in no state. ${where}`;
    return (0,diagnostic/* failure */.V2)("state-conflict", message);
}
function inRecoveryFile({ context, place }) {
    const pull = (0,command_line/* commandLine */.a)(["opus", "state", "pull", "--context", context, ...place.flags]);
    const compare = place.backend.insteadInTerminal !== undefined ? "what `describe` shows" : `\`${pull}\``;
    return `They are in the recovery file that the step names: compare it with ${compare}, and apply again.`;
}
function overtakenResults(store, session) {
    const left = store.lock || session.stored.journalled ? undefined : store.journal?.unended?.();
    if (left === undefined)
        return [];
    const records = store.journal?.read(left.lineage, left.serial);
    const results = (records?.ok ? (records.value ?? []) : []).filter(({ type }) => type === "result");
    return [...new Set(results.map(({ task }) => task))];
}
function inJournalAlone(tasks, { localFolder = "" }) {
    const shown = (0,listed/* andMore */.v)(tasks, 10);
    return `Another run has written it at the same time, and looked at what was under way then. What became of ${shown} after that is in the journal in ${localFolder} alone: look at a \`plan\`, and apply again.`;
}
function inJournal(failed, { localFolder }) {
    if (localFolder === undefined)
        return failed;
    const message = `${failed.message} What the step did last is in the journal in ${localFolder}: the next run on this machine stores it.`;
    return { ...failed, message };
}
function openSession(store, { project, context, command, lockId }, { clock, run, version, signal, sealing }) {
    const known = { project, context, clock, newLineage: external_node_crypto_.randomUUID, run, command, writer: version, lockId };
    const options = { ...known, sealed: (0,open_seal/* sessionSeal */.YW)(sealing) };
    return session/* StateSession */.i.open(store, options, signal);
}
function journalled(store, { stored: { lineage, serial } }) {
    const journal = store.journal?.read(lineage ?? "", serial);
    return (journal?.ok ? (journal.value ?? []) : []).filter(({ type }) => type === "result").length;
}

var labels = __webpack_require__(12188);
var with_lock = __webpack_require__(1449);
;// CONCATENATED MODULE: ./src/app/post-step/recovery-messages.ts



const beginnings = {
    all: "The step was ended before it was through.",
    results: "The step could not store everything.",
    lock: "The step could not release its lock.",
};
function recoveryWords({ entry, ended, alive, outcome }) {
    const { project, context, command } = entry;
    const where = `${project}/${context}`;
    const begin = beginnings[entry.left ?? "all"];
    const killed = ended.length === 0 ? [] : [`ended ${(0,with_lock/* orphanProcessWords */.Z0)(ended)}`];
    const still = alive.length === 0 ? "" : ` ${(0,with_lock/* aliveWords */.LE)(alive, entry)}`;
    const sentences = (parts, rest) => `${begin} ${capital(parts.join(", "))}.${rest}${still}`;
    switch (outcome.state) {
        case "stored": {
            const { results, serial, underWay, problem } = outcome;
            const stored = results === 0
                ? `nothing of ${command} in ${where} was left to store (serial ${serial})`
                : `stored ${(0,labels/* plural */.LS)(results, "result")} of ${command} in ${where} (serial ${serial})`;
            const open = underWay.length === 0 ? [] : [underWayWords(underWay)];
            const next = underWay.length === 0 ? "" : ` The next run settles ${underWay.length === 1 ? "it" : "them"}.`;
            const but = problem ? ` ${sentence(problem.message)}` : "";
            const text = sentences([...killed, stored, ...open], `${next}${but}`);
            return { level: problem || alive.length > 0 ? "error" : "notice", text };
        }
        case "taken-over": {
            const { holder } = outcome;
            const url = holder.run.url === "" ? "" : `, ${holder.run.url}`;
            const by = `\`${holder.command}\` since ${holder.since}${url}`;
            const rest = " What the step had left on this machine went to that run.";
            const text = sentences([...killed, `the state of ${where} is locked by another run (${by})`], rest);
            return { level: "warning", text };
        }
        case "nothing-left": {
            const { failure } = outcome;
            const what = entry.left === "lock" ? `everything of ${command} in ${where} is stored` : `it had changed nothing in ${where}`;
            if (!failure)
                return { level: alive.length > 0 ? "error" : "notice", text: sentences([...killed, what], "") };
            const rest = ` Should its lock ${entry.lockId} still be held, release it with \`unlock\`, or let the next run break it once this one is over. ${sentence(failure.message)}`;
            return { level: "warning", text: sentences([...killed, what], rest) };
        }
        case "not-stored": {
            const what = `the last results of ${command} in ${where} are not stored`;
            return { level: "error", text: sentences([...killed, what], ` ${sentence(outcome.failure.message)}`) };
        }
    }
}
function underWayWords(tasks) {
    const shown = (0,listed/* andMore */.v)(tasks, 10);
    return `${(0,labels/* plural */.LS)(tasks.length, "task")} ${tasks.length === 1 ? "was" : "were"} under way: ${shown}`;
}
function capital(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function sentence(text) {
    return `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}

;// CONCATENATED MODULE: ./src/app/post-step/post-step.ts

























async function runPostStep(options) {
    const status = await finish(options);
    const host = { environment: options.environment, terminal: false };
    await (0,planning_ledger/* endOrphansOfPlans */.m)((0,local_root/* planningFolder */.Yv)(host));
    (0,local_folders/* removeLeftFolders */.b)(host);
    return status;
}
async function finish(options) {
    const { STATE_handover: path, RUNNER_TEMP: temporary } = options.environment;
    if (!path || !temporary)
        return 0;
    const refuse = (message) => {
        options.console.annotation("error", options.redactor.text(message));
        return 1;
    };
    const handover = (0,handover_file/* readHandover */.I)(path, temporary, options.backends);
    if (!handover.ok)
        return refuse(`What the step left open can't be told: ${handover.error}. The next run ends its processes and settles its tasks.`);
    if (handover.value === undefined)
        return 0;
    const { process: main, contexts, secretVariables } = handover.value;
    const own = ofJob(options.environment);
    const end = await endProcess(main, (0,process_identity/* localMachine */.l)(), (pid) => (0,process_table/* hasVariables */.cF)(pid, own));
    if (end === "alive")
        return refuse(`The process of the step (${main.pid}) still runs and could not be ended, so its state was left alone. End it; the next run settles what it was doing.`);
    if (end === "stranger")
        return refuse(`${path} says that the step was process ${main.pid}, which is none of this job, so nothing was ended, and the state was left alone. Find out what else writes there. The next run settles what the step was doing.`);
    hide(secretVariables, options);
    const status = contexts.length === 0 ? 0 : await recoverAll(contexts, options);
    await endChecks(handover.value, options);
    (0,external_node_fs_.rmSync)(path, { force: true });
    return status;
}
const jobVariables = ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB", "RUNNER_TEMP"];
function ofJob(environment) {
    return jobVariables.flatMap((name) => {
        const value = environment[name];
        return value === undefined ? [] : [[name, value]];
    });
}
function hide(variables, { environment, settings, redactor, console, }) {
    const declared = variables.flatMap((name) => environment[name] || []);
    const beforehand = [...(0,open_seal/* secretSettings */.wL)(settings), ...(0,address_secrets/* passwordsInAddresses */.A)(environment)].map(([value]) => value);
    for (const secret of new Set([...beforehand, ...declared])) {
        redactor.add(secret);
        console.addMask(secret);
    }
}
async function endChecks({ checks, older }, options) {
    const { environment, settings, version, signal, redactor, console } = options;
    if ((checks.length === 0 && older === undefined) || !settings.token)
        return;
    const runs = await (0,open_checks/* openChecks */._)(environment, settings.token, version);
    const runUrl = (0,run_info/* runInfo */.Q)({ environment }).url || undefined;
    const { GITHUB_REPOSITORY: repository = "" } = environment;
    const ending = { runs, repository, runUrl, timestamp: clock/* systemClock */.m.timestamp(), signal };
    for (const { level, text } of await endLeftChecks({ checks, older }, ending))
        console.annotation(level, redactor.text(text));
    await runs.dispose();
}
async function recoverAll(contexts, options) {
    const { console, settings, redactor } = options;
    const { encryptionKey, initialize } = settings;
    const sealing = await (0,open_seal/* openSealing */.wj)({ encryptionKey, initialize }, { terminal: false, environment: {} }, () => undefined);
    if (!sealing.ok) {
        const message = `What the step left open was left alone: ${sealing.error.message}. The next run settles it.`;
        console.annotation("error", redactor.text(message));
        return 1;
    }
    const told = [];
    let status = 0;
    for (const open of contexts) {
        const { level, text } = await recoverOne(open, options, sealing.value);
        const shown = redactor.text(text);
        if (level === "error")
            status = 1;
        console.annotation(level, shown);
        told.push(shown);
    }
    if (settings.summary && told.length > 0)
        console.appendSummary(`### After the step\n\n${(0,markdown/* fenced */.OF)(told, "text")}`);
    return status;
}
async function recoverOne(open, options, sealing) {
    const found = await openStores(open, options, sealing);
    if (!found.ok) {
        const where = `${open.project}/${open.context}`;
        const text = `What the step left open of ${where} was left alone: ${found.error.message} The next run settles it.`;
        return { level: "error", text };
    }
    const { stores, entry } = found.value;
    const recovery = await recoverContext(entry, await stores.open(entry.context), recoverServices(options, sealing));
    await stores.dispose();
    return recoveryWords(recovery);
}
async function openStores(open, options, sealing) {
    const { environment, version, settings, console, directory, redactor } = options;
    const workingDirectory = (0,external_node_path_.resolve)(directory, settings.workingDirectory);
    const host = { terminal: false, environment, directory, backends: options.backends };
    if (settings.context !== undefined && settings.context !== open.context)
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `the input \`context\` names ${settings.context}.`));
    const place = await (0,state_location/* stateLocation */.vJ)(settings, { state: open.said }, host, workingDirectory, checkout/* checkout */.P);
    if (!place.ok)
        return place;
    const files = place.value.backend.onThisMachine ? stateFiles(options, workingDirectory) : (0,diagnostic.ok)(file_system/* nodeFileSystem */.GP);
    if (!files.ok)
        return files;
    const stores = new state_stores/* Stores */.FH({
        place: place.value,
        project: open.project,
        environment,
        terminal: false,
        stateFiles: files.value,
        version,
        token: settings.token,
        initialize: settings.initialize,
        clock: clock/* systemClock */.m,
        sealing,
        redact: (text) => redactor.text(text),
        onProgress: (text) => console.line(redactor.text(text), "muted"),
    });
    return (0,diagnostic.ok)({ stores, entry: { ...open, place: place.value } });
}
function stateFiles({ settings, environment }, workingDirectory) {
    if (settings.state.path !== undefined)
        return (0,diagnostic.ok)(file_system/* nodeFileSystem */.GP);
    try {
        return (0,diagnostic.ok)((0,read_only_state_files/* stateInside */._R)(external_node_fs_.realpathSync.native((0,workspace_root/* workspaceRoot */.o)({ environment }, workingDirectory))));
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("state-unavailable", `the workspace can't be used (${why}).`));
    }
}
function recoverServices({ environment, version, signal, directory, settings, backends }, sealing) {
    return {
        clock: clock/* systemClock */.m,
        sealing,
        run: (0,run_info/* runInfo */.Q)({ environment }),
        version,
        signal,
        keepRecovery: ({ context, project: projectName, place }, text, failed) => {
            const host = {
                terminal: false,
                directory,
                environment: { ...environment, RUNNER_TEMP: undefined },
                backends,
            };
            const backend = place.backend.name;
            return (0,recovery_file/* keepRecovery */.f)(context, text, failed, { settings, host, project: undefined, projectName, backend });
        },
    };
}

;// CONCATENATED MODULE: ./src/app/post-step/run-after-step.ts




async function runAfterStep(program) {
    const { environment, redactor, version } = program;
    program.addRunnerTokens();
    const { console, verbose } = (0,step/* openStep */.b)(environment, program.stdout);
    if (verbose)
        program.startTrace((line) => console.line(line, "muted"));
    const settings = (0,inputs/* readSettings */.sb)((0,raw_inputs/* readRawInputs */.yI)(environment), { terminal: false });
    if (!settings.ok)
        return 0;
    const { urgent: signal } = program.cancelled();
    const directory = environment.GITHUB_WORKSPACE || process.cwd();
    return runPostStep({ console, redactor, environment, settings: settings.value, directory, version, signal });
}


/***/ }),

/***/ 82902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4679);




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

};
