export const id = 9036;
export const ids = [9036];
export const modules = {

/***/ 13106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Od: () => (/* binding */ ours),
/* harmony export */   UV: () => (/* binding */ firstLines),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   l0: () => (/* binding */ inlineHtml),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   v1: () => (/* binding */ codeHtml),
/* harmony export */   wg: () => (/* binding */ rowBytes),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4191);
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37119);


function md(texts, ...values) {
    return texts.map((text, index) => text + (index < values.length ? String(values[index]) : "")).join("");
}
function ours(text) {
    return text;
}
function joined(parts, separator) {
    return parts.join(separator);
}
function firstLines(text, room) {
    return (text.length <= room ? text : text.slice(0, text.lastIndexOf("\n", Math.max(0, room - 1)) + 1));
}
const words = /^[\p{L}\p{N} .,;()'"%?!-]*$/u;
const reference = /www|ghsa-|[\p{L}\p{N}]-+\p{N}|(?<![\p{L}\p{N}])[0-9a-f]{7,}(?![\p{L}\p{N}])/iu;
function isProse(line) {
    return words.test(line) && !reference.test(line);
}
function inline(text, width = 300) {
    const line = (0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width);
    return isProse(line) ? line : codeSpan(line);
}
function code(text, width = 300) {
    return codeSpan((0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width));
}
function codeSpan(line) {
    if (line.trim() === "")
        return "` `";
    const fence = "`".repeat(longestRun(line, "`") + 1);
    const pad = fence.length > 1 ? " " : "";
    return `${fence}${pad}${line}${pad}${fence}`;
}
function cell(markdown) {
    return markdown.replaceAll("|", "\u2502").replaceAll("\\", "\u29f5");
}
function html(line) {
    return line
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;")
        .replaceAll("@", "&#64;");
}
function codeHtml(text, width = 300) {
    return `<code>${html((0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width))}</code>`;
}
function inlineHtml(text, width = 300) {
    const line = (0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), width);
    return isProse(line) ? html(line) : codeHtml(text, width);
}
function link(shown, url) {
    if (url === undefined || !/^https?:\/\//.test(url))
        return shown;
    const address = url.toWellFormed().replace(/[^\w./:?#@!$&*+,;=%~-]/gu, encodeURIComponent);
    return md `[${shown}](${ours(address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))})`;
}
function fenced(lines, language) {
    const shown = lines.map(_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK);
    const longest = shown.reduce((most, line) => Math.max(most, longestRun(line, "`")), 0);
    const fence = "`".repeat(Math.max(3, longest + 1));
    return [`${fence}${language}`, ...shown, fence].join("\n");
}
function table(heads, rows) {
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
function rowBytes(cells) {
    return bytes(cells.map(cell).join(" | ")) + 6;
}
function details(title, body, open = false) {
    return md `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function bytes(text) {
    return Buffer.byteLength(text);
}
function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const current of text) {
        run = current === character ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}


/***/ }),

/***/ 33126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ detailLevels),
/* harmony export */   R3: () => (/* binding */ diagnostics),
/* harmony export */   d5: () => (/* binding */ destruction),
/* harmony export */   e9: () => (/* binding */ failures),
/* harmony export */   t3: () => (/* binding */ recordedLine),
/* harmony export */   uL: () => (/* binding */ caution)
/* harmony export */ });
/* harmony import */ var _summary_summary_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14209);
/* harmony import */ var _append_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23347);
/* harmony import */ var _field_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68771);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12188);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13106);





const detailLevels = [
    { rows: "full", name: 200, diagnostics: 50 },
    { rows: "short", name: 200, diagnostics: 20 },
    { rows: "names", name: 200, diagnostics: 10 },
    { rows: "names", name: 80, diagnostics: 5 },
    { rows: "names", name: 40, diagnostics: 3 },
    { rows: "names", name: 20, diagnostics: 1 },
];
function caution(groups, detail, several) {
    const all = groups.flatMap(({ tasks }) => tasks);
    const deletions = all.filter(({ change }) => change === "delete");
    const [deleted, replaced] = [deletions.length, all.length - deletions.length];
    const planned = all.every(({ status }) => status === "planned");
    const left = planned ? 0 : deletions.filter(({ status }) => status !== "done").length;
    const lines = destruction({ deleted, replaced, planned, left });
    for (const { context, tasks } of groups) {
        if (several)
            lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `>`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `> ${(0,_summary_summary_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .contextTitle */ .yP)(context)}`);
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `>`);
        if (detail.rows === "names") {
            for (const change of ["delete", "replace"]) {
                const names = tasks.filter((task) => task.change === change).map(({ name }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, detail.name));
                if (names.length > 0)
                    lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `> - ${change} (${names.length}): ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(names, ", ")}`);
            }
            continue;
        }
        for (const task of tasks) {
            const outcome = task.status === "planned" || task.status === "done" ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ` \u2014 ${task.status}`;
            const reason = detail.rows === "full" && task.reason !== "" ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(task.reason, 200)}` : "";
            lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `> - ${task.change} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(task.name, detail.name)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(task.kind, 60)})${reason}${outcome}`);
        }
    }
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(lines, "\n");
}
function destruction({ deleted, replaced, planned, left = 0, }) {
    const parts = [];
    if (planned && deleted > 0)
        parts.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(`${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(deleted, "task")} to delete`));
    else if (left > 0)
        parts.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(`${deleted - left} of ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(deleted, "deletion")} done`));
    else if (deleted > 0)
        parts.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)((0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(deleted, "deletion")));
    if (replaced > 0) {
        const words = planned ? `${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(replaced, "task")} to replace` : (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(replaced, "replacement");
        parts.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(words)} (delete, then create)`);
    }
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `> [!CAUTION]`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `> **Destructive:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(parts, ", ")}.`];
}
function failures(groups, detail, several) {
    const lines = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `### Failures`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``];
    for (const { context, tasks } of groups) {
        if (several)
            lines.push((0,_summary_summary_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .contextTitle */ .yP)(context), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``);
        if (detail.rows === "names") {
            const names = tasks.map(({ name }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, detail.name));
            lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Failed (${tasks.length}): ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(names, ", ")}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``);
            continue;
        }
        for (const task of tasks) {
            const place = task.location === null ? "" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ` at ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${task.location.file}:${task.location.line}`, 200)}`;
            const what = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .failureWords */ .AC)(task));
            lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(task.name, detail.name)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(task.kind, 60)}): **${what}**${place}`);
            if (task.error)
                (0,_append_js__WEBPACK_IMPORTED_MODULE_4__/* .append */ .B)(lines, failure(task.error, detail.rows === "full" ? 500 : 120, detail.rows === "full"));
        }
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``);
    }
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(lines.slice(0, -1), "\n");
}
function recordedLine(groups, detail, several) {
    const all = groups.flatMap(({ context, tasks }) => tasks.map((task) => ({ context, task })));
    if (all.length === 0)
        return undefined;
    const names = all.slice(0, detail.diagnostics).map(({ context, task }) => {
        const where = several ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ` in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(context.name, detail.name)}` : "";
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(task.name, detail.name)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)((0,_field_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldNames */ .pi)(task, 100))})${where}`;
    });
    if (all.length > names.length)
        names.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${all.length - names.length} more`);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `**Recorded only**, nothing of it runs now: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(names, ", ")}`;
}
function failure(error, width, deep) {
    const lines = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `  - ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(error.message, width)}`];
    if (!deep)
        return lines;
    for (const cause of error.causes?.slice(0, 3) ?? [])
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `    - caused by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(cause.message, width)}`);
    const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== undefined)?.hint;
    if (hint !== undefined)
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `  - \u2192 ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(hint, width)}`);
    return lines;
}
function diagnostics(title, all, detail) {
    const errors = all.filter(({ severity }) => severity === "error");
    const shown = [...errors, ...all.filter(({ severity }) => severity !== "error")].slice(0, detail.diagnostics);
    const lines = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `### ${title}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``];
    for (const { severity, code: name, message, location, suggestion } of shown) {
        const place = location ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${location.file}:${location.line}:${location.column}`, 200)} ` : "";
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `- ${severity} ${place}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(message, messageWidth(detail))} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, 60)})`);
        if (suggestion !== undefined && detail.rows === "full")
            lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `  - \u2192 ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(suggestion, 300)}`);
    }
    if (all.length > shown.length)
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `- \u2026 and ${all.length - shown.length} more, in the log and the report`);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(lines, "\n");
}
function messageWidth({ rows }) {
    return rows === "full" ? 2000 : 400;
}


/***/ }),

/***/ 76506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ unchangedFold)
/* harmony export */ });
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12188);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13106);


function unchangedFold(all) {
    const idle = all.filter((task) => task.change === "noop" && task.status !== "observed" && !(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoteworthy */ .e$)(task) && !(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecordedOnly */ .bA)(task));
    if (idle.length === 0)
        return { text: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) ``, count: 0 };
    const gates = idle.filter(_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isGate */ .cE);
    const rest = idle.length - gates.length;
    const title = [
        ...(rest > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `Unchanged: ${rest}`] : []),
        ...(gates.length > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `Gates: ${gates.length}`] : []),
    ];
    const names = idle.map((task) => {
        const state = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .isGate */ .cE)(task) ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(task.reason, 100)}` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) ``;
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(task.name, 100)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(task.kind, 60)})${state}`;
    });
    return { text: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(title, ", "), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(names, ", ")), count: idle.length };
}


/***/ }),

/***/ 14209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ driftRow),
/* harmony export */   L_: () => (/* binding */ changeRow),
/* harmony export */   Po: () => (/* binding */ countsTable),
/* harmony export */   XY: () => (/* binding */ driftHeads),
/* harmony export */   ZG: () => (/* binding */ iconOf),
/* harmony export */   _: () => (/* binding */ describeRow),
/* harmony export */   bq: () => (/* binding */ describeHeads),
/* harmony export */   gt: () => (/* binding */ changeHeads),
/* harmony export */   vK: () => (/* binding */ countColumns),
/* harmony export */   yP: () => (/* binding */ contextTitle)
/* harmony export */ });
/* harmony import */ var _engine_model_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24584);
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77139);
/* harmony import */ var _log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10205);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12188);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13106);





const changeIcons = {
    create: "\ud83d\udfe2 create",
    update: "\ud83d\udfe1 update",
    replace: "\ud83d\udfe0 replace",
    delete: "\ud83d\udd34 delete",
    adopt: "\ud83d\udd35 adopt",
    forget: "\u26aa forget",
    noop: "unchanged",
    none: "\u2013",
};
function iconOf(task) {
    return (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .isGate */ .cE)(task) ? "\ud83d\udea6 gate" : changeIcons[task.change];
}
function contextTitle({ name, failureReason }) {
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `**Context ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(name)}**${failureReason === null ? "" : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) ` (${failureReason})`}`;
}
const alwaysShown = new Set(["create", "update", "replace", "delete", "noop"]);
function countColumns(all) {
    return _engine_model_report_js__WEBPACK_IMPORTED_MODULE_3__/* .countNames */ .s
        .filter((name) => alwaysShown.has(name) || all.some((counts) => counts[name] > 0))
        .map((name) => [name, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(name === "noop" ? "Unchanged" : `${name[0]?.toUpperCase()}${name.slice(1)}`)]);
}
function countsTable(contexts) {
    const columns = countColumns(contexts.map(({ counts }) => counts));
    const rows = contexts.map((context) => {
        const counts = columns.map(([name]) => ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .hasBegun */ .SU)(context) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `${context.counts[name]}` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `\u2013`));
        return [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(context.name, 100), ...counts];
    });
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)([(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `Context`, ...columns.map(([, head]) => head)], rows);
}
const changeHeads = ["Change", "Task", "Kind", "Reason", "Status", "Duration"].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od);
function changeRow(task) {
    const status = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .hasFailed */ .WN)(task) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(`\u274c ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWords */ .AC)(task)}`) : task.status === "done" ? "\u2714 done" : task.status;
    return [
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `${iconOf(task)}`,
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(task.name, 100),
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(task.kind, 60),
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(task.reason, 160),
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `${status}`,
        task.status === "planned" || task.status === "skipped" ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(task.durationMs)),
    ];
}
const driftHeads = ["Task", "Kind", "Drift", "Reason", "Fields"].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od);
function driftRow(task) {
    const { drift, fields } = task;
    const icon = drift === "unknown"
        ? "\u2753"
        : drift === "spec-changed"
            ? "\u270f\ufe0f"
            : drift === "untracked" || drift === "unobservable"
                ? "\u25ab\ufe0f"
                : "\u26a0\ufe0f";
    const all = fields.map(({ path }) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(path === "" ? "/" : path, 60));
    const paths = (0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_4__/* .firstOf */ .Ku)(all, 5, (more) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `${more} more`);
    return [
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(task.name, 100),
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(task.kind, 60),
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `${icon} ${drift}`,
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(task.reason, 160),
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)(paths, " "),
    ];
}
const describeHeads = ["Task", ..._log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .describeColumns */ .Nl, ..._log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .checksumColumns */ .zJ].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od);
function describeRow(task) {
    return [
        (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(task.name, 100),
        ...(0,_log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCells */ .nt)(task, true).map((value) => value.startsWith("sha256:") ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(value.slice(0, 19)) : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(value, 60)),
    ];
}


/***/ }),

/***/ 21404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ taskRow),
/* harmony export */   Z9: () => (/* binding */ taskFold),
/* harmony export */   uY: () => (/* binding */ hasFold)
/* harmony export */ });
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4191);
/* harmony import */ var _rendering_append_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23347);
/* harmony import */ var _rendering_cut_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37119);
/* harmony import */ var _rendering_field_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69861);
/* harmony import */ var _rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68771);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12188);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13106);
/* harmony import */ var _summary_tables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14209);








const fieldLimits = { lines: 200, width: 500 };
const taskDiffBytes = 60_000;
const mostHeadlines = 50;
const mostDetailLines = 40;
const shortLines = 10;
function taskFold(task, options) {
    const diff = diffLines(task, options);
    const parts = [];
    if (task.error && (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .hasFailed */ .WN)(task))
        (0,_rendering_append_js__WEBPACK_IMPORTED_MODULE_6__/* .append */ .B)(parts, errorText(task.error));
    if (diff.length > 0)
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fenced */ .OF)(diff, "diff"));
    const place = placeOf(task, options.link?.(task));
    if (place !== undefined)
        parts.push(place);
    const open = options.opens === true && ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .hasFailed */ .WN)(task) || (diff.length > 0 && diff.length <= shortLines));
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)(foldTitle(task), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(parts, "\n\n"), open);
}
function hasFold(task) {
    return (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .toldFields */ .jN)(task).length > 0 || (task.error !== null && (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .hasFailed */ .WN)(task));
}
function taskRow(task) {
    const said = about(task).map((words) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .inline */ .mG)(words, 160));
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `- ${icon(task)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(task.name, 100)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(said, " \u00b7 ")}`;
}
function foldTitle(task) {
    const said = about(task).map((words) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .inlineHtml */ .l0)(words, 160));
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `${icon(task)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeHtml */ .v1)(task.name, 100)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(said, " \u00b7 ")}`;
}
function icon(task) {
    if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .hasFailed */ .WN)(task))
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `\u274c`;
    if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecordedOnly */ .bA)(task))
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `\ud83d\udcdd recorded only`;
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `${task.status === "skipped" ? "\u23ed\ufe0f" : (0,_summary_tables_js__WEBPACK_IMPORTED_MODULE_5__/* .iconOf */ .ZG)(task)}`;
}
function about(task) {
    const { kind, reason, status } = task;
    const said = [kind];
    const fields = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .toldFields */ .jN)(task);
    if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .hasFailed */ .WN)(task))
        said.push((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .failureWords */ .AC)(task));
    else if (status === "skipped" || status === "cancelled")
        said.push(status);
    if (reason !== "" && !(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .hasFailed */ .WN)(task) && !(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecordedOnly */ .bA)(task))
        said.push(reason);
    if (fields.length > 0)
        said.push((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(fields.length, "field"));
    return said;
}
function diffLines(task, { values, limits = fieldLimits, command }) {
    const fields = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .toldFields */ .jN)(task);
    const lines = [];
    let size = 0;
    let lost = 0;
    for (const field of fields) {
        if (size > taskDiffBytes || (!values && lines.length >= mostHeadlines)) {
            lost++;
            continue;
        }
        const view = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .isDriftView */ .pK)(task) ? "drift" : "plan";
        for (const { sign, text } of values ? (0,_rendering_field_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .diffField */ .m)(field, limits, view) : [(0,_rendering_field_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldHeadline */ .p)(field, 200)]) {
            const line = `${sign === "~" ? "!" : sign} ${text}`;
            lines.push(line);
            size += (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .bytes */ .ee)(line);
        }
    }
    if (lost > 0)
        lines.push(`  \u2026 ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(lost, "more field")}`);
    return values ? [...legend(task, lines, command), ...lines] : lines;
}
function legend(task, lines, command) {
    const { minus, plus } = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .sidesOf */ .Mm)(task, command);
    const has = (sign) => lines.some((line) => line.startsWith(`${sign} `) || line.startsWith("! "));
    return [...(has("-") ? [`--- ${minus}`] : []), ...(has("+") ? [`+++ ${plus}`] : [])];
}
function errorText(error) {
    const parts = [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `**${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(error.message, 500)}**`];
    for (const cause of error.causes?.slice(0, 3) ?? [])
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `caused by ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(cause.message, 500)}`);
    const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== undefined)?.hint;
    if (hint !== undefined)
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `\u2192 ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .inline */ .mG)(hint, 500)}`);
    const lines = error.detail === undefined ? [] : (0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLines */ .fk)(error.detail).map((line) => `  ${(0,_rendering_cut_js__WEBPACK_IMPORTED_MODULE_7__/* .clip */ .$Q)(line, 300)}`);
    const cut = lines.length > mostDetailLines ? [`  \u2026 ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(lines.length - mostDetailLines, "line")} before`] : [];
    if (lines.length > 0)
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fenced */ .OF)([...cut, ...lines.slice(-mostDetailLines)], "text"));
    return parts;
}
function placeOf({ location }, url) {
    if (!location || url === undefined)
        return undefined;
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__.md) `<sub>${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(`${location.file}:${location.line}`, 200), url)}</sub>`;
}


/***/ })

};
