export const id = 7008;
export const ids = [7008];
export const modules = {

/***/ 87008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   traceRequests: () => (/* binding */ traceRequests)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__);

function traceRequests(say) {
    const begun = new WeakMap();
    const passed = (request) => `${Math.round(performance.now() - (begun.get(request) ?? performance.now()))} ms`;
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)("http.client.request.start", (message) => {
        const { request } = message;
        begun.set(request, performance.now());
        request.once("error", (error) => say(`${requestWords(request)}: no answer (${error.message}) in ${passed(request)}`));
    });
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)("http.client.response.finish", (message) => {
        const { request, response } = message;
        say(`${requestWords(request)}: ${response.statusCode} in ${passed(request)}`);
    });
}
function requestWords({ method, protocol, host, path }) {
    return `${method} ${protocol}//${host}${path.split("?")[0]}`;
}


/***/ })

};
