export const id = 9297;
export const ids = [9297];
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

/***/ 34865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ itemPath),
/* harmony export */   S_: () => (/* binding */ lastPart),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7487);
/* harmony import */ var _pointers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72035);


function addressOf({ baseUrl, query: always = {} }, path, query = {}) {
    const url = new URL((0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .M)(baseUrl, "/") + path);
    for (const [name, value] of Object.entries({ ...always, ...query }))
        url.searchParams.set(name, String(value));
    return url.href;
}
function itemPath(fields, id, template = fields.item ?? "{path}/{id}") {
    let why;
    const path = template.replace(/\{([^{}]*)\}/g, (_, name) => {
        if (name === "path")
            return fields.path;
        const value = name === "id" ? id : (0,_pointers_js__WEBPACK_IMPORTED_MODULE_1__.at)(fields.body, name);
        const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
        if (text === "" || text === "." || text === "..")
            why =
                name === "id"
                    ? `"${text}" can't be an id: it has a meaning of its own in a path`
                    : `${name} of the body is no part of a path`;
        return encodeURIComponent(text);
    });
    return why === undefined ? path : { why };
}
function lastPart(address) {
    const path = (0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .M)(URL.parse(address, "http://host/")?.pathname ?? "", "/");
    const last = path.slice(path.lastIndexOf("/") + 1);
    try {
        return last === "" ? undefined : decodeURIComponent(last);
    }
    catch {
        return last;
    }
}


/***/ }),

/***/ 76551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  BT: () => (/* binding */ idOfAnswer),
  Br: () => (/* binding */ idOfThing),
  FP: () => (/* binding */ idText),
  $L: () => (/* binding */ isDone),
  Qh: () => (/* binding */ isMarkedAbsent),
  O2: () => (/* binding */ notJson),
  JN: () => (/* binding */ readAnswer),
  ah: () => (/* binding */ refusalHint),
  WW: () => (/* binding */ refusalWords),
  J5: () => (/* binding */ refused),
  Og: () => (/* binding */ thingIn)
});

var task_failure = __webpack_require__(23283);
var shown_url = __webpack_require__(57849);
var addresses = __webpack_require__(34865);
var json = __webpack_require__(81567);
var printable = __webpack_require__(4191);
var shorten = __webpack_require__(23445);
;// CONCATENATED MODULE: ./src/processors/http-resource/error-words.ts



const longestWords = 300;
const mostErrors = 5;
const deepest = 3;
const telling = [
    "title",
    "message",
    "msg",
    "detail",
    "error_description",
    "error",
    "errorMessage",
    "reason",
    "code",
];
const listing = ["errors", "error", "detail", "details"];
function errorWords(value) {
    const words = [...new Set(wordsOf(value ?? null, deepest))].join("; ");
    return words === "" ? undefined : (0,shorten/* shortened */.v)((0,printable/* oneLine */.TN)(words), longestWords);
}
function wordsOf(value, depth) {
    if (depth === 0)
        return [];
    if (Array.isArray(value))
        return listWords(value, depth);
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    const own = telling.flatMap((name) => {
        const member = Object.hasOwn(value, name) ? value[name] : undefined;
        if (typeof member === "string")
            return isPage(member) ? [] : [member.trim()];
        return (0,json/* isObject */.Gv)(member) ? [...wordsOf(member, depth - 1)] : [];
    });
    const lists = listing.flatMap((name) => {
        const member = Object.hasOwn(value, name) ? value[name] : undefined;
        if (Array.isArray(member))
            return listWords(member, depth - 1);
        return name === "errors" && (0,json/* isObject */.Gv)(member) ? byField(member) : [];
    });
    return [...own.filter((words) => words !== "").slice(0, 2), ...lists];
}
function listWords(list, depth) {
    return list.slice(0, mostErrors).flatMap((one) => {
        if (typeof one === "string")
            return isPage(one) ? [] : [one];
        const words = wordsOf(one, depth).join(" ");
        if (words === "")
            return [];
        const place = placeOf(one);
        return [place === undefined ? words : `${place}: ${words}`];
    });
}
function byField(errors) {
    return Object.entries(errors)
        .slice(0, mostErrors)
        .flatMap(([field, said]) => {
        const all = Array.isArray(said) ? said : [said];
        const words = all.filter((one) => typeof one === "string" && !isPage(one)).slice(0, 2);
        return words.length > 0 ? [`${field}: ${words.join(", ")}`] : [];
    });
}
function placeOf(one) {
    if (!(0,json/* isObject */.Gv)(one))
        return undefined;
    const { field, source, loc } = one;
    if (typeof field === "string")
        return field;
    if ((0,json/* isObject */.Gv)(source) && typeof source.pointer === "string")
        return source.pointer;
    if (!Array.isArray(loc))
        return undefined;
    return loc.filter((part) => typeof part === "string" || typeof part === "number").join(".");
}
function isPage(text) {
    return /<!doctype|<\/[a-z]+\s*>|<(?:html|head|body|p|br|h[1-6]|div|span)\b/i.test(text);
}

var pointers = __webpack_require__(72035);
var resource_spec = __webpack_require__(72441);
;// CONCATENATED MODULE: ./src/processors/http-resource/answers.ts






function readAnswer(method, { status, headers, text, url }) {
    return { status, headers, value: jsonOrText(text), asked: `${method} ${(0,shown_url/* shownAddress */.Uk)(url)}`, url };
}
function jsonOrText(text) {
    const trimmed = text.trim();
    if (trimmed === "")
        return undefined;
    try {
        return JSON.parse(trimmed);
    }
    catch {
        return trimmed;
    }
}
function notJson({ asked, status, value }) {
    if (typeof value !== "string")
        return undefined;
    const what = value.startsWith("<") ? "a web page" : "text that is not JSON";
    return new task_failure/* TaskFailure */.E(`\`${asked}\` answered ${status} with ${what}`, {
        untouched: true,
        hint: "Look at the address: it may want a sign-in, be out of order, or be that of something else than the API.",
    });
}
function isDone({ status }, statuses) {
    return statuses ? statuses.includes(status) : status >= 200 && status < 300;
}
function thingIn({ response }, { value }) {
    const thing = value !== undefined && response ? (0,pointers.at)(value, response.at) : value;
    return thing === null ? undefined : thing;
}
function isMarkedAbsent(fields, thing) {
    const { at: place, in: values = [] } = (0,resource_spec/* absence */.An)(fields);
    const value = place === undefined ? undefined : (0,pointers.at)(thing, place);
    return value !== undefined && values.some((one) => one === value);
}
function idText(value) {
    if (typeof value === "string")
        return value === "" ? undefined : value;
    if (typeof value !== "number")
        return undefined;
    if (Number.isSafeInteger(value))
        return String(value);
    throw new task_failure/* TaskFailure */.E(`the server gave the number ${value} as id, which is beyond 2^53 and may be rounded`, {
        hint: "Point `id` at a text, or use `{header: Location}`.",
    });
}
function isBareId(thing) {
    return typeof thing === "string" && /^[^\s<>"{}]{1,200}$/.test(thing);
}
function idOfThing(fields, thing) {
    const own = (0,resource_spec/* ownIdPointer */.Tc)(fields);
    if (own !== undefined)
        return idText((0,pointers.at)(thing, fields.aliases?.[own] ?? own));
    return idText((0,pointers.at)(thing, typeof fields.id === "string" ? fields.id : "/id"));
}
function idOfAnswer(fields, answer) {
    const { id } = fields;
    const own = (0,resource_spec/* ownIdPointer */.Tc)(fields);
    if (own !== undefined)
        return idText((0,pointers.at)(fields.body, own));
    if (typeof id === "object" && "header" in id) {
        const value = answer.headers[id.header.toLowerCase()];
        return value === undefined ? undefined : (0,addresses/* lastPart */.S_)(value);
    }
    const thing = thingIn(fields, answer);
    if (id === undefined && (typeof thing === "number" || isBareId(thing)))
        return idText(thing);
    return idOfThing(fields, thing) ?? (typeof id === "string" ? idText((0,pointers.at)(answer.value, id)) : undefined);
}
function refusalWords({ asked, status, value }) {
    const words = errorWords(value);
    return `\`${asked}\` answered ${status}${words === undefined ? "" : `: ${words}`}`;
}
function refusalHint({ status }) {
    switch (status) {
        case 401:
            return "Its credentials are not, or no longer, taken: look at `auth`.";
        case 403:
            return "Its credentials may not do this: look at what they are good for.";
        case 409:
            return "Something else stands in its way there: look at it.";
        case 429:
            return "The server wants to be asked later. `limits` makes a run slower.";
        default:
            return status >= 500 ? "The server has a problem of its own: run again later." : undefined;
    }
}
function refused(answer, untouched) {
    const hint = refusalHint(answer);
    return new task_failure/* TaskFailure */.E(refusalWords(answer), { untouched, ...(hint === undefined ? {} : { hint }) });
}


/***/ }),

/***/ 90475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ lowerCase),
/* harmony export */   w: () => (/* binding */ credentialHeaders)
/* harmony export */ });
/* harmony import */ var _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40432);
/* harmony import */ var _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23283);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76551);
/* harmony import */ var _pointers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72035);




async function credentialHeaders(auth, http, fresh) {
    if (auth.bearer !== undefined)
        return { authorization: `Bearer ${auth.bearer}` };
    if (auth.basic)
        return { authorization: basic(auth.basic.username, auth.basic.password, http) };
    if (auth.header)
        return { [auth.header.name.toLowerCase()]: auth.header.value };
    return auth.oauth2 ? { authorization: `Bearer ${await currentToken(auth.oauth2, http, fresh)}` } : {};
}
async function currentToken(oauth, http, fresh) {
    const key = `token ${JSON.stringify(oauth)}`;
    const load = (loading) => getToken(oauth, loading);
    const token = await http.shared(key, load, fresh);
    if (token.endsAt === undefined || token.endsAt > http.now())
        return token.text;
    return (await http.shared(key, load, true)).text;
}
async function getToken({ tokenUrl, clientId, clientSecret, scope, audience }, http) {
    const form = new URLSearchParams({ grant_type: "client_credentials" });
    if (scope !== undefined)
        form.set("scope", scope);
    if (audience !== undefined)
        form.set("audience", audience);
    const credentials = basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret), http);
    const began = http.now();
    const answer = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readAnswer */ .JN)("POST", await http.request({
        method: "POST",
        url: tokenUrl,
        headers: {
            accept: "application/json",
            "content-type": "application/x-www-form-urlencoded",
            authorization: credentials,
        },
        body: form.toString(),
        repeatable: true,
    }));
    const text = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_2__.at)(answer.value, "/access_token");
    if (answer.status !== 200 || typeof text !== "string" || text === "") {
        throw new _engine_ports_task_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskFailure */ .E(`no token: ${(0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalWords */ .WW)(answer)}`, {
            untouched: true,
            hint: "Look at `auth.oauth2`: the address, the client and its secret.",
        });
    }
    http.hide(text);
    const seconds = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_2__.at)(answer.value, "/expires_in");
    return { text, endsAt: typeof seconds === "number" ? began + seconds * 1_000 - _engine_model_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .httpTokenEndMs */ .ll : undefined };
}
function basic(username, password, http) {
    const encodedBoth = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
    http.hide(encodedBoth);
    return `Basic ${encodedBoth}`;
}
function lowerCase(headers = {}) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}


/***/ }),

/***/ 9297:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  ResourceWork: () => (/* binding */ ResourceWork)
});


var timing = __webpack_require__(40432);
var task_failure = __webpack_require__(23283);
var answers = __webpack_require__(76551);
var http = __webpack_require__(47281);
var json = __webpack_require__(81567);
var compare_body = __webpack_require__(20519);
var pointers = __webpack_require__(72035);
var resource_facts = __webpack_require__(12167);
var resource_spec = __webpack_require__(72441);
;// CONCATENATED MODULE: ./src/processors/http-resource/bodies.ts





function bodyOfCreate({ body, create }) {
    return { ...body, ...create?.body };
}
function withId(body, id) {
    const fill = (value) => {
        if (value === "{id}")
            return id;
        if (Array.isArray(value))
            return value.map(fill);
        if (!(0,json/* isObject */.Gv)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member)]));
    };
    return body === undefined ? {} : fill(body);
}
function bodyOfUpdate(fields, { id, thing }, unseen) {
    const { body, createOnly = [], update } = fields;
    const declared = (0,pointers/* without */.FF)(body, createOnly);
    const sent = (() => {
        switch ((0,resource_spec/* sending */.bh)(fields)) {
            case "declared":
                return declared;
            case "merged":
                return (0,json/* isObject */.Gv)(thing) ? overlaid(thing, declared) : declared;
            case "changed":
                return changedMembers(fields, declared, thing, unseen);
        }
    })();
    return { ...sent, ...withId(update?.body, id) };
}
function needsWrite(fields, thing, unseen) {
    const { createOnly = [], body } = fields;
    const rules = (0,resource_facts/* comparison */.my)(fields, unseen);
    return (sendsBlindly(fields, unseen) ||
        (0,compare_body/* bodyDifferences */.VV)((0,pointers/* without */.FF)(body, createOnly), (0,resource_facts/* inOurShape */.ds)(fields, thing), rules).length > 0);
}
function sendsBlindly({ createOnly = [] }, unseen) {
    return unseen.some((place) => !createOnly.includes(place));
}
function changedMembers(fields, body, thing, unseen) {
    const differing = (0,compare_body/* bodyDifferences */.VV)(body, (0,resource_facts/* inOurShape */.ds)(fields, thing), (0,resource_facts/* comparison */.my)(fields, unseen));
    const places = [...differing.map(({ path }) => path), ...unseen];
    const members = new Set(places.map((place) => (0,json/* pointerPath */.hw)(place)[0]));
    return Object.fromEntries(Object.entries(body).filter(([key]) => members.has(key) || (0,pointers/* isWithin */.UO)(unseen, `/${(0,json/* pointerSegment */.LQ)(key)}`)));
}
function overlaid(thing, declared) {
    const entries = Object.entries(declared).map(([key, member]) => {
        const there = Object.hasOwn(thing, key) ? thing[key] : undefined;
        return [key, (0,json/* isObject */.Gv)(member) && (0,json/* isObject */.Gv)(there) ? overlaid(there, member) : member];
    });
    return { ...thing, ...Object.fromEntries(entries) };
}
function wrapped({ request }, body) {
    return request ? (0,pointers/* withAt */.I3)({}, request.at, body) : body;
}
function encoded({ encoding }, body) {
    if (encoding !== "form")
        return { type: "application/json", text: JSON.stringify(body) };
    const form = new URLSearchParams();
    const add = (name, value) => {
        if (Array.isArray(value))
            for (const member of value)
                add(`${name}[]`, member);
        else if ((0,json/* isObject */.Gv)(value))
            for (const [key, member] of Object.entries(value))
                add(`${name}[${key}]`, member);
        else
            form.append(name, value === null ? "" : String(value));
    };
    for (const [name, value] of Object.entries(body))
        add(name, value);
    return { type: "application/x-www-form-urlencoded", text: form.toString() };
}

var credentials = __webpack_require__(90475);
;// CONCATENATED MODULE: ./src/processors/http-resource/api.ts





class Api {
    fields;
    io;
    http;
    constructor(fields, io) {
        this.fields = fields;
        this.io = io;
        if (!io.http)
            throw new task_failure/* TaskFailure */.E("this run makes no requests", { untouched: true });
        this.http = io.http;
    }
    get credential() {
        const { auth, headers } = this.fields;
        return JSON.stringify([auth ?? null, headers ?? null]);
    }
    async ask(question, http = this.http) {
        const answer = await this.#ask(question, http, false);
        const { oauth2 } = this.fields.auth ?? {};
        return answer.status === 401 && oauth2 ? this.#ask(question, http, true) : answer;
    }
    async #ask({ method, url, body, headers, item = false, repeatable }, http, freshToken) {
        const { retryOn, limits, headers: always } = this.fields;
        const sent = body === undefined ? undefined : encoded(this.fields, body);
        const answer = await http.request({
            method,
            url,
            headers: {
                accept: "application/json",
                ...(0,credentials/* lowerCase */.g)(always),
                ...(sent ? { "content-type": sent.type } : {}),
                ...(await this.#credentials(http, item, freshToken)),
                ...headers,
            },
            ...(sent ? { body: sent.text } : {}),
            ...(repeatable === undefined ? {} : { repeatable }),
            ...(retryOn ? { retryOn } : {}),
            ...(limits ? { limits } : {}),
        });
        return (0,answers/* readAnswer */.JN)(method, answer);
    }
    async #credentials(http, item, fresh) {
        const { auth = {} } = this.fields;
        const own = item ? this.#itemToken(auth) : undefined;
        if (own !== undefined)
            return { authorization: `Bearer ${own}` };
        return (0,credentials/* credentialHeaders */.w)(auth, http, fresh);
    }
    #itemToken({ itemBearer }) {
        const { recorded } = this.io;
        if (itemBearer === undefined || !recorded)
            return undefined;
        const value = recorded.outputs[itemBearer];
        if (typeof value === "string")
            return value;
        if (!recorded.missing.includes(itemBearer))
            return undefined;
        throw new task_failure/* TaskFailure */.E(`the output ${itemBearer}, which is its token, is not known: it is sensitive, and state is not sealed`, {
            untouched: true,
            hint: "Give the input `encryption-key`, so that state keeps it.",
        });
    }
}
function isUnclear(outcome) {
    return outcome instanceof http/* HttpFailure */.H ? outcome.sent === "unclear" : outcome.status >= 500 || outcome.status === 408;
}
async function tried(asking) {
    try {
        return await asking;
    }
    catch (error) {
        if (error instanceof http/* HttpFailure */.H)
            return error;
        throw error;
    }
}

var parse_resource = __webpack_require__(5723);
;// CONCATENATED MODULE: ./src/processors/http-resource/settling.ts






const units = { ms: 1, s: 1_000, m: 60_000 };
function milliseconds(text, otherwise) {
    const [, count, unit] = /^(\d+)(ms|s|m)$/.exec(text ?? "") ?? [];
    return count === undefined ? otherwise : Number(count) * units[unit];
}
async function pollUntilDone(looking, answer, id) {
    const { fields, api } = looking;
    const { poll } = fields;
    if (!poll)
        return;
    const url = pollUrl(looking, answer, id);
    if (url === undefined)
        return;
    const interval = milliseconds(poll.interval, timing/* httpPollMs */.wr);
    const until = api.http.now() + timing/* httpPatienceMs */.MQ;
    for (;;) {
        const seen = await api.ask({ method: "GET", url, item: poll.url === "item" });
        if ((0,answers/* isDone */.$L)(seen, undefined)) {
            if (holds(poll.done, seen.value))
                return;
            if (poll.failed && holds(poll.failed, seen.value))
                throw new task_failure/* TaskFailure */.E(`the server has failed to do it: ${poll.failed.at} of \`${seen.asked}\` is ${JSON.stringify((0,pointers.at)(seen.value, poll.failed.at))}`);
        }
        else if (seen.status !== 404)
            throw (0,answers/* refused */.J5)(seen, false);
        if (api.http.now() + interval > until)
            throw new task_failure/* TaskFailure */.E(`the server was not done after ${timing/* httpPatienceMs */.MQ / 60_000} minutes: \`${seen.asked}\``);
        await api.http.pause(interval);
    }
}
function pollUrl(looking, answer, id) {
    const { poll } = looking.fields;
    if (!poll)
        return undefined;
    if (poll.url === "item")
        return id === undefined ? undefined : looking.itemUrl(id);
    const value = poll.url.startsWith("/") ? (0,pointers.at)(answer.value, poll.url) : answer.headers[poll.url.toLowerCase()];
    if (typeof value !== "string" || value === "")
        return undefined;
    const url = URL.parse(value, answer.url);
    if (!url || url.origin !== new URL(answer.url).origin)
        throw new task_failure/* TaskFailure */.E("the address at which its work is to be watched is none of the same server");
    return url.href;
}
function holds({ at: place, in: values }, value) {
    const found = (0,pointers.at)(value, place);
    return values.some((one) => one === found);
}
async function afterWrite(look) {
    try {
        return await look;
    }
    catch (error) {
        if (!(error instanceof task_failure/* TaskFailure */.E) || !error.untouched)
            throw error;
        const { message, hint, cause } = error;
        throw new task_failure/* TaskFailure */.E(message, { ...(hint === undefined ? {} : { hint }), cause });
    }
}
class NotThere extends task_failure/* TaskFailure */.E {
    constructor(settle) {
        super(`the server took it, and it was not there after ${settle}`, {
            hint: "Set `settle` where reads lag behind writes for longer.",
        });
        this.name = "NotThere";
    }
}
async function settled(looking, id, answer, wanted) {
    const { fields, unseen, api } = looking;
    const differing = (thing) => writtenOtherwise(looking, thing, wanted);
    const given = answer && (0,answers/* thingIn */.Og)(fields, answer);
    if (given !== undefined && answer && fields.poll === undefined) {
        const shaped = (0,resource_facts/* inOurShape */.ds)(fields, given);
        if ((0,compare_body/* holdsAll */.mA)(wanted, shaped, unseen) && differing(given).length === 0)
            return { id, thing: given, answer };
    }
    const until = api.http.now() + milliseconds(fields.settle, timing/* httpSettleMs */.Kd);
    for (let pause = timing/* httpReadAgainMs */.V9;; pause = Math.min(pause * 2, timing/* httpReadAgainMs */.V9 * 10)) {
        const found = await looking.read(id);
        const fieldsLeft = found && differing(found.thing);
        if (found && fieldsLeft?.length === 0)
            return found;
        if (api.http.now() + pause > until)
            throw notAsWritten(fieldsLeft?.map(({ path }) => path), looking);
        await api.http.pause(pause);
    }
}
function writtenOtherwise({ fields, unseen }, thing, wanted) {
    return (0,compare_body/* bodyDifferences */.VV)(wanted, (0,resource_facts/* inOurShape */.ds)(fields, thing), (0,resource_facts/* comparison */.my)(fields, unseen, true));
}
function notAsWritten(places, { fields }) {
    const settle = fields.settle ?? `${timing/* httpSettleMs */.Kd / 1_000}s`;
    if (!places)
        return new NotThere(settle);
    const named = places.map((place) => `/body${place}`).join(", ");
    return new task_failure/* TaskFailure */.E(`the server took it, and keeps something else at ${named}`, {
        hint: "Declare what it makes of the value; or say what does not count there, with `normalize`, `lists`, `aliases` or `writeOnly`.",
    });
}
function writtenBody({ fields }, update) {
    return update ? (0,pointers/* without */.FF)(fields.body, fields.createOnly ?? []) : fields.body;
}

;// CONCATENATED MODULE: ./src/processors/http-resource/changing.ts










const mostWrites = 3;
async function changeResource(looking, id, before) {
    const warnings = leftAlone(before, looking.fields);
    const first = await there(looking, id);
    let found = first;
    for (let writes = 1;; writes++) {
        if (!needsWrite(looking.fields, found.thing, looking.unseen))
            return { found, given: [], warnings };
        const outcome = await tried(write(looking, id, found));
        if (outcome instanceof http/* HttpFailure */.H || !(0,answers/* isDone */.$L)(outcome, looking.fields.update?.status)) {
            const again = isUnclear(outcome) || isOutdated(outcome, looking.fields);
            if (!again || writes === mostWrites)
                throw outcome instanceof http/* HttpFailure */.H ? outcome : (0,answers/* refused */.J5)(outcome, writes === 1 && !again);
            found = await (isUnclear(outcome) ? afterWrite(there(looking, id)) : there(looking, id));
            const left = differing(looking, found.thing);
            if (left.length === 0 && (isUnclear(outcome) || !sendsBlindly(looking.fields, looking.unseen)))
                return { found, given: [], warnings };
            refuseOtherChange(looking, first, found, outcome, left);
            continue;
        }
        const given = looking.outputs({ thing: (0,answers/* thingIn */.Og)(looking.fields, outcome) ?? null });
        if (given.length > 0)
            looking.api.io.made(undefined, given);
        await afterWrite(pollUntilDone(looking, outcome, id));
        return { found: await afterWrite(settled(looking, id, outcome, writtenBody(looking, true))), given, warnings };
    }
}
async function there(looking, id) {
    const found = await looking.read(id);
    if (found)
        return found;
    throw new task_failure/* TaskFailure */.E("it is not there any more", { untouched: true, hint: "Run again to make it." });
}
function write(looking, id, found) {
    const { fields, api, unseen } = looking;
    const { update, revision } = fields;
    const method = update?.method ?? "PATCH";
    const url = looking.itemUrl(id, update?.path);
    const mark = revision && revisionMark(fields, found);
    let body = bodyOfUpdate(fields, found, unseen);
    if (revision?.to.startsWith("/") && mark !== undefined)
        body = (0,pointers/* withAt */.I3)(body, revision.to, mark);
    const headers = revision && !revision.to.startsWith("/") && mark !== undefined ? { [revision.to.toLowerCase()]: String(mark) } : {};
    return api.ask({ method, url, item: true, body: wrapped(fields, body), headers });
}
function revisionMark({ revision }, { thing, answer }) {
    const from = revision?.from ?? "";
    const mark = from.startsWith("/") ? (0,pointers.at)(thing, from) : answer?.headers[from.toLowerCase()];
    return mark === null ? undefined : mark;
}
function isOutdated(outcome, { revision }) {
    return revision !== undefined && "status" in outcome && (outcome.status === 412 || outcome.status === 409);
}
function differing(looking, thing) {
    return writtenOtherwise(looking, thing, writtenBody(looking, true));
}
function refuseOtherChange(looking, before, now, outcome, left) {
    if (!looking.fields.revision)
        return;
    const { body: then } = looking.facts(before);
    const { body } = looking.facts(now);
    const other = (0,compare_body/* bodyDifferences */.VV)(then, body, (0,resource_facts/* comparison */.my)(looking.fields, looking.unseen)).filter(({ path }) => left.some((field) => overlaps(field.path, path)));
    if (other.length === 0)
        return;
    const places = other.map(({ path }) => `/body${path}`).join(", ");
    const answered = outcome instanceof http/* HttpFailure */.H ? outcome.message : `\`${outcome.asked}\` answered ${outcome.status}`;
    throw new task_failure/* TaskFailure */.E(`somebody else has changed ${places} meanwhile (${answered})`, {
        untouched: true,
        hint: "Run again to see what it would do now.",
    });
}
function overlaps(left, right) {
    return `${left}/`.startsWith(`${right}/`) || `${right}/`.startsWith(`${left}/`);
}
function leftAlone(before, after) {
    const places = (0,parse_resource/* leftOut */.ig)(before.body, after.body);
    if (places.length === 0)
        return [];
    const named = places.map((place) => `/body${place}`).join(", ");
    return [
        `warning: ${named} left the body and ${places.length === 1 ? "is" : "are"} left as it is; null clears a field`,
    ];
}

var addresses = __webpack_require__(34865);
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/processors/http-resource/idempotency.ts

function creationKey({ lineage, task }, { method, url, body }, turn) {
    if (lineage === undefined)
        return (0,external_node_crypto_.randomUUID)();
    const digest = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify([lineage, task, method, url, body ?? null, turn]));
    const hex = digest.digest("hex");
    const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
function isReplayed({ headers }) {
    return ["idempotent-replayed", "idempotency-replayed", "x-idempotent-replayed"].some((name) => headers[name]?.trim().toLowerCase() === "true");
}

var size_limits = __webpack_require__(44608);
var grouped = __webpack_require__(51602);
;// CONCATENATED MODULE: ./src/processors/http-resource/paging.ts

function firstPage(page) {
    if (page === undefined || page === "link")
        return {};
    const { number, offset, size } = page;
    return {
        ...(size ? { [size[0]]: size[1] } : {}),
        ...(number === undefined ? {} : { [number]: 1 }),
        ...(offset === undefined ? {} : { [offset]: 0 }),
    };
}
function nextPage(page, read) {
    if (page === undefined || page === "link")
        return nextLink(read);
    const query = nextQuery(page, read);
    if (query === undefined)
        return undefined;
    const url = new URL(read.url);
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, String(value));
    return url.href === read.url ? { why: "a page of it leads to itself" } : url.href;
}
function nextQuery(page, read) {
    const { number, offset, cursor, size, next, more, total } = page;
    if (more !== undefined && !isTrue((0,pointers.at)(read.value, more)))
        return undefined;
    if (total !== undefined && read.pages >= Number((0,pointers.at)(read.value, total)))
        return undefined;
    if (cursor !== undefined) {
        const mark = next === undefined ? undefined : (0,pointers.at)(read.value, next);
        return mark === undefined || mark === null || mark === "" ? undefined : { [cursor]: String(mark) };
    }
    if (read.count === 0)
        return undefined;
    const told = more !== undefined || total !== undefined;
    if (!told && (size === undefined || read.count < size[1]))
        return undefined;
    if (number !== undefined)
        return { [number]: read.pages + 1 };
    return offset === undefined ? undefined : { [offset]: read.entries };
}
function isTrue(value) {
    return value !== undefined && value !== null && value !== false && value !== "" && value !== 0 && value !== "false";
}
function nextLink({ headers, url }) {
    const link = nextOf(headers.link ?? "");
    if (link === undefined)
        return undefined;
    const next = URL.parse(link, url);
    if (!next)
        return { why: "its link to the next page can't be read" };
    if (next.origin !== new URL(url).origin)
        return { why: `its link to the next page leads to another server (${next.origin})` };
    return next.href === url ? { why: "a page of it leads to itself" } : next.href;
}
function nextOf(header) {
    for (const part of header.split("<").slice(1)) {
        const [address = "", parameters = ""] = part.split(">", 2);
        const relations = parameters.split(";").flatMap((parameter) => {
            const [name = "", value = ""] = parameter.split("=", 2);
            return name.trim().toLowerCase() === "rel" ? value.replaceAll(/["',]/g, " ").split(" ") : [];
        });
        if (relations.some((relation) => relation.trim().toLowerCase() === "next"))
            return address.trim();
    }
    return undefined;
}

var same_value = __webpack_require__(73579);
;// CONCATENATED MODULE: ./src/processors/http-resource/resource-list.ts










function listOf(api, find, fresh = false) {
    return api.http.shared(listKey(api, find), (http) => readList(api, find, http), fresh);
}
function firstUrl({ fields }, find) {
    return (0,addresses/* addressOf */.ci)(fields, find.path ?? fields.path, { ...find.query, ...firstPage(find.page) });
}
function listKey(api, find) {
    const { id, items, page } = { id: api.fields.id, items: find.items, page: find.page };
    return ["list", firstUrl(api, find), JSON.stringify([id, items, page]), api.credential].join(" ");
}
async function readList(api, find, http) {
    const readAt = http.now();
    const entries = [];
    let url = firstUrl(api, find);
    for (let pages = 1; url !== undefined; pages++) {
        const answer = await api.ask({ method: "GET", url }, http);
        if (!(0,answers/* isDone */.$L)(answer, undefined))
            throw unreadable((0,answers/* refusalWords */.WW)(answer), (0,answers/* refusalHint */.ah)(answer));
        const text = (0,answers/* notJson */.O2)(answer);
        if (text)
            throw text;
        const page = entriesOf(api.fields, find, answer.value ?? null);
        if (page === undefined) {
            const where = find.items === undefined ? "the answer" : `${find.items} of the answer`;
            throw unreadable(`\`${answer.asked}\` gave no list: ${where} is neither a list nor a mapping`, "Point `find.items` at the list.");
        }
        entries.push(...page);
        if (entries.length > size_limits/* listedEntries */.yO || pages > size_limits/* listedPages */.s1)
            throw unreadable(`\`${answer.asked}\` has more than ${(0,grouped/* grouped */.z)(size_limits/* listedEntries */.yO)} entries`, "Narrow it with `find.query`.");
        const read = {
            url,
            headers: answer.headers,
            value: answer.value ?? null,
            count: page.length,
            pages,
            entries: entries.length,
        };
        const next = nextPage(find.page, read);
        if (typeof next === "object")
            throw unreadable(`\`${answer.asked}\` can't be read to its end: ${next.why}`, undefined);
        url = next;
    }
    return { entries, readAt };
}
function unreadable(message, hint) {
    return new task_failure/* TaskFailure */.E(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}
function entriesOf(fields, { items }, value) {
    const list = (0,pointers.at)(value, items ?? "");
    if (list === null || list === undefined)
        return value === null || items !== undefined ? [] : undefined;
    if (Array.isArray(list))
        return list.map((thing) => ({ id: (0,answers/* idOfThing */.Br)(fields, thing), thing, read: true }));
    if (!(0,json/* isObject */.Gv)(list))
        return undefined;
    return Object.entries(list).map(([key, thing]) => ({ id: (0,answers/* idOfThing */.Br)(fields, thing) ?? key, thing, read: true }));
}
function matching(fields, find, entries, like = false) {
    const { match = [] } = find;
    const same = like ? same_value/* likeScalar */.il : same_value/* sameScalar */.tR;
    const values = match.map((place) => {
        const rule = (0,pointers/* ruleAt */.mH)(fields.normalize, place);
        return { place, rule, wanted: (0,same_value/* normalized */.A9)((0,pointers.at)(fields.body, place), rule) };
    });
    return entries.filter(({ thing }) => {
        const shaped = (0,resource_facts/* inOurShape */.ds)(fields, thing);
        return values.every(({ place, rule, wanted }) => same(wanted, (0,same_value/* normalized */.A9)((0,pointers.at)(shaped, place), rule)));
    });
}
async function noteWritten(api, id, thing) {
    const { find, body } = api.fields;
    if (!find)
        return;
    const list = await api.http.shared(listKey(api, find), (http) => readList(api, find, http)).catch(() => undefined);
    if (!list)
        return;
    const index = list.entries.findIndex((entry) => entry.id === id);
    const before = index === -1 ? {} : list.entries[index]?.thing;
    const there = { ...((0,json/* isObject */.Gv)(before) ? before : {}), ...body, ...((0,json/* isObject */.Gv)(thing) ? thing : {}) };
    if (index === -1)
        list.entries.push({ id, thing: there, read: false });
    else
        list.entries[index] = { id, thing: there, read: false };
}
async function noteDeleted(api, id) {
    const { find } = api.fields;
    if (!find)
        return;
    const list = await api.http.shared(listKey(api, find), (http) => readList(api, find, http)).catch(() => undefined);
    const index = list?.entries.findIndex((entry) => entry.id === id) ?? -1;
    if (index !== -1)
        list?.entries.splice(index, 1);
}

;// CONCATENATED MODULE: ./src/processors/http-resource/creating.ts











const mostPosts = 3;
const mostKeys = 8;
class Creating {
    #looking;
    #fields;
    #question;
    #usedKeys = 0;
    constructor(looking) {
        const { fields } = looking;
        const template = fields.create?.path;
        this.#looking = looking;
        this.#fields = fields;
        this.#question = {
            method: fields.create?.method ?? "POST",
            url: template === undefined ? (0,addresses/* addressOf */.ci)(fields, fields.path) : looking.itemUrl(looking.knownId() ?? "", template),
            body: wrapped(fields, bodyOfCreate(fields)),
        };
    }
    takeNextKey() {
        return this.#fields.idempotencyKey !== undefined && ++this.#usedKeys < mostKeys;
    }
    async make() {
        const before = await this.#idsBefore();
        for (let posts = 1;; posts++) {
            const outcome = await tried(this.#looking.api.ask(this.#withKey()));
            const answer = outcome instanceof http/* HttpFailure */.H ? undefined : outcome;
            if (answer && (0,answers/* isDone */.$L)(answer, this.#fields.create?.status)) {
                const id = (0,answers/* idOfAnswer */.BT)(this.#fields, answer) ?? (await afterWrite(this.#madeSince(before)))?.id;
                if (id !== undefined)
                    return { id, answer };
                throw withoutId(answer, this.#fields);
            }
            if (!isUnclear(outcome)) {
                if (answer && isReplayed(answer) && this.takeNextKey())
                    continue;
                throw answer ? (0,answers/* refused */.J5)(answer, true) : outcome;
            }
            const made = await afterWrite(this.#madeSince(before));
            if (made && writtenOtherwise(this.#looking, made.thing, writtenBody(this.#looking, false)).length > 0)
                throw perhapsOthers(outcome, made.id);
            if (made)
                return { id: made.id, answer: undefined };
            if (posts >= mostPosts || !this.#canBeFound)
                throw answer ? (0,answers/* refused */.J5)(answer, false) : outcome;
        }
    }
    #withKey() {
        const { idempotencyKey } = this.#fields;
        if (idempotencyKey === undefined)
            return this.#canBeFound ? { ...this.#question, repeatable: false } : this.#question;
        const key = creationKey(this.#looking.api.io, this.#question, this.#usedKeys);
        return { ...this.#question, headers: { [idempotencyKey.toLowerCase()]: key }, repeatable: true };
    }
    get #canBeFound() {
        return Boolean(this.#fields.find) || (0,resource_spec/* ownIdPointer */.Tc)(this.#fields) !== undefined;
    }
    async #idsBefore() {
        const { find } = this.#fields;
        return new Set(find ? (await listOf(this.#looking.api, find)).entries.map(({ id }) => id) : []);
    }
    async #madeSince(before) {
        const { find } = this.#fields;
        if (!this.#canBeFound)
            return undefined;
        const { api } = this.#looking;
        const own = (0,resource_spec/* ownIdPointer */.Tc)(this.#fields) === undefined ? undefined : this.#looking.knownId();
        for (let looks = 1; looks <= 3; looks++) {
            if (own !== undefined) {
                const there = await this.#looking.read(own);
                if (there)
                    return there;
            }
            else if (find) {
                const { entries } = await listOf(api, find, true);
                const fresh = entries.filter(({ id }) => id !== undefined && !before.has(id));
                const exact = matching(this.#fields, find, fresh);
                const [found, more] = exact.length > 0 ? exact : matching(this.#fields, find, fresh, true);
                const there = found?.id !== undefined && more === undefined ? await this.#looking.whole(found) : undefined;
                if (there)
                    return there;
            }
            await api.http.pause(timing/* httpReadAgainMs */.V9 * looks);
        }
        return undefined;
    }
}
function perhapsOthers(outcome, id) {
    const words = outcome instanceof http/* HttpFailure */.H ? outcome.message : (0,answers/* refusalWords */.WW)(outcome);
    return new task_failure/* TaskFailure */.E(`${words}; what is there now (id ${id}) is not as it was sent, and whether this run has made it can't be told`, {
        untouched: true,
        hint: "Look at it: remove it, or take it over with `lifecycle: {adopt: true}`.",
    });
}
function withoutId(answer, { id = "/id" }) {
    const where = typeof id === "string" ? `${id} of the answer` : "header" in id ? `the header ${id.header}` : "the body";
    return new task_failure/* TaskFailure */.E(`\`${answer.asked}\` answered ${answer.status}, and its id is not in ${where}`, {
        hint: "Point `id` at where the API gives it: a pointer, or {header: Location}.",
    });
}

var masked = __webpack_require__(60463);
;// CONCATENATED MODULE: ./src/processors/http-resource/looking.ts









class Looking {
    api;
    fields;
    unseen;
    constructor(api) {
        this.api = api;
        this.fields = api.fields;
        this.unseen = (0,resource_facts/* unseenPlaces */.d4)(api.fields, (text) => api.io.containsSecret(text));
    }
    knownId(fields = this.fields) {
        const { recorded, adoptId } = this.api.io;
        const own = (0,resource_spec/* ownIdPointer */.Tc)(fields);
        const ours = own === undefined ? undefined : (0,answers/* idText */.FP)((0,pointers.at)(fields.body, own));
        const kept = (0,resource_facts/* readFacts */.MH)(recorded?.observed)?.id;
        if (kept === undefined || !(0,masked/* wasMasked */.j)(kept))
            return kept ?? adoptId ?? ours;
        if (ours !== undefined)
            return ours;
        throw new task_failure/* TaskFailure */.E(`its id (${kept}) holds a secret, so state has only a part of it`, {
            untouched: true,
            hint: "Point `id` at something else that names it. If only by chance a secret is part of it, choose another secret. Then run `forget` with this task as `target`, and set `lifecycle: {adopt: true}`.",
        });
    }
    itemUrl(id, template) {
        const path = (0,addresses/* itemPath */.Lt)(this.fields, id, template);
        if (typeof path === "string")
            return (0,addresses/* addressOf */.ci)(this.fields, path);
        throw new task_failure/* TaskFailure */.E(path.why, { untouched: true });
    }
    async observe() {
        const id = this.knownId();
        if (id === undefined && !this.#canTell)
            return { state: "unobservable", why: "nothing tells which one it is" };
        const found = id === undefined ? await this.find() : await this.lookAt(id);
        if (found)
            return this.present(found);
        if (id !== undefined && (0,resource_spec/* ownIdPointer */.Tc)(this.fields) === undefined)
            await this.#refuseOther(id);
        return { state: "absent" };
    }
    get #canTell() {
        return Boolean(this.fields.find) || this.fields.idempotencyKey !== undefined;
    }
    present(found) {
        const outputs = this.outputs(found);
        return {
            state: "present",
            facts: (0,resource_facts/* storedFacts */.RE)(this.facts(found)),
            ...(outputs.length > 0 ? { outputs } : {}),
        };
    }
    facts({ id, thing }) {
        return (0,resource_facts/* factsOf */.xS)(this.fields, id, thing, this.unseen);
    }
    outputs({ thing }) {
        const { outputs = {}, sensitiveOutputs = [], auth } = this.fields;
        return Object.entries(outputs).flatMap(([name, place]) => {
            const value = (0,pointers.at)(thing, place);
            if (value === undefined)
                return [];
            const sensitive = sensitiveOutputs.includes(name) || auth?.itemBearer === name;
            return [{ name, value, ...(sensitive ? { sensitive } : {}) }];
        });
    }
    async lookAt(id) {
        const { find } = this.fields;
        const list = find ? await listOf(this.api, find).catch(asUndefined) : undefined;
        const entry = list?.entries.find((one) => one.id === id);
        if (entry && this.#tellsAll(entry, id))
            return { id, thing: entry.thing, answer: undefined };
        return this.read(id);
    }
    async read(id) {
        const { read } = this.fields;
        const url = this.itemUrl(id, read?.path);
        const answer = await this.api.ask({
            method: read?.method ?? "GET",
            url,
            item: true,
            repeatable: true,
            body: read?.body,
        });
        if (await this.isGone(answer))
            return undefined;
        if (!(0,answers/* isDone */.$L)(answer, read?.status))
            throw unseenFailure(answer);
        const unreadable = (0,answers/* notJson */.O2)(answer);
        if (unreadable)
            throw unreadable;
        const thing = (0,answers/* thingIn */.Og)(this.fields, answer);
        if (thing === undefined || (0,answers/* isMarkedAbsent */.Qh)(this.fields, thing))
            return undefined;
        return { id, thing, answer };
    }
    async isGone(answer) {
        const { status } = (0,resource_spec/* absence */.An)(this.fields);
        if (status.includes(answer.status) || answer.status === 410)
            return true;
        if (answer.status !== 404)
            return false;
        const proof = await this.#collectionAnswer();
        if (proof === undefined)
            return true;
        throw new task_failure/* TaskFailure */.E(`${(0,answers/* refusalWords */.WW)(answer)}; whether it is gone or may not be seen can't be told, as its collection can't be read: ${proof}`, {
            untouched: true,
            hint: "Check what the credentials in `auth` may read. If the thing that it is below is gone, make that first, and run again. If this API has no collection to look at, write `absent: [404]`.",
        });
    }
    async find(fresh = false) {
        const { find } = this.fields;
        if (!find)
            return undefined;
        const { entries } = await listOf(this.api, find, fresh);
        const found = matching(this.fields, find, entries);
        if (found.length > 1)
            throw severalFailure(this.fields, found);
        const [entry] = found;
        return entry && this.whole(entry);
    }
    async whole({ id, ...entry }) {
        if (id === undefined)
            throw new task_failure/* TaskFailure */.E("what was found has no id", { untouched: true, hint: "Point `id` at it." });
        return this.#tellsAll({ id, ...entry }, id) ? { id, thing: entry.thing, answer: undefined } : this.read(id);
    }
    #tellsAll({ thing, read }, id) {
        const { body, outputs = {} } = this.fields;
        const { recorded } = this.api.io;
        if (!read || (0,answers/* isMarkedAbsent */.Qh)(this.fields, thing) || !(0,compare_body/* holdsAll */.mA)(body, (0,resource_facts/* inOurShape */.ds)(this.fields, thing), this.unseen))
            return false;
        if (!recorded && Object.values(outputs).some((place) => (0,pointers.at)(thing, place) === undefined))
            return false;
        const facts = (0,resource_facts/* storedFacts */.RE)((0,resource_facts/* factsOf */.xS)(this.fields, id, thing, this.unseen));
        return (0,resource_facts/* factDifferences */.xU)(facts, this.fields, recorded?.observed).length === 0;
    }
    async #refuseOther(id) {
        const other = await this.find();
        if (!other)
            return;
        throw new task_failure/* TaskFailure */.E(`what was recorded (id ${id}) is gone, and another one that \`find\` matches is there (id ${other.id}), which opus did not make`, {
            untouched: true,
            hint: "To take it over, run `forget` with this task as `target`, and set `lifecycle: {adopt: true}`; else remove it.",
        });
    }
    async #collectionAnswer() {
        const { fields, api } = this;
        if (fields.find) {
            try {
                await listOf(api, fields.find);
                return undefined;
            }
            catch (error) {
                if (error instanceof task_failure/* TaskFailure */.E)
                    return error.message;
                throw error;
            }
        }
        const url = (0,addresses/* addressOf */.ci)(fields, fields.path);
        const load = async (http) => {
            const answer = await api.ask({ method: "GET", url }, http);
            return (0,answers/* isDone */.$L)(answer, undefined) ? (0,answers/* notJson */.O2)(answer)?.message : (0,answers/* refusalWords */.WW)(answer);
        };
        try {
            return await api.http.shared(`collection ${url} ${api.credential}`, load);
        }
        catch (error) {
            if (error instanceof task_failure/* TaskFailure */.E)
                return error.message;
            throw error;
        }
    }
}
function asUndefined(error) {
    if (error instanceof task_failure/* TaskFailure */.E)
        return undefined;
    throw error;
}
function unseenFailure(answer) {
    const hint = (0,answers/* refusalHint */.ah)(answer);
    return new task_failure/* TaskFailure */.E((0,answers/* refusalWords */.WW)(answer), { untouched: true, ...(hint === undefined ? {} : { hint }) });
}
function severalFailure({ find }, found) {
    const ids = found.slice(0, 5).map(({ id }) => id ?? "?");
    const by = find ? (find.match ?? []).join(", ") : "";
    return new task_failure/* TaskFailure */.E(`${found.length} things have its ${by}: ${ids.join(", ")}${found.length > 5 ? ", \u2026" : ""}`, {
        untouched: true,
        hint: "Match more fields in `find.match`, or name the one that is meant: `lifecycle: {adopt: {id: \u2026}}`.",
    });
}

;// CONCATENATED MODULE: ./src/processors/http-resource/resource-work.ts













class ResourceWork {
    #fields;
    #io;
    #api;
    #looking;
    constructor(fields, io) {
        this.#fields = fields;
        this.#io = io;
        this.#api = new Api(fields, io);
        this.#looking = new Looking(this.#api);
    }
    async observe() {
        try {
            return await this.#looking.observe();
        }
        catch (error) {
            if (!(error instanceof task_failure/* TaskFailure */.E))
                throw error;
            const { message, hint } = error;
            return { state: "failed", error: { message, ...(hint === undefined ? {} : { hint }) } };
        }
    }
    async create() {
        const made = this.#io.recorded && this.#looking.knownId();
        if (made !== undefined && (await this.#looking.read(made)))
            return this.update(this.#fields);
        await this.#refuseOther();
        const creating = new Creating(this.#looking);
        for (;;) {
            const created = await creating.make();
            try {
                return await this.#made(created);
            }
            catch (error) {
                if (!(error instanceof NotThere) || !created.answer || !creating.takeNextKey())
                    throw error;
                const { asked } = created.answer;
                const told = `warning: \`${asked}\` gave the id ${created.id}, which is not there: the server still knows the key of an earlier creation; asking with another one\n`;
                this.#io.output("stderr", told);
            }
        }
    }
    async #made({ id, answer }) {
        const given = answer ? this.#looking.outputs({ thing: (0,answers/* thingIn */.Og)(this.#fields, answer) ?? null }) : [];
        this.#io.made((0,resource_facts/* storedFacts */.RE)({ id, body: {}, unseen: this.#looking.unseen }), given);
        if (answer)
            await pollUntilDone(this.#looking, answer, id);
        const taken = this.#fields.idempotencyKey === undefined ? answer : undefined;
        const found = await settled(this.#looking, id, taken, writtenBody(this.#looking, false));
        await noteWritten(this.#api, id, found.thing);
        return this.#outcome(found, given);
    }
    async update(before) {
        const id = this.#looking.knownId(before) ?? (await this.#looking.find())?.id;
        if (id === undefined && !this.#fields.find)
            throw whichOne(true);
        if (id === undefined)
            throw new task_failure/* TaskFailure */.E("it is not there any more", { untouched: true, hint: "Run again to make it." });
        const { found, given, warnings } = await changeResource(this.#looking, id, before);
        await noteWritten(this.#api, id, found.thing);
        return { ...this.#outcome(found, given), ...(warnings.length > 0 ? { warnings } : {}) };
    }
    async remove() {
        const { delete: rule } = this.#fields;
        if (rule === false) {
            this.#io.output("stderr", "warning: `delete: false`: it stays where it is; opus only forgets it\n");
            return;
        }
        const id = this.#looking.knownId() ?? (await this.#looking.find(true))?.id;
        if (id === undefined) {
            if (this.#fields.find)
                return;
            throw whichOne(false);
        }
        if (!this.#io.recorded && !(await this.#isAsSent(id)))
            return;
        const url = this.#looking.itemUrl(id, rule?.path);
        const headers = await this.#condition(id);
        if (headers === undefined)
            return;
        const body = rule?.body && wrapped(this.#fields, withId(rule.body, id));
        const answer = await this.#api.ask({ method: rule?.method ?? "DELETE", url, item: true, body, headers });
        if (!(0,answers/* isDone */.$L)(answer, rule?.status) && !(await this.#isGone(answer, id)))
            throw (0,answers/* refused */.J5)(answer, !isUnclear(answer));
        if ((0,answers/* isDone */.$L)(answer, rule?.status))
            await pollUntilDone(this.#looking, answer, undefined);
        await noteDeleted(this.#api, id);
    }
    async #isGone(answer, id) {
        if (await this.#looking.isGone(answer))
            return true;
        return isOutdated(answer, this.#fields) && !(await this.#looking.read(id));
    }
    async #isAsSent(id) {
        const found = await this.#looking.read(id);
        if (!found)
            return false;
        const left = writtenOtherwise(this.#looking, found.thing, writtenBody(this.#looking, false)).length > 0;
        if (left)
            this.#io.output("stderr", `warning: what is there now (id ${id}) is not as it was sent, so it is left alone\n`);
        return !left;
    }
    async #condition(id) {
        const { revision } = this.#fields;
        if (!revision || revision.to.startsWith("/"))
            return {};
        const found = await this.#looking.read(id);
        if (!found)
            return undefined;
        const value = revisionOf(this.#fields, found);
        return value === undefined ? {} : { [revision.to.toLowerCase()]: value };
    }
    async #refuseOther() {
        const { find, create } = this.#fields;
        const own = (0,resource_spec/* ownIdPointer */.Tc)(this.#fields);
        const id = this.#looking.knownId();
        const other = own !== undefined && id !== undefined
            ? // A POST is refused by the server itself; a PUT would go over what is there.
                create?.method === "PUT" && (await this.#looking.read(id))
            : find && (await this.#looking.find(await this.#isOld(find)));
        if (!other)
            return;
        throw new task_failure/* TaskFailure */.E(`it is there (id ${other.id}): it appeared after opus had looked`, {
            untouched: true,
            hint: "Run again to see what it would do now: opus takes over what it did not make only with `lifecycle: {adopt: true}`.",
        });
    }
    async #isOld(find) {
        const { readAt } = await listOf(this.#api, find);
        return this.#api.http.now() - readAt > timing/* httpListAgeMs */.g1;
    }
    #outcome(found, given) {
        const now = this.#looking.outputs(found);
        const told = new Set(now.map(({ name }) => name));
        const facts = (0,resource_facts/* storedFacts */.RE)(this.#looking.facts(found));
        return { outputs: [...given.filter(({ name }) => !told.has(name)), ...now], observed: facts };
    }
}
function revisionOf({ revision }, { thing, answer }) {
    if (!revision)
        return undefined;
    const { from } = revision;
    const value = from.startsWith("/") ? (0,pointers.at)(thing, from) : answer?.headers[from.toLowerCase()];
    return value === undefined || value === null ? undefined : String(value);
}
function whichOne(untouched) {
    return new task_failure/* TaskFailure */.E("whether it was made is not known, and nothing tells which one it is", {
        untouched,
        hint: "Look for it, and remove it by hand if it is there; then run `forget` with this task as `target`. Or keep it: `forget`, and `lifecycle: {adopt: {id: \u2026}}`.",
    });
}


/***/ })

};
