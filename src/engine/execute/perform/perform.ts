import type { Desired } from "../../plan/desired.ts";
import { refreshedEntry } from "../../plan/look/refresh.ts";
import type { PlannedTask } from "../../plan/planned-task.ts";
import { Cancelled } from "../calls/retry-call.ts";
import { hasEffect } from "../intent.ts";
import { askAgain } from "./ask-again.ts";
import type { ChangeResult, PerformServices } from "./change-result.ts";
import { ChangeWork } from "./change-work.ts";
import { decideAgain } from "./decide-again.ts";
import { adopt } from "./perform-adopt.ts";
import { create } from "./perform-create.ts";
import { remove } from "./perform-delete.ts";
import { replace } from "./perform-replace.ts";
import { update } from "./perform-update.ts";

/** Carries out one planned change, and puts things back when it fails. Never throws for expected failures. */
export async function perform(
  planned: PlannedTask,
  desired: Desired | undefined,
  services: PerformServices,
): Promise<ChangeResult> {
  const work = new ChangeWork(planned, desired, services);
  try {
    return await carryOut(work);
  } catch (error) {
    if (error instanceof Cancelled) return work.result("cancelled", { error: { message: "the run was cancelled" } });
    throw error;
  }
}

/** @throws Cancelled, and what the services throw */
async function carryOut(work: ChangeWork): Promise<ChangeResult> {
  const { desired, awaitsPlaceOf } = work.planned;
  if ((desired?.unknowns.size ?? 0) > 0 || awaitsPlaceOf.length > 0) {
    const refused = (await decideAgain(work)) ?? (await askAgain(work));
    if (refused) return refused;
  }
  // Outside of what is rolled back: a task that may not start has nothing to undo.
  if (hasEffect(work)) work.services.started();
  switch (work.decision.change) {
    case "create":
      return create(work);
    case "update":
      return update(work);
    case "replace":
      return replace(work);
    case "delete":
      return remove(work);
    case "adopt":
      return adopt(work);
    case "forget":
      return work.result("done", { entry: null, undoable: true });
    case "noop":
      return work.result("done", { entry: await refreshedEntry(work.planned, work.desired, work.services) });
    case "none":
      return work.result("done");
  }
}
