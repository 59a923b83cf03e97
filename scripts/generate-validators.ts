// schema/*.json → src/schema/*.generated.* and schema/opus.json.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv, type Logger } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { builtInKinds } from "../src/processors/built-in.ts";
import type { BuiltInKind, LateKind } from "../src/processors/kind.ts";

type Schema = { [key: string]: unknown };

const root = new URL("..", import.meta.url);
/** A kind of opus/v1, and the schema of its spec. */
type Kind = Pick<BuiltInKind | LateKind, "kind" | "schema">;

function isLate(kind: Kind): boolean {
  return "load" in kind;
}

/** Schemas of what is no kind, by the name of their validator. */
const general = { project: "schema/project.json", values: "schema/values.json", task: "schema/task.json" } as const;

/** The name of the validator of a kind. */
function validatorName(kind: string): string {
  return kind.toLowerCase();
}

/** Every schema that all runs check with, by the name of its validator; by path from the root of the repository. */
function sourcesOf(kinds: readonly Kind[]): { readonly [name: string]: string } {
  const common = kinds.filter((kind) => !isLate(kind));
  return { ...general, ...Object.fromEntries(common.map(({ kind, schema }) => [validatorName(kind), schema])) };
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
/** What checks values, and what to say about them. */
export interface Checks {
  readonly validate: Validator;
  readonly notes: Record<string, SchemaNotes>;
}
export declare const validators: Readonly<Record<string, Checks>> &
  Readonly<Record<${Object.keys(sourcesOf(kinds))
    .map((name) => `"${name}"`)
    .join(" | ")}, Checks>>;
/** By the kind, for those kinds that few runs have. */
export declare const lateChecks: Readonly<Record<string, () => Promise<Checks>>>;
/** The kinds of opus/v1, and the name of the validator of each one's spec. */
export declare const specs: Readonly<Record<string, string>>;
/** The fields of the specs of all kinds. */
export declare const specFields: readonly string[];
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

function validatorsOf(): Ajv {
  return new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    // Texts are written by src/schema/validate.ts.
    messages: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
    // Long enums and unrolled loops would only make the file longer.
    loopEnum: 20,
    loopRequired: 20,
  });
}

function withoutModules(code: string): string {
  if (/\brequire\(|^import /m.test(code)) throw new Error("the validators need a module of ajv at run time");
  return code;
}

/** The checks of a kind that is loaded where it is named: a module of their own. */
function lateChecks(name: string, { schema: file }: Kind): string {
  const schema = load(file);
  const ajv = validatorsOf();
  ajv.addSchema(bare(schema), name);
  const code = withoutModules(standalone.default(ajv, { validate: name }));
  return `${banner}${code}\nexport const notes = ${JSON.stringify(notesOf(schema))};\n`;
}

const lateTypes = `${banner}
import type { SchemaNotes, Validator } from "./validators.generated.js";

export declare const validate: Validator;
export declare const notes: Record<string, SchemaNotes>;
`;

/** The generated file of a late kind, without the end of its name. */
function lateFile({ schema }: Kind): string {
  return `${schema.slice(schema.lastIndexOf("/") + 1, -".json".length)}.generated`;
}

/** The text of every generated file, by path from the root of the repository. */
export function generated(kinds: readonly Kind[] = builtInKinds): ReadonlyMap<string, string> {
  const late = kinds.filter(isLate);
  return new Map([
    ["src/schema/validators.generated.js", commonChecks(kinds)],
    ["src/schema/validators.generated.d.ts", typesOf(kinds)],
    ...late.flatMap((kind): [string, string][] => [
      [`src/schema/${lateFile(kind)}.js`, lateChecks(validatorName(kind.kind), kind)],
      [`src/schema/${lateFile(kind)}.d.ts`, lateTypes],
    ]),
    ["src/schema/report.generated.js", reportValidator()],
    ["src/schema/report.generated.d.ts", reportTypes],
    ["src/schema/state.generated.ts", stateShapes()],
    ["schema/opus.json", formatJson(JSON.stringify(editorSchema(kinds)))],
  ]);
}

/** The checks that every run has, and how to load the others. */
function commonChecks(kinds: readonly Kind[]): string {
  const ajv = validatorsOf();
  const names: Record<string, string> = {};
  const table: string[] = [];
  for (const [name, file] of Object.entries(sourcesOf(kinds))) {
    const schema = load(file);
    ajv.addSchema(bare(schema), name);
    names[`${name}Validator`] = name;
    table.push(`  ${name}: { validate: ${name}Validator, notes: ${JSON.stringify(notesOf(schema))} },`);
  }
  const code = withoutModules(standalone.default(ajv, names).replace(/^export const/gm, "const"));
  const late = kinds.filter(isLate).map((kind) => `  ${kind.kind}: () => import("./${lateFile(kind)}.js"),`);
  const fields = kinds.flatMap(({ schema }) => Object.keys((load(schema).properties ?? {}) as Schema));
  const specs = JSON.stringify(Object.fromEntries(kinds.map(({ kind }) => [kind, validatorName(kind)])));
  return `${banner}${code}
export const validators = {
${table.join("\n")}
};
export const lateChecks = {
${late.join("\n")}
};
export const specs = ${specs};
export const specFields = ${JSON.stringify([...new Set(fields)])};
`;
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
