import type { Diagnostic, Location } from "../../diagnostics/diagnostic.ts";
import { taskError } from "../../execute/calls/retry-call.ts";
import type { Action } from "../../model/commands.ts";
import type { PlanLimits } from "../../model/plan-policy.ts";
import type { Task } from "../../model/task.ts";
import type { CompareRules } from "../../ports/processor.ts";
import type { ScopeMatcher } from "../../prepare/scope.ts";
import { andMore } from "../../text/listed.ts";
import { stepSurface } from "../../text/surface.ts";
import type { PlannedTask } from "../planned-task.ts";

/** Below this many recorded tasks a percentage says nothing. */
const fewestForPercent = 10;
/** What a plan may delete or replace of what is recorded when nobody said anything, in percent. */
const defaultPercent = 50;

/** A pattern of files that matches none, and where it is written. */
export interface EmptyPattern {
  readonly pattern: string;
  readonly location?: Location;
}

export interface GuardRequest {
  readonly tasks: readonly PlannedTask[];
  /** Names that state holds, as the manifest calls them now. */
  readonly recorded: readonly string[];
  readonly declaredNames: ReadonlySet<string>;
  /** Every task of the manifest, by name. */
  readonly declaredTasks: ReadonlyMap<string, Pick<Task, "lifecycle" | "locate">>;
  /** The files of the manifest, for messages. */
  readonly files: readonly string[];
  readonly emptyPatterns: readonly EmptyPattern[];
  readonly action: Action;
  readonly scope: ScopeMatcher;
  readonly limits: PlanLimits;
  readonly projectLocation: Location | undefined;
}

/**
 * Why a plan may not be applied: too many deletions, a protected resource among them, or deletions that look as if a
 * file were missing. A replacement counts as a deletion.
 */
export function guard(request: GuardRequest): Diagnostic[] {
  const { tasks, action } = request;
  const destroyed = tasks.filter(
    ({ decision, status }) => status === "planned" && ["delete", "replace"].includes(decision.change),
  );
  // Whether it can be deleted now or not: it is among what is to go.
  if (action === "delete") return protectedOnes(tasks, request);
  const found = [...protectedOnes(destroyed, request), ...emptied(tasks, request)];
  if (destroyed.length === 0) return found;
  return [...found, ...lostManifest(destroyed, request), ...overLimits(destroyed, request)];
}

function protectedOnes(
  destroyed: readonly PlannedTask[],
  { scope, projectLocation, action, declaredTasks }: GuardRequest,
): Diagnostic[] {
  return destroyed.flatMap(({ name, formerName = name, decision, lifecycle, task, location }): Diagnostic[] => {
    // What the manifest protects is not to go either, though nobody has applied that yet.
    const declared = task ?? declaredTasks.get(name);
    const isDeclared = declared !== undefined && scope.protects(declared.lifecycle);
    if (!scope.protects(lifecycle) && !isDeclared) return [];
    const line = isDeclared ? declared.locate("/metadata/lifecycle/preventDestroy") : undefined;
    const place = line ?? location ?? projectLocation;
    return [
      {
        severity: "error",
        code: "prevent-destroy",
        message: `the plan would ${action === "delete" ? action : decision.change} "${name}", which \`preventDestroy\` protects in the context "${scope.run.context}"`,
        ...(place ? { location: place } : {}),
        suggestion: advice(formerName, task !== undefined, action),
      },
    ];
  });
}

/** Deletions because a file, a folder or a pattern of the manifest is not what it was. */
function lostManifest(destroyed: readonly PlannedTask[], request: GuardRequest): Diagnostic[] {
  const { recorded, declaredNames, files, emptyPatterns, action, limits, projectLocation } = request;
  const leaving = destroyed.filter(({ task, decision }) => task === undefined && decision.change === "delete");
  if (action === "rollback" || leaving.length === 0 || isAllowed(destroyed.length, limits)) return [];
  const what = `${resources(leaving.length)} (${listed(leaving)})`;
  const { surface = stepSurface } = limits;
  const meant = `if the deletions are meant, run once with ${surface.settingWith("max-deletes", destroyed.length)}`;
  const found = emptyPatterns.map(({ pattern, location }): Diagnostic => {
    return {
      severity: "error",
      code: "pattern-matches-nothing",
      message: `no file matches ${JSON.stringify(pattern)}, and the plan would delete ${what} that left the manifest`,
      ...(location ? { location } : {}),
      suggestion: `Correct the pattern, or bring its files back; ${meant}.`,
    };
  });
  if (recorded.some((name) => declaredNames.has(name))) return found;
  const from = andMore(files, 3, "more files");
  found.push({
    severity: "error",
    code: "no-recorded-task-left",
    message: `none of the ${recorded.length === 1 ? "recorded tasks" : `${recorded.length} recorded tasks`} is in the manifest (${from}) any more, and the plan would delete ${what}`,
    ...(projectLocation ? { location: projectLocation } : {}),
    suggestion: `Look whether a file, a folder or a project was renamed, or whether ${surface.setting("manifest")} or ${surface.setting("working-directory")} is another one now; ${meant}.`,
  });
  return found;
}

/** Updates that take most of what is in a resource away, like a Folder whose source lost its files. */
function emptied(tasks: readonly PlannedTask[], { limits }: GuardRequest): Diagnostic[] {
  return tasks.flatMap((planned): Diagnostic[] => {
    const removal = removalOf(planned);
    const wrong = removal && ("error" in removal ? removal.error : overRemoval(removal, planned.name, limits));
    if (!wrong) return [];
    const location = planned.task?.locate("/spec") ?? planned.location;
    return [{ severity: "error", code: "most-removed", ...wrong, ...(location ? { location } : {}) }];
  });
}

type Words = Pick<Diagnostic, "message" | "suggestion">;
type Removal = ReturnType<NonNullable<CompareRules["removes"]>>;

function removalOf(planned: PlannedTask): Removal | { readonly error: Words } | undefined {
  const { name, status, decision, recorded, desired, processor, recordedProcessor } = planned;
  if (status !== "planned" || decision.change !== "update" || !recorded || !desired) return undefined;
  if (processor !== recordedProcessor) return undefined;
  try {
    return processor?.compare?.removes?.(recorded.value, desired.value);
  } catch (error) {
    // Its kind comes from elsewhere, and does not keep what it promises.
    return {
      error: { message: `how much the update of "${name}" removes can't be told: ${taskError(error).message}` },
    };
  }
}

function overRemoval({ count, of }: Removal, name: string, limits: PlanLimits): Words | undefined {
  const { fromInput, maxDeletes, maxDeletePercent } = limits;
  const most = fromInput ?? maxDeletes;
  const allowed = maxDeletePercent ?? (isAllowed(count, limits) ? 100 : defaultPercent);
  const percent = (100 * count) / Math.max(of, 1);
  const tooMany = most !== undefined && count > most;
  const tooMuch = of >= fewestForPercent && percent > allowed;
  if (!tooMany && !tooMuch) return undefined;
  const share =
    maxDeletePercent === undefined
      ? `more than ${allowed} % is taken for a mistake`
      : `\`maxDeletePercent\` allows ${allowed} %`;
  const limit = tooMany ? `at most ${most} may go` : share;
  const raised = tooMuch && maxDeletePercent !== undefined;
  const meant = raised ? "raise `maxDeletePercent`" : `run once with \`max-deletes: ${count}\``;
  return {
    message: `the plan would remove ${count} of the ${of} things in "${name}" (${percent.toFixed(0)} %), and ${limit}`,
    suggestion: `Look whether its source is all there. If that is meant, ${meant}.`,
  };
}

function overLimits(
  destroyed: readonly PlannedTask[],
  { recorded, limits, projectLocation }: GuardRequest,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const count = destroyed.length;
  const { surface = stepSurface } = limits;
  const most = limits.fromInput ?? limits.maxDeletes;
  const declared = limits.location ?? projectLocation;
  if (most !== undefined && count > most) {
    const which = limits.fromInput === undefined ? "`maxDeletes`" : surface.setting("max-deletes");
    found.push({
      severity: "error",
      code: "max-deletes",
      message: `the plan would delete or replace ${resources(count)} (${listed(destroyed)}), and ${which} allows ${most}`,
      ...(declared ? { location: declared } : {}),
      suggestion: `If that is meant, run once with ${surface.settingWith("max-deletes", count)}.`,
    });
  }
  const all = recorded.length;
  const allowed = limits.maxDeletePercent ?? (isAllowed(count, limits) ? 100 : defaultPercent);
  const percent = (100 * count) / Math.max(all, 1);
  if (all < fewestForPercent || percent <= allowed) return found;
  const isDefault = limits.maxDeletePercent === undefined;
  found.push({
    severity: "error",
    code: isDefault ? "most-deleted" : "max-delete-percent",
    message: `the plan would delete or replace ${count} of ${all} recorded resources (${percent.toFixed(0)} %: ${listed(destroyed)}), and ${isDefault ? `more than ${allowed} % is taken for a mistake` : `\`maxDeletePercent\` allows ${allowed} %`}`,
    ...(declared ? { location: declared } : {}),
    suggestion: isDefault
      ? `If that is meant, run once with ${surface.settingWith("max-deletes", count)}; \`Project.spec.limits.maxDeletePercent\` sets another limit, and 100 none.`
      : "If that is meant, raise `maxDeletePercent` for it, or take a few at a time with `target`.",
  });
  return found;
}

/** Does somebody say, for this run, that so many deletions are meant? */
function isAllowed(count: number, { fromInput }: PlanLimits): boolean {
  return fromInput !== undefined && count <= fromInput;
}

function resources(count: number): string {
  return count === 1 ? "1 resource" : `${count} resources`;
}

function listed(tasks: readonly PlannedTask[]): string {
  return andMore(
    tasks.map(({ name }) => name),
    10,
  );
}

/** @param name as state has it */
function advice(name: string, inManifest: boolean, action: Action): string {
  const forget = `run \`forget\` with target "${name}" to leave the resource as it is`;
  if (action === "delete")
    return `Take \`preventDestroy\` out and apply that first; or ${forget}; or delete only others, with \`target\`.`;
  if (inManifest) return "Change the spec so that the resource stays, or take `preventDestroy` out first.";
  return `Put the task back into the manifest, or ${forget}.`;
}
