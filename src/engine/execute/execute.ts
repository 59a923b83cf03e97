import type { Failure } from "../diagnostics/diagnostic.ts";
import { runScheduled } from "../graph/schedule.ts";
import type { TaskReport, TaskStatus } from "../model/report.ts";
import { isGate } from "../plan/look/is-gate.ts";
import { refreshedEntry } from "../plan/look/refresh.ts";
import { plannedReport } from "../plan/plan-model.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import { renamedEntries } from "../recorded/entries.ts";
import { overtaken } from "../recorded/overtaken.ts";
import { Cancelled } from "./calls/retry-call.ts";
import { changeTask } from "./change-task.ts";
import type { ExecuteRequest } from "./execute-request.ts";
import type { Executing } from "./executing.ts";
import { GivenOutputs } from "./given-outputs.ts";
import { HoldUps, isBlocking } from "./hold-ups.ts";
import { hasEffect, intent } from "./intent.ts";
import { passGate } from "./pass-gate.ts";
import { planMutexes } from "./plan-mutexes.ts";
import { Recording } from "./recording.ts";

/** What carrying out a plan came to. */
export interface Execution {
  /** By place in the plan; empty when the plan was overtaken. */
  readonly reports: readonly TaskReport[];
  /** State could not be written: nothing new was started after that. */
  readonly failure: Failure | undefined;
}

/** Carries out a plan: ready tasks side by side, each through the hooks, its result recorded before its dependants start. */
export async function executePlan(request: ExecuteRequest): Promise<Execution> {
  const executor = new Executor(request);
  return executor.run();
}

class Executor {
  readonly #request: ExecuteRequest;
  readonly #executing: Executing;
  readonly #reports: TaskReport[] = [];
  readonly #startedAt: number;
  #stopped = false;
  #done = 0;

  constructor(request: ExecuteRequest) {
    const { plan, recorder, toolbox } = request;
    this.#request = request;
    this.#executing = {
      request,
      holdUps: new HoldUps(plan, renamedEntries(recorder.tasks, plan.renames)),
      outputs: new GivenOutputs(request),
      recording: new Recording(recorder, toolbox.redactor),
    };
    this.#startedAt = toolbox.clock.now();
  }

  async run(): Promise<Execution> {
    const { plan, policy, toolbox } = this.#request;
    const effective = plan.tasks.filter((planned) => planned.status === "planned" && hasEffect(planned));
    const intents = effective.map((planned) => intent(planned, toolbox.sealed));
    await this.#executing.recording.begin(intents);
    if (this.#executing.recording.failure === overtaken) return { reports: [], failure: overtaken };
    // Tasks that left the manifest wait for all others: a node between them.
    const barrier = plan.orphansFrom;
    const shift = (node: number): number => (node >= barrier ? node + 1 : node);
    const edges = [
      ...plan.edges.slice(0, barrier),
      Array.from({ length: barrier }, (_, node) => node),
      ...plan.edges.slice(barrier).map((before) => [barrier, ...before.map(shift)]),
    ];
    const at = (node: number): number => (node > barrier ? node - 1 : node);
    const mutexes = planMutexes(
      (node) => (node === barrier ? undefined : (plan.tasks[at(node)] as PlannedTask)),
      toolbox,
    );
    await runScheduled(edges, { limit: policy.parallelism, mutexes }, async (node) => {
      if (node === barrier) return;
      await this.#task(plan.tasks[at(node)] as PlannedTask, at(node));
    });
    return { reports: this.#reports, failure: this.#executing.recording.failure };
  }

  async #task(planned: PlannedTask, place: number): Promise<void> {
    const { plan, policy, toolbox } = this.#request;
    const { clock, emit } = toolbox;
    const began = clock.now();
    const report = await this.#process(planned, place);
    const finished: TaskReport = { ...report, durationMs: Math.round(clock.now() - began) };
    this.#reports[place] = finished;
    this.#executing.holdUps.note(planned, finished.status);
    if (policy.failFast && isBlocking(finished.status) && finished.status !== "skipped") this.#stopped = true;
    this.#done++;
    const elapsedMs = clock.now() - this.#startedAt;
    emit({
      type: "task-finished",
      context: plan.context,
      report: finished,
      done: this.#done,
      total: plan.tasks.length,
      elapsedMs,
    });
  }

  async #process(planned: PlannedTask, place: number): Promise<TaskReport> {
    if (planned.status === "failed") return plannedReport(planned);
    const { change } = planned.decision;
    const { holdUps } = this.#executing;
    const blocker = holdUps.blocker(planned, place);
    if (planned.status === "skipped" || blocker !== undefined) {
      return {
        ...plannedReport(planned, "skipped"),
        reason: blocker === undefined ? planned.decision.reason : `"${blocker}" did not succeed`,
      };
    }
    const claimant = change === "delete" ? holdUps.mayBe(planned) : undefined;
    if (claimant !== undefined)
      return {
        ...plannedReport(planned, "skipped"),
        reason: `its resource may be that of "${claimant}", which did not succeed`,
      };
    const gate = isGate(planned);
    if (change === "none") return plannedReport(planned, "observed");
    if (change === "noop" && !gate) return this.#unchanged(planned);
    const held = this.#heldUp();
    if (held) return { ...plannedReport(planned, held.status), reason: held.reason };
    if (!gate) return changeTask(planned, this.#executing);
    const before = change === "noop" ? undefined : await changeTask(planned, this.#executing);
    if (before && before.status !== "done") return before;
    const passed = await passGate(planned, this.#executing);
    // What it was before has gone.
    return before && passed.status === "done" ? before : passed;
  }

  #heldUp(): { status: TaskStatus; reason: string } | undefined {
    if (this.#request.toolbox.signal.aborted)
      return { status: "cancelled", reason: "the run was cancelled before it started" };
    if (this.#executing.recording.failure) return { status: "skipped", reason: "state could not be written" };
    return this.#stopped ? { status: "skipped", reason: "another task failed (fail-fast)" } : undefined;
  }

  /** Nothing to do, but for what of the manifest is only recorded, and for a new name. */
  async #unchanged(planned: PlannedTask): Promise<TaskReport> {
    const { toolbox } = this.#request;
    const { outputs, recording } = this.#executing;
    const stopped = toolbox.signal.aborted || recording.failure !== undefined;
    const entry =
      (stopped ? undefined : await refreshedEntry(planned, planned.desired, toolbox).catch(ifCancelled)) ??
      // Under a new name, or depending on one.
      (planned.entry === this.#request.recorder.tasks.get(planned.name) ? undefined : planned.entry);
    if (entry && !toolbox.signal.aborted && !recording.failure) {
      await recording.record(planned, { entry, undoable: false, change: "noop" });
    }
    return { ...plannedReport(planned, "done"), ...outputs.shownOf(planned) };
  }
}

/** A look that was cancelled has found nothing: the next run looks again. */
function ifCancelled(error: unknown): undefined {
  if (!(error instanceof Cancelled)) throw error;
}
