export const id = 584;
export const ids = [584];
export const modules = {

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


/***/ }),

/***/ 96584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   request: () => (/* binding */ request)
/* harmony export */ });
/* harmony import */ var _octokit_request__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57561);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);
/* harmony import */ var _careful_fetch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73390);



/**
 * Sends one request with the token, and ends its connection.
 * This module brings an HTTP client with it, so it is imported only when there is something to ask.
 * @param route method and path, as `GET /repos/{owner}/{repo}`
 * @param parameters what the braces of the route stand for
 * @returns the answer, also of an error status. Throws when there is none: unreachable, cut off, or `signal` aborted
 */
async function request(options, route, parameters, signal) {
    const { apiUrl, token, userAgent, proxy = "", noProxy } = options;
    const dispatcher = new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2({ httpProxy: proxy, httpsProxy: proxy, noProxy });
    try {
        return await (0,_octokit_request__WEBPACK_IMPORTED_MODULE_2__/* .request */ .E)(route, {
            ...parameters,
            baseUrl: apiUrl,
            headers: {
                authorization: `token ${token}`,
                "user-agent": userAgent,
                "x-github-api-version": "2022-11-28",
            },
            request: {
                fetch: (0,_careful_fetch_js__WEBPACK_IMPORTED_MODULE_1__/* .carefulFetch */ .p)([apiUrl], dispatcher),
                signal,
                log: { warn: () => { } },
            },
        });
    }
    catch (error) {
        const { response } = error;
        if (response === undefined)
            throw error;
        return response;
    }
    finally {
        await dispatcher.destroy();
    }
}


/***/ })

};
