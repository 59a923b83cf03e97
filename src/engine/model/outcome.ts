import type { Json, JsonObject } from "../json/json.ts";

export type Facts = JsonObject;

export interface Output {
  /** `[A-Za-z_][A-Za-z0-9_-]*` */
  readonly name: string;
  readonly value: Json;
  readonly sensitive?: boolean;
  /** Bound to this command and/or context. */
  readonly command?: string;
  readonly context?: string;
}

/** What a create or update leaves behind. */
export interface Outcome {
  readonly outputs: readonly Output[];
  /** Recorded, and handed to `differs` the next time. */
  readonly observed?: Facts;
  readonly warnings?: readonly string[];
  /** Text of the kind's own, which it gets back to the byte. Kept in sealed state only; never shown. */
  readonly resource?: string;
}

/** Why a task failed, for people. */
export interface TaskError {
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Further lines: the end of a script's output, a stack. */
  readonly detail?: string;
  /** What led to it, or what failed after it (a rollback). */
  readonly causes?: readonly TaskError[];
}
