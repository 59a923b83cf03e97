import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { isObject, type Json, type JsonObject, pointerPath } from "../../../src/engine/json/json.ts";
import { valueAt, withValueAt } from "../../../src/engine/json/json-diff.ts";
import { type DocumentEdits, editManifest, type ManifestEdit } from "../../../src/manifest/edit/edit-manifest.ts";
import { totalLexemeLimit } from "../../../src/manifest/yaml/parse-yaml.ts";
import { plainPartsLimit, readDocuments } from "../../../src/manifest/yaml/read-documents.ts";

const name = (wanted: string) => (document: Json) =>
  isObject(document) && isObject(document.metadata) && document.metadata.name === wanted;

/** Edits the only document, or the one of this name. */
function edited(text: string, edits: { readonly [pointer: string]: Json }, of?: string) {
  const list = Object.entries(edits).map(([pointer, value]): ManifestEdit => ({ pointer, value }));
  const one: DocumentEdits = { is: of === undefined ? () => true : name(of), edits: list };
  const done = editManifest(Buffer.from(text), [one]);
  return done && { text: Buffer.from(done.bytes).toString("utf8"), refused: done.refused.get(one) ?? [] };
}

function read(text: string): Json[] {
  const values: Json[] = [];
  const budget = { lexemes: totalLexemeLimit, plainParts: plainPartsLimit };
  expect(readDocuments(text, budget, ({ value, isEmpty }) => !isEmpty && values.push(value))).toEqual([]);
  return values;
}

describe("a value in a manifest", () => {
  it.each<[string, string, Json, string]>([
    ["a number", "spec: { ttl: 300 } # five minutes\n", 60, "spec: { ttl: 60 } # five minutes\n"],
    ["a number in a line of its own", "spec:\n  ttl:   300   # s\n", 60, "spec:\n  ttl:   60   # s\n"],
    ["without a final newline", "spec:\n  ttl: 300", 60, "spec:\n  ttl: 60"],
    ["a boolean", "spec:\n  ttl: true\n", false, "spec:\n  ttl: false\n"],
    ["nothing written", "spec:\n  ttl: # none\n", 5, "spec:\n  ttl: 5 # none\n"],
    ["nothing written, at the end", "spec:\n  ttl:", "x", "spec:\n  ttl: x"],
    ["null", "spec:\n  ttl: 3\n", null, "spec:\n  ttl: null\n"],
    ["plain text", "spec:\n  ttl: web one # c\n", "web two", "spec:\n  ttl: web two # c\n"],
    ["plain text that would read as a number", "spec:\n  ttl: abc\n", "3.10", 'spec:\n  ttl: "3.10"\n'],
    ["plain text that would read as a boolean", "spec:\n  ttl: abc\n", "no", 'spec:\n  ttl: "no"\n'],
    ["plain text that would read as a date", "spec:\n  ttl: abc\n", "2026-11-30", 'spec:\n  ttl: "2026-11-30"\n'],
    ["plain text with a colon", "spec:\n  ttl: abc\n", "a: b", 'spec:\n  ttl: "a: b"\n'],
    ["plain text with what would be a comment", "spec:\n  ttl: abc\n", "a #b", 'spec:\n  ttl: "a #b"\n'],
    ["empty text", "spec:\n  ttl: abc\n", "", 'spec:\n  ttl: ""\n'],
    ["an address", "spec:\n  ttl: 10.0.0.1\n", "10.0.0.2", "spec:\n  ttl: 10.0.0.2\n"],
    ["plain text in braces", "spec: {ttl: abc}\n", "a,b", 'spec: {ttl: "a,b"}\n'],
    ["single quotes", "spec:\n  ttl: 'it''s'\n", "it's so", "spec:\n  ttl: 'it''s so'\n"],
    ["single quotes, several lines", "spec:\n  ttl: 'a'\n", "a\nb", 'spec:\n  ttl: "a\\nb"\n'],
    ["double quotes", 'spec:\n  ttl: "a"\n', 'say "b"', 'spec:\n  ttl: "say \\"b\\""\n'],
    ["invisible characters", "spec:\n  ttl: a\n", "a\u200bb", 'spec:\n  ttl: "a\\u200bb"\n'],
    ["text that is a number now", 'spec:\n  ttl: "5"\n', 6, "spec:\n  ttl: 6\n"],
    ["a number that is text now", "spec:\n  ttl: 5\n", "6", 'spec:\n  ttl: "6"\n'],
    ["a block", "spec:\n  ttl: |\n    a\n    b\n  x: 1\n", "a\nc\n", "spec:\n  ttl: |\n    a\n    c\n  x: 1\n"],
    ["a block that ends otherwise", "spec:\n  ttl: |\n    a\n  x: 1\n", "b", "spec:\n  ttl: |-\n    b\n  x: 1\n"],
    [
      "a block that ends with two lines",
      "spec:\n  ttl: |\n    a\n  x: 1\n",
      "b\n\n",
      "spec:\n  ttl: |+\n    b\n\n  x: 1\n",
    ],
    ["a block with a comment", "spec:\n  ttl: | # why\n      a\n", "b\n", "spec:\n  ttl: | # why\n      b\n"],
    ["a block that begins with blanks", "spec:\n  ttl: |\n    a\n", "  b\nc\n", "spec:\n  ttl: |2\n      b\n    c\n"],
    ["a folded block", "spec:\n  ttl: >-\n    a\n    b\n", "a\nb", "spec:\n  ttl: |-\n    a\n    b\n"],
    ["a block that can't hold it", "spec:\n  ttl: |\n    a\n  x: 1\n", "a\u0007", 'spec:\n  ttl: "a\\u0007"\n  x: 1\n'],
    ["plain text that gets lines", "spec:\n  ttl: a\n  x: 1\n", "a\nb\n", "spec:\n  ttl: |\n    a\n    b\n  x: 1\n"],
    [
      "plain text that gets lines, before a comment",
      "spec:\n  ttl: a # c\n",
      "a\nb\n",
      'spec:\n  ttl: "a\\nb\\n" # c\n',
    ],
    ["several lines of plain text", "spec:\n  ttl: a\n    b\n  x: 1\n", "c", "spec:\n  ttl: c\n  x: 1\n"],
    ["CRLF", "spec:\r\n  ttl: |\r\n    a\r\n  x: 1\r\n", "b\nc\n", "spec:\r\n  ttl: |\r\n    b\r\n    c\r\n  x: 1\r\n"],
    ["a mark at the beginning", "\ufeffspec:\n  ttl: 1\n", 2, "\ufeffspec:\n  ttl: 2\n"],
    ["JSON", '{"spec": {"ttl": 1, "x": ["a"]}}', "b", '{"spec": {"ttl": "b", "x": ["a"]}}'],
    ["an anchor that nobody uses", "spec:\n  ttl: &t 300\n", 60, "spec:\n  ttl: &t 60\n"],
    ["an alias", "a: &t 300\nspec:\n  ttl: *t\n", 60, "a: &t 300\nspec:\n  ttl: 60\n"],
    ["a tag", "spec:\n  ttl: !!str 300\n", "60", 'spec:\n  ttl: !!str "60"\n'],
  ])("%s", (_, text, value, expected) => {
    expect(edited(text, { "/spec/ttl": value })).toEqual({ text: expected, refused: [] });
  });

  it.each<[string, string, Json, string]>([
    [
      "gets a member at its end",
      "spec:\n  ttl:\n    - a # first\n    # the second\n    - b\n  x: 1\n",
      ["a", "b", "c"],
      "spec:\n  ttl:\n    - a # first\n    # the second\n    - b\n    - c\n  x: 1\n",
    ],
    [
      "gets a member at its beginning",
      "spec:\n  ttl:\n  - a # first\n  - b\n",
      ["0", "a", "b"],
      'spec:\n  ttl:\n  - "0"\n  - a # first\n  - b\n',
    ],
    [
      "loses a member",
      "spec:\n  ttl:\n  - a # first\n  - b # second\n  - c\n",
      ["a", "c"],
      "spec:\n  ttl:\n  - a # first\n  - c\n",
    ],
    ["loses its last member", "spec:\n  ttl:\n  - a\n  - b", ["a"], "spec:\n  ttl:\n  - a\n"],
    ["gets one where no line ends", "spec:\n  ttl:\n  - a", ["a", "b"], "spec:\n  ttl:\n  - a\n  - b"],
    [
      "of objects changes inside",
      "spec:\n  ttl:\n    - id: 1 # one\n      n: a\n    - id: 2\n      n: b # here\n",
      [
        { id: 1, n: "a" },
        { id: 2, n: "c" },
      ],
      "spec:\n  ttl:\n    - id: 1 # one\n      n: a\n    - id: 2\n      n: c # here\n",
    ],
    [
      "of objects gets one",
      "spec:\n  ttl:\n    - id: 1 # one\n      n: a\n",
      [
        { id: 1, n: "a" },
        { id: 2, n: "x\ny\n", l: [1, { a: true }] },
      ],
      "spec:\n  ttl:\n    - id: 1 # one\n      n: a\n    - id: 2\n      n: |\n        x\n        y\n      l:\n        - 1\n        - a: true\n",
    ],
    [
      "of objects loses a field of one",
      "spec:\n  ttl:\n    - id: 1 # one\n      # that\n      n: a\n      m: b\n",
      [{ id: 1, m: "b" }],
      "spec:\n  ttl:\n    - id: 1 # one\n      # that\n      m: b\n",
    ],
    ["in brackets", "spec:\n  ttl: [ a, 'b',c ] # x\n", ["a", "c", "d"], "spec:\n  ttl: [ a, c, d ] # x\n"],
    ["in brackets gets one", "spec:\n  ttl: [a, 'b']\n", ["a", "b", "c, d"], "spec:\n  ttl: [a, 'b', \"c, d\"]\n"],
    ["becomes empty", "spec:\n  ttl:\n    - a\n    - b\n  x: 1\n", [], "spec:\n  ttl:\n    []\n  x: 1\n"],
    ["was empty", "spec:\n  ttl: []\n", ["a", { b: 1 }], "spec:\n  ttl: [a, { b: 1 }]\n"],
    ["was null", "spec:\n  ttl: null\n", ["a"], "spec:\n  ttl: [a]\n"],
    ["CRLF", "spec:\r\n  ttl:\r\n  - a\r\n", ["a", "b"], "spec:\r\n  ttl:\r\n  - a\r\n  - b\r\n"],
  ])("a list %s", (_, text, value, expected) => {
    expect(edited(text, { "/spec/ttl": value })).toEqual({ text: expected, refused: [] });
  });

  it("is refused where others share it, or a comment would be lost", () => {
    const shared = "a: &t 300\nb: *t\nspec:\n  ttl: &u { x: 1 }\n  more: *u\n";
    expect(edited(shared, { "/a": 60 })).toEqual({ text: shared, refused: ["/a"] });
    expect(edited(shared, { "/spec/more/x": 2 })).toEqual({ text: shared, refused: ["/spec/more/x"] });
    expect(edited(shared, { "/spec/ttl/x": 2 })).toEqual({ text: shared, refused: ["/spec/ttl/x"] });
    const told = "spec:\n  ttl:\n    - a # why\n";
    expect(edited(told, { "/spec/ttl": "b" })).toEqual({ text: told, refused: ["/spec/ttl"] });
  });

  it("is found among several documents, the others stay as they are to the byte", () => {
    const one =
      "# head\n---\nmetadata: {name: a}\nspec: {n: 1}\n---\n# b\nmetadata:\n   name:   'b'\nspec:\n   n: 1 # here\n...\n";
    expect(edited(one, { "/spec/n": 2 }, "b")?.text).toBe(one.replace("n: 1 # here", "n: 2 # here"));
    expect(edited(one, { "/spec/n": 2 }, "c")).toBeUndefined();
    expect(edited(`${one}---\nmetadata: {name: b}\n`, { "/spec/n": 2 }, "b")).toBeUndefined();
  });

  it("is not written into what is no sound manifest", () => {
    expect(edited("spec: {n: 1\n", { "/spec/n": 2 })).toBeUndefined();
    expect(editManifest(Buffer.from([0xff, 0xfe, 0x61, 0]), [])).toBeUndefined();
  });
});

const text = fc
  .oneof(
    fc.string({ maxLength: 12, unit: "grapheme" }),
    fc.constantFrom(
      "no",
      "1e3",
      "0x1F",
      "- a",
      "? b",
      "a: b",
      "# c",
      "x #y",
      "[",
      "*a",
      "&b",
      "!t",
      "%d",
      "@e",
      "`f",
      "''",
      '"',
      "a\nb\n",
      "\n",
      " a",
      "a ",
      "${X}",
      "~",
      "null",
      ".5",
      "12:30",
      "2026-11-30",
      "<<",
      "=",
      "---",
      "...",
      "\t",
      "a\tb",
      "a\r\nb",
      "\u0085",
      "\u2028",
      "|",
      ">",
    ),
  )
  .filter((one) => one.isWellFormed());
const scalar: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : Number(n.toPrecision(6)))),
  fc.boolean(),
  fc.constant(null),
);
const key = fc
  .oneof(fc.constantFrom("a", "b", "c", "true", "1", "a b", "é"), text)
  .filter((one) => one !== "__proto__" && one !== "<<");
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 4 }).map((one) => ({ ...one }) as JsonObject),
  ),
}));

/** All places of a value. */
function places(value: Json, pointer = ""): string[] {
  const below =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([at, member]) =>
          places(member as Json, `${pointer}/${at.replaceAll("~", "~0").replaceAll("/", "~1")}`),
        )
      : [];
  return [pointer, ...below];
}

/** A document in one of many styles, with comments between its lines. */
const written = fc
  .record({
    value: fc.dictionary(fc.constantFrom("a", "b", "c"), tree, { minKeys: 1 }),
    indent: fc.constantFrom(1, 2, 4),
    indentSeq: fc.boolean(),
    flow: fc.integer({ min: 0, max: 9 }),
    quotes: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
    crlf: fc.boolean(),
    final: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ value, indent, indentSeq, flow, quotes, crlf, final, mark }) => {
    const plain = JSON.parse(JSON.stringify(value)) as JsonObject;
    const whole = stringify(plain, {
      indent,
      indentSeq,
      collectionStyle: flow === 0 ? "flow" : "block",
      defaultStringType: quotes as "PLAIN",
      aliasDuplicateObjects: false,
      lineWidth: 0,
    });
    const head = `# first\n${whole}`;
    const ended = final ? head : head.replace(/\n$/, "");
    return { value: plain, text: (mark ? "\ufeff" : "") + (crlf ? ended.replace(/\r?\n/g, "\r\n") : ended) };
  });

/** The value of a text in which the library has written no mistake. */
function soundly(text: string): Json | undefined {
  const values: Json[] = [];
  const budget = { lexemes: totalLexemeLimit, plainParts: plainPartsLimit };
  const problems = readDocuments(text.replace(/^\ufeff/, ""), budget, (one) => {
    values.push(one.problems.length > 0 ? (undefined as never) : one.value);
  });
  return problems.length === 0 && values.length === 1 ? values[0] : undefined;
}

describe("any value in any document", () => {
  it("says what it is to say then, and all else what it said", () => {
    let [changed, refused] = [0, 0];
    fc.assert(
      fc.property(written, tree, fc.nat(), (document, value, seed) => {
        const whole = soundly(document.text);
        fc.pre(whole !== undefined);
        const pointers = places(whole).slice(1);
        const pointer = pointers[seed % pointers.length] as string;
        const done = edited(document.text, { [pointer]: value });
        expect(done).toBeDefined();
        if (!done) return;
        if (done.refused.length > 0) {
          refused++;
          expect(done.text).toBe(document.text);
          return;
        }
        changed++;
        const path = pointerPath(pointer);
        expect(read(done.text.replace(/^\ufeff/, ""))).toEqual([withValueAt(whole, path, value)]);
        expect(valueAt(whole, path)).toBeDefined();
        expect(done.text.startsWith("\ufeff")).toBe(document.text.startsWith("\ufeff"));
        expect(done.text).toContain("# first");
        if (!document.text.includes("\r\n")) expect(done.text).not.toContain("\r");
        else expect(done.text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 120 },
    );
    expect(refused).toBeLessThan(changed / 20);
  });

  it("keeps the comments above the members of a list, and those of members that stay", () => {
    const list = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, list, fc.boolean(), fc.boolean(), (before, after, nested, crlf) => {
        const pad = nested ? "    " : "  ";
        const lines = before.flatMap((member, at) => [`${pad}# above ${at}`, `${pad}- ${member} # of ${member}`]);
        const whole = ["# head", "spec: # s", "  list: # l", ...lines, "  x: 1 # end", ""].join(crlf ? "\r\n" : "\n");
        const done = edited(whole, { "/spec/list": after });
        expect(done?.refused).toEqual([]);
        const found = (done?.text ?? "").split(/\r?\n/);
        expect(found.filter((line) => line.includes("# above"))).toEqual(
          lines.filter((line) => line.includes("above")),
        );
        for (const line of ["# head", "spec: # s", "  list: # l", "  x: 1 # end"]) expect(found).toContain(line);
        // No comment stands at another value than its own, unless that one took its place.
        const kept = found.filter((line) => /- (\d) # of \1$/.test(line)).length;
        const common = before.filter((member) => after.includes(member)).length;
        if (before.length === 1 && common === 1) expect(kept).toBe(1);
        expect(read(done?.text ?? "")).toEqual([{ spec: { list: after, x: 1 } }]);
      }),
    );
  });

  it("is written back to the byte when the first value is", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.constantFrom(" # c", "", "   "), (one, two, tail) => {
        const first = `a: 1\nspec:\n    n:  ${one}${tail}\nb: [x]\n`;
        const there = edited(first, { "/spec/n": two });
        expect(edited(there?.text ?? "", { "/spec/n": one })?.text).toBe(first);
      }),
    );
  });
});
