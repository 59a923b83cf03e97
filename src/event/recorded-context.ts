import { explained, type Failure } from "../engine/diagnostics/diagnostic.ts";
import type { ContextRule, Project } from "../engine/model/project.ts";
import { literalParts, nameOf, namesIn, onlyInput } from "./context-names.ts";

/**
 * The rule that names a recorded context, whatever event it is for: the one with the most of the name in it, as a template
 * may become many names. One that is nothing but references names none.
 */
export function ruleNaming(project: Project, given: string): ContextRule | undefined {
  let best: { readonly rule: ContextRule; readonly literal: number } | undefined;
  for (const rule of project.contexts) {
    for (const template of namesIn(rule)) {
      const literal = literalParts(template).join("").length;
      if (literal > (best?.literal ?? 0) && nameOf(template).matches(given)) best = { rule, literal };
    }
  }
  return best?.rule;
}

/** Why a name can't be taken that a context had before: state that is kept under it belongs to that one. */
export function formerNameOf(project: Project, given: string): Failure | undefined {
  for (const [index, rule] of project.contexts.entries()) {
    const at = (rule.formerNames ?? []).findIndex((former) => nameOf(former).matches(given));
    if (at === -1) continue;
    const today = rule.context ?? onlyInput(rule) ?? "";
    return explained(
      "no-context",
      `"${given}" is a former name of the context "${today}", which its state belongs to`,
      {
        location: project.locate(`/spec/contexts/${index}/formerNames/${at}`),
        suggestion: today.includes("${") ? "Name the context as it is called today." : `Give \`context: ${today}\`.`,
      },
    );
  }
  return undefined;
}
