import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  contextCode,
  contextTitle,
  iconOf
} from "./chunk-DVX73DJF.js";
import {
  diffField,
  driftWay,
  fieldHeadline
} from "./chunk-3IP34RX6.js";
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
  ours
} from "./chunk-DTGBYTTG.js";
import {
  fieldNames,
  isDriftView,
  sidesOf,
  toldFields
} from "./chunk-DBO4XEOM.js";
import {
  append
} from "./chunk-DVS7MNYR.js";
import {
  failureWords,
  hasFailed,
  isGate,
  isNoteworthy,
  isRecordedOnly,
  plural
} from "./chunk-33HS6KZX.js";
import {
  clip
} from "./chunk-IEAZJNH3.js";
import {
  printableLines
} from "./chunk-JSSPZBFU.js";

// src/hooks/rendering/must-show.ts
var detailLevels = [
  { rows: "full", name: 200, diagnostics: 50 },
  { rows: "short", name: 200, diagnostics: 20 },
  { rows: "names", name: 200, diagnostics: 10 },
  { rows: "names", name: 80, diagnostics: 5 },
  { rows: "names", name: 40, diagnostics: 3 },
  { rows: "names", name: 20, diagnostics: 1 }
];
function caution(groups, detail, naming) {
  const all = groups.flatMap(({ tasks }) => tasks);
  const deletions = all.filter(({ change }) => change === "delete");
  const [deleted, replaced] = [deletions.length, all.length - deletions.length];
  const planned = all.every(({ status }) => status === "planned");
  const left = planned ? 0 : deletions.filter(({ status }) => status !== "done").length;
  const lines = destruction({ deleted, replaced, planned, left, where: whereOf(groups, naming) });
  for (const { context, tasks } of groups) {
    if (naming === "titled") lines.push(md`>`, md`> ${contextTitle(context)}`);
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
  planned,
  left = 0,
  where
}) {
  const parts = [];
  if (planned && deleted > 0) parts.push(inline(`${plural(deleted, "task")} to delete`));
  else if (left > 0) parts.push(inline(`${deleted - left} of ${plural(deleted, "deletion")} done`));
  else if (deleted > 0) parts.push(inline(plural(deleted, "deletion")));
  if (replaced > 0) {
    const words = planned ? `${plural(replaced, "task")} to replace` : plural(replaced, "replacement");
    parts.push(md`${inline(words)} (delete, then create)`);
  }
  return [md`> [!CAUTION]`, md`> **Destructive${where}:** ${joined(parts, ", ")}.`];
}
function failures(groups, detail, naming) {
  const lines = [md`### Failures${whereOf(groups, naming)}`, md``];
  for (const { context, tasks } of groups) {
    if (naming === "titled") lines.push(contextTitle(context), md``);
    if (detail.rows === "names") {
      const names = tasks.map(({ name }) => code(name, detail.name));
      lines.push(md`Failed (${tasks.length}): ${joined(names, ", ")}`, md``);
      continue;
    }
    for (const task of tasks) {
      const place = task.location === null ? "" : md` at ${code(`${task.location.file}:${task.location.line}`, 200)}`;
      const what = ours(failureWords(task));
      lines.push(md`- ${code(task.name, detail.name)} (${inline(task.kind, 60)}): **${what}**${place}`);
      if (task.error) append(lines, failure(task.error, detail.rows === "full" ? 500 : 120, detail.rows === "full"));
    }
    lines.push(md``);
  }
  return joined(lines.slice(0, -1), "\n");
}
function recordedLine(groups, detail, several) {
  const all = groups.flatMap(({ context, tasks }) => tasks.map((task) => ({ context, task })));
  if (all.length === 0) return void 0;
  const names = all.slice(0, detail.diagnostics).map(({ context, task }) => {
    const where = several ? md` in ${contextCode(context, detail.name)}` : "";
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
function diagnostics(title, all, detail, where = md``) {
  const errors = all.filter(({ severity }) => severity === "error");
  const shown = [...errors, ...all.filter(({ severity }) => severity !== "error")].slice(0, detail.diagnostics);
  const lines = [md`### ${title}${where}`, md``];
  for (const one of shown) {
    const { severity, code: name, message, location, suggestion } = one;
    const whose = where === "" ? ofContext(one, detail) : md``;
    const place = location ? md`${code(`${location.file}:${location.line}:${location.column}`, 200)} ` : "";
    lines.push(md`- ${severity} ${whose}${place}${inline(message, messageWidth(detail))} (${code(name, 60)})`);
    if (suggestion !== void 0 && detail.rows === "full") lines.push(md`  - → ${inline(suggestion, 300)}`);
  }
  if (all.length > shown.length) lines.push(md`- … and ${all.length - shown.length} more, in the log and the report`);
  return joined(lines, "\n");
}
function ofContext({ context, project }, { name }) {
  if (context === void 0) return project === void 0 ? md`` : md`in ${code(project, name)} `;
  return md`in ${contextCode({ name: context, ...project === void 0 ? {} : { project } }, name)} `;
}
function whereOf([first], naming) {
  return naming === "named" && first ? md` in ${contextCode(first.context)}` : md``;
}
function messageWidth({ rows }) {
  return rows === "full" ? 2e3 : 400;
}

// src/hooks/rendering/short-digests.ts
var quoted = /"((?:sha\d+:)?[0-9a-f]{12})[0-9a-f]{28,116}"/g;
function withShortDigests(line) {
  return line.replace(quoted, '"$1\u2026"');
}
function linesWithShortDigests({ before, after }, lines) {
  if (!isDigest(before) && !isDigest(after)) return lines;
  const cut = lines.map((line) => ({ ...line, text: withShortDigests(line.text) }));
  const number = (of) => new Set(of.map(({ text }) => text)).size;
  return number(cut) === number(lines) ? cut : lines;
}
function isDigest(value) {
  return typeof value === "string" && /^(?:sha\d+:)?[0-9a-f]{40,128}$/.test(value);
}

// src/hooks/rendering/unchanged.ts
function unchangedFold(all) {
  const idle = all.filter(
    (task) => task.change === "noop" && task.status !== "observed" && !isNoteworthy(task) && !isRecordedOnly(task)
  );
  if (idle.length === 0) return { text: md``, count: 0 };
  const gates = idle.filter(isGate);
  const rest = idle.length - gates.length;
  const title = [
    ...rest > 0 ? [md`Unchanged: ${rest}`] : [],
    ...gates.length > 0 ? [md`Gates: ${gates.length}`] : []
  ];
  const names = idle.map((task) => {
    const state = isGate(task) ? md` ${inline(task.reason, 100)}` : md``;
    return md`${code(task.name, 100)} (${inline(task.kind, 60)})${state}`;
  });
  return { text: details(joined(title, ", "), joined(names, ", ")), count: idle.length };
}

// src/hooks/summary/task-fold.ts
var fieldLimits = { lines: 200, width: 500 };
var taskDiffBytes = 6e4;
var mostHeadlines = 50;
var mostDetailLines = 40;
var shortLines = 20;
var openLines = 80;
function taskFold(task, options) {
  const lines = diffLines(task, options);
  const diff = options.values ? [...legend(task, lines, options.command), ...lines] : lines;
  const parts = [];
  if (task.error && hasFailed(task)) append(parts, errorText(task.error));
  if (diff.length > 0) parts.push(fenced(diff, "diff"));
  const place = placeOf(task, options.link?.(task));
  if (place !== void 0) parts.push(place);
  const short = lines.length > 0 && lines.length <= shortLines && !isDigestsOnly(task);
  const open = options.opens === true && (hasFailed(task) || short);
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
  if (isDriftView(task)) return md`${driftWay(task).icon}`;
  if (isRecordedOnly(task)) return md`📝 recorded only`;
  return md`${task.status === "skipped" ? "\u23ED\uFE0F" : iconOf(task)}`;
}
function about(task) {
  const { kind, reason, status } = task;
  const said = [kind];
  const fields = toldFields(task);
  if (isDriftView(task))
    return [...said, driftWay(task).words, ...fields.length > 0 ? [plural(fields.length, "field")] : []];
  if (hasFailed(task)) said.push(failureWords(task));
  else if (status === "skipped" || status === "cancelled") said.push(status);
  if (reason !== "" && !hasFailed(task) && !isRecordedOnly(task)) said.push(reason);
  if (fields.length > 0) said.push(plural(fields.length, "field"));
  return said;
}
function isDigestsOnly(task) {
  return toldFields(task).every(
    ({ before, after }) => [before, after].every((side) => side === void 0 || isDigest(side)) && before !== after
  );
}
function diffLines(task, { values, limits = fieldLimits }) {
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
    const shown = values ? linesWithShortDigests(field, diffField(field, limits, view)) : [fieldHeadline(field, 200)];
    for (const { sign, text } of shown) {
      const line = `${sign === "~" ? "!" : sign} ${text}`;
      lines.push(line);
      size += bytes(line);
    }
  }
  if (lost > 0) lines.push(`  \u2026 ${plural(lost, "more field")}`);
  return lines;
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
  detailLevels,
  caution,
  destruction,
  failures,
  recordedLine,
  diagnostics,
  withShortDigests,
  unchangedFold,
  openLines,
  taskFold,
  hasFold,
  taskRow
};
