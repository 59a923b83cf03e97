export const id = 4536;
export const ids = [4536];
export const modules = {

/***/ 36158:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ versionIn),
/* harmony export */   PF: () => (/* binding */ downloadFieldNames),
/* harmony export */   Vr: () => (/* binding */ writtenFacts),
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   bQ: () => (/* binding */ showMode),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   fd: () => (/* binding */ contentIn),
/* harmony export */   gp: () => (/* binding */ downloadFields),
/* harmony export */   jd: () => (/* binding */ downloadOutputs),
/* harmony export */   k_: () => (/* binding */ includedIn),
/* harmony export */   tX: () => (/* binding */ differences),
/* harmony export */   uO: () => (/* binding */ declaredMode)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81567);
/* harmony import */ var _engine_text_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41660);
/* harmony import */ var _tree_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57422);



function includedIn({ include = [] }) {
    const wanted = include.filter((pattern) => !pattern.startsWith("!"));
    const unwanted = include.flatMap((pattern) => (pattern.startsWith("!") ? [pattern.slice(1)] : []));
    const compiled = (globs) => globs.length > 0 ? (0,_engine_text_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlobs */ .tI)(globs, { dot: true }) : undefined;
    return { wanted: compiled(wanted), unwanted: compiled(unwanted) };
}
const downloadFieldNames = [
    "url",
    "headers",
    "auth",
    "limits",
    "path",
    "extract",
    "mode",
    "sha256",
    "unpinned",
];
function downloadFields(spec) {
    return spec;
}
function pinned({ sha256, unpinned }) {
    return unpinned ? undefined : sha256;
}
function declaredMode({ mode }) {
    return mode === undefined ? undefined : Number.parseInt(mode, 8);
}
function showMode(mode) {
    return mode.toString(8).padStart(4, "0");
}
function contentIn(facts) {
    if (typeof facts?.sha256 !== "string" || typeof facts.size !== "number")
        return undefined;
    return { sha256: facts.sha256, size: facts.size };
}
function versionIn(facts) {
    return {
        ...(typeof facts?.etag === "string" ? { etag: facts.etag } : {}),
        ...(typeof facts?.lastModified === "string" ? { lastModified: facts.lastModified } : {}),
    };
}
function writtenFacts({ path }, content, version) {
    return { path, type: "file", ...content, ...version };
}
const downloadOutputs = ["FILE_PATH", "FOLDER_PATH", "SIZE", "SHA256_CHECKSUM"];
function outputsOf({ path, extract }, { sha256, size }) {
    return [
        extract ? { name: "FOLDER_PATH", value: extract.to } : { name: "FILE_PATH", value: path },
        { name: "SIZE", value: size },
        { name: "SHA256_CHECKSUM", value: sha256 },
    ];
}
function differences(facts, fields, observed) {
    const found = contentIn(facts);
    const wanted = wantedContent(facts, fields, observed);
    if (fields.extract)
        return [...archiveDifference(found, wanted), ...(0,_tree_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .treeDifferences */ .Xm)(facts)];
    const same = facts.type === "file" && (wanted === undefined || found?.sha256 === wanted.sha256);
    const content = same
        ? []
        : [
            {
                path: "/content",
                before: facts.type === "file" && found ? shownContent(found) : `(${facts.type})`,
                after: wanted === undefined ? `what ${host(fields)} has` : shownContent(wanted),
            },
        ];
    const mode = declaredMode(fields);
    if (facts.type !== "file" || mode === undefined || facts.mode === showMode(mode))
        return content;
    return [...content, { path: "/mode", before: facts.mode ?? null, after: showMode(mode) }];
}
function archiveDifference(found, wanted) {
    if (!found || !wanted || found.sha256 === wanted.sha256)
        return [];
    return [{ path: "/content", before: shownContent(found), after: shownContent(wanted) }];
}
function wantedContent({ upstream }, fields, observed) {
    const sha256 = pinned(fields);
    if (sha256 !== undefined)
        return { sha256 };
    if ((0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(upstream))
        return contentIn(upstream) ?? { sha256: otherVersion(upstream) };
    return contentIn(observed);
}
function otherVersion({ other }) {
    return `another version (${typeof other === "string" ? other : "of unknown age"})`;
}
function shownContent({ sha256, size }) {
    const named = /^[0-9a-f]{64}$/.test(sha256) ? `sha256:${sha256}` : sha256;
    return size === undefined ? named : `${named} (${size} bytes)`;
}
function host({ url }) {
    return URL.parse(url)?.host ?? "the server";
}


/***/ }),

/***/ 64536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  downloadProcessor: () => (/* binding */ downloadProcessor)
});

var glob = __webpack_require__(41660);
var download_spec = __webpack_require__(36158);
var diagnostic = __webpack_require__(9246);
var file_access = __webpack_require__(14435);
var parse_resource = __webpack_require__(5723);
;// CONCATENATED MODULE: ./src/processors/download/parse-download.ts





function parseDownload(files, validate, spec) {
    const shape = validate("opus/v1", "Download", spec) ?? [];
    if (shape.length > 0)
        return (0,diagnostic/* err */._q)([...shape]);
    const fields = (0,download_spec/* downloadFields */.gp)(spec);
    const problems = [...pinProblems(fields), ...(0,parse_resource/* authProblems */.hH)(fields), ...placeProblems(files, fields)];
    return problems.length > 0 ? (0,diagnostic/* err */._q)(problems) : (0,diagnostic.ok)(spec);
}
function pinProblems({ sha256, unpinned }) {
    if (sha256 === undefined && unpinned !== true) {
        const message = "there is no `sha256`: whatever the server gives one day would be taken";
        const suggestion = "Add the `sha256` that its makers publish; or `unpinned: true`, if any version is fine.";
        return [{ code: "invalid-value", message, pointer: "", suggestion, atKey: true }];
    }
    if (sha256 === undefined || unpinned !== true)
        return [];
    const message = "`sha256` pins it, and `unpinned: true` says that it is not pinned";
    return [{ code: "invalid-value", message, pointer: "/unpinned", suggestion: "Keep one of them." }];
}
function placeProblems(files, { path, extract, mode }) {
    if (!extract) {
        const normal = files.normalize(path);
        return normal.ok ? [] : [(0,file_access/* pathProblem */.z9)(normal.error, "/path")];
    }
    const normal = files.normalize(extract.to, { folder: true });
    const whole = "is the workspace itself, or ends with a slash";
    const wrong = normal.ok && (normal.value === "." || extract.to.endsWith("/")) ? `\`${extract.to}\` ${whole}` : undefined;
    const error = normal.ok ? wrong : normal.error;
    const place = error === undefined ? [] : [(0,file_access/* pathProblem */.z9)(error, "/extract/to")];
    const globs = (extract.include ?? []).flatMap((pattern, index) => {
        const wrong = (0,glob/* globProblem */.AI)(pattern.replace(/^!/, ""));
        const suggestion = "Write a shorter one, or several.";
        return wrong === undefined
            ? []
            : [{ code: "invalid-value", message: `the glob ${wrong}`, pointer: `/extract/include/${index}`, suggestion }];
    });
    if (mode === undefined)
        return [...place, ...globs];
    const message = "`mode` is for a single file: an archive says which of its files can be executed";
    return [...place, ...globs, { code: "invalid-value", message, pointer: "/mode", suggestion: "Take it away." }];
}

;// CONCATENATED MODULE: ./src/processors/download/download.ts



const asked = ["/headers", "/auth", "/limits"];
function downloadProcessor({ files, validate }) {
    const work = async (spec, io, task) => {
        const { DownloadWork } = await __webpack_require__.e(/* import() */ 9993).then(__webpack_require__.bind(__webpack_require__, 79993));
        return task(new DownloadWork(files, (0,download_spec/* downloadFields */.gp)(spec), io));
    };
    const realPath = (spec) => {
        const real = files.realPath(placeOf(spec));
        return real.ok ? real.value : undefined;
    };
    return {
        apiVersion: "opus/v1",
        kind: "Download",
        parse: (spec) => parseDownload(files, validate, spec),
        observe: (spec, io) => work(spec, io, (download) => download.observe()),
        create: (spec, io) => work(spec, io, (download) => download.create()),
        update: (_before, after, io) => work(after, io, (download) => download.update()),
        delete: (before, io) => work(before, io, (download) => download.remove()),
        fields: {
            names: [...download_spec/* downloadFieldNames */.PF, "content"],
            normalize: (spec) => typeof spec.sha256 === "string" && /^[0-9a-fA-F]{64}$/.test(spec.sha256)
                ? { ...spec, sha256: spec.sha256.toLowerCase() }
                : spec,
        },
        compare: {
            differs: (facts, spec, observed) => (0,download_spec/* differences */.tX)(facts, (0,download_spec/* downloadFields */.gp)(spec), observed),
            replaceOn: (before, after) => [...moved(before, after, realPath)],
            recordOnly: (after) => [...asked, ...((0,download_spec/* pinned */.dp)((0,download_spec/* downloadFields */.gp)(after)) === undefined ? [] : ["/url"])],
            accept: (facts, spec, _written, observed) => (0,download_spec/* differences */.tX)(facts, (0,download_spec/* downloadFields */.gp)(spec), observed).map(({ path, before = null }) => acceptable(path, before)),
        },
        known: {
            thing: "File",
            identity: (spec) => ((0,download_spec/* downloadFields */.gp)(spec).extract ? `${realPath(spec) ?? placeOf(spec)}/` : realPath(spec)),
            excludes: (spec) => foldersAbove(`${realPath(spec) ?? ""}${(0,download_spec/* downloadFields */.gp)(spec).extract ? "/" : ""}`),
            mayHold: (spec, identity) => mayUnpack((0,download_spec/* downloadFields */.gp)(spec).extract, realPath(spec) ?? placeOf(spec), identity),
            addressFields: (recorded) => [recorded.extract === undefined ? "path" : "extract"],
            outputNames: download_spec/* downloadOutputs */.jd,
        },
        workspace: {
            writes: globsOf,
            owns: { fields: ["path", "extract"], of: globsOf },
        },
    };
}
function acceptable(path, before) {
    if (path === "/mode")
        return { path, value: before };
    const hint = "Where the server has another version by now, write its `sha256`; a file of your own is a File with `source`.";
    return { path: "", why: "what is there did not come from the server", hint };
}
function moved(before, after, realPath) {
    const [was, is] = [(0,download_spec/* downloadFields */.gp)(before).extract, (0,download_spec/* downloadFields */.gp)(after).extract];
    if (!was !== !is)
        return ["/path", "/extract"];
    const [from, to] = [placeOf(before), placeOf(after)];
    if (from === to || (realPath(before) ?? from) === (realPath(after) ?? to))
        return [];
    return [is ? "/extract/to" : "/path"];
}
function mayUnpack(extract, folder, identity) {
    if (!extract || !identity.startsWith(`${folder}/`))
        return false;
    const path = identity.slice(folder.length + 1);
    if (path === "")
        return false;
    const isFolder = path.endsWith("/");
    const { wanted, unwanted } = (0,download_spec/* includedIn */.k_)(extract);
    if (unwanted?.matches(isFolder ? `${path}x` : path))
        return false;
    return wanted === undefined || (isFolder ? wanted.leads(path) : wanted.matches(path));
}
function globsOf(spec) {
    return [(0,download_spec/* downloadFields */.gp)(spec).extract ? `${(0,glob/* escapeGlob */.yk)(placeOf(spec))}/**` : placeOf(spec)];
}
function placeOf(spec) {
    const { path, extract } = (0,download_spec/* downloadFields */.gp)(spec);
    return extract?.to ?? path;
}
function foldersAbove(path) {
    const folders = [];
    for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1))
        folders.push(path.slice(0, at));
    return folders;
}


/***/ }),

/***/ 57422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   TV: () => (/* binding */ isExecutable),
/* harmony export */   Xm: () => (/* binding */ treeDifferences),
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   _J: () => (/* binding */ storedTree),
/* harmony export */   mt: () => (/* binding */ linkState),
/* harmony export */   oT: () => (/* binding */ fileState)
/* harmony export */ });
/* harmony import */ var _engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81567);
/* harmony import */ var _engine_text_grouped_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51602);


const mostShown = 50;
const missing = "missing";
function fileState(sha256, executable) {
    return executable ? `sha256:${sha256}, executable` : `sha256:${sha256}`;
}
function isExecutable(state) {
    return state?.endsWith(", executable") === true;
}
function linkState(target) {
    return `link to ${target}`;
}
function readTree(facts) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(facts?.files))
        return undefined;
    const texts = (value) => Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
    return {
        files: new Map(Object.entries(facts.files).map(([path, state]) => [path, String(state)])),
        left: texts(facts.left),
        folders: texts(facts.folders),
    };
}
function storedTree({ files, left, folders }) {
    return { files: Object.fromEntries(files), folders: [...folders], ...(left.length > 0 ? { left: [...left] } : {}) };
}
function treeDifferences({ changed }) {
    if (!(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(changed))
        return [];
    const all = Object.entries(changed).map(([path, states]) => {
        const { found = missing, wanted = missing } = (0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(states) ? states : {};
        return { path: `/content/${(0,_engine_json_json_js__WEBPACK_IMPORTED_MODULE_0__/* .pointerSegment */ .LQ)(path)}`, before: found, after: wanted };
    });
    if (all.length <= mostShown)
        return all;
    const more = `${(0,_engine_text_grouped_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .z)(all.length - mostShown)} more files differ`;
    return [...all.slice(0, mostShown), { path: "/content", before: more, after: "as unpacked" }];
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


/***/ })

};
