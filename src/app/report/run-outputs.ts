import type { Diagnostic } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import type { Redactor } from "../../engine/ports/redactor.ts";
import type { FilterWatch } from "../../engine/references/filtered-secrets.ts";
import { projectLookup } from "../authorize/project-lookup.ts";
import type { ContextOutcome } from "../context/run-context.ts";
import type { KnownRun } from "../known-run.ts";
import { mappedOutputs } from "./mapped-outputs.ts";

/** Outputs of tasks that are not shown as they are, because they hold a secret; as `task:NAME`, and what they really are. */
export function heldBack(
  [outcome, second]: readonly ContextOutcome[],
  redactor: Pick<Redactor, "value">,
): readonly { readonly name: string; readonly text: string }[] {
  if (!outcome || second) return [];
  return outcome.report.tasks.flatMap(({ name: task, outputs }) =>
    Object.entries(outputs).flatMap(([name, value]) => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return redactor.value(value) === value ? [] : [{ name: `${task}:${name}`, text }];
    }),
  );
}

/** The outputs that the Project maps, resolved at the end of a run in one context. */
export function outputsOfProject(
  { loaded, capabilities, outcomes }: Pick<KnownRun, "loaded" | "capabilities" | "outcomes">,
  command: string,
  diagnose: (diagnostic: Diagnostic) => void,
  filtered: FilterWatch,
): JsonObject {
  const [outcome] = outcomes;
  const project = loaded?.manifest.project;
  // With several contexts there is no one output to map.
  if (!loaded || !capabilities || !project || !outcome || outcomes.length > 1) return {};
  // Of state that was not read nothing can be said.
  if (!outcome.entries) return {};
  const context = outcome.report.name;
  const around = projectLookup(capabilities, loaded, command, context, filtered);
  const scope = { command, context, inherited: undefined };
  return mappedOutputs(project, outcome.entries, scope, around, diagnose);
}
