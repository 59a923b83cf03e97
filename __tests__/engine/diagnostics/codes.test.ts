import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type CodeRow, codes, reasons } from "../../../src/engine/diagnostics/codes.ts";
import { failureReasons } from "../../../src/engine/diagnostics/failure-reasons.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const rows = Object.values<{ readonly [code: string]: CodeRow }>(codes).flatMap((section) => Object.entries(section));
const known: ReadonlySet<string> = new Set(rows.map(([code]) => code));

it("every code that a broken manifest shows has a row", () => {
  const folder = new URL("__tests__/manifest/broken/", root);
  const shown = new Set<string>();
  for (const name of readdirSync(folder)) {
    const expected = read(`__tests__/manifest/broken/${name}/expected.txt`);
    for (const match of expected.matchAll(/^(?:\S+:\d+:\d+: )?(?:error|warning) ([a-z-]+): /gm))
      shown.add(match[1] ?? "");
  }
  expect(shown.size).toBeGreaterThan(35);
  expect([...shown].filter((code) => !known.has(code))).toEqual([]);
});

it("every row is of a code that the sources have, and stands once", () => {
  const sources = (readdirSync(new URL("src/", root), { recursive: true }) as string[])
    .filter((name) => name.endsWith(".ts") && !name.endsWith("diagnostics/codes.ts"))
    .map((name) => read(`src/${name}`))
    .join("\n");
  expect(rows.length).toBeGreaterThan(130);
  expect(rows.filter(([code]) => !sources.includes(`"${code}"`)).map(([code]) => code)).toEqual([]);
  expect(rows.length).toBe(known.size);
});

it("every code and every reason is in the docs, with what to do", () => {
  const diagnostics = read("docs/diagnostics.md");
  const failures = read("docs/failures.md");
  for (const [code, { means, fix }] of rows) expect(diagnostics).toMatch(line(code, means, fix));
  for (const reason of failureReasons)
    expect(failures).toMatch(line(reason, reasons[reason].means, reasons[reason].fix));
});

/** A row of a table, however its columns are padded. */
function line(...cells: readonly string[]): RegExp {
  const escaped = cells.map((cell) => cell.replaceAll("|", "\\|").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(
    `^\\| (?:<a id="${escaped[0]}"></a>)?\`${escaped[0]}\` .*\\| ${escaped[1]} *\\| ${escaped[2]} *\\|$`,
    "m",
  );
}
