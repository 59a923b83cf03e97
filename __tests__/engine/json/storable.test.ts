import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/engine/json/canonical-json.ts";
import type { Json } from "../../../src/engine/json/json.ts";
import { storable, storableObservation, storableOutcome } from "../../../src/engine/json/storable.ts";

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}
const circle: { me?: unknown } = {};
circle.me = { again: circle };

describe("what state can't keep", () => {
  it.each<[string, unknown, string, string]>([
    ["half a pair", { a: ["x\ud800"] }, "/a/0", "holds half of a surrogate pair, which is no character"],
    ["the other half", "\udc00\ud83d", "", "holds half of a surrogate pair, which is no character"],
    [
      "a key of it",
      { "\ud800": 1 },
      "/\ud800",
      "has a name that holds half of a surrogate pair, which is no character",
    ],
    ["NaN", { "a/b": Number.NaN }, "/a~1b", "is NaN, which JSON does not know"],
    ["-Infinity", [1, Number.NEGATIVE_INFINITY], "/1", "is -Infinity, which JSON does not know"],
    [
      "a large whole number",
      { id: 2 ** 53 },
      "/id",
      "is the whole number 9007199254740992, which may be a rounded one: numbers are exact only up to 9007199254740991",
    ],
    ["nothing", undefined, "", "is undefined"],
    ["nothing in a list", [1, undefined], "/1", "is undefined"],
    ["a hole", new Array(2), "/0", "is undefined"],
    ["a function", { a: { b: () => 1 } }, "/a/b", "is a function"],
    ["a bigint", [10n], "/0", "is a bigint"],
    ["a symbol", Symbol("x"), "", "is a symbol"],
    ["a map", { tags: new Map([[1, 2]]) }, "/tags", "is a Map"],
    ["a promise", { id: Promise.resolve(1) }, "/id", "is a Promise"],
    ["bytes", { data: new Uint8Array(2) }, "/data", "is a Uint8Array"],
    ["an error", new Error("x"), "", "is a Error"],
    ["a circle", circle, "/me/again", "refers back to what it stands in"],
    ["a list 101 deep", nested(101), "/0".repeat(100), "is nested more than 100 levels deep"],
    ["a list 100,000 deep", nested(100_000), "/0".repeat(100), "is nested more than 100 levels deep"],
    [
      "a getter that throws",
      {
        get a() {
          throw new Error("boo");
        },
      },
      "",
      "can't be read: boo",
    ],
  ])("%s", (_, value, pointer, what) => {
    const found = storable(value);
    expect(found).toMatchObject({ ok: false, error: { pointer, what } });
    expect(!found.ok && found.error.hint).toMatch(/\.$|\?$/);
  });
});

describe("what it can keep", () => {
  const same = { twice: 1 };
  it.each<[string, unknown, Json]>([
    ["a date", { at: new Date(0) }, { at: "1970-01-01T00:00:00.000Z" }],
    ["a buffer", Buffer.from("a"), { type: "Buffer", data: [97] }],
    ["an object of a class", Object.assign(new (class Thing {})(), { a: 1 }), { a: 1 }],
    ["what has no prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ["members that are undefined", { a: undefined, b: 1 }, { b: 1 }],
    ["one object in two places", [same, same], [{ twice: 1 }, { twice: 1 }]],
    ["a list 100 deep", nested(100), nested(100) as Json],
    ["the largest whole number", -(2 ** 53 - 1), -(2 ** 53 - 1)],
    ["a whole pair", "😀", "😀"],
  ])("%s", (_, value, kept) => {
    expect(storable(value)).toEqual({ ok: true, value: kept });
  });

  it("is what JSON makes of it, unchanged by a way through text, and has a canonical form", () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withNullPrototype: true, withSparseArray: true }), (value) => {
        const found = storable(value);
        if (!found.ok) return;
        expect(JSON.stringify(found.value)).toBe(JSON.stringify(value));
        const canonical = canonicalJson(found.value);
        expect(canonical.isWellFormed()).toBe(true);
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
      }),
    );
  });

  it("is all JSON of whole characters and exact numbers", () => {
    const leaf = fc.oneof(fc.string({ unit: "grapheme" }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie("tree")), fc.dictionary(fc.string(), tie("tree"))),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(storable(value)).toEqual({ ok: true, value });
      }),
    );
  });

  it("is a copy: who gave it may go on with his", () => {
    const given = { list: [1] };
    const kept = storable(given);
    given.list.push(2);
    expect(kept).toEqual({ ok: true, value: { list: [1] } });
  });
});

it("an observation that can't be kept is a failed one", () => {
  expect(storableObservation({ state: "absent" })).toEqual({ state: "absent" });
  expect(storableObservation({ state: "present", facts: { a: 1 } })).toEqual({ state: "present", facts: { a: 1 } });
  expect(storableObservation({ state: "present", facts: { a: Number.NaN } })).toEqual({
    state: "failed",
    error: {
      message: "what it saw can't be kept: facts at /a is NaN, which JSON does not know",
      hint: "Give plain data: texts, numbers, true, false, null, lists and objects.",
    },
  });
  const outputs = [
    { name: "ID", value: 10n as never },
    { name: "LIST", value: [1] },
  ];
  expect(storableObservation({ state: "present", facts: { a: Number.NaN }, outputs })).toMatchObject({
    error: {
      message: "what it saw can't be kept: facts at /a is NaN, which JSON does not know; output ID is a bigint",
    },
  });
  const sound = { state: "present", facts: {}, outputs: outputs.slice(1) } as const;
  expect(storableObservation(sound)).toEqual(sound);
  expect(storableObservation({ state: "present", facts: new Date(0) as never })).toMatchObject({
    error: { message: "what it saw can't be kept: facts is no object" },
  });
});

it("of an outcome only what can't be kept is left out, and all of it is told", () => {
  const given = {
    outputs: [
      { name: "ID", value: "i-1" },
      { name: "SIZE", value: Number.NaN },
      { name: "LIST", value: ["\ud800"], sensitive: true },
    ],
    observed: { n: Number.POSITIVE_INFINITY },
    warnings: ["slow"],
  };
  expect(storableOutcome(given)).toEqual({
    outcome: { outputs: [{ name: "ID", value: "i-1" }], warnings: ["slow"] },
    error: {
      message:
        "it took effect, but what it gave can't be kept: output SIZE is NaN, which JSON does not know; output LIST at /0 holds half of a surrogate pair, which is no character; observed at /n is Infinity, which JSON does not know",
      hint: "Give plain data: texts, numbers, true, false, null, lists and objects.",
    },
  });
});
