import canonicalize from "canonicalize";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, sortedJson } from "../../../src/engine/json/canonical-json.ts";
import type { Json } from "../../../src/engine/json/json.ts";

const keys = fc.oneof(
  fc.string(),
  fc.constantFrom("__proto__", "10", "9", "01", "-1", "4294967296", "é", "\u{1F600}", "￿", "toJSON", "\\ud83d"),
);
const values = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.constantFrom("\\ud83d", "\u2028", -0, 1e21, 5e-324),
    fc.array(tie("any")),
    fc.dictionary(keys, tie("any")),
  ) as fc.Arbitrary<Json>,
})).any;

it("is what RFC 8785 says, for any value", () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
  );
});

it("gives the value of the text with sorted keys", () => {
  fc.assert(
    fc.property(values, (given) => {
      const { value, text } = sortedJson(given);
      expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

it("shares what is sorted already", () => {
  const entry = { a: [{ b: 1, c: 2 }], d: "x" };
  const { value } = sortedJson({ z: entry, y: 1 });
  expect((value as { z: unknown }).z).toBe(entry);
  expect(sortedJson(entry).value).toBe(entry);
});

it("makes U+FFFD of half a surrogate pair, in keys too", () => {
  expect(canonicalJson({ "a\ud83d": ["\ude00b"] })).toBe('{"a\ufffd":["\ufffdb"]}');
});

it("leaves out members that are undefined", () => {
  expect(canonicalJson({ b: undefined, a: { c: undefined } })).toBe('{"a":{}}');
});
