import type { Observation } from "../../model/observation.ts";
import type { TaskError } from "../../model/outcome.ts";

/** What would look at it, or put it back, stands in state that may be anybody's. */
export const unlooked: Observation = { state: "unobservable", why: "what would look at it is not the manifest's" };

/** Why nothing is done that would run it. */
export const unvouched: TaskError = {
  message: "what was recorded of it would run scripts that the manifest does not have, and the state may be anybody's",
};
