import fc from "fast-check";
import { expect, test } from "vitest";
import { grouped } from "../../../src/engine/text/grouped.ts";

test("a number is written as in English", () => {
  const whole = fc.nat(Number.MAX_SAFE_INTEGER);
  const tenths = fc.nat(1e9).map((number) => number / 10);
  fc.assert(
    fc.property(fc.oneof(whole, tenths), (number) => {
      expect(grouped(number)).toBe(number.toLocaleString("en-US"));
    }),
  );
  expect([0, 999, 1_000, 1_024.5, 10_000_000].map(grouped)).toEqual(["0", "999", "1,000", "1,024.5", "10,000,000"]);
});
