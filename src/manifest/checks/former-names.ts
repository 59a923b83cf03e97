import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import { list, object } from "../read-task.ts";
import { childPointer } from "../yaml/convert.ts";
import type { ManifestDocument } from "../yaml/document.ts";

/** Former names of the project and of contexts that can't be right: one that is a name today, or that two would claim. */
export function formerNameProblems(document: ManifestDocument): Problem[] {
  const whole = object(document.value);
  const { name, formerNames } = object(whole.metadata);
  const own = (list<unknown>(formerNames) ?? []).flatMap((former, index): Problem[] => {
    const pointer = childPointer("/metadata/formerNames", index);
    return former === name ? [inUse(pointer, `the former name "${former}" is the name of the project today`)] : [];
  });
  return [...own, ...contextProblems(list<JsonObject>(object(whole.spec).contexts) ?? [])];
}

function contextProblems(rules: readonly JsonObject[]): Problem[] {
  const today = new Set(rules.flatMap(namesOf));
  /** Former name → the context that claims it. */
  const claimed = new Map<string, unknown>();
  return rules.flatMap((rule, at) => {
    const { formerNames, input } = object(rule);
    const taken = list<unknown>(input) ?? [];
    const context = object(rule).context ?? (taken.length === 1 ? taken[0] : undefined);
    const pointer = childPointer(childPointer("/spec/contexts", at), "formerNames");
    const names = list<unknown>(formerNames) ?? [];
    if (names.length > 0 && typeof context !== "string")
      return [
        {
          code: "former-name-of-none",
          message: "it is not clear of which context these are former names: the rule has no `context`",
          pointer,
          suggestion:
            "Put them into a rule with `context: NAME` or `input: [NAME]`; they hold for that context, whichever rule leads to it.",
        },
      ];
    return names.flatMap((former, index): Problem[] => {
      if (typeof former !== "string") return [];
      const place = childPointer(pointer, index);
      if (today.has(former)) return [inUse(place, `the former name "${former}" is the name of a context today`)];
      const other = claimed.get(former) ?? context;
      claimed.set(former, other);
      if (other === context) return [];
      return [
        {
          code: "former-name-twice",
          message: `the former name "${former}" of "${context}" is claimed by "${other}", too`,
          pointer: place,
          suggestion: "Keep it in one of them: state recorded under the name can go to one context only.",
        },
      ];
    });
  });
}

/** Contexts that a rule names, as they are written. */
function namesOf(rule: JsonObject): unknown[] {
  const { input, context, contexts } = object(rule);
  return [...(list<unknown>(input) ?? []), context, ...(list<unknown>(contexts) ?? [])];
}

function inUse(pointer: string, message: string): Problem {
  const suggestion = "Delete it from formerNames: state that is kept under the name belongs to what has it today.";
  return { code: "former-name-in-use", message, pointer, suggestion };
}
