import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject, type Json, pointerPath, pointerSegment, pointerWithin } from "../../../src/engine/json/json.ts";
import {
  declaredDifferences,
  diffJson,
  equalJson,
  memberByMember,
  valueAt,
  withoutPointers,
  withValueAt,
} from "../../../src/engine/json/json-diff.ts";

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

/** Built from scratch, with its keys the other way round. */
function copied(value: Json): Json {
  if (Array.isArray(value)) return value.map(copied);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, copied(member)]),
  );
}

describe("equalJson", () => {
  it("holds for copies with another order of keys, and for nothing else", () => {
    fc.assert(fc.property(json, (value) => equalJson(value, copied(value))));
    fc.assert(
      fc.property(json, json, (left, right) => equalJson(left, right) === (diffJson(left, right).length === 0)),
    );
  });

  it.each([
    [null, {}],
    [[], {}],
    [{ a: 1 }, { a: 1, b: null }],
    [
      { a: 1, b: 2 },
      { a: 1, c: 2 },
    ],
    [
      [1, 2],
      [2, 1],
    ],
    [0, false],
    ["1", 1],
    [undefined, null],
    [{ constructor: 1 }, { a: 1 }],
  ])("%j is not %j", (left, right) => {
    expect(equalJson(left as Json, right as Json)).toBe(false);
    expect(equalJson(right as Json, left as Json)).toBe(false);
  });
});

describe("diffJson", () => {
  it("names each field with both sides, as deep as both go", () => {
    expect(
      diffJson(
        { a: 1, "b/c": { d: [1, 2], gone: true }, same: [1] },
        { "b/c": { d: [1, 3] }, a: 1, same: [1], new: null },
      ),
    ).toEqual([
      { path: "/b~1c/d/1", before: 2, after: 3 },
      { path: "/b~1c/gone", before: true },
      { path: "/new", after: null },
    ]);
    expect(diffJson({ list: [1, 2] }, { list: [1] })).toEqual([{ path: "/list", before: [1, 2], after: [1] }]);
    expect(diffJson({ a: { b: 1 } }, { a: 1 })).toEqual([{ path: "/a", before: { b: 1 }, after: 1 }]);
    expect(diffJson(1, 2)).toEqual([{ path: "", before: 1, after: 2 }]);
  });

  it("tells what appears or goes field by field", () => {
    expect(memberByMember(diffJson({ gone: { a: 1, b: {} } }, { env: { A: "1", B: { C: [] } } }))).toEqual([
      { path: "/env/A", after: "1" },
      { path: "/env/B/C", after: [] },
      { path: "/gone/a", before: 1 },
      { path: "/gone/b", before: {} },
    ]);
  });

  it("gives both sides as they stand there, each place once", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const found = diffJson(before, after);
        for (const { path, before: left, after: right } of found) {
          expect(valueAt(before, pointerPath(path))).toEqual(left);
          expect(valueAt(after, pointerPath(path))).toEqual(right);
        }
        const paths = found.map(({ path }) => path);
        expect(paths.filter((path) => paths.some((other) => other !== path && pointerWithin(path, other)))).toEqual([]);
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
  });
});

describe("declaredDifferences", () => {
  it("looks only at what the spec declares, at any depth of objects", () => {
    expect(
      declaredDifferences({ a: { b: 1, extra: 1 }, extra: 1, list: [1, 2] }, { a: { b: 2, c: 3 }, list: [1] }),
    ).toEqual([
      { path: "/a/b", before: 1, after: 2 },
      { path: "/a/c", after: 3 },
      { path: "/list", before: [1, 2], after: [1] },
    ]);
    expect(declaredDifferences({}, {})).toEqual([]);
    expect(declaredDifferences({ a: 1 }, { constructor: "x" })).toEqual([{ path: "/constructor", after: "x" }]);
  });
});

describe("pointers", () => {
  it("are escaped and read back", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (path) => {
        expect(pointerPath(path.map((key) => `/${pointerSegment(key)}`).join(""))).toEqual(path);
      }),
    );
  });

  it.each([
    ["/a/b", "/a", true],
    ["/a", "/a", true],
    ["/ab", "/a", false],
    ["/a", "/a/b", false],
    ["/a", "", true],
  ])("%s within %s: %s", (pointer, ancestor, expected) => {
    expect(pointerWithin(pointer, ancestor)).toBe(expected);
  });

  it("that are ignored hide fields at them and below", () => {
    const fields = [{ path: "/a" }, { path: "/a/b" }, { path: "/ab" }];
    expect(withoutPointers(fields, ["/a/b"]).map(({ path }) => path)).toEqual(["/a", "/ab"]);
    expect(withoutPointers(fields, ["/a"]).map(({ path }) => path)).toEqual(["/ab"]);
    expect(withoutPointers(fields, undefined)).toEqual(fields);
  });
});

describe("withValueAt", () => {
  it("sets, adds and removes, shares the rest, and changes nothing on a way that is not there", () => {
    const value = { a: { b: [1, { c: 2 }] }, other: {} };
    expect(withValueAt(value, ["a", "b", "1", "c"], 3)).toEqual({ a: { b: [1, { c: 3 }] }, other: {} });
    expect((withValueAt(value, ["a", "x"], 1) as typeof value).other).toBe(value.other);
    expect(withValueAt(value, ["a", "b"], undefined)).toEqual({ a: {}, other: {} });
    expect(withValueAt(value, ["nowhere", "x"], 1)).toEqual(value);
    expect(withValueAt(value, ["a", "b", "7"], 1)).toEqual(value);
    expect(valueAt(value, ["a", "b", "1", "c"])).toBe(2);
    expect(valueAt(value, ["a", "constructor"])).toBeUndefined();
  });
});
