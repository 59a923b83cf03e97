import type { RunReport, TaskReport } from "../../engine/model/report.ts";
import { checkAnnotationsAtOnce } from "../../engine/model/size-limits.ts";
import { firstOf } from "../../engine/text/listed.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { CheckAnnotation } from "../../ports/checks.ts";
import { type AnnotationNote, notesOf } from "../annotations.ts";
import { isDestructive, isNoteworthy } from "../rendering/labels.ts";

/** GitHub takes 64 KB of a message and 255 characters of a title; nobody reads so much beside a line. */
const longestMessage = 4_000;
const longestTitle = 255;
const levels = { error: "failure", warning: "warning", notice: "notice" } as const;

/**
 * What a check says on lines of the manifest: what is wrong, what drifted, and what is planned for each task; the worst
 * first. What has no line in the repository stands in the summary alone.
 * @param report of the one context
 */
export function annotationsOf(report: RunReport, redact: (text: string) => string): readonly CheckAnnotation[] {
  const planned = report.contexts.flatMap(({ tasks }) => tasks.filter(isPlannedChange).map(plannedNote));
  const notes = [...notesOf(report, null), ...planned];
  const ordered = (["error", "warning", "notice"] as const).flatMap((level) =>
    notes.filter((note) => note.level === level),
  );
  return ordered.flatMap((note) => annotationOf(note, redact) ?? []);
}

/** Lists of as many annotations as one request takes; one of none where there are none. */
export function batchesOf(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const batches: (readonly CheckAnnotation[])[] = [];
  for (let at = 0; at === 0 || at < annotations.length; at += checkAnnotationsAtOnce)
    batches.push(annotations.slice(at, at + checkAnnotationsAtOnce));
  return batches;
}

function isPlannedChange(task: TaskReport): boolean {
  return task.status === "planned" && task.change !== "none" && isNoteworthy(task);
}

function plannedNote(task: TaskReport): AnnotationNote {
  const { name, change, reason, fields, location } = task;
  const paths = firstOf(
    fields.map(({ path }) => path),
    5,
    (more) => `${more} more`,
  );
  const what = paths.length === 0 ? "" : `\n${oneLine(paths.join(", "))}`;
  const message = `${oneLine(name)}: ${change}${reason === "" ? "" : `, ${oneLine(reason)}`}${what}`;
  return {
    level: isDestructive(task) ? "warning" : "notice",
    message,
    place: { ...(location ?? {}), title: `to ${change}` },
  };
}

/** @returns undefined for a place that is no file below the root of the repository */
function annotationOf(
  { level, message, place }: AnnotationNote,
  redact: (text: string) => string,
): CheckAnnotation | undefined {
  const { file, line, column, endColumn, title = "" } = place;
  if (file === undefined || line === undefined || !isInside(file)) return undefined;
  const hasColumns = column !== undefined && endColumn !== undefined && endColumn >= column;
  return {
    path: redact(file),
    startLine: line,
    endLine: line,
    ...(hasColumns ? { startColumn: column, endColumn } : {}),
    level: levels[level],
    message: shortened(redact(message), longestMessage),
    title: shortened(redact(title), longestTitle),
  };
}

function isInside(file: string): boolean {
  return file.isWellFormed() && !file.split(/[\\/]/).some((name) => name === "" || name === "." || name === "..");
}
