export const id = 467;
export const ids = [467];
export const modules = {

/***/ 62467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  moduleChanges: () => (/* binding */ moduleChanges)
});

// EXTERNAL MODULE: ./src/context/github-context.ts
var github_context = __webpack_require__(85826);
// EXTERNAL MODULE: ./src/node/module-files.ts
var module_files = __webpack_require__(41408);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/engine/diagnostic.ts
var diagnostic = __webpack_require__(61463);
// EXTERNAL MODULE: ./src/node/safe-git.ts
var safe_git = __webpack_require__(1438);
;// CONCATENATED MODULE: ./src/node/pull-request-files.ts



/**
 * Asks git what the checked-out commit of a pull request has otherwise than the base. Reads commits and trees that are
 * here, fetches nothing, and runs nothing that a repository configures.
 * @param root real path of the workspace
 * @returns why it can't be told, as the end of a sentence
 */
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
/** With what the checked-out commit may be compared, the best first. */
async function bases(folder, commit, base, head) {
    // As it was written: of the parents that a shallow clone has cut off, git itself says nothing.
    const [first, second, third] = (commit.split("\n\n")[0] ?? "").split("\n").flatMap((line) => {
        const parent = /^parent ([0-9a-f]{40,64})$/.exec(line)?.[1];
        return parent === undefined ? [] : [parent];
    });
    // GitHub merges the head into the base. A merge in the pull request itself may have anything as its first parent.
    const merged = first !== undefined && second === head && third === undefined ? [first] : [];
    if (typeof base !== "string" || !/^[0-9a-f]{40,64}$/.test(base))
        return merged;
    const fork = (await (0,safe_git/* askGit */.g)(folder, ["merge-base", base, "HEAD"]))?.trim();
    return [...merged, ...(fork ? [fork] : []), base];
}

// EXTERNAL MODULE: ./src/run/modules.ts + 15 modules
var run_modules = __webpack_require__(4585);
;// CONCATENATED MODULE: ./src/run/module-changes.ts




const kindsPointer = "/spec/processors/";
function moduleUses({ processors, hooks }) {
    const kinds = processors.map((pattern, index) => ({ pattern, pointer: `${kindsPointer}${index}` }));
    const own = hooks.flatMap((hook, index) => (0,run_modules/* isModule */.FS)(hook) ? [{ pattern: hook.use, pointer: `/spec/hooks/${index}/use` }] : []);
    return [...kinds, ...own];
}
const none = { diagnostics: [], ofKinds: false };
/** Compares the code of modules with what the pull request of the event is made against. */
async function moduleChanges(loaded) {
    const { workspace, workingDirectory, github, trust, manifest } = loaded;
    const { project } = manifest;
    const pull = (0,github_context/* member */.D)(github.event, "pull_request");
    const uses = project ? moduleUses(project) : [];
    if (!project || pull === undefined || uses.length === 0)
        return none;
    // Exactly the default branch's commit: nothing of the pull request is here.
    if (trust.trusted && github.values.event_name === "pull_request_target")
        return none;
    const commits = { base: (0,github_context/* member */.D)(pull, "base", "sha"), head: (0,github_context/* member */.D)(pull, "head", "sha") };
    const found = await pullRequestFiles(workingDirectory, workspace.root, commits);
    if (!found.ok)
        return { ...none, diagnostics: [unsure(project, uses[0]?.pointer ?? "", found.error)] };
    let ofKinds = false;
    const diagnostics = uses.flatMap(({ pattern, pointer }) => {
        const entries = (0,run_modules/* modulePaths */.nu)(pattern, workspace);
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
/** Where a folder on the way is a submodule or a symlink, it is the folder that was changed. */
function isChanged(path, { top, paths }) {
    return paths.some((changed) => isBelow(path, top === "" ? changed : `${top}/${changed}`));
}
function isBelow(path, folder) {
    return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
function change(project, pointer, paths, trusted) {
    const shown = paths.slice(0, 5).join(", ") + (paths.length > 5 ? ` and ${paths.length - 5} more files` : "");
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
