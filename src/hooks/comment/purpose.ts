import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { Links } from "./footer.ts";
import type { Moment, Several } from "./model.ts";
import type { TaskLink } from "./render-part.ts";

/** What a run means to the previews on a pull request. */
export interface CommentPurpose {
  /** `plan`: shows a plan. `apply`: says what became of one. */
  readonly purpose: "plan" | "apply";
  /** The command that is planned or applied, as it is called. */
  readonly command: string;
  /** The run covers all contexts that there are: parts of others are of the past. */
  readonly coversAll: boolean;
  /** The event is one of a pull request, so a comment is begun where there is none. */
  readonly inPullRequest: boolean;
  /** Its plan may be taken for a reviewed one later. Not of a run that may have been made by a stranger. */
  readonly reviewable: boolean;
  /** Only a reviewed plan was applied, if any. */
  readonly underReview: boolean;
  /** Names the job, where it joins reports: what it wrote before, and does not tell of now, is of the past. */
  readonly writer?: string;
  /** Absent: the run is of one project. */
  readonly several?: SeveralProjects;
}

/** Who writes, and what to link to. */
export interface Writing {
  readonly moment: Moment;
  readonly stamp: string;
  readonly links: Links;
  readonly taskLink: TaskLink;
  /** How to see the plan of a context in a terminal, line by line. */
  terminal(context: string, command: string, project: string | undefined): readonly string[];
}

/** What a write of several projects knows of them. */
export interface SeveralProjects {
  /** All that it knows of: what it does not tell of these is of the past. */
  readonly projects: ReadonlySet<string>;
  readonly alike: Several["alike"];
  /** They are all that there are, as somebody has listed them. */
  readonly listed: boolean;
  /** Where the manifests of projects are, as inputs; not of all of them. */
  readonly places: ReadonlyMap<string, { readonly manifest: readonly string[]; readonly workingDirectory: string }>;
  /** Of which a run ended before it knew of a context, and why; the name is empty where not even that is known. */
  readonly early: readonly { readonly project: string; readonly failure: FailureReason }[];
}
