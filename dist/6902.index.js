export const id = 6902;
export const ids = [6902];
export const modules = {

/***/ 66902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PullRequestFinder: () => (/* binding */ PullRequestFinder)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9246);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40432);
/* harmony import */ var _event_github_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47407);
/* harmony import */ var _hooks_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30382);
/* harmony import */ var _event_pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64495);





class PullRequestFinder {
    #question;
    #merged;
    constructor(question) {
        this.#question = question;
    }
    async place(signal) {
        const { environment, event } = this.#question;
        const number = (0,_event_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestOfEvent */ .M)(environment.GITHUB_EVENT_NAME, event);
        const found = number !== undefined
            ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(number)
            : environment.GITHUB_EVENT_NAME === "workflow_run"
                ? await this.#ofWorkflowRun(signal)
                : await this.#numberOfCommit(signal);
        if (!found.ok)
            return { state: "unknown", trouble: found.error };
        if (found.value === undefined)
            return { state: "none" };
        return { state: "found", number: found.value, thread: this.thread(found.value) };
    }
    thread(number) {
        const { pulls } = this.#question;
        return {
            login: (signal) => pulls.login(signal),
            list: (signal) => pulls.comments(number, signal),
            read: (id, signal) => pulls.comment(id, signal),
            add: (body, signal) => pulls.addComment(number, body, signal),
            edit: (id, body, signal) => pulls.editComment(id, body, signal),
            remove: (id, signal) => pulls.removeComment(id, signal),
        };
    }
    async #numberOfCommit(signal) {
        const merged = await this.#ofCommit(signal, []);
        return merged.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(merged.value?.number) : merged;
    }
    async #ofCommit(signal, pauses) {
        if (this.#merged)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(this.#merged);
        const { pulls, environment, event, sleep } = this.#question;
        if (environment.GITHUB_EVENT_NAME === "merge_group")
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(queuedPullRequest(event));
        const { GITHUB_SHA: sha = "", GITHUB_REF: ref = "" } = environment;
        if (sha === "")
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
        const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
        for (const pause of [0, ...pauses]) {
            if (pause > 0)
                await sleep(pause, signal);
            const found = await pulls.ofCommit(sha, signal);
            if (!found.ok)
                return found;
            const merged = found.value
                .filter(({ mergedAt, base }) => mergedAt !== null && (branch === undefined || base === branch))
                .sort((one, other) => ((one.mergedAt ?? "") < (other.mergedAt ?? "") ? 1 : -1));
            this.#merged = merged.find(({ mergeCommit }) => mergeCommit === sha) ?? merged[0];
            if (this.#merged)
                break;
        }
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(this.#merged);
    }
    async #ofWorkflowRun(signal) {
        const { pulls, event } = this.#question;
        const owner = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .D)(event, "workflow_run", "head_repository", "owner", "login");
        const branch = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .D)(event, "workflow_run", "head_branch");
        const sha = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .D)(event, "workflow_run", "head_sha");
        if (typeof owner !== "string" || typeof branch !== "string" || typeof sha !== "string")
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
        const open = await pulls.ofBranch(owner, branch, signal);
        return open.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(open.value.find(({ headSha }) => headSha === sha)?.number) : open;
    }
    previews(project, repository, shown) {
        return {
            find: async (context, signal) => {
                const unknown = (what, { said, kind }) => ({
                    found: false,
                    why: `${what}: ${said}`,
                    suggestion: kind === "forbidden" || kind === "missing"
                        ? "Give the job `pull-requests: read` (or `write`) under `permissions`."
                        : "Run this job again when GitHub answers.",
                });
                const merged = await this.#ofCommit(signal, _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeLagMs */ .jx);
                if (!merged.ok)
                    return unknown("its pull request could not be looked up", merged.error);
                const { GITHUB_SHA: sha = "", GITHUB_REF_NAME: branch = "" } = this.#question.environment;
                if (!merged.value && this.#question.environment.GITHUB_EVENT_NAME === "merge_group")
                    return { found: false, why: "the ref of the merge queue names no pull request", suggestion: queueAdvice };
                if (!merged.value) {
                    const why = `no pull request was merged into ${branch || "this branch"} as the commit ${sha.slice(0, 7)}`;
                    return { found: false, why, suggestion: "Change this branch by pull requests only, or apply by hand." };
                }
                const pull = merged.value;
                const preview = await this.#preview(pull, shown(project), shown(context), signal);
                if (!preview.ok)
                    return unknown(`the comments of #${pull.number} could not be read`, preview.error);
                const pullRequest = `${repository}#${pull.number}`;
                return typeof preview.value === "string"
                    ? {
                        found: false,
                        why: `${pullRequest} has ${preview.value}`,
                        suggestion: "Let a workflow of this repository plan on pull requests, with `comment-pr: always`.",
                    }
                    : { found: true, preview: { ...preview.value, pullRequest, number: pull.number } };
            },
        };
    }
    async #preview(pull, project, context, signal) {
        const { pulls } = this.#question;
        const login = await pulls.login(signal);
        if (!login.ok)
            return login;
        const comments = await pulls.comments(pull.number, signal);
        if (!comments.ok)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._q)(comments.error);
        for (const { author, body, url } of [...comments.value].reverse()) {
            const marker = author === login.value ? (0,_hooks_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t)(body) : undefined;
            const part = marker?.project === project ? marker.parts.find((one) => one.context === context) : undefined;
            if (!part)
                continue;
            const { digest, seal, changes } = part;
            if (digest === null)
                return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(`a preview of the context "${context}" that does not count: it failed, or was made by a run without trust`);
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ url, digest, seal, changes: changes ? new Map(Object.entries(changes)) : undefined });
        }
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__.ok)(`no preview of the context "${context}" by ${login.value}`);
    }
}
const queueAdvice = "Plan in a job of its own, and hand its output `plan-digest` to this one.";
function queuedPullRequest(event) {
    const ref = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .D)(event, "merge_group", "head_ref");
    const [, number] = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[0-9a-f]{40,64}$/.exec(String(ref)) ?? [];
    return number === undefined ? undefined : { number: Number(number) };
}


/***/ }),

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


/***/ })

};
