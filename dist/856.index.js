export const id = 856;
export const ids = [856];
export const modules = {

/***/ 20519:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VV: () => (/* binding */ bodyDifferences),
/* harmony export */   aN: () => (/* binding */ declaredPart),
/* harmony export */   mA: () => (/* binding */ holdsAll)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81567);
/* harmony import */ var _pointers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72035);
/* harmony import */ var _same_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73579);



function declaredPart(wanted, found, rules, pointer = "") {
    if (found === undefined || (0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(rules.unseen, pointer))
        return undefined;
    if ((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(wanted)) {
        if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found))
            return found === null || typeof found !== "object" ? found : {};
        const entries = Object.entries(wanted).flatMap(([key, member]) => {
            const value = Object.hasOwn(found, key) ? found[key] : undefined;
            const part = declaredPart(member, value, rules, `${pointer}/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerSegment */ .LQ)(key)}`);
            return part === undefined ? [] : [[key, part]];
        });
        return Object.fromEntries(entries);
    }
    if (Array.isArray(found))
        return declaredMembers(Array.isArray(wanted) ? wanted : [], found, rules, pointer);
    return (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found) ? {} : found;
}
function declaredMembers(wanted, found, rules, pointer) {
    const rule = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleAt */ .mH)(rules.lists, pointer);
    const all = Object.assign({}, ...wanted.filter(_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv));
    const parts = found.map((member, index) => {
        if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(member))
            return [index, Array.isArray(member) ? [] : member];
        const like = partner(wanted, member, index, rule) ?? all;
        const known = wanted.indexOf(like);
        const part = declaredPart((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(like) ? like : {}, member, rules, `${pointer}/${known === -1 ? index : known}`);
        return [known === -1 ? wanted.length + index : known, part ?? null];
    });
    return (typeof rule === "object" ? parts.sort(([left], [right]) => left - right) : parts).map(([, part]) => part);
}
function partner(wanted, member, index, rule) {
    if (typeof rule !== "object")
        return rule === "set" ? undefined : wanted[index];
    const key = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__.at)(member, rule.key);
    return wanted.find((one) => (0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .likeScalar */ .il)((0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__.at)(one, rule.key), key));
}
function bodyDifferences(wanted, found, rules, pointer = "") {
    if ((0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(rules.unseen, pointer))
        return [];
    if ((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(wanted)) {
        if ((0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmpty */ .Im)(wanted))
            return [];
        if (found !== undefined && found !== null && !(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found))
            return [difference(wanted, found, rules, pointer)];
        return Object.entries(wanted).flatMap(([key, member]) => {
            const value = (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found) && Object.hasOwn(found, key) ? found[key] : undefined;
            return bodyDifferences(member, value, rules, `${pointer}/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerSegment */ .LQ)(key)}`);
        });
    }
    const rule = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleAt */ .mH)(rules.normalize, pointer);
    if (Array.isArray(wanted))
        return listDifferences(wanted, found, rules, pointer, rule);
    const same = rules.weak ? _same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .likeScalar */ .il : _same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .sameScalar */ .tR;
    if (same((0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .normalized */ .A9)(wanted, rule), (0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .normalized */ .A9)(found, rule)))
        return [];
    return [difference(wanted, found, rules, pointer)];
}
function difference(wanted, found, rules, pointer) {
    const before = declaredPart(wanted, found, rules, pointer);
    return { path: pointer, ...(before === undefined ? {} : { before }), after: wanted };
}
function listDifferences(wanted, given, rules, pointer, rule) {
    if ((0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmpty */ .Im)(wanted) && (0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmpty */ .Im)(given))
        return [];
    const whole = [difference(wanted, given, rules, pointer)];
    const found = normalizedList(given, rule);
    if (!found || found.length !== wanted.length)
        return whole;
    const order = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleAt */ .mH)(rules.lists, pointer) ?? "ordered";
    const compare = (index, member) => bodyDifferences(wanted[index], member, inMember(rules, rule, pointer), `${pointer}/${index}`);
    if (order !== "set" && typeof order === "object") {
        const partners = wanted.map((one) => found.find((member) => (0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .likeScalar */ .il)((0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__.at)(one, order.key), (0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__.at)(member, order.key))));
        if (partners.includes(undefined))
            return whole;
        return partners.flatMap((member, index) => compare(index, member));
    }
    if (order === "set" || rules.weak) {
        const left = [...found];
        const isThere = (_, index) => {
            const match = left.findIndex((member) => compare(index, member).length === 0);
            if (match !== -1)
                left.splice(match, 1);
            return match !== -1;
        };
        return wanted.every(isThere) ? [] : whole;
    }
    return found.flatMap((member, index) => compare(index, member));
}
function normalizedList(given, rule) {
    const list = rule === "json" ? (0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .normalized */ .A9)(given, rule) : given;
    return Array.isArray(list) ? list : undefined;
}
function inMember(rules, rule, pointer) {
    return rule === undefined ? rules : { ...rules, normalize: { ...rules.normalize, [`${pointer}/*`]: rule } };
}
function holdsAll(wanted, found, unseen, pointer = "") {
    if ((0,_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(unseen, pointer))
        return true;
    if ((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(wanted)) {
        return ((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found) &&
            Object.entries(wanted).every(([key, member]) => {
                const place = `${pointer}/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerSegment */ .LQ)(key)}`;
                const value = Object.hasOwn(found, key) ? found[key] : undefined;
                return (value === undefined && (0,_same_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmpty */ .Im)(member)) || holdsAll(member, value, unseen, place);
            }));
    }
    if (!Array.isArray(wanted))
        return found !== undefined;
    const first = wanted.find(_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv);
    if (!Array.isArray(found) || !(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(first))
        return found !== undefined;
    return found.every((member) => !(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(member) || holdsAll(first, member, unseen, `${pointer}/0`));
}


/***/ }),

/***/ 40856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  httpResourceProcessor: () => (/* binding */ httpResourceProcessor)
});

var json = __webpack_require__(81567);
var json_diff = __webpack_require__(64503);
var references = __webpack_require__(5375);
var line_ends = __webpack_require__(7487);
var pointers = __webpack_require__(72035);
var resource_facts = __webpack_require__(12167);
;// CONCATENATED MODULE: ./src/processors/http-resource/accept-body.ts



function acceptBody(facts, fields, observed) {
    const unseen = (0,resource_facts/* readFacts */.MH)(facts)?.unseen ?? [];
    return (0,resource_facts/* factDifferences */.xU)(facts, fields, observed).map(({ path, before = null }) => {
        const place = path.slice("/body".length);
        if (unseen.some((one) => one.startsWith(`${place}/`) || (0,pointers/* isWithin */.UO)([one], place)))
            return { path, why: "in it is what is sent and never looked at" };
        if (isCut((0,pointers.at)(fields.body, place) ?? null, before))
            return { path, why: "something of another shape is there, of which only what the manifest names was read" };
        return { path, value: before };
    });
}
function isCut(wanted, found) {
    if (Array.isArray(found))
        return found.some((member) => isCutMember(member));
    return (0,json/* isObject */.Gv)(found) && (!(0,json/* isObject */.Gv)(wanted) || isCutMember(found));
}
function isCutMember(found) {
    if (typeof found !== "object" || found === null)
        return false;
    const members = Object.values(found);
    return members.length === 0 || members.some(isCutMember);
}

var parse_resource = __webpack_require__(5723);
var resource_spec = __webpack_require__(72441);
;// CONCATENATED MODULE: ./src/processors/http-resource/http-resource.ts









const acting = ["baseUrl", "path", "body", "outputs", "sensitiveOutputs", "rotate"];
const recordedOnly = resource_spec/* httpFieldNames */.$$.filter((name) => !acting.includes(name)).map((name) => `/${name}`);
async function work(spec, io, task) {
    const { ResourceWork } = await __webpack_require__.e(/* import() */ 9297).then(__webpack_require__.bind(__webpack_require__, 9297));
    return task(new ResourceWork((0,resource_spec/* httpFields */.oX)(spec), io));
}
function httpResourceProcessor({ validate }) {
    return {
        apiVersion: "opus/v1",
        kind: "HttpResource",
        parse: (spec) => (0,parse_resource/* parseResource */._Y)(validate, spec),
        observe: (spec, io) => work(spec, io, (resource) => resource.observe()),
        create: (spec, io) => work(spec, io, (resource) => resource.create()),
        update: (before, after, io) => work(after, io, (resource) => resource.update((0,resource_spec/* httpFields */.oX)(before))),
        delete: (before, io) => work(before, io, (resource) => resource.remove()),
        fields: { names: resource_spec/* httpFieldNames */.$$ },
        compare: {
            differs: (facts, spec, observed) => (0,resource_facts/* factDifferences */.xU)(facts, (0,resource_spec/* httpFields */.oX)(spec), observed),
            replaceOn: (before, after) => replacing((0,resource_spec/* httpFields */.oX)(before), (0,resource_spec/* httpFields */.oX)(after)),
            recordOnly: (after) => [...recordedOnly, ...sentOnce((0,resource_spec/* httpFields */.oX)(after))],
            writeOnly: (after, secrets) => writeOnlyPlaces((0,resource_spec/* httpFields */.oX)(after), secrets),
            deletes: (spec) => (0,resource_spec/* httpFields */.oX)(spec).delete !== false,
            accept: (facts, spec, _written, observed) => acceptBody(facts, (0,resource_spec/* httpFields */.oX)(spec), observed),
        },
        known: {
            identity: (spec) => identityOf((0,resource_spec/* httpFields */.oX)(spec)),
            addressFields: (recorded) => addressFields((0,resource_spec/* httpFields */.oX)(recorded)),
        },
        workspace: { writes: () => [] },
        undo: { asFound: (facts, stored) => foundResource(facts, stored) },
    };
}
function sentOnce({ body, createOnly = [], replaceOn = [] }) {
    const places = createOnly.flatMap((pattern) => (pattern.includes("*") ? placesOf(pattern, body) : [pattern]));
    return places.filter((place) => !replaceOn.some((pattern) => (0,pointers/* names */.Dy)(pattern, place))).map((place) => `/body${place}`);
}
function writeOnlyPlaces({ body, writeOnly = [], createOnly = [] }, secrets) {
    const declared = [...writeOnly, ...createOnly].flatMap((pattern) => pattern.includes("*") ? placesOf(pattern, body) : [pattern]);
    return [
        ...declared.map((place) => `/body${place}`),
        ...[...secrets].filter((pointer) => pointer.startsWith("/body/")),
    ];
}
function identityOf(fields) {
    const { baseUrl, path, find, body } = fields;
    const own = (0,resource_spec/* ownIdPointer */.Tc)(fields);
    const where = (0,line_ends/* withoutEnd */.M)(baseUrl, "/") + path;
    if (own !== undefined)
        return `${where} ${own}=${JSON.stringify((0,pointers.at)(body, own) ?? null)}`;
    if (!find)
        return undefined;
    const values = (find.match ?? []).map((place) => `${place}=${JSON.stringify((0,pointers.at)(body, place) ?? null)}`);
    const query = find.query ? [JSON.stringify(find.query)] : [];
    return [where, ...(find.path === undefined ? [] : [find.path]), ...query, ...values].join(" ");
}
function replacing(before, after) {
    const own = (0,resource_spec/* ownIdPointer */.Tc)(after);
    const places = [...(after.replaceOn ?? []), ...(own === undefined ? [] : [own])];
    const changed = [...places].flatMap((pattern) => pattern.includes("*") ? placesOf(pattern, before.body, after.body) : [pattern]);
    return [
        ...["baseUrl", "path"].filter((name) => before[name] !== after[name]).map((name) => `/${name}`),
        ...changed
            .filter((place) => !(0,json_diff/* equalJson */.FS)((0,pointers.at)(before.body, place), (0,pointers.at)(after.body, place)))
            .map((place) => `/body${place}`),
    ];
}
function placesOf(pattern, ...bodies) {
    const found = new Set();
    const walk = (value, pointer, depth) => {
        if ((0,pointers/* names */.Dy)(pattern, pointer))
            found.add(pointer);
        if (depth === 0 || typeof value !== "object" || value === null)
            return;
        for (const [key, member] of Object.entries(value))
            walk(member, `${pointer}/${key}`, depth - 1);
    };
    for (const body of bodies)
        walk(body, "", pattern.split("/").length - 1);
    return [...found];
}
const onlyMaking = ["body", "create", "update", "idempotencyKey"];
function addressFields(fields) {
    const own = (0,resource_spec/* ownIdPointer */.Tc)(fields);
    const templates = [fields.item, fields.read?.path, fields.delete ? fields.delete.path : undefined];
    const named = templates.flatMap((template) => [...(template ?? "").matchAll(/\{(\/[^{}]*)\}/g)].map(([, place]) => place));
    const places = [own, ...named].flatMap((place) => (place === undefined ? [] : [`/body${place}`]));
    return [...resource_spec/* httpFieldNames */.$$.filter((name) => !onlyMaking.includes(name)), ...places];
}
function foundResource(facts, stored) {
    const found = (0,resource_facts/* readFacts */.MH)(facts);
    if (!found || !(0,json/* isObject */.Gv)(stored.body))
        return undefined;
    const body = Object.keys(found.body).reduce((whole, key) => overlay(whole, `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, found.body[key]), stored.body);
    return { ...stored, body };
}
function overlay(whole, pointer, value) {
    if ((0,json/* isObject */.Gv)(value) && (0,json/* isObject */.Gv)((0,pointers.at)(whole, pointer)))
        return Object.entries(value).reduce((so, [key, member]) => overlay(so, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, member), whole);
    return (0,pointers/* withAt */.I3)(whole, pointer, escaped(value));
}
function escaped(value) {
    if (typeof value === "string")
        return (0,references/* escapeText */.X1)(value);
    if (Array.isArray(value))
        return value.map(escaped);
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, escaped(member)]));
}


/***/ }),

/***/ 5723:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Y: () => (/* binding */ parseResource),
/* harmony export */   hH: () => (/* binding */ authProblems),
/* harmony export */   ig: () => (/* binding */ leftOut)
/* harmony export */ });
/* harmony import */ var _engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9246);
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81567);
/* harmony import */ var _engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5375);
/* harmony import */ var _pointers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72035);
/* harmony import */ var _resource_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72441);





function parseResource(validate, spec) {
    const shape = validate("opus/v1", "HttpResource", spec) ?? [];
    if (shape.length > 0)
        return (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q)([...shape]);
    const fields = (0,_resource_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .httpFields */ .oX)(spec);
    const problems = [
        ...authProblems(fields),
        ...findProblems(fields),
        ...pageProblems(fields),
        ...placeProblems(fields),
    ];
    return problems.length > 0 ? (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .err */ ._q)(problems) : (0,_engine_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__.ok)(spec);
}
function problem(pointer, message, suggestion, atKey = false) {
    return { code: "invalid-value", message, pointer, suggestion, ...(atKey ? { atKey } : {}) };
}
const ways = ["bearer", "basic", "header", "oauth2"];
function authProblems({ auth }) {
    if (auth === undefined)
        return [];
    const given = ways.filter((way) => auth[way] !== undefined);
    if (given.length === 1 || (given.length === 0 && auth.itemBearer !== undefined))
        return [];
    const message = given.length === 0 ? "auth names no credentials" : `auth has ${given.join(" and ")}, and one way must do`;
    return [problem("/auth", message, "Keep one of bearer, basic, header and oauth2.", true)];
}
function findProblems(fields) {
    const { find, id } = fields;
    const own = (0,_resource_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .ownIdPointer */ .Tc)(fields);
    if (find === true)
        return [problem("/find", "find can't be true", "Say by what it is found: {match: [/name]}; or write false.")];
    if (find === undefined && own === undefined) {
        const message = "the server chooses its id, and there is no `find`: when the answer to its creation is lost, nothing could tell whether it was made";
        const suggestion = "Add `find: {match: [/name]}` with what tells it from others; or `find: false`, if you would rather look yourself after such a run.";
        return [problem("", message, suggestion, true)];
    }
    if (own === undefined)
        return [];
    const value = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__.at)(fields.body, own);
    if ((typeof value === "string" && value !== "") || typeof value === "number")
        return [];
    const pointer = typeof id === "object" ? "/id/body" : "/id";
    return [problem(pointer, `there is no id at ${own} of the body`, "Give it there, as text or number.")];
}
function pageProblems({ find }) {
    const page = find ? find.page : undefined;
    if (page === undefined || page === "link")
        return [];
    const given = ["number", "offset", "cursor"].filter((way) => page[way] !== undefined);
    if (given.length !== 1) {
        const message = `find.page has ${given.length === 0 ? "none of number, offset and cursor" : given.join(" and ")}`;
        return [problem("/find/page", message, "Keep the one that the API knows.", true)];
    }
    if (page.cursor !== undefined && page.next === undefined)
        return [
            problem("/find/page", "find.page has a cursor and no `next`", "Add where the answer has it: next: /next_cursor.", true),
        ];
    if (page.cursor === undefined && page.more === undefined && page.total === undefined && page.size === undefined) {
        const message = "nothing in find.page tells which page is the last";
        return [problem("/find/page", message, "Add `size: [limit, 100]`, `more` or `total`.", true)];
    }
    return [];
}
function placeProblems({ body, writeOnly = [], createOnly = [], find, item }) {
    const given = [
        ...writeOnly.map((place, index) => [`/writeOnly/${index}`, place]),
        ...createOnly.map((place, index) => [`/createOnly/${index}`, place]),
        ...(find ? (find.match ?? []) : []).map((place, index) => [`/find/match/${index}`, place]),
    ];
    const known = [...(0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__/* .leaves */ .FQ)(body)].map(([pointer]) => pointer);
    const lost = given.filter(([, place]) => !place.split("/").includes("*") && (0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__.at)(body, place) === undefined);
    const inItem = [...(item ?? "").matchAll(/\{(\/[^{}]*)\}/g)].map(([, place = ""]) => place);
    return [
        ...lost.map(([pointer, place]) => {
            const near = (0,_engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(place, known);
            const suggestion = near ? `Did you mean ${near}?` : "Correct the pointer, or declare the field.";
            return problem(pointer, `there is no ${place} in the body`, suggestion);
        }),
        ...inItem
            .filter((place) => (0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__.at)(body, place) === undefined)
            .map((place) => problem("/item", `there is no ${place} in the body`, "Correct the pointer, or declare the field.")),
    ];
}
function leftOut(before, after, pointer = "") {
    return Object.entries(before).flatMap(([key, member]) => {
        const place = `${pointer}/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_4__/* .pointerSegment */ .LQ)(key)}`;
        if (!Object.hasOwn(after, key))
            return [place];
        const next = after[key];
        const both = isMapping(member) && isMapping(next);
        return both ? leftOut(member, next, place) : [];
    });
}
function isMapping(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 72035:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   FQ: () => (/* binding */ leaves),
/* harmony export */   I3: () => (/* binding */ withAt),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   mH: () => (/* binding */ ruleAt)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81567);
/* harmony import */ var _engine_json_json_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64503);


function at(value, pointer) {
    return (0,_engine_json_json_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(value, (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerPath */ .hw)(pointer));
}
function names(pattern, pointer) {
    if (pattern === pointer)
        return true;
    if (!pattern.includes("*"))
        return false;
    const [wanted, path] = [pattern.split("/"), pointer.split("/")];
    return wanted.length === path.length && wanted.every((segment, index) => segment === "*" || segment === path[index]);
}
function ruleAt(rules, pointer) {
    if (!rules)
        return undefined;
    if (Object.hasOwn(rules, pointer))
        return rules[pointer];
    const pattern = Object.keys(rules).find((one) => names(one, pointer));
    return pattern === undefined ? undefined : rules[pattern];
}
function isWithin(patterns, pointer) {
    if (patterns.length === 0)
        return false;
    const path = pointer.split("/");
    return patterns.some((pattern) => names(pattern, path.slice(0, pattern.split("/").length).join("/")));
}
function withAt(value, pointer, next) {
    const place = (current, path) => {
        const [head, ...rest] = path;
        if (head === undefined)
            return next;
        if (Array.isArray(current))
            return current.map((member, index) => (String(index) === head ? place(member, rest) : member));
        const object = (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(current) ? current : {};
        return { ...object, [head]: place(Object.hasOwn(object, head) ? object[head] : undefined, rest) };
    };
    return place(value, (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerPath */ .hw)(pointer));
}
function without(value, patterns) {
    const strip = (current, pointer) => {
        if (Array.isArray(current))
            return current.map((member, index) => strip(member, `${pointer}/${index}`));
        if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(current))
            return current;
        const kept = Object.entries(current).flatMap(([key, member]) => {
            const place = `${pointer}/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerSegment */ .LQ)(key)}`;
            return patterns.some((pattern) => names(pattern, place)) ? [] : [[key, strip(member, place)]];
        });
        return Object.fromEntries(kept);
    };
    return patterns.length === 0 ? value : strip(value, "");
}
function* leaves(value, pointer = "") {
    if (Array.isArray(value)) {
        for (const [index, member] of value.entries())
            yield* leaves(member, `${pointer}/${index}`);
    }
    else if ((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value)) {
        for (const [key, member] of Object.entries(value))
            yield* leaves(member, `${pointer}/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerSegment */ .LQ)(key)}`);
    }
    else
        yield [pointer, value];
}


/***/ }),

/***/ 12167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ readFacts),
/* harmony export */   RE: () => (/* binding */ storedFacts),
/* harmony export */   d4: () => (/* binding */ unseenPlaces),
/* harmony export */   ds: () => (/* binding */ inOurShape),
/* harmony export */   my: () => (/* binding */ comparison),
/* harmony export */   xS: () => (/* binding */ factsOf),
/* harmony export */   xU: () => (/* binding */ factDifferences)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81567);
/* harmony import */ var _compare_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20519);
/* harmony import */ var _pointers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72035);



function readFacts(facts) {
    if (!facts || typeof facts.id !== "string")
        return undefined;
    const unseen = Array.isArray(facts.unseen)
        ? facts.unseen.filter((one) => typeof one === "string")
        : [];
    return { id: facts.id, body: (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(facts.body) ? facts.body : {}, unseen };
}
function storedFacts({ id, body, unseen }) {
    return { id, body, ...(unseen.length > 0 ? { unseen } : {}) };
}
function unseenPlaces(fields, containsSecret) {
    const { writeOnly = [], createOnly = [], body } = fields;
    const secret = [...(0,_pointers_js__WEBPACK_IMPORTED_MODULE_1__/* .leaves */ .FQ)(body)].flatMap(([pointer, value]) => typeof value === "string" && value !== "" && containsSecret(value) ? [pointer] : []);
    return [...writeOnly, ...createOnly, ...secret];
}
function inOurShape({ aliases = {} }, thing) {
    return Object.entries(aliases).reduce((shaped, [ours, theirs]) => {
        const value = (0,_pointers_js__WEBPACK_IMPORTED_MODULE_1__.at)(thing, theirs);
        return value === undefined ? shaped : (0,_pointers_js__WEBPACK_IMPORTED_MODULE_1__/* .withAt */ .I3)(shaped, ours, value);
    }, thing);
}
function factsOf(fields, id, thing, unseen) {
    const rules = comparison(fields, unseen);
    const body = (0,_compare_body_js__WEBPACK_IMPORTED_MODULE_2__/* .declaredPart */ .aN)(fields.body, inOurShape(fields, thing), rules);
    return { id, body: (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(body) ? body : {}, unseen };
}
function comparison({ lists, normalize }, unseen, weak = false) {
    return { ...(lists ? { lists } : {}), ...(normalize ? { normalize } : {}), unseen, ...(weak ? { weak } : {}) };
}
function factDifferences(facts, fields, observed) {
    const found = readFacts(facts);
    if (!found)
        return [];
    const made = readFacts(observed);
    const rules = comparison(fields, found.unseen);
    return (0,_compare_body_js__WEBPACK_IMPORTED_MODULE_2__/* .bodyDifferences */ .VV)(fields.body, found.body, rules)
        .filter(({ path }) => !withAncestors(path).some((place) => isMade(place, found, made, fields)))
        .map((field) => ({ ...field, path: `/body${field.path}` }));
}
function withAncestors(pointer) {
    const path = pointer.split("/");
    return path.map((_, index) => path.slice(0, path.length - index).join("/"));
}
function isMade(pointer, found, made, fields) {
    const [wanted, now, then] = [fields.body, found.body, made?.body ?? {}].map((body) => (0,_pointers_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, pointer));
    if (wanted === undefined || then === undefined)
        return false;
    const strict = comparison(fields, found.unseen);
    if ((0,_compare_body_js__WEBPACK_IMPORTED_MODULE_2__/* .bodyDifferences */ .VV)(wanted, then, { ...strict, weak: true }, pointer).length > 0)
        return false;
    const isMoved = Array.isArray(wanted) && (0,_compare_body_js__WEBPACK_IMPORTED_MODULE_2__/* .bodyDifferences */ .VV)(wanted, then, strict, pointer).length > 0;
    const rules = isMoved ? { ...strict, lists: { ...strict.lists, [pointer]: "set" } } : strict;
    return (0,_compare_body_js__WEBPACK_IMPORTED_MODULE_2__/* .bodyDifferences */ .VV)(then, now, rules, pointer).length === 0;
}


/***/ }),

/***/ 72441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ httpFieldNames),
/* harmony export */   An: () => (/* binding */ absence),
/* harmony export */   Tc: () => (/* binding */ ownIdPointer),
/* harmony export */   bh: () => (/* binding */ sending),
/* harmony export */   oX: () => (/* binding */ httpFields)
/* harmony export */ });
function httpFields(spec) {
    return spec;
}
const httpFieldNames = [
    "baseUrl",
    "path",
    "auth",
    "headers",
    "query",
    "encoding",
    "id",
    "item",
    "find",
    "request",
    "response",
    "aliases",
    "body",
    "writeOnly",
    "createOnly",
    "replaceOn",
    "lists",
    "normalize",
    "create",
    "read",
    "update",
    "delete",
    "revision",
    "absent",
    "poll",
    "settle",
    "idempotencyKey",
    "retryOn",
    "outputs",
    "sensitiveOutputs",
    "limits",
    "rotate",
];
function ownIdPointer({ id }) {
    return typeof id === "object" && "body" in id ? id.body : undefined;
}
function sending({ update }) {
    const method = update?.method ?? "PATCH";
    return update?.send ?? (method === "PATCH" ? "changed" : method === "PUT" ? "merged" : "declared");
}
function absence({ absent }) {
    if (absent === undefined)
        return { status: [] };
    return isList(absent) ? { status: absent } : { status: [], ...absent };
}
function isList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 73579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ normalized),
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   il: () => (/* binding */ likeScalar),
/* harmony export */   tR: () => (/* binding */ sameScalar)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81567);
/* harmony import */ var _engine_json_json_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64503);


function isEmpty(value) {
    if (value === undefined || value === null || value === "")
        return true;
    return Array.isArray(value) ? value.length === 0 : (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) && Object.keys(value).length === 0;
}
function normalized(value, rule) {
    if (rule === undefined || value === undefined || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((member) => normalized(member, rule));
    switch (rule) {
        case "lowercase":
            return typeof value === "string" ? value.toLowerCase() : value;
        case "trim":
            return typeof value === "string" ? value.trim() : value;
        case "no-trailing-dot":
            return typeof value === "string" ? value.replace(/\.$/, "") : value;
        case "number":
            return typeof value === "string" && isNumber(value) ? Number(value) : value;
        case "time":
            return timeOf(value) ?? value;
        case "json":
            return typeof value === "string" ? parsed(value) : value;
    }
}
function sameScalar(wanted, found) {
    return (0,_engine_json_json_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .equalJson */ .FS)(wanted, found) || (isEmpty(wanted) && isEmpty(found));
}
function likeScalar(wanted, found) {
    if (sameScalar(wanted, found))
        return true;
    if (isEmpty(wanted) || isEmpty(found) || typeof wanted === "object" || typeof found === "object")
        return false;
    const [left, right] = [plain(wanted), plain(found)];
    if (left === right)
        return true;
    if (isNumber(left) && isNumber(right))
        return isRounded(Number(left), right);
    const [time, other] = [timeOf(wanted ?? null), timeOf(found ?? null)];
    return time !== undefined && time === other;
}
function plain(value) {
    return String(value).trim().toLowerCase().replace(/\.$/, "");
}
function isNumber(text) {
    return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text.trim());
}
function isRounded(wanted, found) {
    const kept = Number(found);
    if (wanted === kept)
        return true;
    const digits = (/\.(\d+)/.exec(found)?.[1] ?? "").length;
    const half = 0.5 * 10 ** -digits * (1 + 1e-9);
    return Math.abs(wanted - kept) <= half && Math.abs(wanted - kept) <= Math.abs(wanted) / 10;
}
function timeOf(value) {
    if (typeof value !== "string")
        return undefined;
    const [, date, clock = "T00:00:00", zone = "Z"] = /^(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(value.trim()) ?? [];
    if (date === undefined)
        return undefined;
    const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
    const time = Date.parse(`${date}${clock.replace(" ", "T").toUpperCase()}${offset}`);
    return Number.isNaN(time) ? undefined : time;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}


/***/ })

};
