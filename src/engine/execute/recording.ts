import type { Failure } from "../diagnostics/diagnostic.ts";
import type { Intent, Made } from "../model/state-body.ts";
import { entryToBringBack } from "../plan/bring-back.ts";
import type { PlannedTask } from "../plan/planned-task.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { Redactor } from "../ports/redactor.ts";
import { hasEffect } from "./intent.ts";
import type { ChangeResult } from "./perform/change-result.ts";

/** The built-in hooks were stopped because state can't be written. */
export class StoreFailed extends Error {}

/** Records in state what is begun, made and done. */
export class Recording {
  readonly #recorder: Recorder;
  readonly #redactor: Pick<Redactor, "value">;
  #failure: Failure | undefined;

  constructor(recorder: Recorder, redactor: Pick<Redactor, "value">) {
    this.#recorder = recorder;
    this.#redactor = redactor;
  }

  /** The first reason why state could not be written: nothing new starts then. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Records what the run is about to do. */
  async begin(intents: readonly Intent[]): Promise<void> {
    if (intents.length === 0) return;
    const begun = await this.#recorder.begin(intents);
    if (!begun.ok) this.#failure = begun.error;
  }

  /**
   * To be called before the first effect of a task.
   * @throws StoreFailed
   */
  started(task: string): void {
    const started = this.#failure ? undefined : this.#recorder.started(task);
    if (started && !started.ok) this.#failure = started.error;
    if (this.#failure) throw new StoreFailed();
  }

  /** Records so much as exists of a task by now. */
  made(task: string, made: Made): void {
    // It exists already: what can't be written stops the tasks that come, not this one.
    const kept = this.#recorder.made(task, made);
    if (!kept.ok) this.#failure ??= kept.error;
  }

  /** A task that came to an end is not pending any more, also when its entry stays as it was. */
  async settle(planned: PlannedTask, performed: ChangeResult): Promise<void> {
    if (performed.entry !== undefined) await this.record(planned, { ...performed, entry: performed.entry });
    else if (performed.status !== "cancelled" && hasEffect(planned)) {
      await this.record(planned, {
        entry: planned.entry ?? this.#recorder.tasks.get(planned.name) ?? null,
        undoable: false,
        change: performed.change,
      });
    }
  }

  /** Records a task, and what `rollback` would undo of it. */
  async record(
    planned: PlannedTask,
    {
      entry,
      undoable,
      undoAs,
      change,
    }: Pick<ChangeResult, "undoable" | "undoAs" | "change"> & { entry: NonNullable<ChangeResult["entry"]> | null },
  ): Promise<void> {
    const { formerName, name } = planned;
    const recorded = await this.#recorder.record({
      task: name,
      entry,
      ...(formerName === undefined ? {} : { formerName }),
      // What is made again in silence must not push out what a rollback would undo.
      undo:
        undoable && !planned.decision.silent
          ? {
              task: name,
              change: undoAs ?? change,
              before: entryToBringBack(planned, change, this.#redactor),
            }
          : null,
    });
    if (!recorded.ok) this.#failure ??= recorded.error;
  }
}
