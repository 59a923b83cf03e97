import { expect, test } from "vitest";
import { filePatch } from "../../../src/hooks/rendering/file-patch.ts";

test("a difference is shown with the lines around it, and its places", () => {
  const lines = Array.from({ length: 12 }, (_, at) => `line ${at + 1}`);
  const before = `${lines.join("\r\n")}\r\n`;
  const after = before.replace("line 6", "other 6");
  expect(filePatch(before, after).split("\n")).toEqual([
    "@@ -3,7 +3,7 @@",
    " line 3",
    " line 4",
    " line 5",
    "-line 6",
    "+other 6",
    " line 7",
    " line 8",
    " line 9",
  ]);
  expect(filePatch(before, before)).toBe("");
});

test("a difference that takes long to find is not shown", () => {
  const text = (of: string) => Array.from({ length: 2000 }, (_, at) => `${of} ${at}\n`).join("");
  expect(filePatch(text("a"), text("b"))).toBe("@@ more lines differ than can be shown here: `git diff` has them @@");
});
