import { type ContextReport, type Counts, countNames, type TaskReport } from "../../engine/model/report.ts";
import { firstOf } from "../../engine/text/listed.ts";
import { checksumColumns, describeCells, describeColumns } from "../log/log-tables.ts";
import { duration, failureWords, hasBegun, hasFailed, isGate } from "../rendering/labels.ts";
import { code, inline, joined, type Markdown, md, ours, table } from "../rendering/markdown.ts";

/** A change with its colour. */
const changeIcons = {
  create: "🟢 create",
  update: "🟡 update",
  replace: "🟠 replace",
  delete: "🔴 delete",
  adopt: "🔵 adopt",
  forget: "⚪ forget",
  noop: "unchanged",
  none: "–",
} as const;

/** What is done to a task, with its colour. */
export function iconOf(task: TaskReport): (typeof changeIcons)[keyof typeof changeIcons] | "🚦 gate" {
  return isGate(task) ? "🚦 gate" : changeIcons[task.change];
}

/** The name of a context as a line of its own. */
export function contextTitle({ name, failureReason }: ContextReport): Markdown {
  return md`**Context ${code(name)}**${failureReason === null ? "" : md` (${failureReason})`}`;
}

/** Columns that are there whatever the counts; the others only where something is to be counted. */
const alwaysShown: ReadonlySet<keyof Counts> = new Set(["create", "update", "replace", "delete", "noop"]);

/** Which counts of some contexts to show, with the head of each column. */
export function countColumns(all: readonly Counts[]): readonly (readonly [name: keyof Counts, head: Markdown])[] {
  return countNames
    .filter((name) => alwaysShown.has(name) || all.some((counts) => counts[name] > 0))
    .map((name) => [name, ours(name === "noop" ? "Unchanged" : `${name[0]?.toUpperCase()}${name.slice(1)}`)]);
}

/** Counts of every context, one row each. */
export function countsTable(contexts: readonly ContextReport[]): Markdown {
  const columns = countColumns(contexts.map(({ counts }) => counts));
  const rows = contexts.map((context) => {
    const counts = columns.map(([name]) => (hasBegun(context) ? md`${context.counts[name]}` : md`–`));
    return [code(context.name, 100), ...counts];
  });
  return table([md`Context`, ...columns.map(([, head]) => head)], rows);
}

/** Heads of the table of changed tasks. */
export const changeHeads = ["Change", "Task", "Kind", "Reason", "Status", "Duration"].map(ours);

/** The row of a changed task. */
export function changeRow(task: TaskReport): Markdown[] {
  const status = hasFailed(task) ? ours(`❌ ${failureWords(task)}`) : task.status === "done" ? "✔ done" : task.status;
  return [
    md`${iconOf(task)}`,
    code(task.name, 100),
    inline(task.kind, 60),
    inline(task.reason, 160),
    md`${status}`,
    task.status === "planned" || task.status === "skipped" ? md`` : ours(duration(task.durationMs)),
  ];
}

/** Heads of the table of drift. */
export const driftHeads = ["Task", "Kind", "Drift", "Reason", "Fields"].map(ours);

/** The row of a task that is not in sync. */
export function driftRow(task: TaskReport): Markdown[] {
  const { drift, fields } = task;
  const icon =
    drift === "unknown"
      ? "❓"
      : drift === "spec-changed"
        ? "✏️"
        : drift === "untracked" || drift === "unobservable"
          ? "▫️"
          : "⚠️";
  const all = fields.map(({ path }) => code(path === "" ? "/" : path, 60));
  const paths = firstOf(all, 5, (more) => md`${more} more`);
  return [
    code(task.name, 100),
    inline(task.kind, 60),
    md`${icon} ${drift}`,
    inline(task.reason, 160),
    joined(paths, " "),
  ];
}

/** Heads of the table of `describe`. */
export const describeHeads = ["Task", ...describeColumns, ...checksumColumns].map(ours);

/** The row of `describe`. */
export function describeRow(task: TaskReport): Markdown[] {
  return [
    code(task.name, 100),
    ...describeCells(task, true).map((value) =>
      value.startsWith("sha256:") ? code(value.slice(0, 19)) : inline(value, 60),
    ),
  ];
}
