import type { TaskError } from "../../engine/model/outcome.ts";
import type { TaskReport } from "../../engine/model/report.ts";
import { printableLines } from "../../engine/text/printable.ts";
import { append } from "../rendering/append.ts";
import { clip } from "../rendering/cut.ts";
import { driftWay } from "../rendering/drift-words.ts";
import { diffField, fieldHeadline } from "../rendering/field-diff.ts";
import { isDriftView, sidesOf, toldFields } from "../rendering/field-labels.ts";
import { failureWords, hasFailed, isRecordedOnly, plural } from "../rendering/labels.ts";
import {
  bytes,
  code,
  codeHtml,
  details,
  fenced,
  inline,
  inlineHtml,
  joined,
  link,
  type Markdown,
  md,
} from "../rendering/markdown.ts";
import { isDigest, linesWithShortDigests } from "../rendering/short-digests.ts";
import { iconOf } from "./summary-tables.ts";

const fieldLimits = { lines: 200, width: 500 };
/** No more than this of one task, however much room there is: nobody reads on. */
const taskDiffBytes = 60_000;
const mostHeadlines = 50;
const mostDetailLines = 40;
/** A fold with no more lines than this, besides what its sides are, may stand open. */
const shortLines = 20;
/** What stands open of all folds together, in lines. */
export const openLines = 80;

export interface FoldOptions {
  /** With values as a line diff, or only the names of fields. */
  readonly values: boolean;
  /** Characters of one field's lines. */
  readonly limits?: { readonly lines: number; readonly width: number };
  /** What carries the plan out, as it is called; default: apply. */
  readonly command?: string;
  /** Where its document is, to look at; undefined: no link. */
  link?(task: TaskReport): string | undefined;
  /** Stand open when it is short, or the task failed. */
  readonly opens?: boolean;
}

/** One task, folded: what is to be done or was done, its fields as a diff, and what went wrong. */
export function taskFold(task: TaskReport, options: FoldOptions): Markdown {
  const lines = diffLines(task, options);
  const diff = options.values ? [...legend(task, lines, options.command), ...lines] : lines;
  const parts: Markdown[] = [];
  if (task.error && hasFailed(task)) append(parts, errorText(task.error));
  if (diff.length > 0) parts.push(fenced(diff, "diff"));
  const place = placeOf(task, options.link?.(task));
  if (place !== undefined) parts.push(place);
  const short = lines.length > 0 && lines.length <= shortLines && !isDigestsOnly(task);
  const open = options.opens === true && (hasFailed(task) || short);
  return details(foldTitle(task), joined(parts, "\n\n"), open);
}

/** True when there is something to unfold. */
export function hasFold(task: TaskReport): boolean {
  return toldFields(task).length > 0 || (task.error !== null && hasFailed(task));
}

/** The row of a task that has nothing to unfold, or for whose fold there is no room. */
export function taskRow(task: TaskReport): Markdown {
  const said = about(task).map((words) => inline(words, 160));
  return md`- ${icon(task)} ${code(task.name, 100)} ${joined(said, " · ")}`;
}

function foldTitle(task: TaskReport): Markdown {
  const said = about(task).map((words) => inlineHtml(words, 160));
  return md`${icon(task)} ${codeHtml(task.name, 100)} ${joined(said, " · ")}`;
}

function icon(task: TaskReport): Markdown {
  if (hasFailed(task)) return md`❌`;
  if (isDriftView(task)) return md`${driftWay(task).icon}`;
  if (isRecordedOnly(task)) return md`📝 recorded only`;
  return md`${task.status === "skipped" ? "⏭️" : iconOf(task)}`;
}

/** What to say of a task besides its name, in a few words each. */
function about(task: TaskReport): readonly string[] {
  const { kind, reason, status } = task;
  const said = [kind];
  const fields = toldFields(task);
  if (isDriftView(task))
    return [...said, driftWay(task).words, ...(fields.length > 0 ? [plural(fields.length, "field")] : [])];
  if (hasFailed(task)) said.push(failureWords(task));
  else if (status === "skipped" || status === "cancelled") said.push(status);
  if (reason !== "" && !hasFailed(task) && !isRecordedOnly(task)) said.push(reason);
  if (fields.length > 0) said.push(plural(fields.length, "field"));
  return said;
}

/** True when all that differs are digests, which say nothing but that. */
function isDigestsOnly(task: TaskReport): boolean {
  return toldFields(task).every(
    ({ before, after }) => [before, after].every((side) => side === undefined || isDigest(side)) && before !== after,
  );
}

/** The fields, line by line; what is long or too much is counted. */
function diffLines(task: TaskReport, { values, limits = fieldLimits }: FoldOptions): string[] {
  const fields = toldFields(task);
  const lines: string[] = [];
  let size = 0;
  let lost = 0;
  for (const field of fields) {
    if (size > taskDiffBytes || (!values && lines.length >= mostHeadlines)) {
      lost++;
      continue;
    }
    const view = isDriftView(task) ? "drift" : "plan";
    const shown = values ? linesWithShortDigests(field, diffField(field, limits, view)) : [fieldHeadline(field, 200)];
    for (const { sign, text } of shown) {
      // What is neither added nor removed, but changed, GitHub colours after a `!`.
      const line = `${sign === "~" ? "!" : sign} ${text}`;
      lines.push(line);
      size += bytes(line);
    }
  }
  if (lost > 0) lines.push(`  … ${plural(lost, "more field")}`);
  return lines;
}

/** What the sides are, as far as there are lines of them. */
function legend(task: TaskReport, lines: readonly string[], command: string | undefined): string[] {
  const { minus, plus } = sidesOf(task, command);
  // Below a `!` stand lines of both.
  const has = (sign: string) => lines.some((line) => line.startsWith(`${sign} `) || line.startsWith("! "));
  return [...(has("-") ? [`--- ${minus}`] : []), ...(has("+") ? [`+++ ${plus}`] : [])];
}

/** Message, what to do, and the end of what a program printed; each line of it indented, so that it means nothing. */
function errorText(error: TaskError): Markdown[] {
  const parts = [md`**${code(error.message, 500)}**`];
  for (const cause of error.causes?.slice(0, 3) ?? []) parts.push(md`caused by ${code(cause.message, 500)}`);
  const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== undefined)?.hint;
  if (hint !== undefined) parts.push(md`→ ${inline(hint, 500)}`);
  const lines = error.detail === undefined ? [] : printableLines(error.detail).map((line) => `  ${clip(line, 300)}`);
  const cut = lines.length > mostDetailLines ? [`  … ${plural(lines.length - mostDetailLines, "line")} before`] : [];
  if (lines.length > 0) parts.push(fenced([...cut, ...lines.slice(-mostDetailLines)], "text"));
  return parts;
}

function placeOf({ location }: TaskReport, url: string | undefined): Markdown | undefined {
  if (!location || url === undefined) return undefined;
  return md`<sub>${link(code(`${location.file}:${location.line}`, 200), url)}</sub>`;
}
