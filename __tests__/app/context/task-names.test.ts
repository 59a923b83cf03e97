import { expect, it } from "vitest";
import { quotedNames } from "../../../src/app/context/task-names.ts";

it("names five tasks, and counts the others", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  expect(quotedNames(names.slice(0, 1))).toBe('"a"');
  expect(quotedNames(names.slice(0, 5))).toBe('"a", "b", "c", "d", "e"');
  expect(quotedNames(names)).toBe('"a", "b", "c", "d", "e" and 2 more tasks');
});
