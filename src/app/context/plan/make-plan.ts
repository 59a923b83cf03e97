import { err, type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import { buildPlan } from "../../../engine/plan/plan.ts";
import type { Plan } from "../../../engine/plan/plan-model.ts";
import type { PlanRequest } from "../../../engine/plan/plan-request.ts";
import type { Undo } from "../../../engine/plan/select-tasks.ts";
import type { Entries } from "../../../engine/recorded/entries.ts";
import { invalidManifest } from "../../authorize/invalid-manifest.ts";
import type { ContextWork } from "../context-work.ts";

/**
 * Makes the plan of a command, or says why there can be none.
 * @param entries what is recorded
 * @param undo what a rollback brings back, by task
 * @throws Cancelled
 */
export async function makePlan(
  work: ContextWork,
  entries: Entries,
  undo: ReadonlyMap<string, Undo>,
): Promise<Result<Plan, Failure>> {
  const { frame, prepared, session, tasks, references, toolbox, policy, writer } = work;
  const { command, loaded, extensions, reviews } = frame.services;
  const { manifest, project } = loaded;
  const { files, emptyPatterns, declaredNames } = manifest;
  const request: PlanRequest = {
    action: command.does as Plan["action"],
    executes: command.executes,
    project,
    scope: frame.scope,
    prepared,
    declared: { tasks, names: declaredNames, files, emptyPatterns, projectLocation: manifest.project?.location },
    entries,
    undo,
    references,
    placeFiles: extensions.placeFiles,
    underWay: new Map(writer ? session.contents.pending.map(({ intent }) => [intent.task, intent.change]) : []),
    kindsChanged: extensions.kindsChanged,
    policy,
    digest: reviews.digest,
    toolbox,
  };
  const { plan, diagnostics } = await loaded.workspace.inOnePass(() => buildPlan(request));
  if (!diagnostics.some((one) => one.severity === "error")) return ok(plan);
  const wrong = invalidManifest(diagnostics);
  return err(diagnostics.some((one) => one.code === "unknown-target") ? { ...wrong, reason: "invalid-input" } : wrong);
}
