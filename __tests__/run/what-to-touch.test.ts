// Reads the table "What do I touch for …" of CONTRIBUTING.md, and holds it against the tests that add a toy of each sort.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

interface Row {
  readonly change: string;
  /** Paths that the change touches. */
  readonly touched: readonly string[];
  /** Paths of the tests that make such a change with a toy. */
  readonly tried: readonly string[];
}

function links(cell: string): string[] {
  return [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
}

const section = page.split(/^## /m).find((one) => one.startsWith("What do I touch for …")) ?? "";
const rows: readonly Row[] = section
  .split("\n")
  .filter((line) => /^\| (?!-|for )/.test(line))
  .map((line) => {
    const [, change = "", touched = "", tried = ""] = line.split("|").map((cell) => cell.trim());
    return { change, touched: links(touched), tried: links(tried) };
  });

/** The paths of the program that the comment at the beginning of a test names. */
function namedAtTheBeginning(test: string): string[] {
  const [comment = ""] = /^(?:\/\/.*\n)+/.exec(readFileSync(join(root, test), "utf8")) ?? [];
  return [...new Set(comment.match(/\b(?:src|schema|scripts|docs)\/(?:[\w./-]*[\w/])?/g))].sort();
}

describe("the table of what to touch", () => {
  it("has a row for every sort of change", () => {
    expect(rows.map(({ change }) => change)).toEqual([
      "a new kind",
      "a new state backend",
      "a new command",
      "a new input",
      "a new built-in hook that shows something",
      "a new filter of references",
      "a new diagnostic",
      "a new command of `opus state`",
      "a new reason of a failure",
      "how long opus waits",
      "a retry policy",
      "the look of the comment",
    ]);
  });

  it.each(rows)("names only what is there: $change", ({ touched, tried }) => {
    expect(touched.length).toBeGreaterThan(0);
    expect([...touched, ...tried].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.each(rows.filter(({ tried }) => tried.length > 0))(
    "names what the test with a toy says that it adds to, and nothing else: $change",
    ({ touched, tried }) => {
      for (const test of tried) expect([test, namedAtTheBeginning(test)]).toEqual([test, [...touched].sort()]);
    },
  );
});
