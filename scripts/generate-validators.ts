// schema/*.json → src/schema/validators.generated.{js,d.ts} and schema/opus.json.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv, type Logger } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { builtInKinds } from "../src/processors/built-in.ts";
import type { BuiltInKind } from "../src/processors/kind.ts";

type Schema = { [key: string]: unknown };

const root = new URL("..", import.meta.url);
/** A kind of opus/v1, and the schema of its spec. */
type Kind = Pick<BuiltInKind, "kind" | "schema">;

/** Schemas of what is no kind, by the name of their validator. */
const general = { project: "schema/project.json", values: "schema/values.json", task: "schema/task.json" } as const;

/** The name of the validator of a kind. */
function validatorName(kind: string): string {
  return kind.toLowerCase();
}

/** Every schema by the name of its validator, by path from the root of the repository. */
function sourcesOf(kinds: readonly Kind[]): { readonly [name: string]: string } {
  return { ...general, ...Object.fromEntries(kinds.map(({ kind, schema }) => [validatorName(kind), schema])) };
}
/** Keywords that say something to people and check nothing. */
const annotations = /^(title|description|default|patternErrorMessage|errorMessage|x-.*)$/;

const banner = "// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.\n";
const typesOf = (kinds: readonly Kind[]): string => `${banner}
export interface RawError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  propertyName?: string;
}
export interface Validator {
  (data: unknown): boolean;
  errors: RawError[] | null;
}
/** What the schema says about one place in it, by pointer into the schema. */
export interface SchemaNotes {
  /** Text for a failed keyword. */
  messages?: Record<string, string>;
  /** Advice for a failed keyword; "*" is for any. */
  hints?: Record<string, string>;
  /** Known fields and the first sentence of their descriptions. */
  fields?: Record<string, string>;
}
export declare const validators: Record<${Object.keys(sourcesOf(kinds))
  .map((name) => `"${name}"`)
  .join(" | ")}, { validate: Validator; notes: Record<string, SchemaNotes> }>;
/** The kinds of opus/v1, and the name of the validator of each one's spec. */
export declare const specs: Readonly<Record<string, keyof typeof validators>>;
`;

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schema of a file with every `$ref` replaced by its target; fields beside a `$ref` win. */
function load(file: string): Schema {
  const whole = JSON.parse(readFileSync(new URL(file, root), "utf8")) as Schema;
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
function* walk(schema: Schema, pointer = "#"): Generator<readonly [string, Schema]> {
  yield [pointer, schema];
  for (const key of ["items", "additionalProperties", "propertyNames"]) {
    const inner = schema[key];
    if (isSchema(inner)) yield* walk(inner, `${pointer}/${key}`);
  }
  for (const [name, inner] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    yield* walk(inner, `${pointer}/properties/${name}`);
  }
}

/** What the translation of errors needs to know at run time, so that schemas stay out of the bundle. */
function notesOf(schema: Schema): Record<string, unknown> {
  const notes: Record<string, unknown> = {};
  for (const [pointer, node] of walk(schema)) {
    const messages = { ...(node["x-messages"] as object | undefined) } as Record<string, unknown>;
    if (node.patternErrorMessage) messages.pattern = node.patternErrorMessage;
    if (node.errorMessage) messages.propertyNames = node.errorMessage;
    const hints = { ...(node["x-hints"] as object | undefined) } as Record<string, unknown>;
    if (node["x-hint"]) hints["*"] = node["x-hint"];
    const fields = Object.fromEntries(
      Object.entries((node.properties ?? {}) as Record<string, Schema>).map(([name, property]) => [
        name,
        String(property.description ?? "").replace(/\. .*$|\.$/s, ""),
      ]),
    );
    const note = {
      ...(Object.keys(messages).length > 0 && { messages }),
      ...(Object.keys(hints).length > 0 && { hints }),
      ...(node.properties !== undefined && node.additionalProperties === false && { fields }),
    };
    if (Object.keys(note).length > 0) notes[pointer] = note;
  }
  return notes;
}

/** One schema for editors that check a whole manifest. */
function editorSchema(kinds: readonly Kind[]): Schema {
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
      kind: { description: "What this document is: Project, Values, or the kind of a task.", type: "string" },
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

/** Without the keywords that only this project reads. */
function forEditors(schema: Schema): Schema {
  return without(schema, /^x-/);
}

/** Only what ajv checks: the generated code carries copies of the schemas. */
function bare(schema: Schema): Schema {
  return without(schema, annotations);
}

function without(schema: Schema, keywords: RegExp): Schema {
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

/** Lets ajv complain of everything but the one option that it has no other for. */
const allButUnicode: Logger = {
  log: console.log,
  error: console.error,
  warn: (...words: readonly unknown[]) => {
    if (!String(words[0]).startsWith("DEPRECATED: option unicode.")) console.warn(...words);
  },
};

/** What tells a report from something else. A module of its own: only the command `report` reads reports. */
function reportValidator(): string {
  const schema = JSON.parse(readFileSync(new URL("schema/report.json", root), "utf8")) as Schema;
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    messages: false,
    // Lengths in units of UTF-16: the others need a module of ajv at run time. There is no other option for that.
    unicode: false,
    logger: allButUnicode,
    // With `u`, ten million characters overflow the stack of the expression.
    unicodeRegExp: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  ajv.addSchema(bare(schema), "report");
  const code = standalone.default(ajv, { validateReport: "report" });
  if (/\brequire\(|^import /m.test(code)) throw new Error("the validator needs a module of ajv at run time");
  return `${banner}${code}\n`;
}

const reportTypes = `${banner}
export interface ReportError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}
export declare const validateReport: { (data: unknown): boolean; errors: ReportError[] | null };
`;

/** What the program checks of a stored body: the definitions of the schema that those named refer to, with bare names. */
const checkedOfState = ["taskState", "intent", "made", "undoEntry", "review"] as const;

/** The shapes of state, for src/schema/shape.ts: messages name values and tasks, and the file is a twentieth of ajv's. */
function stateShapes(): string {
  const { definitions } = JSON.parse(readFileSync(new URL("schema/state.json", root), "utf8")) as {
    readonly definitions: { readonly [name: string]: Schema };
  };
  const shapes = new Map<string, Schema>();
  const named = (ref: unknown): string => String(ref).replace("#/definitions/", "");
  const take = (name: string): void => {
    const definition = definitions[name];
    if (definition === undefined) throw new Error(`state.json: ${name} is not defined`);
    if (shapes.has(name)) return;
    shapes.set(name, bare(definition));
    const whole = JSON.stringify(definition);
    for (const [, ref] of whole.matchAll(/"\$ref":"([^"]*)"/g)) take(named(ref));
  };
  for (const name of checkedOfState) take(name);
  const known = /^(\$ref|type|enum|anyOf|required|properties|items|additionalProperties)$/;
  for (const [name, shape] of shapes)
    for (const [pointer, node] of walk(shape))
      for (const keyword of Object.keys(node))
        if (!known.test(keyword)) throw new Error(`state.json: ${name}${pointer}: ${keyword} is not checked`);
  const lines = [...shapes].map(([name, shape]) => `  ${name}: ${JSON.stringify(shape)},`);
  const text = `{\n${lines.join("\n").replaceAll('"#/definitions/', '"')}\n}`;
  const names = checkedOfState.map((name) => JSON.stringify(name)).join(" | ");
  return `${banner}import type { Shape, Shapes } from "./shape.ts";

/** The definitions of schema/state.json that are checked by themselves. */
export type StateShape = ${names};

export const stateShapes: Shapes & { readonly [name in StateShape]: Shape } = ${text};
`;
}

function validatorsOf(esm: boolean): Ajv {
  return new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    // Texts are written by src/schema/validate.ts.
    messages: false,
    code: { source: true, esm, lines: esm, optimize: 2 },
    // Long enums and unrolled loops would only make the file longer.
    loopEnum: 20,
    loopRequired: 20,
  });
}

function withoutModules(code: string): string {
  if (/\brequire\(|^import /m.test(code)) throw new Error("the validators need a module of ajv at run time");
  return code;
}

/** From this size of its schema on, in bytes, the validator of a kind is a text until a manifest has the kind. */
const largeSchema = 12_000;

/** A validator as a text: every program that starts reads over a text more quickly than over code. */
function lateValidator(name: string, schema: Schema): string {
  const ajv = validatorsOf(false);
  ajv.addSchema(bare(schema), name);
  const validate = ajv.getSchema(name);
  if (!validate) throw new Error(`${name} has no validator`);
  const code = JSON.stringify(withoutModules(standalone.default(ajv, validate)));
  return `  ${name}: late(${code}, ${JSON.stringify(JSON.stringify(notesOf(schema)))}),`;
}

const late = `
/** Makes of two texts a validator and its notes when somebody asks for them. */
function late(code, notes) {
  const known = {};
  return {
    get validate() {
      if (!known.validate) {
        const module = { exports: {} };
        new Function("module", "exports", code)(module, module.exports);
        known.validate = module.exports;
      }
      return known.validate;
    },
    get notes() {
      known.notes ??= JSON.parse(notes);
      return known.notes;
    },
  };
}
`;

/** The text of every generated file, by path from the root of the repository. */
export function generated(kinds: readonly Kind[] = builtInKinds): ReadonlyMap<string, string> {
  const sources = sourcesOf(kinds);
  const ajv = validatorsOf(true);
  const names: Record<string, string> = {};
  const table: string[] = [];
  for (const [name, file] of Object.entries(sources)) {
    const schema = load(file);
    if (readFileSync(new URL(file, root)).length > largeSchema) {
      table.push(lateValidator(name, schema));
      continue;
    }
    ajv.addSchema(bare(schema), name);
    names[`${name}Validator`] = name;
    table.push(`  ${name}: { validate: ${name}Validator, notes: ${JSON.stringify(notesOf(schema))} },`);
  }
  const code = withoutModules(standalone.default(ajv, names).replace(/^export const/gm, "const"));
  const specs = `export const specs = ${JSON.stringify(Object.fromEntries(kinds.map(({ kind }) => [kind, validatorName(kind)])))};\n`;
  return new Map([
    [
      "src/schema/validators.generated.js",
      `${banner}${code}\n${late}\nexport const validators = {\n${table.join("\n")}\n};\n${specs}`,
    ],
    ["src/schema/validators.generated.d.ts", typesOf(kinds)],
    ["src/schema/report.generated.js", reportValidator()],
    ["src/schema/report.generated.d.ts", reportTypes],
    ["src/schema/state.generated.ts", stateShapes()],
    ["schema/opus.json", formatJson(JSON.stringify(editorSchema(kinds)))],
  ]);
}

/** As the formatter of this repository has it, so that a format run changes nothing. */
function formatJson(text: string): string {
  const biome = fileURLToPath(new URL("node_modules/.bin/biome", root));
  return execFileSync(biome, ["format", "--stdin-file-path=generated.json"], {
    input: text,
    encoding: "utf8",
    cwd: root,
  });
}

/** Writes them. */
export function generateValidators(): void {
  for (const [path, text] of generated()) writeFileSync(new URL(path, root), text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) generateValidators();
