export const id = 2397;
export const ids = [2397];
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
    "cancelled",
    "internal",
];


/***/ }),

/***/ 32397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  j9: () => (/* binding */ commentLimit),
  wQ: () => (/* binding */ renderComment),
  ry: () => (/* binding */ roomsForChanges)
});

var labels = __webpack_require__(12188);
var markdown = __webpack_require__(13106);
var summary_tables = __webpack_require__(14209);
var boundaries = __webpack_require__(39526);
var contexts_without_room = __webpack_require__(30757);
;// CONCATENATED MODULE: ./src/hooks/comment/fit.ts


function fitted(preview, limit, render) {
    const whole = render(preview);
    if (whole.length <= limit)
        return whole;
    const bare = render(withTexts(preview, () => ({ changes: (0,markdown.md) `` })));
    const shares = fairShares(preview.parts.map(({ texts }) => texts.changes.length), limit - bare.length);
    const cut = withTexts(preview, ({ texts }, index) => ({ changes: cutChanges(texts.changes, shares[index] ?? 0) }));
    const fitting = render(cut);
    if (fitting.length <= limit)
        return fitting;
    const ordered = [...preview.parts].sort((one, other) => urgency(other) - urgency(one));
    for (let count = ordered.length;; count = Math.floor(count / 2)) {
        const kept = new Set(ordered.slice(0, count));
        const parts = preview.parts.filter((part) => kept.has(part));
        const without = preview.parts.filter((part) => !kept.has(part));
        const text = withLines({ ...preview, parts, left: (0,contexts_without_room/* withLeft */.um)(preview.left, without) }, limit, render);
        if (text.length <= limit || count === 0)
            return text;
    }
}
function urgency({ facts: { context, counts, failure } }) {
    if (context === "")
        return 4;
    return (counts.delete + counts.replace > 0 ? 2 : 0) + (failure === null ? 0 : 1);
}
function withTexts(preview, change) {
    const parts = preview.parts.map((part, index) => ({ ...part, texts: { ...part.texts, ...change(part, index) } }));
    return { ...preview, parts };
}
function fairShares(wanted, room) {
    const shares = wanted.map(() => 0);
    let left = Math.max(0, room);
    const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
    order.forEach((index, position) => {
        const share = Math.min(wanted[index] ?? 0, Math.floor(left / (order.length - position)));
        shares[index] = share;
        left -= share;
    });
    return shares;
}
const leftOut = (0,markdown.md) `\u2026 left out to fit; the job summary has everything.`;
function cutChanges(text, room) {
    if (text.length <= room)
        return text;
    const most = room - leftOut.length - 2;
    let [at, kept] = [0, 0];
    let inFold = false;
    for (const line of text.split("\n")) {
        const isFold = line.startsWith("<details");
        if (at > most)
            break;
        if (!inFold && (isFold || line.startsWith("- ")))
            kept = at;
        inFold = isFold || (inFold && line !== "</details>");
        at += line.length + 1;
    }
    return most < 0 ? (0,markdown.md) `` : noted((0,markdown/* firstLines */.UV)(text, kept));
}
function withLines(preview, limit, render) {
    const folds = ({ texts: { changes } }) => ({ changes: changes === "" ? changes : leftOut, terminal: (0,markdown.md) `` });
    const bare = withTexts(preview, (part) => ({ callouts: (0,markdown.md) ``, result: (0,markdown.md) ``, ...folds(part) }));
    const shares = fairShares(preview.parts.map(({ texts }) => texts.callouts.length + texts.result.length), limit - render(bare).length - 200 * preview.parts.length);
    return render(withTexts(preview, (part, index) => {
        const { texts } = part;
        const room = shares[index] ?? 0;
        const [callouts = 0, result = 0] = fairShares([texts.callouts.length, texts.result.length], room);
        return {
            callouts: cutLines(texts.callouts, callouts),
            result: cutLines(texts.result, result),
            ...folds(part),
        };
    }));
}
function cutLines(text, room) {
    return text.length <= room ? text : noted((0,markdown/* firstLines */.UV)(text, room - leftOut.length - 2));
}
function noted(text) {
    return text === "" ? leftOut : (0,markdown.md) `${text}\n${leftOut}`;
}

var marker = __webpack_require__(30382);
;// CONCATENATED MODULE: ./src/hooks/comment/body.ts







const commentLimit = 60_000;
function renderComment(preview, links) {
    return fitted(slim(preview), commentLimit, (some) => render(some, links));
}
function roomsForChanges(preview, contexts, links) {
    const bare = render(withTexts(slim(preview), () => ({ changes: (0,markdown.md) `` })), links);
    const wanted = preview.parts.map(({ facts, texts }) => contexts.has(facts.context) ? Number.MAX_SAFE_INTEGER : texts.changes.length);
    const shares = fairShares(wanted, commentLimit - bare.length);
    return new Map(preview.parts.map(({ facts }, index) => [facts.context, Math.max(0, (shares[index] ?? 0) - 200)]));
}
function slim(preview) {
    const told = JSON.stringify(preview.parts.map(({ facts }) => facts.changes));
    if (told.length <= commentLimit / 3)
        return preview;
    return {
        ...preview,
        parts: preview.parts.map(({ facts, texts }) => ({ facts: { ...facts, changes: null }, texts })),
    };
}
function render({ project, parts, left }, links) {
    const digests = parts.map(({ texts }) => (0,boundaries/* digestOf */.ol)(texts));
    const lines = [(0,marker/* renderMarker */.B)({ project, parts: parts.map(({ facts }) => facts), left, digests })];
    lines.push(title(project, parts, left), (0,markdown.md) ``, contextTable(parts, links));
    const more = (0,contexts_without_room/* numberLeft */.bt)(left);
    if (more > 0)
        lines.push((0,markdown.md) ``, (0,markdown/* ours */.Od)(`\u2026 and ${(0,labels/* plural */.LS)(more, "more context")}, in the job summary.`));
    for (const names of [["callouts", "result"], ["changes"], ["terminal"]]) {
        parts.forEach(({ facts, texts }, index) => {
            const there = names.filter((name) => texts[name] !== "");
            if (there.length > 0 && parts.length > 1 && names[0] !== "terminal")
                lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, (0,markdown.md) `### ${shownContext(facts)}`);
            for (const name of there)
                lines.push((0,markdown.md) ``, (0,boundaries/* beginningOf */.VI)(name, index), (0,markdown.md) ``, texts[name]);
        });
    }
    lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, footer(parts, links));
    return (0,markdown/* joined */.oR)(lines, "\n");
}
const icons = {
    planned: "\ud83d\udccb",
    applying: "\u23f3",
    applied: "\u2705",
    failed: "\u274c",
    refused: "\ud83d\udeab",
    cancelled: "\u23f9\ufe0f",
};
const phaseWords = {
    planned: "planned",
    applying: "applying",
    applied: "applied",
    failed: "failed",
    refused: "refused, because it is not the plan that was reviewed",
    cancelled: "cancelled",
};
const titles = {
    planned: "Plan",
    applying: "Plan being applied",
    applied: "Applied plan",
    failed: "Failed apply",
    refused: "Refused plan",
    cancelled: "Cancelled apply",
};
const body_urgency = ["failed", "refused", "cancelled", "applying", "planned", "applied"];
function title(project, parts, { named, unnamed }) {
    const facts = [...parts.map((part) => part.facts), ...named];
    const failed = facts.filter(({ failure, phase }) => failure !== null && phase === "planned");
    const phase = body_urgency.find((one) => facts.some((fact) => fact.phase === one)) ?? "planned";
    const own = [...new Set(facts.map(({ command }) => command))].filter((command) => command !== "apply");
    const commands = own.length === 0
        ? ""
        : (0,markdown.md) `of ${(0,markdown/* joined */.oR)(own.map((command) => (0,markdown/* code */.aY)(command, 60)), ", ")} `;
    const failures = failed.length + unnamed.failed;
    const all = (0,labels/* sumCounts */.W_)([...facts, unnamed]);
    const counts = (0,markdown/* ours */.Od)((0,labels/* planWords */.DO)(all));
    const idle = phase === "planned" && isNothing(all);
    const icon = failures > 0 ? "\u274c" : idle ? "\u2705" : icons[phase];
    const what = failures === 0
        ? counts
        : failures === facts.length + unnamed.number
            ? (0,markdown.md) `could not be made${reasons(failed)}`
            : (0,markdown.md) `${counts}, and ${(0,markdown/* ours */.Od)((0,labels/* plural */.LS)(failures, "context"))} that could not be planned`;
    return (0,markdown.md) `## ${icon} ${titles[phase]} ${commands}for ${(0,markdown/* code */.aY)(project, 100)}: ${what}`;
}
function isNothing({ create, update, replace, adopt, forget, failed, skipped, unknown, ...rest }) {
    return create + update + replace + rest.delete + adopt + forget + failed + skipped + unknown === 0;
}
function reasons(failed) {
    const all = new Set(failed.flatMap(({ failure }) => (failure === null ? [] : [(0,markdown.md) `${failure}`])));
    return (0,markdown.md) ` (${(0,markdown/* joined */.oR)([...all], ", ")})`;
}
function contextTable(parts, links) {
    const facts = parts.map((part) => part.facts);
    const columns = (0,summary_tables/* countColumns */.vK)(facts.map(({ counts }) => counts));
    const rows = facts.map((fact) => [
        shownContext(fact),
        ...columns.map(([name]) => (hasCounts(fact) ? bold(fact.counts[name], name) : (0,markdown.md) `\u2013`)),
        body_status(fact, links),
    ]);
    return (0,markdown/* table */.tp)([(0,markdown.md) `Context`, ...columns.map(([, head]) => head), (0,markdown.md) `Status`], rows);
}
function hasCounts({ failure, counts }) {
    return failure === null || Object.values(counts).some((count) => count > 0);
}
function bold(count, name) {
    return count > 0 && name !== "noop" ? (0,markdown.md) `**${count}**` : (0,markdown.md) `${count}`;
}
function body_status(facts, links) {
    const { failure, phase, planned, ended } = facts;
    const words = phase === "planned"
        ? failure === null
            ? (0,markdown.md) `\ud83d\udccb planned`
            : failure === "guarded"
                ? (0,markdown.md) `\ud83d\uded1 guarded`
                : (0,markdown.md) `\u274c ${failure}`
        : (0,markdown.md) `${icons[phase]} ${phase}`;
    return (0,markdown/* link */.nf)(words, links.run(ended ?? planned));
}
function shownContext({ context }) {
    return context === "" ? (0,markdown.md) `before any context` : (0,markdown/* code */.aY)(context, 100);
}
function footer(parts, links) {
    const lines = new Map();
    for (const { facts } of parts) {
        const made = facts.digest === null && facts.failure !== null ? (0,markdown.md) `\u274c not planned` : (0,markdown.md) `\ud83d\udccb planned`;
        const signed = facts.seal === null ? "" : ", signed";
        const digest = facts.digest === null ? [] : [(0,markdown.md) `as ${(0,markdown/* code */.aY)(shown(facts.digest))}${signed}`];
        const line = (0,markdown/* joined */.oR)([made, ...moment(facts.planned, links), ...digest], " ");
        const then = facts.phase === "planned" ? "" : (0,markdown.md) `; ${became(facts.phase, facts.ended, links)}`;
        const key = (0,markdown.md) `${line}${then}`;
        lines.set(key, [...(lines.get(key) ?? []), shownContext(facts)]);
    }
    const told = [...lines].map(([line, contexts]) => (lines.size === 1 ? line : (0,markdown.md) `${(0,markdown/* joined */.oR)(contexts, ", ")}: ${line}`));
    return (0,markdown.md) `---\n<sub>${(0,markdown/* joined */.oR)(told, "<br>")}</sub>`;
}
function became(phase, ended, links) {
    return (0,markdown/* joined */.oR)([(0,markdown.md) `${icons[phase]} ${phaseWords[phase]}`, ...(ended ? moment(ended, links) : [])], " ");
}
function shown(digest) {
    const at = digest.indexOf(":");
    return `${digest.slice(0, at)}:${digest.slice(at + 1, at + 13)}`;
}
function moment({ run, attempt, commit, at }, links) {
    const said = [];
    if (commit !== "")
        said.push((0,markdown.md) `for ${(0,markdown/* link */.nf)((0,markdown/* code */.aY)(commit.slice(0, 7)), links.commit(commit))}`);
    if (run !== "") {
        const words = attempt > 1 ? `run ${run}, attempt ${attempt}` : `run ${run}`;
        said.push((0,markdown.md) `in ${(0,markdown/* link */.nf)((0,markdown/* ours */.Od)(words), links.run({ run, attempt, commit, at }))}`);
    }
    said.push((0,markdown/* ours */.Od)(`at ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`));
    return said;
}


/***/ }),

/***/ 39526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VI: () => (/* binding */ beginningOf),
/* harmony export */   Z7: () => (/* binding */ readTexts),
/* harmony export */   _N: () => (/* binding */ end),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7487);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13106);



const textNames = ["callouts", "result", "changes", "terminal"];
const end = (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `<!-- opus:end -->`;
const boundary = /^<!-- opus:(?:(callouts|result|changes|terminal) (\d{1,4})|end) -->$/;
function beginningOf(name, index) {
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `<!-- opus:${name} ${index} -->`;
}
function readTexts(body) {
    const found = new Map();
    let open;
    for (const line of body.split(/\r?\n/).slice(1)) {
        const [whole, name, index] = boundary.exec(line) ?? [];
        if (whole === undefined)
            open?.push(line);
        else {
            open = name === undefined ? undefined : [];
            if (open)
                found.set(`${name} ${index}`, open);
        }
    }
    const read = (name, index) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)((found.get(`${name} ${index}`) ?? []).join("\n").trim());
    return (index) => ({
        callouts: read("callouts", index),
        result: read("result", index),
        changes: read("changes", index),
        terminal: read("terminal", index),
    });
}
function digestOf(texts) {
    const lines = textNames.map((name) => texts[name]
        .trim()
        .split("\n")
        .map((line) => (0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutEnd */ .M)(line, " \t"))
        .join("\n"));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 32);
}


/***/ }),

/***/ 30757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ joinedLeft),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Zt: () => (/* binding */ nothingLeft),
/* harmony export */   bt: () => (/* binding */ numberLeft),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   el: () => (/* binding */ leftBeside),
/* harmony export */   rJ: () => (/* binding */ packedCounts),
/* harmony export */   t9: () => (/* binding */ withoutContexts),
/* harmony export */   uI: () => (/* binding */ mostCounted),
/* harmony export */   um: () => (/* binding */ withLeft)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_model_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24584);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);



const nothingLeft = { named: [], unnamed: { number: 0, failed: 0, counts: _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .zeroCounts */ .Nd } };
const mostForNames = 30_000;
const mostCounted = 1e12;
function keyOf(context) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(context).digest("hex").slice(0, 16);
}
function numberLeft({ named, unnamed }) {
    return named.length + unnamed.number;
}
function groupsOf(named) {
    const groups = new Map();
    for (const one of named) {
        const group = groups.get(headOf(one));
        if (group)
            group.push(one);
        else
            groups.set(headOf(one), [one]);
    }
    return groups;
}
function withLeft({ named, unnamed, doubtful }, parts) {
    const kept = [...named];
    const nameless = [];
    const isDoubtful = ({ key }) => doubtful?.has(key) ?? false;
    const heads = new Set(named.map(headOf));
    let size = sum([...heads].map((head) => head.length)) + sum(named.map(sizeOf));
    const all = parts.map(({ facts: { context, command, phase, failure, stamp, counts } }) => {
        return { key: keyOf(context), command, phase, failure, stamp, counts };
    });
    for (const one of all.sort((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)))) {
        const head = headOf(one);
        const more = sizeOf(one) + (heads.has(head) ? 0 : head.length);
        if (size + more > mostForNames)
            nameless.push(one);
        else {
            size += more;
            heads.add(head);
            kept.push(one);
        }
    }
    const sure = together(nameless.filter((one) => !isDoubtful(one)));
    const rest = larger(unnamed, together(nameless.filter(isDoubtful)));
    return { named: kept, unnamed: combined(rest, sure, (a, b) => a + b) };
}
function together(contexts) {
    const failed = contexts.filter(({ failure, phase }) => failure !== null && phase === "planned").length;
    return { number: contexts.length, failed, counts: (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .sumCounts */ .W_)(contexts) };
}
function leftBeside(current, contexts) {
    if (!current)
        return nothingLeft;
    const left = withoutContexts(current.left, contexts);
    if (left.unnamed.number === 0)
        return left;
    const known = new Set(current.parts.map(({ facts }) => keyOf(facts.context)));
    for (const { key } of current.left.named)
        known.add(key);
    return { ...left, doubtful: new Set(contexts.map(keyOf).filter((key) => !known.has(key))) };
}
function withoutContexts({ named, unnamed }, contexts) {
    const keys = new Set(named.length === 0 ? [] : Array.from(contexts, keyOf));
    return { named: named.filter(({ key }) => !keys.has(key)), unnamed };
}
function joinedLeft(one, other) {
    const keys = new Set(other.named.map(({ key }) => key));
    return {
        named: [...one.named.filter(({ key }) => !keys.has(key)), ...other.named],
        unnamed: larger(one.unnamed, other.unnamed),
    };
}
function larger(one, other) {
    return combined(one, other, Math.max);
}
function combined(one, other, how) {
    const both = (a, b) => Math.min(mostCounted, how(a, b));
    const counts = _engine_model_report_js__WEBPACK_IMPORTED_MODULE_2__/* .countNames */ .s.map((name) => [name, both(one.counts[name], other.counts[name])]);
    return {
        number: both(one.number, other.number),
        failed: both(one.failed, other.failed),
        counts: { ..._rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .zeroCounts */ .Nd, ...Object.fromEntries(counts) },
    };
}
function headOf({ command, phase, failure, stamp }) {
    return JSON.stringify({ command, phase, failure, stamp, contexts: [] });
}
function packedCounts(counts) {
    const all = _engine_model_report_js__WEBPACK_IMPORTED_MODULE_2__/* .countNames */ .s.map((name) => counts[name]);
    return all.slice(0, all.findLastIndex((count) => count > 0) + 1);
}
function sizeOf({ key, counts }) {
    return JSON.stringify([key, ...packedCounts(counts)]).length + 1;
}
function sum(numbers) {
    return numbers.reduce((all, one) => all + one, 0);
}


/***/ }),

/***/ 30382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderMarker),
/* harmony export */   t: () => (/* binding */ readMarker)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_failure_reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96183);
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81567);
/* harmony import */ var _engine_model_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24584);
/* harmony import */ var _rendering_hidden_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50898);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);
/* harmony import */ var _contexts_without_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30757);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79283);







const format = "opus-comment";
const version = 1;
const changes = ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"];
function renderMarker({ project, parts, left, digests }) {
    const contexts = parts.map(({ counts, changes: told, ...facts }, index) => ({
        ...facts,
        texts: digests[index],
        counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
        changes: told && Object.fromEntries(Object.entries(told).map(([task, one]) => [task, packed(one)])),
    }));
    return (0,_rendering_hidden_line_js__WEBPACK_IMPORTED_MODULE_0__/* .hiddenLine */ .r)({ format, version, project, contexts, ...packedLeft(left) });
}
function readMarker(body) {
    const parsed = (0,_rendering_hidden_line_js__WEBPACK_IMPORTED_MODULE_0__/* .readHiddenLine */ .n)(body);
    if (parsed?.format !== format || parsed.version !== version)
        return undefined;
    const { project, contexts } = parsed;
    if (typeof project !== "string" || !Array.isArray(contexts))
        return undefined;
    const parts = contexts.map(readFacts);
    if (!parts.every((part) => part !== undefined))
        return undefined;
    const digests = contexts.map((one) => ((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(one) && typeof one.texts === "string" ? one.texts : undefined));
    const left = readLeft(parsed.left, parsed.unnamed);
    return left && { project, parts, left, digests };
}
function readFacts(value) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return undefined;
    const { context, command, digest, seal, failure, phase, stamp } = value;
    const planned = readMoment(value.planned);
    const known = _model_js__WEBPACK_IMPORTED_MODULE_4__/* .phases */ .tW.find((one) => one === phase);
    const counts = readCounts(value.counts);
    const reason = _engine_diagnostics_failure_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .failureReasons */ .O.find((one) => one === failure);
    if (typeof context !== "string" || typeof command !== "string" || typeof stamp !== "string")
        return undefined;
    if (!planned || !known || !counts || !isDigestOrNull(digest) || !isDigestOrNull(seal))
        return undefined;
    if (failure !== null && reason === undefined)
        return undefined;
    return {
        context,
        command,
        digest,
        seal,
        counts,
        failure: (reason ?? null),
        planned,
        phase: known,
        ended: readMoment(value.ended) ?? null,
        stamp,
        changes: readChanges(value.changes),
    };
}
function isTextOrNull(value) {
    return value === null || typeof value === "string";
}
function isDigestOrNull(value) {
    return value === null || (typeof value === "string" && /^(?:sha256|hmac-sha256):[0-9a-f]{64}$/.test(value));
}
function packedLeft({ named, unnamed }) {
    const groups = [...(0,_contexts_without_room_js__WEBPACK_IMPORTED_MODULE_2__/* .groupsOf */ .c1)(named).values()].map((group) => {
        const { key: _, counts: __, ...common } = group[0];
        return { ...common, contexts: group.map(({ key, counts }) => [key, ...(0,_contexts_without_room_js__WEBPACK_IMPORTED_MODULE_2__/* .packedCounts */ .rJ)(counts)]) };
    });
    return {
        ...(groups.length > 0 ? { left: groups } : {}),
        ...(unnamed.number > 0 ? { unnamed: { ...unnamed, counts: (0,_contexts_without_room_js__WEBPACK_IMPORTED_MODULE_2__/* .packedCounts */ .rJ)(unnamed.counts) } } : {}),
    };
}
function readLeft(groups = [], unnamed) {
    if (!Array.isArray(groups))
        return undefined;
    const named = groups.flatMap((group) => readGroup(group) ?? [undefined]);
    const rest = unnamed === undefined ? _contexts_without_room_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingLeft */ .Zt.unnamed : readUnnamed(unnamed);
    return rest && named.every((one) => one !== undefined) ? { named, unnamed: rest } : undefined;
}
function readGroup(value) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return undefined;
    const { command, stamp, contexts } = value;
    const phase = _model_js__WEBPACK_IMPORTED_MODULE_4__/* .phases */ .tW.find((one) => one === value.phase);
    const failure = value.failure === null ? null : _engine_diagnostics_failure_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .failureReasons */ .O.find((one) => one === value.failure);
    if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === undefined)
        return undefined;
    if (!Array.isArray(contexts))
        return undefined;
    return contexts.map((one) => {
        const [key, ...numbers] = Array.isArray(one) ? one : [];
        const counts = readPackedCounts(numbers);
        if (typeof key !== "string" || !/^[0-9a-f]{16}$/.test(key) || !counts)
            return undefined;
        return { key, command, phase, failure, stamp, counts };
    });
}
function readUnnamed(value) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return undefined;
    const { number, failed } = value;
    const counts = Array.isArray(value.counts) ? readPackedCounts(value.counts) : undefined;
    return isCount(number) && isCount(failed) && failed <= number && counts ? { number, failed, counts } : undefined;
}
function readPackedCounts(numbers) {
    if (numbers.length > _engine_model_report_js__WEBPACK_IMPORTED_MODULE_6__/* .countNames */ .s.length || !numbers.every(isCount))
        return undefined;
    const named = Object.fromEntries(numbers.map((count, index) => [_engine_model_report_js__WEBPACK_IMPORTED_MODULE_6__/* .countNames */ .s[index], count]));
    return { ..._rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .zeroCounts */ .Nd, ...named };
}
function isCount(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= _contexts_without_room_js__WEBPACK_IMPORTED_MODULE_2__/* .mostCounted */ .uI;
}
function readMoment(value) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return undefined;
    const { run, attempt, commit, at } = value;
    const isSound = typeof run === "string" &&
        /^\d{0,20}$/.test(run) &&
        typeof attempt === "number" &&
        Number.isSafeInteger(attempt) &&
        typeof commit === "string" &&
        /^[0-9a-f]{0,64}$/.test(commit) &&
        typeof at === "string" &&
        /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) &&
        !Number.isNaN(Date.parse(at));
    return isSound ? { run, attempt, commit, at } : undefined;
}
function readCounts(value) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return undefined;
    const counts = { ..._rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .zeroCounts */ .Nd };
    for (const name of _engine_model_report_js__WEBPACK_IMPORTED_MODULE_6__/* .countNames */ .s) {
        const count = value[name] ?? 0;
        if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0)
            return undefined;
        counts[name] = count;
    }
    return counts;
}
function packed({ change, wanted, recorded, live }) {
    return [change, wanted, recorded, live];
}
function readChanges(value) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return null;
    const found = [];
    for (const [task, packedChange] of Object.entries(value)) {
        if (!Array.isArray(packedChange))
            return null;
        const [change, wanted, recorded, live] = packedChange;
        if (typeof change !== "string" || !changes.includes(change))
            return null;
        if (!isTextOrNull(wanted) || !isTextOrNull(recorded) || !isTextOrNull(live))
            return null;
        found.push([task, { change: change, wanted, recorded, live }]);
    }
    return Object.fromEntries(found);
}


/***/ }),

/***/ 79283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zz: () => (/* binding */ isFrozen),
/* harmony export */   jX: () => (/* binding */ toldChanges),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const phases = ["planned", "applying", "applied", "failed", "refused", "cancelled"];
const mostForChanges = 10_000;
function toldChanges(changes) {
    return changes && JSON.stringify(changes).length <= mostForChanges ? changes : null;
}
function isFrozen({ parts, left }) {
    return [...parts.map(({ facts }) => facts), ...left.named].some(({ phase }) => phase !== "planned");
}


/***/ }),

/***/ 50898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readHiddenLine),
/* harmony export */   r: () => (/* binding */ hiddenLine)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81567);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13106);


const head = "<!-- opus ";
const tail = " -->";
function hiddenLine(value) {
    const text = JSON.stringify(value);
    const closed = text.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("--", "-\\u002d");
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .ours */ .Od)(head + closed.replace(/[^ -~]/g, escaped) + tail);
}
function readHiddenLine(body) {
    const line = body.split(/\r?\n/, 1)[0] ?? "";
    if (!line.startsWith(head) || !line.endsWith(tail))
        return undefined;
    try {
        const parsed = JSON.parse(line.slice(head.length, -tail.length));
        return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
function escaped(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}


/***/ })

};
