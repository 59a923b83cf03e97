export const id = 5466;
export const ids = [5466];
export const modules = {

/***/ 55466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Issues: () => (/* binding */ Issues)
});

var diagnostic = __webpack_require__(9246);
var json = __webpack_require__(81567);
;// CONCATENATED MODULE: ./src/github/numbered-labels.ts


const color = "#ededed";
async function labelNumbers(repository, names, signal) {
    if (names.length === 0)
        return (0,diagnostic.ok)([]);
    const listed = await repository.pages("GET /repos/{owner}/{repo}/labels", {}, readLabel, signal);
    if (!listed.ok)
        return listed;
    const known = new Map(listed.value);
    const numbers = [];
    for (const name of names) {
        const number = known.get(name);
        const one = number === undefined ? await make(repository, name, signal) : (0,diagnostic.ok)(number);
        if (!one.ok)
            return one;
        numbers.push(one.value);
    }
    return (0,diagnostic.ok)(numbers);
}
async function make(repository, name, signal) {
    const route = "POST /repos/{owner}/{repo}/labels";
    const made = await repository.ask(route, { name, color }, { signal, once: true });
    if (!made.ok)
        return made;
    const label = readLabel(made.value.data);
    if (label !== undefined)
        return (0,diagnostic.ok)(label[1]);
    const said = `${repository.on.called} answered with something that is no label`;
    return (0,diagnostic/* err */._q)({ kind: "unreachable", said, unclear: true });
}
function readLabel(value) {
    return (0,json/* isObject */.Gv)(value) && typeof value.name === "string" && typeof value.id === "number"
        ? [value.name, value.id]
        : undefined;
}

var repository = __webpack_require__(90651);
;// CONCATENATED MODULE: ./src/github/issues.ts




const list = "GET /repos/{owner}/{repo}/issues";
const one = "/repos/{owner}/{repo}/issues/{issue_number}";
class Issues {
    #repository;
    constructor(options) {
        this.#repository = new repository/* GitHubRepository */.s(options);
    }
    login(signal) {
        return this.#repository.login(signal);
    }
    open(author, signal) {
        const order = { state: "open", sort: "created", direction: "asc" };
        return this.#listed(author, order, signal);
    }
    closed(author, among, signal) {
        const order = { state: "closed", sort: "updated", direction: "desc" };
        return this.#listed(author, order, signal, among);
    }
    async read(number, signal) {
        const answer = await this.#repository.ask(`GET ${one}`, { issue_number: number }, { signal });
        if (answer.ok)
            return (0,diagnostic.ok)(readIssue(answer.value.data));
        return answer.error.kind === "missing" ? (0,diagnostic.ok)(undefined) : answer;
    }
    async create({ title, body, labels, assignees }, signal) {
        const named = await this.#named(labels, signal);
        if (!named.ok)
            return named;
        const sent = { title, body, labels: named.value, ...(assignees.length === 0 ? {} : { assignees }) };
        return this.#write("POST /repos/{owner}/{repo}/issues", sent, signal);
    }
    async change(number, { stateReason, labels, ...change }, signal) {
        const atOnce = labels !== undefined && !this.#repository.on.numbersLabels ? { labels } : {};
        const sent = { issue_number: number, ...change, ...atOnce, ...(stateReason && { state_reason: stateReason }) };
        const changed = await this.#write(`PATCH ${one}`, sent, signal);
        if (!changed.ok || labels === undefined || "labels" in atOnce)
            return changed;
        const named = await this.#named(labels, signal);
        if (!named.ok)
            return named;
        const put = { issue_number: number, labels: named.value };
        const answer = await this.#repository.ask(`PUT ${one}/labels`, put, { signal });
        return answer.ok ? (0,diagnostic.ok)({ ...changed.value, labels }) : answer;
    }
    async comment(number, body, signal) {
        const answer = await this.#repository.ask(`POST ${one}/comments`, { issue_number: number, body }, { signal, once: true });
        return answer.ok ? (0,diagnostic.ok)(undefined) : answer;
    }
    dispose() {
        return this.#repository.dispose();
    }
    #listed(author, order, signal, among) {
        const own = (value) => {
            const issue = readIssue(value);
            return issue?.author === author ? issue : undefined;
        };
        const parameters = { ...this.#repository.on.issuesOf(author), ...order };
        return this.#repository.pages(list, parameters, own, signal, among);
    }
    async #named(labels, signal) {
        return this.#repository.on.numbersLabels ? labelNumbers(this.#repository, labels, signal) : (0,diagnostic.ok)(labels);
    }
    async #write(route, parameters, signal) {
        const answer = await this.#repository.ask(route, parameters, { signal, once: true });
        return answer.ok ? issueIn(answer.value) : answer;
    }
}
function issueIn({ data }) {
    const issue = readIssue(data);
    if (issue)
        return (0,diagnostic.ok)(issue);
    return (0,diagnostic/* err */._q)({
        kind: "unreachable",
        said: "GitHub answered with something that is no issue",
        unclear: true,
    });
}
function readIssue(value) {
    if (!(0,json/* isObject */.Gv)(value) || typeof value.number !== "number" || (0,json/* isObject */.Gv)(value.pull_request))
        return undefined;
    const text = (one) => (typeof one === "string" ? one : "");
    const labels = Array.isArray(value.labels) ? value.labels : [];
    return {
        number: value.number,
        title: text(value.title),
        body: text(value.body),
        author: (0,json/* isObject */.Gv)(value.user) ? text(value.user.login) : "",
        state: value.state === "open" ? "open" : "closed",
        labels: labels.flatMap((label) => ((0,json/* isObject */.Gv)(label) ? text(label.name) : text(label))).filter((name) => name !== ""),
    };
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
