import { gateHolds, notHolding } from "../model/gate-words.ts";
import type { TaskReport } from "../model/report.ts";
import type { Desired } from "../plan/desired.ts";
import { plannedReport } from "../plan/plan-model.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import { resolveVariables, type Work } from "./built-in-hooks.ts";
import { Calls } from "./calls/processor-calls.ts";
import { Cancelled, taskError } from "./calls/retry-call.ts";
import { started, stepOf } from "./change-task.ts";
import type { Executing } from "./executing.ts";

/** Waits until a gate holds. Nothing of it is recorded, and hooks of the repository do not see it. */
export async function passGate(planned: PlannedTask, executing: Executing): Promise<TaskReport> {
  const { plan } = executing.request;
  const report = { ...plannedReport(planned), change: "noop" as const, fields: [] };
  started(planned, "noop", executing);
  const work: Work = { planned, desired: planned.desired, performed: undefined };
  try {
    await resolveVariables(work, executing).around?.(stepOf(planned, plan), async () => {
      await wait(work, executing);
      return { status: "done", change: "noop", outputs: {}, error: null };
    });
    return { ...report, status: "done", reason: gateHolds, drift: "in-sync", gate: "holds" };
  } catch (error) {
    if (error instanceof Cancelled)
      return { ...report, status: "cancelled", error: { message: "the run was cancelled" } };
    return { ...report, status: "failed", reason: notHolding(), gate: "does-not-hold", error: taskError(error) };
  }
}

/** @throws Cancelled, and what the kind throws */
async function wait({ planned, desired }: Work, { request }: Executing): Promise<void> {
  const services = { ...request.toolbox, context: request.plan.context, made: () => {} };
  const { value } = desired as Desired;
  const processor = planned.processor as TaskProcessor;
  const calls = new Calls(planned, services, (outputs) => outputs);
  await calls.attempt({ known: undefined }, (io) => processor.create(value, io));
}
