import type { Failure, Result } from "../diagnostics/diagnostic.ts";
import type { Change } from "../model/change.ts";
import type { RunInfo } from "../model/run-info.ts";
import type { Snapshot } from "../model/state-body.ts";
import type { Journal } from "./journal.ts";
import type { Lock, LockHolder, LockOptions, LockToCome } from "./state-lock.ts";

/** Names one stored version of a state; opaque. */
export type Revision = string;

export type Read =
  | {
      readonly state: "found";
      readonly snapshot: Snapshot;
      readonly revision: Revision;
      /** Which run stored it; its texts are empty where nobody said. */
      readonly run: RunInfo;
      /** As it is stored, to the byte: for backups, and for what the envelope says besides. */
      readonly data: Uint8Array;
    }
  | { readonly state: "absent" }
  /**
   * Can't be read, opened or trusted. Never the same as absent. `damaged`: it is this state's own, so it can be replaced.
   * `movedTo`: nothing is here any more, as the state was carried over to another name. `missing`: the store has none,
   * and can't tell whether it ever had one.
   */
  | {
      readonly state: "unavailable";
      readonly failure: Failure;
      readonly damaged?: Damaged;
      readonly movedTo?: StateName;
      readonly missing?: true;
    };

/** Which state is meant. */
export interface StateName {
  readonly project: string;
  readonly context: string;
}

/** What is left of a state that can't be used any more. */
export interface Damaged {
  /** What `write` expects, to replace it on purpose; undefined: nothing is there. */
  readonly revision: Revision | undefined;
  /** As far as they can be told. */
  readonly lineage: string | undefined;
  readonly serial: number | undefined;
}

export type Write =
  | { readonly state: "written"; readonly revision: Revision }
  /** What is stored is not what was expected. */
  | { readonly state: "conflict"; readonly failure: Failure }
  | { readonly state: "unavailable"; readonly failure: Failure };

export interface WriteOptions {
  readonly run: RunInfo;
  readonly command: string;
  /**
   * The run ends with this write, so `rollback` may go back to this serial. Nothing is written under this run's lock
   * after it, so a store may release the lock in the same step.
   */
  readonly runEnded: boolean;
  /** How many tasks this run has changed so far, by change: for the store's history. */
  readonly changes: { readonly [change in Change]?: number };
}

/** A version with which a run ended, as the history of a store lists it. */
export interface RunEnd {
  readonly serial: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The command and what it changed, as `apply: 3 created`; empty when the store does not keep it. */
  readonly what: string;
  /** Link to the run, or empty. */
  readonly url: string;
}

/** What is stored, for who only looks. */
export interface StateReading {
  read(signal: AbortSignal): Promise<Read>;
  /** True when there is a state. Does not open it; answers from this store's last look where that is cheaper. */
  holds?(signal: AbortSignal): Promise<Result<boolean, Failure>>;
  /** The names of all states in the same place, as far as they can be told, sorted. */
  beside?(signal: AbortSignal): Promise<Result<readonly StateName[], Failure>>;
  /** The snapshot with which a run ended at this serial. */
  history?(serial: number, signal: AbortSignal): Promise<Read>;
  /** What `history` has, by ascending serial. */
  runEnds?(signal: AbortSignal): Promise<Result<readonly RunEnd[], Failure>>;
  /** Who holds the lock, for those who only read. Undefined: nobody, or it can't be told. */
  lockedBy?(signal: AbortSignal): Promise<LockHolder | undefined>;
}

/** How what is stored changes. */
export interface StateWriting {
  /** @param expected revision that must be stored now; undefined: nothing may be stored */
  write(next: Snapshot, expected: Revision | undefined, options: WriteOptions, signal: AbortSignal): Promise<Write>;
  /** Why `write` would refuse whatever this run gives it, as far as that is known after `read`. Absent: nothing is known. */
  whyNotWrite?(): Failure | undefined;
  /**
   * Carries a state over from another name: stores it here, where none may be, leaves none there, and keeps its history.
   * Whoever reads there from now on is told where it is. A run that is killed in the middle leaves it in exactly one of
   * the two places, and the next call ends what was begun.
   * @param from of the same place; its lock, if it has one, is held by this run, and goes with this
   * @param next the state, under its new name
   * @param expected revision that must be stored there now
   */
  takeOver?(
    from: StateStore,
    next: Snapshot,
    expected: Revision,
    options: WriteOptions,
    signal: AbortSignal,
  ): Promise<Write>;
}

/** How runs are kept apart. */
export interface StateLocking {
  lock?(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<Lock>;
  /**
   * For a run that plans before it locks: waits until nobody has the lock, and takes it with the first write that does
   * not end the run. That write is refused as a conflict where anybody has written since, or has left his lock behind;
   * it waits as this does where somebody has the lock. A first write that ends the run needs no lock. Absent: such a
   * run locks before it reads.
   */
  lockWithWrite?(holder: LockHolder, options: LockOptions, signal: AbortSignal): Promise<LockToCome>;
  /** Does a lock leave something behind here where nothing has ever been kept? Absent: never. */
  lockLeavesTraces?(): boolean;
  /** Releases the lock with this id, whoever holds it. */
  unlock?(id: string, signal: AbortSignal): Promise<Result<LockHolder, Failure>>;
}

/** Where state of one project and context is kept. Compare-and-set, or it isn't a store. */
export interface StateStore extends StateReading, StateWriting, StateLocking {
  /** `file`, `memory`, … as in the report. */
  readonly backend: string;
  /** For messages: a path, a URL. */
  readonly location: string;
  /**
   * Who can write here without being able to change the manifest, for messages: `the Actions cache, which … can write`.
   * Scripts in state that is not sealed may be theirs. Absent: nobody.
   */
  readonly openTo?: string;
  /** Results between two writes, on this machine. */
  readonly journal?: Journal;
  /** Absolute path of a folder on this machine where a run leaves what the next one on it needs; made on use. */
  readonly localFolder?: string;
}
