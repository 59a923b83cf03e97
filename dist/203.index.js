export const id = 203;
export const ids = [203];
export const modules = {

/***/ 30203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  joinRun: () => (/* binding */ joinRun)
});

var pull_request_session = __webpack_require__(81305);
var by_context = __webpack_require__(55730);
var diagnostic = __webpack_require__(9246);
var json_size = __webpack_require__(31617);
var size_limits = __webpack_require__(44608);
var grouped = __webpack_require__(51602);
var labels = __webpack_require__(12188);
var external_node_path_ = __webpack_require__(76760);
var report_draft = __webpack_require__(75319);
;// CONCATENATED MODULE: ./src/app/report/join/join-several.ts


function isList({ command }) {
    return command === "projects";
}
function areSeveral(reports) {
    const names = new Set(reports.flatMap((one) => [one.project, ...one.contexts.map(({ project = "" }) => project)]));
    names.delete("");
    return names.size > 1 || reports.some((one) => isList(one) || one.contexts.some(({ project }) => project));
}
function joinProjects(reports) {
    const lists = reports.filter(isList);
    const plans = reports.filter((one) => !isList(one));
    const rows = lists.flatMap(({ projects = [] }) => projects);
    const early = earlyEnds(plans, lists, rows);
    const told = plans.flatMap((report) => report.contexts.map((context) => ofProject(context, report)));
    const missing = missingContexts(rows, told, early);
    const contexts = [...told, ...missing.map(unreported)].sort(compared);
    const places = new Map(rows.map((row) => [keyOf(row), row]));
    const alike = lists.flatMap(({ unchanged = [] }) => unchanged);
    const projects = [...rows, ...alike, ...early, ...contexts.map(({ project = "" }) => ({ project }))];
    return {
        contexts,
        diagnostics: [
            ...plans.flatMap((report) => (report.contexts.length > 0 ? labelled(report, report.project) : [])),
            ...early.flatMap(({ diagnostics }) => diagnostics),
            ...missing.map(notReported),
        ],
        projects: contexts.map(({ name, project = "" }) => {
            return { project, context: name, ...placeOf(places.get(keyOf({ project, context: name }))) };
        }),
        unchanged: alike,
        several: {
            projects: new Set(projects.map(({ project }) => project).filter((name) => name !== "")),
            alike: { projects: new Set(alike.map(({ project }) => project)).size, contexts: alike.length },
            listed: lists.length > 0 && lists.every((list) => list.projects !== undefined),
            places: new Map(rows.flatMap((row) => locationOf(row) ?? [])),
            early: [...new Map(early.map(({ project, failure }) => [project, { project, failure }])).values()],
        },
        failureReason: early[0]?.failure ?? (missing.length > 0 ? "not-reported" : null),
    };
}
function ofProject(context, { project }) {
    return { ...context, project: context.project ?? project };
}
function labelled({ diagnostics }, project) {
    return diagnostics.map((one) => (one.project === undefined && project !== "" ? { ...one, project } : one));
}
function earlyEnds(plans, lists, rows) {
    const broken = rows.filter(({ context }) => context === "");
    const ends = plans.flatMap((report) => {
        if (report.contexts.length > 0 || report.failureReason === null)
            return [];
        const row = report.project === "" ? rowOfPlace(report, broken) : undefined;
        const project = row ? nameOf(row) : report.project;
        return [{ project, failure: report.failureReason, diagnostics: labelled(report, project) }];
    });
    const known = new Set(ends.map(({ project }) => project));
    const unread = broken
        .filter((row) => !known.has(nameOf(row)))
        .map((row) => {
        const project = nameOf(row);
        const message = row.error ?? "its manifest can't be used";
        const diagnostics = [{ severity: "error", code: "invalid-manifest", message, project }];
        return { project, failure: "invalid-manifest", diagnostics };
    });
    const unlisted = lists.flatMap((list) => {
        if (list.projects !== undefined || list.failureReason === null)
            return [];
        return [{ project: "", failure: list.failureReason, diagnostics: list.diagnostics }];
    });
    return [...unlisted, ...ends, ...unread];
}
function nameOf({ project, manifest = "", "working-directory": folder = "." }) {
    return project === "" ? external_node_path_.posix.join(folder, manifest) : project;
}
function rowOfPlace({ diagnostics }, rows) {
    const files = diagnostics.flatMap(({ location }) => location?.file ?? []);
    const isIn = (folder) => files.some((file) => folder === "." || file.startsWith(`${folder}/`));
    const holding = rows.filter(({ "working-directory": folder }) => folder !== undefined && isIn(folder));
    const depth = (row) => row["working-directory"]?.length ?? 0;
    return holding.sort((one, other) => depth(other) - depth(one))[0];
}
function missingContexts(rows, told, early) {
    const known = new Set(told.map(({ name, project = "" }) => keyOf({ project, context: name })));
    const missing = new Map();
    for (const row of rows)
        if (row.context !== "" && !known.has(keyOf(row)))
            missing.set(keyOf(row), row);
    const all = [...missing.values()];
    const [ended, wanted] = [numbers(early), numbers(all)];
    return all.filter(({ project }) => (ended.get(project) ?? 0) < (wanted.get(project) ?? 0));
}
function numbers(all) {
    const counted = new Map();
    for (const { project } of all)
        counted.set(project, (counted.get(project) ?? 0) + 1);
    return counted;
}
function unreported({ project, context }) {
    return { ...(0,report_draft/* emptyReport */._)(context), project, failureReason: "not-reported" };
}
function notReported({ project, context }) {
    return {
        severity: "error",
        code: "not-reported",
        message: "its job has left no report, so nobody knows what is to be done",
        suggestion: "See the log of that job, and run it again. Let it upload its report also when it failed.",
        project,
        context,
    };
}
function compared(one, other) {
    const { project = "", place = Number.MAX_SAFE_INTEGER } = one;
    const { project: otherProject = "", place: otherPlace = Number.MAX_SAFE_INTEGER } = other;
    if (project !== otherProject)
        return project < otherProject ? -1 : 1;
    return place - otherPlace || (one.name < other.name ? -1 : 1);
}
function keyOf({ project, context }) {
    return JSON.stringify([project, context]);
}
function placeOf(row) {
    const { manifest, "working-directory": folder } = row ?? {};
    return manifest === undefined || folder === undefined ? {} : { manifest, "working-directory": folder };
}
function locationOf({ project, manifest, "working-directory": workingDirectory }) {
    if (project === "" || manifest === undefined || workingDirectory === undefined)
        return undefined;
    return [[project, { manifest: [manifest], workingDirectory }]];
}

var read_report = __webpack_require__(91149);
;// CONCATENATED MODULE: ./src/app/report/join/join-reports.ts








function joinReports({ reports, surface }, workspace) {
    const files = workspace.glob(reports);
    if (!files.ok)
        return (0,diagnostic/* err */._q)(wrong([problem(`${surface.setting("reports")}: ${files.error}`)]));
    if (files.value.length === 0) {
        const message = `no report was found: ${reports.join(", ")} matches no file`;
        const suggestion = surface.terminal
            ? `Name the files, or globs of them, with ${surface.setting("reports")}.`
            : `Download the reports of the other jobs (their output \`report-path\`) before this step, or set ${surface.setting("reports")}.`;
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
    const plans = found.filter(({ report }) => !isList(report));
    return plans.find(({ report }) => report.contexts.length > 0) ?? plans[0];
}
function disagreements(found) {
    const first = leading(found);
    const problems = [];
    const seen = new Map();
    const several = areSeveral(found.map(({ report }) => report));
    for (const { shown, report } of found) {
        if (isList(report))
            continue;
        if (first && !isSameCommand(report, first.report)) {
            const both = `${commandOf(report)}, and ${first.shown} is of ${commandOf(first.report)}`;
            problems.push(located(`this report is of the command ${both}`, shown));
        }
        for (const { name, project = report.project } of report.contexts) {
            const key = JSON.stringify([project, name]);
            const other = seen.get(key);
            const whose = several ? ` of the project "${project}"` : "";
            if (other === undefined)
                seen.set(key, shown);
            else
                problems.push(located(`this report tells of the context "${name}"${whose}, and so does ${other}`, shown));
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
    const sources = new Map(found.map(({ shown, report }) => [shown, report]));
    if (areSeveral(reports))
        return joinedOfSeveral(reports, leading(found)?.report, sources);
    const first = leading(found)?.report;
    const bad = reports.find(({ result }) => result === "failure") ?? reports.find(({ result }) => result !== "success");
    const contexts = reports.flatMap((report) => report.contexts);
    return {
        command: first.command,
        ...(first.previews === undefined ? {} : { previews: first.previews }),
        project: first.project,
        result: bad?.result ?? "success",
        failureReason: bad?.failureReason ?? null,
        diagnostics: (0,by_context/* distinct */.d)(reports.flatMap((report) => report.diagnostics)),
        contexts: contexts.sort((one, other) => (one.name < other.name ? -1 : 1)),
        sources,
    };
}
function joinedOfSeveral(reports, first, sources) {
    const { failureReason, diagnostics, ...joinedProjects } = joinProjects(reports);
    const plans = reports.filter((report) => !isList(report));
    const bad = plans.find(({ result }) => result === "failure") ?? plans.find(({ result }) => result !== "success");
    const previews = first ? first.previews : (reports.find((one) => one.previews !== undefined)?.previews ?? "apply");
    return {
        command: first?.command ?? "plan",
        ...(previews === undefined ? {} : { previews }),
        project: "",
        result: bad?.result ?? (failureReason === null ? "success" : "failure"),
        failureReason: bad?.failureReason ?? failureReason,
        diagnostics: (0,by_context/* distinct */.d)(diagnostics),
        ...joinedProjects,
        sources,
    };
}
function joinedLines({ sources, several, contexts, }) {
    const missing = several ? contexts.filter(({ failureReason }) => failureReason === "not-reported") : [];
    const read = [...sources].map(([shown, report]) => {
        if (isList(report)) {
            const { projects = [], unchanged = [] } = report;
            return `${shown}: lists ${(0,labels/* plural */.LS)(projects.length, "context")} to plan, and ${unchanged.length} as recorded`;
        }
        const told = report.contexts.map(({ name, project = report.project, counts, failureReason }) => {
            const failed = failureReason ? ` (${failureReason})` : "";
            return `${several ? `${project}/` : ""}${name}: ${(0,labels/* planWords */.DO)(counts)}${failed}`;
        });
        return `${shown}: ${told.length === 0 ? "no context" : told.join("; ")}`;
    });
    return [...read, ...missing.map(({ project, name }) => `no report tells of ${project}/${name}`)];
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

var authorize_capabilities = __webpack_require__(38565);
var load_project = __webpack_require__(24996);
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
        return (0,diagnostic/* err */._q)((0,input_problem/* inputProblem */.o)(message, `Check ${settings.surface.setting("working-directory")}.`));
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
