export const id = 132;
export const ids = [132];
export const modules = {

/***/ 6132:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runState: () => (/* binding */ runState)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(81729);
// EXTERNAL MODULE: ./src/context/rules.ts
var rules = __webpack_require__(87392);
// EXTERNAL MODULE: ./src/engine/code-frame.ts
var code_frame = __webpack_require__(83665);
// EXTERNAL MODULE: ./src/engine/command-line.ts
var command_line = __webpack_require__(17014);
// EXTERNAL MODULE: ./src/engine/diagnostic.ts
var engine_diagnostic = __webpack_require__(61463);
// EXTERNAL MODULE: ./src/engine/printable.ts
var printable = __webpack_require__(48433);
// EXTERNAL MODULE: ./src/engine/project.ts
var engine_project = __webpack_require__(80759);
// EXTERNAL MODULE: ./src/engine/redact-report.ts
var redact_report = __webpack_require__(24888);
// EXTERNAL MODULE: ./src/node/checkout.ts
var checkout = __webpack_require__(99014);
// EXTERNAL MODULE: ./src/node/clock.ts
var clock = __webpack_require__(31902);
// EXTERNAL MODULE: ./src/node/process-groups.ts
var process_groups = __webpack_require__(11654);
// EXTERNAL MODULE: ./src/state/moved.ts
var state_moved = __webpack_require__(11290);
// EXTERNAL MODULE: ./src/run/admission.ts + 1 modules
var admission = __webpack_require__(950);
// EXTERNAL MODULE: ./src/run/declared-secrets.ts
var declared_secrets = __webpack_require__(11855);
// EXTERNAL MODULE: ./src/run/elsewhere.ts
var run_elsewhere = __webpack_require__(85537);
// EXTERNAL MODULE: ./src/run/former-names.ts
var former_names = __webpack_require__(31801);
// EXTERNAL MODULE: ./src/run/load.ts + 21 modules
var load = __webpack_require__(90288);
// EXTERNAL MODULE: ./src/run/powers.ts + 4 modules
var run_powers = __webpack_require__(95218);
// EXTERNAL MODULE: ./src/run/run-info.ts
var run_info = __webpack_require__(66889);
// EXTERNAL MODULE: ./src/run/sealing.ts
var run_sealing = __webpack_require__(17354);
// EXTERNAL MODULE: ./src/run/state-commands.ts
var state_commands = __webpack_require__(67035);
// EXTERNAL MODULE: ./src/run/state-place.ts
var state_place = __webpack_require__(6958);
// EXTERNAL MODULE: ./src/run/stores.ts + 23 modules
var run_stores = __webpack_require__(73364);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/state/file-system.ts
var file_system = __webpack_require__(97705);
// EXTERNAL MODULE: ./src/state/state-folder.ts
var state_folder = __webpack_require__(64629);
;// CONCATENATED MODULE: ./src/run/state/context.ts





/**
 * The context that is meant when none was given: the only one that is recorded (a folder can be listed), else the only
 * one that a rule names.
 * @param name of the project
 * @param tracked contexts that a branch has, which count where a folder has none
 */
function onlyContext(place, name, project, tracked = []) {
    const inFolder = place.backend === "file" ? recordedContexts(place.path, name) : [];
    const recorded = inFolder.length > 0 ? inFolder : tracked;
    const named = namedContexts(project);
    const [first, ...others] = recorded.length > 0 ? recorded : named;
    if (first !== undefined && others.length === 0)
        return (0,engine_diagnostic.ok)(first);
    const known = [...new Set([...recorded, ...named])].sort();
    const message = known.length === 0
        ? `it is not clear which context is meant: ${place.backend === "file" ? `none of "${name}" is recorded, and ` : ""}no rule names one`
        : `it is not clear which context is meant: ${known.join(", ")}`;
    return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("no-context", message, [
        { severity: "error", code: "no-context", message, suggestion: "Give `--context NAME`." },
    ]));
}
/** Contexts of a project that a folder of states holds; none when it is not there or can't be read. */
function recordedContexts(statePath, project) {
    const isAway = (context) => {
        const moved = new state_folder/* StateFolder */.sy(statePath, project, context, file_system/* nodeFileSystem */.GP).movedTo();
        return moved.ok && moved.value !== undefined;
    };
    try {
        return ((0,external_node_fs_.readdirSync)((0,external_node_path_.join)(statePath, (0,state_folder/* folderName */.ub)(project)), { withFileTypes: true })
            // What is cut can't be read back.
            .filter((entry) => entry.isDirectory() && !entry.name.includes("~"))
            .map((entry) => decodeURIComponent(entry.name))
            .filter((context) => !isAway(context))
            .sort());
    }
    catch {
        return [];
    }
}
/** Names in rules that no event can change. */
function namedContexts(project) {
    const names = (project?.contexts ?? []).flatMap((rule) => [
        ...(Array.isArray(rule.input) ? rule.input : []),
        ...(rule.context === undefined ? [] : [rule.context]),
        ...(rule.contexts ?? []),
    ]);
    return [...new Set(names.filter((name) => !name.includes("${")))].sort();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/state/session.ts + 1 modules
var session = __webpack_require__(71798);
;// CONCATENATED MODULE: ./src/run/state/desk.ts




/** Does something under the lock of the state, if the store has locks. */
async function underLock(desk, work) {
    const { store, settings, project, context, clock, run, signal, emit } = desk;
    if (!store.lock)
        return work();
    const holder = { id: (0,external_node_crypto_.randomUUID)(), command: called(desk), project, context, since: clock.timestamp(), run };
    const options = {
        timeoutMs: settings.lockTimeoutMs,
        onWait: (other, waitedMs) => emit({ type: "lock-waiting", holder: other, waitedMs }),
        onBroken: (other, why) => emit({ type: "lock-broken", holder: other, why }),
        onUnsure: (other, why) => emit({ type: "lock-unsure", holder: other, why }),
    };
    const lock = await store.lock(holder, options, signal);
    if (lock.state !== "locked")
        return { ok: false, error: lock.failure };
    try {
        return await work();
    }
    finally {
        const released = await lock.release();
        if (!released.ok)
            warn(desk, "lock-not-released", released.error.message);
    }
}
/** Releases the lock of a run that is known to be over, if it is still held under this id. What fails shows later. */
async function takeOverLock({ store, signal, line }, id) {
    const released = await store.unlock?.(id, signal);
    if (!released?.ok)
        return;
    const { command, since, run } = released.value;
    const whose = run.url === "" ? `\`${command}\` since ${since}` : `\`${command}\` since ${since}, run ${run.url}`;
    line(`Released the lock ${id}, which the run that wrote this file had left (${whose}).`);
}
/** Changes what is recorded: opens the state, and stores it when the work is done. Under the lock. */
async function changeState(desk, work) {
    return underLock(desk, async () => {
        const opened = await session/* StateSession */.i.open(desk.store, sessionOptions(desk), desk.signal);
        if (!opened.ok)
            return opened;
        const done = await work(opened.value);
        // What is refused changes nothing, not even by what a dead run left in the journal.
        if (!done.ok && !opened.value.failed)
            return done;
        const closed = await opened.value.close({ clearPendingNeverStarted: true });
        if (!done.ok)
            return done;
        return closed.ok ? (0,engine_diagnostic.ok)(done.value) : closed;
    });
}
/** As it is called, for locks and histories. */
function called({ request }) {
    return `state ${request.subcommand}`;
}
function warn(desk, code, message) {
    desk.emit({ type: "diagnostic", diagnostic: { severity: "warning", code, message } });
}
/** What a session of the desk's state is opened with. */
function sessionOptions(desk) {
    const { project, context, clock, run, version, sealing, emit } = desk;
    return {
        project,
        context,
        clock,
        newLineage: external_node_crypto_.randomUUID,
        run,
        command: called(desk),
        writer: version,
        sealed: (0,run_sealing/* sessionSeal */.YW)(sealing),
        onSaved: ({ serial, tasks, pending }) => emit({ type: "state-saved", context, serial, tasks, pending }),
    };
}

// EXTERNAL MODULE: ./src/state/seal/age-seal.ts + 2 modules
var age_seal = __webpack_require__(88842);
;// CONCATENATED MODULE: ./src/run/state/keygen.ts

/**
 * `opus state keygen`.
 * @param now ISO 8601, UTC
 */
async function newKey(now) {
    const { identity, recipient } = await (0,age_seal/* newIdentity */.t)();
    const created = now.replace(/\.\d+Z$/, "Z");
    return { text: `# created: ${created}\n# public key: ${recipient}\n${identity}\n`, advice };
}
const advice = "Keep it where nobody else reads it: without it, nobody opens what it seals. `gh secret set OPUS_ENCRYPTION_KEY < FILE` makes it a secret of the repository, for the input `encryption-key`.";

// EXTERNAL MODULE: ./src/engine/invisible.ts
var invisible = __webpack_require__(73377);
// EXTERNAL MODULE: ./src/engine/outputs.ts
var outputs = __webpack_require__(97692);
// EXTERNAL MODULE: ./src/engine/references.ts
var references = __webpack_require__(61426);
// EXTERNAL MODULE: ./src/engine/variables.ts
var variables = __webpack_require__(41531);
// EXTERNAL MODULE: ./src/hooks/log-tables.ts
var log_tables = __webpack_require__(76066);
// EXTERNAL MODULE: ./src/hooks/words.ts
var words = __webpack_require__(83873);
// EXTERNAL MODULE: ./src/state/codec.ts + 1 modules
var codec = __webpack_require__(7776);
;// CONCATENATED MODULE: ./src/run/state/look.ts









/** `opus state list`. */
async function listState(desk) {
    const read = await desk.store.read(desk.signal);
    if (read.state === "unavailable")
        return (0,engine_diagnostic/* err */._q)(read.failure);
    const found = read.state === "found" ? read : undefined;
    const unsaved = unsavedTasks(desk, found?.snapshot);
    if (desk.request.json)
        await json(desk, listing(desk, found, unsaved.names));
    else
        await printList(desk, found);
    if (desk.request.json)
        return (0,engine_diagnostic.ok)(undefined);
    if (unsaved.problem !== undefined)
        desk.line(unsaved.problem, "warning");
    if (unsaved.names.length > 0)
        desk.line(`Results that are in the journal on this machine and not in these: ${unsaved.names.join(", ")}. The next command that writes stores them.`, "warning");
    return (0,engine_diagnostic.ok)(undefined);
}
async function printList(desk, found) {
    const { project, context, store, signal } = desk;
    const holder = await store.lockedBy?.(signal);
    if (found === undefined)
        desk.line(`${project}/${context}: nothing is stored in ${store.location}`, "heading");
    else
        printTasks(desk, found);
    if (holder)
        desk.line(`Locked by ${holder.command} since ${holder.since} ${holder.run.url}`.trimEnd(), "warning");
}
function printTasks(desk, { snapshot, data }) {
    const { project, context, store } = desk;
    const { lineage, serial, body } = snapshot;
    desk.line(`${project}/${context}  serial ${serial}  lineage ${lineage}`, "heading");
    desk.line(`${store.backend}  ${store.location}`, "muted");
    const { run, writer } = (0,codec/* writtenBy */.xO)(data);
    desk.line(`written by opus ${writer}${run.url === "" ? "" : `, run ${run.url}`}`, "muted");
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
    desk.line("");
    if (rows.length > 0) {
        const lines = (0,log_tables/* table */.tp)(["Task", "Kind", "Status", "Created", "Updated", "Dependencies"], rows.map((row) => row.map(printable/* oneLine */.TN)));
        for (const [index, { text, tone }] of lines.entries()) {
            const sound = index === 0 || rows[index - 1]?.[2] === "applied";
            desk.line(text, sound ? tone : "warning");
        }
        desk.line("");
    }
    const marked = ["tainted", "interrupted"].flatMap((status) => {
        const number = entries.filter(([, entry]) => entry.status === status).length;
        return number === 0 ? [] : [`${number} ${status}`];
    });
    const parts = [`${(0,words/* plural */.LS)(entries.length, "task")} recorded`, ...marked, `${pending.size} pending`];
    const settled = pending.size > 0 ? " The next command that writes finds out what became of what is pending." : "";
    desk.line(`${parts.join(", ")}.${settled}`, "heading");
}
/** The shape of `list --json`: documented, and stable. */
function listing(desk, found, journal) {
    const body = found?.snapshot.body;
    return {
        ...facts(desk, found),
        tasks: Object.entries(body?.tasks ?? {}).map(([name, entry]) => {
            const { apiVersion, kind, status, createdAt, updatedAt, dependencies } = entry;
            return { name, apiVersion, kind, status, createdAt, updatedAt, dependencies };
        }),
        pending: (body?.pending ?? []).map(({ task, change, apiVersion, kind }) => ({ task, change, apiVersion, kind })),
        journal,
    };
}
function facts({ project, context, store }, found) {
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
/** Tasks with results that a run left in the journal, and that the stored version does not have. */
function unsavedTasks({ store }, stored) {
    const read = store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? (0,engine_diagnostic.ok)(undefined);
    if (!read.ok)
        return { names: [], problem: read.error.message };
    const names = (read.value ?? []).flatMap((record) => (record.type === "result" ? [record.task] : []));
    return { names: [...new Set(names)], problem: undefined };
}
/** `opus state show`. */
async function showState(desk, name) {
    const found = await storedState(desk);
    if (!found.ok)
        return found;
    const { body } = found.value.snapshot;
    (0,outputs/* concealOutputs */.oh)((0,outputs/* recordedSecrets */.Gx)(Object.entries(body.tasks)), desk.redactor, (text) => desk.redactor.add(text));
    if (name === undefined) {
        await json(desk, {
            ...facts(desk, found.value),
            tasks: Object.fromEntries(Object.entries(body.tasks).map(([task, entry]) => [task, shownEntry(entry)])),
            pending: body.pending.map(shownIntent),
            undo: body.undo.map(({ task, change }) => ({ task, change })),
        });
        return (0,engine_diagnostic.ok)(undefined);
    }
    const entry = Object.hasOwn(body.tasks, name) ? body.tasks[name] : undefined;
    const intent = body.pending.find(({ task }) => task === name);
    if (!entry && !intent)
        return (0,engine_diagnostic/* err */._q)(unknownName(name, [...Object.keys(body.tasks)], desk.context));
    await json(desk, {
        name,
        ...(entry ? shownEntry(entry) : {}),
        ...(intent ? { pending: shownIntent(intent) } : {}),
    });
    return (0,engine_diagnostic.ok)(undefined);
}
/** As people read it: stored strings are templates, and what is sensitive stays away. */
function shownEntry(entry) {
    const { spec, fingerprints: _, ...rest } = entry;
    return { ...rest, spec: (0,variables/* readableTemplate */.fc)(spec), ...(0,outputs/* shownOutputs */.WY)(entry) };
}
function shownIntent({ spec, fingerprints: _, ...rest }) {
    return { ...rest, spec: (0,variables/* readableTemplate */.fc)(spec) };
}
function unknownName(name, known, context) {
    const near = (0,references/* nearest */.pA)(name, known);
    const list = known.slice(0, 20).join(", ") || "nothing";
    const message = `"${name}" is not recorded in the context "${context}" (recorded: ${list})`;
    const suggestion = near ? { suggestion: `Did you mean "${near}"?` } : {};
    return (0,engine_diagnostic/* failure */.V2)("invalid-input", message, [{ severity: "error", code: "invalid-input", message, ...suggestion }]);
}
/** `opus state pull`. */
async function pullState(desk) {
    const found = await storedState(desk);
    if (!found.ok)
        return found;
    await desk.data(found.value.data);
    return (0,engine_diagnostic.ok)(undefined);
}
async function storedState({ store, signal, project, context }) {
    const read = await store.read(signal);
    if (read.state === "unavailable")
        return (0,engine_diagnostic/* err */._q)(read.failure);
    if (read.state === "found")
        return (0,engine_diagnostic.ok)(read);
    return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("invalid-input", `nothing is stored of ${project}/${context} in ${store.location}`));
}
/** `opus state history`. */
async function showHistory(desk) {
    const { store, signal, request } = desk;
    if (!store.runEnds)
        return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("invalid-input", `the ${store.backend} backend keeps no versions with which runs ended`));
    const ends = await store.runEnds(signal);
    if (!ends.ok)
        return ends;
    const newest = [...ends.value].reverse().slice(0, request.limit);
    if (request.json) {
        await json(desk, newest.map(({ serial, at, what, url }) => ({ serial, at, what, url })));
        return (0,engine_diagnostic.ok)(undefined);
    }
    if (newest.length === 0)
        desk.line(`No run has ended in ${desk.project}/${desk.context} yet.`, "heading");
    else {
        const rows = newest.map(({ serial, at, what, url }) => [String(serial), at || "-", what || "-", url || "-"]);
        const lines = (0,log_tables/* table */.tp)(["Serial", "When", "What", "Run"], rows.map((row) => row.map(printable/* oneLine */.TN)));
        for (const { text, tone } of lines)
            desk.line(text, tone);
    }
    return (0,engine_diagnostic.ok)(undefined);
}
/** Pretty, and safe on a terminal: controls and what reorders text stay escaped. */
async function json(desk, value) {
    const text = JSON.stringify(desk.redactor.value(value), null, 2);
    await desk.data(`${(0,invisible/* visibleJson */.$m)(text)}\n`);
}

// EXTERNAL MODULE: ./src/engine/entries.ts
var entries = __webpack_require__(60906);
;// CONCATENATED MODULE: ./src/run/state/move.ts



const taskName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/**
 * Gives a recorded task another name, there and in what depends on it. Its resource stays as it is.
 * `rollback` takes it back: it drops the new name and takes the old entry into state again, touching nothing.
 * @returns names of the tasks that depend on it
 */
async function moveTask(session, from, to, { context, command }) {
    const refusal = whyNot(session, from, to, { context, command });
    if (refusal)
        return (0,engine_diagnostic/* err */._q)(refusal);
    const entry = session.tasks.get(from);
    const newNames = new Map([[from, to]]);
    const dependants = [...session.tasks].filter(([name, before]) => name !== from && (0,entries/* withNewNames */.n4)(before, newNames) !== before);
    // The old name's undo first: after it all is as before, should nothing follow.
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
    return (0,engine_diagnostic.ok)(dependants.map(([name]) => name));
}
function whyNot({ tasks, pending }, from, to, { context, command }) {
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
    const diagnostic = { severity: "error", code: "invalid-input", message };
    return (0,engine_diagnostic/* failure */.V2)("invalid-input", message, [suggestion === undefined ? diagnostic : { ...diagnostic, suggestion }]);
}

// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __webpack_require__(37100);
// EXTERNAL MODULE: ./src/node/file-problem.ts
var file_problem = __webpack_require__(82654);
// EXTERNAL MODULE: ./src/engine/checksum.ts + 1 modules
var checksum = __webpack_require__(16516);
// EXTERNAL MODULE: ./src/state/same-body.ts
var same_body = __webpack_require__(60904);
;// CONCATENATED MODULE: ./src/run/state/push-rules.ts




/**
 * May a file of the right project and context be stored over what is there? The serial never falls, and the lineage of
 * what is stored stays: forced or not, what follows in the store is one history.
 */
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
    // The serial rises only when the body changes.
    if (kin && (force || file.serial >= now.serial) && (0,same_body/* sameBody */.N)(file.body, now.body))
        return { does: "nothing" };
    const obstacle = kin ? notNext({ snapshot: file, follows }, stored, command) : foreign(file, now, command);
    if (obstacle !== undefined && !force)
        return { does: "refuse", ...obstacle };
    const serial = Math.max(kin ? file.serial : 0, now.serial + 1);
    return { does: "write", next: { ...file, lineage: now.lineage, serial }, replaces: obstacle?.why };
}
/** What is stored by force over a state that can't be used: higher than all that is known of, and in its history. */
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
/**
 * Tasks whose results are in the journal of this machine and nowhere else: storing the file would lose them. A failed
 * run's own recovery file holds all results of its journal.
 */
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
    return [...results].filter(([name, entry]) => !sameEntry(entryOf(body, name), entry)).map(([name]) => name);
}
/** @param before undefined: there was nothing */
function bodyChanges(before, after) {
    const old = before ?? { tasks: {}, undo: [], pending: [] };
    const names = Object.keys(after.tasks);
    return {
        added: names.filter((name) => !entryOf(old, name)),
        changed: names.filter((name) => {
            const entry = entryOf(old, name);
            return entry !== null && !sameEntry(entry, entryOf(after, name));
        }),
        removed: Object.keys(old.tasks).filter((name) => !entryOf(after, name)),
    };
}
function entryOf({ tasks }, name) {
    return (Object.hasOwn(tasks, name) ? tasks[name] : undefined) ?? null;
}
function sameEntry(a, b) {
    return a === b || (a !== null && b !== null && (0,checksum/* canonicalJson */.d)(a) === (0,checksum/* canonicalJson */.d)(b));
}

;// CONCATENATED MODULE: ./src/run/state/push.ts









/** @param path absolute */
function readFileToPush(path, shown) {
    try {
        const wrong = whyNotRead((0,external_node_fs_.statSync)(path));
        if (wrong)
            return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("invalid-input", `the file could not be read: \`${shown}\` ${wrong}`));
        // A pipe, as a shell makes one of `<(…)`, has no size.
        const data = (0,external_node_fs_.readFileSync)(path);
        return (0,engine_diagnostic.ok)({ shown, data, context: (0,codec/* belongsTo */.g4)(data)?.context });
    }
    catch (error) {
        return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("invalid-input", `the file could not be read: ${(0,file_problem/* fileProblem */.W)(shown, error).message}`));
    }
}
function whyNotRead(status) {
    if (status.isCharacterDevice() || status.isBlockDevice())
        return "is a device, not a file";
    if (status.size <= file_system/* fileBytes */.sG)
        return undefined;
    return `has ${(0,limits/* sizeWords */.pG)(status.size)}, and at most ${(0,limits/* sizeWords */.pG)(file_system/* fileBytes */.sG)} are read`;
}
/**
 * `opus state push`: stores a whole state, where it follows what is stored. Not by a session: nothing of what is stored
 * goes into it.
 */
async function pushState(desk, file) {
    const { project, context, request, sealing } = desk;
    const decoded = await (0,codec/* decodeFile */.JG)(file.data, {
        project,
        context,
        location: file.shown,
        remedy: "Give a recovery file of opus, or a file that `opus state pull` wrote.",
        sealing,
    });
    if (!decoded.ok)
        return decoded;
    // The run that wrote a recovery file is over, and often it could not release its lock either.
    const { lockId } = decoded.value;
    if (lockId !== undefined)
        await takeOverLock(desk, lockId);
    return underLock(desk, () => pushLocked(desk, file, decoded.value, request.force));
}
async function pushLocked(desk, { shown, data }, file, force) {
    const { store, signal, project, context } = desk;
    const read = await store.read(signal);
    if (read.state === "unavailable") {
        const { damaged, failure: unreadable } = read;
        if (damaged === undefined || !force)
            return (0,engine_diagnostic/* err */._q)(unreadable);
        return pushOverDamaged(desk, { shown, data }, file.snapshot, damaged, unreadable);
    }
    const found = read.state === "found" ? read : undefined;
    const stored = found && { snapshot: found.snapshot, by: writer((0,codec/* writtenBy */.xO)(found.data)) };
    const decision = decidePush(file, stored, force, desk.command);
    if (decision.does === "refuse")
        return (0,engine_diagnostic/* err */._q)(refused("state-conflict", shown, decision.why, decision.remedy));
    if (decision.does === "nothing") {
        desk.line(`${project}/${context}: already there, as serial ${stored?.snapshot.serial}. Nothing was changed.`, "success");
        return (0,engine_diagnostic.ok)(undefined);
    }
    const journal = checkJournal(desk, shown, file.snapshot, stored?.snapshot, force);
    if (!journal.ok)
        return journal;
    const changes = bodyChanges(stored?.snapshot.body, decision.next.body);
    const written = await write(desk, decision.next, found?.revision, (0,codec/* writtenBy */.xO)(data).run, changes);
    if (!written.ok)
        return written;
    tell(desk, shown, decision.next, stored?.snapshot, changes);
    if (decision.replaces !== undefined)
        desk.line(`Forced, although ${decision.replaces}.`, "warning");
    return (0,engine_diagnostic.ok)(undefined);
}
/** By force, where what is stored can't be read any more, or is gone. */
async function pushOverDamaged(desk, { shown, data }, file, damaged, unreadable) {
    const { store, signal, project, context } = desk;
    const ends = (await store.runEnds?.(signal)) ?? (0,engine_diagnostic.ok)([]);
    if (!ends.ok)
        return ends;
    const next = overDamaged(file, damaged, ends.value);
    const { lineage = "", serial = 0 } = damaged;
    const journal = checkJournal(desk, shown, file, { lineage, serial }, true);
    if (!journal.ok)
        return journal;
    const changes = bodyChanges(undefined, next.body);
    const written = await write(desk, next, damaged.revision, (0,codec/* writtenBy */.xO)(data).run, changes);
    if (!written.ok)
        return written;
    desk.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}.`, "success");
    desk.line(`Forced, over this: ${unreadable.message}`, "warning");
    tellPending(desk, next);
    return (0,engine_diagnostic.ok)(undefined);
}
/** What a run left in the journal on this machine must be in the file: it counts no more once the file is stored. */
function checkJournal(desk, shown, file, stored, force) {
    const read = desk.store.journal?.read(stored?.lineage ?? "", stored?.serial ?? 0) ?? (0,engine_diagnostic.ok)(undefined);
    if (!read.ok) {
        if (!force)
            return read;
        warn(desk, "journal-dropped", `what a run left on this machine is dropped: ${read.error.message}`);
        return (0,engine_diagnostic.ok)(undefined);
    }
    const lost = lostResults(read.value ?? [], file);
    if (lost.length === 0)
        return read;
    const names = lost.slice(0, 10).join(", ") + (lost.length > 10 ? ", …" : "");
    if (force) {
        warn(desk, "journal-dropped", `results of another run that were on this machine alone are dropped: ${names}`);
        return read;
    }
    const why = `a run left ${(0,words/* plural */.LS)(lost.length, "result")} on this machine that neither the file nor the stored state holds (${names})`;
    const remedy = `Store them first: any command that writes does, as \`${desk.command("apply")}\`. To drop them and store the file: use \`--force\`.`;
    return (0,engine_diagnostic/* err */._q)(refused("state-conflict", shown, why, remedy));
}
async function write(desk, next, expected, run, { added, changed, removed }) {
    const { store } = desk;
    const changes = { create: added.length, update: changed.length, forget: removed.length };
    // The history leads to the run whose results these are.
    const options = { run, command: called(desk), runEnded: true, changes };
    const written = await store.write(next, expected, options, new AbortController().signal);
    if (written.state !== "written")
        return (0,engine_diagnostic/* err */._q)(written.failure);
    return store.journal?.clear() ?? (0,engine_diagnostic.ok)(undefined);
}
function tell(desk, shown, next, before, changes) {
    const { project, context } = desk;
    const over = before === undefined ? "where nothing was" : `over serial ${before.serial}`;
    desk.line(`Stored ${shown} as serial ${next.serial} of ${project}/${context}, ${over}.`, "success");
    for (const line of changeLines(changes))
        desk.line(line);
    tellPending(desk, next);
}
function tellPending(desk, { body: { pending } }) {
    if (pending.length === 0)
        return;
    const names = pending.map(({ task }) => task).join(", ");
    desk.line(`  pending  ${names}: the next apply looks at each, to find out what became of it`, "warning");
}
function changeLines({ added, changed, removed }) {
    const lines = Object.entries({ added, changed, removed }).map(([what, names]) => names.length === 0 ? "" : `  ${what.padEnd(7)}  ${names.join(", ")}`);
    const some = lines.filter((line) => line !== "");
    return some.length > 0 ? some : ["  no task is recorded otherwise than before"];
}
function writer({ run, writer: version }) {
    if (run.url !== "")
        return `run ${run.url}`;
    return run.id === "" ? `opus ${version} in a terminal` : `run ${run.id}`;
}
function refused(reason, shown, why, suggestion) {
    const message = `${shown} was not stored: ${why}. The stored state is untouched.`;
    return (0,engine_diagnostic/* failure */.V2)(reason, message, [{ severity: "error", code: reason, message, suggestion }]);
}

// EXTERNAL MODULE: ./src/run/carry-over.ts + 1 modules
var carry_over = __webpack_require__(46440);
;// CONCATENATED MODULE: ./src/run/state/whole.ts





const whole_name = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** From where to where a whole state goes; what was not given is what the command means otherwise. */
function wholeNames({ fromProject, fromContext, toProject, toContext }, { project, context }) {
    const from = { project: fromProject ?? project, context: fromContext ?? context };
    const to = { project: toProject ?? project, context: toContext ?? context };
    if ((0,state_moved/* shownName */.HD)(from) === (0,state_moved/* shownName */.HD)(to))
        return (0,engine_diagnostic/* err */._q)(whole_wrong(`the state of ${(0,state_moved/* shownName */.HD)(from)} is to be carried over, and its new name is the same`));
    for (const [what, one] of [
        ["project", to.project],
        ["context", to.context],
    ])
        if (!whole_name.test(one))
            return (0,engine_diagnostic/* err */._q)(whole_wrong(`"${one}" is not a name of a ${what}: letters, digits, ".", "_" and "-", beginning with a letter or digit`));
    return (0,engine_diagnostic.ok)({ from, to });
}
/** `opus state mv` of a whole state. The desk is that of the new name. */
async function moveState(desk, from) {
    const to = { project: desk.project, context: desk.context };
    const carried = await underLock(desk, async () => {
        const [there, here] = [await from.store.read(desk.signal), await desk.store.read(desk.signal)];
        if (there.state === "unavailable" && !there.missing)
            return (0,engine_diagnostic/* err */._q)(there.failure);
        if (there.state !== "found")
            return (0,engine_diagnostic/* err */._q)(await nothing(from, desk.signal));
        if (here.state === "found")
            return (0,engine_diagnostic/* err */._q)(taken(desk, to, here.snapshot.serial));
        if (here.state === "unavailable" && !here.movedTo && !here.missing)
            return (0,engine_diagnostic/* err */._q)(here.failure);
        return carry(desk, from);
    });
    if (!carried.ok)
        return carried;
    const { tasks, serial } = carried.value;
    const [was, now] = [(0,state_moved/* shownName */.HD)(from.name), (0,state_moved/* shownName */.HD)(to)];
    desk.line(`The state of ${was} is that of ${now} now (${(0,words/* plural */.LS)(tasks, "task")}, serial ${serial}); nothing else was touched.`, "success");
    desk.line(`The manifest must lead to ${now}: a run that leads to ${was} is refused.`, "warning");
    return (0,engine_diagnostic.ok)(undefined);
}
/** Carries a state over to the desk's name. Its lock is held. */
function carry(desk, from) {
    const { store, project, context, run, settings, sealing, signal, emit } = desk;
    return (0,carry_over/* carryOver */.YY)({
        from,
        to: { name: { project, context }, store },
        command: called(desk),
        run,
        lock: {
            timeoutMs: settings.lockTimeoutMs,
            onWait: (holder, waitedMs) => emit({ type: "lock-waiting", holder, waitedMs }),
            onBroken: (holder, why) => emit({ type: "lock-broken", holder, why }),
            onUnsure: (holder, why) => emit({ type: "lock-unsure", holder, why }),
        },
        session: sessionOptions(desk),
        sealing,
        signal,
        giveUp: new AbortController().signal,
        tell: (severity, code, message) => emit({ type: "diagnostic", diagnostic: { severity, code, message } }),
    });
}
async function nothing({ name: from, store }, signal) {
    const beside = await store.beside?.(signal);
    const names = beside?.ok ? beside.value.map(state_moved/* shownName */.HD) : [];
    const known = names.length === 0 ? "" : ` (stored: ${names.slice(0, 20).join(", ")}${names.length > 20 ? ", …" : ""})`;
    return whole_wrong(`nothing is stored of ${(0,state_moved/* shownName */.HD)(from)} in ${store.location}${known}`);
}
function taken({ command }, to, serial) {
    const message = `${(0,state_moved/* shownName */.HD)(to)} has a state already (serial ${serial}), and nothing was changed`;
    const suggestion = `If that one is not needed, carry it out of the way first: \`${command("state", "mv", "--from-project", to.project, "--to-project", `${to.project}-unused`)}\`.`;
    return (0,engine_diagnostic/* failure */.V2)("state-conflict", message, [{ severity: "error", code: "state-conflict", message, suggestion }]);
}
function whole_wrong(message) {
    return (0,engine_diagnostic/* failure */.V2)("invalid-input", message, [{ severity: "error", code: "invalid-input", message }]);
}

;// CONCATENATED MODULE: ./src/run/state/command.ts































/**
 * Runs a command of `opus state`. Of the manifest only the Project's name and place of state are needed, so that
 * errors elsewhere in it don't keep anybody from mending state.
 * @returns the exit status
 */
async function runState(request, host, output) {
    if (request.subcommand === "keygen")
        return makeKey(output);
    const { redactor } = host;
    const sources = new Map();
    const done = await perform(request, host, output, redactor, sources);
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
/** No state is asked for, and none has to be there. */
async function makeKey({ data, error }) {
    const { text, advice } = await newKey(clock/* systemClock */.m.timestamp());
    await data(text);
    error(advice);
    return 0;
}
async function perform(request, host, output, redactor, sources) {
    const read = (0,inputs/* readSettings */.sb)(request.raw, { terminal: true });
    if (!read.ok)
        return (0,engine_diagnostic/* err */._q)((0,admission/* inputFailure */.vQ)(read.error));
    const settings = read.value;
    for (const [secret] of (0,run_sealing/* secretSettings */.wL)(settings))
        redactor.add(secret);
    const loading = await (0,load/* load */.Hh)(settings, host);
    if (!loading.ok)
        return loading;
    const loaded = loading.value;
    for (const [shown, text] of loaded.manifest.sources)
        sources.set(shown, text);
    const powers = (0,run_powers/* openPowers */.P)(loaded, host, new process_groups/* ProcessGroups */.IQ(), settings);
    const open = (0,declared_secrets/* openNames */.Lg)(loaded, settings.context === undefined ? [] : [settings.context]);
    for (const { value } of (0,declared_secrets/* declaredSecrets */.uk)(loaded, powers.environment))
        redactor.add(value, open);
    if (writes(request) && !loaded.trust.trusted)
        return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("untrusted", `the command state ${request.subcommand} would act, and this run may not: ${loaded.trust.why}`));
    const project = projectName(request, loaded);
    if (!project.ok)
        return project;
    const place = await (0,state_place/* statePlace */.Df)(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout/* checkout */.P);
    if (!place.ok)
        return place;
    const file = fileToPush(request, host);
    if (!file.ok)
        return file;
    const redact = (text) => redactor.text(text);
    const look = new run_elsewhere/* ElsewhereLook */.eE({ settings, host, loaded, project: project.value, clock: clock/* systemClock */.m, redact });
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
    const { encryptionKey } = powers;
    const sealing = await (0,run_sealing/* openSealing */.wj)({ encryptionKey, initialize: settings.initialize }, host, ({ message, suggestion }) => {
        output.error(`opus: ${(0,printable/* printableLines */.fk)(`${message}. ${suggestion ?? ""}`).join(" ")}`);
    });
    if (!sealing.ok)
        return sealing;
    const line = (text, tone) => output.console.line(redactor.text(text), tone);
    const emit = await eventsTo(host, sources, redactor);
    const { environment, terminal, version, signal } = host;
    const stores = new run_stores/* Stores */.F({
        place: place.value,
        project: project.value,
        environment,
        terminal,
        stateFiles: powers.stateFiles,
        version,
        token: settings.token,
        initialize: settings.initialize,
        clock: clock/* systemClock */.m,
        sealing: sealing.value,
        redact,
        onProgress: (text) => emit({ type: "progress", text }),
    });
    const storeOf = (name) => stores.open(name.context, name.project);
    // What is printed is run under the name that the manifest leads to.
    const shownContext = moved?.value.to.context ?? context.value;
    const deskOf = (name, store) => ({
        request,
        settings,
        ...name,
        store,
        clock: clock/* systemClock */.m,
        run: (0,run_info/* runInfo */.Q)(host),
        version,
        redactor,
        signal,
        sealing: sealing.value,
        line,
        command: (...words) => (0,command_line/* commandLine */.a)(["opus", ...words, "--context", shownContext, ...place.value.flags]),
        data: output.data,
        emit,
    });
    try {
        if (moved) {
            const { from, to } = moved.value;
            return await moveState(deskOf(to, await storeOf(to)), { name: from, store: await storeOf(from) });
        }
        const desk = deskOf(own, await storeOf(own));
        const elsewhere = await look.find(desk.store, context.value, signal);
        if (elsewhere && !elsewhere.recordedHere)
            return (0,engine_diagnostic/* err */._q)((0,run_elsewhere/* elsewhereFailure */.hx)(elsewhere, project.value, context.value, `state ${request.subcommand}`));
        if (elsewhere) {
            const { message, suggestion = "" } = (0,run_elsewhere/* elsewhereWarning */.BY)(elsewhere, project.value, context.value);
            output.error(`opus: ${redact((0,printable/* printableLines */.fk)(`warning: ${message}. ${suggestion}`).join(" "))}`);
        }
        const former = await formerState(desk, loaded, powers, place.value.flags, storeOf);
        if (!former.ok)
            return former;
        if (former.value === undefined)
            return await act(desk, file.value);
        const [was, now] = [(0,state_moved/* shownName */.HD)(former.value.name), (0,state_moved/* shownName */.HD)(own)];
        if (!writes(request)) {
            output.error(`opus: this is still kept as ${was}: the next run that writes carries it over to ${now}.`);
            return await act(deskOf(former.value.name, former.value.store), file.value);
        }
        const carried = await underLock(desk, () => carry(desk, former.value));
        if (!carried.ok)
            return carried;
        desk.line(`Carried the state of ${was} over to ${now}.`);
        return await act(desk, file.value);
    }
    finally {
        look.dispose();
        await stores.dispose();
    }
}
/** Where the state is that is not under its name yet; undefined: it is, or there is none. */
async function formerState({ store, project, context, signal }, loaded, powers, flags, open) {
    // Given by hand, it is another one than the manifest's.
    if (project !== loaded.project)
        return (0,engine_diagnostic.ok)(undefined);
    const lookup = (0,admission/* outsideLookup */.II)(powers, loaded, "state", context);
    const formerNames = (0,rules/* formerNamesOf */.Xr)(context, { project: loaded.manifest.project, lookup });
    const choice = { name: context, inherits: undefined, formerNames: formerNames.ok ? formerNames.value : [] };
    const places = (0,former_names/* formerPlaces */.k)(loaded, choice);
    if (places.length === 0)
        return (0,engine_diagnostic.ok)(undefined);
    const read = await store.read(signal);
    // What is here can be looked at and mended, whatever lies elsewhere.
    if (read.state === "found")
        return (0,engine_diagnostic.ok)(undefined);
    const own = { name: { project, context }, store };
    return (0,former_names/* findFormer */.t)({ own, places, tasks: loaded.manifest.tasks, signal, flags, open });
}
function act(desk, file) {
    const [first = "", second = ""] = desk.request.operands;
    switch (desk.request.subcommand) {
        case "list":
            return listState(desk);
        case "show":
            return showState(desk, desk.request.operands[0]);
        case "pull":
            return pullState(desk);
        case "push":
            return pushState(desk, file);
        case "rm":
            return removeTasks(desk);
        case "mv":
            return move(desk, first, second);
        case "history":
            return showHistory(desk);
        case "keygen":
            throw new Error("a new key is made without any state");
    }
}
async function removeTasks(desk) {
    const { context, request } = desk;
    const dropped = await changeState(desk, (session) => (0,state_commands/* forgetTasks */.gw)(session, request.operands, context));
    if (!dropped.ok)
        return dropped;
    for (const { name } of dropped.value)
        desk.line(`dropped "${name}" from state; its resource was left as it is`, "success");
    desk.line(`\`${desk.command("rollback")}\` takes it back into state, as long as nothing else was changed.`, "muted");
    return (0,engine_diagnostic.ok)(undefined);
}
async function move(desk, from, to) {
    const moved = await changeState(desk, (session) => moveTask(session, from, to, desk));
    if (!moved.ok)
        return moved;
    desk.line(`"${from}" is recorded as "${to}" now; its resource was left as it is`, "success");
    if (moved.value.length > 0)
        desk.line(`also in the dependencies of ${moved.value.join(", ")}`);
    desk.line(`The manifest must call it "${to}" too (or have that among its \`formerNames\`): under its old name it would be made again, and what is recorded deleted.`, "warning");
    return (0,engine_diagnostic.ok)(undefined);
}
function writes({ subcommand }) {
    return subcommand === "push" || subcommand === "rm" || subcommand === "mv";
}
/** A Project document with errors may say another name, and another place: nothing is assumed then. */
function projectName(request, { manifest, project }) {
    for (const name of [request.project, request.whole?.toProject]) {
        const reserved = name === undefined ? undefined : (0,engine_project/* reservedProject */.K)(name);
        if (reserved !== undefined)
            return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("invalid-input", reserved));
    }
    if (request.project !== undefined)
        return (0,engine_diagnostic.ok)(request.project);
    const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
    if (manifest.project || errors.length === 0)
        return (0,engine_diagnostic.ok)(project);
    const message = "the Project document can't be read, so it is not known whose state is meant, and where it is";
    const suggestion = "Mend it; or give `--project NAME`, and what the Project says of `state` as `--state-backend`, `--state-path` or `--state-branch`.";
    return (0,engine_diagnostic/* err */._q)((0,engine_diagnostic/* failure */.V2)("invalid-manifest", message, [
        { severity: "error", code: "invalid-manifest", message, suggestion },
        ...errors,
    ]));
}
/** Read first: it says which context it is of. */
function fileToPush({ subcommand, operands }, host) {
    const [path = ""] = operands;
    if (subcommand !== "push")
        return (0,engine_diagnostic.ok)(undefined);
    return readFileToPush((0,external_node_path_.resolve)(host.directory, path), path);
}
function contextName(context, file, place, name, { manifest }, tracked) {
    if (context !== undefined)
        return (0,engine_diagnostic.ok)(context);
    if (file)
        return (0,engine_diagnostic.ok)(file.context ?? "?");
    return onlyContext(place, name, manifest.project, tracked);
}
/** Waiting for a lock and warnings look as they do in other commands. */
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
    });
    return (event) => {
        for (const hook of hooks)
            hook.on?.((0,redact_report/* redactEvent */.gx)(event, redactor));
    };
}


/***/ })

};
