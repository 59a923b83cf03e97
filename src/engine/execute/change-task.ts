import type { TaskReport } from "../model/report.ts";
import { plannedReport } from "../plan/plan-model.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { StepResult, TaskStep } from "../ports/hook.ts";
import { processTask, resolveVariables, updateState, type Work } from "./built-in-hooks.ts";
import type { Executing } from "./executing.ts";
import { chain } from "./hook-chain.ts";
import { StoreFailed } from "./recording.ts";
import { taskError } from "./retry-call.ts";

/** Does what was planned for a task, through the hooks. */
export async function changeTask(planned: PlannedTask, executing: Executing): Promise<TaskReport> {
  const { plan, hooks, scope, toolbox } = executing.request;
  const { name, kind, decision } = planned;
  toolbox.emit({
    type: "task-started",
    context: plan.context,
    task: name,
    kind,
    change: decision.change,
    reason: decision.reason,
  });
  const work: Work = { planned, desired: planned.desired, performed: undefined };
  const own = hooks.filter((hook) => !hook.commands || hook.commands.includes(scope.run.command));
  const process = chain([resolveVariables(work, executing), updateState(work, executing), ...own], () =>
    processTask(work, executing),
  );
  const step: TaskStep = {
    task: name,
    context: plan.context,
    command: plan.command,
    change: decision.change,
    reason: decision.reason,
    apiVersion: planned.apiVersion,
    kind,
    spec: planned.task?.spec ?? planned.entry?.spec ?? {},
  };
  const result = await reportError(() => process(step));
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
