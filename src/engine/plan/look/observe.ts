import { andThen, type Prompt } from "../../execute/calls/at-once.ts";
import type { KnownTask } from "../../execute/calls/made-so-far.ts";
import { Cancelled, taskError } from "../../execute/calls/retry-call.ts";
import { isObject, type Json, type JsonObject, pointerPath, pointerWithin } from "../../json/json.ts";
import { valueAt, withValueAt } from "../../json/json-diff.ts";
import { storableObservation } from "../../json/storable.ts";
import type { Observation } from "../../model/observation.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import type { SecretUses } from "../../recorded/recorded-secrets.ts";
import { type SecretUse, secretName } from "../../references/resolve.ts";
import { references } from "../../references/templates.ts";
import type { Desired, Recorded } from "../desired.ts";
import { type AskedTask, type AskTools, askKind } from "./ask-kind.ts";

/**
 * Observes with the task's timeout and retries; a thrown error is a failed observation.
 * @param entry what is recorded of the resource that is looked for
 * @returns what was seen, at once when its kind answers at once. Rejects with `Cancelled`
 */
export function look(
  processor: TaskProcessor,
  spec: JsonObject,
  entry: KnownTask | undefined,
  task: AskedTask,
  tools: AskTools,
): Prompt<Observation> {
  const seen = (given: Observation): Observation => {
    const observation = storableObservation(given);
    // What was stopped in the middle has found nothing.
    if (observation.state === "failed" && tools.signal.aborted) throw new Cancelled();
    // A failed look is worth another try, like a failed operation.
    if (observation.state === "failed" && task.retries.limit > 0) throw new FailedLook(observation);
    return observation;
  };
  const found = askKind(task, entry, tools, (io) => andThen(processor.observe(spec, io), seen));
  return found instanceof Promise ? found.catch(failedLook) : found;
}

/** @throws Cancelled */
function failedLook(error: unknown): Observation {
  if (error instanceof Cancelled) throw error;
  if (error instanceof FailedLook) return error.observation;
  return { state: "failed", error: taskError(error) };
}

class FailedLook extends Error {
  readonly observation: Observation;

  constructor(observation: Observation) {
    super("observation failed");
    this.observation = observation;
  }
}

/** Facts as they were recorded: what `observed` keeps has gone through the redactor, so what is compared with it must too. */
export function redactedLikeState(
  observation: Observation,
  recorded: Recorded | undefined,
  redact: <T extends Json>(value: T) => T,
): Observation {
  if (observation.state !== "present" || recorded?.entry.observed === undefined) return observation;
  return { ...observation, facts: redact(observation.facts) };
}

/** The spec with ignored fields as they are: live where that is known, else as recorded, else as wanted. */
export function withIgnoredFields(
  desired: Desired,
  recorded: Recorded | undefined,
  facts: JsonObject | undefined,
  pointers: readonly string[] | undefined,
): Desired {
  if (!pointers || pointers.length === 0) return desired;
  if (!recorded) return { ...desired, value: ignoringFound(desired.value, facts, pointers) };
  let { value, stored } = desired as { value: Json; stored: Json };
  for (const pointer of pointers) {
    const path = pointerPath(pointer);
    value = withValueAt(value, path, valueAt(facts, path) ?? valueAt(recorded.value, path));
    stored = withValueAt(stored, path, valueAt(recorded.entry.spec, path));
  }
  if (!isObject(value) || !isObject(stored)) return desired;
  const kept = [...desired.unknowns].filter(([at]) => !pointers.some((pointer) => pointerWithin(at, pointer)));
  const secrets = new Map([...usedIn(stored, recorded.secrets), ...usedIn(stored, desired.secrets)]);
  return { ...desired, value, stored, unknowns: new Map(kept), secrets };
}

/** What is taken over keeps what is ignored of it. */
function ignoringFound(wanted: JsonObject, facts: JsonObject | undefined, pointers: readonly string[]): JsonObject {
  let value: Json = wanted;
  for (const path of pointers.map(pointerPath)) {
    const found = valueAt(facts, path);
    if (found !== undefined && valueAt(value, path) !== undefined) value = withValueAt(value, path, found);
  }
  return value as JsonObject;
}

/** Those of some secrets that a stored spec names. */
function usedIn(stored: JsonObject, secrets: SecretUses | undefined): (readonly [string, SecretUse])[] {
  if (!secrets || secrets.size === 0) return [];
  const named = new Set([...references(stored)].map(({ reference }) => secretName(reference)));
  return [...secrets].filter(([name]) => named.has(name));
}
