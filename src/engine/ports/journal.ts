import type { Failure, Result } from "../diagnostics/diagnostic.ts";
import type { Made, TaskState, UndoEntry } from "../model/state-body.ts";

/** One line of the journal. */
export type JournalRecord =
  | { readonly type: "started"; readonly task: string }
  /** All that was made so far of a change that is under way. */
  | { readonly type: "made"; readonly task: string; readonly made: Made }
  | ({ readonly type: "result" } & RecordedResult);

/** How one task changed state. */
export interface RecordedResult {
  readonly task: string;
  /** The new entry; null removes it. */
  readonly entry: TaskState | null;
  /** The name under which it was recorded until now, when it was renamed. */
  readonly formerName?: string;
  /** How `rollback` undoes it; null: nothing to undo. */
  readonly undo: UndoEntry | null;
}

/** Append-only, local, and bound to one stored snapshot. All calls are synchronous: a result is on disk when they return. */
export interface Journal {
  /**
   * Records that follow this snapshot; undefined when there is no journal for it (none at all, or one of an older
   * snapshot). A torn last line is dropped.
   */
  read(lineage: string, serial: number): Result<readonly JournalRecord[] | undefined, Failure>;
  /** Begins anew after this snapshot, with these records in it from the first moment. */
  start(lineage: string, serial: number, records?: readonly JournalRecord[]): Result<void, Failure>;
  append(record: JournalRecord): Result<void, Failure>;
  /** Nothing is left to recover. */
  clear(): Result<void, Failure>;
  /**
   * The version that it follows, whatever is stored now, unless its run has ended it. Undefined: there is none, or it
   * can't be read.
   */
  unended?(): { readonly lineage: string; readonly serial: number } | undefined;
}
