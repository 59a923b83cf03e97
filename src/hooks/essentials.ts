import type { Diagnostic } from "../engine/diagnostic.ts";
import type { ContextReport, TaskError, TaskReport } from "../engine/model.ts";
import { fieldNames } from "./field-words.ts";
import { code, inline } from "./markdown.ts";
import { contextTitle } from "./summary-tables.ts";
import { failureWords, plural } from "./words.ts";

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
/** Some tasks of each context. */
type TasksOfContext = readonly { readonly context: ContextReport; readonly tasks: readonly TaskReport[] }[];

/** What the run takes away, or would. */
export function caution(groups: TasksOfContext, detail: Detail, several: boolean): string {
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

/** What did not end well. */
export function failures(groups: TasksOfContext, detail: Detail, several: boolean): string {
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

/** Which tasks are only recorded anew, with the fields; undefined for none. */
export function recordedLine(groups: TasksOfContext, detail: Detail, several: boolean): string | undefined {
  const all = groups.flatMap(({ context, tasks }) => tasks.map((task) => ({ context, task })));
  if (all.length === 0) return undefined;
  const names = all.slice(0, detail.diagnostics).map(({ context, task }) => {
    const where = several ? ` in ${code(context.name, detail.name)}` : "";
    return `${code(task.name, detail.name)} (${inline(fieldNames(task, 100))})${where}`;
  });
  if (all.length > names.length) names.push(`${all.length - names.length} more`);
  return `**Recorded only**, nothing of it runs now: ${names.join(", ")}`;
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

/** What there is to tell about the manifest, errors first. */
export function diagnostics(title: string, all: readonly Diagnostic[], detail: Detail): string {
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
