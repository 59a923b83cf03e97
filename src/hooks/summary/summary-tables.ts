import { type ContextReport, type Counts, countNames, type TaskReport } from "../../engine/model/report.ts";
import { firstOf } from "../../engine/text/listed.ts";
import { checksumColumns, describeCells, describeColumns } from "../log/log-tables.ts";
import { driftWay, driftWords, hasDrift } from "../rendering/drift-words.ts";
import {
  countWords,
  duration,
  failureWords,
  hasBegun,
  hasFailed,
  isGate,
  isObservation,
  outcomeWords,
  planWords,
} from "../rendering/labels.ts";
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

/** The name of a context; after that of its project, where there are several. */
export function contextCode({ name, project }: Pick<ContextReport, "name" | "project">, width = 100): Markdown {
  return project === undefined ? code(name, width) : md`${code(project, width)} ${code(name, width)}`;
}

/** The name of a context as a line of its own. */
export function contextTitle({ name, project, failureReason }: ContextReport): Markdown {
  return md`**Context ${contextCode({ name, ...(project === undefined ? {} : { project }) })}**${failureReason === null ? "" : md` (${failureReason})`}`;
}

/**
 * What became of every context, one row each; undefined where the heading says it all, or there is nothing but names.
 * Three columns at most, as a phone shows no more.
 */
export function countsTable(contexts: readonly ContextReport[], executed: boolean): Markdown | undefined {
  const [only, second] = contexts;
  if (!only || (!second && !executed)) return undefined;
  const observed = isObservation(contexts);
  const rows = contexts.map((context) => {
    const { tasks, counts, failureReason } = context;
    if (!hasBegun(context)) return [contextCode(context), md`–`, md`❌ ${failureReason ?? "failed"}`];
    if (observed)
      return [
        contextCode(context),
        ours(driftWords(tasks)),
        hasDrift(tasks) && failureReason === null ? md`⚠️` : wordOf(context),
      ];
    return [contextCode(context), countsCell(counts, executed), executed ? ours(outcomeWords(tasks)) : wordOf(context)];
  });
  const several = contexts.some(({ project }) => project !== undefined);
  return table([several ? md`Project and context` : md`Context`, observed ? md`Drift` : md`Plan`, md`Result`], rows);
}

function wordOf({ failureReason }: ContextReport): Markdown {
  return failureReason === null ? md`✔` : md`❌ ${failureReason}`;
}

/**
 * Counts of a plan as they stand in a cell; in bold what takes something away or went wrong.
 * @param executed it was carried out: what failed then, or was left, is said beside it, and was no part of the plan
 */
export function countsCell(counts: Counts, executed: boolean): Markdown {
  const weighty: ReadonlySet<keyof Counts> = new Set(["replace", "delete", "failed"]);
  const outcomes: ReadonlySet<keyof Counts> = new Set(executed ? ["failed", "skipped"] : []);
  const parts = countNames
    .filter((name) => counts[name] > 0 && !outcomes.has(name))
    .map((name) => {
      const words = ours(countWords(name, counts[name]));
      return weighty.has(name) ? md`**${words}**` : words;
    });
  if (parts.length === 0 && counts.failed + counts.skipped > 0) return md`–`;
  return planWords(counts).startsWith("nothing to do")
    ? joined([md`nothing to do`, ...parts], ", ")
    : joined(parts, ", ");
}

/** Heads of the table of changed tasks. @param executed they were carried out, or were to be */
export function changeHeads(executed: boolean): readonly Markdown[] {
  return ["Task", "Change", ...(executed ? ["Result"] : [])].map(ours);
}

/** The row of a changed task. */
export function changeRow(task: TaskReport, executed: boolean): Markdown[] {
  const why = task.reason === "" ? md`` : md`: ${inline(task.reason, 160)}`;
  const cells = [taskCell(task), md`${iconOf(task)}${why}`];
  return executed ? [...cells, resultCell(task)] : cells;
}

function resultCell(task: TaskReport): Markdown {
  const { status } = task;
  const words = hasFailed(task) ? ours(`❌ ${failureWords(task)}`) : status === "done" ? md`✔ done` : md`${status}`;
  return status === "planned" || status === "skipped" ? words : joined([words, ours(duration(task.durationMs))], ", ");
}

function taskCell({ name, kind }: TaskReport): Markdown {
  return md`${code(name, 100)} ${inline(kind, 60)}`;
}

/** Heads of the table of drift. */
export const driftHeads = ["Task", "What", "Last applied"].map(ours);

/** The row of a task that is not in sync: which way, where, and since when at the earliest. */
export function driftRow(task: TaskReport): Markdown[] {
  const { icon, words } = driftWay(task);
  const all = task.fields.map(({ path }) =>
    code(path === "" ? "(everything)" : path.slice(1).replaceAll("/", "."), 60),
  );
  const names = task.drift === "missing" ? [] : firstOf(all, 5, (more) => md`${more} more`);
  const where = names.length === 0 ? md`` : md`: ${joined(names, ", ")}`;
  return [taskCell(task), md`${icon} ${inline(words, 200)}${where}`, recordedCell(task)];
}

function recordedCell({ recordedAt }: TaskReport): Markdown {
  return recordedAt === undefined ? md`–` : timeCell(recordedAt);
}

/** `2026-11-30 04:41 UTC`; what is no time as it is. */
function timeCell(text: string): Markdown {
  const at = Date.parse(text);
  return Number.isNaN(at) ? inline(text, 40) : ours(`${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`);
}

/** Heads of the table of `describe`. Its checksums stand in the folds. */
export const describeHeads = ["Task", "Created", "Drift"].map(ours);

/** The row of `describe`. */
export function describeRow(task: TaskReport): Markdown[] {
  const { description: { inManifest = false, createdAt = null, created = false, specDrifted, resourceDrifted } = {} } =
    task;
  const made = created ? timeCell(createdAt ?? "yes") : md`no`;
  const sides = [
    ...(specDrifted === true ? [md`spec`] : []),
    ...(resourceDrifted === true ? [md`resource`] : []),
    ...(specDrifted === null || resourceDrifted === null ? [md`unknown`] : []),
  ];
  return [
    taskCell(task),
    inManifest ? made : joined([made, md`not in the manifest`], ", "),
    sides.length === 0 ? md`none` : joined(sides, ", "),
  ];
}

/** The checksums of `describe`, for its folds; those that there are, each short. */
export function checksumLine(task: TaskReport): string | undefined {
  const sums = describeCells(task, true).slice(describeColumns.length);
  const told = sums.flatMap((sum, place) => (sum === "-" ? [] : [`${checksumColumns[place]}: ${sum.slice(0, 19)}`]));
  return told.length === 0 ? undefined : `checksums ${told.join(", ")}`;
}
