import { leftChecksMs } from "../../engine/model/timing.ts";
import { leftSummary } from "../../hooks/check/output.ts";
import type { CheckConclusion, CheckOutput, CheckRuns } from "../../ports/checks.ts";
import type { OpenCheck } from "../post-step/handover-file.ts";

/** What the post step says of a check that it has ended, or could not. */
export interface CheckWords {
  readonly level: "notice" | "warning";
  readonly text: string;
}

/**
 * Ends checks that nobody ends any more. Never as a success: of what was killed nobody knows what it came to, and what
 * stands in the file that names them may come from a script.
 * @param runUrl the page of the run; undefined: there is none
 */
export async function endLeftChecks(
  checks: readonly OpenCheck[],
  runs: CheckRuns,
  runUrl: string | undefined,
  signal: AbortSignal,
): Promise<readonly CheckWords[]> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(leftChecksMs)]);
  const told: CheckWords[] = [];
  for (const check of checks) {
    const words = await endOne(check, runs, runUrl, until);
    if (words) told.push(words);
  }
  return told;
}

async function endOne(
  check: OpenCheck,
  runs: CheckRuns,
  runUrl: string | undefined,
  signal: AbortSignal,
): Promise<CheckWords | undefined> {
  const found = await runs.find(check, signal);
  const name = `The check "${check.name}"`;
  if (!found.ok) return notEnded(name, found.error.said);
  if (found.value === undefined || found.value.completed) return undefined;
  const [conclusion, output] = check.ended ? untold(runUrl) : killed(runUrl);
  const written = await runs.change(found.value.id, { conclusion, output }, signal);
  if (!written.ok) return notEnded(name, written.error.said);
  const text = check.ended
    ? `${name} could not be told how the run ended, and says so now.`
    : `${name} was left in progress by a step that was killed, and has failed now.`;
  return { level: "notice", text };
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
