export const id = 2139;
export const ids = [2139];
export const modules = {

/***/ 52139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  j9: () => (/* binding */ commentLimit),
  wQ: () => (/* binding */ renderComment),
  ry: () => (/* binding */ roomsForChanges)
});

var labels = __webpack_require__(12188);
var markdown = __webpack_require__(13106);
var boundaries = __webpack_require__(39526);
var contexts_without_room = __webpack_require__(30757);
;// CONCATENATED MODULE: ./src/hooks/comment/fit.ts


function fitted(preview, limit, render) {
    const whole = render(preview);
    if (whole.length <= limit)
        return whole;
    const bare = render(withTexts(preview, () => ({ changes: (0,markdown.md) `` })));
    const shares = fairShares(preview.parts.map(({ texts }) => texts.changes.length), limit - bare.length);
    const cut = withTexts(preview, ({ texts }, index) => ({ changes: cutChanges(texts.changes, shares[index] ?? 0) }));
    const fitting = render(cut);
    if (fitting.length <= limit)
        return fitting;
    const ordered = [...preview.parts].sort((one, other) => urgency(other) - urgency(one));
    for (let count = ordered.length;; count = Math.floor(count / 2)) {
        const kept = new Set(ordered.slice(0, count));
        const parts = preview.parts.filter((part) => kept.has(part));
        const without = preview.parts.filter((part) => !kept.has(part));
        const text = withLines({ ...preview, parts, left: (0,contexts_without_room/* withLeft */.um)(preview.left, without) }, limit, render);
        if (text.length <= limit || count === 0)
            return text;
    }
}
function urgency({ facts: { context, counts, failure } }) {
    if (context === "")
        return 4;
    return (counts.delete + counts.replace > 0 ? 2 : 0) + (failure === null ? 0 : 1);
}
function withTexts(preview, change) {
    const parts = preview.parts.map((part, index) => ({ ...part, texts: { ...part.texts, ...change(part, index) } }));
    return { ...preview, parts };
}
function fairShares(wanted, room) {
    const shares = wanted.map(() => 0);
    let left = Math.max(0, room);
    const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
    order.forEach((index, position) => {
        const share = Math.min(wanted[index] ?? 0, Math.floor(left / (order.length - position)));
        shares[index] = share;
        left -= share;
    });
    return shares;
}
const leftOut = (0,markdown.md) `\u2026 left out to fit; the job summary has everything.`;
function cutChanges(text, room) {
    if (text.length <= room)
        return text;
    const most = room - leftOut.length - 2;
    let [at, kept] = [0, 0];
    let inFold = false;
    for (const line of text.split("\n")) {
        const isFold = line.startsWith("<details");
        if (at > most)
            break;
        if (!inFold && (isFold || line.startsWith("- ")))
            kept = at;
        inFold = isFold || (inFold && line !== "</details>");
        at += line.length + 1;
    }
    return most < 0 ? (0,markdown.md) `` : noted((0,markdown/* firstLines */.UV)(text, kept));
}
function withLines(preview, limit, render) {
    const folds = ({ texts: { changes } }) => ({ changes: changes === "" ? changes : leftOut, terminal: (0,markdown.md) `` });
    const bare = withTexts(preview, (part) => ({ callouts: (0,markdown.md) ``, result: (0,markdown.md) ``, ...folds(part) }));
    const shares = fairShares(preview.parts.map(({ texts }) => texts.callouts.length + texts.result.length), limit - render(bare).length - 200 * preview.parts.length);
    return render(withTexts(preview, (part, index) => {
        const { texts } = part;
        const room = shares[index] ?? 0;
        const [callouts = 0, result = 0] = fairShares([texts.callouts.length, texts.result.length], room);
        return {
            callouts: cutLines(texts.callouts, callouts),
            result: cutLines(texts.result, result),
            ...folds(part),
        };
    }));
}
function cutLines(text, room) {
    return text.length <= room ? text : noted((0,markdown/* firstLines */.UV)(text, room - leftOut.length - 2));
}
function noted(text) {
    return text === "" ? leftOut : (0,markdown.md) `${text}\n${leftOut}`;
}

var listed = __webpack_require__(77139);
var summary_tables = __webpack_require__(14209);
var verdict = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/hooks/comment/footer.ts




const mostNamed = 8;
const phaseWords = {
    planned: "planned",
    applying: "applying",
    applied: "applied",
    failed: "failed",
    refused: "refused, because it is not the plan that was reviewed",
    cancelled: "cancelled",
};
function outdatedNote(facts, links) {
    return (0,markdown.md) `\ud83d\udd53 Outdated, what ${runLink(facts.planned, links)} planned for ${shownContext(facts)}:`;
}
function outdatedTitle({ planned: { run, commit } }) {
    const words = run === "" ? (0,markdown.md) `an earlier run` : (0,markdown.md) `run ${(0,markdown/* codeHtml */.v1)(run, 20)}`;
    return (0,markdown.md) `\ud83d\udd53 Outdated: the plan of ${words}${commit === "" ? (0,markdown.md) `` : (0,markdown.md) ` for ${(0,markdown/* codeHtml */.v1)(commit.slice(0, 7))}`}`;
}
function runLink(at, links) {
    return at.run === "" ? (0,markdown.md) `an earlier run` : (0,markdown/* link */.nf)((0,markdown/* ours */.Od)(`run ${at.run}`), links.run(at));
}
function planCells(part, outdated, links) {
    const { counts, phase } = part.facts;
    return [hasCounts(part.facts) ? (0,summary_tables/* countsCell */.$F)(counts, phase !== "planned") : (0,markdown.md) `\u2013`, footer_status(part, outdated, links)];
}
function hasCounts({ failure, counts }) {
    return failure === null || Object.values(counts).some((count) => count > 0);
}
function footer_status(part, outdated, links) {
    const { failure, phase, planned, ended } = part.facts;
    if (outdated.has(part))
        return (0,markdown.md) `\ud83d\udd53 outdated, of ${runLink(planned, links)}`;
    const words = phase === "planned"
        ? failure === null
            ? (0,markdown.md) `\ud83d\udccb planned`
            : failure === "guarded" || failure === "policy"
                ? (0,markdown.md) `\ud83d\uded1 ${failure}`
                : (0,markdown.md) `\u274c ${failure}`
        : (0,markdown.md) `${verdict/* phaseIcons */.EQ[phase]} ${phase}`;
    return (0,markdown/* link */.nf)(words, links.run(ended ?? planned));
}
function shownContext({ project, context }) {
    if (context !== "")
        return (0,summary_tables/* contextCode */.DL)({ name: context, ...(project === undefined ? {} : { project }) });
    return project ? (0,markdown.md) `${(0,markdown/* code */.aY)(project, 100)} before any context` : (0,markdown.md) `before any context`;
}
function footer(parts, outdated, links) {
    const lines = new Map();
    for (const part of parts) {
        const { facts } = part;
        const made = facts.digest === null && facts.failure !== null
            ? (0,markdown.md) `\u274c not planned`
            : outdated.has(part)
                ? (0,markdown.md) `\ud83d\udd53 outdated, planned`
                : (0,markdown.md) `\ud83d\udccb planned`;
        const signed = facts.seal === null ? (0,markdown.md) `` : facts.project === undefined ? (0,markdown.md) `, signed` : (0,markdown.md) `signed`;
        const said = facts.project === undefined ? (0,markdown.md) `as ${(0,markdown/* code */.aY)(shown(facts.digest ?? ""))}${signed}` : signed;
        const digest = facts.digest === null || said === "" ? [] : [said];
        const line = (0,markdown/* joined */.oR)([made, ...moment(facts.planned, links), ...digest], " ");
        const then = facts.phase === "planned" ? "" : (0,markdown.md) `; ${became(facts.phase, facts.ended, links)}`;
        const key = (0,markdown.md) `${line}${then}`;
        lines.set(key, [...(lines.get(key) ?? []), shownContext(facts)]);
    }
    const told = [...lines].map(([line, contexts]) => (lines.size === 1 ? line : (0,markdown.md) `${named(contexts)}: ${line}`));
    return (0,markdown.md) `---\n<sub>${(0,markdown/* joined */.oR)(told, "<br>")}</sub>`;
}
function named(contexts) {
    return (0,markdown/* joined */.oR)((0,listed/* firstOf */.Ku)(contexts, mostNamed, (more) => (0,markdown.md) `${more} more`), ", ");
}
function became(phase, ended, links) {
    return (0,markdown/* joined */.oR)([(0,markdown.md) `${verdict/* phaseIcons */.EQ[phase]} ${phaseWords[phase]}`, ...(ended ? moment(ended, links) : [])], " ");
}
function shown(digest) {
    const at = digest.indexOf(":");
    return `${digest.slice(0, at)}:${digest.slice(at + 1, at + 13)}`;
}
function moment({ run, attempt, commit, at }, links) {
    const said = [];
    if (commit !== "")
        said.push((0,markdown.md) `for ${(0,markdown/* link */.nf)((0,markdown/* code */.aY)(commit.slice(0, 7)), links.commit(commit))}`);
    if (run !== "") {
        const words = attempt > 1 ? `run ${run}, attempt ${attempt}` : `run ${run}`;
        said.push((0,markdown.md) `in ${(0,markdown/* link */.nf)((0,markdown/* ours */.Od)(words), links.run({ run, attempt, commit, at }))}`);
    }
    said.push((0,markdown/* ours */.Od)(`at ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`));
    return said;
}

var marker = __webpack_require__(89864);
var model = __webpack_require__(79283);
;// CONCATENATED MODULE: ./src/hooks/comment/several-body.ts








const mostOpen = 2;
const mostForQuiet = 4_000;
const several_body_mostNamed = 3;
function renderSeveral({ parts: given, left }, several, links) {
    const parts = given.map(withoutIdleCommands);
    const outdated = (0,model/* outdatedParts */.LR)(parts);
    const facts = parts.map((part) => part.facts);
    const lines = [
        (0,marker/* renderMarker */.B)({ project: "", parts: facts, left, digests: parts.map(({ texts }) => (0,boundaries/* digestOf */.ol)(texts)), several }),
    ];
    lines.push(titleOf(parts, left, several, outdated));
    lines.push(...overview(parts, left, outdated, links), ...alikeLines(parts, several));
    parts.forEach((part, index) => {
        const there = ["callouts", "result"].filter((name) => part.texts[name] !== "");
        if (there.length > 0 && outdated.has(part))
            lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, outdatedNote(part.facts, links));
        for (const name of there)
            lines.push((0,markdown.md) ``, (0,boundaries/* beginningOf */.VI)(name, index), (0,markdown.md) ``, part.texts[name]);
    });
    lines.push((0,markdown.md) ``, boundaries/* end */._N);
    for (const line of folds(parts, outdated))
        lines.push(line);
    if (parts.length > 0)
        lines.push((0,markdown.md) ``, footer(parts, outdated, links));
    return (0,markdown/* joined */.oR)(lines, "\n");
}
function withoutIdleCommands(part) {
    return part.texts.changes === "" ? { ...part, texts: { ...part.texts, terminal: (0,markdown.md) `` } } : part;
}
function titleOf(parts, left, { alike }, outdated) {
    if (parts.length === 0 && (0,contexts_without_room/* numberLeft */.bt)(left) === 0) {
        const none = alike.projects === 0 ? "no project is" : `none of ${(0,labels/* plural */.LS)(alike.projects, "project")} is`;
        return (0,markdown.md) `## \u2705 Plan: nothing to do, ${(0,markdown/* ours */.Od)(none)} other than recorded`;
    }
    return (0,verdict/* verdict */.WJ)(whose(parts, left), parts, left, outdated);
}
function whose(parts, { named, unnamed }) {
    const all = new Set([...parts.map(({ facts }) => facts.project ?? ""), ...named.map(({ project = "" }) => project)]);
    all.delete("");
    if (unnamed.number > 0)
        return (0,markdown/* ours */.Od)(`${(0,labels/* plural */.LS)(all.size, "project")} and more`);
    if (all.size === 0)
        return (0,markdown.md) `a project that can't be told`;
    if (all.size > several_body_mostNamed)
        return (0,markdown/* ours */.Od)((0,labels/* plural */.LS)(all.size, "project"));
    return (0,markdown/* joined */.oR)([...all].sort().map((project) => (0,markdown/* code */.aY)(project, 60)), ", ");
}
function overview(parts, left, outdated, links) {
    const lines = [];
    const quiet = parts.filter((part) => isQuiet(part, outdated));
    const loud = parts.filter((part) => !isQuiet(part, outdated));
    const rows = loud.map((part) => [shownContext(part.facts), ...planCells(part, outdated, links)]);
    if (rows.length > 0)
        lines.push((0,markdown.md) ``, (0,markdown/* table */.tp)([(0,markdown.md) `Project and context`, (0,markdown.md) `Plan`, (0,markdown.md) `Status`], rows));
    if (quiet.length > 0)
        lines.push((0,markdown.md) ``, quietLine(quiet));
    const more = (0,contexts_without_room/* numberLeft */.bt)(left);
    if (more === 0)
        return lines;
    const last = parts.at(-1)?.facts;
    const where = last ? (0,markdown/* link */.nf)((0,markdown.md) `job summary`, links.run(last.planned)) : (0,markdown.md) `job summary`;
    lines.push((0,markdown.md) ``, (0,markdown.md) `\u2026 and ${(0,markdown/* ours */.Od)((0,labels/* plural */.LS)(more, "more context"))} that had no room here: see the ${where}.`);
    return lines;
}
function isQuiet(part, outdated) {
    const { facts, texts } = part;
    const { callouts, result, changes } = texts;
    if (outdated.has(part) || facts.failure !== null || callouts + result + changes !== "")
        return false;
    return (0,verdict/* isNothing */.qv)(facts.counts) && (facts.phase === "planned" || facts.phase === "applied");
}
function quietLine(quiet) {
    const shown = [];
    let room = mostForQuiet;
    let told = 0;
    for (const [project, some] of byProject(quiet)) {
        const contexts = some.map(({ facts }) => (0,markdown/* code */.aY)(facts.context, 60));
        const text = (0,markdown.md) `${(0,markdown/* code */.aY)(project, 60)} (${(0,markdown/* joined */.oR)(contexts, ", ")})`;
        room -= text.length + 2;
        if (room < 0)
            break;
        shown.push(text);
        told += some.length;
    }
    const more = told === quiet.length ? (0,markdown.md) `` : (0,markdown/* ours */.Od)(` and ${quiet.length - told} more`);
    return (0,markdown.md) `Nothing to do in ${(0,markdown/* joined */.oR)(shown, ", ")}${more}.`;
}
function alikeLines(parts, { alike, commit }) {
    const isOfNow = parts.every(({ facts }) => facts.planned.commit === commit);
    if (alike.contexts === 0 || parts.length === 0 || !isOfNow)
        return [];
    const words = `${(0,labels/* plural */.LS)(alike.contexts, "more context")} of ${(0,labels/* plural */.LS)(alike.projects, "project")}`;
    return [(0,markdown.md) ``, (0,markdown/* ours */.Od)(`Not planned, as they are as recorded: ${words}.`)];
}
function byProject(parts) {
    const all = new Map();
    for (const part of parts) {
        const { project = "" } = part.facts;
        const known = all.get(project);
        if (known)
            known.push(part);
        else
            all.set(project, [part]);
    }
    return all;
}
function folds(parts, outdated) {
    const told = [...byProject(parts.filter(({ texts }) => texts.changes !== ""))];
    const places = new Map(parts.map((part, index) => [part, index]));
    return told.flatMap(([project, some]) => {
        const words = some.map(({ facts }) => (0,markdown.md) `${(0,markdown/* codeHtml */.v1)(facts.context, 60)} ${(0,markdown/* ours */.Od)((0,labels/* planWords */.DO)(facts.counts))}`);
        const open = told.length <= mostOpen ? " open" : "";
        const title = (0,markdown.md) `<summary>${(0,markdown/* codeHtml */.v1)(project, 60)}: ${(0,markdown/* joined */.oR)(words.slice(0, 4), ", ")}${words.length > 4 ? ", \u2026" : ""}</summary>`;
        const lines = [(0,markdown.md) ``, (0,markdown.md) `<details${(0,markdown/* ours */.Od)(open)}>${title}`];
        for (const part of some) {
            if (some.length > 1)
                lines.push((0,markdown.md) ``, (0,markdown.md) `### ${(0,markdown/* code */.aY)(part.facts.context, 100)}`);
            const index = places.get(part) ?? 0;
            const folded = outdated.has(part);
            if (folded)
                lines.push((0,markdown.md) ``, (0,markdown.md) `<details><summary>${outdatedTitle(part.facts)}</summary>`);
            lines.push((0,markdown.md) ``, (0,boundaries/* beginningOf */.VI)("changes", index), (0,markdown.md) ``, part.texts.changes);
            if (part.texts.terminal !== "")
                lines.push((0,markdown.md) ``, (0,boundaries/* beginningOf */.VI)("terminal", index), (0,markdown.md) ``, part.texts.terminal);
            lines.push((0,markdown.md) ``, boundaries/* end */._N);
            if (folded)
                lines.push((0,markdown.md) ``, (0,markdown.md) `</details>`);
        }
        return [...lines, (0,markdown.md) ``, (0,markdown.md) `</details>`];
    });
}

;// CONCATENATED MODULE: ./src/hooks/comment/body.ts










const commentLimit = 60_000;
function renderComment(preview, links) {
    return fitted(slim(preview), commentLimit, (some) => render(some, links));
}
function roomsForChanges(preview, contexts, links) {
    const bare = render(withTexts(slim(preview), () => ({ changes: (0,markdown.md) `` })), links);
    const wanted = preview.parts.map(({ facts, texts }) => contexts.has((0,model/* partKey */.be)(facts)) ? Number.MAX_SAFE_INTEGER : texts.changes.length);
    const shares = fairShares(wanted, commentLimit - bare.length);
    return new Map(preview.parts.map(({ facts }, index) => [(0,model/* partKey */.be)(facts), Math.max(0, (shares[index] ?? 0) - 200)]));
}
function slim(preview) {
    const told = JSON.stringify(preview.parts.map(({ facts }) => facts.changes));
    if (told.length <= commentLimit / 3)
        return preview;
    return {
        ...preview,
        parts: preview.parts.map(({ facts, texts }) => ({ facts: { ...facts, changes: null }, texts })),
    };
}
function render(preview, links) {
    if (preview.several)
        return renderSeveral(preview, preview.several, links);
    const { project, parts, left } = preview;
    const digests = parts.map(({ texts }) => (0,boundaries/* digestOf */.ol)(texts));
    const outdated = (0,model/* outdatedParts */.LR)(parts);
    const lines = [(0,marker/* renderMarker */.B)({ project, parts: parts.map(({ facts }) => facts), left, digests })];
    lines.push((0,verdict/* verdict */.WJ)((0,markdown/* code */.aY)(project, 100), parts, left, outdated), (0,markdown.md) ``, contextTable(parts, outdated, links));
    const more = (0,contexts_without_room/* numberLeft */.bt)(left);
    if (more > 0)
        lines.push((0,markdown.md) ``, (0,markdown/* ours */.Od)(`\u2026 and ${(0,labels/* plural */.LS)(more, "more context")}, in the job summary.`));
    parts.forEach((part, index) => {
        const there = ["callouts", "result"].filter((name) => part.texts[name] !== "");
        if (there.length > 0 && outdated.has(part))
            lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, outdatedNote(part.facts, links));
        for (const name of there)
            lines.push((0,markdown.md) ``, (0,boundaries/* beginningOf */.VI)(name, index), (0,markdown.md) ``, part.texts[name]);
    });
    parts.forEach((part, index) => {
        if (part.texts.changes === "")
            return;
        if (parts.length > 1)
            lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, (0,markdown.md) `### ${shownContext(part.facts)}`);
        const folded = outdated.has(part);
        if (folded)
            lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, (0,markdown.md) `<details><summary>${outdatedTitle(part.facts)}</summary>`);
        lines.push((0,markdown.md) ``, (0,boundaries/* beginningOf */.VI)("changes", index), (0,markdown.md) ``, part.texts.changes);
        if (folded)
            lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, (0,markdown.md) `</details>`);
    });
    parts.forEach(({ texts }, index) => {
        if (texts.terminal !== "")
            lines.push((0,markdown.md) ``, (0,boundaries/* beginningOf */.VI)("terminal", index), (0,markdown.md) ``, texts.terminal);
    });
    lines.push((0,markdown.md) ``, boundaries/* end */._N, (0,markdown.md) ``, footer(parts, outdated, links));
    return (0,markdown/* joined */.oR)(lines, "\n");
}
function contextTable(parts, outdated, links) {
    const rows = parts.map((part) => [shownContext(part.facts), ...planCells(part, outdated, links)]);
    return (0,markdown/* table */.tp)([(0,markdown.md) `Context`, (0,markdown.md) `Plan`, (0,markdown.md) `Status`], rows);
}


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ phaseIcons),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   qv: () => (/* binding */ isNothing)
/* harmony export */ });
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12188);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13106);


const phaseIcons = {
    planned: "\ud83d\udccb",
    applying: "\u23f3",
    applied: "\u2705",
    failed: "\u274c",
    refused: "\ud83d\udeab",
    cancelled: "\u23f9\ufe0f",
};
const titles = {
    planned: "Plan",
    applying: "Plan being applied",
    applied: "Applied plan",
    failed: "Failed apply",
    refused: "Refused plan",
    cancelled: "Cancelled apply",
};
const urgency = ["failed", "refused", "cancelled", "applying", "planned", "applied"];
function verdict(whose, parts, left, outdated) {
    const { named, unnamed } = left;
    const shown = parts.map((part) => part.facts);
    const facts = [...parts.filter((part) => !outdated.has(part)).map((part) => part.facts), ...named];
    const failed = facts.filter(({ failure, phase }) => failure !== null && phase === "planned");
    const phase = urgency.find((one) => facts.some((fact) => fact.phase === one)) ?? "planned";
    const twice = countedTwice(failed);
    const failures = failed.length - twice + unnamed.failed;
    const all = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .sumCounts */ .W_)([...facts, unnamed]);
    const idle = phase === "planned" && isNothing(all);
    const icon = failures > 0 ? "\u274c" : idle ? "\u2705" : phaseIcons[phase];
    const what = failures === 0
        ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .planWords */ .DO)(all))
        : failures === facts.length - twice + unnamed.number
            ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `could not be made${reasons(failed)}`
            : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .planWords */ .DO)(all))}, and ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(failures, "context"))} that could not be planned`;
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `## ${icon} ${titles[phase]} ${ownCommands([...shown, ...named])}for ${whose}: ${what}`;
}
function countedTwice(failed) {
    const lost = new Map();
    for (const { project, failure } of failed)
        if (failure === "not-reported")
            lost.set(project, (lost.get(project) ?? 0) + 1);
    let twice = 0;
    for (const { project, context } of failed) {
        const left = lost.get(project) ?? 0;
        if (context !== "" || left === 0)
            continue;
        lost.set(project, left - 1);
        twice++;
    }
    return twice;
}
function ownCommands(facts) {
    const own = [...new Set(facts.map(({ command }) => command))].filter((command) => command !== "apply");
    if (own.length === 0)
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) ``;
    const commands = own.map((command) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(command, 60));
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `of ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(commands, ", ")} `;
}
function isNothing({ create, update, replace, adopt, forget, failed, skipped, unknown, ...rest }) {
    return create + update + replace + rest.delete + adopt + forget + failed + skipped + unknown === 0;
}
function reasons(failed) {
    const all = new Set(failed.flatMap(({ failure }) => (failure === null ? [] : [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${failure}`])));
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) ` (${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)([...all], ", ")})`;
}


/***/ })

};
