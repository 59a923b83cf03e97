import type { Hook, StepResult, TaskStep } from "../ports/hook.ts";
import { taskError } from "./calls/retry-call.ts";

/** The innermost hook: does the work. */
export type Work = (step: TaskStep) => Promise<StepResult>;

/**
 * Wraps work into hooks, the first outermost. What the work came to is settled once it has run:
 * a hook can't change or repeat it, and a hook that throws afterwards fails the step without undoing anything.
 */
export function chain(hooks: readonly Hook[], work: Work): Work {
  return hooks.reduceRight<Work>((inner, hook) => {
    const around = hook.around?.bind(hook);
    if (!around) return inner;
    return async (step) => {
      let settled: Promise<StepResult> | undefined;
      const next = (given: TaskStep): Promise<StepResult> => {
        settled ??= inner(given ?? step);
        return settled;
      };
      try {
        await around(step, next);
      } catch (error) {
        const result = await settled?.catch(() => undefined);
        // An error of the work itself passes through; anything else is the hook's own.
        if (!settled || !result) throw error;
        return { ...result, status: "failed", error: hookError(hook, error) };
      }
      if (!settled) throw new Error(`the hook "${hook.name}" did not call next, so nothing was done`);
      return settled;
    };
  }, work);
}

function hookError(hook: Hook, error: unknown): StepResult["error"] {
  const { message, detail, causes } = taskError(error);
  return {
    message: `the hook "${hook.name}" failed after the task was through: ${message}`,
    hint: "The task itself is recorded as it ended.",
    ...(detail === undefined ? {} : { detail }),
    ...(causes === undefined ? {} : { causes }),
  };
}
