import type { Observation } from "../../model/observation.ts";
import type { Recorded } from "../../plan/desired.ts";
import { look } from "../../plan/look/observe.ts";
import { isUntouched } from "../calls/processor-calls.ts";
import { Cancelled, taskError } from "../calls/retry-call.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";
import { unlooked, unvouched } from "./in-doubt.ts";
import { afterFailure, canRollBack, undo } from "./put-back.ts";

/** Deletes the resource of a task that is to go. */
export async function remove(work: ChangeWork): Promise<ChangeResult> {
  const recorded = work.planned.recorded as Recorded;
  const deleted = await deleteResource(work, recorded);
  return deleted === "deleted" ? work.result("done", { entry: null, undoable: true }) : deleted;
}

/** Deletes the recorded resource; when that throws, what counts is whether it is still there. */
export async function deleteResource(work: ChangeWork, recorded: Recorded): Promise<"deleted" | ChangeResult> {
  const processor = work.recordedProcessor;
  // Such a plan is guarded; this holds whatever a check elsewhere forgets.
  const refused = recorded.unvouched?.has("delete") ? unvouched : recorded.lost;
  if (refused) return work.result("failed", { error: refused, rollback: "needless" });
  try {
    await work.calls.remove({ known: recorded.entry }, (io) => processor.delete(recorded.value, io));
    return "deleted";
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    const { clock, signal, io } = work.services;
    const observation: Observation = recorded.unvouched?.has("read")
      ? unlooked
      : await look(processor, recorded.value, recorded.entry, work.planned, { clock, signal, io });
    if (observation.state === "absent" && !observation.partly) return "deleted";
    if (isUntouched(error)) return work.untouched(error);
    const known = (recorded.unvouched?.size ?? 0) === 0;
    if (known && canRollBack(processor, recorded.value) && work.planned.autoRollback) {
      return afterFailure(work, error, "putting it back", recorded.entry, () =>
        undo(work, "delete", recorded.value, undefined, { known: recorded.entry }, undefined),
      );
    }
    return work.result("failed", { error: taskError(error) });
  }
}
