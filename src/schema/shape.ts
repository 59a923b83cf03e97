import { isObject } from "../engine/json/json.ts";
import { shortened } from "../engine/text/shorten.ts";

type JsonType = "string" | "boolean" | "number" | "object" | "array" | "null";

/** The keywords of JSON Schema that a published schema may use to be checked with `shapeProblem`. */
export interface Shape {
  readonly $ref?: string;
  readonly type?: JsonType;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Shape };
  readonly items?: Shape;
  readonly additionalProperties?: Shape;
}

/** Shapes that others refer to, by name. */
export type Shapes = { readonly [name: string]: Shape };

const names: { readonly [type in JsonType]: string } = {
  string: "a string",
  boolean: "true or false",
  number: "a number",
  object: "an object",
  array: "a list",
  null: "null",
};

/**
 * Checks a value. A validator made by ajv would be twenty times as large, and its errors name no values.
 * @param path of the value, for messages: `/status`; empty for the whole
 * @returns what is wrong first, required fields before others; undefined when nothing is
 */
export function shapeProblem(shapes: Shapes, given: Shape, value: unknown, path: string): string | undefined {
  // Nearly all values fit: what is wrong with one, and where, is found out only of those that don't.
  return fits(shapes, given, value) ? undefined : problemOf(shapes, given, value, path);
}

function fits(shapes: Shapes, given: Shape, value: unknown): boolean {
  const shape = resolved(shapes, given);
  if (shape.anyOf) {
    const choice = fittingChoice(shapes, shape.anyOf, value);
    return choice !== undefined && fits(shapes, choice, value);
  }
  if (shape.enum && !shape.enum.some((one) => one === value)) return false;
  if (shape.type && !isOf(value, shape.type)) return false;
  if (Array.isArray(value)) {
    const { items } = shape;
    return items === undefined || value.every((item) => fits(shapes, items, item));
  }
  return !isObject(value) || fieldsFit(shapes, shape, value);
}

function fieldsFit(
  shapes: Shapes,
  { required, properties, additionalProperties }: Shape,
  value: { readonly [name: string]: unknown },
): boolean {
  for (const name of required ?? [])
    if (value[name] === undefined && !fits(shapes, properties?.[name] ?? {}, undefined)) return false;
  for (const name in properties) {
    const field = value[name];
    if (field !== undefined && !fits(shapes, properties[name] as Shape, field)) return false;
  }
  if (additionalProperties === undefined) return true;
  for (const name of Object.keys(value))
    if (!(properties && Object.hasOwn(properties, name)) && !fits(shapes, additionalProperties, value[name]))
      return false;
  return true;
}

function problemOf(shapes: Shapes, given: Shape, value: unknown, path: string): string | undefined {
  const shape = resolved(shapes, given);
  if (shape.anyOf) return choiceProblem(shapes, shape.anyOf, value, path);
  if (shape.enum && !shape.enum.some((one) => one === value))
    return misfit(path, value, `one of ${shape.enum.join(", ")}`);
  if (shape.type && !isOf(value, shape.type)) return misfit(path, value, names[shape.type]);
  if (Array.isArray(value)) return listProblem(shapes, shape.items, value, path);
  return isObject(value) ? fieldsProblem(shapes, shape, value, path) : undefined;
}

/** Says that a value is not what is expected, or missing. */
export function misfit(path: string, value: unknown, expected: string): string {
  const field = path === "" ? "it" : `the field "${path}"`;
  return value === undefined
    ? `${field} is missing; expected ${expected}`
    : `${field} is ${shown(value)}; expected ${expected}`;
}

/** A value of a file, short enough for a message. */
export function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 80 ? shortened(written, 78) : written;
}

function resolved(shapes: Shapes, shape: Shape): Shape {
  if (shape.$ref === undefined) return shape;
  const found = shapes[shape.$ref];
  if (found === undefined) throw new Error(`there is no shape ${shape.$ref}`);
  return found;
}

/** The first choice of the type of a value. */
function fittingChoice(shapes: Shapes, choices: readonly Shape[], value: unknown): Shape | undefined {
  for (const choice of choices) {
    const shape = resolved(shapes, choice);
    if (shape.type !== undefined && isOf(value, shape.type)) return shape;
  }
  return undefined;
}

/** Of several choices the one whose type fits tells what is wrong. */
function choiceProblem(shapes: Shapes, choices: readonly Shape[], value: unknown, path: string): string | undefined {
  const fitting = fittingChoice(shapes, choices, value);
  if (fitting) return problemOf(shapes, fitting, value, path);
  const known = choices.map((one) => resolved(shapes, one));
  const expected = known.flatMap(({ type }) => (type === undefined || type === "null" ? [] : [names[type]]));
  return misfit(path, value, expected.join(", or "));
}

function listProblem(
  shapes: Shapes,
  items: Shape | undefined,
  list: readonly unknown[],
  path: string,
): string | undefined {
  if (items === undefined) return undefined;
  for (let index = 0; index < list.length; index++) {
    const problem = problemOf(shapes, items, list[index], `${path}/${index}`);
    if (problem) return problem;
  }
  return undefined;
}

function fieldsProblem(
  shapes: Shapes,
  { required = [], properties = {}, additionalProperties }: Shape,
  value: { readonly [name: string]: unknown },
  path: string,
): string | undefined {
  const named = [...required, ...Object.keys(properties).filter((name) => !required.includes(name))];
  for (const name of named) {
    const field = value[name];
    const shape = properties[name] ?? {};
    if (field === undefined && !required.includes(name)) continue;
    const problem = problemOf(shapes, shape, field, `${path}/${name}`);
    if (problem) return problem;
  }
  if (additionalProperties === undefined) return undefined;
  for (const [name, field] of Object.entries(value)) {
    if (Object.hasOwn(properties, name)) continue;
    const problem = problemOf(shapes, additionalProperties, field, `${path}/${name}`);
    if (problem) return problem;
  }
  return undefined;
}

function isOf(value: unknown, type: JsonType): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  return type === "object" ? isObject(value) : typeof value === type;
}
