export const id = 139;
export const ids = [139];
export const modules = {

/***/ 22139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PullRequests: () => (/* binding */ PullRequests)
/* harmony export */ });
/* harmony import */ var _engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61463);
/* harmony import */ var _engine_ends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69730);
/* harmony import */ var _engine_iso_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14945);
/* harmony import */ var _engine_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28794);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1893);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38231);






/** Pull requests of one repository and the comments on them. */
class PullRequests {
    #options;
    #apiUrl;
    #repository;
    #api;
    #login;
    constructor(options) {
        const [owner = "", repo = ""] = options.repository.split("/");
        this.#options = options;
        this.#apiUrl = (0,_engine_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .M)(options.apiUrl, "/");
        this.#repository = { owner, repo };
    }
    /**
     * The login under which this token writes comments. Tokens of installations may not ask who they are, but GraphQL
     * tells them; the token of a job writes as `github-actions[bot]`.
     */
    async login(signal) {
        if (this.#login !== undefined)
            return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(this.#login);
        const user = await this.#ask("GET /user", {}, { signal });
        const query = "query { viewer { login } }";
        const refused = (trouble) => !["unreachable", "rate-limit"].includes(trouble.kind);
        // Nobody knows whose comments are one's own while GitHub does not answer.
        if (!user.ok && !refused(user.error))
            return user;
        const viewer = user.ok
            ? user
            : await this.#ask(`POST ${this.#options.graphqlUrl}`, { query }, { signal, once: true });
        if (!viewer.ok && !refused(viewer.error))
            return viewer;
        this.#login = (viewer.ok ? loginIn(viewer.value.data) : undefined) ?? "github-actions[bot]";
        return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(this.#login);
    }
    /** All comments of a pull request, on all pages, oldest first. */
    async comments(number, signal) {
        const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
        const comments = await this.#pages(route, { issue_number: number }, readComment, signal);
        return comments.ok ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)([...comments.value].sort((a, b) => a.id - b.id)) : comments;
    }
    /** @returns undefined when it is gone */
    async comment(id, signal) {
        const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
        const answer = await this.#ask(route, { comment_id: id }, { signal });
        if (answer.ok)
            return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(readComment(answer.value.data));
        return answer.error.kind === "missing" ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(undefined) : answer;
    }
    async addComment(number, body, signal) {
        const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
        const answer = await this.#ask(route, { issue_number: number, body }, { signal, once: true });
        return answer.ok ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(readComment(answer.value.data)) : answer;
    }
    async editComment(id, body, signal) {
        const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
        const answer = await this.#ask(route, { comment_id: id, body }, { signal, once: true });
        return answer.ok ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(readComment(answer.value.data)) : answer;
    }
    async removeComment(id, signal) {
        const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
        const answer = await this.#ask(route, { comment_id: id }, { signal });
        return answer.ok || answer.error.kind === "missing" ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(undefined) : answer;
    }
    /** The pull requests that brought a commit: merged, squashed or rebased. */
    async ofCommit(sha, signal) {
        const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
        return this.#pages(route, { commit_sha: sha }, readPull, signal);
    }
    /** The open pull requests from a branch, of a fork or of this repository. */
    async ofBranch(owner, branch, signal) {
        const route = "GET /repos/{owner}/{repo}/pulls";
        return this.#pages(route, { state: "open", head: `${owner}:${branch}` }, readPull, signal);
    }
    /** Ends all connections. */
    async dispose() {
        await (await this.#api)?.dispose();
    }
    async #pages(route, parameters, take, signal) {
        const called = await (await this.#open()).pages(route, { ...this.#repository, ...parameters }, take, signal);
        return called.ok ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(called.value) : (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q)(this.#trouble(called));
    }
    async #ask(route, parameters, options) {
        // What a route has no braces for would be sent along.
        const named = route.includes("{owner}") ? { ...this.#repository, ...parameters } : parameters;
        const called = await (await this.#open()).call(route, named, options);
        return called.ok ? (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(called.value) : (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q)(this.#trouble(called));
    }
    #open() {
        const { token, userAgent, environment, attemptMs = 10_000, patienceMs = 20_000 } = this.#options;
        const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .i)(this.#apiUrl, environment)?.url;
        const options = {
            apiUrl: this.#apiUrl,
            alsoServers: [this.#options.graphqlUrl],
            token,
            userAgent,
            proxy,
            noProxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .noProxy */ .A)(environment),
        };
        this.#api ??= Promise.all(/* import() */[__webpack_require__.e(848), __webpack_require__.e(573), __webpack_require__.e(943)]).then(__webpack_require__.bind(__webpack_require__, 28943)).then(({ Api }) => new Api({ ...options, attemptMs, patienceMs }));
        return this.#api;
    }
    #trouble(failed) {
        const { token, environment } = this.#options;
        if ("error" in failed) {
            const why = (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .whyUnreachable */ .Lx)(failed.error, this.#apiUrl, (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .i)(this.#apiUrl, environment));
            return { kind: "unreachable", said: (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutToken */ ._Q)(why, token), unclear: true };
        }
        const { answer } = failed;
        const said = `GitHub answered ${(0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .saidOf */ .Jo)(answer, token)}`;
        const { status } = answer;
        if ((0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .isRateLimit */ .a5)(answer))
            return { kind: "rate-limit", unclear: false, ...limitOf(answer, said) };
        // Of what a read-only token may not see, GitHub says that it is not there.
        if (status === 401 || status === 403)
            return { kind: "forbidden", said, unclear: false };
        if (status === 404 || status === 410)
            return { kind: "missing", said, unclear: false };
        return { kind: status >= 500 ? "unreachable" : "refused", said, unclear: status >= 500 };
    }
}
/** When a limit ends, where GitHub says so. */
function limitOf({ headers }, said) {
    const seconds = Number(headers["retry-after"]);
    if (Number.isFinite(seconds))
        return { said: `${said} (to be tried again after ${seconds} s)`, retryAfterMs: seconds * 1_000 };
    const reset = Number(headers["x-ratelimit-reset"]) * 1_000;
    if (headers["x-ratelimit-remaining"] !== "0" || !(reset > 0))
        return { said };
    const retryAfterMs = Math.max(0, reset - Date.now());
    return { said: `${said} (until ${(0,_engine_iso_time_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(reset)})`, retryAfterMs };
}
/** Of `GET /user`, or of GraphQL's `viewer`. */
function loginIn(data) {
    if (!(0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(data))
        return undefined;
    const viewer = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(data.data) ? data.data.viewer : data;
    return (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(viewer) && typeof viewer.login === "string" ? viewer.login : undefined;
}
function readComment(value) {
    if (!(0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) || typeof value.id !== "number")
        return undefined;
    const author = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value.user) && typeof value.user.login === "string" ? value.user.login : "";
    const body = typeof value.body === "string" ? value.body : "";
    return { id: value.id, author, body, url: typeof value.html_url === "string" ? value.html_url : "" };
}
function readPull(value) {
    if (!(0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) || typeof value.number !== "number")
        return undefined;
    const text = (one) => (typeof one === "string" && one !== "" ? one : null);
    return {
        number: value.number,
        url: text(value.html_url) ?? "",
        base: ((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value.base) && text(value.base.ref)) || "",
        headSha: ((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value.head) && text(value.head.sha)) || "",
        open: value.state === "open",
        mergedAt: text(value.merged_at),
        mergeCommit: text(value.merge_commit_sha),
    };
}


/***/ })

};
