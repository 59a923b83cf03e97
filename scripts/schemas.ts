/** The schemas of schema/, as what is generated reads them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltInKind, LateKind } from "../src/processors/kind.ts";
import { root } from "./action-file.ts";

export type Schema = { [key: string]: unknown };

/** A kind of opus/v1, and the schema of its spec. */
export type Kind = Pick<BuiltInKind | LateKind, "kind" | "schema">;

/** Schemas of what is no kind, by the name of their validator. */
export const general = {
  project: "schema/project.json",
  values: "schema/values.json",
  task: "schema/task.json",
} as const;

/** Keywords that say something to people and check nothing. */
const annotations = /^(title|description|default|patternErrorMessage|errorMessage|x-.*)$/;

/** Stands at the head of each generated file. */
export const banner = "// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.\n";

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schema of a file with every `$ref` replaced by its target; fields beside a `$ref` win. */
export function load(file: string): Schema {
  const whole = JSON.parse(readFileSync(join(root, file), "utf8")) as Schema;
  const definitions = (whole.definitions ?? {}) as Record<string, Schema>;
  const inline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inline);
    if (!isSchema(value)) return value;
    const { $ref, ...own } = value;
    if (typeof $ref !== "string")
      return Object.fromEntries(Object.entries(own).map(([key, item]) => [key, inline(item)]));
    const target = definitions[$ref.replace("#/definitions/", "")];
    if (!target) throw new Error(`${file}: ${$ref} is not defined`);
    return inline({ ...target, ...own });
  };
  const { definitions: _, $schema: __, ...body } = whole;
  return inline(body) as Schema;
}

/** Every schema inside a schema, with its pointer. */
export function* walk(schema: Schema, pointer = "#"): Generator<readonly [string, Schema]> {
  yield [pointer, schema];
  for (const key of ["items", "additionalProperties", "propertyNames"]) {
    const inner = schema[key];
    if (isSchema(inner)) yield* walk(inner, `${pointer}/${key}`);
  }
  for (const [name, inner] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    yield* walk(inner, `${pointer}/properties/${name}`);
  }
}

/** Only what ajv checks: the generated code carries copies of the schemas. */
export function bare(schema: Schema): Schema {
  return without(schema, annotations);
}

export function without(schema: Schema, keywords: RegExp): Schema {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    return isSchema(value) ? without(value, keywords) : value;
  };
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !keywords.test(key))
      .map(([key, value]) => {
        // Names of fields are not keywords, even when they are spelled like one.
        if (key !== "properties") return [key, strip(value)];
        return [key, Object.fromEntries(Object.entries(value as Schema).map(([name, item]) => [name, strip(item)]))];
      }),
  );
}
