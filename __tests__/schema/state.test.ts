import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/engine/json/json.ts";
import { shapeProblem } from "../../src/schema/shape.ts";
import { type StateShape, stateShapes } from "../../src/schema/state.generated.ts";
import { bodyProblem } from "../../src/state/snapshot/body-shape.ts";
import { encode } from "../../src/state/snapshot/codec.ts";
import { entry, intent, run, snapshot } from "../state/fixtures.ts";

const schema = JSON.parse(readFileSync("schema/state.json", "utf8")) as { readonly definitions: object };
const ajv = new Ajv({ strict: false });
ajv.addSchema(schema, "state");

const full = entry("a", {
  apiVersion: "example/v1",
  kind: "Thing",
  secrets: { token: "TOKEN" },
  fingerprints: { token: "ab" },
  resource: "r-1",
  sensitiveOutputs: ["KEY"],
  module: "kinds/thing.mjs",
  interrupted: "update",
  lifecycle: {
    adopt: { id: "r-1" },
    recreate: false,
    onRemove: "forget",
    preventDestroy: true,
    onInterrupted: "rerun",
  },
});
const made = { outputs: {}, observed: {}, sensitiveOutputs: ["KEY"], resource: "r-1" };
const sound: { readonly [name in StateShape]: object } = {
  taskState: full,
  intent: intent("a", { apiVersion: "example/v1", kind: "Thing", made }),
  made,
  undoEntry: { task: "a", change: "update", before: full },
  review: { digest: "sha256:1", items: { a: { change: "create", digest: "1", wanted: null, awaits: ["b"] } } },
};

test("what is stored is as the published schema says", async () => {
  const body = { tasks: { a: full }, undo: [sound.undoEntry], pending: [sound.intent], review: sound.review };
  const stored = snapshot(3, { body: body as never });
  const plain = JSON.parse(await encode(stored, run, "1.0.0"));
  const recovery = { follows: [{ serial: 0, digest: null }], lockId: "1" };
  for (const one of [plain, JSON.parse(await encode(stored, run, "1.0.0", { recovery }))])
    expect(ajv.validate("state", one), ajv.errorsText()).toBe(true);
  expect(ajv.validate("state", { ...plain, serial: 0 })).toBe(false);
  expect(bodyProblem(plain.body)).toBeUndefined();
});

/** Every place in a value, as the keys that lead there. */
function places(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...way, key]))];
}

/** A copy with something else at a place; undefined takes it out. */
function changed(value: unknown, [key, ...rest]: readonly string[], to: Json | undefined): unknown {
  if (key === undefined) return to ?? null;
  const copy = structuredClone(value) as { [name: string]: unknown };
  const inner = rest.length === 0 ? to : changed(copy[key], rest, to);
  if (inner === undefined && !Array.isArray(copy)) delete copy[key];
  else copy[key] = inner ?? null;
  return copy;
}

describe.each(Object.entries(sound))("the shape of %s", (name, value) => {
  const problem = (one: unknown) => shapeProblem(stateShapes, stateShapes[name as StateShape], one, "");
  const fits = (one: unknown) => ajv.validate(`state#/definitions/${name}`, one);

  test("takes what is sound", () => {
    expect(problem(value)).toBeUndefined();
    expect(fits(value), ajv.errorsText()).toBe(true);
  });

  test("takes and refuses what the schema takes and refuses, wherever it is damaged", () => {
    const others = [undefined, null, true, 7, "text", "delete", [], ["x"], [1], {}, { id: "x" }, { x: 1 }];
    let refused = 0;
    for (const place of places(value))
      for (const other of others) {
        const damaged = changed(value, place, other as Json | undefined);
        const told = problem(damaged);
        expect(told === undefined, `${place.join("/")} → ${JSON.stringify(other)}: ${told}`).toBe(fits(damaged));
        if (told !== undefined) refused += 1;
      }
    expect(refused).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (any) => {
        expect(problem(any) === undefined).toBe(fits(any));
      }),
    );
  });
});

test.each<[object, string]>([
  [{ preventDestroy: 5 }, 'the field "/lifecycle/preventDestroy" is 5; expected true or false, or a list'],
  [{ adopt: { id: 5 } }, 'the field "/lifecycle/adopt/id" is 5; expected a string'],
  [{ onRemove: "keep" }, 'the field "/lifecycle/onRemove" is "keep"; expected one of delete, forget'],
])("the lifecycle %j is refused by name", (lifecycle, message) => {
  const damaged = { ...full, lifecycle };
  expect(shapeProblem(stateShapes, stateShapes.taskState, damaged, "")).toBe(message);
});
