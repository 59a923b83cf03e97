import type { Diagnostic, Location } from "../diagnostics/diagnostic.ts";
import type { Json } from "../json/json.ts";
import type { ValueDeclaration } from "../model/project.ts";
import type { Task } from "../model/task.ts";
import type { Reference } from "./references.ts";
import { references } from "./templates.ts";

/** What of the github context is the same in the preview on a pull request and in the run that applies it. */
const lasting: ReadonlySet<string> = new Set([
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "server_url",
  "api_url",
  "graphql_url",
  "retention_days",
  "event.repository.name",
  "event.repository.full_name",
  "event.repository.default_branch",
]);

/**
 * References that stand for something else on every commit or in every run, so that a plan which uses them never equals
 * the reviewed one.
 * @param tasks those in scope
 * @param contexts the context, then the one that it inherits from
 * @returns a warning for each task and each used value, located
 */
export function volatileReferences(
  tasks: readonly Task[],
  values: readonly ValueDeclaration[],
  contexts: readonly string[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const used = new Set<string>();
  for (const task of tasks) {
    const told = new Set<string>();
    for (const { reference, pointer } of references(task.spec)) {
      if (reference.source === "VALUE") used.add(reference.name);
      if (!isVolatile(reference) || told.has(reference.name)) continue;
      told.add(reference.name);
      const place = task.locate(`/spec${pointer}`, { offset: reference.start });
      found.push(warning(reference, `task "${task.name}"`, place));
    }
  }
  for (const declaration of values) {
    if (!used.has(declaration.name)) continue;
    const { pointer, value } = chosen(declaration, contexts);
    for (const { reference, pointer: below } of references(value ?? null))
      if (isVolatile(reference)) {
        const place = declaration.locate(`${pointer}${below}`, { offset: reference.start });
        found.push(warning(reference, `value "${declaration.name}"`, place));
      }
  }
  return found;
}

function chosen(declaration: ValueDeclaration, contexts: readonly string[]): { pointer: string; value?: Json } {
  const own = contexts.find((context) => Object.hasOwn(declaration.contexts, context));
  if (own === undefined) {
    const { default: value } = declaration;
    return value === undefined ? { pointer: "/default" } : { pointer: "/default", value };
  }
  return { pointer: `/contexts/${own}`, value: declaration.contexts[own] as Json };
}

function isVolatile({ source, name }: Reference): boolean {
  return source === "GITHUB" && !lasting.has(name);
}

function warning({ name }: Reference, what: string, location: Location): Diagnostic {
  return {
    severity: "warning",
    code: "volatile-reference",
    message: `${what}: \${GITHUB:${name}} is another one when a reviewed plan is applied than it was in its preview, so the plan will not be the reviewed one`,
    location,
    suggestion: "Use something that lasts from the preview to the apply: a value, a tag, a digest of what is deployed.",
  };
}
