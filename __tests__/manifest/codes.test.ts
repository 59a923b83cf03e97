import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

it("every code that a broken manifest shows is documented", () => {
  const documented = new Set(
    [...read("docs/diagnostics.md").matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map((match) => match[1]),
  );
  const folder = new URL("__tests__/manifest/broken/", root);
  const shown = new Set<string>();
  for (const name of readdirSync(folder)) {
    const expected = read(`__tests__/manifest/broken/${name}/expected.txt`);
    for (const match of expected.matchAll(/^(?:\S+:\d+:\d+: )?(?:error|warning) ([a-z-]+): /gm))
      shown.add(match[1] ?? "");
  }
  expect(shown.size).toBeGreaterThan(35);
  expect([...shown].filter((code) => !documented.has(code))).toEqual([]);
});

it("every code in the source is documented", () => {
  const documented = read("docs/diagnostics.md");
  const found = new Set<string>();
  for (const folder of ["src/manifest", "src/schema"]) {
    for (const name of readdirSync(new URL(`${folder}/`, root))) {
      if (!name.endsWith(".ts") || name.includes("generated")) continue;
      for (const match of read(`${folder}/${name}`).matchAll(/\bcode(?::| =) "([a-z-]+)"/g)) found.add(match[1] ?? "");
    }
  }
  expect(found.size).toBeGreaterThan(30);
  expect([...found].filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
});
