import type { CheckConclusion, CheckOutput, CheckRuns } from "../../ports/checks.ts";
import type { ApiTrouble } from "../../ports/pull-requests.ts";

/** Which checks of a commit count no more. */
export interface OlderOptions {
  readonly runs: CheckRuns;
  readonly sha: string;
  /** Has an older run written the check with this mark, in the place of which this one would have written its own? */
  isOlder(mark: string): boolean;
  readonly conclusion: CheckConclusion;
  readonly output: CheckOutput;
  readonly signal: AbortSignal;
}

/** Conclusions that a rule takes for passed. */
const passed: ReadonlySet<string> = new Set(["success", "neutral"]);

/**
 * Takes back what older runs have said of a commit, as the newest one has not come so far: a check of which people read that
 * it passed was not made by the run that they see.
 * @returns the names of those that were taken back, and why others could not be
 */
export async function takeBackOlder(
  options: OlderOptions,
): Promise<{ readonly names: readonly string[]; readonly troubles: readonly ApiTrouble[] }> {
  const { runs, sha, isOlder, conclusion, output, signal } = options;
  const listed = await runs.list(sha, signal);
  if (!listed.ok) return { names: [], troubles: [listed.error] };
  const names: string[] = [];
  const troubles: ApiTrouble[] = [];
  for (const check of listed.value) {
    if (!passed.has(check.conclusion) || !isOlder(check.mark)) continue;
    const written = await runs.change(check.id, { conclusion, output }, signal);
    if (written.ok) names.push(check.name);
    else troubles.push(written.error);
  }
  return { names, troubles };
}
