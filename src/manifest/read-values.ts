import type { Problem } from "../engine/diagnostics/diagnostic.ts";
import { isObject, type Json } from "../engine/json/json.ts";
import type { SecretDeclaration, ValueDeclaration, ValueType } from "../engine/model/project.ts";
import { mayHoldSecret, ownerOf } from "../engine/references/reserved-variables.ts";
import { nameOf } from "../schema/explain.ts";
import { containsReference } from "../schema/validate.ts";
import { object } from "./read-task.ts";
import { childPointer } from "./yaml/convert.ts";
import type { ManifestDocument } from "./yaml/document.ts";

const typeTexts: { readonly [type in ValueType]: string } = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
};

/** The declarations of values in a document that passed its schema. */
export function readValues(document: ManifestDocument): ValueDeclaration[] {
  return Object.entries(object(object(object(document.value).spec).values)).map(([name, declaration]) => {
    const { type, required, default: standard, contexts } = object(declaration);
    return {
      name,
      type: type as ValueType,
      required: required === true,
      ...(standard !== undefined && { default: standard }),
      contexts: object(contexts),
      locate: (pointer, options) => document.locate(`${childPointer("/spec/values", name)}${pointer}`, options),
    };
  });
}

/** The declarations of secrets in a document that passed its schema. `env` is empty where only contexts name one. */
export function readSecrets(document: ManifestDocument): SecretDeclaration[] {
  return Object.entries(object(object(object(document.value).spec).secrets)).map(([name, declaration]) => {
    const { env, contexts } = object(declaration);
    return {
      name,
      env: typeof env === "string" ? env : "",
      contexts: Object.fromEntries(
        Object.entries(object(contexts)).map(([context, entry]) => [context, String(object(entry).env)]),
      ),
      locate: (pointer, options) => document.locate(`${childPointer("/spec/secrets", name)}${pointer}`, options),
    };
  });
}

/** Secrets in variables that no manifest is handed. Pointers lead into the document. */
export function checkSecretVariables(document: ManifestDocument): Problem[] {
  return readSecrets(document).flatMap(({ name, env, contexts }) => {
    const pointer = childPointer("/spec/secrets", name);
    const places = Object.entries(contexts).map(([context, variable]) => {
      return [variable, `${childPointer(childPointer(pointer, "contexts"), context)}/env`] as const;
    });
    return [[env, `${pointer}/env`] as const, ...places]
      .filter(([variable]) => !mayHoldSecret(variable))
      .map(([variable, at]) => ({
        code: "refused-variable",
        message: `the secret "${name}" may not come from the environment variable ${variable}, which belongs to ${ownerOf(variable)}`,
        pointer: at,
        suggestion: "Set a variable of your own in the step's `env`, and name that.",
      }));
  });
}

/** Declared values whose type is not the declared one. Pointers lead into the document. */
export function checkValueTypes(document: ManifestDocument): Problem[] {
  const problems: Problem[] = [];
  for (const { name, type, default: standard, contexts } of readValues(document)) {
    // The schema has said what is wrong with the type itself.
    if (!Object.hasOwn(typeTexts, String(type))) continue;
    const pointer = childPointer("/spec/values", name);
    const check = (value: Json, place: string, at: string) => {
      if (fits(value, type)) return;
      const shown = value === null ? "it has no value" : `not ${nameOf(value)}`;
      problems.push({
        code: "wrong-type",
        message: `the ${place} of "${name}" must be ${typeTexts[type]}, as its type says; ${shown}`.replace(
          "; not",
          ", not",
        ),
        pointer: at,
        ...hint(value, type),
      });
    };
    if (standard !== undefined) check(standard, "default", childPointer(pointer, "default"));
    for (const [context, value] of Object.entries(contexts)) {
      check(value, `value for context ${context}`, childPointer(childPointer(pointer, "contexts"), context));
    }
  }
  return problems;
}

function fits(value: Json, type: ValueType): boolean {
  // A reference may turn out to be anything.
  if (typeof value === "string" && containsReference(value) !== "no") return true;
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function hint(value: Json, type: ValueType): { suggestion: string } {
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return { suggestion: "Put it in quotes, as it is written." };
  }
  if (value === null) return { suggestion: "Give it a value, or delete the field." };
  if (typeof value !== "string") return { suggestion: "Change the value, or the type." };
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(value)) {
    return { suggestion: `Write ${value} without quotes.` };
  }
  if (type === "boolean" && /^(true|false)$/.test(value)) return { suggestion: `Write ${value} without quotes.` };
  return { suggestion: "Change the value, or the type." };
}

/** Names that a document declares in one of its two fields, whatever else is wrong with it. */
export function declared(document: ManifestDocument, field: "values" | "secrets"): string[] {
  const declarations = object(object(document.value).spec)[field];
  return isObject(declarations) ? Object.keys(declarations) : [];
}
