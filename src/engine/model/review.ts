import type { Change } from "./change.ts";

/** A change of a reviewed plan, as a preview keeps it: the beginnings of three digests show what became different. */
export interface ReviewedChange {
  readonly change: Change;
  readonly wanted: string | null;
  readonly recorded: string | null;
  readonly live: string | null;
}

/** The reviewed plan that was applied last. State keeps it until all of the plan is done. */
export interface ReviewRecord {
  /** Of the plan that was reviewed. */
  readonly digest: string;
  /** Its changes by name. */
  readonly items: { readonly [task: string]: ReviewRecordItem };
}

export interface ReviewRecordItem {
  readonly change: Change;
  /** `PlanItem.digest`. */
  readonly digest: string;
  readonly wanted: string | null;
  readonly awaits?: readonly string[];
}

/** What is known of a plan that somebody may review. */
export interface Reviewable {
  /** Ties the digest to the pull request; null without a signing key. */
  readonly seal: string | null;
  /** The changes, by task. */
  readonly changes: { readonly [task: string]: ReviewedChange };
}
