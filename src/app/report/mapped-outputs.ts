import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { Project } from "../../engine/model/project.ts";
import type { RunScope } from "../../engine/prepare/scope.ts";
import type { Entries } from "../../engine/recorded/entries.ts";
import { findRecorded } from "../../engine/recorded/outputs.ts";
import { type Found, type Lookup, lookupWith } from "../../engine/references/found.ts";
import { hiddenMark } from "../../engine/references/lookup.ts";
import { resolve } from "../../engine/references/resolve.ts";
import { outputNameProblem } from "../../hooks/output-names.ts";

/** One entry of `map` of the outputs hook. */
interface Mapping {
  readonly name: string;
  readonly template: Json;
  readonly pointer: string;
}

function mappings(project: Project): Mapping[] {
  return project.hooks.flatMap(({ use, with: options }, index) => {
    const map = use === "outputs" && typeof options.map === "object" && options.map !== null ? options.map : {};
    return Object.entries(map).map(([name, template]) => {
      return { name, template, pointer: `/spec/hooks/${index}/with/map/${name}` };
    });
  });
}

/** Names in `map` that no output can have. */
export function checkMappedOutputs(project: Project | undefined): Diagnostic[] {
  if (!project) return [];
  return mappings(project).flatMap(({ name, pointer }): Diagnostic[] => {
    const message = outputNameProblem(name);
    const location = project.locate(pointer, { key: true });
    return message ? [{ severity: "error", code: "bad-output-name", message, location }] : [];
  });
}

/**
 * The outputs that the project maps, once the run is over.
 * @param around finds what is not the output of a task
 * @param warn is told of those that can't be found, which are left out
 */
export function mappedOutputs(
  project: Project,
  entries: Entries,
  scope: RunScope,
  around: Lookup,
  warn: (diagnostic: Diagnostic) => void,
): JsonObject {
  const mapped: { [name: string]: Json } = {};
  const lookup = lookupWith(around.filtered, (reference) => {
    if (reference.source !== "VAR") return around(reference);
    const [task = "", key = ""] = reference.name.split(":");
    const found = findRecorded(task, entries.get(task), key, scope);
    return found.type === "sensitive" ? neverShown(task, key) : found;
  });
  for (const { name, template, pointer } of mappings(project)) {
    const resolved = resolve(template, lookup);
    const why = resolved.problems[0]?.message ?? hidden([...resolved.unknowns.values()].flat());
    if (why === undefined) mapped[name] = resolved.value;
    else {
      const message = `the output "${name}" is not set: ${why}`;
      warn({ severity: "warning", code: "output-not-set", message, location: project.locate(pointer) });
    }
  }
  return mapped;
}

function neverShown(task: string, key: string): Found {
  const message = `output ${key} of task "${task}" is sensitive, and outputs of a step hold nothing that is`;
  return { type: "missing", code: "sensitive-output", message };
}

/** Once the run is over, the only values that are not known are those that an untrusted run may not see. */
function hidden(labels: readonly string[]): string | undefined {
  const [label] = labels;
  return label === undefined ? undefined : `an untrusted run may not see ${label.replace(hiddenMark, "")}`;
}
