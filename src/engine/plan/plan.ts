import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Task } from "../model/task.ts";
import { manifestClashes } from "../prepare/same-resource.ts";
import { newNamesOf, renamedEntries } from "../recorded/entries.ts";
import { collectCandidates, findRenames } from "./collect-candidates.ts";
import type { Desired } from "./desired.ts";
import { guard } from "./guards/plan-limits.ts";
import { unreviewedScripts } from "./guards/vouching.ts";
import { claimOf } from "./owners/claims.ts";
import { inOrder } from "./owners/order-tasks.ts";
import { type DigestTools, planDigest, planItems } from "./plan-digest.ts";
import { countPlan, type Plan } from "./plan-model.ts";
import type { PlanRequest } from "./plan-request.ts";
import type { PlannedTask } from "./planned-task.ts";
import { Planner } from "./planner.ts";
import { Planning } from "./planning.ts";
import { unmatchedTargets } from "./select-tasks.ts";
import { desiredDigest } from "./wanted-spec.ts";

/** A plan, or what makes one impossible. */
export type Planned = { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] };

/**
 * Looks at the resources and decides for every task what is to be done. Runs nothing but `observe`.
 * @throws Cancelled
 */
export async function buildPlan(request: PlanRequest): Promise<Planned> {
  const renames = findRenames(request);
  const entries = renamedEntries(request.entries, renames);
  const candidates = collectCandidates(request, entries, newNamesOf(renames));
  const diagnostics = unmatchedTargets(
    request.policy.targets,
    new Set([...candidates.order, ...candidates.candidates.map((candidate) => candidate.name)]),
    request.prepared.graph.outOfScope,
    request.scope,
  );
  const planning = new Planning(request, entries, candidates, renames);
  const planner = new Planner(planning);
  if (diagnostics.length === 0) await planner.run();
  const { action, project, scope, declared, policy, references } = request;
  const { command, context } = scope.run;
  const { tasks, edges, orphansFrom, circles } = inOrder(planner.tasks, planning);
  diagnostics.push(...planning.diagnostics, ...latePairs(tasks, request), ...circles);
  const items = planItems(tasks, digestTools(request));
  const digests = [...items].map(([name, item]) => [name, item.digest] as const);
  const digest = planDigest({ project, context, action }, digests, request.digest);
  const plan: Plan = {
    action,
    command,
    context,
    tasks,
    edges,
    orphansFrom,
    order: candidates.order,
    counts: countPlan(tasks),
    digest,
    items,
    desiredDigest: (task, awaited) => desiredDigest(planning, task, awaited),
    claim: (planned, desired) => claimOf(planning, planned, desired),
    guards: [
      ...guard({
        ...declared,
        declaredNames: declared.names,
        declaredTasks: declared.tasks,
        action,
        scope,
        limits: policy.limits,
        tasks,
        recorded: [...entries.keys()],
      }),
      ...unreviewedScripts({ tasks, digest }, references.vouching, declared.projectLocation),
    ],
    renames,
  };
  return { plan, diagnostics };
}

function digestTools({ digest, policy, toolbox }: PlanRequest): DigestTools {
  const { redactor, sealed } = toolbox;
  return { digest, redact: (value) => redactor.value(value), sealed, mayMissSecrets: policy.mayMissSecrets };
}

/** Tasks that are the same resource, where that shows only now that outputs of other tasks are known. */
function latePairs(tasks: readonly PlannedTask[], { prepared, toolbox }: PlanRequest): Diagnostic[] {
  if (tasks.every(({ name }) => prepared.desired.has(name))) return [];
  const known = tasks.filter(({ task, desired }) => task && desired);
  const specs = new Map(known.map(({ name, desired }) => [name, desired as Desired]));
  return manifestClashes(
    known.map(({ task }) => task as Task),
    specs,
    toolbox.processors,
  );
}
