import type { Diagnostic, Location, Problem } from "../diagnostics/diagnostic.ts";
import { type JsonObject, pointerWithin } from "../json/json.ts";
import type { Task } from "../model/task.ts";
import type { Expanded, Processors, TaskProcessor } from "../ports/processor.ts";
import { nearest } from "../references/references.ts";
import { type ScopeMatcher, supports } from "./scope.ts";

/** Texts of files that stand in a spec. */
export type Origins = NonNullable<Expanded["origins"]>;

/** What a processor finds wrong with a spec, apart from what is not known yet. */
export function parseProblems(
  processor: TaskProcessor,
  spec: JsonObject,
  waiting: readonly string[],
): readonly Problem[] {
  const parsed = processor.parse(spec);
  if (parsed.ok) return [];
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

/** The error for a task whose kind supports neither this command nor this context; undefined: it does. */
export function unsupportedRun(task: Task, processor: TaskProcessor, scope: ScopeMatcher): Diagnostic | undefined {
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
