export const id = 6498;
export const ids = [6498];
export const modules = {

/***/ 26498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ renderSummary)
});

var by_context = __webpack_require__(55730);
var commands = __webpack_require__(30468);
var drift_words = __webpack_require__(41272);
var labels = __webpack_require__(12188);
var rendering_markdown = __webpack_require__(13106);
var must_show = __webpack_require__(33126);
var next_step = __webpack_require__(46153);
var append = __webpack_require__(23347);
var description = __webpack_require__(7105);
var field_labels = __webpack_require__(68771);
var short_digests = __webpack_require__(45045);
var unchanged = __webpack_require__(76506);
var printable = __webpack_require__(4191);
;// CONCATENATED MODULE: ./src/hooks/summary/graph-render.ts



const maxNodes = 200;
const maxEdges = 450;
const maxCharacters = 48_000;
const classes = {
    create: "fill:#dafbe1,stroke:#1a7f37,color:#0a3d1a",
    update: "fill:#fff8c5,stroke:#9a6700,color:#3b2300",
    replace: "fill:#ffe2cc,stroke:#bc4c00,color:#4a1d00",
    delete: "fill:#ffebe9,stroke:#cf222e,color:#5c0610",
    adopt: "fill:#ddf4ff,stroke:#0969da,color:#032b5c",
    forget: "fill:#eaeef2,stroke:#59636e,color:#24292f",
    skipped: "fill:#eaeef2,stroke:#59636e,color:#24292f,stroke-dasharray:4 3",
    failed: "fill:#cf222e,stroke:#5c0610,color:#ffffff,stroke-width:3px",
};
function renderGraph(tasks) {
    const changed = tasks.filter(labels/* isNoteworthy */.e$);
    if (changed.length === 0)
        return undefined;
    let nodes = maxNodes;
    for (;;) {
        const graph = draw(changed, nodes);
        if (graph.markdown.length <= maxCharacters || nodes <= 1)
            return graph;
        nodes = Math.floor(nodes / 2);
    }
}
function draw(changed, limit) {
    const shown = choose(changed, limit);
    const ids = new Map(shown.map((task, index) => [task.name, `n${index}`]));
    const used = new Set();
    const lines = ["flowchart LR"];
    for (const task of shown) {
        const style = classOf(task);
        used.add(style);
        lines.push(`  ${ids.get(task.name)}["${label(task.name)}<br/>${caption(task)}"]:::${style}`);
    }
    let edges = 0;
    let lostEdges = 0;
    const changedNames = new Set(changed.map(({ name }) => name));
    for (const task of changed) {
        const to = ids.get(task.name);
        for (const dependency of new Set(task.dependencies)) {
            if (!changedNames.has(dependency))
                continue;
            const from = ids.get(dependency);
            if (from === undefined || to === undefined || edges >= maxEdges)
                lostEdges++;
            else {
                lines.push(`  ${from} --> ${to}`);
                edges++;
            }
        }
    }
    for (const style of used)
        lines.push(`  classDef ${style} ${classes[style]}`);
    return {
        markdown: (0,rendering_markdown/* fenced */.OF)(lines, "mermaid"),
        leftOut: { tasks: changed.length - shown.length, dependencies: lostEdges },
    };
}
function choose(tasks, limit) {
    if (tasks.length <= limit)
        return tasks;
    const important = tasks.filter((task) => (0,labels/* hasFailed */.WN)(task) || (0,labels/* isDestructive */.TI)(task));
    const rest = tasks.filter((task) => !(0,labels/* hasFailed */.WN)(task) && !(0,labels/* isDestructive */.TI)(task));
    const chosen = new Set([...important, ...rest].slice(0, limit));
    return tasks.filter((task) => chosen.has(task));
}
function classOf(task) {
    if ((0,labels/* hasFailed */.WN)(task))
        return "failed";
    if (task.status === "skipped" || task.change === "noop" || task.change === "none")
        return "skipped";
    return task.change;
}
function caption(task) {
    if ((0,labels/* hasFailed */.WN)(task))
        return (0,labels/* failureWords */.AC)(task).replaceAll(":", ",");
    const what = (0,labels/* isGate */.cE)(task) ? "gate" : task.change;
    return task.status === "skipped" || task.status === "cancelled" ? `${what} ${task.status}` : what;
}
function label(name) {
    const characters = [...(0,printable/* oneLine */.TN)(name)];
    const shown = characters
        .slice(0, 60)
        .map((character) => (/^[\p{L}\p{N}._ -]$/u.test(character) ? character : `#${character.codePointAt(0)};`));
    return characters.length > 60 ? `${shown.join("")}\u2026` : shown.join("");
}

var summary_tables = __webpack_require__(14209);
var task_fold = __webpack_require__(21404);
;// CONCATENATED MODULE: ./src/hooks/summary/summary-body.ts










function renderBody(report, budgetBytes) {
    const { contexts } = report;
    const fillFields = fieldsFilledIn((0,labels/* carriedOutBy */.wI)(report));
    const room = new Room(budgetBytes);
    const empty = { rows: (0,rendering_markdown.md) ``, graph: (0,rendering_markdown.md) ``, fields: (0,rendering_markdown.md) ``, descriptions: (0,rendering_markdown.md) ``, unchanged: (0,rendering_markdown.md) `` };
    const all = contexts.map((context) => ({ context, ...empty }));
    for (const { context } of all)
        room.take((0,rendering_markdown/* bytes */.ee)((0,summary_tables/* contextTitle */.yP)(context)) + 40);
    const leftOut = [];
    for (const fill of [fillRows, fillGraphs, fillFields, fillDescriptions, fillUnchanged]) {
        const lost = fill(all, room);
        (0,append/* append */.B)(leftOut, lost);
        if (lost.length > 0)
            room.close();
    }
    const texts = all.flatMap(({ context, rows, graph, fields, descriptions, unchanged }) => {
        const filled = [rows, graph, fields, descriptions, unchanged].filter((part) => part !== "");
        if (filled.length > 0 && contexts.length > 1)
            filled.unshift((0,summary_tables/* contextTitle */.yP)(context));
        return filled;
    });
    return { text: (0,rendering_markdown/* joined */.oR)(texts, "\n\n"), leftOut };
}
class Room {
    #left;
    constructor(left) {
        this.#left = left;
    }
    get left() {
        return this.#left;
    }
    close() {
        this.#left = 0;
    }
    take(size) {
        if (size > this.#left)
            return false;
        this.#left -= size;
        return true;
    }
}
function fillRows(all, room) {
    let lost = 0;
    for (const parts of all) {
        const { tasks } = parts.context;
        const described = tasks.some(({ description }) => description !== undefined);
        const observed = (0,labels/* isObservation */.T$)([parts.context]);
        const shown = described
            ? tasks
            : observed
                ? tasks.filter(({ drift }) => drift !== "in-sync")
                : tasks.filter(labels/* isNoteworthy */.e$);
        if (shown.length === 0)
            continue;
        const executed = tasks.some(({ status }) => status !== "planned" && status !== "observed");
        const heads = described ? summary_tables/* describeHeads */.bq : observed ? summary_tables/* driftHeads */.XY : (0,summary_tables/* changeHeads */.gt)(executed);
        const toRow = (task) => described ? (0,summary_tables/* describeRow */._)(task) : observed ? (0,summary_tables/* driftRow */.CE)(task) : (0,summary_tables/* changeRow */.L_)(task, executed);
        const kept = new Map();
        let full = !room.take((0,rendering_markdown/* bytes */.ee)((0,rendering_markdown/* table */.tp)(heads, [])) + 2);
        const important = shown.filter((task) => (0,labels/* isDestructive */.TI)(task) || (0,labels/* hasFailed */.WN)(task));
        const rest = shown.filter((task) => !(0,labels/* isDestructive */.TI)(task) && !(0,labels/* hasFailed */.WN)(task));
        for (const task of [...important, ...rest]) {
            const row = full ? [] : toRow(task);
            full ||= !room.take((0,rendering_markdown/* rowBytes */.wg)(row));
            if (full)
                lost++;
            else
                kept.set(task, row);
        }
        if (kept.size > 0)
            parts.rows = (0,rendering_markdown/* table */.tp)(heads, shown.flatMap((task) => (kept.has(task) ? [kept.get(task) ?? []] : [])));
    }
    return lost === 0 ? [] : [(0,rendering_markdown/* inline */.mG)((0,labels/* plural */.LS)(lost, "row"))];
}
function fillGraphs(all, room) {
    const leftOut = [];
    for (const parts of all) {
        const graph = (0,labels/* isObservation */.T$)([parts.context]) ? undefined : renderGraph(parts.context.tasks);
        if (!graph)
            continue;
        const { tasks, dependencies } = graph.leftOut;
        const lost = [];
        if (tasks > 0)
            lost.push((0,labels/* plural */.LS)(tasks, "changed task"));
        if (dependencies > 0)
            lost.push(dependencies === 1 ? "1 dependency" : `${dependencies} dependencies`);
        const note = lost.length === 0 ? "" : (0,rendering_markdown.md) `\n\nNot in the graph: ${(0,rendering_markdown/* inline */.mG)(lost.join(" and "))}.`;
        const markdown = (0,rendering_markdown.md) `${graph.markdown}${note}`;
        if (room.take((0,rendering_markdown/* bytes */.ee)(markdown) + 4))
            parts.graph = markdown;
        else
            leftOut.push((0,rendering_markdown.md) `the graph of ${(0,rendering_markdown/* code */.aY)(parts.context.name, 60)}`);
    }
    return leftOut.length > 3 ? [(0,rendering_markdown/* inline */.mG)((0,labels/* plural */.LS)(leftOut.length, "graph"))] : leftOut;
}
const fieldsFilledIn = (command) => (all, room) => {
    const tasks = all.flatMap((parts) => parts.context.tasks.filter((task) => (0,field_labels/* toldFields */.jN)(task).length > 0).map((task) => ({ parts, task })));
    const heads = new Map();
    let lostTasks = 0;
    for (const { task } of tasks) {
        const head = (0,task_fold/* taskFold */.Z9)(task, { values: false });
        if (lostTasks === 0 && room.take((0,rendering_markdown/* bytes */.ee)(head) + 2))
            heads.set(task, head);
        else
            lostTasks++;
    }
    let lostBodies = 0;
    const enough = 20;
    let open = task_fold/* openLines */.es;
    for (const [task, head] of heads) {
        const body = room.left > 0 && lostBodies < enough ? (0,task_fold/* taskFold */.Z9)(task, { values: true, command, opens: open > 0 }) : undefined;
        if (body !== undefined && room.take(Math.max(0, (0,rendering_markdown/* bytes */.ee)(body) - (0,rendering_markdown/* bytes */.ee)(head)))) {
            heads.set(task, body);
            if (body.startsWith("<details open>"))
                open -= body.split("\n").length;
        }
        else
            lostBodies++;
    }
    for (const parts of all) {
        parts.fields = (0,rendering_markdown/* joined */.oR)(parts.context.tasks.flatMap((task) => heads.get(task) ?? []), "\n\n");
    }
    const leftOut = [];
    if (lostBodies > 0)
        leftOut.push((0,rendering_markdown/* inline */.mG)(`values of fields of ${(0,labels/* plural */.LS)(lostBodies, "task")}`));
    if (lostTasks > 0)
        leftOut.push((0,rendering_markdown/* inline */.mG)(`fields of ${(0,labels/* plural */.LS)(lostTasks, "task")}`));
    return leftOut;
};
function fillDescriptions(all, room) {
    let lost = 0;
    for (const parts of all) {
        const folded = [];
        for (const task of parts.context.tasks) {
            const lines = [...(0,description/* describedLines */.Z)(task), ...[(0,summary_tables/* checksumLine */.Ut)(task) ?? []].flat()].map(short_digests/* withShortDigests */.IK);
            if (lines.length === 0)
                continue;
            const text = (0,rendering_markdown/* details */.zH)((0,rendering_markdown.md) `${(0,rendering_markdown/* codeHtml */.v1)(task.name, 200)} ${(0,rendering_markdown/* inlineHtml */.l0)(task.kind, 60)}`, (0,rendering_markdown/* fenced */.OF)(lines, "text"));
            if (lost === 0 && room.take((0,rendering_markdown/* bytes */.ee)(text) + 2))
                folded.push(text);
            else
                lost++;
        }
        parts.descriptions = (0,rendering_markdown/* joined */.oR)(folded, "\n\n");
    }
    return lost === 0 ? [] : [(0,rendering_markdown/* inline */.mG)(`what is recorded and live of ${(0,labels/* plural */.LS)(lost, "task")}`)];
}
function fillUnchanged(all, room) {
    let lost = 0;
    for (const parts of all) {
        const { text, count } = (0,unchanged/* unchangedFold */.X)(parts.context.tasks);
        if (count === 0)
            continue;
        if (room.take((0,rendering_markdown/* bytes */.ee)(text) + 4))
            parts.unchanged = text;
        else
            lost += count;
    }
    return lost === 0 ? [] : [(0,rendering_markdown/* inline */.mG)(`the list of ${(0,labels/* plural */.LS)(lost, "unchanged task")}`)];
}

;// CONCATENATED MODULE: ./src/hooks/summary/summary-render.ts









const mostListed = 300;
const mostInHeadline = 5;
const reserveBytes = 2000;
function renderSummary(report, { budgetBytes }) {
    const listed = listedContexts(report);
    if (listed !== undefined && (0,rendering_markdown/* bytes */.ee)(listed) <= budgetBytes)
        return listed;
    let essential = (0,rendering_markdown.md) ``;
    for (const detail of must_show/* detailLevels */.F7) {
        essential = renderEssential(report, detail);
        const share = detail.rows === "names" ? budgetBytes - reserveBytes : budgetBytes / 2;
        if ((0,rendering_markdown/* bytes */.ee)(essential) <= share)
            break;
    }
    if ((0,rendering_markdown/* bytes */.ee)(essential) > budgetBytes)
        return cutLines(essential, budgetBytes);
    const { text, leftOut } = renderBody(report, budgetBytes - (0,rendering_markdown/* bytes */.ee)(essential) - reserveBytes);
    const notes = leftOut.length === 0
        ? ""
        : (0,rendering_markdown.md) `\n\n> [!NOTE]\n> Left out to fit: ${(0,rendering_markdown/* joined */.oR)(leftOut, ", ")}. The report has everything.`;
    const shown = (0,rendering_markdown/* joined */.oR)([essential, text].filter((part) => part !== ""), "\n\n");
    const whole = (0,rendering_markdown.md) `${shown}${notes}`;
    return (0,rendering_markdown/* bytes */.ee)(whole) <= budgetBytes ? whole : essential;
}
function listedContexts({ command, result, contexts, diagnostics }) {
    if ((0,commands/* commandNamed */.v)(command)?.stage !== "contexts" || result !== "success")
        return undefined;
    const names = contexts.map((context) => (0,summary_tables/* contextCode */.DL)(context));
    const line = names.length === 0 ? (0,rendering_markdown.md) `${(0,rendering_markdown/* code */.aY)(command)}: none` : (0,rendering_markdown.md) `${(0,rendering_markdown/* code */.aY)(command)}: ${(0,rendering_markdown/* joined */.oR)(names, ", ")}`;
    const problems = diagnostics.filter(({ severity }) => severity !== "notice");
    return problems.length === 0 ? line : (0,rendering_markdown.md) `${line}\n\n${(0,must_show/* diagnostics */.R3)("Problems", problems, must_show/* detailLevels */.F7[0])}`;
}
function renderEssential(report, detail) {
    const parts = [(0,rendering_markdown.md) `## ${resultIcon(report)} ${(0,rendering_markdown/* code */.aY)(report.command)}${headline(report)}`];
    const counts = (0,summary_tables/* countsTable */.Po)(report.contexts, isExecuted(report.contexts));
    if (counts !== undefined)
        parts.push(counts);
    const listed = listedLine(report);
    if (listed !== undefined)
        parts.push(listed);
    const state = stateLine(report.contexts);
    if (state !== undefined)
        parts.push(state);
    const tasksOf = (test) => report.contexts
        .map((context) => ({ context, tasks: context.tasks.filter(test) }))
        .filter(({ tasks }) => tasks.length > 0);
    const naming = report.contexts.length > 1 ? "titled" : "alone";
    const destructive = tasksOf(labels/* isDestructive */.TI);
    if (destructive.length > 0)
        parts.push((0,must_show/* caution */.uL)(destructive, detail, naming));
    const failed = tasksOf(labels/* hasFailed */.WN);
    if (failed.length > 0)
        parts.push((0,must_show/* failures */.e9)(failed, detail, naming));
    const recorded = (0,must_show/* recordedLine */.t3)(tasksOf(labels/* isRecordedOnly */.bA), detail, report.contexts.length > 1);
    if (recorded !== undefined)
        parts.push(recorded);
    for (const [title, test] of [
        ["Problems", ({ severity }) => severity !== "notice"],
        ["Notes", ({ severity }) => severity === "notice"],
    ]) {
        const told = toldDiagnostics(report).filter(test);
        if (told.length > 0)
            parts.push((0,must_show/* diagnostics */.R3)(title, told, detail));
    }
    const next = (0,next_step/* nextStep */.sk)(report);
    if (next !== undefined)
        parts.push((0,rendering_markdown.md) `**Next:** ${(0,rendering_markdown/* ours */.Od)(next)}`);
    return (0,rendering_markdown/* joined */.oR)(parts, "\n\n");
}
function listedLine({ command, projects, unchanged = [] }) {
    if (projects === undefined)
        return undefined;
    const alike = new Set(unchanged.map(({ project }) => project)).size;
    const words = `${(0,labels/* plural */.LS)(unchanged.length, "context")} of ${(0,labels/* plural */.LS)(alike, "project")}`;
    if (command !== "projects")
        return alike === 0 ? undefined : (0,rendering_markdown/* ours */.Od)(`Not planned, as they are as recorded: ${words}.`);
    const names = projects
        .slice(0, mostListed)
        .map(({ project, context, manifest = "", "working-directory": folder }) => {
        if (context === "")
            return (0,rendering_markdown/* code */.aY)(`${folder}/${manifest}`, 100);
        return (0,summary_tables/* contextCode */.DL)({ name: context, project });
    });
    const more = projects.length > names.length ? (0,rendering_markdown/* ours */.Od)(` and ${projects.length - names.length} more`) : (0,rendering_markdown.md) ``;
    const listed = names.length === 0 ? (0,rendering_markdown.md) `none` : (0,rendering_markdown.md) `${(0,rendering_markdown/* joined */.oR)(names, ", ")}${more}`;
    return (0,rendering_markdown.md) `To plan: ${listed}.${alike === 0 ? "" : (0,rendering_markdown/* ours */.Od)(` As recorded: ${words}.`)}`;
}
function stateLine(contexts) {
    const told = [
        ...new Set(contexts.filter(({ state }) => (0,labels/* stateWords */.Xu)(state) !== state.backend).map(({ state }) => (0,labels/* stateWords */.Xu)(state))),
    ];
    if (told.length === 0)
        return undefined;
    return (0,rendering_markdown.md) `State: ${(0,rendering_markdown/* joined */.oR)(told.map((words) => (0,rendering_markdown/* inline */.mG)(words, 60)), ", ")}`;
}
function toldDiagnostics(report) {
    const told = (0,by_context/* distinct */.d)(report.diagnostics);
    return report.contexts.length > 1 || tellsOfOthers(report)
        ? told
        : told.map(({ context: _, project: __, ...said }) => said);
}
function tellsOfOthers({ contexts, diagnostics }) {
    const projects = new Set(contexts.map(({ project }) => project));
    return diagnostics.some(({ project }) => project !== undefined && !projects.has(project));
}
function resultIcon({ result, contexts }) {
    const tasks = contexts.flatMap((context) => context.tasks);
    if (result === "success" && (0,labels/* isObservation */.T$)(contexts) && (0,drift_words/* hasDrift */.uL)(tasks))
        return "\u26a0\ufe0f";
    return result === "success" ? "\u2705" : result === "cancelled" ? "\u23f9\ufe0f" : "\u274c";
}
function headline(report) {
    const { contexts, failureReason } = report;
    const why = failureReason === null ? "" : (0,rendering_markdown.md) ` (${failureReason})`;
    if (contexts.length === 0)
        return report.result === "success" ? (0,rendering_markdown.md) ` succeeded` : (0,rendering_markdown.md) ` did not run${why}`;
    const isAlone = contexts.length === 1 && !tellsOfOthers(report);
    const where = isAlone && contexts[0] ? (0,rendering_markdown.md) ` in ${(0,summary_tables/* contextCode */.DL)(contexts[0])}` : "";
    const begun = contexts.filter(labels/* hasBegun */.SU);
    const ended = report.result === "cancelled" ? "was cancelled" : "failed";
    if (begun.length === 0)
        return (0,rendering_markdown.md) `${where} ${ended}${why}`;
    const others = contexts.filter((context) => !(0,labels/* hasBegun */.SU)(context));
    const elsewhere = others.length > 0 ? (0,rendering_markdown.md) `; ${ended} in ${firstContexts(others)}` : "";
    return (0,rendering_markdown.md) `${where}: ${(0,rendering_markdown/* ours */.Od)(outcome(begun, report.command))}${elsewhere}${why}`;
}
function firstContexts(contexts) {
    const named = contexts.slice(0, contexts.length > mostInHeadline + 1 ? mostInHeadline : contexts.length);
    const more = contexts.length - named.length;
    const names = (0,rendering_markdown/* joined */.oR)(named.map((context) => (0,summary_tables/* contextCode */.DL)(context)), ", ");
    return more === 0 ? names : (0,rendering_markdown.md) `${names} ${(0,rendering_markdown/* ours */.Od)(`and ${more} more`)}`;
}
function outcome(contexts, command) {
    const tasks = contexts.flatMap((context) => context.tasks);
    switch ((0,commands/* commandNamed */.v)(command)?.stage) {
        case "manifest":
            return "valid";
        case "lock":
            return "the lock is released";
    }
    if ((0,labels/* isObservation */.T$)(contexts))
        return (0,drift_words/* driftWords */.tE)(tasks);
    if (!isExecuted(contexts))
        return (0,labels/* planWords */.DO)((0,labels/* sumCounts */.W_)(contexts));
    const [first, second] = contexts;
    return first && !second ? (0,labels/* endWords */.Bx)(first) : (0,labels/* outcomeWords */.wX)(tasks);
}
function isExecuted(contexts) {
    const tasks = contexts.flatMap((context) => context.tasks);
    return tasks.length > 0 && !(0,labels/* isObservation */.T$)(contexts) && !tasks.some(({ status }) => status === "planned");
}
function cutLines(text, budgetBytes) {
    const end = (0,rendering_markdown.md) `\n\n\u2026 cut: not even the names fit. The report has everything.`;
    let room = budgetBytes - (0,rendering_markdown/* bytes */.ee)(end);
    if (room < 0)
        return (0,rendering_markdown.md) ``;
    const kept = [];
    for (const line of text.split("\n")) {
        room -= (0,rendering_markdown/* bytes */.ee)(line) + 1;
        if (room < 0)
            break;
        kept.push(line);
    }
    return (0,rendering_markdown.md) `${(0,rendering_markdown/* ours */.Od)(kept.join("\n"))}${end}`;
}


/***/ })

};
