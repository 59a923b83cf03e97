import { checksum } from "../engine/checksum.ts";
import type { Entries } from "../engine/entries.ts";
import type { TaskDescription, TaskReport } from "../engine/model.ts";
import type { Plan, PlannedTask } from "../engine/plan-model.ts";
import type { Redactor } from "../engine/ports.ts";
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
    const outputs = redactor.value(entries.get(planned.formerName ?? planned.name)?.outputs ?? {});
    return { ...report, outputs, description: describe(planned, redactor) };
  });
}

function describe(planned: PlannedTask, redactor: Redactor): TaskDescription {
  const { task, entry, desired, facts, decision, hidden } = planned;
  const { drift } = decision;
  const unsure = hidden || drift === "unknown";
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
        facts === undefined ||
        (planned.recorded?.secretPointers.size ?? 0) > 0 ||
        redactor.contains(JSON.stringify(facts))
          ? null
          : checksum(sha256, facts),
    },
  };
}
