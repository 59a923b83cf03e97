export const id = 9864;
export const ids = [9864];
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
    "policy",
    "not-reported",
    "cancelled",
    "internal",
];


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
/* harmony export */   oA: () => (/* binding */ nameOfLeft),
/* harmony export */   rJ: () => (/* binding */ packedCounts),
/* harmony export */   t9: () => (/* binding */ withoutContexts),
/* harmony export */   uI: () => (/* binding */ mostCounted),
/* harmony export */   um: () => (/* binding */ withLeft)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_model_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24584);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79283);




const nothingLeft = { named: [], unnamed: { number: 0, failed: 0, counts: _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .zeroCounts */ .Nd } };
const mostForNames = 30_000;
const mostForPlans = 20_000;
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
    const isDoubtful = (one) => doubtful?.has(nameOfLeft(one)) ?? false;
    const heads = new Set(named.map(headOf));
    let size = sum([...heads].map((head) => head.length)) + sum(named.map(sizeOf));
    let plans = sum(named.map(planSizeOf));
    const all = parts.map(({ facts }) => leftOf(facts));
    for (const one of all.sort((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)))) {
        const head = headOf(one);
        const more = sizeOf(one) + (heads.has(head) ? 0 : head.length);
        if (size + more > mostForNames)
            nameless.push(one);
        else {
            size += more;
            plans += planSizeOf(one);
            heads.add(head);
            kept.push(plans > mostForPlans ? withoutPlan(one) : one);
        }
    }
    const sure = together(nameless.filter((one) => !isDoubtful(one)));
    const rest = larger(unnamed, together(nameless.filter(isDoubtful)));
    return { named: kept, unnamed: combined(rest, sure, (a, b) => a + b) };
}
function leftOf(facts) {
    const { project, context, command, phase, failure, stamp, counts, writer, digest, seal } = facts;
    return {
        key: keyOf(context),
        command,
        phase,
        failure,
        stamp,
        counts,
        ...(project === undefined ? {} : { project }),
        ...(writer === undefined ? {} : { writer }),
        ...(digest === null ? {} : { plan: { digest, seal } }),
    };
}
function withoutPlan({ plan: _, ...one }) {
    return one;
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
    const known = new Set(current.parts.map(({ facts }) => nameOf(facts)));
    for (const one of current.left.named)
        known.add(nameOfLeft(one));
    return { ...left, doubtful: new Set(contexts.map(nameOf).filter((name) => !known.has(name))) };
}
function withoutContexts({ named, unnamed }, contexts) {
    const names = new Set(named.length === 0 ? [] : Array.from(contexts, nameOf));
    return { named: named.filter((one) => !names.has(nameOfLeft(one))), unnamed };
}
function nameOfLeft({ project, key }) {
    return (0,_model_js__WEBPACK_IMPORTED_MODULE_2__/* .partKey */ .be)({ ...(project === undefined ? {} : { project }), context: key });
}
function nameOf({ context, ...rest }) {
    return nameOfLeft({ ...rest, key: keyOf(context) });
}
function joinedLeft(one, other) {
    const names = new Set(other.named.map(nameOfLeft));
    return {
        named: [...one.named.filter((left) => !names.has(nameOfLeft(left))), ...other.named],
        unnamed: larger(one.unnamed, other.unnamed),
    };
}
function larger(one, other) {
    return combined(one, other, Math.max);
}
function combined(one, other, how) {
    const both = (a, b) => Math.min(mostCounted, how(a, b));
    const counts = _engine_model_report_js__WEBPACK_IMPORTED_MODULE_3__/* .countNames */ .s.map((name) => [name, both(one.counts[name], other.counts[name])]);
    return {
        number: both(one.number, other.number),
        failed: both(one.failed, other.failed),
        counts: { ..._rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .zeroCounts */ .Nd, ...Object.fromEntries(counts) },
    };
}
function headOf({ command, phase, failure, stamp, writer }) {
    return JSON.stringify({ command, phase, failure, stamp, writer, contexts: [] });
}
function packedCounts(counts) {
    const all = _engine_model_report_js__WEBPACK_IMPORTED_MODULE_3__/* .countNames */ .s.map((name) => counts[name]);
    return all.slice(0, all.findLastIndex((count) => count > 0) + 1);
}
function sizeOf({ project, key, counts }) {
    const named = project === undefined ? 0 : JSON.stringify(project).length + 1;
    return JSON.stringify([key, ...packedCounts(counts)]).length + 1 + named;
}
function planSizeOf({ plan }) {
    return plan === undefined ? 3 : plan.seal === null ? 47 : 92;
}
function sum(numbers) {
    return numbers.reduce((all, one) => all + one, 0);
}


/***/ }),

/***/ 89864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ readMarker),
  B: () => (/* binding */ renderMarker)
});

var json = __webpack_require__(81567);
var report = __webpack_require__(24584);
var hidden_line = __webpack_require__(50898);
var labels = __webpack_require__(12188);
var contexts_without_room = __webpack_require__(30757);
var model = __webpack_require__(79283);
var failure_reasons = __webpack_require__(96183);
;// CONCATENATED MODULE: ./src/hooks/comment/packed.ts





const changes = ["create", "update", "replace", "delete", "adopt", "forget", "noop", "none"];
function readPackedCounts(numbers) {
    if (numbers.length > report/* countNames */.s.length || !numbers.every(isCount))
        return undefined;
    const named = Object.fromEntries(numbers.map((count, index) => [report/* countNames */.s[index], count]));
    return { ...labels/* zeroCounts */.Nd, ...named };
}
function isCount(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= contexts_without_room/* mostCounted */.uI;
}
function readMoment(value) {
    if (!(0,json/* isObject */.Gv)(value))
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
function readFailure(value) {
    return value === null ? null : failure_reasons/* failureReasons */.O.find((one) => one === value);
}
const algorithms = { s: "sha256", h: "hmac-sha256" };
function packedPlan({ digest, seal }) {
    return packedDigest(digest) + (seal === null ? "" : packedDigest(seal));
}
function packedDigest(digest) {
    const at = digest.indexOf(":");
    const sign = digest.startsWith("hmac") ? "h" : "s";
    return sign + Buffer.from(digest.slice(at + 1), "hex").toString("base64url");
}
function readPackedPlan(value) {
    if (typeof value !== "string" || !/^(?:[sh][\w-]{43}){1,2}$/.test(value))
        return undefined;
    const [digest = "", seal] = [value.slice(0, 44), value.slice(44)].map(unpackedDigest);
    return { digest, seal: seal || null };
}
function unpackedDigest(packed) {
    if (packed === "")
        return "";
    const algorithm = algorithms[packed.startsWith("h") ? "h" : "s"];
    return `${algorithm}:${Buffer.from(packed.slice(1), "base64url").toString("hex")}`;
}
function packedChanges(told) {
    if (told === null)
        return null;
    const all = Object.entries(told).map(([task, { change, wanted, recorded, live }]) => {
        return [task, [change, wanted, recorded, live]];
    });
    return Object.fromEntries(all);
}
function readChanges(value) {
    if (!(0,json/* isObject */.Gv)(value))
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
function isTextOrNull(value) {
    return value === null || typeof value === "string";
}

var markdown = __webpack_require__(13106);
var boundaries = __webpack_require__(39526);
;// CONCATENATED MODULE: ./src/hooks/comment/several-marker.ts






const noTexts = (0,boundaries/* digestOf */.ol)({ callouts: (0,markdown.md) ``, result: (0,markdown.md) ``, changes: (0,markdown.md) ``, terminal: (0,markdown.md) `` });
function packedSeveral({ alike, commit }, parts, digests) {
    const moments = new Map();
    const momentOf = (moment) => {
        if (moment === null)
            return null;
        const key = JSON.stringify([moment.run, moment.attempt, moment.commit, moment.at]);
        const place = moments.get(key) ?? moments.size;
        moments.set(key, place);
        return place;
    };
    const groups = [];
    parts.forEach((facts, index) => {
        const { command, phase, failure, stamp, writer } = facts;
        const [planned, ended] = [momentOf(facts.planned), momentOf(facts.ended)];
        const head = { command, phase, failure, stamp, writer, planned, ended };
        const key = JSON.stringify(head);
        const last = groups.at(-1);
        if (last?.key === key)
            last.rows.push(rowOf(facts, digests[index]));
        else
            groups.push({ key, head, rows: [rowOf(facts, digests[index])] });
    });
    return {
        alike: [alike.projects, alike.contexts, commit],
        moments: [...moments.keys()].map((key) => JSON.parse(key)),
        groups: groups.map(({ head, rows }) => ({ ...head, rows })),
    };
}
function rowOf({ project = "", context, place, digest, seal, counts, changes }, texts) {
    const plan = digest === null ? "" : packedPlan({ digest, seal });
    return [
        project,
        context,
        place,
        plan,
        texts === noTexts ? "" : (texts ?? "-"),
        [...(0,contexts_without_room/* packedCounts */.rJ)(counts)],
        packedChanges(changes),
    ];
}
function readSeveral({ alike, moments, groups }) {
    const [projects, contexts, commit] = Array.isArray(alike) ? alike : [];
    if (!isCount(projects) || !isCount(contexts) || typeof commit !== "string")
        return undefined;
    if (!/^[0-9a-f]{0,64}$/.test(commit) || !Array.isArray(moments) || !Array.isArray(groups))
        return undefined;
    const known = moments.map((one) => {
        const [run, attempt, sha, at] = Array.isArray(one) ? one : [];
        return readMoment({ run: run ?? null, attempt: attempt ?? null, commit: sha ?? null, at: at ?? null });
    });
    const rows = groups.flatMap((group) => readGroup(group, known) ?? [undefined]);
    const sound = rows.filter((row) => row !== undefined);
    if (sound.length < rows.length)
        return undefined;
    return {
        several: { alike: { projects, contexts }, commit },
        parts: sound.map(({ facts }) => facts),
        digests: sound.map(({ texts }) => texts),
    };
}
function readGroup(group, moments) {
    if (!(0,json/* isObject */.Gv)(group) || !Array.isArray(group.rows))
        return undefined;
    const { command, stamp, writer } = group;
    const phase = model/* phases */.tW.find((one) => one === group.phase);
    const failure = readFailure(group.failure);
    const planned = typeof group.planned === "number" ? moments[group.planned] : undefined;
    const ended = typeof group.ended === "number" ? moments[group.ended] : null;
    if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === undefined)
        return undefined;
    if (!planned || ended === undefined)
        return undefined;
    const common = { command, phase, failure, stamp, planned, ended, ...(typeof writer === "string" ? { writer } : {}) };
    return group.rows.map((row) => {
        const [project, context, place, packed, texts, numbers, changes] = Array.isArray(row) ? row : [];
        const counts = Array.isArray(numbers) ? readPackedCounts(numbers) : undefined;
        const plan = packed === "" ? null : readPackedPlan(packed);
        if (typeof project !== "string" || typeof context !== "string" || typeof texts !== "string")
            return undefined;
        if (!counts || plan === undefined)
            return undefined;
        const own = { project, context, place: isCount(place) ? place : null, counts, changes: readChanges(changes) };
        const { digest = null, seal = null } = plan ?? {};
        return { facts: { ...common, ...own, digest, seal }, texts: texts === "" ? noTexts : texts };
    });
}

;// CONCATENATED MODULE: ./src/hooks/comment/marker.ts








const format = "opus-comment";
const version = 1;
const versionOfSeveral = 2;
function renderMarker({ project, parts, left, digests, several }) {
    if (several)
        return (0,hidden_line/* hiddenLine */.r)({
            format,
            version: versionOfSeveral,
            ...packedSeveral(several, parts, digests),
            ...packedLeft(left),
        });
    const contexts = parts.map(({ counts, changes: told, place, ...facts }, index) => ({
        ...facts,
        ...(place === null ? {} : { place }),
        texts: digests[index],
        counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
        changes: packedChanges(told),
    }));
    return (0,hidden_line/* hiddenLine */.r)({ format, version, project, contexts, ...packedLeft(left) });
}
function readMarker(body) {
    const parsed = (0,hidden_line/* readHiddenLine */.n)(body);
    if (parsed?.format !== format)
        return undefined;
    if (parsed.version === versionOfSeveral)
        return readMarkerOfSeveral(parsed);
    if (parsed.version !== version)
        return undefined;
    const { project, contexts } = parsed;
    if (typeof project !== "string" || !Array.isArray(contexts))
        return undefined;
    const parts = contexts.map(readFacts);
    if (!parts.every((part) => part !== undefined))
        return undefined;
    const digests = contexts.map((one) => ((0,json/* isObject */.Gv)(one) && typeof one.texts === "string" ? one.texts : undefined));
    const left = readLeft(parsed.left, parsed.unnamed);
    return left && { project, parts, left, digests };
}
function readMarkerOfSeveral(parsed) {
    const read = readSeveral(parsed);
    const left = readLeft(parsed.left, parsed.unnamed);
    return read && left && { project: "", left, ...read };
}
function readFacts(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    const { context, command, digest, seal, failure, phase, stamp } = value;
    const planned = readMoment(value.planned);
    const known = model/* phases */.tW.find((one) => one === phase);
    const counts = readCounts(value.counts);
    const reason = readFailure(failure);
    if (typeof context !== "string" || typeof command !== "string" || typeof stamp !== "string")
        return undefined;
    if (!planned || !known || !counts || !isDigestOrNull(digest) || !isDigestOrNull(seal))
        return undefined;
    if (reason === undefined)
        return undefined;
    return {
        context,
        place: isCount(value.place) ? value.place : null,
        command,
        digest,
        seal,
        counts,
        failure: reason,
        planned,
        phase: known,
        ended: readMoment(value.ended) ?? null,
        stamp,
        changes: readChanges(value.changes),
    };
}
function isDigestOrNull(value) {
    return value === null || (typeof value === "string" && /^(?:sha256|hmac-sha256):[0-9a-f]{64}$/.test(value));
}
function packedLeft({ named, unnamed }) {
    const groups = [...(0,contexts_without_room/* groupsOf */.c1)(named).values()].map((group) => {
        const { key: _, counts: __, project: ___, plan: ____, ...common } = group[0];
        const contexts = group.map(({ key, counts }) => [key, ...(0,contexts_without_room/* packedCounts */.rJ)(counts)]);
        const projects = group.some(({ project }) => project !== undefined) && group.map(({ project = "" }) => project);
        const plans = group.some(({ plan }) => plan) && group.map(({ plan }) => (plan ? packedPlan(plan) : ""));
        return { ...common, contexts, ...(projects ? { projects } : {}), ...(plans ? { plans } : {}) };
    });
    return {
        ...(groups.length > 0 ? { left: groups } : {}),
        ...(unnamed.number > 0 ? { unnamed: { ...unnamed, counts: (0,contexts_without_room/* packedCounts */.rJ)(unnamed.counts) } } : {}),
    };
}
function readLeft(groups = [], unnamed) {
    if (!Array.isArray(groups))
        return undefined;
    const named = groups.flatMap((group) => marker_readGroup(group) ?? [undefined]);
    const rest = unnamed === undefined ? contexts_without_room/* nothingLeft */.Zt.unnamed : readUnnamed(unnamed);
    return rest && named.every((one) => one !== undefined) ? { named, unnamed: rest } : undefined;
}
function marker_readGroup(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    const { command, stamp, contexts, writer, projects, plans } = value;
    const phase = model/* phases */.tW.find((one) => one === value.phase);
    const failure = readFailure(value.failure);
    if (typeof command !== "string" || typeof stamp !== "string" || !phase || failure === undefined)
        return undefined;
    if (!Array.isArray(contexts))
        return undefined;
    return contexts.map((one, index) => {
        const project = Array.isArray(projects) ? projects[index] : undefined;
        const plan = Array.isArray(plans) ? readPackedPlan(plans[index]) : undefined;
        const [key, ...numbers] = Array.isArray(one) ? one : [];
        const counts = readPackedCounts(numbers);
        if (typeof key !== "string" || !/^[0-9a-f]{16}$/.test(key) || !counts)
            return undefined;
        return {
            key,
            command,
            phase,
            failure,
            stamp,
            counts,
            ...(typeof project === "string" ? { project } : {}),
            ...(typeof writer === "string" ? { writer } : {}),
            ...(plan ? { plan } : {}),
        };
    });
}
function readUnnamed(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    const { number, failed } = value;
    const counts = Array.isArray(value.counts) ? readPackedCounts(value.counts) : undefined;
    return isCount(number) && isCount(failed) && failed <= number && counts ? { number, failed, counts } : undefined;
}
function readCounts(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    const counts = { ...labels/* zeroCounts */.Nd };
    for (const name of report/* countNames */.s) {
        const count = value[name] ?? 0;
        if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0)
            return undefined;
        counts[name] = count;
    }
    return counts;
}


/***/ }),

/***/ 79283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LR: () => (/* binding */ outdatedParts),
/* harmony export */   Zz: () => (/* binding */ isFrozen),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   be: () => (/* binding */ partKey),
/* harmony export */   jX: () => (/* binding */ toldChanges),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const phases = ["planned", "applying", "applied", "failed", "refused", "cancelled"];
function partKey({ project = "", context }) {
    return JSON.stringify([project, context]);
}
const mostForChanges = 10_000;
function toldChanges(changes) {
    return changes && JSON.stringify(changes).length <= mostForChanges ? changes : null;
}
function inOrder(parts) {
    const rank = ({ facts: { context, place } }) => context === "" ? -1 : (place ?? Number.MAX_SAFE_INTEGER);
    const compared = (one, other) => (one === other ? 0 : one < other ? -1 : 1);
    return [...parts].sort((one, other) => compared(one.facts.project ?? "", other.facts.project ?? "") ||
        rank(one) - rank(other) ||
        compared(one.facts.context, other.facts.context));
}
function outdatedParts(parts) {
    const newest = parts.reduce((last, part) => (last && last.facts.planned.at >= part.facts.planned.at ? last : part), undefined);
    if (!newest)
        return new Set();
    const { commit } = newest.facts.planned;
    const failed = parts.filter(({ facts }) => facts.context === "");
    return new Set(parts.filter(({ facts: { project, phase, planned, context } }) => {
        if (phase !== "planned" || context === "")
            return false;
        const isOfOlderCommit = commit !== "" && planned.commit !== "" && planned.commit !== commit;
        const isOfAll = (one) => one.project === project || one.project === "";
        return (isOfOlderCommit ||
            failed.some(({ facts }) => isOfAll(facts) && facts.planned.run !== planned.run && facts.planned.at >= planned.at));
    }));
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
