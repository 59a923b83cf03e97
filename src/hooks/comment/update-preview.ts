import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import { mayBecome } from "../../engine/plan/guards/compare-with-review.ts";
import { isNoteworthy, isRecordedOnly } from "../rendering/labels.ts";
import { md } from "../rendering/markdown.ts";
import { roomsForChanges } from "./body.ts";
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
  partKey,
} from "./model.ts";
import { asWritten, frameOf, noContext, pastOf } from "./of-several.ts";
import { paragraphs, planParts } from "./plan-parts.ts";
import type { CommentPurpose, Writing } from "./purpose.ts";
import { renderChanges, renderNext, renderResult } from "./render-part.ts";
import { keyOfReport, reportOf, toldByContext } from "./told.ts";
import { isNothing } from "./verdict.ts";

/** A comment with the plan of a report in it; parts of contexts that it does not tell of stay. */
export function withPlan(
  found: Preview | undefined,
  given: RunReport,
  commentPurpose: CommentPurpose,
  writing: Writing,
): Preview {
  const { current, report } = asWritten(found, given, commentPurpose);
  const frame = frameOf(report, current, commentPurpose, writing);
  const mine = planParts(report, commentPurpose, writing, frame.several !== undefined);
  const { isPast, clears } = pastOf(current, report, mine, commentPurpose);
  const others = (current?.parts ?? []).filter(({ facts }) => !isPast(facts));
  const told = mine.map(({ facts }) => facts);
  const rest = leftBeside(current, report.contexts.length > 0 ? [...told, ...noContext(report, commentPurpose)] : told);
  const named = rest.named.filter((one) => !isPast(one));
  const left = clears ? { named, unnamed: nothingLeft.unnamed } : { ...rest, named };
  return filled({ ...frame, parts: inOrder([...others, ...mine]), left }, report.contexts, commentPurpose, writing);
}

/**
 * A comment that says what became of its plans.
 * @returns undefined when none of them is meant
 */
export function withResult(
  found: Preview | undefined,
  given: RunReport,
  commentPurpose: CommentPurpose,
  writing: Writing,
): Preview | undefined {
  const { inPullRequest } = commentPurpose;
  if (!found && !inPullRequest) return undefined;
  const { current, report } = asWritten(found, given, commentPurpose);
  const known = new Map((current?.parts ?? []).map((part) => [partKey(part.facts), part]));
  const frame = frameOf(report, current, commentPurpose, writing);
  const made = planParts(report, commentPurpose, writing, frame.several !== undefined);
  const fresh = new Map(made.map((part) => [partKey(part.facts), part]));
  const told = toldByContext(report);
  const anew: ContextReport[] = [];
  let left = current?.left ?? nothingLeft;
  let touched = false;
  for (const context of report.contexts) {
    const key = keyOfReport(context);
    const part = known.get(key);
    const isSame = part !== undefined && part.facts.digest !== null && part.facts.digest === context.planDigest;
    const end = { context, report, told: told.get(key) ?? [] };
    if (inPullRequest && !isSame && !commentPurpose.underReview) {
      const own = fresh.get(key);
      if (!own) continue;
      anew.push(context);
      known.set(key, ended(own, end, commentPurpose, writing));
    } else if (part && isMeant(part.facts, commentPurpose, writing)) {
      known.set(key, ended(part, end, commentPurpose, writing));
    } else {
      const now = part ? left : leftIn(left, context, phaseOf(context), commentPurpose, writing);
      if (now === left) continue;
      left = now;
    }
    touched = true;
  }
  if (!touched) return undefined;
  const parts = inOrder([...known.values()]);
  left = leftBeside(
    current && { ...current, left },
    parts.map(({ facts }) => facts),
  );
  return filled({ ...frame, parts, left }, anew, commentPurpose, writing);
}

/**
 * A comment that says that plans of it are being applied now; undefined when none of them is meant.
 * @param project whose they are, where the comment may be of several
 */
export function withApplying(
  current: Preview | undefined,
  names: ReadonlySet<string>,
  commentPurpose: CommentPurpose,
  { moment, stamp }: Pick<Writing, "moment" | "stamp">,
  project?: string,
): Preview | undefined {
  if (!current) return undefined;
  const contexts = [...names].map((name) => ({
    name,
    ...(current.several && project !== undefined ? { project } : {}),
  }));
  const keys = new Set(contexts.map(keyOfReport));
  const meant = (part: Part): boolean =>
    keys.has(partKey(part.facts)) && isMeant(part.facts, commentPurpose, { moment });
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
  { project, name }: Pick<ContextReport, "project" | "name">,
  phase: Phase,
  commentPurpose: CommentPurpose,
  { moment, stamp }: Pick<Writing, "moment" | "stamp">,
): Left {
  const key = keyOf(name);
  const meant = (one: LeftContext): boolean =>
    one.key === key && one.project === project && isMeant({ ...one, ended: null }, commentPurpose, { moment });
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

/** What ended in a context. */
interface End {
  readonly context: ContextReport;
  readonly report: RunReport;
  readonly told: readonly Diagnostic[];
}

function ended(
  part: Part,
  { context, report, told }: End,
  { command, underReview }: CommentPurpose,
  { moment, stamp }: Writing,
): Part {
  const { digest, project, counts } = part.facts;
  const differs =
    !underReview && digest !== null && context.planDigest !== null && !isPartOf(context, part.facts, moment);
  const facts = { ...part.facts, phase: phaseOf(context), ended: moment, stamp };
  // One line tells of all such among the many of several projects.
  const idle = isNothing(context.counts) && isNothing(counts) && !told.some(({ severity }) => severity === "error");
  if (project !== undefined && facts.phase === "applied" && idle)
    return { facts, texts: { ...part.texts, result: md`` } };
  const texts = [renderResult(context, told, { command, differs }), renderNext(reportOf(context, report, told))];
  return {
    facts,
    texts: {
      ...part.texts,
      result: paragraphs(...texts),
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

function phaseOf({ failureReason, tasks }: ContextReport): Phase {
  switch (failureReason) {
    case null:
      return "applied";
    case "plan-changed":
    case "plan-not-reviewed":
    case "superseded":
      return "refused";
    case "policy":
      // In the middle of an apply it forbids a task, and what was done before stays done.
      return tasks.some(({ status, rollback }) => status === "done" || rollback === "needless") ? "failed" : "refused";
    case "cancelled":
      return "cancelled";
    default:
      return "failed";
  }
}

/** Among several projects, nothing of it is shown but its name. */
function isSilent({ project, tasks }: ContextReport): boolean {
  return project !== undefined && !tasks.some((task) => isNoteworthy(task) || isRecordedOnly(task));
}

/** Fills in the changes of some contexts, as far as there is room beside all others. */
function filled(
  preview: Preview,
  contexts: readonly ContextReport[],
  { command }: Pick<CommentPurpose, "command">,
  { links, taskLink }: Writing,
): Preview {
  const byName = new Map(contexts.map((context) => [keyOfReport(context), context]));
  const rooms = roomsForChanges(preview, new Set(byName.keys()), links);
  const first = new Map(
    [...byName].map(([key, one]) => [
      key,
      isSilent(one) ? md`` : renderChanges(one, rooms.get(key) ?? 0, taskLink, command),
    ]),
  );
  // What some leave over is for those that had too little.
  const left = [...first].reduce((sum, [name, text]) => sum + Math.max(0, (rooms.get(name) ?? 0) - text.length), 0);
  const short = [...first].filter(([name, text]) => text.length > (rooms.get(name) ?? 0) * 0.9 - 2_000).length;
  const parts = preview.parts.map((part): Part => {
    const key = partKey(part.facts);
    const context = byName.get(key);
    if (!context || isSilent(context)) return part;
    const room = rooms.get(key) ?? 0;
    const text = first.get(key) ?? md``;
    const again = contexts.length > 1 && text.length > room * 0.9 - 2_000;
    const changes = again
      ? renderChanges(context, Math.max(room, text.length) + Math.floor(left / short) - 500, taskLink, command)
      : text;
    return { ...part, texts: { ...part.texts, changes } };
  });
  return { ...preview, parts };
}
