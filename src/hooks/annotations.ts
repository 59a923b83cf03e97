import type { Diagnostic, Failure, Location, Severity } from "../engine/diagnostics/diagnostic.ts";
import type { RunReport, TaskReport } from "../engine/model/report.ts";
import type { Hook } from "../engine/ports/hook.ts";
import { firstOf } from "../engine/text/listed.ts";
import { oneLine } from "../engine/text/printable.ts";
import { failureWords, hasFailed, isDrifted, plural } from "./rendering/labels.ts";
import { isPart } from "./rendering/next-step.ts";

export interface AnnotationPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
  readonly title?: string;
}

/** A note on a line of a file. */
export interface AnnotationNote {
  readonly level: Severity;
  readonly message: string;
  readonly place: AnnotationPlace;
}

/** GitHub shows no more of one level of one step. */
const limitPerLevel = 10;

/** Notes on the manifest's lines, sent at the end of the run. */
export function createAnnotations(annotate: (level: Severity, message: string, place: AnnotationPlace) => void): Hook {
  let failure: Failure | null = null;
  return {
    name: "annotations",
    on: (event) => {
      if (event.type === "context-finished" || event.type === "run-finished") failure = event.failure ?? failure;
    },
    finish: async (report) => {
      for (const { level, message, place } of renderAnnotations(report, failure)) annotate(level, message, place);
    },
  };
}

/**
 * What deserves a note: diagnostics, failed tasks, drift; and why the run failed when nothing else says so. At most ten
 * of a level: the tenth then says how many more there are.
 */
export function renderAnnotations(report: RunReport, failure: Failure | null): AnnotationNote[] {
  return limited(notesOf(report, failure));
}

/** The same, and all of them. */
export function notesOf(report: RunReport, failure: Failure | null): AnnotationNote[] {
  const notes: AnnotationNote[] = distinct(report.diagnostics, failure).map((diagnostic) => ({
    level: diagnostic.severity,
    message: `${whoseOf(diagnostic)}${diagnostic.message}${diagnostic.suggestion === undefined ? "" : `\n${diagnostic.suggestion}`}`,
    place: placeOf(diagnostic.location, diagnostic.code),
  }));
  for (const { name, project, tasks } of report.contexts) {
    const full = project === undefined ? name : `${project}/${name}`;
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

/** Where a report is of many projects, the one that is meant. */
function whoseOf({ project, context }: Diagnostic): string {
  if (project === undefined) return "";
  return `${oneLine(context === undefined ? project : `${project}/${context}`)}: `;
}

/** One for each problem: that state could not be stored, why, and what to do about it is one. */
function distinct(diagnostics: readonly Diagnostic[], failure: Failure | null): readonly Diagnostic[] {
  const unstored = diagnostics.find(({ code }) => code === "state-not-stored");
  if (!failure || !unstored) return diagnostics;
  const others = diagnostics.filter((one) => one.location || !isPart(one, failure.message));
  return [{ ...unstored, message: failure.message }, ...others];
}

function failed(task: TaskReport, where: string): AnnotationNote {
  const { error } = task;
  const cause = error?.causes?.[0];
  const lines = [`${oneLine(task.name)}${where}: ${failureWords(task)}${error ? `: ${error.message}` : ""}`];
  if (cause) lines.push(`caused by: ${cause.message}`);
  const hint = error?.hint ?? cause?.hint;
  if (hint !== undefined) lines.push(hint);
  return { level: "error", message: lines.join("\n"), place: placeOf(task.location, "task-failed") };
}

function drifted(task: TaskReport, where: string): AnnotationNote {
  const paths = task.fields.map(({ path }) => path);
  const fields = firstOf(paths, 5, (more) => `${more} more`);
  const what = fields.length === 0 ? "" : `: ${fields.join(", ")}`;
  const words = task.gate ? task.reason : `${task.drift}${what}`;
  const message = `${oneLine(task.name)}${where}: ${oneLine(words)}`;
  return { level: "warning", message, place: placeOf(task.location, "drift") };
}

function placeOf(location: Location | null | undefined, title: string): AnnotationPlace {
  if (!location) return { title };
  const { file, line, column, endColumn } = location;
  // Editors and GitHub count the end in.
  return endColumn === undefined || endColumn <= column
    ? { file, line, column, title }
    : { file, line, column, endColumn: endColumn - 1, title };
}

function limited(notes: readonly AnnotationNote[]): AnnotationNote[] {
  return (["error", "warning", "notice"] as const).flatMap((level) => {
    const all = notes.filter((note) => note.level === level);
    if (all.length <= limitPerLevel) return all;
    const more = all.length - (limitPerLevel - 1);
    const message = `… and ${plural(more, `more ${level}`)}: see the log, the job summary or the report`;
    return [...all.slice(0, limitPerLevel - 1), { level, message, place: { title: "not shown here" } }];
  });
}
