import fc from "fast-check";
import { expect, test } from "vitest";
import { keepableOutcome } from "../../../src/engine/recorded/resource.ts";

/** Any units of UTF-16, so that half of a surrogate pair is often among them. */
const text = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0xd83d, 0xde00, 0)), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units));

test("a resource is kept as it is, or refused: never as another text", () => {
  fc.assert(
    fc.property(text, fc.boolean(), (resource, sealed) => {
      const { outcome, error } = keepableOutcome({ outputs: [], resource }, sealed);
      const isKept = sealed && resource.isWellFormed();
      expect(outcome).toEqual(isKept ? { outputs: [], resource } : { outputs: [] });
      expect(error === undefined).toBe(isKept);
      // To a file and back.
      if (isKept) expect(Buffer.from(Buffer.from(resource, "utf8")).toString("utf8")).toBe(resource);
      if (error && resource.length > 2) expect(JSON.stringify(error)).not.toContain(JSON.stringify(resource));
    }),
  );
});
