import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { format } from "../../../src/app/tools/fmt.ts";

/** One piece of a manifest: its lines, with how deep each is. Texts over several lines take no comments inside. */
type Piece = readonly (readonly [depth: number, line: string])[];

const blank = fc.constantFrom("", "", "", "\n", "\n\n", "\n   \n");
const gap = fc.constantFrom(" ", "  ", "    ");

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 2, nil: undefined });

const scalar = fc.constantFrom("a", "7", "007", '"b: c"', "'d # e'", "", "~", "http://f:80/#g", "!!str 1", "&y h");
const flow = fc
  .tuple(gap, fc.constantFrom("[]", "{}", "[ a,b ]", "{a: 1,b:   2}", "[ [a],{b: c} , ]", '{"a":1}'))
  .map(([, text]) => text);
const longText = fc.constantFrom(
  ["|", "one", "  two # no comment", "", "three"],
  [">-", "one", "two"],
  ["|2-", "one", " two"],
  ['"one', "two", 'three"'],
  ["one", "two"],
);

/** A value, below a key or behind a dash. */
interface Value {
  readonly inline: string;
  /** Below it. */
  readonly below: Piece;
  /** Lines that go with the first one, and take no comment between. */
  readonly text: readonly string[];
}

const plainValue: fc.Arbitrary<Value> = fc.oneof(scalar, flow).map((inline) => ({ inline, below: [], text: [] }));
const textValue: fc.Arbitrary<Value> = longText.map(([inline = "", ...text]) => ({ inline, below: [], text }));
const flowLines: fc.Arbitrary<Value> = fc
  .constantFrom<Piece>(
    [
      [1, "a,"],
      [1, "b ]"],
    ],
    [
      [1, "{ c: d,"],
      [1, "e:  f } ]"],
    ],
    [
      [1, "g"],
      [0, "  ]"],
    ],
  )
  .map((below) => ({ inline: "[", below, text: [] }));

const { value } = fc.letrec<{ value: Value; map: Piece; list: Piece }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    plainValue,
    textValue,
    flowLines,
    fc.oneof(tie("map"), tie("list")).map((below) => ({ inline: "", below, text: [] })),
  ),
  map: fc
    .array(fc.tuple(tie("value"), gap), { minLength: 1, maxLength: 3 })
    .map((entries) =>
      entries.flatMap(
        ([{ inline, below, text }, space], index): Piece => [
          [0, [`k${index}:${inline === "" ? "" : space + inline}`, ...text].join("\0")],
          ...below.map(([depth, line]) => [depth + 1, line] as const),
        ],
      ),
    ),
  list: fc
    .array(fc.tuple(tie("value"), gap), { minLength: 1, maxLength: 3 })
    .map((entries) =>
      entries.flatMap(
        ([{ inline, below, text }, space]): Piece => [
          [0, [`-${inline === "" ? "" : space + inline}`, ...text].join("\0")],
          ...below.map(([depth, line]) => [depth + 1, line] as const),
        ],
      ),
    ),
}));

/** Manifests with comments wherever one may stand, as deep as anybody might have put them. */
const manifest = fc
  .tuple(
    fc.array(
      value.filter(({ below }) => below.length > 0),
      { minLength: 1, maxLength: 2 },
    ),
    fc.integer({ min: 1, max: 4 }),
    fc.infiniteStream(fc.record({ own: maybe(fc.nat(9)), behind: maybe(gap), blank })),
  )
  .map(([documents, step, notes]) => {
    const note = () => notes.next().value;
    let count = 0;
    // There is only one with these words.
    const comment = () => `# words ${++count}: "like [these], {and}" - these`;
    const lines = documents.flatMap(({ below }, index) => [
      ...(index === 0 ? [] : ["---"]),
      ...below.flatMap(([depth, line]) => {
        const { own, behind, blank } = note();
        const [first = "", ...text] = line.split("\0");
        const trailing = behind && (text.length === 0 || /[|>]\S*$/.test(first)) ? behind + comment() : "";
        const indent = " ".repeat(depth * step);
        return [
          ...(own !== undefined ? [`${blank}${" ".repeat(own)}${comment()}`] : []),
          indent + first + trailing,
          ...text.map((one) => (one === "" ? "" : `${" ".repeat((depth + 1) * step)}${one}`)),
        ];
      }),
    ]);
    return `${lines.join("\n")}\n`;
  })
  .filter((text) => isSound(text));

function isSound(text: string): boolean {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: "silent" });
  return Array.isArray(documents) && documents.every(({ errors }) => errors.length === 0);
}

/** What stands on each line, without how it is spaced. */
function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replaceAll(/\s/g, ""))
    .filter((line) => line !== "");
}

function values(text: string): string {
  return parseAllDocuments(text, { uniqueKeys: false, logLevel: "silent", stringKeys: true })
    .map((document) => JSON.stringify(document.toJS({ maxAliasCount: -1 })))
    .join("\n");
}

/** Each comment that stands as deep as the line below it, by what stands there. */
function neighbours(text: string): readonly string[] {
  const all = text.split("\n").filter((line) => line.trim() !== "");
  const depth = (line: string): number => line.length - line.trimStart().length;
  return all.flatMap((line, at) => {
    const below = all.slice(at + 1).find((one) => !one.trimStart().startsWith("#"));
    const isOwn = line.trimStart().startsWith("#") && below !== undefined;
    return isOwn && depth(line) === depth(below) ? [`${line.trim()} > ${below.trim().replaceAll(/\s/g, "")}`] : [];
  });
}

describe("formatting", () => {
  it("leaves everything on its line and each comment beside what it stood beside, whatever the text", () => {
    fc.assert(
      fc.property(manifest, (text) => {
        const formatted = format(text);
        if (formatted.state === "left") throw new Error(formatted.why);
        expect(lines(formatted.text)).toEqual(lines(text));
        expect(values(formatted.text)).toBe(values(text));
        expect(neighbours(formatted.text)).toEqual(expect.arrayContaining([...neighbours(text)]));
        expect(format(formatted.text)).toEqual({ state: "same", text: formatted.text });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a:   # why\n    b: 1\n", "a: # why\n  b: 1\n"],
    ["a: &x # why\n    b: 1\nc:  *x # the same\n", "a: &x # why\n  b: 1\nc: *x # the same\n"],
    ["a:\n   b: 1\n# the end\n", "a:\n  b: 1\n# the end\n"],
    ["a:\n   b: 1\n   # b, again\nc:  1\n", "a:\n  b: 1\n  # b, again\nc: 1\n"],
    ["a:\n   b: 1\n   # b, again\n# of c\nc:  1\n", "a:\n  b: 1\n  # b, again\n# of c\nc: 1\n"],
    ["a:\n# nothing\nb:   1\n", "a:\n# nothing\nb: 1\n"],
    ["a:\n-  # empty\n   b: 1\n- c: 1\n  # of the list\n", "a:\n  - # empty\n    b: 1\n  - c: 1\n    # of the list\n"],
    ["a: [1, # one\n    2,\n    # three\n    3 ]\n", "a: [1, # one\n  2,\n  # three\n  3]\n"],
    ["a:\n    [\n      1, # one\n    ]\n", "a:\n  [\n    1, # one\n  ]\n"],
    ["---   # one\na:  1\n...  # end\n# between\n---\nb: 1\n", "--- # one\na: 1\n... # end\n# between\n---\nb: 1\n"],
    ["? a   # key\n:   b   # value\n", "? a # key\n: b # value\n"],
    ["#one\n\n\n\n  #two\n\n", "#one\n\n#two\n"],
    ["a:  |   # head\n     one\n\n       two\n# after\n", "a: | # head\n  one\n\n    two\n# after\n"],
    ["a:   | # like |2\n     one\n", "a: | # like |2\n  one\n"],
    ["a:\n    - |2\n       one\n    -   >+\n\n        two\n\n", "a:\n  - |2\n     one\n  - >+\n\n    two\n\n"],
  ])("of %j comes to %j", (text, formatted) => {
    expect(format(text)).toEqual({ state: "changed", text: formatted });
    expect(format(formatted)).toEqual({ state: "same", text: formatted });
  });

  it("leaves what is no YAML", () => {
    expect(format("a: [\n")).toEqual({ state: "left", why: "it is no sound YAML" });
  });
});
