import type { Failure } from "../../../engine/diagnostics/diagnostic.ts";
import { unreviewedScript } from "../../../engine/plan/guards/vouching.ts";
import type { Plan } from "../../../engine/plan/plan-model.ts";
import type { ContextWork } from "../context-work.ts";

/** What guards the plan. Scripts of which only state in doubt tells may run once somebody has agreed to just this plan. */
export async function guardsOf(plan: Plan, work: ContextWork): Promise<Plan["guards"]> {
  const { command, settings } = work.frame.services;
  const others = plan.guards.filter(({ code }) => code !== unreviewedScript);
  if (!command.executes || others.length === plan.guards.length || others.length > 0) return plan.guards;
  if (settings.planDigest === plan.digest) return others;
  if (!settings.requireReviewedPlan || (await checkReviewOf(plan, work)) !== undefined) return plan.guards;
  return work.session.contents.review?.digest === plan.digest ? others : plan.guards;
}

/**
 * Says why a plan may not be carried out, where it has to be one that was approved or reviewed. The commit of a merge
 * queue may hold several pull requests, so no preview of one is its plan: there, that it was approved is the review.
 */
export async function agreeOnPlan(plan: Plan, work: ContextWork): Promise<Failure | undefined> {
  const { settings, environment } = work.frame.services;
  const { requireReviewedPlan, planDigest } = settings;
  const refused = planDigest === undefined ? undefined : await checkApprovalOf(plan, planDigest, work);
  if (refused) return refused;
  if (planDigest !== undefined && environment.GITHUB_EVENT_NAME === "merge_group") return undefined;
  return requireReviewedPlan ? checkReviewOf(plan, work) : undefined;
}

/** Only the approved plan is carried out. */
async function checkApprovalOf(
  plan: Plan,
  approved: string,
  { frame, session }: ContextWork,
): Promise<Failure | undefined> {
  const { loaded, settings, reviews, emit } = frame.services;
  const { project, workspace } = loaded;
  const { reports } = settings;
  const { checkApproval } = await import("../../pull-request/check-approval.ts");
  const { findPlan } = await import("../../report/join/find-plan.ts");
  const told = () => findPlan(workspace, reports, approved);
  const { digest } = reviews;
  const checked = checkApproval({ plan, project, approved, record: session.contents.review, digest, told, reports });
  if ("reason" in checked) return checked;
  emit({ type: "progress", text: checked.words });
  if (checked.record) session.contents.keepReview(checked.record);
  return undefined;
}

/** Only a reviewed plan is carried out; where there is nothing to do, nothing needs a review. */
async function checkReviewOf(plan: Plan, { frame, session }: ContextWork): Promise<Failure | undefined> {
  if (plan.items.size === 0) return undefined;
  const { loaded, reviews, signal, emit } = frame.services;
  const { previews, previewSignature, digest } = reviews;
  const { checkReview } = await import("../../pull-request/check-review.ts");
  const record = session.contents.review;
  const checked = await checkReview({
    plan,
    project: loaded.project,
    record,
    previews,
    previewSignature,
    digest,
    signal,
  });
  if ("reason" in checked) return checked;
  emit({ type: "progress", text: checked.words });
  session.contents.keepReview(checked.record);
  return undefined;
}
