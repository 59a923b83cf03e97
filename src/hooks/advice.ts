import type { FailureReason } from "../engine/diagnostic.ts";
import type { RunReport } from "../engine/model.ts";
import { hasFailed } from "./words.ts";

const advice: { readonly [reason in FailureReason]: string } = {
  "invalid-input": "Correct the inputs named above and run again. Nothing was changed.",
  "invalid-manifest": "Correct the manifest at the places named above and run again. Nothing was changed.",
  "no-context": "Add a rule for this event to Project.spec.contexts, or give the input `context`. Nothing was changed.",
  untrusted: "Run this command from a branch of this repository. Nothing was changed.",
  "state-unavailable":
    "Mend what keeps the state from being read or written, and run again. Nothing is ever assumed to be empty.",
  "state-locked": "Wait for the run that holds the lock. If it is gone for good, run `unlock` with its `lock-id`.",
  "state-conflict": "Another run changed the state meanwhile. Run again: it plans anew from what is stored now.",
  "plan-changed": "Look at the new plan and run again.",
  "plan-not-reviewed": "Have the plan reviewed and run again.",
  guarded:
    "If this is meant, raise the limit (`Project.spec.limits`, input `max-deletes`) or lift `preventDestroy`, and run again.",
  "task-failed": "Correct what failed and run again.",
  "drift-detected": "Run `apply` to put the resources back, or change the manifest to what they are now.",
  "changes-pending": "Run `apply` to make these changes.",
  cancelled: "Run the same command again: it goes on from what is done.",
  internal: "This is a fault of opus. Please report it with the lines above.",
};

/** What to do after a run that did not succeed: one or two sentences; undefined when it did. */
export function nextStep({ failureReason, contexts }: RunReport): string | undefined {
  if (failureReason === null) return undefined;
  if (failureReason !== "task-failed") return advice[failureReason];
  const failed = contexts.flatMap(({ tasks }) => tasks.filter(hasFailed));
  const acted = failed.filter(({ change }) => change !== "none" && change !== "noop");
  if (acted.length === 0)
    return "Make the resources observable again and run again; nothing of these tasks was changed.";
  const left = acted.filter(({ status }) => status !== "rolled-back");
  if (left.length === 0) {
    return "What failed was rolled back, what is done stays done. Correct the cause and run the same command again.";
  }
  return "What is marked as tainted may be half done; the next `apply` mends it. Correct the cause and run again.";
}
