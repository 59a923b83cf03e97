/**
 * Writes the tables of inputs and outputs into README.md, from action.yml, and the pins of actions into all texts, from the
 * workflows. With `--check` it writes nothing and fails when they are stale, or when a relative link in the README or the
 * docs leads nowhere.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readAction, root } from "./action-file.ts";
import { followingFiles, pinProblems, withPins } from "./pins.ts";

const action = readAction();
const readme = readFileSync(join(root, "README.md"), "utf8");
const inputs = Object.entries(action.inputs).map(([name, { description, default: value }]) => [
  `\`${name}\``,
  value === "" ? "" : `\`${value}\``,
  description,
]);
const outputs = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, description]);
const updated = between(
  between(readme, "inputs", table(["Input", "Default", "What it is"], inputs)),
  "outputs",
  table(["Output", "What it is"], outputs),
);

if (!process.argv.includes("--check")) {
  if (!sameWords(updated, readme)) writeFileSync(join(root, "README.md"), updated);
  for (const file of followingFiles(root)) {
    const text = readFileSync(join(root, file), "utf8");
    const pinned = withPins(root, text);
    if (pinned !== text) writeFileSync(join(root, file), pinned);
  }
} else {
  const problems = sameWords(updated, readme)
    ? []
    : ["README.md: the tables are not those of action.yml; run `npm run docs`"];
  problems.push(...brokenLinks(), ...pinProblems(root));
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exit(1);
  }
  console.log("README.md is up to date, all relative links lead somewhere, and all pins are the same.");
}

/** The formatter pads the columns of tables; that is no difference. */
function sameWords(one: string, other: string): boolean {
  const words = (text: string) => text.replace(/-{3,}/g, "---").replace(/[ \t]+/g, " ");
  return words(one) === words(other);
}

function between(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: generated from action.yml by npm run docs -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md: the markers of ${name} are missing`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n");
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
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line) => /^#{1,6} /.test(line))
    .map((line) =>
      line
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    );
}
