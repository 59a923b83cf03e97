export const id = 959;
export const ids = [959];
export const modules = {

/***/ 50959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  createComment: () => (/* binding */ createComment)
});

var diagnostic = __webpack_require__(9246);
var timing = __webpack_require__(40432);
var redact_report = __webpack_require__(93646);
var labels = __webpack_require__(12188);
var contexts_without_room = __webpack_require__(30757);
var model = __webpack_require__(79283);
;// CONCATENATED MODULE: ./src/hooks/comment/of-several.ts


function asSeveral(preview) {
    if (preview.several)
        return preview;
    const { project } = preview;
    return {
        project: "",
        parts: preview.parts.map((part) => ({ ...part, facts: { ...part.facts, project } })),
        left: { ...preview.left, named: preview.left.named.map((one) => ({ ...one, project })) },
        several: { alike: { projects: 0, contexts: 0 }, commit: "" },
    };
}
function labelled(report) {
    const { project } = report;
    if (project === "")
        return report;
    return {
        ...report,
        contexts: report.contexts.map((context) => ({ ...context, project: context.project ?? project })),
        diagnostics: report.diagnostics.map((one) => ({ ...one, project: one.project ?? project })),
    };
}
function asWritten(found, given, { several }) {
    if (!several && !found?.several)
        return { current: found, report: given };
    return { current: found && asSeveral(found), report: labelled(given) };
}
function frameOf(report, current, { several }, { moment }) {
    if (several)
        return { project: "", several: { alike: several.alike, commit: moment.commit } };
    return current?.several ? { project: "", several: current.several } : { project: report.project };
}
function noContext(report, { several }) {
    const projects = several ? ["", ...several.projects] : [...projectsOf(report)];
    return projects.length === 0 ? [{ context: "" }] : projects.map((project) => ({ project, context: "" }));
}
function projectsOf({ contexts }) {
    return new Set(contexts.flatMap(({ project }) => project ?? []));
}
function pastOf(current, report, mine, { coversAll, writer, several }) {
    const own = new Set(mine.map(({ facts }) => (0,model/* partKey */.be)(facts)));
    const projects = several ? new Set([...several.projects, ""]) : projectsOf(report);
    const begun = report.contexts.length > 0;
    const covers = coversAll && (begun || several?.listed === true);
    const isOfMine = ({ project }) => project === undefined || projects.has(project);
    return {
        isPast: ({ context, ...one }) => {
            if (context !== undefined && own.has((0,model/* partKey */.be)({ ...one, context })))
                return true;
            if (covers && (isOfMine(one) || (writer !== undefined && one.writer === writer)))
                return true;
            return begun && context === "" && isOfMine(one);
        },
        clears: covers && (several !== undefined || current?.several === undefined),
    };
}
function meantFor(contexts, project, { several, writer }) {
    if (several)
        return (preview) => preview.several !== undefined || several.projects.has(preview.project);
    const names = new Set(contexts.map(({ name }) => (0,contexts_without_room/* nameOfLeft */.oA)({ project, key: (0,contexts_without_room/* keyOf */.TN)(name) })));
    const keys = new Set(contexts.map(({ name }) => (0,model/* partKey */.be)({ project, context: name })));
    return (preview) => {
        if (!preview.several)
            return preview.project === project;
        if (preview.left.named.some((one) => names.has((0,contexts_without_room/* nameOfLeft */.oA)(one))))
            return true;
        return preview.parts.some(({ facts }) => {
            const isOfJob = writer !== undefined && facts.writer === writer;
            return isOfJob || keys.has((0,model/* partKey */.be)(facts)) || (contexts.length === 0 && facts.project === project);
        });
    };
}

var compare_with_review = __webpack_require__(97926);
var markdown = __webpack_require__(13106);
var comment_body = __webpack_require__(52139);
var append = __webpack_require__(23347);
var must_show = __webpack_require__(33126);
var next_step = __webpack_require__(46153);
var rendering_unchanged = __webpack_require__(76506);
var summary_tables = __webpack_require__(14209);
var task_fold = __webpack_require__(21404);
;// CONCATENATED MODULE: ./src/hooks/comment/render-part.ts








const fieldLimits = { lines: 60, width: 300 };
function renderCallouts(context, told, room) {
    let text = (0,markdown.md) ``;
    for (const detail of must_show/* detailLevels */.F7) {
        const parts = [];
        const groups = (test) => {
            const tasks = context?.tasks.filter(test) ?? [];
            return context && tasks.length > 0 ? [{ context, tasks }] : [];
        };
        const destructive = groups(labels/* isDestructive */.TI);
        if (destructive.length > 0)
            parts.push((0,must_show/* caution */.uL)(destructive, detail, "named"));
        const failed = groups(labels/* hasFailed */.WN);
        if (failed.length > 0)
            parts.push((0,must_show/* failures */.e9)(failed, detail, "named"));
        (0,append/* append */.B)(parts, problems(context, told.filter(({ severity }) => severity !== "notice"), detail));
        text = (0,markdown/* joined */.oR)(parts, "\n\n");
        if (text.length <= room)
            return text;
    }
    return text;
}
function renderChanges({ tasks }, room, link, command) {
    const noteworthy = tasks.filter((task) => (0,labels/* isNoteworthy */.e$)(task) || (0,labels/* isRecordedOnly */.bA)(task));
    const important = noteworthy.filter((task) => (0,labels/* hasFailed */.WN)(task) || (0,labels/* isDestructive */.TI)(task));
    const others = noteworthy.filter((task) => !(0,labels/* hasFailed */.WN)(task) && !(0,labels/* isDestructive */.TI)(task));
    let left = room - 200;
    const shown = new Map();
    let lostRows = 0;
    for (const task of [...important, ...others]) {
        const row = (0,task_fold/* taskRow */.W0)(task);
        if (lostRows > 0 || row.length + 1 > left)
            lostRows++;
        else {
            shown.set(task, row);
            left -= row.length + 1;
        }
    }
    const folded = new Set();
    let lostFolds = 0;
    let open = task_fold/* openLines */.es;
    for (const [task, row] of shown) {
        if (!(0,task_fold/* hasFold */.uY)(task))
            continue;
        const fold = lostFolds < 5 ? (0,task_fold/* taskFold */.Z9)(task, { values: true, limits: fieldLimits, link, command, opens: open > 0 }) : undefined;
        if (lostRows > 0 || fold === undefined || fold.length + 2 - row.length > left) {
            lostFolds++;
            continue;
        }
        shown.set(task, fold);
        folded.add(task);
        left -= fold.length + 2 - row.length;
        if (fold.startsWith("<details open>"))
            open -= fold.split("\n").length;
    }
    const inOrder = noteworthy.filter((task) => shown.has(task));
    const parts = inOrder.filter((task) => folded.has(task)).flatMap((task) => shown.get(task) ?? []);
    const rows = inOrder.filter((task) => !folded.has(task)).flatMap((task) => shown.get(task) ?? []);
    if (rows.length > 0)
        parts.push((0,markdown/* joined */.oR)(rows, "\n"));
    const lost = [];
    if (lostRows > 0)
        lost.push((0,labels/* plural */.LS)(lostRows, "more change"));
    if (lostFolds > 0)
        lost.push(`what is in ${(0,labels/* plural */.LS)(lostFolds, "of these change")}`.replace("1 of", "one of"));
    const unchanged = (0,rendering_unchanged/* unchangedFold */.X)(tasks);
    if (lost.length === 0 && unchanged.text.length <= left) {
        if (unchanged.text !== "")
            parts.push(unchanged.text);
    }
    else if (unchanged.count > 0)
        lost.push(`the list of ${(0,labels/* plural */.LS)(unchanged.count, "unchanged task")}`);
    if (lost.length > 0)
        parts.push((0,markdown.md) `Left out to fit: ${(0,markdown/* ours */.Od)(lost.join(", "))}. The job summary has more, the report everything.`);
    return (0,markdown/* joined */.oR)(parts, "\n\n");
}
function renderTerminal(context, commands) {
    if (commands.length === 0)
        return (0,markdown.md) ``;
    return (0,markdown/* details */.zH)((0,markdown.md) `Show the plan of ${(0,markdown/* codeHtml */.v1)(context, 100)} in a terminal`, (0,markdown/* fenced */.OF)(commands, "sh"));
}
function renderResult(context, told, { command, differs }) {
    const { tasks, failureReason } = context;
    const began = tasks.some(({ status }) => status !== "planned" && status !== "skipped");
    const words = began ? (0,labels/* endWords */.Bx)(context) : "nothing was changed";
    const icon = failureReason === null ? "\u2705" : failureReason === "cancelled" ? "\u23f9\ufe0f" : "\u274c";
    const why = failureReason === null ? "" : (0,markdown.md) ` (${failureReason})`;
    const parts = [(0,markdown.md) `${icon} ${(0,markdown/* code */.aY)(command, 60)} in ${(0,summary_tables/* contextCode */.DL)(context)}: ${(0,markdown/* ours */.Od)(words)}${why}`];
    if (differs && began)
        parts.push((0,markdown.md) `> [!WARNING]\n> What was applied is not the plan of this preview.`);
    const failed = tasks.filter(labels/* hasFailed */.WN);
    if (failed.length > 0)
        parts.push((0,must_show/* failures */.e9)([{ context, tasks: failed }], must_show/* detailLevels */.F7[failed.length > 20 ? 2 : 0] ?? must_show/* detailLevels */.F7[0], "named"));
    const errors = told.filter(({ severity }) => severity === "error");
    (0,append/* append */.B)(parts, problems(context, errors, must_show/* detailLevels */.F7[0]));
    return (0,markdown/* joined */.oR)(parts, "\n\n");
}
function problems(context, told, detail) {
    const isOwn = (one) => context !== undefined && one.context === context.name;
    const [own, others] = [told.filter(isOwn), told.filter((one) => !isOwn(one))];
    return [
        ...(others.length > 0 ? [(0,must_show/* diagnostics */.R3)("Problems", others, detail)] : []),
        ...(context && own.length > 0 ? [(0,must_show/* diagnostics */.R3)("Problems", own, detail, (0,markdown.md) ` in ${(0,summary_tables/* contextCode */.DL)(context)}`)] : []),
    ];
}
function renderNext(report) {
    const next = (0,next_step/* nextStep */.sk)(report);
    return next === undefined ? (0,markdown.md) `` : (0,markdown.md) `**Next:** ${(0,markdown/* ours */.Od)(next)}`;
}
function renderLost({ context, counts, changes, phase }) {
    const lines = [];
    const deleted = counts.delete;
    if (deleted + counts.replace > 0) {
        (0,append/* append */.B)(lines, [
            ...(0,must_show/* destruction */.d5)({
                deleted,
                replaced: counts.replace,
                planned: phase === "planned",
                where: (0,markdown.md) ` in ${(0,markdown/* code */.aY)(context, 100)}`,
            }),
            (0,markdown.md) `>`,
        ]);
        for (const change of ["delete", "replace"]) {
            const names = Object.entries(changes ?? {}).filter(([, one]) => one.change === change);
            const shown = names.map(([name]) => (0,markdown/* code */.aY)(name, 200));
            if (shown.length > 0)
                lines.push((0,markdown.md) `> - ${change} (${shown.length}): ${(0,markdown/* joined */.oR)(shown, ", ")}`);
        }
        lines.push((0,markdown.md) ``);
    }
    lines.push((0,markdown.md) `> [!NOTE]`, (0,markdown.md) `> What stood here was edited, or an older opus wrote it, so it is not shown again.`);
    lines.push((0,markdown.md) `> The job summary of the run has the plan.`);
    return (0,markdown/* joined */.oR)(lines, "\n");
}

var by_context = __webpack_require__(55730);
;// CONCATENATED MODULE: ./src/hooks/comment/told.ts


function keyOfReport({ name, project }) {
    return (0,model/* partKey */.be)({ context: name, ...(project === undefined ? {} : { project }) });
}
function toldByContext({ contexts, diagnostics }, early = []) {
    const told = new Map(contexts.map((one) => [keyOfReport(one), []]));
    const owners = new Map();
    for (const { project } of early)
        owners.set(project === "" ? undefined : project, (0,model/* partKey */.be)({ project, context: "" }));
    for (const one of contexts)
        if (!owners.has(one.project))
            owners.set(one.project, keyOfReport(one));
    const first = owners.get(undefined) ?? (contexts[0] ? keyOfReport(contexts[0]) : (0,model/* partKey */.be)({ context: "" }));
    for (const one of (0,by_context/* distinct */.d)(diagnostics)) {
        const { context, project } = one;
        const own = context === undefined ? undefined : keyOfReport({ name: context, ...(project === undefined ? {} : { project }) });
        const key = own !== undefined && told.has(own) ? own : (owners.get(project) ?? first);
        const known = told.get(key);
        if (known)
            known.push(one);
        else
            told.set(key, [one]);
    }
    return told;
}
function reportOf(context, report, told) {
    return { ...report, failureReason: context.failureReason, contexts: [context], diagnostics: told };
}

;// CONCATENATED MODULE: ./src/hooks/comment/plan-parts.ts






function planParts(report, commentPurpose, writing, inSeveral) {
    const { contexts, failureReason, project: ofReport } = report;
    const { several, command } = commentPurpose;
    const unbegun = !several && contexts.length === 0;
    const own = unbegun && inSeveral ? [{ project: ofReport, failure: failureReason }] : [];
    const early = several?.early ?? own;
    const told = toldByContext(report, early);
    const wordy = contexts.filter((one) => saysMuch(one) || (told.get(keyOfReport(one)) ?? []).length > 0);
    const room = comment_body/* commentLimit */.j9 / 2 / Math.max(1, wordy.length);
    const frame = emptyFacts(commentPurpose, writing, inSeveral);
    const before = (facts, more) => {
        const key = keyOfReport({ name: "", ...(facts.project === undefined ? {} : { project: facts.project }) });
        const callouts = paragraphs(renderCallouts(undefined, told.get(key) ?? [], room), more);
        return newPart({ ...frame, ...facts }, { callouts });
    };
    const ended = early.map((one) => before(one, several ? (0,markdown.md) `` : renderNext(report)));
    if (unbegun)
        return inSeveral ? ended : [before({ failure: failureReason }, renderNext(report))];
    const parts = contexts.map((context) => {
        const own = told.get(keyOfReport(context)) ?? [];
        const { name, project } = context;
        return newPart(factsOf(context, frame, commentPurpose), {
            callouts: paragraphs(renderCallouts(context, own, room), renderNext(reportOf(context, report, own))),
            terminal: renderTerminal(name, writing.terminal(name, command, project)),
        });
    });
    return [...ended, ...parts];
}
function emptyFacts({ command, writer }, { moment: planned, stamp }, inSeveral) {
    return {
        context: "",
        place: null,
        command,
        digest: null,
        seal: null,
        counts: labels/* zeroCounts */.Nd,
        failure: null,
        planned,
        phase: "planned",
        ended: null,
        stamp,
        ...(writer !== undefined && inSeveral ? { writer } : {}),
        changes: null,
    };
}
function factsOf(context, frame, commentPurpose) {
    const { name, project, place = null, counts, reviewable, failureReason: failure } = context;
    return {
        ...frame,
        ...(project === undefined ? {} : { project }),
        context: name,
        place,
        digest: commentPurpose.reviewable ? reviewableDigest(context) : null,
        seal: (commentPurpose.reviewable && reviewable?.seal) || null,
        counts,
        failure,
        changes: (0,model/* toldChanges */.jX)(reviewable?.changes ?? null),
    };
}
function newPart(facts, texts) {
    return { facts, texts: { callouts: (0,markdown.md) ``, result: (0,markdown.md) ``, changes: (0,markdown.md) ``, terminal: (0,markdown.md) ``, ...texts } };
}
function paragraphs(...texts) {
    return (0,markdown/* joined */.oR)(texts.filter((text) => text !== ""), "\n\n");
}
function saysMuch({ tasks }) {
    return tasks.some((task) => (0,labels/* hasFailed */.WN)(task) || (0,labels/* isDestructive */.TI)(task));
}
function reviewableDigest({ planDigest, reviewable, failureReason }) {
    const whole = [null, "guarded", "policy", "changes-pending", "drift-detected"];
    return reviewable && whole.includes(failureReason) ? planDigest : null;
}

var verdict = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/hooks/comment/update-preview.ts











function withPlan(found, given, commentPurpose, writing) {
    const { current, report } = asWritten(found, given, commentPurpose);
    const frame = frameOf(report, current, commentPurpose, writing);
    const mine = planParts(report, commentPurpose, writing, frame.several !== undefined);
    const { isPast, clears } = pastOf(current, report, mine, commentPurpose);
    const others = (current?.parts ?? []).filter(({ facts }) => !isPast(facts));
    const told = mine.map(({ facts }) => facts);
    const rest = (0,contexts_without_room/* leftBeside */.el)(current, report.contexts.length > 0 ? [...told, ...noContext(report, commentPurpose)] : told);
    const named = rest.named.filter((one) => !isPast(one));
    const left = clears ? { named, unnamed: contexts_without_room/* nothingLeft */.Zt.unnamed } : { ...rest, named };
    return filled({ ...frame, parts: (0,model/* inOrder */.al)([...others, ...mine]), left }, report.contexts, commentPurpose, writing);
}
function withResult(found, given, commentPurpose, writing) {
    const { inPullRequest } = commentPurpose;
    if (!found && !inPullRequest)
        return undefined;
    const { current, report } = asWritten(found, given, commentPurpose);
    const known = new Map((current?.parts ?? []).map((part) => [(0,model/* partKey */.be)(part.facts), part]));
    const frame = frameOf(report, current, commentPurpose, writing);
    const made = planParts(report, commentPurpose, writing, frame.several !== undefined);
    const fresh = new Map(made.map((part) => [(0,model/* partKey */.be)(part.facts), part]));
    const told = toldByContext(report);
    const anew = [];
    let left = current?.left ?? contexts_without_room/* nothingLeft */.Zt;
    let touched = false;
    for (const context of report.contexts) {
        const key = keyOfReport(context);
        const part = known.get(key);
        const isSame = part !== undefined && part.facts.digest !== null && part.facts.digest === context.planDigest;
        const end = { context, report, told: told.get(key) ?? [] };
        if (inPullRequest && !isSame && !commentPurpose.underReview) {
            const own = fresh.get(key);
            if (!own)
                continue;
            anew.push(context);
            known.set(key, ended(own, end, commentPurpose, writing));
        }
        else if (part && isMeant(part.facts, commentPurpose, writing)) {
            known.set(key, ended(part, end, commentPurpose, writing));
        }
        else {
            const now = part ? left : leftIn(left, context, phaseOf(context), commentPurpose, writing);
            if (now === left)
                continue;
            left = now;
        }
        touched = true;
    }
    if (!touched)
        return undefined;
    const parts = (0,model/* inOrder */.al)([...known.values()]);
    left = (0,contexts_without_room/* leftBeside */.el)(current && { ...current, left }, parts.map(({ facts }) => facts));
    return filled({ ...frame, parts, left }, anew, commentPurpose, writing);
}
function withApplying(current, names, commentPurpose, { moment, stamp }, project) {
    if (!current)
        return undefined;
    const contexts = [...names].map((name) => ({
        name,
        ...(current.several && project !== undefined ? { project } : {}),
    }));
    const keys = new Set(contexts.map(keyOfReport));
    const meant = (part) => keys.has((0,model/* partKey */.be)(part.facts)) && isMeant(part.facts, commentPurpose, { moment });
    let left = current.left;
    for (const context of contexts)
        left = leftIn(left, context, "applying", commentPurpose, { moment, stamp });
    if (left === current.left && !current.parts.some(meant))
        return undefined;
    const parts = current.parts.map((part) => meant(part) ? { ...part, facts: { ...part.facts, phase: "applying", ended: moment, stamp } } : part);
    return { ...current, parts, left };
}
function leftIn(left, { project, name }, phase, commentPurpose, { moment, stamp }) {
    const key = (0,contexts_without_room/* keyOf */.TN)(name);
    const meant = (one) => one.key === key && one.project === project && isMeant({ ...one, ended: null }, commentPurpose, { moment });
    if (!left.named.some(meant))
        return left;
    return { ...left, named: left.named.map((one) => (meant(one) ? { ...one, phase, stamp } : one)) };
}
function isMeant(facts, { command, inPullRequest }, { moment }) {
    if (facts.command !== command)
        return false;
    return inPullRequest || facts.phase !== "applied" || facts.ended?.run === moment.run;
}
function ended(part, { context, report, told }, { command, underReview }, { moment, stamp }) {
    const { digest, project, counts } = part.facts;
    const differs = !underReview && digest !== null && context.planDigest !== null && !isPartOf(context, part.facts, moment);
    const facts = { ...part.facts, phase: phaseOf(context), ended: moment, stamp };
    const idle = (0,verdict/* isNothing */.qv)(context.counts) && (0,verdict/* isNothing */.qv)(counts) && !told.some(({ severity }) => severity === "error");
    if (project !== undefined && facts.phase === "applied" && idle)
        return { facts, texts: { ...part.texts, result: (0,markdown.md) `` } };
    const texts = [renderResult(context, told, { command, differs }), renderNext(reportOf(context, report, told))];
    return {
        facts,
        texts: {
            ...part.texts,
            result: paragraphs(...texts),
        },
    };
}
function isPartOf({ planDigest, reviewable }, { digest, changes, ended: before }, { run }) {
    if (planDigest === digest)
        return true;
    const again = run !== "" && before?.run === run;
    if (!reviewable || !changes)
        return again;
    return Object.entries(reviewable.changes).every(([task, now]) => {
        const shown = Object.hasOwn(changes, task) ? changes[task] : undefined;
        return (shown !== undefined && (0,compare_with_review/* mayBecome */.v4)(shown.change, now.change) && (again || isSameStart(shown.wanted, now.wanted)));
    });
}
function isSameStart(one, other) {
    if (one === null || other === null)
        return one === other;
    return one.startsWith(other) || other.startsWith(one);
}
function phaseOf({ failureReason, tasks }) {
    switch (failureReason) {
        case null:
            return "applied";
        case "plan-changed":
        case "plan-not-reviewed":
        case "superseded":
            return "refused";
        case "policy":
            return tasks.some(({ status, rollback }) => status === "done" || rollback === "needless") ? "failed" : "refused";
        case "cancelled":
            return "cancelled";
        default:
            return "failed";
    }
}
function isSilent({ project, tasks }) {
    return project !== undefined && !tasks.some((task) => (0,labels/* isNoteworthy */.e$)(task) || (0,labels/* isRecordedOnly */.bA)(task));
}
function filled(preview, contexts, { command }, { links, taskLink }) {
    const byName = new Map(contexts.map((context) => [keyOfReport(context), context]));
    const rooms = (0,comment_body/* roomsForChanges */.ry)(preview, new Set(byName.keys()), links);
    const first = new Map([...byName].map(([key, one]) => [
        key,
        isSilent(one) ? (0,markdown.md) `` : renderChanges(one, rooms.get(key) ?? 0, taskLink, command),
    ]));
    const left = [...first].reduce((sum, [name, text]) => sum + Math.max(0, (rooms.get(name) ?? 0) - text.length), 0);
    const short = [...first].filter(([name, text]) => text.length > (rooms.get(name) ?? 0) * 0.9 - 2_000).length;
    const parts = preview.parts.map((part) => {
        const key = (0,model/* partKey */.be)(part.facts);
        const context = byName.get(key);
        if (!context || isSilent(context))
            return part;
        const room = rooms.get(key) ?? 0;
        const text = first.get(key) ?? (0,markdown.md) ``;
        const again = contexts.length > 1 && text.length > room * 0.9 - 2_000;
        const changes = again
            ? renderChanges(context, Math.max(room, text.length) + Math.floor(left / short) - 500, taskLink, command)
            : text;
        return { ...part, texts: { ...part.texts, changes } };
    });
    return { ...preview, parts };
}

var boundaries = __webpack_require__(39526);
var comment_marker = __webpack_require__(89864);
;// CONCATENATED MODULE: ./src/hooks/comment/read.ts




function readComment(body) {
    const marker = (0,comment_marker/* readMarker */.t)(body);
    if (!marker)
        return undefined;
    const textsOf = (0,boundaries/* readTexts */.Z7)(body);
    const parts = marker.parts.map((facts, index) => {
        const texts = textsOf(index);
        if ((0,boundaries/* digestOf */.ol)(texts) === marker.digests[index])
            return { facts, texts };
        return { facts, texts: { callouts: renderLost(facts), result: (0,markdown.md) ``, changes: (0,markdown.md) ``, terminal: (0,markdown.md) `` } };
    });
    const { project, left, several } = marker;
    return { project, parts, left, ...(several ? { several } : {}) };
}

;// CONCATENATED MODULE: ./src/hooks/comment/write.ts







const mostTries = 12;
const mostFailures = 4;
const quietLooks = 3;
const mostLooks = 25;
async function writePreview(thread, edit, options) {
    const { signal, sleep, random, contested, links } = options;
    const login = await thread.login(signal);
    if (!login.ok)
        return login;
    let trouble;
    let failures = 0;
    for (let tries = 1; tries <= mostTries; tries++) {
        if (tries > 1)
            await sleep(timing/* betweenWritesMs */.bG + random() * 400 * tries + limitMs(trouble), signal);
        const listed = await thread.list(signal);
        if (!listed.ok)
            return listed;
        const { target, doubles } = choose(ours(listed.value, login.value, edit), edit.begins);
        let at = target?.comment;
        const arrived = tries > 1 && target !== undefined && hasAll(target.preview, edit.stamps);
        if (!arrived || doubles.length > 0) {
            const current = joined(target?.preview, doubles, edit.several);
            const next = arrived ? current : edit.change(current);
            if (next === undefined)
                return (0,diagnostic.ok)(undefined);
            const body = (0,comment_body/* renderComment */.wQ)(next, links);
            const sent = at ? await thread.edit(at.id, body, signal) : await thread.add(body, signal);
            if (!sent.ok) {
                trouble = sent.error;
                if (signal.aborted || !isPassing(sent.error, at) || ++failures >= mostFailures)
                    return sent;
                continue;
            }
            trouble = undefined;
            failures = 0;
            at = sent.value ?? at;
        }
        if (at === undefined)
            continue;
        const removed = await removeDoubles(thread, doubles, signal);
        if (!removed)
            continue;
        if (!contested && !edit.several && !target?.preview.several)
            return (0,diagnostic.ok)(at);
        const settled = await confirmWritten(thread, at, target === undefined, edit, options, login.value);
        if (settled === "quiet")
            return (0,diagnostic.ok)(at);
        if (settled !== "moved")
            return (0,diagnostic/* err */._q)(settled);
    }
    const said = "others kept writing the same comment";
    return (0,diagnostic/* err */._q)(trouble ?? { kind: "unreachable", said, unclear: true });
}
function ours(comments, login, edit) {
    const isMeant = (preview) => edit.isMeant?.(preview) ?? (!preview.several && preview.project === edit.project);
    return comments.flatMap((comment) => {
        const preview = comment.author === login ? readComment(comment.body) : undefined;
        return preview && isMeant(preview) ? [{ comment, preview }] : [];
    });
}
function choose(all, begins) {
    const open = openOnes(all);
    const lastFrozen = all.findLast(({ preview }) => (0,model/* isFrozen */.Zz)(preview));
    if (open.length > 0 || begins || !lastFrozen)
        return { target: open[0], doubles: open.slice(1) };
    const run = runOf(lastFrozen);
    const together = run === "" ? [lastFrozen] : all.filter((one) => (0,model/* isFrozen */.Zz)(one.preview) && runOf(one) === run);
    return { target: together[0], doubles: together.slice(1) };
}
function openOnes(all) {
    const frozen = new Map();
    const kindOf = ({ several, project }) => (several ? "several" : `one ${project}`);
    for (const { comment, preview } of all)
        if ((0,model/* isFrozen */.Zz)(preview))
            frozen.set(kindOf(preview), comment.id);
    const open = all.filter(({ comment, preview }) => comment.id > (frozen.get(kindOf(preview)) ?? 0));
    return [...open.filter(({ preview }) => preview.several), ...open.filter(({ preview }) => !preview.several)];
}
function runOf({ preview }) {
    const [run = "", other] = [...new Set(preview.parts.map(({ facts }) => facts.planned.run))];
    return other === undefined ? run : "";
}
function joined(found, doubles, several = false) {
    if (found === undefined || doubles.length === 0)
        return found;
    const form = several || found.several ? asSeveral : (preview) => preview;
    const [first, ...others] = [form(found), ...doubles.map(({ preview }) => form(preview))];
    const parts = new Map();
    for (const part of [first, ...others].flatMap((one) => one.parts)) {
        const key = (0,model/* partKey */.be)(part.facts);
        const known = parts.get(key);
        if (!known || lastWrite(known) < lastWrite(part))
            parts.set(key, part);
    }
    const left = others.reduce((all, preview) => (0,contexts_without_room/* joinedLeft */.Nc)(all, preview.left), first.left);
    const shown = [...parts.values()];
    return {
        ...first,
        parts: shown,
        left: (0,contexts_without_room/* withoutContexts */.t9)(left, shown.map(({ facts }) => facts)),
    };
}
function lastWrite({ facts }) {
    return (facts.ended ?? facts.planned).at;
}
function hasAll({ parts, left }, stamps) {
    const there = new Set([...parts.map(({ facts }) => facts), ...left.named].map(({ stamp }) => stamp));
    return stamps.every((stamp) => there.has(stamp));
}
function isPassing(trouble, at) {
    const { kind } = trouble;
    if (kind === "rate-limit")
        return limitMs(trouble) <= timing/* commentLimitMs */.FA;
    return kind === "unreachable" || (kind === "missing" && at !== undefined);
}
function limitMs(trouble) {
    return trouble?.kind === "rate-limit" ? (trouble.retryAfterMs ?? timing/* unknownLimitMs */.w5) : 0;
}
async function removeDoubles(thread, doubles, signal) {
    for (const { comment } of doubles) {
        const again = await thread.read(comment.id, signal);
        if (!again.ok || (again.value !== undefined && again.value.body !== comment.body))
            return false;
        if (again.value !== undefined)
            await thread.remove(comment.id, signal);
    }
    return true;
}
async function confirmWritten(thread, at, isNew, edit, { signal, sleep, random }, login) {
    let last = "";
    let quiet = 0;
    for (let looks = 0; looks < mostLooks && quiet < quietLooks; looks++) {
        await sleep(900 + random() * 300, signal);
        const seen = isNew ? await look(thread, at, login, edit, signal) : await thread.read(at.id, signal);
        if (!seen.ok)
            return seen.error;
        const preview = seen.value && readComment(seen.value.body);
        if (!preview || !hasAll(preview, edit.stamps))
            return "moved";
        quiet = seen.value?.body === last ? quiet + 1 : 1;
        last = seen.value?.body ?? "";
    }
    return "quiet";
}
async function look(thread, at, login, edit, signal) {
    const listed = await thread.list(signal);
    if (!listed.ok)
        return listed;
    const { target, doubles } = choose(ours(listed.value, login, edit), true);
    const isFirst = target === undefined || target.comment.id === at.id;
    return (0,diagnostic.ok)(isFirst && doubles.length === 0 ? listed.value.find(({ id }) => id === at.id) : undefined);
}

;// CONCATENATED MODULE: ./src/hooks/comment/comment.ts







function createComment(options) {
    const { mode, commentPurpose: ask, redact } = options;
    const begun = new Set();
    let project = "";
    let applying;
    return {
        name: "comment",
        on: (event) => {
            if (event.type === "manifest-loaded")
                project = redact(event.project);
            if (event.type !== "task-started" || mode === "never" || begun.has(event.context))
                return;
            const commentPurpose = ask();
            if (commentPurpose?.purpose !== "apply")
                return;
            begun.add(event.context);
            const contexts = new Set([...begun].map(redact));
            const before = applying ?? Promise.resolve();
            applying = before.then(() => tellApplying(options, project, contexts, commentPurpose)).catch(() => { });
        },
        finish: async (report, signal) => {
            const commentPurpose = ask();
            if (mode === "never" || commentPurpose === undefined)
                return;
            const until = AbortSignal.any([signal, storeDeadline(options.cancelled)]);
            await Promise.race([applying, aborted(until)]);
            await tellReport(options, (0,redact_report/* withoutNames */.Fw)(report, redact), purposeWithoutNames(commentPurpose, redact), until);
        },
    };
}
function storeDeadline(cancelled) {
    if (cancelled.aborted)
        return AbortSignal.timeout(timing/* commentWhenCancelledMs */.LB);
    return AbortSignal.any([cancelled, AbortSignal.timeout(timing/* commentMs */.Gx)]);
}
async function tellApplying(options, project, contexts, commentPurpose) {
    const signal = AbortSignal.timeout(timing/* commentMs */.Gx);
    const place = await options.place(signal);
    if (place.state !== "found")
        return;
    const stamp = options.newStamp();
    const moment = options.moment();
    const change = (current) => withApplying(current, contexts, commentPurpose, { moment, stamp }, project);
    const written = [...contexts].map((name) => ({ name, project }));
    const edit = { project, begins: false, stamps: [stamp], change, isMeant: meantFor(written, project, commentPurpose) };
    await writePreview(place.thread, edit, { ...options, contested: false, signal });
}
async function tellReport(options, report, commentPurpose, signal) {
    const { mode, warn } = options;
    const what = commentPurpose.purpose === "plan" ? "the preview" : `what became of ${commentPurpose.command}`;
    const place = await options.place(signal);
    if (place.state === "none")
        return;
    if (place.state === "refused") {
        const message = `${what} was not posted as a comment: ${place.why}`;
        warn({ severity: "notice", code: "comment-not-posted", message, suggestion: place.suggestion });
        return;
    }
    if (place.state === "unknown") {
        warn(notPosted(`${what} was not posted as a comment, as its pull request could not be found`, place.trouble));
        return;
    }
    const writing = { ...options, moment: options.moment(), stamp: options.newStamp() };
    const isNews = mode === "always" || report.failureReason !== null || (0,labels/* changesPending */.Fm)(report.contexts);
    const begins = commentPurpose.purpose === "plan";
    const change = (current) => {
        if (!begins)
            return withResult(current, report, commentPurpose, writing);
        return current || isNews ? withPlan(current, report, commentPurpose, writing) : undefined;
    };
    const { project, contexts } = report;
    const several = commentPurpose.several !== undefined;
    const isMeant = meantFor(contexts, project, commentPurpose);
    const edit = { project, begins, several, stamps: [writing.stamp], change, isMeant };
    const written = await writePreview(place.thread, edit, { ...options, signal }).catch((error) => {
        if (!signal.aborted)
            throw error;
        return (0,diagnostic/* err */._q)({ kind: "unreachable", said: "it took too long", unclear: true });
    });
    if (written.ok)
        return;
    const cancelled = { ...written.error, said: "the run was cancelled" };
    const trouble = options.cancelled.aborted && written.error.unclear ? cancelled : written.error;
    warn(notPosted(`${what} was not posted as a comment on #${place.number}`, trouble));
}
function purposeWithoutNames(commentPurpose, redact) {
    const { several } = commentPurpose;
    if (!several)
        return commentPurpose;
    const projects = new Set([...several.projects].map(redact));
    const early = several.early.map((one) => ({ ...one, project: redact(one.project) }));
    return { ...commentPurpose, several: { ...several, projects, early } };
}
function notPosted(message, { kind, said }) {
    const told = `${message}: ${said}`;
    const severity = kind === "forbidden" || kind === "missing" ? "notice" : "warning";
    return { severity, code: "comment-not-posted", message: told, suggestion: adviceOn(kind, said) };
}
function adviceOn(kind, said) {
    if (/locked/i.test(said))
        return "Unlock the conversation. The job summary has all of it.";
    switch (kind) {
        case "forbidden":
        case "missing":
            return "Give the job `pull-requests: write` under `permissions`, or set `comment-pr: never`. The job summary has all of it.";
        case "rate-limit":
            return "Run again later, or give a token with a limit of its own. The job summary has all of it.";
        default:
            return "Run again when GitHub answers. The job summary has all of it.";
    }
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener("abort", () => resolve(), { once: true });
    });
}


/***/ })

};
