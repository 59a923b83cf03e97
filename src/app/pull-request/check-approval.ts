import type { Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { ReviewedChange, ReviewRecord } from "../../engine/model/review.ts";
import { compareWithReview, reviewRecord } from "../../engine/plan/guards/compare-with-review.ts";
import type { Plan } from "../../engine/plan/plan-model.ts";
import type { Digest } from "../../engine/ports/digest.ts";
import { type AgreedPlan, changesOf, doneAlready, listed, planChanged, shortened } from "./plan-changed.ts";

/** A plan as the report of the step that made it tells it. */
export interface ToldPlan {
  readonly context: string;
  /** The command that it is a plan of. */
  readonly command: string;
  readonly changes: ReadonlyMap<string, ReviewedChange>;
}

/** What it takes to tell whether a plan is the one that was approved. */
export interface ApprovalQuestion {
  readonly plan: Plan;
  readonly project: string;
  /** The input `plan-digest`. */
  readonly approved: string;
  /** What state keeps of a plan that was begun. */
  readonly record: ReviewRecord | undefined;
  readonly digest: Digest;
  /** Looks for the approved plan among the reports that were handed over; asked only to tell the difference. */
  told(): ToldPlan | undefined;
  /** Where these are looked for, for messages. */
  readonly reports: readonly string[];
}

/** The plan may be carried out. */
export interface Approved {
  /** What state is to keep of it; undefined: it has no change. */
  readonly record: ReviewRecord | undefined;
  /** Sentence for the log. */
  readonly words: string;
}

/**
 * Is the plan the one whose digest was handed over? Asked after planning, before anything is changed. A plan without
 * changes must be the approved one as well: what was approved is to be done, and not silently left.
 * @returns the approval, or a failure `plan-changed` that shows the difference as far as it is known
 */
export function checkApproval(question: ApprovalQuestion): Approved | Failure {
  const { plan, project, approved, record, digest } = question;
  const now = { project, context: plan.context, action: plan.action, ...planOf(plan) };
  const verdict = compareWithReview(now, { digest: approved, changes: undefined }, record, digest);
  if (!verdict.same) return changed(question, now);
  const begun = record?.digest === approved ? record : undefined;
  const fresh = plan.items.size === 0 ? undefined : reviewRecord(approved, plan.items);
  return {
    record: begun ?? fresh,
    words: `The plan is the one that was approved (${shortened(approved)})${doneAlready(verdict)}.`,
  };
}

function planOf({ digest, items, desiredDigest }: Plan): Pick<Plan, "digest" | "items" | "desiredDigest"> {
  return { digest, items, desiredDigest };
}

function changed(question: ApprovalQuestion, now: Parameters<typeof compareWithReview>[0]): Failure {
  const { plan, approved, digest, reports } = question;
  const told = question.told();
  const base = { digest: approved, word: "approved", title: "approved", source: "`plan-digest`" } as const;
  const again = "Look at the plan of now above. If it is right, run the job that plans again, and approve that plan";
  const agreed = (text: string, suggestion: string): AgreedPlan => ({ ...base, told: text, suggestion });
  if (told === undefined) {
    const suggestion = `${again}. To have the difference told here, hand over the report of the step that planned (its output \`report-path\`) as ${reports.join(", ")}.`;
    return planChanged(plan, agreed(`now it is ${changesOf(plan)}`, suggestion));
  }
  const [of, called] = [`the context "${told.context}"`, `\`${told.command}\``];
  if (told.context !== plan.context || told.command !== plan.command) {
    const here = `\`${plan.command}\` in the context "${plan.context}"`;
    return planChanged(
      plan,
      agreed(
        `that one is of ${called} in ${of}, and this is ${here}`,
        "Plan just what is to be applied, and approve that.",
      ),
    );
  }
  const verdict = compareWithReview(now, { digest: approved, changes: told.changes }, undefined, digest);
  const differences = verdict.same ? [] : (verdict.differences ?? []);
  return planChanged(plan, agreed(listed(differences, "approved"), `${again}.`));
}
