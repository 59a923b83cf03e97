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

it("every code and every reason has a page, with what to do, and is in the list of its family", () => {
  const diagnostics = read("docs/diagnostics.md");
  const failures = read("docs/failures.md");
  const flat = (text: string) => text.replace(/\]\([^)]+\)/g, "]").toLowerCase();
  const all: readonly (readonly [string, CodeRow])[] = [
    ...rows,
    ...failureReasons.map((one) => [one, reasons[one]] as const),
  ];
  for (const [code, { means, fix }] of all) {
    const page = flat(read(`docs/codes/${code}.md`));
    expect(page).toContain(flat(`# \`${code}\``));
    expect(page, code).toContain(flat(means));
    expect(page, code).toContain(flat(fix));
  }
  for (const [code] of rows)
    expect(diagnostics).toMatch(new RegExp(`^- <a id="${code}"></a>\\[\`${code}\`\\]\\(codes/${code}\\.md\\)`, "m"));
  for (const reason of failureReasons) expect(failures).toContain(`| [\`${reason}\`](codes/${reason}.md) `);
  const pages = readdirSync(new URL("docs/codes/", root)).map((name) => name.replace(/\.md$/, ""));
  expect(pages.sort()).toEqual([...new Set(all.map(([code]) => code))].sort());
});

it("pages show what the program says, but for what nothing brings about", () => {
  const pages = readdirSync(new URL("docs/codes/", root));
  const without = pages.filter((name) => !read(`docs/codes/${name}`).includes("## What you see"));
  expect(without).toEqual(["journal-not-cleared.md", "lock-not-released.md"]);
});
