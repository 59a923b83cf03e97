import type { Json, JsonObject } from "../json/json.ts";
import { equalJson } from "../json/json-diff.ts";
import type { TaskState } from "../model/state-body.ts";
import type { TaskProcessor } from "../ports/processor.ts";
import type { Toolbox } from "../ports/toolbox.ts";
import { keptSecrets } from "../recorded/recorded-secrets.ts";
import type { Desired } from "./desired.ts";
import { look } from "./observe.ts";
import type { PlannedTask } from "./planned-task.ts";

/**
 * For a task that needs nothing done: its entry with what of the manifest is only recorded, or undefined when that is
 * the same. Where facts are compared with recorded ones, the recorded ones must be what the new spec finds.
 * @throws Cancelled
 */
export async function refreshedEntry(
  planned: PlannedTask,
  desired: Desired | undefined,
  toolbox: Toolbox,
): Promise<TaskState | undefined> {
  const { entry, task, decision, processor, facts } = planned;
  if (!entry || !task || !desired || desired.unknowns.size > 0 || decision.leftAlone) return undefined;
  const { secrets: _secrets, fingerprints: applied, ...lasting } = entry;
  const { fingerprints, ...secrets } = keptSecrets(desired.secrets, toolbox.sealed);
  const next: TaskState = {
    ...lasting,
    apiVersion: planned.apiVersion,
    spec: desired.stored,
    ...secrets,
    // Nothing was done with today's values: what is known of those with which something was done stays true.
    ...(fingerprints ? { fingerprints: { ...fingerprints, ...among(applied, fingerprints) } } : {}),
    dependencies: planned.dependencies,
    scope: planned.scope,
    lifecycle: planned.lifecycle,
  };
  const seen = processor?.compare?.factFields && (await newFacts(processor, processor.compare.factFields));
  const { observed: _, ...rest } = next;
  const refreshed =
    seen === undefined ? next : { ...rest, ...(seen ? { observed: toolbox.redactor.value(seen) } : {}) };
  return equalJson(comparableEntry(entry), comparableEntry(refreshed)) ? undefined : refreshed;

  /** Facts to record; null: none to be had; undefined: those that are recorded stay. */
  async function newFacts(by: TaskProcessor, fields: readonly string[]): Promise<JsonObject | null | undefined> {
    const changed = fields.some((field) => !equalJson(entry?.spec[field] ?? null, next.spec[field] ?? null));
    if (!changed) return entry?.observed === undefined ? facts : undefined;
    const observation = await look(by, (desired as Desired).value, entry, planned, toolbox);
    return observation.state === "present" ? observation.facts : null;
  }
}

type Named = { readonly [name: string]: string };

/** The members of an object that another one has too. */
function among(members: Named | undefined, others: Named): Named {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([name]) => Object.hasOwn(others, name)));
}

/** What of an entry a refresh may change. */
function comparableEntry(entry: TaskState): Json {
  const { apiVersion, spec, secrets, fingerprints, observed, dependencies, scope, lifecycle } = entry;
  const plain = {
    apiVersion,
    spec,
    secrets: secrets ?? {},
    fingerprints: fingerprints ?? {},
    observed: observed ?? null,
    dependencies,
    scope,
    lifecycle,
  };
  return plain as unknown as Json;
}
