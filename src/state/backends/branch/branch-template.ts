import type { StateName } from "../../../engine/ports/state-store.ts";
import { folderName } from "../file/state-folder.ts";

const references = /\$\{OPUS:(context|project)\}/g;

/** Is it more than one branch: one for each context, or each project? */
export function isTemplate(branch: string): boolean {
  return branch.search(references) !== -1;
}

/** The branch of one state. Names of projects may hold anything; they stand there as in paths. */
export function branchOf(template: string, { project, context }: StateName): string {
  return template.replaceAll(references, (_, name) => folderName(name === "context" ? context : project));
}

/** Which of these branches may be of the template? */
export function branchesOf(template: string, branches: readonly string[]): readonly string[] {
  const parts = template.split(/\$\{OPUS:(?:context|project)\}/);
  return branches.filter((branch) => hasParts(branch, parts));
}

/** Does a text hold these parts in this order, with something between each two? */
function hasParts(text: string, [first = "", ...others]: readonly string[]): boolean {
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const last = index === others.length - 1;
    const found = last ? text.length - part.length : text.indexOf(part, at + 1);
    if (found <= at || !text.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return at === text.length;
}
