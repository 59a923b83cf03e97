import type { Failure, Result } from "../diagnostics/diagnostic.ts";
import type { RunInfo } from "../model/run-info.ts";

/** Who holds (or asks for) a lock, for people and for healing. */
export interface LockHolder {
  readonly id: string;
  readonly command: string;
  readonly project: string;
  readonly context: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly run: RunInfo;
}

export type Lock =
  /**
   * `release` may be called again, and never releases somebody else's lock; with a signal it ends early. Its failure:
   * the lock may still be held.
   */
  | { readonly state: "locked"; release(signal?: AbortSignal): Promise<Result<void, Failure>> }
  | { readonly state: "held"; readonly holder: LockHolder; readonly failure: Failure }
  /** `mayBeHeld`: it may have been granted all the same. */
  | { readonly state: "unavailable"; readonly failure: Failure; readonly mayBeHeld?: true };

export interface LockOptions {
  /** How long to wait for another holder, in milliseconds; 0: not at all. */
  readonly timeoutMs: number;
  /** What was waited with these options already, for another holder or at another time: it counts. */
  readonly spent?: { ms: number };
  /** Called at once and every few seconds while waiting. */
  onWait(holder: LockHolder, waitedMs: number): void;
  /** Called when a dead holder's lock was broken. */
  onBroken(holder: LockHolder, why: string): void;
  /** Called when it can't be told whether the holder's run is over (a missing permission), so that its lock can't heal. */
  onUnsure?(holder: LockHolder, why: string): void;
}

/** A lock that a run takes together with its first write; until then it only knows that nobody else had it. */
export type LockToCome =
  /** `release`: as that of a lock; where the lock was never taken, it does nothing. */
  | { readonly state: "free"; release(signal?: AbortSignal): Promise<Result<void, Failure>> }
  /** A dead run has left the lock: take it first, then see what else was left. */
  | { readonly state: "left-behind" }
  | Exclude<Lock, { readonly state: "locked" }>;
