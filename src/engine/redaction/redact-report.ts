import type { Diagnostic, Failure, Location } from "../diagnostics/diagnostic.ts";
import { type JsonObject, mapMembers } from "../json/json.ts";
import type { FieldDiff } from "../model/change.ts";
import type { TaskError } from "../model/outcome.ts";
import type { ContextReport, ProjectRow, RunReport, TaskDescription, TaskReport } from "../model/report.ts";
import type { Reviewable } from "../model/review.ts";
import type { RunEvent } from "../model/run-events.ts";
import type { Redactor } from "../ports/redactor.ts";
import { redactKeys } from "./redactor.ts";

// Only what holds text of users or programs is touched: a secret that happens to be `apply` must not break the report.
// Names (of tasks, contexts, outputs, files) are what other programs find things by, so they stay; `withoutNames` is for
// what only people read.

/** The same report when nothing in it is a secret: most have none, and each is shown several times. */
export function redactTask(report: TaskReport, redactor: Redactor): TaskReport {
  const reason = redactor.text(report.reason);
  const fields = eachRedacted(report.fields, (field) => redactField(field, redactor));
  const metadata = report.metadata && eachRedacted(report.metadata, (field) => redactField(field, redactor));
  const outputs = redactOutputs(report.outputs, redactor);
  const error = report.error && redactError(report.error, redactor);
  const description = report.description && redactDescription(report.description, redactor);
  const isSame =
    reason === report.reason &&
    fields === report.fields &&
    metadata === report.metadata &&
    outputs === report.outputs &&
    error === report.error &&
    description === report.description;
  if (isSame) return report;
  return {
    ...report,
    reason,
    fields,
    ...(metadata === undefined ? {} : { metadata }),
    outputs,
    error,
    ...(description === undefined ? {} : { description }),
  };
}

/** The same list when nothing in it changes. */
function eachRedacted<T>(list: readonly T[], redact: (one: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const one = list[index] as T;
    const redacted = redact(one);
    if (redacted !== one) changed ??= list.slice(0, index);
    changed?.push(redacted);
  }
  return changed ?? list;
}

/** Redacts the values; names stay. */
export function redactOutputs(outputs: JsonObject, redactor: Redactor): JsonObject {
  return mapMembers(outputs, (value) => redactor.value(value)) as JsonObject;
}

function redactDescription(description: TaskDescription, redactor: Redactor): TaskDescription {
  const { recorded, facts } = description;
  return {
    ...description,
    recorded: recorded && {
      ...recorded,
      spec: redactor.value(recorded.spec),
      outputs: redactOutputs(recorded.outputs, redactor),
    },
    facts: facts && redactor.value(facts),
  };
}

function redactField(field: FieldDiff, redactor: Redactor): FieldDiff {
  const { before, after, left, runs } = field;
  const redacted = {
    ...field,
    path: redactor.text(field.path),
    ...(before === undefined ? {} : { before: redactor.value(before) }),
    ...(after === undefined ? {} : { after: redactor.value(after) }),
    ...(left === undefined ? {} : { left: redactor.value(left) }),
    ...(runs === undefined ? {} : { runs: redactor.text(runs) }),
  };
  const isSame =
    redacted.path === field.path &&
    redacted.before === before &&
    redacted.after === after &&
    redacted.left === left &&
    redacted.runs === runs;
  return isSame ? field : redacted;
}

function redactError(error: TaskError, redactor: Redactor): TaskError {
  return {
    message: redactor.text(error.message),
    ...(error.hint === undefined ? {} : { hint: redactor.text(error.hint) }),
    ...(error.detail === undefined ? {} : { detail: redactor.text(error.detail) }),
    ...(error.causes === undefined ? {} : { causes: error.causes.map((cause) => redactError(cause, redactor)) }),
  };
}

export function redactDiagnostic(diagnostic: Diagnostic, redactor: Redactor): Diagnostic {
  return {
    ...diagnostic,
    message: redactor.text(diagnostic.message),
    ...(diagnostic.suggestion === undefined ? {} : { suggestion: redactor.text(diagnostic.suggestion) }),
    ...(diagnostic.related === undefined
      ? {}
      : { related: diagnostic.related.map((one) => ({ ...one, message: redactor.text(one.message) })) }),
  };
}

export function redactFailure(failure: Failure, redactor: Redactor): Failure {
  return {
    ...failure,
    message: redactor.text(failure.message),
    diagnostics: failure.diagnostics.map((diagnostic) => redactDiagnostic(diagnostic, redactor)),
  };
}

function redactContext(context: ContextReport, redactor: Redactor): ContextReport {
  const tasks = eachRedacted(context.tasks, (task) => redactTask(task, redactor));
  return tasks === context.tasks ? context : { ...context, tasks };
}

export function redactReport(report: RunReport, redactor: Redactor): RunReport {
  return {
    ...report,
    diagnostics: report.diagnostics.map((diagnostic) => redactDiagnostic(diagnostic, redactor)),
    contexts: report.contexts.map((context) => redactContext(context, redactor)),
    ...(report.projects === undefined ? {} : { projects: report.projects.map((row) => redactRow(row, redactor)) }),
  };
}

function redactRow(row: ProjectRow, redactor: Redactor): ProjectRow {
  return row.error === undefined ? row : { ...row, error: redactor.text(row.error) };
}

/** A report for people: no name in it holds a secret either. */
export function withoutNames(report: RunReport, redact: (text: string) => string): RunReport {
  return {
    ...report,
    command: redact(report.command),
    ...(report.previews === undefined ? {} : { previews: redact(report.previews) }),
    project: redact(report.project),
    diagnostics: report.diagnostics.map((one) => ({
      ...one,
      ...(one.context === undefined ? {} : { context: redact(one.context) }),
      ...(one.project === undefined ? {} : { project: redact(one.project) }),
      ...shownPlace(one.location, redact),
      ...(one.related === undefined
        ? {}
        : { related: one.related.map((other) => ({ ...other, ...shownPlace(other.location, redact) })) }),
    })),
    contexts: report.contexts.map((context) => ({
      ...context,
      name: redact(context.name),
      ...(context.project === undefined ? {} : { project: redact(context.project) }),
      order: context.order.map(redact),
      ...(context.reviewable === undefined ? {} : { reviewable: namelessReview(context.reviewable, redact) }),
      tasks: context.tasks.map((task) => ({
        ...task,
        name: redact(task.name),
        kind: redact(task.kind),
        outputs: redactKeys(task.outputs, redact),
        dependencies: task.dependencies.map(redact),
        ...(task.sensitiveOutputs === undefined ? {} : { sensitiveOutputs: task.sensitiveOutputs.map(redact) }),
        ...(task.description === undefined ? {} : { description: namelessDescription(task.description, redact) }),
        ...shownPlace(task.location, redact),
      })),
    })),
  };
}

/** Without the changes whose tasks have a secret in their name. */
function namelessReview({ seal, changes }: Reviewable, redact: (text: string) => string): Reviewable {
  return { seal, changes: Object.fromEntries(Object.entries(changes).filter(([task]) => redact(task) === task)) };
}

function namelessDescription(description: TaskDescription, redact: (text: string) => string): TaskDescription {
  const { recorded } = description;
  return {
    ...description,
    recorded: recorded && {
      ...recorded,
      kind: redact(recorded.kind),
      outputs: redactKeys(recorded.outputs, redact),
      sensitiveOutputs: recorded.sensitiveOutputs.map(redact),
      dependencies: recorded.dependencies.map(redact),
    },
  };
}

function shownPlace<Place extends Location | null | undefined>(
  location: Place,
  redact: (text: string) => string,
): { readonly location?: Place } {
  return location ? { location: { ...location, file: redact(location.file) } } : {};
}

/** An event as hooks may see it. */
export function redactEvent(event: RunEvent, redactor: Redactor): RunEvent {
  switch (event.type) {
    case "run-started":
      return { ...event, why: redactor.text(event.why) };
    case "task-started":
      return { ...event, reason: redactor.text(event.reason) };
    case "planned":
      return { ...event, tasks: eachRedacted(event.tasks, (task) => redactTask(task, redactor)) };
    case "task-output":
    case "progress":
      return { ...event, text: redactor.text(event.text) };
    case "compared":
      return { ...event, words: redactor.text(event.words) };
    case "paced":
      return { ...event, host: redactor.text(event.host) };
    case "lock-unsure":
    case "lock-broken":
      return { ...event, why: redactor.text(event.why) };
    case "task-retrying":
    case "task-rolling-back":
      return { ...event, error: redactError(event.error, redactor) };
    case "task-finished":
      return { ...event, report: redactTask(event.report, redactor) };
    case "context-finished":
      return {
        ...event,
        report: redactContext(event.report, redactor),
        failure: event.failure && redactFailure(event.failure, redactor),
      };
    case "accepted":
      return { ...event, files: event.files.map(({ file, patch }) => ({ file, patch: redactor.text(patch) })) };
    case "diagnostic":
      return { ...event, diagnostic: redactDiagnostic(event.diagnostic, redactor) };
    case "run-finished":
      return {
        ...event,
        report: redactReport(event.report, redactor),
        failure: event.failure && redactFailure(event.failure, redactor),
      };
    default:
      return event;
  }
}
