import { explained, type Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { ReviewDifference, ReviewVerdict } from "../../engine/plan/guards/compare-with-review.ts";
import type { Plan } from "../../engine/plan/plan-model.ts";
import { firstOf } from "../../engine/text/listed.ts";

/** What somebody agreed to, for messages. */
export interface AgreedPlan {
  readonly digest: string;
  readonly word: "reviewed" | "approved";
  /** Follows "the plan is not the one that was". */
  readonly title: string;
  /** What has the digest: follows "can't be held against". */
  readonly source: string;
  /** How the plans differ. */
  readonly told: string;
  readonly suggestion: string;
}

/** Why a plan is not carried out: it is not the one that was agreed to, or nobody can tell. */
export function planChanged(plan: Plan, { digest, word, title, source, told, suggestion }: AgreedPlan): Failure {
  const sides = `${word} ${shortened(digest)}, now ${shortened(plan.digest)}`;
  const method = (of: string): string => of.slice(0, of.indexOf(":"));
  if (method(digest) !== method(plan.digest)) {
    const message = `the plan can't be held against ${source}: one of them was made with a \`plan-signing-key\`, the other without (${sides})`;
    return refused(message, "Give both steps the same `plan-signing-key`, and plan again.");
  }
  return refused(`the plan is not the one that was ${title} (${sides}): ${told}`, suggestion);
}

function refused(message: string, suggestion: string): Failure {
  return explained("plan-changed", message, { suggestion });
}

/** The end of a sentence for the log: how much of an agreed plan an earlier run has done. */
export function doneAlready({ done }: Extract<ReviewVerdict, { same: true }>): string {
  return done.length === 0 ? "" : `; ${done.length} of its changes are done already`;
}

const mostShown = 20;

/** The differences one by one, or what it can be when there is none that shows. */
export function listed(differences: readonly ReviewDifference[], word: AgreedPlan["word"]): string {
  if (differences.length === 0)
    return "the changes read the same, with other values of secrets, or another version of opus";
  return shown(differences.map((one) => difference(one, word)));
}

/** The changes of a plan, where it is not known from which others they differ. */
export function changesOf({ items }: Plan): string {
  return items.size === 0 ? "no change" : shown([...items.values()].map(({ name, change }) => `${change} "${name}"`));
}

function shown(all: readonly string[]): string {
  return firstOf(all, mostShown, (more) => `and ${more} more`).join("; ");
}

const sources = {
  manifest: "the manifest or the code of its kind is different",
  state: "its recorded state is different",
  resource: "the live resource is different",
} as const;

function difference({ task, reviewed, now, because }: ReviewDifference, word: AgreedPlan["word"]): string {
  if (reviewed === undefined) return `"${task}": ${word} no change, now ${now}`;
  if (now === undefined) return `"${task}": ${word} ${reviewed}, now no change`;
  const why = because.map((source) => sources[source]).join(", ");
  const what = reviewed === now ? `${now} as ${word}, but` : `${word} ${reviewed}, now ${now}:`;
  return why === "" ? `"${task}": ${word} ${reviewed}, now ${now}` : `"${task}": ${what} ${why}`;
}

/** `sha256:0123456789ab…` */
export function shortened(digest: string): string {
  const [method = "", hex = ""] = digest.split(":");
  return `${method}:${hex.slice(0, 12)}…`;
}
