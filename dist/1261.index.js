export const id = 1261;
export const ids = [1261];
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

/***/ 41261:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createRunLookup: () => (/* binding */ createRunLookup)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81567);
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40432);
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7487);
/* harmony import */ var _api_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64564);
/* harmony import */ var _api_open_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43268);
/* harmony import */ var _servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21995);






const routeOfRun = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
const route = `${routeOfRun}/attempts/{attempt_number}`;
function createRunLookup(options) {
    const { repository, token, timeoutMs = _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .runLookupMs */ .sD } = options;
    const [owner = "", repo = ""] = repository.split("/");
    const server = new _api_open_client_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubServer */ .H(options);
    return async (run, signal) => {
        const unasked = whyUnasked(run, options);
        if (unasked !== undefined)
            return unsure(unasked);
        const late = AbortSignal.timeout(timeoutMs);
        const client = await server.open({ attemptMs: timeoutMs });
        const parameters = { owner, repo, run_id: Number(run.id), attempt_number: run.attempt };
        const asked = { signal: AbortSignal.any([signal, late]), once: true };
        const ofAttempt = await client.call(route, parameters, asked);
        const unknown = !ofAttempt.ok && "answer" in ofAttempt && ofAttempt.answer.status === 404;
        const whole = unknown && (0,_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .serverOf */ .FN)(options.environment).wholeRuns;
        const called = whole ? await client.call(routeOfRun, { owner, repo, run_id: parameters.run_id }, asked) : ofAttempt;
        await client.dispose();
        if (signal.aborted)
            return unsure("asking GitHub was cancelled");
        if (late.aborted)
            return unsure(`${server.shown} did not answer within ${timeoutMs / 1_000} s`);
        if (!called.ok && "error" in called)
            return unsure(server.whyUnreachable(called.error));
        const answer = called.ok ? called.value : called.answer;
        return (whole ? judgeWhole(answer, run) : undefined) ?? judge(answer, run, server.shown, token);
    };
}
function whyUnasked(run, options) {
    const { serverUrl, repository, token, environment } = options;
    if (run.id === "")
        return "it is no run of a workflow, so GitHub can't be asked";
    const where = `${(0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutEnd */ .M)(serverUrl, "/")}/${repository}/actions/runs/${run.id}/attempts/${run.attempt}`;
    if (!/^[1-9]\d{0,14}$/.test(run.id) || !Number.isSafeInteger(run.attempt) || run.attempt < 1)
        return `its lock names a run that can't exist (id "${run.id}", attempt ${run.attempt})`;
    if (run.url.toLowerCase() !== where.toLowerCase())
        return `it is not a run of ${repository}, whose token this run has`;
    const { runs: lacking } = (0,_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .serverOf */ .FN)(environment).lacks;
    if (lacking !== undefined)
        return `${lacking}: when it is, release its lock with \`unlock\``;
    if (token === "")
        return "there is no token to ask GitHub with: give the input `token`";
    return undefined;
}
function judgeWhole({ status, data }, run) {
    if (status !== 200 || !(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(data) || String(data.id) !== run.id || typeof data.status !== "string")
        return undefined;
    return data.status === "completed" ? { state: "over", why: `run ${run.url} ended` } : { state: "going-on" };
}
function judge(answer, run, apiUrl, token) {
    const { status, data, headers } = answer;
    if (status === 200 && (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(data) && String(data.id) === run.id && data.run_attempt === run.attempt) {
        if (data.status === "completed") {
            const conclusion = typeof data.conclusion === "string" ? `: ${data.conclusion}` : "";
            return { state: "over", why: `run attempt ${run.url} ended${conclusion}` };
        }
        if (typeof data.status === "string")
            return { state: "going-on" };
    }
    const said = (0,_api_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .saidOf */ .Jo)(answer, token);
    if ((0,_api_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimit */ .a5)(answer))
        return unsure(`GitHub's rate limit for this token is used up (${said})`);
    switch (status) {
        case 401:
            return unsure(`GitHub refused the token (${said}): check the input \`token\``);
        case 403:
            return unsure(`the token may not look at runs (${said}): add \`actions: read\` to the \`permissions\` of the workflow`);
        case 404:
            return unsure(`GitHub has no such run attempt, or the token may not see it (${said}): if that run was deleted, release its lock with \`unlock\``);
        default: {
            const type = (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(data) ? "" : ` with ${headers["content-type"] ?? "nothing"}`;
            return unsure(`${apiUrl} answered ${said}${type}, which tells nothing about that run`);
        }
    }
}
function unsure(why) {
    return { state: "unsure", why };
}


/***/ })

};
