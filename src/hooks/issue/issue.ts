import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport, RunReport } from "../../engine/model/report.ts";
import { issueMs } from "../../engine/model/timing.ts";
import type { Hook } from "../../engine/ports/hook.ts";
import { withoutNames } from "../../engine/redaction/redact-report.ts";
import type { IssueTracker } from "../../ports/issues.ts";
import type { ApiTrouble } from "../../ports/pull-requests.ts";
import type { Moment } from "../comment/model.ts";
import { findingsOf } from "./findings.ts";
import { IssueKeeper, type KeepOptions, type KeepTrouble, type Kept } from "./keep.ts";
import type { ContextKnowledge } from "./model.ts";

/** What issues are kept with. */
export interface IssueOptions
  extends Pick<KeepOptions, "labels" | "assignees" | "maxIssues" | "links" | "taskLink" | "terminal" | "sleep"> {
  /** `looks`: the command tells what drifts. `deletes`: it has taken a context away, perhaps. */
  readonly does: "looks" | "deletes";
  /** Where issues are kept; or why they can't be, half a sentence, and what to do instead. */
  readonly tracker: (() => Promise<IssueTracker>) | { readonly why: string; readonly suggestion: string };
  /** The run was asked to look at all of each context. */
  readonly whole: boolean;
  /** Of this run, now. */
  moment(): Moment;
  /** @param place of the context in the report */
  about(place: number): ContextKnowledge;
  /** No rule of the project leads to a context of this name any more. */
  isGone(context: string): boolean;
  /** Aborted when the run is cancelled. */
  readonly cancelled: AbortSignal;
  warn(diagnostic: Diagnostic): void;
  /** Takes secrets out of names. */
  redact(text: string): string;
}

/**
 * Keeps one issue for each context in which something drifts, or which can't be looked at. What a run does and how it
 * ends never depends on it.
 */
export function createIssue(options: IssueOptions): Hook {
  return {
    name: "issue",
    finish: async (report, signal) => {
      // Of a run that was cancelled, or ended before its first context, nothing follows.
      if (report.result === "cancelled" || options.cancelled.aborted || report.contexts.length === 0) return;
      const { tracker, warn } = options;
      if (typeof tracker !== "function") {
        const message = `issues were not kept for drift: ${tracker.why}`;
        warn({ severity: "notice", code: "issue-not-kept", message, suggestion: tracker.suggestion });
        return;
      }
      const until = AbortSignal.any([signal, options.cancelled, AbortSignal.timeout(issueMs)]);
      await keepAll(withoutNames(report, options.redact), await tracker(), options, until);
    },
  };
}

async function keepAll(
  report: RunReport,
  tracker: IssueTracker,
  options: IssueOptions,
  signal: AbortSignal,
): Promise<void> {
  const { project, contexts } = report;
  const keeping: KeepOptions = { ...options, project, tracker, signal, moment: options.moment() };
  const begun = await IssueKeeper.begin(keeping);
  if (!begun.ok) {
    tell(`issues were not kept for drift of ${names(contexts)}`, { trouble: begun.error, number: undefined }, options);
    return;
  }
  const keeper = begun.value;
  const full: string[] = [];
  for (const [place, context] of contexts.entries()) {
    if (signal.aborted) {
      tell(`issues were not kept for drift of ${names(contexts.slice(place))}`, tookTooLong, options);
      return;
    }
    const kept = await keepOne(keeper, context, options.about(place), options, signal);
    if (kept.ok && kept.value === "too-many") full.push(context.name);
    else told(kept, context.name, options);
  }
  if (full.length > 0) options.warn(tooMany(full, options.maxIssues));
  if (options.does === "deletes") return;
  const here = new Set(contexts.map(({ name }) => name));
  for (const context of keeper.contexts)
    if (!here.has(context) && options.isGone(context))
      told(await keeper.closeGone(context, "no-rule"), context, options);
}

async function keepOne(
  keeper: IssueKeeper,
  context: ContextReport,
  about: ContextKnowledge,
  { does, whole }: IssueOptions,
  signal: AbortSignal,
): Promise<Kept> {
  const work = async (): Promise<Kept> => {
    if (does === "looks") return keeper.keep(findingsOf(context, about, whole));
    const isEmpty = context.failureReason === null && about.recorded?.size === 0;
    return isEmpty ? keeper.closeGone(context.name, "deleted") : { ok: true, value: undefined };
  };
  const kept = await work().catch((error: unknown): Kept => {
    if (!signal.aborted) throw error;
    return { ok: false, error: tookTooLong };
  });
  return !kept.ok && signal.aborted ? { ok: false, error: { ...tookTooLong, number: kept.error.number } } : kept;
}

const tookTooLong: KeepTrouble = {
  trouble: { kind: "unreachable", said: "it took too long", unclear: true },
  number: undefined,
};

function told(kept: Kept, context: string, options: IssueOptions): void {
  if (!kept.ok) {
    const { number, onlyComment } = kept.error;
    const what = onlyComment
      ? `nothing was said on #${number}, the issue of the context "${context}", about what has changed`
      : `the issue for drift of the context "${context}"${number === undefined ? "" : `, #${number},`} was not kept up to date`;
    tell(what, kept.error, options);
  } else if (typeof kept.value === "object") {
    const message = `#${kept.value.unassigned}, the issue of the context "${context}", is assigned to nobody: GitHub did not take ${options.assignees.join(", ")}`;
    const suggestion = "Name people who can be assigned in this repository, under `assignees` of the hook `issue`.";
    options.warn({ severity: "warning", code: "issue-not-kept", message, suggestion });
  }
}

function tell(what: string, { trouble, number }: KeepTrouble, options: IssueOptions): void {
  const said = options.cancelled.aborted && trouble.unclear ? "the run was cancelled" : trouble.said;
  const message = `${what}: ${said}`;
  options.warn({ severity: "warning", code: "issue-not-kept", message, suggestion: adviceOn(trouble, number) });
}

function adviceOn({ kind, said }: ApiTrouble, number: number | undefined): string {
  if (/locked/i.test(said)) return `Unlock the conversation of #${number}; its description is up to date.`;
  if (/disabled/i.test(said))
    return "Switch issues on in the settings of the repository, or leave out `drift-issue`. The job summary has all of it.";
  switch (kind) {
    case "forbidden":
    case "missing":
      return "Give the job `issues: write` under `permissions`, or leave out `drift-issue`. The job summary has all of it.";
    case "rate-limit":
      return "The next run tries again; a token of your own has a limit of its own. The job summary has all of it.";
    default:
      return "The next run tries again. The job summary has all of it.";
  }
}

function tooMany(contexts: readonly string[], most: number): Diagnostic {
  const of = contexts.length === 1 ? "the context" : "the contexts";
  const message = `no issue was opened for ${of} ${contexts.map((name) => `"${name}"`).join(", ")}: as many as \`limits.maxIssues\` allows (${most}) are open`;
  const suggestion = "Mend what the open ones tell of, or raise `Project.spec.limits.maxIssues`.";
  return { severity: "warning", code: "issue-not-kept", message, suggestion };
}

function names(contexts: readonly ContextReport[]): string {
  return contexts.map(({ name }) => `"${name}"`).join(", ");
}
