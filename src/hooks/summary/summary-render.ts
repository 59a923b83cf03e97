import { distinct } from "../../engine/diagnostics/by-context.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { commandNamed } from "../../engine/model/commands.ts";
import type { ContextReport, RunReport, TaskReport } from "../../engine/model/report.ts";
import { driftWords, hasDrift } from "../rendering/drift-words.ts";
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
import {
  caution,
  type Detail,
  detailLevels,
  failures,
  recordedLine,
  diagnostics as renderDiagnostics,
} from "../rendering/must-show.ts";
import { nextStep } from "../rendering/next-step.ts";
import { renderBody } from "./summary-body.ts";
import { contextCode, countsTable } from "./summary-tables.ts";

export interface SummaryOptions {
  /** Bytes of UTF-8 that the summary may take. */
  readonly budgetBytes: number;
}

/** So many contexts of projects are named. */
const mostListed = 300;
/** So many contexts are named in the heading, more are counted. */
const mostInHeadline = 5;

// Room for the sentences about what was left out.
const reserveBytes = 2000;

/**
 * The job summary: counts, whatever is destructive, failures, a table, a graph, and folded differences. Within the
 * budget by leaving out unchanged tasks, then values of fields, fields, the graph and rows, in this order; counts,
 * deletions, replacements and failures stay, if need be as bare names.
 */
export function renderSummary(report: RunReport, { budgetBytes }: SummaryOptions): Markdown {
  const listed = listedContexts(report);
  if (listed !== undefined && bytes(listed) <= budgetBytes) return listed;
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

/** The one line of a run that only listed contexts, as a job of many does before the others; undefined for all others. */
function listedContexts({ command, result, contexts, diagnostics }: RunReport): Markdown | undefined {
  if (commandNamed(command)?.stage !== "contexts" || result !== "success") return undefined;
  const names = contexts.map((context) => contextCode(context));
  const line = names.length === 0 ? md`${code(command)}: none` : md`${code(command)}: ${joined(names, ", ")}`;
  const problems = diagnostics.filter(({ severity }) => severity !== "notice");
  return problems.length === 0 ? line : md`${line}\n\n${renderDiagnostics("Problems", problems, detailLevels[0])}`;
}

function renderEssential(report: RunReport, detail: Detail): Markdown {
  const parts = [md`## ${resultIcon(report)} ${code(report.command)}${headline(report)}`];
  const counts = countsTable(report.contexts, isExecuted(report.contexts));
  if (counts !== undefined) parts.push(counts);
  const listed = listedLine(report);
  if (listed !== undefined) parts.push(listed);
  const state = stateLine(report.contexts);
  if (state !== undefined) parts.push(state);
  const tasksOf = (test: (task: TaskReport) => boolean) =>
    report.contexts
      .map((context) => ({ context, tasks: context.tasks.filter(test) }))
      .filter(({ tasks }) => tasks.length > 0);
  const naming = report.contexts.length > 1 ? "titled" : "alone";
  const destructive = tasksOf(isDestructive);
  if (destructive.length > 0) parts.push(caution(destructive, detail, naming));
  const failed = tasksOf(hasFailed);
  if (failed.length > 0) parts.push(failures(failed, detail, naming));
  const recorded = recordedLine(tasksOf(isRecordedOnly), detail, report.contexts.length > 1);
  if (recorded !== undefined) parts.push(recorded);
  for (const [title, test] of [
    ["Problems", ({ severity }: Diagnostic) => severity !== "notice"],
    ["Notes", ({ severity }: Diagnostic) => severity === "notice"],
  ] as const) {
    const told = toldDiagnostics(report).filter(test);
    if (told.length > 0) parts.push(renderDiagnostics(title, told, detail));
  }
  const next = nextStep(report);
  if (next !== undefined) parts.push(md`**Next:** ${ours(next)}`);
  return joined(parts, "\n\n");
}

/** Of many projects, what is to be planned, and how much is not. */
function listedLine({ command, projects, unchanged = [] }: RunReport): Markdown | undefined {
  if (projects === undefined) return undefined;
  const alike = new Set(unchanged.map(({ project }) => project)).size;
  const words = `${plural(unchanged.length, "context")} of ${plural(alike, "project")}`;
  if (command !== "projects") return alike === 0 ? undefined : ours(`Not planned, as they are as recorded: ${words}.`);
  const names = projects
    .slice(0, mostListed)
    .map(({ project, context, manifest = "", "working-directory": folder }) => {
      if (context === "") return code(`${folder}/${manifest}`, 100);
      return contextCode({ name: context, project });
    });
  const more = projects.length > names.length ? ours(` and ${projects.length - names.length} more`) : md``;
  const listed = names.length === 0 ? md`none` : md`${joined(names, ", ")}${more}`;
  return md`To plan: ${listed}.${alike === 0 ? "" : ours(` As recorded: ${words}.`)}`;
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

/** Where all is of one context, nobody asks in which it was. */
function toldDiagnostics(report: RunReport): readonly Diagnostic[] {
  const told = distinct(report.diagnostics);
  return report.contexts.length > 1 || tellsOfOthers(report)
    ? told
    : told.map(({ context: _, project: __, ...said }) => said);
}

/** Of many projects some may have failed before anybody knew of a context of theirs. */
function tellsOfOthers({ contexts, diagnostics }: RunReport): boolean {
  const projects = new Set(contexts.map(({ project }) => project));
  return diagnostics.some(({ project }) => project !== undefined && !projects.has(project));
}

function resultIcon({ result, contexts }: RunReport): "✅" | "⏹️" | "❌" | "⚠️" {
  const tasks = contexts.flatMap((context) => context.tasks);
  if (result === "success" && isObservation(contexts) && hasDrift(tasks)) return "⚠️";
  return result === "success" ? "✅" : result === "cancelled" ? "⏹️" : "❌";
}

/** What comes after the command: where, what of it, and why it failed. */
function headline(report: RunReport): Markdown {
  const { contexts, failureReason } = report;
  const why = failureReason === null ? "" : md` (${failureReason})`;
  if (contexts.length === 0) return report.result === "success" ? md` succeeded` : md` did not run${why}`;
  const isAlone = contexts.length === 1 && !tellsOfOthers(report);
  const where = isAlone && contexts[0] ? md` in ${contextCode(contexts[0])}` : "";
  const begun = contexts.filter(hasBegun);
  const ended = report.result === "cancelled" ? "was cancelled" : "failed";
  if (begun.length === 0) return md`${where} ${ended}${why}`;
  const others = contexts.filter((context) => !hasBegun(context));
  const elsewhere = others.length > 0 ? md`; ${ended} in ${firstContexts(others)}` : "";
  return md`${where}: ${ours(outcome(begun, report.command))}${elsewhere}${why}`;
}

/** The table below has all of them. */
function firstContexts(contexts: readonly ContextReport[]): Markdown {
  const named = contexts.slice(0, contexts.length > mostInHeadline + 1 ? mostInHeadline : contexts.length);
  const more = contexts.length - named.length;
  const names = joined(
    named.map((context) => contextCode(context)),
    ", ",
  );
  return more === 0 ? names : md`${names} ${ours(`and ${more} more`)}`;
}

function outcome(contexts: readonly ContextReport[], command: string): string {
  const tasks = contexts.flatMap((context) => context.tasks);
  switch (commandNamed(command)?.stage) {
    case "manifest":
      return "valid";
    case "lock":
      return "the lock is released";
  }
  if (isObservation(contexts)) return driftWords(tasks);
  if (!isExecuted(contexts)) return planWords(sumCounts(contexts));
  const [first, second] = contexts;
  return first && !second ? endWords(first) : outcomeWords(tasks);
}

/** True when the plan was carried out, and not only shown. */
function isExecuted(contexts: readonly ContextReport[]): boolean {
  const tasks = contexts.flatMap((context) => context.tasks);
  return tasks.length > 0 && !isObservation(contexts) && !tasks.some(({ status }) => status === "planned");
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
