import type { ContextReport, RunReport, TaskReport } from "../../engine/model/report.ts";
import { type WebhookEvent, webhookEvents } from "../../engine/model/webhook.ts";
import { andMore } from "../../engine/text/listed.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { shortened } from "../../engine/text/shorten.ts";
import { isUnfinished } from "../rendering/drift-words.ts";
import { fieldNames } from "../rendering/field-labels.ts";
import { endWords, failureWords, hasFailed, isDrifted, isGate } from "../rendering/labels.ts";
import type { Notice, NoticeContext, NoticeRun, NoticeTask } from "./model.ts";

/** What is to be told of a run, and to whom. */
export interface NoticeOptions {
  /** What the command does, by its built-in name. */
  readonly does: string | undefined;
  /** The command changes resources or state. */
  readonly writes: boolean;
  readonly run: NoticeRun;
  readonly at: string;
}

/** Reasons for which a run fails because somebody asked for it: it did its work. */
const asked = ["drift-detected", "changes-pending"];
/** At most so many are told of at all; forms cut further. */
const most = { tasks: 100, contexts: 50, problems: 3 };
const width = { error: 300, fields: 120 };

const doneWords: { readonly [change: string]: string } = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  adopt: "adopted",
  forget: "forgotten",
};

/** The events of one context. */
export function eventsOf(
  context: ContextReport,
  { does, writes }: Pick<NoticeOptions, "does" | "writes">,
): WebhookEvent[] {
  const { failureReason, tasks } = context;
  const failed = failureReason !== null && !asked.includes(failureReason);
  const events: WebhookEvent[] = [];
  if (failed) events.push("failure");
  if (does === "drift" && tasks.some(isDrifted)) events.push("drift");
  if (writes && failureReason === null && tasks.some(isDone)) events.push("applied");
  return events;
}

/** Did the run end badly although none of its contexts did? */
export function failedAsAWhole({ result, failureReason, contexts }: RunReport): boolean {
  if (result === "success" || asked.includes(failureReason ?? "")) return false;
  return contexts.every((context) => context.failureReason === null);
}

/**
 * What is told of some contexts of a run.
 * @param report without secrets in it, names included
 * @param contexts those of its contexts of which there is something to tell
 */
export function noticeOf(report: RunReport, contexts: readonly ContextReport[], options: NoticeOptions): Notice {
  const told = contexts.map((context) => contextOf(context, options));
  const found = new Set(told.flatMap(({ events }) => events));
  if (failedAsAWhole(report)) found.add("failure");
  const events = webhookEvents.filter((event) => found.has(event));
  const [first = "failure"] = events;
  const concerned = told.filter((context) => context.events.includes(first));
  const names = (concerned.length === 0 ? told : concerned).map(({ name }) => name);
  const command = oneLine(report.command);
  const project = oneLine(report.project);
  const [only] = told;
  return {
    events,
    project,
    command,
    result: report.result,
    failureReason: report.failureReason,
    title: titleOf(project, command, first, report.result, names),
    summary: only && told.length === 1 ? only.summary : summaryOf(told, report),
    contexts: told.slice(0, most.contexts),
    moreContexts: Math.max(0, told.length - most.contexts),
    problems: problemsOf(report),
    run: options.run,
    at: options.at,
  };
}

function summaryOf(contexts: readonly NoticeContext[], { failureReason }: RunReport): string {
  if (contexts.length === 0) return failureReason ?? "nothing was done";
  return shortened(contexts.map(({ name, summary }) => `${name}: ${summary}`).join("; "), width.error);
}

function titleOf(
  project: string,
  command: string,
  event: WebhookEvent,
  result: RunReport["result"],
  contexts: readonly string[],
): string {
  const where = contexts.length === 0 ? "" : ` in ${andMore(contexts, 3)}`;
  const what = {
    failure: result === "cancelled" ? `${command} was cancelled` : `${command} failed`,
    drift: "drift",
    applied: `${command} done`,
  }[event];
  return `${project === "" ? "" : `${project}: `}${what}${where}`;
}

function contextOf(context: ContextReport, options: NoticeOptions): NoticeContext {
  const { name, failureReason, counts, tasks, state } = context;
  const told = tasks
    .flatMap((task) => {
      const what = whatHappened(task, options);
      return what === undefined ? [] : [{ task, what, rank: hasFailed(task) ? 0 : 1 }];
    })
    .sort((one, other) => one.rank - other.rank);
  return {
    name: oneLine(name),
    events: eventsOf(context, options),
    failureReason,
    summary:
      options.does === "drift"
        ? driftWords(tasks)
        : tasks.length === 0
          ? reasonWords(failureReason)
          : endWords(context),
    counts,
    tasks: told.slice(0, most.tasks).map(({ task, what }) => taskOf(task, what, state.sealed === true)),
    moreTasks: Math.max(0, told.length - most.tasks),
  };
}

/** @param sealed what is in state is encrypted, so that names are all that is told */
function taskOf({ name, kind, fields, error, drift }: TaskReport, what: string, sealed: boolean): NoticeTask {
  const changed = fields.filter(({ drifted }) => drifted);
  const paths =
    drift !== "missing" && changed.length > 0 && !sealed ? `: ${fieldNames({ fields: changed }, width.fields)}` : "";
  const message = error === null || sealed ? null : oneLine(shortened(error.message, width.error));
  return {
    name: oneLine(name),
    kind: oneLine(kind),
    what: `${what}${what === changedOutside || what === leftUnfinished ? paths : ""}`,
    error: message,
  };
}

const changedOutside = "was changed outside of opus";
const leftUnfinished = "was left by a change that did not end";

function whatHappened(task: TaskReport, { does }: NoticeOptions): string | undefined {
  if (hasFailed(task)) return failureWords(task);
  if (task.status === "cancelled") return `${task.change} cancelled`;
  if (does === "drift") {
    if (task.drift === "unknown") return "could not be looked at";
    if (!isDrifted(task)) return undefined;
    if (isGate(task)) return "does not hold";
    if (task.drift === "missing") return "is missing";
    return isUnfinished(task) ? leftUnfinished : changedOutside;
  }
  return isDone(task) ? doneWords[task.change] : undefined;
}

function isDone({ status, change }: TaskReport): boolean {
  return status === "done" && doneWords[change] !== undefined;
}

function driftWords(tasks: readonly TaskReport[]): string {
  const drifted = tasks.filter(isDrifted).length;
  const unknown = tasks.filter((task) => task.drift === "unknown" || hasFailed(task)).length;
  const inSync = tasks.filter(({ drift }) => drift === "in-sync").length;
  return [`${drifted} drifted`, ...(unknown > 0 ? [`${unknown} unknown`] : []), `${inSync} in sync`].join(", ");
}

function reasonWords(reason: ContextReport["failureReason"]): string {
  return reason === null ? "nothing to do" : reason;
}

function problemsOf({ diagnostics }: RunReport): readonly string[] {
  const errors = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => oneLine(shortened(message, width.error)));
  return [...new Set(errors)].slice(0, most.problems);
}
