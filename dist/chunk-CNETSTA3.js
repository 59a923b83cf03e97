import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  shownSide
} from "./chunk-ECNAE3MH.js";
import {
  clip
} from "./chunk-IEAZJNH3.js";
import {
  printableLines,
  visible
} from "./chunk-JSSPZBFU.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";

// src/hooks/report.ts
var most = { line: 1e3, path: 1e5, text: 1e6, detail: 1e7 };
var mostEntries = { diagnostics: 1e4, fields: 1e4, names: 1e4, references: 1e3, causes: 100 };
var mostLevels = 50;
function renderReport(report) {
  return {
    format: report.format,
    version: report.version,
    command: report.command,
    ...report.previews === void 0 ? {} : { previews: report.previews },
    project: report.project,
    result: report.result,
    failureReason: report.failureReason,
    diagnostics: diagnosticEntries(report.diagnostics),
    contexts: report.contexts.map(contextEntry),
    ...report.projects === void 0 ? {} : { projects: report.projects.map(projectEntry) },
    ...report.unchanged === void 0 ? {} : { unchanged: report.unchanged.map((one) => ({ ...one })) }
  };
}
function projectEntry({ error, ...row }) {
  return { ...row, ...error === void 0 ? {} : { error: line(error) } };
}
function diagnosticEntries(diagnostics) {
  return upTo(diagnostics, mostEntries.diagnostics, (more, [first]) => ({
    ...first,
    message: `${andMore(more)}, the first of them: ${first?.message}`
  })).map(diagnosticEntry);
}
function diagnosticEntry({
  severity,
  code,
  message,
  location,
  suggestion,
  related,
  context,
  project
}) {
  return {
    severity,
    code: line(code),
    message: plain(message),
    file: location ? pathLine(location.file) : null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    suggestion: suggestion === void 0 ? null : plain(suggestion),
    related: (related ?? []).map((place) => ({ message: plain(place.message), ...locationEntry(place.location) })),
    ...project === void 0 ? {} : { project },
    ...context === void 0 ? {} : { context }
  };
}
function renderTasks(tasks) {
  return tasks.map(taskEntry);
}
function contextEntry(context) {
  const { name, project, place, order, planDigest, state, counts, tasks, failureReason, reviewable } = context;
  const { backend, lineage, serial, revision, sealed } = state;
  return {
    name,
    ...project === void 0 ? {} : { project },
    ...place === void 0 ? {} : { place },
    order,
    planDigest,
    failureReason,
    state: { backend, lineage, serial, revision, ...sealed ? { sealed } : {} },
    counts: { ...counts },
    ...reviewable ? { reviewable: reviewableEntry(reviewable) } : {},
    tasks: tasks.map(taskEntry)
  };
}
function reviewableEntry({ seal, changes }) {
  return { seal, changes: Object.fromEntries(Object.entries(changes).map(([task, change]) => [task, { ...change }])) };
}
function taskEntry(task) {
  const { name, apiVersion, kind, change, status, drift, durationMs, dependencies } = task;
  const { sensitiveOutputs, description, compared, rollback, gate, recordedAt } = task;
  const [fields, metadata] = [listedFields(task.fields), task.metadata && listedFields(task.metadata)];
  const more = task.fields.length - fields.length + (task.metadata?.length ?? 0) - (metadata?.length ?? 0);
  const reason = more === 0 ? task.reason : `${task.reason} (${andMore(more)} fields)`.trim();
  const outputs = Object.fromEntries(Object.entries(task.outputs).map(([key, value]) => [line(key), value]));
  return {
    name,
    apiVersion,
    kind,
    change,
    reason: plain(reason),
    status,
    ...rollback ? { rollback } : {},
    drift,
    ...gate ? { gate } : {},
    ...recordedAt === void 0 ? {} : { recordedAt },
    fields: fields.map(fieldEntry),
    ...compared ? { compared } : {},
    ...metadata ? { metadata: metadata.map(fieldEntry) } : {},
    durationMs,
    outputs,
    ...sensitiveOutputs ? { sensitiveOutputs: lines(sensitiveOutputs, mostEntries.names) } : {},
    error: task.error && errorEntry(task.error),
    location: task.location && locationEntry(task.location),
    dependencies: lines(dependencies, mostEntries.names),
    ...description ? { description: descriptionEntry(description) } : {}
  };
}
function descriptionEntry(description) {
  const { checksums, recorded } = description;
  return { ...description, checksums: { ...checksums }, recorded: recorded && { ...recorded } };
}
function listedFields(fields) {
  if (fields.length <= mostEntries.fields) return fields;
  const weighs = ({ runs, drifted, forcesReplacement }) => runs !== void 0 || drifted || forcesReplacement;
  const [first, second] = [fields.filter(weighs), fields.filter((field) => !weighs(field))];
  const listed = new Set([...first, ...second].slice(0, mostEntries.fields));
  return fields.filter((field) => listed.has(field));
}
function fieldEntry(told) {
  const knownAfter = told.knownAfter && lines(told.knownAfter, mostEntries.references);
  const otherValues = told.otherValues && lines(told.otherValues, mostEntries.references);
  const field = { ...told, ...knownAfter ? { knownAfter } : {}, ...otherValues ? { otherValues } : {} };
  const before = shownSide(field, "before");
  const after = shownSide(field, "after");
  const entry = { path: pathLine(field.path) };
  if (before !== void 0) entry.before = before;
  if (after !== void 0) entry.after = after;
  const { sensitive, forcesReplacement, writeOnly, drifted, left, effect, runs } = field;
  if (drifted) entry.drifted = drifted;
  if (left !== void 0 && !sensitive) entry.left = left;
  if (effect) entry.effect = effect;
  if (runs !== void 0) entry.runs = line(runs);
  if (sensitive) entry.sensitive = sensitive;
  if (forcesReplacement) entry.forcesReplacement = forcesReplacement;
  if (writeOnly) entry.writeOnly = writeOnly;
  if (knownAfter) entry.knownAfter = knownAfter;
  if (otherValues) entry.otherValues = otherValues;
  return entry;
}
function errorEntry({ message, hint, detail, causes }, level = 0) {
  const entry = { message: plain(message) };
  if (hint !== void 0) entry.hint = plain(hint);
  if (detail !== void 0) entry.detail = plain(detail, most.detail);
  if (causes !== void 0) {
    const told = upTo(causes, mostEntries.causes, (more) => ({ message: `${andMore(more)} causes` }));
    entry.causes = told.map((cause) => errorEntry(level + 1 < mostLevels ? cause : withoutCauses(cause), level + 1));
  }
  return entry;
}
function withoutCauses(error) {
  if (error.causes === void 0 || error.causes.length === 0) return error;
  const open = [error];
  let count = 0;
  for (let one = open.pop(); one !== void 0; one = open.pop()) {
    count++;
    for (const cause of one.causes ?? []) open.push(cause);
  }
  return { message: `${andMore(count)} causes` };
}
function locationEntry({ file, line: at, column }) {
  return { file: pathLine(file), line: at, column };
}
function upTo(all, limit, rest) {
  if (all.length <= limit) return all;
  const left = all.slice(limit - 1);
  return [...all.slice(0, limit - 1), rest(left.length, left)];
}
function lines(texts, limit) {
  return upTo(texts, limit, andMore).map((text) => line(text));
}
function andMore(count) {
  return `\u2026 and ${grouped(count)} more`;
}
function line(text, limit = most.line) {
  return within(visible(text).replaceAll("	", "<U+0009>"), limit);
}
function pathLine(text) {
  return line(text, most.path);
}
function plain(text, limit = most.text) {
  return within(printableLines(text).join("\n"), limit);
}
function within(text, limit) {
  return text.length <= limit ? text : clip(text, limit - 40);
}

export {
  renderReport,
  renderTasks
};
