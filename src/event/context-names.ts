import type { ContextRule } from "../engine/model/project.ts";
import { compileGlob, escapeGlob, type Glob } from "../engine/text/glob.ts";

/** The names and templates of contexts that a rule has. */
export function namesIn({ input, context, contexts = [] }: ContextRule): readonly string[] {
  return [...(Array.isArray(input) ? input : []), ...(context === undefined ? [] : [context]), ...contexts];
}

/** The context of a rule that takes this one name from the input. */
export function onlyInput({ input }: ContextRule): string | undefined {
  return Array.isArray(input) && input.length === 1 ? input[0] : undefined;
}

/** All names that a template may become. */
export function nameOf(template: string): Glob {
  const parts = literalParts(template).map(escapeGlob);
  return compileGlob(parts.join("+([A-Za-z0-9._-])"), { dot: true, path: true });
}

/** True when a name fits a template, whatever the references in it stand for. */
export function fits(template: string, name: string): boolean {
  const parts = literalParts(template);
  return compileGlob(parts.map(escapeGlob).join("*"), { dot: true, path: true }).matches(name);
}

/** What stands around the references of a template. */
export function literalParts(template: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (let start = template.indexOf("${"); start !== -1; start = template.indexOf("${", at)) {
    const end = template.indexOf("}", start);
    if (end === -1) break;
    parts.push(template.slice(at, start));
    at = end + 1;
  }
  return [...parts, template.slice(at)];
}
