export const id = 943;
export const ids = [943];
export const modules = {

/***/ 28943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Api: () => (/* binding */ Api)
/* harmony export */ });
/* harmony import */ var _octokit_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3070);
/* harmony import */ var _octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93779);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86856);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);





const WithPlugins = _octokit_core__WEBPACK_IMPORTED_MODULE_1__/* .Octokit */ .E.plugin(_octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_2__/* .paginateRest */ .ud, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__/* .throttling */ .A);
/**
 * GitHub's API with the patience that it asks for: waits between writes and for rate limits, tries again what failed on
 * the way. This module brings an HTTP client with it, so it is imported only when there is something to ask.
 */
class Api {
    #octokit;
    #dispatcher;
    constructor({ apiUrl, token, userAgent, proxy = "", noProxy, attemptMs, patienceMs }) {
        const dispatcher = new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2({ httpProxy: proxy, httpsProxy: proxy, noProxy });
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
                fetch: (url, { signal, ...init }) => (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .fetch */ .hd)(url, { ...init, dispatcher, signal: either(AbortSignal.timeout(attemptMs), signal) }),
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
    /** The entries of all pages of a list. */
    pages(route, parameters, signal) {
        return settled(this.#octokit.paginate(route, { ...parameters, per_page: 100, request: { signal } }), signal);
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


/***/ })

};
