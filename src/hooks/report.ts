import type { Diagnostic, Location } from "../engine/diagnostic.ts";
import { shownSide } from "../engine/events.ts";
import type { Json, JsonObject } from "../engine/json.ts";
import type {
  ContextReport,
  FieldDiff,
  Reviewable,
  RunReport,
  TaskDescription,
  TaskError,
  TaskReport,
} from "../engine/model.ts";
import { printableLines, visible } from "../engine/printable.ts";

/**
 * The report as it is written to `report-path`. Holds nothing secret, as hooks get nothing secret. What people wrote or
 * programs printed has no control character in it but line feeds and tabs; values are as they are.
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
    diagnostics: report.diagnostics.map(diagnosticEntry),
    contexts: report.contexts.map(contextEntry),
  };
}

function diagnosticEntry({ severity, code, message, location, suggestion, related }: Diagnostic): JsonObject {
  return {
    severity,
    code: line(code),
    message: plain(message),
    file: location ? line(location.file) : null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    suggestion: suggestion === undefined ? null : plain(suggestion),
    related: (related ?? []).map((place) => ({ message: plain(place.message), ...locationEntry(place.location) })),
  };
}

function contextEntry(context: ContextReport): JsonObject {
  const { name, order, planDigest, state, counts, tasks, failureReason, reviewable } = context;
  const { backend, lineage, serial, revision, sealed } = state;
  return {
    name,
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
  const { name, apiVersion, kind, change, reason, status, drift, durationMs, outputs, dependencies } = task;
  const { sensitiveOutputs, description, compared, metadata, rollback } = task;
  return {
    name,
    apiVersion,
    kind,
    change,
    reason: plain(reason),
    status,
    ...(rollback ? { rollback } : {}),
    drift,
    fields: task.fields.map(fieldEntry),
    ...(compared ? { compared } : {}),
    ...(metadata ? { metadata: metadata.map(fieldEntry) } : {}),
    durationMs,
    outputs,
    ...(sensitiveOutputs ? { sensitiveOutputs } : {}),
    error: task.error && errorEntry(task.error),
    location: task.location && locationEntry(task.location),
    dependencies,
    ...(description ? { description: descriptionEntry(description) } : {}),
  };
}

function descriptionEntry(description: TaskDescription): JsonObject {
  const { checksums, recorded } = description;
  return { ...description, checksums: { ...checksums }, recorded: recorded && { ...recorded } };
}

function fieldEntry(told: FieldDiff): JsonObject {
  const [knownAfter, otherValues] = [told.knownAfter?.map(line), told.otherValues?.map(line)];
  const field = { ...told, ...(knownAfter ? { knownAfter } : {}), ...(otherValues ? { otherValues } : {}) };
  const before = shownSide(field, "before");
  const after = shownSide(field, "after");
  const entry: { [name: string]: Json } = { path: line(field.path) };
  if (before !== undefined) entry.before = before;
  if (after !== undefined) entry.after = after;
  const { sensitive, forcesReplacement, drifted, left, effect, runs } = field;
  if (drifted) entry.drifted = drifted;
  if (left !== undefined && !sensitive) entry.left = left;
  if (effect) entry.effect = effect;
  if (runs !== undefined) entry.runs = line(runs);
  // What the two texts above stand for, so that who joins reports can say it as it was said.
  if (sensitive) entry.sensitive = sensitive;
  if (forcesReplacement) entry.forcesReplacement = forcesReplacement;
  if (knownAfter) entry.knownAfter = knownAfter;
  if (otherValues) entry.otherValues = otherValues;
  return entry;
}

function errorEntry({ message, hint, detail, causes }: TaskError): JsonObject {
  const entry: { [name: string]: Json } = { message: plain(message) };
  if (hint !== undefined) entry.hint = plain(hint);
  if (detail !== undefined) entry.detail = plain(detail);
  if (causes !== undefined) entry.causes = causes.map(errorEntry);
  return entry;
}

function locationEntry({ file, line: at, column }: Location): { file: string; line: number; column: number } {
  return { file: line(file), line: at, column };
}

/** A text on one line as the schema of reports has it. */
function line(text: string): string {
  return visible(text).replaceAll("\t", "<U+0009>");
}

/** A text of several lines as the schema of reports has it. */
function plain(text: string): string {
  return printableLines(text).join("\n");
}
