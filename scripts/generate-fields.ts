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
    const values = (inner.enum as readonly unknown[] | undefined)?.map(String);
    yield {
      path: at,
      type: typeOf(inner),
      required: required.includes(name),
      about: String(inner.description ?? ""),
      ...(inner.default === undefined ? {} : { default: JSON.stringify(inner.default) }),
      ...(values === undefined ? {} : { values }),
    };
    yield* rowsOf(inner, at, depth + 1);
    if (typeof inner.items === "object") yield* rowsOf(inner.items as Schema, `${at}[]`, depth + 1);
  }
  for (const branch of [...((schema.allOf ?? []) as readonly Schema[])]) yield* rowsOf(branch, path, depth);
}

function typeOf({ type, items, anyOf, oneOf, const: only }: Schema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (type === "array")
    return `list of ${typeof items === "object" && items !== null ? typeOf(items as Schema) : "anything"}`;
  if (type === "object") return "mapping";
  if (type !== undefined) return [type].flat().join(" or ");
  const branches = [...((anyOf ?? oneOf ?? []) as readonly Schema[])].map(typeOf);
  return branches.length === 0 ? "anything" : [...new Set(branches)].join(" or ");
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
