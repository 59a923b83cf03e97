import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Edges } from "../graph/graph.ts";
import type { Action } from "../model/commands.ts";
import type { Counts, DriftState, TaskReport } from "../model/report.ts";
import { countNames } from "../model/report.ts";
import { recordedAnew } from "../recorded/metadata.ts";
import type { Desired } from "./desired.ts";
import { isGate } from "./look/is-gate.ts";
import type { Claim } from "./owners/resource-owners.ts";
import type { PlanItem } from "./plan-digest.ts";
import type { PlannedTask } from "./planned-task.ts";

/** What a run is going to do in one context. */
export interface Plan {
  readonly action: Action;
  readonly command: string;
  readonly context: string;
  /** In the order of execution. */
  readonly tasks: readonly PlannedTask[];
  /** By place in `tasks`: what must have ended before. */
  readonly edges: Edges;
  /** Tasks from this place on run only after all before it: those that left the manifest. */
  readonly orphansFrom: number;
  /** Names of the in-scope tasks, in the order of the command. */
  readonly order: readonly string[];
  readonly counts: Counts;
  readonly digest: string;
  /** What the digest is made of, by name. */
  readonly items: ReadonlyMap<string, PlanItem>;
  /**
   * Digest of what is wanted of a task, as if these outputs (`task:KEY`) were not known yet; undefined when nothing is
   * planned of this name.
   */
  desiredDigest(task: string, awaited: ReadonlySet<string>): string | null | undefined;
  /** Whether a task may have the resource that it wants, now that more is known of it. */
  claim(planned: PlannedTask, desired: Desired): Claim;
  /** Why the plan may not be applied: limits and `preventDestroy`. */
  readonly guards: readonly Diagnostic[];
  /** New name → the name under which state holds the task. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Counts of planned changes; silent ones count as unchanged. */
export function countPlan(tasks: readonly PlannedTask[]): Counts {
  const counts = emptyCounts();
  for (const { decision, status, hidden } of tasks) {
    if (status === "failed") counts.failed++;
    else if (status === "skipped") counts.skipped++;
    if (hidden || decision.drift === "unknown") counts.unknown++;
    if (status !== "planned" || hidden) continue;
    if (decision.gate && decision.change === "noop") counts.gate++;
    else if (decision.silent) counts.noop++;
    else if (decision.change !== "none") counts[decision.change]++;
  }
  return counts;
}

export function emptyCounts(): { -readonly [name in keyof Counts]: number } {
  return Object.fromEntries(countNames.map((name) => [name, 0])) as { -readonly [name in keyof Counts]: number };
}

/** A planned task as the report shows it before anything ran. */
export function plannedReport(planned: PlannedTask, status: TaskReport["status"] = planned.status): TaskReport {
  const { decision } = planned;
  return {
    name: planned.name,
    apiVersion: planned.apiVersion,
    kind: planned.kind,
    change: decision.change,
    reason: decision.reason,
    status,
    drift: driftShown(planned),
    fields: decision.fields,
    ...gateShown(planned),
    ...(decision.compared && decision.fields.length > 0 ? { compared: decision.compared } : {}),
    ...(status === "observed" ? {} : recordedAnew(planned)),
    durationMs: 0,
    outputs: {},
    error: decision.error ?? null,
    location: planned.location,
    dependencies: planned.waitsFor,
  };
}

/** Also of a gate that planning did not come to. */
function gateShown(planned: PlannedTask): Pick<TaskReport, "gate"> {
  const { gate, change } = planned.decision;
  if (gate) return { gate };
  return isGate(planned) && (change === "noop" || change === "none") ? { gate: "unknown" } : {};
}

function driftShown({ hidden, decision }: PlannedTask): DriftState {
  return hidden ? "unknown" : decision.drift;
}
