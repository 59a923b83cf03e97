import { general, isSchema, type Kind, load, type Schema, without } from "./schemas.ts";

/** One schema for editors that check a whole manifest. */
export function editorSchema(kinds: readonly Kind[]): Schema {
  const whole = (kind: string, schema: Schema): Schema => ({
    if: { required: ["apiVersion", "kind"], properties: { apiVersion: { const: "opus/v1" }, kind: { const: kind } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: schema,
  });
  const task = load(general.task);
  const taskOf = (file: string): Schema => {
    const spec = forEditors(allowReferences(load(file)));
    return { ...task, properties: { ...(task.properties as Schema), spec } };
  };
  const known = ["Project", "Values", ...kinds.map(({ kind }) => kind)];
  const foreign = {
    if: {
      required: ["apiVersion", "kind"],
      properties: { apiVersion: { type: "string", not: { const: "opus/v1" } } },
    },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: forEditors(task),
    else: { properties: { kind: { enum: known } } },
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Manifest of Magnum Opus",
    description: "One document of a manifest: the project's settings, values, or a task.",
    type: "object",
    required: ["apiVersion", "kind"],
    properties: {
      apiVersion: {
        description: "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own.",
        type: "string",
        default: "opus/v1",
      },
      kind: {
        description: "What this document is: Project, Values, or the kind of a task.",
        type: "string",
        // No enum: a repository may have kinds of its own. Editors offer these.
        examples: ["Project", "Values", ...kinds.map(({ kind }) => kind)],
      },
    },
    allOf: [
      whole("Project", forEditors(load(general.project))),
      whole("Values", forEditors(load(general.values))),
      ...kinds.map(({ kind, schema }) => whole(kind, forEditors(taskOf(schema)))),
      foreign,
    ],
  };
}

/** A string that holds a reference stands for a value of any type, so an editor must not underline it. */
function allowReferences(schema: Schema, top = true): Schema {
  const result: Schema = { ...schema };
  for (const key of ["items", "additionalProperties"]) {
    const inner = result[key];
    if (isSchema(inner)) result[key] = allowReferences(inner, false);
  }
  if (isSchema(result.properties)) {
    result.properties = Object.fromEntries(
      Object.entries(result.properties).map(([name, inner]) => [name, allowReferences(inner as Schema, false)]),
    );
  }
  const free = result.type === "string" && result.pattern === undefined;
  if (top || free) return result;
  const { description, ...strict } = result;
  return {
    ...(description !== undefined && { description }),
    anyOf: [strict, { type: "string", pattern: "\\$\\{(VAR|VALUE|SECRET|ENV|GITHUB|OPUS):" }],
  };
}

/** Without the keywords that only this project reads, and with what an editor checks and the program does elsewhere. */
function forEditors(schema: Schema): Schema {
  return without(withEditorRules(schema), /^x-/);
}

function withEditorRules(schema: Schema): Schema {
  const add = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(add);
    return isSchema(value) ? withEditorRules(value) : value;
  };
  const { "x-editor": rules, ...rest } = schema;
  return Object.fromEntries(
    Object.entries({ ...rest, ...(isSchema(rules) && rules) }).map(([key, value]) => [key, add(value)]),
  );
}
