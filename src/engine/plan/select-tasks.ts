import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { depthFirst, type Edges, reachable, reversed } from "../graph/graph.ts";
import type { TaskGraph } from "../graph/task-graph.ts";
import type { Change } from "../model/change.ts";
import type { TaskState } from "../model/state-body.ts";
import type { Task } from "../model/task.ts";
import type { ScopeMatcher } from "../prepare/scope.ts";
import { type Entries, recordedOrder } from "../recorded/entries.ts";
import { nearest } from "../references/references.ts";
import { globMatcher, globProblem } from "../text/glob.ts";
import { shortened } from "../text/shorten.ts";

/** A task that a plan is about, before anybody looked at it. */
export interface PlanCandidate {
  readonly name: string;
  /** Of the manifest. For location, retries and the like also where `wanted` is not `manifest`. */
  readonly task: Task | undefined;
  readonly entry: TaskState | undefined;
  /** What it should become: as the manifest says, gone, as it was recorded once, or left as it is. */
  readonly wanted: "manifest" | "gone" | "untouched" | TaskState;
  /** Said in the plan instead of the usual reason. */
  readonly reason?: string;
  /** Take it out of state without touching the resource. */
  readonly forget?: boolean;
  /** `entry` is not in state any more: it was forgotten, and its resource left as it was. */
  readonly forgotten?: boolean;
}

/** Tasks of a plan in execution order. */
export interface PlanCandidates {
  readonly candidates: readonly PlanCandidate[];
  /** By place: what must have ended before. */
  readonly edges: Edges;
  readonly orphansFrom: number;
  /** In-scope names for the report. */
  readonly order: readonly string[];
}

/**
 * The manifest's tasks, then recorded tasks that left it, in reverse recorded order. Between them those whose documents
 * have errors, where a command does without: they are shown as they are recorded.
 */
export function applyCandidates(
  graph: TaskGraph,
  manifestNames: ReadonlySet<string>,
  entries: Entries,
  scope: ScopeMatcher,
  targets: readonly string[],
): PlanCandidates {
  const selected =
    targets.length === 0
      ? undefined
      : reachable(
          graph.edges,
          matching(
            graph.tasks.map((task) => task.name),
            targets,
          ),
        );
  const chosen = graph.tasks.map((_, index) => index).filter((index) => !selected || selected.has(index));
  const place = new Map(chosen.map((index, position) => [index, position]));
  const candidates: PlanCandidate[] = chosen.map((index) => {
    const task = graph.tasks[index] as Task;
    return { name: task.name, task, entry: entries.get(task.name), wanted: "manifest" };
  });
  const edges: number[][] = chosen.map((index) => (graph.edges[index] ?? []).map((to) => place.get(to) as number));
  const recorded = recordedOrder(entries);
  for (const [name, entry] of entries) {
    const isRead = !manifestNames.has(name) || graph.index.has(name) || graph.outOfScope.has(name);
    if (isRead || !scope.inScope(entry.scope) || !isTarget(name, targets)) continue;
    edges[candidates.push({ name, task: undefined, entry, wanted: entry }) - 1] = [];
  }
  const orphansFrom = candidates.length;
  const orphan = (name: string): boolean =>
    !manifestNames.has(name) &&
    scope.inScope(entries.get(name)?.scope) &&
    (targets.length === 0 || targets.includes(name));
  const leaving = recorded.names
    .map((_, index) => index)
    .filter((index) => orphan(recorded.names[index] as string))
    .reverse();
  const leavingPlace = new Map(leaving.map((index, position) => [index, orphansFrom + position]));
  const dependants = reversed(recorded.edges);
  for (const index of leaving) {
    const name = recorded.names[index] as string;
    candidates.push({ name, task: undefined, entry: entries.get(name), wanted: "gone" });
    edges.push((dependants[index] ?? []).flatMap((dependant) => leavingPlace.get(dependant) ?? []));
  }
  const others = candidates.slice(chosen.length).map(({ name }) => name);
  const order = [...graph.tasks.map((task) => task.name), ...others];
  return { candidates, edges, orphansFrom, order };
}

/**
 * Every recorded task in scope, dependants first: the exact reverse of the manifest's order,
 * kept to what was recorded as dependencies, with tasks that left the manifest before the others.
 */
export function deleteCandidates(
  graph: TaskGraph,
  manifest: ReadonlyMap<string, Task>,
  entries: Entries,
  scope: ScopeMatcher,
  targets: readonly string[],
): PlanCandidates {
  const recorded = recordedOrder(entries);
  const inScope = (name: string): boolean =>
    scope.inScope(manifest.get(name)?.processingScope ?? entries.get(name)?.scope);
  const listed = [
    ...graph.tasks.map((task) => task.name).filter((name) => entries.has(name)),
    ...recorded.names.filter((name) => !graph.index.has(name) && inScope(name)),
  ];
  const place = new Map(listed.map((name, index) => [name, index]));
  const before = listed.map((name) => {
    const counted = (graph.edges[graph.index.get(name) ?? -1] ?? []).map((to) => (graph.tasks[to] as Task).name);
    return [...new Set([...counted, ...(entries.get(name)?.dependencies ?? [])])].flatMap(
      (dependency) => place.get(dependency) ?? [],
    );
  });
  const whole = depthFirst(before);
  const inCircle = whole.cycles.length > 0;
  // What was made in one order is deleted in the reverse of it, whatever the manifest says of it now.
  const recordedWaits = (name: string) =>
    (entries.get(name)?.dependencies ?? []).flatMap((dependency) => place.get(dependency) ?? []);
  const waits = inCircle ? listed.map(recordedWaits) : before;
  const order = inCircle ? depthFirst(waits).order : whole.order;
  const position = new Map(order.map((node, index) => [node, order.length - 1 - index]));
  const reverse = [...order].reverse();
  const dependants = reversed(waits);
  const names = reverse.map((node) => listed[node] as string);
  const edges = reverse.map((node, index) =>
    (dependants[node] ?? [])
      .map((dependant) => position.get(dependant) as number)
      .filter((dependant) => dependant < index),
  );
  const candidates = names.map((name): PlanCandidate => {
    return { name, task: manifest.get(name), entry: entries.get(name), wanted: "gone", reason: "deleted on command" };
  });
  // What depends on a target goes with it, and that comes first.
  return select({ candidates, edges, orphansFrom: candidates.length, order: names }, targets);
}

/** One step back: what a task was before, or null when it was not there. */
export interface Undo {
  readonly before: TaskState | null;
  readonly change: Change | undefined;
}

/** What leads from the entries of now to those of before: what comes back first, then what goes. */
export function rollbackCandidates(
  manifest: ReadonlyMap<string, Task>,
  entries: Entries,
  undo: ReadonlyMap<string, Undo>,
  scope: ScopeMatcher,
  targets: readonly string[],
): PlanCandidates {
  const merged = new Map(entries);
  for (const [name, { before }] of undo) if (before) merged.set(name, before);
  const recorded = recordedOrder(merged);
  const inScope = recorded.names
    .map((_, index) => index)
    .filter((index) => scope.inScope(merged.get(recorded.names[index] as string)?.scope));
  const goes = (index: number): boolean => undo.get(recorded.names[index] as string)?.before === null;
  const nodes = [...inScope.filter((index) => !goes(index)), ...inScope.filter(goes).reverse()];
  const orphansFrom = inScope.filter((index) => !goes(index)).length;
  const position = new Map(nodes.map((index, at) => [index, at]));
  const dependants = reversed(recorded.edges);
  const edges = nodes.map((index, at) =>
    (goes(index) ? (dependants[index] ?? []) : (recorded.edges[index] ?? []))
      .flatMap((other) => position.get(other) ?? [])
      .filter((other) => other < at),
  );
  const candidates = nodes.map((index): PlanCandidate => {
    const name = recorded.names[index] as string;
    const step = undo.get(name);
    const base = { name, task: manifest.get(name), entry: entries.get(name) };
    if (!step || (step.before === null && !base.entry))
      return { ...base, wanted: "untouched", reason: "not part of what is rolled back" };
    if (step.before === null)
      return { ...base, wanted: "gone", reason: `undo ${step.change ?? "create"}`, forget: step.change === "adopt" };
    // It took over what was there and gave up its own: that is made again, and what was taken over stays.
    if (step.change === "adopt") return { ...base, entry: undefined, wanted: step.before, reason: "undo adopt" };
    const forgotten = step.change === "forget" && !base.entry ? { entry: step.before, forgotten: true } : {};
    return { ...base, wanted: step.before, ...(step.change ? { reason: `undo ${step.change}` } : {}), ...forgotten };
  });
  // What depends on a target goes back with it, whichever of the two comes first here.
  const pulls = nodes.map((index) => (dependants[index] ?? []).flatMap((other) => position.get(other) ?? []));
  return select(
    { candidates, edges, orphansFrom, order: candidates.map((candidate) => candidate.name) },
    targets,
    pulls,
  );
}

/** The targets among seeds, with what they pull in: what they wait for, unless said otherwise. */
function select(all: PlanCandidates, targets: readonly string[], pulls: Edges = all.edges): PlanCandidates {
  if (targets.length === 0) return all;
  const chosen = matching(
    all.candidates.map((candidate) => candidate.name),
    targets,
  );
  const keep = reachable(pulls, chosen);
  const kept = all.candidates.map((_, index) => index).filter((index) => keep.has(index));
  const place = new Map(kept.map((index, position) => [index, position]));
  return {
    candidates: kept.map((index) => all.candidates[index] as PlanCandidate),
    edges: kept.map((index) => (all.edges[index] ?? []).flatMap((to) => place.get(to) ?? [])),
    orphansFrom: kept.filter((index) => index < all.orphansFrom).length,
    order: all.order,
  };
}

function isTarget(name: string, targets: readonly string[]): boolean {
  return targets.length === 0 || globMatcher(targets)(name);
}

function matching(names: readonly string[], targets: readonly string[]): number[] {
  const test = globMatcher(targets);
  return names.flatMap((name, index) => (test(name) ? [index] : []));
}

/** Targets that name nothing of this plan. */
export function unmatchedTargets(
  targets: readonly string[],
  names: ReadonlySet<string>,
  outOfScope: ReadonlySet<string>,
  scope: ScopeMatcher,
): Diagnostic[] {
  return targets.flatMap((target): Diagnostic[] => {
    const test = globMatcher([target]);
    if ([...names].some((name) => test(name))) return [];
    const problem = globProblem(target);
    const near = nearest(target, names);
    const unmatched = [...outOfScope].some((name) => test(name))
      ? `target "${target}" is out of scope for the command "${scope.run.command}" in the context "${scope.run.context}"`
      : `target "${target}" matches no task`;
    return [
      {
        severity: "error",
        code: "unknown-target",
        message: problem === undefined ? unmatched : `target "${shortened(target, 80)}" ${problem}`,
        suggestion: near ? `Did you mean "${near}"?` : "Name tasks of the manifest, or recorded ones, or use a glob.",
      },
    ];
  });
}
