import type { Location } from "../diagnostics/diagnostic.ts";
import type { Surface } from "../text/surface.ts";
import type { Limits } from "./project.ts";

/** Limits of the project, and the `max-deletes` input that takes the place of `maxDeletes`. */
export interface PlanLimits extends Limits {
  readonly fromInput?: number;
  /** How messages speak of that input. Default: a step's. */
  readonly surface?: Surface;
  /** Where they are declared. */
  readonly location?: Location;
}

/** How a run plans and carries out, as its inputs and the project say. */
export interface PlanPolicy {
  /** Names and globs of the tasks that the run is about; empty: all. */
  readonly targets: readonly string[];
  /** Which resources are looked at. */
  readonly refresh: "all" | "changed" | "none";
  readonly limits: PlanLimits;
  /** How many tasks are at work at once, at most. */
  readonly parallelism: number;
  /** Nothing new starts once a task has failed. */
  readonly failFast: boolean;
  /** Plans of the project are shown where secrets are not set, too. */
  readonly mayMissSecrets?: boolean;
}
