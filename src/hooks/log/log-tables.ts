import type { ContextReport, RunReport, TaskReport } from "../../engine/model/report.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { append } from "../rendering/append.ts";
import { describedLines } from "../rendering/description.ts";
import { driftWords, hasDrift } from "../rendering/drift-words.ts";
import { failedToPlan, failureWords, isDrifted } from "../rendering/labels.ts";
import type { LogLine } from "./console.ts";
import { renderError, renderFields, renderSides } from "./log-render.ts";

/** What drifted in a context: a table of the tasks that are not in sync, their fields below it, and one sentence. */
export function renderDrift({ tasks }: ContextReport): LogLine[] {
  const differing = tasks.filter(({ drift }) => drift !== "in-sync");
  const lines: LogLine[] = [{ text: "" }];
  if (differing.length > 0) {
    const rows = differing.map((task) => [task.name, task.kind, task.drift, task.reason].map(oneLine));
    append(lines, table(["Task", "Kind", "Drift", "Reason"], rows));
    for (const task of differing) {
      if (task.fields.length === 0 && task.error === null) continue;
      lines.push(
        { text: "" },
        { text: `${oneLine(task.name)}  ${task.drift}`, tone: isDrifted(task) ? "warning" : "update" },
      );
      if (task.fields.length > 0) {
        const sides = renderSides(task);
        append(lines, [{ ...sides, text: `    ${sides.text}` }, ...renderFields(task, "    ")]);
      }
      if (task.error) append(lines, renderError(task.error, "    "));
    }
    lines.push({ text: "" });
  }
  lines.push(driftSentence(tasks));
  return lines;
}

function driftSentence(tasks: readonly TaskReport[]): LogLine {
  return { text: `Drift: ${driftWords(tasks)}.`, tone: hasDrift(tasks) ? "warning" : "heading" };
}

/** The heads of the columns of `describe`, after the task's name. */
export const describeColumns = [
  "Manifest",
  "Created",
  "Created Timestamp",
  "Spec Drifted",
  "Resources Drifted",
] as const;
/** The heads of the checksum columns of `describe`. */
export const checksumColumns = ["Manifest Spec", "Resolved Spec", "Applied Spec", "Resource"] as const;

/** The cells of a task's row of `describe`, after its name. */
export function describeCells({ description }: TaskReport, checksums: boolean): string[] {
  const word = (value: boolean | null | undefined) => (value === true ? "yes" : value === false ? "no" : "unknown");
  const cells = [
    word(description?.inManifest),
    word(description?.created),
    description?.createdAt ?? "-",
    word(description?.specDrifted),
    word(description?.resourceDrifted),
  ];
  if (!checksums) return cells;
  const { manifestSpec, resolvedSpec, appliedSpec, resource } = description?.checksums ?? {};
  return [...cells, ...[manifestSpec, resolvedSpec, appliedSpec, resource].map((sum) => sum ?? "-")];
}

/** The table of `describe`, and below it what is recorded of each task and what is there. */
export function renderDescribe({ tasks }: ContextReport, checksums: boolean): LogLine[] {
  const heads = ["Task", ...describeColumns, ...(checksums ? checksumColumns : [])];
  const rows = tasks.map((task) => [oneLine(task.name), ...describeCells(task, checksums)]);
  const lines: LogLine[] = [{ text: "" }];
  if (rows.length === 0) return [...lines, { text: "Nothing in the manifest and nothing recorded.", tone: "heading" }];
  append(lines, table(heads, rows));
  for (const task of tasks) {
    const described = describedLines(task);
    if (described.length === 0) continue;
    lines.push({ text: "" }, { text: `${oneLine(task.name)}  ${oneLine(task.kind)}`, tone: "heading" });
    append(
      lines,
      described.flatMap(wrapped).map((text): LogLine => ({ text: `    ${text}` })),
    );
  }
  for (const task of tasks) {
    if (task.error === null) continue;
    const what = failedToPlan(task) ? failureWords(task) : "observation failed";
    lines.push({ text: "" }, { text: `? ${oneLine(task.name)}  ${what}`, tone: "error" });
    append(lines, renderError(task.error, "    "));
  }
  return lines;
}

/** What the command `projects` lists. */
export function renderProjects({ command, projects }: Pick<RunReport, "command" | "projects">): LogLine[] {
  // Where reports were joined, lines of their own have told of it.
  if (projects === undefined || command !== "projects") return [];
  if (projects.length === 0) return [{ text: "" }, { text: "Nothing is listed.", tone: "heading" }];
  const rows = projects.map(({ project, context, manifest = "", "working-directory": folder = "", error, changed }) => [
    ...[project, context, folder, manifest].map(oneLine),
    error === undefined ? (changed === null ? "unknown" : "") : "can't be used",
  ]);
  return [{ text: "" }, ...table(["Project", "Context", "Folder", "Manifest", ""], rows)];
}

/** Characters of a line of a description. */
const describedWidth = 76;

/** A line of a description as several, each of which ends with a whole member. */
function wrapped(line: string): readonly string[] {
  const lines: string[] = [];
  for (const part of line.split(/(?<=[,;]) (?=[A-Za-z_][\w.-]*: )/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= describedWidth)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(last === undefined ? part : `          ${part}`);
  }
  return lines;
}

/** Columns padded to their widest cell. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): LogLine[] {
  const widths = heads.map((head, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), head.length),
  );
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [{ text: format(heads), tone: "heading" }, ...rows.map((row) => ({ text: format(row) }))];
}
