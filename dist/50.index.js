export const id = 50;
export const ids = [50];
export const modules = {

/***/ 29163:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Od: () => (/* binding */ ours),
/* harmony export */   UV: () => (/* binding */ firstLines),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   l0: () => (/* binding */ inlineHtml),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   v1: () => (/* binding */ codeHtml),
/* harmony export */   wg: () => (/* binding */ rowBytes),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _engine_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48433);
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35868);


/** Markdown of ours with something filled in. A text whose type does not say what it may be has to be escaped first. */
function md(texts, ...values) {
    return texts.map((text, index) => text + (index < values.length ? String(values[index]) : "")).join("");
}
/** A text that is made of words and numbers of ours alone, or was Markdown of ours before it was stored. */
function ours(text) {
    return text;
}
function joined(parts, separator) {
    return parts.join(separator);
}
/** Whole lines from the beginning, as far as they fit, with the line feed after the last of them. */
function firstLines(text, room) {
    return (text.length <= room ? text : text.slice(0, text.lastIndexOf("\n", Math.max(0, room - 1)) + 1));
}
// Words and numbers with the marks that stand between them.
const words = /^[\p{L}\p{N} .,;()'"%?!-]*$/u;
// What GitHub makes links of without any mark: addresses, references such as GH-1, advisories, digests of commits.
const reference = /www|ghsa-|[\p{L}\p{N}]-+\p{N}|(?<![\p{L}\p{N}])[0-9a-f]{7,}(?![\p{L}\p{N}])/iu;
/** Text that means nothing to Markdown, HTML, mentions or links, so that it may stand as prose. */
function isProse(line) {
    return words.test(line) && !reference.test(line);
}
/**
 * Untrusted text inside a line of Markdown: harmless words as they are, anything else as code, where nothing is
 * markup, mention or link.
 * @param width characters to keep
 */
function inline(text, width = 300) {
    const line = (0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width);
    return isProse(line) ? line : codeSpan(line);
}
/** Untrusted text as a code span on one line. */
function code(text, width = 300) {
    return codeSpan((0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width));
}
function codeSpan(line) {
    if (line.trim() === "")
        return "` `";
    const fence = "`".repeat(longestRun(line, "`") + 1);
    const pad = fence.length > 1 ? " " : "";
    return `${fence}${pad}${line}${pad}${fence}`;
}
/**
 * What `inline` or `code` gave, for a cell of a table. A pipe ends a cell even inside code, and whether a backslash
 * before it helps depends on what stands before that; a look-alike always works.
 */
function cell(markdown) {
    return markdown.replaceAll("|", "│").replaceAll("\\", "⧵");
}
function html(line) {
    return line
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;")
        .replaceAll("@", "&#64;");
}
/** The same as `code`, for the title of a fold: that is HTML. */
function codeHtml(text, width = 300) {
    return `<code>${html((0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width))}</code>`;
}
/** The same as `inline`, for the title of a fold: GitHub finds mentions and links in HTML too, but not in its code. */
function inlineHtml(text, width = 300) {
    const line = (0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width);
    return isProse(line) ? html(line) : codeHtml(text, width);
}
/** A link, where the address is one of the web; else only its words. */
function link(shown, url) {
    if (url === undefined || !/^https?:\/\//.test(url))
        return shown;
    const address = url.toWellFormed().replace(/[^\w./:?#@!$&*+,;=%~-]/gu, encodeURIComponent);
    // Those that are left by it mean something here.
    return md `[${shown}](${ours(address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))})`;
}
/** A fenced block around lines, with a fence that no line can end. Each is one line, whatever is in it. */
function fenced(lines, language) {
    const shown = lines.map(_engine_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK);
    const longest = shown.reduce((most, line) => Math.max(most, longestRun(line, "`")), 0);
    const fence = "`".repeat(Math.max(3, longest + 1));
    return [`${fence}${language}`, ...shown, fence].join("\n");
}
/** A table. */
function table(heads, rows) {
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
/** Bytes that a row takes in a table. */
function rowBytes(cells) {
    return bytes(cells.map(cell).join(" | ")) + 6;
}
/** A folded block; the title is HTML already. */
function details(title, body, open = false) {
    return md `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** Bytes in UTF-8. */
function bytes(text) {
    return Buffer.byteLength(text);
}
function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const current of text) {
        run = current === character ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}


/***/ }),

/***/ 22050:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPostStep: () => (/* binding */ runPostStep)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/engine/diagnostic.ts
var diagnostic = __webpack_require__(61463);
// EXTERNAL MODULE: ./src/hooks/markdown.ts
var markdown = __webpack_require__(29163);
// EXTERNAL MODULE: ./src/node/checkout.ts
var checkout = __webpack_require__(99014);
// EXTERNAL MODULE: ./src/node/clock.ts
var clock = __webpack_require__(31902);
// EXTERNAL MODULE: ./src/node/process-table.ts
var process_table = __webpack_require__(50888);
// EXTERNAL MODULE: ./src/state/file-system.ts
var file_system = __webpack_require__(97705);
// EXTERNAL MODULE: ./src/state/machine.ts
var state_machine = __webpack_require__(31668);
// EXTERNAL MODULE: ./src/run/address-secrets.ts
var address_secrets = __webpack_require__(63033);
// EXTERNAL MODULE: ./src/run/handover.ts
var run_handover = __webpack_require__(93270);
// EXTERNAL MODULE: ./src/run/load.ts + 21 modules
var load = __webpack_require__(90288);
// EXTERNAL MODULE: ./src/run/local-root.ts
var local_root = __webpack_require__(56315);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/engine/command-line.ts
var command_line = __webpack_require__(17014);
// EXTERNAL MODULE: ./src/node/leftovers.ts
var leftovers = __webpack_require__(89944);
// EXTERNAL MODULE: ./src/node/process-ledger.ts
var process_ledger = __webpack_require__(83583);
// EXTERNAL MODULE: ./src/state/session.ts + 1 modules
var session = __webpack_require__(71798);
// EXTERNAL MODULE: ./src/run/sealing.ts
var run_sealing = __webpack_require__(17354);
;// CONCATENATED MODULE: ./src/run/recover.ts









/** For a step that never had the lock: asking the store again should not keep the job waiting. */
const untouchedMs = 15_000;
const killMs = 5_000;
const proofMs = 500;
/**
 * Ends the main process of the step, should it still run.
 * @param isOfJob does its environment show that it is of this job? Who has written the handover may not say so alone
 * @returns what became of it; `stranger`: it was left alone
 */
async function endProcess(main, machine, isOfJob) {
    const { host, bootId, processNamespace } = machine.self;
    // Numbers of another machine or container mean nothing here; the lock tells then.
    if (main.host !== host || main.bootId !== bootId || main.processNamespace !== processNamespace)
        return "gone";
    let proven = false;
    const began = Date.now();
    for (; (0,state_machine/* whyGone */._)(main, machine) === undefined; await (0,promises_.setTimeout)(20)) {
        const elapsed = Date.now() - began;
        if (elapsed > killMs)
            return "alive";
        proven ||= isOfJob(main.pid);
        // One that is just ending has no environment any more.
        if (!proven && elapsed > proofMs)
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
/** Finishes what a killed step had open: ends its processes, stores its results, frees its lock. */
async function recoverContext(entry, store, services) {
    const { localFolder: folder } = store;
    // Another run on this machine that has the lock now keeps a ledger of its own: its processes are none of ours.
    const owner = folder === undefined ? undefined : (0,process_ledger/* readLedger */.SC)(folder).owner;
    const own = folder !== undefined && owner === entry.lockId;
    const left = own ? await (0,leftovers/* endLeftovers */.q)(folder, { owner: entry.lockId }) : { ended: [], alive: [] };
    const { ended, alive } = left;
    // A step that ended by itself keeps no ledger any more; one that was killed while it waited for the lock never had one.
    const begun = own || entry.left === "results";
    return {
        entry,
        ended,
        alive,
        outcome: await settle(store, entry, { begun, ledgerOfOther: !own && owner !== undefined }, services),
    };
}
async function settle(store, entry, { begun, ledgerOfOther }, services) {
    const signal = begun ? services.signal : AbortSignal.any([services.signal, AbortSignal.timeout(untouchedMs)]);
    const { project, context, command } = entry;
    const { clock, run } = services;
    const holder = { id: (0,external_node_crypto_.randomUUID)(), command, project, context, since: clock.timestamp(), run };
    const options = { timeoutMs: 0, onWait: () => { }, onBroken: () => { } };
    // Without a lock nothing is left that has to be released.
    if (!store.lock && !begun)
        return { state: "nothing-left", failure: undefined };
    if (!store.lock)
        return storeResults(store, entry, services);
    const lock = await store.lock(holder, options, signal);
    if (lock.state === "locked") {
        try {
            if (store.localFolder !== undefined)
                await (0,leftovers/* endLeftovers */.q)(store.localFolder);
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
    // The step has left results, and the journal does not continue what is stored: others have written since.
    if (entry.left === "results" && !session.journalled)
        return { state: "not-stored", failure: movedOn(entry, session, inRecoveryFile(store, entry)) };
    const overtaken = overtakenResults(store, session);
    if (overtaken.length > 0)
        return { state: "not-stored", failure: movedOn(entry, session, inJournalAlone(overtaken, store)) };
    const results = journalled(store, session);
    const closed = await session.close({ clearPendingNeverStarted: true });
    if (!closed.ok && session.unsaved)
        return { state: "not-stored", failure: await keep(session, store, entry, services, closed.error) };
    const underWay = session.pending.map(({ intent }) => intent.task);
    return { state: "stored", results, serial: session.serial, underWay, problem: closed.ok ? undefined : closed.error };
}
/** Without the lock nothing may be written; but what the journal has over the stored state can be kept. */
async function keepResults(store, entry, services, failed) {
    const opened = await openSession(store, entry, services);
    if (!opened.ok)
        return { state: "not-stored", failure: inJournal(failed, store) };
    return { state: "not-stored", failure: await keep(opened.value, store, entry, services, failed) };
}
async function keep(session, store, entry, services, failed) {
    return session.unsaved ? services.keepRecovery(entry, await session.recovery(), failed) : inJournal(failed, store);
}
/** @param where the results are, and what to do, in sentences */
function movedOn({ project, context }, { serial }, where) {
    const message = `The state of ${project}/${context} has moved on since (it has serial ${serial}), so the results of this step are in no state. ${where}`;
    return (0,diagnostic/* failure */.V2)("state-conflict", message);
}
/** The recovery file that the step wrote is all there is then; the journal says the same. */
function inRecoveryFile({ backend }, { context, place }) {
    const pull = (0,command_line/* commandLine */.a)(["opus", "state", "pull", "--context", context, ...place.flags]);
    const compare = backend === "cache" ? "what `describe` shows" : `\`${pull}\``;
    return `They are in the recovery file that the step names: compare it with ${compare}, and apply again.`;
}
/** Tasks whose results a run could overtake that had no lock to wait for. */
function overtakenResults(store, session) {
    const left = store.lock || session.journalled ? undefined : store.journal?.unended?.();
    if (left === undefined)
        return [];
    const records = store.journal?.read(left.lineage, left.serial);
    const results = (records?.ok ? (records.value ?? []) : []).filter(({ type }) => type === "result");
    return [...new Set(results.map(({ task }) => task))];
}
function inJournalAlone(tasks, { localFolder = "" }) {
    const shown = tasks.length > 10 ? `${tasks.slice(0, 10).join(", ")} and ${tasks.length - 10} more` : tasks.join(", ");
    return `Another run has written it at the same time, and looked at what was under way then. What became of ${shown} after that is in the journal in ${localFolder} alone: look at a \`plan\`, and apply again.`;
}
/** Without the stored state nothing can be made of the journal. */
function inJournal(failed, { localFolder }) {
    if (localFolder === undefined)
        return failed;
    const message = `${failed.message} What the step did last is in the journal in ${localFolder}: the next run on this machine stores it.`;
    return { ...failed, message };
}
function openSession(store, { project, context, command, lockId }, { clock, run, version, signal, sealing }) {
    const known = { project, context, clock, newLineage: external_node_crypto_.randomUUID, run, command, writer: version, lockId };
    const options = { ...known, sealed: (0,run_sealing/* sessionSeal */.YW)(sealing) };
    return session/* StateSession */.i.open(store, options, signal);
}
/** How many results the journal has that the store lacks. */
function journalled(store, { lineage, serial }) {
    const journal = store.journal?.read(lineage ?? "", serial);
    return (journal?.ok ? (journal.value ?? []) : []).filter(({ type }) => type === "result").length;
}

// EXTERNAL MODULE: ./src/hooks/words.ts
var words = __webpack_require__(83873);
// EXTERNAL MODULE: ./src/run/holding.ts
var holding = __webpack_require__(76414);
;// CONCATENATED MODULE: ./src/run/recover-words.ts


const beginnings = {
    all: "The step was ended before it was through.",
    results: "The step could not store everything.",
    lock: "The step could not release its lock.",
};
/** Tells what was done for a context, and what is left to do. */
function recoveryWords({ entry, ended, alive, outcome }) {
    const { project, context, command } = entry;
    const where = `${project}/${context}`;
    const begin = beginnings[entry.left ?? "all"];
    const killed = ended.length === 0 ? [] : [`ended ${(0,holding/* leftoverWords */.BF)(ended)}`];
    const still = alive.length === 0 ? "" : ` ${(0,holding/* aliveWords */.LE)(alive, entry)}`;
    const sentences = (parts, rest) => `${begin} ${capital(parts.join(", "))}.${rest}${still}`;
    switch (outcome.state) {
        case "stored": {
            const { results, serial, underWay, problem } = outcome;
            const stored = results === 0
                ? `nothing of ${command} in ${where} was left to store (serial ${serial})`
                : `stored ${(0,words/* plural */.LS)(results, "result")} of ${command} in ${where} (serial ${serial})`;
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
    const shown = tasks.length > 10 ? `${tasks.slice(0, 10).join(", ")} and ${tasks.length - 10} more` : tasks.join(", ");
    return `${(0,words/* plural */.LS)(tasks.length, "task")} ${tasks.length === 1 ? "was" : "were"} under way: ${shown}`;
}
function capital(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function sentence(text) {
    return `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}

// EXTERNAL MODULE: ./src/run/run-info.ts
var run_info = __webpack_require__(66889);
// EXTERNAL MODULE: ./src/run/state/recovery.ts
var recovery = __webpack_require__(63428);
// EXTERNAL MODULE: ./src/run/state-files.ts
var state_files = __webpack_require__(70258);
// EXTERNAL MODULE: ./src/run/state-place.ts
var state_place = __webpack_require__(6958);
// EXTERNAL MODULE: ./src/run/stores.ts + 23 modules
var run_stores = __webpack_require__(73364);
;// CONCATENATED MODULE: ./src/run/post-step.ts





















/**
 * Finishes what the main step could not, because it was killed: ends its processes, stores its results, frees its
 * locks. After a step that ended by itself it says nothing.
 * @returns the exit status
 */
async function runPostStep(options) {
    const status = await finish(options);
    // Last: what its processes were told of is theirs until they are ended.
    (0,local_root/* removeLeftFolders */.bH)({ environment: options.environment, terminal: false });
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
    const handover = (0,run_handover/* readHandover */.I)(path, temporary);
    if (!handover.ok)
        return refuse(`What the step left open can't be told: ${handover.error}. The next run ends its processes and settles its tasks.`);
    if (handover.value === undefined)
        return 0;
    const { process: main, contexts, secretVariables } = handover.value;
    const own = ofJob(options.environment);
    const end = await endProcess(main, (0,state_machine/* localMachine */.l)(), (pid) => (0,process_table/* hasVariables */.cF)(pid, own));
    if (end === "alive")
        return refuse(`The process of the step (${main.pid}) still runs and could not be ended, so its state was left alone. End it; the next run settles what it was doing.`);
    if (end === "stranger")
        return refuse(`${path} says that the step was process ${main.pid}, which is none of this job, so nothing was ended, and the state was left alone. Find out what else writes there. The next run settles what the step was doing.`);
    hide(secretVariables, options);
    const status = await recoverAll(contexts, options);
    // Once more would change nothing for those that are through; those that failed were told of.
    (0,external_node_fs_.rmSync)(path, { force: true });
    return status;
}
/** What all steps of a job have in their environment, and nothing else on the machine; scripts of opus get none of it. */
const jobVariables = ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB", "RUNNER_TEMP"];
function ofJob(environment) {
    return jobVariables.flatMap((name) => {
        const value = environment[name];
        return value === undefined ? [] : [[name, value]];
    });
}
/** Hides what the main step hid. */
function hide(variables, { environment, settings, redactor, console, }) {
    const declared = variables.flatMap((name) => environment[name] || []);
    const beforehand = [...(0,run_sealing/* secretSettings */.wL)(settings), ...(0,address_secrets/* passwordsInAddresses */.A)(environment)].map(([value]) => value);
    for (const secret of new Set([...beforehand, ...declared])) {
        redactor.add(secret);
        console.addMask(secret);
    }
}
async function recoverAll(contexts, options) {
    const { console, settings, redactor } = options;
    // The main step has warned of weak ones.
    const { encryptionKey, initialize } = settings;
    // What was left open was opened by a run that may write.
    const sealing = await (0,run_sealing/* openSealing */.wj)({ encryptionKey, initialize }, { terminal: false, environment: {} }, () => undefined);
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
/** Where state is, and with it where the token goes, the inputs and the environment say; only what they leave open comes from the step. */
async function openStores(open, options, sealing) {
    const { environment, version, settings, console, directory, redactor } = options;
    const workingDirectory = (0,external_node_path_.resolve)(directory, settings.workingDirectory);
    const host = { terminal: false, environment, directory };
    if (settings.context !== undefined && settings.context !== open.context)
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `the input \`context\` names ${settings.context}.`));
    const place = await (0,state_place/* statePlace */.Df)(settings, { state: open.said }, host, workingDirectory, checkout/* checkout */.P);
    if (!place.ok)
        return place;
    const files = place.value.backend === "file" ? stateFiles(options, workingDirectory) : (0,diagnostic.ok)(file_system/* nodeFileSystem */.GP);
    if (!files.ok)
        return files;
    const stores = new run_stores/* Stores */.F({
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
/** As the step had them. */
function stateFiles({ settings, environment }, workingDirectory) {
    if (settings.state.path !== undefined)
        return (0,diagnostic.ok)(file_system/* nodeFileSystem */.GP);
    try {
        return (0,diagnostic.ok)((0,state_files/* stateInside */._R)(external_node_fs_.realpathSync.native((0,load/* workspaceRoot */.oS)({ environment }, workingDirectory))));
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("state-unavailable", `the workspace can't be used (${why}).`));
    }
}
function recoverServices({ environment, version, signal, directory, settings }, sealing) {
    return {
        clock: clock/* systemClock */.m,
        sealing,
        run: (0,run_info/* runInfo */.Q)({ environment }),
        version,
        signal,
        keepRecovery: ({ context, project: projectName, place: { backend } }, text, failed) => {
            // No step comes after this one that could fetch it from the runner's temporary folder, which is emptied then.
            const host = { terminal: false, directory, environment: { ...environment, RUNNER_TEMP: undefined } };
            return (0,recovery/* keepRecovery */.f)(context, text, failed, { settings, host, project: undefined, projectName, backend });
        },
    };
}


/***/ })

};
