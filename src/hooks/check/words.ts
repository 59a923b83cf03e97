import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import { checkAnnotations } from "../../engine/model/size-limits.ts";
import { andMore } from "../../engine/text/listed.ts";
import type { ApiTrouble } from "../../ports/pull-requests.ts";
import { plural } from "../rendering/labels.ts";
import { type CheckTrouble, isForbidden, isRefused } from "./keep.ts";

/** A check that is not as it should be. */
export interface NamedTrouble extends CheckTrouble {
  readonly name: string;
}

/** How many names are listed. */
const mostNames = 20;

/** What is told of checks that were not written, for whatever reason. */
export function notWritten(message: string, severity: "notice" | "warning" | "error"): Diagnostic {
  return { severity, code: "check-not-written", message };
}

/**
 * One diagnostic for each thing that went wrong, whichever checks it went wrong with.
 * @param said what went wrong, half a sentence
 * @param repository `owner/name`
 */
export function troubleWords(
  troubles: readonly NamedTrouble[],
  said: (trouble: ApiTrouble) => string,
  repository: string,
): readonly Diagnostic[] {
  const groups = new Map<string, NamedTrouble[]>();
  for (const one of troubles) {
    const key = `${whatOf(one, true)} ${said(one.trouble)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => troubled(group, said, repository));
}

function troubled(
  group: readonly NamedTrouble[],
  said: (trouble: ApiTrouble) => string,
  repository: string,
): Diagnostic {
  const one = group[0] as NamedTrouble;
  const several = group.length > 1;
  const names = group.map(({ name }) => `"${name}"`);
  const checks = `the ${several ? "checks" : "check"} ${andMore(names, mostNames)}`;
  const severity = one.open !== undefined ? "error" : isForbidden(one.trouble) ? "notice" : "warning";
  const message = `${checks} ${whatOf(one, several)}: ${said(one.trouble)}`;
  const ids = group.flatMap(({ open }) => open ?? []);
  return { ...notWritten(message, severity), suggestion: adviceOn(one, ids, repository) };
}

function whatOf({ lost, bare, open }: CheckTrouble, several: boolean): string {
  if (open !== undefined) return `${several ? "stay" : "stays"} in progress, and could not be ended`;
  if (bare) return `${several ? "show" : "shows"} no more than how it ended`;
  return lost === undefined ? "could not be written" : `${several ? "lack" : "lacks"} annotations`;
}

function adviceOn({ trouble, lost, bare, open }: NamedTrouble, ids: readonly number[], repository: string): string {
  if (open !== undefined)
    return `The post step tries once more. If that is refused as well: ${howToEnd(ids, repository)}`;
  if (lost !== undefined || bare) return "The check has ended as the run did. The job summary has all of it.";
  if (isForbidden(trouble))
    return "Give the job `checks: write` under `permissions`, and as `token` that of the job or of an app: GitHub takes checks from no person. The job summary has all of it.";
  if (isRefused(trouble)) return "See what GitHub has against it. The job summary has all of it.";
  return "Run the job again once GitHub answers: a check that is left in progress is none that passed. The job summary has all of it.";
}

/** What to do about checks that are left in progress, which nobody but the app that made them can end. */
export function howToEnd(ids: readonly number[], repository: string): string {
  const each = ids.map(
    (id) => `\`gh api --method PATCH repos/${repository}/check-runs/${id} -f conclusion=cancelled\``,
  );
  return `Run the job again with a token that may write checks: GitHub shows the newest check of a name. Or end it in a job with \`checks: write\`: ${andMore(each, 3)}.`;
}

/** What is told of annotations that are above what a run writes. */
export function tooMany(name: string, more: number): Diagnostic {
  const message = `the check "${name}" lacks ${plural(more, "annotation")}: a run writes no more than ${checkAnnotations} of them`;
  return { ...notWritten(message, "notice"), suggestion: "The report has all of them." };
}

/** What is told of checks of older runs that count no more. */
export function takenBack(names: readonly string[]): Diagnostic {
  const shown = andMore(
    names.map((name) => `"${name}"`),
    mostNames,
  );
  const message = `this run ended before it came to its checks, so ${shown} of an older run on this commit, which had passed, ${names.length > 1 ? "count" : "counts"} no more`;
  return { severity: "notice", code: "check-taken-back", message };
}
