import type { Location } from "../engine/diagnostics/diagnostic.ts";
import type { ContextRule, Project } from "../engine/model/project.ts";
import { inWords } from "../engine/text/listed.ts";
import { namesIn } from "./context-names.ts";

/** A context that a rule leads to, and what has to be so for it. */
export interface PossibleContext {
  /** As the rule has it: a name, a template such as `pr-${GITHUB:event.number}`, or undefined for any name. */
  readonly name: string | undefined;
  /** For people: `a push to main`, `--context prod`. */
  readonly by: string;
  readonly rule: number;
  readonly location: Location;
}

/** Every context that a rule leads to, in the order of the rules, once for each rule. */
export function possibleContexts(project: Project): readonly PossibleContext[] {
  return project.contexts.flatMap((rule, index) => {
    const location = project.locate(`/spec/contexts/${index}`);
    const names = rule.input === true && namesIn(rule).length === 0 ? [undefined] : leadsTo(rule);
    return names.map((name): PossibleContext => ({ name, by: conditions(rule, name), rule: index + 1, location }));
  });
}

/**
 * The one context that is meant where nobody names one and no event chooses: the only name in the rules. A command that
 * changes something takes it only where no rule leads to any other, however that is called.
 * @param looks the command changes nothing
 */
export function onlyPossible(project: Project, looks: boolean): string | undefined {
  const names = new Set(project.contexts.flatMap(namesIn));
  const literal = [...names].filter((name) => !name.includes("${"));
  const [only, ...others] = literal;
  if (only === undefined || others.length > 0) return undefined;
  const anyOther = names.size > 1 || project.contexts.some(({ input }) => input === true);
  return looks || !anyOther ? only : undefined;
}

/** The names in the rules that hold no reference, each once. */
export function literalContexts(project: Pick<Project, "contexts">): readonly string[] {
  return [...new Set(project.contexts.flatMap(namesIn).filter((name) => !name.includes("${")))];
}

function leadsTo(rule: ContextRule): readonly string[] {
  if (rule.contexts) return rule.contexts;
  return rule.context === undefined ? namesIn(rule) : [rule.context];
}

function conditions({ input, event, branch, tag, label }: ContextRule, name: string | undefined): string {
  const given = name === undefined || name.includes("${") ? "NAME" : name;
  const parts = [
    ...(input === undefined ? [] : [`--context ${given}`]),
    ...(event === undefined ? [] : [`the event ${inWords(event, "or")}`]),
    ...(branch === undefined ? [] : [event === undefined ? `a push to ${branch}` : `the branch ${branch}`]),
    ...(tag === undefined ? [] : [`the tag ${tag}`]),
    ...(label === undefined ? [] : [`the label ${label}`]),
  ];
  return parts.length === 0 ? "any run" : parts.join(", ");
}
