// schema/opus.json → src/schema/fields.generated.ts, what `opus explain` tells.
import { readFileSync, writeFileSync } from "node:fs";

type Schema = { readonly [key: string]: unknown };

const root = new URL("..", import.meta.url);

interface Row {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly about: string;
  readonly default?: string;
  readonly values?: readonly string[];
}

/** Deeper fields are of bodies of things that nobody asks for by name. */
const deepest = 6;

/** The kinds of the schema of manifests, with all their fields. */
export function kindsOf(schema: Schema): {
  readonly [kind: string]: { readonly about: string; readonly fields: readonly Row[] };
} {
  const kinds: { [kind: string]: { about: string; fields: Row[] } } = {};
  for (const branch of (schema.allOf ?? []) as readonly Schema[]) {
    const kind = constOf(branch.if as Schema | undefined, "kind");
    const then = branch.then as Schema | undefined;
    if (kind === undefined || then === undefined) continue;
    const rows = [...rowsOf(then, "", 0)];
    const known = kinds[kind] ?? { about: "", fields: [] };
    const fields = new Map([...known.fields, ...rows].map((row) => [row.path, row]));
    for (const row of known.fields)
      if (row.about !== "" && fields.get(row.path)?.about === "") fields.set(row.path, row);
    kinds[kind] = { about: known.about || String(then.description ?? ""), fields: [...fields.values()] };
  }
  return kinds;
}

function constOf(condition: Schema | undefined, name: string): string | undefined {
  const property = (condition?.properties as Schema | undefined)?.[name] as Schema | undefined;
  return typeof property?.const === "string" ? property.const : undefined;
}

function* rowsOf(schema: Schema, path: string, depth: number): Generator<Row> {
  if (depth > deepest) return;
  const required = (schema.required ?? []) as readonly string[];
  for (const [name, inner] of Object.entries((schema.properties ?? {}) as { readonly [name: string]: Schema })) {
    if (typeof inner !== "object") continue;
    const at = path === "" ? name : `${path}.${name}`;
    const values = choicesOf(inner);
    yield {
      path: at,
      type: typeOf(inner),
      required: required.includes(name),
      about: String(inner.description ?? ""),
      ...(inner.default === undefined ? {} : { default: JSON.stringify(inner.default) }),
      ...(values === undefined ? {} : { values }),
    };
    yield* rowsOf(inner, at, depth + 1);
  }
  if (typeof schema.items === "object") yield* rowsOf(schema.items as Schema, `${path}[]`, depth);
  if (typeof schema.additionalProperties === "object" && schema.additionalProperties !== null)
    yield* rowsOf(schema.additionalProperties as Schema, `${path}.NAME`, depth);
  // A value may have several forms, such as a mapping, or a reference that stands for it.
  for (const branch of [schema.allOf, schema.anyOf, schema.oneOf].flatMap((some) => (some ?? []) as readonly Schema[]))
    yield* rowsOf(branch, path, depth);
}

/** Words for what a value may be: of a choice of words `string`, as the row lists them. */
function typeOf(schema: Schema): string {
  const names = typesOf(schema);
  return names.length === 0 ? "any value" : [...new Set(names)].join(" or ");
}

function typesOf({ type, items, anyOf, oneOf, const: only, enum: choices }: Schema): readonly string[] {
  if (only !== undefined) return [JSON.stringify(only)];
  if (type !== undefined) return [type].flat().map((one) => nameOf(String(one), items as Schema | undefined));
  if (choices !== undefined) return (choices as readonly unknown[]).map((one) => typeof one);
  return ((anyOf ?? oneOf ?? []) as readonly Schema[]).flatMap(typesOf);
}

function nameOf(type: string, items: Schema | undefined): string {
  if (type === "object") return "mapping";
  if (type !== "array") return type;
  if (items === undefined) return "list";
  // That a reference may stand in a list is said of the list.
  const branches = items.type === undefined ? (items.anyOf ?? [items]) : [items];
  const own = (branches as readonly Schema[]).filter((branch) => !isReference(branch));
  return `list of ${typeOf({ anyOf: own })}`;
}

function isReference({ pattern }: Schema): boolean {
  return typeof pattern === "string" && pattern.startsWith("\\$\\{(");
}

/** The words that a field takes, also where a reference may stand in their place. */
function choicesOf({ enum: choices, anyOf }: Schema): readonly string[] | undefined {
  const [only, ...others] = ((anyOf ?? []) as readonly Schema[]).filter((branch) => branch.enum !== undefined);
  const found = choices ?? (others.length === 0 ? only?.enum : undefined);
  return (found as readonly unknown[] | undefined)?.map(String);
}

export function generateFields(): void {
  const schema = JSON.parse(readFileSync(new URL("schema/opus.json", root), "utf8")) as Schema;
  const text = `// Written by scripts/generate-fields.ts from schema/opus.json. Do not edit.

/** One field of a kind, as \`opus explain\` tells it. */
export interface FieldRow {
  /** \`spec.path\`; \`[]\` stands for the entries of a list. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly about: string;
  readonly default?: string;
  readonly values?: readonly string[];
}

export const fieldsOf: { readonly [kind: string]: { readonly about: string; readonly fields: readonly FieldRow[] } } = ${JSON.stringify(kindsOf(schema), null, 2)};
`;
  writeFileSync(new URL("src/schema/fields.generated.ts", root), text);
}
