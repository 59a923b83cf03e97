export const id = 584;
export const ids = [584];
export const modules = {

/***/ 96584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   request: () => (/* binding */ request)
/* harmony export */ });
/* harmony import */ var _octokit_request__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57561);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24371);


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
        return await (0,_octokit_request__WEBPACK_IMPORTED_MODULE_1__/* .request */ .E)(route, {
            ...parameters,
            baseUrl: apiUrl,
            headers: {
                authorization: `token ${token}`,
                "user-agent": userAgent,
                "x-github-api-version": "2022-11-28",
            },
            request: {
                fetch: (url, init) => (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .fetch */ .hd)(url, { ...init, dispatcher }),
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
