// What is read the quick way is what the library reads: values, places, and never anything that it refuses.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/engine/json/json.ts";
import { childPointer } from "../../src/manifest/yaml/convert.ts";
import { ManifestDocument } from "../../src/manifest/yaml/document.ts";
import { type ReadDocument, readDocuments, readFully, readQuickly } from "../../src/manifest/yaml/read-documents.ts";
import { Source } from "../../src/manifest/yaml/source.ts";
import { full, times } from "../faults/scale.ts";
import { damaged, oddLines, writtenValues } from "./yaml-texts.ts";

const root = join(import.meta.dirname, "../..");
const budget = () => ({ lexemes: 1_000_000, plainParts: 1_000_000 });

/** Everything that the rest of opus sees of a document. */
function seen(source: Source, read: ReadDocument, withPlaces: boolean): unknown {
  const document = new ManifestDocument(source, read);
  const pointers = pointersOf(document.value);
  return {
    value: document.value,
    // What `toEqual` does not tell apart: the order of keys, and zeros.
    text: JSON.stringify(document.value),
    location: document.location,
    sound: document.isSound,
    zeroed: document.zeroed,
    spellings: pointers.map((pointer) => document.spelling(pointer)),
    ...(withPlaces && {
      places: pointers.map((pointer) => [
        document.locate(pointer),
        document.locate(pointer, { key: true }),
        document.locate(pointer, { offset: 2 }),
      ]),
    }),
  };
}

function pointersOf(value: Json, pointer = ""): string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  return [
    pointer,
    ...Object.entries(value).flatMap(([key, inner]) => pointersOf(inner, childPointer(pointer, key))),
    childPointer(pointer, "missing"),
  ];
}

/** @returns whether the text was read the quick way */
function compare(text: string, withPlaces = true): boolean {
  const quick = readQuickly(text, budget());
  if (quick === undefined) return false;
  const fully: ReadDocument[] = [];
  const problems = readFully(text, budget(), (document) => fully.push(document));
  const source = new Source("opus.yaml", text);
  const all = (documents: readonly ReadDocument[]) =>
    documents.filter(({ isEmpty }) => !isEmpty).map((document) => seen(source, document, withPlaces));
  expect({ problems: [], documents: all(quick) }).toEqual({ problems, documents: all(fully) });
  return true;
}

function fuzz(text: fc.Arbitrary<string>, runs: number): number {
  let quick = 0;
  fc.assert(
    fc.property(text, (one) => {
      if (compare(one, quick % 10 === 0)) quick++;
    }),
    { numRuns: runs },
  );
  return quick / runs;
}

const manifests = [
  ...globSync("examples/**/*.yaml", { cwd: root }),
  ...globSync("__tests__/manifest/broken/*/*.{yaml,yml,json}", { cwd: root }),
].map((path) => readFileSync(join(root, path), "utf8"));

describe("the quick way and the library agree", () => {
  it("on every input of YAML's test suite", () => {
    const suite = JSON.parse(readFileSync(new URL("./yaml-test-suite.json", import.meta.url), "utf8"));
    const texts = Object.values(suite.inputs as { readonly [id: string]: string });
    expect(texts.length).toBeGreaterThan(350);
    const quick = texts.filter((text) => compare(text)).length;
    expect(quick).toBeGreaterThan(30);
  });

  it("on the manifests of examples and tests", () => {
    const quick = manifests.filter((text) => compare(text)).length;
    expect(quick).toBeGreaterThan(manifests.length / 2);
  });

  const limits = { timeout: 3_600_000 };

  it("on lines at random", limits, () => {
    expect(fuzz(oddLines, times(100_000, 1_000))).toBeGreaterThan(0.02);
  });

  it("on values that are written in many ways", limits, () => {
    expect(fuzz(writtenValues, times(100_000, 1_000))).toBeGreaterThan(0.3);
  });

  it("on these with the line ends of Windows", limits, () => {
    const texts = writtenValues.map((text) => text.replaceAll("\n", "\r\n"));
    expect(fuzz(texts, times(100_000, 500))).toBeGreaterThan(0.3);
    expect(fuzz(damaged(texts), times(100_000, 500))).toBeGreaterThan(0.1);
  });

  it("on these with damages", limits, () => {
    expect(fuzz(damaged(writtenValues), times(100_000, 500))).toBeGreaterThan(0.1);
  });

  it("on damaged manifests", limits, () => {
    const documents = manifests.filter((text) => text.length < 20_000).flatMap((text) => text.split(/^---\n/m));
    expect(fuzz(damaged(fc.constantFrom(...documents)), times(100_000, 500))).toBeGreaterThan(0.1);
  });

  it("on each example with any one character changed", limits, () => {
    const changes = [..."{}[]:,-?!&*#|>'\"%@`\\\n\t a0.~é"];
    for (const path of globSync("examples/*/*.yaml", { cwd: root })) {
      for (const text of readFileSync(join(root, path), "utf8").split(/^---\n/m)) {
        // In short: some places, with one of the changes each.
        for (let at = 0; at < text.length; at += full ? 1 : 7) {
          for (const change of full ? ["", ...changes] : [changes[at % changes.length] ?? ""])
            compare(text.slice(0, at) + change + text.slice(at + 1), full);
        }
      }
    }
  });
});

describe("the quick way", () => {
  const quick = (text: string) => readQuickly(text, budget())?.map(({ value }) => value);

  it("reads what examples are written in", () => {
    for (const path of globSync("examples/**/*.yaml", { cwd: root })) {
      const text = readFileSync(join(root, path), "utf8");
      const whole = { lexemes: 0, plainParts: 1_000_000 };
      expect(readQuickly(text, whole), path).toBeDefined();
    }
  });

  it("hands a document that is unusual to the library, and reads the others itself", () => {
    const left = budget();
    const text = "a: 1\n---\nb: &x [1]\nc: *x\n---\nd: 3.10\n---\n# nothing\n---\ne: |\n  text\n";
    const documents = readQuickly(text, left) ?? [];
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: [1], c: [1] }, { d: 3.1 }, { e: "text\n" }]);
    expect(left.lexemes).toBeLessThan(1_000_000);
    expect(1_000_000 - left.lexemes).toBeLessThan(40);
    compare(text);
  });

  it("leaves the whole text to the library when anything in it is wrong", () => {
    for (const wrong of ["a: 'b", "a: 1\na: 2", "a: 012", "a: [", "b: !x y", "\ta: 1", "a: *b", "%YAML 1.1\n---\na: 1"])
      expect(quick(`a: 1\n---\n${wrong}\n---\nb: 2\n`), wrong).toBeUndefined();
  });

  it("sees mistakes that are none at the end of a text", () => {
    expect(compare("a: 1\n---\nb:\n\t\n\n")).toBe(true);
    expect(compare("a: 1\n---\nb:\n\t\n\n---\nc: 1\n")).toBe(false);
    expect(compare("a: 1\n---\nb: &x 1\n---\n&y c: 1\n---\nd: 1\n")).toBe(true);
  });

  it("sees the end of the document inside of brackets", () => {
    for (const text of ["[\n...\n]\n", '{"a":\n...\n}\n', "[a,\n... , b]\n", "[\r\n...\r\n]\r\n"])
      expect(compare(text), text).toBe(false);
    expect(compare("[\n ...\n, ...]\n")).toBe(true);
  });

  it("ends at a backslash at the end of the text", () => {
    for (const text of ['a: "\\', 'a: "\\\n', '"\\', '- "b\\', '[ "\\', '{"\\', 'a: "\\\r\n'])
      expect(quick(text), text).toBeUndefined();
    expect(compare('a: "b\\\n  c"\n')).toBe(false);
  });

  it("reads escapes in text of any length", () => {
    const long = "x".repeat(10_000_000);
    expect(quick(`a: "\\n${long}"\n`)?.every((value) => (value as { a: string }).a === `\n${long}`)).toBe(true);
    expect(quick(`a: "${long}\\x41"\n`)).toBeUndefined();
    expect(compare('- "\\\\x41"\n- "\\\\\\n"\n- "\\u0041\\/"\n')).toBe(true);
  });

  it("gives the library's problems and documents then", () => {
    const text = "a: 1\n---\na: 'b\n---\na: 012\n";
    const all = (read: typeof readDocuments) => {
      const documents: Json[] = [];
      const problems = read(text, budget(), ({ value }) => documents.push(value));
      return { problems, documents };
    };
    expect(all(readDocuments)).toEqual(all(readFully));
    expect(all(readDocuments).problems).toHaveLength(1);
  });

  it("takes no more than its budget", () => {
    const text = "a: 1\n---\n".repeat(1_000);
    expect(readQuickly(text, { lexemes: 0, plainParts: 20_000 })).toHaveLength(1_000);
    expect(readQuickly("---\n".repeat(1_000), { lexemes: 0, plainParts: 8_000 })).toBeUndefined();
    const left = { lexemes: 100, plainParts: 10_000 };
    expect(readQuickly(text, left)).toBeUndefined();
    expect(left).toEqual({ lexemes: 100, plainParts: 10_000 });
  });
});
