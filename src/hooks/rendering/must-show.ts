import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { TaskError } from "../../engine/model/outcome.ts";
import type { ContextReport, TaskReport } from "../../engine/model/report.ts";
import { contextCode, contextTitle } from "../summary/summary-tables.ts";
import { append } from "./append.ts";
import { fieldNames } from "./field-labels.ts";
import { failureWords, plural } from "./labels.ts";
import { code, inline, joined, type Markdown, md, ours } from "./markdown.ts";

/** How much is told of what must never be missing. */
export interface Detail {
  readonly rows: "full" | "short" | "names";
  /** Characters of a name. */
  readonly name: number;
  readonly diagnostics: number;
}

// From everything to bare lists of names; the first that leaves room is taken.
export const detailLevels: readonly [Detail, ...Detail[]] = [
  { rows: "full", name: 200, diagnostics: 50 },
  { rows: "short", name: 200, diagnostics: 20 },
  { rows: "names", name: 200, diagnostics: 10 },
  { rows: "names", name: 80, diagnostics: 5 },
  { rows: "names", name: 40, diagnostics: 3 },
  { rows: "names", name: 20, diagnostics: 1 },
];
/**
 * How it is said of which context something is. `alone`: there is one. `titled`: the name stands above what is of it. `named`:
 * it stands in the first words, as what follows it may be of another one.
 */
export type ContextNaming = "alone" | "titled" | "named";

/** Some tasks of each context. */
type TasksOfContext = readonly { readonly context: ContextReport; readonly tasks: readonly TaskReport[] }[];

/** What the run takes away, or would. */
export function caution(groups: TasksOfContext, detail: Detail, naming: ContextNaming): Markdown {
  const all = groups.flatMap(({ tasks }) => tasks);
  const deletions = all.filter(({ change }) => change === "delete");
  const [deleted, replaced] = [deletions.length, all.length - deletions.length];
  const planned = all.every(({ status }) => status === "planned");
  const left = planned ? 0 : deletions.filter(({ status }) => status !== "done").length;
  const lines = destruction({ deleted, replaced, planned, left, where: whereOf(groups, naming) });
  for (const { context, tasks } of groups) {
    if (naming === "titled") lines.push(md`>`, md`> ${contextTitle(context)}`);
    lines.push(md`>`);
    if (detail.rows === "names") {
      for (const change of ["delete", "replace"] as const) {
        const names = tasks.filter((task) => task.change === change).map(({ name }) => code(name, detail.name));
        if (names.length > 0) lines.push(md`> - ${change} (${names.length}): ${joined(names, ", ")}`);
      }
      continue;
    }
    for (const task of tasks) {
      const outcome = task.status === "planned" || task.status === "done" ? "" : md` — ${task.status}`;
      const reason = detail.rows === "full" && task.reason !== "" ? md`: ${inline(task.reason, 200)}` : "";
      lines.push(md`> - ${task.change} ${code(task.name, detail.name)} (${inline(task.kind, 60)})${reason}${outcome}`);
    }
  }
  return joined(lines, "\n");
}

/** The first lines of what is said of deletions and replacements: how many there are. */
export function destruction({
  deleted,
  replaced,
  planned,
  left = 0,
  where,
}: {
  readonly deleted: number;
  readonly replaced: number;
  readonly planned: boolean;
  /** Of what was to be deleted, what was not. Default: nothing. */
  readonly left?: number;
  /** ` in ` and the context, or nothing. */
  readonly where: Markdown;
}): Markdown[] {
  const parts: Markdown[] = [];
  if (planned && deleted > 0) parts.push(inline(`${plural(deleted, "task")} to delete`));
  else if (left > 0) parts.push(inline(`${deleted - left} of ${plural(deleted, "deletion")} done`));
  else if (deleted > 0) parts.push(inline(plural(deleted, "deletion")));
  if (replaced > 0) {
    const words = planned ? `${plural(replaced, "task")} to replace` : plural(replaced, "replacement");
    parts.push(md`${inline(words)} (delete, then create)`);
  }
  return [md`> [!CAUTION]`, md`> **Destructive${where}:** ${joined(parts, ", ")}.`];
}

/** What did not end well. */
export function failures(groups: TasksOfContext, detail: Detail, naming: ContextNaming): Markdown {
  const lines = [md`### Failures${whereOf(groups, naming)}`, md``];
  for (const { context, tasks } of groups) {
    if (naming === "titled") lines.push(contextTitle(context), md``);
    if (detail.rows === "names") {
      const names = tasks.map(({ name }) => code(name, detail.name));
      lines.push(md`Failed (${tasks.length}): ${joined(names, ", ")}`, md``);
      continue;
    }
    for (const task of tasks) {
      const place = task.location === null ? "" : md` at ${code(`${task.location.file}:${task.location.line}`, 200)}`;
      const what = ours(failureWords(task));
      lines.push(md`- ${code(task.name, detail.name)} (${inline(task.kind, 60)}): **${what}**${place}`);
      if (task.error) append(lines, failure(task.error, detail.rows === "full" ? 500 : 120, detail.rows === "full"));
    }
    lines.push(md``);
  }
  return joined(lines.slice(0, -1), "\n");
}

/** Which tasks are only recorded anew, with the fields; undefined for none. */
export function recordedLine(groups: TasksOfContext, detail: Detail, several: boolean): Markdown | undefined {
  const all = groups.flatMap(({ context, tasks }) => tasks.map((task) => ({ context, task })));
  if (all.length === 0) return undefined;
  const names = all.slice(0, detail.diagnostics).map(({ context, task }) => {
    const where = several ? md` in ${contextCode(context, detail.name)}` : "";
    return md`${code(task.name, detail.name)} (${inline(fieldNames(task, 100))})${where}`;
  });
  if (all.length > names.length) names.push(md`${all.length - names.length} more`);
  return md`**Recorded only**, nothing of it runs now: ${joined(names, ", ")}`;
}

function failure(error: TaskError, width: number, deep: boolean): Markdown[] {
  const lines = [md`  - ${code(error.message, width)}`];
  if (!deep) return lines;
  for (const cause of error.causes?.slice(0, 3) ?? []) lines.push(md`    - caused by ${code(cause.message, width)}`);
  const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== undefined)?.hint;
  if (hint !== undefined) lines.push(md`  - → ${inline(hint, width)}`);
  return lines;
}

/**
 * What there is to tell about the manifest and the run, errors first.
 * @param where ` in ` and the context of which all of it is; empty: each says itself of which it is, if of one
 */
export function diagnostics(
  title: "Problems" | "Notes",
  all: readonly Diagnostic[],
  detail: Detail,
  where: Markdown = md``,
): Markdown {
  const errors = all.filter(({ severity }) => severity === "error");
  const shown = [...errors, ...all.filter(({ severity }) => severity !== "error")].slice(0, detail.diagnostics);
  const lines = [md`### ${title}${where}`, md``];
  for (const one of shown) {
    const { severity, code: name, message, location, suggestion } = one;
    const whose = where === "" ? ofContext(one, detail) : md``;
    const place = location ? md`${code(`${location.file}:${location.line}:${location.column}`, 200)} ` : "";
    lines.push(md`- ${severity} ${whose}${place}${inline(message, messageWidth(detail))} (${code(name, 60)})`);
    if (suggestion !== undefined && detail.rows === "full") lines.push(md`  - → ${inline(suggestion, 300)}`);
  }
  if (all.length > shown.length) lines.push(md`- … and ${all.length - shown.length} more, in the log and the report`);
  return joined(lines, "\n");
}

/** The context that something is of, where it is of one. */
function ofContext({ context, project }: Diagnostic, { name }: Detail): Markdown {
  if (context === undefined) return project === undefined ? md`` : md`in ${code(project, name)} `;
  return md`in ${contextCode({ name: context, ...(project === undefined ? {} : { project }) }, name)} `;
}

function whereOf([first]: TasksOfContext, naming: ContextNaming): Markdown {
  return naming === "named" && first ? md` in ${contextCode(first.context)}` : md``;
}

/** A lock's holder, its id, what a server answered and what to do take some room. */
function messageWidth({ rows }: Detail): number {
  return rows === "full" ? 2000 : 400;
}
