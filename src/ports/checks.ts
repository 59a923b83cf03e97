import type { Asked } from "./pull-requests.ts";

/** How a check ended, in GitHub's words. */
export type CheckConclusion = "success" | "failure" | "neutral" | "cancelled" | "action_required";

/** A note on lines of a file of the commit. */
export interface CheckAnnotation {
  /** From the root of the repository. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** From 1; only where both lines are the same one. */
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string;
}

/** What a check shows. */
export interface CheckOutput {
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** At most `checkAnnotations`; what was there before stays. */
  readonly annotations?: readonly CheckAnnotation[];
}

/** Which check is meant: its name says it to people, the mark to whoever made it. */
export interface CheckIdentity {
  readonly name: string;
  /** The commit that it is of. */
  readonly sha: string;
  /** Something that no other check has. */
  readonly mark: string;
}

export interface NewCheck extends CheckIdentity {
  /** ISO 8601. */
  readonly startedAt: string;
  /** Undefined: it goes on. */
  readonly conclusion: CheckConclusion | undefined;
  /** Where it leads to; undefined: to its own page. */
  readonly detailsUrl: string | undefined;
  /** Undefined: it has its name alone. */
  readonly output: CheckOutput | undefined;
}

export interface CheckChange {
  /** Ends it; undefined: it goes on. */
  readonly conclusion?: CheckConclusion;
  /** Undefined: it shows what it showed before. */
  readonly output?: CheckOutput;
}

/** A check that is there. */
export interface FoundCheck {
  readonly id: number;
  readonly completed: boolean;
  /** How many annotations it has. */
  readonly annotations: number;
}

/** A check of a commit, whoever has written it. */
export interface ListedCheck extends FoundCheck {
  readonly name: string;
  /** What its writer has marked it with; empty: nothing. */
  readonly mark: string;
  /** Empty: it has not ended. */
  readonly conclusion: string;
}

/** The check runs of one repository. */
export interface CheckRuns {
  /** Sent once: what became of it may be unclear. */
  create(check: NewCheck, signal: AbortSignal): Asked<FoundCheck>;
  /** With annotations it is sent once, too, as each is added to those that are there. */
  change(id: number, change: CheckChange, signal: AbortSignal): Asked<void>;
  /** @returns undefined when there is none with this name and mark */
  find(check: CheckIdentity, signal: AbortSignal): Asked<FoundCheck | undefined>;
  /** The newest check of each name. @param sha of the commit */
  list(sha: string, signal: AbortSignal): Asked<readonly ListedCheck[]>;
}
