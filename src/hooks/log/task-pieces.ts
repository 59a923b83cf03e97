import type { TaskError } from "../../engine/model/outcome.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import { append } from "../rendering/append.ts";
import type { LogLine } from "./console.ts";
import { renderError, renderFields, renderLocation, renderSides } from "./log-render.ts";
import type { Segment } from "./task-buffer.ts";

/** What stands inside a group: a line of ours, or text of a program. */
export type Piece = LogLine | { readonly output: string };

/** The inside of a finished task's group: what changed, what it printed and went through, why it failed. */
export function taskPieces(report: TaskReport, segments: readonly Segment[]): Piece[] {
  const untouched = report.change === "noop" || report.status === "skipped" || report.status === "cancelled";
  const fields = untouched ? [] : renderFields(report, "  ");
  const sides = renderSides(report);
  const both = report.fields.some(({ before }) => before !== undefined);
  const pieces: Piece[] = both && fields.length > 0 ? [{ ...sides, text: `  ${sides.text}` }, ...fields] : [...fields];
  append(pieces, segments.map(piece));
  if (report.error && report.status !== "skipped") {
    append(pieces, [...renderError(withoutShown(report.error, segments), "  "), ...renderLocation(report, "  ")]);
  }
  return pieces;
}

/** The end of a script's output is not told twice. */
function withoutShown(error: TaskError, segments: readonly Segment[]): TaskError {
  const { detail, ...rest } = error;
  if (detail === undefined) return error;
  const shown = segments.map((segment) => (segment.type === "output" ? segment.text : "")).join("");
  return shown.includes(detail.trim()) ? rest : error;
}

/** A part of what a task printed or went through. */
export function piece(segment: Segment): Piece {
  return segment.type === "output" ? { output: segment.text } : { text: `  ${segment.text}`, tone: "warning" };
}
