import { expect, test } from "vitest";
import { folderName } from "../../../../src/state/backends/file/state-folder.ts";

test("a name that is too long for a folder is cut, and stays told apart", () => {
  const long = "x".repeat(300);
  expect(folderName(long)).toMatch(/^x{200}~[0-9a-f]{16}$/);
  expect(folderName(`${long}y`)).not.toBe(folderName(long));
  expect(folderName("é".repeat(100)).length).toBeLessThanOrEqual(240);
  expect(folderName("x".repeat(240))).toBe("x".repeat(240));
  expect(folderName("a~b")).toBe("a%7Eb");
});
