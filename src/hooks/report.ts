import type { Diagnostic, Location } from "../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../engine/json/json.ts";
import type { FieldDiff } from "../engine/model/change.ts";
import type { TaskError } from "../engine/model/outcome.ts";
import type { ContextReport, ProjectRow, RunReport, TaskDescription, TaskReport } from "../engine/model/report.ts";
import type { Reviewable } from "../engine/model/review.ts";
import { shownSide } from "../engine/model/run-events.ts";
import { grouped } from "../engine/text/grouped.ts";
import { printableLines, visible } from "../engine/text/printable.ts";
import { clip } from "./rendering/cut.ts";

/** The most that the schema of reports takes, in characters and entries. */
const most = { line: 1_000, path: 100_000, text: 1_000_000, detail: 10_000_000 } as const;
const mostEntries = { diagnostics: 10_000, fields: 10_000, names: 10_000, references: 1_000, causes: 100 } as const;
/** Causes of causes; each is two levels of JSON. */
const mostLevels = 50;

/**
 * The report as it is written to `report-path`. Holds nothing secret, as hooks get nothing secret. What people wrote or
 * programs printed has no control character in it but line feeds and tabs, and is cut where a report would be refused for its
 * length; values are as they are.
 */
export function renderReport(report: RunReport): JsonObject {
  return {
    format: report.format,
    version: report.version,
    command: report.command,
    ...(report.previews === undefined ? {} : { previews: report.previews }),
    project: report.project,
    result: report.result,
    failureReason: report.failureReason,
    diagnostics: diagnosticEntries(report.diagnostics),
    contexts: report.contexts.map(contextEntry),
    ...(report.projects === undefined ? {} : { projects: report.projects.map(projectEntry) }),
    ...(report.unchanged === undefined ? {} : { unchanged: report.unchanged.map((one) => ({ ...one })) }),
  };
}

function projectEntry({ error, ...row }: ProjectRow): JsonObject {
  return { ...row, ...(error === undefined ? {} : { error: line(error) }) };
}

function diagnosticEntries(diagnostics: readonly Diagnostic[]): JsonObject[] {
  return upTo(diagnostics, mostEntries.diagnostics, (more, [first]) => ({
    ...(first as Diagnostic),
    message: `${andMore(more)}, the first of them: ${first?.message}`,
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
  project,
}: Diagnostic): JsonObject {
  return {
    severity,
    code: line(code),
    message: plain(message),
    file: location ? pathLine(location.file) : null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    suggestion: suggestion === undefined ? null : plain(suggestion),
    related: (related ?? []).map((place) => ({ message: plain(place.message), ...locationEntry(place.location) })),
    ...(project === undefined ? {} : { project }),
    ...(context === undefined ? {} : { context }),
  };
}

/** The tasks of a context as the report has them. */
export function renderTasks(tasks: readonly TaskReport[]): readonly JsonObject[] {
  return tasks.map(taskEntry);
}

function contextEntry(context: ContextReport): JsonObject {
  const { name, project, place, order, planDigest, state, counts, tasks, failureReason, reviewable } = context;
  const { backend, lineage, serial, revision, sealed } = state;
  return {
    name,
    ...(project === undefined ? {} : { project }),
    ...(place === undefined ? {} : { place }),
    order,
    planDigest,
    failureReason,
    state: { backend, lineage, serial, revision, ...(sealed ? { sealed } : {}) },
    counts: { ...counts },
    ...(reviewable ? { reviewable: reviewableEntry(reviewable) } : {}),
    tasks: tasks.map(taskEntry),
  };
}

function reviewableEntry({ seal, changes }: Reviewable): JsonObject {
  return { seal, changes: Object.fromEntries(Object.entries(changes).map(([task, change]) => [task, { ...change }])) };
}

function taskEntry(task: TaskReport): JsonObject {
  const { name, apiVersion, kind, change, status, drift, durationMs, dependencies } = task;
  const { sensitiveOutputs, description, compared, rollback, gate, recordedAt } = task;
  const [fields, metadata] = [listedFields(task.fields), task.metadata && listedFields(task.metadata)];
  const more = task.fields.length - fields.length + (task.metadata?.length ?? 0) - (metadata?.length ?? 0);
  const reason = more === 0 ? task.reason : `${task.reason} (${andMore(more)} fields)`.trim();
  // Recorded by an opus that took longer names.
  const outputs = Object.fromEntries(Object.entries(task.outputs).map(([key, value]) => [line(key), value]));
  return {
    name,
    apiVersion,
    kind,
    change,
    reason: plain(reason),
    status,
    ...(rollback ? { rollback } : {}),
    drift,
    ...(gate ? { gate } : {}),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    fields: fields.map(fieldEntry),
    ...(compared ? { compared } : {}),
    ...(metadata ? { metadata: metadata.map(fieldEntry) } : {}),
    durationMs,
    outputs,
    ...(sensitiveOutputs ? { sensitiveOutputs: lines(sensitiveOutputs, mostEntries.names) } : {}),
    error: task.error && errorEntry(task.error),
    location: task.location && locationEntry(task.location),
    dependencies: lines(dependencies, mostEntries.names),
    ...(description ? { description: descriptionEntry(description) } : {}),
  };
}

function descriptionEntry(description: TaskDescription): JsonObject {
  const { checksums, recorded } = description;
  return { ...description, checksums: { ...checksums }, recorded: recorded && { ...recorded } };
}

/** The fields for which there is room; what runs and what others changed has it first. */
function listedFields(fields: readonly FieldDiff[]): readonly FieldDiff[] {
  if (fields.length <= mostEntries.fields) return fields;
  const weighs = ({ runs, drifted, forcesReplacement }: FieldDiff) =>
    runs !== undefined || drifted || forcesReplacement;
  const [first, second] = [fields.filter(weighs), fields.filter((field) => !weighs(field))];
  const listed = new Set([...first, ...second].slice(0, mostEntries.fields));
  return fields.filter((field) => listed.has(field));
}

function fieldEntry(told: FieldDiff): JsonObject {
  const knownAfter = told.knownAfter && lines(told.knownAfter, mostEntries.references);
  const otherValues = told.otherValues && lines(told.otherValues, mostEntries.references);
  const field = { ...told, ...(knownAfter ? { knownAfter } : {}), ...(otherValues ? { otherValues } : {}) };
  const before = shownSide(field, "before");
  const after = shownSide(field, "after");
  const entry: { [name: string]: Json } = { path: pathLine(field.path) };
  if (before !== undefined) entry.before = before;
  if (after !== undefined) entry.after = after;
  const { sensitive, forcesReplacement, writeOnly, drifted, unfinished, left, effect, runs } = field;
  if (drifted) entry.drifted = drifted;
  if (unfinished) entry.unfinished = unfinished;
  if (left !== undefined && !sensitive) entry.left = left;
  if (effect) entry.effect = effect;
  if (runs !== undefined) entry.runs = line(runs);
  // What the two texts above stand for, so that who joins reports can say it as it was said.
  if (sensitive) entry.sensitive = sensitive;
  if (forcesReplacement) entry.forcesReplacement = forcesReplacement;
  if (writeOnly) entry.writeOnly = writeOnly;
  if (knownAfter) entry.knownAfter = knownAfter;
  if (otherValues) entry.otherValues = otherValues;
  return entry;
}

/** @param level how many errors it is a cause of */
function errorEntry({ message, hint, detail, causes }: TaskError, level = 0): JsonObject {
  const entry: { [name: string]: Json } = { message: plain(message) };
  if (hint !== undefined) entry.hint = plain(hint);
  if (detail !== undefined) entry.detail = plain(detail, most.detail);
  if (causes !== undefined) {
    const told = upTo<TaskError>(causes, mostEntries.causes, (more) => ({ message: `${andMore(more)} causes` }));
    entry.causes = told.map((cause) => errorEntry(level + 1 < mostLevels ? cause : withoutCauses(cause), level + 1));
  }
  return entry;
}

/** The error itself where nothing led to it, else how many there are. */
function withoutCauses(error: TaskError): TaskError {
  if (error.causes === undefined || error.causes.length === 0) return error;
  const open = [error];
  let count = 0;
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    count++;
    for (const cause of one.causes ?? []) open.push(cause);
  }
  return { message: `${andMore(count)} causes` };
}

function locationEntry({ file, line: at, column }: Location): { file: string; line: number; column: number } {
  return { file: pathLine(file), line: at, column };
}

/** As many as there is room for; where some are left out, the last one says so. */
function upTo<One>(
  all: readonly One[],
  limit: number,
  rest: (more: number, left: readonly One[]) => One,
): readonly One[] {
  if (all.length <= limit) return all;
  const left = all.slice(limit - 1);
  return [...all.slice(0, limit - 1), rest(left.length, left)];
}

function lines(texts: readonly string[], limit: number): string[] {
  return upTo(texts, limit, andMore).map((text) => line(text));
}

function andMore(count: number): string {
  return `… and ${grouped(count)} more`;
}

/** A text on one line as the schema of reports has it. */
function line(text: string, limit: number = most.line): string {
  return within(visible(text).replaceAll("\t", "<U+0009>"), limit);
}

function pathLine(text: string): string {
  return line(text, most.path);
}

/** A text of several lines as the schema of reports has it. */
function plain(text: string, limit: number = most.text): string {
  return within(printableLines(text).join("\n"), limit);
}

/** What is told of the rest counts as well, so that a text that has been cut stays as it is. */
function within(text: string, limit: number): string {
  return text.length <= limit ? text : clip(text, limit - 40);
}
