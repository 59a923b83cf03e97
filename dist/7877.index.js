export const id = 7877;
export const ids = [7877];
export const modules = {

/***/ 67877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   defaultProject: () => (/* binding */ defaultProject)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _engine_model_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76141);
/* harmony import */ var _engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41660);
/* harmony import */ var _engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7487);
/* harmony import */ var _engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57849);
/* harmony import */ var _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92583);
/* harmony import */ var _node_sha256_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88437);








async function defaultProject(options) {
    const { root, repository } = options;
    const outside = nameOf(root);
    const base = repository?.split("/")[1] || (await originName(root)) || outside;
    const known = repository ? [base] : [base, outside];
    const folder = manifestFolder(options);
    const top = (0,_engine_model_project_js__WEBPACK_IMPORTED_MODULE_4__/* .reservedProject */ .K)(base) === undefined ? base : base.replaceAll(".", "-");
    const name = folder === "" ? top : `${base}--${folderPart(folder)}`;
    const former = known.filter((one) => one !== name);
    const foreign = folder !== "" && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "opus.yaml"));
    return { name, former: foreign ? [] : [...new Set(former)] };
}
function manifestFolder({ root, workingDirectory, manifest }) {
    const base = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(workingDirectory) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workingDirectory) : workingDirectory;
    const folders = manifest.map((pattern) => {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, (0,_engine_text_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .plainFolders */ .es)(pattern).join("/") || (pattern.startsWith("/") ? "/" : "."));
    });
    const common = folders.reduce((one, other) => commonFolder(one, other), folders[0] ?? base);
    const inside = isWithin(base, common) ? common : base;
    return isWithin(root, inside) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, inside).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/") : "";
}
function commonFolder(one, other) {
    let folder = one;
    while (!isWithin(folder, other) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) !== folder)
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return folder;
}
function isWithin(folder, path) {
    return path === folder || path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? folder : folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
}
const plain = /^(?!-)(?!.*--)[A-Za-z0-9._-]+(?<!-)$/;
const longest = 100;
function folderPart(folder) {
    const segments = folder.split("/");
    const joined = segments.join("--");
    if (joined.length <= longest && segments.every((segment) => plain.test(segment)))
        return joined;
    const sum = (0,_node_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(folder).slice(0, 16);
    const legible = joined.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, longest - 20);
    return `${(0,_engine_text_line_ends_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutEnd */ .M)(legible, "-")}---${sum}`;
}
async function originName(root) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ".git")))
        return undefined;
    const origin = await _node_git_checkout_js__WEBPACK_IMPORTED_MODULE_2__/* .checkout */ .P.origin(root);
    if (!origin.ok)
        return undefined;
    const last = (0,_engine_text_shown_url_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutCredentials */ .ri)(origin.value)
        .split(/[\\/:]/)
        .filter(Boolean)
        .at(-1);
    const name = last?.replace(/\.git$/, "");
    return name === undefined || name === "" ? undefined : name.replaceAll(illegal, "-");
}
function nameOf(path) {
    const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? "";
    return name.replaceAll(illegal, "-").replace(/^[^A-Za-z0-9]+/, "") || "project";
}
const illegal = /[^A-Za-z0-9._-]/g;


/***/ })

};
