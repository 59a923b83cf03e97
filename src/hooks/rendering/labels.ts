import type { Change } from "../../engine/model/change.ts";
import { commandNamed, writes } from "../../engine/model/commands.ts";
import type { ContextReport, Counts, RunReport, TaskReport } from "../../engine/model/report.ts";
import { countNames } from "../../engine/model/report.ts";
import { andMore } from "../../engine/text/listed.ts";
import { oneLine } from "../../engine/text/printable.ts";
import type { Tone } from "../../ports/console.ts";

/** The one character that stands for a change. */
export const symbols: { readonly [change in Change]: string } = {
  create: "+",
  update: "~",
  replace: "±",
  delete: "-",
  adopt: "→",
  forget: "×",
  noop: "=",
  none: "·",
};

export const changeTones: { readonly [change in Change]: Tone } = {
  create: "create",
  update: "update",
  replace: "delete",
  delete: "delete",
  adopt: "adopt",
  forget: "muted",
  noop: "muted",
  none: "muted",
};

const plannedWords: { readonly [name in keyof Counts]: string } = {
  create: "to create",
  update: "to update",
  replace: "to replace",
  delete: "to delete",
  adopt: "to adopt",
  forget: "to forget",
  noop: "unchanged",
  failed: "failed",
  skipped: "skipped",
  unknown: "unknown",
  gate: "gate",
};
const changing = ["create", "update", "replace", "delete", "adopt", "forget"] as const;

/** The backend of a state, with what is to be known of it: `branch (sealed)`, `cache (best effort)`. */
export function stateWords({
  backend,
  label,
  sealed,
}: {
  readonly backend: string;
  readonly label?: string;
  readonly sealed?: boolean;
}): string {
  const notes = [...(label === undefined ? [] : [label]), ...(sealed ? ["sealed"] : [])];
  return notes.length === 0 ? backend : `${backend} (${notes.join(", ")})`;
}

/** Counts of several contexts together; all zero for none. */
export function sumCounts(contexts: readonly Pick<ContextReport, "counts">[]): Counts {
  const sum: { -readonly [name in keyof Counts]: number } = { ...zeroCounts };
  for (const { counts } of contexts) {
    for (const name of countNames) sum[name] += counts[name];
  }
  return sum;
}

export const zeroCounts: Counts = {
  create: 0,
  update: 0,
  replace: 0,
  delete: 0,
  adopt: 0,
  forget: 0,
  noop: 0,
  failed: 0,
  skipped: 0,
  unknown: 0,
  gate: 0,
};

/** True when a plan with these counts would change a resource or what is recorded of it. */
export function hasChanges(counts: Counts): boolean {
  return changing.some((name) => counts[name] > 0);
}

/** True when applying the manifest would change something: planned changes, or a manifest that differs from what was applied. */
export function changesPending(contexts: readonly ContextReport[]): boolean {
  return contexts.some(
    (context) =>
      hasChanges(context.counts) ||
      context.tasks.some(
        ({ status, drift }) => status === "observed" && (drift === "spec-changed" || drift === "both"),
      ),
  );
}

/** True for a task whose resource is not as opus left it. */
export function isDrifted({ drift }: Pick<TaskReport, "drift">): boolean {
  return drift === "resource-changed" || drift === "both" || drift === "missing";
}

/** True for a gate of which nothing is made: one that took the place of something else first lets that go. */
export function isGate({ gate, change }: Pick<TaskReport, "gate" | "change">): boolean {
  return gate !== undefined && (change === "noop" || change === "none");
}

/** True when the task did not end well: failed, rolled back, tainted. */
export function hasFailed({ status }: Pick<TaskReport, "status">): boolean {
  return status === "failed" || status === "rolled-back" || status === "tainted";
}

/** True when the run takes, or would take, a resource away, for good or for a moment. */
export function isDestructive({ change, status }: Pick<TaskReport, "change" | "status">): boolean {
  return (change === "delete" || change === "replace") && status !== "observed";
}

/** True when there is something to tell: a change (but not what is ephemeral and made again in silence), a failure, a skip, a gate. */
export function isNoteworthy(task: Pick<TaskReport, "change" | "status" | "drift" | "error" | "gate">): boolean {
  if (hasFailed(task) || task.status === "skipped" || task.error !== null || task.drift === "unknown") return true;
  if (task.gate === "does-not-hold" || task.gate === "after-changes") return true;
  const silent = task.change === "create" && task.drift === "in-sync";
  return task.change !== "noop" && task.change !== "none" && !silent;
}

/** True for a task of which nothing runs, and state takes up what the manifest says anew. */
export function isRecordedOnly(
  task: Pick<TaskReport, "change" | "status" | "reason" | "fields" | "metadata">,
): boolean {
  const { change, status, reason, fields, metadata = [] } = task;
  if (change !== "noop" || (status !== "planned" && status !== "done")) return false;
  return metadata.length > 0 || (fields.length > 0 && reason === "recorded only");
}

/** The command that carries out the plan of a report, as it is called. */
export function carriedOutBy({ command, previews }: Pick<RunReport, "command" | "previews">): string {
  const row = commandNamed(command);
  return previews ?? (row && !writes(row) ? "apply" : command);
}

/** False for a context that failed before it knew of a task: nobody can say what is to be done in it. */
export function hasBegun({ failureReason, tasks }: Pick<ContextReport, "failureReason" | "tasks">): boolean {
  return failureReason === null || tasks.length > 0;
}

/** True when the run only looked: `drift` and `describe`. */
export function isObservation(contexts: readonly Pick<ContextReport, "tasks">[]): boolean {
  return (
    contexts.some(({ tasks }) => tasks.some(({ status }) => status === "observed")) &&
    contexts.every(({ tasks }) => tasks.every(({ status }) => status === "observed" || status === "failed"))
  );
}

/** `1 to create`, `3 unchanged`, `2 gates`. */
export function countWords(name: keyof Counts, count: number): string {
  return name === "gate" ? plural(count, "gate") : `${count} ${plannedWords[name]}`;
}

/** `1 to create, 2 to delete, 3 unchanged`; names with zero are left out. */
export function planWords(counts: Counts): string {
  const parts = countNames.filter((name) => counts[name] > 0).map((name) => countWords(name, counts[name]));
  // Of what failed or is unknown nobody can say that nothing is to be done.
  const sure = counts.failed + counts.skipped + counts.unknown === 0;
  return hasChanges(counts) || !sure ? parts.join(", ") : ["nothing to do", ...parts].join(", ");
}

/** `2 done, 1 failed, 3 unchanged`, counted from what became of the tasks. */
export function outcomeWords(tasks: readonly TaskReport[]): string {
  let done = 0;
  let failed = 0;
  let skipped = 0;
  let cancelled = 0;
  let unchanged = 0;
  let passed = 0;
  for (const task of tasks) {
    if (hasFailed(task)) failed++;
    else if (task.status === "skipped") skipped++;
    else if (task.status === "cancelled") cancelled++;
    else if (task.gate) passed += task.gate === "holds" ? 1 : 0;
    else if (task.change === "noop") unchanged++;
    else if (task.status === "done") done++;
  }
  const idle = done + failed + skipped + cancelled === 0;
  const parts = [idle ? "nothing to do" : `${done} done`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (cancelled > 0) parts.push(`${cancelled} cancelled`);
  if (unchanged > 0) parts.push(`${unchanged} unchanged`);
  if (passed > 0) parts.push(`${plural(passed, "gate")} passed`);
  return parts.join(", ");
}

/** What became of the tasks of a context: of a deletion, how much of it is left. */
export function endWords({ tasks, deletes }: Pick<ContextReport, "tasks" | "deletes">): string {
  if (!deletes || tasks.length === 0) return outcomeWords(tasks);
  const { others } = deletes;
  return `${deletedWords(tasks)}${others > 0 ? `, ${others} more ${others === 1 ? "stays" : "stay"} recorded` : ""}`;
}

/** More of what is left is only counted. */
const mostLeft = 20;

/** `5 of 5 deleted`, `3 of 5 deleted, 2 are still there: db, network`. */
export function deletedWords(tasks: readonly TaskReport[]): string {
  const left = tasks.filter(({ status }) => status !== "done").map(({ name }) => oneLine(name));
  const deleted = `${tasks.length - left.length} of ${tasks.length} deleted`;
  if (left.length === 0) return deleted;
  return `${deleted}, ${left.length} ${left.length === 1 ? "is" : "are"} still there: ${andMore(left, mostLeft)}`;
}

/** `update failed, rolled back`: what became of a task that did not end well. */
export function failureWords(task: TaskReport): string {
  const { change, status, drift, rollback } = task;
  if (failedToPlan(task)) return "planning failed";
  if (task.gate === "does-not-hold") return "does not hold";
  if (change === "none" || change === "noop") return drift === "unknown" ? "observation failed" : "failed";
  if (status === "rolled-back") return `${change} failed, rolled back`;
  if (rollback === "needless") return `${change} failed, nothing was changed`;
  if (rollback === "impossible") return `${change} failed, nothing undoes it: tainted`;
  if (status === "tainted") return `${change} failed, rollback failed too: tainted`;
  return drift === "unknown" ? `observation failed, ${change} not done` : `${change} failed, not rolled back`;
}

/** True when it was not the look that failed: its kind could not plan, or nothing can be planned for it. */
export function failedToPlan({ reason }: Pick<TaskReport, "reason">): boolean {
  return reason === "could not be planned";
}

/** `1 task`, `2 tasks`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** `12ms`, `1.2s`, `2m 03s`, `1h 02m`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))}ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}s`;
  return wholeSeconds(ms);
}

/** `0s`, `14s`, `2m 03s`, `1h 02m`. */
export function wholeSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${String(seconds % 60).padStart(2, "0")}s`;
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}

/** `512 bytes`, `1.2 KB`, `3.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "byte");
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
