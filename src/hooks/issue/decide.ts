import type { Issue } from "../../ports/issues.ts";
import { digestOf, type Findings } from "./findings.ts";
import type { Drifting, IssueFacts } from "./model.ts";

/** How what drifts differs from what an issue told. */
export interface News {
  readonly begun: readonly string[];
  readonly changed: readonly string[];
  readonly ended: readonly string[];
}

/** What is to become of the issue of a context. */
export type Decision =
  | { readonly to: "leave" }
  /** It is to be open, and to say this. `news`: what drifts has changed. */
  | { readonly to: "keep-open"; readonly facts: IssueFacts; readonly news: News | undefined }
  /** It is to be closed, and to say this. */
  | { readonly to: "close"; readonly facts: IssueFacts };

/** An issue that is there, and what its hidden line says. */
export interface KnownIssue {
  readonly issue: Issue;
  readonly facts: IssueFacts;
}

/** Longest list of tasks in a hidden line, in characters. */
const mostForTasks = 20_000;

/**
 * Decides what becomes of the issue of a context.
 * @param known undefined: there is none
 * @param now ISO 8601, UTC
 */
export function decide(known: KnownIssue | undefined, findings: Findings, project: string, now: string): Decision {
  const { context, drifting, failure } = findings;
  const isOpen = known?.issue.state === "open";
  // What a closed issue of ours told of is over.
  const before = known?.facts.open ? known.facts : undefined;
  const tasks = driftingNow(before, findings, now);
  const named = withRoom(tasks);
  const facts: IssueFacts = {
    project,
    context,
    open: true,
    failure,
    since: before?.since ?? now,
    tasks: named,
    more: tasks.size - named.size,
    digest: digestOf([...tasks].map(([name, { way, fields }]) => [name, way, fields]).sort()),
  };
  const seesNothing = drifting.size === 0 && failure === null;
  if (seesNothing && isClean(tasks, before, findings)) {
    const isOver = known === undefined || !known.facts.open;
    return isOver ? { to: "leave" } : { to: "close", facts: { ...facts, open: false, since: now } };
  }
  if (seesNothing && (!isOpen || !findings.whole)) return { to: "leave" };
  const news = before && newsOf(before, facts, tasks);
  // A part of it was looked at, and all that was seen is told already.
  if (!findings.whole && isOpen && failure === null && !hasMore(before, findings)) return { to: "leave" };
  return { to: "keep-open", facts, news };
}

/** What drifts: what was seen to, and what an earlier run saw and this one could not look at. */
function driftingNow(
  before: IssueFacts | undefined,
  { drifting, seen, whole, about }: Findings,
  now: string,
): ReadonlyMap<string, Drifting> {
  const tasks = new Map<string, Drifting>();
  for (const [name, one] of before?.tasks ?? []) {
    const isGone = whole && about.recorded !== undefined && !about.recorded.has(name);
    if (!seen.has(name) && !isGone) tasks.set(name, one);
  }
  const first = before !== undefined && before.more > 0 ? before.since : now;
  for (const [name, one] of drifting) tasks.set(name, { ...one, since: before?.tasks.get(name)?.since ?? first });
  return tasks;
}

/** Was all of the context looked at, and is nothing of it in doubt? */
function isClean(
  tasks: ReadonlyMap<string, Drifting>,
  before: IssueFacts | undefined,
  { whole, seen, unknown, about }: Findings,
): boolean {
  const { recorded } = about;
  if (!whole || unknown.length > 0 || recorded === undefined || tasks.size > 0) return false;
  // Of which tasks there was no room to tell, nobody knows: it may be any that is recorded.
  return before === undefined || before.more === 0 || [...recorded].every((name) => seen.has(name));
}

function hasMore(before: IssueFacts | undefined, { drifting }: Findings): boolean {
  return [...drifting].some(([name, one]) => {
    const told = before?.tasks.get(name);
    return told?.way !== one.way || told.fields !== one.fields;
  });
}

function newsOf(before: IssueFacts, { digest }: IssueFacts, tasks: ReadonlyMap<string, Drifting>): News | undefined {
  if (before.digest === digest) return undefined;
  const names = [...tasks.keys()];
  const isOther = (name: string): boolean => {
    const [was, is] = [before.tasks.get(name), tasks.get(name)];
    return was?.way !== is?.way || was?.fields !== is?.fields;
  };
  return {
    begun: before.more > 0 ? [] : names.filter((name) => !before.tasks.has(name)),
    changed: names.filter((name) => before.tasks.has(name) && isOther(name)),
    ended: [...before.tasks.keys()].filter((name) => !tasks.has(name)),
  };
}

/** As many tasks as there is room for, the oldest drift first. */
function withRoom(tasks: ReadonlyMap<string, Drifting>): ReadonlyMap<string, Drifting> {
  const named = new Map<string, Drifting>();
  let size = 0;
  for (const [name, one] of [...tasks].sort(([, a], [, b]) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))) {
    size += JSON.stringify([name, one]).length;
    if (size > mostForTasks) break;
    named.set(name, one);
  }
  return named;
}
