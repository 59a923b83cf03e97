import fc from "fast-check";
import { expect, test } from "vitest";

function drawn(): number[] {
  const values: number[] = [];
  fc.assert(
    fc.property(fc.integer(), (value) => {
      values.push(value);
    }),
  );
  return values;
}

test.skipIf(process.env.OPUS_LENGTH === "full")("the same sources draw the same values", () => {
  expect(drawn()).toEqual(drawn());
});
