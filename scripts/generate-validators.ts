// schema/*.json → src/schema/*.generated.* and schema/opus.json.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv, type Logger } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { builtInKinds } from "../src/processors/built-in.ts";
import { root } from "./action-file.ts";
import { editorSchema } from "./editor-schema.ts";
import { banner, bare, general, type Kind, load, type Schema, walk } from "./schemas.ts";
import { shorterChecks } from "./shorter-checks.ts";
import { stateShapes } from "./state-shapes.ts";

function isLate(kind: Kind): boolean {
  return "load" in kind;
}

/** The name of the validator of a kind. */
function validatorName(kind: string): string {
  return kind.toLowerCase();
}

/** Every schema that all runs check with, by the name of its validator; by path from the root of the repository. */
function sourcesOf(kinds: readonly Kind[]): { readonly [name: string]: string } {
  const common = kinds.filter((kind) => !isLate(kind));
  return { ...general, ...Object.fromEntries(common.map(({ kind, schema }) => [validatorName(kind), schema])) };
}

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
  const schema = JSON.parse(readFileSync(join(root, "schema/report.json"), "utf8")) as Schema;
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
  return `${banner}${withoutModules(standalone.default(ajv, { validateReport: "report" }))}\n`;
}

const reportTypes = `${banner}
export interface ReportError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}
export declare const validateReport: { (data: unknown): boolean; errors: ReportError[] | null };
`;

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

function checksOf(code: string): string {
  return shorterChecks(withoutModules(code));
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
  const code = checksOf(standalone.default(ajv, { validate: name }));
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
  const code = checksOf(standalone.default(ajv, names).replace(/^export const/gm, "const"));
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
  const biome = join(root, "node_modules/.bin/biome");
  return execFileSync(biome, ["format", "--stdin-file-path=generated.json"], {
    input: text,
    encoding: "utf8",
    cwd: root,
  });
}

/** Writes them. */
export function generateValidators(): void {
  for (const [path, text] of generated()) writeFileSync(join(root, path), text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) generateValidators();
