// What the pages say of the sources, held against the sources.
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { drawnFrom } from "../../scripts/pictures/drawn-from.ts";
import { namedVersions, withoutVersion, withVersion } from "../../scripts/release/named-versions.ts";
import { metadata } from "../../src/action/metadata.generated.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

it("hooks.md lists every event, and no other", () => {
  const sent = [...read("src/engine/model/run-events.ts").matchAll(/readonly type: "([\w-]+)"/g)].map(
    ([, type]) => type,
  );
  const [, table = ""] = read("docs/hooks.md").split("\n## Events\n");
  const rows = table.split("\n").filter((line) => line.startsWith("| `"));
  const listed = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([\w-]+)`/g)].map(([, type]) => type));
  expect(listed.sort()).toEqual([...new Set(sent)].sort());
});

it("hooks.md names all that each event says", () => {
  const source = read("src/engine/model/run-events.ts").split("/** An event of one type. */")[0] ?? "";
  // What stands deeper is in braces of its own.
  const flat = source.replace(/(readonly \w+\??: (?:readonly )?)\{[^{}]*\}/g, "$1object");
  const said = [...flat.matchAll(/\{\s*readonly type: "([\w-]+)"[^{}]*\}/g)].map(([all, type = ""]) => {
    const members = [...all.matchAll(/readonly (\w+)\??:/g)].map(([, name = ""]) => name);
    return [type, members.filter((name) => name !== "type" && name !== "context").sort()] as const;
  });
  const [, page = ""] = read("docs/hooks.md").split("\n## Events\n");
  expect(page).toContain("has `context` besides");
  const named = [...page.matchAll(/^\| `([\w-]+)` +\|(.*)\|$/gm)].map(([, type = "", what = ""]) => {
    const members = [...(what.split(":").at(-1) ?? "").matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
    return [type, members.sort()] as const;
  });
  expect(said.length).toBeGreaterThan(20);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(said));
});

it("reliability.md names tests that are there", () => {
  const tests = new Map(globSync("__tests__/**/*.test.ts", { cwd: root }).map((path) => [basename(path), path]));
  const named = [...read("docs/reliability.md").matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !(name.includes("/") ? existsSync(join(root, name)) : tests.has(name)))).toEqual([]);
});

it("every page of docs/ is linked from the README, directly or from a page that is", () => {
  const seen = new Set<string>(["README.md"]);
  for (const page of seen) {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+\.md)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
    for (const link of links) if (!/^[a-z]+:/.test(link)) seen.add(join(page, "..", link).replaceAll("\\", "/"));
  }
  expect(globSync("docs/**/*.md", { cwd: root }).filter((page) => !seen.has(page.replaceAll("\\", "/")))).toEqual([]);
});

it("pages name the version of package.json, and a release changes it in all of them", () => {
  const pages = globSync(["README.md", "docs/**/*.md"], { cwd: root }).filter((page) => !withoutVersion.includes(page));
  const named = pages.flatMap((page) => namedVersions(read(page)).map((version) => `${page}: ${version}`));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((one) => !one.endsWith(`: ${metadata.version}`))).toEqual([]);
  for (const page of pages)
    expect(namedVersions(withVersion(read(page), "9.8.7")).filter((version) => version !== "9.8.7")).toEqual([]);
});

it("state.md lists each file of a context's folder", () => {
  const [, listing = ""] = /^<state-path>\/<project>\/<context>\/\n([\s\S]*?)^```/m.exec(read("docs/state.md")) ?? [];
  const listed = listing.split("\n").flatMap((line) => /^ {2}(\S+)/.exec(line)?.[1] ?? []);
  // Names in the code of those that write there, each as a text in quotes.
  const sources = ["src/state", "src/node/processes"].flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }));
  const written = sources.flatMap((path) =>
    [...read(path).matchAll(/"([\w.]+\.(?:nd)?json)"/g)].map(([, name = ""]) => name),
  );
  const expected = [...new Set(written), "history/<serial>.json", "lock-<n>.json"].filter(
    (name) => name !== "lock.json",
  );
  expect(listed.sort()).toEqual(expected.sort());
});

it("pictures of comments and summaries show the texts of now; `node scripts/pictures.ts` draws them anew", () => {
  expect(JSON.parse(read("docs/pictures/drawn-from.json"))).toEqual(drawnFrom());
});
