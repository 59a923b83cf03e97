import type { Desired } from "../plan/desired.ts";
import { problemsByKind } from "../plan/look/validate-by-kind.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { Hook, StepResult } from "../ports/hook.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import { readableTemplate } from "../references/templates.ts";
import type { Executing } from "./executing.ts";
import type { ChangeResult, PerformServices } from "./perform/change-result.ts";
import { perform } from "./perform/perform.ts";

/** A task on its way, as the built-in hooks see it. */
export interface Work {
  readonly planned: PlannedTask;
  desired: Desired | undefined;
  performed: ChangeResult | undefined;
}

/** `resolve-variables`: fills in what tasks before gave. */
export function resolveVariables(work: Work, executing: Executing): Hook {
  return {
    name: "resolve-variables",
    around: async (step, next) => {
      const { planned } = work;
      if (planned.task && planned.desired && planned.desired.unknowns.size > 0) {
        const { prepared } = executing.request;
        const reads = planned.processor?.workspace?.reads;
        const late = reads !== undefined && planned.desired.unknowns.has(`/${reads.into}`);
        const read = late ? await prepared.readAgain(planned.task) : { task: planned.task, diagnostics: [] };
        const { desired, diagnostics } = prepared.resolve(read.task, (name, key) =>
          executing.outputs.output(name, key, planned.task),
        );
        const [problem] = [...read.diagnostics, ...diagnostics];
        if (problem)
          throw new TaskFailure(problem.message, problem.suggestion === undefined ? {} : { hint: problem.suggestion });
        if (desired.unknowns.size > 0)
          throw new Error(`unresolved: ${[...desired.unknowns.values()].flat().join(", ")}`);
        const refused = await problemsByKind(planned.processor, desired.value, planned, executing.request.toolbox);
        if (refused.length > 0) throw new TaskFailure(refused.map(({ message }) => message).join("; "));
        work.desired = desired;
      }
      return next({ ...step, spec: work.desired ? readableTemplate(work.desired.stored) : step.spec });
    },
  };
}

/** `update-state`: records what the task came to, whatever the hooks inside make of it. */
export function updateState(work: Work, executing: Executing): Hook {
  return {
    name: "update-state",
    around: async (step, next) => {
      try {
        return await next(step);
      } finally {
        const { performed, planned } = work;
        if (performed) executing.outputs.note(planned.name, performed);
        if (performed) await executing.recording.settle(planned, performed);
      }
    },
  };
}

/** `process-task`: lets the processor do it. */
export async function processTask(work: Work, executing: Executing): Promise<StepResult> {
  const { request, holdUps, outputs, recording } = executing;
  const { plan, toolbox } = request;
  const services: PerformServices = {
    ...toolbox,
    context: plan.context,
    started: () => recording.started(work.planned.name),
    taken: (desired) => holdUps.taken(work.planned, desired),
    agreeAgain: request.agreeAgain,
    made: (made) => recording.made(work.planned.name, made),
  };
  const performed = await perform(work.planned, work.desired, services);
  work.performed = performed;
  return {
    status: performed.status,
    change: performed.change,
    outputs: outputs.shown(performed.outputs).outputs,
    error: performed.error,
  };
}
