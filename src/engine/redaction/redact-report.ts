import type { Diagnostic, Failure, Location } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";
import type { FieldDiff } from "../model/change.ts";
import type { TaskError } from "../model/outcome.ts";
import type { ContextReport, RunReport, TaskDescription, TaskReport } from "../model/report.ts";
import type { Reviewable } from "../model/review.ts";
import type { RunEvent } from "../model/run-events.ts";
import type { Redactor } from "../ports/redactor.ts";
import { redactKeys } from "./redactor.ts";

// Only what holds text of users or programs is touched: a secret that happens to be `apply` must not break the report.
// Names (of tasks, contexts, outputs, files) are what other programs find things by, so they stay; `withoutNames` is for
// what only people read.

export function redactTask(report: TaskReport, redactor: Redactor): TaskReport {
  return {
    ...report,
    reason: redactor.text(report.reason),
    fields: report.fields.map((field) => redactField(field, redactor)),
    ...(report.metadata === undefined
      ? {}
      : { metadata: report.metadata.map((field) => redactField(field, redactor)) }),
    outputs: redactOutputs(report.outputs, redactor),
    error: report.error && redactError(report.error, redactor),
    ...(report.description === undefined ? {} : { description: redactDescription(report.description, redactor) }),
  };
}

/** Redacts the values; names stay. */
export function redactOutputs(outputs: JsonObject, redactor: Redactor): JsonObject {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, redactor.value(value)]));
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
  return {
    ...field,
    path: redactor.text(field.path),
    ...(before === undefined ? {} : { before: redactor.value(before) }),
    ...(after === undefined ? {} : { after: redactor.value(after) }),
    ...(left === undefined ? {} : { left: redactor.value(left) }),
    ...(runs === undefined ? {} : { runs: redactor.text(runs) }),
  };
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
  return { ...context, tasks: context.tasks.map((task) => redactTask(task, redactor)) };
}

export function redactReport(report: RunReport, redactor: Redactor): RunReport {
  return {
    ...report,
    diagnostics: report.diagnostics.map((diagnostic) => redactDiagnostic(diagnostic, redactor)),
    contexts: report.contexts.map((context) => redactContext(context, redactor)),
  };
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
      ...shownPlace(one.location, redact),
      ...(one.related === undefined
        ? {}
        : { related: one.related.map((other) => ({ ...other, ...shownPlace(other.location, redact) })) }),
    })),
    contexts: report.contexts.map((context) => ({
      ...context,
      name: redact(context.name),
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
      return { ...event, tasks: event.tasks.map((task) => redactTask(task, redactor)) };
    case "task-output":
    case "progress":
      return { ...event, text: redactor.text(event.text) };
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
