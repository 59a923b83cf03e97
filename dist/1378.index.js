export const id = 1378;
export const ids = [1378];
export const modules = {

/***/ 91378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  joinRun: () => (/* binding */ joinRun)
});

var pull_request_session = __webpack_require__(81305);
var diagnostic = __webpack_require__(9246);
var json_size = __webpack_require__(31617);
var size_limits = __webpack_require__(44608);
var grouped = __webpack_require__(51602);
var labels = __webpack_require__(12188);
var invalid_manifest = __webpack_require__(74188);
var read_report = __webpack_require__(91149);
;// CONCATENATED MODULE: ./src/app/report/join/join-reports.ts







function joinReports({ reports }, workspace) {
    const files = workspace.glob(reports);
    if (!files.ok)
        return (0,diagnostic/* err */._q)(wrong([problem(`the input "reports": ${files.error}`)]));
    if (files.value.length === 0) {
        const message = `no report was found: ${reports.join(", ")} matches no file`;
        const suggestion = "Download the reports of the other jobs (their output `report-path`) before this step, or set the input `reports`.";
        return (0,diagnostic/* err */._q)(wrong([{ ...problem(message), suggestion }]));
    }
    const found = [];
    const problems = [];
    let values = 0;
    for (const path of files.value) {
        const shown = workspace.display(path);
        const read = workspace.read(path, read_report/* reportLimit */.g);
        const text = read.ok ? new TextDecoder().decode(read.value) : "";
        values += (0,json_size/* jsonSize */.o)(text).values;
        if (values > size_limits/* allReportsValues */.DJ)
            return (0,diagnostic/* err */._q)(wrong([located(tooMany, shown)]));
        const report = read.ok ? (0,read_report/* readReport */.t)(text) : (0,diagnostic/* err */._q)(read.error.message);
        if (report.ok)
            found.push({ shown, report: report.value });
        else
            problems.push({ ...located(`this report can't be used: ${report.error}`, shown), suggestion: sameVersion });
    }
    problems.push(...disagreements(found));
    return problems.length > 0 ? (0,diagnostic/* err */._q)(wrong(problems)) : (0,diagnostic.ok)(joined(found));
}
const tooMany = `up to this report they have ${(0,grouped/* grouped */.z)(size_limits/* allReportsValues */.DJ)} values and more, and opus joins no more than that`;
const sameVersion = "Hand over the report as the same version of opus wrote it.";
function leading(found) {
    return found.find(({ report }) => report.contexts.length > 0) ?? found[0];
}
function disagreements(found) {
    const first = leading(found);
    const problems = [];
    const seen = new Map();
    for (const { shown, report } of found) {
        if (first && report.project !== "" && report.project !== first.report.project) {
            const both = `"${report.project}", and ${first.shown} is of "${first.report.project}"`;
            problems.push(located(`this report is of the project ${both}`, shown));
        }
        if (first && !isSameCommand(report, first.report)) {
            const both = `${commandOf(report)}, and ${first.shown} is of ${commandOf(first.report)}`;
            problems.push(located(`this report is of the command ${both}`, shown));
        }
        for (const { name } of report.contexts) {
            const other = seen.get(name);
            if (other === undefined)
                seen.set(name, shown);
            else
                problems.push(located(`this report tells of the context "${name}", and so does ${other}`, shown));
        }
    }
    return problems;
}
function isSameCommand(one, other) {
    if (one.command !== other.command)
        return false;
    return one.previews === other.previews || (one.previews === undefined && one.contexts.length === 0);
}
function commandOf({ command, previews }) {
    return previews === undefined ? command : `${command} (of ${previews})`;
}
function joined(found) {
    const reports = found.map(({ report }) => report);
    const first = leading(found)?.report;
    const bad = reports.find(({ result }) => result === "failure") ?? reports.find(({ result }) => result !== "success");
    const contexts = reports.flatMap((report) => report.contexts);
    return {
        command: first.command,
        ...(first.previews === undefined ? {} : { previews: first.previews }),
        project: first.project,
        result: bad?.result ?? "success",
        failureReason: bad?.failureReason ?? null,
        diagnostics: (0,invalid_manifest/* distinct */.dM)(reports.flatMap((report) => report.diagnostics)),
        contexts: contexts.sort((one, other) => (one.name < other.name ? -1 : 1)),
        sources: new Map(found.map(({ shown, report }) => [shown, report.contexts.map(({ name }) => name)])),
    };
}
function joinedLines({ sources, contexts }) {
    const byName = new Map(contexts.map((context) => [context.name, context]));
    return [...sources].map(([shown, names]) => {
        const told = names.map((name) => {
            const context = byName.get(name);
            const failed = context?.failureReason ? ` (${context.failureReason})` : "";
            return `${name}: ${context ? (0,labels/* planWords */.DO)(context.counts) : "nothing"}${failed}`;
        });
        return `${shown}: ${told.length === 0 ? "no context" : told.join("; ")}`;
    });
}
function problem(message) {
    return { severity: "error", code: "invalid-input", message };
}
function located(message, file) {
    return { ...problem(message), location: { file, line: 1, column: 1 } };
}
function wrong(problems) {
    const [first] = problems;
    const message = problems.length === 1 && first ? first.message : `${problems.length} reports can't be joined`;
    return (0,diagnostic/* failure */.V2)("invalid-input", message, problems);
}

var authorize_capabilities = __webpack_require__(4715);
var load_project = __webpack_require__(51485);
var hide_declared = __webpack_require__(54576);
var webhooks_of = __webpack_require__(67441);
;// CONCATENATED MODULE: ./src/app/report/join/joined-webhooks.ts




async function tellOfJoined(settings, { workspace, trust }, frame) {
    const files = workspace.glob(settings.manifest);
    if (!trust.trusted || !files.ok || files.value.length === 0)
        return;
    const loading = await (0,load_project/* load */.H)(settings, frame.host);
    if (!loading.ok || !namesSomebody(loading.value, settings.command))
        return;
    const loaded = loading.value;
    const capabilities = (0,authorize_capabilities/* openCapabilities */.r)(loaded, frame.host, frame.groups, settings);
    (0,hide_declared/* hideDeclared */.v)(loaded, capabilities, [], frame);
    frame.known.webhooks = (0,webhooks_of/* webhooksOf */.o)({ settings, loaded, capabilities, host: frame.host, choices: [] }, frame.secrets);
}
function namesSomebody({ manifest }, command) {
    return manifest.project?.hooks.some(({ use, on }) => use === "webhook" && on?.includes(command)) ?? false;
}

var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var github_context = __webpack_require__(47407);
var event_trust = __webpack_require__(88238);
var workspace_commit = __webpack_require__(56022);
var workspace_workspace = __webpack_require__(83826);
var input_problem = __webpack_require__(48518);
var workspace_root = __webpack_require__(79606);
;// CONCATENATED MODULE: ./src/app/report/join/open-reports.ts










const ownWorkflow = new Set(["workflow_run", "pull_request_target", "issue_comment"]);
async function openReports(settings, host) {
    const { environment } = host;
    const workingDirectory = (0,external_node_path_.resolve)(host.directory, settings.workingDirectory);
    if (!(0,external_node_fs_.existsSync)(workingDirectory)) {
        const message = `the working directory ${settings.workingDirectory} does not exist`;
        return (0,diagnostic/* err */._q)((0,input_problem/* inputProblem */.o)(message, "Check the input `working-directory`."));
    }
    const opened = (0,workspace_workspace/* openWorkspace */.O)((0,workspace_root/* workspaceRoot */.o)(host, workingDirectory), workingDirectory);
    if (!opened.ok)
        return (0,diagnostic/* err */._q)((0,input_problem/* inputProblem */.o)(opened.error));
    const workspace = opened.value;
    const github = (0,github_context/* readGithubContext */.z)(environment, load_project/* readText */.y);
    const trust = await (0,event_trust/* decideTrust */.J)(environment, github, () => (0,workspace_commit/* workspaceCommit */.p)(workspace.root));
    const granted = trust.trusted || ownWorkflow.has(environment.GITHUB_EVENT_NAME ?? "");
    return (0,diagnostic.ok)({ workspace, github, trust, requests: { granted, why: trust.why } });
}

;// CONCATENATED MODULE: ./src/app/report/join/join-run.ts




async function joinRun(settings, frame) {
    const { host, reporter, known } = frame;
    const opened = await openReports(settings, host);
    if (!opened.ok)
        return opened.error;
    const { workspace, github, trust, requests } = opened.value;
    const session = new pull_request_session/* PullRequestSession */.v({ settings, host, github, trusted: trust.trusted, requests });
    known.pullRequestSession = session;
    await tellOfJoined(settings, opened.value, frame);
    const { version } = host;
    reporter.emit({ type: "run-started", command: settings.command, version, trusted: true, why: trust.why });
    const joined = joinReports(settings, workspace);
    if (!joined.ok)
        return joined.error;
    known.joined = joined.value;
    reporter.joins(joined.value);
    known.commentPurpose = session.purposeOfReports(joined.value);
    for (const text of joinedLines(joined.value))
        reporter.emit({ type: "progress", text });
    await frame.startHooks([]);
    return undefined;
}


/***/ })

};
