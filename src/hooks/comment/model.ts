import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { Counts } from "../../engine/model/report.ts";
import type { ReviewedChange } from "../../engine/model/review.ts";
import type { Markdown } from "../rendering/markdown.ts";

/** Where in its life a previewed plan is. */
export const phases = ["planned", "applying", "applied", "failed", "refused", "cancelled"] as const;
export type Phase = (typeof phases)[number];

/** Which run did something, and when. */
export interface Moment {
  /** Id of the workflow's run, or empty. */
  readonly run: string;
  readonly attempt: number;
  /** The commit that the manifest was read from: for a pull request its head. */
  readonly commit: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What the first line of a comment tells programs of one context. */
export interface PartFacts {
  /** In a comment of several projects: of which this is; empty: the run failed before it knew of one. */
  readonly project?: string;
  /** Empty: the run failed before it knew of a context. */
  readonly context: string;
  /** Its place among the contexts of the Project; null: not known. */
  readonly place: number | null;
  /** What was previewed: `apply`, or a name of the project's own. */
  readonly command: string;
  /** Of the previewed plan; null when it can't be a reviewed one. */
  readonly digest: string | null;
  readonly seal: string | null;
  readonly counts: Counts;
  /** Why the preview failed, if it did. */
  readonly failure: FailureReason | null;
  readonly planned: Moment;
  /** What became of it since. */
  readonly phase: Phase;
  readonly ended: Moment | null;
  /** Of the last write, to find it again. */
  readonly stamp: string;
  /** In a comment of several projects: the job that joined the reports of them. Absent: another one wrote this. */
  readonly writer?: string;
  /** The changes, where there are not too many. */
  readonly changes: { readonly [task: string]: ReviewedChange } | null;
}

/** Texts of one context, each ready to be shown. */
export interface PartTexts {
  /** What stands above every fold: destruction, failures, problems. */
  readonly callouts: Markdown;
  /** What an apply came to. */
  readonly result: Markdown;
  readonly changes: Markdown;
  readonly terminal: Markdown;
}

export interface Part {
  readonly facts: PartFacts;
  readonly texts: PartTexts;
}

/** A context for which there was no room. */
export interface LeftContext
  extends Pick<PartFacts, "project" | "command" | "phase" | "failure" | "stamp" | "counts" | "writer"> {
  /** Tells it from others of its project. */
  readonly key: string;
  /** The plan that may be the reviewed one. Absent: there is none, or it had no room either. */
  readonly plan?: ReviewablePlan;
}

/** What a review is held against. */
export interface ReviewablePlan {
  readonly digest: string;
  readonly seal: string | null;
}

/** Contexts for which there was not even room to tell them apart. */
export interface Unnamed {
  readonly number: number;
  /** How many of them could not be planned. */
  readonly failed: number;
  readonly counts: Counts;
}

/** What a comment counts, but does not show. */
export interface Left {
  readonly named: readonly LeftContext[];
  readonly unnamed: Unnamed;
  /** Keys of contexts of this write that may be among the unnamed. */
  readonly doubtful?: ReadonlySet<string>;
}

/** A comment: the previews of one project on a pull request, or of several. */
export interface Preview {
  /** Empty where there are several. */
  readonly project: string;
  readonly parts: readonly Part[];
  readonly left: Left;
  /** Absent: it is the comment of one project. */
  readonly several?: Several;
}

/** What a comment of several projects tells besides. */
export interface Several {
  /** How many contexts of how many projects nobody planned, as they are as recorded. */
  readonly alike: { readonly projects: number; readonly contexts: number };
  /** The commit at which they are; empty: not known. */
  readonly commit: string;
}

/** Names a part among those of all projects. */
export function partKey({ project = "", context }: Pick<PartFacts, "project" | "context">): string {
  return JSON.stringify([project, context]);
}

/** No more than this many characters of the first line tell changes one by one. */
const mostForChanges = 10_000;

/** The changes of a plan, unless they would take too much of a comment. */
export function toldChanges(changes: PartFacts["changes"]): PartFacts["changes"] {
  return changes && JSON.stringify(changes).length <= mostForChanges ? changes : null;
}

/**
 * Projects by name, and in each the order of its Project; what failed before there was a context comes first, what no rule
 * names last, by name.
 */
export function inOrder(parts: readonly Part[]): readonly Part[] {
  const rank = ({ facts: { context, place } }: Part): number =>
    context === "" ? -1 : (place ?? Number.MAX_SAFE_INTEGER);
  const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
  return [...parts].sort(
    (one, other) =>
      compared(one.facts.project ?? "", other.facts.project ?? "") ||
      rank(one) - rank(other) ||
      compared(one.facts.context, other.facts.context),
  );
}

/**
 * The plans that are of an older run than the newest part tells of: its commit is another one, or the newest run got no plan.
 * They say what was planned then, and nobody knows whether it would still be.
 */
export function outdatedParts(parts: readonly Part[]): ReadonlySet<Part> {
  const newest = parts.reduce<Part | undefined>(
    (last, part) => (last && last.facts.planned.at >= part.facts.planned.at ? last : part),
    undefined,
  );
  if (!newest) return new Set();
  const { commit } = newest.facts.planned;
  const failed = parts.filter(({ facts }) => facts.context === "");
  return new Set(
    parts.filter(({ facts: { project, phase, planned, context } }) => {
      if (phase !== "planned" || context === "") return false;
      const isOfOlderCommit = commit !== "" && planned.commit !== "" && planned.commit !== commit;
      const isOfAll = (one: PartFacts): boolean => one.project === project || one.project === "";
      return (
        isOfOlderCommit ||
        failed.some(
          ({ facts }) => isOfAll(facts) && facts.planned.run !== planned.run && facts.planned.at >= planned.at,
        )
      );
    }),
  );
}

/** True when an apply has touched the comment. It is the record of that apply then, and the next plan begins a new one. */
export function isFrozen({ parts, left }: Preview): boolean {
  return [...parts.map(({ facts }) => facts), ...left.named].some(({ phase }) => phase !== "planned");
}
