import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import { hasFailed, isDestructive, zeroCounts } from "../rendering/labels.ts";
import { joined, type Markdown, md } from "../rendering/markdown.ts";
import { commentLimit } from "./body.ts";
import { type Part, type PartFacts, type PartTexts, toldChanges } from "./model.ts";
import type { CommentPurpose, Writing } from "./purpose.ts";
import { renderCallouts, renderNext, renderTerminal } from "./render-part.ts";
import { keyOfReport, reportOf, toldByContext } from "./told.ts";

/**
 * A part for each context; one without a context for a run that failed before it knew of any.
 * @param inSeveral they are for a comment of several projects
 */
export function planParts(
  report: RunReport,
  commentPurpose: CommentPurpose,
  writing: Writing,
  inSeveral: boolean,
): readonly Part[] {
  const { contexts, failureReason, project: ofReport } = report;
  const { several, command } = commentPurpose;
  const unbegun = !several && contexts.length === 0;
  const own = unbegun && inSeveral ? [{ project: ofReport, failure: failureReason }] : [];
  const early = several?.early ?? own;
  const told = toldByContext(report, early);
  const wordy = contexts.filter((one) => saysMuch(one) || (told.get(keyOfReport(one)) ?? []).length > 0);
  const room = commentLimit / 2 / Math.max(1, wordy.length);
  const frame = emptyFacts(commentPurpose, writing, inSeveral);
  const before = (facts: Pick<PartFacts, "project" | "failure">, more: Markdown): Part => {
    const key = keyOfReport({ name: "", ...(facts.project === undefined ? {} : { project: facts.project }) });
    const callouts = paragraphs(renderCallouts(undefined, told.get(key) ?? [], room), more);
    return newPart({ ...frame, ...facts }, { callouts });
  };
  const ended = early.map((one) => before(one, several ? md`` : renderNext(report)));
  if (unbegun) return inSeveral ? ended : [before({ failure: failureReason }, renderNext(report))];
  const parts = contexts.map((context): Part => {
    const own = told.get(keyOfReport(context)) ?? [];
    const { name, project } = context;
    return newPart(factsOf(context, frame, commentPurpose), {
      callouts: paragraphs(renderCallouts(context, own, room), renderNext(reportOf(context, report, own))),
      terminal: renderTerminal(name, writing.terminal(name, command, project)),
    });
  });
  return [...ended, ...parts];
}

/** Of a part that tells of no context. */
function emptyFacts(
  { command, writer }: CommentPurpose,
  { moment: planned, stamp }: Writing,
  inSeveral: boolean,
): PartFacts {
  return {
    context: "",
    place: null,
    command,
    digest: null,
    seal: null,
    counts: zeroCounts,
    failure: null,
    planned,
    phase: "planned",
    ended: null,
    stamp,
    ...(writer !== undefined && inSeveral ? { writer } : {}),
    changes: null,
  };
}

function factsOf(context: ContextReport, frame: PartFacts, commentPurpose: CommentPurpose): PartFacts {
  const { name, project, place = null, counts, reviewable, failureReason: failure } = context;
  return {
    ...frame,
    ...(project === undefined ? {} : { project }),
    context: name,
    place,
    digest: commentPurpose.reviewable ? reviewableDigest(context) : null,
    seal: (commentPurpose.reviewable && reviewable?.seal) || null,
    counts,
    failure,
    changes: toldChanges(reviewable?.changes ?? null),
  };
}

function newPart(facts: PartFacts, texts: Partial<PartTexts>): Part {
  return { facts, texts: { callouts: md``, result: md``, changes: md``, terminal: md``, ...texts } };
}

/** Those that there are, one below the other. */
export function paragraphs(...texts: readonly Markdown[]): Markdown {
  return joined(
    texts.filter((text) => text !== ""),
    "\n\n",
  );
}

/** Something of it must be seen. */
function saysMuch({ tasks }: ContextReport): boolean {
  return tasks.some((task) => hasFailed(task) || isDestructive(task));
}

/** A plan that is whole may be reviewed, also one that may not be applied as things are. */
function reviewableDigest({ planDigest, reviewable, failureReason }: ContextReport): string | null {
  const whole: readonly (string | null)[] = [null, "guarded", "policy", "changes-pending", "drift-detected"];
  return reviewable && whole.includes(failureReason) ? planDigest : null;
}
