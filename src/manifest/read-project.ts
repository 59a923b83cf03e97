import type { Problem } from "../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../engine/json/json.ts";
import { type CommandTable, takenNames } from "../engine/model/commands.ts";
import {
  type ContextRule,
  type HookUse,
  type KindModules,
  type Limits,
  type PlanRules,
  type Project,
  type ProjectState,
  reservedProject,
} from "../engine/model/project.ts";
import { nearest, parseTemplate } from "../engine/references/references.ts";
import { formerNameProblems } from "./checks/former-names.ts";
import { hookProblems } from "./checks/hook-checks.ts";
import { list, object } from "./read-task.ts";
import { childPointer } from "./yaml/convert.ts";
import type { ManifestDocument } from "./yaml/document.ts";

/** A document that passed its schema → the project. */
export function readProject(document: ManifestDocument): Project {
  const whole = object(document.value);
  const spec = object(whole.spec);
  return {
    name: String(object(whole.metadata).name),
    formerNames: list<string>(object(whole.metadata).formerNames) ?? [],
    location: document.location,
    contexts: (list<JsonObject>(spec.contexts) ?? []).map(readRule),
    commands: object(spec.commands) as { readonly [name: string]: string },
    state: object(spec.state) as ProjectState,
    limits: object(spec.limits) as Limits,
    hooks: (list<JsonObject>(spec.hooks) ?? []).map(readHook),
    processors: (list<Json>(spec.processors) ?? []).map(readKinds),
    ...(spec.http === undefined ? {} : { http: { allow: list<string>(object(spec.http).allow) ?? [] } }),
    ...(spec.plan === undefined ? {} : { plan: object(spec.plan) as PlanRules }),
    locate: (pointer, options) => document.locate(pointer, options),
  };
}

/** The globs of further files; also of a project that has errors elsewhere. */
export function includesOf(document: ManifestDocument): readonly { readonly glob: string; readonly pointer: string }[] {
  const include = list(object(object(document.value).spec).include) ?? [];
  return include.flatMap((glob, index) =>
    typeof glob === "string" && glob.trim() !== "" ? [{ glob, pointer: childPointer("/spec/include", index) }] : [],
  );
}

/** What a schema can't say about a project. */
export function checkProject(document: ManifestDocument, commands: CommandTable): Problem[] {
  const spec = object(object(document.value).spec);
  const problems: Problem[] = [...nameProblems(document)];
  for (const name of Object.keys(object(spec.commands))) {
    if (!takenNames(commands).includes(name) || object(spec.commands)[name] === name) continue;
    problems.push({
      code: "command-name-taken",
      message: `"${name}" is a command of its own and can't become another name for ${object(spec.commands)[name]}`,
      pointer: childPointer("/spec/commands", name),
      atKey: true,
      suggestion: "Choose a name that no built-in command has, like deploy.",
    });
  }
  for (const [index, rule] of (list<JsonObject>(spec.contexts) ?? []).entries()) {
    const pointer = childPointer("/spec/contexts", index);
    const { context, contexts, formerNames, inherits } = object(rule);
    const each = (field: string, texts: Json | undefined): [string, unknown][] =>
      (list<unknown>(texts) ?? []).map((text, at) => [childPointer(childPointer(pointer, field), at), text]);
    const texts: [string, unknown][] = [
      [childPointer(pointer, "context"), context],
      [childPointer(pointer, "inherits"), inherits],
      ...each("contexts", contexts),
      ...each("formerNames", formerNames),
    ];
    for (const [place, text] of texts) if (typeof text === "string") problems.push(...contextReferences(place, text));
  }
  problems.push(...formerNameProblems(document));
  for (const [index, hook] of (list<JsonObject>(spec.hooks) ?? []).entries()) {
    problems.push(...hookProblems(object(hook), childPointer("/spec/hooks", index), index));
  }
  return problems;
}

function nameProblems({ value }: ManifestDocument): Problem[] {
  const { name } = object(object(value).metadata);
  const message = typeof name === "string" ? reservedProject(name) : undefined;
  if (message === undefined) return [];
  const suggestion = `Write "readme", for example; state that is kept under another spelling is found with \`formerNames\`.`;
  return [{ code: "reserved-name", message, pointer: "/metadata/name", suggestion }];
}

/**
 * Commands that scopes, conditions and hooks may name: the custom ones too.
 * @returns a problem when a name is neither
 */
export function unknownCommand(
  name: string,
  custom: readonly string[],
  commands: CommandTable,
  pointer: string,
): Problem | undefined {
  const known = [...custom, ...takenNames(commands)];
  if (known.includes(name)) return undefined;
  const near = nearest(name, known);
  return {
    code: "unknown-command",
    message: `there is no command "${name}"`,
    pointer,
    suggestion: near
      ? `Did you mean "${near}"?`
      : "Name a built-in command, or declare it under spec.commands of the Project.",
  };
}

function contextReferences(pointer: string, text: string): Problem[] {
  if (!text.includes("${")) return [];
  if (text.length > 1000) {
    return [
      { code: "bad-reference", message: "the name of a context is too long", pointer, suggestion: "Shorten it." },
    ];
  }
  const { parts, problems } = parseTemplate(text);
  const found: Problem[] = problems.map((problem) => ({ ...problem, pointer }));
  for (const part of parts) {
    if (typeof part === "string" || part.source === "GITHUB" || part.source === "ENV") continue;
    found.push({
      code: "bad-reference",
      message: `the name of a context can't come from \`\${${part.source}:${part.name}}\`: it must be known before anything else`,
      pointer,
      offset: part.start,
      suggestion: "Use `${GITHUB:…}` or `${ENV:…}`.",
    });
  }
  return found;
}

function readRule(rule: JsonObject): ContextRule {
  const { event, ...rest } = rule;
  if (event === undefined) return rest as ContextRule;
  return { ...rest, event: typeof event === "string" ? [event] : event } as ContextRule;
}

function readKinds(kinds: Json): KindModules {
  return typeof kinds === "string"
    ? { use: kinds, with: {} }
    : { use: String(object(kinds).use), with: object(object(kinds).with) };
}

function readHook(hook: JsonObject): HookUse {
  const on = list<string>(hook.on);
  return { use: String(hook.use), with: object(hook.with), ...(on && { on }) };
}
