import { withoutPointers } from "../../json/json-diff.ts";
import { fieldsOfKind } from "../../plan/decide/decide-by-kind.ts";
import { differences } from "../../plan/decide/live-fields.ts";
import type { Desired, Recorded } from "../../plan/desired.ts";
import { planByKind } from "../../plan/look/ask-kind.ts";
import { newlyFound } from "../../plan/planned-task.ts";
import { isUntouched } from "../calls/processor-calls.ts";
import { done } from "./change-done.ts";
import { remadeEntry, taintedEntry } from "./change-entries.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";
import { adopted, foundTask } from "./perform-adopt.ts";
import { undoCreate } from "./perform-create.ts";
import { deleteResource } from "./perform-delete.ts";
import { afterFailure, whole } from "./put-back.ts";

/** Deletes what was recorded, and makes or takes over the new resource; after a failure makes the old one again. */
export async function replace(work: ChangeWork): Promise<ChangeResult> {
  const desired = work.desired as Desired;
  const recorded = work.planned.recorded as Recorded;
  const deleted = await deleteResource(work, recorded);
  if (deleted !== "deleted") return deleted;
  const way = work.decision.takesOver ? await wayToTakeOver(work, desired) : "create";
  const fresh = { known: undefined, making: desired.stored };
  try {
    if (way === "keep") return { ...done(work, adopted(work, desired)), undoAs: "adopt" };
    if (way === "update") {
      const there = { known: foundTask(work, desired) };
      const taken = await work.calls.attempt(there, (io) => work.processor.update(desired.value, desired.value, io));
      return { ...done(work, taken, there.known), undoAs: "adopt" };
    }
    return done(work, await work.calls.attempt(fresh, (io) => work.processor.create(desired.value, io)));
  } catch (error) {
    // What opus did not make is not deleted.
    const untouched = way !== "create" || isUntouched(error);
    let left = way === "create" && work.calls.made !== undefined;
    const performed = await afterFailure(work, error, "creating again what was recorded", recorded.entry, async () => {
      if (!untouched) await undoCreate(work, desired, fresh);
      left = false;
      return {
        ...(await work.calls.remake((io) => work.recordedProcessor.create(whole(recorded), io))),
        anew: true,
      };
    });
    if (!performed.entry || performed.status === "rolled-back") return performed;
    // What is there now is what was made, and not what was recorded and deleted.
    return { ...performed, entry: left ? taintedEntry(work, undefined) : remadeEntry(work, recorded.entry) };
  }
}

/** What stood where a replacement leads may have gone with what was replaced, and changed since the plan. */
async function wayToTakeOver(work: ChangeWork, desired: Desired): Promise<"create" | "update" | "keep"> {
  const observation = await work.lookAt(desired.value);
  work.found = newlyFound(observation);
  if (observation.state !== "present") return "create";
  const { ignoreChanges, adopt } = work.planned.lifecycle;
  const ownPlan = await planByKind(
    work.processor,
    work.planned,
    { recorded: undefined, desired, observation },
    work.services,
  );
  const fields = ownPlan
    ? fieldsOfKind(ownPlan, desired, undefined)
    : differences(work.processor, observation.facts, desired.value, undefined);
  if (ownPlan?.change === "noop" || withoutPointers(fields, ignoreChanges).length === 0) return "keep";
  return adopt ? "update" : "create";
}
