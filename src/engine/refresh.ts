import { equalJson } from "./compare.ts";
import type { Desired } from "./decide.ts";
import type { Json, JsonObject } from "./json.ts";
import type { TaskState } from "./model.ts";
import { type IoFactory, look } from "./observe.ts";
import type { PlannedTask } from "./plan-model.ts";
import type { Clock, Redactor, TaskProcessor } from "./ports.ts";

/** What looking again takes. */
export interface RefreshServices {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly io: IoFactory;
}

/**
 * For a task that needs nothing done: its entry with what of the manifest is only recorded, or undefined when that is
 * the same. Where facts are compared with recorded ones, the recorded ones must be what the new spec finds.
 * @throws Cancelled
 */
export async function refreshedEntry(
  planned: PlannedTask,
  desired: Desired | undefined,
  services: RefreshServices,
): Promise<TaskState | undefined> {
  const { entry, task, decision, processor, facts } = planned;
  if (!entry || !task || !desired || desired.unknowns.size > 0 || decision.leftAlone) return undefined;
  const next: TaskState = {
    ...entry,
    apiVersion: planned.apiVersion,
    spec: desired.stored,
    ...(desired.secrets.size > 0 ? { secrets: Object.fromEntries(desired.secrets) } : {}),
    dependencies: planned.dependencies,
    scope: planned.scope,
    lifecycle: planned.lifecycle,
  };
  const seen = processor?.factFields && (await newFacts(processor, processor.factFields));
  const { observed: _, ...rest } = next;
  const refreshed =
    seen === undefined ? next : { ...rest, ...(seen ? { observed: services.redactor.value(seen) } : {}) };
  return equalJson(comparableEntry(entry), comparableEntry(refreshed)) ? undefined : refreshed;

  /** Facts to record; null: none to be had; undefined: those that are recorded stay. */
  async function newFacts(by: TaskProcessor, fields: readonly string[]): Promise<JsonObject | null | undefined> {
    const changed = fields.some((field) => !equalJson(entry?.spec[field] ?? null, next.spec[field] ?? null));
    if (!changed) return entry?.observed === undefined ? facts : undefined;
    const observation = await look(by, (desired as Desired).value, undefined, planned, services);
    return observation.state === "present" ? observation.facts : null;
  }
}

/** What of an entry a refresh may change. */
function comparableEntry({ apiVersion, spec, secrets, observed, dependencies, scope, lifecycle }: TaskState): Json {
  const plain = {
    apiVersion,
    spec,
    secrets: secrets ?? {},
    observed: observed ?? null,
    dependencies,
    scope,
    lifecycle,
  };
  return plain as unknown as Json;
}
