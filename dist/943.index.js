export const id = 943;
export const ids = [943];
export const modules = {

/***/ 28943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Api: () => (/* binding */ Api)
/* harmony export */ });
/* harmony import */ var _octokit_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3070);
/* harmony import */ var _octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93779);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86856);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);
/* harmony import */ var _engine_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37100);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1893);
/* harmony import */ var _careful_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73390);








const pageSize = 100;
const WithPlugins = _octokit_core__WEBPACK_IMPORTED_MODULE_3__/* .Octokit */ .E.plugin(_octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_4__/* .paginateRest */ .ud, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__/* .throttling */ .A);
/**
 * GitHub's API with the patience that it asks for: waits between writes and for rate limits, tries again what failed on
 * the way. This module brings an HTTP client with it, so it is imported only when there is something to ask.
 */
class Api {
    #octokit;
    #dispatcher;
    constructor({ apiUrl, token, userAgent, proxy = "", noProxy, alsoServers = [], attemptMs, patienceMs }) {
        const dispatcher = new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2({ httpProxy: proxy, httpsProxy: proxy, noProxy });
        const send = (0,_careful_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .carefulFetch */ .p)([apiUrl, ...alsoServers], dispatcher);
        const silent = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
        // The plugin asks this of requests that may be repeated; see `call` for the others.
        const waits = (seconds, { request }, _, count) => !("retries" in request && request.retries === 0) && count < 2 && seconds * 1_000 <= patienceMs;
        this.#dispatcher = dispatcher;
        this.#octokit = new WithPlugins({
            auth: token,
            baseUrl: apiUrl,
            userAgent,
            log: silent,
            retry: { retries: 2 },
            throttle: { onRateLimit: waits, onSecondaryRateLimit: waits, fallbackSecondaryRateRetryAfter: 5 },
            request: {
                fetch: (url, { signal, ...init }) => send(url, { ...init, mostBytes: _engine_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .textsBytes */ .i1, signal: either(AbortSignal.timeout(attemptMs), signal) }),
            },
        });
    }
    /**
     * One request.
     * @param options `once`: is not sent again by itself, as it depends on what was read before, or must not happen twice
     */
    call(route, parameters, { signal, once = false }) {
        return settled(this.#octokit.request(route, { ...parameters, request: { signal, ...(once ? { retries: 0 } : {}) } }), signal);
    }
    /**
     * The entries of all pages of a list, which must end: what comes is 10,000 entries at most.
     * @param take what is kept of each entry
     */
    pages(route, parameters, take, signal) {
        return settled(this.#pages(route, parameters, take, signal), signal);
    }
    async #pages(route, parameters, take, signal) {
        const options = { ...parameters, per_page: pageSize, request: { signal } };
        const taken = [];
        let pages = 0;
        for await (const { data } of this.#octokit.paginate.iterator(route, options)) {
            if (++pages > _engine_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .listedEntries */ .yO / pageSize)
                throw new _answer_js__WEBPACK_IMPORTED_MODULE_7__/* .NotTaken */ .J_(`answered with a list of more than ${_engine_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .listedEntries */ .yO.toLocaleString("en-US")} entries (at most that many are read)`);
            if (!Array.isArray(data))
                throw new _answer_js__WEBPACK_IMPORTED_MODULE_7__/* .NotTaken */ .J_("answered with something that is no list");
            for (const entry of data) {
                const one = take(entry);
                if (one !== undefined)
                    taken.push(one);
            }
        }
        return taken;
    }
    /** Ends all connections. */
    async dispose() {
        await this.#dispatcher.destroy();
    }
}
function either(one, other) {
    return other ? AbortSignal.any([one, other]) : one;
}
/** Ends with the signal at the latest: the plugins sleep through it. */
async function settled(work, signal) {
    let stop = () => { };
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener("abort", stop, { once: true });
    });
    // Whoever comes second must not go unhandled.
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


/***/ }),

/***/ 73390:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ carefulFetch)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);
/* harmony import */ var _engine_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37100);
/* harmony import */ var _engine_shown_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75819);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1893);




const mostRedirects = 5;
/**
 * Makes a `fetch` for requests with the token: it asks only the given servers, also when an answer leads elsewhere (a
 * redirect, or the link to a next page), and takes no answer that is too large.
 * @param servers addresses that may get the token
 */
function carefulFetch(servers, dispatcher) {
    const origins = new Set(servers.flatMap((address) => URL.parse(address)?.origin ?? []));
    return async (address, { mostBytes = _engine_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .answerBytes */ ._x, ...init }) => {
        let url = address;
        let request = init;
        for (let redirects = 0;; redirects++) {
            const { origin } = new URL(url);
            if (!origins.has(origin))
                throw new _answer_js__WEBPACK_IMPORTED_MODULE_2__/* .NotTaken */ .J_(`led to another server (${origin}), which is not given the token`);
            const response = await (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .fetch */ .hd)(url, { ...request, dispatcher, redirect: "manual" });
            const { status, headers } = response;
            const next = [301, 302, 303, 307, 308].includes(status) ? headers.get("location") : null;
            if (next === null)
                return whole(response, url, mostBytes);
            await response.body?.cancel();
            if (redirects === mostRedirects)
                throw new _answer_js__WEBPACK_IMPORTED_MODULE_2__/* .NotTaken */ .J_(`led to another address ${mostRedirects + 1} times in a row`);
            const again = URL.parse(next, url);
            if (again === null)
                throw new _answer_js__WEBPACK_IMPORTED_MODULE_2__/* .NotTaken */ .J_(`led to an address that can't be read (${status})`);
            url = again.href;
            request = redirected(request, status);
        }
    };
}
/** What is sent to the place that an answer names: by the rules of `fetch`, a 301 or 302 makes a GET of a POST. */
function redirected(request, status) {
    const { method = "GET" } = request;
    const becomesGet = status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
    return becomesGet ? { ...request, method: "GET", body: null } : request;
}
/** Reads an answer to its end, as long as it is not too large. */
async function whole(response, url, mostBytes) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of response.body ?? []) {
        bytes += piece.length;
        if (bytes > mostBytes)
            throw new _answer_js__WEBPACK_IMPORTED_MODULE_2__/* .NotTaken */ .J_(`answered with more than ${(0,_engine_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeWords */ .pG)(mostBytes)} (at most that is taken)`);
        pieces.push(piece);
    }
    const { status, statusText, headers } = response;
    const empty = [101, 204, 205, 304].includes(status);
    const read = new undici__WEBPACK_IMPORTED_MODULE_0__.Response(empty ? null : Buffer.concat(pieces), { status, statusText, headers });
    Object.defineProperty(read, "url", { value: (0,_engine_shown_url_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutCredentials */ .r)(url) });
    return read;
}


/***/ })

};
