import type { Problem } from "../engine/diagnostics/diagnostic.ts";
import { isObject, pointerPath } from "../engine/json/json.ts";
import { parseTemplate } from "../engine/references/references.ts";
import { explain } from "./explain.ts";
import { type Checks, lateChecks, type RawError, specs, validators } from "./validators.generated.js";

/** More problems than this in one document help nobody. */
const problemLimit = 50;

export interface ValidateOptions {
  /**
   * True: a string that is one reference stands for a value of any type, and one that contains a reference
   * matches every pattern. False: the value is resolved, so nothing is let off.
   */
  readonly references?: boolean;
}

/** Checks that were loaded, by the kind. */
const loaded = new Map<string, Checks>();

/** Loads the checks of those of these kinds that have theirs in a chunk. Names of others are fine. */
export async function loadSchemas(kinds: Iterable<string>): Promise<void> {
  for (const kind of kinds) {
    const load = Object.hasOwn(lateChecks, kind) && !loaded.has(kind) ? lateChecks[kind] : undefined;
    if (load) loaded.set(kind, await load());
  }
}

/** False: the kind has checks that `loadSchemas` has not loaded. */
export function isSchemaLoaded(kind: string): boolean {
  return !Object.hasOwn(lateChecks, kind) || loaded.has(kind);
}

/** The kinds of `apiVersion` for which `validateSpec` has a schema. */
export function kindsWithSchema(apiVersion: string): readonly string[] {
  return apiVersion === "opus/v1" ? Object.keys(specs) : [];
}

/**
 * Checks a spec against the schema of its kind, which `loadSchemas` has loaded.
 * @returns what is wrong, with pointers into the spec; undefined when there is no schema for this kind
 */
export function validateSpec(
  apiVersion: string,
  kind: string,
  spec: unknown,
  options: ValidateOptions = {},
): Problem[] | undefined {
  const name = apiVersion === "opus/v1" && Object.hasOwn(specs, kind) ? specs[kind] : undefined;
  if (name === undefined) return undefined;
  const checks = validators[name] ?? loaded.get(kind);
  if (checks === undefined) throw new Error(`the checks of ${kind} are not loaded`);
  return validate(checks, `${kind}.spec`, spec, options);
}

/** Checks a whole `Project` document. Pointers lead into the document. */
export function validateProject(document: unknown): Problem[] {
  return validate(validators.project, "Project", document, {});
}

/** Checks a whole `Values` document. Pointers lead into the document. */
export function validateValues(document: unknown): Problem[] {
  return validate(validators.values, "Values", document, {});
}

/**
 * Checks what all tasks share: apiVersion, kind, metadata, and that there is a spec.
 * @param kind how messages name the document
 */
export function validateTask(kind: string, document: unknown): Problem[] {
  return validate(validators.task, kind, document, {});
}

function validate(checks: Checks, root: string, value: unknown, options: ValidateOptions): Problem[] {
  const { validate: check, notes } = checks;
  if (check(value)) return [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let keyPattern: unknown;
  for (const error of check.errors ?? []) {
    if (problems.length >= problemLimit) break;
    // The pattern of a key is reported right before the key itself.
    if (error.propertyName !== undefined) keyPattern = error.params.pattern;
    if (belongsToAnother(error)) continue;
    if (error.keyword === "propertyNames") error.params.pattern = keyPattern;
    const at = valueAt(value, error.instancePath);
    // Which fields are there is no question while it is no mapping.
    if (error.keyword === "oneOf" && !isObject(at)) continue;
    if (options.references && excused(error, at)) continue;
    const problem = explain(error, at, root, notes);
    const key = `${problem.pointer}\n${problem.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push(problem);
  }
  // The generated function keeps its last errors; they may hold parts of a large document.
  check.errors = null;
  return withoutConsequences(problems);
}

/** A misspelt field is also missing; once it is spelt right both are gone, so one message is enough. */
function withoutConsequences(problems: readonly Problem[]): Problem[] {
  const meant = new Map<string, string[]>();
  for (const { code, pointer, suggestion } of problems) {
    const near = code === "unknown-field" ? /^Did you mean "(.*)"\?$/.exec(suggestion ?? "")?.[1] : undefined;
    if (near === undefined) continue;
    const parent = pointer.slice(0, pointer.lastIndexOf("/"));
    meant.set(parent, [...(meant.get(parent) ?? []), near]);
  }
  if (meant.size === 0) return [...problems];
  return problems.filter(({ code, pointer, message, suggestion, atKey }) => {
    if (atKey !== true || (code !== "missing-field" && code !== "invalid-value")) return true;
    return !meant.get(pointer)?.some((field) => `${message} ${suggestion}`.includes(`"${field}`));
  });
}

/** Errors of the branches of a choice: the choice itself is reported. */
function belongsToAnother(error: RawError): boolean {
  return /\/(anyOf|oneOf|not)\/|\/propertyNames\//.test(error.schemaPath);
}

/** A reference may turn out to be anything. */
function excused(error: RawError, at: unknown): boolean {
  const found = typeof at === "string" ? containsReference(at) : "no";
  return found === "whole" || (found === "part" && error.keyword !== "type");
}

/**
 * Whether a string is one reference, contains references, or does neither. Very long strings count as text: no field
 * that is checked for its form has one.
 */
export function containsReference(text: string): "whole" | "part" | "no" {
  if (text.length > 1000 || !text.includes("${")) return "no";
  const { parts } = parseTemplate(text);
  if (!parts.some((part) => typeof part !== "string")) return "no";
  return parts.length === 1 ? "whole" : "part";
}

function valueAt(value: unknown, pointer: string): unknown {
  let current = value;
  for (const segment of pointerPath(pointer)) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<string, unknown>)[segment];
  }
  return current;
}
