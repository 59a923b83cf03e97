export const id = 9605;
export const ids = [9605];
export const modules = {

/***/ 44608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ comparedDownloadBytes),
/* harmony export */   CG: () => (/* binding */ webhookMessageBytes),
/* harmony export */   DJ: () => (/* binding */ allReportsValues),
/* harmony export */   Dt: () => (/* binding */ taskAnswerBytes),
/* harmony export */   E$: () => (/* binding */ mebibyte),
/* harmony export */   EG: () => (/* binding */ policyMessageLength),
/* harmony export */   FY: () => (/* binding */ programLineLength),
/* harmony export */   GP: () => (/* binding */ mostSealedKeys),
/* harmony export */   Hh: () => (/* binding */ fileCopyBytes),
/* harmony export */   I0: () => (/* binding */ totalAddedValuesLimit),
/* harmony export */   IG: () => (/* binding */ addedValuesLimit),
/* harmony export */   Jq: () => (/* binding */ reportValues),
/* harmony export */   LL: () => (/* binding */ unpackedRatio),
/* harmony export */   LO: () => (/* binding */ checkAnnotations),
/* harmony export */   NP: () => (/* binding */ policyProblems),
/* harmony export */   NR: () => (/* binding */ plannedEntries),
/* harmony export */   Nj: () => (/* binding */ unpackedFreely),
/* harmony export */   QN: () => (/* binding */ folderBytesKept),
/* harmony export */   R$: () => (/* binding */ checkAnnotationsAtOnce),
/* harmony export */   T1: () => (/* binding */ surveyedVersionBytes),
/* harmony export */   T8: () => (/* binding */ manifestBytes),
/* harmony export */   Vc: () => (/* binding */ closedIssues),
/* harmony export */   XQ: () => (/* binding */ teamsMessageBytes),
/* harmony export */   _j: () => (/* binding */ surveyedBranches),
/* harmony export */   _x: () => (/* binding */ answerBytes),
/* harmony export */   cn: () => (/* binding */ totalAddedCharactersLimit),
/* harmony export */   d3: () => (/* binding */ mostRedirects),
/* harmony export */   dV: () => (/* binding */ outputNameLength),
/* harmony export */   dy: () => (/* binding */ unpackedBytes),
/* harmony export */   eQ: () => (/* binding */ downloadBytes),
/* harmony export */   i1: () => (/* binding */ textsBytes),
/* harmony export */   kf: () => (/* binding */ folderFiles),
/* harmony export */   oN: () => (/* binding */ addedCharactersLimit),
/* harmony export */   pG: () => (/* binding */ sizeWords),
/* harmony export */   pk: () => (/* binding */ checkSummaryLength),
/* harmony export */   q5: () => (/* binding */ archivePathLength),
/* harmony export */   qc: () => (/* binding */ archiveBytes),
/* harmony export */   s1: () => (/* binding */ listedPages),
/* harmony export */   t2: () => (/* binding */ stateBytes),
/* harmony export */   xX: () => (/* binding */ stateDepth),
/* harmony export */   xt: () => (/* binding */ archiveEntries),
/* harmony export */   yO: () => (/* binding */ listedEntries),
/* harmony export */   zR: () => (/* binding */ depthLimit)
/* harmony export */ });
/* harmony import */ var _text_grouped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51602);

const mebibyte = 1024 ** 2;
const manifestBytes = 16 * mebibyte;
const fileCopyBytes = 8 * mebibyte;
const stateBytes = 64 * mebibyte;
const stateDepth = 200;
const reportValues = 2_000_000;
const allReportsValues = 5_000_000;
const archiveBytes = 64 * mebibyte;
const mostSealedKeys = 100;
const listedEntries = 10_000;
const closedIssues = 1_000;
const checkSummaryLength = 65_535;
const checkAnnotationsAtOnce = 50;
const checkAnnotations = 1_000;
const answerBytes = 2 * mebibyte;
const textsBytes = 32 * mebibyte;
const taskAnswerBytes = 16 * mebibyte;
const downloadBytes = 10 * 1024 * mebibyte;
const folderFiles = 20_000;
const folderBytesKept = 1 * mebibyte;
const comparedDownloadBytes = 64 * mebibyte;
const unpackedBytes = 4 * 1024 * mebibyte;
const unpackedRatio = 200;
const unpackedFreely = 16 * mebibyte;
const archiveEntries = 10_000;
const archivePathLength = 1_000;
const listedPages = 500;
const mostRedirects = 5;
const webhookMessageBytes = 256 * 1024;
const teamsMessageBytes = 24 * 1024;
const outputNameLength = 1_000;
const depthLimit = 100;
const addedValuesLimit = 100_000;
const addedCharactersLimit = 16 * mebibyte;
const totalAddedValuesLimit = 5_000_000;
const totalAddedCharactersLimit = 128 * mebibyte;
const plannedEntries = 5_000;
const policyProblems = 200;
const policyMessageLength = 4_000;
const programLineLength = 16 * mebibyte;
const surveyedVersionBytes = 128 * mebibyte;
const surveyedBranches = 100;
function sizeWords(bytes) {
    if (bytes < mebibyte)
        return `${(0,_text_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(bytes)} bytes`;
    const mebibytes = bytes / mebibyte;
    return `${(0,_text_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(Number.isInteger(mebibytes) ? mebibytes : Math.ceil(mebibytes * 10) / 10)} MiB`;
}


/***/ }),

/***/ 51602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
function grouped(number) {
    const [whole = "", part] = String(number).split(".");
    const groups = [];
    for (let end = whole.length; end > 0; end -= 3)
        groups.unshift(whole.slice(Math.max(0, end - 3), end));
    return groups.join(",") + (part === undefined ? "" : `.${part}`);
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

/***/ 30824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ cachedFile),
/* harmony export */   Z: () => (/* binding */ folderPrefix)
/* harmony export */ });
const cachedFile = "state.json";
const folderPrefix = "opus-cache-";


/***/ }),

/***/ 99605:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runCacheWorker: () => (/* binding */ runCacheWorker)
});

var external_node_path_ = __webpack_require__(76760);
var external_node_stream_ = __webpack_require__(57075);
var external_node_diagnostics_channel_ = __webpack_require__(53053);
var size_limits = __webpack_require__(44608);
var timing = __webpack_require__(40432);
var no_answer = __webpack_require__(80632);
;// CONCATENATED MODULE: ./src/github/cache/cache-guard.ts




function guardAnswers(refuse) {
    (0,external_node_diagnostics_channel_.subscribe)("http.client.request.start", (message) => {
        const { request } = message;
        const { protocol, host, method, path } = request;
        const refuseLasting = (why, address) => {
            if (why?.lasting)
                refuse({ refused: "no-answer", address, why });
        };
        request.once("error", (error) => refuseLasting((0,no_answer/* noAnswer */.q)(error), `${protocol}//${host}`));
        if (method === "CONNECT")
            request.once("connect", ({ statusCode = 0 }) => {
                if (statusCode !== 200)
                    refuseLasting((0,no_answer/* refusedByProxy */.S)(statusCode), `https://${path.replace(/:443$/, "")}`);
            });
    });
    (0,external_node_diagnostics_channel_.subscribe)("http.client.response.finish", (message) => {
        const { request, response } = message;
        const withToken = request.hasHeader("authorization");
        const elsewhere = withToken ? redirectElsewhere(request, response) : undefined;
        if (elsewhere !== undefined) {
            delete response.headers.location;
            refuse({ refused: "redirect", to: elsewhere });
        }
        const { statusCode: status = 0, headers } = response;
        if (withToken && isNoService(response))
            refuse({ refused: "no-service", status });
        else if (withToken && isForeign(response))
            refuse({ refused: "foreign", status, type: String(headers["content-type"] ?? "nothing") });
        watchSize(response, withToken ? size_limits/* answerBytes */._x : size_limits/* archiveBytes */.qc, (bytes) => refuse({ refused: "size", of: withToken ? "answer" : "archive", ...(bytes === undefined ? {} : { bytes }) }));
    });
}
function isNoService({ statusCode = 0, headers }) {
    return noSuchPage.has(statusCode) && !/\bjson\b/i.test(headers["content-type"] ?? "");
}
function isForeign({ statusCode = 0, headers }) {
    const passing = statusCode >= 500 || statusCode === 408 || statusCode === 429;
    const redirected = statusCode >= 300 && statusCode < 400;
    return !passing && !redirected && statusCode !== 401 && !/\bjson\b/i.test(headers["content-type"] ?? "");
}
const noSuchPage = new Set([404, 405, 501]);
function redirectElsewhere(request, { statusCode = 0, headers }) {
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined)
        return undefined;
    const asked = URL.parse(`${request.protocol}//${request.getHeader("host")}`);
    const next = URL.parse(headers.location, asked?.href);
    if (asked === null || next === null)
        return "an address that can't be read";
    return next.origin === asked.origin ? undefined : next.origin;
}
function watchSize(response, most, refuse) {
    const said = Number(response.headers["content-length"] ?? Number.NaN);
    if (said > most) {
        response.destroy();
        refuse(said);
        return;
    }
    const { socket } = response;
    const before = socket.bytesRead;
    const timer = setInterval(() => {
        if (socket.bytesRead - before <= most)
            return;
        response.destroy();
        refuse(undefined);
    }, timing/* cacheGuardMs */.q3).unref();
    response.once("close", () => clearInterval(timer));
}

var cache_request = __webpack_require__(30824);
;// CONCATENATED MODULE: ./src/github/cache/cache-worker.ts




async function runCacheWorker(argument, removeTree) {
    const request = JSON.parse(argument);
    process.once("disconnect", () => {
        if ((0,external_node_path_.basename)(request.folder).startsWith(cache_request/* folderPrefix */.Z))
            removeTree(request.folder);
        process.kill(-process.pid, "SIGKILL");
    });
    guardAnswers((why) => process.send?.(why));
    if (request.traced) {
        const { traceRequests } = await __webpack_require__.e(/* import() */ 7008).then(__webpack_require__.bind(__webpack_require__, 87008));
        traceRequests((traced) => process.send?.({ traced }));
    }
    const { callCache } = await Promise.all(/* import() */[__webpack_require__.e(7706), __webpack_require__.e(4417)]).then(__webpack_require__.bind(__webpack_require__, 64417));
    const answer = await callCache(request);
    await Promise.all([process.stdout, process.stderr].map(flushed));
    process.send?.(answer);
}
function flushed(stream) {
    stream.write("\n");
    return new Promise((done) => external_node_stream_.Writable.prototype.write.call(stream, "", "utf8", () => done()));
}


/***/ })

};
