// Input that is made to hurt: an error in bounded time, never an exception.
import { describe, expect, it } from "vitest";
import type { LoadedManifest } from "../../src/manifest/load.ts";
import { workedMs } from "../doubles/cpu-time.ts";
import { load } from "../doubles/memory-files.ts";
import { some, times } from "../faults/scale.ts";

/** Generous: the machines that run this are slow and busy. Each takes a tenth of it here. */
const limitMs = 20_000;

const file = (spec: string) => `apiVersion: opus/v1\nkind: File\nmetadata: {name: a}\nspec:\n${spec}`;
const bucket = (spec: string) => `apiVersion: example/v1\nkind: Bucket\nmetadata: {name: a}\nspec:\n${spec}`;

function timed(content: string | Uint8Array): LoadedManifest {
  const start = workedMs();
  const manifest = load({ "opus.yaml": content });
  expect(workedMs() - start).toBeLessThan(limitMs);
  return manifest;
}

function codes(content: string | Uint8Array): string[] {
  const manifest = timed(content);
  return [...new Set(manifest.diagnostics.map(({ code }) => code))].sort();
}

describe("too large", () => {
  const cases: Record<string, string> = {
    "10 MB": "a".repeat(10_000_000),
    "600,000 items": bucket(`  x:\n${"  - a\n".repeat(600_000)}`),
    "100,000 keys": bucket(Array.from({ length: 100_000 }, (_, index) => `  key${index}: ${index}\n`).join("")),
    "a million empty documents": "---\n".repeat(1_000_000),
    "two million comments": "#\n".repeat(2_000_000),
    "four million closing brackets": bucket(`  x: ${"]".repeat(4_000_000)}`),
    "a million anchors": bucket(`  x: ${"&a ".repeat(1_000_000)}`),
  };
  // Each is read up to the limit, which takes a second or two.
  for (const [name, content] of some(Object.entries(cases), 4, 0)) {
    it(name, () => expect(codes(content)).toEqual(["manifest-too-large"]));
  }

  it("says the size and what to do", () => {
    expect(load("a".repeat(10_000_000)).diagnostics).toEqual([
      {
        severity: "error",
        code: "manifest-too-large",
        message: "opus.yaml has 9.5 MiB; a manifest file may have at most 4 MiB",
        location: { file: "opus.yaml", line: 1, column: 1 },
        suggestion:
          "Split it into several files and list them in Project.spec.include, or keep large contents in files of their own (File.spec.source).",
      },
    ]);
  });

  it("bounds all files together", () => {
    const big = bucket("  - a\n".repeat(150_000)).replace("spec:", "spec: {}\nx:");
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`opus${index}.yaml`, big]));
    const manifest = load(files, { patterns: ["*.yaml"] });
    expect(
      manifest.diagnostics.filter(({ code }) => code === "manifest-too-large").map(({ message }) => message),
    ).toContain("the files of this manifest have more than 2400000 parts (keys, values, marks) together");
  });
});

describe("too deep", () => {
  const cases: Record<string, string> = {
    "100,000 opening brackets": bucket(`  x: ${"[".repeat(100_000)}`),
    "100,000 opening braces": bucket(`  x: ${"{a: ".repeat(100_000)}`),
    "100,000 dashes": bucket(`  ${"- ".repeat(100_000)}a\n`),
    "100,000 question marks": bucket(`  ${"? ".repeat(100_000)}a\n`),
    "a million colons": bucket(`  x${": ".repeat(1_000_000)}`),
    "2,000 levels of indentation": bucket(
      Array.from({ length: 2000 }, (_, index) => `${" ".repeat(index + 2)}a:\n`).join(""),
    ),
    "aliases of aliases": bucket(
      `  a0: &a0 [x]\n${Array.from({ length: 150 }, (_, index) => `  a${index + 1}: &a${index + 1} [*a${index}]\n`).join("")}`,
    ),
  };
  for (const [name, content] of Object.entries(cases)) {
    it(name, () => expect(codes(content)).toEqual(["too-deep"]));
  }

  it("allows 90 levels", () => {
    expect(codes(bucket(`  x: ${"[".repeat(90)}${"]".repeat(90)}\n`))).toEqual([]);
    expect(codes(bucket(`  x:\n  ${"- ".repeat(90)}a\n`))).toEqual([]);
  });
});

describe("aliases", () => {
  it("that multiply", () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `  a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`,
    );
    expect(codes(bucket(`  a0: &a0 [x]\n${lines.join("")}`))).toEqual(["alias-bomb"]);
  });

  it("of one long text", () => {
    expect(codes(bucket(`  x: &a ${"x".repeat(1_000_000)}\n  y: [${"*a, ".repeat(100)}]\n`))).toEqual(["alias-bomb"]);
  });

  it("of text full of open references", () => {
    const spec = `  mode: &a '${"${".repeat(450)}'\n  path: [${"*a,".repeat(90_000)}]\n`;
    expect(codes(file(spec))).toContain("bad-reference");
  });

  it("share what they stand for", () => {
    const { tasks } = load(bucket("  a: &a {x: [1, 2]}\n  b: *a\n"));
    expect(tasks[0]?.spec).toEqual({ a: { x: [1, 2] }, b: { x: [1, 2] } });
    expect(tasks[0]?.spec.a).toBe(tasks[0]?.spec.b);
    expect(tasks[0]?.locate("/spec/b/x/1")).toEqual({ file: "opus.yaml", line: 5, column: 17, endColumn: 18 });
  });
});

describe("references", () => {
  const cases: Record<string, string> = {
    "two million that are never closed": file(`  path: a\n  content: '${"${".repeat(1_900_000)}'\n`),
    "two million closed once": file(`  path: a\n  content: '${"${".repeat(1_900_000)}}'\n`),
    "in a script": `apiVersion: opus/v1\nkind: Shell\nmetadata: {name: a}\nspec:\n  create: '${"${VAR:".repeat(600_000)}'\n`,
  };
  for (const [name, content] of Object.entries(cases)) {
    it(name, () => expect(codes(content)).toEqual(["bad-reference"]));
  }

  it("to thousands of undeclared names end in a note", () => {
    const count = times(50_000, 10_000);
    const keys = Array.from({ length: count }, (_, index) => `  k${index}: "\${VALUE:v${index}}"\n`).join("");
    const { diagnostics } = timed(bucket(keys));
    expect(diagnostics.length).toBe(201);
    expect(diagnostics.at(-1)).toEqual({
      severity: "error",
      code: "too-many-problems",
      message: `${count - 200} further problems are not shown`,
      suggestion: "Mend the first 200, and look again.",
    });
  });
});

describe("keys", () => {
  it("thousands of duplicates", () =>
    expect(codes(bucket("  a: 1\n".repeat(times(20_000, 10_000))))).toEqual(["duplicate-key"]));

  it("thousands of different ones", () => {
    const count = times(60_000, 20_000);
    const keys = Array.from({ length: count }, (_, index) => `  key${index}: ${index}\n`).join("");
    const manifest = timed(bucket(keys));
    expect(manifest.diagnostics).toEqual([]);
    expect(Object.keys(manifest.tasks[0]?.spec ?? {}).length).toBe(count);
  });

  it("thousands of unknown fields", () => {
    const keys = Array.from({ length: times(50_000, 10_000) }, (_, index) => `  key${index}: ${index}\n`).join("");
    expect(codes(file(keys))).toContain("unknown-field");
  });

  it("__proto__ changes no prototype", () => {
    expect(codes(bucket("  __proto__: {admin: true}\n"))).toEqual(["refused-key"]);
    expect(codes(bucket('  "__proto__": {admin: true}\n  x: {y: {__proto__: 1}}\n'))).toEqual(["refused-key"]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it("constructor and toString are names like others", () => {
    expect(load(bucket("  constructor: 1\n  toString: 2\n")).tasks[0]?.spec).toEqual({ constructor: 1, toString: 2 });
  });
});

describe("bytes", () => {
  it("4 MiB that are not UTF-8", () => {
    const bytes = new Uint8Array(4 * 1024 * 1024 - 1).fill(0xff);
    bytes.set([0x61, 0x3a, 0x20, 0x0a]);
    const [problem] = timed(bytes).diagnostics;
    expect(problem).toMatchObject({ code: "bad-encoding", location: { line: 2, column: 1 } });
  });

  it("counts characters up to the first bad byte", () => {
    const text = new TextEncoder().encode("# größe 😀: ");
    const [problem] = load({ "opus.yaml": new Uint8Array([...text, 0xe9, 0x0a]) }).diagnostics;
    expect(problem).toMatchObject({ message: "byte 0xE9 is not valid UTF-8", location: { line: 1, column: 13 } });
  });

  for (const [name, bytes] of Object.entries({
    "an overlong form": [0xc0, 0xaf],
    "a surrogate": [0xed, 0xa0, 0x80],
    "beyond Unicode": [0xf4, 0x90, 0x80, 0x80],
    "a cut character": [0xe2, 0x82],
    "a stray continuation": [0x80],
  })) {
    it(name, () => {
      const [problem] = load({ "opus.yaml": new Uint8Array([0x61, ...bytes]) }).diagnostics;
      expect(problem).toMatchObject({ code: "bad-encoding", location: { line: 1, column: 2 } });
    });
  }

  it("a replacement character that was written is a character", () => {
    const manifest = load(file("  path: a\n  content: \ufffd\n"));
    expect(manifest.diagnostics).toEqual([]);
    expect(manifest.tasks[0]?.spec.content).toBe("\ufffd");
  });

  it("NUL bytes", () => expect(codes("a: \0\n")).toEqual(["control-character"]));

  it("a byte-order mark at the beginning is fine, and not counted", () => {
    const manifest = load(`\ufeff${file("  path: a\n  content: b\n")}`);
    expect(manifest.diagnostics).toEqual([]);
    expect(manifest.tasks[0]?.location).toEqual({ file: "opus.yaml", line: 1, column: 1 });
  });

  it("CRLF is fine", () => {
    const manifest = load(file("  path: a\n  content: |\n    one\n    two\n").replaceAll("\n", "\r\n"));
    expect(manifest.diagnostics).toEqual([]);
    expect(manifest.tasks[0]?.spec).toEqual({ path: "a", content: "one\ntwo\n" });
  });
});

it("5,000 tasks load", () => {
  const tasks = Array.from(
    { length: 5000 },
    (_, index) =>
      `---\napiVersion: opus/v1\nkind: File\nmetadata:\n  name: task-${index}\n  description: the file number ${index} of many, made for this test\n  processingScope:\n  - {commands: [apply], contexts: [test, "pr-*"]}\nspec:\n  path: out/file-${index}.txt\n  content: |\n    Hello \${VAR:task-${Math.max(0, index - 1)}:FILE_PATH}\n    number ${index}\n`,
  );
  const manifest = timed(tasks.join(""));
  expect(manifest.diagnostics).toEqual([]);
  expect(manifest.tasks.length).toBe(5000);
  expect(manifest.tasks[4999]?.locate("/spec/content", { offset: 6 })).toEqual({
    file: "opus.yaml",
    line: 64_999,
    column: 11,
    endColumn: 37,
  });
});
