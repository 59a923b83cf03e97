import type { Output } from "../../model/outcome.ts";
import type { Toolbox } from "../../ports/toolbox.ts";
import { withSensitivity } from "../../recorded/outputs.ts";
import type { PlannedTask } from "../planned-task.ts";

/**
 * Outputs of a resource that was found as it is wanted (`Decision.foundAsWanted`): those that looking gave, and those that
 * its kind predicts. What is sensitive stays as it is recorded.
 */
export function foundOutputs(
  { name, found, desired, processor }: Pick<PlannedTask, "name" | "found" | "desired" | "processor">,
  toolbox: Toolbox,
): readonly Output[] {
  const predicted = desired ? (processor?.known?.predict?.(desired.value, toolbox.io(name, toolbox)) ?? []) : [];
  const given = [...(found?.outputs ?? []), ...predicted];
  return withSensitivity(given, toolbox.redactor).filter(({ sensitive }) => !sensitive);
}
