import type { Json, JsonObject } from "../../json/json.ts";
import { equalJson } from "../../json/json-diff.ts";
import type { TaskState } from "../../model/state-body.ts";
import type { TaskProcessor } from "../../ports/processor.ts";
import type { Toolbox } from "../../ports/toolbox.ts";
import { keptOutputs, type StoredOutputs, storedOutputs } from "../../recorded/outputs.ts";
import { keptSecrets } from "../../recorded/recorded-secrets.ts";
import type { Desired } from "../desired.ts";
import type { PlannedTask } from "../planned-task.ts";
import { foundOutputs } from "./found-outputs.ts";
import { look } from "./observe.ts";

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
  const { fingerprints: applied } = entry;
  const { fingerprints, secrets } = keptSecrets(desired.secrets, toolbox.sealed);
  // Nothing was done with today's values: what is known of those with which something was done stays true.
  const known = fingerprints ? { ...fingerprints, ...among(applied, fingerprints) } : undefined;
  const { apiVersion, dependencies, scope, lifecycle } = planned;
  const outputs = decision.foundAsWanted ? outputsNow(entry, planned, toolbox) : {};
  const told = { apiVersion, spec: desired.stored, dependencies, scope, lifecycle, ...outputs };
  const seen = decision.foundAsWanted
    ? entry.observed && facts
    : processor?.compare?.factFields && (await newFacts(processor, processor.compare.factFields));
  const observed = seen === undefined ? entry.observed : seen ? toolbox.redactor.value(seen) : undefined;
  const isSame =
    sameMembers(entry, told) &&
    equalJson(entry.secrets ?? {}, secrets ?? {}) &&
    equalJson(applied ?? {}, known ?? {}) &&
    equalJson(entry.observed ?? null, observed ?? null);
  if (isSame) return undefined;
  const { secrets: _, fingerprints: __, observed: ___, ...lasting } = entry;
  return {
    ...lasting,
    ...told,
    ...(secrets ? { secrets } : {}),
    ...(known ? { fingerprints: known } : {}),
    ...(observed === undefined ? {} : { observed }),
  };

  /** Facts to record; null: none to be had; undefined: those that are recorded stay. */
  async function newFacts(by: TaskProcessor, fields: readonly string[]): Promise<JsonObject | null | undefined> {
    const changed = fields.some((field) => !equalJson(entry?.spec[field] ?? null, told.spec[field] ?? null));
    if (!changed) return entry?.observed === undefined ? facts : undefined;
    const observation = await look(by, (desired as Desired).value, entry, planned, toolbox);
    return observation.state === "present" ? observation.facts : null;
  }
}

/** What an entry holds of outputs, with those that a resource has which was found as it is wanted. */
function outputsNow(entry: TaskState, planned: PlannedTask, toolbox: Toolbox): StoredOutputs {
  return keptOutputs(entry, storedOutputs(foundOutputs(planned, toolbox), toolbox.sealed !== undefined));
}

/**
 * Does state hold anything else of a task than what it would hold after its plan was carried out, as far as the manifest
 * says that? Nobody looks at anything, and what secrets held does not count.
 */
export function isRecordedOtherwise({ entry, task, desired, decision, ...planned }: PlannedTask): boolean {
  if (!entry || !task || !desired || decision.leftAlone) return false;
  const { apiVersion, dependencies, scope, lifecycle, formerName } = planned;
  const told = { apiVersion, spec: desired.stored, dependencies, scope, lifecycle };
  const { secrets } = keptSecrets(desired.secrets, undefined);
  return formerName !== undefined || !sameMembers(entry, told) || !equalJson(entry.secrets ?? {}, secrets ?? {});
}

/** Are these members of an entry what is told of it now? */
function sameMembers(entry: TaskState, told: Partial<TaskState>): boolean {
  return Object.keys(told).every((name) =>
    equalJson(entry[name as keyof TaskState] as Json, told[name as keyof TaskState] as Json),
  );
}

type Named = { readonly [name: string]: string };

/** The members of an object that another one has too. */
function among(members: Named | undefined, others: Named): Named {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([name]) => Object.hasOwn(others, name)));
}
