import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { findReferences, formatReference, nearest } from "../../engine/references/references.ts";
import { object } from "../read-task.ts";
import { childPointer } from "../yaml/convert.ts";
import {
  assigneeProblems,
  checkNameProblems,
  labelProblems,
  mapProblems,
  type SettingCheck,
  switchProblems,
} from "./hook-settings.ts";
import { webhookProblems, webhookSettings } from "./webhook-settings.ts";

/** Built-in hooks that a project may configure, with the settings that each has, and what is wrong with one. */
const configurable: ReadonlyMap<string, { readonly [setting: string]: SettingCheck }> = new Map<
  string,
  { readonly [setting: string]: SettingCheck }
>([
  ["log", {}],
  ["annotations", {}],
  ["summary", {}],
  ["outputs", { map: mapProblems }],
  ["comment", {}],
  ["issue", { labels: labelProblems, assignees: assigneeProblems }],
  ["check", { name: checkNameProblems, annotations: switchProblems }],
  ["webhook", webhookSettings],
]);
/** Built-in hooks that do the work itself. */
const fixed: readonly string[] = ["resolve-variables", "process-task", "update-state", "report-error"];

/**
 * What a schema can't say about an entry of `Project.spec.hooks`: names that no hook has, settings that nobody reads.
 * @param pointer of the entry, in the document
 * @param index of the entry, for messages
 */
export function hookProblems(hook: JsonObject, pointer: string, index: number): Problem[] {
  const { use, with: settings } = hook;
  if (typeof use !== "string") return [];
  const at = childPointer(pointer, "with");
  if (use.startsWith("./")) return settings === undefined ? [] : moduleReferences(settings, at);
  // Anything else is the schema's to say.
  if (!/^[a-z][a-z-]*$/.test(use)) return [];
  const known = configurable.get(use);
  if (known === undefined) return [unusable(use, childPointer(pointer, "use"))];
  const wrong = isObject(settings) ? unknownSettings(use, settings, known, at, index) : [];
  if (use !== "webhook" || wrong.length > 0) return wrong;
  const pointerOfSettings = isObject(settings) ? at : pointer;
  return webhookProblems(object(settings), { place: `Project.spec.hooks[${index}].with`, pointer: pointerOfSettings });
}

function unusable(use: string, pointer: string): Problem {
  if (fixed.includes(use)) {
    return {
      code: "fixed-hook",
      message: `the hook "${use}" is part of every run and can't be configured`,
      pointer,
      suggestion: "Delete the entry.",
    };
  }
  const near = nearest(use, [...configurable.keys()], 2) ?? nearest(use, fixed, 2);
  return {
    code: "unknown-hook",
    message: `there is no hook "${use}"`,
    pointer,
    suggestion: near
      ? `Did you mean "${near}"?`
      : `There are ${[...configurable.keys()].join(", ")}; a module of your own is named by its path: ./opus/hooks/${use}.mjs.`,
  };
}

function unknownSettings(
  use: string,
  settings: JsonObject,
  checks: { readonly [setting: string]: SettingCheck },
  pointer: string,
  index: number,
): Problem[] {
  const known = Object.keys(checks);
  const place = `Project.spec.hooks[${index}].with`;
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries(settings)) {
    if (known.includes(field)) {
      problems.push(
        ...(checks[field]?.(value, { place: `${place}.${field}`, pointer: childPointer(pointer, field) }) ?? []),
      );
      continue;
    }
    const near = nearest(field, known);
    problems.push({
      code: "unknown-field",
      message: `${JSON.stringify(field)} is not a field of ${place}`,
      pointer: childPointer(pointer, field),
      atKey: true,
      suggestion: near
        ? `Did you mean "${near}"?`
        : known.length > 0
          ? `The hook ${use} has ${known.length === 1 ? "one setting" : "the settings"}: ${known.join(", ")}.`
          : `The hook ${use} has no settings: delete it.`,
    });
  }
  return problems;
}

/** References in the settings of a module, which gets them as they are written. */
function moduleReferences(value: Json, pointer: string): Problem[] {
  if (typeof value === "string") {
    const [reference] = findReferences(value.slice(0, 10_000));
    if (!reference) return [];
    return [
      {
        code: "reference-in-hook",
        message: `\`${formatReference(reference)}\` stands in the settings of a module, where references are not filled in`,
        pointer,
        offset: reference.start,
        suggestion:
          "Let the module read it: it sees the variables of the step, and `step` and the events name the context.",
      },
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => moduleReferences(member as Json, childPointer(pointer, key)));
}
