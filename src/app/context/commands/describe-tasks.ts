import { checksum } from "../../../engine/json/canonical-json.ts";
import { isObject, type Json, type JsonObject, mapMembers, pointerSegment } from "../../../engine/json/json.ts";
import type { RecordedDescription, TaskDescription, TaskReport } from "../../../engine/model/report.ts";
import type { TaskState } from "../../../engine/model/state-body.ts";
import type { Plan } from "../../../engine/plan/plan-model.ts";
import type { PlannedTask } from "../../../engine/plan/planned-task.ts";
import type { Redactor } from "../../../engine/ports/redactor.ts";
import type { Entries } from "../../../engine/recorded/entries.ts";
import { shownOutputs } from "../../../engine/recorded/outputs.ts";
import { wasMasked } from "../../../engine/redaction/masked.ts";
import { redactOutputs } from "../../../engine/redaction/redact-report.ts";
import { readableTemplate } from "../../../engine/references/templates.ts";
import { sha256 } from "../../../node/sha256.ts";

/**
 * The reports of `describe`: recorded state and live facts of each task.
 * @param declared names of all tasks of the manifest, also of those with errors
 */
export function describeTasks(
  plan: Plan,
  reports: readonly TaskReport[],
  entries: Entries,
  declared: ReadonlySet<string>,
  redactor: Redactor,
): TaskReport[] {
  return plan.tasks.map((planned, place) => {
    const report = reports[place] as TaskReport;
    const shown = shownOutputs(entries.get(planned.formerName ?? planned.name));
    return { ...report, ...shown, description: describe(planned, declared.has(planned.name), redactor) };
  });
}

function describe(planned: PlannedTask, isDeclared: boolean, redactor: Redactor): TaskDescription {
  const { task, entry, desired, facts, decision, hidden } = planned;
  const { drift } = decision;
  const unsure = hidden || drift === "unknown";
  // Its document has errors, so nobody knows what it wants.
  const isUnread = isDeclared && task === undefined;
  const shown = facts && shownFacts(facts, planned);
  return {
    inManifest: task !== undefined || isUnread,
    created: entry !== undefined,
    createdAt: entry?.createdAt ?? null,
    specDrifted:
      entry === undefined || unsure || isUnread
        ? null
        : drift === "spec-changed" || drift === "both" || task === undefined,
    resourceDrifted:
      entry === undefined || unsure || drift === "unobservable" || drift === "untracked"
        ? null
        : drift === "resource-changed" || drift === "both" || drift === "missing",
    checksums: {
      manifestSpec: task ? checksum(sha256, task.spec) : null,
      resolvedSpec: desired && desired.unknowns.size === 0 ? checksum(sha256, desired.stored) : null,
      appliedSpec: entry ? checksum(sha256, entry.spec) : null,
      // A checksum of something that holds a secret would be a fingerprint of it.
      resource:
        facts === undefined || usesSecrets(planned) || redactor.contains(JSON.stringify(facts))
          ? null
          : checksum(sha256, facts),
    },
    recorded: entry ? describeEntry(entry, redactor) : null,
    facts: shown === undefined ? null : redactor.value(shown),
  };
}

function describeEntry(entry: TaskState, redactor: Redactor): RecordedDescription {
  const { apiVersion, kind, status, spec, dependencies, createdAt, updatedAt } = entry;
  const { outputs, sensitiveOutputs } = shownOutputs(entry);
  return {
    apiVersion,
    kind,
    status,
    spec: redactor.value(readableTemplate(spec)),
    outputs: redactOutputs(outputs, redactor),
    sensitiveOutputs: sensitiveOutputs ?? [],
    dependencies,
    createdAt,
    updatedAt,
  };
}

const sensitive = "(sensitive)";
const digest = /^(?:sha\d+[:-])?[0-9a-f]{32,}$/i;

/** Does a task, as it is recorded or as the manifest has it, hold a secret or give one? */
function usesSecrets(planned: PlannedTask): boolean {
  const { secrets = {}, fingerprints = {}, sensitiveOutputs = [], observed } = planned.entry ?? {};
  const named = [...Object.keys(secrets), ...Object.keys(fingerprints), ...sensitiveOutputs];
  return secretPointers(planned).size > 0 || named.length > 0 || wasMasked(observed);
}

function secretPointers({ recorded, desired }: PlannedTask): ReadonlySet<string> {
  return new Set([...(recorded?.secretPointers ?? []), ...(desired?.secretPointers ?? [])]);
}

/**
 * Facts without what is, or was, made of a secret: live values may be older values of it, which nothing could recognise.
 * What was recorded shows where they are; where nothing was, the fields of the spec do, if facts are like them.
 */
function shownFacts(facts: JsonObject, planned: PlannedTask): JsonObject {
  if (!usesSecrets(planned)) return facts;
  const { entry, processor, recordedProcessor } = planned;
  const spoken = withoutPointed(facts, secretPointers(planned));
  if (entry?.observed !== undefined) {
    const known = withoutMasked(spoken, entry.observed);
    return isObject(known) ? known : {};
  }
  const kind = recordedProcessor ?? processor;
  const ofAnyShape = kind?.compare?.factFields !== undefined || kind?.module !== undefined;
  return ofAnyShape ? (mapMembers(facts, () => sensitive) as JsonObject) : spoken;
}

/** Without what stands at fields that hold a secret; a checksum of what holds one is a fingerprint of it. */
function withoutPointed(facts: JsonObject, pointers: ReadonlySet<string>): JsonObject {
  const hide = (value: Json, pointer: string): Json => {
    if (pointers.has(pointer)) return sensitive;
    if (typeof value === "string") return digest.test(value) ? sensitive : value;
    if (typeof value !== "object" || value === null) return value;
    return mapMembers(value, (member, key) => hide(member, `${pointer}/${pointerSegment(key)}`));
  };
  const hidden = hide(facts, "");
  return isObject(hidden) ? hidden : {};
}

/** Without what was recorded with a mask, or not at all. */
function withoutMasked(live: Json, recorded: Json | undefined): Json {
  if (recorded === undefined) return sensitive;
  // A key that was masked may be any of the live ones, and members of lists may have moved.
  if (!isObject(live) || !isObject(recorded)) return wasMasked(recorded) ? sensitive : live;
  if (Object.keys(recorded).some(wasMasked)) return sensitive;
  return mapMembers(live, (member, key) =>
    withoutMasked(member, Object.hasOwn(recorded, key) ? recorded[key] : undefined),
  );
}
