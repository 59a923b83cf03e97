import { expect, it } from "vitest";
import { slowestFiles } from "./slowest-files.ts";

it("the slowest files are told with their times, slowest first", () => {
  const files = [
    { file: "a.test.ts", duration: 40 },
    { file: "b.test.ts", duration: 61_234 },
    { file: "c.test.ts", duration: 1_000 },
  ];
  expect(slowestFiles(files, 2)).toEqual([
    "Slowest of 3 files, 62.3 s altogether:",
    "   61.2 s  b.test.ts",
    "    1.0 s  c.test.ts",
  ]);
});
