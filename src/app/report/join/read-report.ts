import { err, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../../../engine/json/json.ts";
import type { FieldDiff } from "../../../engine/model/change.ts";
import {
  type ContextReport,
  countNames,
  type ProjectRow,
  type RunReport,
  type TaskReport,
} from "../../../engine/model/report.ts";
import { reportValues, stateBytes } from "../../../engine/model/size-limits.ts";
import { shortened } from "../../../engine/text/shorten.ts";
import { clip } from "../../../hooks/rendering/cut.ts";
import { type ReportError, validateReport } from "../../../schema/report.generated.js";
import { backendNamed } from "../../../state/backends.ts";
import { parseStored } from "../../../state/snapshot/json-text.ts";

/** Most bytes of one report. */
export const reportLimit = stateBytes;

/**
 * Reads a report back. Nothing but what the schema names is taken: it may come from anybody.
 * @param text the JSON of a report
 * @returns the report, or what is wrong with it, without a full stop
 */
export function readReport(text: string): Result<RunReport, string> {
  const content = parseStored(text, reportValues);
  if (!content.ok) return content;
  const parsed = content.value;
  if (!isObject(parsed) || parsed.format !== "opus-report")
    return err('it is no report: "format" is not "opus-report"');
  if (parsed.version !== 1) return err(`its version is ${JSON.stringify(parsed.version)}, and this opus knows 1`);
  if (!validateReport(parsed))
    return err(`it is not what a report looks like: ${(validateReport.errors ?? []).map(told).join("; ")}`);
  const report = reportOf(parsed);
  const hidden = report.contexts.map(uncounted).find((one) => one !== undefined);
  return hidden === undefined ? ok(report) : err(hidden);
}

/**
 * What a context lists and does not count: who reads only the numbers would not know of it. What failed or was skipped in
 * planning is no part of the counts.
 */
function uncounted({ name, counts, tasks }: ContextReport): string | undefined {
  for (const change of ["delete", "replace"] as const) {
    const isCounted = ({ status }: TaskReport): boolean => status === "planned" || status === "done";
    const listed = tasks.filter((task) => task.change === change && isCounted(task)).length;
    if (counts[change] < listed)
      return `it counts ${counts[change]} to ${change} in the context "${name}", and lists ${listed}`;
  }
  return undefined;
}

function told({ instancePath, keyword, params }: ReportError): string {
  const where = instancePath === "" ? "/" : clip(instancePath, 200);
  if (keyword === "pattern") return `${where} holds a character that may not stand there`;
  const what = Object.values(params)
    .map((value) => JSON.stringify(value))
    .join(" ");
  return `${where} does not fit (${keyword} ${shortened(what, 200)})`;
}

/** The schema has been checked, so that types are what they are said to be. */
function reportOf(report: JsonObject): RunReport {
  const { command, previews, project, result, failureReason, diagnostics, contexts, projects, unchanged } =
    report as unknown as RunReport;
  return {
    format: "opus-report",
    version: 1,
    command,
    ...(typeof previews === "string" ? { previews } : {}),
    project,
    result,
    failureReason,
    diagnostics: (diagnostics as unknown as JsonObject[]).map(diagnosticOf),
    contexts: contexts.map(contextOf),
    ...(projects ? { projects: projects.map(rowOf) } : {}),
    ...(unchanged ? { unchanged: unchanged.map((one) => ({ project: one.project, context: one.context })) } : {}),
  };
}

function rowOf(row: ProjectRow): ProjectRow {
  const { project, context, manifest, "working-directory": folder, changed, error } = row;
  return {
    project,
    context,
    ...(manifest === undefined ? {} : { manifest }),
    ...(folder === undefined ? {} : { "working-directory": folder }),
    ...(changed === undefined ? {} : { changed }),
    ...(error === undefined ? {} : { error }),
  };
}

function diagnosticOf({ severity, code, message, file, line, column, suggestion, project, context }: JsonObject) {
  const place =
    typeof file === "string" ? { location: { file, line: Number(line) || 1, column: Number(column) || 1 } } : {};
  const advice = typeof suggestion === "string" ? { suggestion } : {};
  const whose = {
    ...(typeof project === "string" ? { project } : {}),
    ...(typeof context === "string" ? { context } : {}),
  };
  return { severity, code, message, ...place, ...advice, ...whose } as RunReport["diagnostics"][number];
}

function contextOf(context: ContextReport): ContextReport {
  const { name, project, place, order, planDigest, failureReason = null, state, counts, tasks, reviewable } = context;
  const { backend, sealed, lineage, serial, revision } = state;
  const label = backendNamed(backend)?.label;
  return {
    name,
    ...(project === undefined ? {} : { project }),
    ...(place === undefined ? {} : { place }),
    order,
    planDigest,
    failureReason,
    state: { backend, ...(label ? { label } : {}), lineage, serial, revision, ...(sealed ? { sealed } : {}) },
    counts: Object.fromEntries(countNames.map((one) => [one, counts[one] ?? 0])) as ContextReport["counts"],
    tasks: tasks.map(taskOf),
    ...(reviewable ? { reviewable: { seal: reviewable.seal, changes: reviewable.changes } } : {}),
  };
}

function taskOf(task: TaskReport): TaskReport {
  const { name, apiVersion, kind, change, reason, status, drift, fields, durationMs, outputs, error, location } = task;
  const { sensitiveOutputs, rollback, dependencies = [], compared, metadata, gate, recordedAt } = task;
  const base = { name, apiVersion, kind, change, reason, status, drift, durationMs, outputs, error, location };
  return {
    ...base,
    dependencies,
    fields: fields.map(fieldOf),
    ...(gate ? { gate } : {}),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(compared ? { compared } : {}),
    ...(metadata ? { metadata: metadata.map(fieldOf) } : {}),
    ...(sensitiveOutputs ? { sensitiveOutputs } : {}),
    ...(rollback ? { rollback } : {}),
  };
}

/** Texts that stand for a value which may not, or could not, be shown are no values. */
function fieldOf(field: FieldDiff): FieldDiff {
  const { path, sensitive, forcesReplacement, writeOnly, knownAfter, otherValues, effect, runs } = field;
  const { drifted, unfinished, left } = field;
  const given = field as unknown as JsonObject;
  const side = (name: "before" | "after"): { [side in "before" | "after"]?: Json } =>
    given[name] === undefined || (name === "after" && knownAfter) ? {} : { [name]: given[name] };
  return {
    path,
    ...side("before"),
    ...side("after"),
    ...(drifted ? { drifted } : {}),
    ...(unfinished ? { unfinished } : {}),
    ...(left === undefined ? {} : { left }),
    ...(effect ? { effect } : {}),
    ...(runs === undefined ? {} : { runs }),
    ...(sensitive ? { sensitive } : {}),
    ...(forcesReplacement ? { forcesReplacement } : {}),
    ...(writeOnly ? { writeOnly } : {}),
    ...(knownAfter ? { knownAfter } : {}),
    ...(otherValues ? { otherValues } : {}),
  };
}
