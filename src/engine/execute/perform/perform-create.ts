import type { Outcome } from "../../model/outcome.ts";
import type { Desired } from "../../plan/desired.ts";
import { look } from "../../plan/look/observe.ts";
import { isUntouched, type Subject } from "../calls/processor-calls.ts";
import { Cancelled, taskError } from "../calls/retry-call.ts";
import { done } from "./change-done.ts";
import { taintedEntry } from "./change-entries.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";
import { afterFailure, canRollBack, undo } from "./put-back.ts";

/** Makes the resource; after a failure deletes what was made of it, or records it where nothing can delete it. */
export async function create(work: ChangeWork): Promise<ChangeResult> {
  const desired = work.desired as Desired;
  const { entry, autoRollback } = work.planned;
  const subject = { known: work.decision.goesOn ? entry : undefined, making: desired.stored };
  try {
    const outcome = await work.calls.attempt(subject, (io) => work.processor.create(desired.value, io));
    return done(work, outcome);
  } catch (error) {
    if (isUntouched(error)) return work.untouched(error);
    if (autoRollback && !canUndoCreate(work, desired)) return leftBehind(work, error, desired, subject);
    return afterFailure(work, error, "deleting what was created", undefined, async () => {
      await undoCreate(work, desired, subject);
      return undefined;
    });
  }
}

function canUndoCreate(work: ChangeWork, { value }: Desired): boolean {
  return canRollBack(work.processor, value) || (work.processor.compare?.deletes?.(value) ?? true);
}

/** Takes away what a failed creation has made. */
export function undoCreate(work: ChangeWork, { value }: Desired, subject: Subject): Promise<Outcome | undefined> {
  return undo(work, "create", undefined, value, subject, (io) => work.processor.delete(value, io));
}

/** It failed, and nothing can delete what it may have made: that stays recorded, unless there is nothing. */
async function leftBehind(
  work: ChangeWork,
  thrown: unknown,
  desired: Desired,
  subject: Subject,
): Promise<ChangeResult> {
  if (thrown instanceof Cancelled) throw thrown;
  const error = taskError(thrown);
  if (work.calls.made === undefined) {
    const observation = await look(work.processor, desired.value, subject.known, work.planned, work.services);
    if (observation.state === "absent" && !observation.partly)
      return work.result("failed", { error, rollback: "needless" });
  }
  return work.result("tainted", {
    error,
    entry: taintedEntry(work, undefined),
    undoable: true,
    rollback: "impossible",
  });
}
