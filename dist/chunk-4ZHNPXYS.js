import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isPart
} from "./chunk-JRNEFKO7.js";
import {
  failureWords,
  hasFailed,
  isDrifted,
  plural
} from "./chunk-33HS6KZX.js";
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import {
  firstOf
} from "./chunk-P4WMOHAY.js";

// src/hooks/annotations.ts
var limitPerLevel = 10;
function createAnnotations(annotate) {
  let failure = null;
  return {
    name: "annotations",
    on: (event) => {
      if (event.type === "context-finished" || event.type === "run-finished") failure = event.failure ?? failure;
    },
    finish: async (report) => {
      for (const { level, message, place } of renderAnnotations(report, failure)) annotate(level, message, place);
    }
  };
}
function renderAnnotations(report, failure) {
  return limited(notesOf(report, failure));
}
function notesOf(report, failure) {
  const notes = distinct(report.diagnostics, failure).map((diagnostic) => ({
    level: diagnostic.severity,
    message: `${whoseOf(diagnostic)}${diagnostic.message}${diagnostic.suggestion === void 0 ? "" : `
${diagnostic.suggestion}`}`,
    place: placeOf(diagnostic.location, diagnostic.code)
  }));
  for (const { name, project, tasks } of report.contexts) {
    const full = project === void 0 ? name : `${project}/${name}`;
    const where = report.contexts.length > 1 ? ` in ${oneLine(full)}` : "";
    for (const task of tasks) {
      if (hasFailed(task)) notes.push(failed(task, where));
      else if (isDrifted(task) && (task.status === "observed" || task.status === "planned"))
        notes.push(drifted(task, where));
    }
  }
  if (failure && !notes.some(({ level }) => level === "error")) {
    notes.push({ level: "error", message: failure.message, place: { title: failure.reason } });
  }
  return notes;
}
function whoseOf({ project, context }) {
  if (project === void 0) return "";
  return `${oneLine(context === void 0 ? project : `${project}/${context}`)}: `;
}
function distinct(diagnostics, failure) {
  const unstored = diagnostics.find(({ code }) => code === "state-not-stored");
  if (!failure || !unstored) return diagnostics;
  const others = diagnostics.filter((one) => one.location || !isPart(one, failure.message));
  return [{ ...unstored, message: failure.message }, ...others];
}
function failed(task, where) {
  const { error } = task;
  const cause = error?.causes?.[0];
  const lines = [`${oneLine(task.name)}${where}: ${failureWords(task)}${error ? `: ${error.message}` : ""}`];
  if (cause) lines.push(`caused by: ${cause.message}`);
  const hint = error?.hint ?? cause?.hint;
  if (hint !== void 0) lines.push(hint);
  return { level: "error", message: lines.join("\n"), place: placeOf(task.location, "task-failed") };
}
function drifted(task, where) {
  const paths = task.fields.map(({ path }) => path);
  const fields = firstOf(paths, 5, (more) => `${more} more`);
  const what = fields.length === 0 ? "" : `: ${fields.join(", ")}`;
  const words = task.gate ? task.reason : `${task.drift}${what}`;
  const message = `${oneLine(task.name)}${where}: ${oneLine(words)}`;
  return { level: "warning", message, place: placeOf(task.location, "drift") };
}
function placeOf(location, title) {
  if (!location) return { title };
  const { file, line, column, endColumn } = location;
  return endColumn === void 0 || endColumn <= column ? { file, line, column, title } : { file, line, column, endColumn: endColumn - 1, title };
}
function limited(notes) {
  return ["error", "warning", "notice"].flatMap((level) => {
    const all = notes.filter((note) => note.level === level);
    if (all.length <= limitPerLevel) return all;
    const more = all.length - (limitPerLevel - 1);
    const message = `\u2026 and ${plural(more, `more ${level}`)}: see the log, the job summary or the report`;
    return [...all.slice(0, limitPerLevel - 1), { level, message, place: { title: "not shown here" } }];
  });
}

export {
  createAnnotations,
  renderAnnotations,
  notesOf
};
