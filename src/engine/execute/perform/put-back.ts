import type { JsonObject } from "../../json/json.ts";
import type { Change } from "../../model/change.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { TaskState } from "../../model/state-body.ts";
import type { Recorded } from "../../plan/desired.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import { TaskFailure } from "../../ports/task-failure.ts";
import type { Io } from "../../ports/task-io.ts";
import { keepableOutcome } from "../../recorded/resource.ts";
import type { Prompt } from "../calls/at-once.ts";
import type { Subject } from "../calls/processor-calls.ts";
import { Cancelled, taskError } from "../calls/retry-call.ts";
import { asBefore, type PutBack, taintedEntry } from "./change-entries.ts";
import type { ChangeResult } from "./change-result.ts";
import type { ChangeWork } from "./change-work.ts";
import { unvouched } from "./in-doubt.ts";

/** After a failure: puts things back, unless the task says not to. */
export async function afterFailure(
  work: ChangeWork,
  thrown: unknown,
  action: string,
  recordedEntry: TaskState | undefined,
  putBack: () => Promise<PutBack | undefined>,
): Promise<ChangeResult> {
  if (thrown instanceof Cancelled) throw thrown;
  const error = taskError(thrown);
  const { planned, services } = work;
  if (!planned.autoRollback)
    return work.result("failed", { error, entry: taintedEntry(work, recordedEntry), undoable: true });
  services.emit({ type: "task-rolling-back", context: services.context, task: planned.name, action, error });
  try {
    if (recordedEntry && (planned.recorded?.unvouched?.size ?? 0) > 0)
      throw new TaskFailure(unvouched.message, { untouched: true });
    const given = await putBack();
    const { outcome, error: flaw } =
      given && recordedEntry ? keepableOutcome(given, services.sealed !== undefined) : {};
    if (flaw) throw new TaskFailure(flaw.message, flaw.hint === undefined ? {} : { hint: flaw.hint });
    return work.result("rolled-back", {
      error,
      entry: outcome && recordedEntry ? asBefore(work, recordedEntry, outcome) : undefined,
    });
  } catch (second) {
    if (second instanceof Cancelled) throw second;
    const causes = [
      ...(error.causes ?? []),
      { ...taskError(second), message: `rolling back failed too: ${taskError(second).message}` },
    ];
    return work.result("tainted", {
      error: { ...error, causes },
      entry: taintedEntry(work, recordedEntry),
      undoable: true,
    });
  }
}

/** The processor's own rollback, else the engine's way. */
export async function undo(
  work: ChangeWork,
  change: Change,
  before: JsonObject | undefined,
  attempted: JsonObject | undefined,
  subject: Subject,
  otherwise: ((io: Io) => Prompt<Outcome | undefined> | Prompt<void>) | undefined,
): Promise<Outcome | undefined> {
  const processor = work.processor;
  if (canRollBack(processor, attempted ?? before ?? {}))
    return work.calls.undo(subject, async (io) => processor.undo?.rollback?.(change, before, attempted, io));
  return otherwise ? work.calls.undo(subject, async (io) => (await otherwise(io)) ?? undefined) : undefined;
}

/** Can the kind undo a change of such a resource by its own rules? */
export function canRollBack(processor: TaskProcessor, spec: JsonObject): boolean {
  return processor.undo?.rollback !== undefined && (processor.undo.has?.(spec) ?? true);
}

/**
 * The recorded spec, to put it back.
 * @throws TaskFailure when parts of it are not known any more
 */
export function whole({ value, unknown }: Recorded): JsonObject {
  if (!unknown || unknown.size === 0) return value;
  throw new TaskFailure(`what was recorded can't be put back: ${[...unknown].join(", ")} is not known any more`);
}
