import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { Counts } from "../../engine/model/report.ts";
import type { WebhookEvent } from "../../engine/model/webhook.ts";

/** The run that a message is of; empty texts where there is no such thing, as in a terminal. */
export interface NoticeRun {
  readonly id: string;
  readonly attempt: number;
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly ref: string;
  readonly commit: string;
  /** Who caused the run. */
  readonly actor: string;
}

/** A task of which there is something to tell. */
export interface NoticeTask {
  readonly name: string;
  readonly kind: string;
  /** What happened: `created`, `update failed, rolled back`, `was changed outside of opus: mode`. */
  readonly what: string;
  /** One line. */
  readonly error: string | null;
}

/** A context of which there is something to tell. */
export interface NoticeContext {
  readonly name: string;
  readonly events: readonly WebhookEvent[];
  readonly failureReason: FailureReason | null;
  /** `2 done, 1 failed`. */
  readonly summary: string;
  readonly counts: Counts;
  /** The most urgent first. */
  readonly tasks: readonly NoticeTask[];
  /** How many more there are. */
  readonly moreTasks: number;
}

/** What is told of a run, before it has a form: nothing secret is in it, and every text is one line. */
export interface Notice {
  readonly events: readonly WebhookEvent[];
  readonly project: string;
  readonly command: string;
  readonly result: "success" | "failure" | "cancelled";
  readonly failureReason: FailureReason | null;
  readonly title: string;
  readonly summary: string;
  readonly contexts: readonly NoticeContext[];
  /** How many more there are. */
  readonly moreContexts: number;
  /** What went wrong with the run as a whole. */
  readonly problems: readonly string[];
  readonly run: NoticeRun;
  /** ISO 8601, UTC. */
  readonly at: string;
}
