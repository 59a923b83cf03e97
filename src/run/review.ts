import { timingSafeEqual } from "node:crypto";
import { type Diagnostic, type Failure, failure } from "../engine/diagnostic.ts";
import type { ReviewedChange, ReviewRecord } from "../engine/model.ts";
import type { Plan } from "../engine/plan-model.ts";
import type { Digest } from "../engine/ports.ts";
import { compareWithReview, type ReviewDifference, type ReviewVerdict, reviewRecord } from "../engine/review.ts";
import type { Seals } from "./seals.ts";

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
  readonly seals: Seals;
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
  const { plan, project, record, previews, seals, digest, signal } = question;
  const answer = await previews.find(plan.context, signal);
  if (!answer.found)
    return refused("plan-not-reviewed", `this plan was not reviewed: ${answer.why}`, answer.suggestion);
  const { preview } = answer;
  const identity = { project, context: plan.context, action: plan.action };
  const seal = seals.make({ ...identity, digest: preview.digest }, preview.number);
  if (seal !== undefined && !sameText(seal, preview.seal ?? "")) return unsealed(preview);
  const now = { ...identity, digest: plan.digest, items: plan.items, wantedAs: plan.wantedAs };
  const verdict = compareWithReview(now, preview, record, digest);
  if (!verdict.same) return changed(plan, preview, verdict);
  const { pullRequest } = preview;
  // What is left of it was reviewed as a part of the whole, so the whole is what goes on.
  const kept = record && record.digest === preview.digest ? record : reviewRecord(preview.digest, plan.items);
  const again = verdict.done.length === 0 ? "" : `; ${verdict.done.length} of its changes are done already`;
  return { record: kept, words: `The plan is the one that was reviewed in ${pullRequest}${again}.` };
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
  const { pullRequest } = preview;
  const sides = `reviewed ${shortened(preview.digest)}, now ${shortened(plan.digest)}`;
  const method = (digest: string): string => digest.slice(0, digest.indexOf(":"));
  if (method(preview.digest) !== method(plan.digest)) {
    const message = `the plan can't be held against the preview in ${pullRequest}: one of them was made with a \`plan-signing-key\`, the other without (${sides})`;
    return refused("plan-changed", message, "Give both steps the same `plan-signing-key`, and plan again.");
  }
  const told =
    differences === undefined
      ? "the preview was too large to tell its changes one by one"
      : differences.length === 0
        ? "the changes read the same, with other values of secrets, or another version of opus"
        : listed(differences);
  const message = `the plan is not the one that was reviewed in ${pullRequest} (${sides}): ${told}`;
  const suggestion =
    "Look at the plan of now above. If it is right, preview it on a new pull request and have it reviewed.";
  return refused("plan-changed", message, suggestion);
}

const mostShown = 20;

function listed(differences: readonly ReviewDifference[]): string {
  const shown = differences.slice(0, mostShown).map(difference);
  if (differences.length > mostShown) shown.push(`and ${differences.length - mostShown} more`);
  return shown.join("; ");
}

const sources = {
  manifest: "the manifest or the code of its kind is different",
  state: "its recorded state is different",
  resource: "the live resource is different",
} as const;

function difference({ task, reviewed, now, because }: ReviewDifference): string {
  if (reviewed === undefined) return `"${task}": reviewed no change, now ${now}`;
  if (now === undefined) return `"${task}": reviewed ${reviewed}, now no change`;
  const why = because.map((source) => sources[source]).join(", ");
  const what = reviewed === now ? `${now} as reviewed, but` : `reviewed ${reviewed}, now ${now}:`;
  return why === "" ? `"${task}": reviewed ${reviewed}, now ${now}` : `"${task}": ${what} ${why}`;
}

/** `sha256:0123456789ab…` */
function shortened(digest: string): string {
  const [method = "", hex = ""] = digest.split(":");
  return `${method}:${hex.slice(0, 12)}…`;
}

function refused(reason: "plan-not-reviewed" | "plan-changed", message: string, suggestion: string): Failure {
  const diagnostic: Diagnostic = { severity: "error", code: reason, message, suggestion };
  return failure(reason, message, [diagnostic]);
}

/** Without telling by its time how much of it was right. */
function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
