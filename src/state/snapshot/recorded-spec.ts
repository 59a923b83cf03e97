import { isObject } from "../../engine/json/json.ts";
import { isSchemaLoaded, validateSpec } from "../../schema/validate.ts";

/**
 * What of a recorded spec can't have been written by any version: a field of a type that its kind never took, or none
 * where it always had one. Everything else of it is the kind's own to upgrade.
 * @returns a sentence without its full stop; undefined when there is nothing, or the kind is of a module
 */
export function recordedSpecProblem(entry: unknown): string | undefined {
  if (!isObject(entry)) return undefined;
  const { apiVersion, kind, spec } = entry;
  // State names every kind of which something was under way.
  if (apiVersion === "opus/v1" && !isSchemaLoaded(String(kind)))
    return `it is of the kind ${kind}, and state has nothing of that kind`;
  const problems = validateSpec(String(apiVersion), String(kind), spec, { references: true }) ?? [];
  const problem = problems.find(({ code }) => code === "wrong-type" || code === "missing-field");
  return problem && `its recorded spec is damaged: ${problem.message}`;
}
