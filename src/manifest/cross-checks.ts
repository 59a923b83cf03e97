import type { Location } from "../engine/diagnostics/diagnostic.ts";
import { isObject, type Json } from "../engine/json/json.ts";
import type { CommandTable } from "../engine/model/commands.ts";
import { noticeNames, webhookEvents } from "../engine/model/webhook.ts";
import { nameBudget, nearest } from "../engine/references/references.ts";
import type { FindSpecRules } from "../ports/spec-rules.ts";
import { type DeclaredNames, ReferenceChecker } from "./check-references.ts";
import type { DocumentKind } from "./classify.ts";
import { childPointer } from "./convert.ts";
import type { ManifestDocument, Reporter } from "./document.ts";
import { checkMutexes } from "./mutex-checks.ts";
import { unknownCommand } from "./read-project.ts";
import { list, object } from "./read-task.ts";

/** A document on its way through the checks. */
export interface Entry {
  readonly document: ManifestDocument;
  readonly kind: DocumentKind;
  /** False once an error of its own was found; it is then left out of the result. */
  isValid: boolean;
}

/** Names that must be unique, and names that must exist. */
export function checkNames(
  entries: readonly Entry[],
  complete: boolean,
  commands: CommandTable,
  report: Reporter,
): void {
  checkSingleProject(entries, report);
  checkDeclarations(entries, report);
  checkTaskNames(entries, report);
  if (complete) checkCommands(entries, commands, report);
  if (complete) {
    checkMutexes(
      entries.flatMap(({ document, kind }) => (kind.is === "task" ? [document] : [])),
      report,
    );
  }
}

function checkSingleProject(entries: readonly Entry[], report: Reporter): void {
  const [first, ...others] = entries.filter(({ kind }) => kind.is === "project");
  for (const other of others) {
    other.isValid = false;
    report.problem(
      other.document,
      {
        code: "second-project",
        message: "a manifest has at most one Project, and this is the second",
        pointer: "/kind",
        suggestion: "Put the settings into one document.",
      },
      "",
      first && [{ message: "the first one", location: first.document.locate("/kind") }],
    );
  }
}

function checkDeclarations(entries: readonly Entry[], report: Reporter): void {
  for (const [field, word, code] of [
    ["values", "value", "duplicate-value"],
    ["secrets", "secret", "duplicate-secret"],
  ] as const) {
    const seen = new Map<string, ManifestDocument>();
    for (const entry of entries) {
      if (entry.kind.is !== "values") continue;
      for (const name of declared(entry.document, field)) {
        const pointer = childPointer(`/spec/${field}`, name);
        const first = seen.get(name);
        if (first === undefined) {
          seen.set(name, entry.document);
          continue;
        }
        entry.isValid = false;
        report.problem(
          entry.document,
          {
            code,
            message: `the ${word} "${name}" is declared for the second time`,
            pointer,
            atKey: true,
            suggestion: "Keep one of the two, or rename one.",
          },
          "",
          [{ message: "the first one", location: first.locate(pointer, { key: true }) }],
        );
      }
    }
  }
}

function checkTaskNames(entries: readonly Entry[], report: Reporter): void {
  const pointer = "/metadata/name";
  const names = new Map<string, ManifestDocument>();
  const tasks = entries.filter(({ kind }) => kind.is === "task");
  for (const entry of tasks) {
    const name = entry.document.text("metadata", "name");
    if (name === undefined) continue;
    const first = names.get(name);
    if (first === undefined) {
      names.set(name, entry.document);
      continue;
    }
    entry.isValid = false;
    report.problem(
      entry.document,
      {
        code: "duplicate-task",
        message: `there are two tasks with the name "${name}"`,
        pointer,
        suggestion: "Rename one of them; names are unique in the project, whatever the kind.",
      },
      "",
      [{ message: "the first one", location: first.locate(pointer) }],
    );
  }
  const former = new Map<string, () => Location>();
  for (const entry of tasks) {
    const before = report.errors;
    checkFormerNames(entry.document, names, former, report);
    checkSelfDependency(entry.document, report);
    if (report.errors > before) entry.isValid = false;
  }
}

function checkFormerNames(
  document: ManifestDocument,
  names: ReadonlyMap<string, ManifestDocument>,
  former: Map<string, () => Location>,
  report: Reporter,
): void {
  for (const [index, name] of (list(metadataOf(document).formerNames) ?? []).entries()) {
    if (typeof name !== "string") continue;
    const pointer = childPointer("/metadata/formerNames", index);
    const current = names.get(name);
    const first = former.get(name);
    if (current !== undefined) {
      report.problem(
        document,
        {
          code: "former-name-in-use",
          message: `the former name "${name}" is the name of a task today`,
          pointer,
          suggestion:
            "Delete it from formerNames, or rename that task: state recorded under the name can go to one of them only.",
        },
        "",
        [{ message: "the task of that name", location: current.locate("/metadata/name") }],
      );
    } else if (first !== undefined) {
      report.problem(
        document,
        {
          code: "former-name-twice",
          message: `the former name "${name}" is claimed for the second time`,
          pointer,
          suggestion: "Keep it where the resource is now.",
        },
        "",
        [{ message: "the first one", location: first() }],
      );
    } else former.set(name, () => document.locate(pointer));
  }
}

function checkSelfDependency(document: ManifestDocument, report: Reporter): void {
  const name = document.text("metadata", "name");
  for (const [index, rule] of (list(metadataOf(document).dependencies) ?? []).entries()) {
    for (const [at, task] of (list(object(rule as Json).tasks) ?? []).entries()) {
      if (task !== name || name === undefined) continue;
      report.problem(document, {
        code: "self-dependency",
        message: `"${name}" depends on itself`,
        pointer: `/metadata/dependencies/${index}/tasks/${at}`,
        suggestion: "Delete it from the list.",
      });
    }
  }
}

/** Commands in scopes, conditions and hooks: a slip there would mean "never", in silence. */
function checkCommands(entries: readonly Entry[], commands: CommandTable, report: Reporter): void {
  const project = entries.find(({ kind }) => kind.is === "project");
  const custom = Object.keys(object(object(object(project?.document.value).spec).commands));
  const check = (entry: Entry, value: Json | undefined, pointer: string) => {
    for (const [index, name] of (list(value) ?? []).entries()) {
      // Anything else is the schema's to say.
      if (typeof name !== "string" || !/^[a-z][a-z0-9-]*$/.test(name)) continue;
      const problem = unknownCommand(name, custom, commands, childPointer(pointer, index));
      if (problem === undefined) continue;
      entry.isValid = false;
      report.problem(entry.document, { ...problem, ...eventAdvice(name, pointer) });
    }
  };
  for (const entry of entries) {
    const rules = (value: Json | undefined, pointer: string, field: string) => {
      for (const [index, rule] of (list(value) ?? []).entries()) {
        check(entry, object(rule as Json)[field], `${pointer}/${index}/${field}`);
      }
    };
    if (entry.kind.is === "project") rules(object(object(entry.document.value).spec).hooks, "/spec/hooks", "on");
    if (entry.kind.is !== "task") continue;
    const metadata = metadataOf(entry.document);
    rules(metadata.processingScope, "/metadata/processingScope", "commands");
    rules(metadata.dependencies, "/metadata/dependencies", "commands");
  }
}

/** What a webhook tells of is easily taken for what it is active for. */
function eventAdvice(name: string, pointer: string): { readonly suggestion?: string } {
  if (!pointer.endsWith("/on") || !(webhookEvents as readonly string[]).includes(name)) return {};
  return {
    suggestion: "`on` names commands. What a webhook tells of stands in `with: {events: [drift, failure, applied]}`.",
  };
}

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

function declared(document: ManifestDocument, field: "values" | "secrets"): string[] {
  const declarations = object(object(document.value).spec)[field];
  return isObject(declarations) ? Object.keys(declarations) : [];
}

function metadataOf(document: ManifestDocument): ReturnType<typeof object> {
  return object(object(document.value).metadata);
}
