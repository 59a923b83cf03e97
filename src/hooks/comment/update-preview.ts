import { distinct } from "../../engine/diagnostics/by-context.ts";
import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import { mayBecome } from "../../engine/plan/compare-with-review.ts";
import { zeroCounts } from "../rendering/labels.ts";
import { joined, type Markdown, md } from "../rendering/markdown.ts";
import { commentLimit, type Links, roomsForChanges } from "./body.ts";
import { keyOf, leftBeside, nothingLeft } from "./contexts-without-room.ts";
import {
  inOrder,
  type Left,
  type LeftContext,
  type Moment,
  type Part,
  type PartFacts,
  type Phase,
  type Preview,
  toldChanges,
} from "./model.ts";
import {
  renderCallouts,
  renderChanges,
  renderNext,
  renderResult,
  renderTerminal,
  type TaskLink,
} from "./render-part.ts";

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
}

/** Who writes, and what to link to. */
export interface Writing {
  readonly moment: Moment;
  readonly stamp: string;
  readonly links: Links;
  readonly taskLink: TaskLink;
  /** How to see the plan of a context in a terminal, line by line. */
  terminal(context: string, command: string): readonly string[];
}

/** A comment with the plan of a report in it; parts of contexts that it does not tell of stay. */
export function withPlan(
  current: Preview | undefined,
  report: RunReport,
  commentPurpose: CommentPurpose,
  writing: Writing,
): Preview {
  const mine = planParts(report, commentPurpose, writing);
  const own = new Set(mine.map(({ facts }) => facts.context));
  const before = current?.parts ?? [];
  const begun = report.contexts.length > 0;
  const others =
    begun && commentPurpose.coversAll
      ? []
      : before.filter(({ facts }) => !own.has(facts.context) && !(begun && facts.context === ""));
  const left = begun && commentPurpose.coversAll ? nothingLeft : leftBeside(current, begun ? [...own, ""] : [...own]);
  const parts = inOrder([...others, ...mine]);
  return filled({ project: report.project, parts, left }, report.contexts, commentPurpose, writing);
}

/**
 * A comment that says what became of its plans.
 * @returns undefined when none of them is meant
 */
export function withResult(
  current: Preview | undefined,
  report: RunReport,
  commentPurpose: CommentPurpose,
  writing: Writing,
): Preview | undefined {
  const { inPullRequest } = commentPurpose;
  if (!current && !inPullRequest) return undefined;
  const known = new Map((current?.parts ?? []).map((part) => [part.facts.context, part]));
  const fresh = new Map(planParts(report, commentPurpose, writing).map((part) => [part.facts.context, part]));
  const anew: ContextReport[] = [];
  let left = current?.left ?? nothingLeft;
  let touched = false;
  for (const context of report.contexts) {
    const part = known.get(context.name);
    const isSame = part !== undefined && part.facts.digest !== null && part.facts.digest === context.planDigest;
    if (inPullRequest && !isSame && !commentPurpose.underReview) {
      const made = fresh.get(context.name);
      if (!made) continue;
      anew.push(context);
      known.set(context.name, ended(made, context, report, commentPurpose, writing));
    } else if (part && isMeant(part.facts, commentPurpose, writing)) {
      known.set(context.name, ended(part, context, report, commentPurpose, writing));
    } else {
      const told = part ? left : leftIn(left, context.name, phaseOf(context), commentPurpose, writing);
      if (told === left) continue;
      left = told;
    }
    touched = true;
  }
  if (!touched) return undefined;
  left = leftBeside(current && { ...current, left }, [...known.keys()]);
  return filled({ project: report.project, parts: inOrder([...known.values()]), left }, anew, commentPurpose, writing);
}

/** A comment that says that plans of it are being applied now; undefined when none of them is meant. */
export function withApplying(
  current: Preview | undefined,
  contexts: ReadonlySet<string>,
  commentPurpose: CommentPurpose,
  { moment, stamp }: Pick<Writing, "moment" | "stamp">,
): Preview | undefined {
  const meant = (part: Part): boolean =>
    contexts.has(part.facts.context) && isMeant(part.facts, commentPurpose, { moment });
  if (!current) return undefined;
  let left = current.left;
  for (const context of contexts) left = leftIn(left, context, "applying", commentPurpose, { moment, stamp });
  if (left === current.left && !current.parts.some(meant)) return undefined;
  const parts = current.parts.map((part) =>
    meant(part) ? { ...part, facts: { ...part.facts, phase: "applying" as const, ended: moment, stamp } } : part,
  );
  return { ...current, parts, left };
}

/** With the phase of a context for which there was no room; the same where it is not there, or not meant. */
function leftIn(
  left: Left,
  context: string,
  phase: Phase,
  commentPurpose: CommentPurpose,
  { moment, stamp }: Pick<Writing, "moment" | "stamp">,
): Left {
  const key = keyOf(context);
  const meant = (one: LeftContext): boolean =>
    one.key === key && isMeant({ ...one, ended: null }, commentPurpose, { moment });
  if (!left.named.some(meant)) return left;
  return { ...left, named: left.named.map((one) => (meant(one) ? { ...one, phase, stamp } : one)) };
}

/** Another command is not what was previewed, and what was applied once stays as it was told. */
function isMeant(
  facts: Pick<PartFacts, "command" | "phase" | "ended">,
  { command, inPullRequest }: CommentPurpose,
  { moment }: Pick<Writing, "moment">,
): boolean {
  if (facts.command !== command) return false;
  return inPullRequest || facts.phase !== "applied" || facts.ended?.run === moment.run;
}

function ended(
  part: Part,
  context: ContextReport,
  report: RunReport,
  { command, underReview }: CommentPurpose,
  { moment, stamp }: Writing,
): Part {
  const { digest } = part.facts;
  const differs =
    !underReview && digest !== null && context.planDigest !== null && !isPartOf(context, part.facts, moment);
  const result = renderResult(context, toldOf(context, report), { command, differs });
  return {
    facts: { ...part.facts, phase: phaseOf(context), ended: moment, stamp },
    texts: {
      ...part.texts,
      result: joined(
        [result, renderNext(reportOf(context, report))].filter((text) => text !== ""),
        "\n\n",
      ),
    },
  };
}

/**
 * True when what was about to be done is the plan of the preview, or what an earlier run of it has left: each change is one
 * of the preview, and takes away no more. It is wanted as it was, too; but where the same run is tried again it can't be
 * otherwise, and by then knows outputs that the preview did not.
 */
function isPartOf(
  { planDigest, reviewable }: ContextReport,
  { digest, changes, ended: before }: PartFacts,
  { run }: Moment,
) {
  if (planDigest === digest) return true;
  const again = run !== "" && before?.run === run;
  if (!reviewable || !changes) return again;
  return Object.entries(reviewable.changes).every(([task, now]) => {
    const shown = Object.hasOwn(changes, task) ? changes[task] : undefined;
    return (
      shown !== undefined && mayBecome(shown.change, now.change) && (again || isSameStart(shown.wanted, now.wanted))
    );
  });
}

/** Digests may be cut. */
function isSameStart(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one.startsWith(other) || other.startsWith(one);
}

/** What is told of one context; what is of none is told with the first. */
function toldOf(context: ContextReport, { contexts, diagnostics }: RunReport): readonly Diagnostic[] {
  const names = new Set(contexts.map(({ name }) => name));
  return distinct(diagnostics).filter((one) =>
    one.context !== undefined && names.has(one.context) ? one.context === context.name : context === contexts[0],
  );
}

/** The report as if there was this context alone. */
function reportOf(context: ContextReport, report: RunReport): RunReport {
  return {
    ...report,
    failureReason: context.failureReason,
    contexts: [context],
    diagnostics: toldOf(context, report),
  };
}

function phaseOf({ failureReason }: ContextReport): Phase {
  switch (failureReason) {
    case null:
      return "applied";
    case "plan-changed":
    case "plan-not-reviewed":
    case "superseded":
    case "policy":
      return "refused";
    case "cancelled":
      return "cancelled";
    default:
      return "failed";
  }
}

/** A part for each context; one without a context for a run that failed before it knew of any. */
function planParts(report: RunReport, commentPurpose: CommentPurpose, writing: Writing): readonly Part[] {
  const { contexts, diagnostics, failureReason } = report;
  const room = commentLimit / 2 / Math.max(1, contexts.length);
  const part = (context: ContextReport | undefined, told: readonly Diagnostic[], more: Markdown): Part => ({
    facts: {
      context: context?.name ?? "",
      place: context?.place ?? null,
      command: commentPurpose.command,
      digest: context && commentPurpose.reviewable ? reviewableDigest(context) : null,
      seal: (commentPurpose.reviewable && context?.reviewable?.seal) || null,
      counts: context?.counts ?? zeroCounts,
      failure: context ? context.failureReason : failureReason,
      planned: writing.moment,
      phase: "planned",
      ended: null,
      stamp: writing.stamp,
      changes: toldChanges(context?.reviewable?.changes ?? null),
    },
    texts: {
      callouts: joined(
        [renderCallouts(context, told, room), more].filter((text) => text !== ""),
        "\n\n",
      ),
      result: md``,
      changes: md``,
      terminal: context ? renderTerminal(context.name, writing.terminal(context.name, commentPurpose.command)) : md``,
    },
  });
  if (contexts.length === 0) return [part(undefined, distinct(diagnostics), renderNext(report))];
  return contexts.map((context) => part(context, toldOf(context, report), renderNext(reportOf(context, report))));
}

/** A plan that is whole may be reviewed, also one that may not be applied as things are. */
function reviewableDigest({ planDigest, reviewable, failureReason }: ContextReport): string | null {
  const whole: readonly (string | null)[] = [null, "guarded", "policy", "changes-pending", "drift-detected"];
  return reviewable && whole.includes(failureReason) ? planDigest : null;
}

/** Fills in the changes of some contexts, as far as there is room beside all others. */
function filled(
  preview: Preview,
  contexts: readonly ContextReport[],
  { command }: Pick<CommentPurpose, "command">,
  { links, taskLink }: Writing,
): Preview {
  const byName = new Map(contexts.map((context) => [context.name, context]));
  const rooms = roomsForChanges(preview, new Set(byName.keys()), links);
  const first = new Map(
    contexts.map((one) => [one.name, renderChanges(one, rooms.get(one.name) ?? 0, taskLink, command)]),
  );
  // What some leave over is for those that had too little.
  const left = [...first].reduce((sum, [name, text]) => sum + Math.max(0, (rooms.get(name) ?? 0) - text.length), 0);
  const short = [...first].filter(([name, text]) => text.length > (rooms.get(name) ?? 0) * 0.9 - 2_000).length;
  const parts = preview.parts.map((part): Part => {
    const context = byName.get(part.facts.context);
    if (!context) return part;
    const room = rooms.get(context.name) ?? 0;
    const text = first.get(context.name) ?? md``;
    const again = contexts.length > 1 && text.length > room * 0.9 - 2_000;
    const changes = again
      ? renderChanges(context, Math.max(room, text.length) + Math.floor(left / short) - 500, taskLink, command)
      : text;
    return { ...part, texts: { ...part.texts, changes } };
  });
  return { ...preview, parts };
}
