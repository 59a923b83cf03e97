import type { Diagnostic } from "../../engine/diagnostic.ts";
import type { ContextReport, TaskReport } from "../../engine/model.ts";
import { nextStep } from "../advice.ts";
import { caution, detailLevels, diagnostics, failures } from "../essentials.ts";
import { code, details, fenced, html, inline } from "../markdown.ts";
import { hasFold, taskFold, taskRow } from "../task-fold.ts";
import { hasFailed, isDestructive, isNoteworthy, isRecordedOnly, outcomeWords, plural } from "../words.ts";

/** Where a task's document can be looked at. */
export type TaskLink = (task: TaskReport) => string | undefined;

/** What stands open of all folds together, in lines. */
const openLines = 60;
const fieldLimits = { lines: 60, width: 300 };

/**
 * What is never behind a fold: deletions, replacements, failures, and what is wrong with the manifest.
 * @param room characters; kept to by saying less of each, never by leaving one out
 */
export function renderCallouts(context: ContextReport | undefined, told: readonly Diagnostic[], room: number): string {
  let text = "";
  for (const detail of detailLevels) {
    const parts: string[] = [];
    const groups = (test: (task: TaskReport) => boolean) => {
      const tasks = context?.tasks.filter(test) ?? [];
      return context && tasks.length > 0 ? [{ context, tasks }] : [];
    };
    const destructive = groups(isDestructive);
    if (destructive.length > 0) parts.push(caution(destructive, detail, false));
    const failed = groups(hasFailed);
    if (failed.length > 0) parts.push(failures(failed, detail, false));
    const problems = told.filter(({ severity }) => severity !== "notice");
    if (problems.length > 0) parts.push(diagnostics("Problems", problems, detail));
    text = parts.join("\n\n");
    if (text.length <= room) return text;
  }
  return text;
}

/**
 * The changes, a fold for each. When they don't fit, unchanged tasks go first, then what is in the folds, then rows.
 * @param room characters
 * @param command what carries the plan out, as it is called
 */
export function renderChanges({ tasks }: ContextReport, room: number, link: TaskLink, command: string): string {
  const noteworthy = tasks.filter((task) => isNoteworthy(task) || isRecordedOnly(task));
  const important = noteworthy.filter((task) => hasFailed(task) || isDestructive(task));
  const others = noteworthy.filter((task) => !hasFailed(task) && !isDestructive(task));
  // Room for what says what is missing.
  let left = room - 200;
  const shown = new Map<TaskReport, string>();
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
  const parts = inOrder.filter((task) => folded.has(task)).map((task) => shown.get(task) ?? "");
  const rows = inOrder.filter((task) => !folded.has(task)).map((task) => shown.get(task) ?? "");
  if (rows.length > 0) parts.push(rows.join("\n"));
  const lost: string[] = [];
  if (lostRows > 0) lost.push(plural(lostRows, "more change"));
  if (lostFolds > 0) lost.push(`what is in ${plural(lostFolds, "of these change")}`.replace("1 of", "one of"));
  const unchanged = renderUnchanged(tasks);
  if (lost.length === 0 && unchanged.text.length <= left) {
    if (unchanged.text !== "") parts.push(unchanged.text);
  } else if (unchanged.count > 0) lost.push(`the list of ${plural(unchanged.count, "unchanged task")}`);
  if (lost.length > 0)
    parts.push(`Left out to fit: ${lost.join(", ")}. The job summary has more, the report everything.`);
  return parts.join("\n\n");
}

function renderUnchanged(tasks: readonly TaskReport[]): { readonly text: string; readonly count: number } {
  const unchanged = tasks.filter((task) => task.change === "noop" && !isNoteworthy(task) && !isRecordedOnly(task));
  if (unchanged.length === 0) return { text: "", count: 0 };
  const names = unchanged.map((task) => `${code(task.name, 100)} (${inline(task.kind, 60)})`);
  return { text: details(`Unchanged: ${unchanged.length}`, names.join(", ")), count: unchanged.length };
}

/** How somebody sees the same in a terminal; empty where no terminal can show it. */
export function renderTerminal(context: string, commands: readonly string[]): string {
  if (commands.length === 0) return "";
  return details(`Show the plan of <code>${html(context, 100)}</code> in a terminal`, fenced(commands, "sh"));
}

/** What an apply came to. */
export function renderResult(
  context: ContextReport,
  told: readonly Diagnostic[],
  { command, differs }: { readonly command: string; readonly differs: boolean },
): string {
  const { tasks, failureReason } = context;
  const began = tasks.some(({ status }) => status !== "planned" && status !== "skipped");
  const words = began ? outcomeWords(tasks) : "nothing was changed";
  const parts = [
    `${failureReason === null ? "✅" : "❌"} ${code(command, 60)}: ${words}${failureReason === null ? "" : ` (${failureReason})`}`,
  ];
  if (differs && began) parts.push("> [!WARNING]\n> What was applied is not the plan of this preview.");
  const failed = tasks.filter(hasFailed);
  if (failed.length > 0)
    parts.push(
      failures([{ context, tasks: failed }], detailLevels[failed.length > 20 ? 2 : 0] ?? detailLevels[0], false),
    );
  const errors = told.filter(({ severity }) => severity === "error");
  if (errors.length > 0) parts.push(diagnostics("Problems", errors, detailLevels[0]));
  return parts.join("\n\n");
}

/** The next thing to do, where something went wrong. */
export function renderNext(report: Parameters<typeof nextStep>[0]): string {
  const next = nextStep(report);
  return next === undefined ? "" : `**Next:** ${next}`;
}
