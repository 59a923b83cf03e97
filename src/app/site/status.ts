import type { DriftLook, Lock, Recorded, SiteRun, StatusWords } from "./model.ts";

/** What a status is made of. */
export interface StatusFacts {
  readonly problem: string | null;
  readonly sealed: "no" | "opened" | "closed";
  readonly recorded: Recorded | null;
  readonly lock: Lock | null;
  readonly runs: readonly SiteRun[];
  readonly drift: DriftLook | null;
}

/** What is to be said of a context first. */
export function statusOf(facts: StatusFacts): StatusWords {
  const { problem, recorded, lock, runs, drift } = facts;
  if (problem !== null) return { status: "unreadable", words: "can't be read", since: null };
  if (recorded === null) return lock ? running(lock) : { status: "empty", words: "nothing recorded", since: null };
  const left = leftOver(recorded);
  const since = runs[0]?.at ?? null;
  if (lock !== null && left !== "") return running(lock);
  if (left !== "") return { status: "unfinished", words: left, since };
  if (recorded.tasks?.length === 0 && lock === null) return { status: "empty", words: "nothing recorded", since };
  if (drift !== null && !drift.outdated) return driftStatus(drift);
  if (lock !== null) return running(lock);
  return { status: "applied", words: "applied", since };
}

function running({ command, since }: Lock): StatusWords {
  const words = command === "" ? "a run is under way" : `${command} is under way`;
  return { status: "running", words, since: since === "" ? null : since };
}

/** `1 unfinished, 2 tainted`; empty: all is as it should be. */
function leftOver({ tasks, pending }: Recorded): string {
  const number = (status: string): number => (tasks ?? []).filter((task) => task.status === status).length;
  const parts: [number, string][] = [
    [pending.length, "unfinished"],
    [number("interrupted"), "interrupted"],
    [number("tainted"), "tainted"],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}

function driftStatus({ at: since, drifted, unknown, failure, inSync, leftOut }: DriftLook): StatusWords {
  if (drifted.length > 0) return { status: "drifted", words: `${drifted.length} drifted`, since };
  if (failure !== null) return { status: "unknown", words: "drift unknown", since };
  if (unknown.length > 0) return { status: "unknown", words: `${unknown.length} unknown`, since };
  if (leftOut !== null && leftOut > 0)
    return { status: "unknown", words: `${inSync} in sync, ${leftOut} not looked at`, since };
  return { status: "in-sync", words: "in sync", since };
}
