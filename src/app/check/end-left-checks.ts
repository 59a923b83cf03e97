import { checkMoreMs, leftChecksMs } from "../../engine/model/timing.ts";
import { isForbidden, isRefused } from "../../hooks/check/keep.ts";
import { takeBackOlder } from "../../hooks/check/older.ts";
import { leftSummary, takenBackOutput } from "../../hooks/check/output.ts";
import { howToEnd } from "../../hooks/check/words.ts";
import type { CheckChange, CheckConclusion, CheckOutput, CheckRuns } from "../../ports/checks.ts";
import type { HandoverContent, OlderChecks, OpenCheck } from "../post-step/handover-file.ts";
import { isOlder } from "./check-series.ts";

/** What the post step says of a check that it has ended, or could not. */
export interface CheckWords {
  readonly level: "notice" | "warning" | "error";
  readonly text: string;
}

export interface EndOptions {
  readonly runs: CheckRuns;
  /** `owner/name`. */
  readonly repository: string;
  /** The page of the run; undefined: there is none. */
  readonly runUrl: string | undefined;
  /** Now, ISO 8601. */
  readonly timestamp: string;
  readonly signal: AbortSignal;
}

/**
 * Ends checks that nobody ends any more, and makes those that were never begun: an older one of that name must not count.
 * Never as a success: of what was killed nobody knows what it came to, and what stands in the file that names them may
 * come from a script.
 */
export async function endLeftChecks(
  { checks, older }: Pick<HandoverContent, "checks" | "older">,
  options: EndOptions,
): Promise<readonly CheckWords[]> {
  const bound = AbortSignal.timeout(leftChecksMs + checks.length * checkMoreMs);
  const within = { ...options, signal: AbortSignal.any([options.signal, bound]) };
  const told: CheckWords[] = older === undefined ? [] : await takeBack(older, within);
  for (const check of checks) {
    const words = await endOne(check, within);
    if (words) told.push(words);
  }
  return told;
}

async function takeBack({ sha, ...series }: OlderChecks, { runs, runUrl, signal }: EndOptions): Promise<CheckWords[]> {
  const { names, troubles } = await takeBackOlder({
    runs,
    sha,
    isOlder: (mark) => isOlder(mark, series),
    conclusion: "failure",
    output: takenBackOutput(runUrl),
    signal,
  });
  const told = names.map((name): CheckWords => {
    const text = `The check "${name}" of an older run counts no more: the step was killed before it came to its own.`;
    return { level: "notice", text };
  });
  const [trouble] = troubles.filter((one) => !isForbidden(one));
  if (trouble === undefined) return told;
  const text = `Checks of older runs on this commit could not be taken back: ${trouble.said}. Run the job again.`;
  return [...told, { level: "warning", text }];
}

async function endOne(check: OpenCheck, options: EndOptions): Promise<CheckWords | undefined> {
  const { runs, runUrl, repository, signal } = options;
  const name = `The check "${check.name}"`;
  const found = await runs.find(check, signal);
  if (!found.ok) return notEnded(name, found.error.said);
  if (found.value?.completed) return undefined;
  const [conclusion, output] = check.ended ? untold(runUrl) : killed(runUrl);
  if (found.value === undefined) return makeEnded(check, conclusion, output, options);
  const written = await changeOrLess(runs, found.value.id, { conclusion, output }, signal);
  if (!written.ok && isRefused(written.error))
    return {
      level: "error",
      text: `${name} stays in progress, as it could not be ended: ${written.error.said}. ${howToEnd([found.value.id], repository)}`,
    };
  if (!written.ok) return notEnded(name, written.error.said);
  const text = check.ended
    ? `${name} could not be told how the run ended, and says so now.`
    : `${name} was left in progress by a step that was killed, and has failed now.`;
  return { level: "notice", text };
}

/** Makes a check that the step never came to. Where it may not, nobody has written any. */
async function makeEnded(
  { name, sha, mark }: OpenCheck,
  conclusion: CheckConclusion,
  output: CheckOutput,
  { runs, runUrl, timestamp, signal }: EndOptions,
): Promise<CheckWords | undefined> {
  const check = { name, sha, mark, conclusion, output, startedAt: timestamp, detailsUrl: runUrl };
  const made = await runs.create(check, signal);
  if (made.ok) return undefined;
  if (isRefused(made.error)) return undefined;
  const text = `The check "${name}" could not be written: ${made.error.said}. Run the job again.`;
  return { level: "warning", text };
}

async function changeOrLess(runs: CheckRuns, id: number, change: CheckChange, signal: AbortSignal) {
  const written = await runs.change(id, change, signal);
  if (written.ok || written.error.kind !== "refused" || change.conclusion === undefined) return written;
  return runs.change(id, { conclusion: change.conclusion }, signal);
}

function notEnded(name: string, said: string): CheckWords {
  return { level: "warning", text: `${name} stays in progress, as it could not be ended: ${said}. Run the job again.` };
}

function killed(runUrl: string | undefined): readonly [CheckConclusion, CheckOutput] {
  const summary = leftSummary("The step was killed before it could say how it ended.", runUrl);
  return ["failure", { title: "did not end: the step was killed", summary }];
}

function untold(runUrl: string | undefined): readonly [CheckConclusion, CheckOutput] {
  const summary = leftSummary("The run has ended, and GitHub did not take its result when it did.", runUrl);
  return ["action_required", { title: "ended, and could not say how: see the run", summary }];
}
