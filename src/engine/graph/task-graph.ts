import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Task } from "../model/task.ts";
import type { ScopeMatcher } from "../prepare/scope.ts";
import { type NameBudget, nameBudget, nearest } from "../references/references.ts";
import { references } from "../references/templates.ts";
import type { Edges } from "./graph.ts";
import { depthFirst } from "./graph.ts";

/** The in-scope tasks of a run in their order, and what each waits for. */
export interface TaskGraph {
  /** Dependencies before dependants. */
  readonly tasks: readonly Task[];
  readonly index: ReadonlyMap<string, number>;
  /** By place in `tasks`. */
  readonly edges: Edges;
  /** Tasks of the manifest that this command and context leave alone. */
  readonly outOfScope: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Tasks of which these tell. */
  readonly faulty: ReadonlySet<string>;
}

/** One dependency, and where it is written. */
interface Edge {
  readonly to: number;
  readonly pointer: string;
  readonly offset?: number;
}

/**
 * Orders the in-scope tasks: depth first in manifest order, dependencies before dependants in the order in which they
 * are listed, references after them. Rules that don't count for this run are passed over.
 * @param declaredNames every task name of the manifest, also of tasks with errors (which were reported already)
 * @param verbatimFields top-level spec fields of a kind that are no templates
 */
export function buildGraph(
  tasks: readonly Task[],
  scope: ScopeMatcher,
  declaredNames: ReadonlySet<string>,
  verbatimFields: (task: Task) => readonly string[],
): TaskGraph {
  const inScope = tasks.filter((task) => scope.inScope(task.processingScope));
  const places = new Map(inScope.map((task, place) => [task.name, place]));
  const outOfScope = new Set(tasks.filter((task) => !places.has(task.name)).map((task) => task.name));
  const diagnostics: Diagnostic[] = [];
  const faulty = new Set<string>();
  const budget = nameBudget();
  const edges = inScope.map((task) => {
    const before = diagnostics.length;
    const verbatim = verbatimFields(task);
    const found = edgesOf(task, { scope, places, outOfScope, declaredNames, diagnostics, verbatim, budget });
    if (diagnostics.length > before) faulty.add(task.name);
    return found;
  });
  const { order, cycles } = depthFirst(edges.map((list) => list.map((edge) => edge.to)));
  for (const cycle of cycles) {
    diagnostics.push(cycleDiagnostic(cycle, inScope, edges));
    for (const node of cycle) faulty.add((inScope[node] as Task).name);
  }

  const place = new Map(order.map((node, position) => [node, position]));
  const ordered = order.map((node) => inScope[node] as Task);
  return {
    tasks: ordered,
    index: new Map(ordered.map((task, position) => [task.name, position])),
    edges: order.map((node) => (edges[node] ?? []).map((edge) => place.get(edge.to) as number)),
    outOfScope,
    diagnostics,
    faulty,
  };
}

interface EdgeContext {
  readonly scope: ScopeMatcher;
  readonly places: ReadonlyMap<string, number>;
  readonly outOfScope: ReadonlySet<string>;
  readonly declaredNames: ReadonlySet<string>;
  readonly diagnostics: Diagnostic[];
  readonly verbatim: readonly string[];
  readonly budget: NameBudget;
}

function edgesOf(task: Task, context: EdgeContext): Edge[] {
  const { scope, places, outOfScope, declaredNames, diagnostics, verbatim, budget } = context;
  const found = new Map<number, Edge>();
  const add = (edge: Edge): void => {
    if (!found.has(edge.to)) found.set(edge.to, edge);
  };
  task.dependencies.forEach((rule, ruleIndex) => {
    if (!scope.counts(rule)) return;
    rule.tasks.forEach((name, index) => {
      const pointer = `/metadata/dependencies/${ruleIndex}/tasks/${index}`;
      const to = places.get(name);
      if (to !== undefined) {
        add({ to, pointer });
        return;
      }
      if (outOfScope.has(name)) {
        diagnostics.push({
          severity: "error",
          code: "dependency-out-of-scope",
          message: `"${task.name}" depends on "${name}", which is out of scope for ${runName(scope)}`,
          location: task.locate(pointer),
          suggestion: `Limit the dependency with \`commands\` or \`contexts\`, or widen the processingScope of "${name}".`,
        });
      } else if (!declaredNames.has(name)) {
        const near = nearest(name, declaredNames, undefined, budget);
        diagnostics.push({
          severity: "error",
          code: "unknown-task",
          message: `"${task.name}" depends on "${name}", which is not in the manifest`,
          location: task.locate(pointer),
          suggestion: near ? `Did you mean "${near}"?` : "Add the task, or remove the dependency.",
        });
      }
    });
  });
  for (const { reference, pointer } of references(task.spec, verbatim)) {
    if (reference.source !== "VAR") continue;
    const to = places.get(reference.name.slice(0, reference.name.indexOf(":")));
    if (to !== undefined) add({ to, pointer: `/spec${pointer}`, offset: reference.start });
  }
  return [...found.values()];
}

function runName(scope: ScopeMatcher): string {
  return `the command "${scope.run.command}" in the context "${scope.run.context}"`;
}

function cycleDiagnostic(
  cycle: readonly number[],
  tasks: readonly Task[],
  edges: readonly (readonly Edge[])[],
): Diagnostic {
  const steps = cycle.map((from, at) => {
    const to = cycle[(at + 1) % cycle.length] as number;
    const task = tasks[from] as Task;
    const edge = edges[from]?.find((candidate) => candidate.to === to) as Edge;
    const location = task.locate(edge.pointer, edge.offset === undefined ? {} : { offset: edge.offset });
    return { location, message: `"${task.name}" depends on "${(tasks[to] as Task).name}"` };
  });
  const names = [...cycle, cycle[0] as number].map((node) => (tasks[node] as Task).name);
  const shownNames =
    names.length > 12 ? [...names.slice(0, 6), `… ${names.length - 11} more …`, ...names.slice(-5)] : names;
  const [first, ...others] = steps;
  return {
    severity: "error",
    code: "dependency-cycle",
    message: `these tasks depend on each other: ${shownNames.join(" → ")}`,
    ...(first ? { location: first.location } : {}),
    related: others.slice(0, 20),
    suggestion: "Remove one of these dependencies; a `${VAR:…}` counts as one.",
  };
}
