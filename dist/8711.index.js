export const id = 8711;
export const ids = [8711];
export const modules = {

/***/ 83702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ layOut)
/* harmony export */ });
const sweeps = 4;
function layOut(dependencies) {
    const edges = dependencies.flatMap((list, to) => [...new Set(list)].filter((from) => from !== to).map((from) => ({ from, to })));
    const [before, behind] = [neighbours(edges, "to", "from"), neighbours(edges, "from", "to")];
    const layerOf = layersOf(dependencies.length, before, behind);
    const layers = [];
    for (const [index, layer] of layerOf.entries()) {
        if (!before.has(index) && !behind.has(index))
            continue;
        while (layers.length <= layer)
            layers.push([]);
        layers[layer]?.push(index);
    }
    for (let sweep = 0; sweep < sweeps; sweep++) {
        const down = sweep % 2 === 0;
        for (const layer of down ? layers : [...layers].reverse())
            order(layer, down ? before : behind, layers);
    }
    const rows = Math.max(0, ...layers.map(({ length }) => length));
    const nodes = layers.flatMap((members, layer) => members.map((index, row) => ({ index, layer, row: row + (rows - members.length) / 2 })));
    return { nodes, edges, layers: layers.length, rows };
}
function neighbours(edges, of, to) {
    const found = new Map();
    for (const edge of edges) {
        const list = found.get(edge[of]);
        if (list === undefined)
            found.set(edge[of], [edge[to]]);
        else
            list.push(edge[to]);
    }
    return found;
}
function layersOf(count, before, behind) {
    const layers = new Array(count).fill(0);
    const waiting = layers.map((_, index) => before.get(index)?.length ?? 0);
    const ready = [...layers.keys()].filter((index) => waiting[index] === 0);
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
        for (const to of behind.get(next) ?? []) {
            layers[to] = Math.max(layers[to] ?? 0, (layers[next] ?? 0) + 1);
            waiting[to] = (waiting[to] ?? 0) - 1;
            if (waiting[to] === 0)
                ready.push(to);
        }
    }
    return layers;
}
function order(layer, towards, layers) {
    const rows = new Map(layers.flatMap((members) => members.map((index, row) => [index, row])));
    const middle = new Map(layer.map((index) => {
        const others = towards.get(index) ?? [index];
        return [index, others.reduce((sum, other) => sum + (rows.get(other) ?? 0), 0) / others.length];
    }));
    layer.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
}


/***/ }),

/***/ 89286:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   nE: () => (/* binding */ jsonData),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
function html(parts, ...values) {
    return new Html(parts.reduce((text, part, index) => `${text}${part}${shown(values[index])}`, ""));
}
function shown(value) {
    if (value instanceof Html)
        return value.text;
    if (value === null || value === undefined || value === false)
        return "";
    if (typeof value === "string")
        return escaped(value);
    return typeof value === "number" ? String(value) : value.map(shown).join("");
}
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
function escaped(text) {
    return text
        .replace(/[&<>"']/g, (character) => entities[character] ?? "")
        .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}
function jsonData(value) {
    return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
function link(url, text) {
    if (!/^https?:\/\/[^\s]+$/i.test(url))
        return html `${text}`;
    return html `<a href="${url}" rel="noreferrer noopener">${text}</a>`;
}


/***/ }),

/***/ 98711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runSite: () => (/* binding */ runSite)
});

var external_node_path_ = __webpack_require__(76760);
var code_frame = __webpack_require__(96420);
var diagnostic = __webpack_require__(9246);
var redact_report = __webpack_require__(93646);
var printable = __webpack_require__(4191);
var clock = __webpack_require__(31902);
var checkout = __webpack_require__(92583);
var open_seal = __webpack_require__(2631);
var state_location = __webpack_require__(27222);
var stores = __webpack_require__(4456);
var prepare_command = __webpack_require__(28681);
var external_node_fs_ = __webpack_require__(73024);
var size_limits = __webpack_require__(44608);
var iso_time = __webpack_require__(6151);
var read_report = __webpack_require__(91149);
;// CONCATENATED MODULE: ./src/app/site/drift-reports.ts





const deepest = 8;
function readDriftReports(given, directory) {
    const looks = [];
    const problems = [];
    for (const path of given) {
        const full = (0,external_node_path_.resolve)(directory, path);
        try {
            const isFolder = (0,external_node_fs_.statSync)(full).isDirectory();
            const files = isFolder ? jsonFiles(full, deepest) : [full];
            const before = looks.length + problems.length;
            for (const file of files)
                readOne(file, isFolder, { looks, problems });
            if (looks.length + problems.length === before)
                problems.push(`there is no report of drift in ${path}`);
        }
        catch (error) {
            problems.push(`the report ${path} can't be read: ${error.message}`);
        }
    }
    return { looks, problems };
}
function jsonFiles(folder, depth) {
    const entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    return entries.flatMap((entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            return depth > 0 ? jsonFiles(path, depth - 1) : [];
        return entry.isFile() && entry.name.endsWith(".json") ? [path] : [];
    });
}
function readOne(file, among, { looks, problems }) {
    const { size, mtimeMs } = (0,external_node_fs_.statSync)(file);
    const text = size > read_report/* reportLimit */.g ? "" : (0,external_node_fs_.readFileSync)(file, "utf8");
    if (among && !text.slice(0, 10_000).includes('"opus-report"'))
        return;
    const read = size > read_report/* reportLimit */.g ? tooLarge(size) : (0,read_report/* readReport */.t)(text);
    if (!read.ok) {
        problems.push(`the report ${file} can't be used: ${read.error}`);
        return;
    }
    const { project, contexts, command } = read.value;
    const seen = contexts.filter(looksOnly);
    if (seen.length < contexts.length && !among)
        problems.push(`the report ${file} is of ${command}, which tells nothing of drift`);
    looks.push(...seen.map((context) => ({ project, at: (0,iso_time/* isoTime */.L)(mtimeMs), context })));
}
function tooLarge(size) {
    return { ok: false, error: `it has ${(0,size_limits/* sizeWords */.pG)(size)}, and opus reads at most ${(0,size_limits/* sizeWords */.pG)(read_report/* reportLimit */.g)}` };
}
function looksOnly({ tasks }) {
    return tasks.every(({ status }) => status === "observed" || status === "failed" || status === "skipped" || status === "cancelled");
}

var recorded_outputs = __webpack_require__(92661);
var invisible = __webpack_require__(8443);
var templates = __webpack_require__(93750);
var refusals = __webpack_require__(82942);
var codec = __webpack_require__(28558);
var labels = __webpack_require__(12188);
;// CONCATENATED MODULE: ./src/app/site/drift-look.ts


const looked = new Set([null, "drift-detected", "changes-pending"]);
function driftLook({ project, context }, recorded, looks) {
    const own = looks.filter((look) => look.project === project && look.context.name === context);
    const [newest] = [...own].sort((one, other) => (one.at < other.at ? 1 : -1));
    if (newest === undefined || recorded === null)
        return null;
    const { at, context: report } = newest;
    const { serial, lineage } = report.state;
    const drifted = report.tasks.filter(labels/* isDrifted */.TJ);
    const unknown = report.tasks.filter((task) => !(0,labels/* isDrifted */.TJ)(task) && !wasSeen(task));
    const unobservable = report.tasks.filter(({ drift }) => drift === "unobservable").length;
    return {
        at,
        serial,
        outdated: lineage !== recorded.lineage || serial !== recorded.serial,
        failure: looked.has(report.failureReason) ? null : report.failureReason,
        drifted: drifted.map(({ name, drift, gate }) => ({ task: (0,printable/* oneLine */.TN)(name), drift: gate ? "does not hold" : drift })),
        inSync: report.tasks.length - drifted.length - unknown.length - unobservable,
        unknown: unknown.map(({ name }) => (0,printable/* oneLine */.TN)(name)),
        unobservable,
        leftOut: leftOut(recorded, report),
    };
}
function wasSeen(task) {
    return task.drift !== "unknown" && task.status === "observed" && !(0,labels/* hasFailed */.WN)(task);
}
function leftOut({ tasks }, report) {
    if (tasks === null)
        return null;
    const reported = new Set(report.tasks.map(({ name }) => (0,printable/* oneLine */.TN)(name)));
    return tasks.filter(({ name }) => !reported.has(name)).length;
}

;// CONCATENATED MODULE: ./src/app/site/status.ts
function statusOf(facts) {
    const { problem, recorded, lock, runs, drift } = facts;
    if (problem !== null)
        return { status: "unreadable", words: "can't be read", since: null };
    if (recorded === null)
        return lock ? running(lock) : { status: "empty", words: "nothing recorded", since: null };
    const left = leftOver(recorded);
    const since = runs[0]?.at ?? null;
    if (lock !== null && left !== "")
        return running(lock);
    if (left !== "")
        return { status: "unfinished", words: left, since };
    if (recorded.tasks?.length === 0 && lock === null)
        return { status: "empty", words: "nothing recorded", since };
    if (drift !== null && !drift.outdated)
        return driftStatus(drift);
    if (lock !== null)
        return running(lock);
    return { status: "applied", words: "applied", since };
}
function running({ command, since }) {
    const words = command === "" ? "a run is under way" : `${command} is under way`;
    return { status: "running", words, since: since === "" ? null : since };
}
function leftOver({ tasks, pending }) {
    const number = (status) => (tasks ?? []).filter((task) => task.status === status).length;
    const parts = [
        [pending.length, "unfinished"],
        [number("interrupted"), "interrupted"],
        [number("tainted"), "tainted"],
    ];
    return parts
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(", ");
}
function driftStatus({ at: since, drifted, unknown, failure, inSync, leftOut }) {
    if (drifted.length > 0)
        return { status: "drifted", words: `${drifted.length} drifted`, since };
    if (failure !== null)
        return { status: "unknown", words: "drift unknown", since };
    if (unknown.length > 0)
        return { status: "unknown", words: `${unknown.length} unknown`, since };
    if (leftOut !== null && leftOut > 0)
        return { status: "unknown", words: `${inSync} in sync, ${leftOut} not looked at`, since };
    return { status: "in-sync", words: "in sync", since };
}

;// CONCATENATED MODULE: ./src/app/site/gather.ts








function gathered(context, gathering) {
    const { name, read, data, lock } = context;
    const sealed = data !== undefined && (0,codec/* isSealed */.dy)(data);
    const closed = sealed && read.state === "unavailable" && (0,refusals/* lacksKey */.YR)(read.failure);
    const recorded = closed ? closedState(data) : openState(read, data, sealed, gathering);
    const runs = runsOf(context, recorded);
    const facts = {
        problem: read.state === "unavailable" && !closed ? problemOf(read.failure) : null,
        sealed: closed ? "closed" : sealed ? "opened" : "no",
        recorded,
        lock: lock === undefined ? null : lockOf(lock),
        runs: runs.slice(0, gathering.limit),
        drift: driftLook(name, recorded, gathering.looks),
    };
    return {
        ...facts,
        ...statusOf(facts),
        project: (0,printable/* oneLine */.TN)(name.project),
        context: (0,printable/* oneLine */.TN)(name.context),
        olderRuns: Math.max(0, runs.length - gathering.limit),
        runsProblem: context.runs.ok ? null : (0,printable/* oneLine */.TN)(context.runs.error.message),
    };
}
function problemOf({ message }) {
    return (0,printable/* oneLine */.TN)(message);
}
function closedState(data) {
    const { serial = 0, lineage = "" } = (0,codec/* headOf */.Uo)(data);
    const { run, writer } = (0,codec/* writtenBy */.xO)(data);
    return { serial, lineage: (0,printable/* oneLine */.TN)(lineage), writer: (0,printable/* oneLine */.TN)(writer), runUrl: run.url, tasks: null, pending: [] };
}
function openState(read, data, sealed, { values, redactor }) {
    if (read.state !== "found" || data === undefined)
        return null;
    const { serial, lineage, body } = read.snapshot;
    const { run, writer } = (0,codec/* writtenBy */.xO)(data);
    const entries = Object.entries(body.tasks);
    (0,recorded_outputs/* concealOutputs */.oh)((0,recorded_outputs/* recordedSecrets */.Gx)(entries), redactor, (text) => redactor.add(text));
    const tasks = entries.map(([name, entry]) => {
        return { name: (0,printable/* oneLine */.TN)(name), status: entry.status, detail: sealed ? null : detailOf(entry, values) };
    });
    const pending = body.pending.map(({ task, change }) => ({ task: (0,printable/* oneLine */.TN)(task), change }));
    return { serial, lineage, writer: (0,printable/* oneLine */.TN)(writer), runUrl: run.url, tasks, pending };
}
function detailOf(entry, values) {
    const { kind, createdAt, updatedAt, dependencies } = entry;
    const shown = values ? (0,invisible/* visibleJson */.$m)(JSON.stringify(valuesOf(entry), null, 2)) : null;
    return { kind: (0,printable/* oneLine */.TN)(kind), createdAt, updatedAt, dependencies: dependencies.map(printable/* oneLine */.TN), values: shown };
}
function valuesOf(entry) {
    const { outputs, sensitiveOutputs } = (0,recorded_outputs/* shownOutputs */.WY)(entry);
    return { spec: (0,templates/* readableTemplate */.fc)(entry.spec), outputs, ...(sensitiveOutputs && { sensitiveOutputs }) };
}
function runsOf({ runs }, recorded) {
    if (!runs.ok)
        return [];
    const newest = recorded?.serial ?? Number.POSITIVE_INFINITY;
    return runs.value
        .filter(({ serial }) => serial <= newest)
        .map(({ serial, at, what, url, author, changes }) => ({
        serial,
        at,
        what: (0,printable/* oneLine */.TN)(what),
        url,
        author: isRunner(author) ? "" : (0,printable/* oneLine */.TN)(author),
        changes: changes?.map(({ task, change }) => ({ task: (0,printable/* oneLine */.TN)(task), change })) ?? null,
    }));
}
function isRunner(author) {
    return author === "github-actions[bot]" || author === "opus";
}
function lockOf(lock) {
    if (lock === "unknown")
        return { command: "", since: "", url: "" };
    return { command: (0,printable/* oneLine */.TN)(lock.command), since: (0,printable/* oneLine */.TN)(lock.since), url: lock.run.url };
}

var state_folder = __webpack_require__(64524);
;// CONCATENATED MODULE: ./src/app/site/ages.ts
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
function ageWords(at, now) {
    const ms = now - Date.parse(at);
    if (Number.isNaN(ms))
        return "";
    if (ms < minute)
        return "just now";
    if (ms < hour)
        return `${Math.floor(ms / minute)} min ago`;
    if (ms < 2 * day)
        return `${Math.floor(ms / hour)} h ago`;
    return `${Math.floor(ms / day)} d ago`;
}
function shownTime(at) {
    return Number.isNaN(Date.parse(at)) ? at : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

var html = __webpack_require__(89286);
;// CONCATENATED MODULE: ./src/app/site/badge.ts


const colours = {
    unreadable: "#b3261e",
    unfinished: "#9a5b00",
    drifted: "#b3261e",
    unknown: "#5f6368",
    running: "#1f5fbf",
    applied: "#1f5fbf",
    "in-sync": "#1e7a34",
    empty: "#5f6368",
};
function badgeText({ words, since }, now) {
    const age = since === null ? "" : ageWords(since, now);
    return age === "" ? words : `${words}, ${age}`;
}
function badge(context, madeAt) {
    const text = badgeText(context, Date.parse(madeAt));
    const whole = `${context.context}: ${text}`;
    const [first, second] = [widthOf(context.context), widthOf(text)];
    const width = first + second;
    const label = (at, size, words) => `<text x="${at + size / 2}" y="14" textLength="${size - 12}" lengthAdjust="spacingAndGlyphs">${(0,html/* escaped */.Mk)(words)}</text>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${(0,html/* escaped */.Mk)(whole)}">
<title>${(0,html/* escaped */.Mk)(`${whole} (as of ${madeAt})`)}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${first}" height="20" fill="#3c4043"/><rect x="${first}" width="${second}" height="20" fill="${colours[context.status]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${label(0, first, context.context)}${label(first, second, text)}</g>
</svg>
`;
}
function widthOf(text) {
    const units = [...text].reduce((sum, character) => {
        if (/[ilj.,:;'!|()[\] ]/.test(character))
            return sum + 4.2;
        if (/[mwMW@]/.test(character))
            return sum + 9.6;
        return sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 11 : 6.8);
    }, 0);
    return Math.round(units) + 14;
}

var graph_layout = __webpack_require__(83702);
;// CONCATENATED MODULE: ./src/app/site/graph.ts


const [mostNodes, mostEdges] = [300, 1_500];
const node = { width: 168, height: 34, gapX: 56, gapY: 12, margin: 8 };
const longestLabel = 22;
function graphSection(tasks, drifted) {
    const places = new Map(tasks.map(({ name }, index) => [name, index]));
    const dependencies = tasks.map(({ detail }) => (detail?.dependencies ?? []).flatMap((name) => places.get(name) ?? []));
    const number = dependencies.reduce((sum, list) => sum + list.length, 0);
    if (number === 0)
        return undefined;
    const connected = new Set(dependencies.flatMap((list, index) => (list.length === 0 ? [] : [index, ...list]))).size;
    if (connected > mostNodes || number > mostEdges)
        return (0,html/* html */.qy) `<p class="note">${connected} tasks depend on each other in ${number} ways, too many to draw. The list of tasks has what each depends on.</p>`;
    const layout = (0,graph_layout/* layOut */.v)(dependencies);
    const alone = tasks.length - connected;
    const note = alone === 0 ? "" : ` Tasks that stand alone (${alone}) are not drawn.`;
    return (0,html/* html */.qy) `<figure>
<div class="scroll" tabindex="0" role="region" aria-label="Graph of tasks">${picture(layout, tasks, drifted)}</div>
<figcaption>What stands further right depends on what a line leads to it from.${note}</figcaption>
</figure>`;
}
function picture({ nodes, edges, layers, rows }, tasks, drifted) {
    const width = layers * (node.width + node.gapX) - node.gapX + 2 * node.margin;
    const height = rows * (node.height + node.gapY) - node.gapY + 2 * node.margin;
    const placed = new Map(nodes.map((one) => [one.index, one]));
    const lines = edges.map(({ from, to }) => {
        const [begin, end] = [placed.get(from), placed.get(to)];
        return begin && end && (0,html/* html */.qy) `<path d="${curve(begin, end)}" data-from="${from}" data-to="${to}"/>`;
    });
    return (0,html/* html */.qy) `<svg class="graph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${nodes.length} tasks, ${edges.length} dependencies">
<g class="edges" aria-hidden="true">${lines}</g>
${nodes.map((one) => box(one, tasks[one.index], drifted))}
</svg>`;
}
function curve(from, to) {
    const [x1, y1] = [left(from) + node.width, graph_top(from) + node.height / 2];
    const [x2, y2] = [left(to), graph_top(to) + node.height / 2];
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
function box(place, task, drifted) {
    const [x, y] = [left(place), graph_top(place)];
    const { name = "", status = "applied" } = task ?? {};
    const state = drifted.has(name) ? "drifted" : status;
    const sign = state === "drifted" ? "\u2260 " : state === "applied" ? "" : "! ";
    const said = state === "applied" ? name : `${name} (${state})`;
    return (0,html/* html */.qy) `<a href="#task-${place.index}" data-node="${place.index}" class="${state}"><title>${said}</title><rect x="${x}" y="${y}" width="${node.width}" height="${node.height}" rx="6"/><text x="${x + 10}" y="${y + node.height / 2 + 4}">${sign}${shortened(name)}</text></a>
`;
}
function shortened(name) {
    const characters = [...name];
    return characters.length <= longestLabel ? name : `${characters.slice(0, longestLabel - 1).join("")}\u2026`;
}
function left({ layer }) {
    return node.margin + layer * (node.width + node.gapX);
}
function graph_top({ row }) {
    return node.margin + row * (node.height + node.gapY);
}

var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/app/site/page.generated.ts
const pageStyle = ":root {\n  color-scheme: light dark;\n  --back: #ffffff;\n  --card: #f6f7f9;\n  --line: #d0d4da;\n  --text: #1b1f24;\n  --soft: #515862;\n  --link: #0a58ca;\n  --bad: #b3261e;\n  --bad-back: #fdeceb;\n  --warn: #7a4600;\n  --warn-back: #fdf0dc;\n  --good: #17602a;\n  --good-back: #e3f4e7;\n  --calm: #174ea6;\n  --calm-back: #e5edfb;\n  --none: #474d56;\n  --none-back: #eceef1;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --back: #0f1318;\n    --card: #181d24;\n    --line: #343c47;\n    --text: #e6e9ee;\n    --soft: #a6afbb;\n    --link: #8ab4ff;\n    --bad: #ffb4ab;\n    --bad-back: #43191a;\n    --warn: #ffcf87;\n    --warn-back: #3d2a0c;\n    --good: #8fdca3;\n    --good-back: #12341c;\n    --calm: #a9c7ff;\n    --calm-back: #16294a;\n    --none: #c3c9d2;\n    --none-back: #2a3038;\n  }\n}\n* {\n  box-sizing: border-box;\n}\nbody {\n  margin: 0 auto;\n  max-width: 76rem;\n  padding: 1rem;\n  background: var(--back);\n  color: var(--text);\n  font:\n    1rem / 1.5 system-ui,\n    sans-serif;\n  overflow-wrap: anywhere;\n}\na {\n  color: var(--link);\n}\n:focus-visible {\n  outline: 3px solid var(--link);\n  outline-offset: 2px;\n}\nh1 {\n  margin: 0.25rem 0;\n  font-size: 1.6rem;\n}\nh2 {\n  margin: 2rem 0 0.5rem;\n  font-size: 1.2rem;\n}\nh3 {\n  margin: 0;\n  font-size: 1.05rem;\n}\ntime {\n  white-space: nowrap;\n}\nsmall,\n.muted,\nfooter,\nfigcaption,\n.note {\n  color: var(--soft);\n}\nsmall {\n  font-weight: normal;\n}\n.muted,\nfigcaption {\n  font-size: 0.9rem;\n}\nfooter {\n  margin: 3rem 0 1rem;\n}\nsearch:not([hidden]) {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.5rem;\n  align-items: center;\n  margin: 0.75rem 0;\n}\ninput {\n  flex: 1 1 12rem;\n  max-width: 28rem;\n  padding: 0.5rem 0.6rem;\n  font: inherit;\n  color: inherit;\n  background: var(--card);\n  border: 1px solid var(--soft);\n  border-radius: 6px;\n}\n.chip {\n  display: inline-block;\n  padding: 0 0.55rem;\n  border-radius: 1rem;\n  font-size: 0.9rem;\n  font-weight: 600;\n  white-space: nowrap;\n  background: var(--none-back);\n  color: var(--none);\n}\n.chip.unreadable,\n.chip.drifted {\n  background: var(--bad-back);\n  color: var(--bad);\n}\n.chip.unfinished {\n  background: var(--warn-back);\n  color: var(--warn);\n}\n.chip.in-sync {\n  background: var(--good-back);\n  color: var(--good);\n}\n.chip.applied,\n.chip.running {\n  background: var(--calm-back);\n  color: var(--calm);\n}\n.cards {\n  display: grid;\n  grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));\n  gap: 0.75rem;\n  padding: 0;\n  list-style: none;\n}\n.card {\n  padding: 0.75rem 0.9rem;\n  background: var(--card);\n  border: 1px solid var(--line);\n  border-radius: 8px;\n}\n.card p {\n  margin: 0.25rem 0;\n}\ndl {\n  margin: 0.5rem 0 0;\n}\ndl div {\n  display: grid;\n  grid-template-columns: 5.5rem 1fr;\n  gap: 0.5rem;\n}\ndt {\n  color: var(--soft);\n}\ndd {\n  margin: 0;\n  min-width: 0;\n}\n.problem {\n  padding: 0.6rem 0.8rem;\n  border-left: 4px solid var(--bad);\n  background: var(--bad-back);\n  color: var(--text);\n}\n.bad {\n  color: var(--bad);\n}\n/* What is hidden in it must not widen the page. */\n.scroll {\n  position: relative;\n  overflow-x: auto;\n}\ntable {\n  width: 100%;\n  border-collapse: collapse;\n}\nth,\ntd {\n  padding: 0.35rem 0.6rem 0.35rem 0;\n  text-align: left;\n  vertical-align: top;\n  border-bottom: 1px solid var(--line);\n  overflow-wrap: normal;\n}\ntbody th {\n  font-weight: 600;\n  min-width: 9rem;\n  overflow-wrap: anywhere;\n}\ntd {\n  min-width: 6rem;\n}\ntd.date {\n  white-space: nowrap;\n}\ntd.links {\n  min-width: 12rem;\n}\npre {\n  max-width: 60rem;\n  max-height: 24rem;\n  overflow: auto;\n  padding: 0.5rem;\n  background: var(--card);\n  font-size: 0.85rem;\n  font-weight: normal;\n}\ndetails summary {\n  cursor: pointer;\n}\nth details {\n  font-weight: normal;\n}\nfigure {\n  margin: 0;\n}\n.graph {\n  display: block;\n}\n.graph rect {\n  fill: var(--card);\n  stroke: var(--soft);\n}\n.graph text {\n  fill: var(--text);\n  font:\n    13px system-ui,\n    sans-serif;\n}\n.graph .drifted rect {\n  fill: var(--bad-back);\n  stroke: var(--bad);\n}\n.graph .tainted rect,\n.graph .interrupted rect {\n  fill: var(--warn-back);\n  stroke: var(--warn);\n}\n.graph path {\n  fill: none;\n  stroke: var(--soft);\n  stroke-width: 1.3;\n  opacity: 0.55;\n}\n.graph .near rect,\n.graph path.near {\n  stroke: var(--link);\n  stroke-width: 2.5;\n  opacity: 1;\n}\n.graph a:hover rect,\n.graph a:focus rect {\n  stroke: var(--link);\n  stroke-width: 3;\n}\n.graph a:focus {\n  outline: none;\n}\n.graph .far {\n  opacity: 0.3;\n}\n.timeline {\n  margin: 0;\n  padding: 0 0 0 1.1rem;\n  list-style: none;\n  border-left: 2px solid var(--line);\n}\n.timeline > li {\n  position: relative;\n  margin: 0 0 1rem;\n}\n.timeline > li::before {\n  content: \"\";\n  position: absolute;\n  left: -1.5rem;\n  top: 0.45rem;\n  width: 0.7rem;\n  height: 0.7rem;\n  border-radius: 50%;\n  background: var(--soft);\n}\n.timeline p {\n  margin: 0;\n}\n.timeline ul {\n  margin: 0.25rem 0;\n  padding-left: 1.2rem;\n}\ntr:target,\nli:target {\n  background: var(--calm-back);\n}\n.hidden {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n";
const pageScript = "// The script of every page: search, ages that count on, and the neighbours of a task in the graph. All of a page is there\n// without it. It is no module, since a browser loads none from a file; and it makes no markup out of text.\n(() => {\n  const byId = (id) => document.getElementById(id);\n\n  // As src/app/site/ages.ts has it.\n  const ageWords = (ms) => {\n    const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];\n    if (ms < minute) return \"just now\";\n    if (ms < hour) return `${Math.floor(ms / minute)} min ago`;\n    if (ms < 2 * day) return `${Math.floor(ms / hour)} h ago`;\n    return `${Math.floor(ms / day)} d ago`;\n  };\n  const countOn = () => {\n    for (const time of document.querySelectorAll(\"time[datetime]\"))\n      time.textContent = ageWords(Date.now() - Date.parse(time.dateTime));\n  };\n  countOn();\n  setInterval(countOn, 60_000);\n\n  const wordsOf = (text) =>\n    text\n      .toLowerCase()\n      .split(/\\s+/)\n      .filter((word) => word !== \"\");\n  const fits = (text, words) => words.every((word) => text.includes(word));\n\n  const index = byId(\"index\") ? JSON.parse(byId(\"index\").textContent) : undefined;\n  const texts = new Map();\n  const textOf = (element) => {\n    if (!texts.has(element)) texts.set(element, (element.dataset.text ?? element.textContent).toLowerCase());\n    return texts.get(element);\n  };\n\n  const mostResults = 50;\n  /** Lists the tasks of all contexts that have the words in their names. @returns how many there are */\n  const listTasks = (words) => {\n    const [section, list] = [byId(\"results\"), byId(\"results\").querySelector(\"ul\")];\n    list.replaceChildren();\n    let found = 0;\n    for (const [place, folder, tasks] of words.length === 0 ? [] : index)\n      for (const [at, name] of tasks.entries()) {\n        if (!fits(`${place} ${name}`.toLowerCase(), words) || !words.some((word) => name.toLowerCase().includes(word)))\n          continue;\n        if (++found > mostResults) continue;\n        const [item, link] = [document.createElement(\"li\"), document.createElement(\"a\")];\n        link.href = `${folder}index.html#task-${at}`;\n        link.textContent = name;\n        item.append(link, ` in ${place}`);\n        list.append(item);\n      }\n    section.hidden = found === 0;\n    return found;\n  };\n\n  const search = (text) => {\n    const words = wordsOf(text);\n    const rows = document.querySelectorAll(\"[data-row], .card\");\n    let shown = 0;\n    for (const row of rows) {\n      row.hidden = !fits(textOf(row), words);\n      if (!row.hidden) shown++;\n    }\n    for (const node of document.querySelectorAll(\".graph [data-node]\")) {\n      const row = byId(`task-${node.dataset.node}`);\n      node.classList.toggle(\"far\", row?.hidden === true);\n    }\n    for (const part of document.querySelectorAll(\".project\")) {\n      const cards = [...part.querySelectorAll(\".card\")];\n      part.hidden = cards.every((card) => card.hidden);\n      for (const fold of part.querySelectorAll(\"details\"))\n        if (words.length > 0) fold.open = [...fold.querySelectorAll(\".card\")].some((card) => !card.hidden);\n    }\n    const tasks = index && byId(\"results\") ? listTasks(words) : 0;\n    const more = tasks > mostResults ? `, the first ${mostResults} of them listed` : \"\";\n    const what = index ? `${shown} contexts, ${tasks} tasks${more}` : `${shown} of ${rows.length} entries`;\n    byId(\"found\").textContent = words.length === 0 ? \"\" : what;\n  };\n\n  const field = byId(\"search\");\n  field.closest(\"search\").hidden = false;\n  field.addEventListener(\"input\", () => search(field.value));\n  if (field.value !== \"\") search(field.value);\n  addEventListener(\"keydown\", (event) => {\n    if (event.key === \"Escape\" && document.activeElement === field && field.value !== \"\") {\n      field.value = \"\";\n      search(\"\");\n    }\n    const writing = event.target.closest?.(\"input, textarea, select, [contenteditable]\");\n    if (event.key !== \"/\" || writing || event.ctrlKey || event.metaKey || event.altKey) return;\n    event.preventDefault();\n    field.focus();\n  });\n\n  // Where a link leads to must not be hidden.\n  addEventListener(\"hashchange\", () => {\n    const target = byId(location.hash.slice(1));\n    if (!target?.hidden) return;\n    field.value = \"\";\n    search(\"\");\n    target.scrollIntoView();\n  });\n\n  const mark = (node, on) => {\n    const at = node.dataset.node;\n    const graph = node.closest(\"svg\");\n    for (const edge of graph.querySelectorAll(`path[data-from=\"${at}\"], path[data-to=\"${at}\"]`)) {\n      edge.classList.toggle(\"near\", on);\n      const other = edge.dataset.from === at ? edge.dataset.to : edge.dataset.from;\n      graph.querySelector(`[data-node=\"${other}\"]`)?.classList.toggle(\"near\", on);\n    }\n  };\n  for (const node of document.querySelectorAll(\".graph [data-node]\")) {\n    for (const type of [\"pointerenter\", \"focus\"]) node.addEventListener(type, () => mark(node, true));\n    for (const type of [\"pointerleave\", \"blur\"]) node.addEventListener(type, () => mark(node, false));\n  }\n  document.documentElement.dataset.ready = \"true\";\n})();\n";

;// CONCATENATED MODULE: ./src/app/site/page-frame.ts




function page({ title, heading, content, data }, { madeAt, version }) {
    const index = data && (0,html/* html */.qy) `<script type="application/json" id="index">${data}</script>`;
    return (0,html/* html */.qy) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new html/* Html */.Ed(pageStyle)}</style>
</head>
<body>
<header>
${heading}
<search hidden><label for="search">Search</label> <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="name, kind, run \u2026" aria-keyshortcuts="/"> <output id="found" for="search"></output></search>
</header>
<main id="main">
${content}
</main>
<footer>Made by opus ${version} ${timeOf(madeAt, madeAt)}.</footer>
${index}
<script>${new html/* Html */.Ed(pageScript)}</script>
</body>
</html>
`.text;
}
const policy = [
    "default-src 'none'",
    `style-src ${hashOf(pageStyle)}`,
    `script-src ${hashOf(pageScript)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
].join("; ");
function hashOf(text) {
    return `'sha256-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("base64")}'`;
}
function timeOf(at, madeAt) {
    const age = ageWords(at, Date.parse(madeAt));
    if (age === "")
        return (0,html/* html */.qy) `${at}`;
    return (0,html/* html */.qy) `<time datetime="${at}" title="${shownTime(at)}">${age}</time>`;
}
const signs = {
    unreadable: "\u2715",
    unfinished: "\u25d0",
    drifted: "\u2260",
    unknown: "?",
    running: "\u25b6",
    applied: "\u25cf",
    "in-sync": "\u2713",
    empty: "\u25cb",
};
function chip({ status, words }) {
    return (0,html/* html */.qy) `<span class="chip ${status}"><span aria-hidden="true">${signs[status]}</span> ${words}</span>`;
}
function counted(count, one, several = `${one}s`) {
    return `${count} ${count === 1 ? one : several}`;
}

;// CONCATENATED MODULE: ./src/app/site/task-table.ts


function taskTable({ recorded, sealed, drift }, { values }) {
    const tasks = recorded?.tasks;
    if (!tasks || tasks.length === 0)
        return undefined;
    const table = {
        places: new Map(tasks.map(({ name }, index) => [name, index])),
        drifted: driftedNames(drift),
        values: values && sealed === "no",
    };
    const columns = sealed === "no"
        ? ["Task", "Kind", "Status", "Made", "Changed", "Depends on", ...(table.values ? ["Values"] : [])]
        : ["Task", "Status"];
    return (0,html/* html */.qy) `<section id="tasks"><h2>Tasks <small>${tasks.length}</small></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Tasks"><table><thead><tr>${columns.map((name) => (0,html/* html */.qy) `<th scope="col">${name}</th>`)}</tr></thead><tbody>
${tasks.map((task, index) => row(task, index, table))}</tbody></table></div>
${values && !table.values && (0,html/* html */.qy) `<p class="note">Values of sealed state are not shown.</p>`}
</section>
`;
}
function driftedNames(drift) {
    return new Set(drift === null || drift.outdated ? [] : drift.drifted.map(({ task }) => task));
}
function row(task, index, { places, drifted, values }) {
    const { name, status, detail } = task;
    const begin = (0,html/* html */.qy) `<tr id="task-${index}" data-row><th scope="row"><bdi>${name}</bdi></th>`;
    const state = (0,html/* html */.qy) `<td>${status === "applied" ? "applied" : (0,html/* html */.qy) `<strong class="bad">${status}</strong>`}${drifted.has(name) && (0,html/* html */.qy) `, <strong class="bad">drifted</strong>`}</td>`;
    if (detail === null)
        return (0,html/* html */.qy) `${begin}${state}</tr>
`;
    const { kind, createdAt, updatedAt, dependencies } = detail;
    const links = dependencies.map((one, at) => {
        const place = places.get(one);
        return (0,html/* html */.qy) `${at > 0 && ", "}${place === undefined ? one : (0,html/* html */.qy) `<a href="#task-${place}">${one}</a>`}`;
    });
    const shown = (0,html/* html */.qy) `<td><details><summary>Show<span class="hidden"> values of ${name}</span></summary><pre tabindex="0">${detail.values}</pre></details></td>`;
    return (0,html/* html */.qy) `${begin}<td>${kind}</td>${state}<td class="date">${shownTime(createdAt)}</td><td class="date">${shownTime(updatedAt)}</td><td class="links">${links.length === 0 ? "\u2013" : links}</td>${values && shown}</tr>
`;
}

;// CONCATENATED MODULE: ./src/app/site/timeline.ts



const done = {
    create: "created",
    update: "updated",
    replace: "replaced",
    delete: "deleted",
    adopt: "adopted",
    forget: "forgot",
    noop: "recorded anew",
    none: "recorded anew",
};
function timeline(context, tasks, model) {
    const { runs, olderRuns, runsProblem } = context;
    const places = new Map(tasks.map(({ name }, index) => [name, index]));
    if (runs.length === 0)
        return (0,html/* html */.qy) `<section id="history"><h2>History</h2><p class="note">${runsProblem === null ? "No run has ended here yet." : "Not known."}</p></section>`;
    return (0,html/* html */.qy) `<section id="history"><h2>History <small>${counted(runs.length, "run")}</small></h2>
<ol class="timeline">
${runs.map((run) => entry(run, places, model))}</ol>
${olderRuns > 0 && (0,html/* html */.qy) `<p class="note">${counted(olderRuns, "older run is", "older runs are")} not shown: <code>opus state history</code> lists all of them.</p>`}
</section>
`;
}
function entry({ serial, at, what, url, author, changes }, places, { madeAt }) {
    const time = Number.isNaN(Date.parse(at))
        ? (0,html/* html */.qy) `${at}`
        : (0,html/* html */.qy) `<time class="stamp">${shownTime(at)}</time> (${timeOf(at, madeAt)})`;
    return (0,html/* html */.qy) `<li id="run-${serial}" data-row><p><strong>${what || "run"}</strong> ${time}</p>
<p class="muted">serial ${serial}${author && `, ${author}`}${url && (0,html/* html */.qy) `, ${(0,html/* link */.nf)(url, (0,html/* html */.qy) `run<span class="hidden"> of serial ${serial}</span>`)}`}</p>
${changes !== null && changes.length > 0 && (0,html/* html */.qy) `<details><summary>${counted(changes.length, "task")} <span class="hidden">of serial ${serial}</span></summary><ul>${changes.map((one) => changed(one, places))}</ul></details>`}</li>
`;
}
function changed({ task, change }, places) {
    const place = places.get(task);
    return (0,html/* html */.qy) `<li class="${change}">${done[change]} ${place === undefined ? task : (0,html/* html */.qy) `<a href="#task-${place}">${task}</a>`}</li>`;
}

;// CONCATENATED MODULE: ./src/app/site/context-page.ts





function contextPage(context, toTop, model) {
    const { project, recorded, drift } = context;
    const heading = (0,html/* html */.qy) `<nav aria-label="Place"><a href="${toTop}index.html">All environments</a> / ${project}</nav>
<h1>${context.context} ${chip(context)}</h1>`;
    const tasks = recorded?.tasks ?? [];
    const graph = graphSection(tasks, driftedNames(drift));
    const content = [
        problems(context),
        facts(context, model),
        drift && driftSection(drift, tasks, model),
        taskTable(context, model),
        graph && (0,html/* html */.qy) `<section id="graph"><h2>Graph</h2>${graph}</section>`,
        timeline(context, tasks, model),
    ];
    return page({ title: `${project} / ${context.context}: ${context.words}`, heading, content }, model);
}
function problems({ problem, recorded, sealed, runsProblem }) {
    const pending = recorded?.pending ?? [];
    return (0,html/* html */.qy) `${problem !== null && (0,html/* html */.qy) `<p class="problem" role="note"><strong>The state can't be read.</strong> ${problem}</p>`}
${runsProblem !== null && (0,html/* html */.qy) `<p class="problem" role="note"><strong>The history can't be read.</strong> ${runsProblem}</p>`}
${pending.length > 0 && (0,html/* html */.qy) `<p class="problem" role="note"><strong>A run is under way, or did not end:</strong> ${pending.map(({ task, change }, index) => (0,html/* html */.qy) `${index > 0 && ", "}${change} ${task}`)}. The next run that writes finds out what became of it.</p>`}
${sealed === "closed" && (0,html/* html */.qy) `<p class="note">The state is sealed, and this page was made without its key: what is recorded is not known here.</p>`}
${sealed === "opened" && (0,html/* html */.qy) `<p class="note">The state is sealed: only names and counts are shown.</p>`}`;
}
function facts({ recorded, lock, runs, drift }, { madeAt, backend }) {
    const last = runs[0];
    const rows = [
        ["Last run", last !== undefined && (0,html/* html */.qy) `${last.what || `serial ${last.serial}`}, ${timeOf(last.at, madeAt)}`],
        ["By", last?.author ?? false],
        ["Run", recorded !== null && recorded.runUrl !== "" && (0,html/* link */.nf)(recorded.runUrl, recorded.runUrl)],
        [
            "Drift",
            drift === null ? "not looked for" : (0,html/* html */.qy) `looked for ${timeOf(drift.at, madeAt)}, at serial ${drift.serial}`,
        ],
        ["Serial", recorded !== null && String(recorded.serial)],
        ["Lineage", recorded?.lineage ?? false],
        ["Kept", `${backend}${recorded?.writer ? `, written by opus ${recorded.writer}` : ""}`],
        [
            "Locked",
            lock !== null &&
                (0,html/* html */.qy) `${lock.command || "by somebody"}${lock.since && (0,html/* html */.qy) ` since ${timeOf(lock.since, madeAt)}`}${lock.url && (0,html/* html */.qy) ` (${(0,html/* link */.nf)(lock.url, "the run that holds it")})`}`,
        ],
    ];
    const shown = rows.filter(([, value]) => value !== false && value !== "");
    return (0,html/* html */.qy) `<dl class="facts">${shown.map(([name, value]) => (0,html/* html */.qy) `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
`;
}
function driftSection(drift, tasks, { madeAt }) {
    const { at, outdated, failure, drifted, inSync, unknown, unobservable, leftOut } = drift;
    const places = new Map(tasks.map(({ name }, index) => [name, index]));
    const named = (name) => {
        const place = places.get(name);
        return place === undefined ? (0,html/* html */.qy) `${name}` : (0,html/* html */.qy) `<a href="#task-${place}">${name}</a>`;
    };
    const counts = [
        `${drifted.length} drifted`,
        `${inSync} in sync`,
        ...(unknown.length > 0 ? [`${unknown.length} unknown`] : []),
        ...(unobservable > 0 ? [`${unobservable} that nobody can look at`] : []),
        ...(leftOut !== null && leftOut > 0 ? [`${leftOut} not looked at`] : []),
    ];
    return (0,html/* html */.qy) `<section id="drift"><h2>Drift</h2>
<p>${counts.join(", ")}, ${timeOf(at, madeAt)}.${failure !== null && (0,html/* html */.qy) ` Not all could be looked at: <code>${failure}</code>.`}${outdated && (0,html/* html */.qy) ` <strong>The state has been changed since.</strong>`}</p>
${drifted.length + unknown.length > 0 && (0,html/* html */.qy) `<ul>${drifted.map(({ task, drift: how }) => (0,html/* html */.qy) `<li>${named(task)}: ${how}</li>`)}${unknown.map((task) => (0,html/* html */.qy) `<li>${named(task)}: unknown</li>`)}</ul>`}
</section>
`;
}

;// CONCATENATED MODULE: ./src/app/site/model.ts
const statuses = [
    "unreadable",
    "unfinished",
    "drifted",
    "unknown",
    "running",
    "applied",
    "in-sync",
    "empty",
];

;// CONCATENATED MODULE: ./src/app/site/overview-page.ts



const mostNames = 20_000;
function overviewPage(model, placed) {
    const projects = [...new Set(placed.map(([{ project }]) => project))];
    const heading = (0,html/* html */.qy) `<h1>${projects.length === 1 ? projects[0] : "Environments"}</h1>
<p class="sum">${summary(model, projects.length)}</p>`;
    const content = placed.length === 0
        ? (0,html/* html */.qy) `<p class="note">Nothing is recorded yet.</p>`
        : [
            (0,html/* html */.qy) `<section id="results" aria-label="Found tasks" hidden><h2>Tasks</h2><ul></ul></section>`,
            ...projects.map((project) => projectSection(project, placed, model)),
        ];
    return page({
        title: projects.length === 1 ? `${projects[0]}: environments` : "Environments",
        heading,
        content,
        data: names(placed),
    }, model);
}
function summary({ contexts }, projects) {
    const count = (status) => contexts.filter((context) => context.status === status).length;
    const words = {
        unreadable: "can't be read",
        unfinished: "unfinished",
        drifted: "drifted",
        unknown: "unknown",
        running: "under way",
        applied: "applied",
        "in-sync": "in sync",
        empty: "empty",
    };
    const chips = statuses
        .filter((status) => count(status) > 0)
        .map((status) => (0,html/* html */.qy) ` ${chip({ status, words: `${count(status)} ${words[status]}`, since: null })}`);
    return (0,html/* html */.qy) `${counted(projects, "project")}, ${counted(contexts.length, "context")}.${chips}`;
}
function projectSection(project, placed, model) {
    const own = placed.filter(([context]) => context.project === project);
    const shown = own.filter(([{ status }]) => status !== "empty");
    const empty = own.filter(([{ status }]) => status === "empty");
    const list = (some) => (0,html/* html */.qy) `<ul class="cards">${some.map((one) => card(one, model))}</ul>`;
    return (0,html/* html */.qy) `<section class="project"><h2>${project}</h2>
${shown.length > 0 && list(shown)}
${empty.length > 0 && (0,html/* html */.qy) `<details><summary>${counted(empty.length, "context")} with nothing recorded</summary>${list(empty)}</details>`}
</section>
`;
}
function card([context, folder], { madeAt }) {
    const { recorded, runs, drift, sealed, problem } = context;
    const last = runs[0];
    const tasks = recorded?.tasks ?? null;
    return (0,html/* html */.qy) `<li class="card" data-text="${`${context.project} ${context.context} ${context.words}`.toLowerCase()}">
<h3><a href="${folder}index.html">${context.context}</a></h3>
<p>${chip(context)} ${context.since !== null && timeOf(context.since, madeAt)}</p>
<dl>
<div><dt>Recorded</dt><dd>${problem !== null ? "not known" : tasks === null ? (sealed === "closed" ? "sealed" : "nothing") : counted(tasks.length, "task")}</dd></div>
<div><dt>Serial</dt><dd>${recorded === null ? "\u2013" : recorded.serial}</dd></div>
<div><dt>Last run</dt><dd>${last === undefined ? "\u2013" : (0,html/* html */.qy) `${last.what || `serial ${last.serial}`}, ${timeOf(last.at, madeAt)}${last.author && `, ${last.author}`}${last.url && (0,html/* html */.qy) ` (${(0,html/* link */.nf)(last.url, (0,html/* html */.qy) `run<span class="hidden"> of ${context.context}</span>`)})`}`}</dd></div>
<div><dt>Drift</dt><dd>${drift === null ? "not looked for" : (0,html/* html */.qy) `looked for ${timeOf(drift.at, madeAt)}${drift.outdated && ", before the last change"}`}</dd></div>
</dl></li>
`;
}
function names(placed) {
    let room = mostNames;
    const contexts = placed.map(([{ project, context, recorded }, folder]) => {
        const tasks = (recorded?.tasks ?? []).slice(0, room).map(({ name }) => name);
        room -= tasks.length;
        return [`${project} / ${context}`, folder, tasks];
    });
    return (0,html/* jsonData */.nE)(contexts);
}

;// CONCATENATED MODULE: ./src/app/site/status-file.ts

function statusFile(context, madeAt) {
    return { format: "opus-status", version: 1, madeAt, ...factsOf(context, madeAt) };
}
function allStatusFile({ contexts, madeAt }) {
    return { format: "opus-status", version: 1, madeAt, contexts: contexts.map((context) => factsOf(context, madeAt)) };
}
function factsOf(context, madeAt) {
    const { project, status, since, problem, sealed, recorded, lock, runs, drift } = context;
    const last = runs[0];
    return {
        project,
        context: context.context,
        status,
        text: badgeText(context, Date.parse(madeAt)),
        since,
        problem,
        sealed: sealed !== "no",
        serial: recorded?.serial ?? null,
        lineage: recorded?.lineage ?? null,
        tasks: recorded?.tasks?.length ?? null,
        pending: recorded?.tasks ? recorded.pending.length : null,
        locked: lock !== null,
        lastRun: last === undefined
            ? null
            : { at: last.at, what: last.what, serial: last.serial, author: last.author, url: last.url },
        drift: drift === null ? null : driftFacts(drift),
    };
}
function driftFacts({ at, serial, outdated, failure, drifted, inSync, unknown, unobservable, leftOut, }) {
    const counts = { drifted: drifted.length, inSync, unknown: unknown.length, unobservable, leftOut };
    return { lookedAt: at, serial, outdated, failure, ...counts };
}

;// CONCATENATED MODULE: ./src/app/site/site-files.ts





const taken = ["index.html", "status.json"];
function siteFiles(model) {
    const folders = foldersOf(model.contexts);
    const files = new Map();
    const placed = model.contexts.map((context, index) => [context, address(folders[index] ?? "")]);
    files.set("index.html", overviewPage(model, placed));
    files.set("status.json", json(allStatusFile(model)));
    for (const [index, context] of model.contexts.entries()) {
        const folder = folders[index] ?? "";
        files.set(`${folder}index.html`, contextPage(context, "../../", model));
        files.set(`${folder}status.json`, json(statusFile(context, model.madeAt)));
        files.set(`${folder}badge.svg`, badge(context, model.madeAt));
    }
    return files;
}
function foldersOf(contexts) {
    const projects = distinct(contexts.map(({ project }) => project), taken);
    const used = new Map();
    return contexts.map(({ project, context }) => {
        const first = projects.get(project) ?? "";
        const others = used.get(first) ?? [];
        const second = free((0,state_folder/* folderName */.ub)(context), others);
        used.set(first, [...others, second.toLowerCase()]);
        return `${first}/${second}/`;
    });
}
function distinct(names, others) {
    const found = new Map();
    const used = [...others];
    for (const name of names) {
        if (found.has(name))
            continue;
        const folder = free((0,state_folder/* folderName */.ub)(name), used);
        used.push(folder.toLowerCase());
        found.set(name, folder);
    }
    return found;
}
function free(name, used) {
    let found = name === "" ? "~" : name;
    for (let number = 2; used.includes(found.toLowerCase()); number++)
        found = `${name}~${number}`;
    return found;
}
function address(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}
function json(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}

var make_folders = __webpack_require__(62668);
;// CONCATENATED MODULE: ./src/app/site/site-folder.ts





const markerName = ".opus-site.json";
const markerFormat = "opus-site";
const temporaryName = /^\.opus-site-[0-9a-f]{12}\.tmp$/;
const ownPath = /^(?:(?!\.\.?\/)[^/\\\0]+\/(?!\.\.?\/)[^/\\\0]+\/)?(?:index\.html|status\.json|badge\.svg)$/;
function writeSite(folder, shown, files) {
    try {
        const before = ownFiles(folder, shown);
        if (!before.ok)
            return before;
        const inTheWay = foreignAmong(folder, [...files.keys()], new Set(before.value));
        if (inTheWay !== undefined)
            return (0,diagnostic/* err */._q)(refused(`${shown}/${inTheWay} is not of a site that opus made`, "Move it away, or choose another folder."));
        (0,make_folders/* makeFolders */.w)((0,external_node_path_.resolve)(folder));
        const both = new Set([...before.value, ...files.keys()]);
        writeMarker(folder, [...both]);
        for (const [path, text] of files) {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, (0,external_node_path_.dirname)(path)), { recursive: true });
            replace((0,external_node_path_.join)(folder, path), text);
        }
        for (const path of before.value)
            if (!files.has(path))
                remove(folder, path);
        writeMarker(folder, [...files.keys()]);
        return (0,diagnostic.ok)(undefined);
    }
    catch (error) {
        const { code, message } = error;
        if (code === undefined)
            throw error;
        return (0,diagnostic/* err */._q)(refused(`the site can't be written to ${shown}: ${message}`, "Choose another folder with `--out`."));
    }
}
function ownFiles(folder, shown) {
    const stats = (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false });
    if (stats === undefined)
        return (0,diagnostic.ok)([]);
    if (!stats.isDirectory())
        return (0,diagnostic/* err */._q)(refused(`${shown} is no folder`, "Choose another one with `--out`."));
    const names = (0,external_node_fs_.readdirSync)(folder).filter((name) => !temporaryName.test(name));
    if (names.length === 0)
        return (0,diagnostic.ok)([]);
    const files = names.includes(markerName) ? markedFiles((0,external_node_path_.join)(folder, markerName)) : undefined;
    if (files !== undefined)
        return (0,diagnostic.ok)(files);
    const message = `${shown} holds other files than a site that opus made (${names.sort().slice(0, 3).join(", ")}${names.length > 3 ? ", \u2026" : ""})`;
    return (0,diagnostic/* err */._q)(refused(message, "Choose an empty folder with `--out`, or one that is not there yet."));
}
function markedFiles(path) {
    if (!(0,external_node_fs_.lstatSync)(path).isFile())
        return undefined;
    try {
        const { format, version, files } = JSON.parse((0,external_node_fs_.readFileSync)(path, "utf8"));
        if (format !== markerFormat || version !== 1 || !Array.isArray(files))
            return undefined;
        return files.filter((file) => typeof file === "string" && ownPath.test(file));
    }
    catch (error) {
        if (error instanceof SyntaxError || error instanceof TypeError)
            return undefined;
        throw error;
    }
}
function foreignAmong(folder, paths, own) {
    const asked = new Set();
    for (const path of paths) {
        const parts = path.split("/");
        for (const end of parts.keys()) {
            const at = parts.slice(0, end + 1).join("/");
            if (asked.has(at))
                continue;
            asked.add(at);
            const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, at), { throwIfNoEntry: false });
            if (stats === undefined)
                break;
            const last = end === parts.length - 1;
            if (last ? !stats.isFile() || !own.has(path) : !stats.isDirectory())
                return at;
        }
    }
    return undefined;
}
function remove(folder, path) {
    const parts = path.split("/");
    for (const end of parts.slice(1).keys())
        if (!(0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, ...parts.slice(0, end + 1)), { throwIfNoEntry: false })?.isDirectory())
            return;
    const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, path), { throwIfNoEntry: false });
    if (stats?.isFile())
        (0,external_node_fs_.unlinkSync)((0,external_node_path_.join)(folder, path));
    for (let end = parts.length - 1; end > 0; end--) {
        try {
            (0,external_node_fs_.rmdirSync)((0,external_node_path_.join)(folder, ...parts.slice(0, end)));
        }
        catch {
            return;
        }
    }
}
function writeMarker(folder, files) {
    const marker = { format: markerFormat, version: 1, files: [...files].sort() };
    replace((0,external_node_path_.join)(folder, markerName), `${JSON.stringify(marker, null, 2)}\n`);
}
function replace(path, text) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.opus-site-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`);
    try {
        (0,external_node_fs_.writeFileSync)(temporary, text, { flag: "wx" });
        (0,external_node_fs_.renameSync)(temporary, path);
    }
    catch (error) {
        try {
            (0,external_node_fs_.unlinkSync)(temporary);
        }
        catch {
            // It is not there.
        }
        throw error;
    }
}
function refused(message, suggestion) {
    return (0,diagnostic/* explained */.to)("invalid-input", message, { suggestion });
}

;// CONCATENATED MODULE: ./src/app/site/site-command.ts















const detailedRuns = 25;
async function runSite(request, host, output) {
    const sources = new Map();
    const { redactor } = host;
    const done = await makeSite(request, host, output, sources);
    if (done.ok)
        return done.value ? 0 : 1;
    const { message, diagnostics } = (0,redact_report/* redactFailure */.O5)(done.error, redactor);
    output.error(`opus: ${(0,printable/* printableLines */.fk)(message).join(" ")}`);
    for (const diagnostic of diagnostics) {
        if (diagnostic.message !== message || diagnostic.location)
            output.error((0,code_frame/* renderDiagnostic */.I)(diagnostic, sources, { redact: (text) => redactor.text(text) }));
        else if (diagnostic.suggestion !== undefined)
            output.error(`  ${(0,printable/* printableLines */.fk)(diagnostic.suggestion).join(" ")}`);
    }
    return 1;
}
async function makeSite(request, host, output, sources) {
    const prepared = await (0,prepare_command/* prepareLook */.PA)(request.raw, host, sources);
    if (!prepared.ok)
        return prepared;
    const place = await placeOf(prepared.value, host);
    if (!place.ok)
        return place;
    const surveyed = await survey(place.value, prepared.value, host, output);
    if (!surveyed.ok)
        return surveyed;
    const { looks, problems } = readDriftReports(request.reports, host.directory);
    const model = modelOf(surveyed.value, looks, place.value.backend.name, request, host);
    const folder = (0,external_node_path_.resolve)(host.directory, request.out);
    const written = writeSite(folder, request.out, siteFiles(model));
    if (!written.ok)
        return written;
    const say = (text) => output.error(`opus: ${host.redactor.text((0,printable/* printableLines */.fk)(text).join(" "))}`);
    const unread = [
        ...model.contexts.flatMap(({ problem }) => problem ?? []),
        ...new Set(model.contexts.flatMap(({ runsProblem }) => runsProblem ?? [])),
        ...problems.map((text) => `${text}.`),
    ];
    for (const text of unread)
        say(text);
    for (const text of withoutState(looks, surveyed.value))
        say(`warning: ${text}`);
    const { settings, loaded } = prepared.value;
    if (model.contexts.length === 0 && !(0,state_location/* isChosen */.lf)(settings, loaded.manifest.project))
        say(`warning: only ${place.value.backend.help} was looked at; a workflow keeps state on a branch: --state-backend branch`);
    output.console.line(doneWords(model, request.out));
    return (0,diagnostic.ok)(unread.length === 0);
}
async function placeOf({ settings, loaded }, host) {
    const { manifest, workingDirectory } = loaded;
    const { backend, branch, path } = settings.state;
    const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
    const told = manifest.project !== undefined || (backend ?? branch ?? path) !== undefined;
    if (!told && errors.length > 0) {
        const message = "the Project document can't be read, so it is not known where state is";
        const suggestion = "Mend it; or give `--state-backend`, with `--state-path` or `--state-branch` where it is not the default.";
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-manifest", message, [
            { severity: "error", code: "invalid-manifest", message, suggestion },
            ...errors,
        ]));
    }
    return (0,state_location/* stateLocation */.vJ)(settings, manifest.project, host, workingDirectory, checkout/* checkout */.P);
}
async function survey(place, { settings, capabilities, loaded }, host, output) {
    if (!place.survey)
        return (0,diagnostic/* err */._q)((0,diagnostic/* failure */.V2)("invalid-input", `states in the ${place.backend.name} can't be listed`));
    const { encryptionKey, stateFiles } = capabilities;
    const { initialize, token } = settings;
    const { environment, terminal, version, redactor, signal } = host;
    const sealing = await (0,open_seal/* openSealing */.wj)({ encryptionKey, initialize }, host, ({ message, suggestion }) => {
        output.error(`opus: ${(0,printable/* printableLines */.fk)(`${message}. ${suggestion ?? ""}`).join(" ")}`);
    });
    if (!sealing.ok)
        return sealing;
    const services = (0,stores/* storeServices */.Mi)({
        place,
        project: loaded.project,
        environment,
        terminal,
        version,
        token,
        initialize,
        clock: clock/* systemClock */.m,
        sealing: sealing.value,
        stateFiles,
        redact: (text) => redactor.text(text),
        onProgress: () => undefined,
    });
    return place.survey(services, { detailedRuns }, signal);
}
function modelOf(surveyed, looks, backend, { values, limit }, { redactor, version }) {
    const gathering = { looks, values, limit, redactor };
    const contexts = surveyed.map((context) => gathered(context, gathering));
    contexts.sort((one, other) => order(one.project, other.project) || order(one.context, other.context));
    const model = { madeAt: clock/* systemClock */.m.timestamp(), version, backend, values, contexts };
    return redactor.value(model);
}
function order(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}
function withoutState(looks, surveyed) {
    const known = new Set(surveyed.map(({ name }) => JSON.stringify([name.project, name.context])));
    return looks
        .filter(({ project, context }) => !known.has(JSON.stringify([project, context.name])))
        .map(({ project, context }) => `a report tells of ${(0,printable/* oneLine */.TN)(`${project}/${context.name}`)}, of which nothing is recorded here`);
}
function doneWords({ contexts }, out) {
    const projects = new Set(contexts.map(({ project }) => project)).size;
    if (contexts.length === 0)
        return `Nothing is recorded yet: ${out}/index.html says so.`;
    const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
    return `Wrote ${counted(contexts.length, "context")} of ${counted(projects, "project")} to ${out}/index.html.`;
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


/***/ })

};
