import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { longest } from "./longest-first.ts";

test("the longest files are there, each once", () => {
  expect(longest.filter((path) => !existsSync(join(import.meta.dirname, "../..", path)))).toEqual([]);
  expect(new Set(longest).size).toBe(longest.length);
});
