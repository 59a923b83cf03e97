import type { FailureReason } from "../../engine/diagnostics/failure-reasons.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { RunInfo } from "../../engine/model/run-info.ts";

/** In which way a resource is not as opus left it; and a gate that does not hold. */
export const driftWays = ["resource-changed", "both", "missing", "not-holding"] as const;
export type DriftWay = (typeof driftWays)[number];

/** What drifted of a task. */
export interface Drifting {
  readonly way: DriftWay;
  /** Digest of the names of the fields that drifted: their values may change with each look. */
  readonly fields: string;
  /** When a run saw it first. ISO 8601, UTC. */
  readonly since: string;
}

/** What the hidden line of an issue tells programs. */
export interface IssueFacts {
  readonly project: string;
  readonly context: string;
  /** It was left open when opus wrote it last: whoever closed it since then did so by hand. */
  readonly open: boolean;
  /** Why the last look at the context failed; null: it did not. */
  readonly failure: FailureReason | null;
  /** When what it tells of began. ISO 8601, UTC. */
  readonly since: string;
  /** What drifted, by task. */
  readonly tasks: ReadonlyMap<string, Drifting>;
  /** How many more tasks drifted than there was room for in the hidden line. */
  readonly more: number;
  /** Of all tasks that drifted, and how. */
  readonly digest: string;
}

/** What of a context is known besides its report. */
export interface ContextKnowledge {
  /** Names of the recorded tasks; undefined: state was not read. */
  readonly recorded: ReadonlySet<string> | undefined;
  /** The spec with which a task is recorded, as people read it and without secrets; undefined: it is not. */
  recordedSpec(task: string): JsonObject | undefined;
  /** The run that changed state last. */
  readonly lastRun: RunInfo | undefined;
  /** When that was, as far as the recorded tasks tell. ISO 8601, UTC. */
  readonly changedAt: string | undefined;
  /** Why the context failed, without secrets; undefined: it did not. */
  readonly failure: string | undefined;
}

/** The labels of an issue, by what it tells of. */
export interface IssueLabels {
  readonly drift: readonly string[];
  readonly failure: readonly string[];
}
