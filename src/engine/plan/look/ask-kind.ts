import { lastly, type Prompt } from "../../execute/calls/at-once.ts";
import { type KnownTask, recordedTask } from "../../execute/calls/made-so-far.ts";
import { attempt } from "../../execute/calls/retry-call.ts";
import { type Json, type JsonObject, pointerPath } from "../../json/json.ts";
import { withValueAt } from "../../json/json-diff.ts";
import type { Observation } from "../../model/observation.ts";
import type { KindPlan, TaskProcessor, UnknownValue } from "../../ports/processor.ts";
import type { Io } from "../../ports/task-io.ts";
import type { Toolbox } from "../../ports/toolbox.ts";
import type { Desired } from "../desired.ts";
import type { PlannedTask } from "../planned-task.ts";

/** A task that a call to its kind is about. */
export type AskedTask = Pick<PlannedTask, "name" | "retries" | "timeoutMs" | "lifecycle" | "entry">;

/** What a call that changes nothing takes. */
export type AskTools = Pick<Toolbox, "clock" | "signal" | "io" | "lineage">;

/**
 * Makes a call to a kind that changes nothing, with the task's timeout and retries.
 * @param known what is recorded of the resource that the call is about
 * @returns its answer, at once when it comes at once. Rejects with `Cancelled`, and whatever the last attempt threw
 */
export function askKind<T>(
  task: AskedTask,
  known: KnownTask | undefined,
  tools: AskTools,
  question: (io: Io) => Prompt<T>,
): Prompt<T> {
  const { clock, signal } = tools;
  return attempt(
    (bounds) => {
      const call = tools.io(task.name, bounds);
      // Not copied: what is made of it only when it is asked for would be made then.
      const whole: Io = Object.assign(call, {
        recorded: known && recordedTask(known),
        made: () => {},
        adoptId: adoptedId(task),
        lineage: tools.lineage?.(),
      });
      return lastly(
        () => question(whole),
        () => call.end?.(),
      );
    },
    { clock, signal, timeoutMs: task.timeoutMs, retries: task.retries, onRetry: () => {} },
  );
}

/** The id by which a task takes over what is there; undefined: it names none, or is recorded already. */
export function adoptedId({ lifecycle, entry }: Pick<PlannedTask, "lifecycle" | "entry">): string | undefined {
  return entry === undefined && typeof lifecycle.adopt === "object" ? lifecycle.adopt.id : undefined;
}

/**
 * Has a kind plan by its own rules.
 * @param desired undefined: the resource is to be deleted
 * @returns undefined where the kind compares
 * @throws Cancelled, TaskFailure
 */
export async function planByKind(
  processor: TaskProcessor,
  task: AskedTask,
  about: {
    /** Undefined: nothing is recorded. */
    readonly recorded: { readonly value: JsonObject; readonly entry: KnownTask } | undefined;
    readonly desired: Desired | undefined;
    readonly observation: Observation;
  },
  tools: AskTools,
): Promise<KindPlan | undefined> {
  if (!processor.plan) return undefined;
  const { recorded, desired, observation } = about;
  const wanted = {
    before: recorded?.value,
    after: desired && withoutNotes(desired),
    unknowns: unknownValues(desired),
    observation,
  };
  return askKind(task, recorded?.entry, tools, async (io) => (await processor.plan?.(wanted, io)) as KindPlan);
}

/** Kinds get nothing in place of what is not known yet, never a text that reads like a value. */
function withoutNotes({ value, unknowns }: Desired): JsonObject {
  let known: Json = value;
  for (const pointer of unknowns.keys()) known = withValueAt(known, pointerPath(pointer), null);
  return known as JsonObject;
}

function unknownValues(desired: Desired | undefined): { readonly [pointer: string]: UnknownValue } {
  const unknowns = [...(desired?.unknowns.keys() ?? [])].map((pointer) => {
    const type = desired?.unknownTypes?.get(pointer);
    return [pointer, type === undefined ? {} : { type }] as const;
  });
  return Object.fromEntries(unknowns);
}
