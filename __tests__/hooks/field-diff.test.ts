import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldDiff } from "../../src/engine/model.ts";
import { diffField } from "../../src/hooks/field-diff.ts";

const limits = { lines: 6, width: 40 };

function shown(field: FieldDiff): string[] {
  return diffField(field, limits).map(({ sign, text }) => `${sign} ${text}`);
}

test("short values stand on one line, with their type", () => {
  expect(shown({ path: "/env/A~1B", before: "1", after: 1 })).toEqual(['- env.A/B: "1"', "+ env.A/B: 1"]);
  expect(shown({ path: "", after: { a: 1 } })).toEqual(['+ (everything): {"a":1}']);
});

test("what may not be shown is not shown", () => {
  expect(shown({ path: "/t", before: "secret-a", after: "secret-b", sensitive: true })).toEqual(["~ t: (sensitive)"]);
  expect(shown({ path: "/t", after: "secret-b", sensitive: true })).toEqual(["+ t: (sensitive)"]);
  expect(shown({ path: "/t", before: 1, knownAfter: ["a:ID", "b:URL"] })).toEqual([
    "- t: 1",
    "+ t: (known after apply: a:ID, b:URL)",
  ]);
});

test("a field with another value of a secret says which one", () => {
  const template = "Bearer ${SECRET:token}";
  const field = { path: "/env/AUTH", before: template, after: template, sensitive: true };
  expect(diffField({ ...field, otherValues: ["${SECRET:token}"] }, limits)).toEqual([
    { sign: "~", text: "env.AUTH: (another value of ${SECRET:token})" },
  ]);
  expect(
    diffField({ ...field, otherValues: ["${SECRET:token}", "${VAR:db:URL}"], forcesReplacement: true }, limits),
  ).toEqual([{ sign: "~", text: "env.AUTH: (another value of ${SECRET:token}, ${VAR:db:URL})  # forces replacement" }]);
});

test("a change that forces a replacement says so once", () => {
  expect(shown({ path: "/n", before: 1, after: 2, forcesReplacement: true })).toEqual([
    "- n: 1",
    "+ n: 2  # forces replacement",
  ]);
});

test("a missing newline at the end is a difference that can be seen", () => {
  expect(shown({ path: "/c", before: "a\nb\n", after: "a\nb" })).toEqual([
    "~ c:",
    "    a",
    "    b",
    "+   \\ no newline at the end",
  ]);
  expect(shown({ path: "/c", before: "a", after: "a\n" })).toEqual(['- c: "a"', '+ c: "a\\n"']);
});

test("long texts and long lines are cut, and say by how much", () => {
  const after = Array.from({ length: 10 }, (_, index) => `line ${index}`).join("\n");
  expect(shown({ path: "/c", after: `${after}\n` }).slice(-2)).toEqual(["+   line 5", "    … 4 more added lines"]);
  expect(shown({ path: "/c", after: `${"x".repeat(50)}\ny\n` })[1]).toBe(`+   ${"x".repeat(40)}… (+10 characters)`);
  expect(shown({ path: "/c", after: "z".repeat(5000) })).toEqual([`+ c: "${"z".repeat(40)}"… (5.0 KB)`]);
});

test("of texts with little in common the beginnings are shown, in little time", () => {
  const text = (seed: string) =>
    `same\n${Array.from({ length: 30_000 }, (_, index) => `${seed}${index}`).join("\n")}\n`;
  const began = performance.now();
  expect(shown({ path: "/c", before: text("a"), after: text("b") })).toEqual([
    "~ c:",
    "    same",
    "-   a0",
    "-   a1",
    "-   a2",
    "    … 29997 more removed lines",
    "+   b0",
    "+   b1",
    "+   b2",
    "    … 29997 more added lines",
  ]);
  expect(performance.now() - began).toBeLessThan(2000);
});

test("property: values that differ never look the same, and no line holds a control character", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc
      .array(fc.constantFrom("a", "b", "", "\r", "\u0085", "\u202e"), { maxLength: 8 })
      .map((lines) => lines.join("\n")),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(value, value, (before, after) => {
      const lines = diffField({ path: "/c", before, after }, { lines: 1000, width: 1000 });
      for (const { text } of lines) expect(text).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202e\u2028]/);
      if (before !== after) expect(lines.some(({ sign }) => sign !== " " && sign !== "~")).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
