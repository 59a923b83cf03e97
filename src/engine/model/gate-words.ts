// What is said of a gate in place of why something is done. Who shows a task tells by these that it is one.

/** What it looks at is as it should be. */
export const gateHolds = "holds";

const doesNotHold = "does not hold";

/** It is looked at when it is its turn, in a run that carries the plan out. */
export const probedLater = "probed in its turn";

/** Nothing can be said before what it depends on has changed. */
export function probedAfter(action: string): string {
  return `probed after ${action}`;
}

/** @param why what was seen instead; undefined: nobody says */
export function notHolding(why?: string): string {
  return why === undefined ? doesNotHold : `${doesNotHold}: ${why}`;
}

/** What is said of a task that is a gate, if it is one. */
export function gateWords(task: {
  readonly change: string;
  readonly reason: string;
}):
  | { readonly state: "holds" | "does not hold" | "later"; readonly words: string; readonly told: boolean }
  | undefined {
  const { change, reason } = task;
  if (change !== "noop") return undefined;
  if (reason === gateHolds) return { state: "holds", words: reason, told: false };
  if (reason === doesNotHold || reason.startsWith(`${doesNotHold}: `))
    return { state: "does not hold", words: reason, told: true };
  if (reason === probedLater) return { state: "later", words: reason, told: false };
  return /^probed after [\w-]+$/.test(reason) ? { state: "later", words: reason, told: true } : undefined;
}
