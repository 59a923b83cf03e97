import type { Location } from "../../engine/diagnostics/diagnostic.ts";
import type { Json } from "../../engine/json/json.ts";
import type { CommandTable } from "../../engine/model/commands.ts";
import { webhookEvents } from "../../engine/model/webhook.ts";
import type { DocumentKind } from "../classify.ts";
import { unknownCommand } from "../read-project.ts";
import { list, metadataOf, object } from "../read-task.ts";
import { declared } from "../read-values.ts";
import { childPointer } from "../yaml/convert.ts";
import type { ManifestDocument, Reporter } from "../yaml/document.ts";
import { checkMutexes } from "./mutex-checks.ts";

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
