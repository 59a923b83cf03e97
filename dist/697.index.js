export const id = 697;
export const ids = [697];
export const modules = {

/***/ 32697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openReports: () => (/* binding */ openReports)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _context_github_context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85826);
/* harmony import */ var _context_trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79205);
/* harmony import */ var _engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61463);
/* harmony import */ var _node_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23052);
/* harmony import */ var _node_workspace_commit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65199);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90288);








/**
 * Events under which the workflow is that of the default branch, whoever caused them: what it posts runs nothing of
 * theirs, and its token may write.
 */
const ownWorkflow = new Set(["workflow_run", "pull_request_target", "issue_comment"]);
/** Opens the folder that reports are in, and decides whether what they say may be posted. */
async function openReports(settings, host) {
    const { environment } = host;
    const workingDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(host.directory, settings.workingDirectory);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(workingDirectory)) {
        const message = `the working directory ${settings.workingDirectory} does not exist`;
        return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)((0,_load_js__WEBPACK_IMPORTED_MODULE_5__/* .inputProblem */ .oi)(message, "Check the input `working-directory`."));
    }
    const opened = _node_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .Workspace */ .a.open((0,_load_js__WEBPACK_IMPORTED_MODULE_5__/* .workspaceRoot */ .oS)(host, workingDirectory), workingDirectory);
    if (!opened.ok)
        return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)((0,_load_js__WEBPACK_IMPORTED_MODULE_5__/* .inputProblem */ .oi)(opened.error));
    const workspace = opened.value;
    const github = (0,_context_github_context_js__WEBPACK_IMPORTED_MODULE_7__/* .readGithubContext */ .z)(environment, _load_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR);
    const trust = await (0,_context_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .decideTrust */ .J)(environment, github, () => (0,_node_workspace_commit_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceCommit */ .p)(workspace.root));
    const granted = trust.trusted || ownWorkflow.has(environment.GITHUB_EVENT_NAME ?? "");
    return (0,_engine_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__.ok)({ workspace, github, trust, requests: { granted, why: trust.why } });
}


/***/ })

};
