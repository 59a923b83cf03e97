import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { commandLine, shellWord } from "../../../src/engine/text/command-line.ts";

test.each([
  ["prod", "prod"],
  ["web-1.eu_2", "web-1.eu_2"],
  ["a/b.yaml", "a/b.yaml"],
  ["refs:heads@x%20+y=z,", "refs:heads@x%20+y=z,"],
  ["web-*", "'web-*'"],
  ["a b", "'a b'"],
  ["", "''"],
  ["~", "'~'"],
  ["$HOME", "'$HOME'"],
  ["it's", "'it'\\''s'"],
  ["`id`", "'`id`'"],
  ["a\nb", "'a\nb'"],
  ["é", "'é'"],
])("%j as a word of a shell: %s", (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test("a shell takes any words as they are", () => {
  const text = fc.string({ unit: "binary" }).filter((one) => !one.includes("\0") && one.isWellFormed());
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (words) => {
      const printed = execFileSync("sh", ["-c", `printf '%s\\0' ${commandLine([...words, "end"])}`]);
      expect(printed.toString("utf8").split("\0").slice(0, -1)).toEqual([...words, "end"]);
    }),
    { numRuns: 50 },
  );
});
