export const id = 8609;
export const ids = [8609];
export const modules = {

/***/ 48609:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  createComment: () => (/* binding */ createComment)
});

var diagnostic = __webpack_require__(9246);
var timing = __webpack_require__(40432);
var redact_report = __webpack_require__(93646);
var labels = __webpack_require__(12188);
var markdown = __webpack_require__(13106);
var comment_body = __webpack_require__(32397);
var contexts_without_room = __webpack_require__(30757);
var model = __webpack_require__(79283);
var append = __webpack_require__(23347);
var must_show = __webpack_require__(33126);
var next_step = __webpack_require__(46153);
var rendering_unchanged = __webpack_require__(76506);
var task_fold = __webpack_require__(21404);
;// CONCATENATED MODULE: ./src/hooks/comment/render-part.ts







const openLines = 60;
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
            parts.push((0,must_show/* caution */.uL)(destructive, detail, false));
        const failed = groups(labels/* hasFailed */.WN);
        if (failed.length > 0)
            parts.push((0,must_show/* failures */.e9)(failed, detail, false));
        const problems = told.filter(({ severity }) => severity !== "notice");
        if (problems.length > 0)
            parts.push((0,must_show/* diagnostics */.R3)("Problems", problems, detail));
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
    let open = openLines;
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
    const icon = failureReason === null ? "\u2705" : "\u274c";
    const why = failureReason === null ? "" : (0,markdown.md) ` (${failureReason})`;
    const parts = [(0,markdown.md) `${icon} ${(0,markdown/* code */.aY)(command, 60)}: ${(0,markdown/* ours */.Od)(words)}${why}`];
    if (differs && began)
        parts.push((0,markdown.md) `> [!WARNING]\n> What was applied is not the plan of this preview.`);
    const failed = tasks.filter(labels/* hasFailed */.WN);
    if (failed.length > 0)
        parts.push((0,must_show/* failures */.e9)([{ context, tasks: failed }], must_show/* detailLevels */.F7[failed.length > 20 ? 2 : 0] ?? must_show/* detailLevels */.F7[0], false));
    const errors = told.filter(({ severity }) => severity === "error");
    if (errors.length > 0)
        parts.push((0,must_show/* diagnostics */.R3)("Problems", errors, must_show/* detailLevels */.F7[0]));
    return (0,markdown/* joined */.oR)(parts, "\n\n");
}
function renderNext(report) {
    const next = (0,next_step/* nextStep */.sk)(report);
    return next === undefined ? (0,markdown.md) `` : (0,markdown.md) `**Next:** ${(0,markdown/* ours */.Od)(next)}`;
}
function renderLost({ counts, changes, phase }) {
    const lines = [];
    const deleted = counts.delete;
    if (deleted + counts.replace > 0) {
        (0,append/* append */.B)(lines, [...(0,must_show/* destruction */.d5)({ deleted, replaced: counts.replace, planned: phase === "planned" }), (0,markdown.md) `>`]);
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

;// CONCATENATED MODULE: ./src/hooks/comment/update-preview.ts






function withPlan(current, report, commentPurpose, writing) {
    const mine = planParts(report, commentPurpose, writing);
    const own = new Set(mine.map(({ facts }) => facts.context));
    const before = current?.parts ?? [];
    const begun = report.contexts.length > 0;
    const others = begun && commentPurpose.coversAll
        ? []
        : before.filter(({ facts }) => !own.has(facts.context) && !(begun && facts.context === ""));
    const left = begun && commentPurpose.coversAll ? contexts_without_room/* nothingLeft */.Zt : (0,contexts_without_room/* leftBeside */.el)(current, begun ? [...own, ""] : [...own]);
    const parts = [...others, ...mine];
    if (others.length > 0)
        parts.sort((one, other) => (one.facts.context < other.facts.context ? -1 : 1));
    return filled({ project: report.project, parts, left }, report.contexts, commentPurpose, writing);
}
function withResult(current, report, commentPurpose, writing) {
    const { inPullRequest } = commentPurpose;
    if (!current && !inPullRequest)
        return undefined;
    const known = new Map((current?.parts ?? []).map((part) => [part.facts.context, part]));
    const fresh = new Map(planParts(report, commentPurpose, writing).map((part) => [part.facts.context, part]));
    const anew = [];
    let left = current?.left ?? contexts_without_room/* nothingLeft */.Zt;
    let touched = false;
    for (const context of report.contexts) {
        const part = known.get(context.name);
        const isSame = part !== undefined && part.facts.digest !== null && part.facts.digest === context.planDigest;
        if (inPullRequest && !isSame && !commentPurpose.underReview) {
            const made = fresh.get(context.name);
            if (!made)
                continue;
            anew.push(context);
            known.set(context.name, ended(made, context, report, commentPurpose, writing));
        }
        else if (part && isMeant(part.facts, commentPurpose, writing)) {
            known.set(context.name, ended(part, context, report, commentPurpose, writing));
        }
        else {
            const told = part ? left : leftIn(left, context.name, phaseOf(context), commentPurpose, writing);
            if (told === left)
                continue;
            left = told;
        }
        touched = true;
    }
    if (!touched)
        return undefined;
    left = (0,contexts_without_room/* leftBeside */.el)(current && { ...current, left }, [...known.keys()]);
    return filled({ project: report.project, parts: [...known.values()], left }, anew, commentPurpose, writing);
}
function withApplying(current, contexts, commentPurpose, { moment, stamp }) {
    const meant = (part) => contexts.has(part.facts.context) && isMeant(part.facts, commentPurpose, { moment });
    if (!current)
        return undefined;
    let left = current.left;
    for (const context of contexts)
        left = leftIn(left, context, "applying", commentPurpose, { moment, stamp });
    if (left === current.left && !current.parts.some(meant))
        return undefined;
    const parts = current.parts.map((part) => meant(part) ? { ...part, facts: { ...part.facts, phase: "applying", ended: moment, stamp } } : part);
    return { ...current, parts, left };
}
function leftIn(left, context, phase, commentPurpose, { moment, stamp }) {
    const key = (0,contexts_without_room/* keyOf */.TN)(context);
    const meant = (one) => one.key === key && isMeant({ ...one, ended: null }, commentPurpose, { moment });
    if (!left.named.some(meant))
        return left;
    return { ...left, named: left.named.map((one) => (meant(one) ? { ...one, phase, stamp } : one)) };
}
function isMeant(facts, { command, inPullRequest }, { moment }) {
    if (facts.command !== command)
        return false;
    return inPullRequest || facts.phase !== "applied" || facts.ended?.run === moment.run;
}
function ended(part, context, report, { command, underReview }, { moment, stamp }) {
    const { digest } = part.facts;
    const differs = !underReview && digest !== null && context.planDigest !== null && digest !== context.planDigest;
    const result = renderResult(context, report.diagnostics, { command, differs });
    return {
        facts: { ...part.facts, phase: phaseOf(context), ended: moment, stamp },
        texts: {
            ...part.texts,
            result: (0,markdown/* joined */.oR)([result, renderNext(report)].filter((text) => text !== ""), "\n\n"),
        },
    };
}
function phaseOf({ failureReason }) {
    switch (failureReason) {
        case null:
            return "applied";
        case "plan-changed":
        case "plan-not-reviewed":
        case "superseded":
            return "refused";
        case "cancelled":
            return "cancelled";
        default:
            return "failed";
    }
}
function planParts(report, commentPurpose, writing) {
    const { contexts, diagnostics, failureReason } = report;
    const room = comment_body/* commentLimit */.j9 / 2 / Math.max(1, contexts.length);
    const next = renderNext(report);
    const part = (context, told, more) => ({
        facts: {
            context: context?.name ?? "",
            command: commentPurpose.command,
            digest: context && commentPurpose.reviewable ? reviewableDigest(context) : null,
            seal: (commentPurpose.reviewable && context?.reviewable?.seal) || null,
            counts: context?.counts ?? labels/* zeroCounts */.Nd,
            failure: context ? context.failureReason : failureReason,
            planned: writing.moment,
            phase: "planned",
            ended: null,
            stamp: writing.stamp,
            changes: (0,model/* toldChanges */.jX)(context?.reviewable?.changes ?? null),
        },
        texts: {
            callouts: (0,markdown/* joined */.oR)([renderCallouts(context, told, room), more].filter((text) => text !== ""), "\n\n"),
            result: (0,markdown.md) ``,
            changes: (0,markdown.md) ``,
            terminal: context ? renderTerminal(context.name, writing.terminal(context.name, commentPurpose.command)) : (0,markdown.md) ``,
        },
    });
    if (contexts.length === 0)
        return [part(undefined, diagnostics, next)];
    return contexts.map((context, index) => part(context, index === 0 ? diagnostics : [], index === 0 ? next : (0,markdown.md) ``));
}
function reviewableDigest({ planDigest, reviewable, failureReason }) {
    const whole = [null, "guarded", "changes-pending", "drift-detected"];
    return reviewable && whole.includes(failureReason) ? planDigest : null;
}
function filled(preview, contexts, { command }, { links, taskLink }) {
    const byName = new Map(contexts.map((context) => [context.name, context]));
    const rooms = (0,comment_body/* roomsForChanges */.ry)(preview, new Set(byName.keys()), links);
    const first = new Map(contexts.map((one) => [one.name, renderChanges(one, rooms.get(one.name) ?? 0, taskLink, command)]));
    const left = [...first].reduce((sum, [name, text]) => sum + Math.max(0, (rooms.get(name) ?? 0) - text.length), 0);
    const short = [...first].filter(([name, text]) => text.length > (rooms.get(name) ?? 0) * 0.9 - 2_000).length;
    const parts = preview.parts.map((part) => {
        const context = byName.get(part.facts.context);
        if (!context)
            return part;
        const room = rooms.get(context.name) ?? 0;
        const text = first.get(context.name) ?? (0,markdown.md) ``;
        const again = contexts.length > 1 && text.length > room * 0.9 - 2_000;
        const changes = again
            ? renderChanges(context, Math.max(room, text.length) + Math.floor(left / short) - 500, taskLink, command)
            : text;
        return { ...part, texts: { ...part.texts, changes } };
    });
    return { ...preview, parts };
}

var boundaries = __webpack_require__(39526);
var comment_marker = __webpack_require__(30382);
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
    return { project: marker.project, parts, left: marker.left };
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
        const { target, doubles } = choose(ours(listed.value, login.value, edit.project), edit.begins);
        let at = target?.comment;
        const arrived = tries > 1 && target !== undefined && hasAll(target.preview, edit.stamps);
        if (!arrived || doubles.length > 0) {
            const current = joined(target?.preview, doubles);
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
        if (!contested)
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
function ours(comments, login, project) {
    return comments.flatMap((comment) => {
        const preview = comment.author === login ? readComment(comment.body) : undefined;
        return preview?.project === project ? [{ comment, preview }] : [];
    });
}
function choose(all, begins) {
    const lastFrozen = all.findLast(({ preview }) => (0,model/* isFrozen */.Zz)(preview));
    const open = all.filter(({ comment }) => comment.id > (lastFrozen?.comment.id ?? 0));
    if (open.length > 0 || begins || !lastFrozen)
        return { target: open[0], doubles: open.slice(1) };
    const run = runOf(lastFrozen);
    const together = run === "" ? [lastFrozen] : all.filter((one) => (0,model/* isFrozen */.Zz)(one.preview) && runOf(one) === run);
    return { target: together[0], doubles: together.slice(1) };
}
function runOf({ preview }) {
    const [run = "", other] = [...new Set(preview.parts.map(({ facts }) => facts.planned.run))];
    return other === undefined ? run : "";
}
function joined(first, doubles) {
    if (first === undefined || doubles.length === 0)
        return first;
    const parts = new Map();
    for (const part of [first, ...doubles.map(({ preview }) => preview)].flatMap((one) => one.parts)) {
        const known = parts.get(part.facts.context);
        if (!known || lastWrite(known) < lastWrite(part))
            parts.set(part.facts.context, part);
    }
    const left = doubles.reduce((all, { preview }) => (0,contexts_without_room/* joinedLeft */.Nc)(all, preview.left), first.left);
    return { ...first, parts: [...parts.values()], left: (0,contexts_without_room/* withoutContexts */.t9)(left, parts.keys()) };
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
        const seen = isNew ? await look(thread, at, login, edit.project, signal) : await thread.read(at.id, signal);
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
async function look(thread, at, login, project, signal) {
    const listed = await thread.list(signal);
    if (!listed.ok)
        return listed;
    const { target, doubles } = choose(ours(listed.value, login, project), true);
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
            await tellReport(options, (0,redact_report/* withoutNames */.Fw)(report, redact), commentPurpose, until);
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
    const change = (current) => withApplying(current, contexts, commentPurpose, { moment, stamp });
    const edit = { project, begins: false, stamps: [stamp], change };
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
    const edit = { project: report.project, begins, stamps: [writing.stamp], change };
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
