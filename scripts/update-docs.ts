/**
 * Writes the tables that are made from the sources into the README and the docs, the pages of docs/codes/, and the pins of actions into all texts,
 * from the workflows. With `--check` it writes nothing and fails when they are stale, when a relative link leads nowhere,
 * or when a text disagrees with the example workflows or with action.yml.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { headingId } from "../src/app/docs/heading-id.ts";
import { readAction, root } from "./action-file.ts";
import { codePages, leftPages } from "./code-pages.ts";
import { tables, withPart } from "./docs-tables.ts";
import { exampleProblems } from "./examples.ts";
import { followingFiles, ownPinProblems, pinProblems, withPins } from "./pins.ts";

const pages = new Map<string, string>();
for (const part of tables()) {
  const text = pages.get(part.page) ?? readFileSync(join(root, part.page), "utf8");
  pages.set(part.page, withPart(text, part));
}
for (const [page, text] of codePages()) pages.set(page, text);
const stale = [...pages].filter(([page, text]) => !sameWords(text, written(page)));

if (!process.argv.includes("--check")) {
  mkdirSync(join(root, "docs/codes"), { recursive: true });
  for (const [page, text] of stale) writeFileSync(join(root, page), text);
  for (const page of leftPages()) rmSync(join(root, page));
  for (const file of followingFiles(root)) {
    const text = readFileSync(join(root, file), "utf8");
    const pinned = withPins(root, text);
    if (pinned !== text) writeFileSync(join(root, file), pinned);
  }
} else {
  const problems = stale.map(([page]) => `${page}: the tables are not those of the sources; run \`npm run docs\``);
  problems.push(
    ...leftPages().map((page) => `${page}: there is no such code; run \`npm run docs\``),
    ...brokenLinks(),
    ...pinProblems(root),
    ...ownPinProblems(root),
    ...exampleProblems(root, readAction()),
  );
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exit(1);
  }
  console.log(
    "The docs are up to date, all relative links lead somewhere, all pins are the same, and examples and docs agree.",
  );
}

/** A page as it is; "": there is none yet. */
function written(page: string): string {
  return existsSync(join(root, page)) ? readFileSync(join(root, page), "utf8") : "";
}

/** The formatter pads the columns of tables; that is no difference. */
function sameWords(one: string, other: string): boolean {
  const words = (text: string) => text.replace(/-{3,}/g, "---").replace(/[ \t]+/g, " ");
  return words(one) === words(other);
}

/** Relative links to files that are not there, or to headings that the file does not have. */
function brokenLinks(): string[] {
  const files = globSync(["*.md", "docs/**/*.md", "examples/**/*.md"], { cwd: root }).sort();
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8").replace(/^(`{3,}).*?^\1`*$/gms, "");
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    return links.flatMap((link) => {
      if (/^[a-z]+:/.test(link)) return [];
      const [path = "", heading] = link.split("#");
      const target = path === "" ? join(root, file) : join(root, dirname(file), path);
      if (!existsSync(target)) return [`${file}: the link ${link} leads nowhere`];
      if (heading === undefined || headings(target).includes(heading)) return [];
      return [`${file}: the link ${link} leads to a heading that is not there`];
    });
  });
}

function headings(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  const headings = text
    .split("\n")
    .filter((line) => /^#{1,6} /.test(line))
    .map((line) => headingId(line.replace(/^#+ /, "")));
  return [...headings, ...named];
}
