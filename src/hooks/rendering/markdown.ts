import { oneLine, visible } from "../../engine/text/printable.ts";
import { clip } from "./cut.ts";

declare const markup: unique symbol;

/**
 * Markdown of ours, in which texts of others are escaped. Nothing makes it but this file, so that no text gets into a
 * comment or a summary past the functions here.
 */
export type Markdown = string & { readonly [markup]: "markdown" };

/** What may stand in Markdown as it is: Markdown, numbers, and one of a few words that the types name. */
type Known<T> = T extends number | Markdown ? T : string extends T ? never : T;

/** Markdown of ours with something filled in. A text whose type does not say what it may be has to be escaped first. */
export function md<Values extends readonly (string | number)[]>(
  texts: TemplateStringsArray,
  ...values: Values & { readonly [index in keyof Values]: Known<Values[index]> }
): Markdown {
  return texts.map((text, index) => text + (index < values.length ? String(values[index]) : "")).join("") as Markdown;
}

/** A text that is made of words and numbers of ours alone, or was Markdown of ours before it was stored. */
export function ours(text: string): Markdown {
  return text as Markdown;
}

export function joined(parts: readonly Markdown[], separator: "\n" | "\n\n" | " " | ", " | " · " | "<br>"): Markdown {
  return parts.join(separator) as Markdown;
}

/** Whole lines from the beginning, as far as they fit, with the line feed after the last of them. */
export function firstLines(text: Markdown, room: number): Markdown {
  return (text.length <= room ? text : text.slice(0, text.lastIndexOf("\n", Math.max(0, room - 1)) + 1)) as Markdown;
}

// Words and numbers with the marks that stand between them.
const words = /^[\p{L}\p{N} .,;()'"%?!-]*$/u;
// What GitHub makes links of without any mark: addresses, references such as GH-1, advisories, digests of commits.
const reference = /www|ghsa-|[\p{L}\p{N}]-+\p{N}|(?<![\p{L}\p{N}])[0-9a-f]{7,}(?![\p{L}\p{N}])/iu;

/** Text that means nothing to Markdown, HTML, mentions or links, so that it may stand as prose. */
function isProse(line: string): boolean {
  return words.test(line) && !reference.test(line);
}

/**
 * Untrusted text inside a line of Markdown: harmless words as they are, anything else as code, where nothing is
 * markup, mention or link.
 * @param width characters to keep
 */
export function inline(text: string, width = 300): Markdown {
  const line = clip(oneLine(text), width);
  return isProse(line) ? (line as Markdown) : codeSpan(line);
}

/** Untrusted text as a code span on one line. */
export function code(text: string, width = 300): Markdown {
  return codeSpan(clip(oneLine(text), width));
}

function codeSpan(line: string): Markdown {
  if (line.trim() === "") return "` `" as Markdown;
  const fence = "`".repeat(longestRun(line, "`") + 1);
  const pad = fence.length > 1 ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}` as Markdown;
}

/**
 * What `inline` or `code` gave, for a cell of a table. A pipe ends a cell even inside code, and whether a backslash
 * before it helps depends on what stands before that; a look-alike always works.
 */
function cell(markdown: Markdown): Markdown {
  return markdown.replaceAll("|", "│").replaceAll("\\", "⧵") as Markdown;
}

function html(line: string): string {
  return line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("@", "&#64;");
}

/** The same as `code`, for the title of a fold: that is HTML. */
export function codeHtml(text: string, width = 300): Markdown {
  return `<code>${html(clip(oneLine(text), width))}</code>` as Markdown;
}

/** The same as `inline`, for the title of a fold: GitHub finds mentions and links in HTML too, but not in its code. */
export function inlineHtml(text: string, width = 300): Markdown {
  const line = clip(oneLine(text), width);
  return isProse(line) ? (html(line) as Markdown) : codeHtml(text, width);
}

/** A link, where the address is one of the web; else only its words. */
export function link(shown: Markdown, url: string | undefined): Markdown {
  if (url === undefined || !/^https?:\/\//.test(url)) return shown;
  const address = url.toWellFormed().replace(/[^\w./:?#@!$&*+,;=%~-]/gu, encodeURIComponent);
  // Those that are left by it mean something here.
  return md`[${shown}](${ours(address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))})`;
}

/** A fenced block around lines, with a fence that no line can end. Each is one line, whatever is in it. */
export function fenced(lines: readonly string[], language: "diff" | "mermaid" | "sh" | "text"): Markdown {
  const shown = lines.map(visible);
  const longest = shown.reduce((most, line) => Math.max(most, longestRun(line, "`")), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n") as Markdown;
}

/** A table. */
export function table(heads: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Markdown {
  const line = (cells: readonly Markdown[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n") as Markdown;
}

/** Bytes that a row takes in a table. */
export function rowBytes(cells: readonly Markdown[]): number {
  return bytes(cells.map(cell).join(" | ")) + 6;
}

/** A folded block; the title is HTML already. */
export function details(title: Markdown, body: Markdown, open = false): Markdown {
  return md`<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
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
