import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  redactKeys
} from "./chunk-D3OZT35Y.js";
import {
  mapMembers
} from "./chunk-RRD47Q5D.js";

// src/engine/redaction/redact-report.ts
function redactTask(report, redactor) {
  const reason = redactor.text(report.reason);
  const fields = eachRedacted(report.fields, (field) => redactField(field, redactor));
  const metadata = report.metadata && eachRedacted(report.metadata, (field) => redactField(field, redactor));
  const outputs = redactOutputs(report.outputs, redactor);
  const error = report.error && redactError(report.error, redactor);
  const description = report.description && redactDescription(report.description, redactor);
  const isSame = reason === report.reason && fields === report.fields && metadata === report.metadata && outputs === report.outputs && error === report.error && description === report.description;
  if (isSame) return report;
  return {
    ...report,
    reason,
    fields,
    ...metadata === void 0 ? {} : { metadata },
    outputs,
    error,
    ...description === void 0 ? {} : { description }
  };
}
function eachRedacted(list, redact) {
  let changed;
  for (let index = 0; index < list.length; index++) {
    const one = list[index];
    const redacted = redact(one);
    if (redacted !== one) changed ??= list.slice(0, index);
    changed?.push(redacted);
  }
  return changed ?? list;
}
function redactOutputs(outputs, redactor) {
  return mapMembers(outputs, (value) => redactor.value(value));
}
function redactDescription(description, redactor) {
  const { recorded, facts } = description;
  return {
    ...description,
    recorded: recorded && {
      ...recorded,
      spec: redactor.value(recorded.spec),
      outputs: redactOutputs(recorded.outputs, redactor)
    },
    facts: facts && redactor.value(facts)
  };
}
function redactField(field, redactor) {
  const { before, after, left, runs } = field;
  const redacted = {
    ...field,
    path: redactor.text(field.path),
    ...before === void 0 ? {} : { before: redactor.value(before) },
    ...after === void 0 ? {} : { after: redactor.value(after) },
    ...left === void 0 ? {} : { left: redactor.value(left) },
    ...runs === void 0 ? {} : { runs: redactor.text(runs) }
  };
  const isSame = redacted.path === field.path && redacted.before === before && redacted.after === after && redacted.left === left && redacted.runs === runs;
  return isSame ? field : redacted;
}
function redactError(error, redactor) {
  return {
    message: redactor.text(error.message),
    ...error.hint === void 0 ? {} : { hint: redactor.text(error.hint) },
    ...error.detail === void 0 ? {} : { detail: redactor.text(error.detail) },
    ...error.causes === void 0 ? {} : { causes: error.causes.map((cause) => redactError(cause, redactor)) }
  };
}
function redactDiagnostic(diagnostic, redactor) {
  return {
    ...diagnostic,
    message: redactor.text(diagnostic.message),
    ...diagnostic.suggestion === void 0 ? {} : { suggestion: redactor.text(diagnostic.suggestion) },
    ...diagnostic.related === void 0 ? {} : { related: diagnostic.related.map((one) => ({ ...one, message: redactor.text(one.message) })) }
  };
}
function redactFailure(failure, redactor) {
  return {
    ...failure,
    message: redactor.text(failure.message),
    diagnostics: failure.diagnostics.map((diagnostic) => redactDiagnostic(diagnostic, redactor))
  };
}
function redactContext(context, redactor) {
  const tasks = eachRedacted(context.tasks, (task) => redactTask(task, redactor));
  return tasks === context.tasks ? context : { ...context, tasks };
}
function redactReport(report, redactor) {
  return {
    ...report,
    diagnostics: report.diagnostics.map((diagnostic) => redactDiagnostic(diagnostic, redactor)),
    contexts: report.contexts.map((context) => redactContext(context, redactor)),
    ...report.projects === void 0 ? {} : { projects: report.projects.map((row) => redactRow(row, redactor)) }
  };
}
function redactRow(row, redactor) {
  return row.error === void 0 ? row : { ...row, error: redactor.text(row.error) };
}
function withoutNames(report, redact) {
  return {
    ...report,
    command: redact(report.command),
    ...report.previews === void 0 ? {} : { previews: redact(report.previews) },
    project: redact(report.project),
    diagnostics: report.diagnostics.map((one) => ({
      ...one,
      ...one.context === void 0 ? {} : { context: redact(one.context) },
      ...one.project === void 0 ? {} : { project: redact(one.project) },
      ...shownPlace(one.location, redact),
      ...one.related === void 0 ? {} : { related: one.related.map((other) => ({ ...other, ...shownPlace(other.location, redact) })) }
    })),
    contexts: report.contexts.map((context) => ({
      ...context,
      name: redact(context.name),
      ...context.project === void 0 ? {} : { project: redact(context.project) },
      order: context.order.map(redact),
      ...context.reviewable === void 0 ? {} : { reviewable: namelessReview(context.reviewable, redact) },
      tasks: context.tasks.map((task) => ({
        ...task,
        name: redact(task.name),
        kind: redact(task.kind),
        outputs: redactKeys(task.outputs, redact),
        dependencies: task.dependencies.map(redact),
        ...task.sensitiveOutputs === void 0 ? {} : { sensitiveOutputs: task.sensitiveOutputs.map(redact) },
        ...task.description === void 0 ? {} : { description: namelessDescription(task.description, redact) },
        ...shownPlace(task.location, redact)
      }))
    }))
  };
}
function namelessReview({ seal, changes }, redact) {
  return { seal, changes: Object.fromEntries(Object.entries(changes).filter(([task]) => redact(task) === task)) };
}
function namelessDescription(description, redact) {
  const { recorded } = description;
  return {
    ...description,
    recorded: recorded && {
      ...recorded,
      kind: redact(recorded.kind),
      outputs: redactKeys(recorded.outputs, redact),
      sensitiveOutputs: recorded.sensitiveOutputs.map(redact),
      dependencies: recorded.dependencies.map(redact)
    }
  };
}
function shownPlace(location, redact) {
  return location ? { location: { ...location, file: redact(location.file) } } : {};
}
function redactEvent(event, redactor) {
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
        failure: event.failure && redactFailure(event.failure, redactor)
      };
    case "accepted":
      return { ...event, files: event.files.map(({ file, patch }) => ({ file, patch: redactor.text(patch) })) };
    case "diagnostic":
      return { ...event, diagnostic: redactDiagnostic(event.diagnostic, redactor) };
    case "run-finished":
      return {
        ...event,
        report: redactReport(event.report, redactor),
        failure: event.failure && redactFailure(event.failure, redactor)
      };
    default:
      return event;
  }
}

export {
  redactTask,
  redactOutputs,
  redactFailure,
  redactReport,
  withoutNames,
  redactEvent
};
