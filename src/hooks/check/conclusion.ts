import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { ContextReport, RunReport, TaskReport } from "../../engine/model/report.ts";
import type { CheckConclusion } from "../../ports/checks.ts";
import { endWords, hasBegun, isDrifted, isObservation, planWords } from "../rendering/labels.ts";

/** Somebody has to look at a plan and agree to it, or to lift what guards it; nothing is broken. */
const toAgreeOn: ReadonlySet<FailureReason> = new Set(["plan-not-reviewed", "plan-changed", "guarded"]);

/**
 * How the check of a context ends, by the report of that one. Success is only said of a plan that was made, or carried out, as a whole: what nobody
 * could see makes it neutral, as does drift that the run was not asked to fail for.
 * @param isPartial the run was about some of the tasks alone
 */
export function conclusionOf(
  { contexts: [context], failureReason: reason }: RunReport,
  isPartial = false,
): CheckConclusion {
  if (reason === "cancelled") return "cancelled";
  if (reason !== null) return toAgreeOn.has(reason) ? "action_required" : "failure";
  if (context === undefined) return "failure";
  const { counts, planDigest, tasks } = context;
  const isWhole = planDigest !== null && counts.unknown === 0 && !tasks.some(({ drift }) => drift === "unknown");
  const drifts = isObservation([context]) && tasks.some(isDrifted);
  return isWhole && !isPartial && !drifts ? "success" : "neutral";
}

/** What a check says in one line: `2 to create, 1 to delete`. */
export function titleOf({ contexts: [context], failureReason: reason }: RunReport, isPartial = false): string {
  const part = isPartial ? "only a part: " : "";
  if (context !== undefined && hasBegun(context))
    return `${part}${wordsOf(context)}${reason === null ? "" : ` (${reason})`}`;
  return reason === "cancelled" ? "cancelled" : `failed${reason === null ? "" : ` (${reason})`}`;
}

function wordsOf(context: ContextReport): string {
  const { tasks, counts } = context;
  if (isObservation([context])) return driftWords(tasks);
  const executed = tasks.length > 0 && !tasks.some(({ status }) => status === "planned");
  const changing = tasks.filter(({ change, status }) => change !== "noop" || status !== "done");
  return executed ? endWords({ ...context, tasks: changing }) : planWords({ ...counts, noop: 0 });
}

function driftWords(tasks: readonly TaskReport[]): string {
  const number = (test: (task: TaskReport) => boolean) => tasks.filter(test).length;
  const parts = [
    [number(isDrifted), "drifted"],
    [number(({ drift }) => drift === "unknown"), "unknown"],
    [number(({ drift }) => drift === "spec-changed"), "changed in the manifest"],
    [number(({ drift }) => drift === "untracked"), "never applied"],
    [number(({ drift }) => drift === "unobservable"), "can't be observed"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return told.length === 0 ? "in sync" : [...told, `${number(({ drift }) => drift === "in-sync")} in sync`].join(", ");
}
