import { pointerPath } from "../../json/json.ts";
import { touches, valueAt } from "../../json/json-diff.ts";
import type { FieldDiff } from "../../model/change.ts";
import type { Desired } from "../../plan/desired.ts";
import type { PlannedTask } from "../../plan/planned-task.ts";
import { readableTemplate } from "../../references/templates.ts";
import { hasEffect } from "../intent.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";

/**
 * Has whoever agreed to the plan agree once more, where values were unknown then, before anything is done to the task.
 * @returns what the task came to, if it may not be changed
 * @throws Cancelled
 */
export async function askAgain(work: ChangeWork): Promise<ChangeResult | undefined> {
  const { planned, desired, decision, services } = work;
  const wasUnknown = (planned.desired?.unknowns.size ?? 0) > 0;
  if (!services.agreeAgain || !wasUnknown || !desired || !hasEffect(work)) return undefined;
  const now: PlannedTask = {
    ...planned,
    desired,
    decision: { ...decision, fields: decision.fields.map((field) => nowKnown(field, desired)) },
  };
  const error = await services.agreeAgain(now);
  return error && work.result("failed", { error, rollback: "needless" });
}

/** A field with what it will be, instead of what it waited for. */
function nowKnown({ knownAfter, ...field }: FieldDiff, { stored, secretPointers }: Desired): FieldDiff {
  if (!knownAfter) return field;
  const after = valueAt(stored, pointerPath(field.path));
  return {
    ...field,
    ...(after === undefined ? {} : { after: readableTemplate(after) }),
    ...(field.sensitive || touches(field.path, secretPointers) ? { sensitive: true } : {}),
  };
}
