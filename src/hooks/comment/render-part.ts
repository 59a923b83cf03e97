import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, TaskReport } from "../../engine/model/report.ts";
import { append } from "../rendering/append.ts";
import { endWords, hasFailed, isDestructive, isNoteworthy, isRecordedOnly, plural } from "../rendering/labels.ts";
import { code, codeHtml, details, fenced, joined, type Markdown, md, ours } from "../rendering/markdown.ts";
import { caution, type Detail, destruction, detailLevels, diagnostics, failures } from "../rendering/must-show.ts";
import { nextStep } from "../rendering/next-step.ts";
import { unchangedFold } from "../rendering/unchanged.ts";
import { contextCode } from "../summary/summary-tables.ts";
import { hasFold, openLines, taskFold, taskRow } from "../summary/task-fold.ts";
import type { PartFacts } from "./model.ts";

/** Where a task's document can be looked at. */
export type TaskLink = (task: TaskReport) => string | undefined;

const fieldLimits = { lines: 60, width: 300 };

/**
 * What is never behind a fold: deletions, replacements, failures, and what is wrong with the manifest.
 * @param room characters; kept to by saying less of each, never by leaving one out
 */
export function renderCallouts(
  context: ContextReport | undefined,
  told: readonly Diagnostic[],
  room: number,
): Markdown {
  let text = md``;
  for (const detail of detailLevels) {
    const parts: Markdown[] = [];
    const groups = (test: (task: TaskReport) => boolean) => {
      const tasks = context?.tasks.filter(test) ?? [];
      return context && tasks.length > 0 ? [{ context, tasks }] : [];
    };
    const destructive = groups(isDestructive);
    if (destructive.length > 0) parts.push(caution(destructive, detail, "named"));
    const failed = groups(hasFailed);
    if (failed.length > 0) parts.push(failures(failed, detail, "named"));
    append(
      parts,
      problems(
        context,
        told.filter(({ severity }) => severity !== "notice"),
        detail,
      ),
    );
    text = joined(parts, "\n\n");
    if (text.length <= room) return text;
  }
  return text;
}

/**
 * The changes, a fold for each. When they don't fit, unchanged tasks go first, then what is in the folds, then rows.
 * @param room characters
 * @param command what carries the plan out, as it is called
 */
export function renderChanges({ tasks }: ContextReport, room: number, link: TaskLink, command: string): Markdown {
  const noteworthy = tasks.filter((task) => isNoteworthy(task) || isRecordedOnly(task));
  const important = noteworthy.filter((task) => hasFailed(task) || isDestructive(task));
  const others = noteworthy.filter((task) => !hasFailed(task) && !isDestructive(task));
  // Room for what says what is missing.
  let left = room - 200;
  const shown = new Map<TaskReport, Markdown>();
  let lostRows = 0;
  for (const task of [...important, ...others]) {
    const row = taskRow(task);
    if (lostRows > 0 || row.length + 1 > left) lostRows++;
    else {
      shown.set(task, row);
      left -= row.length + 1;
    }
  }
  const folded = new Set<TaskReport>();
  let lostFolds = 0;
  let open = openLines;
  for (const [task, row] of shown) {
    if (!hasFold(task)) continue;
    const fold =
      lostFolds < 5 ? taskFold(task, { values: true, limits: fieldLimits, link, command, opens: open > 0 }) : undefined;
    if (lostRows > 0 || fold === undefined || fold.length + 2 - row.length > left) {
      lostFolds++;
      continue;
    }
    shown.set(task, fold);
    folded.add(task);
    left -= fold.length + 2 - row.length;
    if (fold.startsWith("<details open>")) open -= fold.split("\n").length;
  }
  const inOrder = noteworthy.filter((task) => shown.has(task));
  const parts = inOrder.filter((task) => folded.has(task)).flatMap((task) => shown.get(task) ?? []);
  const rows = inOrder.filter((task) => !folded.has(task)).flatMap((task) => shown.get(task) ?? []);
  if (rows.length > 0) parts.push(joined(rows, "\n"));
  const lost: string[] = [];
  if (lostRows > 0) lost.push(plural(lostRows, "more change"));
  if (lostFolds > 0) lost.push(`what is in ${plural(lostFolds, "of these change")}`.replace("1 of", "one of"));
  const unchanged = unchangedFold(tasks);
  if (lost.length === 0 && unchanged.text.length <= left) {
    if (unchanged.text !== "") parts.push(unchanged.text);
  } else if (unchanged.count > 0) lost.push(`the list of ${plural(unchanged.count, "unchanged task")}`);
  if (lost.length > 0)
    parts.push(md`Left out to fit: ${ours(lost.join(", "))}. The job summary has more, the report everything.`);
  return joined(parts, "\n\n");
}

/** How somebody sees the same in a terminal; empty where no terminal can show it. */
export function renderTerminal(context: string, commands: readonly string[]): Markdown {
  if (commands.length === 0) return md``;
  return details(md`Show the plan of ${codeHtml(context, 100)} in a terminal`, fenced(commands, "sh"));
}

/** What an apply came to. */
export function renderResult(
  context: ContextReport,
  told: readonly Diagnostic[],
  { command, differs }: { readonly command: string; readonly differs: boolean },
): Markdown {
  const { tasks, failureReason } = context;
  const began = tasks.some(({ status }) => status !== "planned" && status !== "skipped");
  const words = began ? endWords(context) : "nothing was changed";
  const icon = failureReason === null ? "✅" : failureReason === "cancelled" ? "⏹️" : "❌";
  const why = failureReason === null ? "" : md` (${failureReason})`;
  const parts = [md`${icon} ${code(command, 60)} in ${contextCode(context)}: ${ours(words)}${why}`];
  if (differs && began) parts.push(md`> [!WARNING]\n> What was applied is not the plan of this preview.`);
  const failed = tasks.filter(hasFailed);
  if (failed.length > 0)
    parts.push(
      failures([{ context, tasks: failed }], detailLevels[failed.length > 20 ? 2 : 0] ?? detailLevels[0], "named"),
    );
  const errors = told.filter(({ severity }) => severity === "error");
  append(parts, problems(context, errors, detailLevels[0]));
  return joined(parts, "\n\n");
}

/** What is of one context says so; what is of all of them stands by itself. */
function problems(
  context: ContextReport | undefined,
  told: readonly Diagnostic[],
  detail: Detail,
): readonly Markdown[] {
  const isOwn = (one: Diagnostic): boolean => context !== undefined && one.context === context.name;
  const [own, others] = [told.filter(isOwn), told.filter((one) => !isOwn(one))];
  return [
    ...(others.length > 0 ? [diagnostics("Problems", others, detail)] : []),
    ...(context && own.length > 0 ? [diagnostics("Problems", own, detail, md` in ${contextCode(context)}`)] : []),
  ];
}

/** The next thing to do, where something went wrong. */
export function renderNext(report: Parameters<typeof nextStep>[0]): Markdown {
  const next = nextStep(report);
  return next === undefined ? md`` : md`**Next:** ${ours(next)}`;
}

/** What stands for the texts of a part that are not as opus wrote them: what its facts say of deletions. */
export function renderLost({ context, counts, changes, phase }: PartFacts): Markdown {
  const lines: Markdown[] = [];
  const deleted = counts.delete;
  if (deleted + counts.replace > 0) {
    append(lines, [
      ...destruction({
        deleted,
        replaced: counts.replace,
        planned: phase === "planned",
        where: md` in ${code(context, 100)}`,
      }),
      md`>`,
    ]);
    for (const change of ["delete", "replace"] as const) {
      const names = Object.entries(changes ?? {}).filter(([, one]) => one.change === change);
      const shown = names.map(([name]) => code(name, 200));
      if (shown.length > 0) lines.push(md`> - ${change} (${shown.length}): ${joined(shown, ", ")}`);
    }
    lines.push(md``);
  }
  lines.push(md`> [!NOTE]`, md`> What stood here was edited, or an older opus wrote it, so it is not shown again.`);
  lines.push(md`> The job summary of the run has the plan.`);
  return joined(lines, "\n");
}
