import type { Diagnostic, Location } from "./diagnostic.ts";
import type { Action, PlannedTask } from "./plan-model.ts";
import type { Limits } from "./project.ts";
import type { ScopeMatcher } from "./scope.ts";

/** Limits of the project, and the `max-deletes` input that takes the place of `maxDeletes`. */
export interface GuardLimits extends Limits {
  readonly fromInput?: number;
  /** Where they are declared. */
  readonly location?: Location;
}

/** Below this many recorded tasks a percentage says nothing. */
const fewestForPercent = 10;

/** Why a plan may not be applied: too many deletions, or a protected resource among them. A replacement counts as a deletion. */
export function guard(
  tasks: readonly PlannedTask[],
  recorded: number,
  action: Action,
  scope: ScopeMatcher,
  limits: GuardLimits,
  projectLocation: Location | undefined,
): Diagnostic[] {
  const destroyed = tasks.filter(
    ({ decision, status }) => status === "planned" && ["delete", "replace"].includes(decision.change),
  );
  const found: Diagnostic[] = [];
  for (const { name, decision, lifecycle, task, location } of destroyed) {
    if (!scope.protects(lifecycle)) continue;
    const place = task?.locate("/metadata/lifecycle/preventDestroy") ?? location ?? projectLocation;
    found.push({
      severity: "error",
      code: "prevent-destroy",
      message: `the plan would ${decision.change} "${name}", which \`preventDestroy\` protects in the context "${scope.run.context}"`,
      ...(place ? { location: place } : {}),
      suggestion: advice(name, task !== undefined, action),
    });
  }
  if (action === "delete" || destroyed.length === 0) return found;
  const names = destroyed.map(({ name }) => name);
  const listed =
    names.length > 10 ? `${names.slice(0, 10).join(", ")} and ${names.length - 10} more` : names.join(", ");
  const most = limits.fromInput ?? limits.maxDeletes;
  const declared = limits.location ?? projectLocation;
  if (most !== undefined && destroyed.length > most) {
    const which = limits.fromInput === undefined ? "`maxDeletes`" : 'the input "max-deletes"';
    found.push({
      severity: "error",
      code: "max-deletes",
      message: `the plan would delete or replace ${destroyed.length} resources (${listed}), and ${which} allows ${most}`,
      ...(declared ? { location: declared } : {}),
      suggestion: `If that is meant, run once with \`max-deletes: ${destroyed.length}\`.`,
    });
  }
  const { maxDeletePercent } = limits;
  const percent = (100 * destroyed.length) / Math.max(recorded, 1);
  if (maxDeletePercent !== undefined && recorded >= fewestForPercent && percent > maxDeletePercent) {
    found.push({
      severity: "error",
      code: "max-delete-percent",
      message: `the plan would delete or replace ${destroyed.length} of ${recorded} recorded resources (${percent.toFixed(0)} %: ${listed}), and \`maxDeletePercent\` allows ${maxDeletePercent} %`,
      ...(declared ? { location: declared } : {}),
      suggestion: "If that is meant, raise `maxDeletePercent` for it, or take a few at a time with `target`.",
    });
  }
  return found;
}

function advice(name: string, inManifest: boolean, action: Action): string {
  const forget = `run \`forget\` with target "${name}" to leave the resource as it is`;
  if (action === "delete") return `Take \`preventDestroy\` out and apply that first, or ${forget}.`;
  if (inManifest) return "Change the spec so that the resource stays, or take `preventDestroy` out first.";
  return `Put the task back into the manifest, or ${forget}.`;
}
