import type { Diagnostic } from "../engine/diagnostic.ts";
import type { ContextReport, RunReport, TaskError, TaskReport } from "../engine/model.ts";
import { nextStep } from "./advice.ts";
import { bytes, code, inline } from "./markdown.ts";
import { renderBody } from "./summary-body.ts";
import { contextTitle, countsTable } from "./summary-tables.ts";
import {
  failureWords,
  hasBegun,
  hasFailed,
  isDestructive,
  isObservation,
  outcomeWords,
  planWords,
  plural,
  stateWords,
  sumCounts,
} from "./words.ts";

export interface SummaryOptions {
  /** Bytes of UTF-8 that the summary may take. */
  readonly budgetBytes: number;
}

/** How much is told of what must never be missing. */
interface Detail {
  readonly rows: "full" | "short" | "names";
  /** Characters of a name. */
  readonly name: number;
  readonly diagnostics: number;
}

// From everything to bare lists of names; the first that leaves room is taken.
const detailLevels: readonly Detail[] = [
  { rows: "full", name: 200, diagnostics: 50 },
  { rows: "short", name: 200, diagnostics: 20 },
  { rows: "names", name: 200, diagnostics: 10 },
  { rows: "names", name: 80, diagnostics: 5 },
  { rows: "names", name: 40, diagnostics: 3 },
  { rows: "names", name: 20, diagnostics: 1 },
];
// Room for the sentences about what was left out.
const reserveBytes = 2000;

/**
 * The job summary: counts, whatever is destructive, failures, a table, a graph, and folded differences. Within the
 * budget by leaving out unchanged tasks, then values of fields, fields, the graph and rows, in this order; counts,
 * deletions, replacements and failures stay, if need be as bare names.
 */
export function renderSummary(report: RunReport, { budgetBytes }: SummaryOptions): string {
  let essential = "";
  for (const detail of detailLevels) {
    essential = renderEssential(report, detail);
    // What must stay leaves at least half of the room to the rest, unless it is down to names.
    const share = detail.rows === "names" ? budgetBytes - reserveBytes : budgetBytes / 2;
    if (bytes(essential) <= share) break;
  }
  if (bytes(essential) > budgetBytes) return cutLines(essential, budgetBytes);
  const { text, leftOut } = renderBody(report, budgetBytes - bytes(essential) - reserveBytes);
  const notes =
    leftOut.length === 0 ? "" : `\n\n> [!NOTE]\n> Left out to fit: ${leftOut.join(", ")}. The report has everything.`;
  const whole = [essential, text].filter((part) => part !== "").join("\n\n") + notes;
  return bytes(whole) <= budgetBytes ? whole : essential;
}

function renderEssential(report: RunReport, detail: Detail): string {
  const parts = [`## ${resultIcon(report)} ${code(report.command)} ${headline(report)}`];
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
  for (const [title, test] of [
    ["Problems", ({ severity }: Diagnostic) => severity !== "notice"],
    ["Notes", ({ severity }: Diagnostic) => severity === "notice"],
  ] as const) {
    const told = report.diagnostics.filter(test);
    if (told.length > 0) parts.push(diagnostics(title, told, detail));
  }
  const next = nextStep(report);
  if (next !== undefined) parts.push(`**Next:** ${next}`);
  return parts.join("\n\n");
}

/** Only where there is more to say of state than which backend it has. */
function stateLine(contexts: readonly ContextReport[]): string | undefined {
  const told = [
    ...new Set(
      contexts.filter(({ state }) => stateWords(state) !== state.backend).map(({ state }) => stateWords(state)),
    ),
  ];
  return told.length === 0 ? undefined : `State: ${told.map((words) => inline(words, 60)).join(", ")}`;
}

function resultIcon({ result }: RunReport): string {
  return result === "success" ? "✅" : result === "cancelled" ? "⏹️" : "❌";
}

function headline(report: RunReport): string {
  const { contexts, failureReason } = report;
  const why = failureReason === null ? "" : ` (${failureReason})`;
  if (contexts.length === 0) return report.result === "success" ? "succeeded" : `did not run${why}`;
  const where = contexts.length === 1 && contexts[0] ? ` in ${code(contexts[0].name)}` : "";
  const begun = contexts.filter(hasBegun);
  const ended = report.result === "cancelled" ? "was cancelled" : "failed";
  if (begun.length === 0) return `${ended}${where}${why}`;
  const others = contexts.filter((context) => !hasBegun(context)).map(({ name }) => code(name));
  return `${outcome(begun)}${where}${others.length > 0 ? `, ${ended} in ${others.join(", ")}` : ""}${why}`;
}

function outcome(contexts: readonly ContextReport[]): string {
  const tasks = contexts.flatMap((context) => context.tasks);
  if (isObservation(contexts)) return `looked at ${plural(tasks.length, "task")}`;
  const executed = tasks.length > 0 && !tasks.some(({ status }) => status === "planned");
  return executed ? outcomeWords(tasks) : planWords(sumCounts(contexts));
}

type TasksOfContext = readonly { readonly context: ContextReport; readonly tasks: readonly TaskReport[] }[];

function caution(groups: TasksOfContext, detail: Detail, several: boolean): string {
  const all = groups.flatMap(({ tasks }) => tasks);
  const deleted = all.filter(({ change }) => change === "delete").length;
  const replaced = all.length - deleted;
  const planned = all.every(({ status }) => status === "planned");
  const parts: string[] = [];
  if (deleted > 0) parts.push(planned ? `${plural(deleted, "task")} to delete` : plural(deleted, "deletion"));
  if (replaced > 0) {
    parts.push(
      `${planned ? `${plural(replaced, "task")} to replace` : plural(replaced, "replacement")} (delete, then create)`,
    );
  }
  const lines = ["> [!CAUTION]", `> **Destructive:** ${parts.join(", ")}.`];
  for (const { context, tasks } of groups) {
    if (several) lines.push(">", `> ${contextTitle(context)}`);
    lines.push(">");
    if (detail.rows === "names") {
      for (const change of ["delete", "replace"] as const) {
        const names = tasks.filter((task) => task.change === change).map(({ name }) => code(name, detail.name));
        if (names.length > 0) lines.push(`> - ${change} (${names.length}): ${names.join(", ")}`);
      }
      continue;
    }
    for (const task of tasks) {
      const outcome = task.status === "planned" || task.status === "done" ? "" : ` — ${task.status}`;
      const reason = detail.rows === "full" && task.reason !== "" ? `: ${inline(task.reason, 200)}` : "";
      lines.push(`> - ${task.change} ${code(task.name, detail.name)} (${inline(task.kind, 60)})${reason}${outcome}`);
    }
  }
  return lines.join("\n");
}

function failures(groups: TasksOfContext, detail: Detail, several: boolean): string {
  const lines = ["### Failures", ""];
  for (const { context, tasks } of groups) {
    if (several) lines.push(contextTitle(context), "");
    if (detail.rows === "names") {
      lines.push(`Failed (${tasks.length}): ${tasks.map(({ name }) => code(name, detail.name)).join(", ")}`, "");
      continue;
    }
    for (const task of tasks) {
      const place = task.location === null ? "" : ` at ${code(`${task.location.file}:${task.location.line}`, 200)}`;
      lines.push(`- ${code(task.name, detail.name)} (${inline(task.kind, 60)}): **${failureWords(task)}**${place}`);
      if (task.error)
        lines.push(...failure(task.error, detail.rows === "full" ? 500 : 120, detail.rows === "full", "  "));
    }
    lines.push("");
  }
  return lines.join("\n").trimEnd();
}

function failure(error: TaskError, width: number, deep: boolean, indent: string): string[] {
  const lines = [`${indent}- ${code(error.message, width)}`];
  if (!deep) return lines;
  for (const cause of error.causes?.slice(0, 3) ?? [])
    lines.push(`${indent}  - caused by ${code(cause.message, width)}`);
  const hint = error.hint ?? error.causes?.find((cause) => cause.hint !== undefined)?.hint;
  if (hint !== undefined) lines.push(`${indent}- → ${inline(hint, width)}`);
  return lines;
}

function diagnostics(title: string, all: readonly Diagnostic[], detail: Detail): string {
  const errors = all.filter(({ severity }) => severity === "error");
  const shown = [...errors, ...all.filter(({ severity }) => severity !== "error")].slice(0, detail.diagnostics);
  const lines = [`### ${title}`, ""];
  for (const { severity, code: name, message, location, suggestion } of shown) {
    const place = location ? `${code(`${location.file}:${location.line}:${location.column}`, 200)} ` : "";
    lines.push(`- ${severity} ${place}${inline(message, messageWidth(detail))} (${code(name, 60)})`);
    if (suggestion !== undefined && detail.rows === "full") lines.push(`  - → ${inline(suggestion, 300)}`);
  }
  if (all.length > shown.length) lines.push(`- … and ${all.length - shown.length} more, in the log and the report`);
  return lines.join("\n");
}

/** A lock's holder, its id, what a server answered and what to do take some room. */
function messageWidth({ rows }: Detail): number {
  return rows === "full" ? 2000 : 400;
}

/** Whole lines as far as they fit: the last resort, when not even names do. */
function cutLines(text: string, budgetBytes: number): string {
  const end = "\n\n… cut: not even the names fit. The report has everything.";
  let room = budgetBytes - bytes(end);
  if (room < 0) return "";
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    room -= bytes(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return kept.join("\n") + end;
}
