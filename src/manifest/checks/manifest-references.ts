import type { Json } from "../../engine/json/json.ts";
import { noticeNames } from "../../engine/model/webhook.ts";
import { nameBudget, nearest } from "../../engine/references/references.ts";
import type { FindSpecRules } from "../../ports/spec-rules.ts";
import { list, metadataOf, object } from "../read-task.ts";
import { declared } from "../read-values.ts";
import { childPointer } from "../yaml/convert.ts";
import type { Reporter } from "../yaml/document.ts";
import { type DeclaredNames, ReferenceChecker } from "./check-references.ts";
import type { Entry } from "./cross-checks.ts";

/** Checks every reference, and gives the names that they may use. */
export function checkReferences(
  entries: readonly Entry[],
  complete: boolean,
  kinds: FindSpecRules,
  report: Reporter,
): DeclaredNames {
  const names = declaredNames(entries, complete, kinds);
  if (complete) checkDependencies(entries, names.tasks, report);
  const checker = new ReferenceChecker(names);
  for (const entry of entries) {
    for (const { value, pointer, verbatim, opusNames } of templatesOf(entry, kinds)) {
      const able = opusNames ? new ReferenceChecker(names, opusNames) : checker;
      able.check(value, verbatim, (problem) => {
        entry.isValid = false;
        report.problem(entry.document, problem, pointer);
      });
    }
  }
  return names;
}

function declaredNames(entries: readonly Entry[], complete: boolean, kinds: FindSpecRules): DeclaredNames {
  const values = entries.filter(({ kind }) => kind.is === "values");
  return {
    values: new Set(values.flatMap(({ document }) => declared(document, "values"))),
    secrets: new Set(values.flatMap(({ document }) => declared(document, "secrets"))),
    tasks: new Set(
      entries.flatMap(({ document, kind }) => {
        const name = kind.is === "task" || kind.is === "unknown" ? document.text("metadata", "name") : undefined;
        return name === undefined ? [] : [name];
      }),
    ),
    outputs: fixedOutputs(entries, kinds),
    complete,
  };
}

/** A part of a document in which references count. */
interface Template {
  readonly value: Json;
  readonly pointer: string;
  /** Its top-level fields that are no templates. */
  readonly verbatim: readonly string[];
  /** What `${OPUS:…}` stands for in it besides what it does everywhere. */
  readonly opusNames?: readonly string[];
}

function templatesOf({ document, kind }: Entry, kinds: FindSpecRules): Template[] {
  const spec = object(object(document.value).spec);
  const at = (value: Json | undefined, pointer: string, verbatim: readonly string[] = []): Template[] =>
    value === undefined ? [] : [{ value, pointer, verbatim }];
  switch (kind.is) {
    case "task":
      return at(spec, "/spec", kinds(kind.apiVersion, kind.kind)?.verbatim);
    case "values":
      return Object.entries(object(spec.values)).flatMap(([name, declaration]) => {
        const { default: standard, contexts } = object(declaration);
        const pointer = childPointer("/spec/values", name);
        return [...at(standard, `${pointer}/default`), ...at(contexts, `${pointer}/contexts`)];
      });
    case "project":
      // Other hooks may give `${` a meaning of their own.
      return [
        ...(list(spec.hooks) ?? []).flatMap((hook, index) => {
          const { use, with: settings } = object(hook as Json);
          const pointer = `/spec/hooks/${index}/with`;
          return use === "webhook"
            ? webhookTemplates(settings, pointer)
            : use === "outputs"
              ? at(settings, pointer)
              : [];
        }),
        ...(list<Json>(spec.processors) ?? []).flatMap((own, index) =>
          at(object(own).with, `/spec/processors/${index}/with`),
        ),
      ];
    case "unknown":
      return [];
  }
}

/** What is told of a run has names in the template of a message alone. */
function webhookTemplates(settings: Json | undefined, pointer: string): Template[] {
  const { template = null, ...others } = object(settings);
  return [
    { value: others, pointer, verbatim: [] },
    { value: template, pointer: `${pointer}/template`, verbatim: [], opusNames: noticeNames },
  ];
}

/** Tasks whose outputs are known from their kind alone; of two with one name, which is an error, none. */
function fixedOutputs(entries: readonly Entry[], kinds: FindSpecRules): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[] | undefined>();
  for (const { document, kind } of entries) {
    const name = document.text("metadata", "name");
    if (name === undefined || (kind.is !== "task" && kind.is !== "unknown")) continue;
    const isKnown = kind.is === "task" && !found.has(name);
    found.set(name, isKnown ? kinds(kind.apiVersion, kind.kind)?.outputNames : undefined);
  }
  return new Map([...found].flatMap(([name, outputs]) => (outputs ? [[name, outputs]] : [])));
}

/** Rules without conditions count wherever their task does, so what they name must be there. */
function checkDependencies(entries: readonly Entry[], names: ReadonlySet<string>, report: Reporter): void {
  const budget = nameBudget();
  for (const entry of entries) {
    if (entry.kind.is !== "task") continue;
    for (const [index, rule] of (list(metadataOf(entry.document).dependencies) ?? []).entries()) {
      const { commands, contexts, tasks } = object(rule as Json);
      if (commands !== undefined || contexts !== undefined) continue;
      for (const [at, name] of (list(tasks) ?? []).entries()) {
        if (typeof name !== "string" || name === "" || names.has(name)) continue;
        entry.isValid = false;
        const near = nearest(name, names, undefined, budget);
        report.problem(entry.document, {
          code: "unknown-task",
          message: `"${entry.document.text("metadata", "name") ?? "this task"}" depends on "${name}", which is not in the manifest`,
          pointer: `/metadata/dependencies/${index}/tasks/${at}`,
          suggestion: near ? `Did you mean "${near}"?` : "Add the task, or remove the dependency.",
        });
      }
    }
  }
}
