import type { Diagnostic, Failure } from "./diagnostic.ts";
import type { RunEvent } from "./events.ts";
import type { ContextReport, FieldDiff, RunReport, TaskError, TaskReport } from "./model.ts";
import type { Redactor } from "./ports.ts";

// Only what holds text of users or programs is touched: a secret that happens to be `apply` must not break the report.

export function redactTask(report: TaskReport, redactor: Redactor): TaskReport {
  return {
    ...report,
    reason: redactor.text(report.reason),
    fields: report.fields.map((field) => redactField(field, redactor)),
    outputs: redactor.value(report.outputs),
    error: report.error && redactError(report.error, redactor),
  };
}

function redactField(field: FieldDiff, redactor: Redactor): FieldDiff {
  const { before, after } = field;
  return {
    ...field,
    ...(before === undefined ? {} : { before: redactor.value(before) }),
    ...(after === undefined ? {} : { after: redactor.value(after) }),
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

/** An event as hooks may see it. */
export function redactEvent(event: RunEvent, redactor: Redactor): RunEvent {
  switch (event.type) {
    case "planned":
      return { ...event, tasks: event.tasks.map((task) => redactTask(task, redactor)) };
    case "task-output":
    case "progress":
      return { ...event, text: redactor.text(event.text) };
    case "lock-unsure":
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
