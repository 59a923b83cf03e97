import type { Change } from "../model/change.ts";
import type { TaskReport } from "../model/report.ts";
import { type Plan, plannedReport } from "../plan/plan-model.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { StepResult, TaskStep } from "../ports/hook.ts";
import { processTask, resolveVariables, updateState, type Work } from "./built-in-hooks.ts";
import { taskError } from "./calls/retry-call.ts";
import type { Executing } from "./executing.ts";
import { chain } from "./hook-chain.ts";
import { StoreFailed } from "./recording.ts";

/** Does what was planned for a task, through the hooks. */
export async function changeTask(planned: PlannedTask, executing: Executing): Promise<TaskReport> {
  const { plan, hooks, scope } = executing.request;
  const { decision } = planned;
  started(planned, decision.change, executing);
  const work: Work = { planned, desired: planned.desired, performed: undefined };
  const own = hooks.filter((hook) => !hook.commands || hook.commands.includes(scope.run.command));
  const process = chain([resolveVariables(work, executing), updateState(work, executing), ...own], () =>
    processTask(work, executing),
  );
  const result = await reportError(() => process(stepOf(planned, plan)));
  const { performed } = work;
  return {
    ...plannedReport(planned, result.status),
    change: performed?.change ?? decision.change,
    reason: performed?.reason ?? decision.reason,
    ...(performed?.rollback && performed.status === result.status ? { rollback: performed.rollback } : {}),
    fields: performed?.fields ?? decision.fields,
    ...executing.outputs.shownOf(planned),
    error: result.error,
  };
}

/** Says that a task begins. */
export function started({ name, kind, decision }: PlannedTask, change: Change, { request }: Executing): void {
  const { plan, toolbox } = request;
  toolbox.emit({
    type: "task-started",
    context: plan.context,
    task: name,
    kind,
    change,
    reason: decision.reason,
  });
}

/** A task as hooks get it. */
export function stepOf({ name, kind, apiVersion, decision, task, entry }: PlannedTask, plan: Plan): TaskStep {
  return {
    task: name,
    context: plan.context,
    command: plan.command,
    change: decision.change,
    reason: decision.reason,
    apiVersion,
    kind,
    spec: task?.spec ?? entry?.spec ?? {},
  };
}

/** `report-error`: whatever is thrown becomes a failed step. */
async function reportError(process: () => Promise<StepResult>): Promise<StepResult> {
  try {
    return await process();
  } catch (error) {
    if (error instanceof StoreFailed) {
      return {
        status: "cancelled",
        change: "none",
        outputs: {},
        error: { message: "state could not be written, so it was not started" },
      };
    }
    return { status: "failed", change: "none", outputs: {}, error: taskError(error) };
  }
}
