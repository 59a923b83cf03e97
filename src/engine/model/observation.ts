import type { Facts, Output, TaskError } from "./outcome.ts";

/** What looking at a resource found. */
export type Observation =
  | {
      readonly state: "present";
      readonly facts: Facts;
      /** What a task gets as its outputs that is recorded because of this look; all others keep theirs. */
      readonly outputs?: readonly Output[];
      /** Text of the kind's own, which it gets back to the byte once the resource is recorded. */
      readonly resource?: string;
    }
  /** `partly`: what it should leave in the workspace is not there, and nobody can look at whatever else there is of it. */
  | {
      readonly state: "absent";
      readonly partly?: true;
      /** Of a gate: what was seen instead, for people: `503 Service Unavailable`. */
      readonly why?: string;
    }
  /** The kind or task can't look, or needs values that are not known yet. */
  | {
      readonly state: "unobservable";
      readonly why: string;
      /** Names of secrets that it would take and that are not set, for a plan that is only shown. */
      readonly missing?: readonly string[];
    }
  /** It should be able to look and could not. */
  | { readonly state: "failed"; readonly error: TaskError };
