import type { Diagnostic, Problem } from "../engine/diagnostics/diagnostic.ts";
import { type Json, type JsonObject, pointerPath } from "../engine/json/json.ts";
import type { CommandTable } from "../engine/model/commands.ts";
import type { HookUse, Project } from "../engine/model/project.ts";
import { validateProject } from "../schema/validate.ts";
import type { Entry } from "./checks/cross-checks.ts";
import { projectGlobProblems } from "./checks/glob-checks.ts";
import { mayHavePolicies } from "./may-have-policies.ts";
import { checkProject, readProject, unknownCommand } from "./read-project.ts";
import { list, object } from "./read-task.ts";
import { childPointer } from "./yaml/convert.ts";
import { type ManifestDocument, Reporter } from "./yaml/document.ts";

/** What a command goes by that needs of the manifest the Project alone, whatever is wrong with the rest. */
export interface ProjectAlone {
  /** Undefined: there is none that can be relied on. */
  readonly project: Project | undefined;
  /** The name of the Project, as far as it can be read. */
  readonly name: { readonly text: string; readonly place: Diagnostic["location"] } | undefined;
  /** Why it is not known what the Project says; undefined: it is, or there is none. */
  readonly doubts: readonly Diagnostic[] | undefined;
  /** In what can't be relied on, modules seem to be named as hooks: they may be policies. */
  readonly mayHavePolicies: boolean;
}

/**
 * Reads the Project, whatever else is wrong. What it says of the state, the contexts, the commands, requests, limits and
 * modules has to be right; the rest of it may be wrong, or unknown.
 * @param complete no document is missing
 * @param errors of the whole manifest
 * @param texts of its files
 */
export function projectAlone(
  entries: readonly Entry[],
  complete: boolean,
  commands: CommandTable,
  errors: readonly Diagnostic[],
  texts: readonly string[],
): ProjectAlone {
  const found = relyOn(entries, complete, commands, errors);
  return { ...found, mayHavePolicies: found.project === undefined && texts.some(mayHavePolicies) };
}

function relyOn(
  entries: readonly Entry[],
  complete: boolean,
  commands: CommandTable,
  errors: readonly Diagnostic[],
): Omit<ProjectAlone, "mayHavePolicies"> {
  const [first, second] = entries.filter(({ kind }) => kind.is === "project").map(({ document }) => document);
  // Where nothing is left of a manifest, nobody can say that it never had a Project.
  const isKnown = complete && entries.length > 0;
  if (first === undefined) return { project: undefined, name: undefined, doubts: isKnown ? undefined : errors };
  const own = document(first);
  const name = first.text("metadata", "name");
  const known = name === undefined ? undefined : named(name, first);
  const unsure = (doubts: readonly Diagnostic[]): Omit<ProjectAlone, "mayHavePolicies"> => ({
    project: undefined,
    name: known,
    doubts,
  });
  if (second !== undefined) return unsure(errors.filter(({ code }) => code === "second-project"));
  // What was not read of it may be anything.
  if (!first.isSound || first.zeroed.length > 0) return unsure(errors.filter(own));
  const found = [
    ...validateProject(first.value),
    ...checkProject(first, commands),
    ...projectGlobProblems(first.value),
    ...moduleHookProblems(first, commands),
  ];
  const report = new Reporter();
  for (const problem of found) if (!isHarmless(problem, first)) report.problem(first, problem);
  if (report.errors > 0) return unsure(report.diagnostics);
  return { project: withoutWrongHooks(readProject(first), found), name: known, doubts: undefined };
}

/** Its place is looked for when somebody asks: that parses the document again, and most runs don't need it. */
function named(text: string, first: ManifestDocument): ProjectAlone["name"] {
  return {
    text,
    get place() {
      return first.locate("/metadata/name");
    },
  };
}

/** Whether a diagnostic is of the file of a document. */
function document({ source }: ManifestDocument): (diagnostic: Diagnostic) => boolean {
  return ({ location }) => location?.file === source.shown;
}

/** Fields without which a command that rests on state does the same. */
const needless = ["include", "description"];
/** Fields that count, on whatever level they stand. */
const counting: ReadonlySet<string> = new Set([
  "apiVersion",
  "kind",
  "metadata",
  "name",
  "formerNames",
  "spec",
  "contexts",
  "commands",
  "state",
  "limits",
  "http",
  "hooks",
  "processors",
]);

/** True when what is wrong changes nothing of what a command does that rests on state. */
function isHarmless({ code, pointer, suggestion }: Problem, document: ManifestDocument): boolean {
  const [top = "", field = "", index] = pointerPath(pointer);
  if (code === "unknown-field" && isOfItself(pointer)) {
    const meant = /^Did you mean "(.*)"\?$/.exec(suggestion ?? "")?.[1];
    const last = pointerPath(pointer).at(-1) ?? "";
    return meant === undefined ? !counting.has(last) : needless.includes(meant);
  }
  if (needless.includes(field)) return true;
  if (top !== "spec" || field !== "hooks" || index === undefined) return false;
  const { use } = object(hooksOf(document)[Number(index)]);
  // What shows something is left as it is by default. A module may be there to stop a run, however its path is written.
  return typeof use === "string" && !/[./\\]/.test(use);
}

/** Of the document, `metadata` or `spec`, not of what is in them. */
function isOfItself(pointer: string): boolean {
  const path = pointerPath(pointer);
  return path.length === 1 || (path.length === 2 && (path[0] === "spec" || path[0] === "metadata"));
}

/** Modules that would be asleep because a command is misspelt in `on`. */
function moduleHookProblems(document: ManifestDocument, commands: CommandTable): Problem[] {
  const custom = Object.keys(object(object(object(document.value).spec).commands));
  return hooksOf(document).flatMap((hook, index) => {
    const { use, on } = object(hook);
    if (typeof use !== "string" || !isModulePath(use)) return [];
    const pointer = `/spec/hooks/${index}/on`;
    return (list<unknown>(on) ?? []).flatMap((name, at) => {
      const problem =
        typeof name === "string" ? unknownCommand(name, custom, commands, childPointer(pointer, at)) : undefined;
      return problem ?? [];
    });
  });
}

/** Built-in hooks with problems are as they are where nobody configures them; their places stay taken, for messages. */
function withoutWrongHooks(project: Project, problems: readonly Problem[]): Project {
  const wrong = new Set(problems.map(({ pointer }) => /^\/spec\/hooks\/(\d+)/.exec(pointer)?.[1]));
  const hooks = project.hooks.map((hook, index): HookUse => {
    return wrong.has(String(index)) ? { use: "", with: {} } : hook;
  });
  return { ...project, hooks, locate: (pointer, options) => project.locate(pointer, options) };
}

function hooksOf({ value }: ManifestDocument): readonly Json[] {
  return list<Json>(object(object(value as JsonObject).spec).hooks) ?? [];
}

function isModulePath(use: string): boolean {
  return use.startsWith("./") || use.startsWith("../");
}
