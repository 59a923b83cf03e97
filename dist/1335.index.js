export const id = 1335;
export const ids = [1335];
export const modules = {

/***/ 66902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PullRequestFinder: () => (/* binding */ PullRequestFinder)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9246);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40432);
/* harmony import */ var _event_github_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47407);
/* harmony import */ var _hooks_comment_contexts_without_room_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30757);
/* harmony import */ var _hooks_comment_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89864);
/* harmony import */ var _event_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64495);






class PullRequestFinder {
    #question;
    #merged;
    constructor(question) {
        this.#question = question;
    }
    async place(signal) {
        const { environment, event } = this.#question;
        const number = (0,_event_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestOfEvent */ .M)(environment.GITHUB_EVENT_NAME, event);
        const found = number !== undefined
            ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(number)
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
        return merged.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(merged.value?.number) : merged;
    }
    async #ofCommit(signal, pauses) {
        if (this.#merged)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(this.#merged);
        const { pulls, environment, event, sleep } = this.#question;
        if (environment.GITHUB_EVENT_NAME === "merge_group")
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(queuedPullRequest(event));
        const { GITHUB_SHA: sha = "", GITHUB_REF: ref = "" } = environment;
        if (sha === "")
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(undefined);
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
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(this.#merged);
    }
    async #ofWorkflowRun(signal) {
        const { pulls, event } = this.#question;
        const owner = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .D)(event, "workflow_run", "head_repository", "owner", "login");
        const branch = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .D)(event, "workflow_run", "head_branch");
        const sha = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .D)(event, "workflow_run", "head_sha");
        if (typeof owner !== "string" || typeof branch !== "string" || typeof sha !== "string")
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(undefined);
        const open = await pulls.ofBranch(owner, branch, signal);
        return open.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(open.value.find(({ headSha }) => headSha === sha)?.number) : open;
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
                const merged = await this.#ofCommit(signal, _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .mergeLagMs */ .jx);
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
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._q)(comments.error);
        for (const { author, body, url } of [...comments.value].reverse()) {
            const marker = author === login.value ? (0,_hooks_comment_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readMarker */ .t)(body) : undefined;
            const found = marker && previewIn(marker, project, context);
            if (!found)
                continue;
            if (found.plan === null)
                return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(`a preview of the context "${context}" that does not count: it failed, or was made by a run without trust`);
            if (found.plan === undefined)
                return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(`a comment with no room for the preview of the context "${context}": it has too many contexts`);
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ url, ...found.plan, changes: found.changes });
        }
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__.ok)(`no preview of the context "${context}" by ${login.value}`);
    }
}
const queueAdvice = "Plan in a job of its own, and hand its output `plan-digest` to this one.";
function queuedPullRequest(event) {
    const ref = (0,_event_github_context_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .D)(event, "merge_group", "head_ref");
    const [, number] = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,14})-[0-9a-f]{40,64}$/.exec(String(ref)) ?? [];
    return number === undefined ? undefined : { number: Number(number) };
}
function previewIn({ project: own, parts, left, several }, project, context) {
    const isOf = (one) => (several ? one.project === project : own === project);
    const part = parts.find((one) => isOf(one) && one.context === context);
    if (part) {
        const { digest, seal, changes } = part;
        const plan = digest === null ? null : { digest, seal };
        return { plan, changes: changes ? new Map(Object.entries(changes)) : undefined };
    }
    const key = (0,_hooks_comment_contexts_without_room_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(context);
    const unshown = left.named.find((one) => isOf(one) && one.key === key);
    if (!unshown)
        return undefined;
    return { plan: unshown.plan ?? (unshown.failure === null ? undefined : null), changes: undefined };
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
