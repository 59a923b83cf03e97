import { oneLine } from "../engine/printable.ts";
import { clip } from "./cut.ts";

/** Text that means nothing to Markdown, HTML, mentions or links, so that it may stand as prose. */
const plainWords = /^[\p{L}\p{N} .,;()'"%?!-]*$/u;

/**
 * Untrusted text inside a line of Markdown: harmless words as they are, anything else as code, where nothing is
 * markup, mention or link.
 * @param width characters to keep
 */
export function inline(text: string, width = 300): string {
  const line = clip(oneLine(text), width);
  return plainWords.test(line) && !/www/i.test(line) ? line : code(line, width);
}

/** Untrusted text as a code span on one line. */
export function code(text: string, width = 300): string {
  const line = clip(oneLine(text), width);
  if (line.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(line, "`") + 1);
  const pad = fence.length > 1 ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * What `inline` or `code` gave, for a cell of a table. A pipe ends a cell even inside code, and whether a backslash
 * before it helps depends on what stands before that; a look-alike always works.
 */
function cell(markdown: string): string {
  return markdown.replaceAll("|", "│").replaceAll("\\", "⧵");
}

/** Untrusted text inside HTML, on one line. */
export function html(text: string, width = 300): string {
  return clip(oneLine(text), width)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("@", "&#64;");
}

/** The same as `inline`, inside HTML: GitHub finds mentions and links in the text of it too, but not in code. */
export function inlineHtml(text: string, width = 300): string {
  const line = clip(oneLine(text), width);
  return plainWords.test(line) && !/www/i.test(line) ? html(line, width) : `<code>${html(line, width)}</code>`;
}

/** A fenced block around lines, with a fence that no line can end. */
export function fenced(lines: readonly string[], language: string): string {
  const longest = lines.reduce((most, line) => Math.max(most, longestRun(line, "`")), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

/** A table; cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}

/** A folded block; the title is HTML already. */
export function details(title: string, body: string, open = false): string {
  return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Bytes in UTF-8. */
export function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const current of text) {
    run = current === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
