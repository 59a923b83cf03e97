import { checksum } from "../engine/checksum.ts";
import type { Entries } from "../engine/entries.ts";
import { isObject, type Json, type JsonObject, mapMembers, pointerSegment } from "../engine/json.ts";
import type { RecordedDescription, TaskDescription, TaskReport, TaskState } from "../engine/model.ts";
import { shownOutputs } from "../engine/outputs.ts";
import type { Plan, PlannedTask } from "../engine/plan-model.ts";
import type { Redactor } from "../engine/ports.ts";
import { readableTemplate } from "../engine/variables.ts";
import { sha256 } from "../node/sha256.ts";

/** The reports of `describe`: recorded state and live facts of each task. */
export function describeTasks(
  plan: Plan,
  reports: readonly TaskReport[],
  entries: Entries,
  redactor: Redactor,
): TaskReport[] {
  return plan.tasks.map((planned, place) => {
    const report = reports[place] as TaskReport;
    const shown = shownOutputs(entries.get(planned.formerName ?? planned.name));
    return { ...report, ...shown, description: describe(planned, redactor) };
  });
}

function describe(planned: PlannedTask, redactor: Redactor): TaskDescription {
  const { task, entry, desired, facts, decision, hidden } = planned;
  const { drift } = decision;
  const unsure = hidden || drift === "unknown";
  const secretPointers = new Set([
    ...(planned.recorded?.secretPointers ?? []),
    ...(planned.desired?.secretPointers ?? []),
  ]);
  return {
    inManifest: task !== undefined,
    created: entry !== undefined,
    createdAt: entry?.createdAt ?? null,
    specDrifted:
      entry === undefined || unsure ? null : drift === "spec-changed" || drift === "both" || task === undefined,
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
        facts === undefined || secretPointers.size > 0 || redactor.contains(JSON.stringify(facts))
          ? null
          : checksum(sha256, facts),
    },
    recorded: entry ? describeEntry(entry, redactor) : null,
    facts: facts === undefined ? null : redactor.value(withoutSecrets(facts, secretPointers)),
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
    outputs: redactor.value(outputs),
    sensitiveOutputs: sensitiveOutputs ?? [],
    dependencies,
    createdAt,
    updatedAt,
  };
}

const sensitive = "(sensitive)";
const digest = /^(?:sha\d+[:-])?[0-9a-f]{32,}$/i;

/**
 * Facts without what is, or was, made of a secret: live values of fields that hold one may be older values of it, which
 * nothing could recognise, and a checksum of what holds one is a fingerprint of it.
 */
function withoutSecrets(facts: JsonObject, pointers: ReadonlySet<string>): JsonObject {
  if (pointers.size === 0) return facts;
  const hide = (value: Json, pointer: string): Json => {
    if (pointers.has(pointer)) return sensitive;
    if (typeof value === "string") return digest.test(value) ? sensitive : value;
    if (typeof value !== "object" || value === null) return value;
    return mapMembers(value, (member, key) => hide(member, `${pointer}/${pointerSegment(key)}`));
  };
  const hidden = hide(facts, "");
  return isObject(hidden) ? hidden : {};
}
