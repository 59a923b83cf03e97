import {
  type Diagnostic,
  err,
  explained,
  type Failure,
  failure,
  type Location,
  ok,
  type Result,
} from "../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../engine/json/json.ts";
import type { ContextRule, Project } from "../engine/model/project.ts";
import type { Lookup } from "../engine/references/found.ts";
import { nearest } from "../engine/references/references.ts";
import { resolve } from "../engine/references/resolve.ts";
import { compileGlob } from "../engine/text/glob.ts";
import { inWords } from "../engine/text/listed.ts";
import { type Surface, stepSurface } from "../engine/text/surface.ts";
import { fits, nameOf, namesIn, onlyInput } from "./context-names.ts";
import { type Environment, member } from "./github-context.ts";
import { literalContexts, onlyPossible } from "./possible-contexts.ts";
import { formerNameOf, ruleNaming } from "./recorded-context.ts";

/** A context that a run is for. */
export interface ContextChoice {
  readonly name: string;
  readonly inherits: string | undefined;
  /** Names that it had before, with the places that say so. */
  readonly formerNames?: readonly FormerName[];
  /** No rule leads to it, so it is one only as far as something is recorded of it; else this is what is wrong. */
  readonly unruled?: Failure;
}

/** A name that something had before. */
export interface FormerName {
  readonly name: string;
  readonly location: Location;
}

/** What an event says of branches, tags and labels. */
interface EventFacts {
  readonly name: string | undefined;
  readonly branch: string | undefined;
  readonly tag: string | undefined;
  readonly labels: readonly string[];
}

export interface ContextQuestion {
  readonly project: Project | undefined;
  /** The `context` input, or undefined when it was not given. */
  readonly given: string | undefined;
  readonly environment: Environment;
  readonly event: JsonObject | undefined;
  /** How messages speak of settings. Default: a step's. */
  readonly surface?: Surface;
  /** The command changes nothing. Default: it may. */
  readonly looks?: boolean;
  /** The command rests on what is recorded of the given context, so no rule has to take that. Default: one has to. */
  readonly recorded?: boolean;
  /** Resolves `${GITHUB:…}` and `${ENV:…}` in context names. */
  readonly lookup: Lookup;
}

const contextName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The contexts of a run, and what has decided that. */
export interface ContextDecision {
  readonly choices: readonly ContextChoice[];
  /** For people: `rule 2 of the Project (opus.yaml:12)`. Looks for the place of the rule. */
  by(): string;
}

/** The contexts that the first matching rule names. No match is an error, never a default. */
export function chooseContexts(question: ContextQuestion): Result<readonly ContextChoice[], Failure> {
  const decided = decideContexts(question);
  return decided.ok ? ok(decided.value.choices) : decided;
}

/** As `chooseContexts`, with the rule. */
export function decideContexts(question: ContextQuestion): Result<ContextDecision, Failure> {
  const decided = firstMatch(question);
  if (!decided.ok || !question.project?.contexts.some(({ formerNames = [] }) => formerNames.length > 0)) return decided;
  const choices: ContextChoice[] = [];
  for (const choice of decided.value.choices) {
    const formerNames = formerNamesOf(choice.name, question);
    if (!formerNames.ok) return formerNames;
    choices.push({ ...choice, formerNames: formerNames.value });
  }
  return ok({ choices, by: decided.value.by });
}

/**
 * The names that a context had before, whichever rule leads to it. Those of a rule whose own name can't be told from this
 * event are of another context.
 */
export function formerNamesOf(
  context: string,
  { project, lookup }: Pick<ContextQuestion, "project" | "lookup">,
): Result<readonly FormerName[], Failure> {
  const found = new Map<string, Location>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, rule] of (project?.contexts ?? []).entries()) {
    const { formerNames = [] } = rule;
    const template = rule.context ?? onlyInput(rule);
    if (template === undefined || formerNames.length === 0) continue;
    if (template !== context && textOf(template, lookup) !== context) continue;
    for (const [at, former] of formerNames.entries()) {
      const name = textOf(former, lookup);
      const location = project?.locate(`/spec/contexts/${index}/formerNames/${at}`);
      if (location === undefined || name === context) continue;
      if (name !== undefined && contextName.test(name)) found.set(name, found.get(name) ?? location);
      else
        diagnostics.push({
          severity: "error",
          code: "bad-context-name",
          message: `this former name of the context "${context}" can't be told here: ${former}`,
          location,
          suggestion: "Build it from what the rule's `context` is built from.",
        });
    }
  }
  if (diagnostics.length > 0) return err(failure("invalid-manifest", "a former name can't be told", diagnostics));
  return ok([...found].map(([name, location]) => ({ name, location })));
}

/** A template with its references filled in; undefined: one of them is not known. */
function textOf(template: string, lookup: Lookup): string | undefined {
  if (!template.includes("${")) return template;
  const { value, problems, unknowns } = resolve(template as Json, lookup);
  if (problems.length > 0 || unknowns.size > 0 || typeof value === "object") return undefined;
  return String(value);
}

/** True when a rule of today may lead to a context of this name, also where nothing says which contexts there are. */
export function mayBeNamed(project: Project | undefined, name: string): boolean {
  const rules = project?.contexts ?? [];
  return (
    rules.length === 0 || rules.some((rule) => rule.input === true || namesIn(rule).some((one) => fits(one, name)))
  );
}

/** The place of a context among all that the rules name, in their order, from 0; undefined: none of them names it. */
export function placeOfContext(project: Project | undefined, name: string): number | undefined {
  const all = (project?.contexts ?? []).flatMap(namesIn);
  const exact = all.indexOf(name);
  const place = exact >= 0 ? exact : all.findIndex((template) => template.includes("${") && fits(template, name));
  return place < 0 ? undefined : place;
}

function firstMatch(question: ContextQuestion): Result<ContextDecision, Failure> {
  const { project, given, surface = stepSurface } = question;
  if (given !== undefined && !contextName.test(given)) {
    return err(
      failure(
        "no-context",
        `"${given}" is not a name of a context: letters, digits, ".", "_" and "-", beginning with a letter or digit`,
      ),
    );
  }
  if (!project || project.contexts.length === 0) {
    if (given !== undefined)
      return ok({
        choices: [{ name: given, inherits: undefined }],
        by: () => `${surface.setting("context")}, as there are no rules`,
      });
    const why = project
      ? `the Project "${project.name}" has no rules under \`contexts\``
      : "the manifest has no Project document";
    return err(failure("no-context", `no context: ${why}, so ${surface.setting("context")} must name one`));
  }
  const facts = eventFacts(question);
  for (const [index, rule] of project.contexts.entries()) {
    if (!matches(rule, facts, given)) continue;
    const choices = named(rule, index, question);
    // What is wrong with other contexts is nothing to who has named one.
    if (!choices.ok && question.recorded && given !== undefined) continue;
    if (!choices.ok) return choices;
    const by = (): string => ruleWords(project, index);
    if (given === undefined) return ok({ choices: choices.value, by });
    // A given context is taken by an input rule, or by a rule of the event that leads to it anyway.
    const taken = choices.value.find((choice) => choice.name === given);
    if (taken && question.recorded && rule.input === true) return recordedContext(project, taken, by);
    if (taken) return ok({ choices: [taken], by });
  }
  if (given !== undefined && question.recorded) {
    const unruled = noMatch(project, facts, question, false);
    const by = (): string => `${surface.setting("context")}, as the command rests on what is recorded`;
    return recordedContext(project, { name: given, inherits: undefined, unruled }, by);
  }
  if (given === undefined && facts.name === undefined) {
    const only = onlyPossible(project, question.looks === true);
    const decided = only === undefined ? undefined : firstMatch({ ...question, given: only });
    if (decided?.ok) return ok({ choices: decided.value.choices, by: () => "the rules, which name no other" });
  }
  const meant = given === undefined || facts.name !== undefined ? undefined : namedBy(project, given);
  if (meant && question.looks)
    return ok({ choices: [meant], by: () => "a rule for another event, as the command only looks" });
  return err(noMatch(project, facts, question, meant !== undefined));
}

/**
 * A context that no rule names for this event, for a command that rests on what is recorded of it: a rule for another event
 * says what it inherits.
 */
function recordedContext(
  project: Project,
  choice: ContextChoice,
  by: ContextDecision["by"],
): Result<ContextDecision, Failure> {
  const rule = ruleNaming(project, choice.name);
  if (rule) {
    const inherits = choice.inherits ?? rule.inherits;
    const words = (): string => `${ruleWords(project, project.contexts.indexOf(rule))}, whatever event that is for`;
    return ok({ choices: [{ name: choice.name, inherits }], by: words });
  }
  const former = formerNameOf(project, choice.name);
  return former ? err(former) : ok({ choices: [choice], by });
}

function ruleWords(project: Project, index: number): string {
  const { file, line } = project.locate(`/spec/contexts/${index}`);
  return `rule ${index + 1} of the Project (${file}:${line})`;
}

function eventFacts({ environment, event }: ContextQuestion): EventFacts {
  const name = environment.GITHUB_EVENT_NAME || undefined;
  const ref = environment.GITHUB_REF ?? "";
  const base = member(event, "pull_request", "base", "ref") ?? queuedFor(event);
  const labels = member(event, "pull_request", "labels");
  return {
    name,
    branch:
      typeof base === "string" ? base : ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined,
    tag: ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : undefined,
    labels: Array.isArray(labels) ? labels.flatMap((label: Json) => labelName(label)) : [],
  };
}

/** The branch that a merge queue is for: the ref of the run is one of the queue's own. */
function queuedFor(event: JsonObject | undefined): string | undefined {
  const base = member(event, "merge_group", "base_ref");
  return typeof base === "string" ? base.replace(/^refs\/heads\//, "") : undefined;
}

function labelName(label: Json): string[] {
  const name = member(label, "name");
  return typeof name === "string" ? [name] : [];
}

function matches(rule: ContextRule, facts: EventFacts, given: string | undefined): boolean {
  if (rule.input !== undefined && (given === undefined || (rule.input !== true && !rule.input.includes(given))))
    return false;
  if (rule.event && (facts.name === undefined || !rule.event.includes(facts.name))) return false;
  if (rule.label !== undefined && !facts.labels.includes(rule.label)) return false;
  const byRef = rule.branch !== undefined || rule.tag !== undefined;
  if (byRef && !rule.event && facts.name !== "push" && facts.name !== "workflow_dispatch") return false;
  if (rule.branch !== undefined && !(facts.branch !== undefined && compileGlob(rule.branch).matches(facts.branch)))
    return false;
  return rule.tag === undefined || (facts.tag !== undefined && compileGlob(rule.tag).matches(facts.tag));
}

/** The contexts of a rule, with references in their names resolved. */
function named(
  rule: ContextRule,
  index: number,
  { project, given, lookup }: ContextQuestion,
): Result<readonly ContextChoice[], Failure> {
  const templates: readonly [pointer: string, template: string][] =
    rule.contexts?.map((name, at): [string, string] => [`/contexts/${at}`, name]) ??
    (rule.context !== undefined ? [["/context", rule.context]] : given !== undefined ? [["/input", given]] : []);
  const diagnostics: Diagnostic[] = [];
  const choices = templates.map(([pointer, template]): ContextChoice => {
    const resolved = resolve(template as Json, lookup);
    const name = typeof resolved.value === "object" ? "" : String(resolved.value);
    const at = (): Pick<Diagnostic, "location"> => {
      const location = project?.locate(`/spec/contexts/${index}${pointer}`);
      return location ? { location } : {};
    };
    for (const problem of resolved.problems) {
      const suggestion = problem.suggestion === undefined ? {} : { suggestion: problem.suggestion };
      diagnostics.push({ severity: "error", code: problem.code, message: problem.message, ...at(), ...suggestion });
    }
    if (resolved.problems.length === 0 && (resolved.unknowns.size > 0 || !contextName.test(name))) {
      diagnostics.push({
        severity: "error",
        code: "bad-context-name",
        message: `this rule leads to the context "${name}", which is not a name: letters, digits, ".", "_" and "-", beginning with a letter or digit`,
        ...at(),
        suggestion: "Build the name from something that has no slashes, such as `pr-${GITHUB:event.number}`.",
      });
    }
    return { name, inherits: rule.inherits };
  });
  return diagnostics.length > 0
    ? err(failure("invalid-manifest", "the context can't be named", diagnostics))
    : ok(choices);
}

/**
 * The context as the first rule that leads to it names it, whatever else that rule asks of the event: for a terminal,
 * which has none, and where somebody looks at what a workflow would do.
 */
function namedBy(project: Project, given: string): ContextChoice | undefined {
  const rule = project.contexts.find(({ context, contexts = [], input }) => {
    const names = [...(context === undefined ? contexts : [context]), ...(Array.isArray(input) ? input : [])];
    return names.some((template) => nameOf(template).matches(given));
  });
  return rule && { name: given, inherits: rule.inherits };
}

/** Outside of an event no context was given: which one may be, or what has to be said before one may. */
function noneNamed(project: Project, question: ContextQuestion, location: Location): Failure {
  const { surface = stepSurface } = question;
  const names = literalContexts(project);
  const message =
    names.length === 0
      ? "no context was named, and no rule names one"
      : `no context was named, and the rules name ${inWords(names)}`;
  // Advice that leads to the next error is none.
  const taken = names.filter((given) => firstMatch({ ...question, given }).ok);
  const [first = "NAME"] = taken;
  const suggestion =
    names.length > 0 && taken.length === 0
      ? `The rules are for events; add \`{input: [${names.join(", ")}]}\` to take ${names.length > 1 ? "one" : "it"} from ${surface.setting("context")}.`
      : `Give ${surface.settingWith("context", first)}${taken.length > 1 ? ", for example" : ""}. \`opus contexts\` tells what leads to each.`;
  return explained("no-context", message, { location, suggestion });
}

/** @param named a rule of some event leads to the given context */
function noMatch(project: Project, facts: EventFacts, question: ContextQuestion, named: boolean): Failure {
  const { given, surface = stepSurface } = question;
  const location = project.locate("/spec/contexts");
  if (given !== undefined) {
    const known = project.contexts.flatMap(namesIn);
    const literal = known.filter((name) => !name.includes("${"));
    const near = nearest(given, literal);
    const where =
      facts.name !== undefined ? `under the event ${facts.name}` : surface.terminal ? "here" : "outside of an event";
    const message = `no rule of the Project takes the context "${given}" ${where}`;
    const suggestion =
      named || literal.includes(given)
        ? `The rule that leads to "${given}" is for other events; add \`{input: [${given}]}\` to take it from ${surface.setting("context")}.`
        : near
          ? `Did you mean "${near}"?`
          : `${literal.length === 0 ? "" : `The rules name ${inWords([...new Set(literal)])}. `}To take it, add a rule such as \`{input: [${given}]}\`.`;
    return explained("no-context", message, { location, suggestion });
  }
  if (facts.name === undefined) return noneNamed(project, question, location);
  const about = [
    `event ${facts.name}`,
    ...(facts.branch === undefined ? [] : [`branch ${facts.branch}`]),
    ...(facts.tag === undefined ? [] : [`tag ${facts.tag}`]),
    ...(facts.labels.length > 0 ? [`labels ${facts.labels.join(", ")}`] : []),
  ].join(", ");
  const message = `no rule under \`contexts\` matches this run: ${about}`;
  const suggestion = `Add a rule for it, or set ${surface.setting("context")}.`;
  return explained("no-context", message, { location, suggestion });
}
