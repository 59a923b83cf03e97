import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cacheKey,
  cacheKeyPrefix,
  keyMismatch,
  nameInKey,
  parseCacheKey,
} from "../../../../src/state/backends/cache/cache-key.ts";

const prefix = cacheKeyPrefix("storefront", "prod");
const name = fc.oneof(fc.string({ minLength: 1, unit: "grapheme" }), fc.string({ minLength: 100, maxLength: 2_000 }));
const serial = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));

describe("a key of the cache", () => {
  test("says what is in its entry", () => {
    expect(cacheKey(prefix, 1, undefined)).toBe("opus-state-v1/storefront/prod/0000000001/begin");
    expect(cacheKey(prefix, 42, "0d6f9c0e-1f7d-4f05-9d0b-8f3f0f3b9f10")).toBe(
      "opus-state-v1/storefront/prod/0000000042/follows-0d6f9c0e-1f7d-4f05-9d0b-8f3f0f3b9f10",
    );
  });

  test("escapes names, and tells those apart that the service may not", () => {
    expect(cacheKeyPrefix("a,b/c%", "pr-1")).toBe("opus-state-v1/a%2Cb%2Fc%25/pr-1/");
    expect(cacheKeyPrefix("Storefront", "prod")).toBe("opus-state-v1/Storefront~3c8b5475666124cd/prod/");
    expect(cacheKeyPrefix("x".repeat(500), "prod")).toMatch(/^opus-state-v1\/x{100}~[0-9a-f]{16}\/prod\/$/);
  });

  test("is read back as it was made, whatever the names", () => {
    fc.assert(
      fc.property(name, name, serial, fc.option(name, { nil: undefined }), (project, context, number, lineage) => {
        const own = cacheKeyPrefix(project, context);
        const parts = parseCacheKey(own, cacheKey(own, number, lineage));
        expect(parts?.serial).toBe(number);
        expect(parts?.follows === undefined).toBe(lineage === undefined);
        if (parts && lineage !== undefined) expect(keyMismatch(parts, { lineage, serial: number })).toBe(undefined);
      }),
    );
  });

  test("is one that the service takes, whatever the names", () => {
    fc.assert(
      fc.property(name, name, serial, name, (project, context, number, lineage) => {
        const key = cacheKey(cacheKeyPrefix(project, context), number, lineage);
        expect(key.length).toBeLessThanOrEqual(512);
        expect(key).toMatch(/^[A-Za-z0-9._%~/-]+$/);
        expect(key.split("/")).toHaveLength(5);
      }),
    );
  });

  test("is never that of another state, however letters are written", () => {
    const similar = fc.constantFrom("a", "A", "%41", "a/b", "a%2Fb", "A/b", "ä", "Ä", ".", "%2E");
    fc.assert(
      fc.property(similar, similar, similar, similar, (project, context, otherProject, otherContext) => {
        fc.pre(project !== otherProject || context !== otherContext);
        const [left, right] = [cacheKeyPrefix(project, context), cacheKeyPrefix(otherProject, otherContext)];
        expect(left.toLowerCase()).not.toBe(right.toLowerCase());
      }),
    );
  });

  test.each([
    "opus-state-v1/storefront/test/0000000001/begin",
    "opus-state-v1/storefront/prod/0000000001/begin/more",
    "opus-state-v1/storefront/prod/0000000001/beginning",
    "opus-state-v1/storefront/prod/0000000000/begin",
    "opus-state-v1/storefront/prod/1/begin",
    "opus-state-v1/storefront/prod/00000000001/begin",
    "opus-state-v1/storefront/prod/9999999999999999/begin",
    "opus-state-v1/storefront/prod/0000000001/follows-",
    "opus-state-v1/storefront/prod/0000000001/follows-a/b",
    "opus-state-v1/storefront/prod/0000000001/follows-x'; id>pwned; echo '",
    "opus-state-v1/storefront/prod/0000000001/follows-`id`",
    "opus-state-v1/storefront/prod/0000000001/follows-$(id)",
    "opus-state-v1/storefront/prod/0000000001/follows-a\n",
    "opus-state-v1/storefront/prod/0000000001/begin\n",
    "opus-state-v1/storefront/prod/",
  ])("is not made of something else: %s", (key) => {
    expect(parseCacheKey(prefix, key)).toBe(undefined);
  });

  test("names its project and context, as long as it can be one", () => {
    expect(nameInKey("opus-state-v1/store%20front/prod/0000000001/begin")).toEqual({
      project: "store front",
      context: "prod",
    });
    for (const odd of [
      "opus-state-v1/a'b/prod/0000000001/begin",
      "opus-state-v1/a/b/0000000001/`id`",
      "other/a/b/1/begin",
    ])
      expect(nameInKey(odd)).toBe(undefined);
  });

  test("tells another serial and another lineage", () => {
    const parts = { serial: 4, follows: "line-1" };
    expect(keyMismatch(parts, { serial: 3, lineage: "line-1" })).toBe("it has serial 3, and its key says 4");
    expect(keyMismatch(parts, { serial: 4, lineage: "line-2" })).toBe(
      'its lineage is "line-2", and its key says "line-1"',
    );
    expect(keyMismatch({ serial: 4, follows: undefined }, { serial: 4, lineage: "line-2" })).toBe(undefined);
  });
});
