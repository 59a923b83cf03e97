import { type Failure, failure } from "../diagnostics/diagnostic.ts";

/**
 * Why a plan is not carried out that others have overtaken: they have written since it was made, and nothing of this run
 * is stored. This very value, so that who gets it can plan again.
 */
export const overtaken: Failure = failure(
  "state-conflict",
  "another run has changed the state since this one read it; nothing was changed",
);
