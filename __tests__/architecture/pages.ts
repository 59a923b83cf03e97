// The pages that users read, taken apart for the tests that hold them against the sources.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

export interface Page {
  /** From the root, with slashes. */
  readonly path: string;
  /** What people wrote: without code blocks, and without the tables that are made from the sources. */
  readonly prose: string;
  /** All code blocks. */
  readonly code: string;
}

/** Every page of the docs and the examples, and the README; without those that are made from the sources as a whole. */
export function readPages(): readonly Page[] {
  return globSync(["README.md", "docs/**/*.md", "examples/**/README.md"], { cwd: root })
    .sort()
    .map(readPage)
    .filter(({ path }) => !path.startsWith("docs/codes/"));
}

/** @param path from the root */
export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), "utf8");
  const blocks = text.match(/^( *)```.*\n[\s\S]*?^\1```/gm) ?? [];
  const prose = blocks
    .reduce((rest, block) => rest.replace(block, ""), text)
    .replace(/<!-- [\w ]+: generated from [\s\S]*?<!-- end of [\w ]+ -->/g, "");
  return { path: path.replaceAll("\\", "/"), prose, code: blocks.join("\n") };
}
