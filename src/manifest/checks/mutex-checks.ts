import { type NameBudget, nameBudget, nearest } from "../../engine/references/references.ts";
import { list, object } from "../read-task.ts";
import type { ManifestDocument, Reporter } from "../yaml/document.ts";

interface Use {
  readonly document: ManifestDocument;
  readonly pointer: string;
}

/**
 * Warns of a mutex that one task alone has: nothing is kept apart by it, and mostly its name is misspelt.
 * @param tasks all of the manifest, whatever their scopes
 */
export function checkMutexes(tasks: readonly ManifestDocument[], report: Reporter): void {
  const uses = new Map<string, Use[]>();
  for (const document of tasks) {
    for (const [name, pointer] of mutexesOf(document)) {
      const known = uses.get(name);
      if (known) known.push({ document, pointer });
      else uses.set(name, [{ document, pointer }]);
    }
  }
  const budget = nameBudget();
  for (const [name, [use, ...others]] of uses) {
    if (use === undefined || others.length > 0) continue;
    const near = likeName(name, uses, budget);
    report.add({
      severity: "warning",
      code: "mutex-of-one",
      message: `no other task has the mutex "${name}", so this one waits for nobody`,
      location: use.document.locate(use.pointer),
      suggestion:
        near === undefined
          ? "Give it to the tasks that share the same thing too, or take it away here."
          : `Did you mean "${near}"?`,
    });
  }
}

/** A name that tasks share; else one that differs by a sign, of which nobody knows which of both is meant. */
function likeName(name: string, uses: ReadonlyMap<string, readonly Use[]>, budget: NameBudget): string | undefined {
  const all = [...uses].filter(([other]) => other !== name);
  const shared = all.filter(([, { length }]) => length > 1).map(([other]) => other);
  const others = all.map(([other]) => other);
  return nearest(name, shared, undefined, budget) ?? nearest(name, others, 1, budget);
}

/** Each name of a task, with where it stands. */
function mutexesOf(document: ManifestDocument): ReadonlyMap<string, string> {
  const { mutex } = object(object(document.value).metadata);
  if (typeof mutex === "string") return new Map([[mutex, "/metadata/mutex"]]);
  const names = (list<unknown>(mutex) ?? []).flatMap((name, at): [string, string][] =>
    typeof name === "string" ? [[name, `/metadata/mutex/${at}`]] : [],
  );
  return new Map(names);
}
