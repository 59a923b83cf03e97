export const id = 5951;
export const ids = [5951];
export const modules = {

/***/ 45951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  moduleChanges: () => (/* binding */ moduleChanges)
});

var listed = __webpack_require__(77139);
var github_context = __webpack_require__(47407);
var external_node_path_ = __webpack_require__(76760);
var diagnostic = __webpack_require__(9246);
var safe_git = __webpack_require__(76431);
;// CONCATENATED MODULE: ./src/node/git/pull-request-files.ts



async function pullRequestFiles(folder, root, { base, head }) {
    const top = (await (0,safe_git/* askGit */.g)(folder, ["rev-parse", "--show-toplevel"]))?.trim();
    const commit = await (0,safe_git/* askGit */.g)(folder, ["cat-file", "commit", "HEAD"]);
    if (!top || commit === undefined)
        return (0,diagnostic/* err */._q)("git can't be asked about the checkout");
    for (const from of await bases(folder, commit, base, head)) {
        const options = ["-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=none"];
        const changed = await (0,safe_git/* askGit */.g)(folder, ["diff-tree", ...options, from, "HEAD"]);
        if (changed !== undefined)
            return (0,diagnostic.ok)({ top: (0,external_node_path_.relative)(root, top).split(external_node_path_.sep).join("/"), paths: changed.split("\0").filter(Boolean) });
    }
    return (0,diagnostic/* err */._q)("the commit that it is compared with is not in the checkout");
}
async function bases(folder, commit, base, head) {
    const [first, second, third] = (commit.split("\n\n")[0] ?? "").split("\n").flatMap((line) => {
        const parent = /^parent ([0-9a-f]{40,64})$/.exec(line)?.[1];
        return parent === undefined ? [] : [parent];
    });
    const merged = first !== undefined && second === head && third === undefined ? [first] : [];
    if (typeof base !== "string" || !/^[0-9a-f]{40,64}$/.test(base))
        return merged;
    const fork = (await (0,safe_git/* askGit */.g)(folder, ["merge-base", base, "HEAD"]))?.trim();
    return [...merged, ...(fork ? [fork] : []), base];
}

var module_files = __webpack_require__(84658);
var module_paths = __webpack_require__(33549);
;// CONCATENATED MODULE: ./src/app/extensions/changed-extensions.ts





const kindsPointer = "/spec/processors/";
function moduleUses({ processors, hooks }) {
    const kinds = processors.map(({ use: pattern }, index) => ({ pattern, pointer: `${kindsPointer}${index}` }));
    const own = hooks.flatMap((hook, index) => (0,module_paths/* isModule */.FS)(hook) ? [{ pattern: hook.use, pointer: `/spec/hooks/${index}/use` }] : []);
    return [...kinds, ...own];
}
const none = { diagnostics: [], ofKinds: false };
async function moduleChanges(loaded) {
    const { workspace, workingDirectory, github, trust, manifest } = loaded;
    const { project } = manifest;
    const pull = (0,github_context/* member */.D)(github.event, "pull_request");
    const uses = project ? moduleUses(project) : [];
    if (!project || pull === undefined || uses.length === 0)
        return none;
    if (trust.trusted && github.values.event_name === "pull_request_target")
        return none;
    const commits = { base: (0,github_context/* member */.D)(pull, "base", "sha"), head: (0,github_context/* member */.D)(pull, "head", "sha") };
    const found = await pullRequestFiles(workingDirectory, workspace.root, commits);
    if (!found.ok)
        return { ...none, diagnostics: [unsure(project, uses[0]?.pointer ?? "", found.error)] };
    let ofKinds = false;
    const diagnostics = uses.flatMap(({ pattern, pointer }) => {
        const entries = (0,module_paths/* modulePaths */.nu)(pattern, workspace);
        const modules = entries.ok
            ? entries.value.map((path) => ({ path, ...(0,module_files/* moduleFiles */.u)(path, workspace, workingDirectory) }))
            : [];
        const paths = [...new Set(modules.flatMap((module) => module.paths))];
        const changed = paths.filter((path) => isChanged(path, found.value)).sort();
        if (changed.length > 0 && pointer.startsWith(kindsPointer))
            ofKinds = true;
        const cut = modules.find(({ whole }) => !whole);
        const outside = paths.find((path) => !isBelow(path, found.value.top));
        return [
            ...(changed.length > 0 ? [change(project, pointer, changed, trust.trusted)] : []),
            ...(cut ? [unsure(project, pointer, `${cut.path} imports more files than are looked at`)] : []),
            ...(outside === undefined ? [] : [unsure(project, pointer, `${outside} lies outside of the checkout`)]),
        ];
    });
    return { diagnostics, ofKinds };
}
function isChanged(path, { top, paths }) {
    return paths.some((changed) => isBelow(path, top === "" ? changed : `${top}/${changed}`));
}
function isBelow(path, folder) {
    return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
function change(project, pointer, paths, trusted) {
    const shown = (0,listed/* andMore */.v)(paths, 5, "more files");
    const power = trusted
        ? "whose code acts with everything that the step has"
        : "whose code would act with everything that the step has; this run did not import it";
    return {
        severity: "warning",
        code: "module-changed",
        message: `module changed: this pull request changes ${shown}, ${power}`,
        location: project.locate(pointer),
        suggestion: "Review its code as you would review a workflow: no plan shows what it will do.",
    };
}
function unsure(project, pointer, why) {
    return {
        severity: "notice",
        code: "module-unsure",
        message: `it can't be told whether this pull request changes code of modules: ${why}`,
        location: project.locate(pointer),
        suggestion: "Check out the merge of the pull request with `fetch-depth: 2` of actions/checkout.",
    };
}


/***/ })

};
