import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./action-file.ts";
import { banner, bare, type Schema, walk } from "./schemas.ts";

/** What the program checks of a stored body: the definitions of the schema that those named refer to, with bare names. */
const checkedOfState = ["taskState", "intent", "made", "undoEntry", "review"] as const;

/** The shapes of state, for src/schema/shape.ts: messages name values and tasks, and the file is a twentieth of ajv's. */
export function stateShapes(): string {
  const { definitions } = JSON.parse(readFileSync(join(root, "schema/state.json"), "utf8")) as {
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
