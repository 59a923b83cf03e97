import type { Location } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";

/** A resource of the manifest: what should be, before any reference in it is resolved. */
export interface Task {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly description?: string;
  /** Names under which state may still hold this task. */
  readonly formerNames: readonly string[];
  readonly dependencies: readonly DependencyRule[];
  /** Absent: every command and context. */
  readonly processingScope?: readonly ScopeRule[];
  readonly autoRollback: boolean;
  readonly lifecycle: Lifecycle;
  /** Bound on one attempt of one operation, in milliseconds. */
  readonly timeoutMs?: number;
  readonly retries: Retries;
  /** As written, references and all. */
  readonly spec: JsonObject;
  /** Where the document begins. */
  readonly location: Location;
  /**
   * Finds the place of a part of the document.
   * @param pointer JSON pointer into the document (`/spec/path`); an unknown one gives its nearest known ancestor
   * @param options `offset`: characters into the string there; `key`: mark the key instead of the value
   */
  locate(pointer: string, options?: LocateOptions): Location;
}

export interface LocateOptions {
  readonly offset?: number;
  readonly key?: boolean;
}

/** Absent `commands` or `contexts` match all. Contexts may be globs. */
export interface ScopeRule {
  readonly commands?: readonly string[];
  readonly contexts?: readonly string[];
}

export interface DependencyRule extends ScopeRule {
  readonly tasks: readonly string[];
}

export interface Lifecycle {
  /**
   * May a resource that opus did not make, and that differs, be taken over and changed? With `id`, the resource that its
   * kind knows by this name is taken over, and nothing is ever made instead of it.
   */
  readonly adopt?: boolean | { readonly id: string };
  /** False: a resource that is gone is not made again. Default: true. */
  readonly recreate?: boolean;
  /** What happens to the resource when the task leaves the manifest. Default: delete. */
  readonly onRemove?: "delete" | "forget";
  /** Contexts (globs) in which it may be neither deleted nor replaced; `true` is all of them. */
  readonly preventDestroy?: boolean | readonly string[];
  /** JSON pointers into the spec whose differences don't count. */
  readonly ignoreChanges?: readonly string[];
  /** Gone is normal (files on a hosted runner): made again in silence. */
  readonly ephemeral?: boolean;
  /** What to do after a crash that left it unclear whether the task ran. Default: stop. */
  readonly onInterrupted?: "stop" | "rerun";
  /** `metadata.mutex`: tasks that share one of these names never run side by side. Each once, in order. */
  readonly mutex?: readonly string[];
}

export interface Retries {
  /** Further attempts after the first. */
  readonly limit: number;
  /** Pause before the first further attempt, in milliseconds; doubles each time. */
  readonly delayMs: number;
}
