import { createHash } from "node:crypto";
import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { ContextReport, TaskReport } from "../../engine/model/report.ts";
import { hasFailed, isDrifted } from "../rendering/labels.ts";
import type { ContextKnowledge, Drifting, DriftWay } from "./model.ts";

/** What a run found of one context. */
export interface Findings {
  readonly context: string;
  readonly drifting: ReadonlyMap<string, Omit<Drifting, "since">>;
  /** The tasks that drifted, as they are reported. */
  readonly reports: readonly TaskReport[];
  /** Tasks of which it is known now whether they drift. */
  readonly seen: ReadonlySet<string>;
  /** Tasks that should have been looked at and could not be. */
  readonly unknown: readonly TaskReport[];
  /** Why the context could not be looked at, or not at all of it; null: it could. */
  readonly failure: FailureReason | null;
  /** Everything was asked for: no target, no shard, nothing taken from recorded state alone. */
  readonly whole: boolean;
  /** What is in state is encrypted, so that names are all that may be told. */
  readonly sealed: boolean;
  readonly about: ContextKnowledge;
}

/** Ends of a context at which it was looked at nevertheless. */
const looked: readonly (FailureReason | null)[] = [null, "drift-detected", "changes-pending"];

/** @param whole nothing of the context was left out on purpose */
export function findingsOf(context: ContextReport, about: ContextKnowledge, whole: boolean): Findings {
  const { name, tasks, failureReason, state } = context;
  const reports = tasks.filter(isDrifted);
  return {
    context: name,
    drifting: new Map(reports.map((task) => [task.name, { way: wayOf(task), fields: fieldsOf(task) }])),
    reports,
    seen: new Set(tasks.filter(wasSeen).map((task) => task.name)),
    unknown: tasks.filter((task) => task.drift === "unknown" || hasFailed(task)),
    failure: looked.includes(failureReason) ? null : failureReason,
    whole,
    sealed: state.sealed === true,
    about,
  };
}

function wayOf(task: TaskReport): DriftWay {
  return task.gate ? "not-holding" : (task.drift as DriftWay);
}

function wasSeen(task: TaskReport): boolean {
  return !hasFailed(task) && task.drift !== "unknown" && task.drift !== "unobservable";
}

function fieldsOf({ fields }: TaskReport): string {
  const paths = fields.filter(({ drifted }) => drifted).map(({ path }) => path);
  return paths.length === 0 ? "" : digestOf(paths.sort());
}

/** Sixteen hexadecimal digits. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}
