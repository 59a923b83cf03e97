import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Task } from "../model/task.ts";
import type { Processors } from "../ports/processor.ts";
import type { Found, Lookup } from "../references/found.ts";
import { environmentLookup, findSecret, type ReferenceEnvironment } from "../references/lookup.ts";
import type { Reference } from "../references/references.ts";
import { resolve } from "../references/resolve.ts";
import type { Values } from "../references/values.ts";
import { expand } from "./expand-files.ts";
import { awaitedOutputs, outputName } from "./prepare.ts";
import { located, parseProblems, unknownKind } from "./spec-problems.ts";

export interface EverywhereRequest {
  readonly tasks: readonly Task[];
  readonly declaredNames: ReadonlySet<string>;
  readonly processors: Processors;
  /** Which names are declared; what they stand for is not asked. */
  readonly values: Pick<Values, "declares" | "get">;
  /** Whatever is context in it counts for nothing. */
  readonly referenceEnvironment: ReferenceEnvironment;
}

/**
 * What is wrong with tasks in every context: kinds that nobody knows, files that are not there, and references in
 * those files. Values, secrets and the like are taken for unknown, so nothing is said that another context could mend.
 */
export async function checkEverywhere(request: EverywhereRequest): Promise<readonly Diagnostic[]> {
  const { tasks, processors, referenceEnvironment } = request;
  const find = nameLookup(request);
  const diagnostics: Diagnostic[] = [];
  for (const task of tasks) {
    const processor = processors.get(task.apiVersion, task.kind);
    if (!processor) {
      if (referenceEnvironment.trusted) diagnostics.push(unknownKind(task, processors));
      continue;
    }
    const files = await expand(task, processor, find);
    if ("problems" in files) {
      // A file whose name the context decides is looked at there.
      if (!files.unknown) for (const problem of files.problems) diagnostics.push(located(task, undefined, problem));
      continue;
    }
    const resolved = resolve(files.spec, find, processor.fields?.verbatim ?? []);
    const problems = [...resolved.problems];
    if (problems.length === 0)
      problems.push(...parseProblems(processor, resolved.value, [...resolved.unknowns.keys()]));
    for (const problem of problems) diagnostics.push(located(task, files.origins, problem));
  }
  return diagnostics;
}

/** Finds out whether there is such a name; what it stands for is unknown. */
function nameLookup(request: EverywhereRequest): Lookup {
  const { values, referenceEnvironment } = request;
  const outputs = awaitedOutputs(request);
  // Untrusted: the environment of this run says nothing about that of another.
  const around = environmentLookup({ ...referenceEnvironment, trusted: false });
  const exists = (reference: Reference): Found => {
    switch (reference.source) {
      case "VAR":
        return outputs(...outputName(reference));
      case "VALUE":
        return values.declares(reference.name) ? unknown(reference) : values.get(reference.name);
      case "SECRET":
        return referenceEnvironment.secrets.has(reference.name)
          ? unknown(reference)
          : findSecret(referenceEnvironment, reference.name);
      case "GITHUB":
        return unknown(reference);
      case "ENV":
        return around(reference);
      case "OPUS":
        return reference.name === "task" ? unknown(reference) : around(reference);
    }
  };
  return (reference) => {
    const found = exists(reference);
    return found.type === "missing" ? found : unknown(reference);
  };
}

function unknown({ source, name }: Reference): Found {
  return { type: "unknown", label: `${source}:${name}` };
}
