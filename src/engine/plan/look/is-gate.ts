import type { PlannedTask } from "../planned-task.ts";

/** Is the task there to hold others up, as the manifest has it? */
export function isGate({ task, processor }: Pick<PlannedTask, "task" | "processor">): boolean {
  return task !== undefined && processor?.gate === true;
}
