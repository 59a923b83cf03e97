import type { Failure, Result } from "../engine/diagnostics/diagnostic.ts";
import type { Change } from "../engine/model/change.ts";
import type { LockHolder } from "../engine/ports/state-lock.ts";
import type { Read, RunEnd, StateName } from "../engine/ports/state-store.ts";

/** A task that a run changed. */
export interface ChangedTask {
  readonly task: string;
  readonly change: Change;
}

/** A version with which a run ended, as who shows all states wants it. */
export interface SurveyedRun extends RunEnd {
  /** Who made the version, where the store knows: a name, or empty. */
  readonly author: string;
  /** What the run changed; undefined: it was not looked at, or can't be told. */
  readonly changes: readonly ChangedTask[] | undefined;
}

/** All that a place holds of one project and context. */
export interface SurveyedContext {
  readonly name: StateName;
  /** For messages: a path, a URL. */
  readonly location: string;
  readonly read: Read;
  /** The stored bytes, also where they can't be used. Undefined: there are none, or they can't be read. */
  readonly data: Uint8Array | undefined;
  /** Who holds the lock; `unknown`: somebody. Undefined: nobody. */
  readonly lock: LockHolder | "unknown" | undefined;
  /** The last runs, newest first; or why they can't be told. */
  readonly runs: Result<readonly SurveyedRun[], Failure>;
}

export interface SurveyOptions {
  /** Of how many of the last runs of each context the changed tasks are looked up. */
  readonly detailedRuns: number;
}

/** The changed tasks that a body of state tells of the run that wrote it; undefined: it is none of a run's. */
export function changedTasks(body: unknown): readonly ChangedTask[] | undefined {
  const undo = (body as { readonly undo?: unknown } | null)?.undo;
  if (!Array.isArray(undo)) return undefined;
  const changes = undo.map((entry: { readonly task?: unknown; readonly change?: unknown } | null) => ({
    task: entry?.task,
    change: entry?.change,
  }));
  const sound = changes.every(({ task, change }) => typeof task === "string" && changeNames.has(change));
  return sound ? (changes as ChangedTask[]) : undefined;
}

const changeNames: ReadonlySet<unknown> = new Set<Change>([
  "create",
  "update",
  "replace",
  "delete",
  "adopt",
  "forget",
  "noop",
  "none",
]);
