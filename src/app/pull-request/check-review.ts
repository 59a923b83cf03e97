import { timingSafeEqual } from "node:crypto";
import { explained, type Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { ReviewedChange, ReviewRecord } from "../../engine/model/review.ts";
import { compareWithReview, type ReviewVerdict, reviewRecord } from "../../engine/plan/guards/compare-with-review.ts";
import type { Plan } from "../../engine/plan/plan-model.ts";
import type { Digest } from "../../engine/ports/digest.ts";
import { doneAlready, listed, planChanged } from "./plan-changed.ts";
import type { PreviewSignature } from "./preview-signature.ts";

/** The preview of one context, as a pull request has it. */
export interface FoundPreview {
  /** `octo/storefront#12`, for people, and where to look at it. */
  readonly pullRequest: string;
  readonly number: number;
  readonly url: string;
  readonly digest: string;
  readonly seal: string | null;
  /** Undefined: too many to tell them one by one. */
  readonly changes: ReadonlyMap<string, ReviewedChange> | undefined;
}

/** Finds the preview that was reviewed. */
export interface Previews {
  /**
   * @param context whose preview
   * @returns the preview, or why there is none that counts: half a sentence, and what to do
   */
  find(
    context: string,
    signal: AbortSignal,
  ): Promise<
    | { readonly found: true; readonly preview: FoundPreview }
    | { readonly found: false; readonly why: string; readonly suggestion: string }
  >;
}

/** What of a review a run needs. */
export interface ReviewQuestion {
  readonly plan: Plan;
  readonly project: string;
  /** What state keeps of a reviewed plan that was begun. */
  readonly record: ReviewRecord | undefined;
  readonly previews: Previews;
  readonly previewSignature: PreviewSignature;
  readonly digest: Digest;
  readonly signal: AbortSignal;
}

/** The plan may be applied: what state is to keep of it. */
export interface Approval {
  readonly record: ReviewRecord;
  /** Sentence for the log. */
  readonly words: string;
}

/**
 * Is the plan the one that was reviewed? Asked after planning, before anything is changed.
 * @returns the approval, or a failure `plan-not-reviewed` or `plan-changed` that shows both sides
 */
export async function checkReview(question: ReviewQuestion): Promise<Approval | Failure> {
  const { plan, project, record, previews, previewSignature, digest, signal } = question;
  const answer = await previews.find(plan.context, signal);
  if (!answer.found)
    return refused("plan-not-reviewed", `this plan was not reviewed: ${answer.why}`, answer.suggestion);
  const { preview } = answer;
  const identity = { project, context: plan.context, action: plan.action };
  const seal = previewSignature.make({ ...identity, digest: preview.digest }, preview.number);
  if (seal !== undefined && !sameText(seal, preview.seal ?? "")) return unsealed(preview);
  const now = { ...identity, digest: plan.digest, items: plan.items, desiredDigest: plan.desiredDigest };
  const verdict = compareWithReview(now, preview, record, digest);
  if (!verdict.same) return changed(plan, preview, verdict);
  const { pullRequest } = preview;
  // What is left of it was reviewed as a part of the whole, so the whole is what goes on.
  const kept = record && record.digest === preview.digest ? record : reviewRecord(preview.digest, plan.items);
  return { record: kept, words: `The plan is the one that was reviewed in ${pullRequest}${doneAlready(verdict)}.` };
}

function unsealed(preview: FoundPreview): Failure {
  const { pullRequest } = preview;
  const message =
    preview.seal === null
      ? `the preview in ${pullRequest} is not signed, and this run has a \`plan-signing-key\``
      : `the preview in ${pullRequest} was edited, or signed with another key: its signature is not of its digest`;
  const suggestion =
    preview.seal === null
      ? "Give the step that plans the same `plan-signing-key`, and have the plan reviewed."
      : "Plan again on a pull request, see who edited the comment, and have the plan reviewed.";
  return refused("plan-not-reviewed", message, suggestion);
}

function changed(plan: Plan, preview: FoundPreview, { differences }: Extract<ReviewVerdict, { same: false }>): Failure {
  const { pullRequest, digest } = preview;
  const told =
    differences === undefined
      ? "the preview was too large to tell its changes one by one"
      : listed(differences, "reviewed");
  return planChanged(plan, {
    digest,
    word: "reviewed",
    title: `reviewed in ${pullRequest}`,
    source: `the preview in ${pullRequest}`,
    told,
    suggestion: "Look at the plan of now above. If it is right, preview it on a new pull request and have it reviewed.",
  });
}

function refused(reason: "plan-not-reviewed", message: string, suggestion: string): Failure {
  return explained(reason, message, { suggestion });
}

/** Without telling by its time how much of it was right. */
function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
