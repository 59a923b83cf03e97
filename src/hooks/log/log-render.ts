import type { TaskError } from "../../engine/model/outcome.ts";
import type { ContextReport, Counts, TaskReport } from "../../engine/model/report.ts";
import type { EventOf } from "../../engine/model/run-events.ts";
import { firstOf } from "../../engine/text/listed.ts";
import { oneLine, printableLines } from "../../engine/text/printable.ts";
import { type Surface, stepSurface } from "../../engine/text/surface.ts";
import type { Tone } from "../../ports/console.ts";
import { append } from "../rendering/append.ts";
import type { DiffLimits, DiffLine } from "../rendering/field-diff.ts";
import { diffField } from "../rendering/field-diff.ts";
import { fieldNames, isDriftView, sidesOf, toldFields } from "../rendering/field-labels.ts";
import {
  changeTones,
  duration,
  endWords,
  failureWords,
  hasFailed,
  isDestructive,
  isNoteworthy,
  isRecordedOnly,
  planWords,
  plural,
  stateWords,
  symbols,
  wholeSeconds,
} from "../rendering/labels.ts";
import { isTold, nextStep } from "../rendering/next-step.ts";
import type { LogLine } from "./console.ts";

const limits: DiffLimits = { lines: 60, width: 400 };
const signTones: { readonly [sign in DiffLine["sign"]]: Tone | undefined } = {
  "+": "create",
  "-": "delete",
  "~": "update",
  " ": "muted",
};

/** The first lines: what runs, and whether it may act. */
export function renderStart({ command, version, trusted, why }: EventOf<"run-started">, verbose: boolean): LogLine[] {
  const lines: LogLine[] = [{ text: `Magnum Opus ${version}: ${oneLine(command)}`, tone: "heading" }];
  if (!trusted) {
    const text = `Untrusted run (${oneLine(why)}): it compares with recorded state, runs nothing and looks at nothing live.`;
    lines.push({ text, tone: "warning" });
  } else if (verbose) lines.push({ text: `Trusted: ${oneLine(why)}`, tone: "muted" });
  return lines;
}

/** What was loaded. */
export function renderManifest({ project, files, tasks, contexts }: EventOf<"manifest-loaded">): LogLine[] {
  const where =
    contexts.length === 0 ? "" : `; context${contexts.length === 1 ? "" : "s"} ${contexts.map(oneLine).join(", ")}`;
  return [{ text: `Project ${oneLine(project)}: ${plural(tasks, "task")} in ${plural(files, "file")}${where}` }];
}

/** A context that there is, and what leads to it. */
export function renderListed({ name, by, file, line }: EventOf<"context-listed">): LogLine[] {
  const called = name === null ? "any name" : oneLine(name);
  return [{ text: `  ${called.padEnd(listedWidth)}  by ${oneLine(by)}  (${oneLine(file)}:${line})` }];
}

/** Longer names of contexts push what follows them. */
const listedWidth = 12;

/** What comparing a context with what is recorded of it came to. Why nobody can tell is a message of its own. */
export function renderComparison({ name, verdict, words }: EventOf<"compared">): LogLine[] {
  switch (verdict) {
    case "changed":
      return [{ text: `~ ${oneLine(name)}  ${oneLine(words)}`, tone: "update" }];
    case "unchanged":
      return [{ text: `= ${oneLine(name)}  unchanged`, tone: "muted" }];
    case "unknown":
      return [{ text: `? ${oneLine(name)}  unknown`, tone: "warning" }];
  }
}

/** The head of one context. */
export function renderContext({ context, inherited, state }: EventOf<"context-started">): LogLine[] {
  const from = inherited === null ? "" : ` (inherits ${oneLine(inherited)})`;
  const recorded =
    state.serial === 0 && state.recorded === 0
      ? "nothing recorded yet"
      : `serial ${state.serial}, ${plural(state.recorded, "task")} recorded`;
  return [
    { text: "" },
    { text: `Context ${oneLine(context)}${from}`, tone: "heading" },
    { text: `State: ${oneLine(stateWords(state))} ${oneLine(state.location)}, ${recorded}` },
  ];
}

/**
 * The plan, read like a diff; unchanged tasks are only counted unless `verbose`.
 * @param command what carries it out: `apply`
 */
export function renderPlan(
  tasks: readonly TaskReport[],
  counts: Counts,
  verbose: boolean,
  command = "apply",
): LogLine[] {
  const lines: LogLine[] = [{ text: "" }];
  const recorded = tasks.filter(isRecordedOnly);
  let said = "";
  for (const task of tasks) {
    if (!isNoteworthy(task) && !isRecordedOnly(task) && !verbose) continue;
    const legend = toldFields(task).length > 0 ? renderSides(task, command) : undefined;
    lines.push(planLine(task));
    // Said where it becomes another one.
    if (legend && legend.text !== said) lines.push({ ...legend, text: `    ${legend.text}` });
    said = legend?.text ?? said;
    append(lines, renderFields(task, "    "));
    if (task.error) append(lines, renderError(task.error, "    "));
  }
  if (lines.length > 1) lines.push({ text: "" });
  lines.push({ text: `Plan: ${planWords(counts)}.`, tone: "heading" });
  const destructive = tasks.filter(isDestructive);
  if (destructive.length > 0) {
    const names = (change: "delete" | "replace") =>
      destructive.filter((task) => task.change === change).map(({ name }) => oneLine(name));
    const deleted = names("delete");
    const replaced = names("replace");
    if (deleted.length > 0) lines.push({ text: `Deletes: ${deleted.join(", ")}`, tone: "delete" });
    if (replaced.length > 0) lines.push({ text: `Deletes and makes anew: ${replaced.join(", ")}`, tone: "delete" });
  }
  if (recorded.length > 0) lines.push({ text: `Recorded only: ${recordedWords(recorded)}`, tone: "update" });
  return lines;
}

/** `api (update, delete), site (metadata.name)` */
function recordedWords(tasks: readonly TaskReport[]): string {
  return tasks.map((task) => `${oneLine(task.name)} (${fieldNames(task, 100)})`).join(", ");
}

/** `- live now   + after apply` */
export function renderSides(task: TaskReport, command?: string): LogLine {
  const { minus, plus } = sidesOf(task, command);
  return { text: `- ${minus}   + ${plus}`, tone: "muted" };
}

function planLine(task: TaskReport): LogLine {
  if (task.gate && task.change === "noop") return gateLine(task);
  const unknown = task.drift === "unknown" || (task.change === "none" && task.error !== null);
  const recorded = isRecordedOnly(task);
  const reason = task.reason === "" || recorded ? "" : `  (${oneLine(task.reason)})`;
  const unchanged = recorded ? "recorded only" : "unchanged";
  const word =
    task.change === "noop" ? unchanged : task.change === "none" ? (unknown ? "unknown" : "none") : task.change;
  return {
    text: `${unknown ? "?" : symbols[task.change]} ${oneLine(task.name)}  ${word}  ${oneLine(task.kind)}${reason}`,
    tone: unknown ? "warning" : recorded ? "update" : changeTones[task.change],
  };
}

/** `… api-up  probed after apply  Probe` */
function gateLine({ name, kind, gate, reason }: TaskReport): LogLine {
  const line = (symbol: string, tone: Tone): LogLine => {
    return { text: `${symbol} ${oneLine(name)}  ${oneLine(reason)}  ${oneLine(kind)}`, tone };
  };
  if (gate === "does-not-hold") return line("!", "warning");
  return line(gate === "holds" ? "=" : "…", "muted");
}

/** More fields of one task are only counted. */
const mostFields = 200;

/** Field differences of a task as `+`/`-` lines behind `indent`. */
export function renderFields(task: TaskReport, indent: string): LogLine[] {
  const view = isDriftView(task) ? "drift" : "plan";
  const told = toldFields(task);
  const lines = told.slice(0, mostFields).flatMap((field) =>
    diffField(field, limits, view).map(({ sign, text }) => {
      const tone = signTones[sign];
      const line = text === "" ? `${indent}${sign}` : `${indent}${sign} ${text}`;
      return tone ? { text: line, tone } : { text: line };
    }),
  );
  if (told.length <= mostFields) return lines;
  const more = `${indent}  … ${plural(told.length - mostFields, "more field")}, which the report has`;
  return [...lines, { text: more, tone: "muted" }];
}

/** An error with its hint, detail and causes. */
export function renderError(error: TaskError, indent: string, label = ""): LogLine[] {
  const lines: LogLine[] = printableLines(error.message.trim()).map((text, index) => ({
    text: `${indent}${index === 0 ? label : ""}${text}`,
    tone: "error",
  }));
  if (error.detail !== undefined && error.detail.trim() !== "") {
    for (const text of printableLines(error.detail.trimEnd()))
      lines.push({ text: `${indent}  ${text}`, tone: "muted" });
  }
  for (const cause of error.causes ?? []) append(lines, renderError(cause, `${indent}  `, "caused by: "));
  if (error.hint !== undefined) {
    for (const text of printableLines(error.hint.trim())) lines.push({ text: `${indent}→ ${text}`, tone: "warning" });
  }
  return lines;
}

/** The title of a finished task: `✔ greeting  create  File  12ms`. */
export function taskTitle(task: TaskReport): LogLine {
  const name = oneLine(task.name);
  const kind = oneLine(task.kind);
  const time = duration(task.durationMs);
  if (hasFailed(task)) return { text: `✘ ${name}  ${failureWords(task)}  ${kind}  ${time}`, tone: "error" };
  if (task.status === "skipped") {
    const why = task.error?.message ?? task.reason;
    return { text: `⊘ ${name}  skipped${why === "" ? "" : `: ${oneLine(why)}`}`, tone: "warning" };
  }
  if (task.status === "cancelled")
    return { text: `⊘ ${name}  ${task.change} cancelled  ${kind}  ${time}`, tone: "warning" };
  if (task.gate === "holds") return { text: `✔ ${name}  holds  ${kind}  ${time}`, tone: "success" };
  if (task.change === "noop") return { text: `= ${name}  unchanged  ${kind}  ${time}`, tone: "muted" };
  return { text: `✔ ${name}  ${task.change}  ${kind}  ${time}`, tone: "success" };
}

/** `opus.yaml:12:1`, or nothing. */
export function renderLocation({ location }: TaskReport, indent: string): LogLine[] {
  if (location === null) return [];
  return [{ text: `${indent}at ${oneLine(location.file)}:${location.line}:${location.column}`, tone: "muted" }];
}

/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly skipped: number;
  readonly elapsedMs: number;
  /** What runs now, with the time that it took so far, in milliseconds; oldest first. */
  readonly running: readonly { readonly task: string; readonly ms: number; readonly doing?: string }[];
}

/** `[3/12] 2 done, 1 failed, 0 skipped · 14s · running: site (12s), dns (3s)` */
export function renderProgress(progress: Progress): string {
  const { done, total, succeeded, failed, skipped, elapsedMs, running } = progress;
  const all = running.map(({ task, ms, doing }) =>
    doing === undefined ? `${oneLine(task)} (${wholeSeconds(ms)})` : oneLine(doing),
  );
  const shown = firstOf(all, 5, (more) => `${more} more`);
  const now = shown.length === 0 ? "" : ` · running: ${shown.join(", ")}`;
  return `[${done}/${total}] ${succeeded} done, ${failed} failed, ${skipped} skipped · ${wholeSeconds(elapsedMs)}${now}`;
}

/** The end of one context: what failed (again, for those who read only the end), and the result. */
export function renderOutcome(context: ContextReport, executed: boolean, elapsedMs: number): LogLine[] {
  const lines: LogLine[] = [];
  const failed = context.tasks.filter(hasFailed);
  if (failed.length > 0) {
    lines.push({ text: "" }, { text: `Failed in ${oneLine(context.name)}:`, tone: "error" });
    for (const task of failed) {
      lines.push({ text: `✘ ${oneLine(task.name)}  ${failureWords(task)}  ${oneLine(task.kind)}`, tone: "error" });
      if (task.error) append(lines, renderFirstCauses(task.error, "    "));
      append(lines, renderLocation(task, "    "));
    }
  }
  if (executed) {
    const where = oneLine(stateWords(context.state));
    const text = `${oneLine(context.name)}: ${endWords(context)} · ${duration(elapsedMs)} · state ${where} serial ${context.state.serial}`;
    lines.push({ text: "" }, { text, tone: failed.length > 0 || context.failureReason !== null ? "error" : "success" });
  }
  return lines;
}

/** Message, last words, first cause and hint; the whole story stands in the task's group. */
function renderFirstCauses(error: TaskError, indent: string): LogLine[] {
  const lines: LogLine[] = [{ text: `${indent}${oneLine(error.message)}`, tone: "error" }];
  const last = error.detail?.trim() ? printableLines(error.detail.trim()).slice(-3) : [];
  for (const text of last) lines.push({ text: `${indent}  ${text}`, tone: "muted" });
  const first = error.causes?.[0];
  if (first) lines.push({ text: `${indent}  caused by: ${oneLine(first.message)}`, tone: "error" });
  const hint = error.hint ?? first?.hint;
  if (hint !== undefined) lines.push({ text: `${indent}→ ${oneLine(hint)}`, tone: "warning" });
  return lines;
}

/** The last lines of a run. */
export function renderEnd(
  { report, failure, elapsedMs }: EventOf<"run-finished">,
  surface: Surface = stepSurface,
): LogLine[] {
  const took = duration(elapsedMs);
  const command = oneLine(report.command);
  if (report.result === "success") return [{ text: `${command} succeeded · ${took}`, tone: "success" }];
  const word = report.result === "cancelled" ? "was cancelled" : "failed";
  const reason = report.failureReason === null ? "" : ` (${report.failureReason})`;
  const lines: LogLine[] = [{ text: "" }, { text: `${command} ${word}${reason} · ${took}`, tone: "error" }];
  if (failure && !isTold(failure.message, report)) {
    for (const text of printableLines(failure.message.trim())) lines.push({ text: `    ${text}`, tone: "error" });
  }
  const next = nextStep(report, surface);
  if (next !== undefined) lines.push({ text: `Next: ${next}`, tone: "warning" });
  return lines;
}
