import type { Diagnostic, Problem } from "../../diagnostics/diagnostic.ts";
import type { JsonObject } from "../../json/json.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import { located } from "../../prepare/spec-problems.ts";
import { needsSeal } from "../../recorded/resource.ts";
import type { Desired } from "../desired.ts";
import type { PlannedTask } from "../planned-task.ts";
import { type AskedTask, type AskTools, askKind } from "./ask-kind.ts";

/**
 * What whoever knows the rules of a kind finds wrong with a whole spec.
 * @throws Cancelled, and what the kind throws when nobody could be asked
 */
export async function problemsByKind(
  processor: TaskProcessor | undefined,
  spec: JsonObject,
  task: AskedTask & Pick<PlannedTask, "entry">,
  tools: AskTools,
): Promise<readonly Problem[]> {
  if (!processor?.validate) return [];
  return askKind(task, task.entry, tools, async (io) => (await processor.validate?.(spec, io)) ?? []);
}

/**
 * What is wrong with a task of the manifest by rules that live elsewhere, located. A spec that waits for other tasks is
 * checked when it is whole.
 * @param sealed is state?
 */
export async function manifestProblems(
  { task, processor, ...planned }: PlannedTask,
  desired: Desired,
  sealed: boolean,
  tools: AskTools,
): Promise<readonly Diagnostic[]> {
  if (!task) return [];
  if (processor?.known?.resource && !sealed) {
    const { message, hint } = needsSeal;
    const location = task.locate("/kind");
    const code = "resource-needs-seal";
    return [{ severity: "error", code, message: `task "${task.name}": ${message}`, location, suggestion: hint }];
  }
  if (desired.unknowns.size > 0) return [];
  const problems = await problemsByKind(processor, desired.value, planned, tools);
  return problems.map((problem) => located(task, undefined, problem));
}
