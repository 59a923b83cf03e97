import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { buildGraph, type TaskGraph } from "../graph/task-graph.ts";
import type { JsonObject } from "../json/json.ts";
import type { Task } from "../model/task.ts";
import type { Desired } from "../plan/desired.ts";
import type { Processors } from "../ports/processor.ts";
import type { Redactor } from "../ports/redactor.ts";
import { unknownOutput } from "../recorded/outputs.ts";
import { expansionBudget } from "../references/expansion-budget.ts";
import { type Found, type Lookup, lookupWith } from "../references/found.ts";
import { environmentLookup, findSecret, type ReferenceEnvironment } from "../references/lookup.ts";
import { nameBudget, nearest, type Reference } from "../references/references.ts";
import { type Resolved, resolve } from "../references/resolve.ts";
import type { Values } from "../references/values.ts";
import { expand } from "./expand-files.ts";
import { ignoredProblems } from "./ignored-fields.ts";
import { adoptionClashes, manifestClashes } from "./same-resource.ts";
import type { ScopeMatcher } from "./scope.ts";
import { located, type Origins, parseProblems, unknownKind, unsupportedRun } from "./spec-problems.ts";

/** Finds the output of a task, for `${VAR:task:KEY}`. */
export type FindOutput = (task: string, key: string) => Found;

/** The in-scope tasks of a run, checked as far as they can be without state. */
export interface Prepared {
  readonly graph: TaskGraph;
  /** Specs that wait for no other task, by name. */
  readonly desired: ReadonlyMap<string, Desired>;
  /** Tasks whose kind this run may not load; they show as unknown. */
  readonly hidden: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Tasks of which errors among these tell, as far as each tells of one. */
  readonly faulty: ReadonlySet<string>;
  /**
   * Resolves a task once outputs are known.
   * @param writers tasks before it that may write what it reads; what it finds in these files is not known then
   */
  resolve(
    task: Task,
    findOutput: FindOutput,
    writers?: readonly string[],
  ): { readonly desired: Desired; readonly diagnostics: readonly Diagnostic[] };
  /** The task with what it reads of files as they are now, or what is wrong with them. */
  readAgain(task: Task): Promise<{ readonly task: Task; readonly diagnostics: readonly Diagnostic[] }>;
}

export interface PrepareRequest {
  readonly tasks: readonly Task[];
  readonly declaredNames: ReadonlySet<string>;
  readonly scope: ScopeMatcher;
  readonly processors: Processors;
  readonly values: Values;
  readonly referenceEnvironment: ReferenceEnvironment;
  readonly redactor: Redactor;
  /** State is sealed, so values of secrets are compared. */
  readonly sealed: boolean;
}

/** Reads the files that specs name, orders the tasks, and checks every reference, spec and identity that needs no state. */
export async function prepare(request: PrepareRequest): Promise<Prepared> {
  const { scope, processors, declaredNames } = request;
  const lookup = taskLookup(request);
  const read = await readFiles(request, lookup);
  const { tasks, origins, hidden, unread, diagnostics } = read;
  const verbatim = (task: Task): readonly string[] =>
    processors.get(task.apiVersion, task.kind)?.fields?.verbatim ?? [];
  const graph = buildGraph(tasks, scope, declaredNames, verbatim);
  const resolveTask = specResolver(request, lookup, origins, verbatim);
  const known = resolveFirst(request, graph, resolveTask, { origins, hidden, unread });
  const asWritten = new Map(request.tasks.map((task) => [task.name, task]));
  const readAgain = async (task: Task) => {
    const processor = processors.get(task.apiVersion, task.kind);
    const written = asWritten.get(task.name);
    if (!processor || !written) return { task, diagnostics: [] };
    const files = await expand(written, processor, lookup(written, undefined));
    if ("problems" in files)
      return { task, diagnostics: files.problems.map((problem) => located(task, undefined, problem)) };
    return { task: withSpec(written, files.spec), diagnostics: [] };
  };
  return {
    graph,
    desired: known.desired,
    hidden,
    diagnostics: [...diagnostics, ...graph.diagnostics, ...known.diagnostics],
    faulty: new Set([...read.faulty, ...graph.faulty, ...known.faulty]),
    resolve: resolveTask,
    readAgain,
  };
}

type TaskLookup = (task: Task, findOutput: FindOutput | undefined) => Lookup;

/** The tasks of a manifest with the files read into their specs that these name. */
interface ReadTasks {
  readonly tasks: readonly Task[];
  /** Where texts in the specs came from, by task. */
  readonly origins: ReadonlyMap<string, Origins>;
  /** Names of tasks of which nothing more can be told. */
  readonly hidden: ReadonlySet<string>;
  /** Names of tasks whose files can't be read. */
  readonly unread: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of tasks that something is wrong with. */
  readonly faulty: ReadonlySet<string>;
}

/** Reads the files that specs of tasks in scope name. A task whose files can't be read stays as it is written. */
async function readFiles(request: PrepareRequest, lookup: TaskLookup): Promise<ReadTasks> {
  const { scope, processors, referenceEnvironment } = request;
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, Origins>();
  const hidden = new Set<string>();
  const unread = new Set<string>();
  const readInto = async (task: Task): Promise<Task> => {
    if (!scope.inScope(task.processingScope)) return task;
    const processor = processors.get(task.apiVersion, task.kind);
    if (!processor) {
      if (referenceEnvironment.trusted) diagnostics.push(unknownKind(task, processors));
      else hidden.add(task.name);
      return task;
    }
    const unsupported = unsupportedRun(task, processor, scope);
    if (unsupported) diagnostics.push(unsupported);
    const files = await expand(task, processor, lookup(task, undefined));
    if ("problems" in files) {
      // What this run may not see is no problem of the manifest.
      const mayNotSee = "unknown" in files && !referenceEnvironment.trusted;
      if (!mayNotSee) for (const problem of files.problems) diagnostics.push(located(task, undefined, problem));
      (mayNotSee ? hidden : unread).add(task.name);
      return task;
    }
    if (files.origins) origins.set(task.name, files.origins);
    diagnostics.push(...ignoredProblems(task, files.spec, processor));
    return files.spec === task.spec ? task : withSpec(task, files.spec);
  };
  const tasks: Task[] = [];
  const faulty = new Set<string>();
  for (const task of request.tasks) {
    const before = diagnostics.length;
    tasks.push(await readInto(task));
    if (diagnostics.length > before) faulty.add(task.name);
  }
  return { tasks, origins, hidden, unread, diagnostics, faulty };
}

type ResolveTask = (
  task: Task,
  findOutput: FindOutput | undefined,
  writers?: readonly string[],
) => ReturnType<Prepared["resolve"]>;

function specResolver(
  { processors }: PrepareRequest,
  lookup: TaskLookup,
  origins: ReadTasks["origins"],
  verbatim: (task: Task) => readonly string[],
): ResolveTask {
  const budget = expansionBudget();
  return (task, findOutput, writers = []) => {
    const processor = processors.get(task.apiVersion, task.kind);
    const shared = findOutput === undefined ? budget : undefined;
    const whole = resolve(task.spec, lookup(task, findOutput), verbatim(task), shared);
    const resolved =
      writers.length > 0 && processor?.workspace?.reads
        ? withUnread(whole, processor.workspace.reads.into, writers)
        : whole;
    const problems = [...resolved.problems];
    if (processor && problems.length === 0)
      problems.push(
        ...parseProblems(processor, resolved.value, [...resolved.unknowns.keys(), ...resolved.missing.keys()]),
      );
    return {
      desired:
        problems.length === 0 && processor?.fields?.normalize
          ? normalized(resolved, processor.fields.normalize)
          : resolved,
      diagnostics: problems.map((problem) => located(task, origins.get(task.name), problem)),
    };
  };
}

/** Resolves all specs as far as they are known before any task ran; `desired` has those that wait for nothing. */
function resolveFirst(
  { processors, sealed }: PrepareRequest,
  graph: TaskGraph,
  resolveTask: ResolveTask,
  { origins, hidden, unread }: Pick<ReadTasks, "origins" | "hidden" | "unread">,
): Pick<Prepared, "desired" | "diagnostics" | "faulty"> {
  const diagnostics: Diagnostic[] = [];
  const faulty = new Set<string>();
  const resolved = new Map<string, Desired>();
  const desired = new Map<string, Desired>();
  for (const task of graph.tasks) {
    if (hidden.has(task.name) || unread.has(task.name)) continue;
    const result = resolveTask(task, undefined);
    diagnostics.push(...result.diagnostics);
    if (result.diagnostics.length > 0) {
      faulty.add(task.name);
      continue;
    }
    const warnings =
      processors.get(task.apiVersion, task.kind)?.fields?.warnings?.(result.desired.value, { sealed }) ?? [];
    for (const warning of warnings)
      diagnostics.push({ ...located(task, origins.get(task.name), warning), severity: "warning" });
    resolved.set(task.name, result.desired);
    if (result.desired.unknowns.size === 0) desired.set(task.name, result.desired);
  }
  diagnostics.push(...manifestClashes(graph.tasks, resolved, processors), ...adoptionClashes(graph.tasks));
  return { desired, diagnostics, faulty };
}

/** A spec with a field that is known only when these tasks are through. What state would keep of it names none of them. */
function withUnread(resolved: Resolved<JsonObject>, into: string, writers: readonly string[]): Resolved<JsonObject> {
  const later = { [into]: "(known after apply)" };
  return {
    ...resolved,
    value: { ...resolved.value, ...later },
    stored: { ...resolved.stored, ...later },
    unknowns: new Map([...resolved.unknowns, [`/${into}`, writers]]),
  };
}

function taskLookup(request: PrepareRequest): TaskLookup {
  const { values, referenceEnvironment, redactor } = request;
  const around = environmentLookup(referenceEnvironment);
  const awaited = awaitedOutputs(request);
  const find = (task: Task, findOutput: FindOutput | undefined, reference: Reference): Found => {
    switch (reference.source) {
      case "VALUE":
        return values.get(reference.name);
      case "SECRET":
        return findSecret(referenceEnvironment, reference.name);
      case "VAR": {
        const [name, key] = outputName(reference);
        return findOutput ? findOutput(name, key) : awaited(name, key);
      }
      case "OPUS":
        return reference.name === "task" ? { type: "value", value: task.name } : around(reference);
      default:
        return around(reference);
    }
  };
  // A secret that arrives by another way (a variable, a value of the workflow) is not stored either.
  return (task, findOutput) =>
    lookupWith(referenceEnvironment.filtered, (reference) => {
      const found = find(task, findOutput, reference);
      // Names are identity: state and the folders on the branch have them as they are.
      return found.type === "value" && reference.source !== "OPUS" && redactor.value(found.value) !== found.value
        ? { type: "sensitive", value: found.value }
        : found;
    });
}

/**
 * What is known of outputs before any task ran: that there is such a task, and with some kinds that it has no such output.
 * The manifest was checked for it; texts of files that it names were not.
 */
export function awaitedOutputs({
  tasks,
  declaredNames,
  processors,
}: Pick<PrepareRequest, "tasks" | "declaredNames" | "processors">): FindOutput {
  const kinds = new Map(tasks.map((task) => [task.name, task]));
  const budget = nameBudget();
  return (name, key) => {
    const task = kinds.get(name);
    if (!task && !declaredNames.has(name)) {
      const near = nearest(name, declaredNames, undefined, budget);
      return {
        type: "missing",
        code: "unknown-task",
        message: `there is no task "${name}" whose output could be read`,
        suggestion: near
          ? `Did you mean \`\${VAR:${near}:${key}}\`?`
          : `Add the task, or give a fallback: \`\${VAR:${name}:${key}:-…}\`.`,
      };
    }
    const names = task && processors.get(task.apiVersion, task.kind)?.known?.outputNames;
    if (names && !names.includes(key)) return unknownOutput(name, key, names);
    return { type: "unknown", label: `${name}:${key}` };
  };
}

/** The task and the key of a `${VAR:task:KEY}`. */
export function outputName(reference: Reference): [task: string, key: string] {
  const colon = reference.name.indexOf(":");
  return [reference.name.slice(0, colon), reference.name.slice(colon + 1)];
}

function withSpec(task: Task, spec: JsonObject): Task {
  return { ...task, spec, locate: (pointer, options) => task.locate(pointer, options) };
}

function normalized(desired: Desired, normalize: (spec: JsonObject) => JsonObject): Desired {
  return { ...desired, value: normalize(desired.value), stored: normalize(desired.stored) };
}
