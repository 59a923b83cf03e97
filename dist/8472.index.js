export const id = 8472;
export const ids = [8472];
export const modules = {

/***/ 47281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure)
/* harmony export */ });
/* harmony import */ var _task_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23283);

class HttpFailure extends _task_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskFailure */ .E {
    sent;
    refused;
    constructor(message, sent, options = {}) {
        super(message, { ...options, untouched: sent === "nothing" });
        this.name = "HttpFailure";
        this.sent = sent;
        this.refused = options.refused ?? false;
    }
}


/***/ }),

/***/ 22371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ timeWords)
/* harmony export */ });
function timeWords(ms) {
    if (ms < 1_000)
        return `${Math.max(0, Math.round(ms))} ms`;
    if (ms < 10_000)
        return `${Number((ms / 1_000).toFixed(1))} s`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    if (minutes < 60)
        return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}


/***/ }),

/***/ 61001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QU: () => (/* binding */ AllowedHosts),
/* harmony export */   XG: () => (/* binding */ notInternet),
/* harmony export */   fB: () => (/* binding */ refusedByName),
/* harmony export */   n0: () => (/* binding */ bareHost),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7487);


const reservedBlocks = [
    ["0.0.0.0", 8, "an address of this machine"],
    ["10.0.0.0", 8, "a private address"],
    ["100.64.0.0", 10, "a private address (shared by carriers and clouds)"],
    ["127.0.0.0", 8, "a loopback address"],
    ["169.254.0.0", 16, "a link-local address"],
    ["172.16.0.0", 12, "a private address"],
    ["192.0.0.0", 24, "a reserved address"],
    ["192.0.2.0", 24, "a reserved address"],
    ["192.88.99.0", 24, "a reserved address"],
    ["192.168.0.0", 16, "a private address"],
    ["198.18.0.0", 15, "a reserved address"],
    ["198.51.100.0", 24, "a reserved address"],
    ["203.0.113.0", 24, "a reserved address"],
    ["224.0.0.0", 4, "a multicast address"],
    ["240.0.0.0", 4, "a reserved address"],
    ["168.63.129.16", 32, "an address of the cloud's own"],
];
const internet = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
internet.addSubnet("2000::", 3, "ipv6");
const special = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
for (const [prefix, length] of [
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
])
    special.addSubnet(prefix, length, "ipv6");
const reserved = reservedBlocks.map(([address, length, what]) => {
    const block = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    block.addSubnet(address, length, "ipv4");
    return { block, what };
});
function notInternet(address) {
    const [bare = ""] = address.split("%");
    if (!(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(bare))
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bare) === 4 ? reserved.find(({ block }) => block.check(bare, "ipv4"))?.what : "not an address";
    if (internet.check(bare, "ipv6") && !special.check(bare, "ipv6"))
        return undefined;
    return isLoopback6(bare) ? "a loopback address" : "a private, link-local or reserved address";
}
function isLoopback6(address) {
    const one = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    one.addAddress("::1", "ipv6");
    one.addSubnet("127.0.0.0", 8, "ipv4");
    return one.check(address, "ipv6");
}
function withoutBrackets(host) {
    return host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
}
function bareHost(hostname) {
    return (0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutEnd */ .M)(withoutBrackets(hostname.toLowerCase()), ".");
}
function refusedByName(hostname) {
    const host = bareHost(hostname);
    if (host === "")
        return "no host";
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host.split("%")[0] ?? "") !== 0)
        return notInternet(host);
    return host === "localhost" || host.endsWith(".localhost") ? "a name of this machine" : undefined;
}
class AllowedHosts {
    #hosts;
    constructor(allow) {
        this.#hosts = allow.flatMap(readAllowed);
    }
    has(url) {
        const host = bareHost(url.hostname);
        const port = url.port || (url.protocol === "https:" ? "443" : "80");
        return this.#hosts.some((allowed) => (allowed.port === undefined || allowed.port === port) &&
            (allowed.below ? host.endsWith(`.${allowed.host}`) : host === allowed.host));
    }
}
function readAllowed(entry) {
    const [, star, name = "", port] = /^(\*\.)?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
    const host = URL.parse(`http://${name}`)?.hostname;
    return host ? [{ host: bareHost(host), below: star !== undefined, port }] : [];
}


/***/ }),

/***/ 68472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  HttpClient: () => (/* binding */ HttpClient)
});

var external_node_dns_ = __webpack_require__(40610);
var external_node_net_ = __webpack_require__(77030);
var api_connect = __webpack_require__(34660);
var api_connect_default = /*#__PURE__*/__webpack_require__.n(api_connect);
var api_request = __webpack_require__(14043);
var api_request_default = /*#__PURE__*/__webpack_require__.n(api_request);
var agent = __webpack_require__(57405);
var agent_default = /*#__PURE__*/__webpack_require__.n(agent);
var dispatcher = __webpack_require__(30883);
var dispatcher_default = /*#__PURE__*/__webpack_require__.n(dispatcher);
var env_http_proxy_agent = __webpack_require__(53137);
var env_http_proxy_agent_default = /*#__PURE__*/__webpack_require__.n(env_http_proxy_agent);
var size_limits = __webpack_require__(44608);
var timing = __webpack_require__(40432);
var http = __webpack_require__(47281);
var trace = __webpack_require__(69808);
var address_guard = __webpack_require__(61001);
;// CONCATENATED MODULE: ./src/node/http/failed-exchange.ts


class NotConnected extends Error {
    constructor(cause) {
        super(cause.message, { cause });
        this.name = "NotConnected";
    }
}
const unsent = new Set([
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
]);
function asFailure(host, error) {
    const thrown = error;
    const thrownWithin = thrown instanceof NotConnected ? thrown.cause : thrown;
    if (thrownWithin instanceof http/* HttpFailure */.H)
        return thrownWithin;
    const { code = "" } = thrownWithin;
    const [, byProxy] = /^Proxy response \((\d+)\)/.exec(thrownWithin.message) ?? [];
    if (byProxy !== undefined)
        return refusedByProxy(host, byProxy);
    const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
    const sent = thrown instanceof NotConnected || untrusted || unsent.has(code) ? "nothing" : "unclear";
    return new http/* HttpFailure */.H(`${host} gave no answer: ${thrownWithin.message || code}`, sent, {
        ...(untrusted || /^ERR_TLS|^ERR_SSL/.test(code)
            ? { hint: "Its certificate is not taken. `NODE_EXTRA_CA_CERTS` names a file with further ones." }
            : {}),
    });
}
function refusedByProxy(host, status) {
    return new http/* HttpFailure */.H(`${host} was not reached: the proxy answered ${status}`, "nothing", {
        ...(status.startsWith("4")
            ? { hint: "Look at the proxy that `HTTPS_PROXY` or `HTTP_PROXY` names, and at its user and password." }
            : {}),
    });
}
function cutOff({ host }, error) {
    const { code, message } = error;
    if (code === "UND_ERR_BODY_TIMEOUT")
        return new http/* HttpFailure */.H(`${host} sent nothing for ${Math.round(timing/* httpAnswerMs */.Fn / 1_000)} s`, "unclear");
    return new http/* HttpFailure */.H(`the answer of ${host} was cut off: ${message || code}`, "unclear");
}

;// CONCATENATED MODULE: ./src/node/http/fetch-progress.ts

class FetchProgress {
    #what;
    #clock;
    #total;
    #bytes;
    #toldAt;
    constructor(what, { headers }, clock) {
        this.#what = what;
        this.#clock = clock;
        const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers["content-range"] ?? "") ?? [];
        const length = headers["content-length"];
        this.#bytes = Number(from ?? 0);
        this.#total = total === undefined && length === undefined ? undefined : Number(total ?? length);
        this.#toldAt = clock.now();
    }
    add(bytes) {
        this.#bytes += bytes;
        const now = this.#clock.now();
        if (now - this.#toldAt < timing/* httpNoticeMs */.fV)
            return undefined;
        this.#toldAt = now;
        const of = this.#total === undefined ? "" : ` of ${megabytes(this.#total)}`;
        return `fetching ${this.#what}: ${megabytes(this.#bytes)}${of} MB`;
    }
}
function megabytes(bytes) {
    const value = bytes / 1e6;
    return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

var connect = __webpack_require__(59136);
var connect_default = /*#__PURE__*/__webpack_require__.n(connect);
var line_ends = __webpack_require__(7487);
;// CONCATENATED MODULE: ./src/node/http/refusal.ts



function refusal(url, address, what) {
    const host = (0,address_guard/* bareHost */.n0)(url.hostname);
    const named = address === host ? `\`${host}\` is ${what}` : `\`${host}\` leads to ${address}, ${what}`;
    return notAsked(url, named);
}
function notSecure(url) {
    return notAsked(url, `\`http://${url.host}\` is not https`);
}
function refusedWhereLed(from, error) {
    if (!(error instanceof http/* HttpFailure */.H) || !error.refused)
        return error;
    return new http/* HttpFailure */.H(`${from.host} leads elsewhere; ${error.message}`, error.sent, {
        refused: true,
        hint: "It is the server that names this address: find out why. Only if that is right, allow its host in the Project, under `spec.http.allow`.",
    });
}
function notAsked(url, why) {
    const entry = `${(0,line_ends/* withoutEnd */.M)(url.hostname, ".")}${url.port === "" ? "" : `:${url.port}`}`;
    return new http/* HttpFailure */.H(`not asked: ${why}`, "nothing", {
        refused: true,
        hint: `If it is meant, allow it in the Project: \`spec: {http: {allow: ["${entry}"]}}\`.`,
    });
}

;// CONCATENATED MODULE: ./src/node/http/guarded-connect.ts






function guardedConnector(allowed, resolve) {
    const connectTls = connect_default()({ timeout: timing/* httpConnectMs */.T$ });
    return (options, callback) => {
        const url = new URL(`${options.protocol}//${options.host ?? options.hostname}`);
        const port = Number(options.port || (options.protocol === "https:" ? 443 : 80));
        openSocket({ url, host: options.hostname, port }, allowed, resolve, (error, socket) => {
            if (error)
                void callback(error, null);
            else if (options.protocol === "https:") {
                connectTls({ ...options, httpSocket: socket }, (failed, secure) => failed === null ? callback(null, secure) : void callback(new NotConnected(failed), null));
            }
            else
                callback(null, socket);
        });
    };
}
function openSocket({ url, host, port }, allowed, resolve, done) {
    const free = allowed.has(url);
    const fail = (error) => done(new NotConnected(error), undefined);
    const byName = free ? undefined : (0,address_guard/* refusedByName */.fB)(url.hostname);
    if (byName !== undefined) {
        fail(refusal(url, (0,address_guard/* withoutBrackets */.o4)(url.hostname), byName));
        return undefined;
    }
    const socket = (0,external_node_net_.connect)({
        host: (0,address_guard/* withoutBrackets */.o4)(host),
        port,
        noDelay: true,
        keepAlive: true,
        autoSelectFamily: true,
        ...(free ? {} : { lookup: publicOnly(url, resolve) }),
    });
    const giveUp = setTimeout(() => socket.destroy(new Error("no connection came about in time")), timing/* httpConnectMs */.T$);
    const connected = () => clearTimeout(giveUp);
    socket.once("close", connected);
    socket.once("error", fail);
    socket.once("connect", () => {
        connected();
        socket.off("close", connected);
        socket.off("error", fail);
        const refused = free ? undefined : refusedSocket(url, socket);
        if (refused) {
            socket.on("error", () => { });
            socket.destroy();
            fail(refused);
        }
        else
            done(null, socket);
    });
    return socket;
}
function reach(url, port, allowed, resolve, signal) {
    return new Promise((done, fail) => {
        signal.throwIfAborted();
        const stop = () => {
            socket?.destroy();
            fail(signal.reason);
        };
        signal.addEventListener("abort", stop, { once: true });
        const socket = openSocket({ url, host: url.hostname, port }, allowed, resolve, (error, opened) => {
            signal.removeEventListener("abort", stop);
            opened?.destroy();
            if (error)
                fail(error);
            else
                done();
        });
    });
}
function refusedSocket(url, { remoteAddress }) {
    const address = remoteAddress ?? "";
    const what = (0,address_guard/* notInternet */.XG)(withoutMapping(address));
    return what === undefined ? undefined : refusal(url, address, what);
}
function publicOnly(url, resolve) {
    return (name, { all, hints }, callback) => {
        resolve(name, { all: true, hints }, (error, addresses) => {
            if (error) {
                callback(error, []);
                return;
            }
            const fine = addresses.filter(({ address }) => (0,address_guard/* notInternet */.XG)(withoutMapping(address)) === undefined);
            const [first] = fine;
            const [other] = addresses;
            if (first) {
                if (all)
                    callback(null, fine);
                else
                    callback(null, first.address, first.family);
            }
            else
                callback(refusal(url, other?.address ?? name, (0,address_guard/* notInternet */.XG)(other?.address ?? "") ?? "no address"), []);
        });
    };
}
function withoutMapping(address) {
    return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

var grouped = __webpack_require__(51602);
;// CONCATENATED MODULE: ./src/node/http/host-gate.ts


const usualConcurrent = 4;
class HostGate {
    #host;
    #clock;
    #waiting = [];
    #limits = {};
    #active = 0;
    #nextAt = 0;
    #waker;
    #closedUntil = Number.NEGATIVE_INFINITY;
    #toldAt = Number.NEGATIVE_INFINITY;
    #pacedAt = Number.NEGATIVE_INFINITY;
    #passed = 0;
    constructor(host, clock) {
        this.#host = host;
        this.#clock = clock;
    }
    async enter(limits, caller) {
        if (limits)
            this.#take(limits);
        caller.signal.throwIfAborted();
        if (this.#waiting.length > 0 || !this.#isOpen(this.#clock.now()))
            await this.#turn(caller);
        else
            this.#pass();
        let left = false;
        return () => {
            if (left)
                return;
            left = true;
            this.#active--;
            this.#next();
        };
    }
    close(ms) {
        this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + ms);
        this.#nextAt = Math.max(this.#nextAt, this.#closedUntil);
    }
    #take({ concurrent, perSecond }) {
        const { concurrent: most = concurrent, perSecond: quickest = perSecond } = this.#limits;
        this.#limits = {
            ...(concurrent === undefined || most === undefined
                ? most === undefined
                    ? {}
                    : { concurrent: most }
                : { concurrent: Math.min(concurrent, most) }),
            ...(perSecond === undefined || quickest === undefined
                ? quickest === undefined
                    ? {}
                    : { perSecond: quickest }
                : { perSecond: Math.min(perSecond, quickest) }),
        };
    }
    #isOpen(now) {
        return this.#active < (this.#limits.concurrent ?? usualConcurrent) && now >= this.#nextAt;
    }
    #pass() {
        this.#active++;
        this.#passed++;
        const { perSecond } = this.#limits;
        if (perSecond !== undefined)
            this.#nextAt = Math.max(this.#nextAt, this.#clock.now()) + 1_000 / perSecond;
    }
    async #turn(caller) {
        const goOn = caller.patience.pause();
        try {
            await new Promise((resolve, reject) => {
                const stop = () => {
                    this.#waiting.splice(this.#waiting.indexOf(enter), 1);
                    if (this.#waiting.length === 0)
                        this.#waker?.abort("nobody waits");
                    reject(caller.signal.reason);
                };
                const enter = () => {
                    caller.signal.removeEventListener("abort", stop);
                    this.#pass();
                    resolve();
                };
                this.#waiting.push(enter);
                caller.signal.addEventListener("abort", stop, { once: true });
                this.#tell(caller);
                this.#next();
            });
        }
        finally {
            goOn();
        }
    }
    #next() {
        let now = this.#clock.now();
        while (this.#waiting.length > 0 && this.#isOpen(now)) {
            this.#waiting.shift()?.();
            now = this.#clock.now();
        }
        const ms = this.#nextAt - now;
        if (this.#waiting.length === 0 || ms <= 0)
            return;
        this.#waker?.abort("another time");
        const waker = new AbortController();
        this.#waker = waker;
        this.#clock.sleep(ms, waker.signal).then(() => this.#next(), () => { });
    }
    #tell(caller) {
        const now = this.#clock.now();
        const { perSecond } = this.#limits;
        const [host, requests, waiting] = [this.#host, this.#passed, this.#waiting.length];
        if (perSecond !== undefined && now - this.#pacedAt >= timing/* httpPacedMs */.y9) {
            this.#pacedAt = now;
            caller.paced?.({ host, perSecond, requests, waiting });
        }
        const closed = this.#closedUntil - now;
        if (closed < timing/* httpNoticeMs */.fV || now - this.#toldAt < timing/* httpNoticeMs */.fV)
            return;
        this.#toldAt = now;
        const count = waiting === 1 ? "1 request waits" : `${waiting} requests wait`;
        caller.tell(`${host}: ${count}; about ${(0,grouped/* grouped */.z)(Math.ceil(closed / 1_000))} s`);
    }
}

;// CONCATENATED MODULE: ./src/node/http/retry-rules.ts

const mostTries = 4;
function isRepeatable({ method, repeatable }) {
    return repeatable ?? !["POST", "PATCH"].includes(method.toUpperCase());
}
function afterAnswer(request, answer, tries, waitedMs, time) {
    const asked = askedWait(answer, time);
    const passing = isPassing(request, answer, asked);
    if (!passing)
        return { what: "take" };
    if (asked !== undefined) {
        const ms = Math.max(asked, timing/* httpRetryMs */.lI);
        if (request.repeatable === false && answer.status >= 500)
            return { what: "take", ...(ms <= timing/* httpPatienceMs */.MQ ? { leaveAloneMs: ms } : {}) };
        return waitedMs + ms > timing/* httpPatienceMs */.MQ ? { what: "take" } : { what: "again", ms, asked: true };
    }
    if (!isRepeatable(request) || tries >= mostTries)
        return { what: "take" };
    return { what: "again", ms: backoff(tries), asked: false };
}
function backoff(tries) {
    return Math.min(timing/* httpRetryMs */.lI * 2 ** (tries - 1), timing/* httpLongestRetryMs */.BI) * (0.75 + Math.random() / 2);
}
function isPassing({ retryOn = [] }, answer, asked) {
    const { status } = answer;
    if ([408, 425, 429].includes(status) || retryOn.includes(status))
        return true;
    if (status === 403)
        return asked !== undefined;
    return status >= 500 && status !== 501 && status !== 505;
}
function askedWait({ status, headers }, time) {
    const after = headers["retry-after"]?.trim();
    if (after !== undefined && /^\d{1,9}$/.test(after))
        return Number(after) * 1_000;
    const at = after === undefined ? Number.NaN : Date.parse(after);
    if (!Number.isNaN(at))
        return Math.max(0, at - time);
    if ((status !== 403 && status !== 429) || headers["x-ratelimit-remaining"] !== "0")
        return undefined;
    const reset = headers["x-ratelimit-reset"] ?? "";
    if (!/^\d{1,10}$/.test(reset))
        return undefined;
    const seconds = Number(reset);
    return seconds > 1e9 ? Math.max(0, seconds * 1_000 - time) : seconds * 1_000;
}

var external_node_http_ = __webpack_require__(37067);
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/node/http/send.ts





const named = { "user-agent": "magnum-opus" };
async function send(url, { method, headers = {}, body }, dispatcher, signal) {
    const answer = await dispatcher.request({
        ...target(url),
        method: method,
        headers: { ...named, "accept-encoding": "gzip, deflate, br", ...lowerCase(headers) },
        body: body ?? null,
        signal,
        headersTimeout: timing/* httpAnswerMs */.Fn,
        bodyTimeout: timing/* httpAnswerMs */.Fn,
    });
    const bytes = await readBody(answer.body, url);
    const said = joined({ ...answer.headers, ...answer.trailers });
    const plain = await unpacked(bytes, said["content-encoding"], url);
    const name = external_node_http_.STATUS_CODES[answer.statusCode];
    return {
        status: answer.statusCode,
        ...(name === undefined ? {} : { statusName: name }),
        headers: said,
        text: plain.toString("utf8"),
        url: url.href,
    };
}
async function send_open(url, headers, dispatcher, signal, over) {
    const answer = await dispatcher.request({
        ...target(url),
        method: "GET",
        headers: { ...named, ...lowerCase(headers), "accept-encoding": "identity" },
        signal,
        headersTimeout: timing/* httpAnswerMs */.Fn,
        bodyTimeout: timing/* httpAnswerMs */.Fn,
    });
    answer.body.on("error", () => { });
    answer.body.once("close", over);
    return {
        status: answer.statusCode,
        headers: joined(answer.headers),
        url: url.href,
        body: answer.body,
        close: () => void answer.body.destroy(),
    };
}
function lowerCase(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
function target({ origin, pathname, search }) {
    return { origin, path: `${pathname}${search}` };
}
async function readBody(body, url) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of body) {
        bytes += piece.length;
        if (bytes > size_limits/* taskAnswerBytes */.Dt)
            throw tooLarge(url);
        pieces.push(piece);
    }
    return Buffer.concat(pieces);
}
const unpackers = {
    gzip: external_node_zlib_.gunzip,
    "x-gzip": external_node_zlib_.gunzip,
    deflate: external_node_zlib_.inflate,
    br: external_node_zlib_.brotliDecompress,
};
async function unpacked(bytes, encoding, url) {
    const name = (encoding ?? "identity").trim().toLowerCase();
    if (name === "identity" || name === "" || bytes.length === 0)
        return bytes;
    const unpack = Object.hasOwn(unpackers, name) ? unpackers[name] : undefined;
    if (!unpack)
        throw notTaken(url, `is packed in a way that was not asked for (${name})`);
    return new Promise((resolve, reject) => {
        unpack(bytes, { maxOutputLength: size_limits/* taskAnswerBytes */.Dt }, (error, plain) => {
            if (!error)
                resolve(plain);
            else
                reject(error.code === "ERR_BUFFER_TOO_LARGE"
                    ? tooLarge(url)
                    : notTaken(url, "can't be unpacked"));
        });
    });
}
function tooLarge(url) {
    return notTaken(url, `has more than ${(0,size_limits/* sizeWords */.pG)(size_limits/* taskAnswerBytes */.Dt)}, and no more is taken`);
}
function notTaken({ host }, why) {
    return new http/* HttpFailure */.H(`the answer of ${host} ${why}`, "unclear");
}
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name.toLowerCase(), typeof value === "string" ? value : value.join(", ")]]));
}

;// CONCATENATED MODULE: ./src/node/http/shared-values.ts

class Flight {
    value;
    begunAt;
    heldUntil;
    over = false;
    abandoned = false;
    #stop = new AbortController();
    #waiting = new Map();
    #holds = 0;
    constructor(begunAt, load) {
        this.begunAt = begunAt;
        this.value = load({ pause: () => this.#pause() }, this.#stop.signal);
    }
    async wait(caller) {
        if (this.over)
            return this.value;
        this.#waiting.set(caller, this.#holds > 0 ? caller.patience.pause() : undefined);
        let stop = () => { };
        try {
            const aborted = new Promise((_, reject) => {
                stop = () => reject(caller.signal.reason);
                caller.signal.addEventListener("abort", stop, { once: true });
                if (caller.signal.aborted)
                    stop();
            });
            return await Promise.race([this.value, aborted]);
        }
        finally {
            caller.signal.removeEventListener("abort", stop);
            this.#waiting.get(caller)?.();
            this.#waiting.delete(caller);
            if (this.#waiting.size === 0 && !this.over) {
                this.abandoned = true;
                this.#stop.abort(caller.signal.reason);
            }
        }
    }
    #pause() {
        if (this.#holds++ === 0)
            for (const caller of this.#waiting.keys())
                this.#waiting.set(caller, caller.patience.pause());
        return () => {
            if (--this.#holds > 0)
                return;
            for (const [caller, goOn] of this.#waiting) {
                goOn?.();
                this.#waiting.set(caller, undefined);
            }
        };
    }
}
class SharedValues {
    #clock;
    #flights = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    get(key, load, caller, fresh) {
        const now = this.#clock.now();
        const known = this.#flights.get(key);
        const stale = known?.heldUntil !== undefined && known.heldUntil <= now;
        const flight = known && !known.abandoned && !stale && !(fresh && known.begunAt < now) ? known : this.#start(key, load, now);
        return flight.wait(caller);
    }
    drop(key) {
        this.#flights.delete(key);
    }
    #start(key, load, now) {
        const flight = new Flight(now, load);
        this.#flights.set(key, flight);
        flight.value.then(() => {
            flight.over = true;
        }, () => {
            flight.over = true;
            flight.heldUntil = this.#clock.now() + timing/* httpFailedLoadMs */.zz;
        });
        return flight;
    }
}

var time_words = __webpack_require__(22371);
;// CONCATENATED MODULE: ./src/node/http/time-box.ts


async function within(ms, what, { clock, signal }, work) {
    if (ms === undefined)
        return work(signal);
    const bound = new AbortController();
    const stop = () => bound.abort(signal.reason);
    if (signal.aborted)
        stop();
    signal.addEventListener("abort", stop, { once: true });
    const over = new http/* HttpFailure */.H(`${what} gave no answer within ${(0,time_words/* timeWords */.r)(ms)}`, "unclear");
    const ended = new AbortController();
    clock.sleep(ms, ended.signal).then(() => bound.abort(over), () => { });
    try {
        return await work(bound.signal);
    }
    catch (error) {
        throw bound.signal.reason === over ? over : error;
    }
    finally {
        ended.abort("ended");
        signal.removeEventListener("abort", stop);
    }
}

var shown_url = __webpack_require__(57849);
;// CONCATENATED MODULE: ./src/node/http/trace-request.ts


function traceAnswer({ task }, method, url, tries, took, answer, error) {
    (0,trace/* trace */.uP)(() => {
        const again = tries > 1 ? `, try ${tries}` : "";
        const outcome = answer ? `${answer.status}` : `no answer (${error})`;
        return `http: task "${task}": ${method} ${(0,shown_url/* shownAddress */.Uk)(url.href)}: ${outcome} in ${took}${again}${answer ? limitWords(answer) : ""}`;
    });
}
function limitWords({ headers }) {
    const left = headers["x-ratelimit-remaining"] ?? headers["ratelimit-remaining"];
    const after = headers["retry-after"];
    return `${left === undefined ? "" : `, ${left} requests left`}${after === undefined ? "" : `, retry after ${after}`}`;
}

;// CONCATENATED MODULE: ./src/node/http/http-client.ts






















Object.assign((dispatcher_default()).prototype, { connect: (api_connect_default()), request: (api_request_default()) });
class HttpClient {
    #options;
    #allowed;
    #resolve;
    #dispatcher;
    #gates = new Map();
    #shared;
    constructor(options) {
        this.#options = options;
        this.#allowed = new address_guard/* AllowedHosts */.QU(options.allow);
        this.#shared = new SharedValues(options.clock);
        this.#resolve = options.resolve ?? external_node_dns_.lookup;
        const connect = guardedConnector(this.#allowed, this.#resolve);
        const [http, https] = [options.proxyFor("http://host/"), options.proxyFor("https://host/")];
        this.#dispatcher =
            http === undefined && https === undefined
                ? new (agent_default())({ connect })
                : new (env_http_proxy_agent_default())({
                    connect,
                    noProxy: options.noProxy,
                    ...(http === undefined ? {} : { httpProxy: http }),
                    ...(https === undefined ? {} : { httpsProxy: https }),
                });
    }
    bind(call) {
        const { clock } = this.#options;
        return {
            request: (request) => within(request.withinMs, hostOf(request.url), { clock, signal: call.signal }, (signal) => this.#request(request, { ...call, signal })),
            fetch: (request, take) => this.#fetch(request, take, call),
            reach: (host, port, withinMs) => within(withinMs, placeOf(host, port), { clock, signal: call.signal }, (signal) => this.#reach(host, port, signal)),
            shared: (key, load, fresh = false) => this.#shared.get(key, (patience, signal) => load(this.bind({ ...call, signal, patience })), call, fresh),
            drop: (key) => this.#shared.drop(key),
            hide: (secret) => call.hide(secret),
            pause: (ms) => clock.sleep(ms, call.signal),
            now: () => clock.now(),
        };
    }
    #request(request, caller) {
        return this.#follow(request, caller, async (url, one, leave) => {
            try {
                return await send(url, one, this.#dispatcher, caller.signal);
            }
            finally {
                leave();
            }
        });
    }
    async #fetch(request, take, caller) {
        const answer = await this.#follow({ ...request, method: "GET" }, caller, (url, { headers = {} }, leave) => send_open(url, headers, this.#dispatcher, caller.signal, leave));
        try {
            const { status, headers, url } = answer;
            return await take({ status, headers, url, pieces: this.#pieces(answer, request, caller) });
        }
        finally {
            answer.close();
        }
    }
    async *#pieces(answer, { what }, caller) {
        const progress = what === undefined ? undefined : new FetchProgress(what, answer, this.#options.clock);
        try {
            for await (const piece of answer.body) {
                const text = progress?.add(piece.length);
                if (text !== undefined)
                    caller.tell(text);
                yield piece;
            }
        }
        catch (error) {
            caller.signal.throwIfAborted();
            throw cutOff(new URL(answer.url), error);
        }
    }
    async #follow(request, caller, exchange) {
        let url = this.#address(request.url, request.secure);
        let current = request;
        let from = url;
        for (let redirects = 0;; redirects++) {
            const answer = await this.#patiently(url, { ...request, ...current }, caller, exchange).catch((error) => {
                throw redirects === 0 ? error : refusedWhereLed(from, error);
            });
            const { location } = answer.headers;
            const leads = request.follow !== false && [301, 302, 303, 307, 308].includes(answer.status);
            if (!leads || location === undefined)
                return answer;
            from = url;
            const next = this.#next(url, current, answer, request.secure);
            if (next === undefined)
                return answer;
            answer.close?.();
            if (redirects === size_limits/* mostRedirects */.d3)
                throw new http/* HttpFailure */.H(`${url.host} led to another address ${size_limits/* mostRedirects */.d3 + 1} times in a row`, "unclear");
            [url, current] = next;
        }
    }
    async #reach(host, port, signal) {
        if (!/^[\w.-]+$/.test(host) && !(0,external_node_net_.isIPv6)(host))
            throw new http/* HttpFailure */.H(`\`${host.slice(0, 200)}\` is not a host`, "nothing", { refused: true });
        const place = placeOf(host, port);
        const url = this.#address(`http://${place}`);
        const took = (0,trace/* stopwatch */.sX)();
        try {
            await reach(url, port, this.#allowed, this.#resolve, signal);
            (0,trace/* trace */.uP)(() => `tcp: ${place}: connected in ${took()}`);
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            const failed = asFailure(place, error);
            (0,trace/* trace */.uP)(() => `tcp: ${place}: no connection (${failed.message}) in ${took()}`);
            throw failed;
        }
    }
    #address(text, secure = false) {
        const url = URL.parse(text);
        if (!url)
            throw new http/* HttpFailure */.H(`\`${text.slice(0, 200)}\` is not an address`, "nothing", { refused: true });
        if (url.protocol !== "http:" && url.protocol !== "https:")
            throw new http/* HttpFailure */.H(`not asked: \`${url.protocol}\` is neither http nor https`, "nothing", { refused: true });
        if (url.username !== "" || url.password !== "")
            throw new http/* HttpFailure */.H(`not asked: the address of ${url.host} has a user or password in it`, "nothing", {
                hint: "Give credentials in `auth`.",
                refused: true,
            });
        url.hash = "";
        if (secure && url.protocol === "http:" && !this.#allowed.has(url))
            throw notSecure(url);
        const refused = this.#allowed.has(url) ? undefined : (0,address_guard/* refusedByName */.fB)(url.hostname);
        if (refused !== undefined)
            throw refusal(url, (0,address_guard/* bareHost */.n0)(url.hostname), refused);
        return url;
    }
    #next(from, current, { status, headers: { location = "" } }, secure) {
        const to = URL.parse(location, from.href);
        if (!to)
            throw new http/* HttpFailure */.H(`${from.host} leads to an address that can't be read (${status})`, "unclear");
        const reads = ["GET", "HEAD"].includes(current.method.toUpperCase());
        const same = to.origin === from.origin;
        if (!reads && (!same || status < 307))
            return undefined;
        if (from.protocol === "https:" && to.protocol === "http:")
            throw new http/* HttpFailure */.H(`${from.host} leads from https to http, which is not followed`, "unclear");
        const url = this.#ledTo(from, to, secure);
        if (same)
            return [url, current];
        const accept = current.headers?.accept;
        return [url, { method: current.method, headers: accept === undefined ? {} : { accept } }];
    }
    #ledTo(from, to, secure) {
        try {
            return this.#address(to.href, secure);
        }
        catch (error) {
            throw refusedWhereLed(from, error);
        }
    }
    async #patiently(url, request, caller, exchange) {
        const { clock } = this.#options;
        const gate = this.#gate(url);
        let waitedMs = 0;
        for (let tries = 1;; tries++) {
            const given = await this.#once(url, request, gate, tries, caller, exchange);
            if (given instanceof http/* HttpFailure */.H) {
                const again = !request.once && tries < mostTries && !isFinal(given) && (given.sent === "nothing" || isRepeatable(request));
                if (!again)
                    throw given;
                await clock.sleep(backoff(tries), caller.signal);
                continue;
            }
            if (request.once)
                return given;
            const after = afterAnswer(request, given, tries, waitedMs, Date.now());
            if (after.what === "take") {
                if (after.leaveAloneMs !== undefined)
                    gate.close(after.leaveAloneMs);
                return given;
            }
            given.close?.();
            const { ms, asked } = after;
            if (asked) {
                waitedMs += ms;
                gate.close(ms);
                if (ms >= timing/* httpNoticeMs */.fV)
                    caller.tell(`${url.host} answered ${given.status} and asks to wait ${Math.ceil(ms / 1_000)} s`);
            }
            else
                await clock.sleep(ms, caller.signal);
        }
    }
    async #once(url, request, gate, tries, caller, exchange) {
        const leave = await gate.enter(request.limits, caller);
        const took = (0,trace/* stopwatch */.sX)();
        try {
            const answer = await exchange(url, request, leave);
            traceAnswer(caller, request.method, url, tries, took(), answer, "");
            return answer;
        }
        catch (error) {
            leave();
            if (caller.signal.aborted)
                throw error;
            const failed = asFailure(url.host, error);
            traceAnswer(caller, request.method, url, tries, took(), undefined, failed.message);
            return failed;
        }
    }
    #gate(url) {
        const known = this.#gates.get(url.host);
        if (known)
            return known;
        const gate = new HostGate(url.host, this.#options.clock);
        this.#gates.set(url.host, gate);
        return gate;
    }
}
function isFinal({ hint }) {
    return hint !== undefined;
}
function hostOf(address) {
    return URL.parse(address)?.host ?? "the server";
}
function placeOf(host, port) {
    return `${(0,external_node_net_.isIPv6)(host) ? `[${host}]` : host}:${port}`;
}


/***/ })

};
