import type { Failure, Result } from "../diagnostics/diagnostic.ts";
import type { Intent, Made, TaskState } from "../model/state-body.ts";
import type { RecordedResult } from "./journal.ts";

/** State during a run, as the executor sees it. */
export interface Recorder {
  /** Entries as of now. */
  readonly tasks: ReadonlyMap<string, TaskState>;
  /** Stores all intents of the run in one write, before its first effect. Fails with `overtaken` when it has to plan again. */
  begin(intents: readonly Intent[]): Promise<Result<void, Failure>>;
  /** The task's first effect is about to happen. */
  started(task: string): Result<void, Failure>;
  /** So much exists of the task by now, all in all; on disk when it returns. Says nothing of a task that is through. */
  made(task: string, made: Made): Result<void, Failure>;
  /** The task is through; on disk when it returns, in the store at the next checkpoint. */
  record(result: RecordedResult): Promise<Result<void, Failure>>;
}
