import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  checksumColumns,
  describeCells,
  describeColumns,
  driftWay,
  driftWords,
  hasDrift
} from "./chunk-3IP34RX6.js";
import {
  code,
  inline,
  joined,
  md,
  ours,
  table
} from "./chunk-DTGBYTTG.js";
import {
  countWords,
  duration,
  failureWords,
  hasBegun,
  hasFailed,
  isGate,
  isObservation,
  outcomeWords,
  planWords
} from "./chunk-33HS6KZX.js";
import {
  countNames
} from "./chunk-CFNOMM4R.js";
import {
  firstOf
} from "./chunk-P4WMOHAY.js";

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
function iconOf(task) {
  return isGate(task) ? "\u{1F6A6} gate" : changeIcons[task.change];
}
function contextCode({ name, project }, width = 100) {
  return project === void 0 ? code(name, width) : md`${code(project, width)} ${code(name, width)}`;
}
function contextTitle({ name, project, failureReason }) {
  return md`**Context ${contextCode({ name, ...project === void 0 ? {} : { project } })}**${failureReason === null ? "" : md` (${failureReason})`}`;
}
function countsTable(contexts, executed) {
  const [only, second] = contexts;
  if (!only || !second && !executed) return void 0;
  const observed = isObservation(contexts);
  const rows = contexts.map((context) => {
    const { tasks, counts, failureReason } = context;
    if (!hasBegun(context)) return [contextCode(context), md`–`, md`❌ ${failureReason ?? "failed"}`];
    if (observed)
      return [
        contextCode(context),
        ours(driftWords(tasks)),
        hasDrift(tasks) && failureReason === null ? md`⚠️` : wordOf(context)
      ];
    return [contextCode(context), countsCell(counts, executed), executed ? ours(outcomeWords(tasks)) : wordOf(context)];
  });
  const several = contexts.some(({ project }) => project !== void 0);
  return table([several ? md`Project and context` : md`Context`, observed ? md`Drift` : md`Plan`, md`Result`], rows);
}
function wordOf({ failureReason }) {
  return failureReason === null ? md`✔` : md`❌ ${failureReason}`;
}
function countsCell(counts, executed) {
  const weighty = /* @__PURE__ */ new Set(["replace", "delete", "failed"]);
  const outcomes = new Set(executed ? ["failed", "skipped"] : []);
  const parts = countNames.filter((name) => counts[name] > 0 && !outcomes.has(name)).map((name) => {
    const words = ours(countWords(name, counts[name]));
    return weighty.has(name) ? md`**${words}**` : words;
  });
  if (parts.length === 0 && counts.failed + counts.skipped > 0) return md`–`;
  return planWords(counts).startsWith("nothing to do") ? joined([md`nothing to do`, ...parts], ", ") : joined(parts, ", ");
}
function changeHeads(executed) {
  return ["Task", "Change", ...executed ? ["Result"] : []].map(ours);
}
function changeRow(task, executed) {
  const why = task.reason === "" ? md`` : md`: ${inline(task.reason, 160)}`;
  const cells = [taskCell(task), md`${iconOf(task)}${why}`];
  return executed ? [...cells, resultCell(task)] : cells;
}
function resultCell(task) {
  const { status } = task;
  const words = hasFailed(task) ? ours(`\u274C ${failureWords(task)}`) : status === "done" ? md`✔ done` : md`${status}`;
  return status === "planned" || status === "skipped" ? words : joined([words, ours(duration(task.durationMs))], ", ");
}
function taskCell({ name, kind }) {
  return md`${code(name, 100)} ${inline(kind, 60)}`;
}
var driftHeads = ["Task", "What", "Last applied"].map(ours);
function driftRow(task) {
  const { icon, words } = driftWay(task);
  const all = task.fields.map(
    ({ path }) => code(path === "" ? "(everything)" : path.slice(1).replaceAll("/", "."), 60)
  );
  const names = task.drift === "missing" ? [] : firstOf(all, 5, (more) => md`${more} more`);
  const where = names.length === 0 ? md`` : md`: ${joined(names, ", ")}`;
  return [taskCell(task), md`${icon} ${inline(words, 200)}${where}`, recordedCell(task)];
}
function recordedCell({ recordedAt }) {
  return recordedAt === void 0 ? md`–` : timeCell(recordedAt);
}
function timeCell(text) {
  const at = Date.parse(text);
  return Number.isNaN(at) ? inline(text, 40) : ours(`${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`);
}
var describeHeads = ["Task", "Created", "Drift"].map(ours);
function describeRow(task) {
  const { description: { inManifest = false, createdAt = null, created = false, specDrifted, resourceDrifted } = {} } = task;
  const made = created ? timeCell(createdAt ?? "yes") : md`no`;
  const sides = [
    ...specDrifted === true ? [md`spec`] : [],
    ...resourceDrifted === true ? [md`resource`] : [],
    ...specDrifted === null || resourceDrifted === null ? [md`unknown`] : []
  ];
  return [
    taskCell(task),
    inManifest ? made : joined([made, md`not in the manifest`], ", "),
    sides.length === 0 ? md`none` : joined(sides, ", ")
  ];
}
function checksumLine(task) {
  const sums = describeCells(task, true).slice(describeColumns.length);
  const told = sums.flatMap((sum, place) => sum === "-" ? [] : [`${checksumColumns[place]}: ${sum.slice(0, 19)}`]);
  return told.length === 0 ? void 0 : `checksums ${told.join(", ")}`;
}

export {
  iconOf,
  contextCode,
  contextTitle,
  countsTable,
  countsCell,
  changeHeads,
  changeRow,
  driftHeads,
  driftRow,
  describeHeads,
  describeRow,
  checksumLine
};
