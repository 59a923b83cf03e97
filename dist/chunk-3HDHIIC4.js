import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  bytes,
  code,
  codeHtml,
  details,
  fenced,
  inline,
  inlineHtml,
  joined,
  link,
  md,
  ours,
  table
} from "./chunk-7XIGAEOE.js";
import {
  checksumColumns,
  describeCells,
  describeColumns,
  diffField,
  fieldHeadline,
  fieldNames,
  isDriftView,
  sidesOf,
  toldFields
} from "./chunk-IUPU2SSZ.js";
import {
  duration,
  failureWords,
  hasBegun,
  hasFailed,
  isRecordedOnly,
  plural
} from "./chunk-O5XBFK7F.js";
import {
  printableLines
} from "./chunk-3NSOBNUE.js";
import {
  clip
} from "./chunk-IEAZJNH3.js";
import {
  countNames
} from "./chunk-2MTA73YI.js";

// src/hooks/summary/summary-tables.ts
var changeIcons = {
  create: "\u{1F7E2} create",
  update: "\u{1F7E1} update",
  replace: "\u{1F7E0} replace",
  delete: "\u{1F534} delete",
  adopt: "\u{1F535} adopt",
  forget: "\u26AA forget",
  noop: "unchanged",
  none: "\u2013"
};
function contextTitle({ name, failureReason }) {
  return md`**Context ${code(name)}**${failureReason === null ? "" : md` (${failureReason})`}`;
}
var alwaysShown = /* @__PURE__ */ new Set(["create", "update", "replace", "delete", "noop"]);
function countColumns(all) {
  return countNames.filter((name) => alwaysShown.has(name) || all.some((counts) => counts[name] > 0)).map((name) => [name, ours(name === "noop" ? "Unchanged" : `${name[0]?.toUpperCase()}${name.slice(1)}`)]);
}
function countsTable(contexts) {
  const columns = countColumns(contexts.map(({ counts }) => counts));
  const rows = contexts.map((context) => {
    const counts = columns.map(([name]) => hasBegun(context) ? md`${context.counts[name]}` : md`–`);
    return [code(context.name, 100), ...counts];
  });
  return table([md`Context`, ...columns.map(([, head]) => head)], rows);
}
var changeHeads = ["Change", "Task", "Kind", "Reason", "Status", "Duration"].map(ours);
function changeRow(task) {
  const status = hasFailed(task) ? ours(`\u274C ${failureWords(task)}`) : task.status === "done" ? "\u2714 done" : task.status;
  return [
    md`${changeIcons[task.change]}`,
    code(task.name, 100),
    inline(task.kind, 60),
    inline(task.reason, 160),
    md`${status}`,
    task.status === "planned" || task.status === "skipped" ? md`` : ours(duration(task.durationMs))
  ];
}
var driftHeads = ["Task", "Kind", "Drift", "Reason", "Fields"].map(ours);
function driftRow(task) {
  const { drift, fields } = task;
  const icon2 = drift === "unknown" ? "\u2753" : drift === "spec-changed" ? "\u270F\uFE0F" : drift === "untracked" || drift === "unobservable" ? "\u25AB\uFE0F" : "\u26A0\uFE0F";
  const paths = fields.slice(0, 5).map(({ path }) => code(path === "" ? "/" : path, 60));
  if (fields.length > 5) paths.push(md`${fields.length - 5} more`);
  return [
    code(task.name, 100),
    inline(task.kind, 60),
    md`${icon2} ${drift}`,
    inline(task.reason, 160),
    joined(paths, " ")
  ];
}
var describeHeads = ["Task", ...describeColumns, ...checksumColumns].map(ours);
function describeRow(task) {
  return [
    code(task.name, 100),
    ...describeCells(task, true).map(
      (value) => value.startsWith("sha256:") ? code(value.slice(0, 19)) : inline(value, 60)
    )
  ];
}

// src/hooks/rendering/must-show.ts
var detailLevels = [
  { rows: "full", name: 200, diagnostics: 50 },
  { rows: "short", name: 200, diagnostics: 20 },
  { rows: "names", name: 200, diagnostics: 10 },
  { rows: "names", name: 80, diagnostics: 5 },
  { rows: "names", name: 40, diagnostics: 3 },
  { rows: "names", name: 20, diagnostics: 1 }
];
function caution(groups, detail, several) {
  const all = groups.flatMap(({ tasks }) => tasks);
  const deleted = all.filter(({ change }) => change === "delete").length;
  const replaced = all.length - deleted;
  const planned = all.every(({ status }) => status === "planned");
  const lines = destruction({ deleted, replaced, planned });
  for (const { context, tasks } of groups) {
    if (several) lines.push(md`>`, md`> ${contextTitle(context)}`);
    lines.push(md`>`);
    if (detail.rows === "names") {
      for (const change of ["delete", "replace"]) {
        const names = tasks.filter((task) => task.change === change).map(({ name }) => code(name, detail.name));
        if (names.length > 0) lines.push(md`> - ${change} (${names.length}): ${joined(names, ", ")}`);
      }
      continue;
    }
    for (const task of tasks) {
      const outcome = task.status === "planned" || task.status === "done" ? "" : md` — ${task.status}`;
      const reason = detail.rows === "full" && task.reason !== "" ? md`: ${inline(task.reason, 200)}` : "";
      lines.push(md`> - ${task.change} ${code(task.name, detail.name)} (${inline(task.kind, 60)})${reason}${outcome}`);
    }
  }
  return joined(lines, "\n");
}
function destruction({
  deleted,
  replaced,
  planned
}) {
  const parts = [];
  if (deleted > 0) parts.push(inline(planned ? `${plural(deleted, "task")} to delete` : plural(deleted, "deletion")));
  if (replaced > 0) {
    const words = planned ? `${plural(replaced, "task")} to replace` : plural(replaced, "replacement");
    parts.push(md`${inline(words)} (delete, then create)`);
  }
  return [md`> [!CAUTION]`, md`> **Destructive:** ${joined(parts, ", ")}.`];
}
function failures(groups, detail, several) {
  const lines = [md`### Failures`, md``];
  for (const { context, tasks } of groups) {
    if (several) lines.push(contextTitle(context), md``);
    if (detail.rows === "names") {
      const names = tasks.map(({ name }) => code(name, detail.name));
      lines.push(md`Failed (${tasks.length}): ${joined(names, ", ")}`, md``);
      continue;
    }
    for (const task of tasks) {
      const place = task.location === null ? "" : md` at ${code(`${task.location.file}:${task.location.line}`, 200)}`;
      const what = ours(failureWords(task));
      lines.push(md`- ${code(task.name, detail.name)} (${inline(task.kind, 60)}): **${what}**${place}`);
      if (task.error) lines.push(...failure(task.error, detail.rows === "full" ? 500 : 120, detail.rows === "full"));
    }
    lines.push(md``);
  }
  return joined(lines.slice(0, -1), "\n");
}
function recordedLine(groups, detail, several) {
  const all = groups.flatMap(({ context, tasks }) => tasks.map((task) => ({ context, task })));
  if (all.length === 0) return void 0;
  const names = all.slice(0, detail.diagnostics).map(({ context, task }) => {
    const where = several ? md` in ${code(context.name, detail.name)}` : "";
    return md`${code(task.name, detail.name)} (${inline(fieldNames(task, 100))})${where}`;
  });
  if (all.length > names.length) names.push(md`${all.length - names.length} more`);
  return md`**Recorded only**, nothing of it runs now: ${joined(names, ", ")}`;
}
function failure(error, width, deep) {
  const lines = [md`  - ${code(error.message, width)}`];
  if (!deep) return lines;
  for (const cause of error.causes?.slice(0, 3) ?? []) lines.push(md`    - caused by ${code(cause.message, width)}`);
  const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== void 0)?.hint;
  if (hint !== void 0) lines.push(md`  - → ${inline(hint, width)}`);
  return lines;
}
function diagnostics(title, all, detail) {
  const errors = all.filter(({ severity }) => severity === "error");
  const shown = [...errors, ...all.filter(({ severity }) => severity !== "error")].slice(0, detail.diagnostics);
  const lines = [md`### ${title}`, md``];
  for (const { severity, code: name, message, location, suggestion } of shown) {
    const place = location ? md`${code(`${location.file}:${location.line}:${location.column}`, 200)} ` : "";
    lines.push(md`- ${severity} ${place}${inline(message, messageWidth(detail))} (${code(name, 60)})`);
    if (suggestion !== void 0 && detail.rows === "full") lines.push(md`  - → ${inline(suggestion, 300)}`);
  }
  if (all.length > shown.length) lines.push(md`- … and ${all.length - shown.length} more, in the log and the report`);
  return joined(lines, "\n");
}
function messageWidth({ rows }) {
  return rows === "full" ? 2e3 : 400;
}

// src/hooks/summary/task-fold.ts
var fieldLimits = { lines: 200, width: 500 };
var taskDiffBytes = 6e4;
var mostHeadlines = 50;
var mostDetailLines = 40;
var shortLines = 10;
function taskFold(task, options) {
  const diff = diffLines(task, options);
  const parts = [];
  if (task.error && hasFailed(task)) parts.push(...errorText(task.error));
  if (diff.length > 0) parts.push(fenced(diff, "diff"));
  const place = placeOf(task, options.link?.(task));
  if (place !== void 0) parts.push(place);
  const open = options.opens === true && (hasFailed(task) || diff.length > 0 && diff.length <= shortLines);
  return details(foldTitle(task), joined(parts, "\n\n"), open);
}
function hasFold(task) {
  return toldFields(task).length > 0 || task.error !== null && hasFailed(task);
}
function taskRow(task) {
  const said = about(task).map((words) => inline(words, 160));
  return md`- ${icon(task)} ${code(task.name, 100)} ${joined(said, " \xB7 ")}`;
}
function foldTitle(task) {
  const said = about(task).map((words) => inlineHtml(words, 160));
  return md`${icon(task)} ${codeHtml(task.name, 100)} ${joined(said, " \xB7 ")}`;
}
function icon(task) {
  if (hasFailed(task)) return md`❌`;
  if (isRecordedOnly(task)) return md`📝 recorded only`;
  return md`${task.status === "skipped" ? "\u23ED\uFE0F" : changeIcons[task.change]}`;
}
function about(task) {
  const { kind, reason, status } = task;
  const said = [kind];
  const fields = toldFields(task);
  if (hasFailed(task)) said.push(failureWords(task));
  else if (status === "skipped" || status === "cancelled") said.push(status);
  if (reason !== "" && !hasFailed(task) && !isRecordedOnly(task)) said.push(reason);
  if (fields.length > 0) said.push(plural(fields.length, "field"));
  return said;
}
function diffLines(task, { values, limits = fieldLimits, command }) {
  const fields = toldFields(task);
  const lines = [];
  let size = 0;
  let lost = 0;
  for (const field of fields) {
    if (size > taskDiffBytes || !values && lines.length >= mostHeadlines) {
      lost++;
      continue;
    }
    const view = isDriftView(task) ? "drift" : "plan";
    for (const { sign, text } of values ? diffField(field, limits, view) : [fieldHeadline(field, 200)]) {
      const line = `${sign === "~" ? "!" : sign} ${text}`;
      lines.push(line);
      size += bytes(line);
    }
  }
  if (lost > 0) lines.push(`  \u2026 ${plural(lost, "more field")}`);
  return values ? [...legend(task, lines, command), ...lines] : lines;
}
function legend(task, lines, command) {
  const { minus, plus } = sidesOf(task, command);
  const has = (sign) => lines.some((line) => line.startsWith(`${sign} `) || line.startsWith("! "));
  return [...has("-") ? [`--- ${minus}`] : [], ...has("+") ? [`+++ ${plus}`] : []];
}
function errorText(error) {
  const parts = [md`**${code(error.message, 500)}**`];
  for (const cause of error.causes?.slice(0, 3) ?? []) parts.push(md`caused by ${code(cause.message, 500)}`);
  const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== void 0)?.hint;
  if (hint !== void 0) parts.push(md`→ ${inline(hint, 500)}`);
  const lines = error.detail === void 0 ? [] : printableLines(error.detail).map((line) => `  ${clip(line, 300)}`);
  const cut = lines.length > mostDetailLines ? [`  \u2026 ${plural(lines.length - mostDetailLines, "line")} before`] : [];
  if (lines.length > 0) parts.push(fenced([...cut, ...lines.slice(-mostDetailLines)], "text"));
  return parts;
}
function placeOf({ location }, url) {
  if (!location || url === void 0) return void 0;
  return md`<sub>${link(code(`${location.file}:${location.line}`, 200), url)}</sub>`;
}

export {
  contextTitle,
  countColumns,
  countsTable,
  changeHeads,
  changeRow,
  driftHeads,
  driftRow,
  describeHeads,
  describeRow,
  detailLevels,
  caution,
  destruction,
  failures,
  recordedLine,
  diagnostics,
  taskFold,
  hasFold,
  taskRow
};
