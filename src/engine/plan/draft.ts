import type { TaskError } from "../model/outcome.ts";
import type { Decision } from "./decide/decision.ts";
import { isGate } from "./look/is-gate.ts";
import type { PlannedTask } from "./planned-task.ts";
import type { Planning } from "./planning.ts";
import type { PlanCandidate } from "./select-tasks.ts";

/** A task of which nothing is decided yet. */
export function draftOf(planning: Planning, candidate: PlanCandidate, node: number): PlannedTask {
  const { task, entry, wanted } = candidate;
  const lasting = typeof wanted === "object" ? wanted : entry;
  const fromManifest = wanted === "manifest" ? task : undefined;
  const waitsFor = fromManifest
    ? (planning.candidates.edges[node] ?? []).map((to) => (planning.candidates.candidates[to] as PlanCandidate).name)
    : (lasting?.dependencies ?? []);
  const dependencies = fromManifest ? throughGates(planning, waitsFor) : waitsFor;
  const kind = fromManifest ?? lasting ?? task;
  return {
    name: candidate.name,
    apiVersion: kind?.apiVersion ?? "",
    kind: kind?.kind ?? "",
    location: task?.location ?? null,
    task: fromManifest,
    entry,
    recorded: undefined,
    desired: undefined,
    processor: undefined,
    recordedProcessor: undefined,
    decision: { change: "none", reason: "", fields: [], drift: "untracked" },
    status: "planned",
    hidden: false,
    waitsFor,
    dependencies,
    scope: fromManifest ? (fromManifest.processingScope ?? []) : (lasting?.scope ?? []),
    lifecycle: fromManifest ? fromManifest.lifecycle : (lasting?.lifecycle ?? {}),
    autoRollback: task?.autoRollback ?? true,
    retries: task?.retries ?? { limit: 0, delayMs: 0 },
    timeoutMs: task?.timeoutMs,
    formerName: planning.renames.get(candidate.name),
    awaitsPlaceOf: [],
    facts: undefined,
    found: undefined,
    order: fromManifest ? node : (lasting?.order ?? node),
  };
}

/**
 * What a task depends on, as state keeps it: there are no entries of gates, so what these depend on stands beside them.
 * @param waitsFor names of tasks that are planned already
 */
function throughGates({ byName }: Planning, waitsFor: readonly string[]): readonly string[] {
  const all = new Set(waitsFor);
  for (const name of waitsFor) {
    const before = byName.get(name);
    if (before && isGate(before)) for (const further of before.dependencies) all.add(further);
  }
  return all.size === waitsFor.length ? waitsFor : [...all];
}

/** The task, when this run may not look into it. */
export function hiddenTask(planning: Planning, draft: PlannedTask): PlannedTask {
  const { kindsChanged, toolbox } = planning.request;
  // Which module has which kind is not known without its code.
  const changed = kindsChanged && !toolbox.processors.get(draft.apiVersion, draft.kind) ? "; module changed" : "";
  return { ...undecided(draft, "none", `hidden from an untrusted run${changed}`, "unknown"), hidden: true };
}

/** The task, when nothing is done about it whatever it is like. */
export function undecided(
  draft: PlannedTask,
  change: "noop" | "none",
  reason: string,
  drift: Decision["drift"],
): PlannedTask {
  return { ...draft, decision: { change, reason, fields: [], drift } };
}

/** The task, when planning it has failed. */
export function failed(draft: PlannedTask, error: TaskError): PlannedTask {
  const reason = "could not be planned";
  return { ...draft, status: "failed", decision: { change: "none", reason, fields: [], drift: "unknown", error } };
}
