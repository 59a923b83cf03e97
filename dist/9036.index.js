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
function caution(groups, detail, naming) {
    const all = groups.flatMap(({ tasks }) => tasks);
    const deletions = all.filter(({ change }) => change === "delete");
    const [deleted, replaced] = [deletions.length, all.length - deletions.length];
    const planned = all.every(({ status }) => status === "planned");
    const left = planned ? 0 : deletions.filter(({ status }) => status !== "done").length;
    const lines = destruction({ deleted, replaced, planned, left, where: whereOf(groups, naming) });
    for (const { context, tasks } of groups) {
        if (naming === "titled")
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
function destruction({ deleted, replaced, planned, left = 0, where, }) {
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
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `> [!CAUTION]`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `> **Destructive${where}:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(parts, ", ")}.`];
}
function failures(groups, detail, naming) {
    const lines = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `### Failures${whereOf(groups, naming)}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``];
    for (const { context, tasks } of groups) {
        if (naming === "titled")
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
        const where = several ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ` in ${(0,_summary_summary_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .contextCode */ .DL)(context, detail.name)}` : "";
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
function diagnostics(title, all, detail, where = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``) {
    const errors = all.filter(({ severity }) => severity === "error");
    const shown = [...errors, ...all.filter(({ severity }) => severity !== "error")].slice(0, detail.diagnostics);
    const lines = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `### ${title}${where}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``];
    for (const one of shown) {
        const { severity, code: name, message, location, suggestion } = one;
        const whose = where === "" ? ofContext(one, detail) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``;
        const place = location ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${location.file}:${location.line}:${location.column}`, 200)} ` : "";
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `- ${severity} ${whose}${place}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(message, messageWidth(detail))} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, 60)})`);
        if (suggestion !== undefined && detail.rows === "full")
            lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `  - \u2192 ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(suggestion, 300)}`);
    }
    if (all.length > shown.length)
        lines.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `- \u2026 and ${all.length - shown.length} more, in the log and the report`);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(lines, "\n");
}
function ofContext({ context, project }, { name }) {
    if (context === undefined)
        return project === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(project, name)} `;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `in ${(0,_summary_summary_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .contextCode */ .DL)({ name: context, ...(project === undefined ? {} : { project }) }, name)} `;
}
function whereOf([first], naming) {
    return naming === "named" && first ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ` in ${(0,_summary_summary_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .contextCode */ .DL)(first.context)}` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ``;
}
function messageWidth({ rows }) {
    return rows === "full" ? 2000 : 400;
}


/***/ }),

/***/ 45045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   IK: () => (/* binding */ withShortDigests),
/* harmony export */   XM: () => (/* binding */ linesWithShortDigests)
/* harmony export */ });
const quoted = /"((?:sha\d+:)?[0-9a-f]{12})[0-9a-f]{28,116}"/g;
function withShortDigests(line) {
    return line.replace(quoted, '"$1\u2026"');
}
function linesWithShortDigests({ before, after }, lines) {
    if (!isDigest(before) && !isDigest(after))
        return lines;
    const cut = lines.map((line) => ({ ...line, text: withShortDigests(line.text) }));
    const number = (of) => new Set(of.map(({ text }) => text)).size;
    return number(cut) === number(lines) ? cut : lines;
}
function isDigest(value) {
    return typeof value === "string" && /^(?:sha\d+:)?[0-9a-f]{40,128}$/.test(value);
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
/* harmony export */   $F: () => (/* binding */ countsCell),
/* harmony export */   CE: () => (/* binding */ driftRow),
/* harmony export */   DL: () => (/* binding */ contextCode),
/* harmony export */   L_: () => (/* binding */ changeRow),
/* harmony export */   Po: () => (/* binding */ countsTable),
/* harmony export */   Ut: () => (/* binding */ checksumLine),
/* harmony export */   XY: () => (/* binding */ driftHeads),
/* harmony export */   ZG: () => (/* binding */ iconOf),
/* harmony export */   _: () => (/* binding */ describeRow),
/* harmony export */   bq: () => (/* binding */ describeHeads),
/* harmony export */   gt: () => (/* binding */ changeHeads),
/* harmony export */   yP: () => (/* binding */ contextTitle)
/* harmony export */ });
/* harmony import */ var _engine_model_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24584);
/* harmony import */ var _engine_text_listed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77139);
/* harmony import */ var _log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10205);
/* harmony import */ var _rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41272);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12188);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13106);






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
    return (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .isGate */ .cE)(task) ? "\ud83d\udea6 gate" : changeIcons[task.change];
}
function contextCode({ name, project }, width = 100) {
    return project === undefined ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, width) : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(project, width)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, width)}`;
}
function contextTitle({ name, project, failureReason }) {
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `**Context ${contextCode({ name, ...(project === undefined ? {} : { project }) })}**${failureReason === null ? "" : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) ` (${failureReason})`}`;
}
function countsTable(contexts, executed) {
    const [only, second] = contexts;
    if (!only || (!second && !executed))
        return undefined;
    const observed = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .isObservation */ .T$)(contexts);
    const rows = contexts.map((context) => {
        const { tasks, counts, failureReason } = context;
        if (!(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .hasBegun */ .SU)(context))
            return [contextCode(context), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2013`, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u274c ${failureReason ?? "failed"}`];
        if (observed)
            return [
                contextCode(context),
                (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .driftWords */ .tE)(tasks)),
                (0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .hasDrift */ .uL)(tasks) && failureReason === null ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u26a0\ufe0f` : wordOf(context),
            ];
        return [contextCode(context), countsCell(counts, executed), executed ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeWords */ .wX)(tasks)) : wordOf(context)];
    });
    const several = contexts.some(({ project }) => project !== undefined);
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([several ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Project and context` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Context`, observed ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Drift` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Plan`, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Result`], rows);
}
function wordOf({ failureReason }) {
    return failureReason === null ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2714` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u274c ${failureReason}`;
}
function countsCell(counts, executed) {
    const weighty = new Set(["replace", "delete", "failed"]);
    const outcomes = new Set(executed ? ["failed", "skipped"] : []);
    const parts = _engine_model_report_js__WEBPACK_IMPORTED_MODULE_4__/* .countNames */ .s
        .filter((name) => counts[name] > 0 && !outcomes.has(name))
        .map((name) => {
        const words = (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .countWords */ .rj)(name, counts[name]));
        return weighty.has(name) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `**${words}**` : words;
    });
    if (parts.length === 0 && counts.failed + counts.skipped > 0)
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2013`;
    return (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .planWords */ .DO)(counts).startsWith("nothing to do")
        ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)([(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `nothing to do`, ...parts], ", ")
        : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(parts, ", ");
}
function changeHeads(executed) {
    return ["Task", "Change", ...(executed ? ["Result"] : [])].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od);
}
function changeRow(task, executed) {
    const why = task.reason === "" ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `: ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(task.reason, 160)}`;
    const cells = [taskCell(task), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${iconOf(task)}${why}`];
    return executed ? [...cells, resultCell(task)] : cells;
}
function resultCell(task) {
    const { status } = task;
    const words = (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .hasFailed */ .WN)(task) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(`\u274c ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .failureWords */ .AC)(task)}`) : status === "done" ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2714 done` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${status}`;
    return status === "planned" || status === "skipped" ? words : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)([words, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(task.durationMs))], ", ");
}
function taskCell({ name, kind }) {
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name, 100)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(kind, 60)}`;
}
const driftHeads = ["Task", "What", "Last applied"].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od);
function driftRow(task) {
    const { icon, words } = (0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .driftWay */ .be)(task);
    const all = task.fields.map(({ path }) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(path === "" ? "(everything)" : path.slice(1).replaceAll("/", "."), 60));
    const names = task.drift === "missing" ? [] : (0,_engine_text_listed_js__WEBPACK_IMPORTED_MODULE_5__/* .firstOf */ .Ku)(all, 5, (more) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${more} more`);
    const where = names.length === 0 ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `: ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(names, ", ")}`;
    return [taskCell(task), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `${icon} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(words, 200)}${where}`, recordedCell(task)];
}
function recordedCell({ recordedAt }) {
    return recordedAt === undefined ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\u2013` : timeCell(recordedAt);
}
function timeCell(text) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .inline */ .mG)(text, 40) : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(`${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`);
}
const describeHeads = ["Task", "Created", "Drift"].map(_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od);
function describeRow(task) {
    const { description: { inManifest = false, createdAt = null, created = false, specDrifted, resourceDrifted } = {} } = task;
    const made = created ? timeCell(createdAt ?? "yes") : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `no`;
    const sides = [
        ...(specDrifted === true ? [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `spec`] : []),
        ...(resourceDrifted === true ? [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `resource`] : []),
        ...(specDrifted === null || resourceDrifted === null ? [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `unknown`] : []),
    ];
    return [
        taskCell(task),
        inManifest ? made : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)([made, (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `not in the manifest`], ", "),
        sides.length === 0 ? (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `none` : (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(sides, ", "),
    ];
}
function checksumLine(task) {
    const sums = (0,_log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCells */ .nt)(task, true).slice(_log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .describeColumns */ .Nl.length);
    const told = sums.flatMap((sum, place) => (sum === "-" ? [] : [`${_log_log_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .checksumColumns */ .zJ[place]}: ${sum.slice(0, 19)}`]));
    return told.length === 0 ? undefined : `checksums ${told.join(", ")}`;
}


/***/ }),

/***/ 21404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ taskRow),
/* harmony export */   Z9: () => (/* binding */ taskFold),
/* harmony export */   es: () => (/* binding */ openLines),
/* harmony export */   uY: () => (/* binding */ hasFold)
/* harmony export */ });
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4191);
/* harmony import */ var _rendering_append_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23347);
/* harmony import */ var _rendering_cut_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(37119);
/* harmony import */ var _rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41272);
/* harmony import */ var _rendering_field_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99347);
/* harmony import */ var _rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68771);
/* harmony import */ var _rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12188);
/* harmony import */ var _rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13106);
/* harmony import */ var _rendering_short_digests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45045);
/* harmony import */ var _summary_tables_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14209);










const fieldLimits = { lines: 200, width: 500 };
const taskDiffBytes = 60_000;
const mostHeadlines = 50;
const mostDetailLines = 40;
const shortLines = 20;
const openLines = 80;
function taskFold(task, options) {
    const lines = diffLines(task, options);
    const diff = options.values ? [...legend(task, lines, options.command), ...lines] : lines;
    const parts = [];
    if (task.error && (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(task))
        (0,_rendering_append_js__WEBPACK_IMPORTED_MODULE_7__/* .append */ .B)(parts, errorText(task.error));
    if (diff.length > 0)
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fenced */ .OF)(diff, "diff"));
    const place = placeOf(task, options.link?.(task));
    if (place !== undefined)
        parts.push(place);
    const short = lines.length > 0 && lines.length <= shortLines && !isDigestsOnly(task);
    const open = options.opens === true && ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(task) || short);
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .details */ .zH)(foldTitle(task), (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)(parts, "\n\n"), open);
}
function hasFold(task) {
    return (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .toldFields */ .jN)(task).length > 0 || (task.error !== null && (0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(task));
}
function taskRow(task) {
    const said = about(task).map((words) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .inline */ .mG)(words, 160));
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `- ${icon(task)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(task.name, 100)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)(said, " \u00b7 ")}`;
}
function foldTitle(task) {
    const said = about(task).map((words) => (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .inlineHtml */ .l0)(words, 160));
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `${icon(task)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeHtml */ .v1)(task.name, 100)} ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)(said, " \u00b7 ")}`;
}
function icon(task) {
    if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(task))
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `\u274c`;
    if ((0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .isDriftView */ .pK)(task))
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `${(0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .driftWay */ .be)(task).icon}`;
    if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecordedOnly */ .bA)(task))
        return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `\ud83d\udcdd recorded only`;
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `${task.status === "skipped" ? "\u23ed\ufe0f" : (0,_summary_tables_js__WEBPACK_IMPORTED_MODULE_6__/* .iconOf */ .ZG)(task)}`;
}
function about(task) {
    const { kind, reason, status } = task;
    const said = [kind];
    const fields = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .toldFields */ .jN)(task);
    if ((0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .isDriftView */ .pK)(task))
        return [...said, (0,_rendering_drift_words_js__WEBPACK_IMPORTED_MODULE_1__/* .driftWay */ .be)(task).words, ...(fields.length > 0 ? [(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(fields.length, "field")] : [])];
    if ((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(task))
        said.push((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .failureWords */ .AC)(task));
    else if (status === "skipped" || status === "cancelled")
        said.push(status);
    if (reason !== "" && !(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(task) && !(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecordedOnly */ .bA)(task))
        said.push(reason);
    if (fields.length > 0)
        said.push((0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(fields.length, "field"));
    return said;
}
function isDigestsOnly(task) {
    return (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .toldFields */ .jN)(task).every(({ before, after }) => [before, after].every((side) => side === undefined || (0,_rendering_short_digests_js__WEBPACK_IMPORTED_MODULE_8__/* .isDigest */ .Bc)(side)) && before !== after);
}
function diffLines(task, { values, limits = fieldLimits }) {
    const fields = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .toldFields */ .jN)(task);
    const lines = [];
    let size = 0;
    let lost = 0;
    for (const field of fields) {
        if (size > taskDiffBytes || (!values && lines.length >= mostHeadlines)) {
            lost++;
            continue;
        }
        const view = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .isDriftView */ .pK)(task) ? "drift" : "plan";
        const shown = values ? (0,_rendering_short_digests_js__WEBPACK_IMPORTED_MODULE_8__/* .linesWithShortDigests */ .XM)(field, (0,_rendering_field_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .diffField */ .m)(field, limits, view)) : [(0,_rendering_field_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldHeadline */ .p)(field, 200)];
        for (const { sign, text } of shown) {
            const line = `${sign === "~" ? "!" : sign} ${text}`;
            lines.push(line);
            size += (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .bytes */ .ee)(line);
        }
    }
    if (lost > 0)
        lines.push(`  \u2026 ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(lost, "more field")}`);
    return lines;
}
function legend(task, lines, command) {
    const { minus, plus } = (0,_rendering_field_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .sidesOf */ .Mm)(task, command);
    const has = (sign) => lines.some((line) => line.startsWith(`${sign} `) || line.startsWith("! "));
    return [...(has("-") ? [`--- ${minus}`] : []), ...(has("+") ? [`+++ ${plus}`] : [])];
}
function errorText(error) {
    const parts = [(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `**${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(error.message, 500)}**`];
    for (const cause of error.causes?.slice(0, 3) ?? [])
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `caused by ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(cause.message, 500)}`);
    const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== undefined)?.hint;
    if (hint !== undefined)
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `\u2192 ${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .inline */ .mG)(hint, 500)}`);
    const lines = error.detail === undefined ? [] : (0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLines */ .fk)(error.detail).map((line) => `  ${(0,_rendering_cut_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)(line, 300)}`);
    const cut = lines.length > mostDetailLines ? [`  \u2026 ${(0,_rendering_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(lines.length - mostDetailLines, "line")} before`] : [];
    if (lines.length > 0)
        parts.push((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fenced */ .OF)([...cut, ...lines.slice(-mostDetailLines)], "text"));
    return parts;
}
function placeOf({ location }, url) {
    if (!location || url === undefined)
        return undefined;
    return (0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__.md) `<sub>${(0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)((0,_rendering_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(`${location.file}:${location.line}`, 200), url)}</sub>`;
}


/***/ })

};
