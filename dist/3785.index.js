export const id = 3785;
export const ids = [3785];
export const modules = {

/***/ 83785:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runTool: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _action_input_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41068);
/* harmony import */ var _engine_diagnostics_code_frame_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96420);
/* harmony import */ var _engine_text_surface_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67943);
/* harmony import */ var _hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12188);
/* harmony import */ var _manifest_load_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23933);
/* harmony import */ var _manifest_yaml_decode_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(72999);
/* harmony import */ var _node_workspace_manifest_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18443);
/* harmony import */ var _node_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(83826);
/* harmony import */ var _processors_built_in_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55793);
/* harmony import */ var _load_load_built_in_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3603);












const docsRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname, "..");
async function runTool({ name, operands, options }, env) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(env.directory, String(options.workingDirectory ?? "."));
    switch (name) {
        case "init": {
            const { init } = await __webpack_require__.e(/* import() */ 8376).then(__webpack_require__.bind(__webpack_require__, 48376));
            const template = options.template === undefined ? undefined : String(options.template);
            const program = import.meta.dirname;
            const refuse = (message) => refused(env, message);
            return init({ folder, template, program }, { say: (line) => env.print(`${line}\n`), refuse });
        }
        case "explain": {
            const { explain } = await __webpack_require__.e(/* import() */ 308).then(__webpack_require__.bind(__webpack_require__, 90308));
            const explained = explain(operands[0], codePage);
            return explained.ok ? printed(env, `${explained.text}\n`) : refused(env, explained.error);
        }
        case "graph":
            return drawn(folder, options, env);
        case "fmt":
            return formatted(folder, operands, options, env);
        case "docs":
            return served(options, env);
        case "completion":
            return completed(operands[0] ?? "", env);
    }
}
function printed({ print }, text) {
    print(text);
    return 0;
}
function refused({ say }, message) {
    say(`opus: ${message}`);
    return 1;
}
function codePage(code) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(docsRoot, "docs/codes", `${code}.md`), "utf8");
    }
    catch {
        return undefined;
    }
}
async function served(options, env) {
    const text = String(options.port ?? "0");
    const port = Number(text);
    if (!/^\d+$/.test(text) || port > 65_535)
        return refused(env, `--port must be a number from 0 to 65535, not "${text}"`);
    const { serveDocs } = await Promise.all(/* import() */[__webpack_require__.e(8901), __webpack_require__.e(7526)]).then(__webpack_require__.bind(__webpack_require__, 67526));
    try {
        const { url, close } = await serveDocs(docsRoot, port);
        env.print(`The docs are at ${url} until you press Ctrl-C.\n`);
        await new Promise((resolve) => {
            for (const signal of ["SIGINT", "SIGTERM"])
                process.once(signal, () => resolve());
        });
        close();
        return 0;
    }
    catch (error) {
        return refused(env, `the docs can't be served: ${error.message}`);
    }
}
async function completed(shell, env) {
    const { renderCompletion, shells } = await __webpack_require__.e(/* import() */ 474).then(__webpack_require__.bind(__webpack_require__, 90474));
    const found = shells.find((one) => one === shell);
    if (found === undefined)
        return refused(env, `there is a completion for ${shells.join(", ")}, not for "${shell}"`);
    const { metadata } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 86170));
    return printed(env, renderCompletion(found, metadata));
}
function patternsOf({ manifest }) {
    const given = (Array.isArray(manifest) ? manifest : [manifest ?? ""]).flatMap((one) => (0,_action_input_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .listParts */ .Z)(String(one)));
    const patterns = given.map((one) => one.trim()).filter((one) => one !== "");
    return patterns.length === 0 ? ["opus.yaml"] : patterns;
}
async function loaded(folder, patterns, { say }, counts = () => true) {
    const top = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? (0,_node_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .openWorkspace */ .O)(folder, folder) : undefined;
    if (!top?.ok) {
        say(`opus: the folder ${folder} ${top === undefined ? "does not exist" : "can't be opened"}`);
        return undefined;
    }
    const files = (0,_node_workspace_manifest_files_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestFiles */ .T)(top.value, { workingDirectory: folder, surface: _engine_text_surface_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalSurface */ .A });
    const read = (0,_manifest_load_js__WEBPACK_IMPORTED_MODULE_6__/* .readManifest */ .W)(patterns, files);
    await (0,_load_load_built_in_js__WEBPACK_IMPORTED_MODULE_10__/* .loadBuiltIn */ .Q)(read.kinds);
    const manifest = read.check((0,_processors_built_in_js__WEBPACK_IMPORTED_MODULE_9__/* .specRules */ .p_)());
    for (const one of manifest.diagnostics)
        if (one.severity === "error" && counts(one))
            say((0,_engine_diagnostics_code_frame_js__WEBPACK_IMPORTED_MODULE_3__/* .renderDiagnostic */ .I)(one, manifest.sources, { color: false, redact: (text) => text }));
    return { manifest, workspace: top.value };
}
async function drawn(folder, options, env) {
    const { drawGraph, formats, graphOf } = await __webpack_require__.e(/* import() */ 111).then(__webpack_require__.bind(__webpack_require__, 80111));
    const wanted = String(options.format ?? "mermaid");
    const format = formats.find((one) => one === wanted);
    if (format === undefined)
        return refused(env, `--format must be ${formats.join(", ")}, not "${wanted}"`);
    const found = await loaded(folder, patternsOf(options), env);
    if (found === undefined)
        return 1;
    const isSound = !found.manifest.diagnostics.some(({ severity }) => severity === "error");
    if (!isSound)
        return 1;
    return printed(env, drawGraph(graphOf(found.manifest.tasks), format));
}
const ofTexts = new Set([
    "manifest-not-found",
    "manifest-unreadable",
    "manifest-too-large",
    "bad-encoding",
    "control-character",
    "yaml-syntax",
    "yaml-directive",
]);
async function formatted(folder, operands, options, env) {
    const patterns = operands.length > 0 ? operands : patternsOf(options);
    const given = await loaded(folder, patterns, env, ({ code }) => ofTexts.has(code));
    if (given === undefined)
        return 1;
    const check = options.check === true;
    const errors = given.manifest.diagnostics.filter(({ severity }) => severity === "error");
    const unsound = errors.filter(({ code }) => ofTexts.has(code));
    let status = given.manifest.files.length === 0 || unsound.length > 0 ? 1 : 0;
    for (const path of given.manifest.files) {
        const isUnsound = unsound.some(({ location }) => location?.file === path);
        const result = isUnsound ? unread : await formattedFile(path, given.workspace, check);
        if (result.state === "left")
            status = refused(env, `${path} is left as it is: ${result.why}`);
        if (result.state !== "changed")
            continue;
        if (check)
            status = 1;
        env.print(`${path}  ${check ? "would change" : "formatted"}\n`);
    }
    const others = operands.length > 0 ? 0 : errors.length - unsound.length;
    if (others > 0)
        env.say(`opus: spacing is all that was looked at, and the manifest has ${(0,_hooks_rendering_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(others, "error")} besides: see \`opus validate\``);
    return status;
}
const unread = { state: "left", why: "its text is not sound, as said above" };
const largestFile = 16 * 1024 * 1024;
async function formattedFile(path, workspace, check) {
    const { format } = await __webpack_require__.e(/* import() */ 9875).then(__webpack_require__.bind(__webpack_require__, 99875));
    const read = workspace.read(path, largestFile);
    if (!read.ok)
        return { state: "left", why: read.error.message };
    const { text, problems } = (0,_manifest_yaml_decode_js__WEBPACK_IMPORTED_MODULE_11__/* .decode */ .D)(read.value, path);
    if (problems[0] !== undefined)
        return { state: "left", why: problems[0].message };
    const result = format(text);
    if (result.state !== "changed" || check)
        return result;
    const { whyNotWritten, writeChanged } = await __webpack_require__.e(/* import() */ 5103).then(__webpack_require__.bind(__webpack_require__, 15103));
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, path)))
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .join("/");
    const why = whyNotWritten(target, workspace);
    if (why !== undefined)
        return { state: "left", why };
    const bytes = new TextEncoder().encode(result.text);
    const written = await writeChanged({ path: target, shown: path, found: read.value, bytes }, workspace);
    return written.ok ? { state: "changed" } : { state: "left", why: written.error };
}


/***/ })

};
