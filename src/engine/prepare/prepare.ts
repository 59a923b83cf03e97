import type { Diagnostic, Location, Problem } from "../diagnostics/diagnostic.ts";
import { buildGraph, type TaskGraph } from "../graph/task-graph.ts";
import { type JsonObject, pointerWithin } from "../json/json.ts";
import type { Task } from "../model/task.ts";
import type { Desired } from "../plan/desired.ts";
import type { Expanded, Processors, TaskProcessor } from "../ports/processor.ts";
import type { Redactor } from "../ports/redactor.ts";
import { unknownOutput } from "../recorded/outputs.ts";
import { expansionBudget } from "../references/expansion-budget.ts";
import { environmentLookup, findSecret, type ReferenceEnvironment } from "../references/lookup.ts";
import { nameBudget, nearest, type Reference } from "../references/references.ts";
import type { Values } from "../references/values.ts";
import { escapeAll, type Found, type Lookup, type Resolved, resolve } from "../references/variables.ts";
import { ignoredProblems } from "./ignored-fields.ts";
import { manifestClashes } from "./same-resource.ts";
import { type ScopeMatcher, supports } from "./scope.ts";

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
  /** Is state sealed, so that values of secrets are compared? */
  readonly sealed: boolean;
}

/** Texts of files that stand in a spec. */
type Origins = NonNullable<Expanded["origins"]>;

/** Reads the files that specs name, orders the tasks, and checks every reference, spec and identity that needs no state. */
export async function prepare(request: PrepareRequest): Promise<Prepared> {
  const { scope, processors, referenceEnvironment, sealed } = request;
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, Origins>();
  const hidden = new Set<string>();
  const lookup = taskLookup(request);

  const expanded: Task[] = [];
  for (const task of request.tasks) {
    const processor = processors.get(task.apiVersion, task.kind);
    if (!scope.inScope(task.processingScope)) {
      expanded.push(task);
      continue;
    }
    if (!processor) {
      if (referenceEnvironment.trusted) diagnostics.push(unknownKind(task, processors));
      else hidden.add(task.name);
      expanded.push(task);
      continue;
    }
    const unsupported = unsupportedRun(task, processor, scope);
    if (unsupported) diagnostics.push(unsupported);
    const files = await expand(task, processor, lookup(task, undefined));
    if ("unknown" in files && !referenceEnvironment.trusted) {
      hidden.add(task.name);
      expanded.push(task);
      continue;
    }
    if ("problems" in files) {
      for (const problem of files.problems) diagnostics.push(located(task, undefined, problem));
      hidden.add(task.name);
      expanded.push(task);
      continue;
    }
    if (files.origins) origins.set(task.name, files.origins);
    diagnostics.push(...ignoredProblems(task, files.spec, processor));
    expanded.push(files.spec === task.spec ? task : withSpec(task, files.spec));
  }

  const verbatim = (task: Task): readonly string[] =>
    processors.get(task.apiVersion, task.kind)?.fields?.verbatim ?? [];
  const graph = buildGraph(expanded, scope, request.declaredNames, verbatim);
  diagnostics.push(...graph.diagnostics);

  const budget = expansionBudget();
  const resolveTask = (task: Task, findOutput: FindOutput | undefined, writers: readonly string[] = []) => {
    const processor = processors.get(task.apiVersion, task.kind);
    const shared = findOutput === undefined ? budget : undefined;
    const whole = resolve(task.spec, lookup(task, findOutput), verbatim(task), shared);
    const resolved =
      writers.length > 0 && processor?.workspace?.reads
        ? unread(whole, processor.workspace.reads.into, writers)
        : whole;
    const problems = [...resolved.problems];
    if (processor && problems.length === 0)
      problems.push(...parseProblems(processor, resolved.value, resolved.unknowns));
    return {
      desired:
        problems.length === 0 && processor?.fields?.normalize
          ? normalized(resolved, processor.fields.normalize)
          : resolved,
      diagnostics: problems.map((problem) => located(task, origins.get(task.name), problem)),
    };
  };

  const resolved = new Map<string, Desired>();
  const desired = new Map<string, Desired>();
  for (const task of graph.tasks) {
    if (hidden.has(task.name)) continue;
    const result = resolveTask(task, undefined);
    diagnostics.push(...result.diagnostics);
    if (result.diagnostics.length > 0) continue;
    const warnings =
      processors.get(task.apiVersion, task.kind)?.fields?.warnings?.(result.desired.value, { sealed }) ?? [];
    for (const warning of warnings)
      diagnostics.push({ ...located(task, origins.get(task.name), warning), severity: "warning" });
    resolved.set(task.name, result.desired);
    if (result.desired.unknowns.size === 0) desired.set(task.name, result.desired);
  }
  diagnostics.push(...manifestClashes(graph.tasks, resolved, processors));
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
  return { graph, desired, hidden, diagnostics, resolve: resolveTask, readAgain };
}

/** A spec with a field that is known only when these tasks are through. What state would keep of it names none of them. */
function unread(resolved: Resolved<JsonObject>, into: string, writers: readonly string[]): Resolved<JsonObject> {
  const later = { [into]: "(known after apply)" };
  return {
    ...resolved,
    value: { ...resolved.value, ...later },
    stored: { ...resolved.stored, ...later },
    unknowns: new Map([...resolved.unknowns, [`/${into}`, writers]]),
  };
}

function taskLookup(request: PrepareRequest): (task: Task, findOutput: FindOutput | undefined) => Lookup {
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
  return (task, findOutput) => (reference) => {
    const found = find(task, findOutput, reference);
    // Names are identity: state and the folders on the branch have them as they are.
    return found.type === "value" && reference.source !== "OPUS" && redactor.value(found.value) !== found.value
      ? { type: "sensitive", value: found.value }
      : found;
  };
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

/** A spec with the files read into it that it names, or why that can't be. */
export async function expand(
  task: Task,
  processor: TaskProcessor,
  lookup: Lookup,
): Promise<Expanded | { readonly problems: readonly Problem[]; readonly unknown?: true }> {
  const fields = processor.fields?.files?.filter((field) => Object.hasOwn(task.spec, field)) ?? [];
  if (!processor.fields?.expand || fields.length === 0) return { spec: task.spec };
  let spec = task.spec;
  for (const field of fields) {
    const resolved = resolve(spec[field] ?? null, lookup);
    const problems = resolved.problems.map((problem) => ({ ...problem, pointer: `/${field}${problem.pointer}` }));
    for (const pointer of [...resolved.unknowns.keys(), ...resolved.secretPointers]) {
      problems.push({
        code: "file-name-unknown",
        message: `\`${field}\` names files, which must be known before anything runs`,
        pointer: `/${field}${pointer}`,
        suggestion: "Use ${VALUE:…}, ${OPUS:…} or plain text here, no output of a task and no secret.",
      });
    }
    if (problems.length > 0) return resolved.unknowns.size > 0 ? { problems, unknown: true } : { problems };
    spec = { ...spec, [field]: resolved.value };
  }
  const result = await processor.fields.expand(spec);
  if (!result.ok) return { problems: result.error };
  // What was resolved is literal from now on.
  const literal = { ...result.value.spec };
  for (const field of fields) if (Object.hasOwn(literal, field)) literal[field] = escapeAll(literal[field] ?? null);
  return { ...result.value, spec: literal };
}

function withSpec(task: Task, spec: JsonObject): Task {
  return { ...task, spec, locate: (pointer, options) => task.locate(pointer, options) };
}

function normalized(desired: Desired, normalize: (spec: JsonObject) => JsonObject): Desired {
  return { ...desired, value: normalize(desired.value), stored: normalize(desired.stored) };
}

/** What a processor finds wrong with a spec, apart from what is not known yet. */
export function parseProblems(
  processor: TaskProcessor,
  spec: JsonObject,
  unknowns: ReadonlyMap<string, unknown>,
): readonly Problem[] {
  const parsed = processor.parse(spec);
  if (parsed.ok) return [];
  const waiting = [...unknowns.keys()];
  return parsed.error.filter(
    (problem) =>
      !waiting.some((pointer) => pointerWithin(problem.pointer, pointer) || pointerWithin(pointer, problem.pointer)),
  );
}

/** A problem of a spec as a diagnostic: in the manifest, or in the file that the text came from. */
export function located(task: Task, origins: Origins | undefined, problem: Problem): Diagnostic {
  const origin = origins && Object.hasOwn(origins, problem.pointer) ? origins[problem.pointer] : undefined;
  return {
    severity: "error",
    code: problem.code,
    message: `task "${task.name}": ${problem.message}`,
    location: origin
      ? placeInText(origin.file, origin.text, problem.offset ?? 0)
      : task.locate(`/spec${problem.pointer}`, locateOptions(problem)),
    ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
  };
}

function locateOptions({ offset, atKey }: Problem): { offset?: number; key?: boolean } {
  return { ...(offset === undefined ? {} : { offset }), ...(atKey === undefined ? {} : { key: atKey }) };
}

function placeInText(file: string, text: string, offset: number): Location {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** The error for a task of a kind that nobody knows. */
export function unknownKind(task: Task, processors: Processors): Diagnostic {
  const all = processors.list();
  const kinds = all.filter((known) => known.apiVersion === task.apiVersion).map((known) => known.kind);
  const near =
    nearest(task.kind, kinds) ??
    nearest(
      `${task.apiVersion} ${task.kind}`,
      all.map((known) => `${known.apiVersion} ${known.kind}`),
      4,
    );
  const known = all.map((one) => `${one.apiVersion} ${one.kind}`).join(", ");
  return {
    severity: "error",
    code: "unknown-kind",
    message: `no processor knows the kind "${task.kind}" of apiVersion "${task.apiVersion}"`,
    location: task.locate(kinds.length > 0 ? "/kind" : "/apiVersion"),
    suggestion: near
      ? `Did you mean "${near}"?`
      : `Known are: ${known}. Name the module of your own kind under \`processors\` of the Project.`,
  };
}

function unsupportedRun(task: Task, processor: TaskProcessor, scope: ScopeMatcher): Diagnostic | undefined {
  const { command, context, inherited } = scope.run;
  const contexts = inherited === undefined ? [context] : [context, inherited];
  const [what, declared] = !supports(processor.supports?.commands, [command])
    ? [`the command "${command}"`, processor.supports?.commands]
    : !supports(processor.supports?.contexts, contexts)
      ? [`the context "${context}"`, processor.supports?.contexts]
      : [undefined, undefined];
  if (what === undefined) return undefined;
  return {
    severity: "error",
    code: "unsupported-by-kind",
    message: `task "${task.name}": the kind ${task.kind} does not support ${what}, only ${declared?.join(", ")}`,
    location: task.locate("/kind"),
    suggestion: "Limit the task with `processingScope` to what its kind supports.",
  };
}
