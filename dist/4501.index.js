export const id = 4501;
export const ids = [4501];
export const modules = {

/***/ 24501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  GitHubClient: () => (/* binding */ GitHubClient)
});

var dist_src = __webpack_require__(14730);
var dist_bundle = __webpack_require__(93779);
var plugin_retry_dist_bundle = __webpack_require__(49735);
var plugin_throttling_dist_bundle = __webpack_require__(86856);
var light = __webpack_require__(63251);
var light_default = /*#__PURE__*/__webpack_require__.n(light);
var undici = __webpack_require__(46752);
var size_limits = __webpack_require__(44608);
var timing = __webpack_require__(40432);
var grouped = __webpack_require__(51602);
var trace = __webpack_require__(69808);
var answer = __webpack_require__(64564);
var shown_url = __webpack_require__(57849);
;// CONCATENATED MODULE: ./src/github/api/careful-fetch.ts





const mostRedirects = 5;
function carefulFetch(servers, dispatcher) {
    const origins = new Set(servers.flatMap((address) => URL.parse(address)?.origin ?? []));
    return async (address, { mostBytes = size_limits/* answerBytes */._x, ...init }) => {
        let url = address;
        let request = init;
        for (let redirects = 0;; redirects++) {
            const { origin } = new URL(url);
            if (!origins.has(origin))
                throw new answer/* NotTaken */.J_(`led to another server (${origin}), which is not given the token`);
            const response = await traced(url, request, () => (0,undici/* fetch */.hd)(url, { ...request, dispatcher, redirect: "manual" }));
            const { status, headers } = response;
            const next = [301, 302, 303, 307, 308].includes(status) ? headers.get("location") : null;
            if (next === null)
                return whole(response, url, mostBytes);
            await response.body?.cancel();
            if (redirects === mostRedirects)
                throw new answer/* NotTaken */.J_(`led to another address ${mostRedirects + 1} times in a row`);
            const again = URL.parse(next, url);
            if (again === null)
                throw new answer/* NotTaken */.J_(`led to an address that can't be read (${status})`);
            url = again.href;
            request = redirected(request, status);
        }
    };
}
async function traced(url, { method = "GET" }, ask) {
    const took = (0,trace/* stopwatch */.sX)();
    try {
        const response = await ask();
        (0,trace/* trace */.uP)(() => `${method} ${(0,shown_url/* withoutCredentials */.ri)(url)}: ${response.status} in ${took()}${limitWords(response.headers)}`);
        return response;
    }
    catch (error) {
        (0,trace/* trace */.uP)(() => `${method} ${(0,shown_url/* withoutCredentials */.ri)(url)}: no answer (${causeOf(error)}) in ${took()}`);
        throw error;
    }
}
function causeOf(error) {
    const { cause, message } = error;
    return cause instanceof Error ? cause.message : String(message);
}
function limitWords(headers) {
    const [left, all, reset, after] = [
        "x-ratelimit-remaining",
        "x-ratelimit-limit",
        "x-ratelimit-reset",
        "retry-after",
    ].map((name) => headers.get(name));
    const until = /^\d{1,12}$/.test(reset ?? "")
        ? ` until ${new Date(Number(reset) * 1_000).toISOString().slice(11, 19)}Z`
        : "";
    const limit = left === null || left === undefined ? "" : `, ${left} of ${all ?? "?"} requests left${until}`;
    return after === null || after === undefined ? limit : `${limit}, retry after ${after} s`;
}
function redirected(request, status) {
    const { method = "GET" } = request;
    const becomesGet = status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
    return becomesGet ? { ...request, method: "GET", body: null } : request;
}
async function whole(response, url, mostBytes) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of response.body ?? []) {
        bytes += piece.length;
        if (bytes > mostBytes)
            throw new answer/* NotTaken */.J_(`answered with more than ${(0,size_limits/* sizeWords */.pG)(mostBytes)} (at most that is taken)`);
        pieces.push(piece);
    }
    const { status, statusText, headers } = response;
    const empty = [101, 204, 205, 304].includes(status);
    const read = new undici.Response(empty ? null : Buffer.concat(pieces), { status, statusText, headers });
    Object.defineProperty(read, "url", { value: (0,shown_url/* withoutCredentials */.ri)(url) });
    return read;
}

var no_answer = __webpack_require__(80632);
;// CONCATENATED MODULE: ./src/github/api/once-where-in-vain.ts

function onceWhereInVain(octokit) {
    octokit.hook.wrap("request", async (request, options) => {
        try {
            return await request(options);
        }
        catch (error) {
            if ((0,no_answer/* noAnswer */.q)(error)?.lasting)
                options.request = { ...options.request, retries: 0 };
            throw error;
        }
    });
}

;// CONCATENATED MODULE: ./src/github/api/traced-retries.ts

function tracedRetries(octokit) {
    const failures = new WeakMap();
    octokit.hook.wrap("request", async (request, options) => {
        const failed = failures.get(options);
        const { method, url } = options;
        if (failed)
            (0,trace/* trace */.uP)(() => `retry ${failed.count} after ${failed.why}: ${method} ${url}`);
        try {
            return await request(options);
        }
        catch (error) {
            failures.set(options, { count: (failed?.count ?? 0) + 1, why: whyFailed(error) });
            throw error;
        }
    });
}
function whyFailed(error) {
    const { response } = error;
    return typeof response?.status === "number" ? String(response.status) : "no answer";
}

;// CONCATENATED MODULE: ./src/github/api/client.ts














const pageSize = 100;
const headers = { "x-github-api-version": "2022-11-28" };
const writes = {
    write: new (light_default()).Group({ id: "writes", maxConcurrent: 1, minTime: timing/* pacedWritesMs */.IA }),
    notifications: new (light_default()).Group({ id: "notifications", maxConcurrent: 1, minTime: timing/* notifyingWritesMs */.qI }),
};
const WithPlugins = dist_src/* Octokit */.E.plugin(tracedRetries, onceWhereInVain, dist_bundle/* paginateRest */.ud, plugin_retry_dist_bundle/* retry */.L, plugin_throttling_dist_bundle/* throttling */.A);
class GitHubClient {
    #octokit;
    #dispatcher;
    constructor(options) {
        const { apiUrl, token, userAgent, proxy = "", noProxy } = options;
        const { alsoServers = [], attemptMs, patienceMs = 0, mostBytes } = options;
        const send = () => {
            this.#dispatcher ??= new undici/* EnvHttpProxyAgent */.J2({ httpProxy: proxy, httpsProxy: proxy, noProxy });
            return carefulFetch([apiUrl, ...alsoServers], this.#dispatcher);
        };
        const silent = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
        const waits = (seconds, { request }, _, count) => {
            const again = !("retries" in request && request.retries === 0) && count < 2 && seconds * 1_000 <= patienceMs;
            (0,trace/* trace */.uP)(() => `GitHub asks to wait ${seconds} s: ${again ? `retry ${count + 1} after that` : "not sent again by itself"}`);
            return again;
        };
        this.#octokit = new WithPlugins({
            auth: token,
            baseUrl: apiUrl,
            userAgent,
            log: silent,
            retry: { retries: 2 },
            throttle: { ...writes, onRateLimit: waits, onSecondaryRateLimit: waits, fallbackSecondaryRateRetryAfter: 5 },
            request: {
                fetch: async (url, { signal, ...init }) => send()(url, { ...init, mostBytes, signal: either(AbortSignal.timeout(attemptMs), signal) }),
            },
        });
    }
    call(route, parameters, { signal, once = false }) {
        const request = { signal, ...(once ? { retries: 0 } : {}) };
        return settled(this.#octokit.request(route, { ...parameters, headers, request }), signal);
    }
    pages(route, parameters, take, signal, most) {
        return settled(this.#pages(route, parameters, take, signal, most), signal);
    }
    async #pages(route, parameters, take, signal, most) {
        const options = { ...parameters, headers, per_page: pageSize, request: { signal } };
        const taken = [];
        let pages = 0;
        for await (const { data } of this.#octokit.paginate.iterator(route, options)) {
            if (++pages > size_limits/* listedEntries */.yO / pageSize)
                throw new answer/* NotTaken */.J_(`answered with a list of more than ${(0,grouped/* grouped */.z)(size_limits/* listedEntries */.yO)} entries (at most that many are read)`);
            if (!Array.isArray(data))
                throw new answer/* NotTaken */.J_("answered with something that is no list");
            for (const entry of data) {
                const one = take(entry);
                if (one !== undefined)
                    taken.push(one);
            }
            if (most !== undefined && pages * pageSize >= most)
                break;
        }
        return taken;
    }
    async dispose() {
        await this.#dispatcher?.destroy();
    }
}
function either(one, other) {
    return other ? AbortSignal.any([one, other]) : one;
}
async function settled(work, signal) {
    let stop = () => { };
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener("abort", stop, { once: true });
    });
    aborted.catch(() => { });
    work.catch(() => { });
    try {
        return { ok: true, value: await Promise.race([work, aborted]) };
    }
    catch (error) {
        const { response } = error;
        return response === undefined ? { ok: false, error } : { ok: false, answer: response };
    }
    finally {
        signal.removeEventListener("abort", stop);
    }
}


/***/ })

};
