import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, RunReport, TaskReport } from "../../engine/model/report.ts";
import {
  endWords,
  hasBegun,
  hasFailed,
  isDestructive,
  isObservation,
  isRecordedOnly,
  outcomeWords,
  planWords,
  plural,
  stateWords,
  sumCounts,
} from "../rendering/labels.ts";
import { bytes, code, inline, joined, type Markdown, md, ours } from "../rendering/markdown.ts";
import { caution, type Detail, detailLevels, diagnostics, failures, recordedLine } from "../rendering/must-show.ts";
import { nextStep } from "../rendering/next-step.ts";
import { renderBody } from "./summary-body.ts";
import { countsTable } from "./summary-tables.ts";

export interface SummaryOptions {
  /** Bytes of UTF-8 that the summary may take. */
  readonly budgetBytes: number;
}

// Room for the sentences about what was left out.
const reserveBytes = 2000;

/**
 * The job summary: counts, whatever is destructive, failures, a table, a graph, and folded differences. Within the
 * budget by leaving out unchanged tasks, then values of fields, fields, the graph and rows, in this order; counts,
 * deletions, replacements and failures stay, if need be as bare names.
 */
export function renderSummary(report: RunReport, { budgetBytes }: SummaryOptions): Markdown {
  let essential = md``;
  for (const detail of detailLevels) {
    essential = renderEssential(report, detail);
    // What must stay leaves at least half of the room to the rest, unless it is down to names.
    const share = detail.rows === "names" ? budgetBytes - reserveBytes : budgetBytes / 2;
    if (bytes(essential) <= share) break;
  }
  if (bytes(essential) > budgetBytes) return cutLines(essential, budgetBytes);
  const { text, leftOut } = renderBody(report, budgetBytes - bytes(essential) - reserveBytes);
  const notes =
    leftOut.length === 0
      ? ""
      : md`\n\n> [!NOTE]\n> Left out to fit: ${joined(leftOut, ", ")}. The report has everything.`;
  const shown = joined(
    [essential, text].filter((part) => part !== ""),
    "\n\n",
  );
  const whole = md`${shown}${notes}`;
  return bytes(whole) <= budgetBytes ? whole : essential;
}

function renderEssential(report: RunReport, detail: Detail): Markdown {
  const parts = [md`## ${resultIcon(report)} ${code(report.command)} ${headline(report)}`];
  if (report.contexts.length > 0) parts.push(countsTable(report.contexts));
  const state = stateLine(report.contexts);
  if (state !== undefined) parts.push(state);
  const tasksOf = (test: (task: TaskReport) => boolean) =>
    report.contexts
      .map((context) => ({ context, tasks: context.tasks.filter(test) }))
      .filter(({ tasks }) => tasks.length > 0);
  const destructive = tasksOf(isDestructive);
  if (destructive.length > 0) parts.push(caution(destructive, detail, report.contexts.length > 1));
  const failed = tasksOf(hasFailed);
  if (failed.length > 0) parts.push(failures(failed, detail, report.contexts.length > 1));
  const recorded = recordedLine(tasksOf(isRecordedOnly), detail, report.contexts.length > 1);
  if (recorded !== undefined) parts.push(recorded);
  for (const [title, test] of [
    ["Problems", ({ severity }: Diagnostic) => severity !== "notice"],
    ["Notes", ({ severity }: Diagnostic) => severity === "notice"],
  ] as const) {
    const told = report.diagnostics.filter(test);
    if (told.length > 0) parts.push(diagnostics(title, told, detail));
  }
  const next = nextStep(report);
  if (next !== undefined) parts.push(md`**Next:** ${ours(next)}`);
  return joined(parts, "\n\n");
}

/** Only where there is more to say of state than which backend it has. */
function stateLine(contexts: readonly ContextReport[]): Markdown | undefined {
  const told = [
    ...new Set(
      contexts.filter(({ state }) => stateWords(state) !== state.backend).map(({ state }) => stateWords(state)),
    ),
  ];
  if (told.length === 0) return undefined;
  return md`State: ${joined(
    told.map((words) => inline(words, 60)),
    ", ",
  )}`;
}

function resultIcon({ result }: RunReport): "✅" | "⏹️" | "❌" {
  return result === "success" ? "✅" : result === "cancelled" ? "⏹️" : "❌";
}

function headline(report: RunReport): Markdown {
  const { contexts, failureReason } = report;
  const why = failureReason === null ? "" : md` (${failureReason})`;
  if (contexts.length === 0) return report.result === "success" ? md`succeeded` : md`did not run${why}`;
  const where = contexts.length === 1 && contexts[0] ? md` in ${code(contexts[0].name)}` : "";
  const begun = contexts.filter(hasBegun);
  const ended = report.result === "cancelled" ? "was cancelled" : "failed";
  if (begun.length === 0) return md`${ended}${where}${why}`;
  const others = contexts.filter((context) => !hasBegun(context)).map(({ name }) => code(name));
  const elsewhere = others.length > 0 ? md`, ${ended} in ${joined(others, ", ")}` : "";
  return md`${ours(outcome(begun))}${where}${elsewhere}${why}`;
}

function outcome(contexts: readonly ContextReport[]): string {
  const tasks = contexts.flatMap((context) => context.tasks);
  if (isObservation(contexts)) return `looked at ${plural(tasks.length, "task")}`;
  const executed = tasks.length > 0 && !tasks.some(({ status }) => status === "planned");
  if (!executed) return planWords(sumCounts(contexts));
  const [first, second] = contexts;
  return first && !second ? endWords(first) : outcomeWords(tasks);
}

/** Whole lines as far as they fit: the last resort, when not even names do. */
function cutLines(text: Markdown, budgetBytes: number): Markdown {
  const end = md`\n\n… cut: not even the names fit. The report has everything.`;
  let room = budgetBytes - bytes(end);
  if (room < 0) return md``;
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    room -= bytes(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return md`${ours(kept.join("\n"))}${end}`;
}
