import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TaskError } from "../../model/outcome.ts";
import type { Desired } from "../desired.ts";
import type { PlannedTask } from "../planned-task.ts";
import type { Planning } from "../planning.ts";
import type { Claim } from "./resource-owners.ts";

/** See `Plan.claim`. */
export function claimOf(planning: Planning, { name, task, entry, processor }: PlannedTask, desired: Desired): Claim {
  if (!processor) return { state: "free" };
  return planning.owners.of({ name, task, entry, processor, desired });
}

/** Whose place it has to wait for; or why it can't have what it wants, which is reported with its place as well. */
export function claimPlace(planning: Planning, planned: PlannedTask, desired: Desired): readonly string[] | TaskError {
  const claim = claimOf(planning, planned, desired);
  if (claim.state !== "taken") return claim.state === "after" ? claim.owners : [];
  planning.diagnostics.push(claim.diagnostic);
  const { message, suggestion } = claim.diagnostic;
  return { message, ...(suggestion === undefined ? {} : { hint: suggestion }) };
}

/** Does everybody leave whose place a task waits for? */
export function checkPlace(planning: Planning, planned: PlannedTask): void {
  if (planned.status !== "planned") return;
  for (const name of planned.awaitsPlaceOf) {
    const owner = planning.byName.get(name);
    const change = owner?.decision.change ?? "none";
    // What it recorded is gone already, and it is made elsewhere.
    const { recordOnly, foundAsWanted } = owner?.decision ?? {};
    const leaves = ["replace", "update", "delete", "create"].includes(change) || recordOnly || foundAsWanted;
    // Nothing of this one runs either, then.
    if (owner === undefined || owner.status !== "planned" || leaves) continue;
    planning.diagnostics.push(planning.owners.stillThere(planned, name, owner.decision.reason));
  }
}

/** Tasks that each wait for the next one. */
export function circle(planning: Planning, tasks: readonly PlannedTask[]): Diagnostic {
  const waits = (task: PlannedTask, at: number): boolean =>
    task.awaitsPlaceOf.includes((tasks[(at + 1) % tasks.length] as PlannedTask).name);
  const first = tasks.findIndex(waits);
  const from = [...tasks.slice(first), ...tasks.slice(0, first)];
  return planning.owners.circle(from);
}
