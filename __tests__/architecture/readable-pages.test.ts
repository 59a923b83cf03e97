// The docs are read on phones, and by people who look for one thing.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const pages = globSync(["*.md", "docs/**/*.md", "examples/**/*.md"], { cwd: root }).sort();

/** Text of a page without its fences. */
function prose(page: string): string {
  return readFileSync(join(root, page), "utf8").replace(/^( *`{3,}).*?^\1`*$/gms, "");
}

const words = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** The columns of a table of which the cells are sentences, on the whole. */
function wordyColumns(rows: readonly string[]): number {
  const cells = rows.map((row) =>
    row
      .replaceAll("\\|", " ")
      .split("|")
      .slice(1, -1)
      .map((cell) => words(cell)),
  );
  const columns = cells[0]?.map((_, column) => cells.map((row) => row[column] ?? 0)) ?? [];
  return columns.filter((counts) => counts.reduce((sum, count) => sum + count, 0) > 5 * counts.length).length;
}

it("no table of more than three columns has sentences in more than two", () => {
  const tables = pages.flatMap((page) =>
    [...prose(page).matchAll(/^\|.*\|\n\|[ :|-]+\|\n((?:\|.*\|\n)+)/gm)].map(([table, rows = ""]) => ({
      name: `${page}: ${table.split("\n", 1)[0]}`,
      columns: (table.split("\n", 1)[0] ?? "").split("|").length - 2,
      wordy: wordyColumns(rows.trim().split("\n")),
    })),
  );
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.filter(({ columns, wordy }) => columns > 3 && wordy > 2)).toEqual([]);
  expect(tables.filter(({ columns, wordy }) => columns === 3 && wordy === 3)).toEqual([]);
});

it("what state is can be read in one go", () => {
  expect(words(prose("docs/state.md"))).toBeLessThan(1500);
});

it("whoever looks for what to do with a message is led by headings", () => {
  const sections = prose("docs/state-repair.md").split(/^### /m).slice(1);
  expect(sections.length).toBeGreaterThan(40);
  const long = sections.filter((section) => words(section.split(/^## /m)[0] ?? "") > 120);
  expect(long.map((section) => section.split("\n", 1)[0])).toEqual([]);
});
