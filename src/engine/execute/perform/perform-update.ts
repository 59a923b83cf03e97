import type { Desired } from "../../plan/desired.ts";
import { isUntouched } from "../calls/processor-calls.ts";
import { done } from "./change-done.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";
import { afterFailure, undo, whole } from "./put-back.ts";

/** Changes the resource in place; after a failure changes it back to what was recorded. */
export async function update(work: ChangeWork): Promise<ChangeResult> {
  const desired = work.desired as Desired;
  const { recorded } = work.planned;
  const before = recorded?.value ?? desired.value;
  const subject = { known: recorded?.entry };
  try {
    const outcome = await work.calls.attempt(subject, (io) => work.processor.update(before, desired.value, io));
    return done(work, outcome, recorded?.entry);
  } catch (error) {
    if (isUntouched(error)) return work.untouched(error);
    return afterFailure(work, error, "updating it back to what was recorded", recorded?.entry, () =>
      undo(work, "update", before, desired.value, subject, (io) =>
        work.processor.update(desired.value, recorded ? whole(recorded) : before, io),
      ),
    );
  }
}
