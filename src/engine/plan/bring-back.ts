import { isObject } from "../json/json.ts";
import type { Change } from "../model/change.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Redactor } from "../ports/redactor.ts";
import { wasMasked } from "../redaction/masked.ts";
import type { PlannedTask } from "./planned-task.ts";

/**
 * What a rollback brings back of a task that is about to be changed or deleted: its entry, with a spec of what was
 * really there where that was not what opus left and its kind can put it back. What holds a secret is never kept, and of
 * values that are lost or have changed since nobody could see that they do.
 * @param change what is done to the task
 */
export function entryToBringBack(
  planned: PlannedTask,
  change: Change,
  { value: redacted }: Pick<Redactor, "value">,
): TaskState | null {
  const { entry, facts, decision, recorded, recordedProcessor } = planned;
  if (!entry) return null;
  if ((recorded?.unknown?.size ?? 0) > 0 || (recorded?.outdated?.size ?? 0) > 0) return entry;
  const drifted = decision.fields.filter((field) => field.drifted);
  const overwrites = change === "update" || change === "replace" || change === "delete";
  if (!overwrites || !facts || drifted.length === 0 || drifted.some(({ sensitive }) => sensitive)) return entry;
  const spec: unknown = recordedProcessor?.undo?.asFound?.(facts, entry.spec);
  if (!isObject(spec) || redacted(spec) !== spec) return entry;
  // Facts that are compared with recorded ones had secrets taken out.
  if (entry.observed !== undefined && wasMasked(spec) && !wasMasked(entry.spec)) return entry;
  return { ...entry, spec };
}
