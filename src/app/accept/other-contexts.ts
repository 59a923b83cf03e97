import type { ContextRule, Project } from "../../engine/model/project.ts";
import type { Task } from "../../engine/model/task.ts";
import { ScopeMatcher } from "../../engine/prepare/scope.ts";

/** A context that a rule of the Project leads to. */
interface Named {
  /** As the rule has it: `pr-${GITHUB:event.number}` stands for many. */
  readonly name: string;
  readonly inherits: string | undefined;
}

/**
 * Tells which contexts take a task from the manifest besides one: what is written as text is the same in all of them.
 * @param context the one; contexts that only share a rule with it are others
 */
export function otherContexts(project: Project | undefined, context: string): (task: Task) => readonly string[] {
  const others = (project?.contexts ?? []).flatMap(namedBy).filter(({ name }) => name !== context);
  const scopes = new Map<string, ScopeMatcher>();
  for (const { name, inherits } of others) {
    // What stands for anything may be any name.
    const example = name.replace(/\$\{[^}$]*\}/g, "0");
    scopes.set(name, scopes.get(name) ?? new ScopeMatcher({ command: "", context: example, inherited: inherits }));
  }
  return ({ processingScope = [] }) =>
    [...scopes]
      .filter(
        ([, scope]) =>
          processingScope.length === 0 || processingScope.some(({ contexts }) => scope.matchesContext(contexts)),
      )
      .map(([name]) => `"${name}"`);
}

function namedBy({ input, context, contexts = [], inherits }: ContextRule): Named[] {
  const names = [...(Array.isArray(input) ? input : []), ...(context === undefined ? [] : [context]), ...contexts];
  return names.map((name) => ({ name, inherits }));
}
