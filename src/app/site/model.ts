import type { ChangedTask } from "../../state/survey.ts";

/** What is to be said of a context first, the most pressing in front. */
export const statuses = [
  "unreadable",
  "unfinished",
  "drifted",
  "unknown",
  "running",
  "applied",
  "in-sync",
  "empty",
] as const;

export type Status = (typeof statuses)[number];

/** A status with its words, as badge, `status.json` and pages have it. */
export interface StatusWords {
  readonly status: Status;
  /** `2 drifted`, without the age. */
  readonly words: string;
  /** The moment that its age is counted from, ISO 8601; null: there is none. */
  readonly since: string | null;
}

/** All that the pages show. Plain data: it is redacted as a whole. */
export interface SiteModel {
  /** ISO 8601. */
  readonly madeAt: string;
  /** Version of the program. */
  readonly version: string;
  readonly backend: string;
  /** Specs and outputs are among the tasks. */
  readonly values: boolean;
  /** By project, then context. */
  readonly contexts: readonly SiteContext[];
}

export interface SiteContext extends StatusWords {
  readonly project: string;
  readonly context: string;
  /** Why the state can't be read; null: it can. */
  readonly problem: string | null;
  /** `closed`: no key was given, so that only what is around the seal is known. */
  readonly sealed: "no" | "opened" | "closed";
  readonly recorded: Recorded | null;
  readonly lock: Lock | null;
  /** Newest first. */
  readonly runs: readonly SiteRun[];
  /** How many older runs are not among them. */
  readonly olderRuns: number;
  readonly runsProblem: string | null;
  readonly drift: DriftLook | null;
}

/** What is recorded, as far as it is known. */
export interface Recorded {
  readonly serial: number;
  readonly lineage: string;
  /** Version of the program that wrote it. */
  readonly writer: string;
  readonly runUrl: string;
  /** Null: the state is sealed, and no key was given. */
  readonly tasks: readonly SiteTask[] | null;
  readonly pending: readonly ChangedTask[];
}

export interface SiteTask {
  readonly name: string;
  readonly status: "applied" | "tainted" | "interrupted";
  /** Null in sealed state, of which names and counts are all that is shown. */
  readonly detail: TaskDetail | null;
}

export interface TaskDetail {
  readonly kind: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly dependencies: readonly string[];
  /** JSON for people; null: values are not shown. */
  readonly values: string | null;
}

/** Who has the lock; all of it may be empty. */
export interface Lock {
  readonly command: string;
  readonly since: string;
  readonly url: string;
}

export interface SiteRun {
  readonly serial: number;
  /** ISO 8601. */
  readonly at: string;
  /** `apply created 3, updated 1`; may be empty. */
  readonly what: string;
  readonly url: string;
  readonly author: string;
  /** Null: it was not looked up, or can't be told. */
  readonly changes: readonly ChangedTask[] | null;
}

/** What the last report told of drift. */
export interface DriftLook {
  /** ISO 8601. */
  readonly at: string;
  /** Of the state that was looked at. */
  readonly serial: number;
  /** A run has changed the state since. */
  readonly outdated: boolean;
  /** Why not all was looked at; null: it was. */
  readonly failure: string | null;
  readonly drifted: readonly DriftedTask[];
  readonly inSync: number;
  /** Names of tasks that should have been looked at and could not be. */
  readonly unknown: readonly string[];
  /** Tasks of which nobody can look. */
  readonly unobservable: number;
  /** Recorded tasks that the report does not have; null: that can't be told. */
  readonly leftOut: number | null;
}

export interface DriftedTask {
  readonly task: string;
  /** `resource-changed`, `missing`, … */
  readonly drift: string;
}
