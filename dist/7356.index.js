export const id = 7356;
export const ids = [7356];
export const modules = {

/***/ 27356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  debugInfo: () => (/* binding */ debugInfo)
});


var external_node_os_ = __webpack_require__(48161);
var inputs = __webpack_require__(81729);
var metadata_generated = __webpack_require__(86170);
var timing = __webpack_require__(40432);
var printable = __webpack_require__(4191);
var context_rules = __webpack_require__(66776);
var servers = __webpack_require__(21995);
;// CONCATENATED MODULE: ./src/github/reached-hosts.ts

const theServer = "the server's own";
const serverHosts = {
    git: {
        what: "git",
        variable: "GITHUB_SERVER_URL",
        at: {
            "github.com": "github.com",
            "ghe.com": "ACME.ghe.com",
            ghes: theServer,
            gitea: theServer,
            forgejo: theServer,
        },
    },
    api: {
        what: "API",
        variable: "GITHUB_API_URL",
        at: {
            "github.com": "api.github.com",
            "ghe.com": "api.ACME.ghe.com",
            ghes: theServer,
            gitea: theServer,
            forgejo: theServer,
        },
    },
    cache: {
        what: "cache service",
        variable: "ACTIONS_RESULTS_URL",
        at: { "github.com": "*.actions.githubusercontent.com", "ghe.com": "*.actions.ACME.ghe.com" },
    },
    archives: {
        what: "archives of the cache",
        at: { "github.com": "*.blob.core.windows.net", "ghe.com": "*.blob.core.windows.net" },
    },
};
const reachingFeatures = {
    nothing: {
        what: "Planning and applying, the log, the job summary, outputs and annotations, `File`, state [in files](state.md#in-files), [sealed state](state-encryption.md), [reports](pull-requests.md#several-contexts)",
        reaches: [],
    },
    branch: {
        what: "State [on a branch](state.md#on-a-branch), the default; `opus state`, [`opus site`](site.md)",
        reaches: ["git"],
    },
    terminal: {
        what: "A command in a [terminal](terminal.md), where nobody has said where state is",
        reaches: ["git"],
        more: "The server of `origin` is asked once whether it has the state of a context that is not here.",
    },
    lock: {
        what: "A lock that another run holds",
        reaches: ["git", "api"],
        more: "The API is asked whether that run is over.",
    },
    cache: {
        what: "State [in the cache](state-cache.md)",
        reaches: ["api", "cache", "archives"],
        more: "Which host has the archives is told with each signed address; on GitHub.com their names begin with `productionresultssa`.",
    },
    comment: {
        what: "[Previews](pull-requests.md) in a comment (`comment-pr`), reviewed plans",
        reaches: ["api"],
        more: "Only for pull requests, and after an apply on a branch.",
    },
    issue: { what: "The [drift issue](drift.md) (`drift-issue`)", reaches: ["api"] },
    checks: { what: "The hook [`check`](hooks.md#checks)", reaches: ["api"] },
    webhooks: { what: "[Webhooks](webhooks.md)", reaches: ["own"], more: "The hosts of their addresses." },
    http: {
        what: "[`HttpResource`](kinds/http-resource.md), [`Download`](kinds/download.md), [`Probe`](kinds/probe.md)",
        reaches: ["own"],
        more: "The hosts of their addresses, of the sign-in that they name, and where a `Download` is led on to.",
    },
    debug: { what: "[`opus debug-info`](bug-reports.md)", reaches: ["api"], more: "Only with a token." },
};
function hostsWords(environment) {
    const kind = (0,servers/* serverKind */.CG)(environment);
    const words = Object.values(serverHosts).flatMap(({ what, variable, at }) => {
        const host = variable === undefined ? undefined : URL.parse(environment[variable] ?? "")?.host;
        return at[kind] !== undefined && host ? [`${what}: ${host}`] : [];
    });
    return words.length === 0 ? "the environment names none" : words.join(", ");
}

var markdown = __webpack_require__(13106);
var clock = __webpack_require__(31902);
var checkout = __webpack_require__(92583);
var process_groups = __webpack_require__(71640);
var run_process = __webpack_require__(41015);
var authorize_capabilities = __webpack_require__(38565);
var project_lookup = __webpack_require__(89961);
var load_project = __webpack_require__(24996);
var declared_secrets = __webpack_require__(65255);
var open_seal = __webpack_require__(2631);
var address_secrets = __webpack_require__(70129);
;// CONCATENATED MODULE: ./src/app/secrets/given-secrets.ts



const variables = [
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "GITHUB_TOKEN",
    "GH_TOKEN",
    "OPUS_ENCRYPTION_KEY",
];
function givenSecrets(raw, environment) {
    const inherited = { "encryption-key": environment.OPUS_ENCRYPTION_KEY };
    const ofSettings = [raw, inherited].flatMap((one) => (0,open_seal/* secretSettings */.wL)((0,inputs/* readSureSettings */.H5)(one)).map(([secret]) => secret));
    const ofVariables = variables.flatMap((name) => environment[name] || []);
    return [...ofSettings, ...ofVariables, ...(0,address_secrets/* passwordsInAddresses */.A)(environment).map(([password]) => password)];
}

var state_location = __webpack_require__(27222);
var state_stores = __webpack_require__(4456);
var open_client = __webpack_require__(43268);
;// CONCATENATED MODULE: ./src/app/debug-info/seen-permissions.ts


const questions = [
    ["contents: read", "GET /repos/{owner}/{repo}/branches"],
    ["actions: read", "GET /repos/{owner}/{repo}/actions/caches"],
    ["pull-requests: read", "GET /repos/{owner}/{repo}/pulls"],
];
async function seenPermissions(token, host) {
    const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository } = host.environment;
    if (token === undefined)
        return "not asked: no token was given";
    if (!apiUrl || !repository)
        return "not asked: the environment names no repository";
    const [owner = "", repo = ""] = repository.split("/");
    const server = new open_client/* GitHubServer */.H({
        apiUrl,
        token,
        userAgent: `magnum-opus/${host.version}`,
        environment: host.environment,
    });
    const client = await server.open({ attemptMs: timing/* apiAttemptMs */.eE });
    try {
        const answers = [];
        for (const [permission, route] of questions) {
            const called = await client.call(route, { owner, repo, per_page: 1 }, { signal: host.signal });
            const answer = called.ok ? called.value : "answer" in called ? called.answer : undefined;
            if (answer === undefined)
                return server.whyUnreachable("error" in called ? called.error : undefined);
            answers.push(`${permission} (${answer.status})`);
        }
        return answers.join(", ");
    }
    finally {
        await client.dispose();
    }
}

;// CONCATENATED MODULE: ./src/app/debug-info/debug-info.ts




















async function debugInfo(raw, host) {
    for (const secret of givenSecrets(raw, host.environment))
        host.redactor.add(secret);
    const facts = await gatherFacts(raw, host);
    return renderFacts(facts, (text) => host.redactor.text(text));
}
function renderFacts(facts, redact) {
    const rows = facts.map(([name, value]) => [(0,markdown/* ours */.Od)(name), (0,markdown/* code */.aY)(redact(value), 500)]);
    return (0,markdown/* details */.zH)((0,markdown/* ours */.Od)("opus debug-info"), (0,markdown/* table */.tp)([(0,markdown.md) `what`, (0,markdown.md) `found`], rows));
}
async function gatherFacts(raw, host) {
    const { environment, terminal, version } = host;
    const read = (0,inputs/* readSettings */.sb)(raw, { terminal });
    const wrong = new Set(read.ok ? [] : (0,inputs/* wrongInputs */.hF)(raw, { terminal }));
    const others = Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name)));
    const fallback = (0,inputs/* readSettings */.sb)(others, { terminal });
    const settings = read.ok ? read.value : fallback.ok ? fallback.value : undefined;
    const facts = [
        ["opus", version],
        ["Node", process.version],
        ["git", await attempt(gitVersion)],
        ["system", `${process.platform} ${process.arch}, ${(0,external_node_os_.release)()}`],
        ["runner", runnerWords(environment)],
        ["hosts", hostsWords(environment)],
        ["event", eventWords(environment)],
        ["given", givenWords(raw, environment)],
    ];
    if (!read.ok)
        facts.push(["inputs", `wrong: ${flagWords([...wrong])}`]);
    if (settings === undefined)
        return facts;
    const loaded = await attempt(() => loadWords(settings, host));
    facts.push(...(typeof loaded === "string" ? [["manifest", loaded]] : await loadedFacts(settings, loaded, host)));
    const asked = typeof loaded !== "string" && loaded.trust.trusted;
    const seen = asked ? await attempt(() => seenPermissions(settings.token, host)) : "not asked: only trusted runs ask";
    facts.push(["permissions seen", seen]);
    return facts;
}
async function loadWords(settings, host) {
    const loading = await (0,load_project/* load */.H)(settings, host);
    return loading.ok ? loading.value : `can't be loaded: ${loading.error.message}`;
}
async function loadedFacts(settings, loaded, host) {
    const { trust, manifest, project } = loaded;
    const { environment } = (0,authorize_capabilities/* openCapabilities */.r)(loaded, host, new process_groups/* ProcessGroups */.IQ(), settings);
    const open = (0,declared_secrets/* openNames */.Lg)(loaded, []);
    for (const { value } of (0,declared_secrets/* declaredSecrets */.uk)(loaded, environment))
        host.redactor.add(value, open);
    return [
        ["trust", `${trust.trusted ? "yes" : "no"}, as ${trust.why}`],
        ["manifest", manifestWords(loaded)],
        ["project", `${project}${manifest.project === undefined ? " (no Project document)" : ""}`],
        ["context", await attempt(() => contextWords(settings, loaded, host))],
        ["state", await attempt(() => stateWords(settings, loaded, host))],
    ];
}
function manifestWords({ manifest }) {
    const files = `${manifest.files.length} ${manifest.files.length === 1 ? "file" : "files"}, tasks: ${manifest.tasks.length}`;
    const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
    const shown = errors
        .slice(0, 5)
        .map(({ code, location }) => `${code}${location ? ` in ${location.file}:${location.line}` : ""}`);
    const more = errors.length > shown.length ? `, and ${errors.length - shown.length} more` : "";
    return errors.length === 0 ? `${files}, no errors` : `${files}; errors: ${shown.join(", ")}${more}`;
}
function contextWords(settings, loaded, host) {
    const capabilities = (0,authorize_capabilities/* openCapabilities */.r)(loaded, host, new process_groups/* ProcessGroups */.IQ(), settings);
    const decided = (0,context_rules/* decideContexts */.nb)({
        project: loaded.manifest.project,
        given: settings.context,
        environment: capabilities.environment,
        event: loaded.github.event,
        looks: true,
        lookup: (0,project_lookup/* projectLookup */.I)(capabilities, loaded, "plan", settings.context ?? ""),
    });
    if (!decided.ok)
        return `none: ${decided.error.message}`;
    return `${decided.value.choices.map(({ name }) => name).join(", ")}, by ${decided.value.by()}`;
}
async function stateWords(settings, loaded, host) {
    const { manifest, workingDirectory, project } = loaded;
    const key = settings.encryptionKey === undefined ? "no key was given" : "a key was given";
    const place = await (0,state_location/* stateLocation */.vJ)(settings, manifest.project, host, workingDirectory, checkout/* checkout */.P);
    if (!place.ok)
        return `can't be told: ${place.error.message}; ${key}`;
    const { environment, terminal, version, redactor } = host;
    const stores = new state_stores/* Stores */.FH({
        place: place.value,
        project,
        environment,
        terminal,
        stateFiles: (0,authorize_capabilities/* openCapabilities */.r)(loaded, host, new process_groups/* ProcessGroups */.IQ(), settings).stateFiles,
        version,
        token: settings.token,
        initialize: false,
        clock: clock/* systemClock */.m,
        sealing: undefined,
        redact: (text) => redactor.text(text),
        onProgress: () => { },
    });
    try {
        const { backend, location } = await stores.open(settings.context ?? "CONTEXT");
        return `${backend}: ${location}; ${key}`;
    }
    finally {
        await stores.dispose();
    }
}
async function gitVersion() {
    const { ok, stdout } = await (0,run_process/* askProgram */.a)({
        called: "git version",
        command: "git",
        args: ["version"],
        timeoutMs: timing/* debugQuestionMs */.q0,
        mostBytes: 10_000,
    });
    return ok ? stdout.trim() : "not found";
}
function runnerWords(environment) {
    if (environment.GITHUB_ACTIONS !== "true")
        return "none, a terminal";
    const names = ["RUNNER_OS", "RUNNER_ARCH", "RUNNER_ENVIRONMENT", "ImageOS", "ImageVersion"];
    return names.flatMap((name) => environment[name] ?? []).join(", ") || "a runner that says nothing of itself";
}
function eventWords({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref }) {
    return event ? `${event} of ${ref || "no ref"}` : "none";
}
function givenWords(raw, { OPUS_ENCRYPTION_KEY: key }) {
    const byDefault = new Map(metadata_generated.metadata.inputs.map((input) => [input.name, input.default]));
    const isOwn = (name, value) => value !== "" && value !== byDefault.get(name);
    const given = Object.entries(raw).flatMap(([name, value = ""]) => (isOwn(name, value) ? [name] : []));
    const isFlag = (name) => !(name === "command" && raw.command === "debug-info") && !(name === "encryption-key" && raw[name] === key);
    const inherited = key && raw["encryption-key"] === key ? "OPUS_ENCRYPTION_KEY" : "";
    return `${flagWords(given.filter(isFlag))} ${inherited}`.trim() || "nothing but defaults";
}
function flagWords(names) {
    return names.map((name) => `--${name}`).join(" ");
}
async function attempt(find) {
    try {
        return await find();
    }
    catch (error) {
        return `can't be told: ${(0,printable/* printableLines */.fk)(error instanceof Error ? error.message : String(error)).join(" ")}`;
    }
}


/***/ }),

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
