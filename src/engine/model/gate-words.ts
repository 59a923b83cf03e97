// What is said of a gate in place of why something is done.

/** What it looks at is as it should be. */
export const gateHolds = "holds";

/** It is looked at when it is its turn, in a run that carries the plan out. */
export const probedLater = "probed in its turn";

/** Nothing can be said before what it depends on has changed. */
export function probedAfter(action: string): string {
  return `probed after ${action}`;
}

/** @param why what was seen instead; undefined: nobody says */
export function notHolding(why?: string): string {
  return why === undefined ? "does not hold" : `does not hold: ${why}`;
}
