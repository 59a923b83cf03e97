import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { ContextReport, RunReport, TaskReport } from "../../engine/model/report.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { type Surface, stepSurface } from "../../engine/text/surface.ts";
import { hasFailed } from "./labels.ts";

const advice: { readonly [reason in FailureReason]: string | ((surface: Surface) => string) } = {
  "invalid-input": (surface) =>
    `Correct ${surface.terminal ? "what is" : "the inputs"} named above and run again. Nothing was changed.`,
  "invalid-manifest": "Correct the manifest at the places named above and run again. Nothing was changed.",
  "no-context": (surface) =>
    surface.terminal
      ? "`opus contexts` lists what there is. Nothing was changed."
      : `Add a rule for this event to Project.spec.contexts, or give ${surface.setting("context")}. Nothing was changed.`,
  untrusted: "Run this command from a branch of this repository. Nothing was changed.",
  "state-unavailable":
    "Mend what keeps the state from being read or written, and run again. Nothing is ever assumed to be empty.",
  "state-locked": "Wait for the run that holds the lock. If it is gone for good, run `unlock` with its `lock-id`.",
  "state-conflict": "Another run changed the state meanwhile. Run again: it plans anew from what is stored now.",
  "plan-changed": "Look at the new plan and run again.",
  "plan-not-reviewed": "Have the plan reviewed and run again.",
  guarded: "If this is meant, lift what guards the plan, and run again.",
  "task-failed": "Correct what failed and run again.",
  "drift-detected": "Run `apply` to put the resources back, or change the manifest to what they are now.",
  "changes-pending": "Run `apply` to make these changes.",
  "not-reported": "See the logs of the jobs that have left no report, and run them again.",
  superseded: "Nothing was changed. What the newer run made is as it was.",
  policy: "Nothing was changed. Change what the policy names, or mend the policy, and run again.",
  cancelled: "Run the same command again: it goes on from what is done.",
  internal: "This is a fault of opus. Please report it with the lines above.",
};

/** Codes of what guards a plan, with what lifts each. */
const lifting = (surface: Surface): readonly (readonly [code: DiagnosticCode, how: string])[] => [
  ["prevent-destroy", "lift `preventDestroy`"],
  [
    "max-deletes",
    `raise the limit (\`Project.spec.limits.maxDeletes\`, or for one run ${surface.setting("max-deletes")})`,
  ],
  [
    "max-delete-percent",
    `raise \`Project.spec.limits.maxDeletePercent\`, or take a few tasks at a time with ${surface.setting("target")}`,
  ],
  ["most-deleted", `say so with ${surface.setting("max-deletes")}`],
  ["most-removed", `say so with ${surface.setting("max-deletes")}`],
  ["pattern-matches-nothing", `say so with ${surface.setting("max-deletes")}`],
  ["unreviewed-script", `say so with the digest of the plan, named above, as ${surface.setting("plan-digest")}`],
  ["no-recorded-task-left", `say so with ${surface.setting("max-deletes")}`],
];

/** Of a run whose question before a deletion got no yes. */
export const nobodySaidYes = "nobody said yes, so nothing was deleted";

/** What to do after a run that did not succeed: one or two sentences; undefined when it did, or when somebody said no. */
export function nextStep(
  { failureReason, contexts, diagnostics }: RunReport,
  surface: Surface = stepSurface,
): string | undefined {
  if (failureReason === null) return undefined;
  if (failureReason === "cancelled" && diagnostics.some(({ message }) => message === nobodySaidYes)) return undefined;
  if (failureReason === "guarded") {
    const ways = lifting(surface)
      .filter(([code]) => diagnostics.some((one) => one.code === code))
      .map(([, how]) => how);
    const distinct = [...new Set(ways)];
    return ways.length === 0
      ? adviceFor("guarded", surface)
      : `If this is meant, ${distinct.join(", and ")}. Then run again.`;
  }
  if (diagnostics.some(({ code }) => code === "state-not-stored")) return unstored(failureReason);
  if (failureReason === "internal" && diagnostics.some(isOfModule)) return ofModule;
  if (failureReason === "policy" && contexts.some(hasBegun)) return afterPolicy;
  if (failureReason !== "task-failed") return adviceFor(failureReason, surface);
  if (contexts.some(isLeftOver)) return afterDeletion;
  return afterFailure(contexts.flatMap(({ tasks }) => tasks.filter(hasFailed)));
}

function adviceFor(reason: FailureReason, surface: Surface): string {
  const one = advice[reason];
  return typeof one === "string" ? one : one(surface);
}

const afterDeletion =
  "What is deleted stays deleted. Do what is said above of each task that is left, and run the same command again: it goes on with these.";

const afterPolicy =
  "What a policy forbade was not done, and nothing that depends on it; what is done stays done. Change what the policy names, or mend the policy, and run again.";

/** Asked about the plan nothing was begun; later on, a task that was forbidden had nothing done to it. */
function hasBegun({ tasks }: ContextReport): boolean {
  return tasks.some(({ status, rollback }) => status === "done" || rollback === "needless");
}

/** A deletion that has deleted some of its tasks. */
function isLeftOver({ deletes, tasks }: ContextReport): boolean {
  return deletes !== undefined && tasks.some(({ status }) => status === "done");
}

const ofModule =
  "Code of this repository did what no run can go on from. Mend it as said above and run again; what was done is stored.";

function isOfModule({ severity, code }: Diagnostic): boolean {
  return severity === "error" && (code === "bad-module" || code === "hook-failed");
}

/** There is a recovery file. */
function unstored(reason: FailureReason): string {
  const first =
    reason === "state-conflict" ? "See who else writes this state" : "Mend what keeps the state from being written";
  return `${first}, store the recovery file as said above, and then run again.`;
}

function afterFailure(failed: readonly TaskReport[]): string {
  const acted = failed.filter(({ change }) => change !== "none" && change !== "noop");
  if (acted.length === 0) {
    const unseen = failed.every(({ reason }) => reason === "could not be looked at");
    const what = unseen ? "Make the resources observable again" : "Do what is said above about each of these tasks";
    return `${what} and run again; nothing of these tasks was changed.`;
  }
  if (acted.some(({ status }) => status === "tainted"))
    return "What is marked as tainted may be half done; the next `apply` mends it. Correct the cause and run again.";
  if (acted.every(({ status }) => status === "rolled-back"))
    return "What failed was rolled back, what is done stays done. Correct the cause and run the same command again.";
  const mended = ({ status, rollback }: TaskReport): boolean => status === "rolled-back" || rollback === "needless";
  if (acted.every(mended)) {
    const what = acted.every(({ rollback }) => rollback === "needless")
      ? "changed nothing"
      : "was rolled back or changed nothing";
    return `What failed ${what}, what is done stays done. Correct the cause and run the same command again.`;
  }
  return "What is done stays done. Correct the cause and run again; `plan` shows what is left to do.";
}

/** True when the diagnostics say already what a failure says. */
export function isTold(message: string, { diagnostics }: Pick<RunReport, "diagnostics">): boolean {
  return diagnostics.some((one) => one.severity === "error" && isPart(one, message));
}

/** True when a diagnostic is a part of what a failure says. */
export function isPart(diagnostic: Pick<Diagnostic, "message">, message: string): boolean {
  return message.toLowerCase().includes(withoutEnd(diagnostic.message, ".").toLowerCase());
}
