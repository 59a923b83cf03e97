import { taskError } from "../execute/calls/retry-call.ts";
import { hasEffect } from "../execute/intent.ts";
import { bothMutexes, Mutexes } from "../graph/mutexes.ts";
import { runScheduled } from "../graph/schedule.ts";
import { lookingMs, observingMs } from "../model/timing.ts";
import { TaskFailure } from "../ports/task-failure.ts";
import { draftOf, failed } from "./draft.ts";
import { checkPlace } from "./owners/claims.ts";
import { planTask } from "./plan-task.ts";
import type { PlannedTask } from "./planned-task.ts";
import type { Planning } from "./planning.ts";
import type { PlanCandidate } from "./select-tasks.ts";

/** What a task shares with others, as the manifest says it and as it is recorded. */
function mutexNames({ task, entry }: PlanCandidate): readonly string[] {
  return bothMutexes(task?.lifecycle, entry?.lifecycle);
}

/** Plans all candidates: each once those before it are planned. */
export class Planner {
  readonly #planning: Planning;
  readonly #planned: PlannedTask[];
  readonly #began: number;
  /** When it was told last how far this is, from the beginning. */
  #shownMs = 0;
  /** When it last let others have their turn: signals, above all. */
  #restedMs = 0;
  #done = 0;

  constructor(planning: Planning) {
    this.#planning = planning;
    this.#began = planning.request.toolbox.clock.now();
    this.#planned = new Array(planning.candidates.candidates.length);
  }

  /** What was planned, by place; without what was not reached. */
  get tasks(): readonly PlannedTask[] {
    return this.#planned.filter((planned) => planned !== undefined);
  }

  /** @throws Cancelled */
  async run(): Promise<void> {
    const { byName, candidates: all, handed, request, unsettled } = this.#planning;
    const { candidates, edges } = all;
    // Looking may touch what they share as well.
    const mutexes = new Mutexes((node) => mutexNames(candidates[node] as PlanCandidate));
    await runScheduled(edges, { limit: request.policy.parallelism, mutexes }, async (node) => {
      const candidate = candidates[node] as PlanCandidate;
      const planned = await planTask(this.#planning, candidate, node).catch((error: unknown) => {
        // What a processor makes of recorded or live data is the affair of that task alone.
        if (error instanceof TaskFailure) return failed(draftOf(this.#planning, candidate, node), taskError(error));
        throw error;
      });
      this.#planned[node] = planned;
      byName.set(planned.name, planned);
      if (hasEffect(planned) || (edges[node] ?? []).some((before) => unsettled.has(before))) unsettled.add(node);
      handed.note(node, planned);
      const resting = this.#progress(++this.#done, candidates.length);
      if (resting) await resting;
    });
    for (const planned of this.tasks) checkPlace(this.#planning, planned);
  }

  /** @returns what to wait for; undefined: it may go on at once */
  #progress(done: number, total: number): Promise<void> | undefined {
    const { clock, emit } = this.#planning.request.toolbox;
    const elapsedMs = clock.now() - this.#began;
    if (elapsedMs - this.#shownMs >= observingMs || done === total) {
      this.#shownMs = elapsedMs;
      emit({ type: "observing", done, total, elapsedMs });
    }
    return elapsedMs - this.#restedMs < lookingMs ? undefined : this.#rest();
  }

  async #rest(): Promise<void> {
    const { clock, signal } = this.#planning.request.toolbox;
    await clock.sleep(0, signal).catch(() => {});
    this.#restedMs = clock.now() - this.#began;
  }
}
