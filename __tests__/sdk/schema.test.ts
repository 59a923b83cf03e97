import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineProcessor, type FromSchema, TaskProcessor } from "../../sdk/index.js";
import type { JsonObject } from "../../src/engine/json/json.ts";

const members = {
  apiVersion: "example.com/v1",
  kind: "Bucket",
  observe: () => ({ state: "absent" as const }),
  create: () => {},
  update: () => {},
  delete: () => {},
};

const schema = {
  type: "object",
  properties: {
    name: { type: "string", pattern: "^[a-z]+$", description: "The name of the bucket." },
    size: { type: "integer", minimum: 1, maximum: 9 },
    class: { enum: ["hot", "cold"] },
    public: { type: "boolean" },
    rules: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: { path: { type: "string", minLength: 1 }, days: { type: "number" } },
        required: ["path"],
      },
    },
    labels: { type: "object", additionalProperties: { type: "string" } },
    owner: {
      anyOf: [{ type: "string" }, { type: "object", properties: { team: { type: "string" } }, required: ["team"] }],
    },
    limit: { type: ["integer", "null"] },
  },
  required: ["name", "size"],
} as const;

function told(spec: JsonObject): readonly string[] {
  const parsed = defineProcessor({ ...members, schema }).parse(spec);
  if (parsed.ok) return [];
  return parsed.error.map((one) => {
    if (typeof one === "string") return one;
    const { code, pointer, message, suggestion } = one;
    return `${code} ${pointer}: ${message}${suggestion === undefined ? "" : ` | ${suggestion}`}`;
  });
}

const good = { name: "logs", size: 3 };

describe("a spec that a schema checks", () => {
  it.each<[JsonObject, readonly string[]]>([
    [good, []],
    [{ ...good, limit: null, owner: { team: "a" }, labels: { any: "thing" }, rules: [{ path: "/" }] }, []],
    [{ size: 3 }, ['missing-field : Bucket.spec has no "name" | Add "name": the name of the bucket.']],
    [{ ...good, nmae: 1 }, ['unknown-field /nmae: "nmae" is not a field of Bucket.spec | Did you mean "name"?']],
    [{ nmae: "x", size: 1 }, ['unknown-field /nmae: "nmae" is not a field of Bucket.spec | Did you mean "name"?']],
    [{ ...good, "a/b~": 1 }, [expect.stringContaining("unknown-field /a~1b~0: ")]],
    [
      { ...good, size: "5" },
      ['wrong-type /size: Bucket.spec.size must be a whole number, not the string "5" | Write 5 without quotes.'],
    ],
    [{ ...good, size: 0 }, ["invalid-value /size: Bucket.spec.size must be at least 1, not 0"]],
    [{ ...good, size: 10 }, ["invalid-value /size: Bucket.spec.size must be at most 9, not 10"]],
    [
      { ...good, name: 7 },
      ["wrong-type /name: Bucket.spec.name must be a string, not the number 7 | Put it in quotes, as it is written."],
    ],
    [
      { ...good, name: "LOGS" },
      ['invalid-value /name: Bucket.spec.name "LOGS" has the wrong form | It is the name of the bucket.'],
    ],
    [
      { ...good, name: null },
      ["wrong-type /name: Bucket.spec.name has no value; it must be a string | Give it a value, or delete the field."],
    ],
    [
      { ...good, class: "hto" },
      ['invalid-value /class: Bucket.spec.class must be hot or cold, not "hto" | Did you mean "hot"?'],
    ],
    [
      { ...good, public: "TRUE" },
      [
        'wrong-type /public: Bucket.spec.public must be true or false, not the string "TRUE" | Write true without quotes.',
      ],
    ],
    [{ ...good, rules: [] }, ["invalid-value /rules: Bucket.spec.rules is an empty list"]],
    [
      { ...good, rules: "/" },
      ['wrong-type /rules: Bucket.spec.rules must be a list, not the string "/" | Write it as a list: ["/"].'],
    ],
    [
      { ...good, rules: [{ path: "/" }, { path: "", dayz: 1 }] },
      [
        "invalid-value /rules/1/path: Bucket.spec.rules[1].path is empty",
        'unknown-field /rules/1/dayz: "dayz" is not a field of Bucket.spec.rules[1] | Did you mean "days"?',
      ],
    ],
    [
      { ...good, labels: { "x y": 1 } },
      [expect.stringContaining('wrong-type /labels/x y: Bucket.spec.labels["x y"] must be a string')],
    ],
    [{ ...good, owner: {} }, ['missing-field /owner: Bucket.spec.owner has no "team"']],
    [{ ...good, owner: 5 }, ["invalid-value /owner: Bucket.spec.owner is none of what it may be: 5"]],
  ])("%j", (spec, problems) => {
    expect(told(spec)).toEqual(problems);
  });

  it("is taken when, and only when, ajv takes it", () => {
    // What opus closes by itself.
    const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
      value?.properties && typeof value.type === "string" ? { ...value, additionalProperties: false } : value,
    );
    const ajv = new Ajv({ strict: false }).compile(closed);
    const value = fc.oneof(
      ...[fc.constantFrom("a", "hot", "", "1", "A"), fc.integer({ min: -1, max: 11 }), fc.boolean(), fc.constant(null)],
      fc.array(fc.constantFrom({ path: "/" }, { path: "" }, { days: 1 }, 1), { maxLength: 2 }),
      fc.constantFrom({}, { team: "a" }, { team: 1 }, { x: "y" }, 1.5),
    );
    const key = fc.constantFrom(...Object.keys(schema.properties), "other");
    let taken = 0;
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 4 }), fc.boolean(), (fields, complete) => {
        const spec = { ...(complete ? good : {}), ...fields } as JsonObject;
        const isRight = told(spec).length === 0;
        if (isRight) taken++;
        expect([spec, isRight]).toEqual([spec, ajv(spec)]);
      }),
      { numRuns: 1_000 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});

describe("defineProcessor", () => {
  it.each<[object, string]>([
    [{ type: "object", propertees: {} }, "schema has the keyword `propertees`, which is not checked; known are "],
    [
      { type: "object", properties: { a: { default: 1 } } },
      "schema.properties.a has the keyword `default`, which is not checked; a spec is recorded as it is written",
    ],
    [{ type: "string" }, 'the type of the schema of a spec is "object"'],
    [{ type: "object", properties: { a: { type: "text" } } }, 'schema.properties.a: there is no type "text"'],
    [
      { type: "object", properties: { a: {} }, required: ["b"] },
      'schema requires "b", which is none of its properties',
    ],
    [{ type: "object", properties: { a: { items: 5 } } }, "schema.properties.a.items is not an object"],
    [
      { type: "object", properties: { a: { type: "string", pattern: "(" } } },
      "schema.properties.a: its `pattern` is no regular expression",
    ],
  ])("refuses a schema that would check less than it says: %j", (wrong, message) => {
    expect(() => defineProcessor({ ...members, schema: wrong as never })).toThrow(`the kind Bucket: ${message}`);
  });

  it("refuses a schema beside a `parse`", () => {
    const both = { ...members, schema, parse: () => ({ ok: true as const, value: {} }) };
    expect(() => defineProcessor(both)).toThrow("the kind Bucket has both `schema` and `parse`");
  });

  it("asks `check` only of what the schema takes", () => {
    const seen: unknown[] = [];
    const kind = defineProcessor({
      ...members,
      schema,
      check: (spec) => {
        seen.push(spec);
        return spec.size > 5 && spec.class === "hot" ? [{ pointer: "/size", message: "too large to be hot" }] : [];
      },
    });
    expect(kind.parse({ size: 9 }).ok).toBe(false);
    expect(seen).toEqual([]);
    expect(kind.parse({ ...good, size: 9, class: "hot" })).toEqual({
      ok: false,
      error: [{ pointer: "/size", message: "too large to be hot" }],
    });
    expect(kind.parse(good)).toEqual({ ok: true, value: good });
  });

  it("leaves a kind without a schema as it is", () => {
    const plain = { ...members, parse: (spec: JsonObject) => ({ ok: true as const, value: spec }) };
    expect(defineProcessor(plain)).toEqual(plain);
  });

  it("takes a class, whose members stand beside each other", async () => {
    class Bucket extends TaskProcessor<FromSchema<typeof schema>> {
      readonly apiVersion = "example.com/v1";
      readonly kind = "Bucket";
      override readonly schema = schema;
      override readonly contexts = ["prod"];
      readonly #there = new Set<string>();
      observe({ name }: FromSchema<typeof schema>) {
        return this.#there.has(name) ? { state: "present" as const, facts: { name } } : { state: "absent" as const };
      }
      create({ name }: FromSchema<typeof schema>) {
        this.#there.add(name);
      }
      update() {}
      delete({ name }: FromSchema<typeof schema>) {
        this.#there.delete(name);
      }
      override identity({ name }: FromSchema<typeof schema>) {
        return name;
      }
      override rollback() {}
      override hasRollback() {
        return false;
      }
    }
    const kind = defineProcessor(Bucket);
    expect(Object.keys(kind).sort()).toEqual(
      [
        "apiVersion",
        "create",
        "delete",
        "fields",
        "kind",
        "known",
        "observe",
        "parse",
        "supports",
        "undo",
        "update",
      ].sort(),
    );
    const spec = { name: "logs", size: 1 };
    await kind.create(spec, {} as never);
    expect(await kind.observe(spec, {} as never)).toEqual({ state: "present", facts: { name: "logs" } });
    expect([kind.known?.identity?.(spec), kind.undo?.has?.(spec), kind.supports]).toEqual([
      "logs",
      false,
      { contexts: ["prod"] },
    ]);
    expect(kind.parse({ name: "logs" }).ok).toBe(false);
  });
});
