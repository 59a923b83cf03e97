export const id = 558;
export const ids = [558];
export const modules = {

/***/ 4498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ handoverPlace),
/* harmony export */   x: () => (/* binding */ isHandoverPlace)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const folderName = "opus";
const fileName = /^handover-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;
function handoverPlace(folder, id) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, folderName, `handover-${id}.json`);
}
function isHandoverPlace(path, folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path) === (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, folderName) && fileName.test((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
}


/***/ }),

/***/ 558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingLeft: () => (/* binding */ nothingLeft)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _node_files_owned_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17101);
/* harmony import */ var _state_local_root_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88799);
/* harmony import */ var _handover_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4498);




function nothingLeft(environment) {
    const { STATE_handover: path, RUNNER_TEMP: temporary, RUNNER_DEBUG: debug } = environment;
    if (debug === "1")
        return false;
    if (path && temporary && !((0,_handover_place_js__WEBPACK_IMPORTED_MODULE_2__/* .isHandoverPlace */ .x)(path, temporary) && isGone(path)))
        return false;
    const host = { environment, terminal: false };
    return ![(0,_state_local_root_js__WEBPACK_IMPORTED_MODULE_1__/* .planningFolder */ .Yv)(host), ...(0,_state_local_root_js__WEBPACK_IMPORTED_MODULE_1__/* .leftIn */ .J$)(host)].some(hasOwned);
}
function isGone(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
    }
    catch {
        return false;
    }
}
function hasOwned(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).some((name) => _node_files_owned_name_js__WEBPACK_IMPORTED_MODULE_3__/* .ownedName */ .d.test(name));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 88799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* binding */ leftIn),
/* harmony export */   Wq: () => (/* binding */ localRoot),
/* harmony export */   Yv: () => (/* binding */ planningFolder),
/* harmony export */   hB: () => (/* binding */ scriptFolders)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


function localRoot({ environment, terminal }) {
    if (!terminal && environment.RUNNER_TEMP)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.RUNNER_TEMP, "opus", "local");
    const places = [environment.XDG_STATE_HOME, environment.LOCALAPPDATA];
    const chosen = places.find((place) => place !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(place));
    const home = (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(chosen ?? ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(home) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, ".local", "state") : (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)()), "opus");
}
function scriptFolders(host) {
    return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(localRoot(host), "scripts"), (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)()];
}
function planningFolder(host) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(localRoot(host), "plans");
}
function leftIn(host) {
    const { RUNNER_TEMP: temporary } = host.environment;
    return [...new Set([...scriptFolders(host), ...(temporary ? [temporary] : [])])];
}


/***/ }),

/***/ 17101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ownedName)
/* harmony export */ });
const ownedName = /^opus-[a-z]+-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[A-Za-z0-9]{6}$/;


/***/ })

};
