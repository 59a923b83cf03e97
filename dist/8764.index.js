export const id = 8764;
export const ids = [8764];
export const modules = {

/***/ 11986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  createIssue: () => (/* binding */ createIssue)
});

var timing = __webpack_require__(40432);
var redact_report = __webpack_require__(93646);
var external_node_crypto_ = __webpack_require__(77598);
var labels = __webpack_require__(12188);
;// CONCATENATED MODULE: ./src/hooks/issue/findings.ts


const looked = [null, "drift-detected", "changes-pending"];
function findingsOf(context, about, whole) {
    const { name, tasks, failureReason, state } = context;
    const reports = tasks.filter(labels/* isDrifted */.TJ);
    return {
        context: name,
        drifting: new Map(reports.map((task) => [task.name, { way: wayOf(task), fields: fieldsOf(task) }])),
        reports,
        seen: new Set(tasks.filter(wasSeen).map((task) => task.name)),
        unknown: tasks.filter((task) => task.drift === "unknown" || (0,labels/* hasFailed */.WN)(task)),
        failure: looked.includes(failureReason) ? null : failureReason,
        whole,
        sealed: state.sealed === true,
        about,
    };
}
function wayOf(task) {
    return task.gate ? "not-holding" : task.drift;
}
function wasSeen(task) {
    return !(0,labels/* hasFailed */.WN)(task) && task.drift !== "unknown" && task.drift !== "unobservable";
}
function fieldsOf({ fields }) {
    const paths = fields.filter(({ drifted }) => drifted).map(({ path }) => path);
    return paths.length === 0 ? "" : digestOf(paths.sort());
}
function digestOf(value) {
    return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

var diagnostic = __webpack_require__(9246);
var size_limits = __webpack_require__(44608);
var body = __webpack_require__(52139);
var field_labels = __webpack_require__(68771);
var markdown = __webpack_require__(13106);
var failure_reasons = __webpack_require__(96183);
var hidden_line = __webpack_require__(50898);
;// CONCATENATED MODULE: ./src/hooks/issue/model.ts
const driftWays = ["resource-changed", "both", "missing", "not-holding"];

;// CONCATENATED MODULE: ./src/hooks/issue/marker.ts



const format = "opus-issue";
const version = 1;
function renderMarker({ tasks, ...facts }) {
    const packed = [...tasks].map(([name, { way, fields, since }]) => [name, way, fields, since]);
    return (0,hidden_line/* hiddenLine */.r)({ format, version, ...facts, tasks: packed });
}
function readMarker(body) {
    for (const line of body.split(/\r?\n/)) {
        const facts = line.startsWith("<!--") ? readFacts((0,hidden_line/* readHiddenLine */.n)(line)) : undefined;
        if (facts)
            return facts;
    }
    return undefined;
}
function readFacts(parsed) {
    if (parsed?.format !== format || parsed.version !== version)
        return undefined;
    const { project, context, open, failure, since, tasks, more, digest } = parsed;
    const reason = failure === null ? null : failure_reasons/* failureReasons */.O.find((one) => one === failure);
    if (typeof project !== "string" || typeof context !== "string" || typeof open !== "boolean")
        return undefined;
    if (reason === undefined || !isTime(since) || !Array.isArray(tasks) || typeof digest !== "string")
        return undefined;
    if (typeof more !== "number" || !Number.isSafeInteger(more) || more < 0)
        return undefined;
    const read = tasks.map(readDrifting);
    if (!read.every((one) => one !== undefined))
        return undefined;
    return { project, context, open, failure: reason, since, tasks: new Map(read), more, digest };
}
function readDrifting(value) {
    const [name, told, fields, since] = Array.isArray(value) ? value : [];
    const way = driftWays.find((one) => one === told);
    if (typeof name !== "string" || way === undefined || typeof fields !== "string" || !isTime(since))
        return undefined;
    return [name, { way, fields, since }];
}
function isTime(value) {
    return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

var json = __webpack_require__(81567);
var run_events = __webpack_require__(26899);
var printable = __webpack_require__(4191);
var cut = __webpack_require__(37119);
var field_diff = __webpack_require__(99347);
;// CONCATENATED MODULE: ./src/hooks/issue/sides.ts







const mostFields = 30;
const width = 48;
const blockLimits = { lines: 30, width: 200 };
const absent = (0,markdown.md) `\u2013`;
function sidesFold(task, recorded, place) {
    const fields = task.fields.slice(0, mostFields);
    const parts = [];
    if (fields.length > 0)
        parts.push((0,markdown/* table */.tp)([(0,markdown.md) `Field`, (0,markdown.md) `Live`, (0,markdown.md) `Manifest`, (0,markdown.md) `Recorded`], fields.map((one) => row(one, task, recorded))));
    const blocks = fields.filter(isLong).flatMap((field) => (0,field_diff/* diffField */.m)(field, blockLimits, "drift"));
    if (blocks.length > 0)
        parts.push((0,markdown/* fenced */.OF)(["--- wanted", "+++ live", ...blocks.map(({ sign, text }) => `${sign === "~" ? "!" : sign} ${text}`)], "diff"));
    const more = task.fields.length - fields.length;
    if (more > 0)
        parts.push((0,markdown.md) `\u2026 and ${(0,labels/* plural */.LS)(more, "more field")}`);
    const { location } = task;
    if (location && place !== undefined)
        parts.push((0,markdown.md) `<sub>${(0,markdown/* link */.nf)((0,markdown/* code */.aY)(`${location.file}:${location.line}`, 200), place)}</sub>`);
    const title = (0,markdown.md) `${(0,markdown/* codeHtml */.v1)(task.name, 100)} ${(0,markdown/* inlineHtml */.l0)(task.kind, 60)}`;
    return (0,markdown/* details */.zH)(title, parts.length === 0 ? (0,markdown.md) `The resource is not there.` : (0,markdown/* joined */.oR)(parts, "\n\n"));
}
function row(field, { compared, drift }, spec) {
    const { manifest, recorded, live } = sidesOf(field, compared === "live", drift === "missing" ? spec : undefined);
    const [wanted, there] = (0,cut/* cutPair */.j)(manifest ?? recorded ?? "", live ?? "", width);
    const [left] = (0,cut/* cutPair */.j)(recorded ?? "", live ?? "", width);
    const cells = [
        [live, there],
        [manifest, manifest === undefined ? "" : wanted],
        [recorded, left],
    ];
    const name = (0,markdown/* code */.aY)(field.path.slice(1).replaceAll("/", ".") || "(everything)", 80);
    return [name, ...cells.map(([text, shown]) => (text === undefined ? absent : (0,markdown/* code */.aY)(shown, 4 * width)))];
}
function sidesOf(field, isSeen, spec) {
    const { before, after, drifted, left, sensitive, otherValues, knownAfter } = field;
    const shown = (value) => {
        if (value === undefined)
            return undefined;
        return sensitive ? "(sensitive)" : cellText(value);
    };
    const manifest = knownAfter ? (0,run_events/* waitingFor */.Fz)(knownAfter) : otherValues ? (0,run_events/* anotherValue */.d2)(otherValues) : shown(after);
    if (spec)
        return { manifest, recorded: shown(valueAt(spec, (0,json/* pointerPath */.hw)(field.path))), live: undefined };
    if (drifted)
        return { manifest, recorded: shown(left ?? after), live: shown(before) };
    return { manifest, recorded: shown(before), live: isSeen ? shown(before) : undefined };
}
function cellText(value) {
    const isPlain = typeof value === "string" && value.trim() !== "";
    return (0,printable/* oneLine */.TN)(isPlain ? value.replaceAll(/\r?\n/g, "\u21b5") : JSON.stringify(value));
}
function valueAt(spec, path) {
    let at = spec;
    for (const key of path)
        at = (0,json/* isObject */.Gv)(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    return at;
}
function isLong({ before, after, sensitive, otherValues }) {
    if (sensitive || otherValues)
        return false;
    return [before, after].some((value) => typeof value === "string" && value.trimEnd().includes("\n"));
}

var iso_time = __webpack_require__(6151);
;// CONCATENATED MODULE: ./src/hooks/issue/times.ts


function shownTime(time) {
    return (0,markdown/* ours */.Od)(`${(0,iso_time/* isoTime */.L)(time).slice(0, 16).replace("T", " ")} UTC`);
}
function shownDay(time) {
    return (0,markdown/* ours */.Od)((0,iso_time/* isoTime */.L)(time).slice(0, 10));
}

;// CONCATENATED MODULE: ./src/hooks/issue/body.ts






const mostRows = 100;
const mostUnknown = 20;
function renderBody(facts, findings, options) {
    const marker = renderMarker(facts);
    const [first = (0,markdown.md) ``, ...also] = head(facts, findings, options);
    const mending = resources(facts) === 0 ? [] : advice(facts, options);
    const last = foot(findings, options);
    const whole = (parts) => (0,markdown/* joined */.oR)([(0,markdown.md) `${marker}\n${first}`, ...also, ...parts], "\n\n");
    const fits = (parts) => whole(parts).length <= body/* commentLimit */.j9;
    for (const rows of [mostRows, 20, 5]) {
        const told = [...driftTable(facts, findings, rows), ...unknownTasks(findings), ...mending];
        if (!fits([...told, ...last]))
            continue;
        return whole([...told, ...foldsWithin((folds) => fits([...told, ...folds, ...last]), findings, options), ...last]);
    }
    return whole(mending);
}
function renderClosed(facts, words) {
    return (0,markdown.md) `${renderMarker(facts)}\n${words}`;
}
function head(facts, { about }, { links, moment }) {
    const context = (0,markdown/* code */.aY)(facts.context);
    const count = resources(facts);
    const gates = facts.tasks.size + facts.more - count;
    const run = runLink(moment, links);
    const parts = [];
    if (count > 0)
        parts.push((0,markdown.md) `**${count} ${count === 1 ? "resource" : "resources"} of ${context} ${count === 1 ? "is" : "are"} not as opus left ${count === 1 ? "it" : "them"}**, since ${shownTime(facts.since)}.`);
    if (gates > 0)
        parts.push((0,markdown.md) `**${gates} ${gates === 1 ? "gate" : "gates"} of ${context} ${gates === 1 ? "does" : "do"} not hold**.`);
    if (facts.failure !== null) {
        const why = about.failure === undefined ? "" : (0,markdown.md) `: ${(0,markdown/* inline */.mG)(about.failure, 400)}`;
        parts.push((0,markdown.md) `**${context} could not be looked at** by ${run}: ${(0,markdown/* code */.aY)(facts.failure)}${why}`);
    }
    if (count + gates === 0 && facts.failure === null)
        parts.push((0,markdown.md) `**Nothing of ${context} is known to drift any more**, but not all of it could be looked at by ${run}.`);
    return parts;
}
function resources({ tasks, more }) {
    return [...tasks.values()].filter(({ way }) => way !== "not-holding").length + more;
}
function driftTable({ tasks, more }, findings, most) {
    if (tasks.size === 0)
        return [];
    const reports = new Map(findings.reports.map((task) => [task.name, task]));
    const rows = [...tasks]
        .slice(0, most)
        .map(([name, one]) => [(0,markdown/* code */.aY)(name, 80), whatHappened(one, reports.get(name), findings), shownDay(one.since)]);
    const left = tasks.size + more - rows.length;
    const shown = (0,markdown/* table */.tp)([(0,markdown.md) `Task`, (0,markdown.md) `What`, (0,markdown.md) `Since`], rows);
    return left > 0 ? [shown, (0,markdown.md) `\u2026 and ${left} more. The job summary has all of them.`] : [shown];
}
function whatHappened({ way }, task, { sealed }) {
    const isGate = way === "not-holding";
    const what = isGate
        ? (0,markdown.md) `does not hold`
        : way === "missing"
            ? (0,markdown.md) `gone`
            : way === "both"
                ? (0,markdown.md) `changed, and so is the manifest`
                : (0,markdown.md) `changed`;
    if (task === undefined)
        return (0,markdown.md) `${what}; not seen this time`;
    if (isGate)
        return sealed ? what : (0,markdown/* inline */.mG)(task.reason, 200);
    const drifted = task.fields.filter((field) => field.drifted);
    if (sealed || way === "missing" || drifted.length === 0)
        return what;
    return (0,markdown.md) `${what}: ${(0,markdown/* code */.aY)((0,field_labels/* fieldNames */.pi)({ fields: drifted }, 80), 80)}`;
}
function unknownTasks({ unknown, sealed }) {
    if (unknown.length === 0)
        return [];
    const lines = unknown.slice(0, mostUnknown).map(({ name, reason, error }) => {
        const why = sealed ? "" : (error?.message ?? reason);
        return why === "" ? (0,markdown.md) `- ${(0,markdown/* code */.aY)(name, 80)}` : (0,markdown.md) `- ${(0,markdown/* code */.aY)(name, 80)}: ${(0,markdown/* inline */.mG)(why, 200)}`;
    });
    const more = unknown.length - lines.length;
    const rest = more > 0 ? [(0,markdown.md) `- \u2026 and ${more} more`] : [];
    return [(0,markdown/* joined */.oR)([(0,markdown.md) `Could not be looked at, so the issue stays open:\n`, ...lines, ...rest], "\n")];
}
function advice(facts, { terminal }) {
    const { context } = facts;
    const lines = terminal(context);
    const count = resources(facts);
    const back = count === 1 ? (0,markdown.md) `it` : (0,markdown.md) `them`;
    const keep = (0,markdown.md) `To keep what is there, change the manifest to it, and apply that.`;
    if (lines.length === 0)
        return [(0,markdown.md) `To put ${back} back, run the workflow that applies ${(0,markdown/* code */.aY)(context)}. ${keep}`];
    return [(0,markdown.md) `To put ${back} back, run the workflow that applies ${(0,markdown/* code */.aY)(context)}, or:`, (0,markdown/* fenced */.OF)(lines, "sh"), keep];
}
function foldsWithin(fits, { reports, sealed, about }, { taskLink }) {
    const folds = [];
    if (sealed)
        return folds;
    for (const task of reports.slice(0, mostRows)) {
        folds.push(sidesFold(task, about.recordedSpec(task.name), taskLink(task)));
        if (fits(folds))
            continue;
        folds.pop();
        break;
    }
    return folds;
}
function foot({ about, whole }, { links, moment }) {
    const { lastRun, changedAt } = about;
    const when = changedAt === undefined ? "" : (0,markdown.md) `, ${shownTime(changedAt)}`;
    const applied = lastRun === undefined ? [] : [(0,markdown.md) `Last applied by ${appliedBy(lastRun, links)}${when}.`];
    const part = whole ? "" : (0,markdown.md) ` (only a part of it)`;
    const seen = (0,markdown.md) `Last look${part}: ${runLink(moment, links)}, ${shownTime(moment.at)}.`;
    return [
        (0,markdown/* joined */.oR)([...applied, seen], "<br>"),
        (0,markdown.md) `opus keeps this issue up to date, and closes it when nothing drifts any more. Closed by hand, it is opened again while the drift goes on.`,
    ];
}
function appliedBy({ id, attempt, sha }, links) {
    const run = id === "" ? (0,markdown.md) `a run outside of GitHub Actions` : runLink({ run: id, attempt, commit: sha, at: "" }, links);
    return sha === "" ? run : (0,markdown.md) `${run} from commit ${commitLink(sha, links)}`;
}
function runLink(moment, links) {
    if (moment.run === "")
        return (0,markdown.md) `this run`;
    return (0,markdown/* link */.nf)((0,markdown.md) `run ${(0,markdown/* inline */.mG)(moment.run, 30)}`, links.run(moment));
}
function commitLink(sha, links) {
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)(sha.slice(0, 7)), links.commit(sha));
}

;// CONCATENATED MODULE: ./src/hooks/issue/comments.ts



const mostNames = 20;
function changedComment(facts, news, words) {
    return (0,markdown/* joined */.oR)([(0,markdown.md) `What drifts of ${(0,markdown/* code */.aY)(facts.context)} has changed, as ${seenBy(words)} saw:`, changes(news)], "\n\n");
}
function reopenedComment(before, facts, news, words) {
    const context = (0,markdown/* code */.aY)(facts.context);
    const seen = seenBy(words);
    const failed = facts.tasks.size + facts.more === 0;
    const still = failed ? (0,markdown.md) `${context} still can't be looked at` : (0,markdown.md) `${context} still is not as opus left it`;
    const again = failed ? (0,markdown.md) `${context} can't be looked at` : (0,markdown.md) `${context} has drifted again`;
    const why = before.open
        ? (0,markdown.md) `Opened again: it was closed by hand, and ${still}, as ${seen} saw. It is closed when that is mended. To end this otherwise, change the manifest to what is there, or leave out \`drift-issue\`.`
        : (0,markdown.md) `Opened again: ${again}, as ${seen} saw. It had been closed ${shownTime(before.since)}.`;
    return news === undefined ? why : (0,markdown/* joined */.oR)([why, changes(news)], "\n\n");
}
function cleanComment(before, words) {
    const context = (0,markdown/* code */.aY)(before.context);
    const failed = before.tasks.size + before.more === 0;
    const what = failed
        ? (0,markdown.md) `${context} could be looked at again, and nothing of it drifts`
        : (0,markdown.md) `nothing of ${context} drifts any more`;
    return (0,markdown.md) `Closed: ${what}, as ${seenBy(words)} saw.`;
}
function goneComment(context, project, why, words) {
    const seen = seenBy(words);
    if (why === "deleted")
        return (0,markdown.md) `Closed: ${seen} has deleted everything that was recorded of ${(0,markdown/* code */.aY)(context)}.`;
    return (0,markdown.md) `Closed: the project ${(0,markdown/* code */.aY)(project)} has no context ${(0,markdown/* code */.aY)(context)} any more, as ${seen} saw. What was made there may still be there.`;
}
function duplicateComment(number) {
    return (0,markdown.md) `Duplicate of #${number}\n\nTwo runs opened an issue at the same time; the older one is kept.`;
}
function changes({ begun, changed, ended }) {
    const line = (names, what) => {
        if (names.length === 0)
            return [];
        const shown = (0,markdown/* joined */.oR)(names.slice(0, mostNames).map((name) => (0,markdown/* code */.aY)(name, 80)), ", ");
        const more = names.length > mostNames ? (0,markdown.md) ` and ${names.length - mostNames} more` : "";
        return [(0,markdown.md) `- ${what}: ${shown}${more}`];
    };
    const lines = [
        ...line(begun, (0,markdown.md) `drifts now`),
        ...line(changed, (0,markdown.md) `drifts in another way`),
        ...line(ended, (0,markdown.md) `drifts no longer`),
    ];
    return lines.length === 0 ? (0,markdown.md) `The description has all of it.` : (0,markdown/* joined */.oR)(lines, "\n");
}
function seenBy({ moment, links }) {
    return runLink(moment, links);
}

;// CONCATENATED MODULE: ./src/hooks/issue/decide.ts

const mostForTasks = 20_000;
function decide(known, findings, project, now) {
    const { context, drifting, failure } = findings;
    const isOpen = known?.issue.state === "open";
    const before = known?.facts.open ? known.facts : undefined;
    const tasks = driftingNow(before, findings, now);
    const named = withRoom(tasks);
    const facts = {
        project,
        context,
        open: true,
        failure,
        since: before?.since ?? now,
        tasks: named,
        more: tasks.size - named.size,
        digest: digestOf([...tasks].map(([name, { way, fields }]) => [name, way, fields]).sort()),
    };
    const seesNothing = drifting.size === 0 && failure === null;
    if (seesNothing && isClean(tasks, before, findings)) {
        const isOver = known === undefined || !known.facts.open;
        return isOver ? { to: "leave" } : { to: "close", facts: { ...facts, open: false, since: now } };
    }
    if (seesNothing && (!isOpen || !findings.whole))
        return { to: "leave" };
    const news = before && newsOf(before, facts, tasks);
    if (!findings.whole && isOpen && failure === null && !hasMore(before, findings))
        return { to: "leave" };
    return { to: "keep-open", facts, news };
}
function driftingNow(before, { drifting, seen, whole, about }, now) {
    const tasks = new Map();
    for (const [name, one] of before?.tasks ?? []) {
        const isGone = whole && about.recorded !== undefined && !about.recorded.has(name);
        if (!seen.has(name) && !isGone)
            tasks.set(name, one);
    }
    const first = before !== undefined && before.more > 0 ? before.since : now;
    for (const [name, one] of drifting)
        tasks.set(name, { ...one, since: before?.tasks.get(name)?.since ?? first });
    return tasks;
}
function isClean(tasks, before, { whole, seen, unknown, about }) {
    const { recorded } = about;
    if (!whole || unknown.length > 0 || recorded === undefined || tasks.size > 0)
        return false;
    return before === undefined || before.more === 0 || [...recorded].every((name) => seen.has(name));
}
function hasMore(before, { drifting }) {
    return [...drifting].some(([name, one]) => {
        const told = before?.tasks.get(name);
        return told?.way !== one.way || told.fields !== one.fields;
    });
}
function newsOf(before, { digest }, tasks) {
    if (before.digest === digest)
        return undefined;
    const names = [...tasks.keys()];
    const isOther = (name) => {
        const [was, is] = [before.tasks.get(name), tasks.get(name)];
        return was?.way !== is?.way || was?.fields !== is?.fields;
    };
    return {
        begun: before.more > 0 ? [] : names.filter((name) => !before.tasks.has(name)),
        changed: names.filter((name) => before.tasks.has(name) && isOther(name)),
        ended: [...before.tasks.keys()].filter((name) => !tasks.has(name)),
    };
}
function withRoom(tasks) {
    const named = new Map();
    let size = 0;
    for (const [name, one] of [...tasks].sort(([, a], [, b]) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))) {
        size += JSON.stringify([name, one]).length;
        if (size > mostForTasks)
            break;
        named.set(name, one);
    }
    return named;
}

;// CONCATENATED MODULE: ./src/hooks/issue/headline.ts
function titleOf(facts) {
    const { project, context, failure, tasks, more } = facts;
    const fails = failure !== null && tasks.size + more === 0;
    return fails ? failureTitle(project, context) : driftTitle(project, context);
}
function titleAfter({ title }, facts) {
    const { project, context } = facts;
    const wanted = titleOf(facts);
    const isOurs = title === driftTitle(project, context) || title === failureTitle(project, context);
    return isOurs && title !== wanted ? wanted : undefined;
}
function labelsOf({ failure, tasks, more }, labels) {
    const drifts = tasks.size + more > 0;
    return [...new Set([...(drifts ? labels.drift : []), ...(failure === null ? [] : labels.failure)])];
}
function labelsAfter(issue, before, after, labels) {
    const wanted = labelsOf(after, labels);
    if (wanted.length === 0)
        return undefined;
    const isSame = wanted.join("\n") === labelsOf(before, labels).join("\n");
    if (isSame && issue.state === "open")
        return undefined;
    const own = new Set([...labels.drift, ...labels.failure]);
    return [...issue.labels.filter((name) => !own.has(name)), ...wanted];
}
function driftTitle(project, context) {
    return `Drift: ${context} (${project})`;
}
function failureTitle(project, context) {
    return `Drift check failed: ${context} (${project})`;
}

;// CONCATENATED MODULE: ./src/hooks/issue/keep.ts








const closedToReopen = size_limits/* closedIssues */.Vc;
const closedLately = 100;
const mostTries = 3;
const looksForOlder = 2;
class IssueKeeper {
    #options;
    #author;
    #open;
    #closed = { known: [], among: 0 };
    constructor(options, author, open) {
        this.#options = options;
        this.#author = author;
        this.#open = open;
    }
    static async begin(options) {
        const author = await options.tracker.login(options.signal);
        if (!author.ok)
            return author;
        const open = await openOnes(options, author.value);
        return open.ok ? (0,diagnostic.ok)(new IssueKeeper(options, author.value, open.value)) : open;
    }
    get contexts() {
        return new Set(this.#open.map(({ facts }) => facts.context));
    }
    async keep(findings) {
        for (let tries = 1;; tries++) {
            const found = await this.#find(findings);
            if (!found.ok)
                return failed(found.error, undefined);
            const known = found.value;
            const decision = decide(known, findings, this.#options.project, this.#options.moment.at);
            if (decision.to === "leave")
                return (0,diagnostic.ok)(undefined);
            if (known === undefined)
                return this.#begin(decision.facts, findings);
            const written = await this.#write(known, decision, findings);
            const isGone = !written.ok && written.error.trouble.kind === "missing" && !written.error.onlyComment;
            if (!isGone || tries === mostTries)
                return written;
            const again = await this.#lookAgain();
            if (!again.ok)
                return failed(again.error, known.issue.number);
            if (this.#open.some(({ issue }) => issue.number === known.issue.number))
                return written;
        }
    }
    async closeGone(context, why) {
        const listed = this.#open.find(({ facts }) => facts.context === context);
        if (listed === undefined)
            return (0,diagnostic.ok)(undefined);
        const fresh = await this.#fresh(listed);
        if (!fresh.ok)
            return failed(fresh.error, listed.issue.number);
        const known = fresh.value;
        if (known?.issue.state !== "open")
            return (0,diagnostic.ok)(undefined);
        const { project, moment } = this.#options;
        const facts = { ...known.facts, open: false, since: moment.at };
        const words = goneComment(context, project, why, this.#options);
        return this.#close(known, facts, words, why === "deleted" ? "completed" : "not_planned");
    }
    async #find({ context, drifting, failure }) {
        const [listed, ...younger] = this.#open.filter(({ facts }) => facts.context === context);
        for (const one of younger)
            await this.#closeDuplicate(one, listed?.issue.number ?? 0);
        if (listed)
            return this.#fresh(listed);
        const tells = drifting.size > 0 || failure !== null;
        const closed = await this.#closedOnes(tells ? closedToReopen : closedLately);
        if (!closed.ok)
            return closed;
        const own = closed.value.filter(({ facts }) => facts.context === context);
        const oldest = own.toSorted((a, b) => a.issue.number - b.issue.number);
        const last = oldest.find(({ facts }) => facts.open) ?? oldest[0];
        return last ? this.#fresh(last) : (0,diagnostic.ok)(undefined);
    }
    async #fresh({ issue }) {
        const { tracker, signal, project } = this.#options;
        const read = await tracker.read(issue.number, signal);
        if (!read.ok)
            return read;
        const isHere = read.value?.number === issue.number;
        const [known] = ours(read.value && isHere ? [read.value] : [], this.#author, project);
        return (0,diagnostic.ok)(known);
    }
    async #closedOnes(among) {
        if (this.#closed.among >= among)
            return (0,diagnostic.ok)(this.#closed.known);
        const { tracker, signal, project } = this.#options;
        const listed = await tracker.closed(this.#author, among, signal);
        if (!listed.ok)
            return listed;
        this.#closed = { known: ours(listed.value, this.#author, project), among };
        return (0,diagnostic.ok)(this.#closed.known);
    }
    async #lookAgain() {
        const open = await openOnes(this.#options, this.#author);
        if (!open.ok)
            return open;
        this.#open = open.value;
        this.#closed = { known: [], among: 0 };
        return (0,diagnostic.ok)(undefined);
    }
    async #begin(facts, findings) {
        const { tracker, labels, assignees, signal } = this.#options;
        if (this.#isFull())
            return (0,diagnostic.ok)("too-many");
        const issue = {
            title: titleOf(facts),
            body: renderBody(facts, findings, this.#options),
            labels: labelsOf(facts, labels),
            assignees,
        };
        let created = await tracker.create(issue, signal);
        const unassigned = !created.ok && created.error.kind === "refused" && assignees.length > 0;
        if (unassigned)
            created = await tracker.create({ ...issue, assignees: [] }, signal);
        const mine = created.ok ? created.value.number : await this.#arrived(facts, created.error);
        if (typeof mine !== "number")
            return failed(mine, undefined);
        const settled = await this.#giveWayToOlder(facts, mine);
        if (!settled.ok)
            return settled;
        return (0,diagnostic.ok)(unassigned ? { unassigned: mine } : undefined);
    }
    async #arrived({ context }, trouble) {
        if (!trouble.unclear || this.#options.signal.aborted)
            return trouble;
        await this.#pause();
        const looked = await this.#lookAgain();
        const found = looked.ok ? this.#open.find(({ facts }) => facts.context === context) : undefined;
        return found?.issue.number ?? trouble;
    }
    async #giveWayToOlder({ context }, mine) {
        for (let looks = 0; looks < looksForOlder; looks++) {
            await this.#pause();
            const looked = await this.#lookAgain();
            if (!looked.ok)
                return failed(looked.error, mine);
            const all = this.#open.filter(({ facts }) => facts.context === context);
            const own = all.find(({ issue }) => issue.number === mine);
            const [oldest] = all;
            if (own && oldest && oldest.issue.number < mine)
                return this.#closeDuplicate(own, oldest.issue.number);
        }
        return (0,diagnostic.ok)(undefined);
    }
    async #write(known, decision, findings) {
        const { issue, facts: before } = known;
        const { facts } = decision;
        if (decision.to === "close") {
            const words = cleanComment(before, this.#options);
            return this.#close(known, facts, words, "completed");
        }
        const reopens = issue.state === "closed";
        if (reopens && this.#isFull())
            return (0,diagnostic.ok)("too-many");
        const title = titleAfter(issue, facts);
        const labels = labelsAfter(issue, before, facts, this.#options.labels);
        const change = {
            body: renderBody(facts, findings, this.#options),
            ...(title === undefined ? {} : { title }),
            ...(labels === undefined ? {} : { labels }),
            ...(reopens ? { state: "open", stateReason: "reopened" } : {}),
        };
        const { news } = decision;
        const opened = reopens ? reopenedComment(before, facts, news, this.#options) : undefined;
        const comment = opened ?? (news && changedComment(facts, news, this.#options));
        return this.#change(known, change, comment);
    }
    #close(known, facts, words, stateReason) {
        const body = renderClosed(facts, words);
        const closes = known.issue.state === "open";
        return this.#change(known, closes ? { body, state: "closed", stateReason } : { body }, closes ? words : undefined);
    }
    async #closeDuplicate(known, kept) {
        const words = duplicateComment(kept);
        const change = { body: renderClosed({ ...known.facts, open: false }, words), state: "closed" };
        const closed = await this.#change(known, { ...change, stateReason: "duplicate" }, words);
        const isRefused = !closed.ok && closed.error.trouble.kind === "refused" && !closed.error.onlyComment;
        return isRefused ? this.#change(known, { ...change, stateReason: "not_planned" }, words) : closed;
    }
    async #change({ issue }, change, comment) {
        const { tracker, signal, project } = this.#options;
        const { number } = issue;
        const changed = await tracker.change(number, change, signal);
        if (!changed.ok)
            return failed(changed.error, number);
        const others = this.#open.filter((one) => one.issue.number !== number);
        const now = ours([changed.value], this.#author, project).filter((one) => one.issue.state === "open");
        this.#open = [...others, ...now].sort((a, b) => a.issue.number - b.issue.number);
        if (comment === undefined)
            return (0,diagnostic.ok)(undefined);
        const said = await tracker.comment(number, comment, signal);
        return said.ok ? (0,diagnostic.ok)(undefined) : (0,diagnostic/* err */._q)({ trouble: said.error, number, onlyComment: true });
    }
    #isFull() {
        return this.#open.length >= this.#options.maxIssues;
    }
    async #pause() {
        const { sleep, signal } = this.#options;
        await sleep(timing/* betweenWritesMs */.bG, signal);
    }
}
async function openOnes({ tracker, project, signal }, author) {
    const listed = await tracker.open(author, signal);
    return listed.ok ? (0,diagnostic.ok)(ours(listed.value, author, project)) : listed;
}
function ours(issues, author, project) {
    return issues
        .flatMap((issue) => {
        const facts = issue.author === author ? readMarker(issue.body) : undefined;
        return facts?.project === project ? [{ issue, facts }] : [];
    })
        .sort((a, b) => a.issue.number - b.issue.number);
}
function failed(trouble, number) {
    return (0,diagnostic/* err */._q)({ trouble, number });
}

;// CONCATENATED MODULE: ./src/hooks/issue/issue.ts




function createIssue(options) {
    return {
        name: "issue",
        finish: async (report, signal) => {
            if (report.result === "cancelled" || options.cancelled.aborted || report.contexts.length === 0)
                return;
            const { tracker, warn } = options;
            if (typeof tracker !== "function") {
                const message = `issues were not kept for drift: ${tracker.why}`;
                warn({ severity: "notice", code: "issue-not-kept", message, suggestion: tracker.suggestion });
                return;
            }
            const until = AbortSignal.any([signal, options.cancelled, AbortSignal.timeout(timing/* issueMs */.m8)]);
            await keepAll((0,redact_report/* withoutNames */.Fw)(report, options.redact), await tracker(), options, until);
        },
    };
}
async function keepAll(report, tracker, options, signal) {
    const { project, contexts } = report;
    const keeping = { ...options, project, tracker, signal, moment: options.moment() };
    const begun = await IssueKeeper.begin(keeping);
    if (!begun.ok) {
        tell(`issues were not kept for drift of ${names(contexts)}`, { trouble: begun.error, number: undefined }, options);
        return;
    }
    const keeper = begun.value;
    const full = [];
    for (const [place, context] of contexts.entries()) {
        if (signal.aborted) {
            tell(`issues were not kept for drift of ${names(contexts.slice(place))}`, tookTooLong, options);
            return;
        }
        const kept = await keepOne(keeper, context, options.about(place), options, signal);
        if (kept.ok && kept.value === "too-many")
            full.push(context.name);
        else
            told(kept, context.name, options);
    }
    if (full.length > 0)
        options.warn(tooMany(full, options.maxIssues));
    if (options.does === "deletes")
        return;
    const here = new Set(contexts.map(({ name }) => name));
    for (const context of keeper.contexts)
        if (!here.has(context) && options.isGone(context))
            told(await keeper.closeGone(context, "no-rule"), context, options);
}
async function keepOne(keeper, context, about, { does, whole }, signal) {
    const work = async () => {
        if (does === "looks")
            return keeper.keep(findingsOf(context, about, whole));
        const isEmpty = context.failureReason === null && about.recorded?.size === 0;
        return isEmpty ? keeper.closeGone(context.name, "deleted") : { ok: true, value: undefined };
    };
    const kept = await work().catch((error) => {
        if (!signal.aborted)
            throw error;
        return { ok: false, error: tookTooLong };
    });
    return !kept.ok && signal.aborted ? { ok: false, error: { ...tookTooLong, number: kept.error.number } } : kept;
}
const tookTooLong = {
    trouble: { kind: "unreachable", said: "it took too long", unclear: true },
    number: undefined,
};
function told(kept, context, options) {
    if (!kept.ok) {
        const { number, onlyComment } = kept.error;
        const what = onlyComment
            ? `nothing was said on #${number}, the issue of the context "${context}", about what has changed`
            : `the issue for drift of the context "${context}"${number === undefined ? "" : `, #${number},`} was not kept up to date`;
        tell(what, kept.error, options);
    }
    else if (typeof kept.value === "object") {
        const message = `#${kept.value.unassigned}, the issue of the context "${context}", is assigned to nobody: GitHub did not take ${options.assignees.join(", ")}`;
        const suggestion = "Name people who can be assigned in this repository, under `assignees` of the hook `issue`.";
        options.warn({ severity: "warning", code: "issue-not-kept", message, suggestion });
    }
}
function tell(what, { trouble, number }, options) {
    const said = options.cancelled.aborted && trouble.unclear ? "the run was cancelled" : trouble.said;
    const message = `${what}: ${said}`;
    options.warn({ severity: "warning", code: "issue-not-kept", message, suggestion: adviceOn(trouble, number) });
}
function adviceOn({ kind, said }, number) {
    if (/locked/i.test(said))
        return `Unlock the conversation of #${number}; its description is up to date.`;
    if (/disabled/i.test(said))
        return "Switch issues on in the settings of the repository, or leave out `drift-issue`. The job summary has all of it.";
    switch (kind) {
        case "forbidden":
        case "missing":
            return "Give the job `issues: write` under `permissions`, or leave out `drift-issue`. The job summary has all of it.";
        case "rate-limit":
            return "The next run tries again; a token of your own has a limit of its own. The job summary has all of it.";
        default:
            return "The next run tries again. The job summary has all of it.";
    }
}
function tooMany(contexts, most) {
    const of = contexts.length === 1 ? "the context" : "the contexts";
    const message = `no issue was opened for ${of} ${contexts.map((name) => `"${name}"`).join(", ")}: as many as \`limits.maxIssues\` allows (${most}) are open`;
    const suggestion = "Mend what the open ones tell of, or raise `Project.spec.limits.maxIssues`.";
    return { severity: "warning", code: "issue-not-kept", message, suggestion };
}
function names(contexts) {
    return contexts.map(({ name }) => `"${name}"`).join(", ");
}


/***/ }),

/***/ 13106:
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
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4191);
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37119);


function md(texts, ...values) {
    return texts.map((text, index) => text + (index < values.length ? String(values[index]) : "")).join("");
}
function ours(text) {
    return text;
}
function joined(parts, separator) {
    return parts.join(separator);
}
function firstLines(text, room) {
    return (text.length <= room ? text : text.slice(0, text.lastIndexOf("\n", Math.max(0, room - 1)) + 1));
}
const words = /^[\p{L}\p{N} .,;()'"%?!-]*$/u;
const reference = /www|ghsa-|[\p{L}\p{N}]-+\p{N}|(?<![\p{L}\p{N}])[0-9a-f]{7,}(?![\p{L}\p{N}])/iu;
function isProse(line) {
    return words.test(line) && !reference.test(line);
}
function inline(text, width = 300) {
    const line = (0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width);
    return isProse(line) ? line : codeSpan(line);
}
function code(text, width = 300) {
    return codeSpan((0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width));
}
function codeSpan(line) {
    if (line.trim() === "")
        return "` `";
    const fence = "`".repeat(longestRun(line, "`") + 1);
    const pad = fence.length > 1 ? " " : "";
    return `${fence}${pad}${line}${pad}${fence}`;
}
function cell(markdown) {
    return markdown.replaceAll("|", "\u2502").replaceAll("\\", "\u29f5");
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
function codeHtml(text, width = 300) {
    return `<code>${html((0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width))}</code>`;
}
function inlineHtml(text, width = 300) {
    const line = (0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width);
    return isProse(line) ? html(line) : codeHtml(text, width);
}
function link(shown, url) {
    if (url === undefined || !/^https?:\/\//.test(url))
        return shown;
    const address = url.toWellFormed().replace(/[^\w./:?#@!$&*+,;=%~-]/gu, encodeURIComponent);
    return md `[${shown}](${ours(address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))})`;
}
function fenced(lines, language) {
    const shown = lines.map(_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK);
    const longest = shown.reduce((most, line) => Math.max(most, longestRun(line, "`")), 0);
    const fence = "`".repeat(Math.max(3, longest + 1));
    return [`${fence}${language}`, ...shown, fence].join("\n");
}
function table(heads, rows) {
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
function rowBytes(cells) {
    return bytes(cells.map(cell).join(" | ")) + 6;
}
function details(title, body, open = false) {
    return md `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
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

/***/ 14209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ countsCell),
/* harmony export */   CE: () => (/* binding */ driftRow),
/* harmony export */   DL: () => (/* binding */ contextCode),
/* harmony export */   L_: () => (/* binding */ changeRow),
/* harmony export */   Po: () => (/* binding */ countsTable),
/* harmony export */   Ut: () => (/* binding */ checksumLine),
/* harmony export */   XY: () => (/* binding */ driftHeads),
/* harmony export */   ZG: () => (/* binding */ iconOf),
/* harmony export */   _: () => (/* binding */ describeRow),
/* harmony export */   bq: () => (/* binding */ describeHeads),
/* harmony export */   gt: () => (/* binding */ changeHeads),
/* harmony export */   yP: () => (/* binding */ contextTitle)
/* harmony export */ });
/* harmony import */ var _engine_model_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24584);
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77139);
/* harmony import */ var _log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10205);
/* harmony import */ var _rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41272);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12188);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13106);






const changeIcons = {
    create: "\ud83d\udfe2 create",
    update: "\ud83d\udfe1 update",
    replace: "\ud83d\udfe0 replace",
    delete: "\ud83d\udd34 delete",
    adopt: "\ud83d\udd35 adopt",
    forget: "\u26aa forget",
    noop: "unchanged",
    none: "\u2013",
};
function iconOf(task) {
    return (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .isGate */ .cE)(task) ? "\ud83d\udea6 gate" : changeIcons[task.change];
}
function contextCode({ name, project }, width = 100) {
    return project === undefined ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, width) : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(project, width)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, width)}`;
}
function contextTitle({ name, project, failureReason }) {
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `**Context ${contextCode({ name, ...(project === undefined ? {} : { project }) })}**${failureReason === null ? "" : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ` (${failureReason})`}`;
}
function countsTable(contexts, executed) {
    const [only, second] = contexts;
    if (!only || (!second && !executed))
        return undefined;
    const observed = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .isObservation */ .T$)(contexts);
    const rows = contexts.map((context) => {
        const { tasks, counts, failureReason } = context;
        if (!(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .hasBegun */ .SU)(context))
            return [contextCode(context), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2013`, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u274c ${failureReason ?? "failed"}`];
        if (observed)
            return [
                contextCode(context),
                (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .driftWords */ .tE)(tasks)),
                (0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .hasDrift */ .uL)(tasks) && failureReason === null ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u26a0\ufe0f` : wordOf(context),
            ];
        return [contextCode(context), countsCell(counts, executed), executed ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeWords */ .wX)(tasks)) : wordOf(context)];
    });
    const several = contexts.some(({ project }) => project !== undefined);
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([several ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Project and context` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Context`, observed ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Drift` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Plan`, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Result`], rows);
}
function wordOf({ failureReason }) {
    return failureReason === null ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2714` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u274c ${failureReason}`;
}
function countsCell(counts, executed) {
    const weighty = new Set(["replace", "delete", "failed"]);
    const outcomes = new Set(executed ? ["failed", "skipped"] : []);
    const parts = _engine_model_report_js__WEBPACK_IMPORTED_MODULE_4__/* .countNames */ .s
        .filter((name) => counts[name] > 0 && !outcomes.has(name))
        .map((name) => {
        const words = (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(name, counts[name]));
        return weighty.has(name) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `**${words}**` : words;
    });
    if (parts.length === 0 && counts.failed + counts.skipped > 0)
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2013`;
    return (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .planWords */ .DO)(counts).startsWith("nothing to do")
        ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)([(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `nothing to do`, ...parts], ", ")
        : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(parts, ", ");
}
function changeHeads(executed) {
    return ["Task", "Change", ...(executed ? ["Result"] : [])].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od);
}
function changeRow(task, executed) {
    const why = task.reason === "" ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `: ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(task.reason, 160)}`;
    const cells = [taskCell(task), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${iconOf(task)}${why}`];
    return executed ? [...cells, resultCell(task)] : cells;
}
function resultCell(task) {
    const { status } = task;
    const words = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .hasFailed */ .WN)(task) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(`\u274c ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .failureWords */ .AC)(task)}`) : status === "done" ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2714 done` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${status}`;
    return status === "planned" || status === "skipped" ? words : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)([words, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(task.durationMs))], ", ");
}
function taskCell({ name, kind }) {
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, 100)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(kind, 60)}`;
}
const driftHeads = ["Task", "What", "Last applied"].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od);
function driftRow(task) {
    const { icon, words } = (0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .driftWay */ .be)(task);
    const all = task.fields.map(({ path }) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(path === "" ? "(everything)" : path.slice(1).replaceAll("/", "."), 60));
    const names = task.drift === "missing" ? [] : (0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .firstOf */ .Ku)(all, 5, (more) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${more} more`);
    const where = names.length === 0 ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `: ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(names, ", ")}`;
    return [taskCell(task), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${icon} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(words, 200)}${where}`, recordedCell(task)];
}
function recordedCell({ recordedAt }) {
    return recordedAt === undefined ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2013` : timeCell(recordedAt);
}
function timeCell(text) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(text, 40) : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(`${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`);
}
const describeHeads = ["Task", "Created", "Drift"].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od);
function describeRow(task) {
    const { description: { inManifest = false, createdAt = null, created = false, specDrifted, resourceDrifted } = {} } = task;
    const made = created ? timeCell(createdAt ?? "yes") : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `no`;
    const sides = [
        ...(specDrifted === true ? [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `spec`] : []),
        ...(resourceDrifted === true ? [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `resource`] : []),
        ...(specDrifted === null || resourceDrifted === null ? [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `unknown`] : []),
    ];
    return [
        taskCell(task),
        inManifest ? made : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)([made, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `not in the manifest`], ", "),
        sides.length === 0 ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `none` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(sides, ", "),
    ];
}
function checksumLine(task) {
    const sums = (0,_log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCells */ .nt)(task, true).slice(_log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .describeColumns */ .Nl.length);
    const told = sums.flatMap((sum, place) => (sum === "-" ? [] : [`${_log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .checksumColumns */ .zJ[place]}: ${sum.slice(0, 19)}`]));
    return told.length === 0 ? undefined : `checksums ${told.join(", ")}`;
}


/***/ })

};
