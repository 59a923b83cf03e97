import { type Entries, undoWithNewNames } from "../recorded/entries.ts";
import { renamesBack, withoutRenamed } from "../recorded/recorded.ts";
import type { PlanRequest } from "./plan-request.ts";
import { applyCandidates, deleteCandidates, type PlanCandidates, rollbackCandidates } from "./select-tasks.ts";

/** New name of a task → the name under which state holds it. */
export function findRenames(request: PlanRequest): ReadonlyMap<string, string> {
  const { action, declared, entries } = request;
  if (action === "rollback") return renamesBack(request.undo, entries, request.toolbox.processors);
  const { tasks: manifest } = declared;
  const renames = new Map<string, string>();
  for (const task of manifest.values()) {
    if (entries.has(task.name)) continue;
    const former = task.formerNames.find((name) => entries.has(name) && !manifest.has(name));
    if (former !== undefined) renames.set(task.name, former);
  }
  return renames;
}

/**
 * The tasks that a command is about.
 * @param entries of state, under the names of now
 * @param newNames former name → the name of now
 */
export function collectCandidates(
  { action, prepared, declared, undo, scope, policy: { targets } }: PlanRequest,
  entries: Entries,
  newNames: ReadonlyMap<string, string>,
): PlanCandidates {
  const { tasks: manifest, names: declaredNames } = declared;
  switch (action) {
    case "delete":
      return deleteCandidates(prepared.graph, manifest, entries, scope, targets);
    case "rollback": {
      const renamed = new Map([...undo].map(([name, entry]) => [name, undoWithNewNames(entry, newNames)]));
      return rollbackCandidates(manifest, entries, withoutRenamed(renamed, entries), scope, targets);
    }
    default:
      return applyCandidates(prepared.graph, declaredNames, entries, scope, targets);
  }
}
