export const id = 6250;
export const ids = [6250];
export const modules = {

/***/ 64564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ NotTaken),
/* harmony export */   Jo: () => (/* binding */ saidOf),
/* harmony export */   Lx: () => (/* binding */ whyUnreachable),
/* harmony export */   _Q: () => (/* binding */ withoutToken),
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   bv: () => (/* binding */ noAnswerWords),
/* harmony export */   fr: () => (/* binding */ limitEnd)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81567);
/* harmony import */ var _engine_text_iso_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6151);
/* harmony import */ var _engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23445);
/* harmony import */ var _engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57849);
/* harmony import */ var _no_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80632);





function wordsOf({ data }, token) {
    return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(data) && typeof data.message === "string" ? (0,_engine_text_shorten_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .v)(withoutToken(data.message, token), 200) : "";
}
function saidOf(answer, token) {
    const words = wordsOf(answer, token);
    return words === "" ? `${answer.status}` : `${answer.status}: ${words}`;
}
function isRateLimit(answer) {
    const { status, headers } = answer;
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    const words = wordsOf(answer, "");
    return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined || /rate limit/i.test(words);
}
function limitEnd({ headers }) {
    const after = headers["retry-after"];
    if (after !== undefined && Number.isFinite(Number(after)))
        return { seconds: Number(after) };
    const reset = Number(headers["x-ratelimit-reset"]);
    if (headers["x-ratelimit-remaining"] !== "0" || !(reset > 0))
        return undefined;
    const told = Date.parse(String(headers.date));
    const now = Number.isNaN(told) ? Date.now() : told;
    return { seconds: Math.max(0, Math.ceil(reset - now / 1_000)), until: (0,_engine_text_iso_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(reset * 1_000) };
}
class NotTaken extends Error {
}
function whyUnreachable(error, apiUrl, proxy) {
    const shown = (0,_engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutCredentials */ .ri)(apiUrl);
    for (let cause = error; cause instanceof Error; cause = cause.cause)
        if (cause instanceof NotTaken)
            return `${shown} ${cause.message}`;
    const known = (0,_no_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .noAnswer */ .q)(error);
    if (known !== undefined)
        return `${shown} can't be reached: ${noAnswerWords(known, proxy)}`;
    const message = error instanceof Error ? error.message || error.name : String(error);
    const through = proxy === undefined ? "" : ` through the proxy that \`${proxy.variable}\` names`;
    return `${shown} can't be reached${through} (${message.replaceAll(apiUrl, shown)})`;
}
function noAnswerWords(known, proxy) {
    if (known.by === "certificate")
        return `its certificate can't be verified (${known.words}). ${ownCertificates}`;
    const named = proxy === undefined ? "the proxy" : `the proxy that \`${proxy.variable}\` names`;
    const { status, lasting } = known;
    if (status === 407)
        return `${named} wants another user and password (407). Write them as \`http://user:password@host:port\``;
    if (lasting)
        return `${named} does not let this machine through to it (${status}). Have the host allowed there, or name it in \`NO_PROXY\``;
    return `${named} does not get through to it (${status})`;
}
const ownCertificates = "Name the file of the certificates that this network uses in the variable `NODE_EXTRA_CA_CERTS`, and in `GIT_SSL_CAINFO` for git";
function withoutToken(text, token) {
    return token === "" ? text : text.replaceAll(token, "***");
}


/***/ }),

/***/ 80632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ refusedByProxy),
/* harmony export */   q: () => (/* binding */ noAnswer)
/* harmony export */ });
const proxyWords = /^Proxy response \((\d{3})\) !== 200 when HTTP Tunneling/;
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)_/;
const passing = new Set([408, 425, 429]);
function noAnswer(error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        const [, status] = proxyWords.exec(cause.message) ?? [];
        if (status !== undefined)
            return refusedByProxy(Number(status));
        if ("code" in cause && certificateCodes.test(String(cause.code)))
            return { by: "certificate", words: cause.message.replace(/;.*/s, ""), lasting: true };
    }
    return undefined;
}
function refusedByProxy(status) {
    return { by: "proxy", status, lasting: status < 500 && !passing.has(status) };
}


/***/ }),

/***/ 43268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ GitHubServer)
/* harmony export */ });
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7487);
/* harmony import */ var _engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57849);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64564);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36620);




class GitHubServer {
    #access;
    #apiUrl;
    constructor(access) {
        this.#access = access;
        this.#apiUrl = (0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutEnd */ .M)(access.apiUrl, "/");
    }
    get shown() {
        return (0,_engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutCredentials */ .ri)(this.#apiUrl);
    }
    async open(policy) {
        const { token, userAgent, environment } = this.#access;
        const { GitHubClient } = await Promise.all(/* import() */[__webpack_require__.e(8038), __webpack_require__.e(3554), __webpack_require__.e(4501)]).then(__webpack_require__.bind(__webpack_require__, 24501));
        const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFor */ .iJ)(this.#apiUrl, environment)?.url;
        return new GitHubClient({
            apiUrl: this.#apiUrl,
            token,
            userAgent,
            proxy,
            noProxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .noProxy */ .Au)(environment),
            ...policy,
        });
    }
    whyUnreachable(error, address = this.#apiUrl) {
        const { token, environment } = this.#access;
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutToken */ ._Q)((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .whyUnreachable */ .Lx)(error, address, (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFor */ .iJ)(address, environment)), token);
    }
}


/***/ }),

/***/ 36250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Checks: () => (/* binding */ Checks)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9246);
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81567);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90651);



class Checks {
    #repository;
    constructor(options) {
        this.#repository = new _repository_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubRepository */ .s(options);
    }
    async create(check, signal) {
        const { name, sha, mark, startedAt, conclusion, detailsUrl, output } = check;
        const sent = {
            name,
            head_sha: sha,
            external_id: mark,
            started_at: startedAt,
            ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
            ...stateOf(conclusion),
            ...outputOf(output),
        };
        const answer = await this.#repository.ask("POST /repos/{owner}/{repo}/check-runs", sent, { signal, once: true });
        if (!answer.ok)
            return answer;
        const made = readCheck(answer.value.data);
        if (made)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(made);
        const said = "GitHub answered with something that is no check";
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q)({ kind: "unreachable", said, unclear: true });
    }
    async change(id, { conclusion, output }, signal) {
        const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
        const sent = { check_run_id: id, ...(conclusion ? stateOf(conclusion) : {}), ...outputOf(output) };
        const once = (output?.annotations ?? []).length > 0;
        const answer = await this.#repository.ask(route, sent, { signal, once });
        return answer.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(undefined) : answer;
    }
    async find({ name, sha, mark }, signal) {
        const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
        const asked = { ref: sha, check_name: name, filter: "all", per_page: 100 };
        const answer = await this.#repository.ask(route, asked, { signal });
        if (!answer.ok)
            return answer;
        const { data } = answer.value;
        const listed = (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(data) && Array.isArray(data.check_runs) ? data.check_runs : [];
        const found = listed.find((one) => (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(one) && one.external_id === mark);
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(readCheck(found));
    }
    list(sha, signal) {
        const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
        return this.#repository.pages(route, { ref: sha, filter: "latest" }, readListed, signal);
    }
    dispose() {
        return this.#repository.dispose();
    }
}
function stateOf(conclusion) {
    return conclusion === undefined ? { status: "in_progress" } : { status: "completed", conclusion };
}
function outputOf(output) {
    if (output === undefined)
        return {};
    const { title, summary, annotations = [] } = output;
    const notes = annotations.length === 0 ? {} : { annotations: annotations.map(annotationOf) };
    return { output: { title, summary, ...notes } };
}
function annotationOf(annotation) {
    const { path, startLine, endLine, startColumn, endColumn, level, message, title } = annotation;
    return {
        path,
        start_line: startLine,
        end_line: endLine,
        ...(startColumn === undefined ? {} : { start_column: startColumn }),
        ...(endColumn === undefined ? {} : { end_column: endColumn }),
        annotation_level: level,
        message,
        title,
    };
}
function readCheck(value) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) || typeof value.id !== "number")
        return undefined;
    const { id, status, output } = value;
    const annotations = (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(output) && typeof output.annotations_count === "number" ? output.annotations_count : 0;
    return { id, completed: status === "completed", annotations };
}
function readListed(value) {
    const found = readCheck(value);
    if (found === undefined || !(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) || typeof value.name !== "string")
        return undefined;
    const { name, external_id: mark, conclusion } = value;
    const text = (one) => (typeof one === "string" ? one : "");
    return { ...found, name, mark: text(mark), conclusion: text(conclusion) };
}


/***/ }),

/***/ 90651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ GitHubRepository)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9246);
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81567);
/* harmony import */ var _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44608);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40432);
/* harmony import */ var _api_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64564);
/* harmony import */ var _api_open_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43268);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21995);







class GitHubRepository {
    #options;
    #server;
    on;
    #repository;
    #client;
    #login;
    constructor(options) {
        const [owner = "", repo = ""] = options.repository.split("/");
        this.#options = options;
        this.#server = new _api_open_client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubServer */ .H(options);
        this.on = (0,_servers_js__WEBPACK_IMPORTED_MODULE_3__/* .serverOf */ .FN)(options.environment);
        this.#repository = { owner, repo };
    }
    async login(signal) {
        if (this.#login !== undefined)
            return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)(this.#login);
        const user = await this.ask("GET /user", {}, { signal });
        const query = "query { viewer { login } }";
        const refused = (trouble) => !["unreachable", "rate-limit"].includes(trouble.kind);
        if (!user.ok && !refused(user.error))
            return user;
        const viewer = user.ok || !this.on.graphql
            ? user
            : await this.ask(`POST ${this.#options.graphqlUrl}`, { query }, { signal, once: true });
        if (!viewer.ok && !refused(viewer.error))
            return viewer;
        this.#login = (viewer.ok ? loginIn(viewer.value.data) : undefined) ?? this.on.jobLogin;
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)(this.#login);
    }
    async pages(route, parameters, take, signal, most) {
        const client = await this.#open();
        const called = await client.pages(route, { ...this.#repository, ...parameters }, take, signal, most);
        return called.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)(called.value) : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._q)(this.#trouble(called));
    }
    async ask(route, parameters, options) {
        const named = route.includes("{owner}") ? { ...this.#repository, ...parameters } : parameters;
        const called = await (await this.#open()).call(route, named, options);
        return called.ok ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__.ok)(called.value) : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .err */ ._q)(this.#trouble(called, /\bhttps?:.*/.exec(route)?.[0]));
    }
    async dispose() {
        await (await this.#client)?.dispose();
    }
    #open() {
        const { graphqlUrl, attemptMs = _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .apiAttemptMs */ .eE, patienceMs = _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .apiLimitMs */ .Is } = this.#options;
        this.#client ??= this.#server.open({ alsoServers: [graphqlUrl], attemptMs, patienceMs, mostBytes: _engine_model_size_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .textsBytes */ .i1 });
        return this.#client;
    }
    #trouble(failed, address) {
        if ("error" in failed)
            return { kind: "unreachable", said: this.#server.whyUnreachable(failed.error, address), unclear: true };
        const { answer } = failed;
        const said = `${this.on.called} answered ${(0,_api_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .saidOf */ .Jo)(answer, this.#options.token)}`;
        const { status } = answer;
        if ((0,_api_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .isRateLimit */ .a5)(answer))
            return { kind: "rate-limit", unclear: false, ...limitOf(answer, said) };
        if (status === 401 || status === 403)
            return { kind: "forbidden", said, unclear: false };
        if (status === 404 || status === 410)
            return { kind: "missing", said, unclear: false };
        return { kind: status >= 500 ? "unreachable" : "refused", said, unclear: status >= 500 };
    }
}
function limitOf(answer, said) {
    const end = (0,_api_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .limitEnd */ .fr)(answer);
    if (end === undefined)
        return { said };
    const when = end.until === undefined ? `to be tried again after ${end.seconds} s` : `until ${end.until}`;
    return { said: `${said} (${when})`, retryAfterMs: end.seconds * 1_000 };
}
function loginIn(data) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(data))
        return undefined;
    const viewer = (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(data.data) ? data.data.viewer : data;
    return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(viewer) && typeof viewer.login === "string" ? viewer.login : undefined;
}


/***/ })

};
