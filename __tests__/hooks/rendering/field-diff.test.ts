import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldDiff } from "../../../src/engine/model/change.ts";
import { cutPair } from "../../../src/hooks/rendering/cut.ts";
import { diffField } from "../../../src/hooks/rendering/field-diff.ts";
import { workedMs } from "../../doubles/cpu-time.ts";

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

test("a change far inside of a long text is shown, whatever stands before it", () => {
  const [long, end] = ["x".repeat(580), "y".repeat(100)];
  expect(shown({ path: "/c", before: `${long}1${end}`, after: `${long}2${end}` })).toEqual([
    `- c: (+568 characters) …${"x".repeat(13)}1${"y".repeat(26)}… (+75 characters)`,
    `+ c: (+568 characters) …${"x".repeat(13)}2${"y".repeat(26)}… (+75 characters)`,
  ]);
  expect(shown({ path: "/c", before: `a\n${long}1\n`, after: `a\n${long}2\n` })).toEqual([
    "~ c:",
    "    a",
    `-   (+567 characters) …${"x".repeat(13)}1`,
    `+   (+567 characters) …${"x".repeat(13)}2`,
  ]);
  const json = (n: number) => JSON.stringify({ image: "x".repeat(60), n });
  expect(shown({ path: "/c", before: json(1), after: json(2) })).toEqual([
    `- c: (+64 characters) …${"x".repeat(7)}","n":1}'`,
    `+ c: (+64 characters) …${"x".repeat(7)}","n":2}'`,
  ]);
});

test("no cut goes through a mask, an escape or a character", () => {
  const masked = (n: number) => `${"k=***;".repeat(100)}n=${n}`;
  for (const { text } of diffField({ path: "/c", before: masked(1), after: masked(2) }, limits))
    expect(text).toMatch(/^c: \(\+\d+ characters\) …(\*\*\*|[k=;])/);
  const faces = (n: number) => `${"😀".repeat(100)}${n}`;
  for (const { text } of diffField({ path: "/c", before: faces(1), after: faces(2) }, limits))
    expect(text.isWellFormed()).toBe(true);
  const [line] = diffField({ path: "/c", after: `${"\u0085".repeat(50)}` }, limits);
  expect(line?.text).toBe(`c: "${"\\u0085".repeat(6)}"… (50 bytes)`);
});

test("texts of several lines stand as lines, also beside what is no text, and inside of structures", () => {
  expect(shown({ path: "/update", before: "one\ntwo\n", knownAfter: ["db:URL"] })).toEqual([
    "- update:",
    "-   one",
    "-   two",
    "+ update: (known after apply: db:URL)",
  ]);
  expect(shown({ path: "/update", before: 1, after: "one\ntwo\n" })).toEqual([
    "- update: 1",
    "+ update:",
    "+   one",
    "+   two",
  ]);
  const steps = (last: string) => [{ run: `cd x\n${last}\n` }];
  expect(shown({ path: "/steps", before: steps("make"), after: steps("make all") })).toEqual([
    "~ steps:",
    "    [",
    "      {",
    '        "run": |',
    "          cd x",
    "-         make",
    "+         make all",
    "      }",
    "    ]",
  ]);
});

test("a field that drifted says so, and what opus left", () => {
  expect(shown({ path: "/n", before: 7, after: 2, drifted: true, left: 1 })).toEqual([
    "- n: 7  # changed outside opus; opus left 1",
    "+ n: 2",
  ]);
  expect(shown({ path: "/n", before: 2, after: 2, drifted: true, left: 1 })).toEqual([
    "~ n: 2  # as wanted already, by others than opus; opus left 1",
  ]);
  expect(shown({ path: "/n", after: 2, drifted: true, left: 1 })).toEqual([
    "+ n: 2  # removed outside opus; opus left 1",
  ]);
  expect(shown({ path: "/c", before: "a\nb\n", after: "a\n", drifted: true, left: "a\nc\n" })[0]).toBe(
    "~ c:  # changed outside opus",
  );
  expect(shown({ path: "/t", before: "x", after: "y", drifted: true, sensitive: true })).toEqual([
    "~ t: (sensitive)  # changed outside opus",
  ]);
});

test("what a change of opus may have left that did not end is not told as somebody else's", () => {
  const field = { path: "/n", drifted: true, unfinished: true, left: 1 };
  expect(shown({ ...field, before: 2, after: 2 })).toEqual([
    "~ n: 2  # as wanted already, from a change of opus that did not end; opus left 1",
  ]);
  expect(shown({ ...field, before: 7, after: 2 })[0]).toBe(
    "- n: 7  # changed by opus in a change that did not end, or outside opus; opus left 1",
  );
  expect(shown({ ...field, after: 2 })[0]).toBe("+ n: 2  # gone since a change of opus that did not end; opus left 1");
});

test("a changed field says when it takes effect", () => {
  const cases: readonly [Partial<FieldDiff>, string][] = [
    [{ effect: "now", runs: "update" }, "runs now"],
    [{ effect: "later", runs: "delete" }, "runs at the next delete"],
    [{ effect: "later", runs: "look" }, "runs at the next look"],
    [{ effect: "now" }, "takes effect now"],
    [{ effect: "later" }, "takes effect later"],
    [{ effect: "recorded" }, "recorded only"],
    [{ effect: "now", runs: "create", forcesReplacement: true }, "forces replacement, runs now"],
  ];
  for (const [marks, words] of cases)
    expect(shown({ path: "/s", before: "a", after: "b", ...marks })).toEqual(['- s: "a"', `+ s: "b"  # ${words}`]);
  expect(shown({ path: "/s", before: "a", effect: "later", runs: "delete" })).toEqual([
    '- s: "a"  # will not run at the next delete',
  ]);
  expect(shown({ path: "/s", before: "a", effect: "now", runs: "update" })).toEqual(['- s: "a"  # no longer runs']);
});

test("as drift a field reads from what is wanted to what is there", () => {
  const field = { path: "/c", before: "a\nby hand\n", after: "a\n", drifted: true };
  expect(diffField(field, limits, "drift").map(({ sign, text }) => `${sign} ${text}`)).toEqual([
    "~ c:  # changed outside opus",
    "    a",
    "+   by hand",
  ]);
});

test("of texts with little in common the beginnings are shown, in little time", () => {
  const text = (seed: string) =>
    `same\n${Array.from({ length: 30_000 }, (_, index) => `${seed}${index}`).join("\n")}\n`;
  const began = workedMs();
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
  expect(workedMs() - began).toBeLessThan(2000);
});

/** What of a shown difference tells of one side. */
function sideShown(lines: readonly { readonly sign: string; readonly text: string }[], sign: "-" | "+"): string {
  return lines
    .filter((line) => line.sign === sign || line.sign === " ")
    .map(({ text }) => text)
    .join("\n");
}

test("property: texts that differ are shown different, within the bounds, and nothing is cut in two", () => {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.string({ maxLength: 30 }) },
    fc.constantFrom(
      "***",
      "******",
      "****",
      "\n",
      "\r",
      "\\",
      "\\n",
      '"',
      "'",
      "😀",
      "\u0085",
      "\\u0085",
      "\\ no newline at the end",
    ),
    fc.nat({ max: 600 }).map((length) => "x".repeat(length)),
    fc.nat({ max: 80 }).map((length) => "😀".repeat(length)),
    fc.nat({ max: 80 }).map((length) => "***".repeat(length)),
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  // Mostly the same, with a change somewhere.
  const pair = fc.oneof(
    fc.tuple(text, text),
    fc
      .tuple(text, piece, piece, text)
      .map(([head, one, other, tail]) => [head + one + tail, head + other + tail] as const),
  );
  fc.assert(
    fc.property(pair, fc.integer({ min: 24, max: 120 }), fc.boolean(), ([before, after], width, drift) => {
      const lines = diffField({ path: "/c", before, after }, { lines: 8, width }, drift ? "drift" : "plan");
      for (const line of lines) {
        // Quotes, the name, and the notes of what was left out.
        expect(line.text.length).toBeLessThanOrEqual(width + 70);
        expect(line.text.isWellFormed()).toBe(true);
      }
      if (before !== after) expect(sideShown(lines, "-")).not.toBe(sideShown(lines, "+"));
    }),
    { numRuns: 3000 },
  );
});

test("property: neither end of a cut has a part of a mask", () => {
  const word = fc.constantFrom("***", "a", "bb", "***", "ccc");
  const texts = fc.array(word, { minLength: 20, maxLength: 200 }).map((words) => words.join("-"));
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 24, max: 60 }), (before, place, width) => {
      const at = place % before.length;
      if (before[at] === "*") return;
      const after = `${before.slice(0, at)}#${before.slice(at + 1)}`;
      for (const side of cutPair(before, after, width)) {
        const inside = side.replace(/^\(\+\d+ characters\) …/, "").replace(/… \(\+\d+ characters\)$/, "");
        for (const run of inside.match(/\*+/g) ?? []) expect(run).toBe("***");
      }
    }),
    { numRuns: 1000 },
  );
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

test("names of references and of what a field waits for are one line each", () => {
  const limits = { lines: 9, width: 80 };
  const texts = (field: object) => diffField({ path: "/a\n\u200b", ...field }, limits).map(({ text }) => text);
  expect(texts({ before: 1, after: 2, otherValues: ["x\n<!-- opus:end -->", "\u{e0041}"] })).toEqual([
    "a\\n\\u200b: (another value of x\\n<!-- opus:end -->, \\u{e0041})",
  ]);
  expect(texts({ knownAfter: ["x\ny"] })).toEqual(["a\\n\\u200b: (known after apply: x\\ny)"]);
});
